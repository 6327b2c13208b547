// Which devices wrote a log, how much, and when last.
#ifndef REGIEBORD_STORE_CENSUS_H
#define REGIEBORD_STORE_CENSUS_H

#include "board/sync.h"
#include "store/fold.h"

// Table of rows by which devices say how they are called (column `name`); not one of the
// board's.
extern const char CENSUS_TABLE[];

// Fills the devices of `out`, which has none yet, the newest seen first, and heard_ms.
// `self`: this device, in the list also without entries; "" none.
void census_take(const struct fold *fold, const char *self, struct sync_state *out);

#endif
