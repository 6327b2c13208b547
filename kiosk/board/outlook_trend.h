// What Verloop draws, worked out when it is first asked for and kept as long as the outlook
// is: a frame does not walk history. Ask from one thread only.
#ifndef REGIEBORD_BOARD_OUTLOOK_TREND_H
#define REGIEBORD_BOARD_OUTLOOK_TREND_H

#include "board/outlook.h"
#include "board/trend.h"

enum { SERIES_MAX = 40 };

// Periods of a choice of tracks, and where they lead.
struct series {
    struct trend_filter filter;
    struct trend_point points[SERIES_MAX];
    size_t count;  // 0: there is no history yet
    int32_t first; // day of the first report of all; DAY_NONE: none
    int tracks;    // now
    bool months;   // a point is a month, not a quarter
    struct forecast forecast;
};

#define SPAN_NOW INT64_MAX // `to_ms`: up to now

// Where a track stood at both moments; -1: nobody had said.
struct span_track {
    const struct track *track;
    int from, to;
};

// What happened between two moments.
struct span {
    struct trend_filter filter;
    int64_t from_ms, to_ms;
    struct trend_move move;
    struct span_track *tracks; // of the filter, in the order of the plan
    size_t track_count;
    // Of these: by stage at either moment (nobody had said: the first), those of them that
    // moved from a stage to another; and by column the stage that most that moved went to.
    int counts[2][STAGE_MAX], moved[2][STAGE_MAX];
    int reached[COLUMN_MAX];  // the furthest of equals; -1: none moved
    struct trend_step *steps; // those that put a brick elsewhere, or made it a bottleneck
                              // or done, oldest first; `from` -1: a first report
    size_t step_count;
    struct piles *piles; // every so many steps
};

// The tracks of a span by column and stage.
struct piles {
    int counts[COLUMN_MAX][STAGE_MAX];
};

// NULL when memory runs out. They stand until another filter or other moments are asked
// for.
const struct series *outlook_series(struct outlook *outlook,
                                    const struct trend_filter *filter);
const struct span *outlook_span(struct outlook *outlook, const struct trend_filter *filter,
                                int64_t from_ms, int64_t to_ms);

// How they lie when so many of its steps are done, from `from_ms` on.
void span_piles(const struct span *span, size_t done, struct piles *piles);

// For outlook_destroy.
void outlook_trend_destroy(struct outlook_trend *trend); // NULL is fine

#endif
