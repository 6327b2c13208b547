#include "board/signal.h"

enum { GRACE_LEAST = 2, GRACE_MOST = 14 };

bool track_told(const struct track *track)
{
    return track->reported != DAY_NONE || track->health != HEALTH_NONE;
}

bool board_told(const struct board *board)
{
    for (size_t i = 0; i < board->track_count; i++) {
        if (track_told(&board->tracks[i])) {
            return true;
        }
    }
    return false;
}

static bool is_escalated(int rung, const struct board *board)
{
    // A ladder of one rung has nowhere to climb.
    return board->rung_count > 1 && rung == (int)board->rung_count - 1;
}

enum sign health_brick(enum health health, int rung, const struct board *board)
{
    switch (health) {
    case HEALTH_ON_COURSE: return SIGN_ON_COURSE;
    case HEALTH_ATTENTION: return SIGN_ATTENTION;
    case HEALTH_BOTTLENECK:
        return is_escalated(rung, board) ? SIGN_ESCALATED : SIGN_BOTTLENECK;
    case HEALTH_DONE: return SIGN_DONE;
    case HEALTH_DROPPED: return SIGN_DROPPED;
    case HEALTH_NONE:
    case HEALTH_COUNT: break;
    }
    return SIGN_NONE;
}

enum sign track_brick(const struct track *track, const struct board *board)
{
    int rung = track->bottleneck == NULL ? -1 : track->bottleneck->rung;

    return health_brick(track->health, rung, board);
}

// The days from one to another; none when it lies ahead (a clock was wrong) or is not
// known.
static int days_since(int32_t day, int32_t today)
{
    if (day == DAY_NONE) {
        return DAY_NONE;
    }
    int64_t days = (int64_t)today - day;
    return days < 0 ? 0 : days > INT32_MAX ? INT32_MAX : (int)days;
}

int track_rhythm_days(const struct track *track, const struct board *board)
{
    const struct due *due = &track->action->due;

    if (due->kind != DUE_RECURRING || due->every_days < 1) {
        return board->silent_days;
    }
    int grace = due->every_days / 4;
    grace = grace < GRACE_LEAST ? GRACE_LEAST : grace > GRACE_MOST ? GRACE_MOST : grace;
    int round = due->every_days + grace;
    return round < board->silent_days ? round : board->silent_days;
}

enum sign track_sign(const struct track *track, const struct board *board, int32_t today)
{
    enum sign sign = track_brick(track, board);
    bool may = sign == SIGN_NONE || sign == SIGN_ON_COURSE;

    if (may && days_since(track->reported, today) > track_rhythm_days(track, board)) {
        return SIGN_SILENT;
    }
    return sign;
}

// Since when the bottleneck is there; what is escalated counts from its rung.
static int stuck_days(const struct track *track, bool escalated, int32_t today)
{
    const struct bottleneck *bottleneck = track->bottleneck;
    int32_t since = DAY_NONE;

    if (bottleneck != NULL) {
        bool rung = escalated && bottleneck->rung_since != DAY_NONE;
        since = rung ? bottleneck->rung_since : bottleneck->since;
    }
    return days_since(since != DAY_NONE ? since : track->health_since, today);
}

int track_days(const struct track *track, const struct board *board, int32_t today)
{
    switch (track_sign(track, board, today)) {
    case SIGN_ESCALATED: return stuck_days(track, true, today);
    case SIGN_BOTTLENECK: return stuck_days(track, false, today);
    case SIGN_ATTENTION: return days_since(track->health_since, today);
    case SIGN_SILENT: return days_since(track->reported, today);
    case SIGN_NONE:
    case SIGN_DROPPED:
    case SIGN_DONE:
    case SIGN_ON_COURSE:
    case SIGN_COUNT: break;
    }
    return DAY_NONE;
}

int rung_days(const struct bottleneck *bottleneck, int32_t today)
{
    return days_since(bottleneck->rung_since, today);
}

bool rung_lingers(const struct board *board, const struct bottleneck *bottleneck,
                  int32_t today)
{
    return rung_days(bottleneck, today) > board->rung_days;
}

const struct rung *rung_proposed(const struct board *board,
                                 const struct bottleneck *bottleneck, int32_t today)
{
    size_t next = (size_t)bottleneck->rung + 1;

    return rung_lingers(board, bottleneck, today) && next < board->rung_count
               ? &board->rungs[next]
               : NULL;
}

static void cell_add(struct cell_state *state, const struct track *track,
                     const struct board *board, int32_t today, int *worst_days)
{
    enum sign sign = track_sign(track, board, today);

    state->track_count++;
    state->bricks[track->stage][sign]++;
    if (sign >= SIGN_SILENT) {
        int days = track_days(track, board, today);
        if (sign > state->sign || state->exception == NULL ||
            (sign == state->sign && days > *worst_days)) {
            state->exception = track;
            *worst_days = days;
        }
    }
    state->sign = sign > state->sign ? sign : state->sign;
}

void cell_state_of(const struct board *board, const struct ambition *ambition,
                   const struct column *column, int32_t today, struct cell_state *state)
{
    int worst_days = DAY_NONE;

    *state = (struct cell_state){.sign = SIGN_NONE};
    for (size_t i = 0; i < ambition->goal_count; i++) {
        const struct goal *goal = &ambition->goals[i];
        for (size_t k = 0; k < goal->action_count; k++) {
            const struct track *track = goal->actions[k].tracks[column->index];
            if (track != NULL) {
                cell_add(state, track, board, today, &worst_days);
            }
        }
    }
}
