// Turned panels: areas, touches and pixels land where the eye expects them, and all three
// agree with each other.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screen/turn.h"

enum { WIDE = 7, HIGH = 4 };

static void angles(void **state)
{
    enum turn turn = TURN_NONE;

    (void)state;
    assert_true(turn_of(270, &turn));
    assert_int_equal(turn, TURN_LEFT);
    assert_true(turn_of(0, &turn));
    assert_int_equal(turn, TURN_NONE);
    assert_false(turn_of(45, &turn));
    assert_false(turn_of(-90, &turn));
    assert_false(turn_of(360, &turn));
}

// The upper left corner of the picture: turned to the right it is the panel's upper right.
static void corners(void **state)
{
    static const struct {
        enum turn turn;
        int x, y;
    } cases[] = {{TURN_NONE, 0, 0},
                 {TURN_RIGHT, HIGH - 1, 0},
                 {TURN_OVER, WIDE - 1, HIGH - 1},
                 {TURN_LEFT, 0, WIDE - 1}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rect at = turn_rect(cases[i].turn, WIDE, HIGH, (rect){0, 0, 1, 1});
        assert_int_equal(at.x, cases[i].x);
        assert_int_equal(at.y, cases[i].y);
    }
}

// Every pixel, copied in areas of every size, is where turn_rect says, and a touch there is
// told as that pixel of the picture.
static void pixels_and_touches(void **state)
{
    struct frame picture;

    (void)state;
    assert_true(frame_init(&picture, WIDE, HIGH));
    for (int i = 0; i < WIDE * HIGH; i++) {
        picture.pixels[i] = (uint32_t)i + 1;
    }
    for (enum turn turn = TURN_NONE; turn <= TURN_LEFT; turn++) {
        int across = turn_swaps(turn) ? HIGH : WIDE;
        int down = turn_swaps(turn) ? WIDE : HIGH;
        uint32_t panel[WIDE * HIGH] = {0};
        turn_copy(turn, &picture, (rect){0, 0, 3, HIGH}, panel, across * 4);
        turn_copy(turn, &picture, (rect){3, 0, 4, 1}, panel, across * 4);
        turn_copy(turn, &picture, (rect){3, 1, 4, 3}, panel, across * 4);
        for (int y = 0; y < HIGH; y++) {
            for (int x = 0; x < WIDE; x++) {
                rect at = turn_rect(turn, WIDE, HIGH, (rect){x, y, 1, 1});
                float touch_x = ((float)at.x + .5f) / (float)across;
                float touch_y = ((float)at.y + .5f) / (float)down;
                assert_int_equal(panel[at.y * across + at.x], y * WIDE + x + 1);
                turn_touch(turn, &touch_x, &touch_y);
                assert_int_equal((int)(touch_x * WIDE), x);
                assert_int_equal((int)(touch_y * HIGH), y);
            }
        }
    }
    frame_finish(&picture);
}

// What is copied touches nothing beside it.
static void neighbours_stay(void **state)
{
    struct frame picture;
    uint32_t panel[WIDE * HIGH] = {0};
    int written = 0;

    (void)state;
    assert_true(frame_init(&picture, WIDE, HIGH));
    memset(picture.pixels, 0xFF, sizeof panel);
    turn_copy(TURN_LEFT, &picture, (rect){2, 1, 3, 2}, panel, HIGH * 4);
    for (int i = 0; i < WIDE * HIGH; i++) {
        written += panel[i] != 0;
    }
    assert_int_equal(written, 6);
    frame_finish(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(angles),
        cmocka_unit_test(corners),
        cmocka_unit_test(pixels_and_touches),
        cmocka_unit_test(neighbours_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
