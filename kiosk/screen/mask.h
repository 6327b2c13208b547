// Coverage masks: how much of each pixel something covers, 0 to 255, without a colour.
#ifndef REGIEBORD_SCREEN_MASK_H
#define REGIEBORD_SCREEN_MASK_H

#include <stddef.h>
#include <stdint.h>

#include "view/shape.h"

struct mask {
    int width_px, height_px; // either may be 0: nothing to paint
    int left_px, top_px;     // of its first pixel, from the pen or the corner of the box
    uint8_t cover[];         // rows from the top, width_px each
};

// Zeroed; free() it. NULL when it is larger than 64 Mpx or memory ran out.
struct mask *mask_create(int width_px, int height_px);

static inline size_t mask_bytes(const struct mask *mask)
{
    return sizeof *mask + (size_t)mask->width_px * (size_t)mask->height_px;
}

// A polygon of view/shape.h scaled to the size; free() it. Whole numbers only, so the same
// on every processor. NULL as above.
struct mask *mask_shape(const struct shape_ring *rings, size_t count, int width_px,
                        int height_px);

// The upper left quarter of a disc; free() it. NULL as above.
struct mask *mask_corner(int radius_px);

// Both in one, each where its left_px and top_px say; frees both. NULL when either is NULL
// or memory ran out.
struct mask *mask_join(struct mask *a, struct mask *b);

#endif
