// The names that people give to the columns of a programme table.
#ifndef REGIEBORD_DESK_HEADER_H
#define REGIEBORD_DESK_HEADER_H

#include <stdbool.h>

#include "desk/table.h"

enum header {
    HEADER_NONE,
    HEADER_WHAT,
    HEADER_TITLE,
    HEADER_BRIEF,
    HEADER_TEXT,
    HEADER_PARTNERS,
    HEADER_FUNDING,
    HEADER_DUE,
    HEADER_SCOPE,
    HEADER_LEAD,
    HEADER_COLUMN,
    HEADER_HEALTH,
    HEADER_STAGE,
    HEADER_CODE,
    HEADER_GOAL,
    HEADER_AMBITION,
    HEADER_REFS,
    HEADER_KIND,
    HEADER_COUNT
};

// The header that a cell names, HEADER_NONE when it is none: case, accents, markup,
// parenthesised parts and punctuation at the end do not matter.
enum header header_read(const char *cell);

// Reads a row as a row of headers into map (of TABLE_MAX_COLUMNS). True when it is one: at
// least two different headers, one of them what is done, and no more cells that are none
// than cells that are.
bool header_row(const struct table_row *row, enum header *map);

#endif
