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

// Silence counts for tracks that are on course, in attention, or never reported while others of the board are.
enum sign track_sign(const struct track *track, const struct board *board, int32_t today);
// The same without silence: what the brick of the track looks like.
enum sign track_brick(const struct track *track, const struct board *board);

// One cell of the wall: the tracks of an ambition in a column.
struct cell_state {
    int track_count;
    int bricks[STAGE_MAX][SIGN_COUNT]; // tracks by stage and track_brick
    enum sign sign;                    // of the cell: SIGN_NONE when none of its tracks is reported
    const struct track *exception;     // the one that matters most, NULL when the cell is quiet
};

void cell_state_of(const struct board *board, const struct ambition *ambition, const struct column *column,
                   int32_t today, struct cell_state *state);

// Gelijke tred: per column the upper median stage of its reported tracks (look.md section 4).
struct pace {
    bool known;                // at least two columns have reported
    int spread;                // furthest minus least
    int least, furthest;       // stage indexes
    int stages[COLUMN_MAX];    // per column index; -1: nothing reported
};

void pace_of(const struct board *board, const struct ambition *ambition, struct pace *pace);

// An exception of the board, most urgent first: for the strip and the list of Aandacht.
enum attention_kind {
    ATTENTION_ESCALATED,
    ATTENTION_BOTTLENECK,
    ATTENTION_HEALTH,   // koers is aandacht
    ATTENTION_OVERDUE,
    ATTENTION_SHIFTED,  // moved twice or more
    ATTENTION_SILENT,
    ATTENTION_PACE,     // columns two or more steps apart
    ATTENTION_GAP,      // something is missing in the plan
    ATTENTION_KIND_COUNT
};

struct attention {
    enum attention_kind kind;
    const struct track *track;       // NULL for PACE and GAP
    const struct action *action;     // NULL for PACE and some GAPs
    const struct ambition *ambition; // PACE
    int days;                        // how long; DAY_NONE where it does not apply
};

// Writes at most `size` exceptions and returns how many there are in all.
size_t attention_list(const struct board *board, int32_t today, struct attention *out, size_t size);

// Gaps in the plan: what check reports and the first day shows.
struct gaps {
    size_t goals_without_action;
    size_t tracks_without_lead;
    size_t actions_without_funding;
    size_t actions_without_due;
    size_t actions_without_track;
    size_t actions_twice;  // the same text as an earlier action
    size_t loose_references;
    size_t reported_tracks;
};

void gaps_of(const struct board *board, struct gaps *gaps);
// The first action with the same text that comes before `action`, NULL when there is none.
const struct action *action_twin(const struct board *board, const struct action *action);

// What moved between a day and now, for "Sinds ...".
struct movement {
    int forward, back;     // stages gained and lost, in steps
    int new_bottlenecks;
    int finished;
};

void movement_since(const struct board *board, int64_t since_ms, struct movement *movement);

// The next meeting at or after this moment, the last one before it; NULL when there is none.
// `body` NULL means any body.
const struct meeting *meeting_next(const struct board *board, const char *body, int32_t today, int minute);
const struct meeting *meeting_last(const struct board *board, const char *body, int32_t today, int minute);

#endif
