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
    bool changed; // on the day that is being taken back
};

// How a track stood.
struct standing {
    uint32_t reports; // still to take back
    int8_t stage;
    bool told, dropped;
};

struct past {
    const struct board *board;
    struct standing *tracks;
    struct group *groups; // of what is out of step now
    size_t count, open;
    struct group **by_ambition, **by_goal; // NULL: it is in step now
};

static bool is_report(const struct change *change)
{
    static const char *const columns[] = {"stage", "health", "reason", "reported"};
    bool said = false;

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        said = said || strcmp(change->column, columns[i]) == 0;
    }
    return said && change->track != NULL && strcmp(change->table, "track") == 0;
}

// Adds a track to what it counts in, or takes it out.
static void count_track(struct past *past, const struct track *track, int number)
{
    const struct standing *standing = &past->tracks[track - past->board->tracks];
    const struct goal *goal = track->action->goal;
    struct group *groups[] = {past->by_goal[goal->index],
                              past->by_ambition[goal->ambition->index]};

    for (size_t i = 0; i < 2 && standing->told && !standing->dropped; i++) {
        if (groups[i] != NULL) {
            groups[i]->stages[track->column->index][standing->stage] += number;
            groups[i]->tracks[track->column->index] += number;
            groups[i]->changed = true;
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
    for (size_t i = 0; i < past->count; i++) {
        struct group *group = &past->groups[i];
        if (group->changed && group->pace->since == DAY_NONE && !group_is_wide(group)) {
            group->pace->since = day;
            past->open--;
        }
        group->changed = false;
    }
}

// As board_stage_find; history writes most stages as the board does.
static int stage_find(const struct board *board, const char *name)
{
    for (size_t i = 0; i < board->stage_count; i++) {
        if (strcmp(board->stages[i], name) == 0) {
            return (int)i;
        }
    }
    return name[0] == '\0' ? -1 : board_stage_find(board, name);
}

static void take_back(struct past *past, const struct change *change)
{
    struct standing *standing = &past->tracks[change->track - past->board->tracks];
    const char *before = change->before == NULL ? "" : change->before;

    count_track(past, change->track, -1);
    if (strcmp(change->column, "stage") == 0) {
        int stage = stage_find(past->board, before);
        standing->stage = (int8_t)(stage < 0 ? 0 : stage);
    } else if (strcmp(change->column, "health") == 0) {
        standing->dropped = health_read(before) == HEALTH_DROPPED;
    }
    standing->reports--;
    standing->told = standing->reports > 0;
    count_track(past, change->track, 1);
}

static void walk_back(struct past *past, int32_t today)
{
    const struct board *board = past->board;
    int64_t from_ms = INT64_MAX; // where the day begins that is being taken back
    int32_t day = today;

    for (size_t i = board->change_count; i-- > 0 && past->open > 0;) {
        const struct change *change = &board->changes[i];
        if (!is_report(change)) {
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
    past->by_ambition = calloc(board->ambition_count + 1, sizeof *past->by_ambition);
    past->by_goal = calloc(board->goal_count + 1, sizeof *past->by_goal);
    if (past->tracks == NULL || past->groups == NULL || past->by_ambition == NULL ||
        past->by_goal == NULL) {
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
        if (is_report(&board->changes[i])) {
            past->tracks[board->changes[i].track - board->tracks].reports++;
        }
    }
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        past->tracks[i].stage = (int8_t)track->stage;
        past->tracks[i].told = track_told(track);
        past->tracks[i].dropped = track->health == HEALTH_DROPPED;
        count_track(past, track, 1);
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
    free(past.by_ambition);
    free(past.by_goal);
}
