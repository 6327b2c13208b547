#define LOG_MODULE "earlier"
#include "board/earlier.h"

#include <string.h>

#include "base/log.h"
#include "board/board_parts.h"
#include "board/update_cells.h"

// The same place in the copy of an array; NULL stays NULL.
#define MOVED(at, from, to) ((at) == NULL ? NULL : (to) + ((at) - (from)))

static void *copied(struct arena *arena, const void *list, size_t count, size_t size)
{
    void *copy = arena_alloc(arena, count * size + 1);

    if (copy != NULL && count > 0) {
        memcpy(copy, list, count * size);
    }
    return copy;
}

static void plan_lead(struct board *copy, const struct board *of)
{
    struct ambition *ambitions = (struct ambition *)copy->ambitions;
    struct goal *goals = (struct goal *)copy->goals;
    struct action *actions = (struct action *)copy->actions;

    for (size_t i = 0; i < copy->ambition_count; i++) {
        ambitions[i].goals = MOVED(ambitions[i].goals, of->goals, copy->goals);
    }
    for (size_t i = 0; i < copy->goal_count; i++) {
        goals[i].ambition = MOVED(goals[i].ambition, of->ambitions, copy->ambitions);
        goals[i].actions = MOVED(goals[i].actions, of->actions, copy->actions);
    }
    for (size_t i = 0; i < copy->action_count; i++) {
        actions[i].goal = MOVED(actions[i].goal, of->goals, copy->goals);
        actions[i].twin = MOVED(actions[i].twin, of->actions, copy->actions);
        for (size_t k = 0; k < COLUMN_MAX; k++) {
            actions[i].tracks[k] = MOVED(actions[i].tracks[k], of->tracks, copy->tracks);
        }
    }
}

// The bottlenecks of the copy, each a record of its own. False when memory runs out.
static bool bottlenecks_copy(struct arena *arena, struct board *copy,
                             const struct board *of)
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
        list[i].track = MOVED(list[i].track, of->tracks, copy->tracks);
        places[i] = &list[i];
        if (list[i].track != NULL && list[i].track->bottleneck == of->bottlenecks[i]) {
            tracks[list[i].track - copy->tracks].bottleneck = &list[i];
        }
    }
    copy->bottlenecks = places;
    return true;
}

static void life_lead(struct board *copy, const struct board *of)
{
    struct track *tracks = (struct track *)copy->tracks;
    struct decision *decisions = (struct decision *)copy->decisions;
    const struct action **by_code = (const struct action **)copy->actions_by_code;

    for (size_t i = 0; i < copy->track_count; i++) {
        tracks[i].action = MOVED(tracks[i].action, of->actions, copy->actions);
    }
    for (size_t i = 0; i < copy->decision_count; i++) {
        struct decision *decision = &decisions[i];
        decision->meeting = MOVED(decision->meeting, of->meetings, copy->meetings);
        decision->action = MOVED(decision->action, of->actions, copy->actions);
        decision->track = MOVED(decision->track, of->tracks, copy->tracks);
    }
    for (size_t i = 0; i < copy->action_count; i++) {
        by_code[i] = MOVED(by_code[i], of->actions, copy->actions);
    }
}

static bool board_copy(struct board_set *set, const struct board *of)
{
    struct arena *arena = &set->arena;
    struct board *copy = copied(arena, of, 1, sizeof *of);

    if (copy == NULL) {
        return false;
    }
    copy->ambitions =
        copied(arena, of->ambitions, of->ambition_count, sizeof *of->ambitions);
    copy->goals = copied(arena, of->goals, of->goal_count, sizeof *of->goals);
    copy->actions = copied(arena, of->actions, of->action_count, sizeof *of->actions);
    copy->actions_by_code =
        copied(arena, of->actions_by_code, of->action_count, sizeof *of->actions_by_code);
    copy->tracks = copied(arena, of->tracks, of->track_count, sizeof *of->tracks);
    copy->meetings = copied(arena, of->meetings, of->meeting_count, sizeof *of->meetings);
    copy->decisions =
        copied(arena, of->decisions, of->decision_count, sizeof *of->decisions);
    copy->notes = NULL; // they lead to the board itself; nobody asks for earlier ones
    copy->note_count = 0;
    copy->changes = copy->fresh = NULL;
    copy->change_count = copy->fresh_count = 0;
    copy->conflicts = NULL;
    copy->conflict_count = 0;
    set->boards = copy;
    set->count = 1;
    if (arena->failed || !bottlenecks_copy(arena, copy, of)) {
        return false;
    }
    plan_lead(copy, of);
    life_lead(copy, of);
    return true;
}

// Takes back the changes [from, to), which are of one day: the newest first, and then what
// they said about the day of a report, which counts only when all else stands again.
static bool day_undo(struct earlier *earlier, const struct change *changes, size_t from,
                     size_t to)
{
    struct update *update = update_open(earlier->of->slug, "");
    bool done = update != NULL;

    for (int pass = 0; done && pass < 2; pass++) {
        for (size_t i = to; i > from; i--) {
            const struct change *change = &changes[i - 1];
            bool live = strcmp(change->column, "_live") == 0;
            bool reported = strcmp(change->column, "reported") == 0;
            if (pass == 0 ? !reported : reported) {
                bool made = live && change->after_file != NULL &&
                            strcmp(change->after_file, "1") == 0;
                update_put(update, change->table, change->row, change->column,
                           live ? (made ? "0" : "1") : change->before_file,
                           change->after_file);
            }
        }
    }
    done = done && !update->arena.failed &&
           update_apply(&earlier->set, update, changes[from].at_ms);
    update_free(update);
    return done;
}

// Takes back the changes [from, to), day by day.
static bool changes_undo(struct earlier *earlier, const struct change *changes, size_t from,
                         size_t to)
{
    bool done = true;

    while (done && to > from) {
        int32_t day = 0;
        int32_t other = 0;
        size_t first = to - 1;
        day_local(changes[first].at_ms, &day, NULL);
        while (first > from) {
            day_local(changes[first - 1].at_ms, &other, NULL);
            if (other != day) {
                break;
            }
            first--;
        }
        done = day_undo(earlier, changes, first, to);
        to = first;
    }
    return done;
}

// The rung of a bottleneck since when, as history told it then: what was taken back would
// seem to begin on the day of that.
static void rung_tell(const struct earlier *earlier, const char *row, size_t known)
{
    const struct board *copy = earlier->board;
    struct bottleneck *bottleneck = NULL;

    for (size_t i = 0; i < copy->bottleneck_count; i++) {
        if (strcmp(copy->bottlenecks[i]->row, row) == 0) {
            bottleneck = (struct bottleneck *)copy->bottlenecks[i];
            bottleneck_open(bottleneck);
        }
    }
    for (size_t i = 0; bottleneck != NULL && i < known; i++) {
        const struct change *change = &earlier->of->changes[i];
        int32_t day = 0;
        // The board keeps the key of a row once.
        if (change->row == bottleneck->row && strcmp(change->column, "rung") == 0 &&
            texts_differ(change->before, change->after)) {
            day_local(change->at_ms, &day, NULL);
            bottleneck_rung_note(
                bottleneck,
                board_rung_find(copy, change->before == NULL ? "" : change->before),
                board_rung_find(copy, change->after == NULL ? "" : change->after), day);
        }
    }
}

// Likewise for the health of a track.
static void health_tell(const struct earlier *earlier, const char *row, size_t known)
{
    const struct board *copy = earlier->board;
    struct track *track = NULL;

    for (size_t i = 0; i < copy->track_count; i++) {
        track = strcmp(copy->tracks[i].row, row) == 0 ? (struct track *)&copy->tracks[i]
                                                      : track;
    }
    if (track == NULL) {
        return;
    }
    track->trail = (struct health_trail){DAY_NONE, DAY_NONE, NULL, DAY_NONE};
    for (size_t i = 0; i < known; i++) {
        const struct change *change = &earlier->of->changes[i];
        int32_t day = 0;
        if (change->row == track->row && strcmp(change->table, "track") == 0 &&
            strcmp(change->column, "health") == 0) {
            day_local(change->at_ms, &day, NULL);
            track_health_note(track, change->before, change->after, day);
        }
    }
}

// Tells anew since when all that changed stands as it stood. `known`: changes of the board
// that were there already. False when memory runs out.
static bool history_tell(struct earlier *earlier, const struct change *changes, size_t from,
                         size_t to, size_t known)
{
    for (size_t i = from; i < to; i++) {
        const struct change *change = &changes[i];
        if (strcmp(change->column, "rung") == 0) {
            rung_tell(earlier, change->row, known);
        } else if (strcmp(change->column, "health") == 0) {
            health_tell(earlier, change->row, known);
        }
    }
    // An update of nothing draws the conclusions.
    struct update *update = update_open(earlier->of->slug, "");
    bool done = update != NULL && update_apply(&earlier->set, update, 0);
    update_free(update);
    return done;
}

bool earlier_open(struct earlier *earlier, const struct board *board, int64_t at_ms)
{
    size_t first = board->change_count;
    size_t fresh = board->fresh_count;

    *earlier = (struct earlier){.of = board};
    if (!board_copy(&earlier->set, board)) {
        LOG_ERR("no memory for %s as it stood", board->slug);
        return false;
    }
    earlier->board = earlier->set.boards;
    if (at_ms == 0) {
        return true;
    }
    while (fresh > 0 && board->fresh[fresh - 1].at_ms > at_ms) {
        fresh--;
    }
    while (first > 0 && board->changes[first - 1].at_ms > at_ms) {
        first--;
    }
    if (!changes_undo(earlier, board->fresh, fresh, board->fresh_count) ||
        !changes_undo(earlier, board->changes, first, board->change_count) ||
        !history_tell(earlier, board->fresh, fresh, board->fresh_count, first) ||
        !history_tell(earlier, board->changes, first, board->change_count, first)) {
        LOG_ERR("no memory to take back %zu changes", board->change_count - first);
        return false;
    }
    return true;
}

void earlier_close(struct earlier *earlier)
{
    arena_finish(&earlier->set.arena);
    *earlier = (struct earlier){0};
}
