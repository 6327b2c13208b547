// Which devices wrote a log: counted, named, newest first, and fit for a screen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "folder_fixture.h"
#include "store/census.h"

static void add(struct fold *fold, int64_t at_ms, const char *device, const char *table,
                const char *row, const char *column, const char *value, bool seen)
{
    static uint64_t eid;
    struct record record = {.hlc = at_ms << 16,
                            .device = device,
                            .eid = ++eid,
                            .table = table,
                            .row = row,
                            .column = column,
                            .value = value,
                            .size = strlen(value),
                            .author = "",
                            .base = RECORD_NO_BASE,
                            .seen = seen};

    assert_true(fold_add(fold, &record, 1));
}

static void counts_what_each_device_wrote(void **state)
{
    struct fold *fold = fold_create();
    struct sync_state sync = {0};

    (void)state;
    add(fold, 10, "aa", "track", "b/1/x", "health", "op koers", true);
    add(fold, 30, "aa", "track", "b/1/x", "health", "aandacht", false);
    add(fold, 20, "bb", "track", "b/2/x", "health", "op koers", true);
    add(fold, 25, "bb", CENSUS_TABLE, "bb", "name", "Raadzaal", true);
    census_take(fold, "cc", &sync);
    assert_int_equal(sync.device_count, 3);
    assert_string_equal(sync.devices[0].id, "aa");
    assert_int_equal(sync.devices[0].entries, 2);
    assert_int_equal(sync.devices[0].unshared, 1);
    assert_int_equal(sync.devices[0].seen_ms, 30);
    assert_string_equal(sync.devices[1].name, "Raadzaal");
    assert_int_equal(sync.devices[1].unshared, 0);
    assert_false(sync.devices[1].self);
    assert_string_equal(sync.devices[2].id, "cc"); // wrote nothing yet
    assert_true(sync.devices[2].self);
    fold_destroy(fold);
}

static void add_at(struct fold *fold, int64_t rx_ms, const char *device)
{
    static int64_t hlc_ms;
    char row[20];
    snprintf(row, sizeof row, "b/%d", (int)++hlc_ms);
    struct record record = {.hlc = hlc_ms << 16,
                            .device = device,
                            .table = "track",
                            .row = row,
                            .column = "health",
                            .value = "aandacht",
                            .size = 8,
                            .author = "",
                            .base = RECORD_NO_BASE,
                            .eid = (uint64_t)hlc_ms,
                            .rx_ms = rx_ms};

    assert_true(fold_add(fold, &record, 1));
}

// By when it came here, whatever the clock of the other said; and not what was there before
// this device had begun.
static void tells_when_others_were_heard_of(void **state)
{
    enum { HOUR = 3600000 };
    static const struct {
        int64_t own[2], other[2];
        int64_t heard_ms;
    } cases[] = {{{HOUR, 0}, {0, 0}, 0},
                 {{0, 0}, {9 * HOUR, 0}, 0},           // nothing of its own yet
                 {{9 * HOUR, 0}, {HOUR, 8 * HOUR}, 0}, // its history, or a copied card
                 {{9 * HOUR, 0}, {10 * HOUR, 0}, 0},   // what it began with
                 {{HOUR, 0}, {9 * HOUR, 3 * HOUR}, 9 * HOUR},
                 {{HOUR, 20 * HOUR}, {9 * HOUR, 0}, 9 * HOUR}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fold *fold = fold_create();
        struct sync_state sync = {0};
        for (int j = 0; j < 2; j++) {
            if (cases[i].other[j] > 0) {
                add_at(fold, cases[i].other[j], "other");
            }
            if (cases[i].own[j] > 0) {
                add_at(fold, cases[i].own[j], "own");
            }
        }
        census_take(fold, "own", &sync);
        if (sync.heard_ms != cases[i].heard_ms) {
            fail_msg("case %zu: %lld", i, (long long)sync.heard_ms);
        }
        fold_destroy(fold);
    }
}

static void a_name_is_only_text(void **state)
{
    struct fold *fold = fold_create();
    struct sync_state sync = {0};
    char longest[300];

    (void)state;
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    add(fold, 10, "a\x1b[2Ja", CENSUS_TABLE, "a\x1b[2Ja", "name",
        "zaal \xe2\x80\xae\x1b[31m rood", true);
    add(fold, 20, "b", CENSUS_TABLE, "b", "name", longest, true);
    census_take(fold, "", &sync);
    assert_int_equal(sync.device_count, 2);
    assert_int_equal(strlen(sync.devices[0].name), SYNC_NAME_BYTES - 1);
    for (size_t i = 0; i < 2; i++) {
        assert_null(strchr(sync.devices[i].id, '\x1b'));
        assert_null(strchr(sync.devices[i].name, '\x1b'));
        assert_null(strstr(sync.devices[i].name, "\xe2\x80\xae"));
    }
    fold_destroy(fold);
}

static void more_devices_than_fit_are_left_out(void **state)
{
    struct fold *fold = fold_create();
    struct sync_state sync = {0};
    char id[16];

    (void)state;
    for (int i = 0; i < SYNC_DEVICES_MAX + 10; i++) {
        snprintf(id, sizeof id, "d%d", i);
        add(fold, i, id, "track", "b/1/x", "health", "op koers", true);
    }
    census_take(fold, "", &sync);
    assert_int_equal(sync.device_count, SYNC_DEVICES_MAX);
    fold_destroy(fold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_each_device_wrote),
        cmocka_unit_test(tells_when_others_were_heard_of),
        cmocka_unit_test(a_name_is_only_text),
        cmocka_unit_test(more_devices_than_fit_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
