// What an import changed, in words: two states of one board side by side.
#ifndef REGIEBORD_DESK_CHANGES_H
#define REGIEBORD_DESK_CHANGES_H

#include <stdio.h>

#include "board/board.h"

// Prints a line per action that is new, gone or different, with the fields that differ; at
// most 40 lines. Returns how many actions that are.
size_t changes_print(FILE *out, const struct board *before, const struct board *after);

#endif
