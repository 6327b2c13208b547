// What is asked on the command line: understood, or refused with a message and status 2.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "app.h"
#include "base/day.h"
#include "options.h"
#include "picture.h"
#include "play.h"

enum { WORDS = 12 };

// Cuts a line at its spaces; a command's name is the first word.
static int words_of(char *line, char *argv[WORDS + 1])
{
    int argc = 0;

    for (char *word = strtok(line, " "); word != NULL && argc < WORDS;
         word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    argv[argc] = NULL;
    return argc;
}

// Runs `use` with stderr caught in `said`.
static int caught(int (*use)(int, char **, void *), const char *line, void *to, char *said,
                  size_t size)
{
    char copy[512];
    char *argv[WORDS + 1];
    FILE *file = tmpfile();
    int real = dup(STDERR_FILENO);

    snprintf(copy, sizeof copy, "%s", line);
    int argc = words_of(copy, argv);
    fflush(stderr);
    dup2(fileno(file), STDERR_FILENO);
    int result = use(argc, argv, to);
    fflush(stderr);
    dup2(real, STDERR_FILENO);
    close(real);
    rewind(file);
    said[fread(said, 1, size - 1, file)] = '\0';
    fclose(file);
    return result;
}

static int use_read(int argc, char **argv, void *to)
{
    struct options unused;

    return options_read(to == NULL ? &unused : to, argc, argv) ? EXIT_FINE : EXIT_USAGE;
}

static int use_command(int argc, char **argv, void *to)
{
    int (*command)(int, char **) = *(int (**)(int, char **))to;

    return command(argc, argv);
}

// The message names the option and its value, and says what was expected.
static void bad_options_are_refused(void **state)
{
    static const struct {
        const char *line, *says;
    } cases[] = {
        {"render --size 1920", "--size 1920: expected pixels"},
        {"render --size 1920x", "--size 1920x:"},
        {"render --size x1080", "--size"},
        {"render --size 1920x1080px", "--size"},
        {"render --size 319x240", "--size"},
        {"render --size 320x239", "--size"},
        {"render --size 7681x1000", "--size"},
        {"render --size -1920x-1080", "--size"},
        {"render --size 99999999999x1", "--size"},
        {"render --mm 19x600", "--mm 19x600: expected the panel's visible width"},
        {"render --mm 5001x600", "--mm"},
        {"render --mm nanxnan", "--mm"},
        {"render --mm infx300", "--mm"},
        {"render --mm 300", "--mm"},
        {"render --mm 300x200mm", "--mm"},
        {"render --distance 0", "--distance 0: expected metres"},
        {"render --distance 0.1", "--distance"},
        {"render --distance 21", "--distance"},
        {"render --distance nan", "--distance"},
        {"render --distance 4m", "--distance"},
        {"render --distance four", "--distance"},
        {"render --theme blue", "--theme blue: expected light or dark"},
        {"render --theme Dark", "--theme"},
        {"render --lang de", "--lang de: expected nl or en"},
        {"render --now gisteren", "--now gisteren: expected a date and time"},
        {"render --now 2025-02-29", "--now"},
        {"run --curtain 18-7", "--curtain"},
        {"run --curtain 18:00-25:00", "--curtain"},
        {"run --night 19-7", "--night 19-7: expected hours such as 18:00-07:30"},
        {"run --night 19:00-07:00,weekend", "--night"},
        {"run --night", "--night"},
        {"run --power-command /nonexistent",
         "--power-command /nonexistent: expected the path"},
        {"render --now 2025-11-11T24:00", "--now"},
        {"render --at gisteren", "--at gisteren: expected a date"},
        {"render --at 2025-02-29", "--at"},
        {"render --at 2025-11-12 --now 2025-11-11T10:42", "still to come"},
        {"render --now 2025-11-11T10:42 --at 2025-11-11T10:43", "still to come"},
        {"render --at 2025-11-10 --now 2025-11-11T10:42 --screen aandacht",
         "--at: aandacht shows today only"},
        {"describe --screen verloop --at 2025-11-10 --now 2025-11-11T10:42",
         "bord, cel, ambitie, kolom or kaart"},
        {"render --screen muur", "--screen muur: expected one of bord"},
        {"render --screen Bord", "--screen"},
        {"render --page -1", "--page -1: expected a whole number"},
        {"render --page 1e9", "--page"},
        {"render --scroll 1000001", "--scroll"},
        {"render --scroll 3px", "--scroll"},
        {"render --colour", "--colour"},
        {"render --size", "--size"},
        {"render -x", "x"},
        {"render -o", "o"},
        {"render bord.png", "render does not take 'bord.png'"},
        {"play a.play b.play", "play does not take 'b.play'"},
        {"run here", "run does not take 'here'"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char said[2048];
        if (caught(use_read, cases[i].line, NULL, said, sizeof said) != EXIT_USAGE) {
            fail_msg("taken: %s", cases[i].line);
        }
        if (strstr(said, cases[i].says) == NULL) {
            fail_msg("%s says: %s", cases[i].line, said);
        }
        assert_non_null(strstr(said, "--help"));
    }
}

static void commands_end_with_2(void **state)
{
    static int (*run)(int, char **) = run_command;
    static int (*render)(int, char **) = render_command;
    static int (*describe)(int, char **) = describe_command;
    static int (*play)(int, char **) = play_command;
    static const struct {
        int (**command)(int, char **);
        const char *line, *says;
    } cases[] = {
        {&run, "run", "run needs --share DIR"},
        {&run, "run --size 10x10 --share x", "--size 10x10"},
        {&render, "render", "render needs --share DIR"},
        {&render, "render --screen bord", "render needs --share DIR"},
        {&render, "render --share x --lang fr", "--lang fr"},
        {&describe, "describe", "describe needs --share DIR"},
        {&describe, "describe --share x more", "does not take 'more'"},
        {&play, "play", "play needs a script"},
        {&play, "play visit.play", "and --share DIR"},
        {&play, "play --share x", "play needs a script"},
        {&play, "play visit.play --share x --distance far", "--distance far"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char said[2048];
        int result =
            caught(use_command, cases[i].line, (void *)cases[i].command, said, sizeof said);
        if (result != EXIT_USAGE || strstr(said, cases[i].says) == NULL) {
            fail_msg("%s: status %d: %s", cases[i].line, result, said);
        }
    }
}

static void all_options_are_taken(void **state)
{
    struct options options;
    char said[512];

    (void)state;
    assert_int_equal(caught(use_read,
                            "play visit.play --share S --state T --board b --screen cel",
                            &options, said, sizeof said),
                     EXIT_FINE);
    assert_string_equal(said, "");
    assert_int_equal(options.screen, SCREEN_CELL);
    assert_int_equal(
        caught(use_read,
               "render --size 800x480 --mm 154.1x85.9 --distance 0.6 --theme dark "
               "--lang en --low-vision",
               &options, said, sizeof said),
        EXIT_FINE);
    assert_int_equal(options.panel.width_px, 800);
    assert_int_equal(options.panel.height_px, 480);
    assert_true(options.panel.width_mm > 154 && options.panel.height_mm < 86);
    assert_true(options.panel.distance_m > 0.59 && options.panel.distance_m < 0.61);
    assert_true(options.panel.low_vision && options.dark);
    assert_int_equal(options.lang, LANG_EN);
    assert_int_equal(caught(use_read,
                            "run --windowed --fps-overlay --check-frames --page 2 "
                            "--scroll 300",
                            &options, said, sizeof said),
                     EXIT_FINE);
    assert_true(options.windowed && options.fps && options.check);
    assert_int_equal(options.page, 2);
    assert_int_equal(options.offset_px, 300);
    assert_int_equal(options.screen, SCREEN_BOARD);
    assert_int_equal(options.now_ms, 0);
}

static void moments(void **state)
{
    static const struct {
        const char *line;
        int64_t at_ms; // UTC
    } cases[] = {
        {"run --now 2025-11-11T10:42", 1762854120000},
        {"run --now 2025-07-01T10:42", 1751359320000},
        {"run --now 2025-11-11", 1762858800000}, // noon
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct options options;
        char said[512];
        assert_int_equal(caught(use_read, cases[i].line, &options, said, sizeof said),
                         EXIT_FINE);
        assert_int_equal(options.now_ms, cases[i].at_ms);
    }
}

static void a_place_is_made_of_them(void **state)
{
    struct options options = {.board = "b",
                              .select = "2/jeugdhulp",
                              .screen = SCREEN_CELL,
                              .page = 1,
                              .dark = true,
                              .lang = LANG_EN};
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    options_place(&options, &ui);
    assert_string_equal(ui.board, "b");
    assert_string_equal(ui.here.select, "2/jeugdhulp");
    assert_int_equal(ui.here.screen, SCREEN_CELL);
    assert_true(ui.dark && ui.lang == LANG_EN && ui.here.page == 1);
    options = (struct options){.select = "inkoop", .screen = SCREEN_SEARCH};
    ui_init(&ui, 0);
    options_place(&options, &ui);
    assert_string_equal(ui.query, "inkoop");
    assert_string_equal(ui.here.select, "");
}

static int64_t machine_now(void *context)
{
    return *(int64_t *)context + 1000000;
}

static int64_t machine_mono(void *context)
{
    return *(int64_t *)context;
}

static void a_clock_of_our_own(void **state)
{
    int64_t mono_ms = 5000;
    struct env machine = {
        .context = &mono_ms, .now_ms = machine_now, .mono_ms = machine_mono};
    struct clock_env clock;
    struct options options = {.now_ms = 777000};

    (void)state;
    const struct env *env = options_env(&options, &machine, false, &clock);
    assert_int_equal(env->now_ms(env->context), 777000);
    mono_ms += 250;
    assert_int_equal(env->now_ms(env->context), 777250);
    assert_int_equal(env->mono_ms(env->context), 5250);
    env = options_env(&options, &machine, true, &clock);
    mono_ms += 250;
    assert_int_equal(env->now_ms(env->context), 777000);
    options.now_ms = 0;
    assert_ptr_equal(options_env(&options, &machine, false, &clock), &machine);
}

static void the_clock_is_taken_out_of_the_line(void **state)
{
    static const struct {
        const char *line;
        bool fine;
        int kept;
    } cases[] = {
        {"import boards/b --now 2025-11-11T10:42 --share S", true, 4},
        {"import --now 2025-11-11 a", true, 2},
        {"import a b", true, 3},
        {"import --now vandaag a", false, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char copy[128];
        char *argv[WORDS + 1];
        struct clock_env clock;
        snprintf(copy, sizeof copy, "%s", cases[i].line);
        int argc = words_of(copy, argv);
        const struct env *env = options_clock(&argc, argv, env_system(), &clock);
        assert_true((env != NULL) == cases[i].fine);
        if (cases[i].fine) {
            assert_int_equal(argc, cases[i].kept);
            assert_null(argv[argc]);
        }
    }
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_options_are_refused),
        cmocka_unit_test(commands_end_with_2),
        cmocka_unit_test(all_options_are_taken),
        cmocka_unit_test(moments),
        cmocka_unit_test(a_place_is_made_of_them),
        cmocka_unit_test(a_clock_of_our_own),
        cmocka_unit_test(the_clock_is_taken_out_of_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
