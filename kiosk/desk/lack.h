// What a plan lacks, as lines of text.
#ifndef REGIEBORD_DESK_LACK_H
#define REGIEBORD_DESK_LACK_H

#include <stdio.h>

#include "board/board.h"

// A line per kind of gap that there is, with how many.
void lack_counts(FILE *out, const struct board *board);

// A line per goal or action with what it lacks, and per track whose stage or health is a
// word that the board does not know. Returns how many lines.
size_t lack_details(FILE *out, const struct board *board);

// How many rows no board shows because what they belong to is not there: all of the set, or
// those of one board and those of none when `slug` is not NULL. With `out` not NULL a line
// for each of the first of them.
size_t lack_orphans(FILE *out, const struct board_set *set, const char *slug);

#endif
