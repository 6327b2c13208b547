#include "screen/paint.h"

#include <string.h>
#include <wchar.h>

#include "screen/shape_cache.h"
#include "screen/text_cache.h"

// Two corners of the largest radius must fit in the cache together: a frame needs both at
// once.
enum { SHAPE_BYTES = 4 * 1024 * 1024, MOST_RADIUS_PX = 1024 };

// Large areas are painted from top to bottom in bands of this many pixels.
enum { BAND_PX = 128 * 1024, LEAST_BAND_ROWS = 16 };

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

// Blends a row. Most of a text is empty and much of a shape is solid: eight at a time.
static void blend_row(uint32_t *pixels, const uint8_t *cover, int count, color ink)
{
    int x = 0;

    for (; x + 8 <= count; x += 8) {
        uint64_t eight;
        memcpy(&eight, cover + x, sizeof eight);
        if (eight == UINT64_MAX) {
            fill_span(pixels + x, 8, ink);
        } else if (eight != 0) {
            for (int i = x; i < x + 8; i++) {
                blend(&pixels[i], ink, cover[i]);
            }
        }
    }
    for (; x < count; x++) {
        blend(&pixels[x], ink, cover[x]);
    }
}

// Blends a mask with its first pixel at (x, y), inside `clip`.
static void blend_mask(const struct frame *frame, const struct mask *mask, int x, int y,
                       rect clip, color ink)
{
    rect box = rect_meet((rect){x, y, mask->width_px, mask->height_px}, clip);

    for (int row = box.y; row < box.y + box.h; row++) {
        const uint8_t *cover = mask->cover + (int64_t)(row - y) * mask->width_px;
        blend_row(frame_row(frame, row) + box.x, cover + (box.x - x), box.w, ink);
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

// Fills the part of row y from x on that lies inside `clip`.
static void fill_part(uint32_t *pixels, int x, int y, int count, rect clip, color ink)
{
    rect part = rect_meet((rect){x, y, count, 1}, clip);

    fill_span(pixels + part.x, part.w, ink);
}

// Row y is at least this far from the nearer of the top and the bottom.
static bool is_within(rect box, int y, int px)
{
    return y >= box.y + px && y < box.y + box.h - px;
}

static void paint_fill(const struct painter *painter, const struct frame *frame,
                       const struct draw *draw, rect clip)
{
    struct rounded outer = round_box(painter, draw->box, draw->radius_px);
    int round_px = outer.corner == NULL ? 0 : outer.radius_px;

    for (int y = clip.y; y < clip.y + clip.h; y++) {
        uint32_t *pixels = frame_row(frame, y);
        int reach_px = is_within(draw->box, y, round_px) ? 0 : round_px;
        fill_part(pixels, draw->box.x + reach_px, y, draw->box.w - 2 * reach_px, clip,
                  draw->ink);
        blend_sides(pixels, &outer, NULL, reach_px, y, clip, draw->ink);
    }
}

static void paint_frame(const struct painter *painter, const struct frame *frame,
                        const struct draw *draw, rect clip)
{
    int stroke_px = draw->stroke_px;
    rect box = draw->box;
    rect hollow = rect_inset(box, stroke_px);
    if (rect_empty(hollow)) {
        paint_fill(painter, frame, draw, clip);
        return;
    }
    struct rounded outer = round_box(painter, box, draw->radius_px);
    struct rounded inner = round_box(painter, hollow, draw->radius_px - stroke_px);
    int reach_px = draw->radius_px > stroke_px ? draw->radius_px : stroke_px;

    for (int y = clip.y; y < clip.y + clip.h; y++) {
        uint32_t *pixels = frame_row(frame, y);
        if (is_within(box, y, reach_px)) {
            fill_part(pixels, box.x, y, stroke_px, clip, draw->ink);
            fill_part(pixels, box.x + box.w - stroke_px, y, stroke_px, clip, draw->ink);
            continue;
        }
        if (!is_within(box, y, stroke_px)) {
            fill_part(pixels, box.x + reach_px, y, box.w - 2 * reach_px, clip, draw->ink);
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

static void paint_band(const struct painter *painter, const struct frame *frame,
                       const struct draw_list *list, rect band)
{
    fill_box(frame, band, list->paper);
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        rect clip = rect_meet(draw_cover(draw), band);
        if (!rect_empty(clip)) {
            paint_draw(painter, frame, draw, clip);
        }
    }
}

void paint_list(const struct painter *painter, const struct frame *frame,
                const struct draw_list *list, rect area)
{
    area = rect_meet(area, frame_box(frame));
    if (rect_empty(area)) {
        return;
    }
    // What is painted over should still be in the processor's cache.
    int rows = BAND_PX / area.w > LEAST_BAND_ROWS ? BAND_PX / area.w : LEAST_BAND_ROWS;
    for (int y = area.y; y < area.y + area.h; y += rows) {
        rect band = {area.x, y, area.w, rows};
        paint_band(painter, frame, list, rect_meet(band, area));
    }
}
