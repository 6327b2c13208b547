#define LOG_MODULE "merge"
#include "desk/merge.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_UNSOUND };
enum { PATH_BYTES = 4096, STEP_MS = 100, WAIT_MAX_S = 3600 };

static void print_help(FILE *out)
{
    fputs(
        "regiebord merge --share DIR [--state DIR] [--wait SECONDS]\n"
        "\n"
        "Reads all board files of the folder, brings what they say together and publishes\n"
        "board.sqlite when it lacks something. Conflict copies go once they are merged.\n"
        "  --state DIR      where this device keeps its log, not in the shared folder\n"
        "                   ($XDG_STATE_HOME/regiebord-merge)\n"
        "  --wait SECONDS   how long to try while somebody keeps the file (10)\n",
        out);
}

static bool default_state(char path[PATH_BYTES])
{
    const char *xdg = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");

    if (xdg != NULL && xdg[0] == '/') {
        return snprintf(path, PATH_BYTES, "%s/regiebord-merge", xdg) < PATH_BYTES;
    }
    return home != NULL &&
           snprintf(path, PATH_BYTES, "%s/.local/state/regiebord-merge", home) < PATH_BYTES;
}

struct site *merge_open(const char *share, const char *state, const struct env *env)
{
    char path[PATH_BYTES];
    char host[SYNC_NAME_BYTES] = "";

    if (state == NULL && !default_state(path)) {
        LOG_ERR("there is no home for the log: give --state DIR");
        return NULL;
    }
    gethostname(host, sizeof host - 1);
    struct site *site = site_open(&(struct site_options){
        .share_dir = share,
        .state_dir = state == NULL ? path : state,
        .env = env,
        .name = host,
    });
    if (site == NULL) {
        LOG_ERR("%s: the log cannot be opened; does another program have it?",
                state == NULL ? path : state);
    }
    return site;
}

// Waiting changes nothing.
static bool hopeless(struct site *site)
{
    struct sync_state sync;

    site_sync(site, &sync);
    return sync.outbox[0] != '\0' || strcmp(sync.trouble, "foreign") == 0 ||
           strcmp(sync.trouble, "nofolder") == 0;
}

// The clock may be one that stands still, so that the waiting is counted.
bool merge_settle(struct site *site, int64_t wait_ms)
{
    const struct timespec step = {.tv_nsec = STEP_MS * 1000000L};
    // A device that met its first board only now says its name in the round after.
    bool settled = site_flush(site) && site_flush(site);

    for (int64_t waited = 0; !settled && !hopeless(site) && waited < wait_ms;
         waited += STEP_MS) {
        nanosleep(&step, NULL);
        settled = site_flush(site);
    }
    return settled;
}

int merge_status(const struct sync_state *sync, bool settled)
{
    static const char *const unsound[] = {"empty", "truncated", "corrupt", "foreign",
                                          "unsafe"};

    for (size_t i = 0; i < sizeof unsound / sizeof *unsound; i++) {
        if (strcmp(sync->trouble, unsound[i]) == 0) {
            return EXIT_UNSOUND;
        }
    }
    return settled || sync->unshared == 0 || sync->outbox[0] != '\0' ? EXIT_DONE
                                                                     : EXIT_FAILED;
}

static void print_result(const char *share, const struct sync_state *sync, size_t before)
{
    printf("%s: %zu entries, %zu of them new here\n", share, sync->log_entries,
           sync->log_entries - before);
    if (sync->copies > 0) {
        printf("conflict copies merged: %zu\n", sync->copies);
    }
    if (sync->rejected > 0) {
        printf("entries that were refused, ever: %zu\n", sync->rejected);
    }
    if (sync->trouble[0] != '\0') {
        printf("board.sqlite: %s\n", sync->trouble);
    }
    if (sync->outbox[0] != '\0') {
        printf("%zu entries go by the outbox (%s)\n", sync->unshared, sync->outbox);
    } else if (sync->unshared > 0) {
        printf("%zu entries wait to be published\n", sync->unshared);
    } else {
        puts(sync->published_ms > 0 ? "published" : "nothing to publish");
    }
}

static int merge(const char *share, const char *state, int64_t wait_ms,
                 const struct env *env)
{
    struct sync_state sync;
    struct site *site = merge_open(share, state, env);

    if (site == NULL) {
        return EXIT_FAILED;
    }
    site_load(site);
    site_sync(site, &sync);
    size_t before = sync.log_entries;
    bool settled = merge_settle(site, wait_ms);
    site_sync(site, &sync);
    int status = merge_status(&sync, settled);
    if (strcmp(sync.trouble, "nofolder") == 0) {
        LOG_ERR("%s: the folder is not there, or empty because its disk is not mounted",
                share);
        status = EXIT_FAILED;
    } else {
        print_result(share, &sync, before);
    }
    site_close(site);
    return status;
}

static bool read_wait(const char *text, int64_t *wait_ms)
{
    char *end;
    long seconds = strtol(text, &end, 10);

    if (end == text || *end != '\0' || seconds < 0 || seconds > WAIT_MAX_S) {
        LOG_ERR("--wait %s: a number of seconds up to %d", text, WAIT_MAX_S);
        return false;
    }
    *wait_ms = (int64_t)seconds * 1000;
    return true;
}

int merge_command(int argc, char **argv, const struct env *env)
{
    static const struct option options[] = {
        {"share", required_argument, NULL, 's'},
        {"state", required_argument, NULL, 't'},
        {"wait", required_argument, NULL, 'w'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    const char *share = NULL;
    const char *state = NULL;
    int64_t wait_ms = MERGE_WAIT_MS;
    bool fine = true;

    optind = 0; // getopt may have run before in this process
    for (int c = getopt_long(argc, argv, "", options, NULL); c != -1;
         c = getopt_long(argc, argv, "", options, NULL)) {
        switch (c) {
        case 's': share = optarg; break;
        case 't': state = optarg; break;
        case 'w': fine = read_wait(optarg, &wait_ms) && fine; break;
        case 'h': print_help(stdout); return EXIT_DONE;
        default: fine = false; break;
        }
    }
    if (!fine || share == NULL || optind < argc) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    return merge(share, state, wait_ms, env);
}
