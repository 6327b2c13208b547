#include "store/log.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/backup.h"
#include "store/clock.h"
#include "store/device.h"
#include "store/layout.h"
#include "store/log_row.h"
#include "store/meta.h"
#include "store/sql.h"

#define LOG_MODULE "log"
#include "base/log.h"

enum {
    REJECT_MAX = 1000,
    KEPT_MAX = 64 * 1024,           // bytes of a text for log_keep
    KEPT_KEY_MAX = 64,              // of its key
    AHEAD_MS = 24 * 60 * 60 * 1000, // of the clock, that an entry of our own may be
};

// One connection, and a rollback journal: the WAL of older releases can lose a commit, and
// a touch does not notice the difference.
static const char open_sql[] = "PRAGMA locking_mode=EXCLUSIVE;"
                               "PRAGMA journal_mode=DELETE;"
                               "PRAGMA synchronous=EXTRA;"
                               "PRAGMA trusted_schema=OFF;"
                               "PRAGMA cell_size_check=ON;"
                               "PRAGMA temp_store=MEMORY;";
static const char append_sql[] =
    "INSERT INTO chg(hlc,dev,eid,tbl,row,col,val,author,base,rx,seen)"
    " VALUES(:hlc,:dev,:eid,:tbl,:row,:col,:val,:author,:base,:rx,:seen)"
    " ON CONFLICT(hlc,dev,eid) DO NOTHING";
static const char find_sql[] =
    "SELECT hlc,dev,eid,tbl,row,col,val,author,base,rx,seen FROM chg "
    "WHERE hlc=:hlc AND dev=:dev AND eid=:eid";
static const char replace_sql[] =
    "UPDATE chg SET tbl=:tbl,row=:row,col=:col,val=:val,author=:author,base=:base,"
    "seen=max(seen,:seen) WHERE hlc=:hlc AND dev=:dev AND eid=:eid";
static const char load_sql[] =
    "SELECT hlc,dev,eid,tbl,row,col,val,author,base,rx,seen FROM chg ORDER BY hlc,dev,eid";
static const char see_sql[] =
    "UPDATE chg SET seen=1 WHERE hlc=:hlc AND dev=:dev AND eid=:eid AND seen=0";
// What stands for an edit that no trigger logged is in the tables of the shared file.
static const char unseen_sql[] =
    "SELECT count(*),min(rx) FROM chg INDEXED BY chg_unseen WHERE seen=0 AND dev<>'ext?'";
static const char reject_sql[] = "INSERT OR IGNORE INTO reject SELECT :name,:why,:rx,:entry"
                                 " WHERE (SELECT count(*) FROM reject)<:limit";

struct log {
    sqlite3 *db;
    const struct env *env; // not owned
    char *path;            // owned
    sqlite3_stmt *append, *find, *replace, *see, *unseen, *reject;
    char device[DEVICE_DIGITS + 1];
    int64_t own_last;
};

// Opening -----------------------------------------------------------------------------

// Entries of this device that a row from the future pushed ahead do not count, nor forged
// ones: from there the clock would never come back.
static bool ticks(const struct record *record, int64_t last)
{
    return record->hlc <= clock_at(record->rx_ms + AHEAD_MS) ||
           (last >= 0 && record->hlc <= clock_at(clock_ms(last) + 1));
}

static bool read_own_last(struct log *log)
{
    static const char sql[] = "SELECT hlc,rx FROM chg WHERE dev=?1 ORDER BY hlc DESC";
    sqlite3_stmt *statement = sql_prepare(log->db, "log", sql);
    int code = SQLITE_DONE;

    log->own_last = -1;
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_text(statement, 1, log->device, -1, SQLITE_STATIC);
    while (log->own_last < 0 && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const struct record record = {.hlc = sqlite3_column_int64(statement, 0),
                                      .rx_ms = sqlite3_column_int64(statement, 1)};
        log->own_last = ticks(&record, -1) ? record.hlc : -1;
    }
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        sql_complain(log->db, "log", sql);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

enum opened { OPENED, OPENED_NOT, OPENED_DAMAGED };

// Moving a log aside costs what was not shared yet: only damage is worth that, and not a
// disk that fails for a moment or a lack of memory.
static enum opened verdict(int code)
{
    switch (code & 0xff) {
    case SQLITE_OK: return OPENED;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: // tables of these names that are not ours
        return OPENED_DAMAGED;
    default: return OPENED_NOT;
    }
}

// Stops at the first that cannot be prepared, so that the connection knows why.
static bool prepare_all(struct log *log)
{
    const struct {
        sqlite3_stmt **statement;
        const char *sql;
    } all[] = {
        {&log->append, append_sql},   {&log->find, find_sql},
        {&log->replace, replace_sql}, {&log->see, see_sql},
        {&log->unseen, unseen_sql},   {&log->reject, reject_sql},
    };
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof all / sizeof *all; i++) {
        *all[i].statement = sql_prepare(log->db, "log", all[i].sql);
        ok = *all[i].statement != NULL;
    }
    return ok;
}

// One that this program cannot use is not damaged: nothing may happen to it.
static enum opened go_on_with_newer(const char *path, bool usable)
{
    if (usable) {
        LOG_WARN("%s was written by a newer version of the program; going on with it",
                 path);
        return OPENED;
    }
    LOG_ERR("%s was written by a newer version of the program, which this one cannot use. "
            "Nothing was changed. Install the newer version again",
            path);
    return OPENED_NOT;
}

static enum opened open_database(struct log *log, const char *path)
{
    int code = sqlite3_open_v2(
        path, &log->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
        NULL);

    if (code == SQLITE_OK) {
        sqlite3_db_config(log->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
        sqlite3_db_config(log->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        sqlite3_busy_timeout(log->db, 500);
        code = sqlite3_exec(log->db, open_sql, NULL, NULL, NULL);
    }
    // Takes the lock for good, and shows whether this is a database at all.
    if (code == SQLITE_OK) {
        code = sqlite3_exec(log->db, "BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL);
    }
    code = code == SQLITE_OK ? backup_check(log->db) : code;
    enum layout layout = code == SQLITE_OK ? layout_settle(log->db, path) : LAYOUT_OURS;
    if (layout == LAYOUT_FAILED) {
        return OPENED_NOT;
    }
    if (code == SQLITE_OK && !prepare_all(log)) {
        code = sqlite3_errcode(log->db);
    }
    if (layout == LAYOUT_NEWER) {
        bool kept = sql_number(log->db, path, "SELECT count(*) FROM meta", -1) >= 0;
        return go_on_with_newer(path, code == SQLITE_OK && kept);
    }
    if (code != SQLITE_OK) {
        LOG_ERR("%s: %s", path, sqlite3_errstr(code));
    }
    return verdict(code);
}

static void close_database(struct log *log)
{
    sqlite3_finalize(log->append);
    sqlite3_finalize(log->find);
    sqlite3_finalize(log->replace);
    sqlite3_finalize(log->see);
    sqlite3_finalize(log->unseen);
    sqlite3_finalize(log->reject);
    sqlite3_close(log->db);
    log->append = log->find = log->replace = log->see = log->unseen = log->reject = NULL;
    log->db = NULL;
}

// A journal that stayed behind would be played into the new file.
static bool move_aside(struct log *log, const char *path)
{
    static const char *const tails[] = {"-journal", "-wal", "-shm", ""};
    const struct env *env = log->env;
    char from[PATH_MAX];
    char to[PATH_MAX];
    int failed = 0;

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        int a = snprintf(from, sizeof from, "%s%s", path, tails[i]);
        int b = snprintf(to, sizeof to, "%s.bad-%" PRId64 "%s", path,
                         env->now_ms(env->context), tails[i]);
        failed = a >= PATH_MAX || b >= PATH_MAX
                     ? -ENAMETOOLONG
                     : env->rename(env->context, from, to, ENV_RENAME_OVER);
    }
    LOG_ERR("%s is damaged; moved aside as %s%s", path, to,
            failed == 0 ? "" : ", which failed");
    return failed == 0;
}

struct log *log_open(const char *path, const struct env *env)
{
    struct log *log = calloc(1, sizeof *log);
    enum opened opened = OPENED_NOT;

    if (log == NULL) {
        return NULL;
    }
    log->env = env;
    log->path = strdup(path);
    if (log->path == NULL) {
        free(log);
        return NULL;
    }
    opened = open_database(log, path);
    if (opened == OPENED_DAMAGED) {
        close_database(log);
        bool aside = move_aside(log, path);
        if (aside) {
            backup_restore(path, env); // what is missing then comes from the shared files
        }
        opened = aside ? open_database(log, path) : OPENED_NOT;
    }
    if (opened != OPENED || !device_settle(log->db, env, log->device) ||
        !read_own_last(log)) {
        log_close(log);
        return NULL;
    }
    return log;
}

void log_close(struct log *log)
{
    if (log != NULL) {
        close_database(log);
        free(log->path);
        free(log);
    }
}

bool log_backup(struct log *log)
{
    return backup_make(log->db, log->path, log->env);
}

// Entries -----------------------------------------------------------------------------

// Entries go to the fold in handfuls: their text lives in the statement for one step only.
enum { HANDFUL = 4096 };

struct handful {
    struct arena arena;
    struct record *records;
    size_t count;
};

static bool hold(struct handful *handful, const struct record *from)
{
    if (from->device == NULL || from->table == NULL || from->row == NULL ||
        from->column == NULL || from->author == NULL) {
        return false;
    }
    return record_copy(&handful->records[handful->count++], from, &handful->arena);
}

static bool pour(struct handful *handful, struct fold *fold)
{
    bool ok = fold_add(fold, handful->records, handful->count);

    arena_reset(&handful->arena);
    handful->count = 0;
    return ok;
}

bool log_load(struct log *log, struct fold *fold)
{
    sqlite3_stmt *statement = sql_prepare(log->db, "log", load_sql);
    struct handful handful = {.records = malloc(HANDFUL * sizeof *handful.records)};
    bool ok = statement != NULL && handful.records != NULL;
    int code = SQLITE_DONE;

    while (ok && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        struct record record = row_record(statement);
        ok = hold(&handful, &record) && (handful.count < HANDFUL || pour(&handful, fold));
    }
    ok = ok && pour(&handful, fold);
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        sql_complain(log->db, "log", load_sql);
        ok = false;
    }
    free(handful.records);
    arena_finish(&handful.arena);
    sqlite3_finalize(statement);
    return ok;
}

// Where the key was there already, the greater payload stays.
static bool settle_tie(struct log *log, const struct record *record, bool seen)
{
    bool ok = true;

    row_bind_key(log->find, record);
    if (sqlite3_step(log->find) == SQLITE_ROW) {
        struct record known = row_record(log->find);
        bool whole = known.table != NULL && known.row != NULL && known.column != NULL &&
                     known.author != NULL && known.device != NULL;
        ok = whole;
        if (whole && record_compare_payload(record, &known) > 0) {
            row_bind_key(log->replace, record);
            row_bind_payload(log->replace, record);
            row_bind_number(log->replace, ":seen", seen);
            ok = sql_finish(log->replace, "log");
        }
    }
    sqlite3_reset(log->find);
    return ok;
}

static bool append_one(struct log *log, const struct record *record, bool seen)
{
    row_bind_key(log->append, record);
    row_bind_payload(log->append, record);
    row_bind_number(log->append, ":rx", record->rx_ms);
    row_bind_number(log->append, ":seen", seen);
    bool ok = sql_finish(log->append, "log");
    return ok && (sqlite3_changes(log->db) > 0 || settle_tie(log, record, seen));
}

static bool begin_write(struct log *log, size_t count)
{
    return count == 0 || sql_run(log->db, "log", "BEGIN IMMEDIATE");
}

// All of it or nothing.
static bool end_write(struct log *log, bool ok)
{
    bool open = !sqlite3_get_autocommit(log->db);

    ok = ok && (!open || sql_run(log->db, "log", "COMMIT"));
    if (!ok && !sqlite3_get_autocommit(log->db)) {
        sql_run(log->db, "log", "ROLLBACK");
    }
    return ok;
}

bool log_append(struct log *log, const struct record *records, size_t count, bool seen)
{
    int64_t own_last = log->own_last;
    bool ok = begin_write(log, count);

    for (size_t i = 0; ok && i < count; i++) {
        ok = append_one(log, &records[i], seen);
        if (strcmp(records[i].device, log->device) == 0 && records[i].hlc > own_last &&
            ticks(&records[i], own_last)) {
            own_last = records[i].hlc;
        }
    }
    ok = end_write(log, ok);
    log->own_last = ok ? own_last : log->own_last;
    return ok;
}

bool log_mark_seen(struct log *log, struct record *const *records, size_t count)
{
    bool ok = begin_write(log, count);

    for (size_t i = 0; ok && i < count; i++) {
        row_bind_key(log->see, records[i]);
        ok = sql_finish(log->see, "log");
    }
    ok = end_write(log, ok);
    for (size_t i = 0; ok && i < count; i++) {
        records[i]->seen = true;
    }
    return ok;
}

bool log_unseen(struct log *log, size_t *count, int64_t *since_ms)
{
    int code = sqlite3_step(log->unseen);

    *count = code == SQLITE_ROW ? (size_t)sqlite3_column_int64(log->unseen, 0) : 0;
    *since_ms = *count > 0 ? sqlite3_column_int64(log->unseen, 1) : 0;
    if (code != SQLITE_ROW) {
        sql_complain(log->db, "log", unseen_sql);
    }
    sqlite3_reset(log->unseen);
    return code == SQLITE_ROW;
}

void log_reject(struct log *log, const char *file, const char *why, const char *entry)
{
    LOG_WARN("%s: left out, %s: %s", file, why, entry);
    row_bind_text(log->reject, ":name", file);
    row_bind_text(log->reject, ":why", why);
    row_bind_text(log->reject, ":entry", entry);
    row_bind_number(log->reject, ":rx", log->env->now_ms(log->env->context));
    row_bind_number(log->reject, ":limit", REJECT_MAX);
    sql_finish(log->reject, "log");
}

size_t log_reject_count(struct log *log)
{
    return (size_t)sql_number(log->db, "log", "SELECT count(*) FROM reject", 0);
}

static bool kept_key(const char *key, char out[KEPT_KEY_MAX + sizeof "keep:"])
{
    return snprintf(out, KEPT_KEY_MAX + sizeof "keep:", "keep:%s", key) <
           (int)(KEPT_KEY_MAX + sizeof "keep:");
}

bool log_keep(struct log *log, const char *key, const char *text)
{
    char name[KEPT_KEY_MAX + sizeof "keep:"];

    if (!kept_key(key, name) || (text != NULL && strlen(text) > KEPT_MAX)) {
        LOG_ERR("%.40s: too long to be kept", key);
        return false;
    }
    return meta_write(log->db, name, text);
}

char *log_kept(struct log *log, const char *key)
{
    char name[KEPT_KEY_MAX + sizeof "keep:"];
    char *text = NULL;

    if (kept_key(key, name)) {
        meta_read(log->db, name, &text);
    }
    return text;
}

bool log_kept_each(struct log *log,
                   void (*each)(void *to, const char *key, const char *text), void *to)
{
    static const char sql[] = "SELECT substr(k,6),v FROM meta"
                              " WHERE k>='keep:' AND k<'keep;'";
    sqlite3_stmt *statement = sql_prepare(log->db, "log", sql);
    int code = SQLITE_ERROR;

    while (statement != NULL && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 1);
        const char *key = (const char *)sqlite3_column_text(statement, 0);
        if (key != NULL && text != NULL) { // else memory ran out, which the next step tells
            each(to, key, text);
        }
    }
    if (statement != NULL && code != SQLITE_DONE) {
        sql_complain(log->db, "log", sql);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE;
}

const char *log_device(const struct log *log)
{
    return log->device;
}

int64_t log_own_last(const struct log *log)
{
    return log->own_last;
}
