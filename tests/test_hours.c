// Hours of the day: how they are written, over midnight, in the weekend, and on the days
// that are an hour shorter or longer.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/day.h"
#include "base/hours.h"

#define USUAL "18:00-07:30"

static void hours_are_read(void **state)
{
    static const struct {
        const char *text;
        bool fine, on, daily;
        int from, to;
    } cases[] = {
        {"18:00-07:30", true, true, false, 1080, 450},
        {"18:00-07:30,daily", true, true, true, 1080, 450},
        {"off", true, false, false, 0, 0},
        {"12:30-13:15", true, true, false, 750, 795},
        {"00:00-23:59", true, true, false, 0, 1439},
        {"18:00-07:30,weekend", false, false, false, 0, 0},
        {"18:00-07:30,daily,", false, false, false, 0, 0},
        {"off,daily", false, false, false, 0, 0},
        {"18-7", false, false, false, 0, 0},
        {"24:00-07:30", false, false, false, 0, 0},
        {"18:00-07:60", false, false, false, 0, 0},
        {"18:00-18:00", false, false, false, 0, 0},
        {"18:00-07:30x", false, false, false, 0, 0},
        {"", false, false, false, 0, 0},
        {"on", false, false, false, 0, 0},
        {"8:00-17:00", false, false, false, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hours hours = {0};
        assert_int_equal(hours_read(cases[i].text, &hours), cases[i].fine);
        if (cases[i].fine) {
            assert_int_equal(hours.on, cases[i].on);
            assert_int_equal(hours.daily, cases[i].daily);
            assert_int_equal(hours.from, cases[i].from);
            assert_int_equal(hours.to, cases[i].to);
        }
    }
}

static int64_t moment(const char *text)
{
    int32_t day = 0;
    int minute = 0;

    assert_true(day_read(text, &day, &minute));
    return day_moment_ms(day, minute);
}

static void hours_over_night_and_weekend(void **state)
{
    // 10 November 2025 is a Monday; clocks change on 26 October 2025 and 29 March 2026.
    static const struct {
        const char *hours, *at;
        bool due;
        const char *morning;
    } cases[] = {
        {USUAL, "2025-11-10T17:59", false, "2025-11-11T07:30"},
        {USUAL, "2025-11-10T18:00", true, "2025-11-11T07:30"},
        {USUAL, "2025-11-10T23:59", true, "2025-11-11T07:30"},
        {USUAL, "2025-11-11T00:00", true, "2025-11-11T07:30"},
        {USUAL, "2025-11-11T07:29", true, "2025-11-11T07:30"},
        {USUAL, "2025-11-11T07:30", false, "2025-11-12T07:30"},
        {USUAL, "2025-11-14T18:00", true, "2025-11-17T07:30"},
        {USUAL, "2025-11-15T12:00", true, "2025-11-17T07:30"},
        {USUAL, "2025-10-24T20:00", true, "2025-10-27T07:30"},
        {USUAL, "2025-10-26T02:30", true, "2025-10-27T07:30"},
        {USUAL, "2026-03-27T20:00", true, "2026-03-30T07:30"},
        {USUAL, "2026-03-29T03:10", true, "2026-03-30T07:30"},
        {"12:00-13:00", "2025-11-10T12:30", true, "2025-11-10T13:00"},
        {"12:00-13:00", "2025-11-10T13:00", false, "2025-11-11T13:00"},
        {"19:00-07:00,daily", "2025-11-15T12:00", false, "2025-11-16T07:00"},
        {"19:00-07:00,daily", "2025-11-15T20:00", true, "2025-11-16T07:00"},
        {"19:00-07:00,daily", "2025-10-26T02:30", true, "2025-10-26T07:00"},
        {"19:00-07:00,daily", "2026-03-29T03:10", true, "2026-03-29T07:00"},
        {"01:00-02:30,daily", "2026-03-28T12:00", false, "2026-03-29T02:30"},
        {"12:00-13:00", "2025-11-16T13:00", true, "2025-11-17T13:00"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hours hours;
        assert_true(hours_read(cases[i].hours, &hours));
        int64_t at_ms = moment(cases[i].at);
        if (hours_due(&hours, at_ms) != cases[i].due ||
            hours_end_ms(&hours, at_ms) != moment(cases[i].morning)) {
            fail_msg("%s at %s", cases[i].hours, cases[i].at);
        }
    }
    struct hours off = {0};
    assert_false(hours_due(&off, moment("2025-11-15T12:00")));
    assert_int_equal(hours_end_ms(&off, moment("2025-11-15T12:00")), INT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_are_read),
        cmocka_unit_test(hours_over_night_and_weekend),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
