// The wall as a small grid on paper: a row per ambition, a cell per column with its sign,
// the exception that matters most and its bricks by stage.
#ifndef REGIEBORD_DESK_A4_GRID_H
#define REGIEBORD_DESK_A4_GRID_H

#include "desk/a4.h"

// Writes the grid and the legend. Ambitions that do not fit are counted.
void a4_grid(struct a4 *page, const struct board *board, int32_t today);

#endif
