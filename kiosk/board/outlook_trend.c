#include "board/outlook_trend.h"

#include <stdlib.h>
#include <string.h>

enum { PILE_STEPS = 64 }; // from one that is kept to the next

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

static void span_free(struct span *span)
{
    free(span->tracks);
    free(span->steps);
    free(span->piles);
}

void outlook_trend_destroy(struct outlook_trend *trend)
{
    if (trend != NULL) {
        span_free(&trend->span);
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
    *series =
        (struct series){.filter = *filter, .first = trend_first(outlook->board, &all)};
    if (series->first != DAY_NONE) {
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
static void span_stand(struct span *span, const struct outlook *outlook,
                       const struct trend_stood *stood)
{
    size_t count = 0;
    const struct track *const *tracks =
        outlook_tracks(outlook, span->filter.ambition, span->filter.column, &count);

    for (size_t i = 0; i < count; i++) {
        const struct trend_stood *at = &stood[tracks[i] - outlook->board->tracks];
        if (!at->gone) {
            span->tracks[span->track_count++] =
                (struct span_track){tracks[i], at->from, at->to};
        }
    }
}

// Keeps the steps that put a brick elsewhere, and those at which a track got stuck or was
// done. A first report has none before it: -1.
static void span_steps(struct span *span, const struct board *board,
                       struct trend_stood *stood, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct trend_step step = span->steps[i];
        int *stage = &stood[step.track - board->tracks].from;
        step.from = *stage < 0 ? -1 : step.from;
        *stage = step.to;
        if ((step.from != step.to && (step.from >= 0 || step.to > 0)) ||
            step.turned != HEALTH_NONE) {
            span->steps[span->step_count++] = step;
        }
    }
}

// Nobody had said: it lies with those that were not begun.
static int stage_of(int stage)
{
    return stage > 0 ? stage : 0;
}

static void span_count(struct span *span)
{
    int reached[COLUMN_MAX][STAGE_MAX] = {{0}};

    for (size_t i = 0; i < span->track_count; i++) {
        const struct span_track *at = &span->tracks[i];
        bool moved = at->from >= 0 && at->to >= 0 && at->from != at->to;
        span->counts[0][stage_of(at->from)]++;
        span->counts[1][stage_of(at->to)]++;
        span->moved[0][stage_of(at->from)] += moved;
        span->moved[1][stage_of(at->to)] += moved;
        reached[at->track->column->index][stage_of(at->to)] += moved;
    }
    for (size_t c = 0; c < COLUMN_MAX; c++) {
        int best = -1;
        for (int stage = 0; stage < STAGE_MAX; stage++) {
            if (reached[c][stage] > 0 &&
                (best < 0 || reached[c][stage] >= reached[c][best])) {
                best = stage;
            }
        }
        span->reached[c] = best;
    }
}

static void piles_step(struct piles *piles, const struct trend_step *step)
{
    int *counts = piles->counts[step->track->column->index];

    counts[stage_of(step->from)]--;
    counts[stage_of(step->to)]++;
}

static bool span_pile(struct span *span)
{
    struct piles now = {0};

    span->piles = malloc((span->step_count / PILE_STEPS + 1) * sizeof *span->piles);
    if (span->piles == NULL) {
        return false;
    }
    for (size_t i = 0; i < span->track_count; i++) {
        const struct span_track *at = &span->tracks[i];
        now.counts[at->track->column->index][stage_of(at->from)]++;
    }
    for (size_t i = 0; i <= span->step_count; i++) {
        if (i % PILE_STEPS == 0) {
            span->piles[i / PILE_STEPS] = now;
        }
        if (i < span->step_count) {
            piles_step(&now, &span->steps[i]);
        }
    }
    return true;
}

void span_piles(const struct span *span, size_t done, struct piles *piles)
{
    *piles = span->piles[done / PILE_STEPS];
    for (size_t i = done / PILE_STEPS * PILE_STEPS; i < done; i++) {
        piles_step(piles, &span->steps[i]);
    }
}

static bool span_fill(struct span *span, const struct outlook *outlook)
{
    const struct board *board = outlook->board;
    size_t room = board->change_count + 1; // a step is a change at least: none is thinned
    struct trend_stood *stood = calloc(board->track_count + 1, sizeof *stood);
    bool done = false;

    span->steps = malloc(room * sizeof *span->steps);
    span->tracks = malloc((board->track_count + 1) * sizeof *span->tracks);
    if (stood == NULL || span->steps == NULL || span->tracks == NULL ||
        !trend_stood(board, &span->filter, span->from_ms, span->to_ms, &span->move,
                     stood)) {
        goto out;
    }
    span_stand(span, outlook, stood);
    size_t count =
        trend_steps(board, &span->filter, span->from_ms, span->to_ms, span->steps, room);
    span_steps(span, board, stood, count);
    span_count(span);
    done = span_pile(span);
out:
    free(stood);
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
    span_free(span);
    *span = (struct span){.filter = *filter, .from_ms = from_ms, .to_ms = to_ms};
    trend->has_span = span_fill(span, outlook);
    return trend->has_span ? span : NULL;
}
