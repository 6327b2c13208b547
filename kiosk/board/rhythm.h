// Ritme: when a recurring review is due next, and whether one was missed.
#ifndef REGIEBORD_BOARD_RHYTHM_H
#define REGIEBORD_BOARD_RHYTHM_H

#include "board/board.h"

struct rhythm_state {
    int32_t last;   // day of the last round that took place; DAY_NONE: none is known
    int32_t next;   // day by which the next one is due; DAY_NONE: cannot be known
    int32_t missed; // the oldest day by which one was due and did not take place; DAY_NONE
    int missed_count;
};

// A round took place when a meeting was held in it whose body or agenda names the rhythm
// (its title or who does it, whatever the case), or, for a rhythm of leads ("trekkers"),
// when every track that was reported by then and is not finished had a report in it. Rounds
// count from the start of the board's period, or where that is not filled in from the first
// meeting or report; every four months means calendar months, so rounds do not wander. A
// round of which nothing at all was known for more than half is not missed: nobody kept it
// here.
//
// A relative due ("een jaar na de start") or one with a date has one round, which may come
// late; only a meeting that names its title counts, because who does it meets anyhow.
// Words that are neither leave all days DAY_NONE; so do boards without any start.
void rhythm_state_of(const struct board *board, const struct rhythm *rhythm, int32_t today,
                     struct rhythm_state *state);

#endif
