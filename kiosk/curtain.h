// The curtain: when names, notes and amounts are hidden, and who may see them again. It
// closes by one tap, and by itself when office hours are over and nobody stands there; a
// PIN, or the morning, opens it.
#ifndef REGIEBORD_CURTAIN_H
#define REGIEBORD_CURTAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "touch/intent.h"

struct session;

// From when to when it closes by itself, in minutes of the local day; on Saturday and
// Sunday all day.
struct curtain_hours {
    bool on;
    int from, to;
};

#define CURTAIN_USUAL "18:00-07:30"

struct curtain {
    struct curtain_hours hours;
    bool looked;       // at the clock, once: whoever starts the kiosk at night is nobody
    int64_t closed_ms; // wall clock when it closed
    int64_t opens_ms;  // wall clock of the morning that opens it
};

// Reads "18:00-07:30" or "off". False, and nothing written, when it is anything else.
bool curtain_hours_read(const char *text, struct curtain_hours *out);

// Whether it is to be closed at that moment, and the first moment after it at which it is
// not any more; INT64_MAX: never.
bool curtain_due(const struct curtain_hours *hours, int64_t clock_ms);
int64_t curtain_morning_ms(const struct curtain_hours *hours, int64_t clock_ms);

// Takes INTENT_OPTION UI_CURTAIN: closes it, or opens it where the gate lets through. False
// when the intent is none of its.
bool curtain_apply(struct session *session, const struct intent *intent, int64_t mono_ms);
void curtain_open(struct session *session);

// Closes and opens it by the clock. A meeting that runs is not disturbed.
void curtain_tick(struct session *session, int64_t mono_ms, int64_t clock_ms);

#endif
