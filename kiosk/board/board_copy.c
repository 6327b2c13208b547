#include "board/board_copy.h"

#include <string.h>

// The same place in the copy of a list; NULL stays NULL.
#define MOVED(copy, of, list, at) ((at) == NULL ? NULL : (copy)->list + ((at) - (of)->list))

// Never NULL for an empty list, unless memory runs out.
static void *copied(struct arena *arena, const void *list, size_t count, size_t size)
{
    void *copy = arena_alloc(arena, count * size + 1);

    if (copy != NULL && count > 0) {
        memcpy(copy, list, count * size);
    }
    return copy;
}

static void plan_move(struct board *copy, const struct board *of)
{
    struct ambition *ambitions = (struct ambition *)copy->ambitions;
    struct goal *goals = (struct goal *)copy->goals;
    struct action *actions = (struct action *)copy->actions;
    const struct action **by_code = (const struct action **)copy->actions_by_code;
    const struct goal **goals_by_code = (const struct goal **)copy->goals_by_code;

    for (size_t i = 0; i < copy->ambition_count; i++) {
        ambitions[i].goals = MOVED(copy, of, goals, ambitions[i].goals);
    }
    for (size_t i = 0; i < copy->goal_count; i++) {
        goals[i].ambition = MOVED(copy, of, ambitions, goals[i].ambition);
        goals[i].actions = MOVED(copy, of, actions, goals[i].actions);
        goals_by_code[i] = MOVED(copy, of, goals, goals_by_code[i]);
    }
    for (size_t i = 0; i < copy->action_count; i++) {
        actions[i].goal = MOVED(copy, of, goals, actions[i].goal);
        actions[i].twin = MOVED(copy, of, actions, actions[i].twin);
        for (size_t k = 0; k < COLUMN_MAX; k++) {
            actions[i].tracks[k] = MOVED(copy, of, tracks, actions[i].tracks[k]);
        }
        by_code[i] = MOVED(copy, of, actions, by_code[i]);
    }
}

static void life_move(struct board *copy, const struct board *of)
{
    struct track *tracks = (struct track *)copy->tracks;
    struct decision *decisions = (struct decision *)copy->decisions;

    for (size_t i = 0; i < copy->track_count; i++) {
        tracks[i].action = MOVED(copy, of, actions, tracks[i].action);
    }
    for (size_t i = 0; i < copy->decision_count; i++) {
        struct decision *decision = &decisions[i];
        decision->meeting = MOVED(copy, of, meetings, decision->meeting);
        decision->action = MOVED(copy, of, actions, decision->action);
        decision->track = MOVED(copy, of, tracks, decision->track);
    }
}

// A board knows its bottlenecks by pointers to each of them. After the tracks.
static bool bottlenecks_copy(struct board *copy, const struct board *of,
                             struct arena *arena)
{
    size_t count = of->bottleneck_count;
    struct bottleneck *list = arena_alloc(arena, count * sizeof *list + 1);
    const struct bottleneck **places = arena_alloc(arena, count * sizeof *places + 1);
    struct track *tracks = (struct track *)copy->tracks;

    if (list == NULL || places == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        list[i] = *of->bottlenecks[i];
        list[i].track = MOVED(copy, of, tracks, list[i].track);
        places[i] = &list[i];
        if (list[i].track != NULL && list[i].track->bottleneck == of->bottlenecks[i]) {
            tracks[list[i].track - copy->tracks].bottleneck = &list[i];
        }
    }
    copy->bottlenecks = places;
    return true;
}

#define COPIED(list, count) copied(arena, of->list, of->count, sizeof *of->list)

bool board_copy(struct board *copy, const struct board *of, struct arena *arena)
{
    *copy = *of;
    copy->ambitions = COPIED(ambitions, ambition_count);
    copy->goals = COPIED(goals, goal_count);
    copy->goals_by_code = COPIED(goals_by_code, goal_count);
    copy->actions = COPIED(actions, action_count);
    copy->actions_by_code = COPIED(actions_by_code, action_count);
    copy->tracks = COPIED(tracks, track_count);
    copy->meetings = COPIED(meetings, meeting_count);
    copy->decisions = COPIED(decisions, decision_count);
    copy->persons = COPIED(persons, person_count);
    copy->notes = NULL;
    copy->changes = copy->fresh = NULL;
    copy->conflicts = NULL;
    copy->note_count = copy->change_count = copy->fresh_count = copy->conflict_count = 0;
    if (arena->failed || !bottlenecks_copy(copy, of, arena)) {
        return false;
    }
    plan_move(copy, of);
    life_move(copy, of);
    return true;
}

bool board_copy_history(struct board *copy, const struct board *of, struct arena *arena)
{
    struct note *notes = COPIED(notes, note_count);
    struct change *changes = COPIED(changes, change_count);
    struct change *fresh = COPIED(fresh, fresh_count);
    struct conflict *conflicts = COPIED(conflicts, conflict_count);

    if (arena->failed) {
        return false;
    }
    copy->notes = notes;
    copy->note_count = of->note_count;
    copy->changes = changes;
    copy->change_count = of->change_count;
    copy->fresh = fresh;
    copy->fresh_count = of->fresh_count;
    copy->conflicts = conflicts;
    copy->conflict_count = of->conflict_count;
    for (size_t i = 0; i < of->note_count; i++) {
        notes[i].track = MOVED(copy, of, tracks, notes[i].track);
        notes[i].action = MOVED(copy, of, actions, notes[i].action);
    }
    for (size_t i = 0; i < of->change_count; i++) {
        changes[i].track = MOVED(copy, of, tracks, changes[i].track);
        changes[i].action = MOVED(copy, of, actions, changes[i].action);
    }
    for (size_t i = 0; i < of->conflict_count; i++) {
        conflicts[i].lost = MOVED(copy, of, changes, conflicts[i].lost);
        conflicts[i].stands = MOVED(copy, of, changes, conflicts[i].stands);
    }
    return true;
}
