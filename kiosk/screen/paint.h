// Turns a draw list into pixels. Whole numbers only, no library's blending: the same bits
// on every processor.
#ifndef REGIEBORD_SCREEN_PAINT_H
#define REGIEBORD_SCREEN_PAINT_H

#include "screen/font.h"
#include "screen/frame.h"
#include "screen/mask_cache.h"
#include "view/draw.h"

// What painting needs; the painter owns the caches, not the fonts.
struct painter {
    struct font_set *fonts;
    struct mask_cache *texts;
    struct mask_cache *shapes;
};

// `text_bytes` is the limit of the cache of rasterised strings. False when memory ran out;
// paint_finish either way.
bool paint_init(struct painter *painter, struct font_set *fonts, size_t text_bytes);
void paint_finish(struct painter *painter);

// Paints what of the list lies inside `area`, on the list's paper. The rest of the frame is
// not touched.
void paint_list(const struct painter *painter, const struct frame *frame,
                const struct draw_list *list, rect area);

#endif
