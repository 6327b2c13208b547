#include "board/signal.h"

static size_t tracks_without_lead(const struct action *action)
{
    size_t count = 0;

    for (size_t i = 0; i < COLUMN_MAX; i++) {
        const struct track *track = action->tracks[i];
        bool open = track != NULL && track->health != HEALTH_DONE &&
                    track->health != HEALTH_DROPPED;
        count += open && track->lead[0] == '\0' ? 1 : 0;
    }
    return action->kind == ACTION_PRACTICE ? 0 : count;
}

static void action_gaps(const struct action *action, struct gaps *gaps)
{
    bool plain = action->kind == ACTION_PLAIN;
    bool trackless = action->track_count == 0 && action->kind != ACTION_PRACTICE;

    gaps->tracks_without_lead += tracks_without_lead(action);
    gaps->actions_without_funding += plain && !action->funded ? 1 : 0;
    gaps->actions_without_due += plain && action->due.kind == DUE_NONE ? 1 : 0;
    gaps->actions_without_track += trackless ? 1 : 0;
    gaps->actions_twice += action->twin != NULL ? 1 : 0;
    gaps->loose_references += (size_t)action->loose_refs;
}

bool action_gap(const struct action *action)
{
    struct gaps gaps = {0};

    action_gaps(action, &gaps);
    return gaps.tracks_without_lead + gaps.actions_without_funding +
               gaps.actions_without_due + gaps.actions_without_track + gaps.actions_twice +
               gaps.loose_references >
           0;
}

void gaps_of(const struct board *board, struct gaps *gaps)
{
    *gaps = (struct gaps){0};
    for (size_t i = 0; i < board->goal_count; i++) {
        gaps->goals_without_action += board->goals[i].action_count == 0 ? 1 : 0;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        action_gaps(&board->actions[i], gaps);
    }
    for (size_t i = 0; i < board->track_count; i++) {
        gaps->reported_tracks += track_told(&board->tracks[i]) ? 1 : 0;
    }
}

const struct action *action_twin(const struct board *board, const struct action *action)
{
    (void)board;
    return action->twin;
}
