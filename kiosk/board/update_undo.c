// Taking back what was touched just now, as far as nobody went on with it.
#include <string.h>

#include "board/board_parts.h"
#include "board/update_cells.h"

static bool track_now(const struct board *board, const struct update_cell *cell,
                      const char **now)
{
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        const struct {
            const char *column, *value;
        } cells[] = {{"stage", track->file.stage},
                     {"health", track->file.health},
                     {"reason", track->file.reason},
                     {"lead", track->file.lead},
                     {"reported", track->file.reported}};
        for (size_t k = 0;
             strcmp(track->row, cell->row) == 0 && k < sizeof cells / sizeof *cells; k++) {
            if (strcmp(cells[k].column, cell->column) == 0) {
                *now = cells[k].value;
                return true;
            }
        }
    }
    return false;
}

static bool bottleneck_now(const struct board *board, const struct update_cell *cell,
                           const char **now)
{
    for (size_t i = 0; i < board->bottleneck_count; i++) {
        const struct bottleneck *at = board->bottlenecks[i];
        const struct {
            const char *column, *value;
        } cells[] = {{"reason", at->file.reason},
                     {"asked", at->file.asked},
                     {"ended", at->file.ended},
                     {"rung", at->file.rung},
                     {"rung_since", at->file.rung_since}};
        for (size_t k = 0;
             strcmp(at->row, cell->row) == 0 && k < sizeof cells / sizeof *cells; k++) {
            if (strcmp(cells[k].column, cell->column) == 0) {
                *now = cells[k].value;
                return true;
            }
        }
    }
    return false;
}

static bool action_now(const struct board *board, const struct update_cell *cell,
                       const char **now)
{
    for (size_t i = 0; i < board->action_count; i++) {
        if (strcmp(board->actions[i].row, cell->row) == 0 &&
            strcmp(cell->column, "due") == 0) {
            *now = board->actions[i].due_file;
            return true;
        }
    }
    return false;
}

static bool meeting_now(const struct board *board, const struct update_cell *cell,
                        const char **now)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, cell->row) == 0 &&
            strcmp(cell->column, "state") == 0) {
            *now = board->meetings[i].state_file;
            return true;
        }
    }
    return false;
}

static bool decision_now(const struct board *board, const struct update_cell *cell,
                         const char **now)
{
    for (size_t i = 0; i < board->decision_count; i++) {
        const struct decision *at = &board->decisions[i];
        const struct {
            const char *column, *value;
        } cells[] = {{"text", at->file.text},
                     {"lead", at->file.lead},
                     {"due", at->file.due},
                     {"state", at->file.state}};
        for (size_t k = 0;
             strcmp(at->row, cell->row) == 0 && k < sizeof cells / sizeof *cells; k++) {
            if (strcmp(cells[k].column, cell->column) == 0) {
                *now = cells[k].value;
                return true;
            }
        }
    }
    return false;
}

// Whether the board still says what the cell wrote. What it does not show stands.
static bool stands(const struct board *board, const struct update_cell *cell)
{
    static const struct {
        const char *table;
        bool (*now)(const struct board *board, const struct update_cell *cell,
                    const char **now);
    } tables[] = {{"track", track_now},
                  {"bottleneck", bottleneck_now},
                  {"action", action_now},
                  {"meeting", meeting_now},
                  {"decision", decision_now}};
    const char *now = NULL;
    bool known = false;

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strcmp(tables[i].table, cell->table) == 0) {
            known = tables[i].now(board, cell, &now);
        }
    }
    return !known || !texts_differ(now, cell->value);
}

// Whether nobody went on with a row: then also its day of report, or its being there, goes.
static bool row_stands(const struct board *board, const struct update *update,
                       const struct update_cell *of)
{
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->row, of->row) == 0 && strcmp(cell->table, of->table) == 0 &&
            !stands(board, cell)) {
            return false;
        }
    }
    return true;
}

// Goes with the row, not by itself.
static bool follows_row(const struct update_cell *cell)
{
    return strcmp(cell->column, "_live") == 0 || strcmp(cell->column, "reported") == 0 ||
           strcmp(cell->column, "rung_since") == 0;
}

struct update *update_undo(const struct board *board, const struct update *update)
{
    struct update *inverse = update_inverse(update);
    size_t kept = 0;

    for (size_t i = 0; inverse != NULL && board != NULL && i < inverse->count; i++) {
        const struct update_cell *cell = &inverse->cells[i];
        const struct update_cell wrote = {.table = cell->table,
                                          .row = cell->row,
                                          .column = cell->column,
                                          .value = cell->before};
        if (follows_row(cell) ? row_stands(board, update, cell) : stands(board, &wrote)) {
            inverse->cells[kept++] = *cell;
        }
    }
    if (inverse != NULL && board != NULL) {
        inverse->count = kept;
    }
    return update_close(inverse);
}
