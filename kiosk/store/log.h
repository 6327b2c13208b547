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
// new one begun, from the last backup where there is one. NULL and logged when it cannot be
// opened: no room, no rights, or another program has it.
struct log *log_open(const char *path, const struct env *env);
void log_close(struct log *log); // NULL is fine

// Makes today's copy in the folder `backup` beside the log, unless it is there; call it
// whenever the day may be a new one. The last seven stay. False (logged) when it cannot.
bool log_backup(struct log *log);

// Adds all entries to the fold. False when they cannot be read.
bool log_load(struct log *log, struct fold *fold);

// Writes entries, durably and all of them or none. Known ones are left, or replaced by a
// greater payload. `seen`: they were read from a shared file. False: nothing was written,
// and the log should be closed, opened and loaded again.
bool log_append(struct log *log, const struct record *records, size_t count, bool seen);

// Notes, durably, that entries of the fold were read in a shared file, and sets `seen` in
// them. Entries that are noted already cost little. All or none: false when it cannot be
// written.
bool log_mark_seen(struct log *log, struct record *const *records, size_t count);

// How many entries have been in no shared file yet, and since when the oldest of them
// waits (0: there are none). False when it cannot be read.
bool log_unseen(struct log *log, size_t *count, int64_t *since_ms);

// Keeps account of an entry or row that may not enter: where it was read and why it was
// refused.
void log_reject(struct log *log, const char *file, const char *why, const char *entry);
size_t log_reject_count(struct log *log);

// Keeps a text under a key (at most 64 bytes) durably; NULL forgets it. False, and nothing
// changed, when it is over 64 KiB or cannot be written.
bool log_keep(struct log *log, const char *key, const char *text);
// A copy (free); NULL when there is none.
char *log_kept(struct log *log, const char *key);
// Tells all that is kept, in the order of the keys. False when it cannot be read.
bool log_kept_each(struct log *log,
                   void (*each)(void *to, const char *key, const char *text), void *to);

// This device: 16 hexadecimal digits; others on a machine with a copy of this log.
const char *log_device(const struct log *log);

// The newest time that this device's clock gave to an entry, -1 when there is none. What a
// row from the future pushed ahead does not count.
int64_t log_own_last(const struct log *log);

#endif
