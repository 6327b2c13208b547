#include "screen/paint.h"

#include <wchar.h>

#include "screen/shape_cache.h"
#include "screen/text_cache.h"

// Two corners of the largest radius must fit in the cache together: a frame needs both at
// once.
enum { SHAPE_BYTES = 4 * 1024 * 1024, MOST_RADIUS_PX = 1024 };

bool paint_init(struct painter *painter, struct font_set *fonts, size_t text_bytes)
{
    *painter = (struct painter){.fonts = fonts,
                                .texts = mask_cache_create(text_bytes),
                                .shapes = mask_cache_create(SHAPE_BYTES)};
    return painter->texts != NULL && painter->shapes != NULL;
}

void paint_finish(struct painter *painter)
{
    mask_cache_destroy(painter->texts);
    mask_cache_destroy(painter->shapes);
    *painter = (struct painter){0};
}

// Sets a stretch of pixels. wmemset is the C library's fastest way to repeat 32 bits.
static void fill_span(uint32_t *pixels, int count, color ink)
{
    _Static_assert(sizeof(wchar_t) == sizeof(uint32_t),
                   "pixels are set as wide characters");
    if (count > 0) {
        wmemset((wchar_t *)pixels, (wchar_t)ink, (size_t)count);
    }
}

// Mixes `ink` over `under` in proportion cover : 255 - cover, rounded to nearest; red and
// blue in one multiplication. Done on the values as they are, as the pictures of the look
// were.
static inline uint32_t mix(uint32_t under, uint32_t ink, uint32_t cover)
{
    uint32_t rest = 255 - cover;
    uint32_t pair = (ink & 0xFF00FF) * cover + (under & 0xFF00FF) * rest + 0x800080;
    uint32_t green = (ink >> 8 & 0xFF) * cover + (under >> 8 & 0xFF) * rest + 0x80;

    pair = (pair + (pair >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF;
    green = (green + (green >> 8)) >> 8;
    return pair | green << 8;
}

static inline void blend(uint32_t *pixel, uint32_t ink, unsigned cover)
{
    if (cover == 255) {
        *pixel = ink;
    } else if (cover > 0) {
        *pixel = mix(*pixel, ink, cover);
    }
}

static void fill_box(const struct frame *frame, rect box, color ink)
{
    for (int y = box.y; y < box.y + box.h; y++) {
        fill_span(frame_row(frame, y) + box.x, box.w, ink);
    }
}

// Blends a mask with its first pixel at (x, y), inside `clip`.
static void blend_mask(const struct frame *frame, const struct mask *mask, int x, int y,
                       rect clip, color ink)
{
    rect box = rect_meet((rect){x, y, mask->width_px, mask->height_px}, clip);

    for (int row = box.y; row < box.y + box.h; row++) {
        uint32_t *pixels = frame_row(frame, row);
        const uint8_t *cover = mask->cover + (int64_t)(row - y) * mask->width_px;
        for (int at = box.x; at < box.x + box.w; at++) {
            blend(&pixels[at], ink, cover[at - x]);
        }
    }
}

// A box with round corners; `corner` is NULL when they are square.
struct rounded {
    rect box;
    int radius_px;
    const struct mask *corner;
};

// Coverage of a pixel of the box's row y, x counted from its nearest side.
static unsigned cover_of(const struct rounded *shape, int x, int y)
{
    int from_top = y - shape->box.y;
    int from_bottom = shape->box.y + shape->box.h - 1 - y;
    int edge = from_top < from_bottom ? from_top : from_bottom;

    if (edge < 0 || x < 0) {
        return 0;
    }
    if (shape->corner == NULL || edge >= shape->radius_px || x >= shape->radius_px) {
        return 255;
    }
    return shape->corner->cover[edge * shape->radius_px + x];
}

// Blends a stretch of one row that lies left of the middle of `outer`, and its mirror image
// at the right; `inner` (NULL: none) is cut out.
static void blend_sides(uint32_t *pixels, const struct rounded *outer,
                        const struct rounded *inner, int reach_px, int y, rect clip,
                        color ink)
{
    int inset = inner == NULL ? 0 : inner->box.x - outer->box.x;
    int left = outer->box.x;
    int right = outer->box.x + outer->box.w - 1;

    for (int x = 0; x < reach_px; x++) {
        unsigned cover = cover_of(outer, x, y);
        if (inner != NULL) {
            cover -= cover_of(inner, x - inset, y);
        }
        if (left + x >= clip.x && left + x < clip.x + clip.w) {
            blend(&pixels[left + x], ink, cover);
        }
        if (right - x >= clip.x && right - x < clip.x + clip.w) {
            blend(&pixels[right - x], ink, cover);
        }
    }
}

static struct rounded round_box(const struct painter *painter, rect box, int radius_px)
{
    const struct mask *corner = NULL;

    if (radius_px > 0 && radius_px <= MOST_RADIUS_PX) {
        corner = shape_cache_corner(painter->shapes, radius_px);
    }
    return (struct rounded){box, radius_px, corner};
}

static void paint_fill(const struct painter *painter, const struct frame *frame,
                       const struct draw *draw, rect clip)
{
    struct rounded outer = round_box(painter, draw->box, draw->radius_px);
    int reach_px = outer.corner == NULL ? 0 : outer.radius_px;

    for (int y = clip.y; y < clip.y + clip.h; y++) {
        uint32_t *pixels = frame_row(frame, y);
        rect middle = {draw->box.x + reach_px, y, draw->box.w - 2 * reach_px, 1};
        middle = rect_meet(middle, clip);
        fill_span(pixels + middle.x, middle.w, draw->ink);
        blend_sides(pixels, &outer, NULL, reach_px, y, clip, draw->ink);
    }
}

static void paint_frame(const struct painter *painter, const struct frame *frame,
                        const struct draw *draw, rect clip)
{
    int stroke_px = draw->stroke_px;
    rect hollow = rect_inset(draw->box, stroke_px);
    if (rect_empty(hollow)) {
        paint_fill(painter, frame, draw, clip);
        return;
    }
    struct rounded outer = round_box(painter, draw->box, draw->radius_px);
    struct rounded inner = round_box(painter, hollow, draw->radius_px - stroke_px);
    int reach_px = draw->radius_px > stroke_px ? draw->radius_px : stroke_px;

    for (int y = clip.y; y < clip.y + clip.h; y++) {
        uint32_t *pixels = frame_row(frame, y);
        if (y < hollow.y || y >= hollow.y + hollow.h) {
            rect middle = {draw->box.x + reach_px, y, draw->box.w - 2 * reach_px, 1};
            middle = rect_meet(middle, clip);
            fill_span(pixels + middle.x, middle.w, draw->ink);
        }
        blend_sides(pixels, &outer, &inner, reach_px, y, clip, draw->ink);
    }
}

static void paint_shape(const struct painter *painter, const struct frame *frame,
                        const struct draw *draw, rect clip)
{
    const struct mask *mask = shape_cache_shape(painter->shapes, (enum shape)draw->shape,
                                                draw->box.w, draw->box.h);

    if (mask != NULL) {
        blend_mask(frame, mask, draw->box.x, draw->box.y, clip, draw->ink);
    }
}

static void paint_text(const struct painter *painter, const struct frame *frame,
                       const struct draw *draw, rect clip)
{
    const struct mask *mask =
        text_cache_mask(painter->texts, painter->fonts, (enum weight)draw->weight,
                        draw->size_px, draw->text);

    if (mask != NULL) {
        blend_mask(frame, mask, draw->box.x + mask->left_px,
                   draw->baseline_px + mask->top_px, clip, draw->ink);
    }
}

static void paint_draw(const struct painter *painter, const struct frame *frame,
                       const struct draw *draw, rect clip)
{
    switch (draw->kind) {
    case DRAW_FILL:
        if (draw->radius_px == 0) {
            fill_box(frame, rect_meet(draw->box, clip), draw->ink);
        } else {
            paint_fill(painter, frame, draw, clip);
        }
        break;
    case DRAW_FRAME:
        paint_frame(painter, frame, draw, clip);
        break;
    case DRAW_SHAPE:
        paint_shape(painter, frame, draw, clip);
        break;
    case DRAW_TEXT:
        paint_text(painter, frame, draw, clip);
        break;
    }
}

void paint_list(const struct painter *painter, const struct frame *frame,
                const struct draw_list *list, rect area)
{
    area = rect_meet(area, frame_box(frame));
    fill_box(frame, area, list->paper);
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        rect clip = rect_meet(draw_cover(draw), area);
        if (!rect_empty(clip)) {
            paint_draw(painter, frame, draw, clip);
        }
    }
}
