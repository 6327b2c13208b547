// When recurring reviews are due, and which were missed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "board/rhythm.h"
#include "board_fixture.h"

struct rhythm_case {
    const char *what, *period, *due, *who, *life, *today;
    const char *last, *next, *missed; // NULL: none
    int count;
};

// The title is "Halfjaarstand"; who does it is the regiegroep where nothing else is said.
static const struct rhythm_case cases[] = {
    {"nothing known", "2025", "twee keer per jaar", NULL, "", "2025-09-10", NULL,
     "2025-12-31", NULL, 0},
    {"the last day of a round", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-02-01\n", "2025-06-30", NULL, "2025-06-30",
     NULL, 0},
    {"the day after it", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-02-01\n", "2025-07-01", NULL, "2025-12-31",
     "2025-06-30", 1},
    {"held on the last day", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=Regiegroep|starts=2025-06-30T14:00\n", "2025-07-01",
     "2025-06-30", "2025-12-31", NULL, 0},
    {"held a day late is the next round", "2025", "twee keer per jaar", NULL,
     "meeting l board=b|body=OOGO|starts=2025-02-01\n"
     "meeting m board=b|body=Regiegroep|starts=2025-07-01T14:00\n",
     "2025-07-02", "2025-07-01", "2026-06-30", "2025-06-30", 1},
    {"planned for today is not held", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=regiegroep|starts=2025-06-30\n", "2025-06-30", NULL,
     "2025-06-30", NULL, 0},
    {"open today is", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=regiegroep|starts=2025-06-30|state=bezig\n", "2025-06-30",
     "2025-06-30", "2025-12-31", NULL, 0},
    {"the agenda names it", "2025", "twee keer per jaar", "wie dan ook",
     "meeting m board=b|body=OOGO|starts=2025-03-01|agenda=de HALFJAARSTAND van het "
     "bord\n",
     "2025-04-01", "2025-03-01", "2025-12-31", NULL, 0},
    {"one of those who do it meets", "2025", "twee keer per jaar", "OOGO en de wethouders",
     "meeting m board=b|body=oogo|starts=2025-03-01\n", "2025-04-01", "2025-03-01",
     "2025-12-31", NULL, 0},
    {"another body is not", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-03-01\n", "2025-04-01", NULL, "2025-06-30",
     NULL, 0},
    {"a school year has three rounds", "2025-2026", "3x per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-08-01\n", "2026-08-01", NULL, "2026-11-30",
     "2025-11-30", 3},
    {"a leap year", "2024", "elke vier maanden", NULL,
     "meeting m board=b|body=OOGO|starts=2024-01-01\n", "2024-05-01", NULL, "2024-08-31",
     "2024-04-30", 1},
    {"rounds do not wander over years", "2021-2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=regiegroep|starts=2025-06-30\n", "2025-12-31", "2025-06-30",
     "2025-12-31", NULL, 0},
    {"what was before all is not missed", "2021-2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-03-01\n", "2025-07-01", NULL, "2025-12-31",
     "2025-06-30", 1},
    {"half of it was before all", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-04-02\n", "2025-07-01", NULL, "2025-12-31",
     NULL, 0},
    {"a day less than half", "2025", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-04-01\n", "2025-07-01", NULL, "2025-12-31",
     "2025-06-30", 1},
    {"before the period begins", "2026", "twee keer per jaar", NULL, "", "2025-12-01", NULL,
     "2026-06-30", NULL, 0},
    {"without a period from the first meeting", "", "twee keer per jaar", NULL,
     "meeting m board=b|body=OOGO|starts=2025-03-15\n", "2025-04-01", NULL, "2025-09-14",
     NULL, 0},
    {"from the 31st", "", "elke maand", NULL,
     "meeting m board=b|body=OOGO|starts=2025-01-31\n", "2025-02-27", NULL, "2025-02-27",
     NULL, 0},
    {"without any start", "", "twee keer per jaar", NULL, "", "2025-04-01", NULL, NULL,
     NULL, 0},
    {"weeks, for many years", "2000-2025", "elke week", NULL,
     "meeting m board=b|body=regiegroep|starts=2025-04-01\n", "2025-04-02", "2025-04-01",
     "2025-04-11", NULL, 0},
    {"words that say nothing", "2025", "regelmatig", NULL, "", "2025-04-01", NULL, NULL,
     NULL, 0},
    {"always", "2025", "doorlopend", NULL, "", "2025-04-01", NULL, NULL, NULL, 0},
    {"a year after the start", "2024", "een jaar na de start", NULL,
     "meeting m board=b|body=regiegroep|starts=2024-02-01\n", "2025-01-01", NULL,
     "2025-01-01", NULL, 0},
    {"and a day", "2024", "een jaar na de start", NULL,
     "meeting m board=b|body=regiegroep|starts=2024-02-01\n", "2025-01-02", NULL, NULL,
     "2025-01-01", 1},
    {"once, and late", "2024", "een jaar na de start", NULL,
     "meeting m board=b|body=OOGO|starts=2025-02-01|agenda=halfjaarstand\n", "2025-03-01",
     "2025-02-01", NULL, NULL, 0},
    {"once, long before all", "2021-2025", "een jaar na de start", NULL,
     "meeting m board=b|body=OOGO|starts=2025-02-01\n", "2025-03-01", NULL, NULL, NULL, 0},
    {"a week after a start of long ago", "2010-2025", "een week na de start", NULL,
     "meeting m board=b|body=OOGO|starts=2010-01-02\n", "2025-03-01", NULL, NULL,
     "2010-01-08", 1},
    {"every day since 1900", "1900-2025", "elke dag", NULL,
     "meeting m board=b|body=regiegroep|starts=2025-04-01\n", "2025-04-02", "2025-04-01",
     "2025-04-02", NULL, 0},
    {"by a date", "2025", "maart 2025", NULL,
     "meeting m board=b|body=OOGO|starts=2025-02-01\n", "2025-03-31", NULL, "2025-03-31",
     NULL, 0},
    {"after that date", "2025", "maart 2025", NULL,
     "meeting m board=b|body=OOGO|starts=2025-02-01\n", "2025-04-01", NULL, NULL,
     "2025-03-31", 1},
    {"leads have all told", "2025", "twee keer per jaar", "alle eigenaren/trekkers",
     "@ 2025-02-01 10:00\n! track b/1.1a/g health=op koers|reported=2025-02-01\n"
     "@ 2025-03-01 10:00\n! track b/1.1a/j health=aandacht|reported=2025-03-01\n",
     "2025-04-01", "2025-03-01", "2025-12-31", NULL, 0},
    {"one of them has not", "2025", "twee keer per jaar", "alle eigenaren/trekkers",
     "@ 2025-02-01 10:00\n! track b/1.1a/g health=op koers|reported=2025-02-01\n"
     "! track b/1.1a/j health=aandacht|reported=2025-02-01\n"
     "@ 2025-07-02 10:00\n! track b/1.1a/g stage=vertalen|reported=2025-07-02\n",
     "2025-08-01", "2025-02-01", "2025-12-31", NULL, 0},
    {"nor need he when he is done", "2025", "twee keer per jaar", "alle eigenaren/trekkers",
     "@ 2025-02-01 10:00\n! track b/1.1a/g health=op koers|reported=2025-02-01\n"
     "! track b/1.1a/j health=afgerond|reported=2025-02-01\n"
     "@ 2025-07-02 10:00\n! track b/1.1a/g stage=vertalen|reported=2025-07-02\n",
     "2025-08-01", "2025-07-02", "2026-06-30", NULL, 0},
    {"they were silent for a round", "2025", "twee keer per jaar", "trekkers",
     "@ 2025-02-01 10:00\n! track b/1.1a/g health=op koers|reported=2025-02-01\n",
     "2026-02-01", "2025-02-01", "2026-06-30", "2025-12-31", 1},
};

static void day_is(const char *what, const char *field, int32_t day, const char *expected)
{
    char words[16] = "";

    if (day != DAY_NONE) {
        day_write(day, words);
    }
    if (strcmp(words, expected == NULL ? "" : expected) != 0) {
        fail_msg("%s: %s is \"%s\", not \"%s\"", what, field, words,
                 expected == NULL ? "" : expected);
    }
}

static void rounds_fall_due(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct rhythm_case *one = &cases[i];
        char words[1200];
        struct rhythm_state found;
        snprintf(words, sizeof words,
                 "board b period=%s\nrhythm b/r board=b|title=Halfjaarstand|due=%s|who=%s\n"
                 "@ 2024-12-30 09:00\n%s",
                 one->period, one->due, one->who == NULL ? "regiegroep" : one->who,
                 one->life);
        struct board_set *set = fixture_plan_with(words);
        const struct board *board = &set->boards[0];
        assert_int_equal(board->rhythm_count, 1);
        rhythm_state_of(board, &board->rhythms[0], fixture_day(one->today), &found);
        day_is(one->what, "last", found.last, one->last);
        day_is(one->what, "next", found.next, one->next);
        day_is(one->what, "missed", found.missed, one->missed);
        assert_int_equal(found.missed_count, one->count);
        board_set_free(set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_fall_due),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
