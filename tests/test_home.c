// A shared folder whose disk is not mounted: nothing is put in the empty place.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "site_fixture.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60000, ROOT_DISK = 2, DISK = 7, OTHER_DISK = 9 };

static uint64_t disk; // where the shared folder is

static bool ends_with(const char *path, const char *tail)
{
    size_t length = strlen(path);

    return length >= strlen(tail) && strcmp(path + length - strlen(tail), tail) == 0;
}

static int stat_disk(void *context, const char *path, struct env_stat *out)
{
    struct world *world = context;
    int code = world->real.stat(context, path, out);

    out->device =
        strstr(path, "/share/") == NULL || ends_with(path, "/share/..") ? ROOT_DISK : disk;
    return code;
}

static int read_disk(void *context, const char *path, size_t limit, struct env_bytes *out)
{
    struct world *world = context;
    int code = world->real.read(context, path, limit, out);

    out->stat.device = disk;
    return code;
}

// A device that has shared a board on DISK before, and begins a new life.
static struct site *open_again(struct world *world)
{
    disk = DISK;
    world->env.stat = stat_disk;
    world->env.read = read_disk;
    share_fixture_publish(world->fixture);
    world_open(world, 0, NULL);
    world_pass(world, SECOND_MS);
    world_close(world, 0);
    return world_open(world, 0, NULL);
}

static void count_name(void *to, const char *name)
{
    (void)name;
    ++*(int *)to;
}

static int names(struct world *world)
{
    int count = 0;

    assert_int_equal(world->real.list(NULL, world->fixture->share, count_name, &count), 0);
    return count;
}

static void puts_nothing_in_an_empty_place(void **state)
{
    struct world *world = *state;
    struct site *site = open_again(world);
    size_t size;
    unsigned char *bytes = share_fixture_read(world->fixture, "board.sqlite", &size);

    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
    disk = ROOT_DISK;
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 10 * MINUTE_MS);
    assert_string_equal(world_sync(site)->trouble, "nofolder");
    assert_int_equal(world_sync(site)->unshared, 1);
    assert_int_equal(names(world), 0);
    assert_string_equal(world_shows(site), "geraakt");
    disk = DISK;
    fixture_write(world->fixture, "board.sqlite", bytes, size);
    free(bytes);
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_sync(site)->trouble, "");
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    assert_true(site_settled(site));
}

static void begins_anew_where_that_is_meant(void **state)
{
    static const struct {
        const char *what;
        uint64_t disk;
        const char *name; // of a file there; NULL: none
        bool published;
    } cases[] = {
        {"the same disk, emptied", DISK, NULL, true},
        {"another disk in its place", OTHER_DISK, NULL, true},
        {"no disk", ROOT_DISK, NULL, false},
        {"no disk, and a file of somebody else", ROOT_DISK, "lees.mij", false},
        {"share-setup", ROOT_DISK, ".stignore", true},
        {"a board file", ROOT_DISK, "board.dev-0123456789abcdef.sqlite", true},
    };
    struct world *world = *state;
    size_t size;

    open_again(world);
    unsigned char *bytes = share_fixture_read(world->fixture, "board.sqlite", &size);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unlink(fixture_path(world->fixture, 0, "board.sqlite"));
        if (cases[i].name != NULL) {
            fixture_write(world->fixture, cases[i].name, bytes, size);
        }
        disk = cases[i].disk;
        world_pass(world, MINUTE_MS);
        if (world_has(world, "board.sqlite") != cases[i].published) {
            fail_msg("%s", cases[i].what);
        }
        if (cases[i].name != NULL) {
            unlink(fixture_path(world->fixture, 0, cases[i].name));
        }
        disk = DISK; // and well again
        fixture_write(world->fixture, "board.sqlite", bytes, size);
        world_pass(world, MINUTE_MS);
        assert_string_equal(world_sync(world->sites[0])->trouble, "");
    }
    free(bytes);
}

// A device that never shared does not know better.
static void begins_in_an_empty_folder(void **state)
{
    struct world *world = *state;

    disk = ROOT_DISK;
    world->env.stat = stat_disk;
    world->env.read = read_disk;
    assert_true(world_title(world_open(world, 0, NULL), 1, "geraakt"));
    world_pass(world, MINUTE_MS);
    assert_true(world_has(world, "board.sqlite"));
}

static void follows_a_folder_that_moves(void **state)
{
    struct world *world = *state;
    struct site *site = open_again(world);

    disk = OTHER_DISK; // with its file
    world_pass(world, SECOND_MS);
    assert_string_equal(world_sync(site)->trouble, "");
    world_close(world, 0);
    site = world_open(world, 0, NULL);
    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
    disk = ROOT_DISK;
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_sync(site)->trouble, "nofolder");
    disk = OTHER_DISK;
    world_pass(world, MINUTE_MS);
    assert_true(world_has(world, "board.sqlite"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(puts_nothing_in_an_empty_place),
        world_test(begins_anew_where_that_is_meant),
        world_test(begins_in_an_empty_folder),
        world_test(follows_a_folder_that_moves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
