#include "board/signal.h"

enum { SLIPS_MANY = 2 };

// The most urgent exceptions so far: a heap with the least urgent of them on top.
struct chosen {
    struct attention *list;
    size_t size;  // room in list
    size_t count; // in list
    size_t total; // seen in all
};

// True when a comes before b. No two exceptions of a board are equal in all of these.
static bool before(const struct attention *a, const struct attention *b)
{
    if (a->kind != b->kind) {
        return a->kind < b->kind;
    }
    if (a->kind == ATTENTION_PACE && (a->goal == NULL) != (b->goal == NULL)) {
        return a->goal == NULL;
    }
    if (a->lingers != b->lingers) {
        return a->lingers;
    }
    if (a->days != b->days) {
        return a->days > b->days;
    }
    if (a->ambition != b->ambition) {
        return a->ambition->index < b->ambition->index;
    }
    if (a->goal != b->goal) {
        return a->goal == NULL || (b->goal != NULL && a->goal->index < b->goal->index);
    }
    if (a->action != b->action) {
        return a->action != NULL &&
               (b->action == NULL || a->action->index < b->action->index);
    }
    return a->track != NULL && b->track != NULL &&
           a->track->column->index < b->track->column->index;
}

static void swap(struct attention *a, struct attention *b)
{
    struct attention kept = *a;

    *a = *b;
    *b = kept;
}

// Lets the top of the first `count` sink to its place.
static void sink(struct attention *list, size_t count)
{
    size_t at = 0;

    for (size_t child = 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && before(&list[child], &list[child + 1])) {
            child++;
        }
        if (!before(&list[at], &list[child])) {
            return;
        }
        swap(&list[at], &list[child]);
        at = child;
    }
}

static void rise(struct attention *list, size_t at)
{
    while (at > 0 && before(&list[(at - 1) / 2], &list[at])) {
        swap(&list[(at - 1) / 2], &list[at]);
        at = (at - 1) / 2;
    }
}

static void choose(struct chosen *chosen, const struct attention *attention)
{
    chosen->total++;
    if (chosen->count < chosen->size) {
        chosen->list[chosen->count] = *attention;
        rise(chosen->list, chosen->count++);
    } else if (chosen->size > 0 && before(attention, &chosen->list[0])) {
        chosen->list[0] = *attention;
        sink(chosen->list, chosen->count);
    }
}

// Heap sort: the most urgent first.
static void put_in_order(struct chosen *chosen)
{
    for (size_t count = chosen->count; count > 1; count--) {
        swap(&chosen->list[0], &chosen->list[count - 1]);
        sink(chosen->list, count - 1);
    }
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

static void choose_paces(struct chosen *chosen, const struct board *board)
{
    for (size_t i = 0; i < board->ambition_count; i++) {
        const struct ambition *ambition = &board->ambitions[i];
        struct attention about = {.ambition = ambition};
        struct pace pace = {0};
        pace_of(board, ambition, &pace);
        bool said = choose_pace(chosen, &pace, PACE_WIDE, &about);
        for (size_t k = 0; !said && k < ambition->goal_count; k++) {
            about.goal = &ambition->goals[k];
            pace_of_goal(board, about.goal, &pace);
            choose_pace(chosen, &pace, PACE_WIDE_GOAL, &about);
        }
    }
}

static void choose_gaps(struct chosen *chosen, const struct board *board)
{
    for (size_t i = 0; i < board->goal_count; i++) {
        const struct goal *goal = &board->goals[i];
        if (goal->action_count == 0) {
            choose(chosen, &(struct attention){.kind = ATTENTION_GAP,
                                               .ambition = goal->ambition,
                                               .goal = goal,
                                               .days = DAY_NONE});
        }
    }
    for (size_t i = 0; i < board->action_count; i++) {
        if (action_gap(&board->actions[i])) {
            struct attention gap =
                about_action(&board->actions[i], ATTENTION_GAP, DAY_NONE);
            choose(chosen, &gap);
        }
    }
}

size_t attention_list(const struct board *board, int32_t today, struct attention *out,
                      size_t size)
{
    struct chosen chosen = {.list = out, .size = size};
    bool told = board_told(board);

    for (size_t i = 0; i < board->track_count; i++) {
        choose_track(&chosen, board, &board->tracks[i], today);
    }
    for (size_t i = 0; told && i < board->action_count; i++) {
        choose_action(&chosen, &board->actions[i], today);
    }
    choose_paces(&chosen, board);
    choose_gaps(&chosen, board);
    put_in_order(&chosen);
    for (size_t i = 0; i < chosen.count; i++) {
        out[i].days = out[i].kind == ATTENTION_PACE ? DAY_NONE : out[i].days;
    }
    return chosen.total;
}
