#include "share/reader_hold.h"

#include <stddef.h>

#include "share/reader_guard.h"

#define LOG_MODULE "reader"
#include "base/log.h"

enum { HOLD_WAIT_MS = 500 };

static sqlite3 *hold_sqlite(const char *path)
{
    sqlite3 *db = NULL;
    // Not NOFOLLOW, which refuses links in the folders above as well; the caller looked at
    // the file itself.
    int code =
        sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

    sqlite3_busy_timeout(db, HOLD_WAIT_MS);
    if (code != SQLITE_OK || !reader_guard_harden(db) ||
        sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK) {
        LOG_INFO("%s cannot be held: %s", path, sqlite3_errmsg(db));
        sqlite3_close(db);
        return NULL;
    }
    return db;
}

bool reader_hold(struct reader_hold *hold, const char *path, const struct env *env)
{
    hold->held = NULL;
    if (env->hold != NULL) {
        return env->hold(env->context, path, &hold->held) == 0;
    }
    hold->held = hold_sqlite(path);
    return hold->held != NULL;
}

void reader_release(struct reader_hold *hold, const struct env *env)
{
    if (env->hold != NULL) {
        env->release(env->context, hold->held);
    } else {
        sqlite3_close(hold->held);
    }
}
