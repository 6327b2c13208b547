// A board as it stood at an earlier moment, for what reads a whole board: a copy in which
// the changes since then are taken back. Its tracks, actions, goals and ambitions stand in
// the same places as those of the board. A row that was deleted since is not brought back,
// and what an import of the plan wrote over stays.
#ifndef REGIEBORD_BOARD_EARLIER_H
#define REGIEBORD_BOARD_EARLIER_H

#include "board/board.h"

struct earlier {
    struct board_set set;      // owns the copy; of one board
    const struct board *board; // the copy
    const struct board *of;    // not owned
};

// As the board stood just after the last change up to `at_ms`; 0: as it is now. False
// (logged) when memory runs out; call earlier_close in every case.
bool earlier_open(struct earlier *earlier, const struct board *board, int64_t at_ms);
void earlier_close(struct earlier *earlier);

#endif
