// A board as one JSON object, for other programs; data/README.md describes it.
#ifndef REGIEBORD_DESK_BOARD_JSON_H
#define REGIEBORD_DESK_BOARD_JSON_H

#include <stdio.h>

#include "board/board.h"

void board_json(FILE *out, const struct board *board, int64_t now_ms);

#endif
