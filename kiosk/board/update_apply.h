// The steps of update_apply. Only update_apply*.c include this.
#ifndef REGIEBORD_BOARD_UPDATE_APPLY_H
#define REGIEBORD_BOARD_UPDATE_APPLY_H

#include "board/update.h"

struct applying {
    struct board *board; // open for writing
    struct arena *arena; // of its set
    const struct update *update;
    bool *touched;                 // owned; by track: the update says something of it
    struct track *track;           // of the cell before; NULL: of none
    struct bottleneck *bottleneck; // likewise
    int64_t now_ms;
    int32_t today;
    int64_t fresh_ms; // later than all that the set knows, whatever the clocks say
};

// The value of a cell of the update, "" when it has none.
const char *applying_value(const struct applying *applying, const char *table,
                           const char *row, const char *column);

// update_apply_rows.c: lists that the board shows. False when memory runs out.
bool apply_note(struct applying *applying, const struct update_cell *cell);
bool apply_person(struct applying *applying, const struct update_cell *cell);

// update_apply_meeting.c: meetings and decisions, likewise.
bool apply_meeting(struct applying *applying, const struct update_cell *cell);
bool apply_decision(struct applying *applying, const struct update_cell *cell);

// The track that the cells of an update name for a row that they make, and its action; NULL
// where there is none.
const struct track *row_track(const struct applying *applying, const char *table,
                              const char *row, const struct action **action);

#endif
