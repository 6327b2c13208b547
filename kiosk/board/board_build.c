#include <stdlib.h>
#include <string.h>

#include "board/board_parts.h"

// The newest moment in the cells and the entries.
static int64_t newest_ms(const struct cell *cells, size_t cell_count,
                         const struct entry *entries, size_t entry_count)
{
    int64_t newest = 0;

    for (size_t i = 0; i < cell_count; i++) {
        newest = cells[i].at_ms > newest ? cells[i].at_ms : newest;
    }
    for (size_t i = 0; i < entry_count; i++) {
        newest = entries[i].at_ms > newest ? entries[i].at_ms : newest;
    }
    return newest;
}

static int boards_compare(const void *left, const void *right)
{
    const struct item *a = left;
    const struct item *b = right;

    if (a->position < b->position || a->position > b->position) {
        return a->position < b->position ? -1 : 1;
    }
    return strcmp(a->row->id, b->row->id);
}

// The rows that are boards, in their order; at most BOARD_MAX.
static size_t boards_pick(const struct table *table, struct item items[BOARD_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < table->row_count && count < BOARD_MAX; i++) {
        struct row *row = &table->rows[i];
        double position = position_read(row_value(row, "position"));
        // Rows without a board are shared: nothing can be called that.
        if (row->id[0] != '\0') {
            items[count++] = (struct item){.row = row, .position = position};
        }
    }
    qsort(items, count, sizeof *items, boards_compare);
    return count;
}

// Makes room for the boards and gives every row its board.
static bool boards_open(struct build *build)
{
    const struct table *table = rows_table(&build->rows, "board");
    struct item items[BOARD_MAX];
    size_t count = boards_pick(table, items);
    struct lookup slugs = {0};
    bool done = false;

    build->boards = arena_alloc(build->arena, count * sizeof *build->boards + 1);
    if (build->boards == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const void **place = lookup_place(&slugs, items[i].row->id);
        if (place == NULL) {
            goto out;
        }
        build->boards[i].slug = rows_word(&build->rows, build->arena, items[i].row->id);
        *place = &build->boards[i];
    }
    build->board_count = count;
    build->set->boards = build->boards;
    build->set->count = count;
    done = rows_assign(&build->rows, &slugs, build->boards, count);
    // A row of `board` is about itself, and nothing else.
    for (size_t i = 0; i < table->row_count; i++) {
        table->rows[i].board = ROW_LOST;
    }
    for (size_t i = 0; i < count; i++) {
        items[i].row->board = (int)i;
    }
out:
    lookup_finish(&slugs);
    return done;
}

static void board_close(struct build *build)
{
    lookup_finish(&build->columns);
    lookup_finish(&build->ambitions);
    lookup_finish(&build->goals);
    lookup_finish(&build->actions);
}

static bool boards_read(struct build *build)
{
    for (size_t i = 0; i < build->board_count; i++) {
        build->number = (int)i;
        build->board = &build->boards[i];
        bool read = board_read_plan(build) && board_read_around(build) &&
                    board_read_life(build) && board_read_meetings(build) &&
                    board_read_orphans(build);
        board_close(build);
        if (!read) {
            return false;
        }
    }
    return true;
}

struct board_set *board_set_build(const struct cell *cells, size_t cell_count,
                                  const struct entry *entries, size_t entry_count)
{
    struct board_set *set = calloc(1, sizeof *set);
    struct build build = {.set = set};
    bool done = false;

    if (set == NULL) {
        return NULL;
    }
    build.arena = &set->arena;
    set->trouble = "";
    set->data_ms = newest_ms(cells, cell_count, entries, entry_count);
    done = rows_group(&build.rows, cells, cell_count) && boards_open(&build) &&
           boards_read(&build) && board_read_lost(&build) &&
           board_read_history(&build, entries, entry_count) &&
           board_read_conflicts(&build) && !set->arena.failed;
    rows_finish(&build.rows);
    if (!done) {
        board_set_free(set);
        return NULL;
    }
    return set;
}
