// Verloop: how the tracks stood at the end of earlier days, worked out back through
// history from how they stand now. Pure.
#ifndef REGIEBORD_BOARD_TREND_H
#define REGIEBORD_BOARD_TREND_H

#include "board/signal.h"

// Which tracks: of an ambition (NULL: all), in a column (NULL: all).
struct trend_filter {
    const struct ambition *ambition;
    const struct column *column;
};

// True for a track that the filter lets through.
bool trend_counts(const struct trend_filter *filter, const struct track *track);

struct trend_point {
    int32_t day; // in: how it stood when this day ended
    int tracks;  // out: those that count, dropped ones among them
    int stages[STAGE_MAX];
    int signs[SIGN_COUNT]; // as track_brick; silence is not looked at
};

// Fills the points, whose days rise. It is the board set of that moment (present_past) that
// is counted, but for what board->changes does not tell: tracks that were deleted since, or
// moved to another action, do not count, those that an import of the plan added or wrote
// over stand as it left them, and steps are read with the names of now. What a clock that
// was ahead dated after today is not yet there. False when memory runs out.
bool trend_of(const struct board *board, const struct trend_filter *filter,
              struct trend_point *points, size_t count);

// The day of the first report, DAY_NONE when there is none.
int32_t trend_first(const struct board *board, const struct trend_filter *filter);

// The last day of each quarter from the first report (or the start of the board's period,
// whichever is later) to today, today itself last; at most `size`, the newest. Boards with
// less than a year and a half of history get months instead. Returns how many.
size_t trend_days(const struct board *board, int32_t today, int32_t *out, size_t size);

// What moved between two moments (`from_ms` belongs to it, `to_ms` does not: all between
// the two as they stood just before them), per column: [0, column_count), and all together.
struct trend_move {
    struct movement all;
    struct movement columns[COLUMN_MAX];
    int reports;                // touches and edits of tracks in between
    int upper[COLUMN_MAX];      // upper median stage at `to`, as pace_of; -1: none
    int32_t silent[COLUMN_MAX]; // newest report of the column before `to`; DAY_NONE: never
};
bool trend_between(const struct board *board, const struct trend_filter *filter,
                   int64_t from_ms, int64_t to_ms, struct trend_move *move);
// The same, and where each track of the board stood (unless that is NULL). A stage of -1:
// nobody had said, or the track was not there.
struct trend_stood {
    int from, to;
    bool gone; // at the end
};
bool trend_stood(const struct board *board, const struct trend_filter *filter,
                 int64_t from_ms, int64_t to_ms, struct trend_move *move,
                 struct trend_stood *stood);

// The moments between two (as above) at which a track took another step or another course,
// oldest first and one per track and day, the last of that day: a replay. A first report
// tells where a track stands: its `from` is its `to`. At most `size`, evenly thinned when
// there are more. Returns how many were written.
struct trend_step {
    int64_t at_ms;
    const struct track *track;
    int from, to;       // stages
    enum health turned; // to a bottleneck or done, that day; HEALTH_NONE: to neither
};
size_t trend_steps(const struct board *board, const struct trend_filter *filter,
                   int64_t from_ms, int64_t to_ms, struct trend_step *out, size_t size);

// "In dit tempo alles geborgd tussen 2028 en 2030": an honest range, or why there is none.
// Net steps forward (as struct movement; done is the last stage, dropped does not count) in
// each of the last 4 to 8 whole quarters of 91 days. Fast is the mean of the better half of
// them, slow the mean of the other half; no distribution is made up.
enum forecast_why {
    FORECAST_KNOWN,
    FORECAST_DONE,    // all of it is done already
    FORECAST_SHORT,   // less than a year (364 days) of reports, or fewer than ten net steps
    FORECAST_STILL,   // the last year brought nothing forward, on balance
    FORECAST_UNSTEADY // the slow end lies further away than 15 years, or nowhere
};
struct forecast {
    enum forecast_why why;
    int32_t early, late; // days, when FORECAST_KNOWN
    int steps, quarters; // net steps forward, and in how many quarters
};
void forecast_of(const struct board *board, const struct trend_filter *filter,
                 int32_t today, struct forecast *forecast);

#endif
