// Frames follow each other sixty times a second, and the first one does not wait.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "beat.h"

enum { SECOND_US = 1000000 };

static void the_first_frame_does_not_wait(void **state)
{
    struct beat beat = {0};

    (void)state;
    for (int64_t now = SECOND_US; now < 100 * (int64_t)SECOND_US; now += SECOND_US) {
        assert_int_equal(beat_wait_us(&beat, now), 0);
        beat_shown(&beat, now);
        assert_int_equal(beat_wait_us(&beat, now), BEAT_US);
        assert_int_equal(beat_wait_us(&beat, now + BEAT_US), 0);
    }
}

// Whoever asks every millisecond, and is woken a little late, shows sixty frames a second.
static void frames_keep_the_beat(void **state)
{
    static const int steps_us[] = {100, 1000, 1700, 8000};

    (void)state;
    for (size_t i = 0; i < sizeof steps_us / sizeof *steps_us; i++) {
        struct beat beat = {0};
        int frames = 0;
        int64_t begun = 77 * (int64_t)SECOND_US;
        for (int64_t now = begun; now < begun + 10 * SECOND_US; now += steps_us[i]) {
            if (beat_wait_us(&beat, now) == 0) {
                beat_shown(&beat, now);
                frames++;
            }
        }
        assert_in_range(frames, 600, 601);
    }
}

// A frame that took long is not made up for.
static void late_frames_are_not_made_up_for(void **state)
{
    struct beat beat = {0};

    (void)state;
    beat_shown(&beat, SECOND_US);
    beat_shown(&beat, 2 * SECOND_US);
    assert_int_equal(beat_wait_us(&beat, 2 * SECOND_US), BEAT_US);
}

// What a tap did, or a wheel, is shown without waiting: however many such frames came at
// once, what moves after them waits for one beat, as after any frame.
static void frames_that_did_not_wait_hold_up_none(void **state)
{
    struct beat beat = {0};
    int64_t now = SECOND_US;

    (void)state;
    for (int i = 0; i < 250; i++, now += SECOND_US / 1000) {
        beat_shown(&beat, now);
        assert_int_equal(beat_wait_us(&beat, now), BEAT_US);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_frame_does_not_wait),
        cmocka_unit_test(frames_keep_the_beat),
        cmocka_unit_test(late_frames_are_not_made_up_for),
        cmocka_unit_test(frames_that_did_not_wait_hold_up_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
