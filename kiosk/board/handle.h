// A row of the shared file as a touch carries it: its key, or the end of a long one, which
// is where keys of one board differ.
#ifndef REGIEBORD_BOARD_HANDLE_H
#define REGIEBORD_BOARD_HANDLE_H

#include "board/board.h"

enum { HANDLE_BYTES = 72 };

// Points into `row`, at most HANDLE_BYTES - 1 bytes before its end, at a whole character.
const char *handle_of(const char *row);

// NULL when there is none (any more). Of several, the newest.
const struct meeting *handle_meeting(const struct board *board, const char *handle);
const struct decision *handle_decision(const struct board *board, const char *handle);

#endif
