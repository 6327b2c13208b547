// The outside world as function pointers: clock, randomness and the file operations of the
// sync path, so that the same code runs under tests and a simulator.
#ifndef REGIEBORD_BASE_ENV_H
#define REGIEBORD_BASE_ENV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct env_stat {
    bool regular, folder; // neither: a link, a pipe, a device
    uint64_t device, inode;
    int64_t size;
    int64_t mtime_ns, ctime_ns;
};

// What SQLite's locks say about a file that is being read.
enum env_lock {
    ENV_LOCK_NONE,
    ENV_LOCK_RESERVED, // a transaction has begun; the file itself does not change yet
    ENV_LOCK_WRITING,  // the file is changing: what was read may be torn
};

struct env_bytes {
    unsigned char *data; // the caller frees it
    size_t size;
    struct env_stat stat; // of what was opened
    enum env_lock lock;   // the strongest of before and after
};

enum env_rename {
    ENV_RENAME_FRESH,    // fails with EEXIST when the new name exists
    ENV_RENAME_OVER,     // replaces what has the new name
    ENV_RENAME_EXCHANGE, // both names exist, and swap
};

enum { ENV_FINGERPRINT = 65 }; // bytes, with the end of the text

// Functions on files return 0 or a negative errno, and never follow a link in the last part
// of a path.
struct env {
    void *context;
    int64_t (*now_ms)(void *context);  // wall clock, Unix milliseconds
    int64_t (*mono_ms)(void *context); // never goes back; only differences mean something
    void (*random)(void *context, void *out, size_t size);

    // What tells this machine from others, as text. NULL, or an error: it cannot be told.
    int (*fingerprint)(void *context, char out[ENV_FINGERPRINT]);

    // Whether all that happens in a folder is told to who watches it (inotify): so it is on
    // a disk of this machine; of what others do on a network, and behind what is not known,
    // nothing is. NULL: nowhere.
    bool (*tells)(void *context, const char *folder);

    int (*stat)(void *context, const char *path, struct env_stat *out);
    // Names in a folder, without "." and "..", in no order.
    int (*list)(void *context, const char *folder, void (*each)(void *to, const char *name),
                void *to);
    // The first `limit` bytes of a regular file, without taking any lock. Drops this
    // process's SQLite locks on the file, so no handle of ours may be open on it.
    int (*read)(void *context, const char *path, size_t limit, struct env_bytes *out);
    // Makes or overwrites a file, gives it a modification time (0: now) and waits until it
    // is on the disk.
    int (*write)(void *context, const char *path, const void *data, size_t size,
                 int64_t mtime_ns);
    int (*rename)(void *context, const char *from, const char *to, enum env_rename how);
    int (*remove)(void *context, const char *path); // a file, or a folder that is empty
    int (*sync_folder)(void *context,
                       const char *folder); // names in it are on the disk after this
    int (*make_folder)(void *context,
                       const char *folder); // with its parents; fine when it is there

    // Keeps the tools of this machine out of a database file, for half a second of trying
    // at most, until it is released with what *out became. -EBUSY when one of them is at
    // work in it, or has it open in WAL mode. Nothing may read the file meanwhile.
    int (*hold)(void *context, const char *path, void **out);
    void (*release)(void *context, void *held);
};

// The real machine. Never fails; the caller does not free it.
const struct env *env_system(void);

#endif
