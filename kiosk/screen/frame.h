// A picture in memory, 32 bits a pixel, 0xXXRRGGBB.
#ifndef REGIEBORD_SCREEN_FRAME_H
#define REGIEBORD_SCREEN_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geom.h"

struct frame {
    uint32_t *pixels; // owned by frame_init's caller, or by a window
    int width_px, height_px;
    int stride_px; // from one row to the next
};

// Allocates; frame_finish frees. False (and an empty frame) when memory ran out or a side
// is not 1 to 16384.
bool frame_init(struct frame *frame, int width_px, int height_px);
void frame_finish(struct frame *frame);

static inline rect frame_box(const struct frame *frame)
{
    return (rect){0, 0, frame->width_px, frame->height_px};
}

static inline uint32_t *frame_row(const struct frame *frame, int y)
{
    return frame->pixels + (int64_t)y * frame->stride_px;
}

// Number of pixels whose colour differs; all of them when the sizes do. *first (may be
// NULL) is where.
int64_t frame_differs(const struct frame *a, const struct frame *b, rect *first);

#endif
