// Keeps an eye on the device itself for the keeper: reads it at the start and then once a
// minute, remembers over restarts what a reading of now cannot tell, and says when there is
// something new to tell.
#ifndef REGIEBORD_SHARE_PULSE_H
#define REGIEBORD_SHARE_PULSE_H

#include "base/env.h"
#include "board/sync.h"
#include "share/stops.h"
#include "share/vitals_read.h"

enum { PULSE_STEP_MS = 60 * 1000, PULSE_TELL_MS = 15 * 60 * 1000 };

struct pulse {
    const struct env *env; // not owned
    struct machine machine;
    char folder[STOPS_PATH]; // of the state
    struct stops stops;
    struct vitals now;  // as read last
    struct vitals told; // as told last
    int64_t last_ms;    // the last sign of life of the run before; 0: there was none
    int64_t read_mono, told_mono;
    int64_t refused_mono, unset_mono; // since when on the clock that never goes back; 0:
                                      // it is not so
    bool read;                        // ever
    bool begun;                       // the marker was put, or refused
};

struct pulse_options {
    const char *state_dir;    // copied
    const char *root;         // before /proc and /sys; NULL: none. Not owned
    size_t config_faults;     // lines of the configuration that mean nothing
    const char *config_fault; // the first of them, in words; NULL: none. Copied
    const struct env *env;    // not owned
};

// Takes up what the run before left in the state folder; writes nothing yet.
void pulse_init(struct pulse *pulse, const struct pulse_options *options);

// Puts the marker of the run into the folder, once. For whoever has the log: two programs
// on one folder are no unclean stop. It waits for the disk, so after the first board.
void pulse_begin(struct pulse *pulse);

// Milliseconds until it is to be read again.
int64_t pulse_due(const struct pulse *pulse, int64_t now_mono);

// Reads the device when that is due, and how long `sync` has been as it is. True when
// `told` is another than before, and once in PULSE_TELL_MS: whoever watches the state
// folder sees by that that the wall is alive.
bool pulse_take(struct pulse *pulse, const struct sync_state *sync);

// A clean stop.
void pulse_end(struct pulse *pulse);

#endif
