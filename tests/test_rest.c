// A wall that nobody touches wakes only for what can be seen: whatever the panel, the board
// and the screen that was left open.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "odd_boards.h"
#include "odd_screens.h"
#include "screen/damage.h"
#include "view_fixture.h"

enum { PASS_MS = 10 * 60000 };

// How often it woke in vain while time passed as in app_step.
static int wakes_in_vain(struct session *session, struct damage *damage, const char *where)
{
    int64_t start_ms = odd_moment_ms();
    rect areas[DAMAGE_RECTS];
    int vain = 0;

    for (int64_t mono_ms = 0; mono_ms < PASS_MS;) {
        session_tick(session, mono_ms, start_ms + mono_ms);
        bool drawn = session_draw(session, mono_ms, start_ms + mono_ms);
        if (!drawn || damage_find(damage, &session->list, areas) == 0) {
            vain++;
            print_error("%s: in vain at %d ms\n", where, (int)mono_ms);
        }
        int64_t next_ms = session_deadline_ms(session, mono_ms, start_ms + mono_ms);
        mono_ms = next_ms > mono_ms ? next_ms : mono_ms + 1;
    }
    return vain;
}

static int look_away(struct panel panel, const char *name, enum odd_board board, int place)
{
    struct session session;
    struct damage damage;
    char where[96];

    session_init(&session, panel, &ruler, 0);
    assert_true(damage_init(&damage, panel.width_px, panel.height_px));
    session_take(&session, odd_build(board), 0);
    odd_open(&session, place);
    snprintf(where, sizeof where, "%s, board %d, %s", name, board,
             screen_name(odd_screens[place].screen));
    int vain = wakes_in_vain(&session, &damage, where);
    damage_finish(&damage);
    session_finish(&session);
    return vain;
}

static void wakes_only_for_what_is_seen(void **state)
{
    const enum odd_board boards[] = {BOARD_LIVING, BOARD_PLAN, BOARD_NOTHING, BOARD_FULL};
    int vain = 0;

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        for (size_t b = 0; b < sizeof boards / sizeof *boards; b++) {
            // Only the living one has what the other screens need.
            for (int i = 0; i < (boards[b] == BOARD_LIVING ? ODD_SCREENS : 1); i++) {
                vain += look_away(panels[p].panel, panels[p].name, boards[b], i);
            }
        }
    }
    assert_int_equal(vain, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wakes_only_for_what_is_seen),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
