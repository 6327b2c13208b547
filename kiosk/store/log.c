#include "store/log.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/clock.h"
#include "store/sql.h"

#define LOG_MODULE "log"
#include "base/log.h"

enum { DEVICE_BYTES = 8, REJECT_MAX = 1000 };

// One connection, and a rollback journal: the WAL of older releases can lose a commit, and
// a touch does not notice the difference.
static const char open_sql[] = "PRAGMA locking_mode=EXCLUSIVE;"
                               "PRAGMA journal_mode=DELETE;"
                               "PRAGMA synchronous=EXTRA;"
                               "PRAGMA trusted_schema=OFF;"
                               "PRAGMA cell_size_check=ON;"
                               "PRAGMA temp_store=MEMORY;";
static const char tables_sql[] =
    "CREATE TABLE IF NOT EXISTS chg(hlc INTEGER NOT NULL, dev TEXT NOT NULL, eid BLOB NOT "
    "NULL,"
    " tbl TEXT NOT NULL, row TEXT NOT NULL, col TEXT NOT NULL, val, author TEXT NOT NULL, "
    "base INTEGER,"
    " rx INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(hlc,dev,eid)) "
    "WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS reject(name TEXT, why TEXT, rx INTEGER, entry TEXT, "
    "UNIQUE(name,why,entry));"
    "CREATE TABLE IF NOT EXISTS meta(k TEXT PRIMARY KEY, v) WITHOUT ROWID;";
static const char append_sql[] =
    "INSERT INTO chg(hlc,dev,eid,tbl,row,col,val,author,base,rx,seen)"
    " VALUES(:hlc,:dev,:eid,:tbl,:row,:col,:val,:author,:base,:rx,:seen)"
    " ON CONFLICT(hlc,dev,eid) DO NOTHING";
static const char find_sql[] = "SELECT hlc,dev,eid,tbl,row,col,val,author,base,rx FROM chg "
                               "WHERE hlc=:hlc AND dev=:dev AND eid=:eid";
static const char replace_sql[] =
    "UPDATE chg SET tbl=:tbl,row=:row,col=:col,val=:val,author=:author,base=:base"
    " WHERE hlc=:hlc AND dev=:dev AND eid=:eid";
static const char load_sql[] =
    "SELECT hlc,dev,eid,tbl,row,col,val,author,base,rx FROM chg ORDER BY hlc,dev,eid";
static const char reject_sql[] = "INSERT OR IGNORE INTO reject SELECT :name,:why,:rx,:entry"
                                 " WHERE (SELECT count(*) FROM reject)<:limit";

struct log {
    sqlite3 *db;
    const struct env *env; // not owned
    sqlite3_stmt *append, *find, *replace, *reject;
    char device[2 * DEVICE_BYTES + 1];
    int64_t own_last;
};

static void bind_text(sqlite3_stmt *statement, const char *name, const char *text,
                      size_t size)
{
    int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0 && text == NULL) {
        sqlite3_bind_null(statement, at);
    } else if (at > 0) {
        sqlite3_bind_text64(statement, at, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
}

static void bind_string(sqlite3_stmt *statement, const char *name, const char *text)
{
    bind_text(statement, name, text, strlen(text));
}

static void bind_number(sqlite3_stmt *statement, const char *name, int64_t number)
{
    int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0) {
        sqlite3_bind_int64(statement, at, number);
    }
}

static void bind_key(sqlite3_stmt *statement, const struct record *record)
{
    unsigned char eid[RECORD_EID_BYTES];

    record_eid_bytes(record->eid, eid);
    bind_number(statement, ":hlc", record->hlc);
    bind_string(statement, ":dev", record->device);
    sqlite3_bind_blob(statement, sqlite3_bind_parameter_index(statement, ":eid"), eid,
                      sizeof eid, SQLITE_TRANSIENT);
}

static void bind_payload(sqlite3_stmt *statement, const struct record *record)
{
    bind_string(statement, ":tbl", record->table);
    bind_string(statement, ":row", record->row);
    bind_string(statement, ":col", record->column);
    bind_text(statement, ":val", record->value, record->size);
    bind_string(statement, ":author", record->author);
    if (record->base == RECORD_NO_BASE) {
        bind_text(statement, ":base", NULL, 0);
    } else {
        bind_number(statement, ":base", record->base);
    }
}

// The record points into the statement until its next step.
static struct record record_of(sqlite3_stmt *statement)
{
    const unsigned char *eid = sqlite3_column_blob(statement, 2);
    bool sound = eid != NULL && sqlite3_column_bytes(statement, 2) == RECORD_EID_BYTES;

    return (struct record){
        .hlc = sqlite3_column_int64(statement, 0),
        .device = (const char *)sqlite3_column_text(statement, 1),
        .eid = sound ? record_eid_read(eid) : 0,
        .table = (const char *)sqlite3_column_text(statement, 3),
        .row = (const char *)sqlite3_column_text(statement, 4),
        .column = (const char *)sqlite3_column_text(statement, 5),
        .value = (const char *)sqlite3_column_text(statement, 6),
        .size = (size_t)sqlite3_column_bytes(statement, 6),
        .author = (const char *)sqlite3_column_text(statement, 7),
        .base = sqlite3_column_type(statement, 8) == SQLITE_NULL
                    ? RECORD_NO_BASE
                    : sqlite3_column_int64(statement, 8),
        .rx_ms = sqlite3_column_int64(statement, 9),
    };
}

// Opening -----------------------------------------------------------------------------

static bool read_device(struct log *log)
{
    static const char sql[] = "SELECT v FROM meta WHERE k='dev'";
    sqlite3_stmt *statement = sql_prepare(log->db, "log", sql);
    bool known = statement != NULL && sqlite3_step(statement) == SQLITE_ROW &&
                 sqlite3_column_bytes(statement, 0) == 2 * DEVICE_BYTES;

    if (known) {
        snprintf(log->device, sizeof log->device, "%s",
                 (const char *)sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return known;
}

static bool name_device(struct log *log)
{
    unsigned char bytes[DEVICE_BYTES];

    log->env->random(log->env->context, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        snprintf(log->device + 2 * i, 3, "%02x", bytes[i]);
    }
    sqlite3_stmt *statement = sql_prepare(log->db, "log",
                                          "INSERT OR REPLACE INTO meta VALUES('dev',:dev)");
    if (statement == NULL) {
        return false;
    }
    bind_string(statement, ":dev", log->device);
    bool ok = sql_finish(statement, "log");
    sqlite3_finalize(statement);
    return ok;
}

static int64_t read_own_last(struct log *log)
{
    sqlite3_stmt *statement = sql_prepare(log->db, "log",
                                          "SELECT max(hlc) FROM chg WHERE dev=:dev");
    int64_t last = -1;

    if (statement != NULL) {
        bind_string(statement, ":dev", log->device);
        if (sqlite3_step(statement) == SQLITE_ROW &&
            sqlite3_column_type(statement, 0) != SQLITE_NULL) {
            last = sqlite3_column_int64(statement, 0);
        }
    }
    sqlite3_finalize(statement);
    return last;
}

static bool sound(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL) ==
                  SQLITE_OK &&
              sqlite3_step(statement) == SQLITE_ROW &&
              strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;

    sqlite3_finalize(statement);
    return ok;
}

enum opened { OPENED, OPENED_NOT, OPENED_DAMAGED };

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
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT ||
        (code == SQLITE_OK && !sound(log->db))) {
        return OPENED_DAMAGED;
    }
    if (code != SQLITE_OK) {
        LOG_ERR("%s: %s", path, sqlite3_errmsg(log->db));
        return OPENED_NOT;
    }
    if (!sql_run(log->db, path, tables_sql)) {
        return OPENED_NOT;
    }
    log->append = sql_prepare(log->db, path, append_sql);
    log->find = sql_prepare(log->db, path, find_sql);
    log->replace = sql_prepare(log->db, path, replace_sql);
    log->reject = sql_prepare(log->db, path, reject_sql);
    // Tables of these names that are not ours are damage too.
    bool ours = log->append != NULL && log->find != NULL && log->replace != NULL &&
                log->reject != NULL;
    return ours ? OPENED : OPENED_DAMAGED;
}

static void close_database(struct log *log)
{
    sqlite3_finalize(log->append);
    sqlite3_finalize(log->find);
    sqlite3_finalize(log->replace);
    sqlite3_finalize(log->reject);
    sqlite3_close(log->db);
    log->append = log->find = log->replace = log->reject = NULL;
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
    opened = open_database(log, path);
    if (opened == OPENED_DAMAGED) {
        close_database(log);
        opened = move_aside(log, path) ? open_database(log, path) : OPENED_NOT;
    }
    if (opened != OPENED || (!read_device(log) && !name_device(log))) {
        log_close(log);
        return NULL;
    }
    log->own_last = read_own_last(log);
    return log;
}

void log_close(struct log *log)
{
    if (log != NULL) {
        close_database(log);
        free(log);
    }
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
    struct record *to = &handful->records[handful->count];
    struct arena *arena = &handful->arena;

    if (from->device == NULL || from->table == NULL || from->row == NULL ||
        from->column == NULL || from->author == NULL) {
        return false;
    }
    *to = *from;
    to->device = arena_string(arena, from->device);
    to->table = arena_string(arena, from->table);
    to->row = arena_string(arena, from->row);
    to->column = arena_string(arena, from->column);
    to->author = arena_string(arena, from->author);
    to->value = from->value == NULL ? NULL : arena_text(arena, from->value, from->size);
    handful->count++;
    return !arena->failed;
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
        struct record record = record_of(statement);
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
static bool settle_tie(struct log *log, const struct record *record)
{
    bool ok = true;

    bind_key(log->find, record);
    if (sqlite3_step(log->find) == SQLITE_ROW) {
        struct record known = record_of(log->find);
        if (record_compare_payload(record, &known) > 0) {
            bind_key(log->replace, record);
            bind_payload(log->replace, record);
            ok = sql_finish(log->replace, "log");
        }
    }
    sqlite3_reset(log->find);
    return ok;
}

static bool append_one(struct log *log, const struct record *record, bool seen)
{
    bind_key(log->append, record);
    bind_payload(log->append, record);
    bind_number(log->append, ":rx", record->rx_ms);
    bind_number(log->append, ":seen", seen);
    bool ok = sql_finish(log->append, "log");
    return ok && (sqlite3_changes(log->db) > 0 || settle_tie(log, record));
}

bool log_append(struct log *log, const struct record *records, size_t count, bool seen)
{
    int64_t own_last = log->own_last;
    bool ok = count == 0 || sql_run(log->db, "log", "BEGIN IMMEDIATE");

    for (size_t i = 0; ok && i < count; i++) {
        ok = append_one(log, &records[i], seen);
        if (strcmp(records[i].device, log->device) == 0 && records[i].hlc > own_last) {
            own_last = records[i].hlc;
        }
    }
    ok = ok && (count == 0 || sql_run(log->db, "log", "COMMIT"));
    if (ok) {
        log->own_last = own_last;
    } else if (!sqlite3_get_autocommit(log->db)) {
        sql_run(log->db, "log", "ROLLBACK");
    }
    return ok;
}

void log_reject(struct log *log, const char *file, const char *why, const char *entry)
{
    LOG_WARN("%s: left out, %s: %s", file, why, entry);
    bind_string(log->reject, ":name", file);
    bind_string(log->reject, ":why", why);
    bind_string(log->reject, ":entry", entry);
    bind_number(log->reject, ":rx", log->env->now_ms(log->env->context));
    bind_number(log->reject, ":limit", REJECT_MAX);
    sql_finish(log->reject, "log");
}

size_t log_reject_count(struct log *log)
{
    return (size_t)sql_number(log->db, "log", "SELECT count(*) FROM reject", 0);
}

const char *log_device(const struct log *log)
{
    return log->device;
}

int64_t log_own_last(const struct log *log)
{
    return log->own_last;
}
