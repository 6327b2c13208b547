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

struct trend_point {
    int32_t day; // in: how it stood when this day ended
    int tracks;  // out: those that count, dropped ones among them
    int stages[STAGE_MAX];
    int signs[SIGN_COUNT]; // as track_brick; silence is not looked at
};

// Fills the points, whose days rise. False when memory runs out.
bool trend_of(const struct board *board, const struct trend_filter *filter,
              struct trend_point *points, size_t count);

// The last day of each quarter from the first report (or the start of the board's period,
// whichever is later) to today, today itself last; at most `size`, the newest. Boards with
// less than a year and a half of history get months instead. Returns how many.
size_t trend_days(const struct board *board, int32_t today, int32_t *out, size_t size);

// What moved between two moments, per column: [0, column_count), and all together.
struct trend_move {
    struct movement all;
    struct movement columns[COLUMN_MAX];
    int reports;                // touches and edits of tracks in between
    int upper[COLUMN_MAX];      // upper median stage then, of reported tracks; -1: none
    int32_t silent[COLUMN_MAX]; // newest report of the column before `to`; DAY_NONE: never
};
bool trend_between(const struct board *board, const struct trend_filter *filter,
                   int64_t from_ms, int64_t to_ms, struct trend_move *move);

// The moments between two at which a track took another step or another course, oldest
// first and one per track and day: a replay. At most `size`, evenly thinned when there are
// more. Returns how many were written.
struct trend_step {
    int64_t at_ms;
    const struct track *track;
    int from, to; // stages
};
size_t trend_steps(const struct board *board, const struct trend_filter *filter,
                   int64_t from_ms, int64_t to_ms, struct trend_step *out, size_t size);

// "In dit tempo alles geborgd tussen 2028 en 2030": an honest range, or why there is none.
enum forecast_why {
    FORECAST_KNOWN,
    FORECAST_DONE,    // all of it is done already
    FORECAST_SHORT,   // less than a year of reports, or fewer than ten steps
    FORECAST_STILL,   // nothing went forward in the last year
    FORECAST_UNSTEADY // the slow end lies further away than 15 years
};
struct forecast {
    enum forecast_why why;
    int32_t early, late; // days, when FORECAST_KNOWN
    int steps, quarters; // net steps forward, and in how many quarters
};
void forecast_of(const struct board *board, const struct trend_filter *filter,
                 int32_t today, struct forecast *forecast);

#endif
