#include "store/restore.h"

#include <stdlib.h>
#include <string.h>

#include "store/past.h"

// What the row says about a column: then, or else now. NULL when it says nothing.
static const char *told(const struct past *past, uint32_t row, const char *column)
{
    uint32_t cell = fold_cell_find(past->fold, row, column);
    const struct record *then = cell == FOLD_NONE ? NULL : past->winners[cell];
    const struct record *now = cell == FOLD_NONE ? NULL : past->fold->cells[cell].winner;

    if (then != NULL && then->value != NULL) {
        return then->value;
    }
    return now == NULL ? NULL : now->value;
}

static bool concerns(const struct past *past, uint32_t row, const char *board)
{
    const struct fold_row *at = &past->fold->rows[row];
    const char *of = strcmp(at->table, "board") == 0 ? at->id : told(past, row, "board");

    if (at->table[0] == '_' || of == NULL || (board != NULL && strcmp(of, board) != 0)) {
        return false;
    }
    uint32_t own = fold_row_find(past->fold, "board", of);
    return own != FOLD_NONE && past_shows(past, own);
}

static bool put(struct restore_list *list, const struct fold_row *row, const char *column,
                const char *value)
{
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 64 : list->room * 2;
        struct restore_cell *cells = realloc(list->cells, room * sizeof *cells);
        if (cells == NULL) {
            return false;
        }
        list->cells = cells;
        list->room = room;
    }
    list->cells[list->count++] = (struct restore_cell){row->table, row->id, column, value};
    return true;
}

// PINs are no part of what a programme was: an old one may be known by now, and who has
// none lets anybody choose it. That a board asks for them stays, too.
static const char PIN[] = "pin";

static bool has_pin(const struct fold *fold, uint32_t row)
{
    uint32_t cell = fold_cell_find(fold, row, PIN);
    const struct record *now = cell == FOLD_NONE ? NULL : fold->cells[cell].winner;

    return now != NULL && now->value != NULL;
}

static bool put_cells(const struct past *past, uint32_t row, struct restore_list *list)
{
    const struct fold *fold = past->fold;
    bool ok = true;

    for (uint32_t at = fold->rows[row].first; ok && at != FOLD_NONE;
         at = fold->cells[at].next) {
        const struct record *then = past->winners[at];
        const struct record *now = fold->cells[at].winner;
        const char *value = then == NULL ? NULL : then->value;
        bool same =
            record_same_value(value, then == NULL ? 0 : then->size,
                              now == NULL ? NULL : now->value, now == NULL ? 0 : now->size);
        if (!same && strcmp(fold->cells[at].column, RECORD_LIVE) != 0 &&
            strcmp(fold->cells[at].column, PIN) != 0) {
            ok = put(list, &fold->rows[row], fold->cells[at].column, value);
        }
    }
    return ok;
}

bool restore_find(const struct fold *fold, const char *board, int64_t at_ms,
                  struct restore_list *list)
{
    struct past past;
    bool ok = past_make(&past, fold, at_ms);

    for (uint32_t row = 0; ok && row < fold->row_count; row++) {
        if (!concerns(&past, row, board)) {
            continue;
        }
        if (!past_shows(&past, row)) {
            ok = !fold_shows(fold, row) || has_pin(fold, row) ||
                 put(list, &fold->rows[row], RECORD_LIVE, "0");
            continue;
        }
        ok = (fold_shows(fold, row) || put(list, &fold->rows[row], RECORD_LIVE, "1")) &&
             put_cells(&past, row, list);
    }
    past_finish(&past);
    return ok;
}

void restore_finish(struct restore_list *list)
{
    free(list->cells);
    *list = (struct restore_list){0};
}
