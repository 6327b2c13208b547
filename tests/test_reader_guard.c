// How much work a foreign file may be: a measure that a slow or busy machine does not
// change.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"
#include "share_fixture.h"

enum { LOOK_STEPS = 5000, COLUMNS = 60 };

// A clock that goes on by so much whenever somebody looks.
static struct {
    int64_t now_ms, step_ms, looks;
} clock_told;

static int64_t clock_look(void *context)
{
    (void)context;
    clock_told.looks++;
    clock_told.now_ms += clock_told.step_ms;
    return clock_told.now_ms;
}

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

static enum trouble read_at(struct fixture *fixture, int64_t step_ms)
{
    struct gate *gate = gate_open(fixture);

    memset(&clock_told, 0, sizeof clock_told);
    clock_told.step_ms = step_ms;
    fixture->env.mono_ms = clock_look;
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    gate_close(gate);
    return result.trouble;
}

static void publish_with(struct fixture *fixture, const char *sql)
{
    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite", sql);
}

static const char many_entries[] =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000)"
    "INSERT INTO chg SELECT i<<16,'x',randomblob(8),'track','proef/1.1a/gemeente','lead',"
    "'t'||i,'',NULL FROM n";

static void reads_a_sound_file_on_a_machine_that_is_busy(void **state)
{
    struct fixture *fixture = *state;

    publish_with(fixture, many_entries);
    assert_int_equal(read_at(fixture, 400), TROUBLE_NONE);
    assert_true(clock_told.now_ms > 2500);
}

static void a_clock_that_runs_away_ends_it(void **state)
{
    struct fixture *fixture = *state;

    publish_with(fixture, many_entries);
    assert_int_equal(read_at(fixture, 5000), TROUBLE_UNSAFE);
}

// Columns that were added later take no byte of a row, but are all looked at.
static void steps_without_measure_end_it(void **state)
{
    struct fixture *fixture = *state;
    char sql[80];
    size_t size = 0;

    publish_with(fixture,
                 "CREATE TABLE mine(a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                 "SELECT i+1 FROM n WHERE i<60000) INSERT INTO mine SELECT 1 FROM n");
    for (int i = 0; i < COLUMNS; i++) {
        snprintf(sql, sizeof sql,
                 "ALTER TABLE mine ADD COLUMN c%d TEXT NOT NULL DEFAULT ''", i);
        share_fixture_sql(fixture, "board.sqlite", sql);
    }
    free(share_fixture_read(fixture, "board.sqlite", &size));
    assert_int_equal(read_at(fixture, 0), TROUBLE_UNSAFE);
    assert_true(clock_told.looks * LOOK_STEPS < 3000000 + (int64_t)size * 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(reads_a_sound_file_on_a_machine_that_is_busy),
        fixture_test(a_clock_that_runs_away_ends_it),
        fixture_test(steps_without_measure_end_it),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
