// The local log: what it was given it gives back, also after damage to its file has been
// put aside.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>

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

static struct log *open_log(struct fixture *fixture)
{
    char path[300];

    log_path(fixture, path);
    struct log *log = log_open(path, &fixture->env);
    assert_non_null(log);
    return log;
}

static void assert_unseen(struct log *log, size_t expected, int64_t expected_ms)
{
    size_t count = 99;
    int64_t since_ms = 99;

    assert_true(log_unseen(log, &count, &since_ms));
    assert_int_equal(count, expected);
    assert_int_equal(since_ms, expected_ms);
}

static void knows_what_was_never_shared(void **state)
{
    enum { COUNT = 5 };
    struct fixture *fixture = *state;
    struct log *log = open_log(fixture);
    struct record records[COUNT];
    struct record *some[] = {&records[0], &records[2], &records[3]};

    assert_unseen(log, 0, 0);
    for (size_t i = 0; i < COUNT; i++) {
        records[i] = random_record(fixture);
        records[i].hlc = (int64_t)i;
        records[i].rx_ms = 1000 + (int64_t)i;
        records[i].device = log_device(log);
    }
    records[3].device = "ext?"; // stands in the tables of the file itself
    assert_true(log_append(log, records, 3, false));
    assert_true(log_append(log, records + 3, 1, false));
    assert_true(log_append(log, records + 4, 1, true));
    assert_unseen(log, 3, 1000);
    assert_true(log_mark_seen(log, some, 3));
    assert_true(records[0].seen);
    assert_unseen(log, 1, 1001);
    assert_true(log_mark_seen(log, some, 3)); // once more is fine
    assert_true(log_mark_seen(log, NULL, 0));
    log_close(log);
    log = open_log(fixture);
    assert_unseen(log, 1, 1001);
    struct fold *fold = fold_create();
    assert_true(log_load(log, fold));
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(fold->records[i]->seen, i != 1);
    }
    fold_destroy(fold);
    log_close(log);
}

// A greater payload of a known key came from a shared file, so it was seen there.
static void a_tie_that_is_settled_was_seen(void **state)
{
    struct fixture *fixture = *state;
    struct log *log = open_log(fixture);
    struct record record = random_record(fixture);

    record.value = "a";
    record.size = 1;
    record.device = log_device(log);
    assert_true(log_append(log, &record, 1, false));
    record.value = "b";
    assert_true(log_append(log, &record, 1, true));
    assert_unseen(log, 0, 0);
    struct fold *fold = fold_create();
    assert_true(log_load(log, fold));
    assert_int_equal(fold->count, 1);
    assert_string_equal(fold->records[0]->value, "b");
    assert_true(fold->records[0]->seen);
    fold_destroy(fold);
    log_close(log);
}

static void keeps_texts(void **state)
{
    static char large[64 * 1024 + 2];
    struct fixture *fixture = *state;
    struct log *log = open_log(fixture);
    char device[20];

    memset(large, 'x', sizeof large - 1);
    snprintf(device, sizeof device, "%s", log_device(log));
    assert_null(log_kept(log, "draft"));
    assert_true(log_keep(log, "draft", "half een notitie"));
    assert_true(log_keep(log, "dev", "not a device"));
    assert_false(log_keep(log, "draft", large));
    assert_false(log_keep(log, large, "x"));
    assert_null(log_kept(log, large));
    log_close(log);
    log = open_log(fixture);
    assert_string_equal(log_device(log), device);
    char *text = log_kept(log, "draft");
    assert_string_equal(text, "half een notitie");
    free(text);
    large[64 * 1024] = '\0';
    assert_true(log_keep(log, "draft", large));
    text = log_kept(log, "draft");
    assert_string_equal(text, large);
    free(text);
    assert_true(log_keep(log, "draft", NULL));
    assert_null(log_kept(log, "draft"));
    log_close(log);
}

// Which machine this is ------------------------------------------------------------------

static const char *machine; // NULL: it cannot be told

static int tell_machine(void *context, char out[ENV_FINGERPRINT])
{
    (void)context;
    snprintf(out, ENV_FINGERPRINT, "%s", machine == NULL ? "" : machine);
    return machine == NULL ? -ENOENT : 0;
}

// A log is opened on these machines, one after the other; each has a device of its own.
static void a_copied_log_is_another_device(void **state)
{
    static const struct {
        const char *machine;
        int device; // the number of its name, in the order in which they came
    } turns[] = {
        {NULL, 0}, {"a", 0}, {"a", 0}, {NULL, 0}, {"b", 1},
        {NULL, 1}, {"b", 1}, {"a", 0}, {"c", 2},
    };
    struct fixture *fixture = *state;
    char names[3][20] = {"", "", ""};

    fixture->env.fingerprint = tell_machine;
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        machine = turns[i].machine;
        struct log *log = open_log(fixture);
        char *name = names[turns[i].device];
        if (name[0] == '\0') {
            strcpy(name, log_device(log));
            struct record record = random_record(fixture);
            record.device = name;
            record.hlc = (int64_t)i << 16;
            assert_true(log_append(log, &record, 1, false));
        }
        assert_string_equal(log_device(log), name);
        log_close(log);
    }
    assert_string_not_equal(names[0], names[1]);
    assert_string_not_equal(names[1], names[2]);
    // What it wrote under another name it still has, and has to share.
    struct log *log = open_log(fixture);
    assert_unseen(log, 3, 0);
    log_close(log);
}

// The time of its own last entry does not follow a row from the future.
static void does_not_follow_a_row_from_the_future(void **state)
{
    const int64_t day_ms = 24 * 60 * 60 * 1000;
    struct fixture *fixture = *state;
    struct log *log = open_log(fixture);
    struct record record = random_record(fixture);

    record.device = log_device(log);
    record.rx_ms = 100 * day_ms;
    record.hlc = record.rx_ms << 16;
    assert_true(log_append(log, &record, 1, false));
    record.hlc = (40000 * day_ms) << 16;
    assert_true(log_append(log, &record, 1, false));
    assert_int_equal(log_own_last(log), (100 * day_ms) << 16);
    record.rx_ms = 50 * day_ms; // a clock put back goes on from where it was
    record.hlc = (100 * day_ms << 16) + 1;
    assert_true(log_append(log, &record, 1, false));
    assert_int_equal(log_own_last(log), (100 * day_ms << 16) + 1);
    log_close(log);
    log = open_log(fixture);
    assert_int_equal(log_own_last(log), 100 * day_ms << 16);
    log_close(log);
}

// Backups ---------------------------------------------------------------------------------

static int64_t now_ms;

static int64_t tell_time(void *context)
{
    (void)context;
    return now_ms;
}

static void ruin(struct fixture *fixture, const char *name, size_t at)
{
    char path[400];

    snprintf(path, sizeof path, "%s/%s", fixture->state, name);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    fseek(file, (long)at, SEEK_SET);
    for (int i = 0; i < 200; i++) {
        fputs("damage in the middle", file);
    }
    fclose(file);
}

// A sentence of one entry, written on a day of its own.
static void write_on_day(struct fixture *fixture, int day)
{
    struct record record = random_record(fixture);
    struct log *log = open_log(fixture);

    now_ms = (int64_t)(20000 + day) * 24 * 60 * 60 * 1000;
    record.hlc = now_ms << 16;
    record.rx_ms = now_ms;
    record.device = log_device(log);
    assert_true(log_append(log, &record, 1, false));
    assert_true(log_backup(log));
    record.hlc++;
    assert_true(log_append(log, &record, 1, false)); // after the copy of the day
    assert_true(log_backup(log));                    // of which there is one
    log_close(log);
}

static size_t entries_of(struct fixture *fixture)
{
    struct log *log = open_log(fixture);
    struct fold *fold = fold_create();

    assert_true(log_load(log, fold));
    size_t count = fold->count;
    fold_destroy(fold);
    log_close(log);
    return count;
}

static void keeps_a_week_of_copies(void **state)
{
    struct fixture *fixture = *state;
    char path[400];
    int count = 0;

    fixture->env.now_ms = tell_time;
    for (int day = 0; day < 10; day++) {
        write_on_day(fixture, day);
    }
    snprintf(path, sizeof path, "%s/backup", fixture->state);
    assert_int_equal(fixture->env.list(fixture, path, fixture_add, &count), 0);
    assert_int_equal(count, 7);
    struct log *memory = log_open(":memory:", &fixture->env);
    assert_true(log_backup(memory));
    log_close(memory);
}

// A clock that was years ahead for a while leaves copies that sort behind all others.
static void keeps_copies_of_the_right_days(void **state)
{
    struct fixture *fixture = *state;
    struct env_stat stat;
    char path[400];
    int count = 0;

    fixture->env.now_ms = tell_time;
    for (int day = 10000; day < 10008; day++) {
        write_on_day(fixture, day);
    }
    for (int day = 0; day < 3; day++) { // 2024-10-04
        write_on_day(fixture, day);
    }
    for (int day = 4; day <= 6; day++) {
        snprintf(path, sizeof path, "%s/backup/local-2024-10-%02d.db", fixture->state, day);
        assert_int_equal(fixture->env.stat(fixture, path, &stat), 0);
    }
    snprintf(path, sizeof path, "%s/backup", fixture->state);
    fixture->env.list(fixture, path, fixture_add, &count);
    assert_int_equal(count, 7);
}

static void says_when_no_copy_can_be_made(void **state)
{
    struct fixture *fixture = *state;
    struct log *log = open_log(fixture);
    char path[400];

    snprintf(path, sizeof path, "%s/backup", fixture->state);
    FILE *file = fopen(path, "w"); // in the way
    assert_non_null(file);
    fclose(file);
    assert_false(log_backup(log));
    assert_int_equal(remove(path), 0);
    assert_true(log_backup(log));
    log_close(log);
}

// The log is damaged, and some of its copies with it: it goes on from the fullest sound
// one, as the same device.
static void goes_on_from_a_copy(void **state)
{
    static const struct {
        const char *ruined[3]; // copies
        size_t entries;
    } cases[] = {
        {{NULL}, 5}, // 2024-10-06: two days, and one
        {{"backup/local-2024-10-06.db", NULL}, 3},
        {{"backup/local-2024-10-06.db", "backup/local-2024-10-05.db", NULL}, 1},
    };
    struct fixture *fixture = *state;
    char device[20];

    fixture->env.now_ms = tell_time;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char command[600];
        for (int day = 0; day < 3; day++) {
            write_on_day(fixture, day);
        }
        struct log *log = open_log(fixture);
        snprintf(device, sizeof device, "%s", log_device(log));
        log_close(log);
        ruin(fixture, "local.db", 4096);
        for (size_t j = 0; cases[i].ruined[j] != NULL; j++) {
            ruin(fixture, cases[i].ruined[j], 100);
        }
        assert_int_equal(entries_of(fixture), cases[i].entries);
        log = open_log(fixture);
        assert_string_equal(log_device(log), device);
        log_close(log);
        snprintf(command, sizeof command, "rm -r '%s'/*", fixture->state);
        assert_int_equal(system(command), 0);
    }
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
        fixture_test(knows_what_was_never_shared),
        fixture_test(a_tie_that_is_settled_was_seen),
        fixture_test(keeps_texts),
        fixture_test(a_copied_log_is_another_device),
        fixture_test(does_not_follow_a_row_from_the_future),
        fixture_test(keeps_a_week_of_copies),
        fixture_test(keeps_copies_of_the_right_days),
        fixture_test(says_when_no_copy_can_be_made),
        fixture_test(goes_on_from_a_copy),
        fixture_test(has_one_owner),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
