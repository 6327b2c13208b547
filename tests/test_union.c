// Import: a set union in any order, and unlogged edits that every device mints alike.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/log.h"
#include "random_records.h"
#include "share_fixture.h"
#include "store/build.h"

#ifdef __SANITIZE_ADDRESS__
enum { ROUNDS = 15 };
#else
enum { ROUNDS = 60 };
#endif

enum { FILES = 3, RECORDS = 60 };

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

static void build_to(struct gate *gate, struct fixture *fixture, const char *name)
{
    unsigned char *bytes;
    size_t size;

    assert_true(build_file(gate->fold, gate->schema, &bytes, &size));
    fixture_write(fixture, name, bytes, size);
    free(bytes);
}

static uint64_t hash_of(struct gate *gate)
{
    unsigned char *bytes;
    size_t size;

    assert_true(build_file(gate->fold, gate->schema, &bytes, &size));
    uint64_t hash = hash_bytes(1, bytes, size);
    free(bytes);
    return hash;
}

static const struct fold *slow_fold;

// An hour passes between the first entry that is taken in and the rest.
static int64_t slow_mono(void *context)
{
    (void)context;
    return env_system()->mono_ms(NULL) + (slow_fold->count > 0 ? 3600000 : 0);
}

// A slow disk of our own, on which a large file takes its time, is not the file's fault.
static void does_not_blame_a_file_for_our_disk(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);

    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite",
                      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE "
                      "i<3000) INSERT INTO note(id,text) SELECT 'n'||i,'tekst' FROM n");
    slow_fold = gate->fold;
    fixture->env.mono_ms = slow_mono;
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_string_equal(trouble_key(result.trouble), "");
    assert_true(result.whole && result.current);
    gate_close(gate);
}

// Three files of random entries, imported in every order, twice: one board, byte for byte.
static void unites_in_any_order(void **state)
{
    static const int orders[][FILES] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                        {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    static const char *const names[] = {"board-a.sqlite", "board-b.sqlite",
                                        "board-c.sqlite"};
    struct fixture *fixture = *state;

    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < FILES; i++) {
            struct gate *gate = gate_open(fixture);
            for (int j = 0; j < RECORDS; j++) {
                struct record record = random_record(fixture);
                assert_true(fold_add(gate->fold, &record, 1));
            }
            build_to(gate, fixture, names[i]);
            gate_close(gate);
        }
        uint64_t expected = 0;
        for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
            struct gate *gate = gate_open(fixture);
            for (int j = 0; j < 2 * FILES; j++) {
                struct import_result result =
                    gate_import(gate, fixture, names[orders[i][j % FILES]]);
                assert_int_equal(result.trouble, TROUBLE_NONE);
                assert_true(j < FILES || result.added == 0);
            }
            expected = i == 0 ? hash_of(gate) : expected;
            assert_int_equal(hash_of(gate), expected);
            gate_close(gate);
        }
    }
}

// Edits without triggers --------------------------------------------------------------

struct edit {
    const char *what, *sql, *table, *row, *column, *value;
};

static const char NO_TRIGGERS[] = "DROP TRIGGER action_ai; DROP TRIGGER action_au; DROP "
                                  "TRIGGER action_ak; DROP TRIGGER action_ad;";

static const struct edit edits[] = {
    {"an update", "UPDATE action SET title='stil'", "action", "proef/1.1a", "title",
     "stil"},
    {"a cell that had nothing", "UPDATE action SET due='2026'", "action", "proef/1.1a",
     "due", "2026"},
    {"a cell emptied", "UPDATE action SET title=NULL", "action", "proef/1.1a", "title",
     "(nothing)"},
    {"a new row", "INSERT INTO action(id,board,title) VALUES('n','proef','nieuw')",
     "action", "n", "title", "nieuw"},
    {"a row deleted", "DELETE FROM action", "action", "proef/1.1a", "title", "(hidden)"},
    {"a key changed", "UPDATE action SET id='m'", "action", "m", "title",
     "Zorgplicht uitleggen"},
    {"a number", "UPDATE action SET position=7", "action", "proef/1.1a", "position", "7"},
};

static void mints_unlogged_edits_alike(void **state)
{
    struct fixture *fixture = *state;
    char sql[500];
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        const struct edit *edit = &edits[i];
        struct gate *a = gate_open(fixture);
        struct gate *b = gate_open(fixture);
        fixture_write(fixture, "board.sqlite", good, size);
        gate_import(a, fixture, "board.sqlite"); // one saw the file before
        snprintf(sql, sizeof sql, "%s%s", NO_TRIGGERS, edit->sql);
        share_fixture_sql(fixture, "board.sqlite", sql);
        struct import_result result = gate_import(a, fixture, "board.sqlite");
        assert_false(result.current);
        gate_import(b, fixture, "board.sqlite");
        if (strcmp(gate_value(a, edit->table, edit->row, edit->column), edit->value) != 0) {
            print_error("%s\n", edit->what);
        }
        assert_string_equal(gate_value(a, edit->table, edit->row, edit->column),
                            edit->value);
        assert_int_equal(hash_of(a), hash_of(b));
        // Once more changes nothing, and what they publish needs nothing minted.
        assert_int_equal(gate_import(a, fixture, "board.sqlite").added, 0);
        build_to(a, fixture, "board.sqlite");
        result = gate_import(b, fixture, "board.sqlite");
        assert_int_equal(result.added, 0);
        assert_true(result.current);
        assert_int_equal(result.records, b->fold->count);
        gate_close(a);
        gate_close(b);
    }
    free(good);
}

// What every file was before the table of persons came.
static const char VERSION_1[] =
    "DROP TRIGGER person_ai; DROP TRIGGER person_au; DROP TRIGGER person_ak;"
    "DROP TRIGGER person_ad; DROP TABLE person; DROP TRIGGER board_ai;"
    "DROP TRIGGER board_au; DROP TRIGGER board_ak; DROP TRIGGER board_ad;"
    "ALTER TABLE board DROP COLUMN pin; PRAGMA user_version=1";

// A file of an older program says nothing about tables and columns that it does not have;
// it is read as it is and stands to be published anew. One of a newer program is read, and
// told.
static void reads_older_and_newer_versions(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);

    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite",
                      "INSERT INTO person(id,board,name) VALUES('p','proef','Sanne');"
                      "UPDATE board SET pin='ja'");
    share_fixture_sql(fixture, "board.sqlite", VERSION_1);
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_NONE);
    assert_int_equal(result.added, result.records); // nothing minted
    assert_false(result.current);
    assert_string_equal(gate_value(gate, "person", "p", "name"), "Sanne");
    assert_string_equal(gate_value(gate, "board", "proef", "pin"), "ja");
    build_to(gate, fixture, "board.sqlite");
    result = gate_import(gate, fixture, "board.sqlite");
    assert_true(result.current);
    share_fixture_sql(fixture, "board.sqlite",
                      "ALTER TABLE person ADD COLUMN colour; PRAGMA user_version=3;"
                      "UPDATE person SET name='Sam'");
    result = gate_import(gate, fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_NEWER);
    assert_string_equal(gate_value(gate, "person", "p", "name"), "Sam");
    gate_close(gate);
}

// An entry of ours counts as shared once it was read in a file, as it is; not when the file
// says something else under its key, and not what is made of an unlogged edit.
static void knows_what_was_shared(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);
    struct gate *other = gate_open(fixture);
    struct record records[] = {random_record(fixture), random_record(fixture)};
    char path[300];
    size_t count;
    int64_t since_ms;

    share_fixture_publish(fixture);
    snprintf(path, sizeof path, "%s/local.db", fixture->state);
    gate->import.log = log_open(path, &fixture->env);
    for (size_t i = 0; i < 2; i++) {
        records[i].hlc = (int64_t)(i + 1) << 16;
        records[i].device = "0123456789abcdef";
        records[i].value = "b";
        records[i].size = 1;
    }
    assert_true(log_append(gate->import.log, records, 2, false));
    assert_true(fold_add(gate->fold, records, 2));
    records[1].value = "a"; // less
    assert_true(fold_add(other->fold, records, 2));
    build_to(other, fixture, "board-other.sqlite");
    share_fixture_sql(fixture, "board.sqlite", NO_TRIGGERS);
    share_fixture_sql(fixture, "board.sqlite", "UPDATE action SET title='stil'");
    gate_import(gate, fixture, "board.sqlite");
    gate_import(gate, fixture, "board-other.sqlite");
    for (size_t i = 0; i < gate->fold->count; i++) {
        const struct record *record = gate->fold->records[i];
        bool unseen = record->hlc == 2 << 16 || strcmp(record->device, "ext?") == 0;
        assert_int_equal(record->seen, !unseen);
    }
    assert_true(log_unseen(gate->import.log, &count, &since_ms));
    assert_int_equal(count, 1);
    log_close(gate->import.log);
    gate_close(gate);
    gate_close(other);
}

// One after the other, with nothing published in between.
static void keeps_unlogged_edits_in_order(void **state)
{
    struct fixture *fixture = *state;
    char sql[200];

    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite", NO_TRIGGERS);
    struct gate *gate = gate_open(fixture);
    for (int i = 0; i < 20; i++) {
        snprintf(sql, sizeof sql, "UPDATE action SET title='%d'", i);
        share_fixture_sql(fixture, "board.sqlite", sql);
        gate_import(gate, fixture, "board.sqlite");
        snprintf(sql, sizeof sql, "%d", i);
        assert_string_equal(gate_value(gate, "action", "proef/1.1a", "title"), sql);
    }
    share_fixture_sql(fixture, "board.sqlite", "DELETE FROM action");
    gate_import(gate, fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "title"), "(hidden)");
    gate_close(gate);
}

// A logged edit made elsewhere meanwhile wins over an unlogged one.
static void does_not_raise_the_dead(void **state)
{
    struct fixture *fixture = *state;
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *old = share_fixture_read(fixture, "board.sqlite", &size);
    share_fixture_sql(fixture, "board.sqlite", "UPDATE action SET title='later'");
    struct gate *gate = gate_open(fixture);
    gate_import(gate, fixture, "board.sqlite");
    fixture_write(fixture, "board-old.sqlite", old, size);
    share_fixture_sql(fixture, "board-old.sqlite",
                      "DROP TRIGGER action_au; UPDATE action SET title='unlogged'");
    gate_import(gate, fixture, "board-old.sqlite");
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "title"), "later");
    // An old file as such says nothing at all.
    fixture_write(fixture, "board-old.sqlite", old, size);
    assert_int_equal(gate_import(gate, fixture, "board-old.sqlite").added, 0);
    gate_close(gate);
    free(old);
}

// A row that was made unlogged keeps its place in time while the tool goes on editing: what
// others did to it since stands.
static void keeps_the_place_of_unlogged_rows(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);

    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite",
                      "DROP TRIGGER action_ai;"
                      "INSERT INTO action(id,board,title) VALUES('n','proef','nieuw')");
    gate_import(gate, fixture, "board.sqlite");
    struct record touch =
        *gate->fold->rows[fold_row_find(gate->fold, "action", "n")].newest;
    touch.hlc++;
    touch.device = "0123456789abcdef";
    touch.column = "title";
    touch.value = "geraakt";
    touch.size = strlen(touch.value);
    assert_true(fold_add(gate->fold, &touch, 1));
    share_fixture_sql(fixture, "board.sqlite", "UPDATE board SET title='later'");
    gate_import(gate, fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "board", "proef", "title"), "later");
    assert_string_equal(gate_value(gate, "action", "n", "title"), "geraakt");
    gate_close(gate);
}

// Where two files say different things of one entry, the greater one stays; the file with
// the other one counts for all the rest, and may go once it was read.
static void takes_the_rest_of_a_forged_file(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);

    share_fixture_publish(fixture);
    gate_import(gate, fixture, "board.sqlite");
    share_fixture_sql(fixture, "board.sqlite", NO_TRIGGERS);
    share_fixture_sql(fixture, "board.sqlite",
                      "UPDATE chg SET val='A' WHERE tbl='action' AND col='title';"
                      "UPDATE action SET title='A', funding='stil'");
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_true(result.whole);
    assert_false(result.current); // and so it will be published anew
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "title"),
                        "Zorgplicht uitleggen");
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "funding"), "stil");
    gate_close(gate);
}

// With our triggers in place, an older value in a table is a stale page and nobody's wish.
static void ignores_stale_values(void **state)
{
    struct fixture *fixture = *state;
    char sql[3000];
    size_t at = 0;

    share_fixture_publish(fixture);
    share_fixture_sql(fixture, "board.sqlite", "UPDATE action SET title='later'");
    struct gate *gate = gate_open(fixture);
    at += (size_t)snprintf(sql, sizeof sql,
                           "DROP TRIGGER action_au; UPDATE action SET "
                           "title='Zorgplicht uitleggen';");
    for (size_t i = 0; i < gate->schema->object_count; i++) {
        if (strcmp(gate->schema->objects[i].name, "action_au") == 0) {
            snprintf(sql + at, sizeof sql - at, "%s", gate->schema->objects[i].sql);
        }
    }
    share_fixture_sql(fixture, "board.sqlite", sql);
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_NONE);
    assert_false(result.current); // and so it will be published anew
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "title"), "later");
    gate_close(gate);
}

static void does_not_believe_that_all_vanished(void **state)
{
    struct fixture *fixture = *state;
    struct gate *gate = gate_open(fixture);

    share_fixture_publish(fixture);
    share_fixture_sql(
        fixture, "board.sqlite",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<40)"
        " INSERT INTO note(id,text) SELECT 'n'||i,'x' FROM n");
    gate_import(gate, fixture, "board.sqlite");
    share_fixture_sql(fixture, "board.sqlite", "DROP TRIGGER note_ad; DELETE FROM note");
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_CORRUPT);
    assert_string_equal(gate_value(gate, "note", "n7", "text"), "x");
    gate_close(gate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(does_not_blame_a_file_for_our_disk),
        fixture_test(unites_in_any_order),
        fixture_test(mints_unlogged_edits_alike),
        fixture_test(reads_older_and_newer_versions),
        fixture_test(knows_what_was_shared),
        fixture_test(keeps_unlogged_edits_in_order),
        fixture_test(does_not_raise_the_dead),
        fixture_test(keeps_the_place_of_unlogged_rows),
        fixture_test(takes_the_rest_of_a_forged_file),
        fixture_test(ignores_stale_values),
        fixture_test(does_not_believe_that_all_vanished),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
