// The limits within which a foreign database is looked at: what SQLite itself offers for
// untrusted files.
#ifndef REGIEBORD_SHARE_READER_GUARD_H
#define REGIEBORD_SHARE_READER_GUARD_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/env.h"
#include "share/trouble.h"
#include "store/schema.h"

struct reader_guard {
    const struct env *env;       // not owned
    const struct schema *schema; // not owned
    int64_t budget_ms;           // for the entries of a file, and for its tables
    int64_t deadline_ms;         // on the clock that never goes back
    bool in_schema;              // SQLite is reading the schema, which may be endless
    int looks;                   // while it did
};

// The most memory that SQLite may take in this process, from a reading to its end.
void reader_guard_begin(void);
void reader_guard_end(void);

// Before the first statement, which reads the schema. False when SQLite refuses.
bool reader_guard_harden(sqlite3 *db);

// From here on `db` only reads, only the tables that we know, and not beyond the deadline.
// The guard must outlive the connection.
void reader_guard_set(sqlite3 *db, struct reader_guard *guard);

// What an error of `db` means; logged.
enum trouble reader_guard_trouble(sqlite3 *db, int code, const char *doing);

#endif
