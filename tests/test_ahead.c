// What is worked out ahead is what the wall would have worked out itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "board/ahead.h"
#include "board_fixture.h"

static const char life[] = "@ 2025-10-01 10:00\n"
                           "! track b/1.1a/g health=knelpunt|stage=vertalen|lead=Wethouder Één\n"
                           "@ 2025-11-01 10:00\n"
                           "! track b/1.1a/g health=op koers\n";

static int64_t now_ms(void)
{
    int64_t at_ms = 0;

    assert_true(day_read_moment("2025-11-11T10:00", &at_ms));
    return at_ms;
}

static void works_out_the_open_board(void **state)
{
    static const struct ahead_wish wishes[] = {
        {"", false}, {"b", false}, {"gone", false}, {"b", true}, {"", true}};
    struct board_set *set = fixture_plan_with(life);

    (void)state;
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
        struct ahead ahead;
        ahead_make(&ahead, set, &wishes[i], now_ms());
        const struct board_set *shown = wishes[i].veiled ? ahead.veiled : set;
        assert_true((ahead.veiled != NULL) == wishes[i].veiled);
        assert_non_null(ahead.outlook);
        assert_ptr_equal(ahead.outlook->board, &shown->boards[0]);
        assert_int_equal(ahead.outlook->today, fixture_day("2025-11-11"));
        ahead_finish(&ahead);
        assert_null(ahead.outlook);
    }
    board_set_free(set);
}

static void leaves_out_what_is_not_there(void **state)
{
    struct board_set *none = board_set_build(NULL, 0, NULL, 0);
    struct ahead ahead;

    (void)state;
    ahead_make(&ahead, none, &(struct ahead_wish){.veiled = true}, now_ms());
    assert_null(ahead.outlook);
    ahead_finish(&ahead);
    board_set_free(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(works_out_the_open_board),
        cmocka_unit_test(leaves_out_what_is_not_there),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
