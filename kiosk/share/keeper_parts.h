// The inside of a keeper, for the files that make it up: keeper.c (the thread and what the
// wall calls) and keeper_write.c (what goes to the disk).
#ifndef REGIEBORD_SHARE_KEEPER_PARTS_H
#define REGIEBORD_SHARE_KEEPER_PARTS_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/deadline.h"
#include "share/keeper.h"
#include "share/kept.h"
#include "share/pulse.h"
#include "share/queue.h"
#include "share/site.h"
#include "share/sync_file.h"

enum phase { PHASE_WORK, PHASE_PUBLISH };

struct keeper {
    const struct env *env; // not owned
    void (*wake)(void *context);
    void *wake_context;
    int work_fd; // tells the thread that there is something to do

    // Of the thread alone.
    struct site *site;   // owned
    struct watch *watch; // owned
    int64_t refused_ms;  // pause before the next try; 0: nothing was refused
    int64_t refused_mono;
    struct sync_file file;
    struct pulse pulse; // of the device itself
    int64_t kept_mono;  // when the texts were last written
    int64_t paper_mono; // when a paper was last refused

    pthread_t thread;
    atomic_bool stop;
    _Atomic(enum phase) phase;
    struct queue queue;
    struct kept kept;
    struct kept papers; // by their names

    pthread_mutex_t mutex;   // of what follows
    struct board_set *ready; // owned until it is taken
    struct ahead ahead;      // of that set
    struct ahead_wish wish;
    struct sync_state sync;
    bool sync_news;
    int64_t past_asked;     // NOT_ASKED: nobody did
    struct board_set *past; // owned until it is taken
    int64_t past_ms;        // of that set
};

static inline int64_t keeper_mono(const struct keeper *keeper)
{
    return keeper->env->mono_ms(keeper->env->context);
}

// Writes what was touched into the log. What the disk refuses stays first in the queue.
// True when anything was tried.
bool keeper_write_queue(struct keeper *keeper);

// Writes what is to be kept, once a second, and the papers. At the end all that is left.
void keeper_write_texts(struct keeper *keeper);

// The milliseconds until one of these is due; INT64_MAX when none is.
int64_t keeper_write_due(struct keeper *keeper, int64_t now);

#endif
