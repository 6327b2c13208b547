// share/cadence: when a site publishes, second by second.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "share/cadence.h"

static void waits_for_the_next_edit(void **state)
{
    struct cadence cadence = {0};

    (void)state;
    assert_int_equal(cadence_due(&cadence), INT64_MAX);
    cadence_edit(&cadence, 1000);
    cadence_edit(&cadence, 1400); // does not put it off
    assert_int_equal(cadence_due(&cadence), 1500);
    cadence_done(&cadence, 1500);
    assert_int_equal(cadence_due(&cadence), INT64_MAX);
    cadence_edit(&cadence, 1600);
    assert_int_equal(cadence_due(&cadence), 6500); // at most once in five seconds
    cadence_settle(&cadence);                      // somebody else published it
    assert_int_equal(cadence_due(&cadence), INT64_MAX);
}

static void answers_later_and_later(void **state)
{
    static const int64_t most_ms[] = {5000, 10000, 20000, 40000, 60000, 60000, 60000};
    struct cadence cadence = {0};
    int64_t now_ms = 100000;

    (void)state;
    for (size_t i = 0; i < sizeof most_ms / sizeof *most_ms; i++) {
        cadence_lack(&cadence, now_ms, i % 2 == 0 ? 0 : UINT32_MAX);
        int64_t due_ms = cadence_due(&cadence);
        int64_t least_ms =
            i == 0 || most_ms[i] / 5 > CADENCE_LEAST_MS ? most_ms[i] / 5 : CADENCE_LEAST_MS;
        assert_in_range(due_ms - now_ms, least_ms, most_ms[i]);
        cadence_lack(&cadence, due_ms - 1, 77); // still lacking: it stays due when it was
        assert_int_equal(cadence_due(&cadence), due_ms);
        now_ms = due_ms;
        cadence_done(&cadence, now_ms);
    }
    // After a calm minute it begins anew.
    now_ms += CADENCE_BACK_LAST_MS + 1;
    cadence_lack(&cadence, now_ms, UINT32_MAX);
    assert_in_range(cadence_due(&cadence) - now_ms, 1000, 5000);
}

static void an_edit_does_not_wait_for_an_answer(void **state)
{
    struct cadence cadence = {0};

    (void)state;
    cadence_lack(&cadence, 1000, 3999);
    assert_true(cadence_due(&cadence) > 1600);
    cadence_edit(&cadence, 1100);
    assert_int_equal(cadence_due(&cadence), 1600);
}

static void tries_again_ever_slower(void **state)
{
    static const int64_t pauses_ms[] = {200, 400, 800, 1600, 3200, 5000, 5000};
    struct cadence cadence = {0};

    (void)state;
    cadence_edit(&cadence, 0);
    for (size_t i = 0; i < sizeof pauses_ms / sizeof *pauses_ms; i++) {
        cadence_fail(&cadence, 10000);
        assert_int_equal(cadence_due(&cadence), 10000 + pauses_ms[i]);
    }
    cadence_done(&cadence, 20000);
    cadence_edit(&cadence, 30000);
    assert_int_equal(cadence_due(&cadence), 30500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waits_for_the_next_edit),
        cmocka_unit_test(answers_later_and_later),
        cmocka_unit_test(an_edit_does_not_wait_for_an_answer),
        cmocka_unit_test(tries_again_ever_slower),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
