#include <stdio.h>
#include <string.h>

#include "share/reader_parts.h"
#include "share/reader_record.h"
#include "store/limits.h"

enum { COLUMNS_MAX = 64 };

const char READER_ABSENT[] = "";

// Takes the next row of a statement, range by range when there are any. `*at` counts the
// ranges begun. Returns as sqlite3_step.
static int next_row(sqlite3_stmt *statement, const struct ranges *ranges, size_t *at)
{
    int code = *at == 0 && ranges != NULL ? SQLITE_DONE : sqlite3_step(statement);

    while (code == SQLITE_DONE && ranges != NULL && *at < ranges->count) {
        sqlite3_reset(statement);
        sqlite3_bind_int64(statement, 1, ranges->items[*at].from);
        sqlite3_bind_int64(statement, 2, ranges->items[*at].to);
        (*at)++;
        code = sqlite3_step(statement);
    }
    return code;
}

// Entries -----------------------------------------------------------------------------

static bool visit_record(sqlite3_stmt *statement, const struct reader_visitor *visitor)
{
    const struct record *expected = visitor->expect(visitor->to);
    struct record record;

    if (expected != NULL && reader_record_met(statement, expected)) {
        return visitor->visit(visitor->to, expected, NULL);
    }
    const char *fault = reader_record_read(statement, &record);
    return visitor->visit(visitor->to, &record, fault);
}

enum trouble reader_records(struct reader *reader, const struct ranges *ranges,
                            const struct reader_visitor *visitor)
{
    static const char all[] =
        "SELECT hlc, dev, eid, tbl, row, col, val, author, base FROM chg NOT INDEXED";
    static const char some[] = "SELECT hlc, dev, eid, tbl, row, col, val, author, base"
                               " FROM chg WHERE hlc BETWEEN ?1 AND ?2";
    const char *sql = ranges == NULL ? all : some;
    sqlite3_stmt *statement = NULL;
    size_t count = 0;
    size_t at = 0;
    enum trouble trouble = TROUBLE_NONE;
    int code = sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL);

    while (code == SQLITE_OK && trouble == TROUBLE_NONE &&
           (code = next_row(statement, ranges, &at)) == SQLITE_ROW) {
        // What the check of the whole file would find.
        bool named = ranges == NULL || sqlite3_column_type(statement, 7) != SQLITE_NULL;
        if (!named) {
            trouble = TROUBLE_CORRUPT;
        } else if (++count > LIMIT_RECORDS) {
            trouble = TROUBLE_UNSAFE;
        } else if (!visit_record(statement, visitor)) {
            trouble = TROUBLE_UNREADABLE;
        }
        code = SQLITE_OK;
    }
    if (trouble == TROUBLE_NONE && code != SQLITE_DONE) {
        trouble = reader_guard_trouble(reader->db, code, sql);
    }
    sqlite3_finalize(statement);
    return trouble;
}

// Rows --------------------------------------------------------------------------------

// Where in the file each of our columns is; -1 when it is not. Column 0 is the id.
static bool find_columns(struct reader *reader, const struct schema_table *table,
                         int at[COLUMNS_MAX])
{
    char sql[128];
    sqlite3_stmt *statement = NULL;
    int code;

    for (size_t i = 0; i < table->column_count; i++) {
        at[i] = -1;
    }
    snprintf(sql, sizeof sql, "PRAGMA table_xinfo(%s)", table->name);
    if (sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return false;
    }
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (size_t i = 0; i < table->column_count; i++) {
            if (strcmp(reader_record_text(statement, 1), table->columns[i]) == 0) {
                at[i] = sqlite3_column_int(statement, 0);
            }
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE;
}

// The id, the columns of the table and, in one of ours, the rowid.
static sqlite3_stmt *prepare_rows(struct reader *reader, const struct schema_table *table,
                                  const int at[COLUMNS_MAX], bool some)
{
    sqlite3_str *sql = sqlite3_str_new(reader->db);
    sqlite3_stmt *statement = NULL;

    sqlite3_str_appendall(sql, "SELECT id");
    for (size_t i = 0; i < table->column_count; i++) {
        if (at[i] < 0) {
            sqlite3_str_appendall(sql, ", NULL");
        } else {
            sqlite3_str_appendf(sql, ", \"%w\"", table->columns[i]);
        }
    }
    sqlite3_str_appendf(sql, "%s FROM \"%w\" NOT INDEXED%s",
                        reader->schema_ours ? ", rowid" : "", table->name,
                        some ? " WHERE rowid BETWEEN ?1 AND ?2" : "");
    char *text = sqlite3_str_finish(sql);
    if (text == NULL ||
        sqlite3_prepare_v2(reader->db, text, -1, &statement, NULL) != SQLITE_OK) {
        statement = NULL;
    }
    sqlite3_free(text);
    return statement;
}

static void row_read(sqlite3_stmt *statement, const struct schema_table *table,
                     const int at[COLUMNS_MAX], const char *values[COLUMNS_MAX],
                     size_t sizes[COLUMNS_MAX])
{
    for (size_t i = 0; i < table->column_count; i++) {
        int column = (int)i + 1;
        values[i] = at[i] < 0 ? READER_ABSENT
                              : (const char *)sqlite3_column_text(statement, column);
        sizes[i] = at[i] < 0 ? 0 : (size_t)sqlite3_column_bytes(statement, column);
        if (values[i] == NULL && sqlite3_column_type(statement, column) != SQLITE_NULL) {
            values[i] = "";
        }
    }
}

enum trouble reader_rows(struct reader *reader, const struct schema_table *table,
                         const struct ranges *ranges, reader_row_visitor visit, void *to)
{
    int at[COLUMNS_MAX];
    const char *values[COLUMNS_MAX];
    size_t sizes[COLUMNS_MAX];
    size_t range = 0;
    enum trouble trouble = TROUBLE_NONE;
    int code = SQLITE_ROW;

    if (!reader_has(reader, table)) {
        return TROUBLE_NONE;
    }
    sqlite3_stmt *statement = find_columns(reader, table, at)
                                  ? prepare_rows(reader, table, at, ranges != NULL)
                                  : NULL;
    if (statement == NULL) {
        return reader_guard_trouble(reader->db, sqlite3_errcode(reader->db), table->name);
    }
    while (trouble == TROUBLE_NONE &&
           (code = next_row(statement, ranges, &range)) == SQLITE_ROW) {
        struct reader_row row = {
            .id = reader_record_name(statement, 0), .values = values, .sizes = sizes};
        row.place = reader->schema_ours
                        ? sqlite3_column_int64(statement, (int)table->column_count + 1)
                        : READER_NOWHERE;
        row_read(statement, table, at, values, sizes);
        if (++reader->rows > LIMIT_ROWS) {
            trouble = TROUBLE_UNSAFE;
        } else if (!visit(to, &row)) {
            trouble = TROUBLE_UNREADABLE;
        }
    }
    if (trouble == TROUBLE_NONE && code != SQLITE_DONE) {
        trouble = reader_guard_trouble(reader->db, code, table->name);
    }
    sqlite3_finalize(statement);
    return trouble;
}
