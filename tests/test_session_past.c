// A visit to the board of another day: how it is asked for, what it shows, that nothing can
// be changed there, and every way back to now.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "board_fixture.h"
#include "session.h"
#include "view_fixture.h"

enum { STEP_MS = 10, TAP_MS = 60 };

static const char CELL[] = "2 Op tijd, Gemeente";
static const char BAND[] = "Bord van 25 sep 2025";
static const char NOW[] = "Terug naar nu";

#define THEN                                                                               \
    "@ 2025-09-20\nby Toen\n! track b/2.1a/g stage=beleggen|health=aandacht|lead=Toen\n"
#define SINCE "@ 2025-11-01\n! track b/2.1a/g stage=geborgd|health=afgerond|lead=Later\n"

struct visit {
    struct session session;
    int64_t mono_ms, start_ms;
};

static int64_t moment(void)
{
    return day_moment_ms(fixture_day("2025-09-26"), 0) - 1;
}

static void pass(struct visit *visit, int64_t ms)
{
    for (int64_t until = visit->mono_ms + ms; visit->mono_ms < until;) {
        visit->mono_ms += STEP_MS;
        session_tick(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
        session_draw(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
    }
}

static void begin(struct visit *visit, const char *panel)
{
    struct board_set *set = fixture_plan_with(THEN SINCE);

    *visit = (struct visit){.start_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&visit->session, panel_named(panel), &ruler, 0);
    set->generation = 1;
    session_take(&visit->session, set, 0);
    pass(visit, STEP_MS);
}

static void press(struct visit *visit, int x, int y)
{
    struct sample s = {.kind = SAMPLE_DOWN, .at_ms = visit->mono_ms, .finger = 1};

    s.x_px = (float)x;
    s.y_px = (float)y;
    session_feed(&visit->session, &s);
    pass(visit, TAP_MS);
    s.kind = SAMPLE_UP;
    s.at_ms = visit->mono_ms;
    session_feed(&visit->session, &s);
    pass(visit, STEP_MS);
}

static const struct element *element(const struct visit *visit, const char *label)
{
    return view_element(&visit->session.list, label);
}

static void tap(struct visit *visit, const char *label)
{
    const struct element *e = element(visit, label);

    if (e == NULL) {
        fail_msg("there is no \"%s\" on %s", label,
                 screen_name(visit->session.ui.here.screen));
        return;
    }
    press(visit, e->hit.x + e->hit.w / 2, e->hit.y + e->hit.h / 2);
}

static bool shows(const struct visit *visit, const char *text)
{
    const struct draw_list *list = &visit->session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

// As the button of Verloop does.
static void want(struct visit *visit, int64_t at_ms)
{
    struct intent intent = {.kind = INTENT_OPTION, .amount = UI_PAST};

    snprintf(intent.text, sizeof intent.text, "%lld", (long long)at_ms);
    ui_apply(&visit->session.ui, &intent, visit->mono_ms);
    visit->session.dirty = true;
}

static void give(struct visit *visit, int64_t at_ms)
{
    struct board_set *past = fixture_plan_with(THEN);

    past->generation = 1;
    session_take_past(&visit->session, past, at_ms);
    pass(visit, STEP_MS);
}

static void go_there(struct visit *visit)
{
    int64_t at_ms = 0;

    want(visit, moment());
    assert_true(session_past_wish(&visit->session, &at_ms));
    assert_int_equal(at_ms, moment());
    give(visit, at_ms);
    assert_true(shows(visit, BAND));
}

static void a_wish_comes_once_per_moment_and_set(void **state)
{
    struct visit visit;
    int64_t at_ms;

    (void)state;
    begin(&visit, "55\" HD");
    assert_false(session_past_wish(&visit.session, &at_ms));
    want(&visit, moment());
    assert_true(session_owes(&visit.session));
    assert_true(session_past_wish(&visit.session, &at_ms));
    assert_false(session_past_wish(&visit.session, &at_ms));
    assert_false(session_owes(&visit.session));
    give(&visit, at_ms);
    assert_false(session_past_wish(&visit.session, &at_ms));
    // What another device said of then comes later.
    struct board_set *set = fixture_plan_with(THEN SINCE);
    set->generation = 2;
    session_take(&visit.session, set, visit.mono_ms);
    assert_true(session_past_wish(&visit.session, &at_ms));
    assert_false(session_past_wish(&visit.session, &at_ms));
    want(&visit, moment() - 1000);
    assert_true(session_past_wish(&visit.session, &at_ms));
    assert_int_equal(at_ms, moment() - 1000);
    session_finish(&visit.session);
}

static void every_panel_shows_it_and_leads_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        struct visit visit;
        begin(&visit, panels[i].name);
        want(&visit, moment());
        pass(&visit, STEP_MS);
        assert_false(shows(&visit, "25 sep")); // until it comes it is now
        give(&visit, moment());
        if (!shows(&visit, "25 sep 2025")) {
            fail_msg("%s does not say which day it is", panels[i].name);
        }
        tap(&visit, NOW);
        assert_false(shows(&visit, "25 sep 2025"));
        assert_int_equal(visit.session.ui.past_ms, 0);
        session_finish(&visit.session);
    }
}

static void the_way_from_wall_to_card_stays_in_the_past(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    go_there(&visit);
    tap(&visit, CELL);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_CELL);
    assert_true(shows(&visit, BAND) && shows(&visit, "Toen") && !shows(&visit, "Later"));
    tap(&visit, "2.1a");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_CARD);
    assert_true(shows(&visit, BAND) && shows(&visit, "Toen") && !shows(&visit, "Later"));
    tap(&visit, NOW); // the same card
    assert_int_equal(visit.session.ui.here.screen, SCREEN_CARD);
    assert_true(!shows(&visit, BAND) && shows(&visit, "Later"));
    session_finish(&visit.session);
}

// On the card of now there are states to tap; on that of then a tap in their places does
// nothing, and an intent that comes all the same is refused.
static void nothing_can_be_changed(void **state)
{
    static const char *const names[] = {"55\" HD", "10\"", "7\"", "7\" portrait"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct visit visit;
        begin(&visit, names[i]);
        snprintf(visit.session.ui.who, sizeof visit.session.ui.who, "Sam");
        go_there(&visit);
        visit.session.ui.here.screen = SCREEN_CARD;
        snprintf(visit.session.ui.here.select, 72, "2.1a/g");
        visit.session.dirty = true;
        pass(&visit, STEP_MS);
        const struct draw_list *list = &visit.session.list;
        for (size_t k = 0; k < list->element_count; k++) {
            assert_false(ui_changes(list->elements[k].tap.kind));
        }
        for (int y = 5; y < list->height_px - 5; y += list->height_px / 24) {
            for (int x = 5; x < list->width_px - 5; x += list->width_px / 16) {
                visit.session.ui.past_ms = moment();
                visit.session.ui.here.screen = SCREEN_CARD;
                visit.session.ui.fold = 0;
                snprintf(visit.session.ui.here.select, 72, "2.1a/g");
                pass(&visit, STEP_MS);
                press(&visit, x, y);
            }
        }
        assert_null(session_update(&visit.session));
        session_finish(&visit.session);
    }
}

static void other_screens_are_of_now(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    go_there(&visit);
    tap(&visit, "Aandacht");
    assert_int_equal(visit.session.ui.past_ms, 0);
    assert_false(shows(&visit, BAND));
    tap(&visit, "Bord");
    assert_false(shows(&visit, BAND));
    want(&visit, moment()); // it is still here
    pass(&visit, STEP_MS);
    assert_true(shows(&visit, BAND));
    tap(&visit, CELL);
    tap(&visit, "Bord"); // of that day: the band says so
    assert_int_equal(visit.session.ui.here.screen, SCREEN_BOARD);
    assert_true(shows(&visit, BAND));
    session_finish(&visit.session);
}

static void back_leads_to_where_the_day_was_chosen(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    tap(&visit, "Verloop");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_TREND);
    go_there(&visit);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_BOARD);
    struct sample back = {.kind = SAMPLE_KEY, .at_ms = visit.mono_ms, .key = KEY_BACK};
    session_feed(&visit.session, &back);
    pass(&visit, STEP_MS);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_TREND);
    assert_int_equal(visit.session.ui.past_ms, 0);
    session_finish(&visit.session);
}

static void nobody_leaves_the_wall_in_the_past(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    go_there(&visit);
    pass(&visit, UI_IDLE_MS + STEP_MS);
    assert_true(shows(&visit, BAND));
    assert_true(ui_notice_seconds(&visit.session.ui, visit.mono_ms) > 0);
    pass(&visit, UI_NOTICE_MS);
    assert_false(shows(&visit, BAND));
    assert_int_equal(visit.session.ui.past_ms, 0);
    session_finish(&visit.session);
}

static void a_board_that_was_not_there_yet(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    want(&visit, moment());
    session_take_past(&visit.session, fixture_boards((const char *const[]){"", NULL}),
                      moment());
    pass(&visit, STEP_MS);
    assert_int_equal(visit.session.ui.past_ms, 0);
    assert_false(session_in_past(&visit.session));
    assert_true(element(&visit, CELL) != NULL);
    session_finish(&visit.session);
}

// A slider is quicker than the keeper: what comes is shown under its own day.
static void an_answer_to_an_older_question(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    want(&visit, day_moment_ms(fixture_day("2025-10-01"), 0));
    give(&visit, moment());
    assert_true(shows(&visit, BAND));
    give(&visit, day_moment_ms(fixture_day("2025-10-01"), 0));
    assert_true(shows(&visit, "Bord van 1 okt 2025"));
    session_finish(&visit.session);
}

static void the_curtain_hides_names_of_then_too(void **state)
{
    struct visit visit;

    (void)state;
    begin(&visit, "55\" HD");
    go_there(&visit);
    tap(&visit, CELL);
    assert_true(shows(&visit, "Toen"));
    struct intent curtain = {.kind = INTENT_OPTION, .amount = UI_CURTAIN};
    ui_apply(&visit.session.ui, &curtain, visit.mono_ms);
    visit.session.dirty = true;
    pass(&visit, STEP_MS);
    assert_true(visit.session.ui.curtain);
    assert_true(shows(&visit, BAND));
    assert_false(shows(&visit, "Toen"));
    session_finish(&visit.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wish_comes_once_per_moment_and_set),
        cmocka_unit_test(every_panel_shows_it_and_leads_back),
        cmocka_unit_test(the_way_from_wall_to_card_stays_in_the_past),
        cmocka_unit_test(nothing_can_be_changed),
        cmocka_unit_test(other_screens_are_of_now),
        cmocka_unit_test(back_leads_to_where_the_day_was_chosen),
        cmocka_unit_test(nobody_leaves_the_wall_in_the_past),
        cmocka_unit_test(a_board_that_was_not_there_yet),
        cmocka_unit_test(an_answer_to_an_older_question),
        cmocka_unit_test(the_curtain_hides_names_of_then_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
