// board/vitals: which facts about the device matter, and how badly.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "board/sync.h"

#define NOW INT64_C(1764245000000)
#define MINUTE INT64_C(60000)
#define DAY (1440 * MINUTE)
#define GB INT64_C(1000000000)

// A device among others where all is well.
static struct sync_state well(void)
{
    return (struct sync_state){
        .read_ms = NOW - 2000,
        .heard_ms = NOW - MINUTE,
        .device_count = 2,
        .devices = {{.id = "0123456789abcdef", .self = true}, {.id = "fedcba9876543210"}},
        .vitals = {.good_ms = NOW - DAY,
                   .disk_bytes = 29 * GB,
                   .free_bytes = 20 * GB,
                   .worn_percent = 10,
                   .volt_told = true,
                   .celsius = 55},
    };
}

// One thing that is otherwise, how bad that is, and what is told with it.
static void set_trouble(struct sync_state *sync, int64_t ago_ms)
{
    strcpy(sync->trouble, "missing");
    sync->read_ms = NOW - ago_ms;
}

static void set_restarted(struct sync_state *sync, int64_t ago_ms)
{
    strcpy(sync->trouble, "corrupt");
    sync->read_ms = 0; // not in this run
    sync->vitals.good_ms = NOW - ago_ms;
}

static void set_never_read(struct sync_state *sync, int64_t unused)
{
    (void)unused;
    strcpy(sync->trouble, "missing");
    sync->read_ms = sync->vitals.good_ms = 0;
}

static void set_newer(struct sync_state *sync, int64_t ago_ms)
{
    set_trouble(sync, ago_ms);
    strcpy(sync->trouble, "newer");
}

static void set_heard(struct sync_state *sync, int64_t days)
{
    sync->heard_ms = NOW - days * DAY;
}

static void set_heard_tool(struct sync_state *sync, int64_t days)
{
    set_heard(sync, days);
    strcpy(sync->devices[1].id, days % 2 == 0 ? "ext?" : "import");
}

static void set_alone(struct sync_state *sync, int64_t days)
{
    set_heard(sync, days);
    sync->device_count = 1;
}

static void set_heard_trouble(struct sync_state *sync, int64_t days)
{
    set_heard(sync, days);
    strcpy(sync->trouble, "busy");
}

static void set_heard_clock(struct sync_state *sync, int64_t days)
{
    set_heard(sync, days);
    sync->clock_unset = true;
}

static void set_clock(struct sync_state *sync, int64_t is_long)
{
    sync->clock_unset = true;
    sync->vitals.clock_unset_long = is_long;
}

static void set_refused(struct sync_state *sync, int64_t is_long)
{
    sync->refused = true;
    sync->vitals.refused_long = is_long;
}

static void set_read_only(struct sync_state *sync, int64_t refused)
{
    sync->vitals.read_only = true;
    sync->refused = refused;
}

static void set_unshared(struct sync_state *sync, int64_t minutes)
{
    sync->unshared = 3;
    sync->unshared_since_ms = NOW - minutes * MINUTE;
}

static void set_free(struct sync_state *sync, int64_t mb)
{
    sync->vitals.free_bytes = mb * 1000000;
}

static void set_small_disk(struct sync_state *sync, int64_t mb)
{
    sync->vitals.disk_bytes = GB; // a partition of its own for the state
    set_free(sync, mb);
}

static void set_errors(struct sync_state *sync, int64_t days)
{
    sync->vitals.disk_errors = 4;
    sync->vitals.disk_error_ms = days < 0 ? 0 : NOW - days * DAY;
}

static void set_worn(struct sync_state *sync, int64_t percent)
{
    sync->vitals.worn_percent = (int)percent;
}

static void set_volt(struct sync_state *sync, int64_t days)
{
    sync->vitals.volt_low = days == 0;
    sync->vitals.volt_low_ms = NOW - days * DAY;
}

static void set_celsius(struct sync_state *sync, int64_t celsius)
{
    sync->vitals.celsius = (int)celsius;
}

static void set_throttled(struct sync_state *sync, int64_t unused)
{
    (void)unused;
    sync->vitals.throttled = true;
}

static void set_stops(struct sync_state *sync, int64_t week)
{
    sync->vitals.stops_week = (size_t)week;
    sync->vitals.stops_month = 4;
    sync->vitals.stop_ms = NOW - DAY;
}

static void set_config(struct sync_state *sync, int64_t faults)
{
    sync->vitals.config_faults = (size_t)faults;
}

static const struct {
    const char *name;
    void (*set)(struct sync_state *sync, int64_t value);
    int64_t value;
    enum vitals_level level; // VITALS_FINE: nothing is told
    enum vitals_kind kind;
    int64_t since_ms, number;
} cases[] = {
    {"the file is away for a moment", set_trouble, 9 * MINUTE, VITALS_FINE, 0, 0, 0},
    {"for ten minutes", set_trouble, 10 * MINUTE, VITALS_WARNING, VITALS_DATA_OLD,
     NOW - 10 * MINUTE, 0},
    {"for 59 minutes", set_trouble, 59 * MINUTE, VITALS_WARNING, VITALS_DATA_OLD,
     NOW - 59 * MINUTE, 0},
    {"for an hour", set_trouble, 60 * MINUTE, VITALS_GRAVE, VITALS_DATA_OLD,
     NOW - 60 * MINUTE, 0},
    {"since before the restart", set_restarted, 2 * DAY, VITALS_GRAVE, VITALS_DATA_OLD,
     NOW - 2 * DAY, 0},
    {"the file was never there", set_never_read, 0, VITALS_FINE, 0, 0, 0},
    {"a newer program wrote it", set_newer, 2 * DAY, VITALS_WARNING, VITALS_NEWER, 0, 0},
    {"a long weekend", set_heard, 4, VITALS_FINE, 0, 0, 0},
    {"silent for five days", set_heard, 5, VITALS_NOTE, VITALS_SILENT, NOW - 5 * DAY, 5},
    {"the Christmas holidays", set_heard, 16, VITALS_NOTE, VITALS_SILENT, NOW - 16 * DAY,
     16},
    {"silent for 17 days", set_heard, 17, VITALS_GRAVE, VITALS_SILENT, NOW - 17 * DAY, 17},
    {"silent for 59 days", set_heard, 59, VITALS_GRAVE, VITALS_SILENT, NOW - 59 * DAY, 59},
    {"taken off its wall", set_heard, 60, VITALS_WARNING, VITALS_SILENT, NOW - 60 * DAY,
     60},
    {"only tools are known", set_heard_tool, 30, VITALS_FINE, 0, 0, 0},
    {"only an import is known", set_heard_tool, 31, VITALS_FINE, 0, 0, 0},
    {"no other is known", set_alone, 30, VITALS_FINE, 0, 0, 0},
    {"silent, and the file is why", set_heard_trouble, 30, VITALS_FINE, 0, 0, 0},
    {"silent by a clock that is not set", set_heard_clock, 30, VITALS_WARNING, VITALS_CLOCK,
     0, 0},
    {"the clock is not set yet", set_clock, 0, VITALS_WARNING, VITALS_CLOCK, 0, 0},
    {"the clock stays unset", set_clock, 1, VITALS_GRAVE, VITALS_CLOCK, 0, 0},
    {"the disk refuses", set_refused, 0, VITALS_WARNING, VITALS_REFUSES, 0, 0},
    {"the disk goes on refusing", set_refused, 1, VITALS_GRAVE, VITALS_REFUSES, 0, 0},
    {"the disk is read-only", set_read_only, 0, VITALS_GRAVE, VITALS_READ_ONLY, 0, 0},
    {"and refuses: said once", set_read_only, 1, VITALS_GRAVE, VITALS_READ_ONLY, 0, 0},
    {"unshared for an hour", set_unshared, 60, VITALS_FINE, 0, 0, 0},
    {"unshared for a day", set_unshared, 1440, VITALS_WARNING, VITALS_UNSHARED, NOW - DAY,
     3},
    {"half a gigabyte is free", set_free, 500, VITALS_FINE, 0, 0, 0},
    {"less is free", set_free, 499, VITALS_WARNING, VITALS_DISK_FULL, 0, 499000000},
    {"a tenth of a small disk", set_small_disk, 100, VITALS_FINE, 0, 0, 0},
    {"less of a small disk", set_small_disk, 99, VITALS_WARNING, VITALS_DISK_FULL, 0,
     99000000},
    {"nothing is free", set_free, 0, VITALS_WARNING, VITALS_DISK_FULL, 0, 0},
    {"errors of yesterday", set_errors, 1, VITALS_WARNING, VITALS_DISK_ERRORS, NOW - DAY,
     4},
    {"errors, unknown when", set_errors, -1, VITALS_WARNING, VITALS_DISK_ERRORS, 0, 4},
    {"errors of last month", set_errors, 30, VITALS_NOTE, VITALS_DISK_ERRORS,
     NOW - 30 * DAY, 4},
    {"worn for 70 percent", set_worn, 70, VITALS_FINE, 0, 0, 0},
    {"worn for 80 percent", set_worn, 80, VITALS_NOTE, VITALS_WORN, 0, 80},
    {"worn for 90 percent", set_worn, 90, VITALS_WARNING, VITALS_WORN, 0, 90},
    {"power is too weak", set_volt, 0, VITALS_WARNING, VITALS_POWER, NOW, 1},
    {"power was too weak", set_volt, 6, VITALS_NOTE, VITALS_POWER, NOW - 6 * DAY, 0},
    {"power was, a week ago", set_volt, 7, VITALS_FINE, 0, 0, 0},
    {"79 degrees", set_celsius, 79, VITALS_FINE, 0, 0, 0},
    {"80 degrees", set_celsius, 80, VITALS_WARNING, VITALS_HEAT, 0, 80},
    {"slower for heat", set_throttled, 0, VITALS_WARNING, VITALS_HEAT, 0, 55},
    {"unplugged now and then", set_stops, 0, VITALS_NOTE, VITALS_STOPS, NOW - DAY, 4},
    {"unplugged twice this week", set_stops, 2, VITALS_NOTE, VITALS_STOPS, NOW - DAY, 4},
    {"three times this week", set_stops, 3, VITALS_WARNING, VITALS_STOPS, NOW - DAY, 3},
    {"a fault in the configuration", set_config, 2, VITALS_WARNING, VITALS_CONFIG, 0, 2},
};

static void judges_each_kind_by_its_threshold(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sync_state sync = well();
        struct vital list[VITALS_KIND_COUNT];
        cases[i].set(&sync, cases[i].value);
        size_t count = vitals_judge(&sync, 0, NOW, list);
        size_t wanted = cases[i].level == VITALS_FINE ? 0 : 1;
        if (count != wanted) {
            fail_msg("%s: %zu told, the first %s", cases[i].name, count,
                     count == 0 ? "" : vitals_kind_key(list[0].kind));
        }
        if (wanted == 1 &&
            (list[0].kind != cases[i].kind || list[0].level != cases[i].level ||
             list[0].since_ms != cases[i].since_ms || list[0].number != cases[i].number)) {
            fail_msg("%s: %s, %s, since %lld, number %lld", cases[i].name,
                     vitals_kind_key(list[0].kind), vitals_level_key(list[0].level),
                     (long long)list[0].since_ms, (long long)list[0].number);
        }
    }
}

// A computer that tells nothing of itself, on its own: there is nothing to say of it.
static void says_nothing_of_what_it_does_not_know(void **state)
{
    struct sync_state sync = {0};
    struct vital list[VITALS_KIND_COUNT];

    (void)state;
    assert_int_equal(vitals_judge(&sync, 0, NOW, list), 0);
    assert_int_equal(vitals_judge(&sync, NOW, NOW, list), 0);
    assert_int_equal(vitals_worst(list, 0), VITALS_FINE);
}

static void the_worst_stands_first(void **state)
{
    static const enum vitals_kind order[] = {VITALS_READ_ONLY, VITALS_DISK_FULL,
                                             VITALS_POWER,     VITALS_UNSHARED,
                                             VITALS_SILENT,    VITALS_STOPS};
    struct sync_state sync = well();
    struct vital list[VITALS_KIND_COUNT];

    (void)state;
    set_stops(&sync, 1);
    set_heard(&sync, 6);
    set_unshared(&sync, 3000);
    set_volt(&sync, 0);
    set_free(&sync, 10);
    set_read_only(&sync, 0);
    size_t count = vitals_judge(&sync, 0, NOW, list);
    assert_int_equal(count, sizeof order / sizeof *order);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(list[i].kind, order[i]);
    }
    assert_int_equal(vitals_worst(list, count), VITALS_GRAVE);
}

// A state that is read from a file is judged as of when it was written: who was switched
// off for a month heard nothing, and that is no silence of the others.
static void a_wall_that_is_off_is_mute(void **state)
{
    struct sync_state sync = well();
    struct vital list[VITALS_KIND_COUNT];

    (void)state;
    assert_int_equal(vitals_judge(&sync, NOW - 44 * MINUTE, NOW, list), 0);
    assert_int_equal(vitals_judge(&sync, NOW - 2000, NOW + 30 * DAY, list), 1);
    assert_int_equal(list[0].kind, VITALS_MUTE);
    assert_int_equal(list[0].level, VITALS_WARNING);
    assert_int_equal(list[0].since_ms, NOW - 2000);
}

static void small_moves_are_no_news(void **state)
{
    struct sync_state sync = well();
    struct vitals a = sync.vitals;
    struct vitals b;

    (void)state;
    memcpy(&b, &a, sizeof b);
    b.celsius = 58;
    b.free_bytes += 5000000;
    assert_true(vitals_same(&a, &b));
    b.celsius = 60;
    assert_false(vitals_same(&a, &b));
    memcpy(&b, &a, sizeof b);
    b.read_only = true;
    assert_false(vitals_same(&a, &b));
    memcpy(&b, &a, sizeof b);
    b.free_bytes -= 30000000;
    assert_false(vitals_same(&a, &b));
}

static void every_kind_and_level_has_a_key_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < VITALS_KIND_COUNT; i++) {
        assert_non_null(vitals_kind_key((enum vitals_kind)i));
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(vitals_kind_key((enum vitals_kind)i),
                                    vitals_kind_key((enum vitals_kind)j));
        }
    }
    assert_string_equal(vitals_level_key(VITALS_FINE), "fine");
    assert_string_equal(vitals_level_key(VITALS_GRAVE), "grave");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judges_each_kind_by_its_threshold),
        cmocka_unit_test(says_nothing_of_what_it_does_not_know),
        cmocka_unit_test(the_worst_stands_first),
        cmocka_unit_test(a_wall_that_is_off_is_mute),
        cmocka_unit_test(small_moves_are_no_news),
        cmocka_unit_test(every_kind_and_level_has_a_key_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
