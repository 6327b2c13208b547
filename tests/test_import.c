// desk/import against a shared folder: twice changes nothing, newer keeps progress, unsound
// changes nothing at all.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "command_fixture.h"
#include "desk/import.h"
#include "share/share.h"

static void expect(struct fixture *fixture, int status, const char *part, const char *path,
                   const char *option, const char *value)
{
    char line[700];

    snprintf(line, sizeof line, "import --share SHARE %s %s %s", path,
             option == NULL ? "" : option, value == NULL ? "" : value);
    command_expect(import_command, fixture, line, status, part == NULL ? "" : part);
}

static const char *put_file(struct fixture *fixture, const char *name, const char *text)
{
    static char path[300];

    snprintf(path, sizeof path, "%s/%s", fixture->root, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return path;
}

static struct board_set *load(struct fixture *fixture)
{
    struct board_set *set = share_load(fixture->share, &fixture->env);

    assert_non_null(set);
    return set;
}

static void imports_both_sources(void **state)
{
    struct fixture *fixture = *state;

    expect(fixture, 0, "read 5 ambitions, 25 goals, 34 actions, 4 columns",
           "tests/data/tabel-meierij.txt", NULL, NULL);
    expect(fixture, 0, "read 3 ambitions, 7 goals, 33 actions",
           "tests/data/tabel-jaarplan.txt", NULL, NULL);
    expect(fixture, 0, "nothing changed", "tests/data/tabel-meierij.txt", NULL, NULL);
    expect(fixture, 0, "nothing changed", "tests/data/tabel-jaarplan.txt", NULL, NULL);
    struct board_set *set = load(fixture);
    const struct board *board = board_set_find(set, "tabel-meierij");
    assert_non_null(board);
    assert_int_equal(board->action_count, 34);
    assert_int_equal(board->goal_count, 25);
    assert_int_equal(board_action_find(board, "2.4a")->scope, SCOPE_BOTH);
    assert_int_equal(board_action_find(board, "2.4a")->due.kind, DUE_CONTINUOUS);
    assert_int_equal(board_action_find(board, "3.1a")->track_count, 3);
    assert_string_equal(board_action_find(board, "5.3a")->refs, "3.4");
    assert_int_equal(board->change_count, 0);
    board_set_free(set);
}

static void imports_every_board_twice(void **state)
{
    static const char *const names[] = {
        "ontwikkelagenda-meierij", "voorbeeld",
        "handreiking-alkmaar",     "jaarplan-ppo-nk",
        "samenwerking-gemeenten",  "thuiszitters-groningen"};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[64];
        snprintf(path, sizeof path, "boards/%s", names[i]);
        expect(fixture, 0, "new board", path, NULL, NULL);
        expect(fixture, 0, "nothing changed", path, NULL, NULL);
    }
    struct board_set *set = load(fixture);
    assert_int_equal(set->count, 6);
    const struct board *example = board_set_find(set, "voorbeeld");
    assert_true(example->example);
    assert_true(example->change_count > 300);
    assert_int_equal(board_action_find(example, "1.3a")->shift_count >= 1, 1);
    assert_int_equal(board_set_find(set, "ontwikkelagenda-meierij")->change_count, 0);
    board_set_free(set);
}

static void a_table_over_a_typed_board_keeps_its_titles(void **state)
{
    struct fixture *fixture = *state;

    expect(fixture, 0, NULL, "boards/ontwikkelagenda-meierij", NULL, NULL);
    expect(fixture, 0, NULL, "tests/data/tabel-meierij.txt", "--board",
           "ontwikkelagenda-meierij");
    struct board_set *set = load(fixture);
    const struct action *action = board_action_find(&set->boards[0], "2.1a");
    assert_int_equal(set->count, 1);
    assert_int_equal(set->boards[0].action_count, 34);
    assert_string_equal(action->title, "Pilot inkoop jeugdhulp (v)so");
    board_set_free(set);
}

static const char first_table[] =
    "Ambitie 1: Samen\nWat;Wie;Wanneer\n1.1 Doel;;\nWarme overdracht;po;2023\n"
    "Vast aanspreekpunt;gemeente;2024\n";
static const char second_table[] =
    "Ambitie 1: Samen\nWat;Wie;Wanneer\n1.1 Doel;;\nIets nieuws;po;2026\n"
    "Warme overdracht;po, vo;2025\nVast aanspreekpunt;gemeente;2024\n";

static void a_newer_table_keeps_progress(void **state)
{
    struct fixture *fixture = *state;
    const struct share_edit reports[] = {
        {"track", "plan/1.1a/onderwijs", "health", "op koers", 0, "swv po"},
        {"track", "plan/1.1a/onderwijs", "lead", "swv po", 0, "swv po"},
        {"action", "plan/1.1b", "due", "2027", 0, "regiegroep"},
    };

    expect(fixture, 0, "new board with 2 actions",
           put_file(fixture, "plan.csv", first_table), NULL, NULL);
    assert_true(share_apply(fixture->share, reports, 3, &fixture->env, NULL));
    expect(fixture, 0, "1.1a due: \"2023\" -> \"2025\"",
           put_file(fixture, "plan.csv", second_table), NULL, NULL);
    expect(fixture, 0, "nothing changed", put_file(fixture, "plan.csv", second_table), NULL,
           NULL);
    struct board_set *set = load(fixture);
    const struct board *board = &set->boards[0];
    assert_int_equal(board->action_count, 3);
    const struct action *first = board_action_find(board, "1.1a");
    assert_string_equal(first->text, "Warme overdracht");
    assert_string_equal(first->due_text, "2025");
    assert_int_equal(first->tracks[board_column_find(board, "onderwijs")->index]->health,
                     HEALTH_ON_COURSE);
    // The plan did not change there, so what was decided stays.
    assert_string_equal(board_action_find(board, "1.1b")->due_text, "2027");
    assert_string_equal(board_action_find(board, "1.1c")->text, "Iets nieuws");
    assert_ptr_equal(board->actions, board_action_find(board, "1.1c"));
    board_set_free(set);
}

static void what_is_gone_stays_until_pruned(void **state)
{
    struct fixture *fixture = *state;

    expect(fixture, 0, NULL, put_file(fixture, "plan.csv", second_table), NULL, NULL);
    expect(fixture, 0, "not in the file any more: action 1.1a",
           put_file(fixture, "plan.csv", first_table), NULL, NULL);
    struct board_set *set = load(fixture);
    assert_int_equal(set->boards[0].action_count, 3);
    board_set_free(set);
    expect(fixture, 0, "1.1a deleted", put_file(fixture, "plan.csv", first_table),
           "--prune", NULL);
    set = load(fixture);
    assert_int_equal(set->boards[0].action_count, 2);
    board_set_free(set);
}

// A flat sheet names no programme at all.
static void a_sheet_without_a_title_makes_a_board(void **state)
{
    struct fixture *fixture = *state;
    const char *path = put_file(fixture, "mijn-plan.csv",
                                "Ambitie;Doel;Wat;Wie\n1 Samen;1.1 Zien;Kijken;po\n;;Horen;vo\n");

    expect(fixture, 0, "new board with 2 actions", path, NULL, NULL);
    expect(fixture, 0, "nothing changed", path, NULL, NULL);
    struct board_set *set = load(fixture);
    assert_int_equal(set->count, 1);
    assert_string_equal(set->boards[0].title, "Mijn plan");
    assert_int_equal(set->boards[0].action_count, 2);
    board_set_free(set);
}

static void unsound_changes_nothing_at_all(void **state)
{
    struct fixture *fixture = *state;
    struct env_stat before;
    struct env_stat after;

    expect(fixture, 3, "no actions found",
           put_file(fixture, "brief.txt", "Geachte heer,\n\nDank.\n"), NULL, NULL);
    assert_int_equal(fixture_count(fixture), 0);
    expect(fixture, 0, NULL, put_file(fixture, "plan.csv", first_table), NULL, NULL);
    assert_int_equal(fixture_stat(fixture, "board.sqlite", &before), 0);
    expect(fixture, 3, "plan.csv:2: error",
           put_file(fixture, "plan.csv", "Wat;Wie\n\"open;po\n"), NULL, NULL);
    expect(fixture, 3, "xlsx", put_file(fixture, "plan.csv", "PK\x03\x04zip"), NULL, NULL);
    expect(fixture, 3, "No such file", "/nonexistent/plan.csv", NULL, NULL);
    // A sound file beside an unsound one is not imported either.
    expect(fixture, 3, "is unsound", "boards/jaarplan-ppo-nk", "/nonexistent/plan.csv",
           NULL);
    assert_int_equal(fixture_stat(fixture, "board.sqlite", &after), 0);
    assert_int_equal(before.inode, after.inode);
    assert_int_equal(before.mtime_ns, after.mtime_ns);
    fixture_write(fixture, "board.sqlite", "no database at all, whatever its name", 37);
    expect(fixture, 3, "cannot be used (foreign)", "boards/jaarplan-ppo-nk", NULL, NULL);
}

static void a_dry_run_writes_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct env_stat before;
    struct env_stat after;

    expect(fixture, 0, "nothing was written", put_file(fixture, "plan.csv", first_table),
           "--dry-run", NULL);
    assert_int_equal(fixture_count(fixture), 0);
    expect(fixture, 0, NULL, put_file(fixture, "plan.csv", first_table), NULL, NULL);
    assert_int_equal(fixture_stat(fixture, "board.sqlite", &before), 0);
    expect(fixture, 0, "1.1a due: \"2023\" -> \"2025\"",
           put_file(fixture, "plan.csv", second_table), "--dry-run", NULL);
    assert_int_equal(fixture_stat(fixture, "board.sqlite", &after), 0);
    assert_int_equal(before.inode, after.inode);
}

static void says_how_it_is_used(void **state)
{
    struct fixture *fixture = *state;

    expect(fixture, 0, "Usage", "--help", NULL, NULL);
    expect(fixture, 2, "Usage", "boards/voorbeeld", "--nonsense", NULL);
    expect(fixture, 2, "--board", "--board=x", "boards/voorbeeld",
           "boards/jaarplan-ppo-nk");
    command_expect(import_command, fixture, "import", 2, "name a file");
    command_expect(import_command, fixture, "import boards/voorbeeld", 2, "--share DIR");
}

static void refuses_pipes_and_folders_without_actions(void **state)
{
    struct fixture *fixture = *state;
    char path[300];

    snprintf(path, sizeof path, "%s/pijp.csv", fixture->root);
    assert_int_equal(mkfifo(path, 0600), 0);
    expect(fixture, 3, "is not a regular file", path, NULL, NULL);
    unlink(path);
    snprintf(path, sizeof path, "%s/leeg", fixture->root);
    assert_int_equal(mkdir(path, 0700), 0);
    put_file(fixture, "leeg/bord.csv", "veld;waarde\ntitel;Leeg\n");
    expect(fixture, 3, "there is no action", path, NULL, NULL);
    assert_int_equal(fixture_count(fixture), 0);
    unlink(put_file(fixture, "leeg/bord.csv", ""));
    rmdir(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(imports_both_sources),
        fixture_test(imports_every_board_twice),
        fixture_test(a_table_over_a_typed_board_keeps_its_titles),
        fixture_test(a_newer_table_keeps_progress),
        fixture_test(what_is_gone_stays_until_pruned),
        fixture_test(a_sheet_without_a_title_makes_a_board),
        fixture_test(unsound_changes_nothing_at_all),
        fixture_test(a_dry_run_writes_nothing),
        fixture_test(says_how_it_is_used),
        fixture_test(refuses_pipes_and_folders_without_actions),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
