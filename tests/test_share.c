// The tools' interface: edits come in once, people's reports survive a new import of the
// plan.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/board.h"
#include "folder_fixture.h"
#include "share/share.h"

static const struct share_edit plan[] = {
    {"board", "proef", "title", "Proef", 0, "plan"},
    {"board_column", "proef/gemeente", "board", "proef", 0, "plan"},
    {"board_column", "proef/gemeente", "column_id", "gemeente", 0, "plan"},
    {"board_column", "proef/gemeente", "title", "Gemeente", 0, "plan"},
    {"ambition", "proef/1", "board", "proef", 0, "plan"},
    {"ambition", "proef/1", "code", "1", 0, "plan"},
    {"goal", "proef/1.1", "board", "proef", 0, "plan"},
    {"goal", "proef/1.1", "ambition", "1", 0, "plan"},
    {"goal", "proef/1.1", "code", "1.1", 0, "plan"},
    {"action", "proef/1.1a", "board", "proef", 0, "plan"},
    {"action", "proef/1.1a", "goal", "1.1", 0, "plan"},
    {"action", "proef/1.1a", "code", "1.1a", 0, "plan"},
    {"action", "proef/1.1a", "title", "Zorgplicht uitleggen", 0, "plan"},
    {"action", "proef/1.1a", "funding", "", 0, "plan"},
    {"track", "proef/1.1a/gemeente", "board", "proef", 0, "plan"},
    {"track", "proef/1.1a/gemeente", "action", "1.1a", 0, "plan"},
    {"track", "proef/1.1a/gemeente", "column_id", "gemeente", 0, "plan"},
};
enum { PLAN_COUNT = sizeof plan / sizeof *plan };

static void imports_once(void **state)
{
    struct fixture *fixture = *state;
    struct share_result result;

    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, &result));
    assert_int_equal(result.added, 6);
    assert_int_equal(result.changed, 0);
    assert_int_equal(result.unchanged, 1); // the empty funding
    assert_string_equal(result.trouble, "");
    struct env_stat before;
    assert_int_equal(fixture_stat(fixture, "board.sqlite", &before), 0);
    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, &result));
    assert_int_equal(result.unchanged, PLAN_COUNT);
    struct env_stat after;
    assert_int_equal(fixture_stat(fixture, "board.sqlite", &after), 0);
    assert_int_equal(before.inode, after.inode);
    struct board_set *set = share_load(fixture->share, &fixture->env);
    assert_non_null(set);
    assert_string_equal(set->trouble, "");
    assert_int_equal(set->count, 1);
    assert_int_equal(set->boards[0].action_count, 1);
    assert_int_equal(set->boards[0].track_count, 1);
    assert_int_equal(set->boards[0].change_count, 0);
    board_set_free(set);
    assert_int_equal(fixture_count(fixture), 1); // no temporary files
}

static void keeps_what_people_report(void **state)
{
    struct fixture *fixture = *state;
    struct share_result result;
    const char *row = "proef/1.1a";
    const struct share_edit typed = {"action", row,  "title", "Uitleg over zorgplicht",
                                     0,        "Sam"};
    const struct share_edit newer = {"action", row,   "title", "Zorgplicht beter uitleggen",
                                     0,        "plan"};
    const struct share_edit found = {"action", row, "funding", "NPO", 0, "Sam"};

    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, NULL));
    assert_true(share_apply(fixture->share, &found, 1, &fixture->env, NULL));
    assert_true(share_apply(fixture->share, &typed, 1, &fixture->env, &result));
    assert_int_equal(result.changed, 1);
    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, &result));
    assert_int_equal(result.changed, 0);
    struct board_set *set = share_load(fixture->share, &fixture->env);
    assert_string_equal(set->boards[0].actions[0].title, "Uitleg over zorgplicht");
    assert_string_equal(set->boards[0].actions[0].funding, "NPO");
    assert_int_equal(set->boards[0].change_count, 2);
    assert_string_equal(set->boards[0].changes[1].before, "Zorgplicht uitleggen");
    board_set_free(set);
    assert_true(share_apply(fixture->share, &newer, 1, &fixture->env, &result));
    assert_int_equal(result.changed, 1);
    set = share_load(fixture->share, &fixture->env);
    assert_string_equal(set->boards[0].actions[0].title, "Zorgplicht beter uitleggen");
    board_set_free(set);
}

static void deletes_and_revives(void **state)
{
    struct fixture *fixture = *state;
    struct share_result result;
    const struct share_edit gone = {"action", "proef/1.1a", "_live", "0", 0, "Sam"};
    const struct share_edit back = {"action", "proef/1.1a", "_live", "1", 0, "Sam"};
    const struct share_edit left = {"ambition", "proef/1", "_live", "0", 0, "plan"};

    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, NULL));
    assert_true(share_apply(fixture->share, &gone, 1, &fixture->env, &result));
    assert_int_equal(result.removed, 1);
    assert_true(share_apply(fixture->share, &gone, 1, &fixture->env, &result));
    assert_int_equal(result.unchanged, 1);
    // The plan does not bring back what somebody deleted by hand ...
    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, &result));
    assert_int_equal(result.unchanged, PLAN_COUNT);
    assert_true(share_apply(fixture->share, &back, 1, &fixture->env, &result));
    assert_int_equal(result.added, 1);
    // ... but it does bring back what it deleted itself.
    assert_true(share_apply(fixture->share, &left, 1, &fixture->env, &result));
    assert_int_equal(result.removed, 1);
    const struct share_edit again = {"ambition", "proef/1", "_live", "1", 0, "plan"};
    assert_true(share_apply(fixture->share, &again, 1, &fixture->env, &result));
    assert_int_equal(result.added, 1);
    struct board_set *set = share_load(fixture->share, &fixture->env);
    assert_int_equal(set->boards[0].action_count, 1);
    board_set_free(set);
}

static void past_edits_are_the_same_each_time(void **state)
{
    struct fixture *fixture = *state;
    struct share_result result;
    const char *row = "proef/1.1a/gemeente";
    const struct share_edit past[] = {
        {"track", row, "health", "op koers", 1700000000000, "Sam"},
        {"track", row, "stage", "2", 1700000000000, "Sam"},
        {"track", row, "health", "knelpunt", 1710000000000, "Sam"},
    };

    assert_true(share_apply(fixture->share, plan, PLAN_COUNT, &fixture->env, NULL));
    assert_true(share_apply(fixture->share, past, 3, &fixture->env, &result));
    assert_int_equal(result.changed, 3);
    assert_true(share_apply(fixture->share, past, 3, &fixture->env, &result));
    assert_int_equal(result.unchanged, 3);
    struct board_set *set = share_load(fixture->share, &fixture->env);
    assert_int_equal(set->boards[0].tracks[0].health, HEALTH_BOTTLENECK);
    assert_int_equal(set->boards[0].change_count, 3);
    assert_int_equal(set->boards[0].changes[2].at_ms, 1710000000000);
    assert_string_equal(set->boards[0].changes[2].before, "op koers");
    board_set_free(set);
}

static void refuses_what_is_unsound(void **state)
{
    struct fixture *fixture = *state;
    struct share_result result;
    const struct share_edit wrong = {"action", "proef/1.1a", "colour", "red", 0, "Sam"};
    const struct share_edit title = {"board", "proef", "title", "Proef", 0, "plan"};
    const struct share_edit mixed[] = {title, wrong};

    assert_false(share_apply(fixture->share, mixed, 2, &fixture->env, &result));
    assert_int_equal(fixture_count(fixture), 0);
    fixture_write(fixture, "board.sqlite", "this is no database, by any measure", 35);
    assert_false(share_apply(fixture->share, &title, 1, &fixture->env, &result));
    assert_string_equal(result.trouble, "foreign");
    assert_int_equal(fixture_count(fixture), 1);
    struct board_set *set = share_load(fixture->share, &fixture->env);
    assert_string_equal(set->trouble, "foreign");
    assert_int_equal(set->count, 0);
    board_set_free(set);
    set = share_load("/nonexistent/folder", &fixture->env);
    assert_string_equal(set->trouble, "nofolder");
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(imports_once),
        fixture_test(keeps_what_people_report),
        fixture_test(deletes_and_revives),
        fixture_test(past_edits_are_the_same_each_time),
        fixture_test(refuses_what_is_unsound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
