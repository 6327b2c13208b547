// The layout of local.db: its tables, and the version that says which program made them.
// Newer versions may add tables, indexes and columns that have a default, and no more: then
// an older program goes on with a newer log, after a package was put back.
#ifndef REGIEBORD_STORE_LAYOUT_H
#define REGIEBORD_STORE_LAYOUT_H

#include <sqlite3.h>
#include <stdbool.h>

enum { LAYOUT_VERSION = 1 }; // user_version of local.db; 0: of before there were versions

enum layout {
    LAYOUT_OURS,   // the tables are there
    LAYOUT_NEWER,  // a newer program made them; they were not touched
    LAYOUT_FAILED, // logged; what was there is as it was
};

// Makes what is missing, all of it or nothing. `what` names the file in the log.
enum layout layout_settle(sqlite3 *db, const char *what);

#endif
