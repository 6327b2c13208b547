// The panel off and on: what the X server and the owner's command are asked, and that
// nothing is left as it should not be. Neither is there: both are played. What the kernel
// is asked: test_scanout.c.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen/power.h"

// --- an X server ---

struct server {
    bool capable, enabled;
    uint16_t level, times[3];
    int asked;  // how often it was told anything
    int errors; // what would have ended the program
};
static struct server server;

static int x_capable(void *display)
{
    return ((struct server *)display)->capable;
}

static int x_info(void *display, uint16_t *level, unsigned char *enabled)
{
    const struct server *s = display;

    *level = s->level;
    *enabled = s->enabled;
    return 1;
}

static int x_get(void *display, uint16_t *standby, uint16_t *suspend, uint16_t *off)
{
    const struct server *s = display;

    *standby = s->times[0];
    *suspend = s->times[1];
    *off = s->times[2];
    return 1;
}

static int x_set(void *display, uint16_t standby, uint16_t suspend, uint16_t off)
{
    struct server *s = display;

    s->asked++;
    s->times[0] = standby;
    s->times[1] = suspend;
    s->times[2] = off;
    return 1;
}

static int x_enable(void *display)
{
    struct server *s = display;

    s->asked++;
    s->enabled = true;
    return 1;
}

static int x_disable(void *display)
{
    struct server *s = display;

    s->asked++;
    s->enabled = false;
    s->level = DPMS_X_ON;
    return 1;
}

static int x_force(void *display, uint16_t level)
{
    struct server *s = display;

    s->asked++;
    s->errors += !s->enabled;
    s->level = level;
    return 1;
}

static const struct dpms_x_calls calls = {.capable = x_capable,
                                          .info = x_info,
                                          .get_timeouts = x_get,
                                          .set_timeouts = x_set,
                                          .enable = x_enable,
                                          .disable = x_disable,
                                          .force = x_force};

static void x_goes_off_and_comes_back_as_it_was(void **state)
{
    static const struct server before[] = {
        {.capable = true, .enabled = true, .times = {600, 900, 1200}},
        {.capable = true, .enabled = false, .times = {600, 600, 600}},
        {.capable = true, .enabled = false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        struct dpms_x x = {0};
        server = before[i];
        assert_true(dpms_x_set(&x, &calls, &server, false));
        assert_int_equal(server.level, DPMS_X_OFF);
        assert_int_equal(server.times[2], 0);
        server.level = DPMS_X_ON; // a mouse was moved
        assert_true(dpms_x_set(&x, &calls, &server, false));
        assert_int_equal(server.level, DPMS_X_OFF);
        int asked = server.asked;
        assert_true(dpms_x_set(&x, &calls, &server, false)); // off it is: nothing to ask
        assert_int_equal(server.asked, asked);
        assert_true(dpms_x_set(&x, &calls, &server, true));
        assert_int_equal(server.level, DPMS_X_ON);
        assert_int_equal(server.enabled, before[i].enabled);
        assert_memory_equal(server.times, before[i].times, sizeof server.times);
        assert_int_equal(server.errors, 0);
    }
}

// Left off by a program that was killed.
static void x_comes_on_at_the_start(void **state)
{
    struct dpms_x x = {0};

    (void)state;
    server = (struct server){.capable = true, .enabled = true, .level = DPMS_X_OFF};
    assert_true(dpms_x_set(&x, &calls, &server, true));
    assert_int_equal(server.level, DPMS_X_ON);
    server = (struct server){.capable = true};
    assert_true(dpms_x_set(&x, &calls, &server, true)); // it is on: nothing to ask
    assert_int_equal(server.asked, 0);
}

static void x_that_cannot(void **state)
{
    struct dpms_x x = {0};

    (void)state;
    server = (struct server){.capable = false};
    assert_false(dpms_x_set(&x, &calls, &server, false));
    assert_false(dpms_x_set(&x, NULL, &server, false));
    assert_false(dpms_x_set(&x, &calls, NULL, false));
    assert_int_equal(server.asked, 0);
    assert_non_null(dpms_x_library()); // what it asks for is there
}

// --- the owner's command ---

struct desk {
    char folder[64], script[96], said[96];
    struct power power;
    int64_t mono_ms;
};

static void desk_open(struct desk *desk, const char *does)
{
    *desk = (struct desk){0};
    snprintf(desk->folder, sizeof desk->folder, "/tmp/regiebord-power-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    snprintf(desk->script, sizeof desk->script, "%s/power", desk->folder);
    snprintf(desk->said, sizeof desk->said, "%s/said", desk->folder);
    FILE *file = fopen(desk->script, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\necho \"$# $1\" >> %s\n", does, desk->said);
    fclose(file);
    assert_int_equal(chmod(desk->script, 0755), 0);
    power_init(&desk->power, desk->script, NULL);
}

static void desk_close(struct desk *desk)
{
    unlink(desk->script);
    unlink(desk->said);
    rmdir(desk->folder);
}

// Turns of the loop until it has nothing to look after, a real 10 s at most.
static void desk_settle(struct desk *desk)
{
    const struct timespec rest = {.tv_nsec = 5000000};

    for (int i = 0; i < 2000; i++) {
        if (power_step(&desk->power, -1, desk->mono_ms) == -1) {
            return;
        }
        nanosleep(&rest, NULL);
    }
    fail_msg("the command does not end");
}

static void desk_said(const struct desk *desk, const char *expected)
{
    char text[256] = "";
    FILE *file = fopen(desk->said, "r");

    if (file != NULL) {
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
    }
    assert_string_equal(text, expected);
}

static void the_command_is_told_once(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, "");
    for (int i = 0; i < 3; i++) {
        power_set(&desk.power, NULL, true, 0);
        desk_settle(&desk);
    }
    desk_said(&desk, "1 on\n"); // at the start: it may have been left off
    for (int i = 0; i < 3; i++) {
        power_set(&desk.power, NULL, false, 0);
        desk_settle(&desk);
    }
    desk_said(&desk, "1 on\n1 off\n");
    power_again(&desk.power, NULL, 0); // another window
    desk_settle(&desk);
    desk_said(&desk, "1 on\n1 off\n1 off\n");
    power_finish(&desk.power, NULL, 0);
    desk_said(&desk, "1 on\n1 off\n1 off\n1 on\n");
    desk_close(&desk);
}

static void one_at_a_time_and_the_last_wish_counts(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, "sleep .3");
    power_set(&desk.power, NULL, false, 0);
    power_set(&desk.power, NULL, true, 0);
    power_set(&desk.power, NULL, false, 0);
    power_set(&desk.power, NULL, true, 0);
    assert_int_equal(power_step(&desk.power, -1, 0), COMMAND_LOOK_MS);
    assert_int_equal(power_step(&desk.power, 5, 0), 5);
    desk_said(&desk, ""); // nobody waited
    desk_settle(&desk);
    desk_said(&desk, "1 off\n1 on\n");
    desk_close(&desk);
}

static void one_that_hangs_is_ended(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, "[ $1 = on ] || exec sleep 1000");
    power_set(&desk.power, NULL, false, 0);
    power_set(&desk.power, NULL, true, 1000);
    assert_int_equal(power_step(&desk.power, -1, COMMAND_MOST_MS - 1), COMMAND_LOOK_MS);
    desk.mono_ms = COMMAND_MOST_MS;
    desk_settle(&desk);
    desk_said(&desk, "1 on\n");
    desk_close(&desk);
}

static void one_that_fails_changes_nothing(void **state)
{
    struct desk desk;

    (void)state;
    desk_open(&desk, "exit 3");
    power_set(&desk.power, NULL, false, 0);
    desk_settle(&desk);
    power_set(&desk.power, NULL, true, 0);
    desk_settle(&desk);
    assert_true(desk.power.command.warned);
    unlink(desk.script); // not there any more
    power_set(&desk.power, NULL, false, 0);
    desk_settle(&desk);
    power_finish(&desk.power, NULL, 0);
    desk_close(&desk);
}

static void without_anything_it_is_said_once(void **state)
{
    struct power power;

    (void)state;
    power_init(&power, NULL, NULL);
    power_set(&power, NULL, true, 0);
    assert_false(power.warned);
    power_set(&power, NULL, false, 0);
    assert_true(power.warned);
    assert_int_equal(power_step(&power, -1, 0), -1);
    assert_int_equal(power_step(&power, 300, 0), 300);
    power_finish(&power, NULL, 0);
    assert_false(power.off);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(x_goes_off_and_comes_back_as_it_was),
        cmocka_unit_test(x_comes_on_at_the_start),
        cmocka_unit_test(x_that_cannot),
        cmocka_unit_test(the_command_is_told_once),
        cmocka_unit_test(one_at_a_time_and_the_last_wish_counts),
        cmocka_unit_test(one_that_hangs_is_ended),
        cmocka_unit_test(one_that_fails_changes_nothing),
        cmocka_unit_test(without_anything_it_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
