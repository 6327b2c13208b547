// Entries that this device is about to write: made against a fold, not yet in it.
#ifndef REGIEBORD_SHARE_MINT_H
#define REGIEBORD_SHARE_MINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/env.h"
#include "board/update.h"
#include "store/fold.h"

struct mint {
    const struct fold *fold; // not owned
    const struct env *env;   // not owned
    const char *device;      // not owned
    int64_t now_ms;          // of the touch
    int64_t own_last;        // time of the newest entry of the device; moves along
    struct record *records;  // owned; their texts belong to whoever gave them
    size_t count, room;
};

// The entry that gives a cell a value now, which beats all that the fold has of its row.
// It is not kept in `records`.
struct record mint_record(struct mint *mint, const char *table, const char *row,
                          const char *column, const char *value, const char *author);

// From here on entries get times that beat a row, so that all of one touch have one moment.
void mint_after(struct mint *mint, const char *table, const char *row);

// Makes an entry and keeps it. False when memory runs out. One that may not enter any log
// is left out (logged).
bool mint_add(struct mint *mint, const char *table, const char *row, const char *column,
              const char *value, const char *author);

// Makes the entries of an update: of every cell, whatever it holds now, since writing a
// value again settles a conflict. A row that does not show is made first.
bool mint_update(struct mint *mint, const struct update *update);

// The log first, then the fold. False when one of them fails.
struct log;
bool mint_write(struct mint *mint, struct log *log, struct fold *fold);

void mint_finish(struct mint *mint);

#endif
