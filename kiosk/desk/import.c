#define LOG_MODULE "import"
#include "desk/import.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "desk/changes.h"
#include "desk/lack.h"
#include "desk/plan.h"
#include "desk/reading.h"
#include "desk/scratch.h"

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_UNSOUND };

struct request {
    const char *share, *slug;
    bool dry_run, prune;
    char **paths;
    int count;
};

static void print_help(FILE *out)
{
    fputs("Usage: regiebord import FILE|FOLDER... --share DIR [--board NAME] [--dry-run] "
          "[--prune]\n"
          "\n"
          "Brings a board folder or a programme table (CSV, TSV, or a document with "
          "tables) into\n"
          "DIR/board.sqlite. Importing again updates what changed and keeps all progress.\n"
          "\n"
          "  --share DIR   the shared folder\n"
          "  --board NAME  the board to import into (default: the name of the folder or "
          "file)\n"
          "  --dry-run     say what would change, change nothing\n"
          "  --prune       delete actions, goals and rows that the file does not have any "
          "more\n"
          "  --help        this text\n"
          "\n"
          "Exit status: 0 done, 1 failed, 2 wrong usage, 3 unsound input; nothing was "
          "changed.\n",
          out);
}

// -1 to go on, else the exit status.
static int read_options(struct request *request, int argc, char **argv)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'}, {"board", required_argument, NULL, 'b'},
        {"dry-run", no_argument, NULL, 'n'},     {"prune", no_argument, NULL, 'p'},
        {"help", no_argument, NULL, 'h'},        {NULL, 0, NULL, 0},
    };

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "", options, NULL); c != -1;
         c = getopt_long(argc, argv, "", options, NULL)) {
        switch (c) {
        case 's': request->share = optarg; break;
        case 'b': request->slug = optarg; break;
        case 'n': request->dry_run = true; break;
        case 'p': request->prune = true; break;
        case 'h': print_help(stdout); return EXIT_DONE;
        default: print_help(stderr); return EXIT_USAGE;
        }
    }
    request->paths = argv + optind;
    request->count = argc - optind;
    if (request->count == 0 || request->share == NULL ||
        (request->slug != NULL && request->count > 1)) {
        LOG_ERR("%s", request->count == 0      ? "name a file or a board folder to import"
                      : request->share == NULL ? "say where with --share DIR"
                                               : "--board goes with one file or folder");
        print_help(stderr);
        return EXIT_USAGE;
    }
    return -1;
}

// The shared file can be written: it is sound, or not there yet.
static bool is_usable(const struct board_set *set)
{
    return set->trouble[0] == '\0' || strcmp(set->trouble, "missing") == 0 ||
           strcmp(set->trouble, "nofolder") == 0;
}

static void print_read(const struct programme *programme, const char *path)
{
    const struct item_list *lists = programme->lists;

    printf("%s: read %zu ambitions, %zu goals, %zu actions, %zu columns from %s\n",
           programme->slug, lists[ITEM_AMBITION].count, lists[ITEM_GOAL].count,
           lists[ITEM_ACTION].count, lists[ITEM_COLUMN].count, path);
}

static void print_lost(const struct plan *plan, bool pruned)
{
    for (size_t i = 0; i < plan->lost_count; i++) {
        printf("  not in the file any more: %s %s \"%.60s\"%s\n", plan->lost[i].what,
               plan->lost[i].code, plan->lost[i].title,
               pruned ? " (deleted)" : " (kept; --prune deletes it)");
    }
}

static void print_changes(const struct board *before, const struct board *after,
                          const struct plan *plan, const struct share_result *result)
{
    if (result->changed + result->added + result->removed == 0) {
        puts("  nothing changed");
        return;
    }
    if (before == NULL) {
        printf("  new board with %zu actions", plan->new_actions);
        printf(plan->reports > 0 ? " and %zu reports of progress\n" : "\n", plan->reports);
        return;
    }
    printf("  %zu fields changed, %zu rows new, %zu rows deleted\n", result->changed,
           result->added, result->removed);
    if (after != NULL) {
        changes_print(stdout, before, after);
    }
}

// What was read, changed and is missing now.
static void print_all(const struct request *request, const struct programme *programme,
                      const char *share, const char *path, const struct board *before,
                      const struct plan *plan, const struct share_result *result,
                      const struct env *env)
{
    struct board_set *set = share_load(share, env);
    const struct board *after = set == NULL ? NULL : board_set_find(set, programme->slug);

    print_read(programme, path);
    print_changes(before, after, plan, result);
    print_lost(plan, request->prune);
    if (after != NULL) {
        lack_counts(stdout, after);
    }
    board_set_free(set);
}

// Plans against the folder `share` and applies it there. Reads the folder anew, as a file
// before this one may have changed it.
static int apply(const struct request *request, struct programme *programme,
                 const char *share, const char *path, const struct env *env)
{
    struct share_result result;
    struct plan plan;
    struct board_set *set = share_load(share, env);

    if (set == NULL || !is_usable(set)) {
        LOG_ERR("%s/board.sqlite cannot be used (%s); nothing is changed", request->share,
                set == NULL ? "out of memory" : set->trouble);
        board_set_free(set);
        return set == NULL ? EXIT_FAILED : EXIT_UNSOUND;
    }
    const struct plan_options options = {.slug = programme->slug,
                                         .board = board_set_find(set, programme->slug),
                                         .place = set->count + 1,
                                         .prune = request->prune,
                                         .now_ms = env->now_ms(env->context)};
    plan_make(&plan, programme, &options);
    bool done = share_apply(share, plan.edits, plan.count, env, &result);
    if (done) {
        print_all(request, programme, share, path, options.board, &plan, &result, env);
    } else {
        LOG_ERR("%s/board.sqlite cannot be written (%s); nothing is changed",
                request->share,
                access(request->share, W_OK) != 0 ? "this user may not write in the folder"
                                                  : result.trouble);
    }
    board_set_free(set);
    return done ? EXIT_DONE : EXIT_FAILED;
}

// All files must be sound before the first is applied.
static int read_all(const struct request *request, struct programme *programmes,
                    const struct env *env)
{
    struct board_set *set = share_load(request->share, env);
    int status = set == NULL ? EXIT_FAILED : EXIT_DONE;

    for (int i = 0; i < request->count; i++) {
        reading_load(&programmes[i], request->paths[i], request->slug, set);
        reading_print(&programmes[i], FINDING_NOTE);
        if (programmes[i].errors > 0) {
            LOG_ERR("%s is unsound: %zu errors; nothing is changed", request->paths[i],
                    programmes[i].errors);
            status = EXIT_UNSOUND;
        }
    }
    board_set_free(set);
    return status;
}

static int import_all(const struct request *request, struct programme *programmes,
                      const struct env *env)
{
    struct scratch scratch = {0};
    const char *share = request->share;
    int status = read_all(request, programmes, env);

    if (status == EXIT_DONE && request->dry_run) {
        status = scratch_copy(&scratch, request->share, env) ? EXIT_DONE : EXIT_FAILED;
        share = scratch.path;
    }
    for (int i = 0; i < request->count && status == EXIT_DONE; i++) {
        status = apply(request, &programmes[i], share, request->paths[i], env);
    }
    if (request->dry_run) {
        scratch_remove(&scratch, env);
        if (status == EXIT_DONE) {
            puts("dry run: nothing was written");
        }
    }
    return status;
}

int import_command(int argc, char **argv, const struct env *env)
{
    struct request request = {0};
    int status = read_options(&request, argc, argv);

    if (status >= 0) {
        return status;
    }
    struct programme *programmes = calloc((size_t)request.count, sizeof *programmes);
    if (programmes == NULL) {
        LOG_ERR("out of memory");
        return EXIT_FAILED;
    }
    status = import_all(&request, programmes, env);
    for (int i = 0; i < request.count; i++) {
        programme_finish(&programmes[i]);
    }
    free(programmes);
    return status;
}
