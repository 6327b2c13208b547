#include "store/sql.h"

#include <stddef.h>

#define LOG_MODULE "store"
#include "base/log.h"

void sql_complain(sqlite3 *db, const char *what, const char *text)
{
    LOG_ERR("%s: %s (%d) in: %s", what, sqlite3_errmsg(db), sqlite3_extended_errcode(db),
            text);
}

bool sql_run(sqlite3 *db, const char *what, const char *text)
{
    if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK) {
        sql_complain(db, what, text);
        return false;
    }
    return true;
}

sqlite3_stmt *sql_prepare(sqlite3 *db, const char *what, const char *text)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
        SQLITE_OK) {
        sql_complain(db, what, text);
        return NULL;
    }
    return statement;
}

bool sql_finish(sqlite3_stmt *statement, const char *what)
{
    int code = SQLITE_ROW;

    while (code == SQLITE_ROW) {
        code = sqlite3_step(statement);
    }
    if (code != SQLITE_DONE) {
        sql_complain(sqlite3_db_handle(statement), what, sqlite3_sql(statement));
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

int64_t sql_number(sqlite3 *db, const char *what, const char *text, int64_t fallback)
{
    sqlite3_stmt *statement = sql_prepare(db, what, text);
    int64_t number = fallback;

    if (statement != NULL && sqlite3_step(statement) == SQLITE_ROW) {
        number = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return number;
}
