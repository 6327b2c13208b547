// The device's own log of all entries it ever saw: the truth, on the disk, never shared,
// only growing.
#ifndef REGIEBORD_STORE_LOG_H
#define REGIEBORD_STORE_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/env.h"
#include "store/fold.h"
#include "store/record.h"

struct log;

// `path` may be ":memory:". A damaged log is moved aside (its name gets .bad-<time>) and a
// new one begun. NULL and logged when it cannot be opened: no room, no rights, or another
// program has it.
struct log *log_open(const char *path, const struct env *env);
void log_close(struct log *log); // NULL is fine

// Adds all entries to the fold. False when they cannot be read.
bool log_load(struct log *log, struct fold *fold);

// Writes entries, durably and all of them or none. Known ones are left, or replaced by a
// greater payload. `seen`: they were read from a shared file. False: nothing was written,
// and the log should be closed, opened and loaded again.
bool log_append(struct log *log, const struct record *records, size_t count, bool seen);

// Keeps account of an entry or row that may not enter: where it was read and why it was
// refused.
void log_reject(struct log *log, const char *file, const char *why, const char *entry);
size_t log_reject_count(struct log *log);

// This device: 16 hexadecimal digits.
const char *log_device(const struct log *log);

// The newest time that this device gave to an entry itself, -1 when there is none.
int64_t log_own_last(const struct log *log);

#endif
