// From every screen to every other one only what differs is painted, and the picture is the
// one that painting all of it gives, to the pixel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "odd_boards.h"
#include "odd_screens.h"
#include "screen/screen.h"
#include "view_fixture.h"

static int64_t show(struct screen *screen, struct session *session, int place)
{
    odd_open(session, place);
    assert_true(session_draw(session, 1000, odd_moment_ms()));
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
    for (int from = 0; from < ODD_SCREENS; from++) {
        for (int to = 0; to < ODD_SCREENS; to++) {
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
