// Day and night: when the screen is off. It goes off by itself within its hours (ui.night)
// once nobody has touched it for a while, and at any hour by a tap on Scherm uit; a touch,
// a key or the morning puts it on again. What the panel makes of it is not known here.
#ifndef REGIEBORD_NIGHT_H
#define REGIEBORD_NIGHT_H

#include <stdbool.h>
#include <stdint.h>

#include "touch/intent.h"
#include "touch/sample.h"

struct session;

enum {
    NIGHT_IDLE_MS = 300000,  // without a touch until it goes off,
    NIGHT_NOTICE_MS = 30000, // and said so long before
    NIGHT_WAKE_MS = 1000,    // the touch that wakes it does nothing else, nor do those then
    NIGHT_LOOK_MS = 60000,   // how often the clock is looked at: it may have been put right
};

struct night {
    bool asleep;
    bool by_hand; // somebody put it off: the clock alone does not put it on before morning
    bool black;   // and that was drawn
    bool stirred; // somebody woke it
    int64_t stirred_ms; // then
    int64_t slept_ms;   // monotonic, when it went off,
    int64_t closed_ms;  // and by the wall clock,
    int64_t opens_ms;   // which says that it is morning then
    int64_t falls_ms;   // monotonic, when it will go off; 0: nothing is to come
    int64_t deaf_ms;    // keys before this moment do nothing
};

// Takes INTENT_OPTION UI_SLEEP: puts the screen off. False when the intent is none of its.
bool night_apply(struct session *session, const struct intent *intent, int64_t mono_ms);

// A touch or a key came in. True when it is not for what is on the screen; samples of
// fingers still go to the gestures, which then swallow them.
bool night_takes(struct session *session, const struct sample *sample);

// Puts the screen on and off by the clock, and on where night_takes heard somebody. After
// all that a moment changes by itself, so that who comes finds no more than is due.
void night_tick(struct session *session, int64_t mono_ms, int64_t clock_ms);
int64_t night_deadline_ms(const struct session *session, int64_t mono_ms, int64_t clock_ms);

// While it is off: makes the list black, once. False when it is so already.
bool night_draw(struct session *session);

#endif
