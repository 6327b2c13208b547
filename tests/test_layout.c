// The layout of local.db over the versions: an older one is taken over, a newer one is used
// as far as it goes, and never put aside as damaged.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_records.h"
#include "share_fixture.h"
#include "store/layout.h"
#include "store/log.h"

static const char *log_path(struct fixture *fixture)
{
    static char path[300];

    snprintf(path, sizeof path, "%s/local.db", fixture->state);
    return path;
}

static void run(struct fixture *fixture, const char *sql)
{
    share_fixture_sql(fixture, "../state/local.db", sql);
}

static int number(struct fixture *fixture, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_open(log_path(fixture), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int found = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return found;
}

// A log with an entry of its own in it.
static void make_log(struct fixture *fixture, char device[20])
{
    struct log *log = log_open(log_path(fixture), &fixture->env);
    struct record record = random_record(fixture);

    assert_non_null(log);
    snprintf(device, 20, "%s", log_device(log));
    assert_true(log_append(log, &record, 1, false));
    assert_true(log_keep(log, "drafts", "half"));
    log_close(log);
}

// Opens it again: the entry, the device and the draft are there, and it takes another.
static void check_log(struct fixture *fixture, const char *device)
{
    struct log *log = log_open(log_path(fixture), &fixture->env);
    struct fold *fold = fold_create();
    struct record record = random_record(fixture);

    assert_non_null(log);
    assert_string_equal(log_device(log), device);
    assert_true(log_load(log, fold));
    assert_int_equal(fold->count, 1);
    assert_true(log_append(log, &record, 1, true));
    char *text = log_kept(log, "drafts");
    assert_string_equal(text, "half");
    free(text);
    assert_true(log_backup(log));
    log_close(log);
    fold_destroy(fold);
}

static void notes_its_version(void **state)
{
    struct fixture *fixture = *state;
    char device[20];

    make_log(fixture, device);
    assert_int_equal(number(fixture, "PRAGMA user_version"), LAYOUT_VERSION);
    // Before there were versions, and before there was an index of what nobody saw yet.
    run(fixture, "PRAGMA user_version=0; DROP INDEX chg_unseen");
    check_log(fixture, device);
    assert_int_equal(number(fixture, "PRAGMA user_version"), LAYOUT_VERSION);
    assert_int_equal(
        number(fixture, "SELECT count(*) FROM sqlite_master WHERE name='chg_unseen'"), 1);
}

// What a newer program may add without shutting out this one.
static void goes_on_with_a_newer_one(void **state)
{
    struct fixture *fixture = *state;
    char device[20];

    make_log(fixture, device);
    run(fixture, "ALTER TABLE chg ADD COLUMN room TEXT; UPDATE chg SET room='hal';"
                 "CREATE TABLE later(x); INSERT INTO later VALUES('straks');"
                 "CREATE INDEX chg_room ON chg(room); PRAGMA user_version=99");
    check_log(fixture, device);
    assert_int_equal(number(fixture, "PRAGMA user_version"), 99);
    assert_int_equal(number(fixture, "SELECT count(*) FROM chg WHERE room='hal'"), 1);
    assert_int_equal(number(fixture, "SELECT count(*) FROM later WHERE x='straks'"), 1);
}

static void count_name(void *to, const char *name)
{
    *(int *)to += strncmp(name, "local.db", 8) == 0;
}

// What it cannot go on with it leaves as it is, to the last byte: the newer program will be
// back.
static void leaves_one_that_it_does_not_know(void **state)
{
    static const char *const changes[] = {
        "ALTER TABLE chg RENAME COLUMN seen TO state",
        "ALTER TABLE chg RENAME TO entry",
        "ALTER TABLE meta RENAME TO kept",
        "ALTER TABLE reject RENAME TO refused",
        "DROP INDEX chg_unseen",
    };
    struct fixture *fixture = *state;
    char device[20];
    size_t before_size;
    size_t after_size;

    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        int names = 0;
        make_log(fixture, device);
        run(fixture, changes[i]);
        run(fixture, "PRAGMA user_version=99");
        unsigned char *before =
            share_fixture_read(fixture, "../state/local.db", &before_size);
        assert_null(log_open(log_path(fixture), &fixture->env));
        unsigned char *after =
            share_fixture_read(fixture, "../state/local.db", &after_size);
        assert_int_equal(before_size, after_size);
        assert_memory_equal(before, after, before_size);
        fixture->env.list(fixture, fixture->state, count_name, &names);
        assert_int_equal(names, 1);
        free(before);
        free(after);
        unlink(log_path(fixture));
    }
}

// Of this program's own version, the same is damage, and the copies are there for that.
static void puts_aside_one_of_its_own(void **state)
{
    struct fixture *fixture = *state;
    char device[20];
    int names = 0;

    make_log(fixture, device);
    run(fixture, "ALTER TABLE chg RENAME COLUMN seen TO state");
    struct log *log = log_open(log_path(fixture), &fixture->env);
    assert_non_null(log);
    log_close(log);
    fixture->env.list(fixture, fixture->state, count_name, &names);
    assert_int_equal(names, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(notes_its_version),
        fixture_test(goes_on_with_a_newer_one),
        fixture_test(leaves_one_that_it_does_not_know),
        fixture_test(puts_aside_one_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
