// Files made to do harm, beyond those of test_reader.c: each is a way to make one, and what
// it must be called. Used as a test (test_hostile.c) and as seeds for fuzzing.
#ifndef REGIEBORD_TESTS_HOSTILE_H
#define REGIEBORD_TESTS_HOSTILE_H

#include "share_fixture.h"

struct hostile {
    const char *what;
    bool big;            // too big for a seed
    const char *sql;     // on the sound file
    const char *trouble; // what the file is called; "*": whatever
};

enum { HOSTILE_NUMBERS = 3 };

struct hostile_patched {
    const char *what, *sql, *trouble;
    struct hostile_number {
        bool table; // on the page where `action` begins, not the first one
        long at;
        size_t bytes;
        uint32_t value;
    } numbers[HOSTILE_NUMBERS];
};

#define COUNT_TO(n)                                                                        \
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<" #n ") "
#define MASTER "PRAGMA writable_schema=ON; UPDATE sqlite_master SET "
#define NO_TRIGGERS                                                                        \
    "PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE type='trigger';"           \
    "PRAGMA writable_schema=RESET;"

static const struct hostile hostile_set[] = {
    // The schema.
    {"half a million views", true,
     "PRAGMA writable_schema=ON;" COUNT_TO(
         500000) "INSERT INTO sqlite_master SELECT "
                 "'view','v'||i,'v'||i,0,'CREATE VIEW v'||i||' AS SELECT 1' FROM n",
     "unsafe"},
    {"a hundred thousand tables on one page", true,
     "PRAGMA writable_schema=ON;" COUNT_TO(
         100000) "INSERT INTO sqlite_master SELECT "
                 "'table','t'||i,'t'||i,3,'CREATE TABLE t'||i||'(a,b,c,d,e,f,g,h)' FROM n",
     "unsafe"},
    {"twenty thousand triggers on one table", true,
     "PRAGMA writable_schema=ON;" COUNT_TO(
         20000) "INSERT INTO sqlite_master SELECT "
                "'trigger','g'||i,'note',0,'CREATE TRIGGER g'||i||' AFTER INSERT ON note "
                "BEGIN "
                "DELETE FROM chg; END' FROM n",
     "unsafe"},
    {"a table named to end a statement", false,
     "CREATE TABLE \"x\"\"; DROP TABLE chg; --'\"(\"y\"\";--\")", ""},
    {"a name of 65 kB", true,
     MASTER "name=hex(zeroblob(32500)),sql='CREATE TABLE a'||hex(zeroblob(32500))||'(x)',"
            "tbl_name=name WHERE name='note'",
     "corrupt"},
    {"a column of 65 kB", true,
     MASTER "sql='CREATE TABLE note(id,a'||hex(zeroblob(32500))||')' WHERE name='note'",
     "corrupt"},
    {"a table that is said to have no rowid", false,
     MASTER "sql=replace(sql,'UNIQUE','PRIMARY KEY')||' WITHOUT ROWID' WHERE name='track' "
            "AND type='table'",
     "corrupt"},
    {"a log that is said to have rowids", false,
     MASTER "sql=replace(sql,'WITHOUT ROWID','') WHERE name='chg'", "corrupt"},
    {"a root page of -1", false, MASTER "rootpage=-1 WHERE name='track'", "corrupt"},
    {"a root page of 0", false, MASTER "rootpage=0 WHERE name='track'", "corrupt"},
    {"the schema as a table", false, MASTER "rootpage=1 WHERE name='track'", "corrupt"},
    {"a root page of 2^40", false, MASTER "rootpage=1099511627776 WHERE name='chg'",
     "corrupt"},
    {"a root page in words", false, MASTER "rootpage='drie' WHERE name='chg'", "corrupt"},
    {"a table that is called a view", false, MASTER "type='view' WHERE name='track'",
     "corrupt"},
    {"a view that is called a table", false,
     MASTER "sql='CREATE VIEW chg AS SELECT 1' WHERE name='chg'", "corrupt"},
    {"a table that a query makes", false,
     MASTER "sql='CREATE TABLE chg AS SELECT * FROM action' WHERE name='chg'", "corrupt"},
    {"a virtual table on the pages of another", false,
     MASTER "sql='CREATE VIRTUAL TABLE track USING fts5(id)' WHERE name='track'",
     "corrupt"},
    {"a virtual table of an unknown kind", false,
     MASTER "sql='CREATE VIRTUAL TABLE track USING nosuch(id)',rootpage=0 WHERE "
            "name='track' AND type='table'",
     "corrupt"},
    {"a virtual table that reads files", false,
     MASTER "sql='CREATE VIRTUAL TABLE chg USING csv(filename=\"/etc/passwd\")',rootpage=0 "
            "WHERE name='chg'",
     "corrupt"},
    {"an order that nobody knows", false,
     MASTER "sql=replace(sql,'tbl TEXT','tbl TEXT COLLATE nosuch') WHERE name='chg'", "*"},
    {"a log in an order that nobody knows", false,
     MASTER "sql=replace(sql,'dev TEXT','dev TEXT COLLATE nosuch') WHERE name='chg'", "*"},
    {"statistics without end", true,
     "ANALYZE; UPDATE sqlite_stat1 SET stat=hex(zeroblob(400000))||' 1 1 1',idx=NULL", "*"},
    {"a default that calls functions", false,
     MASTER "sql=replace(sql,'title TEXT','title TEXT DEFAULT "
            "(load_extension(''/tmp/evil.so''))') WHERE name='action'",
     ""},
    {"a check that calls functions", false,
     MASTER "sql=replace(sql,'title TEXT','title TEXT CHECK(writefile(''x'',''y''))') "
            "WHERE name='action'",
     "*"},
    {"an index on an endless expression", false,
     MASTER "sql='CREATE INDEX i ON chg(hex(zeroblob(1e9)))' WHERE name='note_ai'", "*"},
    {"a trigger before reading", false,
     "CREATE TEMP TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM chg; END;"
     "CREATE TRIGGER u BEFORE DELETE ON chg BEGIN SELECT RAISE(FAIL,'x'); END",
     ""},
    {"words where SQL should be", false,
     MASTER "sql='SELECT 1; DROP TABLE chg' WHERE name='note'", "corrupt"},
    {"a table twice", false,
     "PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT * FROM sqlite_master "
     "WHERE name='track'",
     "corrupt"},
    {"a schema in blobs", false, MASTER "sql=CAST(sql AS BLOB),name=CAST(name AS BLOB)",
     "*"},
    {"no schema at all", false, "PRAGMA writable_schema=ON; DELETE FROM sqlite_master",
     "corrupt"},
    // Values.
    {"numbers in every column", false,
     NO_TRIGGERS
     "UPDATE track SET board=1,action=2.5,column_id=-9e999,stage=1e300,health=7,"
     "reason=x'00',lead=x'',reported=9223372036854775807; UPDATE action SET title=42,"
     "due=x'ff00ff',text=1.0; UPDATE board SET title=x'1b5b33316d',position=1e999",
     ""},
    {"ids of every type", false,
     NO_TRIGGERS "INSERT INTO track(id,board) VALUES(1,2),(1.5,2),(x'00ff',2),('',2),"
                 "(zeroblob(300),2),('a'||char(0)||'b',2)",
     ""},
    {"text that is none", false,
     "UPDATE action SET title=CAST(x'eda080' AS TEXT),text=CAST(x'c328ff' AS TEXT)", ""},
    {"two rows of one id", false,
     NO_TRIGGERS
     "PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE type='index';"
     "UPDATE sqlite_master SET sql=replace(sql,' UNIQUE','') WHERE name='track';"
     "PRAGMA writable_schema=RESET; INSERT INTO track(id,board) VALUES('x','proef'),"
     "('x','anders')",
     "*"},
    {"a log of blobs", false,
     "INSERT INTO chg VALUES(x'00',x'00',x'00',x'00',x'00',x'00',x'00',x'00',x'00')", ""},
    {"300,000 entries that may not enter", true,
     COUNT_TO(
         300000) "INSERT INTO chg SELECT i,'x',zeroblob(8),'t','','c',1,'',NULL FROM n",
     ""},
    {"250,000 columns in one row", true,
     COUNT_TO(250000) "INSERT INTO chg SELECT i,'x',zeroblob(8),'track','r',"
                      "printf('%06d',(i*7919)%250000),NULL,'',NULL FROM n",
     ""},
    {"200,000 entries of one cell, and rows that say otherwise", true,
     "DROP TRIGGER track_ai; DROP TRIGGER track_au; DROP TRIGGER track_ak; DROP TRIGGER "
     "track_ad;" COUNT_TO(
         60000) "INSERT INTO track(id,board,lead) SELECT 'r'||i,'proef',i "
                "FROM n;" COUNT_TO(
                    60000) "INSERT INTO chg SELECT i,'x',zeroblob(8),'track','r'||i,"
                           "'lead','oud','',NULL FROM n",
     ""},
    {"250,000 rows", true,
     NO_TRIGGERS COUNT_TO(250000) "INSERT INTO note(id) SELECT i FROM n", "unsafe"},
    {"150,000 rows that nobody logged", true,
     NO_TRIGGERS COUNT_TO(150000) "INSERT INTO note(id,board) SELECT i,'proef' FROM n", ""},
};

// Numbers put over bytes of the file.
static const struct hostile_patched hostile_patches[] = {
    {"a value of a gigabyte that is not there",
     "SELECT 1",
     "corrupt",
     {{true, 8, 2, 4090}, {true, 4090, 4, 0x84808080}}},
    {"a page that is its own child",
     "SELECT 1",
     "corrupt",
     {{true, 0, 1, 5}, {true, 8, 4, 0}}},
    {"a free list that goes round",
     "DELETE FROM chg; PRAGMA auto_vacuum=NONE; DROP TABLE note",
     "corrupt",
     {{false, 36, 4, 0x7fffffff}}},
    {"a free list that begins at the end",
     "SELECT 1",
     "corrupt",
     {{false, 32, 4, 0xffffffff}, {false, 36, 4, 1}}},
    {"room of 255 bytes kept on every page", "SELECT 1", "corrupt", {{false, 20, 1, 255}}},
    {"a schema of format 9", "SELECT 1", "*", {{false, 44, 4, 9}}},
    {"an alphabet of number 7", "SELECT 1", "*", {{false, 56, 4, 7}}},
    {"four billion pages", "SELECT 1", "truncated", {{false, 28, 4, 0xffffffff}}},
    {"pages of one byte", "SELECT 1", "corrupt", {{false, 16, 2, 257}}},
    {"pages of 64 kB in a file of 4 kB pages", "SELECT 1", "*", {{false, 16, 2, 1}}},
    {"pages of 512 bytes in a file of 4 kB pages", "SELECT 1", "*", {{false, 16, 2, 512}}},
    {"pointer maps that are not there", "SELECT 1", "*", {{false, 52, 4, 30}}},
    {"65,535 cells on a page", "SELECT 1", "corrupt", {{true, 3, 2, 0xffff}}},
    {"a cell beyond its page", "SELECT 1", "corrupt", {{true, 8, 2, 0xffff}}},
    {"a free block that is its own next",
     "SELECT 1",
     "corrupt",
     {{true, 1, 2, 2000}, {true, 2000, 2, 2000}}},
};
enum {
    HOSTILE_COUNT = sizeof hostile_set / sizeof *hostile_set,
    HOSTILE_PATCHES = sizeof hostile_patches / sizeof *hostile_patches,
};

// The byte where the root page of `action` begins.
static inline long hostile_root(struct fixture *fixture)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_open(fixture_path(fixture, 0, "board.sqlite"), &db),
                     SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT (rootpage-1)*page_size FROM "
                                        "sqlite_master,pragma_page_size WHERE "
                                        "name='action'",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    long root = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return root;
}

// Makes board.sqlite, which is sound, into this one.
static inline void hostile_make(struct fixture *fixture, const struct hostile *hostile)
{
    share_fixture_sql(fixture, "board.sqlite", hostile->sql);
}

static inline void hostile_patch(struct fixture *fixture,
                                 const struct hostile_patched *patched)
{
    share_fixture_sql(fixture, "board.sqlite", patched->sql);
    long root = hostile_root(fixture);
    FILE *file = fopen(fixture_path(fixture, 0, "board.sqlite"), "r+b");
    assert_non_null(file);
    for (size_t i = 0; i < HOSTILE_NUMBERS; i++) {
        const struct hostile_number *number = &patched->numbers[i];
        fseek(file, (number->table ? root : 0) + number->at, SEEK_SET);
        for (size_t b = 0; b < number->bytes; b++) {
            fputc((int)(number->value >> (8 * (number->bytes - 1 - b)) & 255), file);
        }
    }
    fclose(file);
}

#endif
