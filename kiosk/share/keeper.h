// The keeper: the thread that does all that touches a disk. It follows the shared folder,
// keeps the local log, and hands finished boards to the wall, which never waits for it.
#ifndef REGIEBORD_SHARE_KEEPER_H
#define REGIEBORD_SHARE_KEEPER_H

#include "base/env.h"
#include "board/board.h"

struct keeper_options {
    const char *share_dir, *state_dir; // copied
    const struct env *env;             // not owned
    // Called from the keeper's thread when there is a set to take. May be NULL.
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
struct board_set *keeper_take(struct keeper *keeper);

// Ends and joins the thread. NULL is fine.
void keeper_stop(struct keeper *keeper);

#endif
