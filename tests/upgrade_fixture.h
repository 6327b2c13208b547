// A device and its shared folder as a program of an earlier version left them, raised from
// the dumps in tests/data/schema-N; and a program of today that passes for one of that
// version.
#ifndef REGIEBORD_TESTS_UPGRADE_FIXTURE_H
#define REGIEBORD_TESTS_UPGRADE_FIXTURE_H

#include <inttypes.h>

#include "base/file.h"
#include "site_fixture.h"
#include "store/names.h"

enum {
    SCHEMA_SQL_MAX = 20000,
    VERSION_AT = 60, // user_version in the header, the highest byte first
};

static const int64_t UPGRADE_DAY_MS = 86400000;

// The text of a file of tests/data/schema-N (free).
static inline char *upgrade_text(int version, const char *name)
{
    char path[100];
    struct env_bytes bytes;

    snprintf(path, sizeof path, "tests/data/schema-%d/%s", version, name);
    assert_int_equal(file_read(NULL, path, SIZE_MAX >> 1, &bytes), 0);
    char *text = calloc(1, bytes.size + 1);
    memcpy(text, bytes.data, bytes.size);
    free(bytes.data);
    return text;
}

static inline void upgrade_raise(int version, const char *name, const char *to)
{
    char *sql = upgrade_text(version, name);
    sqlite3 *db = NULL;
    char *error = NULL;

    assert_int_equal(sqlite3_open(to, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    sqlite3_exec(db, sql, NULL, NULL, &error);
    assert_null(error);
    sqlite3_close(db);
    free(sql);
}

static inline const char *upgrade_path(const struct fixture *fixture, const char *name)
{
    static char paths[4][320];
    static int turn;
    char *path = paths[turn++ % 4];

    snprintf(path, sizeof paths[0], "%s/%s", fixture->root, name);
    return path;
}

// The number that a query on a file gives, with another one attached as `old`; -1 when it
// fails.
static inline int64_t upgrade_number(const char *path, const char *old, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    char attach[400];
    int64_t number = -1;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    snprintf(attach, sizeof attach, "ATTACH '%s' AS old", old == NULL ? ":memory:" : old);
    assert_int_equal(sqlite3_exec(db, attach, NULL, NULL, NULL), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        number = sqlite3_column_int64(statement, 0);
    } else {
        print_error("%s: %s\n", sql, sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

// How many entries of the log in `old` are not, byte for byte, in the one in `path`. (The
// triggers write 0 and 1 as numbers; in a log they are text.)
static inline int64_t upgrade_lost(const char *path, const char *old)
{
    static const char sql[] =
        "SELECT count(*) FROM old.chg o WHERE NOT EXISTS(SELECT 1 FROM main.chg n"
        " WHERE n.hlc=o.hlc AND n.dev=o.dev AND n.eid=o.eid AND n.tbl=o.tbl AND n.row=o.row"
        " AND n.col=o.col AND CAST(n.val AS TEXT) IS CAST(o.val AS TEXT)"
        " AND n.author=o.author AND n.base IS o.base)";

    return upgrade_number(path, old, sql);
}

// Device 0 as it was, the shared folder as it was, and copies of both to compare with. The
// day is one after the last entry.
static inline void upgrade_set(struct world *world, int version)
{
    struct fixture *fixture = world->fixture;
    static const char last[] = "SELECT max(hlc)/65536 FROM chg";

    mkdir(upgrade_path(fixture, "device-0"), 0700);
    upgrade_raise(version, "share.sql", upgrade_path(fixture, "old-share.db"));
    upgrade_raise(version, "share.sql", fixture_path(fixture, 0, "board.sqlite"));
    upgrade_raise(version, "local.sql", upgrade_path(fixture, "old-local.db"));
    upgrade_raise(version, "local.sql", upgrade_path(fixture, "device-0/local.db"));
    world->now_ms =
        upgrade_number(upgrade_path(fixture, "old-local.db"), NULL, last) + UPGRADE_DAY_MS;
}

// Compares the tables of a file with cells.txt: each cell is as the program of that time
// showed it, and there are no others in the tables and columns that it knew. Returns how
// many cells it compared.
static inline int64_t upgrade_compare(const struct fixture *fixture, int version,
                                      const char *path)
{
    char *text = upgrade_text(version, "cells.txt");
    char columns[8000] = "SELECT 0";
    char column[300] = "";
    int64_t lines = 0;
    char *rest = NULL;
    sqlite3 *db = NULL;

    (void)fixture;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    for (char *line = strtok_r(text, "\n", &rest); line != NULL; lines++) {
        char sql[300];
        sqlite3_stmt *statement = NULL;
        char *part[4];
        for (int i = 0; i < 4; i++) {
            part[i] = strsep(&line, i < 3 ? "|" : "\n");
        }
        snprintf(sql, sizeof sql, "SELECT \"%s\" IS ?2 FROM \"%s\" WHERE id=?1", part[2],
                 part[0]);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
        sqlite3_bind_text(statement, 1, part[1], -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, part[3], -1, SQLITE_STATIC);
        bool same =
            sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 1;
        sqlite3_finalize(statement);
        if (!same) {
            fail_msg("%s %s: %s is not \"%s\" any more", part[0], part[1], part[2],
                     part[3]);
        }
        snprintf(sql, sizeof sql, "+(SELECT count(\"%s\") FROM \"%s\")", part[2], part[0]);
        if (strcmp(sql, column) != 0) { // cells of one column come together
            snprintf(column, sizeof column, "%s", sql);
            assert_true(strlen(columns) + strlen(sql) < sizeof columns);
            strcat(columns, sql);
        }
        line = strtok_r(NULL, "\n", &rest);
    }
    sqlite3_close(db);
    free(text);
    assert_int_equal(upgrade_number(path, NULL, columns), lines);
    return lines;
}

// The tables of a version, in the form of data/schema.sql.
static inline struct schema *upgrade_schema(const struct fixture *fixture)
{
    static char tables[SCHEMA_SQL_MAX];
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;

    tables[0] = '\0';
    assert_int_equal(sqlite3_open(upgrade_path(fixture, "old-share.db"), &db), SQLITE_OK);
    sqlite3_prepare_v2(db,
                       "SELECT sql FROM sqlite_master WHERE type='table' AND name<>'chg'",
                       -1, &statement, NULL);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *sql = (const char *)sqlite3_column_text(statement, 0);
        assert_true(strlen(tables) + strlen(sql) + 3 < sizeof tables);
        strcat(strcat(tables, sql), ";\n");
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return schema_create_from(tables);
}

// The program of an earlier version: it knows that version's tables, every file tells it a
// version that is as far from its own, and what it writes tells its own.
struct older {
    struct env env;
    const struct env *real; // not owned
    int version;
    struct schema *schema; // owned
};

static inline void version_add(unsigned char *bytes, size_t size, int add)
{
    if (size >= VERSION_AT + 4) {
        bytes[VERSION_AT + 3] = (unsigned char)(bytes[VERSION_AT + 3] + add);
    }
}

static inline int older_read(void *context, const char *path, size_t limit,
                             struct env_bytes *out)
{
    const struct older *older = context;
    int code = older->real->read(older->real->context, path, limit, out);

    if (code == 0 && strstr(path, ".sqlite") != NULL) {
        version_add(out->data, out->size, SCHEMA_VERSION - older->version);
    }
    return code;
}

static inline int older_write(void *context, const char *path, const void *data,
                              size_t size, int64_t mtime_ns)
{
    const struct older *older = context;
    unsigned char *bytes = malloc(size + 1);

    memcpy(bytes, data, size);
    if (strstr(path, ".part") != NULL) {
        version_add(bytes, size, older->version - SCHEMA_VERSION);
    }
    int code = older->real->write(older->real->context, path, bytes, size, mtime_ns);
    free(bytes);
    return code;
}

static inline int64_t older_now(void *context)
{
    const struct older *older = context;

    return older->real->now_ms(older->real->context);
}

static inline int64_t older_mono(void *context)
{
    const struct older *older = context;

    return older->real->mono_ms(older->real->context);
}

static inline void older_random(void *context, void *out, size_t size)
{
    const struct older *older = context;

    older->real->random(older->real->context, out, size);
}

static inline void older_begin(struct older *older, struct world *world, int version)
{
    *older = (struct older){.env = *env_system(),
                            .real = &world->env,
                            .version = version,
                            .schema = upgrade_schema(world->fixture)};
    older->env.context = older;
    older->env.fingerprint = NULL;
    older->env.now_ms = older_now;
    older->env.mono_ms = older_mono;
    older->env.random = older_random;
    older->env.read = older_read;
    older->env.write = older_write;
}

// Device `i` begins a life with that program.
static inline struct site *older_open(struct older *older, struct world *world, int i)
{
    char name[20];

    snprintf(name, sizeof name, "device-%d", i);
    world->sites[i] =
        site_open(&(struct site_options){.share_dir = world->fixture->share,
                                         .state_dir = upgrade_path(world->fixture, name),
                                         .env = &older->env,
                                         .schema = older->schema});
    assert_non_null(world->sites[i]);
    return world->sites[i];
}

#endif
