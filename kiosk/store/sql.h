// SQLite with its errors told: every failure is logged once, with the text of the
// statement.
#ifndef REGIEBORD_STORE_SQL_H
#define REGIEBORD_STORE_SQL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

// Runs statements without results. `what` names the database in the log.
bool sql_run(sqlite3 *db, const char *what, const char *text);

// NULL when it cannot be prepared. The caller finalizes it.
sqlite3_stmt *sql_prepare(sqlite3 *db, const char *what, const char *text);

// Runs a bound statement to its end and resets it. False on failure.
bool sql_finish(sqlite3_stmt *statement, const char *what);

// Logs what went wrong last in `db`, for callers that step themselves.
void sql_complain(sqlite3 *db, const char *what, const char *text);

// The first column of the first row as a number; `fallback` when there is none.
int64_t sql_number(sqlite3 *db, const char *what, const char *text, int64_t fallback);

#endif
