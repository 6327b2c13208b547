// The finger, the fling and the page: places over time.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>

#include "touch/scroll.h"

static struct scroll begin(int content_px, int view_px, int offset_px)
{
    struct scroll scroll = {0};

    scroll_limit(&scroll, content_px, view_px);
    scroll_to(&scroll, offset_px);
    return scroll;
}

static void drag_is_one_to_one_and_clamped(void **state)
{
    static const struct {
        int from, dy, to;
    } cases[] = {{0, -30, 30},    {30, 30, 0},    {30, 50, 0},      {500, -1, 501},
                 {590, -50, 600}, {600, -9, 600}, {600, 100000, 0}, {0, -100000, 600}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scroll scroll = begin(1000, 400, cases[i].from);
        scroll_drag(&scroll, cases[i].dy);
        assert_int_equal(scroll.offset_px, cases[i].to);
        assert_false(scroll_tick(&scroll, 1000000));
    }
}

// 1000 px/s fades as 325 px * (1 - e^(-t/325)) until 20 px/s is left, after 1271 ms and 319
// px.
static void fling_coasts_and_stands(void **state)
{
    static const struct {
        int at_ms, px;
        bool moves;
    } cases[] = {{0, 0, true},       {16, 16, true},    {100, 86, true},
                 {325, 205, true},   {650, 281, true},  {1271, 318, true},
                 {1272, 319, false}, {9000, 319, false}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scroll scroll = begin(10000, 400, 0);
        scroll_fling(&scroll, -1000, 5000);
        bool moves = scroll_tick(&scroll, 5000 + cases[i].at_ms);
        assert_in_range(scroll.offset_px, cases[i].px > 0 ? cases[i].px - 1 : 0,
                        cases[i].px);
        assert_int_equal(moves, cases[i].moves);
    }
}

// However often it is asked, at the same moment it is at the same place.
static void frames_do_not_matter(void **state)
{
    static const int steps_ms[] = {1, 7, 16, 33, 250};

    (void)state;
    for (size_t i = 0; i < sizeof steps_ms / sizeof *steps_ms; i++) {
        struct scroll scroll = begin(100000, 400, 3000);
        scroll_fling(&scroll, 2345, 0);
        for (int at_ms = 0; at_ms < 500; at_ms += steps_ms[i]) {
            scroll_tick(&scroll, at_ms);
        }
        scroll_tick(&scroll, 500);
        struct scroll once = begin(100000, 400, 3000);
        scroll_fling(&once, 2345, 0);
        scroll_tick(&once, 500);
        assert_int_equal(scroll.offset_px, once.offset_px);
    }
}

static void fling_ends_at_the_end(void **state)
{
    struct scroll scroll = begin(1000, 400, 500);

    (void)state;
    scroll_fling(&scroll, -5000, 0);
    assert_false(scroll_tick(&scroll, 400));
    assert_int_equal(scroll.offset_px, 600);
    scroll_fling(&scroll, -5000, 500);
    assert_false(scroll_tick(&scroll, 501));
    scroll_fling(&scroll, 19, 500);
    assert_false(scroll_tick(&scroll, 501));
}

static void a_touch_stops_it(void **state)
{
    struct scroll scroll = begin(10000, 400, 0);

    (void)state;
    scroll_fling(&scroll, -1000, 0);
    assert_true(scroll_stop(&scroll, 100));
    int stopped = scroll.offset_px;
    assert_in_range(stopped, 80, 90);
    assert_false(scroll_tick(&scroll, 1000));
    assert_int_equal(scroll.offset_px, stopped);
    assert_false(scroll_stop(&scroll, 1000));
}

static void pages_glide(void **state)
{
    struct scroll scroll = begin(2000, 400, 0);

    (void)state;
    scroll_by(&scroll, 360, 1000);
    assert_true(scroll_tick(&scroll, 1120));
    assert_int_equal(scroll.offset_px, 180);
    // A second tap on its way goes on to two pages.
    scroll_by(&scroll, 360, 1120);
    assert_true(scroll_tick(&scroll, 1240));
    assert_int_equal(scroll.offset_px, 450);
    assert_false(scroll_tick(&scroll, 1360));
    assert_int_equal(scroll.offset_px, 720);
    scroll_by(&scroll, -9999, 2000);
    assert_false(scroll_tick(&scroll, 2240));
    assert_int_equal(scroll.offset_px, 0);
    scroll_by(&scroll, -360, 3000);
    assert_false(scroll_tick(&scroll, 3001));
}

static void less_content_moves_it_in(void **state)
{
    struct scroll scroll = begin(2000, 400, 1500);

    (void)state;
    scroll_limit(&scroll, 3000, 400);
    assert_int_equal(scroll.offset_px, 1500);
    scroll_limit(&scroll, 1000, 400);
    assert_int_equal(scroll.offset_px, 600);
    scroll_limit(&scroll, 100, 400);
    assert_int_equal(scroll.offset_px, 0);
    scroll_drag(&scroll, -50);
    assert_int_equal(scroll.offset_px, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drag_is_one_to_one_and_clamped),
        cmocka_unit_test(fling_coasts_and_stands),
        cmocka_unit_test(frames_do_not_matter),
        cmocka_unit_test(fling_ends_at_the_end),
        cmocka_unit_test(a_touch_stops_it),
        cmocka_unit_test(pages_glide),
        cmocka_unit_test(less_content_moves_it_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
