// Where the visitor is, and what time alone does: idle return, strip, pages, glow.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "board_fixture.h"
#include "view/ui.h"

static struct intent show(enum screen_id screen, const char *select)
{
    struct intent intent = {.kind = INTENT_SHOW, .screen = (int)screen};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    return intent;
}

static void apply(struct ui *ui, struct intent intent, int64_t now_ms)
{
    ui_touched(ui, now_ms);
    ui_apply(ui, &intent, now_ms);
}

static void go(struct ui *ui, enum screen_id screen, const char *select)
{
    apply(ui, show(screen, select), 0);
}

static void back(struct ui *ui)
{
    apply(ui, (struct intent){.kind = INTENT_BACK}, 0);
}

static void names(void **state)
{
    (void)state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        const char *name = screen_name((enum screen_id)screen);
        assert_non_null(name);
        assert_int_equal(screen_find(name), screen);
    }
    assert_null(screen_name(SCREEN_COUNT));
    assert_int_equal(screen_find("muur"), SCREEN_COUNT);
    assert_int_equal(screen_find(""), SCREEN_COUNT);
}

static void back_goes_the_way_one_came(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    go(&ui, SCREEN_CELL, "2/jeugdhulp");
    ui.here.offset_px = 340;
    go(&ui, SCREEN_CARD, "2.1a");
    assert_string_equal(ui.here.select, "2.1a");
    assert_int_equal(ui.here.offset_px, 0);
    go(&ui, SCREEN_CARD, "3.1a");
    back(&ui);
    assert_string_equal(ui.here.select, "2.1a");
    back(&ui);
    assert_int_equal(ui.here.screen, SCREEN_CELL);
    assert_int_equal(ui.here.offset_px, 340);
    back(&ui);
    assert_int_equal(ui.here.screen, SCREEN_BOARD);
    back(&ui);
    assert_int_equal(ui.here.screen, SCREEN_BOARD);
}

static void neighbours_take_the_place(void **state)
{
    struct ui ui;
    struct intent next = show(SCREEN_CARD, "2.1b");

    (void)state;
    ui_init(&ui, 0);
    go(&ui, SCREEN_CELL, "2/g");
    go(&ui, SCREEN_CARD, "2.1a");
    next.amount = 1;
    apply(&ui, next, 0);
    assert_string_equal(ui.here.select, "2.1b");
    back(&ui);
    assert_int_equal(ui.here.screen, SCREEN_CELL);
}

static void tabs_forget_the_way(void **state)
{
    static const enum screen_id tops[] = {SCREEN_BOARD, SCREEN_ATTENTION, SCREEN_SEARCH,
                                          SCREEN_LEADS, SCREEN_BOARDS};
    (void)state;
    for (size_t i = 0; i < sizeof tops / sizeof tops[0]; i++) {
        struct ui ui;
        ui_init(&ui, 0);
        go(&ui, SCREEN_CELL, "2/g");
        go(&ui, SCREEN_CARD, "2.1a");
        go(&ui, tops[i], "");
        assert_int_equal(ui.here.screen, tops[i]);
        back(&ui);
        assert_int_equal(ui.here.screen, SCREEN_BOARD);
        assert_int_equal(ui.depth, 0);
    }
}

// Far from home the oldest places are forgotten; back always ends at the board.
static void the_way_back_has_an_end(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    for (int i = 0; i < 100; i++) {
        char code[16];
        snprintf(code, sizeof code, "%d", i);
        go(&ui, SCREEN_CARD, code);
    }
    assert_true(ui.depth <= UI_DEPTH);
    back(&ui);
    assert_string_equal(ui.here.select, "98");
    for (int i = 0; i < UI_DEPTH; i++) {
        back(&ui);
    }
    assert_int_equal(ui.here.screen, SCREEN_BOARD);
}

static void back_closes_what_lies_over_first(void **state)
{
    struct ui ui;
    struct intent fold = {.kind = INTENT_OPTION, .amount = UI_PANEL, .screen = 2};

    (void)state;
    ui_init(&ui, 0);
    go(&ui, SCREEN_CARD, "2.1a");
    apply(&ui, fold, 0);
    assert_int_equal(ui.fold, 2);
    back(&ui);
    assert_int_equal(ui.fold, 0);
    assert_int_equal(ui.here.screen, SCREEN_CARD);
    struct intent explain = {.kind = INTENT_EXPLAIN, .select = "GGD"};
    apply(&ui, explain, 0);
    assert_string_equal(ui.explain, "GGD");
    back(&ui);
    assert_string_equal(ui.explain, "");
    assert_int_equal(ui.here.screen, SCREEN_CARD);
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_LEGEND}, 0);
    assert_true(ui.legend);
    apply(&ui, (struct intent){.kind = INTENT_CLOSE}, 0);
    assert_false(ui.legend);
    assert_int_equal(ui.here.screen, SCREEN_CARD);
}

static void options(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    go(&ui, SCREEN_CELL, "2/g");
    ui.here.offset_px = 50;
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_PER_STAGE}, 0);
    assert_true(ui.by_stage);
    assert_int_equal(ui.here.offset_px, 0);
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_PER_GOAL}, 0);
    assert_false(ui.by_stage);
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_THEME}, 0);
    assert_true(ui.dark);
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_FILTER, .screen = 3}, 0);
    assert_int_equal(ui.filter, 3);
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_TRACK, .select = "g"},
          0);
    assert_string_equal(ui.column, "g");
    ui_home(&ui, 0);
    assert_true(ui.dark); // the wall keeps its light
    assert_int_equal(ui.filter, 0);
    assert_string_equal(ui.column, "");
}

static void another_board_starts_at_its_wall(void **state)
{
    struct ui ui;
    struct intent open = show(SCREEN_BOARD, "");

    (void)state;
    ui_init(&ui, 0);
    ui.strip = 4;
    go(&ui, SCREEN_BOARDS, "");
    snprintf(open.board, sizeof open.board, "groningen");
    apply(&ui, open, 0);
    assert_string_equal(ui.board, "groningen");
    assert_int_equal(ui.strip, 0);
    assert_int_equal(ui.here.screen, SCREEN_BOARD);
    go(&ui, SCREEN_CARD, "1");
    assert_string_equal(ui.board, "groningen");
}

// The notice after 60 s, the board after 80; any touch starts it anew.
static void idle(void **state)
{
    static const struct {
        int64_t at_ms;
        int seconds;
        enum screen_id screen;
    } cases[] = {
        {0, 0, SCREEN_CELL},      {59999, 0, SCREEN_CELL},  {60000, 20, SCREEN_CELL},
        {60001, 20, SCREEN_CELL}, {61000, 19, SCREEN_CELL}, {79000, 1, SCREEN_CELL},
        {79999, 1, SCREEN_CELL},  {80000, 0, SCREEN_BOARD}, {900000, 0, SCREEN_BOARD},
    };
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    go(&ui, SCREEN_CELL, "2/g");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool changed = ui_tick(&ui, cases[i].at_ms, 1, 1);
        assert_int_equal(ui_notice_seconds(&ui, cases[i].at_ms), cases[i].seconds);
        assert_int_equal(ui.here.screen, cases[i].screen);
        assert_true(changed || cases[i].seconds == 0);
    }
    go(&ui, SCREEN_CELL, "2/g");
    ui_touched(&ui, 70000);
    assert_int_equal(ui_notice_seconds(&ui, 129999), 0);
    assert_int_equal(ui_notice_seconds(&ui, 130000), 20);
}

// On the wall nothing is idle; what lies over it is.
static void idle_over_the_wall(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    ui_tick(&ui, 3600000, 1, 1);
    assert_int_equal(ui_notice_seconds(&ui, 65000), 0);
    ui_touched(&ui, 0);
    apply(&ui, (struct intent){.kind = INTENT_OPTION, .amount = UI_LEGEND}, 0);
    assert_int_equal(ui_notice_seconds(&ui, 65000), 15);
    ui_tick(&ui, 80000, 1, 1);
    assert_false(ui.legend);
}

static void the_strip_turns(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    assert_false(ui_tick(&ui, 11999, 1, 3));
    assert_true(ui_tick(&ui, 12000, 1, 3));
    assert_int_equal(ui.strip, 1);
    ui_tick(&ui, 24000, 1, 3);
    ui_tick(&ui, 36000, 1, 3);
    assert_int_equal(ui.strip, 0);
    assert_false(ui_tick(&ui, 90000, 1, 1)); // one sentence stands still
    ui_touched(&ui, 90000);
    assert_false(ui_tick(&ui, 149999, 1, 3)); // a touch stops it for a minute
    assert_true(ui_tick(&ui, 150000, 1, 3));
    int before = ui.strip;
    apply(&ui, (struct intent){.kind = INTENT_PAUSE, .amount = 1}, 151000);
    assert_int_equal(ui.strip, before + 1);
    go(&ui, SCREEN_CARD, "1");
    assert_int_equal(ui.strip, before + 1);
    assert_false(ui_tick(&ui, 50000, 1, 3)); // nowhere but on the wall
}

static void pages_turn(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    assert_false(ui_tick(&ui, 29999, 3, 1));
    assert_true(ui_tick(&ui, 30000, 3, 1));
    assert_int_equal(ui.here.page, 1);
    ui_tick(&ui, 60000, 3, 1);
    ui_tick(&ui, 90000, 3, 1);
    assert_int_equal(ui.here.page, 0);
    apply(&ui, (struct intent){.kind = INTENT_PAGE, .amount = 1}, 100000);
    assert_int_equal(ui.here.page, 1);
    assert_false(ui_tick(&ui, 159999, 3, 1));
    assert_true(ui_tick(&ui, 160000, 3, 1));
    assert_int_equal(ui.here.page, 2);
}

// Whatever the state, once ticked the next moment lies ahead, and nothing is forgotten.
static void deadlines_lie_ahead(void **state)
{
    (void)state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        for (int legend = 0; legend < 2; legend++) {
            struct ui ui;
            ui_init(&ui, 1000);
            go(&ui, (enum screen_id)screen, "2");
            ui_touched(&ui, 1000);
            ui.legend = legend;
            ui.glow_count = 1;
            ui.glows[0] = (struct glow){.row = "x", .until_ms = 7000};
            for (int64_t now_ms = 1000; now_ms < 400000; now_ms += 333) {
                ui_tick(&ui, now_ms, 3, 4);
                int64_t next_ms = ui_deadline_ms(&ui, now_ms, 3, 4);
                if (next_ms <= now_ms) {
                    fail_msg("screen %d at %d: %d", screen, (int)now_ms, (int)next_ms);
                }
                struct ui later = ui;
                if (next_ms != INT64_MAX) {
                    assert_true(ui_tick(&later, next_ms, 3, 4));
                }
                later = ui;
                if (next_ms > now_ms + 1 && ui_notice_seconds(&ui, now_ms) == 0) {
                    assert_false(ui_tick(&later, next_ms - 1, 3, 4));
                }
            }
            assert_int_equal(ui.here.screen, SCREEN_BOARD);
        }
    }
}

static void a_quiet_wall_sleeps(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    assert_true(ui_deadline_ms(&ui, 5000, 1, 1) == INT64_MAX);
}

// Of all cells of the wall the one of a track, "b/1.1a/g".
static void cell_glows_alone(const struct ui *ui, const struct board *board,
                             const char *row)
{
    for (size_t i = 0; i < board->ambition_count; i++) {
        for (size_t c = 0; c < board->column_count; c++) {
            const struct column *column = &board->columns[c];
            bool its = board->ambitions[i].code[0] == row[2] &&
                       column->id[0] == row[strlen(row) - 1];
            assert_int_equal(ui_glows_cell(ui, board, &board->ambitions[i], column), its);
        }
    }
}

static void what_changed_glows_for_ten_seconds(void **state)
{
    static const struct {
        const char *change;
        const char *glows; // NULL: nothing
    } cases[] = {
        {"", NULL},
        {"track b/1.1a/g board=b|action=1.1a|column_id=g|health=knelpunt", "b/1.1a/g"},
        {"track b/1.1a/j board=b|action=1.1a|column_id=j|stage=vertalen", "b/1.1a/j"},
        {"track b/2.1a/g board=b|action=2.1a|column_id=g|lead=Gemeente", "b/2.1a/g"},
        {"track b/2.1a/o board=b|action=2.1a|column_id=o", "b/2.1a/o"}, // a new one
        {"action b/1.1a title=Anders", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct ui ui;
        ui_init(&ui, 0);
        struct board_set *before = fixture_plan_with("");
        struct board_set *after = fixture_plan_with(cases[i].change);
        ui_glow(&ui, NULL, before, 500); // the first board is no change
        assert_int_equal(ui.glow_count, 0);
        ui_glow(&ui, before, after, 1000);
        assert_int_equal(ui.glow_count, cases[i].glows != NULL);
        if (cases[i].glows != NULL) {
            assert_true(ui_glows(&ui, cases[i].glows));
            assert_false(ui_glows(&ui, "b/1.1b/g"));
            cell_glows_alone(&ui, &after->boards[0], cases[i].glows);
            assert_true(ui_deadline_ms(&ui, 1000, 1, 1) == 11000);
            assert_false(ui_tick(&ui, 10999, 1, 1));
            assert_true(ui_glows(&ui, cases[i].glows));
            assert_true(ui_tick(&ui, 11000, 1, 1));
            assert_false(ui_glows(&ui, cases[i].glows));
        }
        board_set_free(before);
        board_set_free(after);
    }
}

static void glows_have_an_end(void **state)
{
    struct fixture fixture = {0};
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    fixture_add(&fixture, FIXTURE_PLAN);
    struct board_set *before = fixture_build(&fixture);
    for (int i = 0; i < 100; i++) {
        char line[256];
        snprintf(line, sizeof line,
                 "action b/9.%d board=b|goal=1.1|code=9.%d|title=T\n"
                 "track b/9.%d/g board=b|action=9.%d|column_id=g\n",
                 i, i, i, i);
        fixture_add(&fixture, line);
    }
    struct board_set *after = fixture_build(&fixture);
    ui_glow(&ui, before, after, 0);
    assert_int_equal(ui.glow_count, UI_GLOW_MAX);
    ui_glow(&ui, before, after, 5000); // the same once more: longer, not more
    assert_int_equal(ui.glow_count, UI_GLOW_MAX);
    assert_false(ui_tick(&ui, 14999, 1, 1));
    assert_true(ui_tick(&ui, 15000, 1, 1));
    assert_int_equal(ui.glow_count, 0);
    board_set_free(before);
    board_set_free(after);
    fixture_finish(&fixture);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(back_goes_the_way_one_came),
        cmocka_unit_test(neighbours_take_the_place),
        cmocka_unit_test(tabs_forget_the_way),
        cmocka_unit_test(the_way_back_has_an_end),
        cmocka_unit_test(back_closes_what_lies_over_first),
        cmocka_unit_test(options),
        cmocka_unit_test(another_board_starts_at_its_wall),
        cmocka_unit_test(idle),
        cmocka_unit_test(idle_over_the_wall),
        cmocka_unit_test(the_strip_turns),
        cmocka_unit_test(pages_turn),
        cmocka_unit_test(deadlines_lie_ahead),
        cmocka_unit_test(a_quiet_wall_sleeps),
        cmocka_unit_test(what_changed_glows_for_ten_seconds),
        cmocka_unit_test(glows_have_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
