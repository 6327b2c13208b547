// A visit without a window: touches in, screens out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "board/update_cells.h"
#include "odd_boards.h"
#include "session.h"
#include "view_fixture.h"

enum { STEP_MS = 10, TAP_MS = 60 };

static const char CELL[] = "2 Op tijd, Gemeente";

struct visit {
    struct session session;
    int64_t mono_ms, start_ms;
};

static void visit_pass(struct visit *visit, int64_t ms)
{
    for (int64_t until = visit->mono_ms + ms; visit->mono_ms < until;) {
        visit->mono_ms += STEP_MS;
        session_tick(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
        session_draw(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
    }
}

static void visit_begin(struct visit *visit, const char *panel)
{
    *visit = (struct visit){.start_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&visit->session, panel_named(panel), &ruler, 0);
    session_take(&visit->session, odd_build(BOARD_LIVING), 0);
    visit_pass(visit, STEP_MS);
}

static void visit_end(struct visit *visit)
{
    session_finish(&visit->session);
}

static void sample(struct visit *visit, enum sample_kind kind, int x, int y)
{
    const struct sample s = {.kind = kind,
                             .at_ms = visit->mono_ms,
                             .finger = 1,
                             .x_px = (float)x,
                             .y_px = (float)y};

    session_feed(&visit->session, &s);
    session_draw(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
}

static void key(struct visit *visit, enum sample_key which)
{
    const struct sample s = {.kind = SAMPLE_KEY, .at_ms = visit->mono_ms, .key = which};

    session_feed(&visit->session, &s);
    visit_pass(visit, STEP_MS);
}

static void press(struct visit *visit, int x, int y, int64_t ms)
{
    sample(visit, SAMPLE_DOWN, x, y);
    visit_pass(visit, ms);
    sample(visit, SAMPLE_UP, x, y);
    visit_pass(visit, STEP_MS);
}

// In `steps` of 10 ms; the finger stays down when `hold`.
static void slide(struct visit *visit, int x, int y, int dx, int dy, int steps)
{
    sample(visit, SAMPLE_DOWN, x, y);
    for (int i = 1; i <= steps; i++) {
        visit_pass(visit, STEP_MS);
        sample(visit, SAMPLE_MOVE, x + dx * i / steps, y + dy * i / steps);
    }
    sample(visit, SAMPLE_UP, x + dx, y + dy);
    visit_pass(visit, STEP_MS);
}

// The first element that answers in its middle and whose label holds `label` (is it, for
// one letter).
static const struct element *element(const struct visit *visit, const char *label)
{
    return view_element(&visit->session.list, label);
}

static rect place(const struct visit *visit, const char *label)
{
    const struct element *e = element(visit, label);

    if (e == NULL) {
        fail_msg("there is no \"%s\" on %s", label,
                 screen_name(visit->session.ui.here.screen));
    }
    return e->hit;
}

static void tap(struct visit *visit, const char *label)
{
    rect at = place(visit, label);

    press(visit, at.x + at.w / 2, at.y + at.h / 2, TAP_MS);
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

static void at(const struct visit *visit, enum screen_id screen, const char *select)
{
    assert_string_equal(screen_name(visit->session.ui.here.screen), screen_name(screen));
    assert_string_equal(visit->session.ui.here.select, select);
}

static void taps_lead_there_and_back(void **state)
{
    static const char *const names[] = {"55\" HD", "65\" 4K", "10\"", "7\""};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct visit visit;
        visit_begin(&visit, names[i]);
        at(&visit, SCREEN_BOARD, "");
        tap(&visit, CELL);
        at(&visit, SCREEN_CELL, "2/gemeente");
        tap(&visit, "2.1a");
        at(&visit, SCREEN_CARD, "2.1a/gemeente");
        tap(&visit, "terug");
        at(&visit, SCREEN_CELL, "2/gemeente");
        tap(&visit, "terug");
        at(&visit, SCREEN_BOARD, "");
        tap(&visit, "Jeugdhulp");
        visit_end(&visit);
    }
}

static void the_bar_leads_everywhere(void **state)
{
    static const struct {
        const char *label;
        enum screen_id screen;
    } tabs[] = {{"Aandacht", SCREEN_ATTENTION},
                {"Zoeken", SCREEN_SEARCH},
                {"Trekkers", SCREEN_LEADS},
                {"Meer", SCREEN_BOARDS},
                {"Bord", SCREEN_BOARD}};
    (void)state;
    for (size_t p = 0; p < PANEL_COUNT - 1; p++) {
        struct visit visit;
        visit_begin(&visit, panels[p].name);
        for (size_t i = 0; i < sizeof tabs / sizeof tabs[0]; i++) {
            tap(&visit, tabs[i].label);
            at(&visit, tabs[i].screen, "");
        }
        visit_end(&visit);
    }
}

// Pressed on the very next frame; sliding off takes it back, sliding on again too.
static void a_press_shows_and_can_be_taken_back(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    rect cell = place(&visit, CELL);
    int x = cell.x + 4;
    int y = cell.y + cell.h / 2;
    sample(&visit, SAMPLE_DOWN, x, y);
    assert_int_equal(visit.session.ui.pressed_x, x);
    assert_false(visit.session.dirty); // it was drawn at once
    visit_pass(&visit, STEP_MS);
    sample(&visit, SAMPLE_MOVE, x - 4 - 2, y); // off, but still within the slop
    assert_true(visit.session.ui.pressed_x < 0);
    visit_pass(&visit, STEP_MS);
    sample(&visit, SAMPLE_UP, x - 4 - 2, y);
    visit_pass(&visit, STEP_MS);
    at(&visit, SCREEN_BOARD, "");
    sample(&visit, SAMPLE_DOWN, x, y);
    sample(&visit, SAMPLE_CANCEL, x, y);
    visit_pass(&visit, STEP_MS);
    assert_true(visit.session.ui.pressed_x < 0);
    at(&visit, SCREEN_BOARD, "");
    visit_end(&visit);
}

// A finger that trembles or is slow still taps.
static void trembling_and_slow_taps(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "7\"");
    rect tab = place(&visit, "Aandacht");
    slide(&visit, tab.x + 30, tab.y + 30, 8, 6, 5);
    at(&visit, SCREEN_ATTENTION, "");
    tab = place(&visit, "Zoeken");
    press(&visit, tab.x + 30, tab.y + 30, 900);
    at(&visit, SCREEN_SEARCH, "");
    visit_end(&visit);
}

static void a_long_press_opens_the_card(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    rect cell = place(&visit, CELL);
    press(&visit, cell.x + 50, cell.y + 50, 700);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_CARD);
    key(&visit, KEY_BACK);
    at(&visit, SCREEN_BOARD, "");
    visit_end(&visit);
}

static void swipes_lead_to_neighbours(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, CELL);
    slide(&visit, 1200, 500, -400, 10, 12);
    at(&visit, SCREEN_CELL, "2/jeugdhulp");
    slide(&visit, 800, 500, 400, 10, 12);
    at(&visit, SCREEN_CELL, "2/gemeente");
    slide(&visit, 800, 500, 400, 10, 12); // there is none before the first
    at(&visit, SCREEN_CELL, "2/gemeente");
    key(&visit, KEY_RIGHT);
    at(&visit, SCREEN_CELL, "2/jeugdhulp");
    key(&visit, KEY_BACK);
    at(&visit, SCREEN_BOARD, "");
    visit_end(&visit);
}

static void a_list_is_dragged_thrown_and_stopped(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, "Jeugdhulp");
    if (visit.session.ui.here.screen != SCREEN_COLUMN) { // the strip may speak of it, too
        visit_end(&visit);
        skip();
    }
    at(&visit, SCREEN_COLUMN, "jeugdhulp");
    rect box = visit.session.list.scroller.box;
    assert_true(visit.session.list.scroller.content_px > box.h);
    int x = box.x + box.w / 2;
    int y = box.y + box.h / 2;
    slide(&visit, x, y, 0, -100, 40);
    visit_pass(&visit, 2000);
    int dragged = visit.session.scroll.offset_px;
    assert_true(dragged > 60);
    at(&visit, SCREEN_COLUMN, "jeugdhulp"); // it opened nothing
    slide(&visit, x, y + 100, 0, -200, 10);
    visit_pass(&visit, 50);
    int thrown = visit.session.scroll.offset_px;
    assert_true(visit.session.scroll.mode != SCROLL_STILL);
    sample(&visit, SAMPLE_DOWN, x, y); // a touch stops it and opens nothing
    visit_pass(&visit, TAP_MS);
    sample(&visit, SAMPLE_UP, x, y);
    visit_pass(&visit, 500);
    assert_true(visit.session.scroll.mode == SCROLL_STILL);
    assert_true(visit.session.scroll.offset_px >= thrown);
    at(&visit, SCREEN_COLUMN, "jeugdhulp");
    visit_end(&visit);
}

// Where a list was, it is again when one comes back.
static void a_list_keeps_its_place(void **state)
{
    static const struct {
        const char *panel;
        enum screen_id screen;
        const char *select;
    } cases[] = {{"55\" HD", SCREEN_COLUMN, "jeugdhulp"},
                 {"7\"", SCREEN_COLUMN, "jeugdhulp"},
                 {"7\"", SCREEN_CELL, "1/gemeente"},
                 {"7\" portrait", SCREEN_AMBITION, "1"},
                 {"55\" HD", SCREEN_ATTENTION, ""}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct visit visit;
        visit_begin(&visit, cases[i].panel);
        visit.session.ui.here.screen = cases[i].screen;
        snprintf(visit.session.ui.here.select, sizeof visit.session.ui.here.select, "%s",
                 cases[i].select);
        visit.session.dirty = true;
        visit_pass(&visit, STEP_MS);
        key(&visit, KEY_DOWN); // a page on
        visit_pass(&visit, 500);
        int offset = visit.session.scroll.offset_px;
        assert_true(offset > 0);
        rect box = visit.session.list.scroller.box;
        const struct element *card = NULL;
        for (int y = box.y + box.h / 4; y < box.y + box.h && card == NULL; y += 9) {
            const struct element *e = draw_hit(&visit.session.list, box.x + box.w / 4, y);
            if (e != NULL && e->tap.kind == INTENT_SHOW && e->role == ROLE_CARD) {
                card = e;
                press(&visit, box.x + box.w / 4, y, TAP_MS);
            }
        }
        assert_non_null(card);
        assert_int_not_equal(visit.session.ui.here.screen, cases[i].screen);
        key(&visit, KEY_BACK);
        at(&visit, cases[i].screen, cases[i].select);
        if (visit.session.scroll.offset_px != offset) {
            fail_msg("%s on %s: at %d, was at %d", screen_name(cases[i].screen),
                     cases[i].panel, visit.session.scroll.offset_px, offset);
        }
        visit_end(&visit);
    }
}

static void type(struct visit *visit, const char *letters)
{
    for (const char *c = letters; *c != '\0'; c++) {
        const char one[2] = {*c, '\0'};
        tap(visit, *c == ' ' ? "space" : one);
    }
}

static void searching_by_the_keys_on_the_screen(void **state)
{
    static const char *const names[] = {"55\" HD", "7\"", "7\" portrait", "10\""};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct visit visit;
        visit_begin(&visit, names[i]);
        tap(&visit, "Zoeken");
        type(&visit, "doorl");
        assert_string_equal(visit.session.ui.query, "doorl");
        tap(&visit, "erase");
        assert_string_equal(visit.session.ui.query, "door");
        tap(&visit, "Doorlopende lijn");
        assert_int_equal(visit.session.ui.here.screen, SCREEN_CARD);
        key(&visit, KEY_BACK);
        at(&visit, SCREEN_SEARCH, "");
        assert_string_equal(visit.session.ui.query, "door");
        tap(&visit, "Zoeken"); // anew
        assert_string_equal(visit.session.ui.query, "");
        type(&visit, "zzz");
        assert_true(shows(&visit, "Niets gevonden"));
        visit_end(&visit);
    }
}

static void searching_by_real_keys(void **state)
{
    struct visit visit;
    struct sample text = {.kind = SAMPLE_TEXT, .text = "é n"};

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, "Zoeken");
    text.at_ms = visit.mono_ms;
    session_feed(&visit.session, &text);
    assert_string_equal(visit.session.ui.query, "é n");
    key(&visit, KEY_ERASE);
    assert_string_equal(visit.session.ui.query, "é ");
    key(&visit, KEY_BACK);
    at(&visit, SCREEN_BOARD, "");
    visit_end(&visit);
}

static void a_held_key_offers_accents(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, "Zoeken");
    rect e = place(&visit, "e");
    sample(&visit, SAMPLE_DOWN, e.x + e.w / 2, e.y + e.h / 2);
    visit_pass(&visit, 600);
    assert_string_equal(visit.session.keyboard.popup, "e");
    rect accent = place(&visit, "ë");
    sample(&visit, SAMPLE_MOVE, accent.x + accent.w / 2, accent.y + accent.h / 2);
    visit_pass(&visit, STEP_MS);
    sample(&visit, SAMPLE_UP, accent.x + accent.w / 2, accent.y + accent.h / 2);
    visit_pass(&visit, STEP_MS);
    assert_string_equal(visit.session.ui.query, "ë");
    visit_end(&visit);
}

static void a_held_erase_key_goes_on(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, "Zoeken");
    type(&visit, "abcdefghij");
    rect erase = place(&visit, "erase");
    press(&visit, erase.x + 20, erase.y + 20, 3000);
    assert_string_equal(visit.session.ui.query, "");
    type(&visit, "ab");
    visit_pass(&visit, 2000);
    assert_string_equal(visit.session.ui.query, "ab"); // it stopped with the finger
    visit_end(&visit);
}

static void nobody_there(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, CELL);
    visit_pass(&visit, 59900);
    assert_false(shows(&visit, "Nog iemand"));
    visit_pass(&visit, 1000);
    assert_true(shows(&visit, "Nog iemand? Over 20"));
    tap(&visit, "Hier blijven");
    assert_false(shows(&visit, "Nog iemand"));
    at(&visit, SCREEN_CELL, "2/gemeente");
    visit_pass(&visit, 81000);
    at(&visit, SCREEN_BOARD, "");
    visit_end(&visit);
}

// A half typed word does not wait for the next visitor.
static void nothing_is_left_for_the_next(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, "Zoeken");
    type(&visit, "school");
    visit_pass(&visit, 81000);
    at(&visit, SCREEN_BOARD, "");
    tap(&visit, "Zoeken");
    assert_string_equal(visit.session.ui.query, "");
    assert_string_equal(visit.session.keyboard.field.text, "");
    visit_end(&visit);
}

// What lies over a screen keeps touches from it: taps beside it close it, swipes and drags
// do nothing.
static void what_lies_over_takes_all_touches(void **state)
{
    static const char *const names[] = {"55\" HD", "7\"", "7\" portrait"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct visit visit;
        visit_begin(&visit, names[i]);
        int w = visit.session.list.width_px;
        int h = visit.session.list.height_px;
        if (element(&visit, "Uitleg") == NULL) { // a small panel has it behind Meer
            tap(&visit, "Meer");
        }
        tap(&visit, "Uitleg");
        assert_true(visit.session.ui.legend);
        int page = visit.session.ui.here.page;
        slide(&visit, w * 3 / 4, h / 2, -w / 2, 4, 12);
        assert_true(visit.session.ui.legend);
        assert_int_equal(visit.session.ui.here.page, page);
        press(&visit, w / 2, h / 2, TAP_MS);
        assert_true(visit.session.ui.legend);
        tap(&visit, "Sluiten");
        assert_false(visit.session.ui.legend);
        tap(&visit, "Bord");
        tap(&visit, CELL);
        at(&visit, SCREEN_CELL, "2/gemeente");
        visit.session.ui.legend = true;
        visit.session.dirty = true;
        visit_pass(&visit, STEP_MS);
        slide(&visit, w * 3 / 4, h / 2, -w / 2, 4, 12);
        at(&visit, SCREEN_CELL, "2/gemeente");
        int offset = visit.session.scroll.offset_px;
        slide(&visit, w / 2, h / 2, 0, -h / 4, 30);
        visit_pass(&visit, 1000);
        assert_int_equal(visit.session.scroll.offset_px, offset);
        press(&visit, 2, 2, TAP_MS);
        assert_false(visit.session.ui.legend);
        at(&visit, SCREEN_CELL, "2/gemeente");
        visit_end(&visit);
    }
}

static void abbreviations_are_explained(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, "Meer");
    tap(&visit, "Afkortingen");
    tap(&visit, "GGD");
    assert_string_equal(visit.session.ui.explain, "GGD");
    assert_true(shows(&visit, "gemeentelijke gezondheidsdienst"));
    key(&visit, KEY_BACK);
    assert_string_equal(visit.session.ui.explain, "");
    at(&visit, SCREEN_WORDS, "");
    visit_end(&visit);
}

static void other_boards_open_by_a_tap(void **state)
{
    struct visit visit;
    struct fixture fixture = {0};

    (void)state;
    visit_begin(&visit, "55\" HD");
    odd_living(&fixture);
    fixture_add(&fixture,
                "board z title=Groningen|wall=Groningen|word=Groningen\n"
                "board_column z/x board=z|column_id=x|title=Iedereen|wall=Iedereen");
    session_take(&visit.session, fixture_build(&fixture), visit.mono_ms);
    fixture_finish(&fixture);
    visit_pass(&visit, STEP_MS);
    assert_string_equal(session_board(&visit.session)->slug, "b");
    tap(&visit, "Meer");
    tap(&visit, "Groningen");
    at(&visit, SCREEN_BOARD, "");
    assert_string_equal(session_board(&visit.session)->slug, "z");
    assert_false(shows(&visit, "VOORBEELD"));
    session_take(&visit.session, odd_build(BOARD_LIVING), visit.mono_ms); // it is gone
    visit_pass(&visit, STEP_MS);
    assert_string_equal(session_board(&visit.session)->slug, "b");
    visit_end(&visit);
}

// A new set while a card is open: the same card, with its news marked for ten seconds.
static void news_comes_in_while_one_looks(void **state)
{
    struct visit visit;
    struct fixture fixture = {0};

    (void)state;
    visit_begin(&visit, "55\" HD");
    odd_living(&fixture);
    fixture_add(&fixture, "! track b/2.1a/gemeente health=vervallen");
    session_take(&visit.session, fixture_build(&fixture), visit.mono_ms);
    visit_pass(&visit, STEP_MS);
    assert_int_equal(visit.session.ui.glow_count, 1);
    visit_pass(&visit, 10000);
    assert_int_equal(visit.session.ui.glow_count, 0);
    tap(&visit, CELL);
    tap(&visit, "2.1a");
    struct fixture gone = {0};
    fixture_add(&gone, FIXTURE_PLAN);
    session_take(&visit.session, fixture_build(&gone),
                 visit.mono_ms); // without that column
    visit_pass(&visit, 100);
    at(&visit, SCREEN_CARD, "2.1a/gemeente");
    fixture_finish(&gone);
    fixture_finish(&fixture);
    visit_end(&visit);
}

// Only what a finger drags, and what coasts on, moves: the rest is shown at once.
static void moves_while_it_is_dragged_or_coasts(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    assert_false(session_moves(&visit.session));
    sample(&visit, SAMPLE_DOWN, 900, 600);
    assert_false(session_moves(&visit.session));
    for (int y = 600; y > 300; y -= 20) {
        visit_pass(&visit, STEP_MS);
        sample(&visit, SAMPLE_MOVE, 900, y);
    }
    assert_true(session_moves(&visit.session));
    sample(&visit, SAMPLE_UP, 900, 300);
    visit_pass(&visit, 5000);
    assert_false(session_moves(&visit.session));
    tap(&visit, "Aandacht");
    assert_true(visit.session.scroll.limit_px > 0);
    assert_false(session_moves(&visit.session));
    const struct sample wheel = {.kind = SAMPLE_WHEEL, .at_ms = visit.mono_ms, .y_px = 40};
    session_feed(&visit.session, &wheel);
    assert_true(session_moves(&visit.session)); // until that is drawn
    visit_pass(&visit, STEP_MS);
    assert_false(session_moves(&visit.session));
    visit_end(&visit);
}

// What the keeper worked out of a set serves the wall, unless something was touched since.
static void takes_what_was_worked_out_ahead(void **state)
{
    struct visit visit;
    struct ahead_wish wish;
    struct ahead ahead;

    (void)state;
    visit_begin(&visit, "55\" HD");
    for (int touched = 0; touched < 2; touched++) {
        struct board_set *set = odd_build(BOARD_LIVING);
        session_wish(&visit.session, &wish);
        assert_string_equal(wish.board, session_board(&visit.session)->slug);
        ahead_make(&ahead, set, &wish, visit.start_ms + visit.mono_ms);
        const struct outlook *outlook = ahead.outlook;
        if (touched) {
            assert_true(pending_add(&visit.session.pending, update_open(wish.board, "an"),
                                    visit.session.set, visit.start_ms));
        }
        session_take(&visit.session, set, visit.mono_ms);
        session_take_ahead(&visit.session, &ahead);
        assert_true((visit.session.outlook == outlook) != touched);
        visit_pass(&visit, STEP_MS);
        assert_non_null(visit.session.outlook);
        assert_true((visit.session.outlook == outlook) || touched);
    }
    visit_end(&visit);
}

// News puts something else under the finger before it lifts: that was not touched.
static void only_what_was_pressed_is_touched(void **state)
{
    struct visit visit;

    (void)state;
    for (int i = 0; i < 2; i++) {
        visit_begin(&visit, "55\" HD");
        tap(&visit, "Aandacht");
        at(&visit, SCREEN_ATTENTION, "");
        const struct element *row = NULL;
        for (size_t e = 0; e < visit.session.list.element_count && row == NULL; e++) {
            const struct element *other = &visit.session.list.elements[e];
            bool card = other->tap.kind == INTENT_SHOW && other->tap.screen == SCREEN_CARD;
            row = card ? other : row;
        }
        assert_non_null(row);
        rect box = row->hit;
        struct intent was = row->tap;
        sample(&visit, SAMPLE_DOWN, box.x + box.w / 2, box.y + box.h / 2);
        if (i == 1) {
            struct fixture fixture = {0};
            odd_living(&fixture);
            char *line = NULL;
            assert_true(asprintf(&line, "! track b/%s health=afgerond", was.select) > 0);
            fixture_add(&fixture, line);
            session_take(&visit.session, fixture_build(&fixture), visit.mono_ms);
            fixture_finish(&fixture);
            free(line);
        }
        visit_pass(&visit, TAP_MS);
        sample(&visit, SAMPLE_UP, box.x + box.w / 2, box.y + box.h / 2);
        assert_int_equal(visit.session.ui.here.screen,
                         i == 0 ? SCREEN_CARD : SCREEN_ATTENTION);
        visit_end(&visit);
    }
}

static void another_size_is_laid_out_anew(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, CELL);
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        session_resize(&visit.session, panels[i].panel);
        visit_pass(&visit, STEP_MS);
        assert_int_equal(visit.session.list.width_px, panels[i].panel.width_px);
        assert_int_equal(visit.session.list.height_px, panels[i].panel.height_px);
        at(&visit, SCREEN_CELL, "2/gemeente");
    }
    visit_end(&visit);
}

// Nothing to do: it sleeps until the next minute or sentence, and what it then does is
// drawn.
static void it_sleeps_until_something_happens(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    int wakes = 0;
    while (visit.mono_ms < 120000) {
        int64_t clock_ms = visit.start_ms + visit.mono_ms;
        int64_t next_ms = session_deadline_ms(&visit.session, visit.mono_ms, clock_ms);
        assert_true(next_ms > visit.mono_ms);
        visit.mono_ms = next_ms;
        session_tick(&visit.session, visit.mono_ms, visit.start_ms + visit.mono_ms);
        session_draw(&visit.session, visit.mono_ms, visit.start_ms + visit.mono_ms);
        wakes++;
    }
    assert_true(wakes <= 10 + 4 + 2); // sentences every 12 s, a minute's clock, pages
    visit_end(&visit);
}

// Off and on again by touch: what was open is closed, and the wall is as fresh as any.
static void it_is_put_off_and_wakes_at_the_wall(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD");
    tap(&visit, CELL);
    tap(&visit, "Meer");
    tap(&visit, "Scherm uit");
    assert_true(session_asleep(&visit.session));
    assert_int_equal(visit.session.list.draw_count, 0);
    visit_pass(&visit, 5000);
    assert_false(session_draw(&visit.session, visit.mono_ms, visit.start_ms));
    press(&visit, 400, 400, TAP_MS);
    assert_false(session_asleep(&visit.session));
    at(&visit, SCREEN_BOARD, "");
    assert_true(shows(&visit, "Op tijd"));
    visit_end(&visit);
}

static void before_there_is_anything(void **state)
{
    struct session session;

    (void)state;
    session_init(&session, panel_named("7\""), &ruler, 0);
    assert_null(session_board(&session));
    assert_true(session_draw(&session, 0, 0));
    assert_false(session_draw(&session, 0, 0));
    for (int i = 0; i < 50; i++) { // touches everywhere
        struct sample s = {.kind = i % 2 == 0 ? SAMPLE_DOWN : SAMPLE_UP,
                           .at_ms = i * 40,
                           .x_px = (float)(i / 2 * 32),
                           .y_px = (float)(i / 2 * 19)};
        session_feed(&session, &s);
        session_tick(&session, i * 40, i * 40);
        session_draw(&session, i * 40, i * 40);
    }
    session_finish(&session);
    session_finish(&session);
}

// Fingers that do anything at all, on every panel: nothing breaks, and the wall comes back.
static void anything_goes(void **state)
{
    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        struct visit visit;
        uint32_t seed = 12345 + (uint32_t)p;
        visit_begin(&visit, panels[p].name);
        for (int i = 0; i < 400; i++) {
            int dice[5];
            for (int k = 0; k < 5; k++) {
                seed = seed * 1664525u + 1013904223u;
                dice[k] = (int)(seed >> 8 & 0xffff);
            }
            int x = dice[0] % visit.session.list.width_px;
            int y = dice[1] % visit.session.list.height_px;
            if (dice[2] % 8 < 5) {
                press(&visit, x, y, TAP_MS);
            } else if (dice[2] % 8 < 7) {
                slide(&visit, x, y, dice[3] % 800 - 400, dice[4] % 600 - 300, 8);
            } else {
                press(&visit, x, y, 600);
            }
            assert_false(visit.session.list.failed);
        }
        visit_pass(&visit, 82000);
        if (!visit.session.ui.stays) { // it may have begun a meeting
            at(&visit, SCREEN_BOARD, "");
        }
        visit_end(&visit);
    }
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(taps_lead_there_and_back),
        cmocka_unit_test(the_bar_leads_everywhere),
        cmocka_unit_test(a_press_shows_and_can_be_taken_back),
        cmocka_unit_test(trembling_and_slow_taps),
        cmocka_unit_test(a_long_press_opens_the_card),
        cmocka_unit_test(swipes_lead_to_neighbours),
        cmocka_unit_test(a_list_is_dragged_thrown_and_stopped),
        cmocka_unit_test(a_list_keeps_its_place),
        cmocka_unit_test(searching_by_the_keys_on_the_screen),
        cmocka_unit_test(searching_by_real_keys),
        cmocka_unit_test(a_held_key_offers_accents),
        cmocka_unit_test(a_held_erase_key_goes_on),
        cmocka_unit_test(nobody_there),
        cmocka_unit_test(nothing_is_left_for_the_next),
        cmocka_unit_test(what_lies_over_takes_all_touches),
        cmocka_unit_test(abbreviations_are_explained),
        cmocka_unit_test(other_boards_open_by_a_tap),
        cmocka_unit_test(news_comes_in_while_one_looks),
        cmocka_unit_test(moves_while_it_is_dragged_or_coasts),
        cmocka_unit_test(takes_what_was_worked_out_ahead),
        cmocka_unit_test(only_what_was_pressed_is_touched),
        cmocka_unit_test(another_size_is_laid_out_anew),
        cmocka_unit_test(it_sleeps_until_something_happens),
        cmocka_unit_test(it_is_put_off_and_wakes_at_the_wall),
        cmocka_unit_test(before_there_is_anything),
        cmocka_unit_test(anything_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
