#include "share/reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/reader_parts.h"
#include "share/reader_record.h"

#define LOG_MODULE "reader"
#include "base/log.h"

enum {
    OBJECTS_MAX = 256, // of the schema; ours are 97
    PAGES_MAX = 65536,
    VERSIONS = 18, // place in the header
};

// Opening -----------------------------------------------------------------------------

static enum trouble open_memory(struct reader *reader, const struct snapshot *snapshot)
{
    int64_t size = (int64_t)snapshot->main_size;

    if (sqlite3_open_v2(":memory:", &reader->db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        return TROUBLE_UNREADABLE;
    }
    reader->image = snapshot->main;
    memcpy(reader->versions, reader->image + VERSIONS, sizeof reader->versions);
    memset(reader->image + VERSIONS, 1, 2); // what is in memory has no WAL to look for
    if (!reader_guard_harden(reader->db)) {
        return TROUBLE_UNREADABLE;
    }
    int code = sqlite3_deserialize(reader->db, "main", reader->image, size, size,
                                   SQLITE_DESERIALIZE_READONLY);
    return code == SQLITE_OK ? TROUBLE_NONE
                             : reader_guard_trouble(reader->db, code, "opening in memory");
}

static enum trouble write_copy(struct reader *reader, const struct snapshot *snapshot)
{
    const struct env *env = reader->options->env;
    char side[SNAPSHOT_PATH_MAX + 16];
    unsigned char tag[8];

    env->random(env->context, tag, sizeof tag);
    int length =
        snprintf(reader->copy, sizeof reader->copy, "%s/read-%02x%02x%02x%02x.sqlite",
                 reader->options->scratch, tag[0], tag[1], tag[2], tag[3]);
    if (length >= (int)sizeof reader->copy ||
        env->make_folder(env->context, reader->options->scratch) != 0) {
        LOG_ERR("%s: cannot be made", reader->options->scratch);
        reader->copy[0] = '\0';
        return TROUBLE_UNREADABLE;
    }
    snprintf(side, sizeof side, "%s%s", reader->copy,
             snapshot->side_kind == SIDE_WAL ? "-wal" : "-journal");
    if (env->write(env->context, reader->copy, snapshot->main, snapshot->main_size, 0) !=
            0 ||
        env->write(env->context, side, snapshot->side, snapshot->side_size, 0) != 0) {
        LOG_ERR("%s: cannot be written", reader->copy);
        return TROUBLE_UNREADABLE;
    }
    return TROUBLE_NONE;
}

static enum trouble open_copy(struct reader *reader, const struct snapshot *snapshot)
{
    enum trouble trouble = write_copy(reader, snapshot);

    if (trouble != TROUBLE_NONE) {
        return trouble;
    }
    int code = sqlite3_open_v2(reader->copy, &reader->db,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK || !reader_guard_harden(reader->db)) {
        return reader_guard_trouble(reader->db, sqlite3_errcode(reader->db),
                                    "opening a copy");
    }
    return TROUBLE_NONE;
}

// Runs `sql` and hands the first row to the caller as a statement to finalize; NULL when
// there is none.
static enum trouble first_row(struct reader *reader, const char *sql, sqlite3_stmt **out)
{
    int code = sqlite3_prepare_v2(reader->db, sql, -1, out, NULL);

    if (code == SQLITE_OK) {
        code = sqlite3_step(*out);
    }
    if (code == SQLITE_ROW) {
        return TROUBLE_NONE;
    }
    enum trouble trouble =
        code == SQLITE_DONE ? TROUBLE_CORRUPT : reader_guard_trouble(reader->db, code, sql);
    sqlite3_finalize(*out);
    *out = NULL;
    return trouble;
}

static enum trouble quick_check(struct reader *reader, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    enum trouble trouble = first_row(reader, sql, &statement);

    if (trouble == TROUBLE_NONE && strcmp(reader_record_text(statement, 0), "ok") != 0) {
        const char *said = reader_record_text(statement, 0);
        LOG_WARN("quick_check: %s", said);
        // A page that could not be had is told as if it were damaged.
        bool unread =
            strstr(said, "error code=7") != NULL || strstr(said, "error code=10") != NULL;
        trouble = unread ? TROUBLE_UNREADABLE : TROUBLE_CORRUPT;
    }
    sqlite3_finalize(statement);
    return trouble;
}

enum trouble reader_check(struct reader *reader, const struct schema_table *table)
{
    char sql[128];

    snprintf(sql, sizeof sql, "PRAGMA quick_check(%s)", table->name);
    return quick_check(reader, sql);
}

static enum trouble check_pages(struct reader *reader, enum reader_view view)
{
    sqlite3_stmt *statement = NULL;
    reader->guard.in_schema = true;
    enum trouble trouble = first_row(reader, "PRAGMA page_count", &statement);
    reader->guard.in_schema = false;

    if (trouble == TROUBLE_NONE && sqlite3_column_int64(statement, 0) > PAGES_MAX) {
        trouble = TROUBLE_UNSAFE;
    }
    sqlite3_finalize(statement);
    if (trouble != TROUBLE_NONE) {
        return trouble;
    }
    return view == READER_CHANGED ? TROUBLE_NONE
                                  : quick_check(reader, "PRAGMA quick_check(1)");
}

// Schema ------------------------------------------------------------------------------

// An ordinary table: a root page of its own, and no word of a virtual one.
static bool ordinary(sqlite3_stmt *statement)
{
    return strcmp(reader_record_text(statement, 0), "table") == 0 &&
           sqlite3_column_int64(statement, 2) > 0 &&
           sqlite3_strnicmp(reader_record_text(statement, 3), "CREATE TABLE", 12) == 0;
}

static const struct schema_object *object_find(const struct schema *schema,
                                               const char *name)
{
    for (size_t i = 0; i < schema->object_count; i++) {
        if (strcmp(schema->objects[i].name, name) == 0) {
            return &schema->objects[i];
        }
    }
    return NULL;
}

static enum trouble note_object(struct reader *reader, sqlite3_stmt *statement, bool *log,
                                size_t *ours)
{
    const struct schema *schema = reader->options->schema;
    const char *name = reader_record_text(statement, 1);
    const struct schema_object *object = object_find(schema, name);
    const struct schema_table *table = schema_table_find(schema, name);

    if (sqlite3_column_type(statement, 3) == SQLITE_NULL) {
        return TROUBLE_NONE; // an index that SQLite made itself
    }
    bool same = object != NULL &&
                strcmp(object->type, reader_record_text(statement, 0)) == 0 &&
                strcmp(object->sql, reader_record_text(statement, 3)) == 0;
    *ours += same;
    reader->schema_ours = reader->schema_ours && same;
    bool is_log = sqlite3_stricmp(name, "chg") == 0;
    if (!is_log && table == NULL) {
        return TROUBLE_NONE;
    }
    if (!ordinary(statement)) {
        LOG_WARN("%s is not an ordinary table", name);
        return TROUBLE_UNSAFE;
    }
    *log = *log || is_log;
    if (table != NULL) {
        reader->has[table - schema->tables] = true;
    }
    return TROUBLE_NONE;
}

static enum trouble check_objects(struct reader *reader)
{
    static const char sql[] = "SELECT type, name, rootpage, sql FROM sqlite_master";
    sqlite3_stmt *statement = NULL;
    enum trouble trouble = TROUBLE_NONE;
    bool log = false;
    size_t ours = 0;
    int count = 0;
    int code = sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL);

    reader->schema_ours = true;
    while (code == SQLITE_OK && trouble == TROUBLE_NONE &&
           (code = sqlite3_step(statement)) == SQLITE_ROW) {
        trouble = ++count > OBJECTS_MAX ? TROUBLE_UNSAFE
                                        : note_object(reader, statement, &log, &ours);
        code = SQLITE_OK;
    }
    if (trouble == TROUBLE_NONE && code != SQLITE_DONE) {
        trouble = reader_guard_trouble(reader->db, code, sql);
    }
    sqlite3_finalize(statement);
    reader->schema_ours =
        reader->schema_ours && ours == reader->options->schema->object_count;
    return trouble == TROUBLE_NONE && !log ? TROUBLE_CORRUPT : trouble;
}

// Columns of a table as the file has them: at most COLUMNS_MAX, none hidden or generated.
static enum trouble check_columns(struct reader *reader, const char *table,
                                  const char *const *needed, size_t needed_count)
{
    char sql[128];
    sqlite3_stmt *statement = NULL;
    size_t found = 0;
    bool plain = true;

    snprintf(sql, sizeof sql, "PRAGMA table_xinfo(%s)", table);
    int code = sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = SQLITE_OK;
        plain = plain && sqlite3_column_int(statement, 6) == 0;
        for (size_t i = 0; i < needed_count; i++) {
            found += strcmp(reader_record_text(statement, 1), needed[i]) == 0;
        }
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) {
        return reader_guard_trouble(reader->db, code, sql);
    }
    if (plain && found == needed_count) {
        return TROUBLE_NONE;
    }
    LOG_WARN("table %s does not have the columns that it should", table);
    return TROUBLE_UNSAFE;
}

static enum trouble check_schema(struct reader *reader)
{
    static const char *const log[] = {"hlc", "dev", "eid",    "tbl", "row",
                                      "col", "val", "author", "base"};
    static const char *const key[] = {"id"};
    const struct schema *schema = reader->options->schema;
    enum trouble trouble = check_objects(reader);

    if (trouble == TROUBLE_NONE) {
        trouble = check_columns(reader, "chg", log, sizeof log / sizeof *log);
    }
    for (size_t i = 0; trouble == TROUBLE_NONE && i < schema->table_count; i++) {
        if (reader->has[i]) {
            trouble = check_columns(reader, schema->tables[i].name, key, 1);
        }
    }
    return trouble;
}

void reader_renew(struct reader *reader)
{
    reader_guard_renew(&reader->guard);
}

enum trouble reader_open(const struct snapshot *snapshot, enum reader_view view,
                         const struct reader_options *options, struct reader **out)
{
    struct reader *reader = calloc(1, sizeof *reader);
    enum trouble trouble = TROUBLE_UNREADABLE;

    *out = NULL;
    if (reader == NULL) {
        return TROUBLE_UNREADABLE;
    }
    reader->options = options;
    reader->guard = (struct reader_guard){
        .env = options->env,
        .schema = options->schema,
        .bytes = snapshot->main_size + snapshot->side_size,
    };
    reader_renew(reader);
    reader->has = calloc(options->schema->table_count, sizeof *reader->has);
    reader_guard_begin();
    if (reader->has != NULL) {
        bool whole = view == READER_WHOLE && snapshot->side_kind != SIDE_NONE;
        trouble = whole ? open_copy(reader, snapshot) : open_memory(reader, snapshot);
    }
    if (trouble == TROUBLE_NONE) {
        reader_guard_set(reader->db, &reader->guard);
        trouble = check_pages(reader, view);
    }
    if (trouble == TROUBLE_NONE) {
        trouble = check_schema(reader);
    }
    // Without memory texts read as empty, which looks like a file that is not sound.
    if (trouble != TROUBLE_NONE && sqlite3_errcode(reader->db) == SQLITE_NOMEM) {
        trouble = reader_guard_trouble(reader->db, SQLITE_NOMEM, "opening");
    }
    if (trouble != TROUBLE_NONE) {
        reader_close(reader);
        return trouble;
    }
    *out = reader;
    return TROUBLE_NONE;
}

void reader_close(struct reader *reader)
{
    static const char *const tails[] = {"", "-wal", "-shm", "-journal"};
    char path[SNAPSHOT_PATH_MAX + 16];

    if (reader == NULL) {
        return;
    }
    sqlite3_close(reader->db);
    reader_guard_end();
    for (size_t i = 0; reader->copy[0] != '\0' && i < sizeof tails / sizeof *tails; i++) {
        snprintf(path, sizeof path, "%s%s", reader->copy, tails[i]);
        reader->options->env->remove(reader->options->env->context, path);
    }
    if (reader->image != NULL) {
        memcpy(reader->image + VERSIONS, reader->versions, sizeof reader->versions);
    }
    free(reader->has);
    free(reader);
}

// An index goes by the name of the table that it is of.
static struct tree tree_of(const struct schema *schema, sqlite3_stmt *statement)
{
    const struct schema_table *table =
        schema_table_find(schema, reader_record_text(statement, 2));
    bool rows = strcmp(reader_record_text(statement, 0), "table") == 0;

    return (struct tree){
        .root = (uint32_t)sqlite3_column_int64(statement, 3),
        .kind = !rows           ? TREE_INDEX
                : table == NULL ? TREE_LOG
                                : TREE_ROWS,
        .table = table == NULL ? -1 : (int)(table - schema->tables),
    };
}

bool reader_trees(struct reader *reader, struct tree trees[TREES_MAX], size_t *count)
{
    static const char sql[] = "SELECT type, name, tbl_name, rootpage FROM sqlite_master"
                              " WHERE rootpage>0";
    sqlite3_stmt *statement = NULL;
    int code = reader->schema_ours ? SQLITE_ROW : SQLITE_DONE;

    *count = 0;
    if (reader->schema_ours &&
        sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return false;
    }
    trees[(*count)++] = (struct tree){.root = 1, .kind = TREE_ROWS, .table = -1};
    while (code == SQLITE_ROW && *count < TREES_MAX &&
           (code = sqlite3_step(statement)) == SQLITE_ROW) {
        trees[(*count)++] = tree_of(reader->options->schema, statement);
    }
    sqlite3_finalize(statement);
    return reader->schema_ours && code == SQLITE_DONE;
}

bool reader_has(const struct reader *reader, const struct schema_table *table)
{
    return reader->has[table - reader->options->schema->tables];
}

bool reader_schema_ours(const struct reader *reader)
{
    return reader->schema_ours;
}
