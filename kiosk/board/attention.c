#include "board/signal.h"

#include <stdlib.h>

#define LOG_MODULE "attention"
#include "base/log.h"

enum { SLIPS_MANY = 2 };

// All exceptions so far, each kind in the order of the plan.
struct chosen {
    struct attention *list; // owned
    size_t room, count;
    bool failed; // memory ran out
};

static void choose(struct chosen *chosen, const struct attention *attention)
{
    if (chosen->count == chosen->room && !chosen->failed) {
        size_t room = chosen->room * 2 + 64;
        struct attention *list = realloc(chosen->list, room * sizeof *list);
        chosen->failed = list == NULL;
        chosen->list = list == NULL ? chosen->list : list;
        chosen->room = list == NULL ? chosen->room : room;
    }
    if (!chosen->failed) {
        chosen->list[chosen->count++] = *attention;
    }
}

// Where an exception belongs; of equals the order of the plan stands.
struct place {
    uint64_t rank; // the smallest first
    uint32_t index;
};

static uint64_t rank_of(const struct attention *a)
{
    uint64_t order = (uint64_t)a->kind << 2;

    order |= a->kind == ATTENTION_PACE && a->goal != NULL ? 2 : 0;
    order |= a->lingers ? 0 : 1;
    return order << 32 | (uint32_t)(INT32_MAX - (int64_t)a->days);
}

// By one byte of their ranks, into `to`; equals stay as they are. False, and nothing done,
// when all of them have the same byte there.
static bool places_by_byte(const struct place *from, struct place *to, size_t count,
                           int byte)
{
    size_t starts[257] = {0};

    for (size_t i = 0; i < count; i++) {
        starts[(from[i].rank >> 8 * byte & 0xff) + 1]++;
    }
    for (size_t i = 0; i < 256; i++) {
        if (starts[i + 1] == count) {
            return false;
        }
    }
    for (size_t i = 0; i < 256; i++) {
        starts[i + 1] += starts[i];
    }
    for (size_t i = 0; i < count; i++) {
        to[starts[from[i].rank >> 8 * byte & 0xff]++] = from[i];
    }
    return true;
}

// The places of the list in the order of urgency: in `places`, which has room for twice as
// many. A sort that compares would look at the exceptions themselves again and again.
static const struct place *places_order(const struct chosen *chosen, struct place *places)
{
    struct place *from = places;
    struct place *to = places + chosen->count;

    for (size_t i = 0; i < chosen->count; i++) {
        from[i] = (struct place){rank_of(&chosen->list[i]), (uint32_t)i};
    }
    for (int byte = 0; byte < (int)sizeof places->rank; byte++) {
        if (places_by_byte(from, to, chosen->count, byte)) {
            struct place *kept = from;
            from = to;
            to = kept;
        }
    }
    return from;
}

static struct attention about_action(const struct action *action, enum attention_kind kind,
                                     int days)
{
    return (struct attention){
        .kind = kind,
        .action = action,
        .goal = action->goal,
        .ambition = action->goal->ambition,
        .days = days,
    };
}

static void choose_track(struct chosen *chosen, const struct board *board,
                         const struct track *track, int32_t today)
{
    static const enum attention_kind kinds[SIGN_COUNT] = {
        [SIGN_NONE] = ATTENTION_KIND_COUNT,       [SIGN_DROPPED] = ATTENTION_KIND_COUNT,
        [SIGN_DONE] = ATTENTION_KIND_COUNT,       [SIGN_ON_COURSE] = ATTENTION_KIND_COUNT,
        [SIGN_SILENT] = ATTENTION_SILENT,         [SIGN_ATTENTION] = ATTENTION_HEALTH,
        [SIGN_BOTTLENECK] = ATTENTION_BOTTLENECK, [SIGN_ESCALATED] = ATTENTION_ESCALATED,
    };
    enum attention_kind kind = kinds[track_sign(track, board, today)];

    if (kind != ATTENTION_KIND_COUNT) {
        struct attention attention =
            about_action(track->action, kind, track_days(track, board, today));
        attention.track = track;
        attention.lingers = kind <= ATTENTION_BOTTLENECK && track->bottleneck != NULL &&
                            rung_lingers(board, track->bottleneck, today);
        choose(chosen, &attention);
    }
}

const struct track *action_least_track(const struct action *action)
{
    const struct track *least = NULL;

    for (size_t i = 0; i < COLUMN_MAX; i++) {
        const struct track *track = action->tracks[i];
        bool open = track != NULL && track->health != HEALTH_DONE &&
                    track->health != HEALTH_DROPPED;
        if (open && (least == NULL || track->stage < least->stage)) {
            least = track;
        }
    }
    return least;
}

int action_slips(const struct action *action)
{
    int slips = 0;

    for (size_t i = 0; i < action->shift_count; i++) {
        struct due from = due_read(action->shifts[i].from);
        struct due to = due_read(action->shifts[i].to);
        bool ends = from.to != DAY_NONE && to.to != DAY_NONE;
        slips += ends && to.to > from.to ? 1 : 0;
    }
    return slips;
}

// Days between the end of its first due and that of the present one; DAY_NONE when it never
// moved or one of them has no end.
static int action_slipped_days(const struct action *action)
{
    struct due first = due_read(action->shift_count > 0 ? action->shifts[0].from : NULL);

    if (first.to == DAY_NONE || action->due.to == DAY_NONE) {
        return DAY_NONE;
    }
    return action->due.to - first.to;
}

static void choose_action(struct chosen *chosen, const struct action *action, int32_t today)
{
    const struct track *least = action_least_track(action);

    // Nobody waits for what is finished in every column, and a practice is nobody's
    // promise.
    if ((least == NULL && action->track_count > 0) || action->kind == ACTION_PRACTICE) {
        return;
    }
    if (due_past(&action->due, today)) {
        struct attention late =
            about_action(action, ATTENTION_OVERDUE, today - action->due.to);
        late.track = least;
        choose(chosen, &late);
    }
    if (action->shift_count >= SLIPS_MANY && action_slips(action) >= SLIPS_MANY) {
        struct attention shifted =
            about_action(action, ATTENTION_SHIFTED, action_slipped_days(action));
        shifted.track = least;
        choose(chosen, &shifted);
    }
}

// Wider comes before narrower: the spread stands in for the days while the list is made.
static bool choose_pace(struct chosen *chosen, const struct pace *pace, int wide,
                        const struct attention *about)
{
    struct attention attention = *about;

    if (!pace->known || pace->spread < wide) {
        return false;
    }
    attention.kind = ATTENTION_PACE;
    attention.days = pace->spread;
    choose(chosen, &attention);
    return true;
}

static void choose_paces(struct chosen *chosen, const struct board *board,
                         const struct pace *paces, const struct pace *goal_paces)
{
    for (size_t i = 0; i < board->ambition_count; i++) {
        const struct ambition *ambition = &board->ambitions[i];
        struct attention about = {.ambition = ambition};
        bool said = choose_pace(chosen, &paces[i], PACE_WIDE, &about);
        for (size_t k = 0; !said && k < ambition->goal_count; k++) {
            about.goal = &ambition->goals[k];
            choose_pace(chosen, &goal_paces[about.goal->index], PACE_WIDE_GOAL, &about);
        }
    }
}

// What is the matter with the actions of a goal, or that it has none.
static void choose_goal(struct chosen *chosen, const struct board *board,
                        const struct goal *goal, int32_t today, bool told)
{
    if (goal->action_count == 0) {
        choose(chosen, &(struct attention){.kind = ATTENTION_GAP,
                                           .ambition = goal->ambition,
                                           .goal = goal,
                                           .days = DAY_NONE});
    }
    for (size_t i = 0; i < goal->action_count; i++) {
        const struct action *action = &goal->actions[i];
        for (size_t c = 0; c < board->column_count; c++) {
            if (action->tracks[c] != NULL) {
                choose_track(chosen, board, action->tracks[c], today);
            }
        }
        if (told) {
            choose_action(chosen, action, today);
        }
        if (action_gap(action)) {
            struct attention gap = about_action(action, ATTENTION_GAP, DAY_NONE);
            choose(chosen, &gap);
        }
    }
}

static void choose_all(struct chosen *chosen, const struct board *board, int32_t today,
                       const struct pace *paces, const struct pace *goal_paces)
{
    bool told = board_told(board);

    for (size_t i = 0; i < board->ambition_count; i++) {
        const struct ambition *ambition = &board->ambitions[i];
        for (size_t k = 0; k < ambition->goal_count; k++) {
            choose_goal(chosen, board, &ambition->goals[k], today, told);
        }
    }
    choose_paces(chosen, board, paces, goal_paces);
}

const struct attention *attention_all(const struct board *board, int32_t today,
                                      const struct pace *paces,
                                      const struct pace *goal_paces, struct arena *arena,
                                      size_t first[ATTENTION_KIND_COUNT + 1])
{
    struct chosen chosen = {0};
    struct attention *list = NULL;
    struct place *places = NULL;

    choose_all(&chosen, board, today, paces, goal_paces);
    if (!chosen.failed && chosen.count <= UINT32_MAX) {
        places = malloc((2 * chosen.count + 1) * sizeof *places);
        list = arena_alloc(arena, (chosen.count + 1) * sizeof *list);
    }
    if (places == NULL || list == NULL) {
        list = NULL;
        goto out;
    }
    const struct place *order = places_order(&chosen, places);
    int kind = 0;
    for (size_t i = 0; i < chosen.count; i++) {
        list[i] = chosen.list[order[i].index];
        list[i].days = list[i].kind == ATTENTION_PACE ? DAY_NONE : list[i].days;
        while (kind <= (int)list[i].kind) {
            first[kind++] = i;
        }
    }
    while (kind <= ATTENTION_KIND_COUNT) {
        first[kind++] = chosen.count;
    }
out:
    free(chosen.list);
    free(places);
    return list;
}

size_t attention_list(const struct board *board, int32_t today, struct attention *out,
                      size_t size)
{
    struct arena arena = {0};
    size_t first[ATTENTION_KIND_COUNT + 1] = {0};
    struct pace *paces = arena_alloc(&arena, (board->ambition_count + 1) * sizeof *paces);
    struct pace *goals = arena_alloc(&arena, (board->goal_count + 1) * sizeof *goals);
    const struct attention *list = NULL;

    if (paces != NULL && goals != NULL) {
        paces_all(board, paces, goals);
        list = attention_all(board, today, paces, goals, &arena, first);
    }
    size_t count = list == NULL ? 0 : first[ATTENTION_KIND_COUNT];
    if (list == NULL) {
        LOG_ERR("no memory for the exceptions of %s", board->slug);
    }
    for (size_t i = 0; i < count && i < size; i++) {
        out[i] = list[i];
    }
    arena_finish(&arena);
    return count;
}
