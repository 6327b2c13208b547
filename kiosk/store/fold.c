#include "store/fold_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
    ROOM_FIRST = 64,
    WORD_MOST = 24, // bytes of a value that is kept once
};

struct fold *fold_create(void)
{
    return calloc(1, sizeof(struct fold));
}

void fold_destroy(struct fold *fold)
{
    if (fold == NULL) {
        return;
    }
    names_finish(&fold->names);
    arena_finish(&fold->arena);
    arena_finish(&fold->texts);
    free(fold->records);
    free(fold->cells);
    free(fold->rows);
    free(fold->order);
    free(fold->slots);
    free(fold->wide_slots);
    free(fold);
}

bool fold_shows(const struct fold *fold, uint32_t row)
{
    const struct record *newest = row == FOLD_NONE ? NULL : fold->rows[row].newest;

    return newest != NULL && !record_deletes(newest);
}

// Entries -----------------------------------------------------------------------------

struct record *fold_find(const struct fold *fold, const struct record *key, size_t *hint)
{
    size_t low = 0;
    size_t high = fold->count;

    // Most often the key is right here, or just before here: then there is nothing to
    // search.
    if (*hint < high) {
        int by = record_compare(key, fold->records[*hint]);
        if (by == 0) {
            return fold->records[(*hint)++];
        }
        low = by > 0 ? *hint + 1 : 0;
        high = by > 0 ? high : *hint;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int by = record_compare(key, fold->records[middle]);
        if (by == 0) {
            *hint = middle + 1;
            return fold->records[middle];
        }
        low = by > 0 ? middle + 1 : low;
        high = by > 0 ? high : middle;
    }
    *hint = low;
    return NULL;
}

size_t fold_from(const struct fold *fold, int64_t hlc)
{
    size_t low = 0;
    size_t high = fold->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = fold->records[middle]->hlc < hlc;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

// Most values are words that thousands of cells have in common.
static const char *keep_value(struct fold *fold, const char *value, size_t size)
{
    bool word = size <= WORD_MOST && memchr(value, '\0', size) == NULL;

    return word ? names_keep(&fold->names, value) : arena_text(&fold->texts, value, size);
}

// One entry is much like the one before it.
static const char *keep_name(struct fold *fold, const char *name, const char **last)
{
    if (*last == NULL || strcmp(*last, name) != 0) {
        *last = names_keep(&fold->names, name);
    }
    return *last;
}

static bool copy_payload(struct fold *fold, struct record *to, const struct record *from)
{
    to->table = keep_name(fold, from->table, &fold->last.table);
    to->row = keep_name(fold, from->row, &fold->last.row);
    to->column = names_keep(&fold->names, from->column);
    to->author = keep_name(fold, from->author, &fold->last.author);
    to->value = from->value == NULL ? NULL : keep_value(fold, from->value, from->size);
    to->size = from->value == NULL ? 0 : from->size;
    to->base = from->base;
    to->rx_ms = from->rx_ms;
    to->seen = to->seen || from->seen;
    return to->table != NULL && to->row != NULL && to->column != NULL &&
           to->author != NULL && (to->value != NULL) == (from->value != NULL);
}

static struct record *copy_record(struct fold *fold, const struct record *from)
{
    struct record *to = arena_alloc(&fold->arena, sizeof *to);

    if (to == NULL) {
        return NULL;
    }
    to->seen = to->held = false;
    to->mark = 0;
    if (!copy_payload(fold, to, from)) {
        return NULL;
    }
    to->hlc = from->hlc;
    to->eid = from->eid;
    to->device = keep_name(fold, from->device, &fold->last.device);
    return to->device == NULL ? NULL : to;
}

// Gives the entry its cell, and the cell its entry when that is the newest.
static bool attach(struct fold *fold, struct record *record)
{
    uint32_t row = fold_row_keep(fold, record->table, record->row);

    if (row == FOLD_NONE) {
        return false;
    }
    record->cell = fold_cell_keep(fold, row, record->column);
    if (record->cell == FOLD_NONE) {
        return false;
    }
    struct fold_cell *cell = &fold->cells[record->cell];
    if (cell->winner == NULL || record_compare(record, cell->winner) > 0) {
        cell->winner = record;
    }
    int64_t horizon = record_horizon(record);
    fold->horizon_said = horizon > fold->horizon_said ? horizon : fold->horizon_said;
    struct fold_row *at = &fold->rows[row];
    if (at->newest == NULL || record_compare(record, at->newest) > 0) {
        at->newest = record;
    }
    return true;
}

// An entry that was replaced may have left its cell: all winners anew.
static bool attach_all(struct fold *fold)
{
    fold->horizon_said = 0;
    fold->replaced++;
    for (uint32_t i = 0; i < fold->cell_count; i++) {
        fold->cells[i].winner = NULL;
    }
    for (uint32_t i = 0; i < fold->row_count; i++) {
        fold->rows[i].newest = NULL;
    }
    for (size_t i = 0; i < fold->count; i++) {
        if (!attach(fold, fold->records[i])) {
            return false;
        }
    }
    return true;
}

static bool make_room(struct fold *fold, size_t more)
{
    size_t room = fold->room == 0 ? ROOM_FIRST : fold->room;

    while (room < fold->count + more) {
        room *= 2;
    }
    if (room == fold->room) {
        return true;
    }
    struct record **records = realloc(fold->records, room * sizeof(struct record *));
    if (records == NULL) {
        return false;
    }
    fold->records = records;
    fold->room = room;
    return true;
}

// Merges `count` new entries, in order, into the records; from the back, so that nothing
// moves twice.
static void merge(struct fold *fold, struct record *const *fresh, size_t count)
{
    size_t old = fold->count;
    size_t to = old + count;

    fold->count = to;
    while (count > 0) {
        bool later =
            old > 0 && record_compare(fold->records[old - 1], fresh[count - 1]) > 0;
        fold->records[--to] = later ? fold->records[--old] : fresh[--count];
    }
}

static int compare_pointers(const void *a, const void *b)
{
    return record_compare(*(const struct record *const *)a,
                          *(const struct record *const *)b);
}

static int compare_rows(const void *a, const void *b, void *fold_of)
{
    const struct fold *fold = fold_of;
    const struct fold_row *x = &fold->rows[*(const uint32_t *)a];
    const struct fold_row *y = &fold->rows[*(const uint32_t *)b];
    int by = x->table == y->table ? 0 : strcmp(x->table, y->table);

    return by != 0 ? by : strcmp(x->id, y->id);
}

bool fold_order(struct fold *fold)
{
    uint32_t old = fold->ordered;
    uint32_t count = fold->row_count - old;
    uint32_t to = fold->row_count;

    if (count == 0) {
        return true;
    }
    uint32_t *order = malloc((size_t)to * sizeof *order);
    uint32_t *fresh = malloc((size_t)count * sizeof *fresh);
    if (order == NULL || fresh == NULL) {
        free(order);
        free(fresh);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        fresh[i] = old + i;
    }
    qsort_r(fresh, count, sizeof *fresh, compare_rows, fold);
    while (to > 0) {
        bool later = count == 0 || (old > 0 && compare_rows(&fold->order[old - 1],
                                                            &fresh[count - 1], fold) > 0);
        order[--to] = later ? fold->order[--old] : fresh[--count];
    }
    free(fresh);
    free(fold->order);
    fold->order = order;
    fold->ordered = fold->row_count;
    return true;
}

// Copies what is new of sorted entries to `fresh`. *replaced is set when a known one got a
// greater payload.
static bool gather(struct fold *fold, const struct record *const *sorted, size_t count,
                   struct record **fresh, size_t *fresh_count, bool *replaced)
{
    size_t hint = fold->count;

    for (size_t i = 0; i < count; i++) {
        struct record *known = fold_find(fold, sorted[i], &hint);
        if (known == NULL && *fresh_count > 0 &&
            record_compare(fresh[*fresh_count - 1], sorted[i]) == 0) {
            known = fresh[*fresh_count - 1];
        }
        if (known == NULL) {
            fresh[*fresh_count] = copy_record(fold, sorted[i]);
            if (fresh[(*fresh_count)++] == NULL) {
                return false;
            }
            continue;
        }
        known->seen = known->seen || sorted[i]->seen;
        if (record_compare_payload(sorted[i], known) > 0) {
            *replaced = true;
            if (!copy_payload(fold, known, sorted[i])) {
                return false;
            }
        }
    }
    return true;
}

bool fold_add(struct fold *fold, const struct record *records, size_t count)
{
    const struct record **sorted = malloc((count + 1) * sizeof *sorted);
    struct record **fresh = malloc((count + 1) * sizeof(struct record *));
    size_t fresh_count = 0;
    bool replaced = false;
    bool ok = sorted != NULL && fresh != NULL;

    for (size_t i = 0; ok && i < count; i++) {
        sorted[i] = &records[i];
    }
    if (ok) {
        // A log comes in its own order.
        for (size_t i = 1; i < count; i++) {
            if (record_compare(sorted[i - 1], sorted[i]) > 0) {
                qsort(sorted, count, sizeof *sorted, compare_pointers);
                break;
            }
        }
        ok = gather(fold, sorted, count, fresh, &fresh_count, &replaced) &&
             make_room(fold, fresh_count);
    }
    if (ok) {
        merge(fold, fresh, fresh_count);
    }
    for (size_t i = 0; ok && i < fresh_count; i++) {
        ok = attach(fold, fresh[i]);
    }
    ok = ok && (!replaced || attach_all(fold));
    free(sorted);
    free(fresh);
    return ok;
}

uint32_t fold_next_mark(struct fold *fold)
{
    if (++fold->serial == 0) { // after 4 billion imports: start over, with nothing marked
        for (size_t i = 0; i < fold->count; i++) {
            fold->records[i]->mark = 0;
        }
        for (uint32_t i = 0; i < fold->row_count; i++) {
            fold->rows[i].mark = 0;
        }
        fold->serial = 1;
    }
    return fold->serial;
}
