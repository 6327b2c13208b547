// An update while it is made, and what the makers of its kinds share. Only update.c and
// update_meeting.c include this.
#ifndef REGIEBORD_BOARD_UPDATE_MAKING_H
#define REGIEBORD_BOARD_UPDATE_MAKING_H

#include "board/update_cells.h"

struct making {
    const struct board *board;
    const struct update_wish *wish;
    struct update *update;
    const char *text; // of the wish, clean; NULL: nothing
    int32_t day;
    char today[16];
};

// Adds what another wish makes to the update; false when that is nothing.
bool making_part(struct making *making, const struct update_wish *wish);

// The track of the wish is in a bottleneck on a rung from now on.
void making_stuck(struct making *making, int rung);

// A number that some texts give (NULL ends them): two sites may write about one thing on
// one day without having seen each other, and neither may take the other's row.
uint32_t making_number(const char *const *texts);

// update_meeting.c
void make_meeting_open(struct making *making);
void make_meeting_close(struct making *making);
void make_decide(struct making *making);
void make_decision_text(struct making *making);
void make_decision_lead(struct making *making);
void make_decision_due(struct making *making);
void make_decision_state(struct making *making);

#endif
