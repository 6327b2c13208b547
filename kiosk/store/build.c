#include "store/build.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/horizon.h"
#include "store/limits.h"
#include "store/sql.h"

#define LOG_MODULE "build"
#include "base/log.h"

static const char chg_sql[] = "INSERT INTO chg VALUES(?,?,?,?,?,?,?,?,?)";

static bool begin(sqlite3 *db, const struct schema *schema)
{
    char pragmas[256];

    snprintf(pragmas, sizeof pragmas,
             "PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA journal_mode=OFF;"
             "PRAGMA application_id=%d; PRAGMA user_version=%d; BEGIN",
             SCHEMA_APPLICATION_ID, SCHEMA_VERSION);
    return sql_run(db, "build", pragmas) && sql_run(db, "build", schema->tables_sql);
}

// The texts live in the fold, which does not change meanwhile: no copies.
static void bind_text(sqlite3_stmt *statement, int at, const char *text, size_t size)
{
    if (text == NULL) {
        sqlite3_bind_null(statement, at);
    } else {
        sqlite3_bind_text64(statement, at, text, size, SQLITE_STATIC, SQLITE_UTF8);
    }
}

static bool add_record(sqlite3_stmt *statement, const struct record *record)
{
    unsigned char eid[RECORD_EID_BYTES];
    const char *const names[] = {record->table, record->row, record->column};

    record_eid_bytes(record->eid, eid);
    sqlite3_bind_int64(statement, 1, record->hlc);
    bind_text(statement, 2, record->device, strlen(record->device));
    sqlite3_bind_blob(statement, 3, eid, sizeof eid, SQLITE_STATIC);
    for (int i = 0; i < 3; i++) {
        bind_text(statement, 4 + i, names[i], strlen(names[i]));
    }
    bind_text(statement, 7, record->value, record->size);
    bind_text(statement, 8, record->author, strlen(record->author));
    if (record->base == RECORD_NO_BASE) {
        sqlite3_bind_null(statement, 9);
    } else {
        sqlite3_bind_int64(statement, 9, record->base);
    }
    bool ok = sql_finish(statement, "build");
    sqlite3_clear_bindings(statement);
    return ok;
}

static bool add_log(sqlite3 *db, const struct fold *fold)
{
    sqlite3_stmt *statement = sql_prepare(db, "build", chg_sql);
    bool ok = statement != NULL;

    for (size_t i = 0; ok && i < fold->count; i++) {
        ok = horizon_drops(fold, fold->records[i]) ||
             add_record(statement, fold->records[i]);
    }
    sqlite3_finalize(statement);
    return ok;
}

static sqlite3_stmt *prepare_row(sqlite3 *db, const struct schema_table *table)
{
    sqlite3_str *sql = sqlite3_str_new(db);
    sqlite3_stmt *statement = NULL;

    sqlite3_str_appendf(sql, "INSERT INTO \"%w\"(id", table->name);
    for (size_t i = 0; i < table->column_count; i++) {
        sqlite3_str_appendf(sql, ",\"%w\"", table->columns[i]);
    }
    sqlite3_str_appendall(sql, ") VALUES(?");
    for (size_t i = 0; i < table->column_count; i++) {
        sqlite3_str_appendall(sql, ",?");
    }
    sqlite3_str_appendall(sql, ")");
    char *text = sqlite3_str_finish(sql);
    if (text != NULL) {
        statement = sql_prepare(db, "build", text);
    }
    sqlite3_free(text);
    return statement;
}

static bool add_row(sqlite3_stmt *statement, const struct fold *fold, uint32_t row,
                    const struct schema_table *table)
{
    bind_text(statement, 1, fold->rows[row].id, strlen(fold->rows[row].id));
    for (size_t i = 0; i < table->column_count; i++) {
        uint32_t cell = fold_cell_find(fold, row, table->columns[i]);
        const struct record *winner = cell == FOLD_NONE ? NULL : fold->cells[cell].winner;
        bind_text(statement, (int)i + 2, winner == NULL ? NULL : winner->value,
                  winner == NULL ? 0 : winner->size);
    }
    return sql_finish(statement, "build");
}

// Rows come in the order of the fold, which is by table and id.
static bool add_rows(sqlite3 *db, const struct fold *fold, const struct schema *schema)
{
    const struct schema_table *table = NULL;
    const char *name = NULL;
    sqlite3_stmt *statement = NULL;
    bool ok = true;

    for (uint32_t i = 0; ok && i < fold->ordered; i++) {
        const struct fold_row *row = &fold->rows[fold->order[i]];
        if (row->table != name) {
            name = row->table;
            table = schema_table_find(schema, name);
            sqlite3_finalize(statement);
            statement = table == NULL ? NULL : prepare_row(db, table);
            ok = table == NULL || statement != NULL;
        }
        if (ok && table != NULL && fold_shows(fold, fold->order[i])) {
            ok = add_row(statement, fold, fold->order[i], table);
        }
    }
    sqlite3_finalize(statement);
    return ok;
}

static bool take_bytes(sqlite3 *db, unsigned char **bytes, size_t *size)
{
    sqlite3_int64 length = 0;
    unsigned char *image = sqlite3_serialize(db, "main", &length, 0);
    bool ok = false;

    if (image != NULL && length > 0) {
        *bytes = malloc((size_t)length);
        *size = (size_t)length;
        ok = *bytes != NULL;
    }
    if (ok) {
        memcpy(*bytes, image, (size_t)length);
    }
    sqlite3_free(image);
    return ok;
}

bool build_file(struct fold *fold, const struct schema *schema, unsigned char **bytes,
                size_t *size)
{
    sqlite3 *db = NULL;
    bool ok = false;

    *bytes = NULL;
    const char *fault = limits_fault(fold, 0, 0);
    if (fault != NULL) {
        LOG_ERR("the shared file is not written: %s", fault);
        return false;
    }
    // Triggers come last, or they would log what is being written.
    if (fold_order(fold) && sqlite3_open(":memory:", &db) == SQLITE_OK &&
        begin(db, schema) && add_log(db, fold) && add_rows(db, fold, schema) &&
        sql_run(db, "build", schema->triggers_sql) && sql_run(db, "build", "COMMIT")) {
        ok = take_bytes(db, bytes, size);
    }
    if (ok && *size > LIMIT_FILE_BYTES) {
        LOG_ERR("the shared file would have %zu MB: nobody would read it", *size >> 20);
        free(*bytes);
        *bytes = NULL;
        ok = false;
    }
    if (!ok) {
        LOG_ERR("the shared file could not be built");
    }
    sqlite3_close(db);
    memory_give_back(); // of a database in memory: its pages, one by one
    return ok;
}
