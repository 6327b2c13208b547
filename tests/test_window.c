// The window on a console, where SDL does not sleep: how often it wakes when nothing
// happens. SDL is told to be there by a function here that takes the place of its own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include <SDL_video.h>

#include "screen/window.h"

enum { REST_MS = 6000 };

static const char *played = "KMSDRM";

const char *SDL_GetCurrentVideoDriver(void)
{
    return played;
}

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static long sleeps(void)
{
    struct rusage usage;

    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_nvcsw;
}

// All threads together have one wake-up a second: the wall leaves some to the others.
static void a_console_wakes_every_other_second(void **state)
{
    struct news *news = calloc(1, sizeof *news);
    int turns = 0;

    (void)state;
    struct window *window = window_create(
        &(struct window_options){.windowed = true, .width_px = 320, .height_px = 240});
    assert_non_null(window);
    window_wait(window, 0, news); // what came with the window
    int64_t until_ms = now_ms() + REST_MS;
    long before = sleeps();
    while (now_ms() < until_ms) {
        window_wait(window, (int)(until_ms - now_ms()), news);
        assert_int_equal(news->count, 0);
        turns++;
    }
    long slept = sleeps() - before;
    print_message("woke %d times in %d s, slept %ld times\n", turns, REST_MS / 1000, slept);
    assert_true(turns >= 2); // new devices are found
    assert_true(slept <= REST_MS / 2000);
    window_destroy(window);
    free(news);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_console_wakes_every_other_second),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
