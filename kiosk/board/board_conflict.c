#include <stdlib.h>

#include "board/board_parts.h"

// Texts of the changes of one board are kept once, so the address of a row and of a column
// name a cell.
static int cells_compare(const struct change *a, const struct change *b)
{
    if (a->row != b->row) {
        return (uintptr_t)a->row < (uintptr_t)b->row ? -1 : 1;
    }
    if (a->column != b->column) {
        return (uintptr_t)a->column < (uintptr_t)b->column ? -1 : 1;
    }
    return a->table == b->table ? 0 : (uintptr_t)a->table < (uintptr_t)b->table ? -1 : 1;
}

static int by_cell(const void *left, const void *right)
{
    const struct conflict *const *a = left;
    const struct conflict *const *b = right;

    return cells_compare((*a)->lost, (*b)->lost);
}

static int find_cell(const void *key, const void *element)
{
    const struct conflict *const *conflict = element;

    return cells_compare(key, (*conflict)->lost);
}

static struct conflict *of_cell(struct conflict **cells, size_t count,
                                const struct change *change)
{
    struct conflict **found =
        bsearch(change, cells, count, sizeof(struct conflict *), find_cell);

    return found == NULL ? NULL : *found;
}

// Gives every conflict the newest change of its cell. `cells` has them all, in any order.
static void find_stands(const struct board *board, struct conflict *conflicts,
                        struct conflict **cells, size_t count)
{
    size_t kept = 0;

    qsort(cells, count, sizeof(struct conflict *), by_cell);
    for (size_t i = 0; i < count; i++) { // one of each cell
        if (i == 0 || by_cell(&cells[kept - 1], &cells[i]) != 0) {
            cells[kept++] = cells[i];
        }
    }
    for (size_t i = 0; i < board->change_count; i++) {
        struct conflict *found = of_cell(cells, kept, &board->changes[i]);
        if (found != NULL) {
            found->stands = &board->changes[i];
        }
    }
    for (size_t i = 0; i < count; i++) {
        conflicts[i].stands = of_cell(cells, kept, conflicts[i].lost)->stands;
    }
}

static bool read_conflicts(struct build *build, struct board *board)
{
    size_t count = 0;
    size_t at = 0;

    for (size_t i = 0; i < board->change_count; i++) {
        count += board->changes[i].overlapped;
    }
    if (count == 0) {
        return true;
    }
    struct conflict *conflicts = arena_alloc(build->arena, count * sizeof *conflicts);
    struct conflict **cells =
        arena_alloc(&build->rows.scratch, count * sizeof(struct conflict *));
    if (conflicts == NULL || cells == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->change_count; i++) {
        if (board->changes[i].overlapped) {
            conflicts[at] = (struct conflict){&board->changes[i], &board->changes[i]};
            cells[at] = &conflicts[at];
            at++;
        }
    }
    find_stands(board, conflicts, cells, count);
    board->conflicts = conflicts;
    board->conflict_count = count;
    return true;
}

bool board_read_conflicts(struct build *build)
{
    bool read = true;

    for (size_t i = 0; read && i < build->board_count; i++) {
        read = read_conflicts(build, &build->boards[i]);
    }
    return read;
}
