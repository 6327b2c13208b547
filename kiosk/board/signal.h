// What deserves attention, as pure functions of a board and a day.
#ifndef REGIEBORD_BOARD_SIGNAL_H
#define REGIEBORD_BOARD_SIGNAL_H

#include "board/board.h"
#include "board/gap.h"

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
// more than track_rhythm_days ago. What was never reported is not silent; done and dropped
// may be quiet.
enum sign track_sign(const struct track *track, const struct board *board, int32_t today);
// The same without silence: what the brick of the track looks like.
enum sign track_brick(const struct track *track, const struct board *board);
// The same of a course, with its bottleneck on a rung; -1: there is none.
enum sign health_brick(enum health health, int rung, const struct board *board);

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

// How many days may pass after a report before the track is silent. For each track
// board->silent_days, the rhythm of the board; a continuous action has no other round than
// that one. A recurring action (due.kind DUE_RECURRING with every_days) falls due each
// round: a round begins with a report and lasts every_days, and the next report may come a
// quarter of a round later, at least 2 and at most 14 days (months differ in length, and
// there are holidays). The shorter of the two counts.
int track_rhythm_days(const struct track *track, const struct board *board);

// Days that a bottleneck stands on its rung; DAY_NONE where not known.
int rung_days(const struct bottleneck *bottleneck, int32_t today);
// True when that is longer than board->rung_days.
bool rung_lingers(const struct board *board, const struct bottleneck *bottleneck,
                  int32_t today);
// The rung that is proposed for one that lingers: the next one. NULL when it does not
// linger or stands on the highest. A proposal: nothing climbs by itself.
const struct rung *rung_proposed(const struct board *board,
                                 const struct bottleneck *bottleneck, int32_t today);

// Gelijke tred: per column the upper median stage of its reported tracks. Done tracks count
// at their stage; dropped ones do not count, nobody waits for them.
struct pace {
    bool known;             // at least two columns have reported
    int spread;             // furthest minus least
    int least, furthest;    // stage indexes
    int stages[COLUMN_MAX]; // per column index; -1: nothing reported
    // The day on which the columns came to be PACE_WIDE or more steps apart, as they have
    // been at the end of each day since. DAY_NONE: they are not, history does not tell, or
    // nobody asked (pace_of and pace_of_goal do not: paces_since does).
    int32_t since;
};
enum {
    PACE_WIDE = 2,     // steps from which columns are out of step
    PACE_WIDE_GOAL = 3 // the same for a goal in the list of exceptions, see there
};

void pace_of(const struct board *board, const struct ambition *ambition, struct pace *pace);
void pace_of_goal(const struct board *board, const struct goal *goal, struct pace *pace);
// Those of all ambitions and all goals, by index, in one walk.
void paces_all(const struct board *board, struct pace *ambitions, struct pace *goals);
// Fills `since` of the paces of all ambitions and all goals (by index), in one walk back
// through history. Leaves DAY_NONE, and logs, when memory runs out.
void paces_since(const struct board *board, int32_t today, struct pace *ambitions,
                 struct pace *goals);
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
    ATTENTION_PACE, // columns of an ambition or a goal out of step
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
    const struct goal *goal;         // NULL for the PACE of an ambition
    const struct ambition *ambition; // never NULL
    int days;     // on the highest rung, stuck, in attention, over the due, moved in all,
                  // silent; DAY_NONE: none of these
    bool lingers; // a bottleneck that stands on its rung longer than the board allows
};

// Writes the `size` most urgent exceptions and returns how many there are in all. Of one
// kind those that linger on their rung come first, then the longest (for PACE ambitions
// before goals, and the widest), then the order of the plan. Over time counts from the end
// of the due period as it is now, so what was moved counts from its new end. A board on
// which nothing was ever reported is never overdue: it has its gaps to show. The pace of a
// goal is in the list only from PACE_WIDE_GOAL steps on, and only when that of its ambition
// is not: most goals hold one or two actions, so their columns are two steps apart on any
// working day, and what an ambition says as a whole need not be said again for each of its
// goals.
// 0, and it logs, when memory runs out.
size_t attention_list(const struct board *board, int32_t today, struct attention *out,
                      size_t size);
// All of them, in the arena, and where each kind begins (the last: how many there are), for
// who knows the paces (paces_all). NULL when memory runs out.
const struct attention *attention_all(const struct board *board, int32_t today,
                                      const struct pace *paces,
                                      const struct pace *goal_paces, struct arena *arena,
                                      size_t first[ATTENTION_KIND_COUNT + 1]);

// The track of an action that is least far and neither done nor dropped; NULL when there is
// none.
const struct track *action_least_track(const struct action *action);

// How often the due of an action moved to a later end.
int action_slips(const struct action *action);

// What moved between a moment and now, for "Sinds ...": each track as it stood then against
// now, so what was undone did not move, nor did what had no stage yet.
struct movement {
    int forward, back;   // stages gained and lost, in steps
    int new_bottlenecks; // tracks in a bottleneck that were not
    int finished;        // tracks done that were not
};

void movement_since(const struct board *board, int64_t since_ms, struct movement *movement);

// The next meeting at or after this moment that is planned, the last one before it that is
// not open now; NULL when there is none. A meeting without an hour is the next one all day.
// `body` NULL means any body.
const struct meeting *meeting_next(const struct board *board, const char *body,
                                   int32_t today, int minute);
const struct meeting *meeting_last(const struct board *board, const char *body,
                                   int32_t today, int minute);

#endif
