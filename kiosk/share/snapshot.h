// The bytes of a shared database file at one moment, taken without a lock, so that no tool
// ever meets "database is locked" because of the wall. Knows the file format's header and
// locks, but no SQL.
#ifndef REGIEBORD_SHARE_SNAPSHOT_H
#define REGIEBORD_SHARE_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/env.h"
#include "share/trouble.h"
#include "store/limits.h"

enum {
    SNAPSHOT_MAX_BYTES = LIMIT_FILE_BYTES, // of a file; nothing larger is published
    SNAPSHOT_ALL_BYTES = 48 * 1024 * 1024, // of a file and what lies beside it
    SNAPSHOT_HEADER = 100,
    SNAPSHOT_PATH_MAX = 4096,
};

// What tells one version of a file from another without reading it.
struct identity {
    struct env_stat main, wal, journal; // all zero: not there
};

enum side { SIDE_NONE, SIDE_WAL, SIDE_JOURNAL };

struct snapshot {
    unsigned char *main; // owned
    size_t main_size;
    unsigned char *side; // owned; NULL without a side file that counts
    size_t side_size;
    enum side side_kind;
    struct identity identity;
    uint64_t hash;       // of all bytes
    uint64_t *hashes;    // owned; of every page; NULL without memory
    bool in_transaction; // a tool has begun one; `main` is what was committed before
    bool wal_mode;
    bool older; // user_version is below ours
};

// Says what is at `path`, without opening anything: a link, a pipe or a folder is
// TROUBLE_UNSAFE.
enum trouble identity_take(const char *path, const struct env *env, struct identity *out);
bool identity_same(const struct identity *a, const struct identity *b);

// How long after this was first seen of a file it may still change without its times
// telling: they are coarse.
int64_t identity_grain_ms(const struct identity *identity);

// Reads the file at `path` (a regular database of this program or TROUBLE_FOREIGN). On
// TROUBLE_NONE and TROUBLE_NEWER the caller calls snapshot_finish.
enum trouble snapshot_take(const char *path, const struct env *env, struct snapshot *out);
void snapshot_finish(struct snapshot *snapshot);

// Bytes of a page, as the header says.
size_t snapshot_page_size(const struct snapshot *snapshot);

#endif
