#include "beat.h"

#include <stdbool.h>

int64_t beat_wait_us(const struct beat *beat, int64_t now_us)
{
    return beat->due_us > now_us ? beat->due_us - now_us : 0;
}

void beat_shown(struct beat *beat, int64_t now_us)
{
    int64_t late_us = now_us - beat->due_us;
    bool follows = late_us >= 0 && late_us < BEAT_US;

    beat->due_us = (follows ? beat->due_us : now_us) + BEAT_US;
}
