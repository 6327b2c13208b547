// The watch: every way in which a board file changes wakes it, and it finds its folder
// again.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>

#include "base/log.h"
#include "folder_fixture.h"
#include "share/quarantine.h"
#include "share/watch.h"

static bool woken(struct watch *watch)
{
    struct pollfd wait = {.fd = watch_fd(watch), .events = POLLIN};

    return poll(&wait, 1, 0) > 0 && watch_take(watch);
}

static void wakes_for_board_files(void **state)
{
    struct fixture *fixture = *state;
    struct watch *watch = watch_create(fixture->share);

    assert_false(woken(watch));
    fixture_write(fixture, "board.sqlite", "x", 1);
    assert_true(woken(watch));
    assert_false(woken(watch));
    int fd = open(fixture_path(fixture, 0, "board.sqlite"), O_RDWR);
    assert_int_equal(write(fd, "y", 1), 1); // and it stays open
    assert_true(woken(watch));
    close(fd);
    assert_true(woken(watch));
    fixture_write(fixture, "board.sqlite-journal", "x", 1);
    assert_true(woken(watch));
    unlink(fixture_path(fixture, 0, "board.sqlite-journal"));
    assert_true(woken(watch));
    fixture_write(fixture, ".incoming.tmp", "x", 1);
    fixture_write(fixture, "notes.txt", "x", 1);
    assert_false(woken(watch));
    rename(fixture_path(fixture, 0, ".incoming.tmp"),
           fixture_path(fixture, 1, "board.sqlite"));
    assert_true(woken(watch));
    chmod(fixture_path(fixture, 0, "board.sqlite"), 0600);
    assert_true(woken(watch));
    unlink(fixture_path(fixture, 0, "board.sqlite"));
    assert_true(woken(watch));
    watch_destroy(watch);
    watch_destroy(NULL);
}

static void finds_its_folder_again(void **state)
{
    struct fixture *fixture = *state;
    char elsewhere[300];

    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", fixture->root);
    struct watch *watch = watch_create(fixture->share);
    assert_false(watch_renew(watch));
    assert_int_equal(rename(fixture->share, elsewhere), 0);
    assert_true(woken(watch));
    assert_false(watch_renew(watch));
    assert_int_equal(mkdir(fixture->share, 0700), 0);
    assert_true(watch_renew(watch));
    fixture_write(fixture, "board.sqlite", "x", 1);
    assert_true(woken(watch));
    // Replaced by another folder within one breath.
    unlink(fixture_path(fixture, 0, "board.sqlite"));
    rmdir(fixture->share);
    rename(elsewhere, fixture->share);
    assert_true(watch_take(watch));
    assert_true(watch_renew(watch));
    fixture_write(fixture, "board.sqlite", "x", 1);
    assert_true(woken(watch));
    watch_destroy(watch);
    watch = watch_create("/nonexistent");
    assert_non_null(watch);
    assert_false(watch_renew(watch));
    watch_destroy(watch);
}

static void quarantine_keeps_the_newest(void **state)
{
    struct fixture *fixture = *state;
    const char *path = fixture_path(fixture, 1, "board.sqlite");
    int count = 0;

    log_set_level(LOG_LEVEL_ERROR);
    for (int i = 0; i < QUARANTINE_KEEP + 5; i++) {
        fixture_write(fixture, "board.sqlite", &i, sizeof i);
        assert_true(quarantine_copy(fixture->state, path, &fixture->env));
        assert_true(
            quarantine_copy(fixture->state, path, &fixture->env)); // once for each content
        usleep(2000);
    }
    fixture->env.list(fixture, fixture->state, fixture_add, &count);
    assert_int_equal(count, QUARANTINE_KEEP);
    assert_true(quarantine_copy(fixture->state, fixture->share, &fixture->env));
    assert_true(quarantine_copy(fixture->state, "/nonexistent", &fixture->env));
}

static int claimed_stat(void *context, const char *path, struct env_stat *out)
{
    int code = env_system()->stat(context, path, out);

    out->size = strstr(path, ".sqlite") == NULL ? out->size : 40 * 1024 * 1024;
    return code;
}

// Few large ones are as much as many small ones.
static void quarantine_has_an_end(void **state)
{
    struct fixture *fixture = *state;
    const char *path = fixture_path(fixture, 1, "board.sqlite");
    int count = 0;

    log_set_level(LOG_LEVEL_ERROR);
    fixture->env.stat = claimed_stat;
    for (int i = 0; i < 12; i++) {
        fixture_write(fixture, "board.sqlite", &i, sizeof i);
        assert_true(quarantine_copy(fixture->state, path, &fixture->env));
        usleep(2000);
    }
    fixture->env.list(fixture, fixture->state, fixture_add, &count);
    assert_int_equal(count, 7); // six of 40 MB beside the last, which is small
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(wakes_for_board_files),
        fixture_test(finds_its_folder_again),
        fixture_test(quarantine_keeps_the_newest),
        fixture_test(quarantine_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
