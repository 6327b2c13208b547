#include "desk/plan.h"

#include <stdlib.h>
#include <string.h>

static int by_cell(const void *left, const void *right)
{
    const struct cell *a = left;
    const struct cell *b = right;
    int order = strcmp(a->table, b->table);

    order = order != 0 ? order : strcmp(a->row, b->row);
    order = order != 0 ? order : strcmp(a->column, b->column);
    return order != 0 ? order : a->at_ms < b->at_ms ? -1 : a->at_ms > b->at_ms;
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
    return strcmp(a->table, b->table) == 0 && strcmp(a->row, b->row) == 0 &&
           strcmp(a->column, b->column) == 0;
}

struct board_set *plan_preview(const struct plan *plan)
{
    struct cell *cells = calloc(plan->count + 1, sizeof *cells);
    size_t count = 0;

    if (cells == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < plan->count; i++) {
        const struct share_edit *edit = &plan->edits[i];
        cells[i] =
            (struct cell){edit->table, edit->row,   edit->column,
                          edit->value, edit->at_ms, strcmp(edit->author, "plan") != 0};
    }
    qsort(cells, plan->count, sizeof *cells, by_cell);
    for (size_t i = 0; i < plan->count; i++) {
        bool newest = i + 1 == plan->count || !same_cell(&cells[i], &cells[i + 1]);
        if (newest) {
            cells[count++] = cells[i];
        }
    }
    struct board_set *set = board_set_build(cells, count, NULL, 0);
    free(cells);
    return set;
}
