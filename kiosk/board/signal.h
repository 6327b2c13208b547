// What deserves attention, as pure functions of a board and a day.
#ifndef REGIEBORD_BOARD_SIGNAL_H
#define REGIEBORD_BOARD_SIGNAL_H

#include "board/board.h"

// What is drawn for a track or a cell, from quiet to loud in the order of choice of a cell.
enum sign {
    SIGN_NONE, // nothing reported
    SIGN_DROPPED,
    SIGN_DONE,
    SIGN_ON_COURSE,
    SIGN_SILENT, // reported once, but longer ago than the board allows
    SIGN_ATTENTION,
    SIGN_BOTTLENECK,
    SIGN_ESCALATED, // a bottleneck on the highest rung
    SIGN_COUNT
};

// True when anybody ever said how the track, or anything on the board, stands.
bool track_told(const struct track *track);
bool board_told(const struct board *board);

// Silent is a track on course, or one whose course was never named, whose last report is
// more than board->silent_days ago. What was never reported is not silent; done and dropped
// may be quiet.
enum sign track_sign(const struct track *track, const struct board *board, int32_t today);
// The same without silence: what the brick of the track looks like.
enum sign track_brick(const struct track *track, const struct board *board);

// Days that go with the sign of a track: in the bottleneck, escalated: on its rung, in
// attention, or since its last report; DAY_NONE where it is not known or nothing runs.
int track_days(const struct track *track, const struct board *board, int32_t today);

// One cell of the wall: the tracks of an ambition in a column.
struct cell_state {
    int track_count;
    int bricks[STAGE_MAX][SIGN_COUNT]; // tracks by stage and track_sign
    enum sign sign; // of the cell: SIGN_NONE when none of its tracks is reported
    const struct track *exception; // the one that matters most, NULL when the cell is quiet
};

void cell_state_of(const struct board *board, const struct ambition *ambition,
                   const struct column *column, int32_t today, struct cell_state *state);

// Gelijke tred: per column the upper median stage of its reported tracks. Done tracks count
// at their stage; dropped ones do not count, nobody waits for them.
struct pace {
    bool known;             // at least two columns have reported
    int spread;             // furthest minus least
    int least, furthest;    // stage indexes
    int stages[COLUMN_MAX]; // per column index; -1: nothing reported
};

void pace_of(const struct board *board, const struct ambition *ambition, struct pace *pace);
// The upper median of tracks by stage, element n / 2 of the n in order; -1 when there are
// none.
int pace_upper(const int stages[STAGE_MAX], int tracks);

// An exception of the board, most urgent first: for the strip and the list of Aandacht.
enum attention_kind {
    ATTENTION_ESCALATED,
    ATTENTION_BOTTLENECK,
    ATTENTION_HEALTH, // koers is aandacht
    ATTENTION_OVERDUE,
    ATTENTION_SHIFTED, // moved twice or more
    ATTENTION_SILENT,
    ATTENTION_PACE, // columns two or more steps apart
    ATTENTION_GAP,  // something is missing in the plan
    ATTENTION_KIND_COUNT
};

// A track stands in the list once, as its sign; its action may be overdue or shifted
// besides.
struct attention {
    enum attention_kind kind;
    // NULL for PACE and GAP. For OVERDUE and SHIFTED: of the tracks that are not finished
    // the least far, NULL when there is none at all.
    const struct track *track;
    const struct action *action;     // NULL for PACE and for a goal without actions
    const struct goal *goal;         // NULL for PACE
    const struct ambition *ambition; // never NULL
    int days; // on the rung, stuck, in attention, over the due, moved in all, silent;
              // DAY_NONE: none of these
};

// Writes the `size` most urgent exceptions and returns how many there are in all. Of one
// kind the longest comes first (for PACE the widest), then the order of the plan. A board
// on which nothing was ever reported is never overdue: it has its gaps to show.
size_t attention_list(const struct board *board, int32_t today, struct attention *out,
                      size_t size);

// How often the due of an action moved to a later end.
int action_slips(const struct action *action);

// Gaps in the plan: what check reports and the first day shows. Open questions and
// practices need no funding and no due; practices no lead and no track either.
struct gaps {
    size_t goals_without_action;
    size_t tracks_without_lead;
    size_t actions_without_funding;
    size_t actions_without_due;
    size_t actions_without_track;
    size_t actions_twice; // the same title and text as an earlier action
    size_t loose_references;
    size_t reported_tracks;
};

void gaps_of(const struct board *board, struct gaps *gaps);
// True when the action has one of these gaps.
bool action_gap(const struct action *action);
// The first action with the same title and text that comes before `action`, NULL when there
// is none.
const struct action *action_twin(const struct board *board, const struct action *action);

// What moved between a moment and now, for "Sinds ...": each track as it stood then against
// now, so what was undone did not move, nor did what had no stage yet.
struct movement {
    int forward, back;   // stages gained and lost, in steps
    int new_bottlenecks; // tracks in a bottleneck that were not
    int finished;        // tracks done that were not
};

void movement_since(const struct board *board, int64_t since_ms, struct movement *movement);

// The next meeting at or after this moment, the last one before it; NULL when there is
// none. A meeting without an hour is the next one all day. `body` NULL means any body.
const struct meeting *meeting_next(const struct board *board, const char *body,
                                   int32_t today, int minute);
const struct meeting *meeting_last(const struct board *board, const char *body,
                                   int32_t today, int minute);

#endif
