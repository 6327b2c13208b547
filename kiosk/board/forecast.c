#define LOG_MODULE "forecast"
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/standing.h"
#include "board/trend.h"

enum {
    QUARTER_DAYS = 91,
    QUARTERS_MAX = 8,
    YEAR_QUARTERS = 4,
    STEPS_MIN = 10,
    FAR_DAYS = 15 * 365,
};

// What is done is as far as it goes, at whatever stage.
static int place_of(const struct standing *standing, const struct board *board)
{
    return standing->health == HEALTH_DONE ? (int)board->stage_count - 1
                                           : standing_stage(standing);
}

// Marks the tracks that somebody waits for. Returns the steps that they still have to go,
// -1 when there is none of them.
static int steps_left(const struct standings *now, const struct trend_filter *filter,
                      bool *waited)
{
    const struct board *board = now->board;
    int left = -1;

    for (size_t i = 0; i < board->track_count; i++) {
        const struct standing *standing = &now->tracks[i];
        waited[i] = trend_counts(filter, &board->tracks[i]) && standing->missing == 0 &&
                    standing->health != HEALTH_DROPPED;
        if (waited[i]) {
            left = (left < 0 ? 0 : left) + (int)board->stage_count - 1 -
                   place_of(standing, board);
        }
    }
    return left;
}

// Net steps forward of those tracks per quarter, the newest first. A first report is no
// step.
static void quarters_fill(struct standings *now, const bool *waited, int32_t today,
                          int steps[QUARTERS_MAX])
{
    const struct board *board = now->board;
    int64_t since_ms = day_moment_ms(today + 1 - QUARTERS_MAX * QUARTER_DAYS, 0);
    int64_t begins_ms = INT64_MAX;
    const struct change *change;
    int quarter = -1;

    while ((change = standing_next(now, since_ms)) != NULL) {
        while (change->at_ms < begins_ms && quarter < QUARTERS_MAX - 1) {
            quarter++;
            begins_ms = day_moment_ms(today + 1 - (quarter + 1) * QUARTER_DAYS, 0);
        }
        bool is = change->track != NULL && waited[change->track - board->tracks];
        const struct standing *standing =
            &now->tracks[is ? change->track - board->tracks : 0];
        int after = is ? place_of(standing, board) : 0;
        standing_undo(now);
        if (is && standing->stage >= 0) {
            steps[quarter] += after - place_of(standing, board);
        }
    }
}

static int compare_ints(const void *a, const void *b)
{
    int x = *(const int *)a;
    int y = *(const int *)b;

    return x < y ? -1 : x > y;
}

// The days that it takes to go `left` steps at the pace of `count` quarters; FAR_DAYS + 1
// when they led nowhere, or not in time.
static int32_t days_at(const int *steps, int count, int left)
{
    int sum = 0;

    for (int i = 0; i < count; i++) {
        sum += steps[i];
    }
    int64_t days =
        sum <= 0 ? FAR_DAYS + 1 : ((int64_t)left * count * QUARTER_DAYS + sum - 1) / sum;
    return days > FAR_DAYS ? FAR_DAYS + 1 : (int32_t)days;
}

// Weighs the quarters, which get sorted.
static void forecast_weigh(struct forecast *forecast, int *steps, int left, int32_t today)
{
    int half = (forecast->quarters + 1) / 2;
    int year = 0;

    for (int i = 0; i < forecast->quarters; i++) {
        forecast->steps += steps[i];
        year += i < YEAR_QUARTERS ? steps[i] : 0;
    }
    qsort(steps, (size_t)forecast->quarters, sizeof *steps, compare_ints);
    int32_t slow = days_at(steps, half, left);
    int32_t fast = days_at(steps + forecast->quarters - half, half, left);
    if (year <= 0) {
        forecast->why = FORECAST_STILL;
    } else if (forecast->steps < STEPS_MIN) {
        forecast->why = FORECAST_SHORT;
    } else if (slow > FAR_DAYS) {
        forecast->why = FORECAST_UNSTEADY;
    } else {
        forecast->why = FORECAST_KNOWN;
        forecast->early = today + fast;
        forecast->late = today + slow;
    }
}

void forecast_of(const struct board *board, const struct trend_filter *filter,
                 int32_t today, struct forecast *forecast)
{
    struct standings now;
    int steps[QUARTERS_MAX] = {0};
    bool *waited = calloc(board->track_count + 1, sizeof *waited);
    int32_t first = trend_first(board, filter);

    *forecast =
        (struct forecast){.why = FORECAST_SHORT, .early = DAY_NONE, .late = DAY_NONE};
    if (!standing_open(&now, board) || waited == NULL) {
        LOG_ERR("no memory for %zu tracks", board->track_count);
        goto out;
    }
    standing_back(&now, day_moment_ms(today + 1, 0));
    int left = steps_left(&now, filter, waited);
    if (left == 0) {
        forecast->why = FORECAST_DONE;
        goto out;
    }
    int64_t days = first == DAY_NONE ? 0 : (int64_t)today + 1 - first;
    int64_t quarters = days / QUARTER_DAYS;
    if (left < 0 || quarters < YEAR_QUARTERS) {
        goto out;
    }
    forecast->quarters = quarters > QUARTERS_MAX ? QUARTERS_MAX : (int)quarters;
    quarters_fill(&now, waited, today, steps);
    forecast_weigh(forecast, steps, left, today);
out:
    standing_close(&now);
    free(waited);
}
