// A programme as edits of the shared file.
#ifndef REGIEBORD_DESK_PLAN_H
#define REGIEBORD_DESK_PLAN_H

#include "board/board.h"
#include "desk/programme.h"
#include "share/share.h"

// Who an import of the plan is, in the log.
#define PLAN_AUTHOR "plan"

struct plan_options {
    const char *slug;          // the board, at most 32 of `a-z`, digits, `-`
    const struct board *board; // what is there now; NULL: nothing
    size_t place;              // of a new board among the others; 0: none
    bool prune;                // delete what the file does not have any more
    int64_t now_ms;
};

// Rows of the board that the file does not have (any more).
struct plan_lost {
    const char *what; // "action"
    const char *code, *title;
};

struct plan {
    struct share_edit *edits; // belong to the programme
    size_t count, room;
    struct plan_lost *lost; // belong to the programme; deleted when pruned
    size_t lost_count;
    size_t new_actions, known_actions;
    size_t reports; // replayed
};

// The programme must be free of errors, with its columns found. Gives actions their codes
// (match.h). What the file derives (short titles) is left as the board has it. Reports of
// verloop.csv are replayed only on a board that is not there yet, so that they never come
// over what people reported. Never fails.
void plan_make(struct plan *plan, struct programme *programme,
               const struct plan_options *options);

// The board that the plan makes where nothing is yet. NULL without memory; the caller frees
// it with board_set_free.
struct board_set *plan_preview(const struct plan *plan);

// Adds one edit; texts are not copied.
void plan_edit(struct plan *plan, struct programme *programme,
               const struct share_edit *edit);

// A key of a row in the shared file: the parts with `/` between them, at most 64 bytes (a
// longer one ends in a number made from it). Parts end with a NULL.
const char *plan_row(struct programme *programme, const char *const *parts);

#endif
