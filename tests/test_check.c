// desk/check: is it sound, and what does the plan lack?
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "command_fixture.h"
#include "desk/check.h"
#include "desk/import.h"
#include "share/share.h"

static void checks_a_shared_file(void **state)
{
    struct fixture *fixture = *state;
    static const char *const parts[] = {
        "is sound, with 1 boards",
        "5 ambitions, 25 goals, 34 actions, 4 columns, 78 tracks",
        "missing: goals without an action: 1",
        "missing: tracks without a lead: 78",
        "3.4 Lokaal overleg voor lastige casussen: no action",
        "no funding: p.m. (JW, NPO, swv po en swv vo)\n",
        "the same as 1.4a",
    };

    command_expect(import_command, fixture,
                   "import boards/ontwikkelagenda-meierij --share SHARE", 0, "new");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        command_expect(check_command, fixture, "check --share SHARE", 0, parts[i]);
    }
    command_expect(check_command, fixture, "check --share SHARE --board nergens", 1,
                   "no board nergens");
}

static void finds_words_that_the_board_does_not_know(void **state)
{
    struct fixture *fixture = *state;
    const char *row = "ontwikkelagenda-meierij/2.1a/jeugdhulp";
    const struct share_edit typed[] = {
        {"track", row, "health", "gaat wel", 0, "Sam"},
        {"track", row, "stage", "rennen", 0, "Sam"},
    };

    command_expect(import_command, fixture,
                   "import boards/ontwikkelagenda-meierij --share SHARE", 0, "new");
    assert_true(share_apply(fixture->share, typed, 2, &fixture->env, NULL));
    command_expect(check_command, fixture, "check --share SHARE", 0,
                   "2.1a in Jeugdhulp: \"gaat wel\" is no health");
    command_expect(check_command, fixture, "check --share SHARE", 0,
                   "2.1a in Jeugdhulp: \"rennen\" is no stage");
}

static void checks_files(void **state)
{
    struct fixture *fixture = *state;

    command_expect(check_command, fixture, "check tests/data/tabel-jaarplan.txt", 0,
                   "3 ambitions, 7 goals, 33 actions");
    command_expect(check_command, fixture,
                   "check boards/voorbeeld boards/handreiking-alkmaar", 0,
                   "handreiking-alkmaar: 4 ambitions");
    command_expect(check_command, fixture, "check /nonexistent/plan.csv", 3,
                   "No such file");
    command_expect(check_command, fixture, "check boards/voorbeeld tests/test_check.c", 3,
                   "test_check.c is unsound");
    assert_int_equal(fixture_count(fixture), 0);
}

static void says_what_is_unsound(void **state)
{
    struct fixture *fixture = *state;

    command_expect(check_command, fixture, "check --share SHARE", 1, "missing");
    fixture_write(fixture, "board.sqlite", "no database at all, whatever its name", 37);
    command_expect(check_command, fixture, "check --share SHARE", 3, "foreign");
    command_expect(check_command, fixture, "check", 2, "Usage");
    command_expect(check_command, fixture, "check --share SHARE boards/voorbeeld", 2,
                   "Usage");
    command_expect(check_command, fixture, "check --help", 0, "Usage");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(checks_a_shared_file),
        fixture_test(finds_words_that_the_board_does_not_know),
        fixture_test(checks_files),
        fixture_test(says_what_is_unsound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
