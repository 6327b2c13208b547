// Finger by finger: what a person does, what it means.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "touch/gesture.h"

enum { SLOP_PX = 10 };

static const char *const names[] = {
    [GESTURE_NONE] = "none",       [GESTURE_PRESS] = "press",
    [GESTURE_MOVE] = "move",       [GESTURE_DRAG] = "drag",
    [GESTURE_TAP] = "tap",         [GESTURE_HOLD] = "hold",
    [GESTURE_SWIPE_LEFT] = "left", [GESTURE_SWIPE_RIGHT] = "right",
    [GESTURE_FLING] = "fling",     [GESTURE_RELEASE] = "release",
    [GESTURE_CANCEL] = "cancel",
};

// One step of a story: kind ('d'own, 'm'ove, 'u'p, 'x' cancel, 't'ick, 's'wallow until, s'p'end),
// finger, when, where. The story is text, so that a case reads as what happened: "d1 0
// 100,100; u1 80 100,100".
static void step_play(struct gesture_state *state, const char *step, char *out, size_t size)
{
    static const char marks[] = "dmux";
    char mark = 0;
    int finger = 0;
    int at_ms = 0;
    int x = 0;
    int y = 0;
    struct gesture made;
    bool any = false;

    sscanf(step, " %c%d %d %d,%d", &mark, &finger, &at_ms, &x, &y);
    if (mark == 's') {
        gesture_swallow(state, at_ms);
    } else if (mark == 'p') {
        gesture_spend(state);
    } else if (mark == 't') {
        any = gesture_tick(state, at_ms, &made);
    } else {
        const struct sample sample = {.kind =
                                          (enum sample_kind)(strchr(marks, mark) - marks),
                                      .at_ms = at_ms,
                                      .finger = finger,
                                      .x_px = (float)x,
                                      .y_px = (float)y};
        any = gesture_feed(state, &sample, &made);
    }
    if (any) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, "%s%s%s", used > 0 ? " " : "", names[made.kind],
                 made.ended ? "." : "");
    }
}

static void play(const char *story, char *out, size_t size)
{
    struct gesture_state state;

    gesture_init(&state, SLOP_PX);
    out[0] = '\0';
    for (const char *at = story; at != NULL; at = strchr(at, ';')) {
        at += *at == ';';
        step_play(&state, at, out, size);
    }
}

static void stories(void **state)
{
    static const struct {
        const char *what, *story, *meant;
    } cases[] = {
        {"tap", "d1 0 100,100; u1 80 100,100", "press tap."},
        {"tap with a tremor", "d1 0 100,100; m1 20 104,103; u1 80 107,105",
         "press move tap."},
        {"just within the slop", "d1 0 100,100; m1 20 110,100; u1 80 110,100",
         "press move tap."},
        {"just beyond it", "d1 0 100,100; m1 20 111,100; u1 300 111,100",
         "press drag release."},
        {"slow tap", "d1 0 100,100; t0 499; u1 499 100,100", "press tap."},
        {"hold", "d1 0 100,100; t0 499; t0 500; t0 600; u1 700 100,100",
         "press hold release."},
        {"hold nobody ticked", "d1 0 100,100; u1 700 100,100", "press hold."},
        {"hold found by a move", "d1 0 100,100; m1 510 101,100; u1 700 100,100",
         "press hold release."},
        {"hold then slide", "d1 0 100,100; t0 500; m1 600 160,40; u1 700 160,40",
         "press hold move release."},
        {"drag is no hold", "d1 0 100,100; m1 20 100,150; t0 600; u1 900 100,150",
         "press drag release."},
        {"swipe left", "d1 0 300,100; m1 20 260,102; m1 40 220,104; u1 60 180,104",
         "press drag drag left."},
        {"swipe right", "d1 0 100,100; m1 20 140,102; m1 40 180,104; u1 60 220,104",
         "press drag drag right."},
        {"too short to swipe", "d1 0 100,100; m1 20 120,100; u1 40 140,100",
         "press drag release."},
        {"too steep to swipe", "d1 0 100,100; m1 20 140,140; u1 40 180,170",
         "press drag release."},
        {"stopped before lifting",
         "d1 0 100,100; m1 20 180,100; m1 40 260,100; u1 400 260,100",
         "press drag drag release."},
        {"turned back",
         "d1 0 100,100; m1 20 300,100; m1 120 300,100; m1 150 250,100; "
         "u1 180 190,100",
         "press drag drag release."},
        {"fling", "d1 0 100,400; m1 20 100,360; m1 40 101,320; u1 60 101,280",
         "press drag drag fling."},
        {"drag and rest", "d1 0 100,400; m1 20 100,300; u1 300 100,300",
         "press drag release."},
        {"a slow panel", "d1 0 100,400; u1 90 100,300", "press fling."},
        {"second finger", "d1 0 100,100; d2 20 500,500; u2 40 500,500; u1 80 100,100",
         "press tap."},
        {"second finger stays", "d1 0 100,100; d2 20 500,500; u1 80 100,100; u2 90 500,500",
         "press tap."},
        {"second drags", "d1 0 100,100; d2 20 500,500; m2 40 300,500; u1 80 100,100",
         "press tap."},
        {"one leans, the other taps",
         "d1 0 100,100; d2 20 500,500; u1 80 100,100; d3 200 300,300; u3 260 300,300",
         "press tap. press tap."},
        {"palm",
         "d1 0 100,100; d2 5 130,100; d3 9 160,100; m1 20 100,200; u1 90 100,200; "
         "u2 95 130,100; u3 99 160,100",
         "press cancel."},
        {"palm locks until it lifts",
         "d1 0 100,100; d2 5 130,100; d3 9 160,100; u1 90 1,1; u2 91 1,1; d4 95 50,50; "
         "u4 99 50,50; u3 120 1,1; d5 130 9,9; u5 140 9,9",
         "press cancel. press tap."},
        {"system cancel", "d1 0 100,100; x1 40 100,100; u1 50 100,100", "press cancel."},
        {"cancelled drag", "d1 0 100,100; m1 20 200,100; x1 40 200,100",
         "press drag cancel."},
        {"lift never told", "d1 0 100,100; d1 900 300,300; u1 950 300,300",
         "press press tap."},
        {"a hand that leans for long", "d1 0 100,100; d2 10000 500,500; u2 10050 500,500",
         "press press tap."},
        {"its lift later",
         "d1 0 100,100; d2 10000 500,500; u1 10020 100,100; u2 10050 500,500",
         "press press tap."},
        {"wake",
         "s0 1000; d1 0 100,100; u1 80 100,100; d1 999 100,100; u1 1400 100,100; "
         "d1 1500 100,100; u1 1550 100,100",
         "press tap."},
        {"wake hold", "s0 1000; d1 0 100,100; t0 600; t0 2000; u1 2100 100,100", ""},
        {"a swallowed finger is none",
         "s0 10; d1 0 9,9; d2 20 50,50; d3 30 60,60; u2 90 50,50", "press tap."},
        {"spent: no tap", "d1 0 9,9; p0 0; u1 80 9,9; d1 200 9,9; u1 260 9,9",
         "press release. press tap."},
        {"spent: no hold", "d1 0 9,9; p0 0; t0 900; u1 950 9,9", "press release."},
        {"spent: still drags", "d1 0 9,9; p0 0; m1 20 9,60; u1 300 9,60", "press drag release."},
        {"unknown finger", "m7 0 100,100; u7 10 100,100; x8 20 1,1", ""},
        {"nothing", "t0 5000", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[256];
        play(cases[i].story, out, sizeof out);
        if (strcmp(out, cases[i].meant) != 0) {
            fail_msg("%s: '%s', not '%s'", cases[i].what, out, cases[i].meant);
        }
    }
}

static bool feed(struct gesture_state *state, enum sample_kind kind, int at_ms, float x,
                 float y, struct gesture *out)
{
    const struct sample sample = {
        .kind = kind, .at_ms = at_ms, .finger = 1, .x_px = x, .y_px = y};

    return gesture_feed(state, &sample, out);
}

// What the content moves by must add up to the finger's way less the slop, whole px and no
// jump.
static void drag_follows(void **unused)
{
    struct gesture_state state;
    struct gesture out;
    int sum = 0;

    (void)unused;
    gesture_init(&state, SLOP_PX);
    feed(&state, SAMPLE_DOWN, 0, 50, 500, &out);
    for (int i = 1; i <= 100; i++) {
        if (feed(&state, SAMPLE_MOVE, i * 8, 50, 500 - (float)i * 3.3f, &out) &&
            out.kind == GESTURE_DRAG) {
            assert_int_equal(out.dx_px, 0);
            assert_in_range(-out.dy_px, 0, 4);
            sum += out.dy_px;
        }
    }
    assert_in_range(-sum, 330 - SLOP_PX - 1, 330 - SLOP_PX + 1);
}

static void fling_has_its_speed(void **unused)
{
    static const struct {
        int step_ms;
        float step_px;
    } cases[] = {{16, 16}, {8, 8}, {4, 4}, {33, -33}, {8, -24}};

    (void)unused;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct gesture_state state;
        struct gesture out;
        int at_ms = 0;
        float y = 500;
        gesture_init(&state, SLOP_PX);
        feed(&state, SAMPLE_DOWN, 0, 50, y, &out);
        // A slow start must not count.
        for (int i = 0; i < 20; i++) {
            feed(&state, SAMPLE_MOVE, at_ms += 50, 50, y += 2, &out);
        }
        for (int i = 0; i < 40; i++) {
            at_ms += cases[c].step_ms;
            y += cases[c].step_px;
            feed(&state, i < 39 ? SAMPLE_MOVE : SAMPLE_UP, at_ms, 50, y, &out);
        }
        float want = cases[c].step_px * 1000 / (float)cases[c].step_ms;
        assert_int_equal(out.kind, GESTURE_FLING);
        assert_true(fabsf(out.vy_px_s - want) < 1);
    }
}

static void deadline_is_the_hold(void **unused)
{
    struct gesture_state state;
    struct gesture out;

    (void)unused;
    gesture_init(&state, SLOP_PX);
    assert_true(gesture_deadline_ms(&state) == INT64_MAX);
    feed(&state, SAMPLE_DOWN, 1000, 50, 50, &out);
    assert_int_equal(gesture_deadline_ms(&state), 1500);
    gesture_tick(&state, 1500, &out);
    assert_true(gesture_deadline_ms(&state) == INT64_MAX);
    feed(&state, SAMPLE_UP, 1600, 50, 50, &out);
    feed(&state, SAMPLE_DOWN, 2000, 50, 50, &out);
    feed(&state, SAMPLE_MOVE, 2010, 90, 50, &out);
    assert_true(gesture_deadline_ms(&state) == INT64_MAX);
    assert_true(gesture_reset(&state, 2020, &out));
    assert_int_equal(out.kind, GESTURE_CANCEL);
    assert_false(gesture_reset(&state, 2030, &out));
    assert_false(feed(&state, SAMPLE_UP, 2040, 90, 50, &out));
}

static void the_rest_passes_through(void **unused)
{
    static const enum sample_kind kinds[] = {SAMPLE_WHEEL, SAMPLE_KEY, SAMPLE_TEXT};
    struct gesture_state state;
    struct gesture out;

    (void)unused;
    gesture_init(&state, SLOP_PX);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        assert_false(feed(&state, kinds[i], 0, 0, 40, &out));
        assert_int_equal(out.kind, GESTURE_NONE);
    }
}

// Any order of samples, also one that no panel sends: one PRESS for each end, never two in
// a row.
static void noise_keeps_its_shape(void **unused)
{
    struct gesture_state state;
    uint32_t seed = 12345;
    bool pressed = false;

    (void)unused;
    gesture_init(&state, SLOP_PX);
    for (int i = 0; i < 200000; i++) {
        struct gesture out;
        seed = seed * 1664525 + 1013904223;
        const struct sample sample = {.kind = (enum sample_kind)(seed >> 28 & 3),
                                      .at_ms = i * 7,
                                      .finger = seed >> 20 & 15,
                                      .x_px = (float)(seed >> 8 & 1023),
                                      .y_px = (float)(seed >> 12 & 511)};
        if (!gesture_feed(&state, &sample, &out) && !gesture_tick(&state, i * 7, &out)) {
            continue;
        }
        if (out.kind == GESTURE_PRESS) {
            pressed = true;
        } else {
            assert_true(pressed);
            pressed = !out.ended;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stories),
        cmocka_unit_test(drag_follows),
        cmocka_unit_test(fling_has_its_speed),
        cmocka_unit_test(deadline_is_the_hold),
        cmocka_unit_test(the_rest_passes_through),
        cmocka_unit_test(noise_keeps_its_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
