#include "store/layout.h"

#include <stdio.h>

#include "store/sql.h"

static const char tables_sql[] =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE IF NOT EXISTS chg(hlc INTEGER NOT NULL, dev TEXT NOT NULL, eid BLOB NOT "
    "NULL,"
    " tbl TEXT NOT NULL, row TEXT NOT NULL, col TEXT NOT NULL, val, author TEXT NOT NULL, "
    "base INTEGER,"
    " rx INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(hlc,dev,eid)) "
    "WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS chg_unseen ON chg(rx) WHERE seen=0;"
    "CREATE TABLE IF NOT EXISTS reject(name TEXT, why TEXT, rx INTEGER, entry TEXT, "
    "UNIQUE(name,why,entry));"
    "CREATE TABLE IF NOT EXISTS meta(k TEXT PRIMARY KEY, v) WITHOUT ROWID;";

enum layout layout_settle(sqlite3 *db, const char *what)
{
    int64_t version = sql_number(db, what, "PRAGMA user_version", -1);
    char mark[40] = "";

    if (version > LAYOUT_VERSION) {
        return LAYOUT_NEWER;
    }
    if (version != LAYOUT_VERSION) {
        snprintf(mark, sizeof mark, "PRAGMA user_version=%d", LAYOUT_VERSION);
    }
    bool ok = version >= 0 && sql_run(db, what, tables_sql) && sql_run(db, what, mark) &&
              sql_run(db, what, "COMMIT");
    if (!ok && !sqlite3_get_autocommit(db)) {
        sql_run(db, what, "ROLLBACK");
    }
    return ok ? LAYOUT_OURS : LAYOUT_FAILED;
}
