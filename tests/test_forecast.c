// board/forecast: when all is done at this pace, and when that cannot be said.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "board/trend.h"
#include "board_fixture.h"

// Six tracks of six stages: 30 steps from niet gestart to geborgd. Quarters of 91 days,
// counted back from 2026-01-01: they begin on 2025-10-03, 07-04, 04-04, 01-03, 2024-10-04,
// 07-05, 04-05 and 01-05.
#define TODAY "2026-01-01"

// All six are told about on a day, at niet gestart.
#define TOLD(day)                                                                          \
    "@ " day "\n! track b/1.1a/g stage=niet gestart\n! track b/1.1a/j stage=niet "         \
    "gestart\n! track b/1.1a/o stage=niet gestart\n! track b/1.1b/g stage=niet "           \
    "gestart\n! track b/2.1a/g stage=niet gestart\n! track b/2.1a/j stage=niet gestart\n"

// Ten steps in the last four quarters: 4, 2, 3 and 1.
#define TEN                                                                                \
    "@ 2025-02-01\n! track b/1.1a/g stage=vertalen\n! track b/1.1a/j stage=vertalen\n"     \
    "@ 2025-05-01\n! track b/1.1a/o stage=toepassen\n"                                     \
    "@ 2025-08-01\n! track b/1.1b/g stage=vertalen\n"                                      \
    "@ 2025-11-01\n! track b/1.1b/g stage=toepassen\n"

static const struct {
    const char *name, *text;
    enum forecast_why why;
    int steps, quarters;
    int early, late; // days after today, when known
} cases[] = {
    {"nothing said", "", FORECAST_SHORT, 0, 0, 0, 0},
    {"told, and no more", TOLD("2024-12-01"), FORECAST_STILL, 0, 4, 0, 0},
    // 4 quarters sorted 1 2 3 4; 20 steps to go: slow 1.5, fast 3.5 a quarter.
    {"ten steps in a year", TOLD("2025-01-03") TEN, FORECAST_KNOWN, 10, 4, 520, 1214},
    {"a day short of a year", TOLD("2025-01-04") TEN, FORECAST_SHORT, 0, 0, 0, 0},
    // 5 quarters sorted 0 1 2 3 4: the middle one counts on both sides.
    {"five quarters", TOLD("2024-10-04") TEN, FORECAST_KNOWN, 10, 5, 607, 1820},
    {"nine steps", TOLD("2025-01-03") TEN "@ 2025-12-01\n! track b/1.1b/g stage=vertalen\n",
     FORECAST_SHORT, 9, 4, 0, 0},
    {"on the first and on the last day",
     TOLD("2025-01-03") TEN "@ 2026-01-01 23:59\n! track b/2.1a/g stage=toepassen\n",
     FORECAST_KNOWN, 13, 4, 387, 619},
    {"tomorrow is not yet",
     TOLD("2025-01-03") TEN "@ 2026-01-02 00:00\n! track b/2.1a/g stage=toepassen\n",
     FORECAST_KNOWN, 10, 4, 520, 1214},
    {"all of it done",
     TOLD(
         "2025-01-03") "@ 2025-12-01\n! track b/1.1a/g health=afgerond\n"
                       "! track b/1.1a/j stage=geborgd\n! track b/1.1a/o health=afgerond\n"
                       "! track b/1.1b/g health=vervallen\n"
                       "! track b/2.1a/g health=afgerond\n! track b/2.1a/j stage=geborgd\n",
     FORECAST_DONE, 0, 0, 0, 0},
    {"all of it dropped",
     TOLD("2025-01-03") "@ 2025-12-01\n! track b/1.1a/g health=vervallen\n"
                        "! track b/1.1a/j health=vervallen\n"
                        "! track b/1.1a/o health=vervallen\n"
                        "! track b/1.1b/g health=vervallen\n"
                        "! track b/2.1a/g health=vervallen\n"
                        "! track b/2.1a/j health=vervallen\n",
     FORECAST_SHORT, 0, 0, 0, 0},
    // What is dropped neither went forward nor has to.
    {"a track that was dropped",
     TOLD("2025-01-03") TEN "@ 2025-12-01\n! track b/1.1b/g health=vervallen\n",
     FORECAST_SHORT, 7, 4, 0, 0},
    {"done counts as the last stage",
     TOLD("2025-01-03") TEN "@ 2025-12-01\n! track b/2.1a/g health=afgerond\n",
     FORECAST_KNOWN, 15, 4, 273, 546},
    {"nothing in the last year",
     TOLD("2024-01-05") "@ 2024-03-01\n! track b/1.1a/g stage=geborgd\n"
                        "! track b/1.1a/j stage=geborgd\n"
                        "@ 2025-01-02\n! track b/1.1a/o stage=geborgd\n",
     FORECAST_STILL, 15, 8, 0, 0},
    {"back as far as forward in the last year",
     TOLD("2024-01-05") "@ 2024-03-01\n! track b/1.1a/g stage=geborgd\n"
                        "! track b/1.1a/j stage=geborgd\n! track b/2.1a/j stage=geborgd\n"
                        "@ 2025-03-02\n! track b/1.1a/o stage=geborgd\n"
                        "@ 2025-09-02\n! track b/1.1a/g stage=niet gestart\n",
     FORECAST_STILL, 15, 8, 0, 0},
    {"in fits and starts",
     TOLD("2024-01-05") "@ 2025-03-01\n! track b/1.1a/g stage=geborgd\n"
                        "! track b/1.1a/j stage=geborgd\n",
     FORECAST_UNSTEADY, 10, 8, 0, 0},
    {"first reports are no steps",
     "@ 2024-12-01\n! track b/1.1a/g stage=niet gestart\n"
     "@ 2025-06-01\n! track b/1.1a/j stage=geborgd\n! track b/1.1a/o stage=geborgd\n"
     "! track b/1.1b/g stage=geborgd\n",
     FORECAST_STILL, 0, 4, 0, 0},
};

static void a_range_or_why_not(void **state)
{
    const struct trend_filter all = {NULL, NULL};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_plan_with(cases[i].text);
        struct forecast is;
        forecast_of(&set->boards[0], &all, fixture_day(TODAY), &is);
        bool known = cases[i].why == FORECAST_KNOWN;
        int early = known ? fixture_day(TODAY) + cases[i].early : DAY_NONE;
        int late = known ? fixture_day(TODAY) + cases[i].late : DAY_NONE;
        if (is.why != cases[i].why || is.steps != cases[i].steps ||
            is.quarters != cases[i].quarters || is.early != early || is.late != late) {
            fail_msg("%s: %d, %d steps in %d quarters, %d to %d days", cases[i].name,
                     is.why, is.steps, is.quarters, is.early - fixture_day(TODAY),
                     is.late - fixture_day(TODAY));
        }
        board_set_free(set);
    }
}

static void only_what_is_asked_for(void **state)
{
    struct board_set *set = fixture_plan_with(TOLD("2025-01-03") TEN);
    const struct board *board = &set->boards[0];
    const struct trend_filter second = {&board->ambitions[1], NULL};
    const struct trend_filter nothing = {&board->ambitions[1], &board->columns[2]};
    struct forecast is;

    (void)state;
    forecast_of(board, &second, fixture_day(TODAY), &is);
    assert_int_equal(is.why, FORECAST_STILL);
    forecast_of(board, &nothing, fixture_day(TODAY), &is);
    assert_int_equal(is.why, FORECAST_SHORT);
    // As it would have been said earlier.
    const struct trend_filter all = {NULL, NULL};
    forecast_of(board, &all, fixture_day("2025-10-02"), &is);
    assert_int_equal(is.why, FORECAST_SHORT);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_or_why_not),
        cmocka_unit_test(only_what_is_asked_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
