// The picture moves a pixel at a time, everywhere within its square, and nothing that is
// shown or touched gets lost by it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "odd_boards.h"
#include "odd_screens.h"
#include "screen/damage.h"
#include "view_fixture.h"

enum { MINUTE_MS = 60000, HOUR_MS = 3600000 };

static void a_pixel_at_a_time_over_all_of_the_square(void **state)
{
    (void)state;
    for (int reach = 1; reach <= 8; reach++) {
        int side = 2 * reach + 1;
        char seen[17][17] = {0};
        int x = 9;
        int y = 9;
        orbit_place(0, reach, &x, &y);
        assert_int_equal(x, 0);
        assert_int_equal(y, 0);
        for (int step = 1; step <= 2 * side * side; step++) {
            int was_x = x;
            int was_y = y;
            orbit_place(step, reach, &x, &y);
            assert_int_equal(abs(x - was_x) + abs(y - was_y), 1);
            assert_true(abs(x) <= reach && abs(y) <= reach);
            seen[y + reach][x + reach] = 1;
        }
        for (int i = 0; i < side * side; i++) {
            assert_int_equal(seen[i / side][i % side], 1);
        }
        orbit_place(INT32_MAX, reach, &x, &y);
        orbit_place(INT32_MIN, reach, &x, &y);
        assert_true(abs(x) <= reach && abs(y) <= reach);
    }
}

static void it_grows_with_the_panel(void **state)
{
    (void)state;
    assert_int_equal(orbit_reach_px(320, 240), 1);
    assert_int_equal(orbit_reach_px(800, 480), 2);
    assert_int_equal(orbit_reach_px(720, 1280), 2);
    assert_int_equal(orbit_reach_px(1920, 1080), 3);
    assert_int_equal(orbit_reach_px(3840, 2160), 6);
}

static bool within(rect box, rect around)
{
    return box.x >= around.x && box.y >= around.y && box.x + box.w <= around.x + around.w &&
           box.y + box.h <= around.y + around.h;
}

// Where there may be ink: Open Sans goes no higher than an E with two dots, and no lower
// than a j.
static rect ink_of(const struct draw *draw)
{
    rect box = draw->box;

    if (draw->kind == DRAW_TEXT) {
        box.y = draw->baseline_px - draw->size_px * 93 / 100;
        box.h = draw->size_px * (93 + 24) / 100;
    }
    return box;
}

// What was seen whole is seen whole, and what answered in its middle still does.
static int losses(const struct draw_list *before, const struct draw_list *after, int dx,
                  int dy, const char *where)
{
    rect panel = {0, 0, before->width_px, before->height_px};
    int count = 0;

    assert_int_equal(before->draw_count, after->draw_count);
    for (size_t i = 0; i < before->draw_count; i++) {
        const struct draw *a = &before->draws[i];
        const struct draw *b = &after->draws[i];
        bool whole = within(ink_of(a), rect_meet(a->clip, panel));
        if (whole && !within(ink_of(b), rect_meet(b->clip, panel))) {
            print_error("%s: %s %d,%d %dx%d is cut off\n", where,
                        a->kind == DRAW_TEXT ? a->text : "a shape", b->box.x, b->box.y,
                        b->box.w, b->box.h);
            count++;
        }
    }
    for (size_t i = 0; i < before->element_count; i++) {
        const struct element *a = &before->elements[i];
        const struct element *b = &after->elements[i];
        const struct element *hit =
            draw_hit(before, a->hit.x + a->hit.w / 2, a->hit.y + a->hit.h / 2);
        bool inside = within(a->hit, rect_inset(panel, 1));
        bool moved = b->hit.x == a->hit.x + dx && b->hit.y == a->hit.y + dy;
        if ((inside && !rect_empty(a->hit) && !moved) ||
            (hit == a &&
             draw_hit(after, b->hit.x + b->hit.w / 2, b->hit.y + b->hit.h / 2) != b)) {
            print_error("%s: %s does not answer\n", where, a->label);
            count++;
        }
    }
    return count;
}

static void show(struct session *session, int screen)
{
    odd_open(session, screen);
    assert_true(session_draw(session, 1000, odd_moment_ms()));
}

static void nothing_is_cut_off_and_all_answers(void **state)
{
    int lost = 0;

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        struct session still;
        struct session moved;
        struct panel panel = panels[p].panel;
        int reach = orbit_reach_px(panel.width_px, panel.height_px);
        int last = (2 * reach + 1) * (2 * reach + 1) / 2;
        session_init(&still, panel, &ruler, 0);
        session_init(&moved, panel, &ruler, 0);
        session_take(&still, odd_build(BOARD_LIVING), 0);
        session_take(&moved, odd_build(BOARD_LIVING), 0);
        moved.orbit.on = true;
        for (int s = 0; s < ODD_SCREENS; s++) {
            const int steps[] = {-last, -last + 2 * reach, last, last - 2 * reach};
            show(&still, s);
            for (size_t i = 0; i < 4; i++) {
                char where[96];
                moved.orbit.step = steps[i];
                show(&moved, s);
                assert_int_equal(abs(moved.orbit.x_px), reach);
                assert_int_equal(abs(moved.orbit.y_px), reach);
                snprintf(where, sizeof where, "%s, %s", panels[p].name,
                         screen_name(odd_screens[s].screen));
                lost += losses(&still.list, &moved.list, moved.orbit.x_px, moved.orbit.y_px,
                               where);
            }
        }
        session_finish(&still);
        session_finish(&moved);
    }
    assert_int_equal(lost, 0);
}

// A press shows where it is seen, also at the very rim of what moved.
static void a_press_is_seen_at_the_rim(void **state)
{
    struct session session;

    (void)state;
    session_init(&session, panel_named("55\" HD"), &ruler, 0);
    session_take(&session, odd_build(BOARD_LIVING), 0);
    session.orbit.on = true;
    session.orbit.step = 24; // right and down, as far as it goes
    session.dirty = true;
    session_draw(&session, 0, odd_moment_ms());
    assert_int_equal(session.orbit.y_px, 3);
    const struct element *e = view_element(&session.list, "Zoeken");
    assert_non_null(e);
    rect hit = e->hit;
    int dx = session.orbit.x_px;
    struct sample s = {.kind = SAMPLE_DOWN,
                       .at_ms = 10,
                       .x_px = (float)(dx > 0 ? hit.x + hit.w - 1 : hit.x),
                       .y_px = (float)(hit.y + hit.h - 1)};
    session_feed(&session, &s);
    assert_true(rect_has((rect){hit.x - dx, hit.y - 3, hit.w, hit.h}, session.ui.pressed_x,
                         session.ui.pressed_y));
    session_finish(&session);
}

static void it_moves_once_an_hour_and_only_alone(void **state)
{
    struct session session;
    int64_t mono_ms = 0;
    int moves = 0;

    (void)state;
    session_init(&session, panel_named("7\""), &ruler, 0);
    session_take(&session, odd_build(BOARD_LIVING), 0);
    session.orbit.on = true;
    for (int minute = 0; minute < 30 * 60; minute++, mono_ms += MINUTE_MS) {
        int x = session.orbit.x_px;
        int y = session.orbit.y_px;
        if (minute < 600) {
            ui_touched(&session.ui, mono_ms); // somebody is there
        }
        session_tick(&session, mono_ms, odd_moment_ms() + mono_ms);
        session_draw(&session, mono_ms, odd_moment_ms() + mono_ms);
        int by = abs(session.orbit.x_px - x) + abs(session.orbit.y_px - y);
        assert_true(by == 0 || minute >= 600);
        assert_true(by <= 2 || moves == 0); // from the middle to where the clock has it
        moves += by != 0;
    }
    assert_int_equal(moves, 21); // what was due while somebody was there, and 20 hours
    session_finish(&session);
}

// One that is on for ten hours a day, and begins in the middle every day.
static void every_place_has_its_days(void **state)
{
    enum { DAYS = 365, SIDE = 5 };
    int hours[SIDE][SIDE] = {{0}};

    (void)state;
    for (int day = 0; day < DAYS; day++) {
        struct session session;
        int64_t morning_ms = odd_moment_ms() + day * 24 * (int64_t)HOUR_MS;
        session_init(&session, panel_named("7\""), &ruler, 0);
        session.orbit.on = true;
        for (int64_t mono_ms = 0; mono_ms < 10 * HOUR_MS; mono_ms += HOUR_MS) {
            session_tick(&session, mono_ms, morning_ms + mono_ms);
            session_draw(&session, mono_ms, morning_ms + mono_ms);
            hours[session.orbit.y_px + 2][session.orbit.x_px + 2]++;
        }
        session_finish(&session);
    }
    const int share = DAYS * 10 / (SIDE * SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) { // the ends of the way come once, not twice
        bool middle = i == SIDE * SIDE / 2;
        assert_in_range(hours[i / SIDE][i % SIDE], share / 3,
                        share * 3 / 2 + (middle ? DAYS : 0));
    }
}

// The clock alone changes on an ordinary minute: nothing else is painted.
static void a_minute_leaves_the_picture_where_it_is(void **state)
{
    struct session session;
    struct damage damage;
    rect areas[DAMAGE_RECTS];
    int64_t mono_ms = 0;
    int whole = 0;

    (void)state;
    struct panel panel = panel_named("55\" HD");
    session_init(&session, panel, &ruler, 0);
    assert_true(damage_init(&damage, panel.width_px, panel.height_px));
    session_take(&session, odd_build(BOARD_LIVING), 0);
    session.ui.paused_until_ms = INT64_MAX; // the strip does not turn
    session.orbit.on = true;
    for (int minute = 0; minute < 3 * 60; minute++, mono_ms += MINUTE_MS) {
        session_tick(&session, mono_ms, odd_moment_ms() + mono_ms);
        if (!session_draw(&session, mono_ms, odd_moment_ms() + mono_ms)) {
            continue;
        }
        int count = damage_find(&damage, &session.list, areas);
        int64_t painted = 0;
        for (int i = 0; i < count; i++) {
            painted += (int64_t)areas[i].w * areas[i].h;
        }
        bool all = painted > (int64_t)panel.width_px * panel.height_px / 2;
        whole += all;
        assert_true(all || minute == 0 || count == 1);
        assert_true(all || painted < (int64_t)panel.width_px * panel.height_px / 30);
    }
    assert_int_equal(whole, 1 + 3);
    damage_finish(&damage);
    session_finish(&session);
}

static void off_it_stays_where_it_is(void **state)
{
    struct session session;

    (void)state;
    session_init(&session, panel_named("7\""), &ruler, 0);
    session_take(&session, odd_build(BOARD_LIVING), 0);
    for (int64_t mono_ms = 0; mono_ms < 20 * MINUTE_MS; mono_ms += MINUTE_MS) {
        session_tick(&session, mono_ms, odd_moment_ms() + mono_ms);
        session_draw(&session, mono_ms, odd_moment_ms() + mono_ms);
        assert_int_equal(session.orbit.x_px, 0);
        assert_int_equal(session.orbit.y_px, 0);
    }
    session_finish(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pixel_at_a_time_over_all_of_the_square),
        cmocka_unit_test(it_grows_with_the_panel),
        cmocka_unit_test(nothing_is_cut_off_and_all_answers),
        cmocka_unit_test(a_press_is_seen_at_the_rim),
        cmocka_unit_test(it_moves_once_an_hour_and_only_alone),
        cmocka_unit_test(every_place_has_its_days),
        cmocka_unit_test(a_minute_leaves_the_picture_where_it_is),
        cmocka_unit_test(off_it_stays_where_it_is),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
