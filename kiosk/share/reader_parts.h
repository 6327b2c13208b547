// The inside of a reader, for the files that make it up: reader.c (opening and checking)
// and reader_rows.c (entries and rows).
#ifndef REGIEBORD_SHARE_READER_PARTS_H
#define REGIEBORD_SHARE_READER_PARTS_H

#include "share/reader.h"
#include "share/reader_guard.h"

struct reader {
    sqlite3 *db;
    const struct reader_options *options; // not owned
    char copy[SNAPSHOT_PATH_MAX]; // private copy to be removed; "" when it lives in memory
    unsigned char *image;         // not owned; the snapshot itself; NULL with a copy
    unsigned char versions[2];    // of it, to be put back
    struct reader_guard guard;
    bool *has; // owned; per table of the schema
    bool schema_ours;
    size_t rows;
};

#endif
