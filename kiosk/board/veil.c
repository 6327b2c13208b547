#include "board/veil.h"

#include <stdlib.h>
#include <string.h>

#include "board/board_copy.h"
#include "board/leads.h"

// The columns whose values tell nothing about a person or an amount. What is not here is
// hidden: a column that is new stays hidden until somebody says otherwise.
static const char *const open_columns[] = {
    "stage", "health", "reported", "rung",   "rung_since", "since",
    "due",   "ended",  "state",    "starts", "at",         "decide_by",
};

static const char *veiled(const char *text)
{
    return text == NULL || text[0] == '\0' ? text : VEIL;
}

// A reason out of the usual list says what the matter is; any other one may say who.
static const char *reason_veiled(const char *reason)
{
    return reason != NULL && reason_usual(reason) ? reason : veiled(reason);
}

static bool column_open(const char *column)
{
    for (size_t i = 0; i < sizeof open_columns / sizeof *open_columns; i++) {
        if (strcmp(open_columns[i], column) == 0) {
            return true;
        }
    }
    return false;
}

static const char *value_veiled(const char *column, const char *value)
{
    return column_open(column)             ? value
           : strcmp(column, "reason") == 0 ? reason_veiled(value)
                                           : veiled(value);
}

// The records of a copy are still open for writing.
static void tracks_veil(const struct board *board)
{
    struct action *actions = (struct action *)board->actions;
    struct track *tracks = (struct track *)board->tracks;

    for (size_t i = 0; i < board->action_count; i++) {
        actions[i].funding = veiled(actions[i].funding);
    }
    for (size_t i = 0; i < board->track_count; i++) {
        struct track *track = &tracks[i];
        track->reason = reason_veiled(track->reason);
        track->lead = veiled(track->lead);
        track->file.reason = reason_veiled(track->file.reason);
        track->file.lead = veiled(track->file.lead);
    }
    for (size_t i = 0; i < board->bottleneck_count; i++) {
        struct bottleneck *bottleneck = (struct bottleneck *)board->bottlenecks[i];
        bottleneck->reason = reason_veiled(bottleneck->reason);
        bottleneck->asked = veiled(bottleneck->asked);
        bottleneck->outcome = veiled(bottleneck->outcome);
        bottleneck->file.reason = reason_veiled(bottleneck->file.reason);
        bottleneck->file.asked = veiled(bottleneck->file.asked);
    }
}

static void changes_veil(const struct change *list, size_t count)
{
    struct change *changes = (struct change *)list;

    for (size_t i = 0; i < count; i++) {
        struct change *change = &changes[i];
        change->author = veiled(change->author);
        change->before = value_veiled(change->column, change->before);
        change->after = value_veiled(change->column, change->after);
        change->before_file = value_veiled(change->column, change->before_file);
        change->after_file = value_veiled(change->column, change->after_file);
    }
}

static void meetings_veil(const struct board *board)
{
    struct meeting *meetings = (struct meeting *)board->meetings;
    struct decision *decisions = (struct decision *)board->decisions;

    for (size_t i = 0; i < board->meeting_count; i++) {
        meetings[i].agenda = veiled(meetings[i].agenda);
    }
    for (size_t i = 0; i < board->decision_count; i++) {
        struct decision *decision = &decisions[i];
        decision->text = veiled(decision->text);
        decision->lead = veiled(decision->lead);
        decision->file.text = veiled(decision->file.text);
        decision->file.lead = veiled(decision->file.lead);
    }
}

static void loose_veil(const struct board *board)
{
    struct person *persons = (struct person *)board->persons;
    struct note *notes = (struct note *)board->notes;

    for (size_t i = 0; i < board->person_count; i++) {
        persons[i].name = veiled(persons[i].name);
    }
    for (size_t i = 0; i < board->note_count; i++) {
        notes[i].author = veiled(notes[i].author);
        notes[i].text = veiled(notes[i].text);
    }
}

static bool board_veil(struct arena *arena, const struct board *from, struct board *board)
{
    if (!board_copy(board, from, arena) || !board_copy_history(board, from, arena)) {
        return false;
    }
    tracks_veil(board);
    changes_veil(board->changes, board->change_count);
    changes_veil(board->fresh, board->fresh_count);
    meetings_veil(board);
    loose_veil(board);
    return true;
}

static bool orphans_veil(const struct board_set *from, struct board_set *set)
{
    struct orphan *orphans = NULL;

    set->orphans = NULL;
    for (const struct orphan *old = from->orphans; old != NULL; old = old->next) {
        orphans = arena_alloc(&set->arena, sizeof *orphans);
        if (orphans == NULL) {
            return false;
        }
        *orphans = *old;
        orphans->value = value_veiled(old->column, old->value);
        orphans->next = set->orphans;
        set->orphans = orphans;
    }
    return true;
}

struct board_set *veil_make(const struct board_set *from)
{
    struct board_set *set = calloc(1, sizeof *set);
    bool fine = set != NULL;

    if (!fine) {
        return NULL;
    }
    *set = *from;
    set->arena = (struct arena){0};
    struct board *boards = arena_alloc(&set->arena, (from->count + 1) * sizeof *boards);
    fine = boards != NULL && orphans_veil(from, set);
    for (size_t i = 0; fine && i < from->count; i++) {
        fine = board_veil(&set->arena, &from->boards[i], &boards[i]);
    }
    set->boards = boards;
    if (!fine) {
        board_set_free(set);
        return NULL;
    }
    return set;
}
