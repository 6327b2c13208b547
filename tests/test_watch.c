// The watch: every way in which a board file changes wakes it, and it finds its folder
// again.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>

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

// A path in the fixture's root; good until the next call with the same `slot` (0-1).
static const char *root_path(struct fixture *fixture, int slot, const char *name)
{
    static char paths[2][300];

    snprintf(paths[slot], sizeof paths[slot], "%s/%s", fixture->root, name);
    return paths[slot];
}

static void make_folders(struct fixture *fixture)
{
    assert_int_equal(mkdir(root_path(fixture, 0, "up"), 0700), 0);
    assert_int_equal(mkdir(root_path(fixture, 0, "up/share"), 0700), 0);
}

static void take_away(struct fixture *fixture)
{
    assert_int_equal(rename(root_path(fixture, 0, "up"), root_path(fixture, 1, "old")), 0);
}

static void put_another(struct fixture *fixture)
{
    take_away(fixture);
    make_folders(fixture);
}

static void put_a_link(struct fixture *fixture)
{
    take_away(fixture);
    assert_int_equal(symlink("old", root_path(fixture, 0, "up")), 0);
}

// A folder moves with the one above it, of which nothing is told in the folder itself.
static void is_told_of_a_move_above(void **state)
{
    static const struct {
        void (*move)(struct fixture *fixture);
        bool there, hears; // afterwards
    } moves[] = {
        {take_away, false, false},
        {put_another, true, true},
        {put_a_link, true, false}, // which may be turned elsewhere
    };
    (void)state;

    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        void *fixture = NULL;
        assert_int_equal(fixture_setup(&fixture), 0);
        make_folders(fixture);
        struct watch *watch = watch_create(root_path(fixture, 0, "up/share"));
        struct pollfd wait = {.fd = watch_fd(watch), .events = POLLIN};
        assert_true(watch_hears_all(watch, env_system()));
        assert_false(woken(watch));
        moves[i].move(fixture);
        assert_int_equal(poll(&wait, 1, 0), 1);
        for (int j = 0; j < 2; j++) { // as the keeper does
            watch_renew(watch);
            watch_take(watch);
        }
        assert_int_equal(poll(&wait, 1, 0), 0);
        assert_int_equal(watch_hears_all(watch, env_system()), moves[i].hears);
        if (moves[i].there) {
            fclose(fopen(root_path(fixture, 0, "up/share/board.sqlite"), "wb"));
            assert_true(woken(watch));
        }
        watch_destroy(watch);
        assert_int_equal(fixture_teardown(&fixture), 0);
    }
}

static bool nothing_told(void *context, const char *folder)
{
    (void)context;
    (void)folder;
    return false;
}

static void hears_all_on_a_disk_of_this_machine(void **state)
{
    struct fixture *fixture = *state;
    struct watch *watch = watch_create(fixture->share);
    struct watch *gone = watch_create("/nonexistent");
    struct watch *other = watch_create("/proc"); // as much a disk as a folder on a network

    assert_true(watch_hears_all(watch, env_system()));
    assert_false(watch_hears_all(gone, env_system()));
    assert_false(watch_hears_all(other, env_system()));
    // A link may be turned elsewhere without a word.
    assert_int_equal(symlink(fixture->share, fixture_path(fixture, 0, "../link")), 0);
    struct watch *link = watch_create(fixture_path(fixture, 0, "../link"));
    assert_false(watch_hears_all(link, env_system()));
    watch_destroy(link);
    char slash[300];
    snprintf(slash, sizeof slash, "%s/", fixture->share);
    struct watch *same = watch_create(slash);
    assert_true(watch_hears_all(same, env_system()));
    watch_destroy(same);
    fixture->env.tells = nothing_told;
    assert_false(watch_hears_all(watch, &fixture->env));
    fixture->env.tells = NULL; // what is not known
    assert_false(watch_hears_all(watch, &fixture->env));
    watch_destroy(watch);
    watch_destroy(gone);
    watch_destroy(other);
}

// In a process that may mount. 0: it was told of, once; 77: it may not.
static int mount_over(const char *folder)
{
    if (unshare(CLONE_NEWNS) != 0 ||
        mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) {
        return 77;
    }
    struct watch *watch = watch_create(folder);
    struct pollfd wait = {.fd = watch_fd(watch), .events = POLLIN};
    if (poll(&wait, 1, 0) != 0 || mount("none", folder, "tmpfs", 0, NULL) != 0) {
        return 1;
    }
    bool told = poll(&wait, 1, 1000) == 1 && watch_renew(watch) && !watch_take(watch);
    return told && poll(&wait, 1, 0) == 0 ? 0 : 2;
}

static void is_told_of_a_mount(void **state)
{
    struct fixture *fixture = *state;
    int status = -1;
    pid_t child = fork();

    if (child == 0) {
        _exit(mount_over(fixture->share));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77) {
        skip(); // it takes the rights of root
    }
    assert_int_equal(WEXITSTATUS(status), 0);
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
        cmocka_unit_test(is_told_of_a_move_above),
        fixture_test(hears_all_on_a_disk_of_this_machine),
        fixture_test(is_told_of_a_mount),
        fixture_test(quarantine_keeps_the_newest),
        fixture_test(quarantine_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
