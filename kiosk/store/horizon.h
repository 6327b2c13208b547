// What the shared file need not hold any more, once it has grown large: entries from before
// a horizon that a newer one of their cell outdid, and that were in a shared file. The
// board does not hang on them, and every log keeps them.
//
// The horizon itself is an entry (RECORD_META, RECORD_HORIZON, RECORD_HLC), so that all
// devices agree; the greatest one counts. Devices may still differ in what they were shown.
// The file of the one that publishes more then simply holds more: a device publishes when
// the file lacks something that it must hold, never because there is something too much in
// it.
#ifndef REGIEBORD_STORE_HORIZON_H
#define REGIEBORD_STORE_HORIZON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/fold.h"

enum {
    HORIZON_FILE_BYTES = 16 * 1024 * 1024, // of a shared file, from where on it is cut back
    HORIZON_DAYS = 400,                    // that everything stays
    HORIZON_TEXT = 24,                     // bytes
};

// Puts the horizon of the entries in force, as far as it is HORIZON_DAYS ago: a forged one
// cannot reach what is newer.
void horizon_apply(struct fold *fold, int64_t now_ms);

// True for an entry of the fold that is not published.
bool horizon_drops(const struct fold *fold, const struct record *record);

// How many entries of the fold are published.
size_t horizon_count(const struct fold *fold);

// The horizon that a device with a shared file of this size should write in that
// cell; false
// when none is due.
bool horizon_propose(const struct fold *fold, int64_t file_bytes, int64_t now_ms,
                     char out[HORIZON_TEXT]);

#endif
