// What lies behind the horizon leaves the shared file and nothing else: the board stays, an
// entry that nobody saw stays, and devices that disagree about it do not fight.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/log.h"
#include "random_records.h"
#include "share/folder.h"
#include "share_fixture.h"
#include "store/build.h"
#include "store/clock.h"
#include "store/horizon.h"

enum { RECORDS = 150, LAST = 31 }; // random entries are of the first 31 milliseconds

static const int64_t KEEP_MS = (int64_t)HORIZON_DAYS * 24 * 60 * 60 * 1000;

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

static void add_horizon(struct fold *fold, const char *value, int64_t hlc)
{
    struct record record = {.hlc = hlc,
                            .device = "0123456789abcdef",
                            .table = RECORD_META,
                            .row = RECORD_HORIZON,
                            .column = RECORD_HLC,
                            .value = value,
                            .size = strlen(value),
                            .author = "",
                            .base = RECORD_NO_BASE};

    assert_true(fold_add(fold, &record, 1));
}

// The moment at which entries of `ms` and later are still kept.
static int64_t now_keeping(int64_t ms)
{
    return ms + KEEP_MS;
}

static void takes_only_a_horizon_that_can_be(void **state)
{
    static const struct {
        const char *what, *value;
        int64_t hlc, now_ms, horizon;
    } cases[] = {
        {"as it is said", "100", 1000, INT64_MAX / 2, 100},
        {"later than itself", "1001", 1000, INT64_MAX / 2, 0},
        {"no number", "1e3", 1000, INT64_MAX / 2, 0},
        {"negative", "-5", 1000, INT64_MAX / 2, 0},
        {"too long", "1000000000000000000", INT64_MAX, INT64_MAX / 2, 0},
        {"empty", "", 1000, INT64_MAX / 2, 0},
        {"not that long ago", "1000000000000", 1000000000001, 5 + KEEP_MS, 5 << 16},
        {"with a clock that is not set", "100", 1000, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fold *fold = fold_create();
        add_horizon(fold, cases[i].value, cases[i].hlc);
        horizon_apply(fold, cases[i].now_ms);
        if (fold->horizon != cases[i].horizon) {
            fail_msg("%s: %lld", cases[i].what, (long long)fold->horizon);
        }
        fold_destroy(fold);
    }
    // The greatest counts, not the newest.
    struct fold *fold = fold_create();
    add_horizon(fold, "700", 1000);
    add_horizon(fold, "300", 2000);
    horizon_apply(fold, INT64_MAX / 2);
    assert_int_equal(fold->horizon, 700);
    fold_destroy(fold);
}

static void proposes_one_when_the_file_is_large(void **state)
{
    const int64_t now_ms = INT64_C(1800000000000);
    const int64_t day_ms = 24 * 60 * 60 * 1000;
    struct fold *fold = fold_create();
    char text[HORIZON_TEXT];

    (void)state;
    assert_false(horizon_propose(fold, HORIZON_FILE_BYTES, now_ms, text));
    assert_true(horizon_propose(fold, HORIZON_FILE_BYTES + 1, now_ms, text));
    add_horizon(fold, text, clock_at(now_ms));
    assert_int_equal(fold->horizon_said, clock_at(now_ms - 400 * day_ms));
    assert_false(horizon_propose(fold, 2 * HORIZON_FILE_BYTES, now_ms + 30 * day_ms, text));
    assert_true(horizon_propose(fold, 2 * HORIZON_FILE_BYTES, now_ms + 31 * day_ms, text));
    assert_false(horizon_propose(fold, 2 * HORIZON_FILE_BYTES, 0, text));
    fold_destroy(fold);
}

// Random entries, about half of them seen, and a horizon in the middle of them.
static void fill(struct fixture *fixture, struct fold *fold)
{
    char text[HORIZON_TEXT];

    for (size_t i = 0; i < RECORDS; i++) {
        struct record record = random_record(fixture);
        record.seen = fixture_next(fixture) % 2 != 0;
        assert_true(fold_add(fold, &record, 1));
    }
    int64_t middle = clock_at((int64_t)(fixture_next(fixture) % LAST));
    snprintf(text, sizeof text, "%lld", (long long)middle);
    add_horizon(fold, text, clock_at(LAST + 1));
}

static void write_file(struct gate *gate, struct fixture *fixture, const char *name)
{
    unsigned char *bytes;
    size_t size;

    assert_true(build_file(gate->fold, gate->schema, &bytes, &size));
    fixture_write(fixture, name, bytes, size);
    free(bytes);
}

// Every row and cell of one says the same in the other.
static void assert_same_board(const struct fold *all, const struct fold *less)
{
    for (uint32_t i = 0; i < all->row_count; i++) {
        const struct fold_row *row = &all->rows[i];
        uint32_t at = fold_row_find(less, row->table, row->id);
        assert_int_equal(fold_shows(all, i), fold_shows(less, at));
        for (uint32_t c = row->first; c != FOLD_NONE; c = all->cells[c].next) {
            const struct record *winner = all->cells[c].winner;
            uint32_t cell = fold_cell_find(less, at, all->cells[c].column);
            if (winner != NULL) {
                assert_int_not_equal(cell, FOLD_NONE);
                assert_int_equal(record_compare(winner, less->cells[cell].winner), 0);
                assert_int_equal(record_compare_payload(winner, less->cells[cell].winner),
                                 0);
            }
        }
    }
}

static void keeps_the_board(void **state)
{
    enum { ROUNDS = 60 };
    struct fixture *fixture = *state;
    size_t dropped = 0;

    for (int round = 0; round < ROUNDS; round++) {
        struct gate *gate = gate_open(fixture);
        struct gate *fresh = gate_open(fixture);
        fill(fixture, gate->fold);
        horizon_apply(gate->fold, now_keeping((int64_t)(fixture_next(fixture) % LAST)));
        write_file(gate, fixture, "board.sqlite");
        struct import_result result = gate_import(fresh, fixture, "board.sqlite");
        assert_int_equal(result.trouble, TROUBLE_NONE);
        assert_true(result.current);
        assert_int_equal(result.records, horizon_count(gate->fold));
        assert_same_board(gate->fold, fresh->fold);
        assert_int_equal(fresh->fold->horizon_said, gate->fold->horizon_said);
        // What is not there was seen, is outdone, and lies behind the horizon.
        size_t hint = 0;
        for (size_t i = 0; i < gate->fold->count; i++) {
            const struct record *record = gate->fold->records[i];
            if (fold_find(fresh->fold, record, &hint) == NULL) {
                assert_true(record->seen && record->hlc < gate->fold->horizon);
                assert_ptr_not_equal(gate->fold->cells[record->cell].winner, record);
                dropped++;
            }
        }
        gate_close(gate);
        gate_close(fresh);
    }
    assert_true(dropped > ROUNDS);
}

// Devices on one folder ------------------------------------------------------------------

enum { DEVICES = 3, SETTLE = 12, QUIET = 12 };

struct device {
    struct gate *gate;
    struct folder folder;
    int64_t now_ms; // its clock, for the horizon
    char tag[8];
};

static void device_open(struct device *device, struct fixture *fixture, int number)
{
    *device = (struct device){.gate = gate_open(fixture)};
    snprintf(device->tag, sizeof device->tag, "proef%d", number);
    device->folder = (struct folder){
        .path = fixture->share, .tag = device->tag, .import = device->gate->import};
}

static void device_close(struct device *device)
{
    folder_finish(&device->folder);
    gate_close(device->gate);
}

// True when it had something to publish.
static bool device_round(struct device *device)
{
    folder_scan(&device->folder);
    horizon_apply(device->gate->fold, device->now_ms);
    bool stale = folder_stale(&device->folder);
    assert_true(!stale || folder_publish(&device->folder, false));
    return stale;
}

// Rounds of all devices in any order: after SETTLE of them nobody publishes any more.
static void settle(struct fixture *fixture, struct device *devices)
{
    for (int i = 0; i < (SETTLE + QUIET) * DEVICES; i++) {
        bool published = device_round(&devices[fixture_next(fixture) % DEVICES]);
        assert_false(published && i >= SETTLE * DEVICES);
    }
    for (int i = 0; i < DEVICES; i++) {
        assert_false(device_round(&devices[i]));
        assert_same_board(devices[0].gate->fold, devices[i].gate->fold);
    }
}

static void edit(struct fixture *fixture, struct device *device)
{
    struct record record = random_record(fixture);

    record.hlc += clock_at(LAST);
    assert_true(fold_add(device->gate->fold, &record, 1));
}

// One device has everything, the others only what it published; what they have seen
// differs, and their clocks do, so each drops something else.
static void devices_do_not_fight(void **state)
{
    enum { ROUNDS = 6 };
    struct fixture *fixture = *state;
    struct device devices[DEVICES];

    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < DEVICES; i++) {
            device_open(&devices[i], fixture, i);
            devices[i].now_ms = now_keeping((int64_t)(fixture_next(fixture) % LAST));
        }
        unlink(fixture_path(fixture, 0, "board.sqlite"));
        fill(fixture, devices[0].gate->fold);
        size_t all = devices[0].gate->fold->count;
        assert_true(device_round(&devices[0]));
        settle(fixture, devices);
        for (int i = 0; i < DEVICES; i++) {
            for (int j = 0; j < 5; j++) {
                edit(fixture, &devices[i]);
            }
        }
        settle(fixture, devices);
        // The first still has all that it had, and what nobody had seen reached the others.
        assert_true(devices[0].gate->fold->count >= all);
        assert_true(devices[1].gate->fold->count <= devices[0].gate->fold->count);
        for (int i = 0; i < DEVICES; i++) {
            device_close(&devices[i]);
        }
    }
}

// Whatever lies behind the horizon, an entry that no file ever held comes into one.
static void publishes_once_what_nobody_saw(void **state)
{
    struct fixture *fixture = *state;
    struct device devices[2];
    struct record record = {.hlc = clock_at(1),
                            .device = "fedcba9876543210",
                            .eid = 99,
                            .table = "track",
                            .row = "a",
                            .column = "lead",
                            .value = "weken geleden",
                            .size = 13,
                            .author = "Sam",
                            .base = RECORD_NO_BASE};
    char text[HORIZON_TEXT];
    size_t hint = 0;

    for (int i = 0; i < 2; i++) {
        device_open(&devices[i], fixture, i);
        devices[i].now_ms = now_keeping(LAST);
    }
    snprintf(text, sizeof text, "%lld", (long long)clock_at(20));
    add_horizon(devices[0].gate->fold, text, clock_at(LAST));
    record.hlc = clock_at(10);
    assert_true(fold_add(devices[0].gate->fold, &record, 1));
    device_round(&devices[0]);
    device_round(&devices[1]);
    // Offline all that time, and long outdone.
    record.hlc = clock_at(1);
    assert_true(fold_add(devices[1].gate->fold, &record, 1));
    assert_true(device_round(&devices[1]));
    device_round(&devices[0]);
    assert_non_null(fold_find(devices[0].gate->fold, &record, &hint));
    // From now on it may go, and nobody puts it back.
    assert_false(device_round(&devices[1]));
    assert_true(horizon_drops(devices[0].gate->fold,
                              fold_find(devices[0].gate->fold, &record, &hint)));
    edit(fixture, &devices[0]);
    assert_true(device_round(&devices[0]));
    struct gate *fresh = gate_open(fixture);
    gate_import(fresh, fixture, "board.sqlite");
    assert_null(fold_find(fresh->fold, &record, &hint));
    gate_close(fresh);
    assert_false(device_round(&devices[1]));
    device_close(&devices[0]);
    device_close(&devices[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_only_a_horizon_that_can_be),
        cmocka_unit_test(proposes_one_when_the_file_is_large),
        fixture_test(keeps_the_board),
        fixture_test(devices_do_not_fight),
        fixture_test(publishes_once_what_nobody_saw),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
