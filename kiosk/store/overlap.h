// Two who changed one cell without having seen each other: found from the entries alone, so
// that every device sees the same.
#ifndef REGIEBORD_STORE_OVERLAP_H
#define REGIEBORD_STORE_OVERLAP_H

#include <stdbool.h>

#include "store/past.h"

// Fills `out`, which has a place per cell of the fold, as it was: the entry that the winner
// overwrote unseen, NULL where there is none. That is the greatest entry but the winner,
// when it is newer than what the winner's author saw, says something else, and is
// another's. Plain tools do not tell what they saw and the plan does not look, so they
// never overwrite unseen; and a cell that only follows from another one (a day, a place) is
// nobody's wish.
void overlap_find(const struct past *past, const struct record **out);

#endif
