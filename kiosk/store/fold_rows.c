#include <stdlib.h>
#include <string.h>

#include "store/fold_parts.h"

enum { ROOM_FIRST = 64 };

// Rows by name ------------------------------------------------------------------------

// Names are kept once, so their addresses are as good as their text.
static size_t slot_of(const struct fold *fold, const char *table, const char *id)
{
    const uintptr_t key[] = {(uintptr_t)table, (uintptr_t)id};
    size_t at = names_hash(NAMES_SEED, key, sizeof key) & (fold->slot_room - 1);

    while (fold->slots[at] != FOLD_NONE) {
        const struct fold_row *row = &fold->rows[fold->slots[at]];
        if (row->table == table && row->id == id) {
            break;
        }
        at = (at + 1) & (fold->slot_room - 1);
    }
    return at;
}

static bool grow_slots(struct fold *fold)
{
    size_t room = fold->slot_room == 0 ? ROOM_FIRST : fold->slot_room * 2;
    uint32_t *slots = malloc(room * sizeof *slots);

    if (slots == NULL) {
        return false;
    }
    memset(slots, 0xff, room * sizeof *slots);
    free(fold->slots);
    fold->slots = slots;
    fold->slot_room = room;
    for (uint32_t i = 0; i < fold->row_count; i++) {
        slots[slot_of(fold, fold->rows[i].table, fold->rows[i].id)] = i;
    }
    return true;
}

static bool grow(void **array, uint32_t *room, uint32_t count, size_t size)
{
    if (count < *room) {
        return true;
    }
    uint32_t wider = *room == 0 ? ROOM_FIRST : *room * 2;
    void *grown = realloc(*array, wider * size);
    if (grown == NULL) {
        return false;
    }
    *array = grown;
    *room = wider;
    return true;
}

uint32_t fold_row_keep(struct fold *fold, const char *table, const char *id)
{
    if ((size_t)fold->row_count * 2 >= fold->slot_room && !grow_slots(fold)) {
        return FOLD_NONE;
    }
    size_t slot = slot_of(fold, table, id);
    if (fold->slots[slot] != FOLD_NONE) {
        return fold->slots[slot];
    }
    if (!grow((void **)&fold->rows, &fold->row_room, fold->row_count, sizeof *fold->rows)) {
        return FOLD_NONE;
    }
    fold->rows[fold->row_count] =
        (struct fold_row){.table = table, .id = id, .first = FOLD_NONE};
    fold->slots[slot] = fold->row_count;
    return fold->row_count++;
}

uint32_t fold_row_find(const struct fold *fold, const char *table, const char *id)
{
    table = names_find(&fold->names, table);
    id = names_find(&fold->names, id);
    if (table == NULL || id == NULL || fold->slot_room == 0) {
        return FOLD_NONE;
    }
    return fold->slots[slot_of(fold, table, id)];
}

// Cells of a row ----------------------------------------------------------------------

static size_t wide_slot_of(const struct fold *fold, uint32_t row, const char *column)
{
    uint64_t hash = ((uintptr_t)column ^ row * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    size_t at = (size_t)(hash ^ hash >> 32) & (fold->wide_room - 1);

    while (fold->wide_slots[at] != FOLD_NONE) {
        const struct fold_cell *cell = &fold->cells[fold->wide_slots[at]];
        if (cell->row == row && cell->column == column) {
            break;
        }
        at = (at + 1) & (fold->wide_room - 1);
    }
    return at;
}

static bool wide_grow(struct fold *fold)
{
    size_t old_room = fold->wide_room;
    size_t room = old_room == 0 ? ROOM_FIRST : old_room * 2;
    uint32_t *old = fold->wide_slots;
    uint32_t *slots = malloc(room * sizeof *slots);

    if (slots == NULL) {
        return false;
    }
    memset(slots, 0xff, room * sizeof *slots);
    fold->wide_slots = slots;
    fold->wide_room = room;
    for (size_t i = 0; i < old_room; i++) {
        if (old[i] != FOLD_NONE) {
            const struct fold_cell *cell = &fold->cells[old[i]];
            slots[wide_slot_of(fold, cell->row, cell->column)] = old[i];
        }
    }
    free(old);
    return true;
}

static bool wide_put(struct fold *fold, uint32_t cell)
{
    if (fold->wide_count * 2 >= fold->wide_room && !wide_grow(fold)) {
        return false;
    }
    size_t slot = wide_slot_of(fold, fold->cells[cell].row, fold->cells[cell].column);
    fold->wide_slots[slot] = cell;
    fold->wide_count++;
    return true;
}

// How many cells of a row were looked at, and whether there are more.
struct look {
    int count;
    bool more;
};

// The rows of ours have a dozen cells: they stand one behind the other and are soon looked
// through. A wider one has a table.
static uint32_t cell_look(const struct fold *fold, uint32_t row, const char *column,
                          struct look *look)
{
    uint32_t at = fold->rows[row].first;

    *look = (struct look){0};
    while (at != FOLD_NONE && look->count < FOLD_NARROW) {
        if (fold->cells[at].column == column) {
            return at;
        }
        look->count++;
        at = fold->cells[at].next;
    }
    look->more = at != FOLD_NONE;
    return look->more ? fold->wide_slots[wide_slot_of(fold, row, column)] : FOLD_NONE;
}

// Puts a new cell in the list of its row. A file may give a row as many columns as it
// likes, and each would be looked for among all before it.
static void cell_link(struct fold *fold, uint32_t cell)
{
    const char *column = fold->cells[cell].column;
    uint32_t *link = &fold->rows[fold->cells[cell].row].first;

    for (int i = 0; i < FOLD_NARROW && *link != FOLD_NONE &&
                    strcmp(fold->cells[*link].column, column) < 0;
         i++) {
        link = &fold->cells[*link].next;
    }
    fold->cells[cell].next = *link;
    *link = cell;
}

// Finds the cells of a row that is about to become wide.
static bool widen(struct fold *fold, uint32_t row)
{
    bool ok = true;

    for (uint32_t at = fold->rows[row].first; ok && at != FOLD_NONE;
         at = fold->cells[at].next) {
        ok = wide_put(fold, at);
    }
    return ok;
}

uint32_t fold_cell_keep(struct fold *fold, uint32_t row, const char *column)
{
    struct look look;
    uint32_t found = cell_look(fold, row, column, &look);
    uint32_t fresh = fold->cell_count;

    if (found != FOLD_NONE) {
        return found;
    }
    if (!grow((void **)&fold->cells, &fold->cell_room, fold->cell_count,
              sizeof *fold->cells)) {
        return FOLD_NONE;
    }
    fold->cells[fresh] = (struct fold_cell){.column = column, .row = row};
    bool ok = look.more || look.count < FOLD_NARROW || widen(fold, row);
    ok = ok && (look.count < FOLD_NARROW || wide_put(fold, fresh));
    if (!ok) {
        return FOLD_NONE;
    }
    cell_link(fold, fresh);
    return fold->cell_count++;
}

uint32_t fold_cell_of(const struct fold *fold, uint32_t row, const char *kept)
{
    struct look look;

    return row == FOLD_NONE || kept == NULL ? FOLD_NONE : cell_look(fold, row, kept, &look);
}

uint32_t fold_cell_find(const struct fold *fold, uint32_t row, const char *column)
{
    return fold_cell_of(fold, row, names_find(&fold->names, column));
}
