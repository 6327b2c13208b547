#define LOG_MODULE "restore"
#include "desk/restore.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/log.h"
#include "desk/merge.h"

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_UNSOUND };

struct request {
    const char *share, *state, *board;
    int64_t at_ms;
};

static void print_help(FILE *out)
{
    fputs(
        "regiebord restore --share DIR --at 2025-11-11T10:42 [--board SLUG] [--state DIR]\n"
        "\n"
        "Brings a board (all boards) back to what it was at that moment. What was said\n"
        "since stays in the history, and can be brought back in the same way.\n",
        out);
}

static bool has_board(struct site *site, const char *slug)
{
    struct board_set *set = site_boards(site);
    bool found = false;

    for (size_t i = 0; set != NULL && i < set->count; i++) {
        found = found || strcmp(set->boards[i].slug, slug) == 0;
    }
    board_set_free(set);
    return found;
}

// What is to be restored must be known here, or half of it would stay.
static int read_share(struct site *site, const struct request *request)
{
    struct sync_state sync;

    merge_settle(site, MERGE_WAIT_MS);
    site_sync(site, &sync);
    if (sync.trouble[0] != '\0') {
        LOG_ERR("%s/board.sqlite is %s: nothing was changed", request->share, sync.trouble);
        return EXIT_UNSOUND;
    }
    if (request->board != NULL && !has_board(site, request->board)) {
        LOG_ERR("there is no board '%s': nothing was changed", request->board);
        return EXIT_UNSOUND;
    }
    return EXIT_DONE;
}

static int restore(struct site *site, const struct request *request)
{
    int status = read_share(site, request);

    if (status != EXIT_DONE) {
        return status;
    }
    size_t count = site_restore(site, request->board, request->at_ms, "restore");
    if (count == SIZE_MAX) {
        LOG_ERR("the log cannot be written: nothing was changed");
        return EXIT_FAILED;
    }
    printf("%zu cells were brought back\n", count);
    if (count > 0 && !merge_settle(site, MERGE_WAIT_MS)) {
        LOG_ERR("they are not in the shared file yet: run regiebord merge");
        return EXIT_FAILED;
    }
    return EXIT_DONE;
}

static bool read_moment(const char *text, const struct env *env, int64_t *at_ms)
{
    if (!day_read_moment(text, at_ms)) {
        LOG_ERR("--at %s: a date and time such as 2025-11-11T10:42", text);
        return false;
    }
    if (*at_ms > env->now_ms(env->context)) {
        LOG_ERR("--at %s: that is still to come", text);
        return false;
    }
    return true;
}

int restore_command(int argc, char **argv, const struct env *env)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'}, {"state", required_argument, NULL, 't'},
        {"board", required_argument, NULL, 'b'}, {"at", required_argument, NULL, 'a'},
        {"help", no_argument, NULL, 'h'},        {NULL, 0, NULL, 0},
    };
    struct request request = {.share = NULL};
    const char *at = NULL;

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "", options, NULL); c != -1;
         c = getopt_long(argc, argv, "", options, NULL)) {
        switch (c) {
        case 's': request.share = optarg; break;
        case 't': request.state = optarg; break;
        case 'b': request.board = optarg; break;
        case 'a': at = optarg; break;
        case 'h': print_help(stdout); return EXIT_DONE;
        default: print_help(stderr); return EXIT_USAGE;
        }
    }
    if (request.share == NULL || at == NULL || optind < argc ||
        !read_moment(at, env, &request.at_ms)) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    struct site *site = merge_open(request.share, request.state, env);
    if (site == NULL) {
        return EXIT_FAILED;
    }
    int status = restore(site, &request);
    site_close(site);
    return status;
}
