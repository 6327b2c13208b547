#include "store/present.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/clock.h"
#include "store/overlap.h"
#include "store/past.h"

enum { MANY = 50000 }; // entries

static bool reported(const struct record *record)
{
    return strcmp(record->author, RECORD_PLAN) != 0;
}

// The columns of a table as the fold keeps them: there are as many cells as a table has
// rows and columns, and addresses compare faster than texts.
struct kept {
    const char *columns[SCHEMA_COLUMNS_MAX];
    size_t count;
};

static void keep_columns(const struct fold *fold, const struct schema_table *table,
                         struct kept *kept)
{
    kept->count = 0;
    for (size_t i = 0; table != NULL && i < table->column_count; i++) {
        const char *column = names_find(&fold->names, table->columns[i]);
        if (column != NULL) {
            kept->columns[kept->count++] = column;
        }
    }
}

static bool has(const struct kept *kept, const char *column)
{
    size_t i = 0;

    while (i < kept->count && kept->columns[i] != column) {
        i++;
    }
    return i < kept->count;
}

// Cells of the rows that show, by table, row and column.
static size_t gather_cells(const struct past *past, const struct schema *schema,
                           struct cell *out)
{
    const struct fold *fold = past->fold;
    const struct schema_table *table = NULL;
    const char *name = NULL;
    struct kept kept = {.count = 0};
    size_t count = 0;

    for (uint32_t i = 0; i < fold->ordered; i++) {
        const struct fold_row *row = &fold->rows[fold->order[i]];
        if (row->table != name) {
            name = row->table;
            table = schema_table_find(schema, name);
            keep_columns(fold, table, &kept);
        }
        if (table == NULL || !past_shows(past, fold->order[i])) {
            continue;
        }
        for (uint32_t at = row->first; at != FOLD_NONE; at = fold->cells[at].next) {
            const struct record *winner = past_winner(past, at);
            if (winner != NULL && has(&kept, winner->column)) {
                out[count++] = (struct cell){row->table,
                                             row->id,
                                             winner->column,
                                             winner->value,
                                             clock_ms(winner->hlc),
                                             reported(winner)};
            }
        }
    }
    return count;
}

// What people and tools changed, oldest first, with what each cell held before. `last` has
// a place per cell, and so has `overlapped`, the entries that were overwritten unseen.
static size_t gather_entries(const struct past *past, const struct schema *schema,
                             const struct record *const *overlapped, const char **last,
                             struct entry *out)
{
    size_t count = 0;

    for (size_t i = 0; i < past->count; i++) {
        const struct record *record = past->fold->records[i];
        if (reported(record) && schema_table_find(schema, record->table) != NULL) {
            out[count++] = (struct entry){
                .at_ms = clock_ms(record->hlc),
                .author = record->author,
                .device = record->device,
                .table = record->table,
                .row = record->row,
                .column = record->column,
                .value = record->value,
                .before = last[record->cell],
                .overlapped = overlapped[record->cell] == record,
            };
        }
        last[record->cell] = record->value;
    }
    return count;
}

static struct board_set *build(const struct past *past, const struct schema *schema)
{
    size_t cell_room = (size_t)past->fold->cell_count + 1;
    struct cell *cells = calloc(cell_room, sizeof *cells);
    struct entry *entries = calloc(past->count + 1, sizeof *entries);
    const char **last = calloc(cell_room, sizeof *last);
    const struct record **overlapped = calloc(cell_room, sizeof *overlapped);
    struct board_set *set = NULL;

    if (cells != NULL && entries != NULL && last != NULL && overlapped != NULL) {
        overlap_find(past, overlapped);
        size_t cell_count = gather_cells(past, schema, cells);
        size_t entry_count = gather_entries(past, schema, overlapped, last, entries);
        set = board_set_build(cells, cell_count, entries, entry_count);
    }
    free(cells);
    free(entries);
    free(last);
    free(overlapped);
    if (past->count > MANY) {
        memory_give_back(); // lists as long as the log
    }
    return set;
}

struct board_set *present_boards(struct fold *fold, const struct schema *schema)
{
    const struct past now = past_now(fold);

    return fold_order(fold) ? build(&now, schema) : NULL;
}

struct board_set *present_past(struct fold *fold, const struct schema *schema,
                               int64_t at_ms)
{
    struct past past;
    bool made = past_make(&past, fold, at_ms);
    struct board_set *set = made && fold_order(fold) ? build(&past, schema) : NULL;

    past_finish(&past);
    return set;
}

bool present_cells(struct fold *fold, const struct schema *schema, struct cell *out,
                   size_t *count)
{
    const struct past now = past_now(fold);
    bool ok = fold_order(fold);

    *count = ok ? gather_cells(&now, schema, out) : 0;
    return ok;
}
