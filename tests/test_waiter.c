// The waiter, with named pipes in the place of input devices.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "screen/waiter.h"

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t waited(struct waiter *waiter, int timeout_ms)
{
    int64_t start = now_ms();

    waiter_wait(waiter, timeout_ms);
    return now_ms() - start;
}

static void sleeps_until_woken(void **state)
{
    (void)state;
    struct waiter *waiter = waiter_create(NULL);
    assert_in_range(waited(waiter, 40), 38, 500);
    waiter_wake(waiter);
    waiter_wake(waiter);
    assert_true(waited(waiter, 5000) < 1000);
    assert_in_range(waited(waiter, 40), 38, 500); // two wakes end one wait
    waiter_destroy(waiter);
    waiter_destroy(NULL);
}

static int device(const char *dir, int number)
{
    char path[128];

    snprintf(path, sizeof path, "%s/event%d", dir, number);
    assert_int_equal(mkfifo(path, 0600), 0);
    // Both ends: a pipe without a writer would be at its end at once.
    return open(path, O_RDWR | O_NONBLOCK);
}

static void devices_end_the_wait(void **state)
{
    (void)state;
    char dir[] = "/tmp/regiebord-waiter-XXXXXX";
    assert_non_null(mkdtemp(dir));
    int first = device(dir, 0);
    struct waiter *waiter = waiter_create(dir);
    assert_in_range(waited(waiter, 40), 38, 500);
    assert_int_equal(write(first, "touch", 5), 5);
    assert_true(waited(waiter, 5000) < 1000);
    close(first); // drained in part or not: the pipe is new for the next wait
    int second = device(dir, 1);
    int64_t start = now_ms();
    waiter_wait(waiter, 5000); // it was plugged in
    waiter_wait(waiter, 5000); // and is opened when it has settled
    assert_true(now_ms() - start < 2000);
    while (now_ms() - start < 400) {
        waiter_wait(waiter, 50);
    }
    assert_int_equal(write(second, "touch", 5), 5);
    assert_true(waited(waiter, 5000) < 1000);
    waiter_destroy(waiter);
    close(second);
    char path[128];
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/event%d", dir, i);
        unlink(path);
    }
    rmdir(dir);
}

// A device that is gone reads as ended for ever; that must not become a busy loop.
static void a_dead_device_does_not_spin(void **state)
{
    (void)state;
    char dir[] = "/tmp/regiebord-waiter-XXXXXX";
    assert_non_null(mkdtemp(dir));
    int pipe = device(dir, 0);
    struct waiter *waiter = waiter_create(dir);
    assert_int_equal(write(pipe, "x", 1), 1);
    close(pipe);
    int rounds = 0;
    for (int64_t start = now_ms(); now_ms() - start < 500; rounds++) {
        waiter_wait(waiter, 1000);
    }
    assert_in_range(rounds, 1, 40);
    waiter_destroy(waiter);
    char path[128];
    snprintf(path, sizeof path, "%s/event0", dir);
    unlink(path);
    rmdir(dir);
}

static void goes_without_devices(void **state)
{
    (void)state;
    struct waiter *waiter = waiter_create("/nonexistent/input");
    assert_non_null(waiter);
    assert_in_range(waited(waiter, 40), 38, 500);
    waiter_wake(waiter);
    assert_true(waited(waiter, 5000) < 1000);
    waiter_destroy(waiter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sleeps_until_woken),
        cmocka_unit_test(devices_end_the_wait),
        cmocka_unit_test(a_dead_device_does_not_spin),
        cmocka_unit_test(goes_without_devices),
    };
    return cmocka_run_group_tests_name("waiter", tests, NULL, NULL);
}
