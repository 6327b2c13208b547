#include "board/outlook.h"

#include <stdio.h>
#include <stdlib.h>

#include "board/outlook_lists.h"
#include "board/outlook_trend.h"
#include "board/outlook_whose.h"

// No change, in the chains of an action.
#define CHANGE_NONE UINT32_MAX

static bool list_paces(struct outlook *outlook)
{
    const struct board *board = outlook->board;

    outlook->paces =
        arena_alloc(&outlook->arena, (board->ambition_count + 1) * sizeof *outlook->paces);
    outlook->goal_paces =
        arena_alloc(&outlook->arena, (board->goal_count + 1) * sizeof *outlook->goal_paces);
    if (outlook->paces == NULL || outlook->goal_paces == NULL) {
        return false;
    }
    paces_all(board, outlook->paces, outlook->goal_paces);
    return true;
}

static bool list_attention(struct outlook *outlook)
{
    outlook->attention =
        attention_all(outlook->board, outlook->today, outlook->paces, outlook->goal_paces,
                      &outlook->arena, outlook->attention_first);
    return outlook->attention != NULL;
}

// The tracks of an ambition, each behind those of its column that are there already, and
// behind those of all columns.
static void put_tracks(struct outlook *outlook, const struct ambition *ambition,
                       size_t ends[COLUMN_MAX + 1])
{
    size_t columns = outlook->board->column_count;

    for (size_t g = 0; g < ambition->goal_count; g++) {
        const struct goal *goal = &ambition->goals[g];
        for (size_t a = 0; a < goal->action_count; a++) {
            for (size_t c = 0; c < columns; c++) {
                const struct track *track = goal->actions[a].tracks[c];
                if (track != NULL) {
                    outlook->tracks[ends[c]++] = track;
                    outlook->tracks[ends[columns]++] = track;
                }
            }
        }
    }
}

// A section per column and one for all; in each the ambitions in their order, where they
// begin in tracks_first.
static bool list_tracks(struct outlook *outlook)
{
    const struct board *board = outlook->board;
    size_t step = board->ambition_count + 1;
    size_t ends[COLUMN_MAX + 1] = {0};

    outlook->tracks = arena_alloc(&outlook->arena,
                                  (2 * board->track_count + 1) * sizeof *outlook->tracks);
    outlook->tracks_first = arena_alloc(&outlook->arena, (board->column_count + 1) * step *
                                                             sizeof *outlook->tracks_first);
    if (outlook->tracks == NULL || outlook->tracks_first == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->action_count; i++) { // how long each section becomes
        for (size_t c = 0; c < board->column_count; c++) {
            ends[c + 1] += board->actions[i].tracks[c] != NULL;
        }
    }
    for (size_t c = 0; c < board->column_count; c++) { // and where it begins
        ends[c + 1] += ends[c];
    }
    for (size_t i = 0; i <= board->ambition_count; i++) {
        for (size_t c = 0; c <= board->column_count; c++) {
            outlook->tracks_first[c * step + i] = ends[c];
        }
        if (i < board->ambition_count) {
            put_tracks(outlook, &board->ambitions[i], ends);
        }
    }
    return true;
}

static bool chain_changes(struct outlook *outlook)
{
    const struct board *board = outlook->board;

    uint32_t *newest =
        arena_alloc(&outlook->arena, (board->action_count + 1) * sizeof *newest);
    uint32_t *older =
        arena_alloc(&outlook->arena, (board->change_count + 1) * sizeof *older);
    if (newest == NULL || older == NULL || board->change_count >= CHANGE_NONE) {
        return false;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        newest[i] = CHANGE_NONE;
    }
    for (size_t i = 0; i < board->change_count; i++) {
        const struct action *action = board->changes[i].action;
        if (action != NULL) {
            older[i] = newest[action->index];
            newest[action->index] = (uint32_t)i;
        }
    }
    outlook->newest = newest;
    outlook->older = older;
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
    if (outlook->cells == NULL || !list_paces(outlook) || !list_attention(outlook) ||
        !list_tracks(outlook)) {
        outlook_destroy(outlook);
        return NULL;
    }
    return outlook;
}

void outlook_destroy(struct outlook *outlook)
{
    if (outlook != NULL) {
        outlook_trend_destroy(outlook->trend);
        outlook_lists_destroy(outlook->lists);
        outlook_whose_destroy(outlook->whose);
        search_finish(&outlook->search);
        domino_finish(&outlook->domino);
        arena_finish(&outlook->arena);
        free(outlook);
    }
}

size_t outlook_agenda(struct outlook *outlook, const struct meeting *meeting,
                      const struct point **out)
{
    if (outlook->agenda == NULL) {
        outlook->agenda =
            arena_alloc(&outlook->arena, AGENDA_MAX * sizeof *outlook->agenda);
    }
    if (outlook->agenda != NULL && outlook->agenda_of != meeting) {
        size_t count = agenda_list(outlook->board, meeting, outlook->today, outlook->agenda,
                                   AGENDA_MAX);
        outlook->agenda_count = count < AGENDA_MAX ? count : AGENDA_MAX;
        outlook->agenda_of = meeting;
    }
    *out = outlook->agenda;
    return outlook->agenda != NULL ? outlook->agenda_count : 0;
}

size_t outlook_bodies(struct outlook *outlook, int minute, const struct body **out)
{
    bool fresh = outlook->bodies != NULL && outlook->bodies_minute == minute;

    if (outlook->bodies == NULL) {
        outlook->bodies = arena_alloc(&outlook->arena, BODY_MAX * sizeof *outlook->bodies);
    }
    if (outlook->bodies != NULL && !fresh) {
        outlook->body_count =
            body_list(outlook->board, outlook->today, minute, outlook->bodies, BODY_MAX);
        outlook->bodies_minute = minute;
    }
    *out = outlook->bodies;
    return outlook->bodies != NULL ? outlook->body_count : 0;
}

const struct pace *outlook_pace(const struct outlook *outlook,
                                const struct ambition *ambition)
{
    return &outlook->paces[ambition->index];
}

const struct pace *outlook_pace_of_goal(const struct outlook *outlook,
                                        const struct goal *goal)
{
    return &outlook->goal_paces[goal->index];
}

int32_t outlook_pace_since(struct outlook *outlook, const struct ambition *ambition,
                           const struct goal *goal)
{
    if (!outlook->paced) {
        outlook->paced = true;
        paces_since(outlook->board, outlook->today, outlook->paces, outlook->goal_paces);
    }
    return goal != NULL ? outlook->goal_paces[goal->index].since
                        : outlook->paces[ambition->index].since;
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

const struct change *outlook_newest(struct outlook *outlook, const struct action *action)
{
    if (outlook->older == NULL && !chain_changes(outlook)) {
        return NULL;
    }
    return change_at(outlook, outlook->newest[action->index]);
}

const struct change *outlook_older(const struct outlook *outlook,
                                   const struct change *change)
{
    return change_at(outlook, outlook->older[change - outlook->board->changes]);
}

static bool pace_is_whose(const struct outlook *outlook, const struct attention *item,
                          const struct whose *whose)
{
    const struct pace *pace = item->goal != NULL ? &outlook->goal_paces[item->goal->index]
                                                 : &outlook->paces[item->ambition->index];

    if (whose->kind != WHOSE_COLUMN || whose->column == NULL) {
        return false;
    }
    int stage = pace->stages[whose->column->index];
    return stage >= 0 && (stage == pace->least || stage == pace->furthest);
}

bool outlook_is_whose(struct outlook *outlook, const struct attention *item,
                      const struct whose *whose)
{
    switch (item->kind) {
    case ATTENTION_PACE:
        return whose->kind == WHOSE_ALL || pace_is_whose(outlook, item, whose);
    case ATTENTION_OVERDUE:
    case ATTENTION_SHIFTED:
        return whose->kind != WHOSE_BODY && whose_has_action(whose, item->action, true);
    case ATTENTION_ESCALATED:
    case ATTENTION_BOTTLENECK:
    case ATTENTION_HEALTH:
    case ATTENTION_SILENT: return whose_has_track(whose, item->track);
    case ATTENTION_GAP:
    case ATTENTION_KIND_COUNT: break;
    }
    return false;
}

void outlook_gaps(struct outlook *outlook, const struct whose *whose,
                  size_t gaps[GAP_KIND_COUNT])
{
    bool told = whose->kind == WHOSE_ALL || whose->kind == WHOSE_COLUMN;
    const struct whose_count *count = told ? outlook_count(outlook, whose) : NULL;

    for (int kind = 0; kind < GAP_KIND_COUNT; kind++) {
        gaps[kind] = count != NULL ? count->gaps[kind] : 0;
    }
}

const struct attention_part *outlook_part(struct outlook *outlook,
                                          const struct whose *whose)
{
    struct attention_part *part = &outlook->part;
    size_t count = 0;

    if (part->made && whose_same(&part->whose, whose)) {
        return part;
    }
    if (part->items == NULL) {
        size_t room = outlook->attention_first[ATTENTION_GAP] + 1;
        part->items = arena_alloc(&outlook->arena, room * sizeof *part->items);
        if (part->items == NULL) {
            return NULL;
        }
    }
    part->whose = *whose;
    snprintf(part->lead, sizeof part->lead, "%s", whose->lead);
    part->whose.lead = part->lead;
    for (int kind = 0; kind < ATTENTION_GAP; kind++) {
        part->first[kind] = count;
        for (size_t i = outlook->attention_first[kind];
             i < outlook->attention_first[kind + 1]; i++) {
            if (outlook_is_whose(outlook, &outlook->attention[i], whose)) {
                part->items[count++] = &outlook->attention[i];
            }
        }
    }
    part->first[ATTENTION_GAP] = count;
    outlook_gaps(outlook, whose, part->gaps);
    part->made = true;
    return part;
}

size_t outlook_domino(struct outlook *outlook, const struct action *action,
                      const struct action **out, size_t size)
{
    if (outlook->domino.board == NULL && !domino_open(&outlook->domino, outlook->board)) {
        return 0;
    }
    return domino_find(&outlook->domino, action, out, size);
}
