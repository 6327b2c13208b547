#include "screen/turn.h"

#include <string.h>

bool turn_of(int degrees, enum turn *out)
{
    bool known = degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270;

    if (known) {
        *out = (enum turn)(degrees / 90);
    }
    return known;
}

rect turn_rect(enum turn turn, int width_px, int height_px, rect area)
{
    int right = width_px - area.x - area.w;
    int below = height_px - area.y - area.h;
    rect out = area;

    switch (turn) {
    case TURN_NONE: break;
    case TURN_RIGHT: out = (rect){below, area.x, area.h, area.w}; break;
    case TURN_OVER: out = (rect){right, below, area.w, area.h}; break;
    case TURN_LEFT: out = (rect){area.y, right, area.h, area.w}; break;
    }
    return out;
}

void turn_touch(enum turn turn, float *x, float *y)
{
    const float across = *x;
    const float down = *y;

    switch (turn) {
    case TURN_NONE: break;
    case TURN_RIGHT:
        *x = down;
        *y = 1 - across;
        break;
    case TURN_OVER:
        *x = 1 - across;
        *y = 1 - down;
        break;
    case TURN_LEFT:
        *x = 1 - down;
        *y = across;
        break;
    }
}

void turn_copy(enum turn turn, const struct frame *from, rect area, void *panel, int pitch)
{
    const rect to = turn_rect(turn, from->width_px, from->height_px, area);
    const int last_x = area.x + area.w - 1;
    const int last_y = area.y + area.h - 1;

    for (int y = 0; y < area.h && turn == TURN_NONE; y++) {
        memcpy((char *)panel + (int64_t)(area.y + y) * pitch + (int64_t)area.x * 4,
               frame_row(from, area.y + y) + area.x, (size_t)area.w * 4);
    }
    if (turn == TURN_NONE) {
        return;
    }
    // Row by row of the panel: what is written lies together, what is read need not.
    for (int y = 0; y < to.h; y++) {
        uint32_t *out = (uint32_t *)((char *)panel + (int64_t)(to.y + y) * pitch) + to.x;
        for (int x = 0; x < to.w; x++) {
            int from_x = turn == TURN_RIGHT  ? area.x + y
                         : turn == TURN_LEFT ? last_x - y
                                             : last_x - x;
            int from_y = turn == TURN_RIGHT  ? last_y - x
                         : turn == TURN_LEFT ? area.y + x
                                             : last_y - y;
            out[x] = frame_row(from, from_y)[from_x];
        }
    }
}
