#include "share/keeper.h"

#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "share/folder.h"
#include "share/quarantine.h"
#include "share/watch.h"
#include "store/present.h"

#define LOG_MODULE "keeper"
#include "base/log.h"

enum {
    LOOK_MS = 2000,       // without any event: network folders have none
    LOOK_GONE_MS = 500,   // while there is no folder to watch
    GRACE_MS = 1500,      // before trouble is told
    RETRY_FIRST_MS = 100, // while a file is not settled, doubling
    RETRY_LAST_MS = 5000,
};

// The index of a WAL is mapped memory, which tells nobody: after an event, look again a few
// times.
static const int rechecks_ms[] = {2, 8, 40, 200};
enum { RECHECK_COUNT = sizeof rechecks_ms / sizeof *rechecks_ms };

struct keeper {
    const struct env *env; // not owned
    void (*wake)(void *context);
    void *wake_context;
    char share[SNAPSHOT_PATH_MAX];
    char log_path[SNAPSHOT_PATH_MAX];
    char scratch[SNAPSHOT_PATH_MAX];
    char quarantine[SNAPSHOT_PATH_MAX];

    // Of the thread alone.
    struct schema *schema; // owned
    struct log *log;       // owned
    struct fold *fold;     // owned
    struct watch *watch;   // owned
    struct folder folder;
    uint64_t generation;
    bool shown; // a set was handed over
    enum trouble told;
    bool in_trouble;
    int64_t trouble_ms;   // since when, wall clock
    int64_t trouble_mono; // the same on the clock that never goes back
    int64_t event_mono;
    int rechecks; // done since the last event
    int64_t retry_ms;

    pthread_t thread;
    int stop_fd;
    _Atomic(struct board_set *) ready; // owned until it is taken
};

static int64_t mono(const struct keeper *keeper)
{
    return keeper->env->mono_ms(keeper->env->context);
}

// Handing over ------------------------------------------------------------------------

static void hand_over(struct keeper *keeper)
{
    struct board_set *set = present_boards(keeper->fold, keeper->schema);

    if (set == NULL) {
        LOG_ERR("no memory for the board");
        return;
    }
    set->generation = ++keeper->generation;
    set->trouble = trouble_key(keeper->told);
    set->trouble_ms = keeper->told == TROUBLE_NONE ? 0 : keeper->trouble_ms;
    keeper->shown = true;
    board_set_free(
        atomic_exchange(&keeper->ready, set)); // one that nobody took is out of date
    if (keeper->wake != NULL) {
        keeper->wake(keeper->wake_context);
    }
}

struct board_set *keeper_take(struct keeper *keeper)
{
    return atomic_exchange(&keeper->ready, NULL);
}

// Trouble -----------------------------------------------------------------------------

static enum trouble trouble_now(const struct keeper *keeper)
{
    return keeper->folder.broken ? TROUBLE_UNREADABLE : keeper->folder.trouble;
}

static void keep_evidence(struct keeper *keeper, enum trouble trouble)
{
    char path[SNAPSHOT_PATH_MAX + 16];

    if (trouble == TROUBLE_TRUNCATED || trouble == TROUBLE_CORRUPT ||
        trouble == TROUBLE_UNSAFE) {
        snprintf(path, sizeof path, "%s/board.sqlite", keeper->share);
        quarantine_copy(keeper->quarantine, path, keeper->env);
    }
}

// True when there is news about trouble to tell.
static bool note_trouble(struct keeper *keeper)
{
    enum trouble trouble = trouble_now(keeper);

    if (trouble == TROUBLE_NONE) {
        keeper->in_trouble = false;
    } else if (!keeper->in_trouble) {
        keeper->in_trouble = true;
        keeper->trouble_ms = keeper->env->now_ms(keeper->env->context);
        keeper->trouble_mono = mono(keeper);
    }
    bool due = trouble == TROUBLE_NONE || !keeper->shown || keeper->told != TROUBLE_NONE ||
               mono(keeper) - keeper->trouble_mono >= GRACE_MS;
    if (!due || trouble == keeper->told) {
        return false;
    }
    LOG_INFO("%s: %s", keeper->share,
             trouble == TROUBLE_NONE ? "well again" : trouble_key(trouble));
    keeper->told = trouble;
    keep_evidence(keeper, trouble);
    return true;
}

// The round ---------------------------------------------------------------------------

static void set_folder(struct keeper *keeper)
{
    keeper->folder = (struct folder){
        .path = keeper->share,
        .tag = log_device(keeper->log),
        .import = {.reader = {.env = keeper->env,
                              .schema = keeper->schema,
                              .scratch = keeper->scratch},
                   .log = keeper->log,
                   .fold = keeper->fold},
    };
}

// After a failed write nothing in memory is trusted: the log is opened and read anew. Until
// that works the board stays as it was.
static bool reopen(struct keeper *keeper)
{
    struct fold *fold = fold_create();

    log_close(keeper->log);
    keeper->log = log_open(keeper->log_path, keeper->env);
    if (fold == NULL || keeper->log == NULL || !log_load(keeper->log, fold)) {
        fold_destroy(fold);
        return false;
    }
    fold_destroy(keeper->fold);
    keeper->fold = fold;
    folder_finish(&keeper->folder);
    set_folder(keeper);
    return true;
}

// Looks at the folder, and hands over what became of it. Publishing what the file lacks
// (folder_stale, folder_publish) belongs right after the scan.
static void look(struct keeper *keeper)
{
    bool grew = false;

    if (keeper->folder.broken && !reopen(keeper)) {
        if (note_trouble(keeper) || !keeper->shown) {
            hand_over(keeper);
        }
        return;
    }
    if (watch_renew(keeper->watch)) {
        LOG_INFO("watching %s", keeper->share);
    }
    grew = folder_scan(&keeper->folder) > 0;
    bool news = note_trouble(keeper);
    if ((grew && !keeper->folder.broken) || news || !keeper->shown) {
        hand_over(keeper);
    }
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

// Milliseconds until there is something to do without an event.
static int next_wait(struct keeper *keeper)
{
    int64_t now = mono(keeper);
    int64_t wait = keeper->folder.trouble == TROUBLE_NO_FOLDER ? LOOK_GONE_MS : LOOK_MS;

    if (keeper->rechecks < RECHECK_COUNT) {
        wait = sooner(wait, keeper->event_mono + rechecks_ms[keeper->rechecks] - now);
    }
    if (keeper->folder.restless || keeper->folder.broken) {
        keeper->retry_ms = keeper->retry_ms == 0
                               ? RETRY_FIRST_MS
                               : sooner(keeper->retry_ms * 2, RETRY_LAST_MS);
        wait = sooner(wait, keeper->retry_ms);
    } else {
        keeper->retry_ms = 0;
    }
    if (keeper->in_trouble && keeper->told == TROUBLE_NONE) {
        wait = sooner(wait, keeper->trouble_mono + GRACE_MS - now);
    }
    return wait < 0 ? 0 : (int)wait;
}

static void count_rechecks(struct keeper *keeper)
{
    int64_t since = mono(keeper) - keeper->event_mono;

    while (keeper->rechecks < RECHECK_COUNT && rechecks_ms[keeper->rechecks] <= since) {
        keeper->rechecks++;
    }
}

static void *run(void *keeper_of)
{
    struct keeper *keeper = keeper_of;
    struct pollfd wait[] = {{.fd = keeper->stop_fd, .events = POLLIN},
                            {.fd = watch_fd(keeper->watch), .events = POLLIN}};

    keeper->rechecks = RECHECK_COUNT;
    keeper->folder.broken = !log_load(keeper->log, keeper->fold);
    if (keeper->fold->count > 0 && !keeper->folder.broken) {
        hand_over(keeper);
    }
    look(keeper);
    while (poll(wait, 2, next_wait(keeper)) >= 0 || wait[0].revents == 0) {
        if (wait[0].revents != 0) {
            break;
        }
        if (watch_take(keeper->watch)) {
            keeper->event_mono = mono(keeper);
            keeper->rechecks = 0;
            keeper->retry_ms = 0;
        } else {
            count_rechecks(keeper);
        }
        look(keeper);
    }
    return NULL;
}

// Starting and stopping ---------------------------------------------------------------

static bool set_paths(struct keeper *keeper, const struct keeper_options *options)
{
    const char *state = options->state_dir;
    const int room = SNAPSHOT_PATH_MAX - 64; // for the names of files in them

    return snprintf(keeper->share, sizeof keeper->share, "%s", options->share_dir) < room &&
           snprintf(keeper->log_path, sizeof keeper->log_path, "%s/local.db", state) <
               room &&
           snprintf(keeper->scratch, sizeof keeper->scratch, "%s/scratch", state) < room &&
           snprintf(keeper->quarantine, sizeof keeper->quarantine, "%s/quarantine", state) <
               room;
}

static void keeper_free(struct keeper *keeper)
{
    folder_finish(&keeper->folder);
    watch_destroy(keeper->watch);
    log_close(keeper->log);
    fold_destroy(keeper->fold);
    schema_destroy(keeper->schema);
    board_set_free(keeper_take(keeper));
    if (keeper->stop_fd >= 0) {
        close(keeper->stop_fd);
    }
    free(keeper);
}

struct keeper *keeper_start(const struct keeper_options *options)
{
    const struct env *env = options->env;
    struct keeper *keeper = calloc(1, sizeof *keeper);

    if (keeper == NULL) {
        return NULL;
    }
    keeper->env = env;
    keeper->wake = options->wake;
    keeper->wake_context = options->wake_context;
    keeper->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (keeper->stop_fd < 0 || !set_paths(keeper, options) ||
        env->make_folder(env->context, options->state_dir) != 0) {
        LOG_ERR("%s: the state folder cannot be made", options->state_dir);
        goto fail;
    }
    keeper->schema = schema_create();
    keeper->watch = watch_create(keeper->share);
    keeper->fold = fold_create();
    keeper->log = log_open(keeper->log_path, env);
    if (keeper->schema == NULL || keeper->watch == NULL || keeper->fold == NULL ||
        keeper->log == NULL) {
        goto fail;
    }
    set_folder(keeper);
    if (pthread_create(&keeper->thread, NULL, run, keeper) != 0) {
        LOG_ERR("the thread cannot be started");
        goto fail;
    }
    return keeper;
fail:
    keeper_free(keeper);
    return NULL;
}

void keeper_stop(struct keeper *keeper)
{
    const uint64_t one = 1;

    if (keeper == NULL) {
        return;
    }
    if (write(keeper->stop_fd, &one, sizeof one) != sizeof one) {
        LOG_ERR("the thread cannot be told to stop");
    }
    pthread_join(keeper->thread, NULL);
    keeper_free(keeper);
}
