// What deserves attention, on small boards with days before, on and after the edge.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "board/signal.h"
#include "board_fixture.h"

static int amsterdam(void **state)
{
    (void)state;
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return 0;
}

static const struct track *track_of(const struct board *board, const char *code,
                                    const char *column)
{
    return board_action_find(board, code)->tracks[board_column_find(board, column)->index];
}

// A bottleneck of track 1.1a in `column`, on a rung since a day.
#define STUCK(column, rung, since)                                                         \
    "! track b/1.1a/" column " health=knelpunt\n"                                          \
    "! bottleneck k" column " board=b|action=1.1a|column_id=" column                       \
    "|since=2025-01-01|rung=" rung "|rung_since=" since "\n"

static void tracks_have_signs(void **state)
{
    static const struct {
        const char *text; // what is reported about 1.1a in g
        const char *today;
        enum sign sign, brick;
        int days;
    } cases[] = {
        {"", "2025-06-01", SIGN_NONE, SIGN_NONE, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g health=op koers\n", "2025-01-01", SIGN_ON_COURSE,
         SIGN_ON_COURSE, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g health=op koers\n", "2025-06-30", SIGN_ON_COURSE,
         SIGN_ON_COURSE, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g health=op koers\n", "2025-07-01", SIGN_SILENT,
         SIGN_ON_COURSE, 181},
        {"@ 2025-01-01\n! track b/1.1a/g stage=vertalen\n", "2025-06-30", SIGN_NONE,
         SIGN_NONE, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g stage=vertalen\n", "2025-07-01", SIGN_SILENT,
         SIGN_NONE, 181},
        {"@ 2025-01-01\n! track b/1.1a/g health=op koers\n@ 2025-06-30\n! track b/1.1a/g "
         "lead=x\n",
         "2025-07-01", SIGN_SILENT, SIGN_ON_COURSE, 181},
        {"@ 2025-01-01\n! track b/1.1a/g health=op koers\n! note n "
         "board=b|action=1.1a|column_id=g\n",
         "2025-07-01", SIGN_SILENT, SIGN_ON_COURSE, 181},
        {"@ 2025-01-01\n! track b/1.1a/g health=op koers\n! track b/1.1a/g "
         "reported=2025-03-01\n",
         "2025-07-01", SIGN_ON_COURSE, SIGN_ON_COURSE, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g health=aandacht\n", "2025-01-01", SIGN_ATTENTION,
         SIGN_ATTENTION, 0},
        {"@ 2025-01-01\n! track b/1.1a/g health=aandacht\n", "2026-01-01", SIGN_ATTENTION,
         SIGN_ATTENTION, 365},
        {"@ 2025-01-01\n! track b/1.1a/g health=afgerond\n", "2030-01-01", SIGN_DONE,
         SIGN_DONE, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g health=vervallen\n", "2030-01-01", SIGN_DROPPED,
         SIGN_DROPPED, DAY_NONE},
        {"@ 2025-01-01\n! track b/1.1a/g health=knelpunt\n", "2025-01-11", SIGN_BOTTLENECK,
         SIGN_BOTTLENECK, 10},
        {"@ 2025-01-01\n" STUCK("g", "werkgroep", "2025-02-01"), "2025-02-11",
         SIGN_BOTTLENECK, SIGN_BOTTLENECK, 41},
        {"@ 2025-01-01\n" STUCK("g", "OOGO", "2025-02-01"), "2025-02-11", SIGN_ESCALATED,
         SIGN_ESCALATED, 10},
        {"@ 2025-01-01\n" STUCK("g", "OOGO",
                                "2025-02-01") "! bottleneck kg ended=2025-02-03\n",
         "2025-02-11", SIGN_BOTTLENECK, SIGN_BOTTLENECK, 41},
        {"rung r1 board=b|name=alleen\n@ 2025-01-01\n" STUCK("g", "alleen", "2025-02-01"),
         "2025-02-11", SIGN_BOTTLENECK, SIGN_BOTTLENECK, 41},
        // A clock that was ahead.
        {"@ 2031-01-01\n! track b/1.1a/g health=aandacht\n", "2025-06-01", SIGN_ATTENTION,
         SIGN_ATTENTION, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_plan_with(cases[i].text);
        const struct board *board = &set->boards[0];
        const struct track *track = track_of(board, "1.1a", "g");
        int32_t today = fixture_day(cases[i].today);
        enum sign sign = track_sign(track, board, today);
        enum sign brick = track_brick(track, board);
        int days = track_days(track, board, today);
        if (sign != cases[i].sign || brick != cases[i].brick || days != cases[i].days) {
            fail_msg("case %zu: sign %d, brick %d, days %d", i, sign, brick, days);
        }
        assert_int_equal(board_told(board), cases[i].text[0] != '\0');
        board_set_free(set);
    }
}

// 1.1a and 1.1b in g are the cell of ambition 1 and Gemeente.
static void cells_choose_one_exception(void **state)
{
    static const struct {
        const char *text;
        enum sign sign;
        const char *exception; // code of its action, NULL: none
    } cases[] = {
        {"", SIGN_NONE, NULL},
        {"! track b/1.1a/g health=afgerond\n", SIGN_DONE, NULL},
        {"! track b/1.1a/g health=afgerond\n! track b/1.1b/g health=op koers\n",
         SIGN_ON_COURSE, NULL},
        {"! track b/1.1a/g health=op koers\n! track b/1.1b/g health=aandacht\n",
         SIGN_ATTENTION, "1.1b"},
        {"! track b/1.1a/g health=aandacht\n! track b/1.1b/g health=knelpunt\n",
         SIGN_BOTTLENECK, "1.1b"},
        {"! track b/1.1a/g health=aandacht\n! track b/1.1b/g health=aandacht\n",
         SIGN_ATTENTION, "1.1a"},
        {STUCK("g", "werkgroep", "2025-05-01") "! track b/1.1b/g health=knelpunt\n",
         SIGN_BOTTLENECK, "1.1a"},
        {STUCK("g", "werkgroep", "2024-05-01") "! bottleneck kg since=2025-03-01\n"
                                               "! track b/1.1b/g health=knelpunt\n",
         SIGN_BOTTLENECK, "1.1b"},
        {STUCK("g", "OOGO", "2025-05-30") "! track b/1.1b/g health=knelpunt\n",
         SIGN_ESCALATED, "1.1a"},
        {"@ 2024-10-01\n! track b/1.1a/g health=op koers\n@ 2024-09-01\n! track b/1.1b/g "
         "health=op "
         "koers\n",
         SIGN_SILENT, "1.1b"},
        {"@ 2024-01-01\n! track b/1.1a/g health=op koers\n@ 2025-05-01\n! track b/1.1b/g "
         "health=aandacht\n",
         SIGN_ATTENTION, "1.1b"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_boards(
            (const char *const[]){FIXTURE_PLAN, "@ 2025-02-01\n", cases[i].text, NULL});
        const struct board *board = &set->boards[0];
        struct cell_state cell = {0};
        cell_state_of(board, &board->ambitions[0], &board->columns[0],
                      fixture_day("2025-06-01"), &cell);
        const char *code = cell.exception == NULL ? NULL : cell.exception->action->code;
        bool same = code == NULL || cases[i].exception == NULL
                        ? code == cases[i].exception
                        : strcmp(code, cases[i].exception) == 0;
        if (cell.sign != cases[i].sign || !same || cell.track_count != 2) {
            fail_msg("case %zu: sign %d, exception %s", i, cell.sign,
                     code == NULL ? "none" : code);
        }
        board_set_free(set);
    }
}

static void cells_pile_bricks(void **state)
{
    struct board_set *set =
        fixture_plan_with("@ 2025-01-01\n! track b/1.1a/g stage=vertalen\n"
                          "! track b/1.1b/g stage=vertalen|health=knelpunt\n");
    const struct board *board = &set->boards[0];
    struct cell_state cell = {0};

    (void)state;
    cell_state_of(board, &board->ambitions[0], &board->columns[0],
                  fixture_day("2025-01-02"), &cell);
    assert_int_equal(cell.bricks[2][SIGN_NONE], 1);
    assert_int_equal(cell.bricks[2][SIGN_BOTTLENECK], 1);
    assert_int_equal(cell.bricks[0][SIGN_NONE], 0);
    // Long after that the first is silent.
    cell_state_of(board, &board->ambitions[0], &board->columns[0],
                  fixture_day("2025-12-01"), &cell);
    assert_int_equal(cell.bricks[2][SIGN_SILENT], 1);
    assert_int_equal(cell.bricks[2][SIGN_NONE], 0);
    assert_int_equal(cell.bricks[2][SIGN_BOTTLENECK], 1);
    cell_state_of(board, &board->ambitions[1], &board->columns[2],
                  fixture_day("2025-01-02"), &cell);
    assert_int_equal(cell.track_count, 0);
    assert_int_equal(cell.sign, SIGN_NONE);
    board_set_free(set);
}

// Stages of the tracks of ambition 1: 1.1a in g, j, o and 1.1b, 1.1c, 1.1d in g. -1: not
// reported.
static void pace_is_an_upper_median(void **state)
{
    static const struct {
        int stages[6];
        const char *more;
        bool known;
        int least, furthest;
    } cases[] = {
        {{-1, -1, -1, -1, -1, -1}, "", false, 0, 0},
        {{3, -1, -1, -1, -1, -1}, "", false, 0, 0},
        {{3, 1, -1, -1, -1, -1}, "", true, 1, 3},
        {{0, 0, 5, -1, -1, -1}, "", true, 0, 5},
        {{1, 2, -1, 4, -1, -1}, "", true, 2, 4}, // of 1 and 4 the upper
        {{1, 2, -1, 4, 2, -1}, "", true, 2, 2},  // 1 2 4
        {{1, 3, -1, 4, 2, 2}, "", true, 2, 3},   // 1 2 2 4
        {{5, 1, -1, -1, -1, -1}, "! track b/1.1a/g health=afgerond\n", true, 1, 5},
        {{0, 3, 3, -1, -1, -1}, "! track b/1.1a/g health=vervallen\n", true, 3, 3},
    };
    static const char *const rows[] = {"1.1a/g", "1.1a/j", "1.1a/o",
                                       "1.1b/g", "1.1c/g", "1.1d/g"};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture = {0};
        struct pace pace = {0};
        fixture_add(&fixture,
                    FIXTURE_PLAN "action c board=b|goal=1.1|code=1.1c\n"
                                 "action d board=b|goal=1.1|code=1.1d\n"
                                 "track b/1.1c/g board=b|action=1.1c|column_id=g\n"
                                 "track b/1.1d/g board=b|action=1.1d|column_id=g\n"
                                 "@ 2025-01-01\n");
        struct board_set *plan = fixture_build(&fixture);
        for (size_t k = 0; k < 6; k++) {
            char row[32];
            snprintf(row, sizeof row, "b/%s", rows[k]);
            if (cases[i].stages[k] >= 0) {
                const char *stage = plan->boards[0].stages[cases[i].stages[k]];
                fixture_set(&fixture, "track", row, "stage", stage, true);
            }
        }
        fixture_add(&fixture, cases[i].more);
        struct board_set *set = fixture_build(&fixture);
        pace_of(&set->boards[0], &set->boards[0].ambitions[0], &pace);
        if (pace.known != cases[i].known || pace.least != cases[i].least ||
            pace.furthest != cases[i].furthest ||
            pace.spread != pace.furthest - pace.least) {
            fail_msg("case %zu: known %d, %d to %d", i, pace.known, pace.least,
                     pace.furthest);
        }
        pace_of(&set->boards[0], &set->boards[0].ambitions[1], &pace);
        assert_false(pace.known);
        assert_int_equal(pace.stages[0], -1);
        board_set_free(set);
        board_set_free(plan);
        fixture_finish(&fixture);
    }
}

static void first_day_is_no_red_wall(void **state)
{
    struct board_set *set = fixture_plan_with("");
    const struct board *board = &set->boards[0];
    struct attention list[32];
    size_t count = attention_list(board, fixture_day("2030-01-01"), list, 32);

    (void)state;
    // A goal without an action and three actions without leads; 2023 and 2024 are long
    // past.
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(list[i].kind, ATTENTION_GAP);
        assert_int_equal(list[i].days, DAY_NONE);
        assert_null(list[i].track);
    }
    assert_string_equal(list[0].action->code, "1.1a");
    assert_null(list[2].action);
    assert_string_equal(list[2].goal->code, "1.2");
    assert_string_equal(list[3].ambition->code, "2");
    board_set_free(set);
}

static void exceptions_come_most_urgent_first(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2024-01-01\n! track b/2.1a/g health=op koers\n! action b/1.1b due=2024\n"
        "@ 2025-01-01\n! track b/1.1b/g health=aandacht\n! action b/1.1b due=mei "
        "2025\n" STUCK("j", "OOGO", "2025-05-01") STUCK("g", "werkgroep", "2025-03-01")
            STUCK("o", "regiegroep",
                  "2025-02-01") "! track b/2.1a/j stage=geborgd|health=op koers\n"
                                "! track b/1.1a/j stage=toepassen\n");
    static const struct {
        enum attention_kind kind;
        const char *code, *column;
        int days;
    } wanted[] = {
        {ATTENTION_ESCALATED, "1.1a", "j", 31},   {ATTENTION_BOTTLENECK, "1.1a", "g", 151},
        {ATTENTION_BOTTLENECK, "1.1a", "o", 151}, {ATTENTION_HEALTH, "1.1b", "g", 151},
        {ATTENTION_OVERDUE, "1.1a", "g", 152},    {ATTENTION_OVERDUE, "1.1b", "g", 1},
        {ATTENTION_SHIFTED, "1.1b", "g", 517},    {ATTENTION_SILENT, "2.1a", "g", 517},
        {ATTENTION_PACE, NULL, NULL, DAY_NONE},   {ATTENTION_PACE, NULL, NULL, DAY_NONE},
    };
    const size_t wanted_count = sizeof wanted / sizeof *wanted;
    const struct board *board = &set->boards[0];
    int32_t today = fixture_day("2025-06-01");
    struct attention list[32];
    size_t count = attention_list(board, today, list, 32);

    (void)state;
    assert_int_equal(count, wanted_count + 4);
    for (size_t i = 0; i < wanted_count; i++) {
        const char *code = list[i].action == NULL ? "" : list[i].action->code;
        if (list[i].kind != wanted[i].kind || list[i].days != wanted[i].days ||
            strcmp(code, wanted[i].code == NULL ? "" : wanted[i].code) != 0) {
            fail_msg("place %zu: kind %d, action %s, days %d", i, list[i].kind, code,
                     list[i].days);
        }
        if (wanted[i].column != NULL) {
            assert_string_equal(list[i].track->column->id, wanted[i].column);
        }
    }
    // The widest first.
    assert_string_equal(list[8].ambition->code, "2");
    // Whatever the room, the most urgent are kept, in order.
    for (size_t size = 0; size <= count; size++) {
        struct attention some[32];
        assert_int_equal(attention_list(board, today, some, size), count);
        for (size_t i = 0; i < size; i++) {
            assert_ptr_equal(some[i].track, list[i].track);
            assert_ptr_equal(some[i].goal, list[i].goal);
            assert_int_equal(some[i].kind, list[i].kind);
        }
    }
    board_set_free(set);
}

static void overdue_begins_behind_the_end(void **state)
{
    static const struct {
        const char *text; // 1.1b is due in 2023
        const char *today;
        int overdue;
    } cases[] = {
        {"", "2024-01-01", 1},
        {"", "2023-12-31", 0},
        {"! action b/1.1b due=2017-2018\n", "2018-07-31", 0},
        {"! action b/1.1b due=2017-2018\n", "2018-08-01", 1},
        {"! action b/1.1b due=februari 2024\n", "2024-02-29", 0},
        {"! action b/1.1b due=februari 2024\n", "2024-03-01", 1},
        {"! action b/1.1b due=29-02-2024\n", "2024-02-29", 0},
        {"! action b/1.1b due=29-02-2024\n", "2024-03-01", 1},
        // The nights in which the clock changes.
        {"! action b/1.1b due=30-03-2025\n", "2025-03-30", 0},
        {"! action b/1.1b due=30-03-2025\n", "2025-03-31", 1},
        {"! action b/1.1b due=26-10-2025\n", "2025-10-26", 0},
        {"! action b/1.1b due=26-10-2025\n", "2025-10-27", 1},
        // What was moved counts from its new end, also when that is an earlier one.
        {"! action b/1.1b due=2024\n", "2024-06-01", 0},
        {"! action b/1.1b due=2024\n", "2024-12-31", 0},
        {"! action b/1.1b due=2024\n! action b/1.1b due=2024-2025\n", "2025-07-31", 0},
        {"! action b/1.1b due=2024\n! action b/1.1b due=2024-2025\n", "2025-08-01", 1},
        {"! action b/1.1b due=mei 2023\n", "2023-06-01", 1},
        {"! action b/1.1b due=mei 2023\n", "2023-05-31", 0},
        // A clock that jumped back.
        {"", "2017-01-01", 0},
        {"! action b/1.1b due=2x per jaar\n", "2024-06-01", 0},
        {"! action b/1.1b due=start 2023\n", "2024-06-01", 0},
        {"! action b/1.1b due=wie weet\n", "2024-06-01", 0},
        {"! track b/1.1b/g health=afgerond\n", "2024-06-01", 0},
        {"! track b/1.1b/g health=vervallen\n", "2024-06-01", 0},
        {"action b/1.1b kind=praktijk\n", "2024-06-01", 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_boards((const char *const[]){
            FIXTURE_PLAN, "@ 2017-01-01\n! track b/2.1a/g health=op koers\n", cases[i].text,
            NULL});
        struct attention list[32];
        size_t count =
            attention_list(&set->boards[0], fixture_day(cases[i].today), list, 32);
        int overdue = 0;
        for (size_t k = 0; k < count; k++) {
            overdue += list[k].kind == ATTENTION_OVERDUE &&
                               strcmp(list[k].action->code, "1.1b") == 0
                           ? 1
                           : 0;
        }
        if (overdue != cases[i].overdue) {
            fail_msg("case %zu: %d overdue", i, overdue);
        }
        board_set_free(set);
    }
}

static void slips_are_moves_to_later(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2024-01-01\n! action b/1.1b due=2025\n@ 2024-02-01\n! action b/1.1b due=2024\n"
        "@ 2024-03-01\n! action b/1.1b due=mei 2025\n! action b/1.1b due=later\n"
        "@ 2024-04-01\n! action b/1.1b due=2026\n");
    const struct action *action = board_action_find(&set->boards[0], "1.1b");

    (void)state;
    assert_int_equal(action->shift_count, 5);
    assert_int_equal(action_slips(action), 2);
    assert_int_equal(action_slips(board_action_find(&set->boards[0], "1.1a")), 0);
    board_set_free(set);
}

static void gaps_are_counted(void **state)
{
    struct board_set *set = fixture_plan_with(
        "action x1 board=b|goal=2.1|code=2.1b|title=PROEF op school|text=Proef op "
        "sch\xc3\xb3"
        "ol |due=xx\n"
        "action x2 board=b|goal=2.1|code=2.1c|title=Anders|text=Proef op "
        "school.|due=2024|funding=NPO|"
        "refs=1.1, 1.1a, zie 2; 9.9, 3.4\n"
        "action x3 board=b|goal=2.1|code=2.1d|title=Vraag|kind=vraag\n"
        "action x4 board=b|goal=2.1|code=2.1e|title=Praktijk|kind=praktijk\n"
        "track b/1.1a/g lead=swv po\ntrack b/1.1a/j health=afgerond\n"
        "@ 2025-01-01\n! track b/1.1b/g stage=beleggen\n");
    const struct board *board = &set->boards[0];
    struct gaps gaps = {0};

    (void)state;
    gaps_of(board, &gaps);
    assert_int_equal(gaps.goals_without_action, 1);
    assert_int_equal(gaps.tracks_without_lead, 4);
    assert_int_equal(gaps.actions_without_funding, 2); // 1.1b p.m., 2.1b
    assert_int_equal(gaps.actions_without_due, 1);
    assert_int_equal(gaps.actions_without_track, 3);
    assert_int_equal(gaps.actions_twice, 1);
    assert_int_equal(gaps.loose_references, 2);
    assert_int_equal(gaps.reported_tracks, 2);
    const struct action *twin = board_action_find(board, "2.1b");
    assert_ptr_equal(twin->twin, board_action_find(board, "2.1a"));
    assert_null(board_action_find(board, "2.1c")->twin);
    assert_null(board_action_find(board, "2.1e")->twin);
    assert_true(action_gap(twin));
    assert_false(action_gap(board_action_find(board, "2.1e")));
    board_set_free(set);
}

static void movement_is_then_against_now(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-01-01\n! track b/1.1a/g stage=beleggen|health=op koers\n"
        "! track b/2.1a/g health=knelpunt\n! track b/2.1a/j stage=geborgd\n"
        "@ 2025-03-01\n! track b/1.1a/g stage=toepassen\n"
        "! track b/1.1a/j stage=beleggen\n! track b/1.1a/j stage=niet gestart\n"
        "! track b/2.1a/j stage=monitoren|health=knelpunt\n"
        "! track b/1.1b/g health=aandacht\n"
        "! track b/2.1a/g health=op koers\n! track b/2.1a/g health=knelpunt\n"
        "@ 2025-04-01\n! track b/1.1a/g stage=geborgd|health=afgerond\n");
    static const struct {
        const char *since;
        struct movement movement;
    } cases[] = {
        {"2024-01-01", {.forward = 0, .back = 0, .new_bottlenecks = 2, .finished = 1}},
        {"2025-02-01", {.forward = 4, .back = 1, .new_bottlenecks = 1, .finished = 1}},
        {"2025-03-02", {.forward = 2, .back = 0, .new_bottlenecks = 0, .finished = 1}},
        {"2025-05-01", {0}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct movement movement = {0};
        movement_since(&set->boards[0], day_moment_ms(fixture_day(cases[i].since), 0),
                       &movement);
        if (memcmp(&movement, &cases[i].movement, sizeof movement) != 0) {
            fail_msg("since %s: %d forward, %d back, %d stuck, %d done", cases[i].since,
                     movement.forward, movement.back, movement.new_bottlenecks,
                     movement.finished);
        }
    }
    board_set_free(set);
}

static void meetings_are_next_and_last(void **state)
{
    struct board_set *set =
        fixture_plan_with("meeting m0 board=b|body=werkgroep\n"
                          "meeting m1 board=b|body=regiegroep|starts=2025-09-25T14:00\n"
                          "meeting m2 board=b|body=OOGO|starts=2025-10-10\n"
                          "meeting m3 board=b|body=regiegroep|starts=2025-11-27T14:00\n");
    static const struct {
        const char *body, *today;
        int minute;
        const char *next, *last; // rows
    } cases[] = {
        {NULL, "2025-09-25", 13 * 60, "m1", NULL},
        {NULL, "2025-09-25", 14 * 60, "m1", NULL},
        {NULL, "2025-09-25", 14 * 60 + 1, "m2", "m1"},
        {NULL, "2025-10-10", 23 * 60, "m2", "m1"},
        {NULL, "2025-10-11", 0, "m3", "m2"},
        {"regiegroep", "2025-10-11", 0, "m3", "m1"},
        {"OOGO", "2025-10-11", 0, NULL, "m2"},
        {"werkgroep", "2025-10-11", 0, NULL, NULL},
        {NULL, "2026-01-01", 0, NULL, "m3"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct board *board = &set->boards[0];
        int32_t today = fixture_day(cases[i].today);
        const struct meeting *next =
            meeting_next(board, cases[i].body, today, cases[i].minute);
        const struct meeting *last =
            meeting_last(board, cases[i].body, today, cases[i].minute);
        const char *found_next = next == NULL ? "-" : next->row;
        const char *found_last = last == NULL ? "-" : last->row;
        if (strcmp(found_next, cases[i].next == NULL ? "-" : cases[i].next) != 0 ||
            strcmp(found_last, cases[i].last == NULL ? "-" : cases[i].last) != 0) {
            fail_msg("case %zu: next %s, last %s", i, found_next, found_last);
        }
    }
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tracks_have_signs),
        cmocka_unit_test(cells_choose_one_exception),
        cmocka_unit_test(cells_pile_bricks),
        cmocka_unit_test(pace_is_an_upper_median),
        cmocka_unit_test(first_day_is_no_red_wall),
        cmocka_unit_test(exceptions_come_most_urgent_first),
        cmocka_unit_test(overdue_begins_behind_the_end),
        cmocka_unit_test(slips_are_moves_to_later),
        cmocka_unit_test(gaps_are_counted),
        cmocka_unit_test(movement_is_then_against_now),
        cmocka_unit_test(meetings_are_next_and_last),
    };

    return cmocka_run_group_tests_name("signal", tests, amsterdam, NULL);
}
