#include <stdlib.h>

#include "share/keeper_parts.h"

enum {
    REFUSED_FIRST_MS = 200, // before a refused write is tried again, doubling
    REFUSED_LAST_MS = 5000,
    PAPER_STEP_MS = 2000, // before a paper is tried again
};

static bool write_first(struct keeper *keeper, const struct queue_job *job)
{
    if (job->update != NULL) {
        return site_write(keeper->site, job->update);
    }
    return site_restore(keeper->site, job->board[0] == '\0' ? NULL : job->board, job->at_ms,
                        job->author) != SIZE_MAX;
}

bool keeper_write_queue(struct keeper *keeper)
{
    struct queue_job *job;
    bool tried = false;

    if (keeper->refused_ms > 0 && !atomic_load(&keeper->stop) &&
        keeper_mono(keeper) < keeper->refused_mono + keeper->refused_ms) {
        return false;
    }
    while ((job = queue_first(&keeper->queue)) != NULL) {
        tried = true;
        if (!write_first(keeper, job)) {
            keeper->refused_ms =
                keeper->refused_ms == 0
                    ? REFUSED_FIRST_MS
                    : deadline_sooner(keeper->refused_ms * 2, REFUSED_LAST_MS);
            keeper->refused_mono = keeper_mono(keeper);
            break;
        }
        keeper->refused_ms = 0;
        queue_drop(&keeper->queue);
    }
    return tried;
}

// Texts stay behind what was touched before them: a note that was sent is a draft until it
// is in the log.
static bool kept_may(struct keeper *keeper)
{
    return kept_waits(&keeper->kept) && queue_first(&keeper->queue) == NULL;
}

// Once a second, and all that is left at the end.
static void write_kept(struct keeper *keeper)
{
    char key[KEPT_KEY_BYTES];
    char *text;

    if (!kept_may(keeper) || (keeper_mono(keeper) - keeper->kept_mono < KEPT_STEP_MS &&
                              !atomic_load(&keeper->stop))) {
        return;
    }
    keeper->kept_mono = keeper_mono(keeper);
    while (kept_next(&keeper->kept, key, &text)) {
        bool ok = site_keep(keeper->site, key, text);
        kept_done(&keeper->kept, key, text, ok);
        if (!ok) {
            return;
        }
    }
}

// A paper tells what is in the log, so it comes after what was touched.
static bool paper_may(struct keeper *keeper)
{
    return kept_waits(&keeper->papers) && queue_first(&keeper->queue) == NULL;
}

static void write_papers(struct keeper *keeper)
{
    char name[KEPT_KEY_BYTES];
    char *text;

    if (!paper_may(keeper) || (keeper_mono(keeper) - keeper->paper_mono < PAPER_STEP_MS &&
                               !atomic_load(&keeper->stop))) {
        return;
    }
    while (kept_next(&keeper->papers, name, &text)) {
        bool ok = text == NULL || site_paper(keeper->site, name, text);
        kept_done(&keeper->papers, name, text, ok);
        if (!ok) {
            keeper->paper_mono = keeper_mono(keeper);
            return;
        }
    }
}

void keeper_write_texts(struct keeper *keeper)
{
    write_kept(keeper);
    write_papers(keeper);
}

int64_t keeper_write_due(struct keeper *keeper, int64_t now)
{
    int64_t due = INT64_MAX;

    if (keeper->refused_ms > 0) {
        due = deadline_sooner(due, keeper->refused_mono + keeper->refused_ms - now);
    }
    if (kept_may(keeper)) {
        due = deadline_sooner(due, keeper->kept_mono + KEPT_STEP_MS - now);
    }
    if (paper_may(keeper)) {
        due = deadline_sooner(due, keeper->paper_mono + PAPER_STEP_MS - now);
    }
    return due;
}
