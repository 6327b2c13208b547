// A panel that hangs on its side or upside down: where a place of the picture is on it.
// Neither the console nor SDL turns a picture, and a panel tells its touches as it was
// made.
#ifndef REGIEBORD_SCREEN_TURN_H
#define REGIEBORD_SCREEN_TURN_H

#include "screen/frame.h"

// Quarter turns of the picture to the right: how the panel must be turned to the left to
// read it.
enum turn { TURN_NONE, TURN_RIGHT, TURN_OVER, TURN_LEFT };

// The turn of 0, 90, 180 or 270 degrees. False when it is another angle.
bool turn_of(int degrees, enum turn *out);

// Whether width and height of picture and panel change places.
static inline bool turn_swaps(enum turn turn)
{
    return turn == TURN_RIGHT || turn == TURN_LEFT;
}

// Where an area of a picture of width_px x height_px is on the panel.
rect turn_rect(enum turn turn, int width_px, int height_px, rect area);

// Where a touch of the panel (0 to 1 across and down) is in the picture, the same way.
void turn_touch(enum turn turn, float *x, float *y);

// Copies an area of a picture, turned, to `panel`, the first pixel of a surface with rows
// of `pitch` bytes, 4 bytes a pixel.
void turn_copy(enum turn turn, const struct frame *from, rect area, void *panel, int pitch);

#endif
