// Brings what a shared file says into the log: its entries as a set union, and edits of its
// tables that no trigger logged ("drift") as entries that every device derives alike.
#ifndef REGIEBORD_SHARE_IMPORT_H
#define REGIEBORD_SHARE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "share/reader.h"
#include "share/recall.h"
#include "share/snapshot.h"
#include "store/fold.h"
#include "store/log.h"

struct import {
    struct reader_options reader;
    struct log *log;   // not owned; NULL: nothing is kept beyond the fold
    struct fold *fold; // not owned; always holds exactly what the log holds
    // Not owned; of the file to be read, which the entries of the fold tell about (`held`).
    // NULL: nothing is remembered.
    struct recall *recall;
};

struct import_result {
    enum trouble trouble; // TROUBLE_NEWER is imported all the same
    bool broken; // the log could not be written: close it, open it, load the fold anew
    size_t added;
    size_t records; // that the file holds itself; all when it is the count of the fold
    uint32_t mark;  // tells one import from another; 0: nothing was imported
    bool current;   // its tables say what its log says, and they, the triggers and the
                    // version are ours word for word
    bool outdone;   // it has an entry that says less than ours of the same key
    bool ours;      // its tables and triggers alone: ours, and no others
    bool whole;     // all that it says is in the log now
    bool partly;    // only what changed since the last time was read
    bool newer;     // made by a newer program, whether it could be read or not
    bool wal_mode;
    struct identity identity;
    uint64_t hash;
};

// `result` tells what is known of the file from the last time (all zero: nothing); when its
// bytes are the same, only its identity is new. `name` is for messages.
void import_file(struct import *import, const char *path, const char *name,
                 struct import_result *result);

// The device of entries that stand for unlogged edits.
extern const char IMPORT_DRIFT[];

#endif
