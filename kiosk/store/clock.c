#include "store/clock.h"

enum {
    COUNTER_BITS = 16,
    BACK_MS = 24 * 60 * 60 * 1000, // that a clock may be put back without being unset
};

static const int64_t LIMIT = (int64_t)1 << 62;

static int64_t greater(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

int64_t clock_at(int64_t at_ms)
{
    int64_t last_ms = (LIMIT - 1) >> COUNTER_BITS;

    if (at_ms < 0) {
        return 0;
    }
    return (at_ms > last_ms ? last_ms : at_ms) << COUNTER_BITS;
}

int64_t clock_next(int64_t now_ms, int64_t own_last, int64_t row_newest)
{
    int64_t hlc = greater(clock_at(now_ms), greater(own_last + 1, row_newest + 1));

    // The very last number stays usable: a tie is then decided by device and entry id.
    return hlc < LIMIT ? hlc : LIMIT - 1;
}

bool clock_valid(int64_t hlc)
{
    return hlc >= 0 && hlc < LIMIT;
}

bool clock_unset(int64_t now_ms, int64_t own_last)
{
    return now_ms < CLOCK_RELEASE_MS ||
           (own_last >= 0 && now_ms < clock_ms(own_last) - BACK_MS);
}

int64_t clock_ms(int64_t hlc)
{
    return hlc >> COUNTER_BITS;
}
