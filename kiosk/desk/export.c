#define LOG_MODULE "export"
#include "desk/export.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "desk/a4_board.h"
#include "desk/a4_minutes.h"
#include "desk/board_json.h"
#include "desk/csv_write.h"
#include "desk/status.h"
#include "share/share.h"

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_UNSOUND };
enum format { FORMAT_NONE, FORMAT_CSV, FORMAT_HTML, FORMAT_JSON, FORMAT_COUNT };

static const char *const format_words[FORMAT_COUNT] = {"", "csv", "html", "json"};

struct request {
    const char *share, *slug, *path, *meeting;
    enum format format;
};

static void print_help(FILE *out)
{
    fputs(
        "Usage: regiebord export --share DIR --format csv|html|json [--board NAME]\n"
        "                        [--meeting BODY[/DATE]] [-o PATH]\n"
        "\n"
        "Writes a board of DIR/board.sqlite as a folder of tables, as one A4, or for "
        "another program.\n"
        "\n"
        "  --format csv   a board folder at PATH, which imports back to the same board\n"
        "  --format html  one A4: how the board stands\n"
        "  --format json  one object, see data/README.md\n"
        "  --board NAME   which board (the first one)\n"
        "  --meeting M    html: the decisions of a meeting on one A4: a body and the "
        "date, as\n"
        "                 regiegroep/2025-11-27, a body alone for its last meeting, or the "
        "row's id\n"
        "  -o PATH        where to write (html and json: standard output without it)\n"
        "  --help         this text\n"
        "\n"
        "Exit status: 0 done, 1 failed, 2 wrong usage, 3 the shared file is unsound.\n",
        out);
}

static enum format format_read(const char *word)
{
    for (int i = FORMAT_CSV; i < FORMAT_COUNT; i++) {
        if (strcmp(format_words[i], word) == 0) {
            return (enum format)i;
        }
    }
    return FORMAT_NONE;
}

// Why the request cannot be; NULL when it can.
static const char *request_fault(const struct request *request, bool known, bool more)
{
    if (!known || more) {
        return "this option is not understood";
    }
    if (request->share == NULL) {
        return "say which with --share DIR";
    }
    if (request->format == FORMAT_NONE) {
        return "say what to write with --format csv, html or json";
    }
    if (request->format == FORMAT_CSV && request->path == NULL) {
        return "say which folder to write with -o FOLDER";
    }
    if (request->meeting != NULL && request->format != FORMAT_HTML) {
        return "--meeting goes with --format html";
    }
    return NULL;
}

// -1 to go on, else the exit status.
static int read_options(struct request *request, int argc, char **argv)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'},  {"board", required_argument, NULL, 'b'},
        {"format", required_argument, NULL, 'f'}, {"meeting", required_argument, NULL, 'm'},
        {"help", no_argument, NULL, 'h'},         {NULL, 0, NULL, 0},
    };
    bool known = true;

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "o:", options, NULL); c != -1;
         c = getopt_long(argc, argv, "o:", options, NULL)) {
        switch (c) {
        case 's': request->share = optarg; break;
        case 'b': request->slug = optarg; break;
        case 'f':
            request->format = format_read(optarg);
            known = known && request->format != FORMAT_NONE;
            break;
        case 'm': request->meeting = optarg; break;
        case 'o': request->path = optarg; break;
        case 'h': print_help(stdout); return EXIT_DONE;
        default: known = false; break;
        }
    }
    const char *fault = request_fault(request, known, optind < argc);
    if (fault != NULL) {
        LOG_ERR("%s", fault);
        print_help(stderr);
        return EXIT_USAGE;
    }
    return -1;
}

static bool write_page(FILE *out, const struct request *request, const struct board *board,
                       int64_t now_ms)
{
    int32_t today = 0;

    if (request->format == FORMAT_JSON) {
        board_json(out, board, now_ms);
        return ferror(out) == 0;
    }
    if (request->meeting == NULL) {
        return a4_board(out, board, now_ms);
    }
    day_local(now_ms, &today, NULL);
    const struct meeting *meeting = a4_minutes_find(board, request->meeting, today);
    if (meeting == NULL) {
        LOG_ERR("%s has no meeting \"%s\"", board->slug, request->meeting);
        return false;
    }
    return a4_minutes(out, board, meeting, now_ms);
}

// The text of a page, malloc'ed; NULL (logged) when there is none.
static char *make_text(const struct request *request, const struct board *board,
                       int64_t now_ms, size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);
    bool ok = false;

    if (out == NULL) {
        LOG_ERR("out of memory");
        return NULL;
    }
    ok = write_page(out, request, board, now_ms);
    ok = fclose(out) == 0 && ok;
    if (!ok) {
        free(text);
        return NULL;
    }
    return text;
}

// Nobody finds half a page at `path`: it gets its name when it is whole.
static int write_whole(const char *path, const char *text, size_t size,
                       const struct env *env)
{
    char part[1024];
    int code = -ENAMETOOLONG;

    if (snprintf(part, sizeof part, "%s.part", path) < (int)sizeof part) {
        code = env->write(env->context, part, text, size, 0);
    }
    if (code == 0) {
        code = env->rename(env->context, part, path, ENV_RENAME_OVER);
    }
    if (code != 0) {
        LOG_ERR("%s cannot be written: %s", path, strerror(-code));
    }
    return code == 0 ? EXIT_DONE : EXIT_FAILED;
}

static int write_text(const struct request *request, const struct board *board,
                      const struct env *env)
{
    size_t size = 0;
    char *text = make_text(request, board, env->now_ms(env->context), &size);
    int status = EXIT_FAILED;

    if (text != NULL && request->path != NULL) {
        status = write_whole(request->path, text, size, env);
    } else if (text != NULL) {
        bool told = fwrite(text, 1, size, stdout) == size && fflush(stdout) == 0;
        status = told ? EXIT_DONE : EXIT_FAILED;
    }
    free(text);
    return status;
}

static int write_tables(const struct request *request, const struct board *board,
                        const struct env *env)
{
    struct share_cells cells;
    bool ok = share_cells_load(request->share, env, &cells) &&
              csv_write_folder(request->path, board, &cells, env);

    share_cells_finish(&cells);
    return ok ? EXIT_DONE : EXIT_FAILED;
}

int export_command(int argc, char **argv, const struct env *env)
{
    struct request request = {0};
    int status = read_options(&request, argc, argv);

    if (status >= 0) {
        return status;
    }
    struct board_set *set = share_load(request.share, env);
    if (set == NULL) {
        LOG_ERR("out of memory");
        return EXIT_FAILED;
    }
    status = status_judge(request.share, request.slug, true, set);
    const struct board *board = request.slug != NULL ? board_set_find(set, request.slug)
                                : set->count > 0     ? &set->boards[0]
                                                     : NULL;
    if (status == EXIT_DONE && board == NULL) {
        LOG_ERR("there is no board in %s/board.sqlite", request.share);
        status = EXIT_FAILED;
    }
    if (status == EXIT_DONE && request.format == FORMAT_CSV) {
        status = write_tables(&request, board, env);
    } else if (status == EXIT_DONE) {
        status = write_text(&request, board, env);
    }
    board_set_free(set);
    return status;
}
