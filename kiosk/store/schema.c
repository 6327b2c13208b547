#include "store/schema.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/data.h"
#include "store/sql.h"

#define LOG_MODULE "store"
#include "base/log.h"

enum { TABLE_MAX = 40, OBJECT_MAX = 240 };

// The layout of the log is frozen for ever: devices of every age read it.
static const char log_sql[] =
    "CREATE TABLE chg(hlc INTEGER NOT NULL, dev TEXT NOT NULL, eid BLOB NOT NULL, tbl TEXT "
    "NOT NULL, "
    "row TEXT NOT NULL, col TEXT NOT NULL, val, author TEXT NOT NULL, base INTEGER, "
    "PRIMARY KEY(hlc,dev,eid)) WITHOUT ROWID;\n";

// What one statement of a tool becomes in the log. Columns are named in NULL-proof
// comparisons because a REPLACE shows only its new row.
static const char stamp[] = "max(CAST((julianday('now')-2440587.5)*86400000 AS "
                            "INTEGER)<<16,coalesce((SELECT max(hlc)+1 FROM chg),0))";
static const char next[] = "(SELECT max(hlc) FROM chg)+1";

struct schema_holder {
    struct schema schema; // first: the caller sees only this
    struct arena arena;   // owns what it points to
};

static void add_columns(sqlite3_str *out, const struct schema_table *table, bool changed)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const char *name = table->columns[i];
        sqlite3_str_appendf(out,
                            i == 0 ? "SELECT '%q' c,NEW.\"%w\" v"
                                   : " UNION ALL SELECT '%q',NEW.\"%w\"",
                            name, name);
        if (changed) {
            sqlite3_str_appendf(out, " WHERE NEW.\"%w\" IS NOT OLD.\"%w\"", name, name);
        }
    }
}

static void add_values(sqlite3_str *out, const struct schema_table *table, const char *when,
                       bool changed)
{
    sqlite3_str_appendf(out,
                        "  INSERT INTO chg SELECT "
                        "%s,'ext',randomblob(8),'%q',NEW.id,c,v,'',NULL FROM\n    (",
                        when, table->name);
    add_columns(out, table, changed);
    sqlite3_str_appendall(out, ");\n");
}

static void add_live(sqlite3_str *out, const struct schema_table *table, const char *when,
                     const char *row, int live)
{
    sqlite3_str_appendf(
        out,
        "  INSERT INTO chg SELECT %s,'ext',randomblob(8),'%q',%s.id,'_live',%d,'',NULL;\n",
        when, table->name, row, live);
}

static void add_triggers(sqlite3_str *out, const struct schema_table *table)
{
    const char *name = table->name;

    sqlite3_str_appendf(out, "CREATE TRIGGER %s_ai AFTER INSERT ON %s BEGIN\n", name, name);
    add_live(out, table, stamp, "NEW", 1);
    add_values(out, table, next, false);
    sqlite3_str_appendf(
        out, "END;\nCREATE TRIGGER %s_au AFTER UPDATE ON %s WHEN NEW.id IS OLD.id BEGIN\n",
        name, name);
    add_values(out, table, stamp, true);
    sqlite3_str_appendf(out,
                        "END;\nCREATE TRIGGER %s_ak AFTER UPDATE OF id ON %s WHEN NEW.id "
                        "IS NOT OLD.id BEGIN\n",
                        name, name);
    add_live(out, table, stamp, "OLD", 0);
    add_live(out, table, next, "NEW", 1);
    add_values(out, table, next, false);
    sqlite3_str_appendf(out, "END;\nCREATE TRIGGER %s_ad AFTER DELETE ON %s BEGIN\n", name,
                        name);
    add_live(out, table, stamp, "OLD", 0);
    sqlite3_str_appendall(out, "END;\n");
}

static bool read_columns(sqlite3 *db, struct arena *arena, struct schema_table *table)
{
    const char **columns = arena_alloc(arena, SCHEMA_COLUMNS_MAX * sizeof *columns);
    sqlite3_stmt *statement = sql_prepare(
        db, "schema",
        "SELECT name FROM pragma_table_xinfo(?) WHERE name<>'id' ORDER BY cid");
    bool ok = columns != NULL && statement != NULL;

    if (ok) {
        sqlite3_bind_text(statement, 1, table->name, -1, SQLITE_STATIC);
        while (table->column_count < SCHEMA_COLUMNS_MAX &&
               sqlite3_step(statement) == SQLITE_ROW) {
            columns[table->column_count++] = arena_string(
                arena, (const char *)sqlite3_column_text(statement, 0));
        }
        table->columns = columns;
    }
    sqlite3_finalize(statement);
    return ok && table->column_count > 0;
}

static bool read_tables(sqlite3 *db, struct arena *arena, struct schema *schema)
{
    struct schema_table *tables = arena_alloc(arena, TABLE_MAX * sizeof *tables);
    sqlite3_stmt *statement = sql_prepare(
        db, "schema", "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name");
    bool ok = tables != NULL && statement != NULL;

    while (ok && schema->table_count < TABLE_MAX && sqlite3_step(statement) == SQLITE_ROW) {
        struct schema_table *table = &tables[schema->table_count++];
        table->name = arena_string(arena, (const char *)sqlite3_column_text(statement, 0));
        ok = table->name != NULL && read_columns(db, arena, table);
    }
    schema->tables = tables;
    sqlite3_finalize(statement);
    return ok && schema->table_count > 0;
}

static bool write_triggers(struct arena *arena, struct schema *schema)
{
    sqlite3_str *out = sqlite3_str_new(NULL);

    for (size_t i = 0; i < schema->table_count; i++) {
        add_triggers(out, &schema->tables[i]);
    }
    char *text = sqlite3_str_finish(out);
    schema->triggers_sql = text == NULL ? NULL : arena_string(arena, text);
    sqlite3_free(text);
    return schema->triggers_sql != NULL;
}

static bool read_objects(sqlite3 *db, struct arena *arena, struct schema *schema)
{
    struct schema_object *objects = arena_alloc(arena, OBJECT_MAX * sizeof *objects);
    sqlite3_stmt *statement = sql_prepare(
        db, "schema",
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
    bool ok = objects != NULL && statement != NULL;

    while (ok && schema->object_count < OBJECT_MAX &&
           sqlite3_step(statement) == SQLITE_ROW) {
        struct schema_object *object = &objects[schema->object_count++];
        object->type = arena_string(arena, (const char *)sqlite3_column_text(statement, 0));
        object->name = arena_string(arena, (const char *)sqlite3_column_text(statement, 1));
        object->sql = arena_string(arena, (const char *)sqlite3_column_text(statement, 2));
    }
    schema->objects = objects;
    sqlite3_finalize(statement);
    return ok && !arena->failed;
}

static int by_name(const void *left, const void *right)
{
    const struct schema_object *a = left;
    const struct schema_object *b = right;

    return strcmp(a->name, b->name);
}

// SQLite keeps the text of a trigger as it was given, so ours are taken from triggers_sql.
// Letting it parse them here took a fifth of the time until the first frame.
static bool add_trigger_objects(struct arena *arena, struct schema *schema)
{
    static const char create[] = "CREATE TRIGGER ";
    static const char end[] = "\nEND;\n";
    struct schema_object *objects = (struct schema_object *)schema->objects;
    const char *text = schema->triggers_sql;

    while (*text != '\0' && schema->object_count < OBJECT_MAX) {
        const char *name = text + sizeof create - 1;
        const char *last = strstr(text, end);
        if (last == NULL || strncmp(text, create, sizeof create - 1) != 0) {
            return false;
        }
        last += sizeof end - 1; // behind the line feed
        objects[schema->object_count++] = (struct schema_object){
            .type = "trigger",
            .name = arena_text(arena, name, strcspn(name, " ")),
            .sql = arena_text(arena, text, (size_t)(last - text) - 2), // without ";\n"
        };
        text = last;
    }
    if (!arena->failed) {
        qsort(objects, schema->object_count, sizeof *objects, by_name);
    }
    return *text == '\0' && !arena->failed;
}

static bool schema_read(struct schema *schema, struct arena *arena, const char *tables)
{
    sqlite3 *db = NULL;
    bool ok = false;

    if (tables == NULL || sqlite3_open(":memory:", &db) != SQLITE_OK) {
        LOG_ERR("schema.sql is missing from the program, or memory is short");
        goto out;
    }
    schema->tables_sql = arena_format(arena, "%s%s", log_sql, tables);
    if (schema->tables_sql == NULL || !sql_run(db, "schema", tables) ||
        !read_tables(db, arena, schema) || !write_triggers(arena, schema)) {
        goto out;
    }
    ok = sql_run(db, "schema", log_sql) && read_objects(db, arena, schema) &&
         add_trigger_objects(arena, schema);
out:
    sqlite3_close(db);
    return ok;
}

struct schema *schema_create(void)
{
    return schema_create_from(data_file("schema.sql", NULL));
}

struct schema *schema_create_from(const char *tables_sql)
{
    struct schema_holder *holder = calloc(1, sizeof *holder);

    if (holder == NULL || !schema_read(&holder->schema, &holder->arena, tables_sql)) {
        LOG_ERR("the description of the tables cannot be read");
        schema_destroy(holder == NULL ? NULL : &holder->schema);
        return NULL;
    }
    return &holder->schema;
}

void schema_destroy(struct schema *schema)
{
    struct schema_holder *holder = (struct schema_holder *)schema;

    if (holder != NULL) {
        arena_finish(&holder->arena);
        free(holder);
    }
}

const struct schema_table *schema_table_find(const struct schema *schema, const char *name)
{
    size_t low = 0;
    size_t high = schema->table_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, schema->tables[middle].name);
        if (order == 0) {
            return &schema->tables[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

bool schema_has(const struct schema_table *table, const char *column)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (strcmp(table->columns[i], column) == 0) {
            return true;
        }
    }
    return false;
}
