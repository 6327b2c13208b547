// What must be written to bring boards back to what they were at a moment.
#ifndef REGIEBORD_STORE_RESTORE_H
#define REGIEBORD_STORE_RESTORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/fold.h"

struct restore_cell {
    const char *table, *row, *column; // of the fold
    const char *value;                // of the fold; NULL: nothing
};

struct restore_list {
    struct restore_cell *cells; // owned
    size_t count, room;
};

// Finds the cells of a board (its slug; NULL: of all) that hold something else now than at
// `at_ms`, in an order in which they can be written. Rows that were not there then are
// deleted, deleted ones made again. A board that was not there then is left alone, and so
// are PINs, who has one, and what devices say of themselves. False when memory runs out.
// The caller calls restore_finish in every case.
bool restore_find(const struct fold *fold, const char *board, int64_t at_ms,
                  struct restore_list *list);
void restore_finish(struct restore_list *list);

#endif
