// What a touch does here is said once per screen and visit, and what stands on a screen is
// explained screen by screen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "odd_boards.h"
#include "session.h"
#include "view/topic.h"
#include "view_fixture.h"

struct hall {
    struct session session;
    int64_t mono_ms, clock_ms;
};

static void hall_open(struct hall *hall, const char *panel)
{
    *hall = (struct hall){.clock_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&hall->session, panel_named(panel), &ruler, 0);
    session_take(&hall->session, odd_build(BOARD_LIVING), 0);
    session_draw(&hall->session, 0, hall->clock_ms);
}

static void hall_pass(struct hall *hall, int64_t ms)
{
    for (int64_t end = hall->mono_ms + ms; hall->mono_ms < end;) {
        hall->mono_ms += 100;
        hall->clock_ms += 100;
        session_tick(&hall->session, hall->mono_ms, hall->clock_ms);
        session_draw(&hall->session, hall->mono_ms, hall->clock_ms);
    }
}

static void hall_press(struct hall *hall, int x, int y)
{
    struct sample s = {.kind = SAMPLE_DOWN,
                       .at_ms = hall->mono_ms,
                       .finger = 1,
                       .x_px = (float)x,
                       .y_px = (float)y};

    session_feed(&hall->session, &s);
    session_draw(&hall->session, hall->mono_ms, hall->clock_ms);
    s.kind = SAMPLE_UP;
    s.at_ms += 60;
    session_feed(&hall->session, &s);
    hall_pass(hall, 100);
}

static void hall_touch(struct hall *hall, const char *label)
{
    const struct draw_list *list = &hall->session.list;

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        if (strcmp(e->label, label) == 0 && e->tap.kind != INTENT_NONE) {
            hall_press(hall, e->hit.x + e->hit.w / 2, e->hit.y + e->hit.h / 2);
            return;
        }
    }
    fail_msg("there is no \"%s\"", label);
}

// The whole sentence may stand on two lines: its beginning does.
static bool shows(const struct hall *hall, const char *text)
{
    const struct draw_list *list = &hall->session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

static const char *const names[] = {"55\" HD", "10\"", "7\"", "7\" portrait"};

static void a_hint_comes_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct hall hall;
        hall_open(&hall, names[i]);
        assert_false(shows(&hall, "Tik op een"));
        hall_touch(&hall, "Aandacht");
        assert_true(shows(&hall, "Tik op een regel"));
        hall_pass(&hall, HINT_MS - 500);
        assert_true(shows(&hall, "Tik op een regel"));
        hall_pass(&hall, 1000);
        assert_false(shows(&hall, "Tik op een regel"));
        hall_touch(&hall, "Trekkers");
        assert_true(shows(&hall, "Tik op je naam"));
        hall_touch(&hall, "Aandacht");
        assert_false(shows(&hall, "Tik op een regel"));
        hall_touch(&hall, "Trekkers");
        assert_false(shows(&hall, "Tik op je naam"));
        session_finish(&hall.session);
    }
}

static void the_next_touch_takes_it_away(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "55\" HD");
    hall_touch(&hall, "Trekkers");
    assert_true(shows(&hall, "Tik op je naam"));
    hall_press(&hall, 2, 2);
    assert_false(shows(&hall, "Tik op je naam"));
    session_finish(&hall.session);
}

static void the_next_visitor_gets_it_again(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "7\"");
    hall_touch(&hall, "Aandacht");
    hall_pass(&hall, UI_IDLE_MS + UI_NOTICE_MS + 1000);
    assert_int_equal(hall.session.ui.here.screen, SCREEN_BOARD);
    assert_false(shows(&hall, "Tik op een"));
    hall_touch(&hall, "Aandacht");
    assert_true(shows(&hall, "Tik op een regel"));
    session_finish(&hall.session);
}

// A touch on the wall that means nothing is answered with what does.
static void the_wall_says_how_it_is_touched(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "55\" HD");
    hall_press(&hall, 1, 110);
    assert_true(shows(&hall, "Tik op een vak"));
    hall_press(&hall, 1, 110);
    assert_false(shows(&hall, "Tik op een vak"));
    session_finish(&hall.session);
}

// The keyboard and the pad have no room for more words.
static void no_hint_where_people_type(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        bool types = screen == SCREEN_WRITE || screen == SCREEN_PIN;
        ui.hint = (struct hint){.place = SCREEN_COUNT + 1};
        ui.here = (struct place){.screen = (enum screen_id)screen};
        hint_follow(&ui, 1000);
        assert_int_equal(ui.hint.until_ms != 0, !types && screen != SCREEN_ADMIN);
        assert_int_equal(hint_deadline_ms(&ui),
                         ui.hint.until_ms != 0 ? 1000 + HINT_MS : INT64_MAX);
    }
    ui.here = (struct place){.screen = SCREEN_MEETING, .select = "b/m1"};
    ui.hint = (struct hint){.place = SCREEN_COUNT + 1};
    hint_follow(&ui, 1000);
    assert_int_equal(ui.hint.until_ms, 0);
}

static void every_screen_is_explained(void **state)
{
    static const struct {
        enum screen_id screen;
        const char *says;
    } cases[] = {
        {SCREEN_BOARD, "Eén steen"},          {SCREEN_ATTENTION, "De blokjes zijn"},
        {SCREEN_CARD, "De baan loopt"},       {SCREEN_LEADS, "Namen van kinderen"},
        {SCREEN_MEETING, "Kies het overleg"}, {SCREEN_TREND, "Elke balk is"},
        {SCREEN_BOARDS, "Eén steen"},
    };
    (void)state;
    for (size_t p = 0; p < 4; p++) {
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct hall hall;
            hall_open(&hall, names[p]);
            hall.session.ui.here.screen = cases[i].screen;
            hall.session.ui.legend = true;
            hall.session.dirty = true;
            hall_pass(&hall, 100);
            if (!shows(&hall, cases[i].says)) {
                fail_msg("%s, %s: no \"%s\"", names[p], screen_name(cases[i].screen),
                         cases[i].says);
            }
            session_finish(&hall.session);
        }
    }
}

// From Meer all of it can be leafed through, there and back.
static void all_topics_are_reached(void **state)
{
    for (size_t p = 0; p < 4; p++) {
        struct hall hall;
        unsigned seen = 0;
        (void)state;
        hall_open(&hall, names[p]);
        hall_touch(&hall, "Meer");
        hall_touch(&hall, "Uitleg");
        for (int i = 1; i < TOPIC_COUNT; i++) {
            hall_touch(&hall, "Volgende");
            seen |= 1U << hall.session.ui.topic;
        }
        assert_int_equal(seen, (1U << TOPIC_COUNT) - 2);
        assert_int_equal(hall.session.ui.topic, TOPIC_BOARD);
        hall_touch(&hall, "Vorige");
        assert_int_equal(hall.session.ui.topic, TOPIC_TREND);
        assert_true(shows(&hall, "Een schatting"));
        hall_touch(&hall, "Sluiten");
        assert_false(hall.session.ui.legend);
        session_finish(&hall.session);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hint_comes_once),
        cmocka_unit_test(the_next_touch_takes_it_away),
        cmocka_unit_test(the_next_visitor_gets_it_again),
        cmocka_unit_test(the_wall_says_how_it_is_touched),
        cmocka_unit_test(no_hint_where_people_type),
        cmocka_unit_test(every_screen_is_explained),
        cmocka_unit_test(all_topics_are_reached),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
