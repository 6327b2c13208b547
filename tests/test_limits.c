// What a shared file may hold: nobody publishes more, and nobody lets himself be flooded.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/log.h"
#include "share_fixture.h"
#include "store/build.h"
#include "store/clock.h"
#include "store/limits.h"

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

// `count` rows of notes that begin with a letter.
static void add_rows(struct fold *fold, char letter, size_t count)
{
    struct record *records = calloc(count, sizeof *records);
    char(*names)[24] = calloc(count, sizeof *names);

    for (size_t i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "%c%zu", letter, i);
        records[i] = (struct record){.hlc = clock_at(1000),
                                     .device = "0123456789abcdef",
                                     .eid = i + ((uint64_t)(unsigned char)letter << 32),
                                     .table = "note",
                                     .row = names[i],
                                     .column = RECORD_LIVE,
                                     .value = "1",
                                     .size = 1,
                                     .author = "",
                                     .base = RECORD_NO_BASE};
    }
    assert_true(fold_add(fold, records, count));
    free(names);
    free(records);
}

static bool builds(struct gate *gate, struct fixture *fixture, const char *name)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    bool ok = build_file(gate->fold, gate->schema, &bytes, &size);

    assert_int_equal(bytes != NULL, ok);
    if (ok && name != NULL) {
        fixture_write(fixture, name, bytes, size);
    }
    free(bytes);
    return ok;
}

static void knows_the_limits(void **state)
{
    struct fold *fold = fold_create();

    (void)state;
    add_rows(fold, 'a', 10);
    assert_null(limits_fault(fold, LIMIT_RECORDS - 10, LIMIT_ROWS - 10));
    assert_non_null(limits_fault(fold, LIMIT_RECORDS - 9, 0));
    assert_non_null(limits_fault(fold, 0, LIMIT_ROWS - 9));
    // Rows that are deleted take no room in a table.
    struct record gone = *fold->records[0];
    gone.hlc++;
    gone.value = "0";
    assert_true(fold_add(fold, &gone, 1));
    assert_null(limits_fault(fold, 0, LIMIT_ROWS - 9));
    fold_destroy(fold);
}

static void does_not_publish_what_nobody_reads(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);

    add_rows(gate->fold, 'a', LIMIT_ROWS);
    assert_true(builds(gate, fixture, "board.sqlite"));
    struct gate *other = gate_open(fixture);
    assert_int_equal(gate_import(other, fixture, "board.sqlite").trouble, TROUBLE_NONE);
    gate_close(other);
    add_rows(gate->fold, 'b', 1);
    assert_false(builds(gate, fixture, NULL));
    gate_close(gate);
}

static void is_not_flooded(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);
    struct gate *flood = gate_open(fixture);
    char path[300];

    snprintf(path, sizeof path, "%s/local.db", fixture->state);
    add_rows(gate->fold, 'a', 1000);
    add_rows(flood->fold, 'b', LIMIT_ROWS - 999);
    assert_true(builds(flood, fixture, "board-flood.sqlite"));
    gate->import.log = log_open(path, &fixture->env);
    struct import_result result = gate_import(gate, fixture, "board-flood.sqlite");
    assert_int_equal(result.trouble, TROUBLE_UNSAFE);
    assert_int_equal(result.added, 0);
    assert_int_equal(gate->fold->count, 1000);
    assert_int_equal(log_reject_count(gate->import.log), 1);
    assert_true(builds(gate, fixture, NULL));
    log_close(gate->import.log);
    gate_close(flood);
    gate_close(gate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_limits),
        fixture_test(does_not_publish_what_nobody_reads),
        fixture_test(is_not_flooded),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
