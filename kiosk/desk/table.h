// Rows of cells from text: CSV, TSV and markdown tables, and the plain lines between them.
#ifndef REGIEBORD_DESK_TABLE_H
#define REGIEBORD_DESK_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum {
    TABLE_MAX_COLUMNS = 64,
    TABLE_MAX_FIELD_BYTES = 1024 * 1024,
    TABLE_MAX_ROWS = 1000000
};

struct table_row {
    int line;  // of its first character, from 1
    int count; // cells, at least 1
    const char *const
        *cells; // clean UTF-8 without space round it, never NULL; may hold line feeds
};

struct table {
    const struct table_row
        *rows; // rows without any text are left out; belongs to the arena
    size_t count;
    char delimiter;      // ';', ',', '\t' or '|'
    const char *trouble; // why it could not be read; NULL when it was
    int trouble_line;
};

// Reads text (ended by a NUL at `length`). The delimiter is found from the text when
// `delimiter` is 0
// (`;` when nothing speaks for another). Fields may be quoted, with line breaks and doubled
// quotes inside; lines end in CRLF, CR or LF. With '|' only lines that begin with it are
// rows of more cells and quotes are plain text. False, with `trouble` and its line, when a
// quote does not close, when a quoted field goes on behind its quote (`;` and `,`), or when
// a limit is passed.
bool table_read(struct table *table, struct arena *arena, const char *text, size_t length,
                char delimiter);

// The cell, "" when the row is shorter.
const char *table_cell(const struct table_row *row, int column);

#endif
