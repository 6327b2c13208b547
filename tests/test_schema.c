// The tables as data, and the capture triggers made from them: what a tool does to a table
// must be in the log, so that fold and table agree after every kind of statement.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <inttypes.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "store/names.h"
#include "store/schema.h"

static void reads_the_description(void **state)
{
    struct schema *schema = schema_create();

    (void)state;
    assert_non_null(schema);
    const struct schema_table *track = schema_table_find(schema, "track");
    assert_non_null(track);
    assert_true(schema_has(track, "health"));
    assert_false(schema_has(track, "id"));
    assert_false(schema_has(track, "colour"));
    assert_null(schema_table_find(schema, "chg"));
    assert_null(schema_table_find(schema, "zzz"));
    assert_non_null(
        schema_table_find(schema, "abbreviation")); // the first and the last by name
    assert_non_null(schema_table_find(schema, "track"));
    assert_int_equal(schema->object_count, 1 + schema->table_count * 5);
    schema_destroy(schema);
    schema_destroy(NULL);
}

static void run(sqlite3 *db, const char *sql)
{
    char *error = NULL;

    if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) {
        print_error("%s in %s\n", error, sql);
    }
    assert_null(error);
}

static int number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;

    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int value = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

// A file is taken for ours when its sqlite_master says exactly this.
static void names_every_object_as_sqlite_does(void **state)
{
    struct schema *schema = schema_create();
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    size_t i = 0;

    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    run(db, schema->tables_sql);
    run(db, schema->triggers_sql);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT type, name, sql FROM sqlite_master WHERE "
                                        "sql IS NOT NULL ORDER BY name",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    for (; sqlite3_step(statement) == SQLITE_ROW; i++) {
        const struct schema_object *object = &schema->objects[i];
        assert_true(i < schema->object_count);
        assert_string_equal(object->type, (const char *)sqlite3_column_text(statement, 0));
        assert_string_equal(object->name, (const char *)sqlite3_column_text(statement, 1));
        assert_string_equal(object->sql, (const char *)sqlite3_column_text(statement, 2));
    }
    assert_int_equal(i, schema->object_count);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    schema_destroy(schema);
}

// The newest value of every cell of every row that shows, against the table, cell by cell.
static const char DIFFERENCES[] =
    "WITH winner AS (SELECT tbl,row,col,val,max(hlc) FROM chg WHERE tbl='rung' GROUP BY "
    "row,col),"
    " newest AS (SELECT row,col,val,max(hlc) FROM chg WHERE tbl='rung' GROUP BY row),"
    " shown AS (SELECT row FROM newest WHERE NOT (col='_live' AND val=0)),"
    " fold AS (SELECT row,col,val FROM winner WHERE row IN shown AND col<>'_live' AND val "
    "IS NOT NULL),"
    " plain AS (SELECT id,'board',board FROM rung WHERE board IS NOT NULL UNION ALL"
    "  SELECT id,'name',name FROM rung WHERE name IS NOT NULL UNION ALL"
    "  SELECT id,'title',title FROM rung WHERE title IS NOT NULL UNION ALL"
    "  SELECT id,'position',position FROM rung WHERE position IS NOT NULL)"
    " SELECT (SELECT count(*) FROM (SELECT * FROM fold EXCEPT SELECT * FROM plain))"
    " + (SELECT count(*) FROM (SELECT * FROM plain EXCEPT SELECT * FROM fold))"
    " + (SELECT count(*) FROM (SELECT row FROM shown EXCEPT SELECT id FROM rung))"
    " + (SELECT count(*) FROM (SELECT id FROM rung EXCEPT SELECT row FROM shown))";

static void logs_every_statement(void **state)
{
    static const char *const statements[] = {
        "INSERT INTO rung(id,board,name) VALUES('a','b','trekker')",
        "INSERT INTO rung(id,board,name,title) "
        "VALUES('c','b','werkgroep','W'),('d','b','oogo','O')",
        "INSERT INTO rung DEFAULT VALUES",
        "UPDATE rung SET title='T' WHERE id='a'",
        "UPDATE rung SET title=NULL, name='x' WHERE id='c'",
        "UPDATE rung SET position=rowid",
        "UPDATE rung SET title=title",
        "INSERT INTO rung(id,name) VALUES('a','y') ON CONFLICT(id) DO UPDATE SET "
        "name=excluded.name",
        "REPLACE INTO rung(id,name) VALUES('a','z')",
        "UPDATE rung SET id='e' WHERE id='d'",
        "UPDATE rung SET id='d', title='both' WHERE id='e'",
        "DELETE FROM rung WHERE id='c'",
        "INSERT INTO rung(id,name) VALUES('c','again')",
        "UPDATE OR REPLACE rung SET name=upper(name)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<500)"
        " INSERT INTO rung(name) SELECT 'n'||i FROM n",
        "UPDATE rung SET title='bulk' WHERE name LIKE 'n%'",
        "DELETE FROM rung WHERE name LIKE 'N1%'",
        "DELETE FROM rung",
    };
    struct schema *schema = schema_create();
    sqlite3 *db;

    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    run(db, schema->tables_sql);
    run(db, schema->triggers_sql);
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        run(db, statements[i]);
        int differences = number(db, DIFFERENCES);
        if (differences != 0) {
            print_error("%d differences after %s\n", differences, statements[i]);
        }
        assert_int_equal(differences, 0);
    }
    assert_int_equal(
        number(db, "SELECT count(*) FROM chg WHERE dev<>'ext' OR length(eid)<>8"), 0);
    assert_int_equal(number(db, "SELECT abs(max(hlc)/65536000-unixepoch())<10 FROM chg"),
                     1);
    sqlite3_close(db);
    schema_destroy(schema);
}

// What a tool does to a row of any table, each column of it, is in the log.
static void logs_every_table(void **state)
{
    struct schema *schema = schema_create();
    sqlite3 *db;
    char sql[400];

    (void)state;
    assert_non_null(schema_table_find(schema, "person"));
    assert_true(schema_has(schema_table_find(schema, "board"), "pin"));
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    run(db, schema->tables_sql);
    run(db, schema->triggers_sql);
    for (size_t i = 0; i < schema->table_count; i++) {
        const struct schema_table *table = &schema->tables[i];
        run(db, "DELETE FROM chg");
        snprintf(sql, sizeof sql, "INSERT INTO %s(%s) VALUES('eerst')", table->name,
                 table->columns[0]);
        run(db, sql);
        for (size_t j = 0; j < table->column_count; j++) {
            snprintf(sql, sizeof sql, "UPDATE %s SET %s='later'", table->name,
                     table->columns[j]);
            run(db, sql);
            snprintf(sql, sizeof sql,
                     "SELECT count(*) FROM chg WHERE tbl='%s' AND col='%s' AND "
                     "val='later' AND row=(SELECT id FROM %s)",
                     table->name, table->columns[j], table->name);
            assert_int_equal(number(db, sql), 1);
        }
        snprintf(sql, sizeof sql, "DELETE FROM %s", table->name);
        run(db, sql);
        snprintf(sql, sizeof sql, "SELECT count(*) FROM chg WHERE tbl='%s' AND col='_live'",
                 table->name);
        assert_int_equal(number(db, sql), 2);
        // Making the row logs every column, an empty one too.
        assert_int_equal(number(db, "SELECT count(*) FROM chg"),
                         (int)(2 + 2 * table->column_count));
    }
    sqlite3_close(db);
    schema_destroy(schema);
}

// Readers of all versions since the first take 256 objects (a table has four triggers and
// an index of its own) and 32 parts of a statement; what they refuse they cannot show.
static void older_programs_let_it_pass(void **state)
{
    struct schema *schema = schema_create();

    (void)state;
    assert_true(schema->table_count <= 40);
    assert_true(schema->object_count + schema->table_count <= 256);
    for (size_t i = 0; i < schema->table_count; i++) {
        assert_true(schema->tables[i].column_count <= 30);
    }
    schema_destroy(schema);
}

// Two programs of one version with different tables would take each other's file for
// damaged, and publish over it for ever: whoever changes the tables gives them a new
// version.
static void a_version_has_its_tables(void **state)
{
    static const struct {
        int version;
        uint64_t hash;
    } known[] = {{2, UINT64_C(0x2f27323645c2a5ad)}};
    struct schema *schema = schema_create();
    uint64_t hash = names_hash(NAMES_SEED, schema->tables_sql, strlen(schema->tables_sql));

    (void)state;
    hash = names_hash(hash, schema->triggers_sql, strlen(schema->triggers_sql));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].version == SCHEMA_VERSION && known[i].hash != hash) {
            fail_msg("the tables of version %d are others now (%" PRIx64
                     "): give them a new SCHEMA_VERSION and add it here",
                     SCHEMA_VERSION, hash);
        }
    }
    assert_int_equal(known[sizeof known / sizeof *known - 1].version, SCHEMA_VERSION);
    schema_destroy(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_description),
        cmocka_unit_test(names_every_object_as_sqlite_does),
        cmocka_unit_test(logs_every_statement),
        cmocka_unit_test(logs_every_table),
        cmocka_unit_test(older_programs_let_it_pass),
        cmocka_unit_test(a_version_has_its_tables),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
