// From every screen to every other one only what differs is painted, and the picture is the
// one that painting all of it gives, to the pixel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/day.h"
#include "odd_boards.h"
#include "screen/screen.h"
#include "session.h"
#include "view_fixture.h"

static const struct {
    enum screen_id screen;
    const char *select;
} places[] = {{SCREEN_BOARD, ""},    {SCREEN_ATTENTION, ""}, {SCREEN_CELL, "1/g"},
              {SCREEN_CARD, "1.1a"}, {SCREEN_SEARCH, ""},    {SCREEN_WORDS, ""},
              {SCREEN_BOARDS, ""},   {SCREEN_LEADS, ""},     {SCREEN_WRITE, "1.1a"},
              {SCREEN_MEETING, ""},  {SCREEN_TREND, ""},     {SCREEN_ADMIN, ""},
              {SCREEN_CHANGES, ""}};
enum { PLACES = sizeof places / sizeof *places };

static int64_t show(struct screen *screen, struct session *session, int place)
{
    int64_t now_ms = day_moment_ms(day_of((struct date){2025, 11, 11}), 642);

    session->ui.here = (struct place){.screen = places[place].screen};
    snprintf(session->ui.here.select, sizeof session->ui.here.select, "%s",
             places[place].select);
    session->dirty = true;
    assert_true(session_draw(session, 1000, now_ms));
    return screen_show(screen, &session->list);
}

static void no_pixel_is_missed(struct panel panel)
{
    struct screen *screen =
        screen_create(&(struct screen_options){.headless = true,
                                               .width_px = panel.width_px,
                                               .height_px = panel.height_px,
                                               .verify = true});
    struct session session;

    assert_non_null(screen);
    session_init(&session, panel, screen_measure(screen), 0);
    session_take(&session, odd_build(BOARD_LIVING), 0);
    for (int from = 0; from < PLACES; from++) {
        for (int to = 0; to < PLACES; to++) {
            if (from != to) {
                show(screen, &session, from);
                assert_true(show(screen, &session, to) > 0);
            }
        }
    }
    assert_int_equal(screen_missed(screen), 0);
    session_finish(&session);
    screen_destroy(screen);
}

static void on_a_small_panel(void **state)
{
    (void)state;
    no_pixel_is_missed(panel_named("7\""));
}

static void on_a_large_panel(void **state)
{
    (void)state;
    no_pixel_is_missed(panel_named("55\" HD"));
}

static void on_an_upright_panel(void **state)
{
    (void)state;
    no_pixel_is_missed(panel_named("7\" portrait"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_a_small_panel),
        cmocka_unit_test(on_a_large_panel),
        cmocka_unit_test(on_an_upright_panel),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
