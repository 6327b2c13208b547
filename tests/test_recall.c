// A file of which only what changed is read says what it says when all of it is read: two
// devices follow one file through any edit, and one of them remembers nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/log.h"
#include "share/folder.h"
#include "share_fixture.h"

#ifdef __SANITIZE_ADDRESS__
enum { WALKS = 4 };
#else
enum { WALKS = 12 };
#endif
enum {
    ACTIONS = 120,
    STEPS = 60,
    FLIPS = 150,
    TORN = 150,
    DEVICES = 2,
    MINDFUL = 0,
    FORGETFUL = 1
};

struct pair {
    struct fixture *fixture; // owned by the state
    struct schema *schema;
    struct folder folders[DEVICES];
    uint32_t seed;
    size_t read, partly; // readings, and those that did not read all
};

static uint32_t chance(struct pair *pair, uint32_t below)
{
    pair->seed = pair->seed * 1664525 + 1013904223;
    return (pair->seed >> 8) % below;
}

static void pair_open(struct pair *pair, struct fixture *fixture, uint32_t seed)
{
    log_set_level(LOG_LEVEL_ERROR);
    *pair = (struct pair){.fixture = fixture, .seed = seed, .schema = schema_create()};
    for (int i = 0; i < DEVICES; i++) {
        pair->folders[i] = (struct folder){
            .path = fixture->share,
            .tag = i == MINDFUL ? "a" : "b",
            .import = {.reader = {.env = &fixture->env,
                                  .schema = pair->schema,
                                  .scratch = fixture->state},
                       .fold = fold_create()},
        };
    }
}

static void pair_close(struct pair *pair)
{
    for (int i = 0; i < DEVICES; i++) {
        fold_destroy(pair->folders[i].import.fold);
        folder_finish(&pair->folders[i]);
    }
    schema_destroy(pair->schema);
}

static void expect_same(const struct pair *pair, const char *what)
{
    const struct fold *a = pair->folders[MINDFUL].import.fold;
    const struct fold *b = pair->folders[FORGETFUL].import.fold;
    const struct import_result *x = folder_main(&pair->folders[MINDFUL]);
    const struct import_result *y = folder_main(&pair->folders[FORGETFUL]);
    bool same =
        a->count == b->count && x->trouble == y->trouble && x->current == y->current &&
        x->whole == y->whole && x->ours == y->ours && x->records == y->records &&
        folder_lacks(&pair->folders[MINDFUL]) == folder_lacks(&pair->folders[FORGETFUL]);

    for (size_t i = 0; same && i < a->count; i++) {
        const struct record *r = a->records[i];
        const struct record *s = b->records[i];
        same = record_compare(r, s) == 0 && record_compare_payload(r, s) == 0 &&
               r->held == s->held && r->seen == s->seen;
        if (!same) {
            print_error("entry %zu: %s/%s/%s held %d and %d\n", i, r->table, r->row,
                        r->column, r->held, s->held);
        }
    }
    if (!same) {
        print_error("after %s: %zu and %zu entries, \"%s\" and \"%s\", current %d and %d, "
                    "whole %d and %d, %zu and %zu held\n",
                    what, a->count, b->count, trouble_key(x->trouble),
                    trouble_key(y->trouble), x->current, y->current, x->whole, y->whole,
                    x->records, y->records);
    }
    assert_true(same);
}

// Both read the file; true when the one that remembers did not read all of it.
static bool pair_read(struct pair *pair, const char *what)
{
    recall_finish(&pair->folders[FORGETFUL].recall);
    for (int i = 0; i < DEVICES; i++) {
        folder_scan(&pair->folders[i]);
        assert_false(pair->folders[i].broken);
    }
    bool partly = folder_main(&pair->folders[MINDFUL])->partly;
    assert_false(folder_main(&pair->folders[FORGETFUL])->partly);
    pair->read++;
    pair->partly += partly;
    expect_same(pair, what);
    return partly;
}

// A board of many pages.
static void publish_board(struct fixture *fixture)
{
    static char rows[ACTIONS][32], codes[ACTIONS][16], titles[ACTIONS][80];
    static struct share_edit edits[SHARE_FIXTURE_PLAN + ACTIONS * 4];
    size_t count = SHARE_FIXTURE_PLAN;

    memcpy(edits, share_fixture_plan, sizeof share_fixture_plan);
    for (int i = 0; i < ACTIONS; i++) {
        snprintf(codes[i], sizeof codes[i], "1.1z%d", i);
        snprintf(rows[i], sizeof rows[i], "proef/1.1z%d", i);
        snprintf(titles[i], sizeof titles[i],
                 "Actie nummer %d heeft een titel van een gewone lengte", i);
        edits[count++] =
            (struct share_edit){"action", rows[i], "board", "proef", 0, "plan"};
        edits[count++] = (struct share_edit){"action", rows[i], "goal", "1.1", 0, "plan"};
        edits[count++] =
            (struct share_edit){"action", rows[i], "code", codes[i], 0, "plan"};
        edits[count++] =
            (struct share_edit){"action", rows[i], "title", titles[i], 0, "plan"};
    }
    assert_true(share_apply(fixture->share, edits, count, &fixture->env, NULL));
}

// Edits -------------------------------------------------------------------------------

// With %u for the action, and a number that makes values differ.
static const char *const statements[] = {
    "UPDATE action SET title='titel %2$u' WHERE code='1.1z%1$u'",
    "UPDATE action SET title='titel %2$u', due='Q3 2025', funding=%2$u WHERE "
    "code='1.1z%1$u'",
    "UPDATE action SET text=NULL, title='' WHERE code='1.1z%1$u'",
    "UPDATE board SET wall='bord %2$u'",
    "INSERT OR IGNORE INTO action(id,board,goal,code,title) "
    "VALUES('proef/1.1y%1$u','proef','1.1','1.1y%1$u','nieuw %2$u')",
    "INSERT OR REPLACE INTO action(id,board,goal,code,title) "
    "VALUES('proef/1.1z%1$u','proef','1.1','1.1z%1$u','vervangen %2$u')",
    "DELETE FROM action WHERE code='1.1z%1$u'",
    "DELETE FROM action WHERE code LIKE '1.1y%%'",
    "UPDATE action SET rowid=%2$u+100000 WHERE code='1.1z%1$u'",
    "UPDATE action SET title='veel %2$u' WHERE rowid%%7=%1$u%%7",
    "UPDATE action SET text=printf('%%.*c',%2$u%%9000,'x') WHERE code='1.1z%1$u'",
    // Entries of another device: new, of long ago, and gone.
    "INSERT OR IGNORE INTO chg SELECT hlc+%1$u,'ander',randomblob(8),tbl,row,col,'ander "
    "%2$u',author,hlc FROM chg WHERE tbl='action' ORDER BY hlc DESC LIMIT 1",
    "INSERT OR IGNORE INTO chg SELECT hlc-1,'ander',randomblob(8),tbl,row,col,'oud "
    "%2$u',author,base FROM chg WHERE tbl='action' LIMIT 1 OFFSET %1$u",
    "DELETE FROM chg WHERE dev='ander'",
    "DELETE FROM chg WHERE hlc=(SELECT max(hlc) FROM chg)",
    // Rowids at the end of all, and ids that read alike.
    "UPDATE action SET rowid=-9223372036854775808 WHERE code='1.1z%1$u'",
    "INSERT OR IGNORE INTO action(id,board,goal,code,title) "
    "VALUES(CAST('proef/1.1z%1$u' AS BLOB),'proef','1.1','1.1z%1$u','tweeling %2$u')",
    "VACUUM",
    "REINDEX",
    // Entries of one moment, and one that says something else than before.
    "INSERT OR IGNORE INTO chg SELECT hlc,'z'||(%2$u%%5),randomblob(8),tbl,row,col,"
    "'gelijk %2$u',author,base FROM chg WHERE tbl='action' LIMIT 3 OFFSET %1$u",
    "UPDATE chg SET val='anders %2$u' WHERE hlc=(SELECT max(hlc) FROM chg)",
    // Other pages, and other objects.
    "PRAGMA auto_vacuum=INCREMENTAL; VACUUM",
    "PRAGMA incremental_vacuum(3)",
    "PRAGMA auto_vacuum=NONE; PRAGMA page_size=1024; VACUUM",
    "PRAGMA page_size=4096; VACUUM",
    "CREATE INDEX IF NOT EXISTS extra ON action(title)",
    "DROP INDEX IF EXISTS extra",
    "ALTER TABLE action RENAME TO action_x; ALTER TABLE action_x RENAME TO action",
};

// What no trigger logs.
static const char *const silent[] = {
    "UPDATE action SET title='stil %2$u' WHERE code='1.1z%1$u'",
    "DELETE FROM action WHERE code='1.1z%1$u'",
    "INSERT OR IGNORE INTO action(id,board,goal,code,title) "
    "VALUES('proef/1.1x%1$u','proef','1.1','1.1x%1$u','stil')",
    "INSERT OR IGNORE INTO action(id,board,goal,code,title) "
    "VALUES('proef/1.1z%1$u','proef','1.1','1.1z%1$u','weer stil')",
    "DELETE FROM action WHERE typeof(id)='blob'",
};

static void edit(struct pair *pair, const char *format, bool triggers, char *sql,
                 size_t size)
{
    sqlite3 *db = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    // Mostly the same few, so that one edit meets what another left.
    uint32_t action = chance(pair, chance(pair, 4) == 0 ? ACTIONS : 5);
    snprintf(sql, size, format, action, chance(pair, 100000));
#pragma GCC diagnostic pop
    assert_int_equal(sqlite3_open(fixture_path(pair->fixture, 2, "board.sqlite"), &db), 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, triggers, NULL);
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    assert_true(code == SQLITE_OK || code == SQLITE_CONSTRAINT);
    sqlite3_close(db);
}

// Between two readings -----------------------------------------------------------------

struct version {
    unsigned char *bytes; // owned
    size_t size;
};

static void own_entry(struct pair *pair)
{
    const struct fold *fold = pair->folders[MINDFUL].import.fold;
    struct record record = *fold->records[chance(pair, (uint32_t)fold->count)];
    char row[100];

    snprintf(row, sizeof row, "%s", record.row);
    record.row = row;
    record.device = "eigen";
    record.eid = fixture_next(pair->fixture);
    record.seen = false;
    for (int i = 0; i < DEVICES; i++) {
        assert_true(fold_add(pair->folders[i].import.fold, &record, 1));
    }
}

// Says what it did.
static const char *meanwhile(struct pair *pair, struct version *kept)
{
    static const char copy[] = "board.sync-conflict-20250101-101010-ABCDEFG.sqlite";
    struct fixture *fixture = pair->fixture;
    char sql[400];

    switch (chance(pair, 5)) {
    case 0:
        free(kept->bytes);
        kept->bytes = share_fixture_read(fixture, "board.sqlite", &kept->size);
        for (int i = 0; i < 3; i++) {
            edit(pair, statements[chance(pair, 8)], true, sql, sizeof sql);
        }
        return "three edits";
    case 1:
        if (kept->bytes != NULL) {
            fixture_write(fixture, "board.sqlite", kept->bytes, kept->size);
        }
        return "an older version";
    case 2:
        if (kept->bytes != NULL) {
            fixture_write(fixture, copy, kept->bytes, kept->size);
        }
        return "a copy";
    case 3: unlink(fixture_path(fixture, 0, copy)); return "no copy";
    default: own_entry(pair); return "an entry of its own";
    }
}

static void follows_any_edit(void **state)
{
    struct fixture *fixture = *state;
    struct version kept = {0};
    char sql[400];
    size_t read = 0;
    size_t partly = 0;

    for (uint32_t walk = 0; walk < WALKS; walk++) {
        struct pair pair;
        pair_open(&pair, fixture, walk);
        publish_board(fixture);
        pair_read(&pair, "the first look");
        for (int step = 0; step < STEPS; step++) {
            bool logged = chance(&pair, 8) > 0;
            size_t count = logged ? sizeof statements / sizeof *statements
                                  : sizeof silent / sizeof *silent;
            const char *const *from = logged ? statements : silent;
            edit(&pair, from[chance(&pair, (uint32_t)count)], logged, sql, sizeof sql);
            pair_read(&pair, sql);
            if (chance(&pair, 6) == 0) {
                const char *what = meanwhile(&pair, &kept);
                pair_read(&pair, what);
            }
            // Now and then it is brought in order, as the kiosk does after edits.
            if (!folder_main(&pair.folders[MINDFUL])->current && chance(&pair, 2) == 0) {
                folder_publish(&pair.folders[MINDFUL], false);
                pair_read(&pair, "publishing");
            }
        }
        read += pair.read;
        partly += pair.partly;
        pair_close(&pair);
        unlink(fixture_path(fixture, 0, "board.sqlite"));
    }
    free(kept.bytes);
    print_message("%zu readings, %zu of what changed alone\n", read, partly);
    assert_true(partly * 8 > read); // or it says nothing
}

static void reads_little_after_little(void **state)
{
    static const char *const little[] = {
        "UPDATE action SET title='een %2$u' WHERE code='1.1z%1$u'",
        "UPDATE board SET wall='bord %2$u'",
        "INSERT OR IGNORE INTO action(id,board,goal,code,title) "
        "VALUES('proef/1.1y%1$u','proef','1.1','1.1y%1$u','nieuw %2$u')",
    };
    struct fixture *fixture = *state;
    struct pair pair;
    char sql[400];

    pair_open(&pair, fixture, 1);
    publish_board(fixture);
    assert_false(pair_read(&pair, "the first look"));
    for (int i = 0; i < 60; i++) {
        edit(&pair, little[i % 3], true, sql, sizeof sql);
        pair_read(&pair, sql);
    }
    assert_true(pair.partly * 10 >= 60 * 9);
    pair_close(&pair);
}

// What is broken is told as when all is read, and the board stays.
static void finds_what_is_broken(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair;
    char sql[400];
    size_t size;
    int troubles = 0;

    pair_open(&pair, fixture, 3);
    publish_board(fixture);
    pair_read(&pair, "the first look");
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    for (int i = 0; i < FLIPS; i++) {
        unsigned char *bad = malloc(size);
        memcpy(bad, good, size);
        uint32_t at = chance(&pair, (uint32_t)size);
        bad[at] ^= (unsigned char)(1 + chance(&pair, 255));
        snprintf(sql, sizeof sql, "a flipped byte at %u", at);
        fixture_write(fixture, "board.sqlite", bad, size);
        free(bad);
        pair_read(&pair, sql);
        troubles += folder_main(&pair.folders[MINDFUL])->trouble != TROUBLE_NONE;
        fixture_write(fixture, "board.sqlite", good, size);
        pair_read(&pair, "mending it");
    }
    free(good);
    assert_true(troubles > 0);
    pair_close(&pair);
}

// A file that was copied while it was written has pages of two versions.
static void finds_what_is_torn(void **state)
{
    enum { PAGE = 4096 };
    struct fixture *fixture = *state;
    struct pair pair;
    char sql[400];

    pair_open(&pair, fixture, 5);
    publish_board(fixture);
    pair_read(&pair, "the first look");
    for (int i = 0; i < TORN; i++) {
        size_t old_size;
        size_t size;
        unsigned char *old = share_fixture_read(fixture, "board.sqlite", &old_size);
        size_t count = sizeof statements / sizeof *statements;
        edit(&pair, statements[chance(&pair, (uint32_t)count)], true, sql, sizeof sql);
        unsigned char *bytes = share_fixture_read(fixture, "board.sqlite", &size);
        unsigned char *torn = malloc(size);
        memcpy(torn, bytes, size);
        for (size_t at = 0; at + PAGE <= size && at + PAGE <= old_size; at += PAGE) {
            if (chance(&pair, 2) == 0) {
                memcpy(torn + at, old + at, PAGE);
            }
        }
        fixture_write(fixture, "board.sqlite", torn, size);
        pair_read(&pair, "tearing");
        fixture_write(fixture, "board.sqlite", bytes, size);
        pair_read(&pair, sql);
        free(torn);
        free(bytes);
        free(old);
        if (chance(&pair, 3) == 0) {
            folder_publish(&pair.folders[MINDFUL], false);
            pair_read(&pair, "publishing");
        }
    }
    pair_close(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(follows_any_edit),
        fixture_test(reads_little_after_little),
        fixture_test(finds_what_is_broken),
        fixture_test(finds_what_is_torn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
