// What is remembered of board.sqlite between two readings of it, so that the next one need
// not read what is the same. It is only kept of a file whose tables say what its log says,
// and forgotten at the first doubt: then the whole file is read.
#ifndef REGIEBORD_SHARE_RECALL_H
#define REGIEBORD_SHARE_RECALL_H

#include "share/pages.h"
#include "share/reader.h"
#include "store/fold.h"

struct recall {
    struct pages *pages; // owned; NULL: nothing is remembered
    size_t records;      // that the file held
    int64_t *places;     // owned; rowid per row of the fold, READER_NOWHERE
    size_t place_count;
    uint32_t replaced; // of the fold then
};

// What of a version of the file is to be read.
struct changes {
    struct pages *pages; // owned; of that version
    struct ranges log;   // owned; moments
    struct table_change {
        struct ranges places; // owned; rowids
        bool touched;         // a page of the table or of its index
    } tables[TREES_MAX];      // of the schema
};

// Compares a snapshot with what is remembered. False: read all of it; true: the caller
// calls changes_finish. Entries of the fold must carry `held` as the file remembered held
// them.
bool recall_compare(const struct recall *recall, const struct snapshot *snapshot,
                    const struct fold *fold, struct changes *out);
void changes_finish(struct changes *changes);

// Entries of the fold at moments that changed, in order: begin with a walk of zeros. NULL
// at the end.
struct changes_walk {
    size_t range, at;
};
struct record *changes_next(const struct changes *changes, const struct fold *fold,
                            struct changes_walk *walk);
// The file held the entry, and on a page that is the same holds it still.
bool changes_spare(const struct changes *changes, const struct record *record);

// Where a row of the fold stands in the file. recall_put remembers it; false when memory
// runs out.
int64_t recall_place(const struct recall *recall, uint32_t row);
bool recall_put(struct recall *recall, uint32_t row, int64_t place);

// Remembers this version, of which the pages are the recall's from now on, or NULL:
// nothing.
void recall_keep(struct recall *recall, struct pages *pages, size_t records,
                 const struct fold *fold);
void recall_finish(struct recall *recall); // forgets, and may be used anew

#endif
