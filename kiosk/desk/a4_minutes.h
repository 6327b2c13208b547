// The besluitenlijst of a meeting on one A4.
#ifndef REGIEBORD_DESK_A4_MINUTES_H
#define REGIEBORD_DESK_A4_MINUTES_H

#include <stdio.h>

#include "board/board.h"

enum { A4_NAME_BYTES = 128 };

// Writes a whole HTML file that prints on exactly one page. False (logged) when memory runs
// out.
bool a4_minutes(FILE *out, const struct board *board, const struct meeting *meeting,
                int64_t now_ms);
// The same as a text, malloc'ed; NULL (logged) when memory runs out.
char *a4_minutes_text(const struct board *board, const struct meeting *meeting,
                      int64_t now_ms);

// "besluitenlijst-BOARD-BODY-2025-11-27.html": letters a-z, digits and `-` alone. Another
// meeting of that body on that day has another name.
void a4_minutes_name(const struct board *board, const struct meeting *meeting,
                     char out[A4_NAME_BYTES]);

// The meeting that a person names: its row; a body and a date; a body alone, for the last
// one that was held. NULL when there is none.
const struct meeting *a4_minutes_find(const struct board *board, const char *name,
                                      int32_t today);

#endif
