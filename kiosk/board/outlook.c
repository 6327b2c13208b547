#include "board/outlook.h"

#include <stdlib.h>

// No change, in the chains of an action.
#define CHANGE_NONE UINT32_MAX

static bool list_attention(struct outlook *outlook)
{
    size_t count = attention_list(outlook->board, outlook->today, NULL, 0);
    struct attention *list = arena_alloc(&outlook->arena, (count + 1) * sizeof *list);
    size_t at = 0;

    if (list == NULL) {
        return false;
    }
    attention_list(outlook->board, outlook->today, list, count);
    for (int kind = 0; kind <= ATTENTION_KIND_COUNT; kind++) {
        while (at < count && (int)list[at].kind < kind) {
            at++;
        }
        outlook->attention_first[kind] = at;
    }
    outlook->attention = list;
    return true;
}

static bool list_paces(struct outlook *outlook)
{
    const struct board *board = outlook->board;

    outlook->paces =
        arena_alloc(&outlook->arena, (board->ambition_count + 1) * sizeof *outlook->paces);
    for (size_t i = 0; outlook->paces != NULL && i < board->ambition_count; i++) {
        pace_of(board, &board->ambitions[i], &outlook->paces[i]);
    }
    return outlook->paces != NULL;
}

// Tracks of one column (all when it is NULL) behind those that are there already.
static size_t put_tracks(struct outlook *outlook, const struct ambition *ambition,
                         const struct column *column, size_t at)
{
    for (size_t g = 0; g < ambition->goal_count; g++) {
        const struct goal *goal = &ambition->goals[g];
        for (size_t a = 0; a < goal->action_count; a++) {
            for (size_t c = 0; c < outlook->board->column_count; c++) {
                const struct track *track = goal->actions[a].tracks[c];
                if (track != NULL && (column == NULL || track->column == column)) {
                    outlook->tracks[at++] = track;
                }
            }
        }
    }
    return at;
}

// A section per column and one for all; in each the ambitions in their order, where they
// begin in tracks_first.
static bool list_tracks(struct outlook *outlook)
{
    const struct board *board = outlook->board;
    size_t step = board->ambition_count + 1;
    size_t at = 0;

    outlook->tracks = arena_alloc(&outlook->arena,
                                  (2 * board->track_count + 1) * sizeof *outlook->tracks);
    outlook->tracks_first = arena_alloc(&outlook->arena, (board->column_count + 1) * step *
                                                             sizeof *outlook->tracks_first);
    if (outlook->tracks == NULL || outlook->tracks_first == NULL) {
        return false;
    }
    for (size_t c = 0; c <= board->column_count; c++) {
        for (size_t i = 0; i < board->ambition_count; i++) {
            outlook->tracks_first[c * step + i] = at;
            at = put_tracks(outlook, &board->ambitions[i],
                            c < board->column_count ? &board->columns[c] : NULL, at);
        }
        outlook->tracks_first[c * step + board->ambition_count] = at;
    }
    return true;
}

static bool chain_changes(struct outlook *outlook)
{
    const struct board *board = outlook->board;

    outlook->newest =
        arena_alloc(&outlook->arena, (board->action_count + 1) * sizeof *outlook->newest);
    outlook->older =
        arena_alloc(&outlook->arena, (board->change_count + 1) * sizeof *outlook->older);
    if (outlook->newest == NULL || outlook->older == NULL ||
        board->change_count >= CHANGE_NONE) {
        return false;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        outlook->newest[i] = CHANGE_NONE;
    }
    for (size_t i = 0; i < board->change_count; i++) {
        const struct action *action = board->changes[i].action;
        if (action != NULL) {
            outlook->older[i] = outlook->newest[action->index];
            outlook->newest[action->index] = (uint32_t)i;
        }
    }
    return true;
}

struct outlook *outlook_create(const struct board *board, int32_t today)
{
    struct outlook *outlook = calloc(1, sizeof *outlook);

    if (outlook == NULL) {
        return NULL;
    }
    outlook->board = board;
    outlook->today = today;
    outlook->movement_ms = INT64_MIN;
    gaps_of(board, &outlook->gaps);
    outlook->cells =
        arena_alloc(&outlook->arena, (board->ambition_count * board->column_count + 1) *
                                         sizeof *outlook->cells);
    if (outlook->cells == NULL || !list_attention(outlook) || !list_paces(outlook) ||
        !list_tracks(outlook) || !chain_changes(outlook)) {
        outlook_destroy(outlook);
        return NULL;
    }
    return outlook;
}

void outlook_destroy(struct outlook *outlook)
{
    if (outlook != NULL) {
        search_finish(&outlook->search);
        arena_finish(&outlook->arena);
        free(outlook);
    }
}

const struct pace *outlook_pace(const struct outlook *outlook,
                                const struct ambition *ambition)
{
    return &outlook->paces[ambition->index];
}

const struct cell_state *outlook_cell(struct outlook *outlook,
                                      const struct ambition *ambition,
                                      const struct column *column)
{
    const struct board *board = outlook->board;
    struct cell_state **cell =
        &outlook
             ->cells[(size_t)ambition->index * board->column_count + (size_t)column->index];

    if (*cell == NULL) {
        *cell = arena_alloc(&outlook->arena, sizeof **cell);
        if (*cell != NULL) {
            cell_state_of(board, ambition, column, outlook->today, *cell);
        }
    }
    return *cell;
}

const struct movement *outlook_movement(struct outlook *outlook, int64_t since_ms)
{
    if (outlook->movement_ms != since_ms) {
        movement_since(outlook->board, since_ms, &outlook->movement);
        outlook->movement_ms = since_ms;
    }
    return &outlook->movement;
}

const struct track *const *outlook_tracks(const struct outlook *outlook,
                                          const struct ambition *ambition,
                                          const struct column *column, size_t *count)
{
    const struct board *board = outlook->board;
    size_t section = column != NULL ? (size_t)column->index : board->column_count;
    const size_t *first = &outlook->tracks_first[section * (board->ambition_count + 1)];
    size_t from = ambition != NULL ? first[ambition->index] : first[0];
    size_t to =
        ambition != NULL ? first[ambition->index + 1] : first[board->ambition_count];

    *count = to - from;
    return &outlook->tracks[from];
}

static const struct change *change_at(const struct outlook *outlook, uint32_t index)
{
    return index == CHANGE_NONE ? NULL : &outlook->board->changes[index];
}

const struct change *outlook_newest(const struct outlook *outlook,
                                    const struct action *action)
{
    return change_at(outlook, outlook->newest[action->index]);
}

const struct change *outlook_older(const struct outlook *outlook,
                                   const struct change *change)
{
    return change_at(outlook, outlook->older[change - outlook->board->changes]);
}
