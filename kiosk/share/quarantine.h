// Keeps a copy of shared files that could not be read, for whoever wants to find out why.
#ifndef REGIEBORD_SHARE_QUARANTINE_H
#define REGIEBORD_SHARE_QUARANTINE_H

#include <stdbool.h>

#include "base/env.h"

enum { QUARANTINE_KEEP = 20, QUARANTINE_BYTES = 256 * 1024 * 1024 };

// Copies the file at `path` to `<folder>/<time>-<hash>.sqlite`, once for each content, and
// removes the oldest copies beyond QUARANTINE_KEEP and QUARANTINE_BYTES. False (logged)
// when it cannot.
bool quarantine_copy(const char *folder, const char *path, const struct env *env);

#endif
