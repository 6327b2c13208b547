#include "share/reader_guard.h"

#include <stddef.h>

#define LOG_MODULE "reader"
#include "base/log.h"

enum {
    COLUMNS_MAX = 64,
    LOOK_STEPS = 5000, // of the virtual machine from one look to the next
    // Files of ours take 0.3 steps a byte to be checked and read.
    STEPS = 2000000,
    BYTE_STEPS = 8,
    SCHEMA_LOOKS = 4, // ours takes one at most
    // Fifty times what a file takes on a common machine.
    DEADLINE_MS = 10000,
    DEADLINE_MB_MS = 500,
    // Beside the file itself, which is up to 40 MB.
    HEAP_MAX_BYTES = 12 * 1024 * 1024,
};

void reader_guard_begin(void)
{
    sqlite3_hard_heap_limit64(HEAP_MAX_BYTES);
    sqlite3_memory_highwater(1);
}

void reader_guard_end(void)
{
    sqlite3_hard_heap_limit64(0);
}

void reader_guard_renew(struct reader_guard *guard)
{
    const struct env *env = guard->env;
    int64_t bytes = (int64_t)guard->bytes;

    guard->looks_left = (STEPS + bytes * BYTE_STEPS) / LOOK_STEPS;
    guard->deadline_ms =
        env->mono_ms(env->context) + DEADLINE_MS + bytes / 1000000 * DEADLINE_MB_MS;
}

static int beyond_measure(void *guard_of)
{
    struct reader_guard *guard = guard_of;
    const struct env *env = guard->env;

    if (guard->in_schema && ++guard->schema_looks > SCHEMA_LOOKS) {
        return 1;
    }
    return --guard->looks_left < 0 || env->mono_ms(env->context) > guard->deadline_ms;
}

static bool named(const char *const *names, const char *name)
{
    while (*names != NULL && sqlite3_stricmp(*names, name) != 0) {
        names++;
    }
    return *names != NULL;
}

// Only reading, only the tables that we know, and nothing on behalf of a view or a trigger.
static int authorize(void *guard_of, int action, const char *a, const char *b,
                     const char *database, const char *inner)
{
    static const char *const system[] = {"chg", "sqlite_master", NULL};
    static const char *const pragmas[] = {"quick_check", "table_xinfo", "page_count", NULL};
    const struct reader_guard *guard = guard_of;

    (void)b;
    (void)database;
    if (inner != NULL) {
        return SQLITE_DENY;
    }
    switch (action) {
    case SQLITE_SELECT: return SQLITE_OK;
    case SQLITE_READ: {
        bool known = named(system, a) || schema_table_find(guard->schema, a) != NULL;
        return known ? SQLITE_OK : SQLITE_DENY;
    }
    case SQLITE_PRAGMA: return named(pragmas, a) ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

static void limit(sqlite3 *db)
{
    static const int limits[][2] = {
        {SQLITE_LIMIT_LENGTH, 1000000},     {SQLITE_LIMIT_SQL_LENGTH, 100000},
        {SQLITE_LIMIT_COLUMN, COLUMNS_MAX}, {SQLITE_LIMIT_EXPR_DEPTH, 20},
        {SQLITE_LIMIT_COMPOUND_SELECT, 32}, // the capture triggers have a part per column
        {SQLITE_LIMIT_VDBE_OP, 25000},      {SQLITE_LIMIT_FUNCTION_ARG, 8},
        {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 10}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        sqlite3_limit(db, limits[i][0], limits[i][1]);
    }
}

bool reader_guard_harden(sqlite3 *db)
{
    static const int switches[][2] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},   {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},          {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    static const char sql[] =
        "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
        "PRAGMA ignore_check_constraints=ON; PRAGMA cache_size=-4000;"
        "PRAGMA synchronous=OFF;";

    limit(db);
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        if (sqlite3_db_config(db, switches[i][0], switches[i][1], NULL) != SQLITE_OK) {
            return false;
        }
    }
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

void reader_guard_set(sqlite3 *db, struct reader_guard *guard)
{
    sqlite3_set_authorizer(db, authorize, guard);
    sqlite3_progress_handler(db, LOOK_STEPS, beyond_measure, guard);
}

enum trouble reader_guard_trouble(sqlite3 *db, int code, const char *doing)
{
    LOG_WARN("%s: %s", doing, sqlite3_errmsg(db));
    code = sqlite3_errcode(db) == SQLITE_NOMEM ? SQLITE_NOMEM : code;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return TROUBLE_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return TROUBLE_CORRUPT;
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN: return TROUBLE_UNREADABLE;
    case SQLITE_NOMEM: // of the file's own making, or because the machine has no more
        return sqlite3_memory_highwater(0) > HEAP_MAX_BYTES / 2 ? TROUBLE_UNSAFE
                                                                : TROUBLE_UNREADABLE;
    default: // too much of something, or forbidden
        return TROUBLE_UNSAFE;
    }
}
