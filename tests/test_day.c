// The calendar against known days, leap years, daylight saving and hostile text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/day.h"
#include "base/env.h"

static int amsterdam(void **state)
{
    (void)state;
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return 0;
}

static void known_days(void **state)
{
    static const struct {
        struct date date;
        int32_t day;
        int week;
    } cases[] = {
        {{1970, 1, 1}, 0, 3},     {{1969, 12, 31}, -1, 2},      {{2000, 2, 29}, 11016, 1},
        {{2000, 3, 1}, 11017, 2}, {{2024, 2, 29}, 19782, 3},    {{2025, 11, 27}, 20419, 3},
        {{1, 1, 1}, -719162, 0},  {{9999, 12, 31}, 2932896, 4}, {{1600, 3, 1}, -135080, 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(day_of(cases[i].date), cases[i].day);
        struct date back = day_date(cases[i].day);
        assert_int_equal(back.year, cases[i].date.year);
        assert_int_equal(back.month, cases[i].date.month);
        assert_int_equal(back.day, cases[i].date.day);
        assert_int_equal(day_week(cases[i].day), cases[i].week);
    }
}

static void every_day_comes_back(void **state)
{
    int week = day_week(-800000);

    (void)state;
    for (int32_t day = -800000; day < 3000000; day += 1) {
        struct date date = day_date(day);
        if (day_of(date) != day || day_week(day) != week) {
            fail_msg("day %d", day);
        }
        week = (week + 1) % 7;
    }
    day_date(INT32_MAX);
    day_date(INT32_MIN);
    day_week(INT32_MAX);
    day_week(INT32_MIN);
}

static void dates_that_exist(void **state)
{
    static const struct {
        struct date date;
        bool valid;
    } cases[] = {
        {{2024, 2, 29}, true},  {{2023, 2, 29}, false}, {{1900, 2, 29}, false},
        {{2000, 2, 29}, true},  {{2024, 2, 31}, false}, {{2024, 4, 30}, true},
        {{2024, 4, 31}, false}, {{2024, 13, 1}, false}, {{2024, 0, 1}, false},
        {{2024, 1, 0}, false},  {{0, 1, 1}, false},     {{10000, 1, 1}, false},
        {{2024, 12, 31}, true}, {{2024, -1, 5}, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(date_valid(cases[i].date), cases[i].valid);
    }
}

static void text_is_read_strictly(void **state)
{
    static const struct {
        const char *text;
        bool read;
        int32_t day;
        int minute;
    } cases[] = {
        {"2025-11-27", true, 20419, -1},
        {"2025-11-27T14:00", true, 20419, 840},
        {"2025-11-27 14:05", true, 20419, 845},
        {"2025-11-27 14:05:59", true, 20419, 845},
        {"2025-11-27T00:00", true, 20419, 0},
        {"2025-11-27T24:00", false, 0, 0},
        {"2025-11-27T14:60", false, 0, 0},
        {"2025-11-27T14:00:60", false, 0, 0},
        {"2025-11-27T14:00:", false, 0, 0},
        {"2025-11-27T14", false, 0, 0},
        {"2025-11-27T", false, 0, 0},
        {"2025-11-27 ", false, 0, 0},
        {" 2025-11-27", false, 0, 0},
        {"2025-11-27x", false, 0, 0},
        {"2025-02-29", false, 0, 0},
        {"2025-1-2", false, 0, 0},
        {"25-11-27", false, 0, 0},
        {"-025-11-27", false, 0, 0},
        {"2025-11", false, 0, 0},
        {"", false, 0, 0},
        {"\xff\xff", false, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = 7;
        int minute = 7;
        bool read = day_read(cases[i].text, &day, &minute);
        if (read != cases[i].read) {
            fail_msg("\"%s\"", cases[i].text);
        }
        assert_int_equal(day, read ? cases[i].day : 7);
        assert_int_equal(minute, read ? cases[i].minute : 7);
    }
    int32_t day = 0;
    assert_true(day_read("2025-11-27T14:00", &day, NULL));
}

// A day alone is all of it: also one of 23 and one of 25 hours.
static void text_names_a_moment(void **state)
{
    static const struct {
        const char *text;
        int32_t day; // and the minute of it, less a millisecond when `end`
        int minute;
        bool end;
    } cases[] = {{"2025-11-27T14:00", 20419, 840, false},
                 {"2025-11-27 00:00", 20419, 0, false},
                 {"2025-11-27", 20420, 0, true},
                 {"2025-03-30", 20178, 0, true},
                 {"2025-10-26", 20388, 0, true}};
    int64_t at_ms = 7;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(day_read_moment(cases[i].text, &at_ms));
        assert_int_equal(at_ms, day_moment_ms(cases[i].day, cases[i].minute) -
                                    (cases[i].end ? 1 : 0));
        int32_t day = 0;
        day_local(at_ms, &day, NULL);
        assert_int_equal(day, cases[i].day - (cases[i].end ? 1 : 0));
    }
    at_ms = 7;
    assert_false(day_read_moment("gisteren", &at_ms));
    assert_false(day_read_moment("2025-02-29", &at_ms));
    assert_int_equal(at_ms, 7);
}

static void text_is_written(void **state)
{
    char out[16];
    char moment[24];

    (void)state;
    day_write_minute(20419, 845, moment);
    assert_string_equal(moment, "2025-11-27T14:05");
    day_write(20419, out);
    assert_string_equal(out, "2025-11-27");
    day_write(-719162, out);
    assert_string_equal(out, "0001-01-01");
    day_write(INT32_MAX, out);
    assert_true(strlen(out) < sizeof out);
    day_write(INT32_MIN, out);
    assert_true(strlen(out) < sizeof out);
}

static void moments_are_local(void **state)
{
    static const struct {
        int64_t at_ms;
        const char *text;
        int minute;
    } cases[] = {
        {0, "1970-01-01", 60},
        {-1, "1970-01-01", 59},
        {1764252000000, "2025-11-27", 900}, // 14:00 UTC
        {1764284400000, "2025-11-28", 0},   // 23:00 UTC: the next day here
        {1764284399999, "2025-11-27", 1439},
        {1743296399999, "2025-03-30", 119}, // the last moment before the clock jumps to 3
        {1743296400000, "2025-03-30", 180},
        {1761440400000, "2025-10-26", 180 - 60}, // the second 2 o'clock
        {1753999200000, "2025-08-01", 0},        // summer time
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[16];
        int32_t day = 0;
        int minute = 0;
        day_local(cases[i].at_ms, &day, &minute);
        day_write(day, text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(minute, cases[i].minute);
    }
    day_local(0, NULL, NULL);
}

static void far_moments_are_held(void **state)
{
    static const int64_t moments[] = {INT64_MAX, INT64_MIN, INT64_MAX / 2,
                                      (int64_t)1 << 46};

    (void)state;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        int32_t day = 0;
        day_local(moments[i], &day, NULL);
        assert_true(date_valid(day_date(day)));
    }
}

static void moments_come_back(void **state)
{
    (void)state;
    for (int32_t day = 18000; day < 22000; day++) {
        int32_t again = 0;
        int minute = 0;
        day_local(day_moment_ms(day, 870), &again, &minute);
        assert_int_equal(again, day);
        assert_int_equal(minute, 870);
    }
    int32_t day = 0;
    int minute = 0;
    day_local(day_moment_ms(20177, 150), &day,
              &minute); // 30 March 2025, 2:30 does not exist
    assert_int_equal(day, 20177);
    assert_int_equal(minute, 210);
}

static void the_machine_has_a_clock(void **state)
{
    const struct env *env = env_system();
    int64_t before = env->mono_ms(env->context);
    unsigned char bytes[64] = {0};
    static const unsigned char zeros[64];

    (void)state;
    assert_true(env->now_ms(env->context) > 1700000000000);
    assert_true(env->mono_ms(env->context) >= before);
    env->random(env->context, bytes, sizeof bytes);
    assert_memory_not_equal(bytes, zeros, sizeof bytes);
    env->random(env->context, bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),          cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(dates_that_exist),    cmocka_unit_test(text_is_read_strictly),
        cmocka_unit_test(text_names_a_moment), cmocka_unit_test(text_is_written),
        cmocka_unit_test(moments_are_local),   cmocka_unit_test(far_moments_are_held),
        cmocka_unit_test(moments_come_back),   cmocka_unit_test(the_machine_has_a_clock),
    };

    return cmocka_run_group_tests_name("day", tests, amsterdam, NULL);
}
