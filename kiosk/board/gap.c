#include "board/gap.h"

#include <string.h>

#include "board/signal.h"

enum { CARRIES_PERCENT = 80, CARRIED_LEAST = 5 };

static bool track_without_lead(const struct track *track)
{
    bool open =
        track != NULL && track->health != HEALTH_DONE && track->health != HEALTH_DROPPED;

    return open && track->lead[0] == '\0' && track->action->kind != ACTION_PRACTICE;
}

static size_t tracks_without_lead(const struct action *action)
{
    size_t count = 0;

    for (size_t i = 0; i < COLUMN_MAX; i++) {
        count += track_without_lead(action->tracks[i]) ? 1 : 0;
    }
    return count;
}

// How many gaps of a kind an action has.
static size_t action_lacks(const struct action *action, enum gap_kind kind)
{
    bool plain = action->kind == ACTION_PLAIN;

    switch (kind) {
    case GAP_LEAD: return tracks_without_lead(action);
    case GAP_FUNDING: return plain && !action->funded ? 1 : 0;
    case GAP_DUE: return plain && action->due.kind == DUE_NONE ? 1 : 0;
    case GAP_TRACK:
        return action->track_count == 0 && action->kind != ACTION_PRACTICE ? 1 : 0;
    case GAP_TWICE: return action->twin != NULL ? 1 : 0;
    case GAP_REF: return (size_t)action->loose_refs;
    case GAP_GOAL:
    case GAP_COLUMN:
    case GAP_KIND_COUNT: break;
    }
    return 0;
}

bool action_gap(const struct action *action)
{
    size_t count = 0;

    for (int kind = 0; kind < GAP_KIND_COUNT; kind++) {
        count += action_lacks(action, (enum gap_kind)kind);
    }
    return count > 0;
}

static void find_carrier(const struct board *board, struct gaps *gaps)
{
    size_t tracks[COLUMN_MAX] = {0};

    for (size_t i = 0; i < board->track_count; i++) {
        tracks[board->tracks[i].column->index]++;
    }
    for (size_t i = 0; i < board->column_count; i++) {
        bool most = tracks[i] * 100 >= board->track_count * CARRIES_PERCENT;
        if (most && board->column_count >= 2 && board->track_count >= CARRIED_LEAST) {
            gaps->carries = &board->columns[i];
            gaps->carried = tracks[i];
        }
    }
}

void gaps_of(const struct board *board, struct gaps *gaps)
{
    *gaps = (struct gaps){0};
    for (size_t i = 0; i < board->goal_count; i++) {
        gaps->goals_without_action += board->goals[i].action_count == 0 ? 1 : 0;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        const struct action *action = &board->actions[i];
        gaps->tracks_without_lead += action_lacks(action, GAP_LEAD);
        gaps->actions_without_funding += action_lacks(action, GAP_FUNDING);
        gaps->actions_without_due += action_lacks(action, GAP_DUE);
        gaps->actions_without_track += action_lacks(action, GAP_TRACK);
        gaps->actions_twice += action_lacks(action, GAP_TWICE);
        gaps->loose_references += action_lacks(action, GAP_REF);
    }
    for (size_t i = 0; i < board->track_count; i++) {
        gaps->reported_tracks += track_told(&board->tracks[i]) ? 1 : 0;
    }
    find_carrier(board, gaps);
}

static void count_gap(const struct action *action, enum gap_kind kind,
                      size_t all[GAP_KIND_COUNT],
                      size_t columns[COLUMN_MAX][GAP_KIND_COUNT])
{
    bool lead = kind == GAP_LEAD;

    all[kind] += lead ? tracks_without_lead(action) : 1;
    for (size_t c = 0; c < COLUMN_MAX; c++) {
        const struct track *track = action->tracks[c];
        columns[c][kind] += (lead ? track_without_lead(track) : track != NULL) ? 1 : 0;
    }
}

void gaps_count(const struct board *board, size_t all[GAP_KIND_COUNT],
                size_t columns[COLUMN_MAX][GAP_KIND_COUNT])
{
    memset(all, 0, GAP_KIND_COUNT * sizeof *all);
    memset(columns, 0, COLUMN_MAX * sizeof *columns);
    for (size_t i = 0; i < board->goal_count; i++) {
        all[GAP_GOAL] += board->goals[i].action_count == 0 ? 1 : 0;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        for (int kind = 0; kind < GAP_COLUMN; kind++) {
            if (action_lacks(&board->actions[i], (enum gap_kind)kind) > 0) {
                count_gap(&board->actions[i], (enum gap_kind)kind, all, columns);
            }
        }
    }
}

// A list that is being filled.
struct filling {
    struct gap *out;
    size_t size, count;
};

static void fill(struct filling *filling, const struct goal *goal,
                 const struct action *action, const struct track *track)
{
    if (filling->count < filling->size) {
        filling->out[filling->count] = (struct gap){goal, action, track};
    }
    filling->count++;
}

static void fill_action(struct filling *filling, enum gap_kind kind,
                        const struct whose *whose, const struct action *action)
{
    if (kind != GAP_LEAD) {
        if (action_lacks(action, kind) > 0 && whose_has_action(whose, action, false)) {
            fill(filling, action->goal, action, NULL);
        }
        return;
    }
    for (size_t i = 0; i < COLUMN_MAX; i++) {
        const struct track *track = action->tracks[i];
        if (track_without_lead(track) && whose_has_track(whose, track)) {
            fill(filling, action->goal, action, track);
        }
    }
}

size_t gap_list(const struct board *board, enum gap_kind kind, const struct whose *whose,
                struct gap *out, size_t size)
{
    struct filling filling = {out, size, 0};

    for (size_t i = 0; i < board->action_count && kind != GAP_GOAL; i++) {
        fill_action(&filling, kind, whose, &board->actions[i]);
    }
    for (size_t i = 0; i < board->goal_count && kind == GAP_GOAL; i++) {
        const struct goal *goal = &board->goals[i];
        if (goal->action_count == 0 && whose->kind == WHOSE_ALL) {
            fill(&filling, goal, NULL, NULL);
        }
    }
    return filling.count;
}
