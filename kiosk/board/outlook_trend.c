#include "board/outlook_trend.h"

#include <stdlib.h>
#include <string.h>

#include "board/standing.h"

struct outlook_trend {
    bool has_series, has_span;
    struct series series;
    struct span span; // owns its lists
};

static struct outlook_trend *trend_get(struct outlook *outlook)
{
    if (outlook->trend == NULL) {
        outlook->trend = calloc(1, sizeof *outlook->trend);
    }
    return outlook->trend;
}

void outlook_trend_destroy(struct outlook_trend *trend)
{
    if (trend != NULL) {
        free(trend->span.tracks);
        free(trend->span.steps);
        free(trend);
    }
}

static bool filter_same(const struct trend_filter *a, const struct trend_filter *b)
{
    return a->ambition == b->ambition && a->column == b->column;
}

const struct series *outlook_series(struct outlook *outlook,
                                    const struct trend_filter *filter)
{
    struct outlook_trend *trend = trend_get(outlook);
    int32_t days[SERIES_MAX];

    if (trend == NULL) {
        return NULL;
    }
    struct series *series = &trend->series;
    const struct trend_filter all = {NULL, NULL};
    if (trend->has_series && filter_same(&series->filter, filter)) {
        return series;
    }
    trend->has_series = false;
    *series = (struct series){.filter = *filter};
    if (trend_first(outlook->board, &all) != DAY_NONE) {
        series->count = trend_days(outlook->board, outlook->today, days, SERIES_MAX);
    }
    for (size_t i = 0; i < series->count; i++) {
        series->points[i].day = days[i];
    }
    if (!trend_of(outlook->board, filter, series->points, series->count)) {
        return NULL;
    }
    for (size_t i = 1; i + 1 < series->count; i++) {
        series->months = series->months || days[i] - days[i - 1] < 45;
    }
    size_t tracks = 0;
    outlook_tracks(outlook, filter->ambition, filter->column, &tracks);
    series->tracks = (int)tracks;
    forecast_of(outlook->board, filter, outlook->today, &series->forecast);
    trend->has_series = true;
    return series;
}

// The tracks of the filter with where they stood; those that the plan lacked at the end are
// left out.
static bool span_stand(struct span *span, const struct outlook *outlook, int *stages)
{
    const struct board *board = outlook->board;
    struct standings then;
    struct standing *to = malloc((board->track_count + 1) * sizeof *to);
    bool done = standing_open(&then, board) && to != NULL;
    size_t count = 0;
    const struct track *const *tracks =
        outlook_tracks(outlook, span->filter.ambition, span->filter.column, &count);

    if (done) {
        standing_back(&then, span->to_ms);
        memcpy(to, then.tracks, board->track_count * sizeof *to);
        standing_back(&then, span->from_ms);
    }
    for (size_t i = 0; done && i < count; i++) {
        size_t at = (size_t)(tracks[i] - board->tracks);
        stages[at] = then.tracks[at].missing == 0 ? then.tracks[at].stage : -1;
        if (to[at].missing == 0) {
            span->tracks[span->track_count++] =
                (struct span_track){tracks[i], stages[at], to[at].stage};
        }
    }
    standing_close(&then);
    free(to);
    return done;
}

// Keeps the steps that put a brick elsewhere, and those at which a track got stuck or was
// done. A first report has none before it: -1.
static void span_steps(struct span *span, const struct board *board, int *stages,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct trend_step step = span->steps[i];
        int *stage = &stages[step.track - board->tracks];
        step.from = *stage < 0 ? -1 : step.from;
        *stage = step.to;
        if ((step.from != step.to && (step.from >= 0 || step.to > 0)) ||
            step.turned != HEALTH_NONE) {
            span->steps[span->step_count++] = step;
        }
    }
}

static bool span_fill(struct span *span, const struct outlook *outlook)
{
    const struct board *board = outlook->board;
    size_t room = board->change_count + 1; // a step is a change at least: none is thinned
    int *stages = calloc(board->track_count + 1, sizeof *stages);
    bool done = false;

    span->steps = malloc(room * sizeof *span->steps);
    span->tracks = malloc((board->track_count + 1) * sizeof *span->tracks);
    if (stages == NULL || span->steps == NULL || span->tracks == NULL ||
        !trend_between(board, &span->filter, span->from_ms, span->to_ms, &span->move) ||
        !span_stand(span, outlook, stages)) {
        goto out;
    }
    size_t count =
        trend_steps(board, &span->filter, span->from_ms, span->to_ms, span->steps, room);
    span_steps(span, board, stages, count);
    done = true;
out:
    free(stages);
    return done;
}

const struct span *outlook_span(struct outlook *outlook, const struct trend_filter *filter,
                                int64_t from_ms, int64_t to_ms)
{
    struct outlook_trend *trend = trend_get(outlook);

    if (trend == NULL) {
        return NULL;
    }
    struct span *span = &trend->span;
    if (trend->has_span && filter_same(&span->filter, filter) && span->from_ms == from_ms &&
        span->to_ms == to_ms) {
        return span;
    }
    free(span->tracks);
    free(span->steps);
    *span = (struct span){.filter = *filter, .from_ms = from_ms, .to_ms = to_ms};
    trend->has_span = span_fill(span, outlook);
    return trend->has_span ? span : NULL;
}
