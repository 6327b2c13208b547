// The one-page A4 of a board: what matters for whoever was not there.
#ifndef REGIEBORD_DESK_A4_BOARD_H
#define REGIEBORD_DESK_A4_BOARD_H

#include <stdio.h>

#include "board/board.h"

// Writes a whole HTML file that prints on exactly one page. False (logged) when memory runs
// out.
bool a4_board(FILE *out, const struct board *board, int64_t now_ms);

#endif
