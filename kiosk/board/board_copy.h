// A board of which the records may be written while the first one stays as it is.
#ifndef REGIEBORD_BOARD_BOARD_COPY_H
#define REGIEBORD_BOARD_BOARD_COPY_H

#include "board/board.h"

// Every record of an update stands in the same place as in `of`, in the arena, and leads to
// those of the copy. What no update changes and all texts are those of `of`, which must
// outlive it. It has no notes, changes and conflicts. False when memory runs out.
bool board_copy(struct board *copy, const struct board *of, struct arena *arena);

// After that: the notes, changes and conflicts too. To look at only: an update would find
// no room behind the fresh changes.
bool board_copy_history(struct board *copy, const struct board *of, struct arena *arena);

#endif
