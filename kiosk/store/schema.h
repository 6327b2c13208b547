// The tables of board.sqlite as data: read once from data/schema.sql, the one description
// of them.
#ifndef REGIEBORD_STORE_SCHEMA_H
#define REGIEBORD_STORE_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SCHEMA_APPLICATION_ID = 0x52424F52, // "RBOR", frozen: marks a file as ours
    // 2: table person, and pin of a board. A file of an older version is published anew.
    SCHEMA_VERSION = 2,
    SCHEMA_COLUMNS_MAX = 64, // of a table; ours have at most 14
};

struct schema_table {
    const char *name;
    const char *const *columns; // without the key `id`
    size_t column_count;
};

// A line of sqlite_master.
struct schema_object {
    const char *type, *name, *sql;
};

struct schema {
    const struct schema_table *tables; // by name
    size_t table_count;
    // SQL that makes a file: the tables and the log, and apart from them the triggers,
    // which come last.
    const char *tables_sql, *triggers_sql;
    const struct schema_object
        *objects; // what sqlite_master of a sound file holds, by name
    size_t object_count;
};

// NULL (and logged) when the description cannot be read or memory runs out.
struct schema *schema_create(void);
// The same from a description of other tables, in the form of data/schema.sql.
struct schema *schema_create_from(const char *tables_sql);
void schema_destroy(struct schema *schema); // NULL is fine

// NULL when there is no such table.
const struct schema_table *schema_table_find(const struct schema *schema, const char *name);
bool schema_has(const struct schema_table *table, const char *column);

#endif
