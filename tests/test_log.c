// The local log: what it was given it gives back, also after damage to its file has been
// put aside.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_records.h"
#include "store/log.h"

enum { RECORDS = 300 };

static void log_path(struct fixture *fixture, char out[300])
{
    snprintf(out, 300, "%s/local.db", fixture->state);
}

static void keeps_entries(void **state)
{
    struct fixture *fixture = *state;
    struct record records[RECORDS];
    struct fold *expected = fold_create();
    char path[300];
    char device[20];

    log_path(fixture, path);
    struct log *log = log_open(path, &fixture->env);
    assert_non_null(log);
    assert_int_equal(strlen(log_device(log)), 16);
    assert_int_equal(log_own_last(log), -1);
    snprintf(device, sizeof device, "%s", log_device(log));
    for (size_t i = 0; i < RECORDS; i++) {
        records[i] = random_record(fixture);
        records[i].rx_ms = (int64_t)i;
    }
    records[0].device = device;
    records[0].hlc = 77;
    for (size_t i = 0; i < RECORDS; i += 50) {
        assert_true(log_append(log, records + i, 50, true));
        assert_true(fold_add(expected, records + i, 50));
    }
    log_close(log);
    log = log_open(path, &fixture->env);
    assert_string_equal(log_device(log), device);
    assert_int_equal(log_own_last(log), 77);
    struct fold *found = fold_create();
    assert_true(log_load(log, found));
    assert_int_equal(found->count, expected->count);
    for (size_t i = 0; i < found->count; i++) {
        assert_int_equal(record_compare(found->records[i], expected->records[i]), 0);
        assert_int_equal(record_compare_payload(found->records[i], expected->records[i]),
                         0);
    }
    log_reject(log, "board.sqlite", "its time is out of range", "-1 x");
    log_reject(log, "board.sqlite", "its time is out of range", "-1 x");
    assert_int_equal(log_reject_count(log), 1);
    log_close(log);
    log_close(NULL);
    fold_destroy(found);
    fold_destroy(expected);
}

static void starts_anew_after_damage(void **state)
{
    static const char *const damages[] = {
        "rubbish that is no database at all, not even by its length", NULL};
    struct fixture *fixture = *state;
    struct record record = random_record(fixture);
    char path[300];

    log_path(fixture, path);
    for (size_t i = 0; i < 2; i++) {
        struct log *log = log_open(path, &fixture->env);
        assert_non_null(log);
        assert_true(log_append(log, &record, 1, true));
        log_close(log);
        FILE *file = fopen(path, damages[i] != NULL ? "w" : "r+");
        if (damages[i] == NULL) {
            fseek(file, 4096, SEEK_SET);
        }
        for (int j = 0; j < 200; j++) {
            fputs(damages[i] != NULL ? damages[i] : "damage in the middle", file);
        }
        fclose(file);
        log = log_open(path, &fixture->env);
        assert_non_null(log);
        struct fold *fold = fold_create();
        assert_true(log_load(log, fold));
        assert_int_equal(fold->count, 0);
        fold_destroy(fold);
        log_close(log);
    }
    int count = 0;
    assert_int_equal(fixture->env.list(fixture, fixture->state, fixture_add, &count), 0);
    assert_int_equal(count, 3); // the log, and two that were put aside
}

static void has_one_owner(void **state)
{
    struct fixture *fixture = *state;
    char path[300];

    log_path(fixture, path);
    struct log *log = log_open(path, &fixture->env);
    assert_non_null(log);
    assert_null(log_open(path, &fixture->env));
    log_close(log);
    assert_null(log_open("/nonexistent/local.db", &fixture->env));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(keeps_entries),
        fixture_test(starts_anew_after_damage),
        fixture_test(has_one_owner),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
