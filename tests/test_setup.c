// regiebord share-setup: a folder that is ready for a sync engine.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "command_fixture.h"
#include "desk/setup.h"

static const char OURS[] = ".board.*.part\n"
                           "board*.sqlite-journal\n"
                           "board*.sqlite-wal\n"
                           "board*.sqlite-shm\n";

static void expect_ignored(struct fixture *fixture, const char *text)
{
    struct env_bytes bytes = {0};
    char path[300];

    snprintf(path, sizeof path, "%s/.stignore", fixture->share);
    assert_int_equal(fixture->env.read(fixture->env.context, path, sizeof path * 4, &bytes),
                     0);
    assert_int_equal(bytes.size, strlen(text));
    assert_memory_equal(bytes.data, text, bytes.size);
    free(bytes.data);
}

static void makes_the_folder(void **state)
{
    struct fixture *fixture = *state;

    command_expect(setup_command, fixture, "share-setup --share SHARE", 0, "is ready");
    expect_ignored(fixture, OURS);
    command_expect(setup_command, fixture, "share-setup --share SHARE", 0, "is ready");
    expect_ignored(fixture, OURS);
}

static void keeps_what_is_ignored_already(void **state)
{
    static const struct {
        const char *before, *added;
    } cases[] = {
        {"*.docx\n", OURS},
        {"*.docx", "\n.board.*.part\nboard*.sqlite-journal\nboard*.sqlite-wal\n"
                   "board*.sqlite-shm\n"},
        {"board*.sqlite-shm.bak\n", OURS},
        {"board*.sqlite-journal\n.board.*.part\r\nboard*.sqlite-wal\n",
         "board*.sqlite-shm\n"},
    };
    struct fixture *fixture = *state;
    char expected[600];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture_write(fixture, ".stignore", cases[i].before, strlen(cases[i].before));
        command_expect(setup_command, fixture, "share-setup --share SHARE", 0, "is ready");
        snprintf(expected, sizeof expected, "%s%s", cases[i].before, cases[i].added);
        expect_ignored(fixture, expected);
    }
}

static void prints_the_scripts(void **state)
{
    struct fixture *fixture = *state;

    command_expect(setup_command, fixture, "share-setup --share SHARE --engine syncthing",
                   0, "max-conflicts set -- -1");
    command_expect(setup_command, fixture, "share-setup --share SHARE --engine rsync", 0,
                   "board.site-$name.sqlite");
}

static void asks_for_sense(void **state)
{
    struct fixture *fixture = *state;

    command_expect(setup_command, fixture, "share-setup", 2, "share-setup --share DIR");
    command_expect(setup_command, fixture, "share-setup --share SHARE --engine dropbox", 2,
                   "no recipe for 'dropbox'");
    command_expect(setup_command, fixture, "share-setup --share SHARE more", 2,
                   "share-setup --share DIR");
    command_expect(setup_command, fixture, "share-setup --share /dev/null/map", 1,
                   "Not a directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(makes_the_folder),
        fixture_test(keeps_what_is_ignored_already),
        fixture_test(prints_the_scripts),
        fixture_test(asks_for_sense),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
