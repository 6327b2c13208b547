#include "share/mint.h"

#include <stdlib.h>
#include <string.h>

#include "store/clock.h"
#include "store/log.h"

#define LOG_MODULE "mint"
#include "base/log.h"

struct record mint_record(struct mint *mint, const char *table, const char *row,
                          const char *column, const char *value, const char *author)
{
    const struct fold *fold = mint->fold;
    const struct env *env = mint->env;
    uint32_t at = fold_row_find(fold, table, row);
    uint32_t cell = fold_cell_find(fold, at, column);
    const struct record *newest = at == FOLD_NONE ? NULL : fold->rows[at].newest;
    const struct record *winner = cell == FOLD_NONE ? NULL : fold->cells[cell].winner;
    unsigned char eid[RECORD_EID_BYTES];

    env->random(env->context, eid, sizeof eid);
    mint->own_last =
        clock_next(mint->now_ms, mint->own_last, newest == NULL ? -1 : newest->hlc);
    return (struct record){
        .hlc = mint->own_last,
        .device = mint->device,
        .eid = record_eid_read(eid),
        .table = table,
        .row = row,
        .column = column,
        .value = value,
        .size = value == NULL ? 0 : strlen(value),
        .author = author,
        .base = winner == NULL ? RECORD_NO_BASE : winner->hlc,
        .rx_ms = mint->now_ms,
    };
}

void mint_after(struct mint *mint, const char *table, const char *row)
{
    uint32_t at = fold_row_find(mint->fold, table, row);
    const struct record *newest = at == FOLD_NONE ? NULL : mint->fold->rows[at].newest;

    if (newest != NULL && newest->hlc > mint->own_last) {
        mint->own_last = newest->hlc;
    }
}

bool mint_add(struct mint *mint, const char *table, const char *row, const char *column,
              const char *value, const char *author)
{
    if (mint->count == mint->room) {
        size_t room = mint->room == 0 ? 16 : mint->room * 2;
        struct record *records = realloc(mint->records, room * sizeof *records);
        if (records == NULL) {
            return false;
        }
        mint->records = records;
        mint->room = room;
    }
    struct record *record = &mint->records[mint->count];
    *record = mint_record(mint, table, row, column, value, author);
    const char *fault = record_fault(record);
    if (fault != NULL) {
        LOG_ERR("%s %s %s is left out: %s", table, row, column, fault);
        return true;
    }
    mint->count++;
    return true;
}

static bool same_row(const struct record *record, const struct update_cell *cell)
{
    return strcmp(record->table, cell->table) == 0 && strcmp(record->row, cell->row) == 0;
}

// What the row will be once all that was made so far is written.
static bool will_show(const struct mint *mint, const struct update_cell *cell)
{
    for (size_t i = mint->count; i > 0; i--) {
        if (same_row(&mint->records[i - 1], cell)) {
            return !record_deletes(&mint->records[i - 1]);
        }
    }
    return fold_shows(mint->fold, fold_row_find(mint->fold, cell->table, cell->row));
}

static bool mint_cell(struct mint *mint, const struct update_cell *cell, const char *author)
{
    const char *value = cell->value == NULL || cell->value[0] == '\0' ? NULL : cell->value;

    if (strcmp(cell->column, RECORD_LIVE) != 0 && !will_show(mint, cell) &&
        !mint_add(mint, cell->table, cell->row, RECORD_LIVE, "1", author)) {
        return false;
    }
    return mint_add(mint, cell->table, cell->row, cell->column, value, author);
}

bool mint_update(struct mint *mint, const struct update *update)
{
    bool ok = true;

    for (size_t i = 0; i < update->count; i++) {
        mint_after(mint, update->cells[i].table, update->cells[i].row);
    }
    for (size_t i = 0; ok && i < update->count; i++) {
        ok = mint_cell(mint, &update->cells[i], update->author);
    }
    return ok;
}

bool mint_write(struct mint *mint, struct log *log, struct fold *fold)
{
    return log_append(log, mint->records, mint->count, false) &&
           fold_add(fold, mint->records, mint->count);
}

void mint_finish(struct mint *mint)
{
    free(mint->records);
    mint->records = NULL;
    mint->count = mint->room = 0;
}
