// What a board is behind the curtain: steps, courses, signs, codes and titles as they are;
// names, notes, free reasons, questions, decisions and amounts as a mark that says nothing.
#ifndef REGIEBORD_BOARD_VEIL_H
#define REGIEBORD_BOARD_VEIL_H

#include "board/board.h"

// What stands where something is hidden.
#define VEIL "•••"

// The same boards without anything private: whatever is drawn, searched or described from
// them cannot tell it. Tracks, actions and changes keep their places in their arrays. It
// points into `set`, which must outlive it. NULL when memory runs out; the caller frees it
// with board_set_free.
struct board_set *veil_make(const struct board_set *set);

#endif
