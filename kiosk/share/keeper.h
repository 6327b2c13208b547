// The keeper: the thread that does all that touches a disk. It runs the device's site,
// hands finished boards to the wall and takes its updates; the wall never waits for it.
#ifndef REGIEBORD_SHARE_KEEPER_H
#define REGIEBORD_SHARE_KEEPER_H

#include "base/env.h"
#include "board/ahead.h"
#include "board/board.h"
#include "board/sync.h"
#include "board/update.h"

struct keeper_options {
    const char *share_dir, *state_dir; // copied
    const char *name;      // of the device, for Beheer; NULL: the host's name, "": none
    const struct env *env; // not owned
    const char *root;     // before /proc and /sys, which tell how the device is; NULL: none
    size_t config_faults; // lines of the configuration that mean nothing
    const char *config_fault; // the first of them, in words; NULL: none. Copied
    // Called from the keeper's thread when there is a set or a sync state to take. May be
    // NULL.
    void (*wake)(void *context);
    void *wake_context;
};

struct keeper;

// Makes the state folder, opens the local log in it and starts the thread, which hands over
// the last good board at once, then follows the share. The share need not be there. NULL on
// failure (logged).
struct keeper *keeper_start(const struct keeper_options *options);

// The newest set that was not taken yet; it is the caller's from now on (board_set_free).
// NULL when there is none. `trouble` of a set is a word of trouble_key in share/trouble.h;
// it comes 1.5 s after the trouble began (a file is often gone for a moment while it is
// replaced), and goes at once.
// `ahead` becomes what was worked out of it for the wish that stood then: the caller's as
// well (ahead_finish). It may be NULL.
struct board_set *keeper_take(struct keeper *keeper, struct ahead *ahead);

// What the wall shows from now on. Never waits.
void keeper_wish(struct keeper *keeper, const struct ahead_wish *wish);

// Gives an update (with its serial, from 1 and rising) to the keeper, which owns it from
// now on. It is written as soon as the thread gets to it, and again and again while the
// disk refuses; board_set.applied and sync_state.saved tell when it is durable. Never
// waits. The queue has no end but memory.
void keeper_put(struct keeper *keeper, struct update *update);

// Asks for the boards as they were at a moment. Never waits; only the newest question
// counts, and a share that does not answer holds it up no longer than a round takes.
void keeper_ask_past(struct keeper *keeper, int64_t at_ms);
// The answer that was not taken yet, and to which question; it is the caller's from now on
// (board_set_free). NULL when there is none.
struct board_set *keeper_take_past(struct keeper *keeper, int64_t *at_ms);

// Brings a board back to what it was at a moment (site_restore).
void keeper_restore(struct keeper *keeper, const char *board, int64_t at_ms,
                    const char *author);

// How the sharing goes. True when it differs from the last time this was asked.
bool keeper_sync(struct keeper *keeper, struct sync_state *out);

// Keeps a small text over power cuts (NULL forgets it). What is kept is read once, at
// keeper_start: keeper_kept gives a copy (free) or NULL.
void keeper_keep(struct keeper *keeper, const char *key, const char *text);
char *keeper_kept(struct keeper *keeper, const char *key);

// Has a paper for people written into the shared folder (site_paper), after what was
// touched before it, again and again while the disk refuses. Never waits.
void keeper_paper(struct keeper *keeper, const char *name, const char *text);

// Ends and joins the thread, after the updates in the queue were tried once more and the
// log was published if that takes less than two seconds. NULL is fine.
void keeper_stop(struct keeper *keeper);

#endif
