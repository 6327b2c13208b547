// A small sound board in a fixture's shared folder, and a way to import files from it.
#ifndef REGIEBORD_TESTS_SHARE_FIXTURE_H
#define REGIEBORD_TESTS_SHARE_FIXTURE_H

#include <fcntl.h>
#include <sqlite3.h>

#include "folder_fixture.h"
#include "share/import.h"
#include "share/share.h"

static const struct share_edit share_fixture_plan[] = {
    {"board", "proef", "title", "Proef", 0, "plan"},
    {"board_column", "proef/gemeente", "board", "proef", 0, "plan"},
    {"board_column", "proef/gemeente", "column_id", "gemeente", 0, "plan"},
    {"board_column", "proef/gemeente", "title", "Gemeente", 0, "plan"},
    {"ambition", "proef/1", "board", "proef", 0, "plan"},
    {"ambition", "proef/1", "code", "1", 0, "plan"},
    {"goal", "proef/1.1", "board", "proef", 0, "plan"},
    {"goal", "proef/1.1", "ambition", "1", 0, "plan"},
    {"goal", "proef/1.1", "code", "1.1", 0, "plan"},
    {"action", "proef/1.1a", "board", "proef", 0, "plan"},
    {"action", "proef/1.1a", "goal", "1.1", 0, "plan"},
    {"action", "proef/1.1a", "code", "1.1a", 0, "plan"},
    {"action", "proef/1.1a", "title", "Zorgplicht uitleggen", 0, "plan"},
    {"track", "proef/1.1a/gemeente", "board", "proef", 0, "plan"},
    {"track", "proef/1.1a/gemeente", "action", "1.1a", 0, "plan"},
    {"track", "proef/1.1a/gemeente", "column_id", "gemeente", 0, "plan"},
};
enum { SHARE_FIXTURE_PLAN = sizeof share_fixture_plan / sizeof *share_fixture_plan };

static inline void share_fixture_publish(struct fixture *fixture)
{
    assert_true(share_apply(fixture->share, share_fixture_plan, SHARE_FIXTURE_PLAN,
                            &fixture->env, NULL));
}

// A device that has seen nothing yet.
struct gate {
    struct schema *schema;
    struct fold *fold;
    struct import import;
};

static inline struct gate *gate_open(struct fixture *fixture)
{
    struct gate *gate = calloc(1, sizeof *gate);

    gate->schema = schema_create();
    gate->fold = fold_create();
    gate->import = (struct import){
        .reader = {.env = &fixture->env, .schema = gate->schema, .scratch = fixture->state},
        .fold = gate->fold,
    };
    return gate;
}

static inline void gate_close(struct gate *gate)
{
    fold_destroy(gate->fold);
    schema_destroy(gate->schema);
    free(gate);
}

static inline struct import_result gate_import(struct gate *gate, struct fixture *fixture,
                                               const char *name)
{
    struct import_result result = {0};

    import_file(&gate->import, fixture_path(fixture, 3, name), name, &result);
    return result;
}

// The value that a device shows for a cell; "(hidden)" and "(nothing)" where there is none.
static inline const char *gate_value(const struct gate *gate, const char *table,
                                     const char *row, const char *column)
{
    uint32_t at = fold_row_find(gate->fold, table, row);
    uint32_t cell = fold_cell_find(gate->fold, at, column);

    if (!fold_shows(gate->fold, at)) {
        return "(hidden)";
    }
    const struct record *winner = cell == FOLD_NONE ? NULL : gate->fold->cells[cell].winner;
    return winner == NULL || winner->value == NULL ? "(nothing)" : winner->value;
}

// Runs SQL on a file of the folder as a tool would that lets everything pass.
static inline void share_fixture_sql(struct fixture *fixture, const char *name,
                                     const char *sql)
{
    sqlite3 *db = NULL;
    char *error = NULL;

    assert_int_equal(sqlite3_open(fixture_path(fixture, 2, name), &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 1, NULL);
    if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) {
        print_error("%s in %.200s\n", error, sql);
    }
    assert_null(error);
    sqlite3_close(db);
}

static inline unsigned char *share_fixture_read(struct fixture *fixture, const char *name,
                                                size_t *size)
{
    struct env_bytes bytes;

    assert_int_equal(
        fixture->env.read(fixture, fixture_path(fixture, 2, name), SIZE_MAX >> 1, &bytes),
        0);
    *size = bytes.size;
    return bytes.data;
}

#endif
