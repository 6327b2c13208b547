// Rectangles in whole pixels, x to the right, y down.
#ifndef REGIEBORD_BASE_GEOM_H
#define REGIEBORD_BASE_GEOM_H

#include <stdbool.h>

typedef struct {
    int x, y, w, h;
} rect;

static inline bool rect_empty(rect r)
{
    return r.w <= 0 || r.h <= 0;
}

static inline bool rect_has(rect r, int x, int y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

// What both cover; empty (w and h 0) when they do not meet.
rect rect_meet(rect a, rect b);

// The smallest rectangle round both; an empty one does not count.
rect rect_join(rect a, rect b);

// Moved inwards by `px` on every side (outwards when negative).
rect rect_inset(rect r, int px);

#endif
