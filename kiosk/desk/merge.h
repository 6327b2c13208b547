// `regiebord merge`: one round of import and publish without a screen, for an office PC, a
// server or a timer. It is a device of its own, with a log in its own state folder.
#ifndef REGIEBORD_DESK_MERGE_H
#define REGIEBORD_DESK_MERGE_H

#include <stdbool.h>

#include "base/env.h"
#include "share/site.h"

enum { MERGE_WAIT_MS = 10000 };

// argv[0] is "merge". --share DIR, --state DIR (else $XDG_STATE_HOME/regiebord-merge or
// ~/.local/state/regiebord-merge), --wait SECONDS. Returns the exit status: 0 the shared
// file says all that is known here, 1 failed or not in time, 2 wrong usage, 3 board.sqlite
// is unsound and stays as it is.
int merge_command(int argc, char **argv, const struct env *env);

// For commands that bring something into the shared file this way. `state` may be NULL.
// NULL (logged) when there is no state folder, or another program has it.
struct site *merge_open(const char *share, const char *state, const struct env *env);

// Rounds until nothing is left to do, at most `wait_ms` long. True when all is done.
bool merge_settle(struct site *site, int64_t wait_ms);

// The exit status that follows from what is the trouble with the shared file.
int merge_status(const struct sync_state *sync, bool settled);

#endif
