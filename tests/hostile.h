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
// Boards that the reader takes in, made to keep whoever works with them busy: meetings,
// decisions, rhythms, references and days without measure.
// Where a sanitizer makes everything ten times as slow, a tenth of them: time and memory
// are not measured there.
#ifdef __SANITIZE_ADDRESS__
#define MANY(n) COUNT_TO((n / 10))
#else
#define MANY(n) COUNT_TO(n)
#endif
#define ACTIONS(n)                                                                         \
    MANY(n)                                                                                \
    "INSERT INTO action(id,board,goal,code,title,due,refs) SELECT 'proef/r'||i,'proef',"   \
    "'1.1','r'||i,'Actie '||i,'2022','r'||(i%(" #n ")+1) FROM n;" MANY(                    \
        n) "INSERT INTO "                                                                  \
           "track(id,board,action,column_id,stage,health,reason,lead,reported) "           \
           "SELECT "                                                                       \
           "'proef/r'||i||'/gemeente','proef','r'||i,'gemeente','beleggen','knelpunt',"    \
           "'niemand','wie '||i,'2022-01-01' FROM n;"
static const struct hostile hostile_boards[] = {
    {"10,000 stuck actions that wait for each other in a ring", true,
     NO_TRIGGERS ACTIONS(10000), ""},
    {"15,000 bottlenecks", true,
     NO_TRIGGERS ACTIONS(15000)
         MANY(15000) "INSERT INTO bottleneck(id,board,action,column_id,reason,since,rung) "
                     "SELECT "
                     "'k'||i,'proef','r'||i,'gemeente','niemand','2022-01-01','regiegroep' "
                     "FROM n",
     ""},
    {"100,000 open decisions", true,
     NO_TRIGGERS
     "INSERT INTO meeting(id,board,body,starts,state) VALUES('m1','proef','Regiegroep',"
     "'2024-01-01T10:00','gesloten'),('m2','proef','Regiegroep','2025-11-27T10:00','bezig')"
     ";" MANY(100000) "INSERT INTO decision(id,board,meeting,action,text,state) SELECT "
                      "'d'||i,'proef','m1','1.1a','Besluit '||i,'open' FROM n",
     ""},
    {"20,000 open decisions about 10,000 stuck actions", true,
     NO_TRIGGERS ACTIONS(
         10000) "INSERT INTO meeting(id,board,body,starts,state) "
                "VALUES('m1','proef','Regiegroep',"
                "'2024-01-01T10:00','gesloten'),('m2','proef','Regiegroep','2025-11-27T10:"
                "00','bezig');" MANY(
                    20000) "INSERT INTO "
                           "decision(id,board,meeting,action,column_id,text,state) "
                           "SELECT 'd'||i,'proef','m1','r'||i,'gemeente','Besluit "
                           "'||i,'open' "
                           "FROM n",
     ""},
    {"40,000 meetings of 40,000 bodies", true,
     NO_TRIGGERS MANY(
         40000) "INSERT INTO meeting(id,board,body,starts,agenda,state) SELECT 'm'||i,"
                "'proef','../../x'||i,printf('%04d-01-01T10:00',1+i%9999),'trekkers',"
                "CASE i%3 WHEN 0 THEN 'bezig' WHEN 1 THEN 'gesloten' END FROM n",
     ""},
    {"40,000 meetings of one body of 4 kB", true,
     NO_TRIGGERS MANY(
         40000) "INSERT INTO meeting(id,board,body,starts,state) SELECT 'm'||i,'proef',"
                "CASE WHEN i%100=0 THEN hex(zeroblob(2000)) ELSE hex(zeroblob(100)) END,"
                "printf('%04d-01-01T10:00',1+i%9999),"
                "'bezig' FROM n",
     ""},
    {"20,000 rhythms of every day since the year 1", true,
     NO_TRIGGERS "UPDATE board SET period='1900-2100';" MANY(
         20000) "INSERT INTO rhythm(id,board,title,due,who) SELECT i,'proef','Ritme '||i,"
                "CASE i%5 WHEN 0 THEN 'elke dag' WHEN 1 THEN 'elke 0 dagen' WHEN 2 THEN "
                "'elke 1000000000 dagen' WHEN 3 THEN 'een jaar na de start' ELSE "
                "'tweemaal per jaar' END,'trekkers' FROM n;"
                "INSERT INTO meeting(id,board,body,starts,state) VALUES('m1','proef','x',"
                "'0001-01-01','gesloten'),('m2','proef','trekkers','9999-12-31T23:59','"
                "bezig');"
                "INSERT INTO track(id,board,action,column_id,reported,health) VALUES("
                "'proef/1.1a/gemeente2','proef','1.1a','gemeente','0001-01-01','aandacht')",
     ""},
    {"a rhythm of every day on 10,000 tracks", true,
     NO_TRIGGERS ACTIONS(10000) "UPDATE board SET period='1900-2100'; INSERT INTO "
                                "rhythm(id,board,title,due,who) "
                                "VALUES(1,'proef','Trekkers','elke dag','trekkers'),"
                                "(2,'proef','Trekkers','elke twee maanden','trekkers')",
     ""},
    {"days at both ends of time", false,
     "UPDATE board SET period='0001 - 9999';"
     "UPDATE action SET due='31 december 9999';"
     "UPDATE track SET health='knelpunt',reported='0001-01-01',stage='beleggen';"
     "UPDATE track SET reported='9999-12-31';"
     "INSERT INTO bottleneck(id,board,action,column_id,since,rung_since,decide_by) VALUES("
     "'k','proef','1.1a','gemeente','0001-01-01','9999-12-31','9999-12-31');"
     "INSERT INTO meeting(id,board,body,starts,state) VALUES('a','proef','x','0001-01-01',"
     "'bezig'),('b','proef','x','9999-12-31T23:59','gesloten');"
     "INSERT INTO rhythm(id,board,title,due,who) VALUES('r','proef','x','elke dag','x')",
     ""},
    {"entries at both ends of time", false,
     "UPDATE track SET health='aandacht',stage='beleggen';"
     "UPDATE chg SET hlc=CASE hlc%2 WHEN 0 THEN 9223372036854775807 ELSE "
     "-9223372036854775807-1 END",
     "*"},
    {"bodies that are none", false,
     "INSERT INTO meeting(id,board,body,starts,agenda,state) VALUES"
     "('1','proef','../../x','2025-11-27','=1+1','bezig'),('2','proef','/','x','','bezig'),"
     "('3','proef','a'||char(27)||'[2J'||char(0)||'b','','<script>alert(1)</script>','x'),"
     "('4','proef',char(8238)||'x','2025-11-27',char(8238),'gesloten'),"
     "('5','proef',hex(zeroblob(2048)),'2025-11-27',hex(zeroblob(40000)),'gesloten'),"
     "('6','proef','<script>alert(1)</script>','2025-11-27','','gesloten'),"
     "('7','proef','%s%n%s','2025-11-27','','gesloten');"
     "INSERT INTO decision(id,board,meeting,action,text,lead,due,state) SELECT "
     "'d'||id,'proef',id,'1.1a','<script>'||char(27)||char(8238)||'</script>',"
     "'=cmd|x','-1+1','open' FROM meeting;"
     "INSERT INTO note(id,board,action,author,at,text) VALUES('n','proef','1.1a',"
     "'@x','9999-12-31T23:59',char(9)||'=1'||char(13)||'+1')",
     ""},
};
enum {
    HOSTILE_BOARDS = sizeof hostile_boards / sizeof *hostile_boards,
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
