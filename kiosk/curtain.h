// The curtain: when names, notes and amounts are hidden, and who may see them again. It
// closes by one tap, and by itself when office hours are over and nobody stands there; a
// PIN, or the morning, opens it.
#ifndef REGIEBORD_CURTAIN_H
#define REGIEBORD_CURTAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hours.h"
#include "touch/intent.h"

struct session;

#define CURTAIN_USUAL "18:00-07:30"

struct curtain {
    struct hours hours; // when it closes by itself
    bool looked;        // at the clock, once: whoever starts the kiosk at night is nobody
    int64_t closed_ms;  // wall clock when it closed
    int64_t opens_ms;   // wall clock of the morning that opens it
};

// Takes INTENT_OPTION UI_CURTAIN: closes it, or opens it where the gate lets through. False
// when the intent is none of its.
bool curtain_apply(struct session *session, const struct intent *intent, int64_t mono_ms);
void curtain_open(struct session *session);

// Closes and opens it by the clock. A meeting that runs is not disturbed.
void curtain_tick(struct session *session, int64_t mono_ms, int64_t clock_ms);

#endif
