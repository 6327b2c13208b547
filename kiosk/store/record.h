// One entry of the log: a cell got a value. Never changed, only replaced by a greater one
// of the same key.
#ifndef REGIEBORD_STORE_RECORD_H
#define REGIEBORD_STORE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    RECORD_NAME_MAX = 64, // bytes of dev, tbl and col
    RECORD_ROW_MAX = 160,
    RECORD_AUTHOR_MAX = 128,
    RECORD_VALUE_MAX = 64 * 1024,
    RECORD_EID_BYTES = 8,
};

struct record {
    int64_t hlc; // key: hlc, device, eid
    const char *device;
    uint64_t eid; // the 8 bytes of the blob, the first one highest
    const char *table, *row, *column;
    const char *value; // NULL: nothing; may hold NULs, and one behind its end
    const char *author;
    int64_t base;  // hlc of the value that the author saw; RECORD_NO_BASE
    uint32_t size; // of the value
    // Not part of the entry, but of what this device knows about it:
    uint32_t cell; // of the fold that holds it
    uint32_t mark; // free for whoever walks the fold
    bool seen;     // it was read in a shared file
    bool held;     // board.sqlite held it when it was read last
    int64_t rx_ms; // when it came here
};

#define RECORD_NO_BASE INT64_C(-1)

extern const char RECORD_LIVE[]; // column that makes ("1") and deletes ("0") a row
extern const char RECORD_PLAN[]; // author of what an import of the plan writes
extern const char RECORD_TOOL[]; // device of what the triggers of the shared file log
extern const char
    RECORD_IMPORT[]; // device of what a tool of ours writes without a log of its own
// The cell that names the horizon: table, row and column.
extern const char RECORD_META[], RECORD_HORIZON[], RECORD_HLC[];

// A copy that lives in the arena, texts and all. False when memory runs out.
bool record_copy(struct record *to, const struct record *from, struct arena *arena);

// Order of the log: hlc, then device and eid bytewise.
int record_compare(const struct record *a, const struct record *b);

// Order of what two entries of one key say: the greater one counts, on every device.
int record_compare_payload(const struct record *a, const struct record *b);

// True for an entry that deletes its row.
bool record_deletes(const struct record *record);

// The horizon that an entry names (store/horizon.h); 0 when it names none.
int64_t record_horizon(const struct record *record);

// True when both say the same; NULL is nothing.
bool record_same_value(const char *a, size_t a_size, const char *b, size_t b_size);

// Why an entry may not enter any log; NULL when it is sound. The same on every device.
const char *record_fault(const struct record *record);

// An eid that every device derives alike from what the entry says; `salt` tells two uses
// apart.
uint64_t record_derive_eid(const struct record *record, const struct record *base,
                           uint64_t salt);

void record_eid_bytes(uint64_t eid, unsigned char out[RECORD_EID_BYTES]);
uint64_t record_eid_read(const unsigned char *bytes);

#endif
