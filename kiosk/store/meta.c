#include "store/meta.h"

#include <string.h>

#include "store/sql.h"

enum meta meta_read(sqlite3 *db, const char *key, char **text)
{
    static const char sql[] = "SELECT v FROM meta WHERE k=?1";
    sqlite3_stmt *statement = sql_prepare(db, "log", sql);
    enum meta result = META_FAILED;

    *text = NULL;
    if (statement == NULL) {
        return META_FAILED;
    }
    sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
    int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) {
        result = META_NONE;
    } else if (code == SQLITE_ROW) {
        const char *found = (const char *)sqlite3_column_text(statement, 0);
        *text = found == NULL ? NULL : strdup(found);
        result = *text == NULL ? META_FAILED : META_THERE;
    } else {
        sql_complain(db, "log", sql);
    }
    sqlite3_finalize(statement);
    return result;
}

bool meta_write(sqlite3 *db, const char *key, const char *text)
{
    static const char put[] = "INSERT OR REPLACE INTO meta(k,v) VALUES(?1,?2)";
    static const char drop[] = "DELETE FROM meta WHERE k=?1";
    sqlite3_stmt *statement = sql_prepare(db, "log", text == NULL ? drop : put);

    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
    if (text != NULL) {
        sqlite3_bind_text(statement, 2, text, -1, SQLITE_STATIC);
    }
    bool ok = sql_finish(statement, "log");
    sqlite3_finalize(statement);
    return ok;
}
