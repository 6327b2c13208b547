// The rows of one table of a board, taken out of its cells as the items of a folder.
#ifndef REGIEBORD_DESK_CSV_ROWS_H
#define REGIEBORD_DESK_CSV_ROWS_H

#include "desk/programme.h"
#include "share/share.h"

struct csv_row {
    const char *row;               // key in the shared file
    const char *place;             // its position, "" when it has none
    const char *text[ITEM_FIELDS]; // byte for byte; "" when there is nothing
    int64_t at_ms;                 // when what it says was written
    size_t group;                  // what it stands under, in the order of that
    bool named, placed;            // an import would give it another key, another position
};

struct csv_rows {
    struct csv_row *rows; // in the arena
    size_t count;
};

// In the order of the folder: by position, notes and decisions by moment. False when memory
// runs out.
bool csv_rows_take(struct csv_rows *out, struct arena *arena, enum item_kind kind,
                   const struct board *board, const struct share_cells *cells);

#endif
