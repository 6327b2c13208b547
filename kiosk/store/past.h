// The fold as it was at a moment: the winners among the entries whose clock says no later.
#ifndef REGIEBORD_STORE_PAST_H
#define REGIEBORD_STORE_PAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/fold.h"

struct past {
    const struct fold *fold;       // not owned
    size_t count;                  // of its records, the first ones: those of then
    const struct record **winners; // owned; per cell, NULL: nothing said yet
    const struct record **newest;  // owned; per row, likewise
};

// As it is now: nothing is owned, and nothing can fail.
struct past past_now(const struct fold *fold);

// As it was at `at_ms`, that millisecond included. False when memory runs out; call
// past_finish in every case. The fold must stay as it is meanwhile.
bool past_make(struct past *past, const struct fold *fold, int64_t at_ms);
void past_finish(struct past *past);

// The greatest entry of a cell, NULL when there was none.
const struct record *past_winner(const struct past *past, uint32_t cell);

// As fold_shows.
bool past_shows(const struct past *past, uint32_t row);

#endif
