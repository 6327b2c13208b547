// Since when columns are out of step: the tracks of the ambitions and goals where they are,
// taken back through history day by day until they are not.
#define LOG_MODULE "pace"
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/signal.h"

// The tracks of one ambition or goal, by column and stage, as they stood.
struct group {
    struct pace *pace;
    int stages[COLUMN_MAX][STAGE_MAX];
    int tracks[COLUMN_MAX];
    bool changed; // on the day that is being taken back: it is in past.changed
};

// How a track stood.
struct standing {
    uint32_t reports;              // still to take back
    struct group *goal, *ambition; // what it counts in; NULL: that is in step now
    int8_t stage, column;
    bool told, dropped;
};

struct past {
    const struct board *board;
    struct standing *tracks;
    struct group *groups;   // of what is out of step now
    struct group **changed; // those of them that changed on this day
    size_t changed_count;
    size_t count, open;
    struct group **by_ambition, **by_goal; // NULL: it is in step now
};

// Adds a track to what it counts in, or takes it out.
static void count_track(struct past *past, const struct standing *standing, int number)
{
    struct group *groups[] = {standing->goal, standing->ambition};

    for (size_t i = 0; i < 2 && standing->told && !standing->dropped; i++) {
        if (groups[i] != NULL) {
            groups[i]->stages[standing->column][standing->stage] += number;
            groups[i]->tracks[standing->column] += number;
            if (!groups[i]->changed) {
                groups[i]->changed = true;
                past->changed[past->changed_count++] = groups[i];
            }
        }
    }
}

static bool group_is_wide(const struct group *group)
{
    int least = STAGE_MAX;
    int furthest = -1;

    for (size_t i = 0; i < COLUMN_MAX; i++) {
        int stage = pace_upper(group->stages[i], group->tracks[i]);
        if (stage >= 0) {
            least = stage < least ? stage : least;
            furthest = stage > furthest ? stage : furthest;
        }
    }
    return furthest - least >= PACE_WIDE;
}

// The day is taken back: what was in step before it came out of step on it.
static void close_day(struct past *past, int32_t day)
{
    for (size_t i = 0; i < past->changed_count; i++) {
        struct group *group = past->changed[i];
        if (group->pace->since == DAY_NONE && !group_is_wide(group)) {
            group->pace->since = day;
            past->open--;
        }
        group->changed = false;
    }
    past->changed_count = 0;
}

static void take_back(struct past *past, const struct change *change)
{
    struct standing *standing = &past->tracks[change->track - past->board->tracks];
    const struct standing after = *standing;
    const char *before = change->before == NULL ? "" : change->before;

    if (change_about(change) == ABOUT_STAGE) {
        int stage = board_stage_find(past->board, before);
        standing->stage = (int8_t)(stage < 0 ? 0 : stage);
    } else if (change_about(change) == ABOUT_HEALTH) {
        standing->dropped = health_read(before) == HEALTH_DROPPED;
    }
    standing->reports--;
    standing->told = standing->reports > 0;
    if (standing->stage != after.stage || standing->dropped != after.dropped ||
        standing->told != after.told) {
        count_track(past, &after, -1);
        count_track(past, standing, 1);
    }
}

static void walk_back(struct past *past, int32_t today)
{
    const struct board *board = past->board;
    int64_t from_ms = INT64_MAX; // where the day begins that is being taken back
    int32_t day = today;

    for (size_t i = board->change_count; i-- > 0 && past->open > 0;) {
        const struct change *change = &board->changes[i];
        if (!change_reports(change)) {
            continue;
        }
        if (change->at_ms < from_ms) {
            close_day(past, day);
            day_local(change->at_ms, &day, NULL);
            from_ms = day_moment_ms(day, 0);
            day = day > today ? today : day; // a clock was ahead
        }
        take_back(past, change);
    }
    close_day(past, day);
}

static struct group *open_group(struct past *past, struct pace *pace)
{
    pace->since = DAY_NONE;
    if (!pace->known || pace->spread < PACE_WIDE) {
        return NULL;
    }
    struct group *group = &past->groups[past->count++];
    group->pace = pace;
    past->open++;
    return group;
}

static bool past_open(struct past *past, struct pace *ambitions, struct pace *goals)
{
    const struct board *board = past->board;
    size_t wide = 0;

    for (size_t i = 0; i < board->ambition_count; i++) {
        wide += ambitions[i].spread >= PACE_WIDE ? 1 : 0;
    }
    for (size_t i = 0; i < board->goal_count; i++) {
        wide += goals[i].spread >= PACE_WIDE ? 1 : 0;
    }
    past->tracks = calloc(board->track_count + 1, sizeof *past->tracks);
    past->groups = calloc(wide + 1, sizeof *past->groups);
    past->changed = calloc(wide + 1, sizeof *past->changed);
    past->by_ambition = calloc(board->ambition_count + 1, sizeof *past->by_ambition);
    past->by_goal = calloc(board->goal_count + 1, sizeof *past->by_goal);
    if (past->tracks == NULL || past->groups == NULL || past->changed == NULL ||
        past->by_ambition == NULL || past->by_goal == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->ambition_count; i++) {
        past->by_ambition[i] = open_group(past, &ambitions[i]);
    }
    for (size_t i = 0; i < board->goal_count; i++) {
        past->by_goal[i] = open_group(past, &goals[i]);
    }
    return true;
}

static void stand_now(struct past *past)
{
    const struct board *board = past->board;

    for (size_t i = 0; i < board->change_count; i++) {
        if (change_reports(&board->changes[i])) {
            past->tracks[board->changes[i].track - board->tracks].reports++;
        }
    }
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        const struct goal *goal = track->action->goal;
        struct standing *standing = &past->tracks[i];
        standing->goal = past->by_goal[goal->index];
        standing->ambition = past->by_ambition[goal->ambition->index];
        standing->column = (int8_t)track->column->index;
        standing->stage = (int8_t)track->stage;
        standing->told = track_told(track);
        standing->dropped = track->health == HEALTH_DROPPED;
        count_track(past, standing, 1);
    }
}

void paces_since(const struct board *board, int32_t today, struct pace *ambitions,
                 struct pace *goals)
{
    struct past past = {.board = board};

    if (!past_open(&past, ambitions, goals)) {
        LOG_ERR("no memory for the history of %zu tracks", board->track_count);
    } else if (past.open > 0) {
        stand_now(&past);
        close_day(&past, today);
        walk_back(&past, today);
    }
    free(past.tracks);
    free(past.groups);
    free(past.changed);
    free(past.by_ambition);
    free(past.by_goal);
}
