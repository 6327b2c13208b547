// What a meeting of a body goes through: what moved since its last one, what was promised
// for now, and the points to talk about, one by one. Pure functions of a board and a
// moment.
#ifndef REGIEBORD_BOARD_AGENDA_H
#define REGIEBORD_BOARD_AGENDA_H

#include "board/signal.h"
#include "board/update.h"

enum { BODY_MAX = 24, AGENDA_MAX = 200 };

// The bodies that can meet: those of the board's meetings and of the rungs of its ladder
// from the second on, by the moment of their next meeting, then by name; names that differ
// in case alone are one. Returns how many were written.
struct body {
    const char *name;
    const struct meeting *running; // open now; NULL: none
    const struct meeting *next;    // planned; today's until four hours after its
                                   // time; NULL: none
    const struct meeting *last;    // the last one that was held before; NULL: none
    size_t open_decisions;         // of its meetings
};
size_t body_list(const struct board *board, int32_t today, int minute, struct body *out,
                 size_t size);

// Whether two texts name the same body: case and accents do not count.
bool body_same(const char *a, const char *b);
// The meeting of a body that is open now; NULL when none is.
const struct meeting *body_running(const struct board *board, const char *body);

// The meeting that is open now, of any body; the one opened last when there are several.
const struct meeting *meeting_running(const struct board *board);

// Whether a meeting of any board is open. One that nobody closed runs no longer than people
// sit together, twelve hours, and one that a wrong clock opened far ahead does not run yet.
bool boards_meet(const struct board_set *set, int64_t clock_ms);

// When a meeting was over: when it was closed, else when it was opened or planned; 0: not
// known.
int64_t meeting_over_ms(const struct meeting *meeting);
// The moment since when "sinds vorige keer" of a meeting counts: when the one before it of
// the same body was closed, else when it was planned. 0: there was none.
int64_t meeting_since_ms(const struct board *board, const struct meeting *meeting);
// The one before it of the same body that was held; NULL when there is none.
const struct meeting *meeting_before(const struct board *board,
                                     const struct meeting *meeting);

// A point to talk about: a track or action with everything that is the matter with it,
// columns that are out of step, or an open decision of an earlier meeting.
struct point {
    // Its kind is ATTENTION_KIND_COUNT, and its days DAY_NONE, where only the decision is
    // the matter; `ambition` is NULL where that is about nothing on the board.
    struct attention why;
    const struct decision *decision; // an open one of an earlier meeting; NULL: none
};

// The points of a meeting, in the order in which to talk: what stands at this body's rung,
// then the open decisions of its earlier meetings, then the other exceptions of the board,
// most urgent first; gaps in the plan are not among them. A track that stands at this rung
// has its (oldest) open decision with it. Each track once. It is computed as the board
// stood when the meeting was opened, so a point keeps its place when it is dealt with.
// Returns how many there are in all.
size_t agenda_list(const struct board *board, const struct meeting *meeting, int32_t today,
                   struct point *out, size_t size);

// What the text of a decision calls a point without an action, as it can hang on nothing
// else: "tempo ambitie 5, Dekkend aanbod", with its short title if any. "" for a point with
// an action, or about nothing.
void point_name(const struct board *board, const struct attention *why, char *out,
                size_t size);
// Whether a text names that point.
bool point_named(const struct board *board, const struct attention *why, const char *text);
// The ambition, or the goal, that a text names; false: none.
bool point_find(const struct board *board, const char *text, struct attention *why);

// What made a decision, read back from its words and its state.
enum decide decision_kind(const struct decision *decision);

// The decisions of a meeting, in the order in which they were made.
size_t decision_list(const struct board *board, const struct meeting *meeting,
                     const struct decision **out, size_t size);
// Those of earlier meetings of its body that are still open, the oldest first.
size_t decision_open_list(const struct board *board, const struct meeting *meeting,
                          const struct decision **out, size_t size);

#endif
