// The hybrid clock: never back, always past what the row shows, never beyond what devices
// accept.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/clock.h"

#define LAST ((INT64_C(1) << 62) - 1)

static void gives_the_next_time(void **state)
{
    static const struct {
        const char *what;
        int64_t now_ms, own_last, row_newest, next;
    } cases[] = {
        {"the wall clock", 1000, -1, -1, 1000 << 16},
        {"the same millisecond", 1000, 1000 << 16, -1, (1000 << 16) + 1},
        {"a clock put back", 10, 1000 << 16, -1, (1000 << 16) + 1},
        {"a row from the future", 1000, -1, 5000 << 16, (5000 << 16) + 1},
        {"a row from the past", 1000, -1, 3, 1000 << 16},
        {"a clock before 1970", -50, -1, -1, 0},
        {"a row at the very end", 1000, -1, LAST, LAST},
        {"a clock beyond the end", INT64_MAX, -1, -1, LAST >> 16 << 16},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t next = clock_next(cases[i].now_ms, cases[i].own_last, cases[i].row_newest);
        if (next != cases[i].next) {
            print_error("%s\n", cases[i].what);
        }
        assert_int_equal(next, cases[i].next);
        assert_true(clock_valid(next));
    }
}

static void knows_what_is_valid(void **state)
{
    (void)state;
    assert_true(clock_valid(0));
    assert_true(clock_valid(LAST));
    assert_false(clock_valid(LAST + 1));
    assert_false(clock_valid(-1));
    assert_int_equal(clock_ms(clock_at(1764250000123)), 1764250000123);
}

static void knows_when_it_cannot_be_right(void **state)
{
    const int64_t day_ms = 24 * 60 * 60 * 1000;
    const int64_t now_ms = CLOCK_RELEASE_MS + 30 * day_ms;
    static const char *const what[] = {
        "never set",        "just before the release", "fine",
        "put back an hour", "put back two days",       "nothing done yet"};
    const struct {
        int64_t now_ms, own_last;
        bool unset;
    } cases[] = {
        {0, -1, true},
        {CLOCK_RELEASE_MS - 1, -1, true},
        {now_ms, clock_at(now_ms - day_ms), false},
        {now_ms, clock_at(now_ms + day_ms / 24), false},
        {now_ms, clock_at(now_ms + 2 * day_ms), true},
        {now_ms, -1, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (clock_unset(cases[i].now_ms, cases[i].own_last) != cases[i].unset) {
            fail_msg("%s", what[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_next_time),
        cmocka_unit_test(knows_what_is_valid),
        cmocka_unit_test(knows_when_it_cannot_be_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
