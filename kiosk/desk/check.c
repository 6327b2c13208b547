#define LOG_MODULE "check"
#include "desk/check.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "desk/lack.h"
#include "desk/plan.h"
#include "desk/reading.h"
#include "desk/scratch.h"

enum { EXIT_SOUND, EXIT_FAILED, EXIT_USAGE, EXIT_UNSOUND };
enum { NAME_BYTES = 4096 };

static void print_help(FILE *out)
{
    fputs("Usage: regiebord check --share DIR [--board NAME]\n"
          "       regiebord check FILE|FOLDER... [--board NAME]\n"
          "\n"
          "Says whether DIR/board.sqlite, an SQLite file anywhere else, or a file or board "
          "folder to\n"
          "import, is sound, and what the plan lacks.\n"
          "\n"
          "Exit status: 0 sound, 1 failed, 2 wrong usage, 3 unsound.\n",
          out);
}

static void check_board(const struct board *board)
{
    printf("%s: %zu ambitions, %zu goals, %zu actions, %zu columns, %zu tracks\n",
           board->slug, board->ambition_count, board->goal_count, board->action_count,
           board->column_count, board->track_count);
    lack_counts(stdout, board);
    lack_details(stdout, board);
}

// Checks board.sqlite of a folder; `name` is what to call it.
static int check_folder(const char *share, const char *name, const char *slug,
                        const struct env *env)
{
    struct board_set *set = share_load(share, env);
    int status = EXIT_FAILED;

    if (set == NULL) {
        LOG_ERR("out of memory");
    } else if (set->trouble[0] != '\0') {
        LOG_ERR("%s is not sound: %s", name, set->trouble);
        bool absent =
            strcmp(set->trouble, "missing") == 0 || strcmp(set->trouble, "nofolder") == 0;
        status = absent ? EXIT_FAILED : EXIT_UNSOUND;
    } else if (slug != NULL && board_set_find(set, slug) == NULL) {
        LOG_ERR("there is no board %s in %s", slug, name);
    } else {
        status = EXIT_SOUND;
        printf("%s is sound, with %zu boards\n", name, set->count);
    }
    for (size_t i = 0; status == EXIT_SOUND && i < set->count; i++) {
        if (slug == NULL || strcmp(set->boards[i].slug, slug) == 0) {
            check_board(&set->boards[i]);
        }
    }
    if (status == EXIT_SOUND) {
        lack_orphans(stdout, set, slug);
    }
    board_set_free(set);
    return status;
}

static int check_share(const char *share, const char *slug, const struct env *env)
{
    char name[NAME_BYTES];

    snprintf(name, sizeof name, "%s/board.sqlite", share);
    return check_folder(share, name, slug, env);
}

// By its first bytes, or by its name: what is left of a damaged file has no such bytes.
static bool is_sqlite(const char *path, const struct env *env)
{
    static const char magic[] = "SQLite format 3";
    static const char ending[] = ".sqlite";
    struct env_bytes head = {0};
    size_t length = strlen(path);

    if (env->read(env->context, path, sizeof magic, &head) != 0) {
        return false;
    }
    bool named =
        length >= sizeof ending && strcmp(path + length - (sizeof ending - 1), ending) == 0;
    bool found =
        named || (head.size == sizeof magic && memcmp(head.data, magic, sizeof magic) == 0);
    free(head.data);
    return found;
}

// The reader wants a folder, and may write there: the file gets one of its own.
static int check_sqlite(const char *path, const char *slug, const struct env *env)
{
    struct scratch scratch = {.path = ""};
    int status = EXIT_FAILED;

    if (scratch_file(&scratch, path, env)) {
        status = check_folder(scratch.path, path, slug, env);
    }
    scratch_remove(&scratch, env);
    return status;
}

static int check_plan(const char *path, const struct env *env)
{
    struct programme programme;
    struct plan plan;
    int status = EXIT_UNSOUND;

    reading_load(&programme, path, NULL, NULL);
    reading_print(&programme, FINDING_NOTE);
    if (programme.errors > 0) {
        LOG_ERR("%s is unsound: %zu errors", path, programme.errors);
        goto out;
    }
    const struct plan_options options = {.slug = programme.slug,
                                         .now_ms = env->now_ms(env->context)};
    plan_make(&plan, &programme, &options);
    struct board_set *set = plan_preview(&plan);
    if (set != NULL && set->count == 1) {
        printf("%s is sound\n", path);
        check_board(&set->boards[0]);
    }
    status = set == NULL ? EXIT_FAILED : EXIT_SOUND;
    board_set_free(set);
out:
    programme_finish(&programme);
    return status;
}

int check_command(int argc, char **argv, const struct env *env)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'},
        {"board", required_argument, NULL, 'b'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    const char *share = NULL;
    const char *slug = NULL;

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "", options, NULL); c != -1;
         c = getopt_long(argc, argv, "", options, NULL)) {
        switch (c) {
        case 's': share = optarg; break;
        case 'b': slug = optarg; break;
        case 'h': print_help(stdout); return EXIT_SOUND;
        default: print_help(stderr); return EXIT_USAGE;
        }
    }
    if ((share == NULL) == (optind == argc)) {
        LOG_ERR("check either --share DIR or files");
        print_help(stderr);
        return EXIT_USAGE;
    }
    int status = share != NULL ? check_share(share, slug, env) : EXIT_SOUND;
    for (int i = optind; i < argc; i++) {
        int found = is_sqlite(argv[i], env) ? check_sqlite(argv[i], slug, env)
                                            : check_plan(argv[i], env);
        status = found > status ? found : status;
    }
    return status;
}
