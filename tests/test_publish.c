// Publishing: the same set gives the same bytes, the newest time wins, and nothing that the
// swap displaces is lost.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <sys/wait.h>

#include "base/log.h"
#include "random_records.h"
#include "share/folder.h"
#include "share/publish.h"
#include "share_fixture.h"
#include "store/build.h"

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

static void builds_the_same_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct record records[200];
    unsigned char *bytes[2];
    size_t sizes[2];

    for (size_t i = 0; i < 200; i++) {
        records[i] = random_record(fixture);
    }
    for (int i = 0; i < 2; i++) {
        struct gate *gate = gate_open(fixture);
        for (size_t j = 0; j < 200; j++) { // forwards, and backwards
            assert_true(fold_add(gate->fold, &records[i == 0 ? j : 199 - j], 1));
        }
        assert_true(build_file(gate->fold, gate->schema, &bytes[i], &sizes[i]));
        gate_close(gate);
    }
    assert_int_equal(sizes[0], sizes[1]);
    assert_memory_equal(bytes[0], bytes[1], sizes[0]);
    free(bytes[0]);
    free(bytes[1]);
}

// A device with a folder --------------------------------------------------------------

struct device {
    struct gate *gate;
    struct folder folder;
    struct env env;
    struct fixture *fixture;
    // What happens just before the swap, and which swaps the file system refuses.
    void (*meanwhile)(struct device *device);
    bool no_exchange, no_fresh;
    void (*between)(struct device *device); // the two renames of a swap
    int64_t now_ms;
};

static int device_rename(void *context, const char *from, const char *to,
                         enum env_rename how)
{
    struct device *device = context;

    if (device->meanwhile != NULL && strstr(from, ".part") != NULL) {
        void (*meanwhile)(struct device *) = device->meanwhile;
        device->meanwhile = NULL;
        meanwhile(device);
    }
    if (device->between != NULL && how == ENV_RENAME_FRESH) {
        void (*between)(struct device *) = device->between;
        device->between = NULL;
        between(device);
    }
    if ((how == ENV_RENAME_EXCHANGE && device->no_exchange) ||
        (how == ENV_RENAME_FRESH && device->no_fresh)) {
        return -EINVAL;
    }
    return device->fixture->env.rename(NULL, from, to, how);
}

static void device_random(void *context, void *out, size_t size)
{
    fixture_random(((struct device *)context)->fixture, out, size);
}

static int64_t device_now(void *context)
{
    struct device *device = context;

    return device->now_ms != 0 ? device->now_ms : device->fixture->env.now_ms(NULL);
}

static void device_open(struct device *device, struct fixture *fixture)
{
    *device = (struct device){
        .gate = gate_open(fixture), .fixture = fixture, .env = fixture->env};
    device->env.context = device;
    device->env.rename = device_rename;
    device->env.random = device_random;
    device->env.now_ms = device_now;
    device->folder = (struct folder){
        .path = fixture->share, .tag = "proef", .import = device->gate->import};
    device->folder.import.reader.env = &device->env;
}

static void device_close(struct device *device)
{
    folder_finish(&device->folder);
    gate_close(device->gate);
}

static void device_edit(struct device *device, const char *title, int64_t hlc)
{
    struct record record = {.hlc = hlc,
                            .device = "0123456789abcdef",
                            .eid = (uint64_t)hlc,
                            .table = "action",
                            .row = "proef/1.1a",
                            .column = "title",
                            .value = title,
                            .size = strlen(title),
                            .author = "Sam",
                            .base = RECORD_NO_BASE};

    assert_true(fold_add(device->gate->fold, &record, 1));
}

static void expect_published(struct device *device, const char *title)
{
    struct gate *fresh = gate_open(device->fixture);
    struct import_result result = gate_import(fresh, device->fixture, "board.sqlite");

    assert_int_equal(result.trouble, TROUBLE_NONE);
    assert_true(result.current);
    assert_int_equal(result.records, device->gate->fold->count);
    assert_string_equal(gate_value(fresh, "action", "proef/1.1a", "title"), title);
    gate_close(fresh);
    assert_int_equal(fixture_count(device->fixture), 1);
    assert_false(folder_stale(&device->folder));
}

static const int64_t LATER = INT64_C(2000000000000) << 16;

static void publishes_what_is_lacking(void **state)
{
    struct fixture *fixture = *state;
    struct device device;

    for (int kind = 0; kind < 3;
         kind++) { // exchange, two renames, and two of the plainest kind
        unlink(fixture_path(fixture, 0, "board.sqlite"));
        share_fixture_publish(fixture);
        device_open(&device, fixture);
        device.no_exchange = kind > 0;
        device.no_fresh = kind > 1;
        folder_scan(&device.folder);
        assert_false(folder_stale(&device.folder));
        device_edit(&device, "geraakt", LATER);
        assert_true(folder_stale(&device.folder));
        assert_true(folder_publish(&device.folder, false));
        expect_published(&device, "geraakt");
        device_close(&device);
    }
}

static void publishes_where_nothing_was(void **state)
{
    struct fixture *fixture = *state;
    struct device device;

    for (int kind = 0; kind < 4; kind++) { // no exchange, no renaming to a fresh name only
        unlink(fixture_path(fixture, 0, "board.sqlite"));
        device_open(&device, fixture);
        device.no_exchange = (kind & 1) != 0;
        device.no_fresh = (kind & 2) != 0;
        folder_scan(&device.folder);
        assert_int_equal(device.folder.trouble, TROUBLE_MISSING);
        device_edit(&device, "eerste", LATER);
        assert_true(folder_publish(&device.folder, false));
        expect_published(&device, "eerste");
        device_close(&device);
    }
}

// The time of a published file is past that of all that went into it, whatever this clock
// says.
static void dates_past_what_was_merged(void **state)
{
    struct fixture *fixture = *state;
    struct device device;
    struct timespec times[2] = {{.tv_sec = 1900000000}, {.tv_sec = 1900000000}};
    struct env_stat stat;

    share_fixture_publish(fixture);
    utimensat(AT_FDCWD, fixture_path(fixture, 0, "board.sqlite"), times, 0);
    device_open(&device, fixture);
    folder_scan(&device.folder);
    device_edit(&device, "geraakt", LATER);
    assert_true(folder_publish(&device.folder, false));
    fixture_stat(fixture, "board.sqlite", &stat);
    assert_true(stat.mtime_ns >= INT64_C(1900000002000000000));
    assert_true(stat.mtime_ns < INT64_C(1900000003000000000));
    device_close(&device);
}

// Two devices that answer one file give it times that differ, or an engine that keeps the
// newest file would carry neither answer.
static void dates_unlike_others(void **state)
{
    struct fixture *fixture = *state;
    const int64_t newest_ns = INT64_C(1900000000000000000);
    int64_t first = publish_time(newest_ns, &fixture->env);
    int64_t second = publish_time(newest_ns, &fixture->env);

    assert_int_not_equal(first, second);
    assert_int_equal(publish_time(INT64_MAX, &fixture->env), INT64_MAX);
}

// A damaged file of the future would come back for ever where the newest file wins.
static void dates_past_what_nobody_can_read(void **state)
{
    struct fixture *fixture = *state;
    struct device device;
    struct timespec times[2] = {{.tv_sec = 1900000000}, {.tv_sec = 1900000000}};
    struct env_stat stat;

    share_fixture_publish(fixture);
    device_open(&device, fixture);
    device.folder.quarantine = fixture->state;
    folder_scan(&device.folder);
    assert_int_equal(truncate(fixture_path(fixture, 0, "board.sqlite"), 5000), 0);
    utimensat(AT_FDCWD, fixture_path(fixture, 0, "board.sqlite"), times, 0);
    folder_scan(&device.folder);
    assert_true(folder_ailing(&device.folder));
    assert_true(folder_publish(&device.folder, true));
    fixture_stat(fixture, "board.sqlite", &stat);
    assert_true(stat.mtime_ns >= INT64_C(1900000002000000000));
    device_close(&device);
}

// Races -------------------------------------------------------------------------------

static void meanwhile_replaced(struct device *device)
{
    size_t size;
    struct fixture *fixture = device->fixture;
    unsigned char *bytes = share_fixture_read(fixture, "board.sqlite", &size);

    fixture_write(fixture, "new.tmp", bytes, size);
    share_fixture_sql(fixture, "new.tmp", "UPDATE action SET brief='van elders'");
    assert_int_equal(rename(fixture_path(fixture, 0, "new.tmp"),
                            fixture_path(fixture, 1, "board.sqlite")),
                     0);
    free(bytes);
}

static void meanwhile_removed(struct device *device)
{
    unlink(fixture_path(device->fixture, 0, "board.sqlite"));
}

static void meanwhile_made(struct device *device)
{
    struct fixture *fixture = device->fixture;

    device->meanwhile = NULL;
    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite", "UPDATE action SET brief='van elders'");
}

static void loses_nothing_in_a_race(void **state)
{
    static const struct {
        void (*meanwhile)(struct device *device);
        bool there, no_exchange;
        const char *brief;
    } races[] = {
        {meanwhile_replaced, true, false, "van elders"},
        {meanwhile_replaced, true, true, "van elders"},
        {meanwhile_removed, true, false, "(nothing)"},
        {meanwhile_removed, true, true, "(nothing)"},
        {meanwhile_made, false, false, "van elders"},
        {meanwhile_made, false, true, "van elders"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof races / sizeof *races; i++) {
        struct device device;
        unlink(fixture_path(fixture, 0, "board.sqlite"));
        if (races[i].there) {
            share_fixture_publish(fixture);
        }
        device_open(&device, fixture);
        device.no_exchange = races[i].no_exchange;
        folder_scan(&device.folder);
        device_edit(&device, "geraakt", LATER);
        device.meanwhile = races[i].meanwhile;
        assert_true(folder_publish(&device.folder, false));
        assert_null(device.meanwhile);
        expect_published(&device, "geraakt");
        assert_string_equal(gate_value(device.gate, "action", "proef/1.1a", "brief"),
                            races[i].brief);
        device_close(&device);
    }
}

static void between_newer(struct device *device)
{
    struct fixture *fixture = device->fixture;

    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite",
                      "UPDATE action SET brief='nieuwer'; PRAGMA user_version=99");
}

// What was taken away for a moment does not stay behind when a newer program's file comes
// in its place, over which nothing is published any more.
static void leaves_nothing_behind_a_newer_file(void **state)
{
    struct fixture *fixture = *state;
    struct device device;
    struct env_stat stat;

    share_fixture_publish(fixture);
    device_open(&device, fixture);
    device.no_exchange = true;
    folder_scan(&device.folder);
    device_edit(&device, "geraakt", LATER);
    device.between = between_newer;
    assert_false(folder_publish(&device.folder, false));
    assert_null(device.between);
    assert_int_equal(device.folder.trouble, TROUBLE_NEWER);
    assert_int_not_equal(fixture_stat(fixture, ".board.proef.prev.part", &stat), 0);
    assert_int_not_equal(fixture_stat(fixture, ".board.proef.part", &stat), 0);
    assert_string_equal(gate_value(device.gate, "action", "proef/1.1a", "brief"),
                        "nieuwer");
    device_close(&device);
}

// A tool in a process of its own: it does `sql`, and keeps the file until it is released.
static pid_t tool_use(struct fixture *fixture, const char *sql, int *release)
{
    int there[2];
    int back[2];
    char byte = 0;

    assert_int_equal(pipe(there), 0);
    assert_int_equal(pipe(back), 0);
    pid_t process = fork();
    if (process == 0) {
        sqlite3 *db;
        close(there[1]);
        sqlite3_open(fixture_path(fixture, 0, "board.sqlite"), &db);
        byte = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
        if (write(back[1], &byte, 1) == 1 && read(there[0], &byte, 1) == 0) {
            sqlite3_close(db);
        }
        _exit(0);
    }
    close(there[0]);
    close(back[1]);
    assert_int_equal(read(back[0], &byte, 1), 1);
    assert_int_equal(byte, 1);
    close(back[0]);
    *release = there[1];
    return process;
}

static void leaves_files_in_use(void **state)
{
    static const char *const uses[] = {
        "BEGIN IMMEDIATE; UPDATE action SET brief='x'",
        "BEGIN EXCLUSIVE",
        "PRAGMA journal_mode=WAL; UPDATE action SET brief='x'",
        "PRAGMA journal_mode=WAL; UPDATE action SET brief='y'; "
        "PRAGMA wal_checkpoint(TRUNCATE)",
    };
    struct fixture *fixture = *state;

    share_fixture_publish(fixture);
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        struct device device;
        struct env_stat before;
        struct env_stat after;
        int release;
        device_open(&device, fixture);
        folder_scan(&device.folder);
        device_edit(&device, "geraakt", LATER);
        fixture_stat(fixture, "board.sqlite", &before);
        pid_t tool = tool_use(fixture, uses[i], &release);
        assert_false(folder_publish(&device.folder, false));
        fixture_stat(fixture, "board.sqlite", &after);
        assert_int_equal(before.inode, after.inode);
        close(release);
        waitpid(tool, NULL, 0);
        folder_scan(&device.folder);
        assert_true(folder_publish(&device.folder, false));
        expect_published(&device, "geraakt");
        device_close(&device);
    }
}

static int hold_code;

static int refuse_hold(void *context, const char *path, void **out)
{
    (void)context;
    (void)path;
    (void)out;
    return hold_code;
}

// Where there are no locks nobody has one; where others have the right to write it and we
// have not, one of them may be at work.
static void publishes_where_there_are_no_locks(void **state)
{
    static const struct {
        int code;
        bool published;
    } cases[] = {{-EBUSY, false}, {-EACCES, false}, {-ENOLCK, true}, {-EOPNOTSUPP, true}};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct device device;
        share_fixture_publish(fixture);
        device_open(&device, fixture);
        device.env.hold = refuse_hold;
        hold_code = cases[i].code;
        folder_scan(&device.folder);
        device_edit(&device, "geraakt", LATER);
        assert_int_equal(folder_publish(&device.folder, false), cases[i].published);
        device_close(&device);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(builds_the_same_bytes),
        fixture_test(publishes_what_is_lacking),
        fixture_test(publishes_where_nothing_was),
        fixture_test(dates_past_what_was_merged),
        fixture_test(dates_unlike_others),
        fixture_test(dates_past_what_nobody_can_read),
        fixture_test(loses_nothing_in_a_race),
        fixture_test(leaves_nothing_behind_a_newer_file),
        fixture_test(leaves_files_in_use),
        fixture_test(publishes_where_there_are_no_locks),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
