#include "screen/frame.h"

#include <stdlib.h>

enum { MOST_SIDE_PX = 16384 };

bool frame_init(struct frame *frame, int width_px, int height_px)
{
    *frame = (struct frame){0};
    if (width_px < 1 || height_px < 1 || width_px > MOST_SIDE_PX ||
        height_px > MOST_SIDE_PX) {
        return false;
    }
    frame->pixels = calloc((size_t)width_px * (size_t)height_px, sizeof *frame->pixels);
    if (frame->pixels == NULL) {
        return false;
    }
    frame->width_px = width_px;
    frame->height_px = height_px;
    frame->stride_px = width_px;
    return true;
}

void frame_finish(struct frame *frame)
{
    free(frame->pixels);
    *frame = (struct frame){0};
}

int64_t frame_differs(const struct frame *a, const struct frame *b, rect *first)
{
    int64_t count = 0;

    if (a->width_px != b->width_px || a->height_px != b->height_px) {
        return (int64_t)a->width_px * a->height_px;
    }
    for (int y = 0; y < a->height_px; y++) {
        const uint32_t *left = frame_row(a, y);
        const uint32_t *right = frame_row(b, y);
        for (int x = 0; x < a->width_px; x++) {
            if (((left[x] ^ right[x]) & 0xFFFFFF) == 0) {
                continue;
            }
            if (count == 0 && first != NULL) {
                *first = (rect){x, y, 1, 1};
            }
            count++;
        }
    }
    return count;
}
