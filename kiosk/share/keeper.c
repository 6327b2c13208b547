#include "share/keeper.h"

#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "share/keeper_parts.h"
#include "share/paper.h"
#include "share/watch.h"

#define LOG_MODULE "keeper"
#include "base/log.h"

enum {
    READ_STEP_MS = 60000, // how old the wall's idea of the last reading may be
    STOP_MS = 2000,       // for publishing at the end
    STOP_STEP_MS = 50,
};

#define NOT_ASKED INT64_MIN

// What the wall calls -----------------------------------------------------------------

static void nudge(struct keeper *keeper)
{
    const uint64_t one = 1;

    if (write(keeper->work_fd, &one, sizeof one) != sizeof one) {
        LOG_ERR("the thread cannot be woken");
    }
}

struct board_set *keeper_take(struct keeper *keeper, struct ahead *ahead)
{
    struct ahead found = {0};

    pthread_mutex_lock(&keeper->mutex);
    struct board_set *set = keeper->ready;
    if (set != NULL) {
        found = keeper->ahead;
        keeper->ready = NULL;
        keeper->ahead = (struct ahead){0};
    }
    pthread_mutex_unlock(&keeper->mutex);
    if (ahead == NULL) {
        ahead_finish(&found);
    } else {
        *ahead = found;
    }
    return set;
}

void keeper_wish(struct keeper *keeper, const struct ahead_wish *wish)
{
    pthread_mutex_lock(&keeper->mutex);
    keeper->wish = *wish;
    pthread_mutex_unlock(&keeper->mutex);
}

void keeper_put(struct keeper *keeper, struct update *update)
{
    queue_put(&keeper->queue, update);
    nudge(keeper);
}

void keeper_restore(struct keeper *keeper, const char *board, int64_t at_ms,
                    const char *author)
{
    queue_restore(&keeper->queue, board, at_ms, author);
    nudge(keeper);
}

void keeper_keep(struct keeper *keeper, const char *key, const char *text)
{
    kept_put(&keeper->kept, key, text);
    nudge(keeper);
}

char *keeper_kept(struct keeper *keeper, const char *key)
{
    return kept_get(&keeper->kept, key);
}

void keeper_ask_past(struct keeper *keeper, int64_t at_ms)
{
    pthread_mutex_lock(&keeper->mutex);
    keeper->past_asked = at_ms;
    pthread_mutex_unlock(&keeper->mutex);
    nudge(keeper);
}

struct board_set *keeper_take_past(struct keeper *keeper, int64_t *at_ms)
{
    pthread_mutex_lock(&keeper->mutex);
    struct board_set *past = keeper->past;
    keeper->past = NULL;
    *at_ms = keeper->past_ms;
    pthread_mutex_unlock(&keeper->mutex);
    return past;
}

void keeper_paper(struct keeper *keeper, const char *name, const char *text)
{
    if (paper_name_sound(name)) {
        kept_put(&keeper->papers, name, text);
        nudge(keeper);
    }
}

bool keeper_sync(struct keeper *keeper, struct sync_state *out)
{
    pthread_mutex_lock(&keeper->mutex);
    bool news = keeper->sync_news;
    keeper->sync_news = false;
    *out = keeper->sync;
    pthread_mutex_unlock(&keeper->mutex);
    return news;
}

// Telling the wall --------------------------------------------------------------------

static void wake(struct keeper *keeper)
{
    // At the end nobody waits for it any more.
    if (keeper->wake != NULL && !atomic_load(&keeper->stop)) {
        keeper->wake(keeper->wake_context);
    }
}

// One that nobody took is out of date.
static void hand_over(struct keeper *keeper)
{
    struct board_set *set = site_news(keeper->site) ? site_boards(keeper->site) : NULL;
    struct ahead ahead;
    struct ahead_wish wish;

    if (set == NULL) {
        return;
    }
    pthread_mutex_lock(&keeper->mutex);
    wish = keeper->wish;
    pthread_mutex_unlock(&keeper->mutex);
    ahead_make(&ahead, set, &wish, keeper->env->now_ms(keeper->env->context));
    pthread_mutex_lock(&keeper->mutex);
    struct board_set *old = keeper->ready;
    struct ahead old_ahead = keeper->ahead;
    keeper->ready = set;
    keeper->ahead = ahead;
    pthread_mutex_unlock(&keeper->mutex);
    ahead_finish(&old_ahead);
    board_set_free(old);
    wake(keeper);
}

// Builds the set that was asked for last. While another one is asked for meanwhile, this
// one is handed over all the same: whoever drags a slider sees it move.
static void answer_past(struct keeper *keeper)
{
    pthread_mutex_lock(&keeper->mutex);
    int64_t at_ms = keeper->past_asked;
    keeper->past_asked = NOT_ASKED;
    pthread_mutex_unlock(&keeper->mutex);
    struct board_set *set = at_ms == NOT_ASKED ? NULL : site_past(keeper->site, at_ms);
    if (set == NULL) {
        return;
    }
    pthread_mutex_lock(&keeper->mutex);
    struct board_set *old = keeper->past;
    keeper->past = set;
    keeper->past_ms = at_ms;
    pthread_mutex_unlock(&keeper->mutex);
    board_set_free(old);
    wake(keeper);
}

// But for the time of the last reading.
static bool differs(const struct sync_state *a, const struct sync_state *b)
{
    struct sync_state same = *a;

    same.read_ms = b->read_ms;
    return memcmp(&same, b, sizeof same) != 0;
}

static void tell_sync(struct keeper *keeper)
{
    struct sync_state now;

    site_sync(keeper->site, &now);
    keeper->file.due = pulse_take(&keeper->pulse, &now) || keeper->file.due;
    memcpy(&now.vitals, &keeper->pulse.told, sizeof now.vitals);
    bool news = differs(&keeper->sync, &now); // only this thread writes it
    int64_t later_ms = now.read_ms - keeper->sync.read_ms;
    if (!news && later_ms >= 0 && later_ms < READ_STEP_MS) {
        return;
    }
    pthread_mutex_lock(&keeper->mutex);
    keeper->sync = now;
    keeper->sync_news = true;
    pthread_mutex_unlock(&keeper->mutex);
    if (news) { // that a file was read again can wait until the wall is awake
        keeper->file.due = true;
        wake(keeper);
    }
}

// The thread --------------------------------------------------------------------------

static int64_t wait_for(struct keeper *keeper, int64_t wait)
{
    int64_t now = keeper_mono(keeper);

    wait = deadline_sooner(wait, keeper_write_due(keeper, now));
    wait = deadline_sooner(wait, sync_file_due(&keeper->file, now));
    wait = deadline_sooner(wait, pulse_due(&keeper->pulse, now));
    return wait < 0 ? 0 : wait;
}

// Waits until there is something to do. True when something happened in the folder.
static bool doze(struct keeper *keeper, int64_t wait_ms)
{
    struct pollfd wait[] = {{.fd = keeper->work_fd, .events = POLLIN},
                            {.fd = watch_fd(keeper->watch), .events = POLLIN}};
    uint64_t count;

    poll(wait, 2, (int)wait_ms);
    while (read(keeper->work_fd, &count, sizeof count) > 0) {
    }
    bool renewed = watch_renew(keeper->watch);
    if (renewed) {
        LOG_INFO("the folder is watched");
    }
    // What was mounted tells no more than that.
    return watch_take(keeper->watch) || wait[1].revents != 0 || renewed;
}

static void finish(struct keeper *keeper)
{
    struct sync_state now;

    keeper_write_queue(keeper);
    keeper_write_texts(keeper);
    site_sync(keeper->site, &now);
    atomic_store(&keeper->phase, PHASE_PUBLISH);
    if (now.saved > now.shared) {
        site_flush(keeper->site);
    }
}

static void *run(void *keeper_of)
{
    struct keeper *keeper = keeper_of;
    bool event = false;

    if (site_load(keeper->site) && site_news(keeper->site)) {
        struct sync_state now;
        site_sync(keeper->site, &now);
        if (now.log_entries > 0) {
            hand_over(keeper); // the last good board, before the share is even looked at
        }
    }
    while (!atomic_load(&keeper->stop)) {
        // What is on the disk is told before the share is looked at, which may take long.
        if (keeper_write_queue(keeper)) {
            tell_sync(keeper);
        }
        answer_past(keeper);
        keeper_write_texts(keeper);
        site_watched(keeper->site, watch_hears_all(keeper->watch, keeper->env));
        int64_t wait = site_step(keeper->site, event);
        hand_over(keeper);
        tell_sync(keeper);
        sync_file_write(&keeper->file, &keeper->sync, keeper->env);
        if (!keeper->pulse.begun && site_load(keeper->site)) { // the log is ours
            pulse_begin(&keeper->pulse);
        }
        event = doze(keeper, wait_for(keeper, wait));
    }
    finish(keeper);
    return NULL;
}

// Starting and stopping ---------------------------------------------------------------

static void keeper_free(struct keeper *keeper)
{
    watch_destroy(keeper->watch);
    site_close(keeper->site);
    queue_finish(&keeper->queue);
    kept_finish(&keeper->kept);
    kept_finish(&keeper->papers);
    ahead_finish(&keeper->ahead);
    board_set_free(keeper->ready);
    board_set_free(keeper->past);
    pthread_mutex_destroy(&keeper->mutex);
    if (keeper->work_fd >= 0) {
        close(keeper->work_fd);
    }
    free(keeper);
}

struct keeper *keeper_start(const struct keeper_options *options)
{
    char host[SYNC_NAME_BYTES] = "";
    struct keeper *keeper = calloc(1, sizeof *keeper);

    if (keeper == NULL) {
        return NULL;
    }
    gethostname(host, sizeof host - 1);
    keeper->env = options->env;
    keeper->wake = options->wake;
    keeper->wake_context = options->wake_context;
    pthread_mutex_init(&keeper->mutex, NULL);
    queue_init(&keeper->queue);
    kept_init(&keeper->kept, KEPT_TEXT_BYTES);
    kept_init(&keeper->papers, PAPER_TEXT_BYTES);
    keeper->kept_mono = keeper->paper_mono = INT64_MIN / 2;
    keeper->past_asked = NOT_ASKED;
    keeper->work_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    keeper->site = site_open(&(struct site_options){
        .share_dir = options->share_dir,
        .state_dir = options->state_dir,
        .env = options->env,
        .name = options->name == NULL ? host : options->name,
    });
    keeper->watch = watch_create(options->share_dir);
    if (keeper->work_fd < 0 || keeper->site == NULL || keeper->watch == NULL ||
        !sync_file_init(&keeper->file, options->state_dir)) {
        goto fail;
    }
    site_kept_each(keeper->site, kept_read, &keeper->kept);
    pulse_init(&keeper->pulse, &(struct pulse_options){
                                   .state_dir = options->state_dir,
                                   .root = options->root,
                                   .config_faults = options->config_faults,
                                   .config_fault = options->config_fault,
                                   .env = options->env,
                               });
    if (pthread_create(&keeper->thread, NULL, run, keeper) != 0) {
        LOG_ERR("the thread cannot be started");
        goto fail;
    }
    return keeper;
fail:
    keeper_free(keeper);
    return NULL;
}

// A share that hangs does not hold up the end: what is in the log is safe.
static bool join(struct keeper *keeper)
{
    int64_t left_ms = STOP_MS;

    while (left_ms > 0) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += STOP_STEP_MS * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000L;
        until.tv_nsec %= 1000000000L;
        if (pthread_timedjoin_np(keeper->thread, NULL, &until) == 0) {
            return true;
        }
        left_ms -= atomic_load(&keeper->phase) == PHASE_PUBLISH ? STOP_STEP_MS : 0;
    }
    return false;
}

void keeper_stop(struct keeper *keeper)
{
    if (keeper == NULL) {
        return;
    }
    atomic_store(&keeper->stop, true);
    nudge(keeper);
    bool joined = join(keeper);
    pulse_end(&keeper->pulse);
    if (joined) {
        keeper_free(keeper);
    } else {
        LOG_WARN("the shared folder does not answer; the rest is published next time");
        pthread_detach(keeper->thread); // it owns all it uses until the program ends
    }
}
