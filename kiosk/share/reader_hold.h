// Keeps the tools of this machine out of the shared file while it is replaced.
#ifndef REGIEBORD_SHARE_READER_HOLD_H
#define REGIEBORD_SHARE_READER_HOLD_H

#include <stdbool.h>

#include "base/env.h"

struct reader_hold {
    void *held; // a lock of SQLite, or what env gave
};

// Takes a lock (env->hold, else SQLite's) on a file that the caller found to be a regular
// one without side files. False when somebody else has it, or it is no database. On true
// the caller calls reader_release.
bool reader_hold(struct reader_hold *hold, const char *path, const struct env *env);
void reader_release(struct reader_hold *hold, const struct env *env);

#endif
