#include "board/signal.h"

// The reported tracks of an ambition by column and stage.
struct tally {
    int stages[COLUMN_MAX][STAGE_MAX];
    int tracks[COLUMN_MAX];
};

static void tally_add(struct tally *tally, const struct action *action, size_t columns)
{
    for (size_t i = 0; i < columns; i++) {
        const struct track *track = action->tracks[i];
        if (track != NULL && track_told(track) && track->health != HEALTH_DROPPED) {
            tally->stages[i][track->stage]++;
            tally->tracks[i]++;
        }
    }
}

int pace_upper(const int stages[STAGE_MAX], int tracks)
{
    int passed = 0;

    for (int stage = 0; stage < STAGE_MAX; stage++) {
        passed += stages[stage];
        if (passed > tracks / 2) {
            return stage;
        }
    }
    return -1;
}

static void tally_goal(struct tally *tally, const struct board *board,
                       const struct goal *goal)
{
    for (size_t i = 0; i < goal->action_count; i++) {
        tally_add(tally, &goal->actions[i], board->column_count);
    }
}

static void pace_tallied(const struct tally *tally, struct pace *pace)
{
    int told = 0;

    *pace = (struct pace){.least = STAGE_MAX, .furthest = -1, .since = DAY_NONE};
    for (size_t i = 0; i < COLUMN_MAX; i++) {
        int stage = pace_upper(tally->stages[i], tally->tracks[i]);
        pace->stages[i] = stage;
        if (stage >= 0) {
            told++;
            pace->least = stage < pace->least ? stage : pace->least;
            pace->furthest = stage > pace->furthest ? stage : pace->furthest;
        }
    }
    pace->known = told >= 2;
    if (!pace->known) {
        pace->least = 0;
        pace->furthest = 0;
    }
    pace->spread = pace->furthest - pace->least;
}

void pace_of(const struct board *board, const struct ambition *ambition, struct pace *pace)
{
    struct tally tally = {0};

    for (size_t i = 0; i < ambition->goal_count; i++) {
        tally_goal(&tally, board, &ambition->goals[i]);
    }
    pace_tallied(&tally, pace);
}

void pace_of_goal(const struct board *board, const struct goal *goal, struct pace *pace)
{
    struct tally tally = {0};

    tally_goal(&tally, board, goal);
    pace_tallied(&tally, pace);
}

static void tally_sum(struct tally *sum, const struct tally *part, size_t columns)
{
    for (size_t i = 0; i < columns; i++) {
        for (size_t stage = 0; stage < STAGE_MAX; stage++) {
            sum->stages[i][stage] += part->stages[i][stage];
        }
        sum->tracks[i] += part->tracks[i];
    }
}

void paces_all(const struct board *board, struct pace *ambitions, struct pace *goals)
{
    for (size_t i = 0; i < board->ambition_count; i++) {
        const struct ambition *ambition = &board->ambitions[i];
        struct tally all = {0};
        for (size_t k = 0; k < ambition->goal_count; k++) {
            struct tally tally = {0};
            tally_goal(&tally, board, &ambition->goals[k]);
            tally_sum(&all, &tally, board->column_count);
            pace_tallied(&tally, &goals[ambition->goals[k].index]);
        }
        pace_tallied(&all, &ambitions[i]);
    }
}
