#include <string.h>

#include "board/board_parts.h"

// What a row must lead to, by the column that names it.
struct duty {
    const char *table, *column, *other; // other: a second column, NULL: none
};

static const struct duty duties[] = {
    {"board_column", NULL, NULL},     {"ambition", NULL, NULL},
    {"goal", "ambition", NULL},       {"action", "goal", NULL},
    {"track", "action", "column_id"}, {"bottleneck", "action", "column_id"},
    {"meeting", NULL, NULL},          {"decision", NULL, NULL},
};

enum { DUTIES = sizeof duties / sizeof *duties };

static bool orphan_add(struct build *build, const char *table, struct row *row,
                       const char *column)
{
    struct orphan *orphan = arena_alloc(build->arena, sizeof *orphan);

    if (orphan == NULL) {
        return false;
    }
    *orphan = (struct orphan){
        .board = rows_word(&build->rows, build->arena, row_value(row, "board")),
        .table = rows_word(&build->rows, build->arena, table),
        .row = row_name(build->arena, row),
        .column = column,
        .value = rows_word(&build->rows, build->arena, row_value(row, column)),
        .next = build->set->orphans,
    };
    build->set->orphans = orphan;
    build->set->orphan_count++;
    return true;
}

// True when the row became part of its board, or leads to a part of it.
static bool row_lands(const struct build *build, const struct duty *duty,
                      const struct row *row)
{
    if (duty->column == NULL) {
        return true;
    }
    if (strcmp(duty->table, "goal") == 0) {
        return lookup_get(&build->ambitions, row_value(row, duty->column)) != NULL;
    }
    return strcmp(duty->table, "bottleneck") == 0 ? row->track != NULL
                                                  : row->action != NULL;
}

// The column to blame: the second when the first leads somewhere.
static const char *column_astray(const struct build *build, const struct duty *duty,
                                 const struct row *row)
{
    bool found = duty->other != NULL &&
                 lookup_get(&build->actions, row_value(row, duty->column)) != NULL;

    return found ? duty->other : duty->column;
}

bool board_read_orphans(struct build *build)
{
    for (size_t i = 0; i < DUTIES; i++) {
        const struct duty *duty = &duties[i];
        const struct table *table = rows_table(&build->rows, duty->table);
        for (size_t k = table->starts[build->number]; k < table->starts[build->number + 1];
             k++) {
            struct row *row = table->by_board[k];
            if (!row_lands(build, duty, row) &&
                !orphan_add(build, duty->table, row, column_astray(build, duty, row))) {
                return false;
            }
        }
    }
    return true;
}

static bool needs_board(const char *table)
{
    for (size_t i = 0; i < DUTIES; i++) {
        if (strcmp(table, duties[i].table) == 0) {
            return true;
        }
    }
    return false;
}

bool board_read_lost(struct build *build)
{
    for (size_t i = 0; i < build->rows.table_count; i++) {
        struct table *table = &build->rows.tables[i];
        bool needs = needs_board(table->name);
        if (strcmp(table->name, "board") == 0) {
            continue;
        }
        for (size_t k = 0; k < table->row_count; k++) {
            struct row *row = &table->rows[k];
            bool lost = row->board == ROW_LOST || (needs && row->board == ROW_SHARED);
            if (lost && !orphan_add(build, table->name, row, "board")) {
                return false;
            }
        }
    }
    return true;
}
