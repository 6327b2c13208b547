// Masks: coverage adds up to the area, symmetry holds, joining keeps places.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/mask.h"
#include "screen/shape_cache.h"

static long sum_of(const struct mask *mask)
{
    long sum = 0;

    for (int i = 0; i < mask->width_px * mask->height_px; i++) {
        sum += mask->cover[i];
    }
    return sum;
}

static struct mask *mask_of(enum shape shape, int width_px, int height_px)
{
    size_t count = 0;
    const struct shape_ring *rings = shape_rings(shape, &count);

    return mask_shape(rings, count, width_px, height_px);
}

static void coverage_is_the_area(void **state)
{
    static const struct {
        enum shape shape;
        int width_px, height_px;
        double area;
    } cases[] = {
        {SHAPE_SQUARE, 100, 100, .88 * .88},
        {SHAPE_SQUARE, 44, 20, .88 * .88},
        {SHAPE_PEAK, 17, 9, .5},
        {SHAPE_TRIANGLE, 44, 44, .96 * .88 / 2},
        {SHAPE_TRIANGLE_INNER, 200, 200, .69 * .64 / 2},
        {SHAPE_SQUARE_MARK, 26, 26, .6 * .18},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mask *mask = mask_of(cases[i].shape, cases[i].width_px, cases[i].height_px);
        double pixels = (double)cases[i].width_px * cases[i].height_px;
        double share = (double)sum_of(mask) / 255 / pixels;
        assert_true(share > cases[i].area - .012 && share < cases[i].area + .012);
        free(mask);
    }
}

static void whole_pixels_are_covered_wholly(void **state)
{
    static const float points[][2] = {
        {.25f, .25f}, {.75f, .25f}, {.75f, .75f}, {.25f, .75f}};
    const struct shape_ring ring = {4, points};
    (void)state;
    struct mask *mask = mask_shape(&ring, 1, 8, 8);
    for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
            bool inside = x >= 2 && x < 6 && y >= 2 && y < 6;
            assert_int_equal(mask->cover[y * 8 + x], inside ? 255 : 0);
        }
    }
    free(mask);
}

// Overlapping rings the same way round are one; a ring the other way round is a hole.
static void rings_fill_by_the_non_zero_rule(void **state)
{
    static const float outer[][2] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    static const float again[][2] = {{.5f, 0}, {1, 0}, {1, 1}, {.5f, 1}};
    static const float hole[][2] = {{0, 0}, {0, 1}, {.5f, 1}, {.5f, 0}};
    const struct shape_ring rings[] = {{4, outer}, {4, again}, {4, hole}};
    (void)state;
    struct mask *mask = mask_shape(rings, 3, 4, 2);
    static const uint8_t expected[] = {0, 0, 255, 255, 0, 0, 255, 255};
    assert_memory_equal(mask->cover, expected, sizeof expected);
    free(mask);
}

static void corners_are_quarter_discs(void **state)
{
    (void)state;
    for (int radius = 1; radius < 60; radius++) {
        struct mask *mask = mask_corner(radius);
        double area = (double)sum_of(mask) / 255;
        double exact = 3.14159265 * radius * radius / 4;
        assert_true(area > exact - .2 - .004 * exact && area < exact + .2 + .004 * exact);
        for (int y = 0; y < radius; y++) {
            for (int x = 1; x < radius; x++) {
                assert_true(mask->cover[y * radius + x] >= mask->cover[y * radius + x - 1]);
                // Rows are sampled, columns are exact: the mirror image may differ by a
                // step.
                int mirror = mask->cover[x * radius + y];
                assert_true(abs(mask->cover[y * radius + x] - mirror) <= 20);
            }
        }
        free(mask);
    }
}

static void sizes_at_the_edge(void **state)
{
    (void)state;
    assert_null(mask_create(1 << 20, 1 << 20));
    assert_null(mask_create(-1, 5));
    struct mask *mask = mask_of(SHAPE_TICK, 1, 1);
    assert_int_equal(mask->width_px, 1);
    free(mask);
    mask = mask_create(0, 0);
    assert_int_equal(mask_bytes(mask), sizeof *mask);
    free(mask);
}

static void joined_masks_stay_in_place(void **state)
{
    (void)state;
    struct mask *a = mask_create(2, 1);
    struct mask *b = mask_create(1, 2);
    memcpy(a->cover, (uint8_t[]){10, 20}, 2);
    memcpy(b->cover, (uint8_t[]){5, 30}, 2);
    a->left_px = -1;
    a->top_px = -5;
    b->left_px = 0;
    b->top_px = -5;
    struct mask *both = mask_join(a, b);
    assert_int_equal(both->width_px, 2);
    assert_int_equal(both->height_px, 2);
    assert_int_equal(both->left_px, -1);
    assert_int_equal(both->top_px, -5);
    assert_memory_equal(both->cover, ((uint8_t[]){10, 20, 0, 30}), 4);
    free(both);
    assert_null(mask_join(mask_create(1, 1), NULL));
}

static void shapes_are_made_once(void **state)
{
    (void)state;
    struct mask_cache *cache = mask_cache_create(1 << 20);
    const struct mask *first = shape_cache_shape(cache, SHAPE_HOUSE, 44, 44);
    assert_ptr_equal(first, shape_cache_shape(cache, SHAPE_HOUSE, 44, 44));
    assert_ptr_not_equal(first, shape_cache_shape(cache, SHAPE_HOUSE, 44, 43));
    assert_non_null(shape_cache_corner(cache, 44));
    assert_null(shape_cache_shape(cache, SHAPE_COUNT, 44, 44));
    assert_int_equal(mask_cache_stats(cache).count, 3);
    assert_int_equal(mask_cache_stats(cache).hits, 1);
    mask_cache_destroy(cache);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coverage_is_the_area),
        cmocka_unit_test(whole_pixels_are_covered_wholly),
        cmocka_unit_test(rings_fill_by_the_non_zero_rule),
        cmocka_unit_test(corners_are_quarter_discs),
        cmocka_unit_test(sizes_at_the_edge),
        cmocka_unit_test(joined_masks_stay_in_place),
        cmocka_unit_test(shapes_are_made_once),
    };
    return cmocka_run_group_tests_name("mask", tests, NULL, NULL);
}
