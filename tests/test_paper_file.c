// share/paper: a paper is written whole into the shared folder, and nowhere else.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>

#include "board/board.h"
#include "desk/a4_minutes.h"
#include "folder_fixture.h"
#include "share/paper.h"

enum { BIG = PAPER_TEXT_BYTES + 1 };
static const char PART[] = PAPER_FOLDER "/.board.ab-paper.part";

static void assert_says(struct fixture *fixture, const char *name, const char *text)
{
    struct env_bytes bytes;

    assert_int_equal(
        fixture->env.read(fixture, fixture_path(fixture, 0, name), 10000, &bytes), 0);
    assert_int_equal(bytes.size, strlen(text));
    assert_memory_equal(bytes.data, text, bytes.size);
    free(bytes.data);
}

static bool put(struct fixture *fixture, const char *name, const char *text)
{
    return paper_write(fixture->share, "ab", name, text, &fixture->env);
}

static void assert_no_part(struct fixture *fixture)
{
    struct env_stat about;

    assert_int_equal(fixture_stat(fixture, PART, &about), -ENOENT);
}

// Somebody who can write in the shared folder cannot have us write elsewhere.
static void a_link_leads_nowhere(void **state)
{
    struct fixture *fixture = *state;
    struct env_stat about;
    char away[300];
    char inside[320];

    snprintf(away, sizeof away, "%s/elders", fixture->root);
    snprintf(inside, sizeof inside, "%s/a.html", away);
    mkdir(away, 0700);
    assert_int_equal(symlink(away, fixture_path(fixture, 0, "besluiten")), 0);
    assert_false(put(fixture, "a.html", "een"));
    assert_int_equal(fixture->env.stat(fixture, inside, &about), -ENOENT);
    assert_int_equal(fixture_count(fixture), 1);
    // One that leads to nothing makes nothing.
    rmdir(away);
    assert_false(put(fixture, "a.html", "een"));
    assert_int_equal(fixture->env.stat(fixture, away, &about), -ENOENT);
    unlink(fixture_path(fixture, 0, "besluiten"));
    assert_true(put(fixture, "a.html", "een"));
    // A file that is a link is replaced, and what it led to stays.
    assert_int_equal(unlink(fixture_path(fixture, 0, "besluiten/a.html")), 0);
    fixture_write(fixture, "doel", "blijft", 6);
    assert_int_equal(symlink("../doel", fixture_path(fixture, 0, "besluiten/a.html")), 0);
    assert_true(put(fixture, "a.html", "twee"));
    assert_says(fixture, "besluiten/a.html", "twee");
    assert_says(fixture, "doel", "blijft");
    // And so for the half-made file.
    assert_int_equal(symlink("../doel", fixture_path(fixture, 0, PART)), 0);
    put(fixture, "a.html", "drie");
    assert_says(fixture, "doel", "blijft");
}

// The shared folder itself may be a link: that is how it was set up.
static void the_share_may_be_a_link(void **state)
{
    struct fixture *fixture = *state;
    char link[300];

    snprintf(link, sizeof link, "%s/link", fixture->root);
    assert_int_equal(symlink(fixture->share, link), 0);
    assert_true(paper_write(link, "ab", "a.html", "een", &fixture->env));
    assert_says(fixture, "besluiten/a.html", "een");
}

static void what_is_in_the_way_stays(void **state)
{
    struct fixture *fixture = *state;

    fixture_write(fixture, "besluiten", "mijn lijst", 10); // a file of that name
    assert_false(put(fixture, "a.html", "een"));
    assert_says(fixture, "besluiten", "mijn lijst");
    assert_int_equal(fixture_count(fixture), 1);
    unlink(fixture_path(fixture, 0, "besluiten"));
    mkdir(fixture_path(fixture, 0, "besluiten"), 0700);
    mkdir(fixture_path(fixture, 0, "besluiten/a.html"), 0700);
    assert_false(put(fixture, "a.html", "een"));
    assert_no_part(fixture);
    assert_true(put(fixture, "b.html", "een"));
    assert_says(fixture, "besluiten/b.html", "een");
}

static int full_write(void *context, const char *path, const void *data, size_t size,
                      int64_t mtime_ns)
{
    const struct env *env = env_system();

    env->write(context, path, data, size / 2, mtime_ns);
    return -ENOSPC;
}

static int fixed_make_folder(void *context, const char *folder)
{
    (void)context;
    (void)folder;
    return -EROFS;
}

// What could not be written whole is not there, and the one that was there is.
static void a_full_disk_keeps_the_old_one(void **state)
{
    struct fixture *fixture = *state;
    const struct env whole = fixture->env;

    assert_true(put(fixture, "a.html", "een hele lijst"));
    fixture->env.write = full_write;
    assert_false(put(fixture, "a.html", "een andere lijst"));
    fixture->env = whole;
    assert_says(fixture, "besluiten/a.html", "een hele lijst");
    assert_no_part(fixture);
    fixture->env.make_folder = fixed_make_folder;
    assert_false(put(fixture, "a.html", "een andere lijst"));
    fixture->env = whole;
    assert_says(fixture, "besluiten/a.html", "een hele lijst");
    assert_true(put(fixture, "a.html", "een andere lijst"));
    assert_says(fixture, "besluiten/a.html", "een andere lijst");
}

static void too_much_is_no_paper(void **state)
{
    struct fixture *fixture = *state;
    char *text = malloc(BIG + 1);
    char name[PAPER_NAME_BYTES + 1];

    memset(text, 'x', BIG);
    text[BIG] = '\0';
    assert_false(put(fixture, "a.html", text));
    text[BIG - 1] = '\0';
    assert_true(put(fixture, "a.html", text));
    free(text);
    memset(name, 'a', sizeof name);
    name[PAPER_NAME_BYTES] = '\0';
    assert_false(put(fixture, name, "een"));
    name[PAPER_NAME_BYTES - 1] = '\0';
    assert_true(put(fixture, name, "een"));
}

// Whatever a body or a board is called, its list has a name that is one, and names nothing
// else.
static void names_of_any_body(void **state)
{
    static const char *const names[] = {
        "../../x",
        "/",
        "..",
        ".",
        "",
        "a/../../b",
        "x\\y",
        "con",
        "%s%n",
        "\x01",
        "\xff",
        "a\xe2\x80\xae"
        "b",
        "Regiegroep OOGO \xc3\xa9",
    };
    char body[4097];

    (void)state;
    memset(body, '/', sizeof body);
    memcpy(body + 2000, "aaaa", 4);
    body[4096] = '\0';
    for (size_t i = 0; i <= sizeof names / sizeof *names; i++) {
        const char *name = i < sizeof names / sizeof *names ? names[i] : body;
        char out[A4_NAME_BYTES];
        struct meeting meetings[] = {{.row = "m", .body = name, .day = INT32_MAX - 1}};
        struct board board = {.slug = name, .meetings = meetings, .meeting_count = 1};
        a4_minutes_name(&board, meetings, out);
        assert_true(paper_name_sound(out));
        assert_int_equal(strncmp(out, "besluitenlijst-", 15), 0);
        assert_true(strlen(out) > 5 && strcmp(out + strlen(out) - 5, ".html") == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(a_link_leads_nowhere),     fixture_test(the_share_may_be_a_link),
        fixture_test(what_is_in_the_way_stays), fixture_test(a_full_disk_keeps_the_old_one),
        fixture_test(too_much_is_no_paper),     cmocka_unit_test(names_of_any_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
