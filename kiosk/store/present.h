// What the screens get to see of the log.
#ifndef REGIEBORD_STORE_PRESENT_H
#define REGIEBORD_STORE_PRESENT_H

#include "board/board.h"
#include "store/fold.h"
#include "store/schema.h"

// The boards that follow from all entries. NULL when memory runs out. The caller frees it
// with board_set_free.
struct board_set *present_boards(struct fold *fold, const struct schema *schema);

#endif
