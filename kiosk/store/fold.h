// All entries of a log in memory, and what follows from them: the winner of every cell. A
// pure function of the set of entries: the order in which they came does not matter.
#ifndef REGIEBORD_STORE_FOLD_H
#define REGIEBORD_STORE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/names.h"
#include "store/record.h"

#define FOLD_NONE UINT32_MAX

enum { FOLD_NARROW = 32 };

struct fold_cell {
    const char *column; // in `names`, as all names here
    const struct record
        *winner; // the greatest entry; NULL when none says anything about the cell any more
    uint32_t row;
    // Cell of the same row, FOLD_NONE at the end. The first FOLD_NARROW are by column; a
    // row that has more is no row of ours, and the rest of them has no order.
    uint32_t next;
};

struct fold_row {
    const char *table, *id;
    const struct record *newest; // over all its cells; NULL as above
    uint32_t first;              // cell
    uint32_t mark;               // free for whoever walks the fold
};

// Read it, never write it but for the marks.
struct fold {
    struct names names;
    struct arena arena;      // owns records
    struct arena texts;      // owns values that are no words
    struct record **records; // owned; in the order of the log
    size_t count, room;
    struct fold_cell *cells; // owned
    uint32_t cell_count, cell_room;
    struct fold_row *rows; // owned
    uint32_t row_count, row_room;
    uint32_t *order;  // owned; rows by table and id: call fold_order first
    uint32_t ordered; // rows that `order` holds
    uint32_t *slots;  // owned; hash of rows
    size_t slot_room;
    uint32_t *wide_slots; // owned; hash of the cells of rows with more than FOLD_NARROW
    size_t wide_room, wide_count;
    struct {
        const char *device, *table, *row, *author;
    } last;          // names of the entry that came in last
    uint32_t serial; // last mark given out
    // See store/horizon.h. The greatest horizon that an entry names, 0 when none does, and
    // the one in force.
    int64_t horizon_said, horizon;
    uint32_t replaced; // grows when a known entry gets a greater payload
};

struct fold *fold_create(void);       // NULL when memory runs out
void fold_destroy(struct fold *fold); // NULL is fine

// Takes in entries, in any order, known or not; copies them. False when memory runs out:
// the fold is then of no use any more.
bool fold_add(struct fold *fold, const struct record *records, size_t count);

// The entry with this key, or NULL. *hint is a place near it and is moved along, so that a
// walk in the order of the log takes one comparison per entry; start with 0.
struct record *fold_find(const struct fold *fold, const struct record *key, size_t *hint);

// The place in `records` of the first entry that is of this moment or later.
size_t fold_from(const struct fold *fold, int64_t hlc);

// FOLD_NONE when no entry names it.
uint32_t fold_row_find(const struct fold *fold, const char *table, const char *id);
uint32_t fold_cell_find(const struct fold *fold, uint32_t row, const char *column);
// The same for a column out of `names`, compared by its address; NULL has no cell.
uint32_t fold_cell_of(const struct fold *fold, uint32_t row, const char *kept);

// Brings `order` up to date. False when memory runs out.
bool fold_order(struct fold *fold);

// A row shows unless the newest entry over all its cells deletes it.
bool fold_shows(const struct fold *fold, uint32_t row);

// A mark that no record or row carries yet.
uint32_t fold_next_mark(struct fold *fold);

#endif
