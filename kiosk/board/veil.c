#include "board/veil.h"

#include <stdlib.h>
#include <string.h>

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

// The copies of one board, and the arrays that they were made from: what pointed into those
// points into these.
struct veil {
    struct arena *arena;
    const struct board *from;
    struct ambition *ambitions;
    struct goal *goals;
    struct action *actions;
    struct track *tracks;
    struct bottleneck *bottlenecks;
    struct meeting *meetings;
    struct change *changes;
};

#define MOVED(veil, array, pointer)                                                        \
    ((pointer) == NULL ? NULL : (veil)->array + ((pointer) - (veil)->from->array))

// `count` elements copied; never NULL for a count of 0.
static void *copied(struct arena *arena, const void *from, size_t count, size_t size)
{
    void *copy = arena_alloc(arena, (count > 0 ? count : 1) * size);

    if (copy != NULL && count > 0) {
        memcpy(copy, from, count * size);
    }
    return copy;
}

#define COPIED(veil, array, count)                                                         \
    copied((veil)->arena, (veil)->from->array, (count), sizeof *(veil)->from->array)

// Bottlenecks are known by pointers to each of them: by row.
static struct bottleneck *bottleneck_of(const struct veil *veil,
                                        const struct bottleneck *bottleneck)
{
    for (size_t i = 0; bottleneck != NULL && i < veil->from->bottleneck_count; i++) {
        if (veil->from->bottlenecks[i] == bottleneck) {
            return &veil->bottlenecks[i];
        }
    }
    return NULL;
}

static void plan_veil(struct veil *veil)
{
    const struct board *from = veil->from;

    for (size_t i = 0; i < from->ambition_count; i++) {
        veil->ambitions[i].goals = MOVED(veil, goals, from->ambitions[i].goals);
    }
    for (size_t i = 0; i < from->goal_count; i++) {
        veil->goals[i].ambition = MOVED(veil, ambitions, from->goals[i].ambition);
        veil->goals[i].actions = MOVED(veil, actions, from->goals[i].actions);
    }
    for (size_t i = 0; i < from->action_count; i++) {
        struct action *action = &veil->actions[i];
        action->goal = MOVED(veil, goals, action->goal);
        action->twin = MOVED(veil, actions, action->twin);
        action->funding = veiled(action->funding);
        for (int c = 0; c < COLUMN_MAX; c++) {
            action->tracks[c] = MOVED(veil, tracks, action->tracks[c]);
        }
    }
}

static void tracks_veil(struct veil *veil)
{
    const struct board *from = veil->from;

    for (size_t i = 0; i < from->bottleneck_count; i++) {
        struct bottleneck *bottleneck = &veil->bottlenecks[i];
        *bottleneck = *from->bottlenecks[i];
        bottleneck->track = MOVED(veil, tracks, bottleneck->track);
        bottleneck->reason = reason_veiled(bottleneck->reason);
        bottleneck->asked = veiled(bottleneck->asked);
        bottleneck->outcome = veiled(bottleneck->outcome);
        bottleneck->file.reason = reason_veiled(bottleneck->file.reason);
        bottleneck->file.asked = veiled(bottleneck->file.asked);
    }
    for (size_t i = 0; i < from->track_count; i++) {
        struct track *track = &veil->tracks[i];
        track->action = MOVED(veil, actions, track->action);
        track->bottleneck = bottleneck_of(veil, track->bottleneck);
        track->reason = reason_veiled(track->reason);
        track->lead = veiled(track->lead);
        track->file.reason = reason_veiled(track->file.reason);
        track->file.lead = veiled(track->file.lead);
    }
}

static void changes_veil(struct veil *veil)
{
    for (size_t i = 0; i < veil->from->change_count; i++) {
        struct change *change = &veil->changes[i];
        change->author = veiled(change->author);
        change->before = value_veiled(change->column, change->before);
        change->after = value_veiled(change->column, change->after);
        change->before_file = value_veiled(change->column, change->before_file);
        change->after_file = value_veiled(change->column, change->after_file);
        change->track = MOVED(veil, tracks, change->track);
        change->action = MOVED(veil, actions, change->action);
    }
}

static void meetings_veil(struct veil *veil, struct decision *decisions)
{
    const struct board *from = veil->from;

    for (size_t i = 0; i < from->meeting_count; i++) {
        veil->meetings[i].agenda = veiled(veil->meetings[i].agenda);
    }
    for (size_t i = 0; i < from->decision_count; i++) {
        struct decision *decision = &decisions[i];
        decision->text = veiled(decision->text);
        decision->lead = veiled(decision->lead);
        decision->file.text = veiled(decision->file.text);
        decision->file.lead = veiled(decision->file.lead);
        decision->meeting = MOVED(veil, meetings, decision->meeting);
        decision->action = MOVED(veil, actions, decision->action);
        decision->track = MOVED(veil, tracks, decision->track);
    }
}

static void loose_veil(struct veil *veil, struct person *persons, struct note *notes,
                       struct conflict *conflicts)
{
    const struct board *from = veil->from;

    for (size_t i = 0; i < from->person_count; i++) {
        persons[i].name = veiled(persons[i].name);
    }
    for (size_t i = 0; i < from->note_count; i++) {
        notes[i].author = veiled(notes[i].author);
        notes[i].text = veiled(notes[i].text);
        notes[i].track = MOVED(veil, tracks, notes[i].track);
        notes[i].action = MOVED(veil, actions, notes[i].action);
    }
    for (size_t i = 0; i < from->conflict_count; i++) {
        conflicts[i].lost = MOVED(veil, changes, conflicts[i].lost);
        conflicts[i].stands = MOVED(veil, changes, conflicts[i].stands);
    }
}

// The actions in the order of their codes, and the bottlenecks by row, as pointers.
static bool pointers_veil(const struct veil *veil, struct board *board)
{
    const struct board *from = veil->from;
    const struct action **codes = COPIED(veil, actions_by_code, from->action_count);
    const struct bottleneck **rows = COPIED(veil, bottlenecks, from->bottleneck_count);

    if (codes == NULL || rows == NULL) {
        return false;
    }
    for (size_t i = 0; i < from->action_count; i++) {
        codes[i] = MOVED(veil, actions, codes[i]);
    }
    for (size_t i = 0; i < from->bottleneck_count; i++) {
        rows[i] = &veil->bottlenecks[i];
    }
    board->actions_by_code = codes;
    board->bottlenecks = rows;
    return true;
}

static bool board_veil(struct arena *arena, const struct board *from, struct board *board)
{
    struct veil veil = {.arena = arena, .from = from};

    *board = *from;
    board->ambitions = veil.ambitions = COPIED(&veil, ambitions, from->ambition_count);
    board->goals = veil.goals = COPIED(&veil, goals, from->goal_count);
    board->actions = veil.actions = COPIED(&veil, actions, from->action_count);
    board->tracks = veil.tracks = COPIED(&veil, tracks, from->track_count);
    board->meetings = veil.meetings = COPIED(&veil, meetings, from->meeting_count);
    board->changes = veil.changes = COPIED(&veil, changes, from->change_count);
    veil.bottlenecks =
        arena_alloc(arena, (from->bottleneck_count + 1) * sizeof *veil.bottlenecks);
    struct decision *decisions = COPIED(&veil, decisions, from->decision_count);
    struct person *persons = COPIED(&veil, persons, from->person_count);
    struct note *notes = COPIED(&veil, notes, from->note_count);
    struct conflict *conflicts = COPIED(&veil, conflicts, from->conflict_count);
    if (arena->failed || !pointers_veil(&veil, board)) {
        return false;
    }
    board->decisions = decisions;
    board->persons = persons;
    board->notes = notes;
    board->conflicts = conflicts;
    plan_veil(&veil);
    tracks_veil(&veil);
    changes_veil(&veil);
    meetings_veil(&veil, decisions);
    loose_veil(&veil, persons, notes, conflicts);
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
