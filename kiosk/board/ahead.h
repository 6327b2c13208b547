// What a wall shows of a set and takes long to work out on a large board, worked out ahead
// on another thread, so that the wall can show the set in the very next frame.
#ifndef REGIEBORD_BOARD_AHEAD_H
#define REGIEBORD_BOARD_AHEAD_H

#include "board/outlook.h"

// What the wall shows now.
struct ahead_wish {
    char board[64]; // slug of the open board
    bool veiled;    // behind the curtain
};

struct ahead {
    struct board_set *veiled; // owned; the set behind the curtain; NULL: not made
    struct outlook *outlook;  // owned; of the board that is open; NULL: not made
};

// Works it out for a set as it is at a moment. What memory does not allow is left out: then
// the wall works it out itself.
void ahead_make(struct ahead *ahead, const struct board_set *set,
                const struct ahead_wish *wish, int64_t now_ms);

// Frees what was not taken over.
void ahead_finish(struct ahead *ahead);

#endif
