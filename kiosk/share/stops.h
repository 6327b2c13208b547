// Whether the last run was shut down, and how often one was not: a marker of the run in the
// state folder ("running"), and the times of the unclean stops of the last 30 days
// ("stops", a Unix millisecond on each line).
#ifndef REGIEBORD_SHARE_STOPS_H
#define REGIEBORD_SHARE_STOPS_H

#include <stdbool.h>

#include "base/env.h"
#include "board/vitals.h"

enum { STOPS_MAX = 64, STOPS_PATH = 4096 };

struct stops {
    const struct env *env; // not owned
    char marker[STOPS_PATH], list[STOPS_PATH];
    int64_t at_ms[STOPS_MAX]; // the oldest first
    size_t count;
    bool begun;
};

// Puts the marker there. One that is there already is of a run that was not shut down: its
// end is noted at `last_ms`, the last sign of life of it, or now when that is 0. What the
// disk refuses is logged, and is not tried again.
void stops_begin(struct stops *stops, const char *state_dir, const struct env *env,
                 int64_t last_ms);

// Fills in what is known about them now.
void stops_tell(const struct stops *stops, int64_t now_ms, struct vitals *out);

// Takes the marker away: this is a clean stop. Nothing when it was not begun.
void stops_end(struct stops *stops);

#endif
