// Touch updates between the finger and the disk: those that the keeper must still get, and
// those that the wall already shows but its set does not hold yet.
#ifndef REGIEBORD_PENDING_H
#define REGIEBORD_PENDING_H

#include "board/update.h"

struct pending {
    struct update *waiting, **waiting_end; // owned; for the keeper, oldest first
    struct update *shown, **shown_end;     // owned; oldest first
    uint64_t serial;                       // last one given out
};

void pending_init(struct pending *pending);
void pending_finish(struct pending *pending);

// Takes an update over, gives it a serial, and shows it in the set. False (and freed) when
// memory runs out: it is then as if it never was.
bool pending_add(struct pending *pending, struct update *update, struct board_set *set,
                 int64_t now_ms);

// The next update for the keeper, which owns it from now on; NULL when there is none.
struct update *pending_take(struct pending *pending);

// A new set came: what it holds is forgotten, the rest is shown in it.
void pending_show(struct pending *pending, struct board_set *set, int64_t now_ms);

#endif
