// Gelijke tred of ambitions and goals, and since when columns are out of step.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "board/outlook.h"
#include "board_fixture.h"

// Stages: 0 niet gestart, 1 beleggen, 2 vertalen, 3 toepassen, 4 monitoren, 5 geborgd.
#define REPORT(day, row, stage) "@ " day "\n! track b/" row " stage=" stage "\n"

static void since_is_the_day_they_parted(void **state)
{
    static const struct {
        const char *text;
        const char *since; // of ambition 1; NULL: none
    } cases[] = {
        {"", NULL},
        {REPORT("2025-01-01", "1.1a/g", "geborgd"), NULL}, // one column only
        // One step is in step.
        {REPORT("2025-01-01", "1.1a/g", "vertalen")
             REPORT("2025-01-01", "1.1a/j", "beleggen"),
         NULL},
        // The second column's first report shows it.
        {REPORT("2025-01-01", "1.1a/g", "geborgd")
             REPORT("2025-02-01", "1.1a/j", "beleggen"),
         "2025-02-01"},
        // The one that went on made it so; what came after widened it.
        {REPORT("2025-01-01", "1.1a/g", "beleggen") REPORT(
             "2025-01-01", "1.1a/j", "beleggen") REPORT("2025-02-01", "1.1a/g", "toepassen")
             REPORT("2025-03-01", "1.1a/g", "monitoren"),
         "2025-02-01"},
        // In step again in between.
        {REPORT("2025-01-01", "1.1a/g", "geborgd") REPORT(
             "2025-01-01", "1.1a/j", "beleggen") REPORT("2025-02-01", "1.1a/j", "geborgd")
             REPORT("2025-03-01", "1.1a/j", "beleggen"),
         "2025-03-01"},
        // There and back on one day is not in step: days count as they end.
        {REPORT("2025-01-01", "1.1a/g", "geborgd")
             REPORT("2025-01-01", "1.1a/j", "beleggen")
                 REPORT("2025-02-01 09:00", "1.1a/j", "geborgd")
                     REPORT("2025-02-01 17:00", "1.1a/j", "beleggen"),
         "2025-01-01"},
        // Local days, at both ends of one and over a change of the clock.
        {REPORT("2025-01-01", "1.1a/g", "beleggen")
             REPORT("2025-01-01", "1.1a/j", "beleggen")
                 REPORT("2025-03-30 00:00", "1.1a/g", "toepassen"),
         "2025-03-30"},
        {REPORT("2025-01-01", "1.1a/g", "beleggen")
             REPORT("2025-01-01", "1.1a/j", "beleggen")
                 REPORT("2025-03-30 23:59", "1.1a/g", "toepassen"),
         "2025-03-30"},
        {REPORT("2024-01-01", "1.1a/g", "beleggen")
             REPORT("2024-01-01", "1.1a/j", "beleggen")
                 REPORT("2024-02-29 12:00", "1.1a/g", "toepassen"),
         "2024-02-29"},
        // A third column that reports between them changes nothing.
        {REPORT("2025-01-01", "1.1a/g", "geborgd")
             REPORT("2025-01-01", "1.1a/j", "beleggen")
                 REPORT("2025-02-01", "1.1a/o", "toepassen"),
         "2025-01-01"},
        // What was dropped waits for nobody, from that day on.
        {REPORT("2025-01-01", "1.1a/g", "geborgd") REPORT("2025-01-01", "1.1a/j", "geborgd")
             REPORT("2025-01-01", "1.1b/g", "beleggen")
         // Gemeente: geborgd and beleggen, upper median geborgd; without 1.1a beleggen
         "@ 2025-04-01\n! track b/1.1a/g health=vervallen\n",
         "2025-04-01"},
        // Other reports of the same tracks are passed over.
        {REPORT("2025-01-01", "1.1a/g", "geborgd") REPORT(
             "2025-01-01", "1.1a/j",
             "beleggen") "@ 2025-05-01\n! track b/1.1a/g health=op koers|lead=x|reason=y\n"
                         "! note n board=b|action=1.1a|column_id=g|text=z\n",
         "2025-01-01"},
        // A clock that was ahead: no later than today.
        {REPORT("2025-01-01", "1.1a/g", "geborgd")
             REPORT("2026-01-01", "1.1a/j", "beleggen"),
         "2025-06-01"},
        // The file says so, and history does not tell since when.
        {"track b/1.1a/g stage=geborgd|reported=2025-01-01\n"
         "track b/1.1a/j stage=beleggen|reported=2025-01-01\n",
         NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_plan_with(cases[i].text);
        const struct board *board = &set->boards[0];
        struct outlook *outlook = outlook_create(board, fixture_day("2025-06-01"));
        int32_t since = outlook_pace_since(outlook, &board->ambitions[0], NULL);
        int32_t wanted = cases[i].since == NULL ? DAY_NONE : fixture_day(cases[i].since);
        // Its only goal with tracks says the same.
        int32_t goal = outlook_pace_since(outlook, &board->ambitions[0], &board->goals[0]);
        if (since != wanted || goal != wanted) {
            char is[16] = "none";
            if (since != DAY_NONE) {
                day_write(since, is);
            }
            fail_msg("case %zu: since %s, of the goal %d", i, is, goal);
        }
        assert_int_equal(outlook_pace_since(outlook, &board->ambitions[1], NULL), DAY_NONE);
        outlook_destroy(outlook);
        board_set_free(set);
    }
}

// Two goals of one ambition.
#define TWO_GOALS                                                                          \
    "action x board=b|goal=1.2|code=1.2a|position=8\n"                                     \
    "action y board=b|goal=1.2|code=1.2b|position=9\n"                                     \
    "track x/g board=b|action=1.2a|column_id=g\n"                                          \
    "track x/j board=b|action=1.2a|column_id=j\n"                                          \
    "track y/j board=b|action=1.2b|column_id=j\n"                                          \
    "@ 2025-01-01\n"

static void a_goal_is_listed_where_its_ambition_is_not(void **state)
{
    static const struct {
        const char *text;
        int ambitions, goals; // in the list
    } cases[] = {
        {"", 0, 0},
        // 1.1 three apart, and with it the ambition: said once.
        {"! track b/1.1a/g stage=monitoren\n! track b/1.1a/j stage=beleggen\n", 1, 0},
        // 1.1 three apart, 1.2 levels it out: the goal says it.
        {"! track b/1.1a/g stage=monitoren\n! track b/1.1a/j stage=beleggen\n"
         "! track x/j stage=monitoren\n! track y/j stage=monitoren\n"
         "! track x/g stage=monitoren\n",
         0, 1},
        // Only two apart: not for a goal.
        {"! track b/1.1a/g stage=monitoren\n! track b/1.1a/j stage=vertalen\n"
         "! track x/j stage=monitoren\n! track y/j stage=monitoren\n"
         "! track x/g stage=monitoren\n",
         0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_boards(
            (const char *const[]){FIXTURE_PLAN, TWO_GOALS, cases[i].text, NULL});
        struct attention list[32];
        size_t count = attention_list(&set->boards[0], fixture_day("2025-01-02"), list, 32);
        int ambitions = 0;
        int goals = 0;
        for (size_t k = 0; k < count; k++) {
            bool pace = list[k].kind == ATTENTION_PACE;
            ambitions += pace && list[k].goal == NULL ? 1 : 0;
            goals += pace && list[k].goal != NULL ? 1 : 0;
        }
        if (ambitions != cases[i].ambitions || goals != cases[i].goals) {
            fail_msg("case %zu: %d ambitions, %d goals", i, ambitions, goals);
        }
        board_set_free(set);
    }
}

static void ambitions_come_before_goals(void **state)
{
    struct board_set *set = fixture_boards((const char *const[]){
        FIXTURE_PLAN, TWO_GOALS,
        "! track b/1.1a/g stage=monitoren\n! track b/1.1a/j stage=beleggen\n"
        "! track x/j stage=monitoren\n! track y/j stage=monitoren\n"
        "! track x/g stage=monitoren\n"
        "! track b/2.1a/g stage=vertalen\n! track b/2.1a/j stage=niet gestart\n",
        NULL});
    struct outlook *outlook = outlook_create(&set->boards[0], fixture_day("2025-01-02"));
    size_t first = outlook->attention_first[ATTENTION_PACE];

    (void)state;
    assert_int_equal(outlook->attention_first[ATTENTION_PACE + 1] - first, 2);
    assert_string_equal(outlook->attention[first].ambition->code, "2");
    assert_null(outlook->attention[first].goal);
    assert_string_equal(outlook->attention[first + 1].goal->code, "1.1");
    assert_int_equal(
        outlook_pace_of_goal(outlook, outlook->attention[first + 1].goal)->spread, 3);
    outlook_destroy(outlook);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(since_is_the_day_they_parted),
        cmocka_unit_test(a_goal_is_listed_where_its_ambition_is_not),
        cmocka_unit_test(ambitions_come_before_goals),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("pace", tests, NULL, NULL);
}
