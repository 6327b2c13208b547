// Draws every sign, brick, lane, icon and text size to a picture, to be looked at:
// make build/tests/demo_shapes && build/tests/demo_shapes build/shapes.png
#include <stdio.h>
#include <string.h>

#include "screen/paint.h"
#include "screen/png.h"
#include "view/shape.h"

enum { WIDTH_PX = 1920, HEIGHT_PX = 1080 };

static const color ink = 0x13202A;
static const color ink2 = 0x4B5863;
static const color edge = 0x74807B;
static const color blue = 0x0072B2;
static const color orange = 0xE69F00;
static const color orange_edge = 0x8A5A00;
static const color red = 0xD55E00;
static const color purple = 0xA8457C;
static const color green = 0x00785A;
static const color grey = 0x68747E;
static const color white = 0xFFFFFF;

struct page {
    struct draw_list *list;
    const struct text_measure *measure;
};

static void write(const struct page *page, int x, int baseline, enum weight weight,
                  int size_px, color colour, const char *text)
{
    size_t length = strlen(text);
    int width_px =
        page->measure->width(page->measure->context, weight, size_px, text, length);
    draw_text(page->list, x, baseline, width_px, weight, size_px, colour, text, length);
}

static void signs(const struct page *page, int x, int y, int s, int step)
{
    struct draw_list *list = page->list;
    rect box = {x, y, s, s};
    int inset = (int)(.08 * s + .5);
    draw_frame(list, rect_inset(box, inset), grey, s, (int)(.12 * s + .5));
    box.x += step;
    draw_fill(list, rect_inset(box, inset), blue, s);
    box.x += step;
    draw_shape(list, SHAPE_TRIANGLE, box, orange_edge);
    draw_shape(list, SHAPE_TRIANGLE_INNER, box, orange);
    draw_shape(list, SHAPE_TRIANGLE_MARK, box, ink);
    box.x += step;
    draw_shape(list, SHAPE_SQUARE, box, red);
    draw_shape(list, SHAPE_SQUARE_MARK, box, white);
    box.x += step;
    draw_shape(list, SHAPE_HOUSE, box, purple);
    draw_shape(list, SHAPE_HOUSE_MARK, box, white);
    box.x += step;
    draw_shape(list, SHAPE_TICK, box, green);
    box.x += step;
    draw_shape(list, SHAPE_CROSS, box, grey);
}

static void bricks(const struct page *page, int x, int y, int w, int h)
{
    struct draw_list *list = page->list;
    rect box = {x, y, w, h};
    rect bar = {x + (int)(.28 * w + .5), y + (int)(.36 * h + .5), (int)(.44 * w + .5),
                (int)(.28 * h + .5)};
    draw_fill(list, box, blue, 0);
    box.x += 212;
    draw_fill(list, box, green, 0);
    box.x += 212;
    draw_frame(list, box, grey, 0, 2);
    box.x = x;
    box.y += 66;
    bar.y += 66;
    draw_fill(list, box, orange, 0);
    draw_frame(list, box, orange_edge, 0, 2);
    int peak = (int)(.7 * h + .5);
    draw_shape(list, SHAPE_PEAK,
               (rect){x + w / 2 - peak, box.y + (h - peak) / 2, 2 * peak, peak}, ink);
    box.x += 212;
    bar.x += 212;
    draw_fill(list, box, red, 0);
    draw_fill(list, bar, white, 0);
    box.x += 212;
    bar.x += 212;
    draw_fill(list, box, purple, 0);
    draw_fill(list, bar, white, 0);
}

static void icons(const struct page *page, int y, int size_px, color colour)
{
    int x = 28;
    for (int shape = SHAPE_ICON_BOARD; shape < SHAPE_COUNT; shape++) {
        draw_shape(page->list, shape, (rect){x, y, size_px, size_px}, colour);
        x += size_px + size_px / 2;
    }
}

static void boxes(const struct page *page, int y)
{
    static const struct {
        int radius_px, stroke_px;
        color fill, rim;
    } cases[] = {
        {10, 0, 0xFFFFFF, 0},        {10, 4, 0xCBD2CF, 0x13202A},
        {10, 4, 0xFFFFFF, 0x0072B2}, {10, 2, 0xFFFFFF, 0x74807B},
        {10, 3, 0xFBE4D3, 0xD55E00}, {99, 0, 0x0072B2, 0},
        {99, 2, 0xECEFED, 0x74807B}, {99, 4, 0xCBD2CF, 0x13202A},
    };
    rect box = {28, y, 200, 84};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++, box.x += 232) {
        draw_fill(page->list, box, cases[i].fill, cases[i].radius_px);
        draw_frame(page->list, box, cases[i].rim, cases[i].radius_px, cases[i].stroke_px);
        write(page, box.x + 40, y + 56, WEIGHT_SEMIBOLD, 36, ink, "Knelpunt");
    }
}

static void texts(const struct page *page, int y)
{
    static const int sizes[] = {21, 23, 25, 35, 52, 72};
    static const char *const words[] = {
        "Regular: wacht op besluit, 46 dagen, 14.00 uur, wijkteam jeugdhulpaanbieders, "
        "geëscaleerd",
        "Semibold: Passend onderwijs, 2.1a Jeugdhulp, 2023 → 2025, ⏸ − één",
        "Bold: 1 2 3 Ambitie",
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int x = 28;
        y += sizes[i] * 13 / 10;
        for (int weight = 0; weight < (i < 3 ? WEIGHT_COUNT : 1); weight++) {
            int at = i < 3 ? weight : (int)i % 3;
            write(page, x, y, (enum weight)at, sizes[i], weight == 0 ? ink2 : ink,
                  words[at]);
            x += page->measure->width(page->measure->context, (enum weight)at, sizes[i],
                                      words[at], strlen(words[at])) +
                 20;
        }
    }
}

static void compose(const struct page *page)
{
    draw_begin(page->list, WIDTH_PX, HEIGHT_PX, 0xECEFED);
    write(page, 28, 62, WEIGHT_SEMIBOLD, 52, ink, "Bouwstenen, licht");
    signs(page, 28, 130, 72, 172);
    bricks(page, 1260, 136, 56, 20);
    signs(page, 28, 230, 44, 60);
    signs(page, 480, 236, 34, 60);
    signs(page, 930, 240, 26, 60);
    signs(page, 1380, 240, 19, 60);
    icons(page, 300, 32, ink2);
    icons(page, 360, 24, ink);
    icons(page, 400, 38, blue);
    boxes(page, 460);
    texts(page, 560);
    for (int slot = 0; slot < 6; slot++) {
        draw_fill(page->list, (rect){28 + slot * 61, 980, 56, slot == 3 ? 28 : 12},
                  slot == 3 ? blue : edge, 0);
    }
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "build/shapes.png";
    struct draw_list list = {0};
    struct painter painter = {0};
    struct frame frame = {0};
    struct font_set *fonts = font_set_create(NULL);
    bool done = false;
    if (fonts != NULL && paint_init(&painter, fonts, 1 << 24) &&
        frame_init(&frame, WIDTH_PX, HEIGHT_PX)) {
        compose(&(struct page){&list, font_measure(fonts)});
        paint_list(&painter, &frame, &list, frame_box(&frame));
        done = png_save(&frame, path);
    }
    frame_finish(&frame);
    paint_finish(&painter);
    draw_finish(&list);
    font_set_destroy(fonts);
    return done ? 0 : 1;
}
