#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "app.h"
#include "base/env.h"
#include "base/log.h"
#include "base/memory.h"
#include "desk/check.h"
#include "desk/export.h"
#include "desk/import.h"
#include "desk/merge.h"
#include "desk/restore.h"
#include "desk/setup.h"
#include "desk/status.h"
#include "options.h"
#include "picture.h"
#include "play.h"
#include "base/version.h"

static const char help[] =
    "regiebord: the implementation board of a regional programme, on the wall\n"
    "\n"
    "  regiebord [run] --share DIR [--state DIR]     the kiosk\n"
    "  regiebord import FILE|FOLDER... --share DIR   bring a programme into the shared "
    "file\n"
    "  regiebord status --share DIR [--json]         how are we doing, in a terminal\n"
    "  regiebord export --share DIR --format csv|html|json [-o PATH] [--meeting "
    "BODY[/DATE]]\n"
    "                                                a folder of tables, an A4 (of the "
    "board or a meeting), or JSON\n"
    "  regiebord check --share DIR | FILE            is it sound, what does the plan lack\n"
    "  regiebord merge --share DIR                   one round of sharing without a "
    "screen\n"
    "  regiebord restore --share DIR --at MOMENT     a board as it was then\n"
    "  regiebord share-setup --share DIR             make a folder ready for a sync "
    "engine\n"
    "  regiebord render --share DIR --screen NAME --size WxH -o OUT.png\n"
    "  regiebord describe --share DIR --screen NAME --size WxH\n"
    "  regiebord play SCRIPT --share DIR             touches from a file\n"
    "\n"
    "Screens: bord aandacht cel ambitie kolom kaart vergadering trekkers verloop zoeken "
    "afkortingen\n"
    "borden wijzigingen beheer; --select says what is open, as in --screen cel --select "
    "2/jeugdhulp\n"
    "or --screen kaart --select 2.1a.\n"
    "\n"
    "Options of all that show a screen:\n"
    "  --board SLUG         which board (the first one)\n"
    "  --size WxH           pixels            --mm WxH         visible size of the panel "
    "in millimetres\n"
    "  --distance M         viewing distance  --low-vision     letters of 0.7 degree (EN "
    "301 549)\n"
    "  --theme light|dark   --lang nl|en      --now 2025-11-11T10:42\n"
    "  --curtain HH:MM-HH:MM|off  when names and notes hide by themselves (run: "
    "18:00-07:30, and in the weekend)\n"
    "  --night HH:MM-HH:MM|off    when the screen goes off once nobody is there (off), and "
    "in the weekend;\n"
    "                             19:00-07:00,daily: not then\n"
    "  --power-command PATH       a program that is given on or off, where no display "
    "server puts the panel off\n"
    "  --rotate 0|90|180|270      a panel that hangs on its side (run)\n"
    "  --pin DIGITS         what Beheer asks on this device (run)\n"
    "  --config FILE        these options from a file, as name = value lines (run)\n"
    "  --locked             a kiosk: no key closes it, no other console; it waits for a "
    "screen (run)\n"
    "  --at 2025-09-25      the wall and its cards as they were then (render, describe, "
    "play)\n"
    "  --windowed           in a window       --font-dir DIR   where Open Sans is\n"
    "  --trace FILE         a line per frame  --fps-overlay    frame times on the screen\n"
    "  --record FILE        keeps the touches of a run, for play --replay FILE -o OUT.png\n"
    "  --check-frames       for developers: paints every frame whole as well, and compares "
    "(run, play)\n"
    "\n"
    "Exit status: 0 fine, 1 failed, 2 wrong usage, 3 the input is unsound and nothing was "
    "changed.\n";

static int print_help(void)
{
    fputs(help, stdout);
    return EXIT_FINE;
}

// The keeper's tools know no clock but the one they are given.
static int desk_main(int argc, char **argv,
                     int (*command)(int, char **, const struct env *))
{
    struct clock_env clock;
    const struct env *env = options_clock(&argc, argv, env_system(), &clock);

    return env == NULL ? EXIT_USAGE : command(argc, argv, env);
}

static int import_main(int argc, char **argv)
{
    return desk_main(argc, argv, import_command);
}

static int status_main(int argc, char **argv)
{
    return desk_main(argc, argv, status_command);
}

static int export_main(int argc, char **argv)
{
    return desk_main(argc, argv, export_command);
}

static int check_main(int argc, char **argv)
{
    return desk_main(argc, argv, check_command);
}

static int setup_main(int argc, char **argv)
{
    return desk_main(argc, argv, setup_command);
}

static int merge_main(int argc, char **argv)
{
    return desk_main(argc, argv, merge_command);
}

static int restore_main(int argc, char **argv)
{
    return desk_main(argc, argv, restore_command);
}

// The commands that show a screen share one page of help.
static bool asks_help(int argc, char **argv)
{
    return argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0);
}

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    bool own_help;
} commands[] = {
    {"run", run_command, false},       {"share-setup", setup_main, true},
    {"merge", merge_main, true},       {"restore", restore_main, true},
    {"import", import_main, true},     {"status", status_main, true},
    {"check", check_main, true},       {"export", export_main, true},
    {"render", render_command, false}, {"describe", describe_command, false},
    {"play", play_command, false},
};

int main(int argc, char **argv)
{
    memory_init();
    setlocale(LC_CTYPE, "C.UTF-8");
    if (asks_help(argc, argv) || (argc > 1 && strcmp(argv[1], "help") == 0)) {
        return print_help();
    }
    if (argc > 1 && strcmp(argv[1], "--version") == 0) {
        printf("regiebord %s\n", REGIEBORD_VERSION);
        return EXIT_FINE;
    }
    if (argc == 1 || argv[1][0] == '-') {
        return run_command(argc, argv);
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (strcmp(commands[i].name, argv[1]) == 0) {
            return !commands[i].own_help && asks_help(argc - 1, argv + 1)
                       ? print_help()
                       : commands[i].run(argc - 1, argv + 1);
        }
    }
    fprintf(stderr, "regiebord: there is no command '%s', see regiebord --help\n", argv[1]);
    return EXIT_USAGE;
}
