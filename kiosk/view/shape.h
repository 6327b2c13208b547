// Our own signs and icons as polygons in a unit square, y down (look.md section 4). The
// painter antialiases them.
#ifndef REGIEBORD_VIEW_SHAPE_H
#define REGIEBORD_VIEW_SHAPE_H

#include <stddef.h>

enum shape {
    SHAPE_TRIANGLE,       // aandacht, rim
    SHAPE_TRIANGLE_INNER, // its inside
    SHAPE_TRIANGLE_MARK,  // bar and dot
    SHAPE_HOUSE,          // geescaleerd
    SHAPE_HOUSE_MARK,
    SHAPE_SQUARE, // knelpunt
    SHAPE_SQUARE_MARK,
    SHAPE_TICK,
    SHAPE_CROSS,
    SHAPE_PEAK, // the small triangle in a brick
    SHAPE_ICON_BOARD,
    SHAPE_ICON_ATTENTION,
    SHAPE_ICON_MEETING,
    SHAPE_ICON_LEAD,
    SHAPE_ICON_TREND,
    SHAPE_ICON_SEARCH,
    SHAPE_ICON_WORDS,
    SHAPE_ICON_BOARDS,
    SHAPE_ICON_PACE,
    SHAPE_ICON_PAUSE,
    SHAPE_ICON_PLAY,
    SHAPE_ICON_CLOCK,
    SHAPE_ICON_BACK,
    SHAPE_ICON_LEFT,
    SHAPE_ICON_RIGHT,
    SHAPE_ICON_UP,
    SHAPE_ICON_DOWN,
    SHAPE_ICON_SHIFT,
    SHAPE_ICON_ERASE,
    SHAPE_ICON_CLOSE,
    SHAPE_ICON_UNDO,
    SHAPE_ICON_LESS,
    SHAPE_ICON_MORE,
    SHAPE_ICON_HELP,
    SHAPE_ICON_ELSE, // all that has no tab
    SHAPE_ICON_LIGHT,
    SHAPE_ICON_TAKE, // a code with its three corners
    SHAPE_ICON_EYE,
    SHAPE_ICON_EYE_SHUT,
    SHAPE_ICON_PAPER,
    SHAPE_ICON_MOON,
    SHAPE_ARROW_RIGHT,
    SHAPE_COUNT
};

struct shape_ring {
    size_t count; // points
    const float (*points)[2];
};

// The rings of a shape, filled by the non-zero rule: a ring the other way round is a hole.
// NULL when there is no such shape.
const struct shape_ring *shape_rings(enum shape shape, size_t *count);

// Its name for dumps ("icon_board"); "?" when there is no such shape.
const char *shape_name(enum shape shape);

#endif
