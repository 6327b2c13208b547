// `regiebord restore`: brings boards back to what they were at a moment. Nothing is taken
// away: what was said since stays in the history.
#ifndef REGIEBORD_DESK_RESTORE_H
#define REGIEBORD_DESK_RESTORE_H

#include "base/env.h"

// argv[0] is "restore". --share DIR, --at MOMENT (2025-11-11T10:42), --board SLUG (else all
// boards), --state DIR (see desk/merge.h). Returns the exit status: 0 done and published, 1
// failed, 2 wrong usage, 3 the shared file is unsound or there is no such board, and
// nothing was changed.
int restore_command(int argc, char **argv, const struct env *env);

#endif
