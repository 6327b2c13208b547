// The polygons of signs and icons: inside their square, the right way round, the right
// size.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "view/shape.h"

// Positive when the ring runs clockwise on the screen.
static float ring_area(const struct shape_ring *ring)
{
    float sum = 0;

    for (size_t i = 0; i < ring->count; i++) {
        const float *a = ring->points[i];
        const float *b = ring->points[(i + 1) % ring->count];
        sum += a[0] * b[1] - b[0] * a[1];
    }
    return sum / 2;
}

static float shape_area(enum shape shape)
{
    size_t count = 0;
    const struct shape_ring *rings = shape_rings(shape, &count);
    float sum = 0;

    for (size_t i = 0; i < count; i++) {
        sum += ring_area(&rings[i]);
    }
    return sum;
}

static void every_shape_is_sound(void **state)
{
    (void)state;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        size_t count = 0;
        const struct shape_ring *rings = shape_rings((enum shape)shape, &count);
        assert_non_null(rings);
        assert_true(count > 0);
        assert_string_not_equal(shape_name((enum shape)shape), "?");
        assert_true(ring_area(&rings[0]) > 0);
        for (size_t i = 0; i < count; i++) {
            assert_true(rings[i].count >= 3);
            assert_true(fabsf(ring_area(&rings[i])) > .003f);
            for (size_t k = 0; k < rings[i].count; k++) {
                const float *point = rings[i].points[k];
                assert_true(point[0] >= 0 && point[0] <= 1 && point[1] >= 0 &&
                            point[1] <= 1);
            }
        }
    }
}

static void areas_are_as_designed(void **state)
{
    static const struct {
        enum shape shape;
        float area;
    } cases[] = {
        {SHAPE_TRIANGLE, .96f * .88f / 2},
        {SHAPE_SQUARE, .88f * .88f},
        {SHAPE_SQUARE_MARK, .60f * .18f},
        {SHAPE_TRIANGLE_MARK, .1f * .24f + .1f * .10f},
        {SHAPE_PEAK, .5f},
        {SHAPE_HOUSE, .94f * .53f + .94f * .44f / 2},
        {SHAPE_ICON_BOARD, 4 * 9.8f * 8.5f / 576},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(fabsf(shape_area(cases[i].shape) - cases[i].area) < .0005f);
    }
}

static void names_differ(void **state)
{
    (void)state;
    for (int a = 0; a < SHAPE_COUNT; a++) {
        for (int b = 0; b < a; b++) {
            assert_string_not_equal(shape_name((enum shape)a), shape_name((enum shape)b));
        }
    }
}

static void unknown_shapes_are_empty(void **state)
{
    (void)state;
    size_t count = 9;
    assert_null(shape_rings(SHAPE_COUNT, &count));
    assert_int_equal(count, 0);
    assert_null(shape_rings((enum shape) - 1, &count));
    assert_string_equal(shape_name(SHAPE_COUNT), "?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_is_sound),
        cmocka_unit_test(areas_are_as_designed),
        cmocka_unit_test(names_differ),
        cmocka_unit_test(unknown_shapes_are_empty),
    };
    return cmocka_run_group_tests_name("shape", tests, NULL, NULL);
}
