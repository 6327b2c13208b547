#include "store/backup.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "store/sql.h"

#define LOG_MODULE "log"
#include "base/log.h"

enum { NAMES_MAX = 64, NAME_BYTES = 32, DAY_BYTES = 16 };

static const char HEAD[] = "local-";
static const char TAIL[] = ".db";

struct list {
    char names[NAMES_MAX][NAME_BYTES];
    size_t count;
};

// The folder of the copies; false when the log has no place on a disk.
static bool folder_of(const char *path, char folder[PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    int length = slash == NULL ? 0 : (int)(slash - path);

    return slash != NULL && snprintf(folder, PATH_MAX, "%.*s/backup", length, path) <
                                PATH_MAX - NAME_BYTES - 1;
}

static void note_name(void *to, const char *name)
{
    struct list *list = to;
    size_t length = strlen(name);

    if (length > sizeof HEAD + sizeof TAIL - 2 && length < NAME_BYTES &&
        strncmp(name, HEAD, sizeof HEAD - 1) == 0 &&
        strcmp(name + length - (sizeof TAIL - 1), TAIL) == 0 && list->count < NAMES_MAX) {
        strcpy(list->names[list->count++], name);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

// By name, which is by day.
static void list_copies(const char *folder, const struct env *env, struct list *list)
{
    list->count = 0;
    env->list(env->context, folder, note_name, list);
    qsort(list->names, list->count, NAME_BYTES, by_name);
}

// What quick_check says, as a result code. A page that could not be read is told as if it
// were damaged, with the code of the reading.
static int code_of(const char *said)
{
    static const char unread[] = "error code=";

    if (said == NULL) {
        return SQLITE_NOMEM;
    }
    const char *code = strstr(said, unread);
    if (code != NULL) {
        return atoi(code + sizeof unread - 1);
    }
    return strcmp(said, "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
}

int backup_check(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL);

    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    if (code == SQLITE_ROW) {
        code = code_of((const char *)sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return code & 0xff;
}

// A whole copy under `to`: first under another name, so that there is never half of one.
static bool copy_to(sqlite3 *db, const char *to, const struct env *env)
{
    char part[PATH_MAX];
    sqlite3_stmt *statement = NULL;

    if (snprintf(part, sizeof part, "%s.part", to) >= PATH_MAX) {
        return false;
    }
    env->remove(env->context, part); // of a life that ended in the middle
    statement = sql_prepare(db, "backup", "VACUUM INTO ?1");
    if (statement != NULL) {
        sqlite3_bind_text(statement, 1, part, -1, SQLITE_STATIC);
    }
    bool ok = statement != NULL && sql_finish(statement, "backup") &&
              env->rename(env->context, part, to, ENV_RENAME_OVER) == 0;
    sqlite3_finalize(statement);
    if (!ok) {
        env->remove(env->context, part);
    }
    return ok;
}

// Copies of days that are still to come, which a wrong clock made, go first: they would
// outlive all others.
static void drop_old(const char *folder, const char *today, const struct env *env)
{
    char path[PATH_MAX + NAME_BYTES];
    struct list list;
    size_t past = 0;

    list_copies(folder, env, &list);
    while (past < list.count && strcmp(list.names[past], today) <= 0) {
        past++;
    }
    for (size_t i = 0; i + BACKUPS_KEPT < list.count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, list.names[(past + i) % list.count]);
        env->remove(env->context, path);
    }
}

bool backup_make(sqlite3 *db, const char *path, const struct env *env)
{
    char folder[PATH_MAX];
    char copy[PATH_MAX + NAME_BYTES];
    char date[DAY_BYTES];
    struct env_stat stat;
    int32_t day = 0;

    if (!folder_of(path, folder)) {
        return true; // in memory: there is nothing to spoil
    }
    day_local(env->now_ms(env->context), &day, NULL);
    day_write(day, date);
    snprintf(copy, sizeof copy, "%s/%s%s%s", folder, HEAD, date, TAIL);
    if (env->stat(env->context, copy, &stat) == 0) {
        return true;
    }
    if (env->make_folder(env->context, folder) != 0 || !copy_to(db, copy, env)) {
        LOG_WARN("%s: no copy of the log could be made", folder);
        return false;
    }
    drop_old(folder, strrchr(copy, '/') + 1, env);
    return env->sync_folder(env->context, folder) == 0;
}

// How many entries a copy holds; -1 when it is not a sound one.
static int64_t count_entries(const char *path)
{
    sqlite3 *db = NULL;
    int64_t count = -1;

    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ==
            SQLITE_OK &&
        backup_check(db) == SQLITE_OK) {
        count = sql_number(db, path, "SELECT count(*) FROM chg", -1);
    }
    sqlite3_close(db);
    return count;
}

static bool put_back(const char *copy, const char *path, const struct env *env)
{
    sqlite3 *db = NULL;
    bool ok = sqlite3_open_v2(copy, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                              NULL) == SQLITE_OK &&
              copy_to(db, path, env);

    sqlite3_close(db);
    return ok;
}

bool backup_restore(const char *path, const struct env *env)
{
    char folder[PATH_MAX];
    char copy[PATH_MAX + NAME_BYTES];
    struct list list;
    int64_t most = -1;
    size_t best = 0;

    if (!folder_of(path, folder)) {
        return false;
    }
    list_copies(folder, env, &list);
    for (size_t i = 0; i < list.count; i++) {
        snprintf(copy, sizeof copy, "%s/%s", folder, list.names[i]);
        int64_t count = count_entries(copy);
        // The log only grows, so the fullest is the newest, whatever the clock said.
        best = count >= most ? i : best;
        most = count > most ? count : most;
    }
    if (most < 0) {
        return false;
    }
    snprintf(copy, sizeof copy, "%s/%s", folder, list.names[best]);
    bool ok = put_back(copy, path, env);
    LOG_WARN("%s: %s the copy %s", path, ok ? "goes on from" : "cannot go on from", copy);
    return ok;
}
