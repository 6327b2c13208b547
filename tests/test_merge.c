// regiebord merge and restore: a round without a screen, and a board as it was.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/stat.h>

#include "base/day.h"
#include "command_fixture.h"
#include "desk/merge.h"
#include "desk/restore.h"
#include "share_fixture.h"

static const char COPY[] = "board.sync-conflict-20261122-101500-ABCDEF7.sqlite";

static void state_in(struct fixture *fixture)
{
    setenv("XDG_STATE_HOME", fixture->root, 1);
}

static void copy_board(struct fixture *fixture, const char *to)
{
    size_t size;
    unsigned char *bytes = share_fixture_read(fixture, "board.sqlite", &size);

    fixture_write(fixture, to, bytes, size);
    free(bytes);
}

static void expect_title(struct fixture *fixture, const char *title)
{
    struct gate *gate = gate_open(fixture);

    gate_import(gate, fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "title"), title);
    gate_close(gate);
}

static void merges_a_folder(void **state)
{
    struct fixture *fixture = *state;
    char path[300];
    struct stat stat_of;

    state_in(fixture);
    share_fixture_publish(fixture);
    copy_board(fixture, COPY);
    share_fixture_sql(fixture, COPY, "UPDATE action SET title='van elders'");
    share_fixture_sql(fixture, "board.sqlite", "UPDATE action SET brief='van hier'");
    usleep(60000); // what was written just now may change again
    command_expect(merge_command, fixture, "merge --share SHARE", 0,
                   "conflict copies merged: 1");
    expect_title(fixture, "van elders");
    struct env_stat found;
    assert_true(fixture_stat(fixture, COPY, &found) != 0);
    snprintf(path, sizeof path, "%s/regiebord-merge/local.db", fixture->root);
    assert_int_equal(stat(path, &stat_of), 0);
    command_expect(merge_command, fixture, "merge --share SHARE", 0, "nothing to publish");
}

static void says_what_it_cannot_merge(void **state)
{
    static const struct {
        const char *name, *content; // of board.sqlite
        size_t size;
        int status;
        const char *part;
    } cases[] = {
        {"foreign", "geen bord, maar iets heel anders", 32, 3, "board.sqlite: foreign"},
        {"empty", "", 0, 3, "board.sqlite: empty"},
        {"torn", "SQLite format 3", 16, 3, "board.sqlite: truncated"},
    };
    struct fixture *fixture = *state;

    state_in(fixture);
    command_expect(merge_command, fixture, "merge --share SHARE --wait 0", 0,
                   "0 entries, 0 of them new here");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture_write(fixture, "board.sqlite", cases[i].content, cases[i].size);
        command_expect(merge_command, fixture, "merge --share SHARE --wait 0",
                       cases[i].status, cases[i].part);
        struct env_stat stat;
        fixture_stat(fixture, "board.sqlite", &stat);
        assert_int_equal(stat.size, cases[i].size);
    }
    unlink(fixture_path(fixture, 0, "board.sqlite"));
    rmdir(fixture->share);
    command_expect(merge_command, fixture, "merge --share SHARE", 1,
                   "the folder is not there");
}

static void asks_for_sense(void **state)
{
    static const struct {
        command *run;
        const char *line;
    } cases[] = {
        {merge_command, "merge"},
        {merge_command, "merge --share SHARE extra"},
        {merge_command, "merge --share SHARE --wait soon"},
        {merge_command, "merge --share SHARE --wait -1"},
        {restore_command, "restore --share SHARE"},
        {restore_command, "restore --at 2025-11-11T10:42"},
        {restore_command, "restore --share SHARE --at gisteren"},
        {restore_command, "restore --share SHARE --at 2999-01-01"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        command_expect(cases[i].run, *state, cases[i].line, 2, "regiebord ");
    }
    command_expect(merge_command, *state, "merge --help", 0, "--wait SECONDS");
    command_expect(restore_command, *state, "restore --help", 0, "--at 2025");
}

static void needs_a_log_of_its_own(void **state)
{
    struct fixture *fixture = *state;

    fixture_write(fixture, "../in-the-way", "", 0);
    char line[400];
    snprintf(line, sizeof line, "merge --share SHARE --state %s/in-the-way/state",
             fixture->root);
    command_expect(merge_command, fixture, line, 1, "the log cannot be opened");
}

static void restores_a_day(void **state)
{
    struct fixture *fixture = *state;
    const struct share_edit edits[] = {
        {"action", "proef/1.1a", "title", "vroeger", day_moment_ms(20400, 600), "Sam"},
        {"action", "proef/1.1a", "title", "later", day_moment_ms(20402, 600), "Sam"},
    };

    state_in(fixture);
    // The plan is of today, so that the past gets one of its own.
    struct share_edit plan[SHARE_FIXTURE_PLAN];
    memcpy(plan, share_fixture_plan, sizeof plan);
    for (size_t i = 0; i < SHARE_FIXTURE_PLAN; i++) {
        plan[i].at_ms = day_moment_ms(20399, 600);
    }
    assert_true(share_apply(fixture->share, plan, SHARE_FIXTURE_PLAN, &fixture->env, NULL));
    assert_true(share_apply(fixture->share, edits, 2, &fixture->env, NULL));
    expect_title(fixture, "later");
    command_expect(restore_command, fixture,
                   "restore --share SHARE --at 2025-11-10 --board anders", 3,
                   "there is no board 'anders'");
    command_expect(restore_command, fixture, "restore --share SHARE --at 2025-11-08", 0,
                   "1 cells were brought back");
    expect_title(fixture, "vroeger");
    command_expect(restore_command, fixture,
                   "restore --share SHARE --at 2025-11-10T23:00 --board proef", 0,
                   "1 cells were brought back");
    expect_title(fixture, "later");
    fixture_write(fixture, "board.sqlite", "geen bord, maar iets heel anders", 32);
    command_expect(restore_command, fixture, "restore --share SHARE --at 2025-11-08", 3,
                   "nothing was changed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(merges_a_folder), fixture_test(says_what_it_cannot_merge),
        fixture_test(asks_for_sense),  fixture_test(needs_a_log_of_its_own),
        fixture_test(restores_a_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
