// Reads a shared file as what it is: bytes from anyone who may write the folder. Nothing of
// its schema is ever run; it is looked at in memory or in a private copy, within limits of
// time and size.
#ifndef REGIEBORD_SHARE_READER_H
#define REGIEBORD_SHARE_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/env.h"
#include "share/pages.h"
#include "share/snapshot.h"
#include "share/trouble.h"
#include "store/record.h"
#include "store/schema.h"

struct reader_options {
    const struct env *env;       // not owned
    const struct schema *schema; // not owned
    const char
        *scratch; // private folder where side files are played in; made when it is needed
};

enum reader_view {
    READER_WHOLE, // with its -wal or -journal
    READER_MAIN,  // the file alone
    // The same, but its pages are not checked: the caller looked at its trees
    // (share/pages.h) and reads what changed alone.
    READER_CHANGED,
};

struct reader;

// Opens a snapshot, which must outlive the reader, and checks it. On TROUBLE_NONE the
// caller calls reader_close.
enum trouble reader_open(const struct snapshot *snapshot, enum reader_view view,
                         const struct reader_options *options, struct reader **out);
void reader_close(struct reader *reader); // NULL is fine

// Gives the reader all its time anew: what passed went into something else than the file.
void reader_renew(struct reader *reader);

// Visits all entries in the order of the log. `fault`, when not NULL, says why an entry may
// not enter any log; then parts of it may be "". The visitor returns false to stop, which
// is TROUBLE_UNREADABLE.
struct reader_visitor {
    void *to;
    bool (*visit)(void *to, const struct record *record, const char *fault);
    // What the next entry will most often be; NULL when there is no telling. An entry that
    // is just that is visited as this very record, without a fault.
    const struct record *(*expect)(void *to);
};
// `ranges`: of these moments alone, which takes tables of ours; NULL: all.
enum trouble reader_records(struct reader *reader, const struct ranges *ranges,
                            const struct reader_visitor *visitor);

struct reader_row {
    const char *id;
    // For every column of the table: its value, NULL for nothing, or READER_ABSENT when the
    // file does not have the column.
    const char *const *values;
    const size_t *sizes;
    int64_t place; // its rowid; READER_NOWHERE in tables that are not ours
};
#define READER_NOWHERE INT64_MIN
extern const char READER_ABSENT[];

// Visits all rows of a table; none when the file does not have it (see reader_has).
// `ranges`: of these rowids alone, as above.
typedef bool (*reader_row_visitor)(void *to, const struct reader_row *row);
enum trouble reader_rows(struct reader *reader, const struct schema_table *table,
                         const struct ranges *ranges, reader_row_visitor visit, void *to);
bool reader_has(const struct reader *reader, const struct schema_table *table);

// Checks the pages of one table and its index.
enum trouble reader_check(struct reader *reader, const struct schema_table *table);

// The trees of the file, the schema's own first; `table` is its place in the schema, -1 for
// the log. False when its tables are not ours (reader_schema_ours).
bool reader_trees(struct reader *reader, struct tree trees[TREES_MAX], size_t *count);

// Our tables and triggers are there, word for word, and nothing else is.
bool reader_schema_ours(const struct reader *reader);

#endif
