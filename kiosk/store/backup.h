// Copies of the local log, one per day, in the folder `backup` beside it, for when its disk
// spoils it.
#ifndef REGIEBORD_STORE_BACKUP_H
#define REGIEBORD_STORE_BACKUP_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/env.h"

enum { BACKUPS_KEPT = 7 };

// Makes today's copy of the log at `path`, which `db` has open, unless it is there already;
// only the newest BACKUPS_KEPT stay. False (logged) when it cannot be made.
bool backup_make(sqlite3 *db, const char *path, const struct env *env);

// Puts the copy with the most entries of those that are sound at `path`, where there is
// nothing. False when there is none.
bool backup_restore(const char *path, const struct env *env);

// SQLITE_OK when the database holds together, SQLITE_CORRUPT when it does not, and else why
// there is no telling: a disk that fails for a moment or a lack of memory is no damage.
int backup_check(sqlite3 *db);

#endif
