// The limits within which a foreign database is looked at: what SQLite itself offers for
// untrusted files.
#ifndef REGIEBORD_SHARE_READER_GUARD_H
#define REGIEBORD_SHARE_READER_GUARD_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/env.h"
#include "share/trouble.h"
#include "store/schema.h"

struct reader_guard {
    const struct env *env;       // not owned
    const struct schema *schema; // not owned
    size_t bytes;                // of the file
    int64_t looks_left;          // of what SQLite may do, a number of its steps each
    int64_t deadline_ms;         // on the clock that never goes back
    bool in_schema;              // SQLite is reading the schema, which may be endless
    int schema_looks;            // while it did
};

// The most memory that SQLite may take in this process, from a reading to its end.
void reader_guard_begin(void);
void reader_guard_end(void);

// A file has so many steps of SQLite's virtual machine, by its size, for its entries and
// again for its tables: that is the same on every machine, and on one that is busy. The
// clock only ends what is endless within a step. Begins the one or the other.
void reader_guard_renew(struct reader_guard *guard);

// Before the first statement, which reads the schema. False when SQLite refuses.
bool reader_guard_harden(sqlite3 *db);

// From here on `db` only reads, only the tables that we know, and not beyond the measure.
// The guard must outlive the connection.
void reader_guard_set(sqlite3 *db, struct reader_guard *guard);

// What an error of `db` means; logged.
enum trouble reader_guard_trouble(sqlite3 *db, int code, const char *doing);

#endif
