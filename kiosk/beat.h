// The beat of frames that follow each other: sixty a second, however fast fingers and
// drivers are. The first one after a rest is shown at once.
#ifndef REGIEBORD_BEAT_H
#define REGIEBORD_BEAT_H

#include <stdint.h>

enum { BEAT_US = 1000000 / 60 };

struct beat {
    int64_t due_us; // when the next frame may be shown
};

// How long a frame has to wait; 0: it may be shown now.
int64_t beat_wait_us(const struct beat *beat, int64_t now_us);

// A frame was shown. While they follow each other the beat goes on from when this one was
// due, so that being woken late now and then costs no frames. One that did not wait begins
// the beat anew.
void beat_shown(struct beat *beat, int64_t now_us);

#endif
