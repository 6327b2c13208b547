// Files of settings: what is understood is given on, what is not is said with its line and
// hurts nothing else.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "options.h"
#include "settings.h"

struct told {
    char text[512];
};

static bool take(void *to, const char *name, const char *value)
{
    struct told *told = to;
    size_t length = strlen(told->text);

    snprintf(told->text + length, sizeof told->text - length, "%s:%s;", name, value);
    return strcmp(name, "wrong") != 0 && strcmp(name, "pin") != 0;
}

static void write_file(char path[32], const char *text)
{
    strcpy(path, "/tmp/regiebord-conf-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
}

static void lines(void **state)
{
    static const struct {
        const char *text, *told, *first;
        int faults;
    } cases[] = {
        {"", "", "", 0},
        {"# remark\n\n   \n\t# more\n", "", "", 0},
        {"board = voorbeeld\nmm=1218x685", "board:voorbeeld;mm:1218x685;", "", 0},
        {"  board\t=  voor beeld  \r\n", "board:voor beeld;", "", 0},
        {"a = \"x = y\"\nb = '1'\nc = \"\n", "a:x = y;b:1;c:\";", "", 0},
        {"night =\n", "night:;", "", 0},
        {"board voorbeeld\nmm = 1\n", "mm:1;", "1: board voorbeeld", 1},
        {"a=1\nwrong = 2\nb=3\nalso\n", "a:1;wrong:2;b:3;", "2: wrong = 2", 2},
        {"=1\n", ":1;", "", 0},
        {"pin = 1x\n", "pin:1x;", "1: pin = (not shown)", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[32];
        struct settings settings;
        struct told told = {""};
        write_file(path, cases[i].text);
        assert_true(settings_read(&settings, path, take, &told));
        assert_string_equal(told.text, cases[i].told);
        assert_int_equal(settings.faults, cases[i].faults);
        assert_string_equal(settings.first, cases[i].first);
        settings_finish(&settings);
        unlink(path);
    }
}

static void no_file(void **state)
{
    struct settings settings;
    struct told told = {""};

    (void)state;
    assert_false(settings_read(&settings, "/nowhere/regiebord.conf", take, &told));
    assert_false(settings_read(&settings, "/tmp", take, &told) && told.text[0] != '\0');
    settings_finish(&settings);
}

// Through the options: the file's settings count from where --config stands, and its faults
// leave the rest alone.
static void as_options(void **state)
{
    char path[32];
    struct options options;
    char *argv[] = {"run",      "--board", "a",      "--theme", "dark",
                    "--config", path,      "--lang", "nl",      NULL};

    (void)state;
    write_file(path, "board = b\nlang = en\nlow-vision = yes\nlocked = no\nrotate = 270\n"
                     "pin = 2468\nmm = groot\nfps-overlay = maybe\nconfig = /tmp/x\n"
                     "distance =\nzonder = zin\n");
    assert_true(options_read(&options, 9, argv));
    assert_string_equal(options.board, "b");
    assert_int_equal(options.lang, LANG_NL);
    assert_true(options.dark && options.panel.low_vision && !options.locked &&
                !options.fps);
    assert_int_equal(options.turn, TURN_LEFT);
    assert_string_equal(options.pin, "2468");
    assert_int_equal(options.panel.width_mm, 0);
    assert_int_equal(options.settings.faults, 4);
    assert_string_equal(options.settings.first, "7: mm = groot");
    options_finish(&options);
    unlink(path);
    assert_true(options_read(&options, 9, argv)); // the file is gone: the wall is not
    assert_int_equal(options.settings.faults, 1);
    assert_string_equal(options.board, "a");
    options_finish(&options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(no_file),
        cmocka_unit_test(as_options),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
