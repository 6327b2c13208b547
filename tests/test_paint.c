// The painter: exact pixels, clips, and that a part is the same as that part of the whole.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/paint.h"
#include "view/shape.h"

struct bench {
    struct font_set *fonts;
    struct painter painter;
    struct draw_list list;
    struct frame frame;
};

static int begin(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);

    *state = bench;
    bench->fonts = font_set_create(NULL);
    bool ready = bench->fonts != NULL &&
                 paint_init(&bench->painter, bench->fonts, 1 << 20) &&
                 frame_init(&bench->frame, 200, 120);
    return ready ? 0 : -1;
}

static int end(void **state)
{
    struct bench *bench = *state;

    frame_finish(&bench->frame);
    draw_finish(&bench->list);
    paint_finish(&bench->painter);
    font_set_destroy(bench->fonts);
    free(bench);
    return 0;
}

static void paint(struct bench *bench)
{
    paint_list(&bench->painter, &bench->frame, &bench->list, frame_box(&bench->frame));
}

static uint32_t at(const struct bench *bench, int x, int y)
{
    return frame_row(&bench->frame, y)[x] & 0xFFFFFF;
}

static int count(const struct bench *bench, uint32_t ink)
{
    int sum = 0;

    for (int i = 0; i < bench->frame.width_px * bench->frame.height_px; i++) {
        sum += (bench->frame.pixels[i] & 0xFFFFFF) == ink;
    }
    return sum;
}

static void fills_are_exact(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, 200, 120, 0xECEFED);
    draw_fill(&bench->list, (rect){10, 20, 30, 40}, 0x0072B2, 0);
    draw_fill(&bench->list, (rect){190, 110, 30, 40}, 0xD55E00, 0);
    paint(bench);
    assert_int_equal(count(bench, 0x0072B2), 30 * 40);
    assert_int_equal(count(bench, 0xD55E00), 10 * 10);
    assert_int_equal(count(bench, 0xECEFED), 200 * 120 - 1200 - 100);
    assert_int_equal(at(bench, 10, 20), 0x0072B2);
    assert_int_equal(at(bench, 39, 59), 0x0072B2);
    assert_int_equal(at(bench, 40, 59), 0xECEFED);
}

static void frames_are_hollow(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, 200, 120, 0xFFFFFF);
    draw_frame(&bench->list, (rect){10, 10, 50, 40}, 0x000000, 0, 3);
    draw_frame(&bench->list, (rect){100, 10, 5, 4}, 0xFF0000, 0, 3); // wider than half
    paint(bench);
    assert_int_equal(count(bench, 0x000000), 50 * 40 - 44 * 34);
    assert_int_equal(count(bench, 0xFF0000), 20);
    assert_int_equal(at(bench, 12, 12), 0);
    assert_int_equal(at(bench, 13, 13), 0xFFFFFF);
}

static void corners_are_symmetric(void **state)
{
    struct bench *bench = *state;
    for (int stroke = 0; stroke < 13; stroke += 3) {
        draw_begin(&bench->list, 200, 120, 0xFFFFFF);
        if (stroke == 0) {
            draw_fill(&bench->list, (rect){10, 10, 61, 40}, 0x204060, 12);
        } else {
            draw_frame(&bench->list, (rect){10, 10, 61, 40}, 0x204060, 12, stroke);
        }
        paint(bench);
        assert_int_equal(at(bench, 10, 10), 0xFFFFFF);
        assert_int_equal(at(bench, 40, 10), 0x204060);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 30; x++) {
                uint32_t pixel = at(bench, 10 + x, 10 + y);
                assert_int_equal(pixel, at(bench, 70 - x, 10 + y));
                assert_int_equal(pixel, at(bench, 10 + x, 49 - y));
                assert_int_equal(pixel, at(bench, 70 - x, 49 - y));
            }
        }
    }
}

// A ring and the disc that fills it make the whole disc: no seam, nothing painted twice.
static void a_frame_is_the_rim_of_a_fill(void **state)
{
    struct bench *bench = *state;
    uint32_t whole[40][40];
    draw_begin(&bench->list, 200, 120, 0x000000);
    draw_fill(&bench->list, (rect){5, 5, 40, 40}, 0xFFFFFF, 20);
    paint(bench);
    for (int y = 0; y < 40; y++) {
        for (int x = 0; x < 40; x++) {
            whole[y][x] = at(bench, 5 + x, 5 + y) & 0xFF;
        }
    }
    draw_begin(&bench->list, 200, 120, 0x000000);
    draw_frame(&bench->list, (rect){5, 5, 40, 40}, 0xFFFFFF, 20, 5);
    paint(bench);
    uint32_t rim = at(bench, 25, 7) & 0xFF;
    assert_int_equal(rim, 255);
    assert_int_equal(at(bench, 25, 25), 0);
    for (int x = 0; x < 40; x++) {
        assert_int_equal(at(bench, 5 + x, 6) & 0xFF, whole[1][x]);
    }
}

static void mixing_is_exact(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, 200, 120, 0x336699);
    draw_shape(&bench->list, SHAPE_PEAK, (rect){0, 0, 200, 120}, 0xFFCC00);
    paint(bench);
    // Along the edge every channel must be the nearest whole number of one and the same
    // share.
    for (int y = 0; y < 120; y++) {
        for (int x = 0; x < 200; x++) {
            uint32_t pixel = at(bench, x, y);
            bool found = false;
            for (int cover = 0; cover < 256 && !found; cover++) {
                uint32_t red = (0xFFu * cover + 0x33u * (255 - cover) + 127) / 255;
                uint32_t green = (0xCCu * cover + 0x66u * (255 - cover) + 127) / 255;
                uint32_t blue = (0x00u * cover + 0x99u * (255 - cover) + 127) / 255;
                found = pixel == (red << 16 | green << 8 | blue);
            }
            assert_true(found);
        }
    }
}

static void nothing_outside_the_clip(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, 200, 120, 0xFFFFFF);
    draw_clip(&bench->list, (rect){50, 30, 40, 20});
    draw_fill(&bench->list, (rect){0, 0, 200, 120}, 0x111111, 30);
    draw_frame(&bench->list, (rect){45, 25, 30, 30}, 0x222222, 9, 7);
    draw_shape(&bench->list, SHAPE_HOUSE, (rect){40, 20, 60, 60}, 0x333333);
    draw_text(&bench->list, 20, 60, 400, WEIGHT_BOLD, 60, 0x444444, "Knelpunt", 8);
    paint(bench);
    assert_int_equal(count(bench, 0xFFFFFF), 200 * 120 - 40 * 20);
}

static void text_stands_on_its_baseline(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, 200, 120, 0xFFFFFF);
    draw_text(&bench->list, 20, 70, 90, WEIGHT_SEMIBOLD, 40, 0x000000, "HH", 2);
    paint(bench);
    int above = 0;
    for (int x = 0; x < 200; x++) {
        above += at(bench, x, 69) == 0;
        assert_int_equal(at(bench, x, 70), 0xFFFFFF);
        assert_int_equal(at(bench, x, 70 - 32), 0xFFFFFF);
    }
    assert_true(above > 10);
}

static void compose(struct draw_list *list)
{
    draw_begin(list, 200, 120, 0xECEFED);
    draw_fill(list, (rect){8, 8, 150, 90}, 0xFFFFFF, 10);
    draw_frame(list, (rect){8, 8, 150, 90}, 0xD55E00, 10, 3);
    draw_shape(list, SHAPE_TRIANGLE, (rect){16, 16, 44, 44}, 0xE69F00);
    draw_text(list, 66, 52, 90, WEIGHT_SEMIBOLD, 40, 0x13202A, "2.1a j", 6);
    draw_clip(list, (rect){100, 60, 90, 30});
    draw_text(list, 90, 80, 90, WEIGHT_REGULAR, 23, 0x4B5863, "46 dagen \u2192", 12);
    draw_fill(list, (rect){150, 70, 60, 60}, 0x0072B2, 30);
}

// Each part painted by itself is, pixel for pixel, that part of the whole, and nothing
// beside it.
static void parts_make_the_whole(void **state)
{
    struct bench *bench = *state;
    compose(&bench->list);
    paint(bench);
    struct frame parts;
    assert_true(frame_init(&parts, 200, 120));
    for (int y = 0; y < 120; y += 7) {
        for (int x = 0; x < 200; x += 13) {
            paint_list(&bench->painter, &parts, &bench->list, (rect){x, y, 13, 7});
        }
    }
    assert_int_equal(frame_differs(&bench->frame, &parts, NULL), 0);
    for (int i = 0; i < 200 * 120; i++) {
        parts.pixels[i] = 0xABCDEF;
    }
    paint_list(&bench->painter, &parts, &bench->list, (rect){60, 40, 30, 20});
    paint_list(&bench->painter, &parts, &bench->list, (rect){-20, -20, 25, 25});
    paint_list(&bench->painter, &parts, &bench->list, (rect){190, 110, 500, 500});
    int kept = 0;
    for (int i = 0; i < 200 * 120; i++) {
        kept += parts.pixels[i] == 0xABCDEF;
    }
    assert_int_equal(kept, 200 * 120 - 30 * 20 - 5 * 5 - 10 * 10);
    frame_finish(&parts);
}

// Rounded sizes far beyond a screen come from a broken view; they must not break the
// painter.
static void large_sizes_do_no_harm(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, 200, 120, 0);
    draw_fill(&bench->list, (rect){-20000, -20000, 40100, 40100}, 1, 20000);
    draw_frame(&bench->list, (rect){-9000, -9000, 18000, 18000}, 2, 9000, 300);
    draw_shape(&bench->list, SHAPE_TICK, (rect){-9000, -9000, 18000, 18000}, 3);
    draw_text(&bench->list, 0, 600, 9000, WEIGHT_BOLD, 900, 4, "Groot", 5);
    paint(bench);
    assert_false(bench->list.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_are_exact),
        cmocka_unit_test(frames_are_hollow),
        cmocka_unit_test(corners_are_symmetric),
        cmocka_unit_test(a_frame_is_the_rim_of_a_fill),
        cmocka_unit_test(mixing_is_exact),
        cmocka_unit_test(nothing_outside_the_clip),
        cmocka_unit_test(text_stands_on_its_baseline),
        cmocka_unit_test(parts_make_the_whole),
        cmocka_unit_test(large_sizes_do_no_harm),
    };
    return cmocka_run_group_tests_name("paint", tests, begin, end);
}
