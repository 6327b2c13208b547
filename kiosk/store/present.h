// What the screens get to see of the log.
#ifndef REGIEBORD_STORE_PRESENT_H
#define REGIEBORD_STORE_PRESENT_H

#include "board/board.h"
#include "store/fold.h"
#include "store/schema.h"

// The boards that follow from all entries. NULL when memory runs out. The caller frees it
// with board_set_free.
struct board_set *present_boards(struct fold *fold, const struct schema *schema);

// The boards that followed at a moment: from the entries whose clock says no later than
// `at_ms`, and no others, so that what a clock that was ahead dated after it is not there
// yet. As above.
struct board_set *present_past(struct fold *fold, const struct schema *schema,
                               int64_t at_ms);

// The cells that the boards are built from: of the rows that show, by table, row and
// column. `out` has room for fold->cell_count; what they point to lives in the fold. False
// when memory runs out.
bool present_cells(struct fold *fold, const struct schema *schema, struct cell *out,
                   size_t *count);

#endif
