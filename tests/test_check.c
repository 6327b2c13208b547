// desk/check: is it sound, and what does the plan lack?
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "command_fixture.h"
#include "desk/check.h"
#include "desk/import.h"
#include "desk/status.h"
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

static void lists_rows_that_lead_nowhere(void **state)
{
    struct fixture *fixture = *state;
    static const struct share_edit typed[] = {
        {"track", "t1", "board", "ontwikkelagenda-meierij", 0, "Sam"},
        {"track", "t1", "action", "9.9z", 0, "Sam"},
        {"track", "t1", "column_id", "jeugdhulp", 0, "Sam"},
        {"track", "t2", "board", "ontwikkelagenda-meierij", 0, "Sam"},
        {"track", "t2", "action", "2.1a", 0, "Sam"},
        {"track", "t2", "column_id", "jeugdhlup", 0, "Sam"},
        {"action", "a1", "board", "ontwikkelagenda-meierij", 0, "Sam"},
        {"action", "a1", "goal", "7.7", 0, "Sam"},
        {"goal", "g1", "board", "ontwikkelagenda-meierij", 0, "Sam"},
        {"goal", "g1", "ambition", "8", 0, "Sam"},
        {"bottleneck", "b1", "board", "ontwikkelagenda-meierij", 0, "Sam"},
        {"bottleneck", "b1", "action", "2.1q", 0, "Sam"},
        {"goal", "g2", "board", "meirij", 0, "Sam"},
        {"goal", "g3", "title", "Los", 0, "Sam"},
    };
    static const char *const parts[] = {
        "  track t1 is not shown: there is no action \"9.9z\"\n",
        "  track t2 is not shown: there is no column_id \"jeugdhlup\"\n",
        "  action a1 is not shown: there is no goal \"7.7\"\n",
        "  goal g1 is not shown: there is no ambition \"8\"\n",
        "  bottleneck b1 is not shown: there is no action \"2.1q\"\n",
        "  goal g2 is not shown: there is no board \"meirij\"\n",
        "  goal g3 is not shown: there is no board \"\"\n",
    };
    char *said = NULL;

    command_expect(import_command, fixture,
                   "import boards/ontwikkelagenda-meierij --share SHARE", 0, "new");
    command_run(check_command, fixture, "check --share SHARE", &said);
    assert_null(strstr(said, "is not shown"));
    free(said);
    assert_true(share_apply(fixture->share, typed, sizeof typed / sizeof *typed,
                            &fixture->env, NULL));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        command_expect(check_command, fixture, "check --share SHARE", 0, parts[i]);
    }
    command_expect(status_command, fixture, "status --share SHARE", 0,
                   "rijen die nergens bij horen (zie regiebord check): 7\n");
    command_expect(status_command, fixture, "status --share SHARE --json", 0,
                   "\"orphans\":7}");
}

// What is left of a shared file after `size` bytes (0: all), with `byte` put at `place` of
// it, is checked under another name.
static void checks_an_sqlite_file(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *name;
        size_t size, place;
        int byte; // -1: none
        int status;
        const char *part;
    } cases[] = {
        {"copy.sqlite", 0, 0, -1, 0, "copy.sqlite is sound, with 1 boards"},
        {"copy.db", 0, 0, -1, 0, "missing: goals without an action: 1"},
        {"half.db", 30000, 0, -1, 3, "half.db is not sound: truncated"},
        {"head.sqlite", 10, 0, -1, 3, "head.sqlite is not sound: truncated"},
        {"named.sqlite", 0, 70, 'x', 3, "named.sqlite is not sound: foreign"},
        {"bad.db", 0, 100, 0, 3, "bad.db is not sound: corrupt"},
        {"newer.sqlite", 0, 62, 9, 3, "newer.sqlite is not sound: newer"},
    };
    char path[400];
    struct env_bytes board = {0};

    command_expect(import_command, fixture,
                   "import boards/ontwikkelagenda-meierij --share SHARE", 0, "new");
    snprintf(path, sizeof path, "%s/board.sqlite", fixture->share);
    assert_int_equal(fixture->env.read(fixture->env.context, path, 1 << 26, &board), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[500];
        unsigned char kept = board.data[cases[i].place];
        if (cases[i].byte >= 0) {
            board.data[cases[i].place] = (unsigned char)cases[i].byte;
        }
        fixture_write(fixture, cases[i].name, board.data,
                      cases[i].size == 0 ? board.size : cases[i].size);
        board.data[cases[i].place] = kept;
        snprintf(line, sizeof line, "check %s/%s", fixture->share, cases[i].name);
        command_expect(check_command, fixture, line, cases[i].status, cases[i].part);
    }
    fixture_write(fixture, "empty.sqlite", "", 0);
    snprintf(path, sizeof path, "check %s/empty.sqlite", fixture->share);
    command_expect(check_command, fixture, path, 3, "empty.sqlite is not sound: empty");
    free(board.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(checks_a_shared_file),
        fixture_test(finds_words_that_the_board_does_not_know),
        fixture_test(checks_files),
        fixture_test(says_what_is_unsound),
        fixture_test(checks_an_sqlite_file),
        fixture_test(lists_rows_that_lead_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
