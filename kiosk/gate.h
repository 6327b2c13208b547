// Who may do what where a board asks for PINs: whoever gives a name types his PIN before he
// is that somebody, or chooses one the first time. Beheer has one when a person called
// "beheer" has.
#ifndef REGIEBORD_GATE_H
#define REGIEBORD_GATE_H

#include "base/pin.h"
#include "lock.h"
#include "touch/intent.h"

struct session;

// Checking takes longer than a frame: first the pad says so, then it is done.
enum gate_check { GATE_IDLE, GATE_ASKED, GATE_SHOWN };

struct gate {
    struct lock lock;
    char digits[PIN_MOST + 1], first[PIN_MOST + 1]; // typed now, and the first of two times
    enum gate_check check;
    const char *room_pin; // of this device, asked before Beheer; NULL: none. Not owned
    bool admin;           // the pad stands before Beheer
    bool curtain;         // it stands before the curtain: any PIN of the board opens that,
    size_t next;          // and this is the next one to try
};

// Puts the pad before an intent (INTENT_WHO, INTENT_SHOW of Beheer, or UI_CURTAIN that
// would open it) where a PIN is asked for it. False when the way is free.
bool gate_stops(struct session *session, const struct intent *intent, int64_t at_ms);

// A key of the pad: a digit, "erase" or "done".
void gate_press(struct session *session, const char *key);

// The place changed: what was typed on a pad that was left is forgotten.
void gate_follow(struct session *session);

// The screen was drawn; a check that was announced on it may be made.
void gate_drawn(struct session *session);

// Counts waits down and makes the check that is due.
void gate_tick(struct session *session, int64_t mono_ms);
int64_t gate_deadline_ms(const struct session *session, int64_t mono_ms);

#endif
