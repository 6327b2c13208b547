// All board*.sqlite files of a shared folder: board.sqlite itself, and the copies that sync
// engines make when two sites wrote at once.
#ifndef REGIEBORD_SHARE_FOLDER_H
#define REGIEBORD_SHARE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "share/import.h"

struct source {
    char *name; // owned
    struct import_result result;
    int64_t since_mono; // when its identity was first seen
    bool settled;       // need not be read again before its identity changes
    bool seen;          // in the scan under way
};

struct folder {
    const char *path;       // not owned
    const char *tag;        // not owned; see struct publish
    const char *quarantine; // not owned; NULL: what cannot be read stays where it is
    struct import import;   // its parts are not owned
    struct source *sources; // owned; board.sqlite first
    struct recall recall;   // of board.sqlite
    size_t count, room;
    enum trouble trouble; // of board.sqlite, or of the folder
    uint64_t home;        // the disk where board.sqlite was last read; 0: none yet
    bool prepared;        // share-setup made it ready
    bool unmounted;       // it is the empty place of a disk that is not there
    int64_t newest_mtime_ns;
    uint32_t replaced; // of the fold, when board.sqlite was read last
    bool broken;       // see import_result
    bool restless;     // something is not settled: scan again soon, also without an event
};

// Reads what changed since the last scan. Returns how many entries were new.
size_t folder_scan(struct folder *folder);

// What is known of board.sqlite: TROUBLE_UNREADABLE while there was no memory to note it.
const struct import_result *folder_main(const struct folder *folder);

// How many entries board.sqlite lacks that it must hold (see store/horizon.h). Says nothing
// while it cannot be read.
size_t folder_lacks(const struct folder *folder);

// True when board.sqlite lacks something of the log, or its tables do not say what the log
// says.
bool folder_stale(const struct folder *folder);

// Publishes, imports what that displaced, and again until both agree. `over`: also over a
// board.sqlite that cannot be read (folder_ailing). False (logged) when it cannot: a tool
// keeps the file, it is not ours to replace, or the disk fails.
bool folder_publish(struct folder *folder, bool over);

// True when board.sqlite is a file that nobody can read any more: empty, cut off, damaged
// or harmful. One of another program is not, nor one of a newer program: to that, it may be
// sound.
bool folder_ailing(const struct folder *folder);

// Takes a file of the folder that has one of our temporary names into the log, and removes
// it. One that cannot be read goes to the quarantine. False when it is still there.
bool folder_take(struct folder *folder, const char *path);

// Takes a board file out of the folder: under the temporary name `part` first, where nobody
// replaces it, and read once more there, as it lies in the folder like any other file and
// somebody may have edited it. What has that name from before goes first. False when it is
// still there.
bool folder_retire(struct folder *folder, const char *path, const char *part);

// Takes in what earlier lives left under temporary names. False when something of this
// device is still there.
bool folder_take_leftovers(struct folder *folder);

void folder_finish(struct folder *folder);

#endif
