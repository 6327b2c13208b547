// Who leads what: the names of Trekkers, the tracks of one of them, the reasons that a
// board uses.
#ifndef REGIEBORD_BOARD_LEADS_H
#define REGIEBORD_BOARD_LEADS_H

#include "board/signal.h"

struct lead {
    const char *name;            // as the board writes it
    const struct column *column; // where most of its tracks stand; NULL: none
    const struct person *person; // NULL when it is not in the table of persons
    int tracks;
    int signs[SIGN_COUNT]; // tracks by sign
    int32_t reported;      // newest report on any of them; DAY_NONE: never
};

// Everybody who leads a track or stands in the table of persons, by column and then by
// name. Names that differ in case alone are one. Writes at most `size` and returns how many
// there are.
size_t lead_list(const struct board *board, int32_t today, struct lead *out, size_t size);

// A name by which it is compared: in lower case, without accents and space around it.
enum { LEAD_FOLD_BYTES = 512 };
void lead_fold(const char *name, char out[LEAD_FOLD_BYTES]);

// True when `name` leads the track (whatever the case).
bool lead_has(const char *name, const struct track *track);

// The leads of exceptions with how many of them are theirs, the most first, then by name:
// of a track its lead, of an action once each who leads it where it is not finished.
// Writes at most `size` and returns how many there are; 0 when memory runs out.
struct lead_points {
    const char *name;
    int points;
};
size_t lead_points_list(const struct attention *items, size_t count,
                        struct lead_points *out, size_t size);

// The tracks of a lead, most urgent first: by sign from loud to quiet, what was never
// reported before what is on course, then the longest ago. Returns how many there are.
size_t lead_tracks(const struct board *board, const char *name, int32_t today,
                   const struct track **out, size_t size);

// Reasons to tap, the ones that the board uses most first, then the usual ones (geld
// besluit mandaat capaciteit plekken partner privacy inkoop). Without doubles, each at most
// UPDATE_REASON_CHARS. Returns how many were written; they live as long as the board.
size_t reason_list(const struct board *board, const char **out, size_t size);
// Whether a reason is one of the usual words, whatever its case.
bool reason_usual(const char *reason);

// Due periods to tap for an action: its own moved on by half a year, a year, two (in the
// precision of the plan: "2026", "eind 2026", "schooljaar 2026-2027"), and "doorlopend".
// Returns how many were written into `out`.
size_t due_choices(const struct action *action, int32_t today, char out[][48], size_t size);

#endif
