#define LOG_MODULE "trend"
#include "board/trend.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/board_parts.h"
#include "board/standing.h"

enum {
    MONTHS_UNTIL_DAYS = 548, // of history: a year and a half
    QUARTER_MONTHS = 3,
};

bool trend_counts(const struct trend_filter *filter, const struct track *track)
{
    return (filter->ambition == NULL ||
            track->action->goal->ambition == filter->ambition) &&
           (filter->column == NULL || track->column == filter->column);
}

// --- how many stood where ---

struct tally {
    const struct standings *standings;
    const struct trend_filter *filter;
    int tracks;
    int stages[STAGE_MAX];
    int signs[SIGN_COUNT];
};

// Counts a track in (1) or out (-1).
static void tally_add(struct tally *tally, size_t track, int by)
{
    const struct standing *standing = &tally->standings->tracks[track];

    if (standing->missing == 0) {
        tally->tracks += by;
        tally->stages[standing_stage(standing)] += by;
        tally->signs[standing_sign(tally->standings, track)] += by;
    }
}

static void tally_back(struct tally *tally, struct standings *standings, int64_t since_ms)
{
    const struct change *change;

    while ((change = standing_next(standings, since_ms)) != NULL) {
        enum about about = change_about(change);
        bool moves = about == ABOUT_STAGE || about == ABOUT_HEALTH || about == ABOUT_OTHER;
        bool counted =
            moves && change->track != NULL && trend_counts(tally->filter, change->track);
        size_t track = counted ? (size_t)(change->track - standings->board->tracks) : 0;
        if (counted) {
            tally_add(tally, track, -1);
        }
        standing_undo(standings);
        if (counted) {
            tally_add(tally, track, 1);
        }
    }
}

bool trend_of(const struct board *board, const struct trend_filter *filter,
              struct trend_point *points, size_t count)
{
    struct standings standings;
    bool opened = standing_open(&standings, board);
    struct tally tally = {.standings = &standings, .filter = filter};

    for (size_t i = 0; opened && i < board->track_count; i++) {
        if (trend_counts(filter, &board->tracks[i])) {
            tally_add(&tally, i, 1);
        }
    }
    for (size_t i = count; opened && i > 0; i--) {
        struct trend_point *point = &points[i - 1];
        tally_back(&tally, &standings, day_moment_ms(point->day + 1, 0));
        point->tracks = tally.tracks;
        memcpy(point->stages, tally.stages, sizeof point->stages);
        memcpy(point->signs, tally.signs, sizeof point->signs);
    }
    standing_close(&standings);
    return opened;
}

// --- which days ---

int32_t trend_first(const struct board *board, const struct trend_filter *filter)
{
    int32_t day = DAY_NONE;

    for (size_t i = 0; i < board->change_count && day == DAY_NONE; i++) {
        const struct change *change = &board->changes[i];
        if (change_reports(change) && trend_counts(filter, change->track)) {
            day_local(change->at_ms, &day, NULL);
        }
    }
    return day;
}

// The last day of the month or quarter in which a day lies.
static int32_t step_end(int32_t day, int months)
{
    struct date date = day_date(day);
    int next = (date.month - 1) / months * months + months; // months since January

    return day_of((struct date){date.year + next / 12, next % 12 + 1, 1}) - 1;
}

size_t trend_days(const struct board *board, int32_t today, int32_t *out, size_t size)
{
    const struct trend_filter all = {NULL, NULL};
    struct due period = due_read(board->period);
    int32_t day = trend_first(board, &all);
    size_t steps = 0;
    size_t skip = 0;
    size_t count = 0;

    if (size == 0) {
        return 0;
    }
    day = day == DAY_NONE || day > today ? today : day;
    day = period.from != DAY_NONE && period.from > day ? period.from : day;
    int months = (int64_t)today - day < MONTHS_UNTIL_DAYS ? 1 : QUARTER_MONTHS;
    for (int32_t end = step_end(day, months); end < today;
         end = step_end(end + 1, months)) {
        steps++;
    }
    skip = steps + 1 > size ? steps + 1 - size : 0;
    for (int32_t end = step_end(day, months); end < today;
         end = step_end(end + 1, months)) {
        if (skip > 0) {
            skip--;
        } else {
            out[count++] = end;
        }
    }
    out[count++] = today;
    return count;
}

// --- between two moments ---

enum { SAID_COUNT = 3 }; // stage, health and reason

// What was said about a track until a moment; INT64_MIN: nothing.
struct told {
    int64_t said_ms[SAID_COUNT];
    int64_t reported_ms;
    const char *reported; // the day in its file
};

// A report.
static void told_add(struct told *told, const struct change *change)
{
    enum about about = change_about(change);

    if (about == ABOUT_REPORTED) {
        told->reported_ms = change->at_ms;
        told->reported = change->after_file;
    } else {
        told->said_ms[about - ABOUT_STAGE] =
            change->after == NULL ? INT64_MIN : change->at_ms;
    }
}

// Per track of the board; free. NULL when memory runs out.
static struct told *told_until(const struct board *board, int64_t until_ms)
{
    struct told *told = calloc(board->track_count + 1, sizeof *told);

    for (size_t i = 0; told != NULL && i < board->track_count; i++) {
        told[i] = (struct told){{INT64_MIN, INT64_MIN, INT64_MIN}, INT64_MIN, NULL};
    }
    for (size_t i = 0; told != NULL && i < board->change_count; i++) {
        const struct change *change = &board->changes[i];
        if (change->at_ms >= until_ms) {
            break;
        }
        if (change_reports(change)) {
            told_add(&told[change->track - board->tracks], change);
        }
    }
    return told;
}

// A day as a moment of it, and a moment: which of the two is the last report is decided as
// for a track of the board. False when there is none.
static bool told_last(const struct told *told, const struct standing *standing,
                      int32_t *named, int64_t *said_ms)
{
    struct track_said said = {.newest = DAY_NONE};
    const char *health = standing->health == HEALTH_NONE ? NULL : "";
    const struct track_file file = {.health = health, .reported = told->reported};

    *said_ms = INT64_MIN;
    for (size_t i = 0; i < SAID_COUNT; i++) {
        *said_ms = told->said_ms[i] > *said_ms ? told->said_ms[i] : *said_ms;
    }
    said.last = told->reported_ms != INT64_MIN && told->reported_ms >= *said_ms;
    *named = track_reported(&file, &said);
    *said_ms = said.last ? INT64_MIN : *said_ms;
    return *named != DAY_NONE || *said_ms != INT64_MIN;
}

struct tell {
    int stages[COLUMN_MAX][STAGE_MAX];
    int tracks[COLUMN_MAX];
    int64_t said_ms[COLUMN_MAX];
};

// How far the columns had come, and when they last reported.
static void move_columns(struct trend_move *move, const struct standings *then,
                         const struct trend_filter *filter, const struct told *told)
{
    const struct board *board = then->board;
    struct tell tell = {.tracks = {0}};
    int32_t day;

    for (size_t i = 0; i < COLUMN_MAX; i++) {
        move->silent[i] = DAY_NONE;
        tell.said_ms[i] = INT64_MIN;
    }
    for (size_t i = 0; i < board->track_count; i++) {
        const struct standing *standing = &then->tracks[i];
        size_t column = (size_t)board->tracks[i].column->index;
        int64_t said_ms;
        if (!trend_counts(filter, &board->tracks[i]) || standing->missing != 0) {
            continue;
        }
        bool ever = told_last(&told[i], standing, &day, &said_ms);
        move->silent[column] = day > move->silent[column] ? day : move->silent[column];
        tell.said_ms[column] =
            said_ms > tell.said_ms[column] ? said_ms : tell.said_ms[column];
        if ((ever || standing->health != HEALTH_NONE) &&
            standing->health != HEALTH_DROPPED) {
            tell.stages[column][standing_stage(standing)]++;
            tell.tracks[column]++;
        }
    }
    for (size_t i = 0; i < COLUMN_MAX; i++) {
        move->upper[i] = pace_upper(tell.stages[i], tell.tracks[i]);
        if (tell.said_ms[i] != INT64_MIN) {
            day_local(tell.said_ms[i], &day, NULL);
            move->silent[i] = day > move->silent[i] ? day : move->silent[i];
        }
    }
}

// Walks back from one moment to the other and counts the reports on the way: what somebody
// writes about a track at one moment is one of them.
static int reports_back(struct standings *standings, const struct trend_filter *filter,
                        int64_t from_ms)
{
    const struct change *last = NULL;
    const struct change *change;
    int reports = 0;

    while ((change = standing_next(standings, from_ms)) != NULL) {
        if (change_reports(change) && trend_counts(filter, change->track)) {
            bool same = last != NULL && last->track == change->track &&
                        last->at_ms == change->at_ms &&
                        strcmp(last->author, change->author) == 0;
            reports += same ? 0 : 1;
            last = change;
        }
        standing_undo(standings);
    }
    return reports;
}

static struct trend_stood stood_of(const struct standing *from, const struct standing *to)
{
    return (struct trend_stood){.from = from->missing == 0 ? from->stage : -1,
                                .to = to->stage,
                                .gone = to->missing != 0};
}

bool trend_between(const struct board *board, const struct trend_filter *filter,
                   int64_t from_ms, int64_t to_ms, struct trend_move *move)
{
    return trend_stood(board, filter, from_ms, to_ms, move, NULL);
}

bool trend_stood(const struct board *board, const struct trend_filter *filter,
                 int64_t from_ms, int64_t to_ms, struct trend_move *move,
                 struct trend_stood *stood)
{
    struct standings then;
    struct told *told = told_until(board, to_ms);
    struct standing *to = calloc(board->track_count + 1, sizeof *to);
    bool done = standing_open(&then, board) && told != NULL && to != NULL;

    *move = (struct trend_move){.reports = 0};
    if (!done) {
        LOG_ERR("no memory for %zu tracks", board->track_count);
        goto out;
    }
    standing_back(&then, to_ms);
    move_columns(move, &then, filter, told);
    memcpy(to, then.tracks, board->track_count * sizeof *to);
    move->reports = reports_back(&then, filter, from_ms);
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        if (trend_counts(filter, track) && to[i].missing == 0) {
            movement_add(&move->all, &to[i], &then.tracks[i]);
            movement_add(&move->columns[track->column->index], &to[i], &then.tracks[i]);
        }
        if (stood != NULL) {
            stood[i] = stood_of(&then.tracks[i], &to[i]);
        }
    }
out:
    standing_close(&then);
    free(told);
    free(to);
    return done;
}

// --- step by step ---

// What became of a track in one day, found from its end.
struct stride {
    int64_t at_ms; // the last of it
    uint32_t track;
    int32_t day;
    struct standing from, to;
};

struct strides {
    struct stride *items; // owned; newest first
    size_t count;
    uint32_t *newest; // owned; per track the stride found last, 1 for the first; 0: none
    int64_t day_ms;   // when `day` begins: the walk only goes back
    int32_t day;
};

static int32_t stride_day(struct strides *strides, int64_t at_ms)
{
    if (at_ms < strides->day_ms) {
        day_local(at_ms, &strides->day, NULL);
        strides->day_ms = day_moment_ms(strides->day, 0);
    }
    return strides->day;
}

// Takes the next change back and notes what it did to its track.
static void stride_back(struct strides *strides, struct standings *standings,
                        const struct change *change)
{
    uint32_t track = (uint32_t)(change->track - standings->board->tracks);
    struct standing to = standings->tracks[track];
    int32_t day = stride_day(strides, change->at_ms);

    standing_undo(standings);
    uint32_t number = strides->newest[track];
    if (number == 0 || strides->items[number - 1].day != day) {
        strides->items[strides->count] =
            (struct stride){.at_ms = change->at_ms, .track = track, .day = day, .to = to};
        number = (uint32_t)++strides->count;
        strides->newest[track] = number;
    }
    strides->items[number - 1].from = standings->tracks[track];
}

static bool is_step(const struct change *change, const struct trend_filter *filter)
{
    enum about about = change_about(change);

    return (about == ABOUT_STAGE || about == ABOUT_HEALTH) && change->track != NULL &&
           trend_counts(filter, change->track);
}

static bool is_still(const struct stride *stride)
{
    return standing_stage(&stride->from) == standing_stage(&stride->to) &&
           stride->from.health == stride->to.health;
}

static enum health turned_to(const struct stride *stride)
{
    enum health health = stride->to.health;
    bool told = health == HEALTH_BOTTLENECK || health == HEALTH_DONE;

    return told && stride->from.health != health ? health : HEALTH_NONE;
}

// Oldest first, evenly thinned.
static size_t strides_write(struct strides *strides, const struct board *board,
                            struct trend_step *out, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < strides->count; i++) {
        if (!is_still(&strides->items[i])) {
            strides->items[count++] = strides->items[i];
        }
    }
    size_t written = count < size ? count : size;
    for (size_t i = 0; i < written; i++) {
        const struct stride *stride = &strides->items[count - 1 - i * count / written];
        int to = standing_stage(&stride->to);
        out[i] = (struct trend_step){
            .at_ms = stride->at_ms,
            .track = &board->tracks[stride->track],
            .from = stride->from.stage < 0 ? to : stride->from.stage,
            .to = to,
            .turned = turned_to(stride),
        };
    }
    return written;
}

size_t trend_steps(const struct board *board, const struct trend_filter *filter,
                   int64_t from_ms, int64_t to_ms, struct trend_step *out, size_t size)
{
    struct standings standings;
    struct strides strides = {
        .items = calloc(board->change_count + 1, sizeof *strides.items),
        .newest = calloc(board->track_count + 1, sizeof *strides.newest),
        .day_ms = INT64_MAX,
    };
    const struct change *change;
    size_t count = 0;

    if (!standing_open(&standings, board) || strides.items == NULL ||
        strides.newest == NULL) {
        LOG_ERR("no memory for %zu changes", board->change_count);
        goto out;
    }
    standing_back(&standings, to_ms);
    while ((change = standing_next(&standings, from_ms)) != NULL) {
        if (is_step(change, filter)) {
            stride_back(&strides, &standings, change);
        } else {
            standing_undo(&standings);
        }
    }
    count = strides_write(&strides, board, out, size);
out:
    standing_close(&standings);
    free(strides.items);
    free(strides.newest);
    return count;
}
