// share/stops and share/pulse: how the device is over restarts, and when it is told.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>

#include "folder_fixture.h"
#include "share/pulse.h"
#include "share/sync_file.h"

#define MINUTE INT64_C(60000)
#define DAY (1440 * MINUTE)

static int64_t wall_ms, mono_ms;

static int64_t test_now(void *context)
{
    (void)context;
    return wall_ms;
}

static int64_t test_mono(void *context)
{
    (void)context;
    return mono_ms;
}

static int refuse_write(void *context, const char *path, const void *data, size_t size,
                        int64_t mtime_ns)
{
    (void)context;
    (void)path;
    (void)data;
    (void)size;
    (void)mtime_ns;
    return -EROFS;
}

static int begin(void **state)
{
    int result = fixture_setup(state);
    struct fixture *fixture = *state;

    fixture->env.now_ms = test_now;
    fixture->env.mono_ms = test_mono;
    wall_ms = INT64_C(1764245000000);
    mono_ms = 1000;
    return result;
}

static void pass(int64_t ms)
{
    wall_ms += ms;
    mono_ms += ms;
}

static struct vitals told_of(struct stops *stops)
{
    struct vitals vitals = {0};

    stops_tell(stops, wall_ms, &vitals);
    return vitals;
}

static void a_stop_that_was_not_clean_is_noted(void **state)
{
    struct fixture *fixture = *state;
    struct stops stops;

    stops_begin(&stops, fixture->state, &fixture->env, 0);
    assert_int_equal(told_of(&stops).stops_month, 0); // the first start of all
    stops_end(&stops);
    stops_begin(&stops, fixture->state, &fixture->env, wall_ms);
    assert_int_equal(told_of(&stops).stops_month, 0); // it was shut down
    // The plug is pulled; the last sign of life was a day from now.
    pass(3 * DAY);
    stops_begin(&stops, fixture->state, &fixture->env, wall_ms - 2 * DAY);
    assert_int_equal(told_of(&stops).stops_month, 1);
    assert_int_equal(told_of(&stops).stops_week, 1);
    assert_int_equal(told_of(&stops).stop_ms, wall_ms - 2 * DAY);
    stops_end(&stops);
    // It is remembered over clean stops, for a week and for a month.
    pass(6 * DAY);
    stops_begin(&stops, fixture->state, &fixture->env, wall_ms);
    assert_int_equal(told_of(&stops).stops_week, 0);
    assert_int_equal(told_of(&stops).stops_month, 1);
    stops_end(&stops);
    pass(23 * DAY);
    stops_begin(&stops, fixture->state, &fixture->env, wall_ms);
    assert_int_equal(told_of(&stops).stops_month, 0);
    assert_int_equal(told_of(&stops).stop_ms, 0);
}

static void counts_no_further_than_it_can_keep(void **state)
{
    struct fixture *fixture = *state;
    struct stops stops;

    stops_begin(&stops, fixture->state, &fixture->env, 0);
    for (int i = 0; i < STOPS_MAX + 10; i++) {
        pass(1000);
        stops_begin(&stops, fixture->state, &fixture->env, wall_ms - 500);
    }
    assert_int_equal(told_of(&stops).stops_week, STOPS_MAX);
    assert_int_equal(told_of(&stops).stop_ms, wall_ms - 500);
}

static void a_list_from_elsewhere_does_no_harm(void **state)
{
    static const char text[] = "x\n-5\n99999999999999999999999\n\n1764244000000 x\n7";
    struct fixture *fixture = *state;
    struct stops stops;

    fixture_write(fixture, "../state/stops", text, sizeof text - 1);
    stops_begin(&stops, fixture->state, &fixture->env, 0);
    assert_true(told_of(&stops).stops_month <= 2);
    assert_true(told_of(&stops).stops_month >= 1);
}

static void a_disk_that_refuses_is_no_end(void **state)
{
    struct fixture *fixture = *state;
    struct stops stops;

    fixture->env.write = refuse_write;
    stops_begin(&stops, fixture->state, &fixture->env, 0);
    assert_false(stops.begun);
    stops_end(&stops);
}

static void pulse_start(struct pulse *pulse, struct fixture *fixture)
{
    pulse_init(pulse, &(struct pulse_options){.state_dir = fixture->state,
                                              .root = fixture->root,
                                              .config_faults = 1,
                                              .config_fault = "line 3: nacht",
                                              .env = &fixture->env});
}

static void reads_once_a_minute_and_tells_what_is_new(void **state)
{
    static struct sync_state sync;
    struct fixture *fixture = *state;
    struct pulse pulse;

    pulse_start(&pulse, fixture);
    assert_int_equal(pulse_due(&pulse, mono_ms), 0);
    assert_true(pulse_take(&pulse, &sync));
    assert_string_equal(pulse.told.config_fault, "line 3: nacht");
    assert_true(pulse.told.disk_bytes > 0);
    assert_int_equal(pulse_due(&pulse, mono_ms), PULSE_STEP_MS);
    assert_false(pulse_take(&pulse, &sync));
    pulse.machine.root = "/nowhere";
    pulse.told.free_bytes = pulse.now.free_bytes; // of a disk that others use as well
    int told = 0;
    for (int i = 0; i < 30; i++) {
        pass(PULSE_STEP_MS);
        assert_int_equal(pulse_due(&pulse, mono_ms), 0);
        told += pulse_take(&pulse, &sync);
        assert_int_equal(pulse_due(&pulse, mono_ms), PULSE_STEP_MS);
    }
    assert_in_range(told, 2, 29); // a sign of life each quarter of an hour
}

static void trouble_counts_when_it_lasts(void **state)
{
    static struct sync_state sync;
    struct fixture *fixture = *state;
    struct pulse pulse;

    pulse_start(&pulse, fixture);
    sync = (struct sync_state){.refused = true, .clock_unset = true};
    pulse_take(&pulse, &sync);
    for (int i = 0; i < 9; i++) {
        pass(PULSE_STEP_MS);
        pulse_take(&pulse, &sync);
        assert_false(pulse.now.refused_long || pulse.now.clock_unset_long);
    }
    wall_ms += 400 * DAY; // the network sets the clock; what lasts does not go by it
    sync.clock_unset = false;
    pass(PULSE_STEP_MS);
    assert_true(pulse_take(&pulse, &sync));
    assert_true(pulse.told.refused_long);
    assert_false(pulse.told.clock_unset_long);
    sync.refused = false;
    pass(PULSE_STEP_MS);
    assert_true(pulse_take(&pulse, &sync));
    assert_false(pulse.told.refused_long);
}

// What a reading of now cannot tell comes from what the run before told.
static void remembers_over_a_power_cut(void **state)
{
    static struct sync_state sync;
    struct fixture *fixture = *state;
    struct pulse pulse;
    struct sync_file file;

    pulse_start(&pulse, fixture);
    pulse_begin(&pulse);
    sync =
        (struct sync_state){.read_ms = wall_ms - 5, .vitals = {.volt_low_ms = wall_ms - 7}};
    assert_true(sync_file_init(&file, fixture->state));
    sync_file_write(&file, &sync, &fixture->env);
    int64_t alive_ms = wall_ms;
    pass(2 * DAY);
    pulse_start(&pulse, fixture);
    pulse_begin(&pulse);
    assert_true(pulse_take(&pulse, &sync));
    assert_int_equal(pulse.told.good_ms, alive_ms - 5);
    assert_int_equal(pulse.told.volt_low_ms, alive_ms - 7);
    assert_int_equal(pulse.told.stops_month, 1);
    assert_int_equal(pulse.told.stop_ms, alive_ms);
    pulse_end(&pulse);
    pulse_start(&pulse, fixture);
    pulse_begin(&pulse);
    pass(PULSE_STEP_MS);
    pulse_take(&pulse, &sync);
    assert_int_equal(pulse.told.stops_month, 1);
}

#define pulse_test(name) cmocka_unit_test_setup_teardown(name, begin, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        pulse_test(a_stop_that_was_not_clean_is_noted),
        pulse_test(counts_no_further_than_it_can_keep),
        pulse_test(a_list_from_elsewhere_does_no_harm),
        pulse_test(a_disk_that_refuses_is_no_end),
        pulse_test(reads_once_a_minute_and_tells_what_is_new),
        pulse_test(trouble_counts_when_it_lasts),
        pulse_test(remembers_over_a_power_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
