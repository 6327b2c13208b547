// Broken and hostile files: each is told from the others, none costs the board, time or
// memory.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <time.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "base/log.h"
#include "share_fixture.h"

#ifdef __SANITIZE_ADDRESS__
enum { FLIPS = 400 };
#else
enum { FLIPS = 2000 };
#endif

enum { SECOND_MS = 1000 };

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

// Of this process alone: other work on the machine does not count.
static int64_t processor_ms(void)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static struct import_result read_one(struct fixture *fixture, const char *name, bool shows)
{
    struct gate *gate = gate_open(fixture);
    int64_t begun = processor_ms();
    struct import_result result = gate_import(gate, fixture, name);
    int64_t took = processor_ms() - begun;

    if (took > SECOND_MS) {
        print_error("%s took %lld ms\n", name, (long long)took);
    }
    assert_true(took <= SECOND_MS);
    const char *title = gate_value(gate, "action", "proef/1.1a", "title");
    assert_string_equal(title, shows ? "Zorgplicht uitleggen" : "(hidden)");
    gate_close(gate);
    return result;
}

static void expect(struct fixture *fixture, const char *what, const char *trouble)
{
    bool shows = trouble[0] == '\0' || strcmp(trouble, "newer") == 0;
    struct import_result result = read_one(fixture, "board.sqlite", shows);

    if (strcmp(trouble_key(result.trouble), trouble) != 0) {
        print_error("%s: \"%s\" and not \"%s\"\n", what, trouble_key(result.trouble),
                    trouble);
    }
    assert_string_equal(trouble_key(result.trouble), trouble);
}

// What is not there, or not a file ----------------------------------------------------

static void tells_what_is_not_a_file(void **state)
{
    struct fixture *fixture = *state;
    const char *path = fixture_path(fixture, 0, "board.sqlite");
    struct sockaddr_un address = {.sun_family = AF_UNIX};

    expect(fixture, "nothing", "missing");
    mkfifo(path, 0600);
    expect(fixture, "a pipe", "unsafe");
    unlink(path);
    mkdir(path, 0700);
    expect(fixture, "a folder", "unsafe");
    rmdir(path);
    assert_int_equal(symlink("/etc/passwd", path), 0);
    expect(fixture, "a link", "unsafe");
    unlink(path);
    assert_int_equal(symlink("/nonexistent", path), 0);
    expect(fixture, "a link to nothing", "unsafe");
    unlink(path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%.100s", path);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    expect(fixture, "a socket", "unsafe");
    close(fd);
    unlink(path);
    fixture_write(fixture, "board.sqlite", "", 0);
    expect(fixture, "no bytes", "empty");
    assert_int_equal(truncate(path, (off_t)1 << 40), 0);
    expect(fixture, "a terabyte of nothing", "unsafe");
    assert_int_equal(truncate(path, 8192), 0);
    expect(fixture, "zeros", "corrupt");
    fixture_write(fixture, "board.sqlite", "SQLite", 6);
    expect(fixture, "the first letters", "truncated");
    fixture_write(fixture, "board.sqlite", "Beste mensen, hierbij het bord", 30);
    expect(fixture, "a letter", "foreign");
}

// Damage ------------------------------------------------------------------------------

static void tells_every_truncation(void **state)
{
    struct fixture *fixture = *state;
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    for (size_t length = 1; length < size; length += 1 + length / 3) {
        fixture_write(fixture, "board.sqlite", good, length);
        expect(fixture, "cut off", "truncated");
    }
    for (size_t length = 4096; length < size; length += 4096) {
        fixture_write(fixture, "board.sqlite", good, length);
        expect(fixture, "cut off at a page", "truncated");
    }
    fixture_write(fixture, "board.sqlite", good, size);
    expect(fixture, "whole again", "");
    free(good);
}

static void stands_any_damage(void **state)
{
    struct fixture *fixture = *state;
    size_t size;
    int sound = 0;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    unsigned char *bad = malloc(size);
    for (int i = 0; i < FLIPS; i++) {
        struct gate *gate = gate_open(fixture);
        uint64_t flips = 1 + fixture_next(fixture) % 8;
        // Half of the damage where the structure is: the first bytes of a page.
        size_t page = fixture_next(fixture) % 2 == 0 ? 4096 : 1;
        memcpy(bad, good, size);
        for (uint64_t j = 0; j < flips; j++) {
            size_t at = fixture_next(fixture) % (size / page) * page;
            at += page > 1 ? fixture_next(fixture) % 64 : 0;
            bad[at] = (unsigned char)fixture_next(fixture);
        }
        fixture_write(fixture, "board.sqlite", bad, size);
        struct import_result result = gate_import(gate, fixture, "board.sqlite");
        sound += result.trouble == TROUBLE_NONE || result.trouble == TROUBLE_NEWER;
        assert_true(result.trouble != TROUBLE_MISSING && result.trouble != TROUBLE_EMPTY);
        gate_close(gate);
    }
    print_message("%d of %d damaged files still read\n", sound, FLIPS);
    free(bad);
    free(good);
}

// Malice ------------------------------------------------------------------------------

static const char ENDLESS[] =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) ";

struct attack {
    const char *what, *sql, *trouble;
};

static const struct attack attacks[] = {
    {"a view for the log",
     "DROP TABLE chg; CREATE VIEW chg AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
     " i+1 FROM n) SELECT i hlc,'x' dev,x'00' eid,'track' tbl,'r' row,'c' col,1 val,''"
     " author,NULL base FROM n",
     "unsafe"},
    {"a view for a table",
     "DROP TABLE track; CREATE VIEW track AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
     " SELECT i+1 FROM n) SELECT i id,'proef' board FROM n",
     "unsafe"},
    {"a table of full text search",
     "DROP TABLE track; CREATE VIRTUAL TABLE track USING fts5(id, board)", "unsafe"},
    {"an r-tree beside it", "CREATE VIRTUAL TABLE more USING rtree(id, a, b)", ""},
    {"triggers that call each other",
     "CREATE TRIGGER t1 AFTER INSERT ON action BEGIN DELETE FROM action; END;"
     "CREATE TRIGGER t2 AFTER DELETE ON action BEGIN INSERT INTO action(title) "
     "VALUES('x'); END",
     ""},
    {"a trigger on a view",
     "CREATE VIEW v AS SELECT 1 x; CREATE TRIGGER t3 INSTEAD OF INSERT ON v"
     " BEGIN DELETE FROM chg; END",
     ""},
    {"a generated column",
     "ALTER TABLE track ADD COLUMN g GENERATED ALWAYS AS (hex(zeroblob(900000))) VIRTUAL",
     "unsafe"},
    {"a log with a generated column",
     "ALTER TABLE chg ADD COLUMN g GENERATED ALWAYS AS (hlc) VIRTUAL", "unsafe"},
    {"no log", "DROP TABLE chg", "corrupt"},
    {"a log of other columns", "ALTER TABLE chg RENAME COLUMN hlc TO clock", "unsafe"},
    {"no key in a table",
     "DROP TRIGGER track_ai; DROP TRIGGER track_au; DROP TRIGGER track_ak;"
     "DROP TRIGGER track_ad; ALTER TABLE track RENAME COLUMN id TO key",
     "unsafe"},
    {"a value of 5 MB",
     "INSERT INTO chg VALUES(5,'x',zeroblob(8),'track','r','c',zeroblob(5000000),'',NULL)",
     "unsafe"},
    {"a value of 900 kB",
     "INSERT INTO chg VALUES(5,'x',zeroblob(8),'track','r','c',zeroblob(900000),'',NULL)",
     ""},
    {"a title of 900 kB",
     "DROP TRIGGER action_au; UPDATE action SET text=hex(zeroblob(450000))", ""},
    {"a check that never ends",
     "CREATE TABLE evil(x CHECK(x LIKE '%a%b%c%d%e%f%g%h%i%j%' AND length(hex(x))>1));"
     "PRAGMA ignore_check_constraints=ON; INSERT INTO evil VALUES(hex(zeroblob(400000)))",
     ""},
    {"an index on an expression", "CREATE INDEX i1 ON chg(hex(zeroblob(hlc % 3)))", ""},
    {"two tables on one root",
     "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage="
     "(SELECT rootpage FROM sqlite_master WHERE name='goal') WHERE name='action'",
     "corrupt"},
    {"a root beyond the end",
     "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=99999 WHERE "
     "name='action'",
     "corrupt"},
    {"a schema that is no SQL",
     "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='CREATE TABLE ((((' WHERE "
     "name='note'",
     "corrupt"},
    {"a schema of a million letters",
     "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='CREATE TABLE note(id TEXT "
     "/*'"
     "||hex(zeroblob(450000))||'*/)' WHERE name='note'",
     "corrupt"},
    {"a log that is a rowid table",
     "CREATE TABLE c2 AS SELECT * FROM chg; DROP TABLE chg; CREATE TABLE "
     "chg(hlc,dev,eid,tbl,row,"
     "col,val,author,base); INSERT INTO chg SELECT * FROM c2 ORDER BY hlc DESC; DROP TABLE "
     "c2",
     ""},
    {"another alphabet of columns", "ALTER TABLE track ADD COLUMN \"a\"\"b'c\" TEXT", ""},
    {"somebody else's file", "PRAGMA application_id=1", "foreign"},
    {"a file of a later program", "PRAGMA user_version=7", "newer"},
    {"large pages", "PRAGMA page_size=65536; VACUUM", ""},
    {"small pages", "PRAGMA page_size=512; VACUUM", ""},
    {"pages that can be freed", "PRAGMA auto_vacuum=INCREMENTAL; VACUUM", ""},
    {"an older program's tables", "DROP TABLE note; DROP TABLE decision", ""},
};

static void stands_malice(void **state)
{
    struct fixture *fixture = *state;
    size_t size;
    struct rusage before;
    struct rusage after;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    getrusage(RUSAGE_SELF, &before);
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        fixture_write(fixture, "board.sqlite", good, size);
        share_fixture_sql(fixture, "board.sqlite", attacks[i].sql);
        expect(fixture, attacks[i].what, attacks[i].trouble);
    }
    getrusage(RUSAGE_SELF, &after);
    assert_true(after.ru_maxrss - before.ru_maxrss < 64 * 1024); // kB
    free(good);
}

static void stands_schemas_without_measure(void **state)
{
    struct fixture *fixture = *state;
    size_t size;
    char *sql = malloc(400000);
    size_t at = 0;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    for (int i = 0; i < 1000; i++) {
        at += (size_t)snprintf(sql + at, 400000 - at, "CREATE TABLE t%d(x);", i);
    }
    share_fixture_sql(fixture, "board.sqlite", sql);
    expect(fixture, "a thousand tables", "unsafe");
    at = (size_t)snprintf(sql, 400000, "CREATE TABLE wide(c");
    for (int i = 0; i < 1500; i++) {
        at += (size_t)snprintf(sql + at, 400000 - at, ",c%d", i);
    }
    snprintf(sql + at, 400000 - at, ")");
    fixture_write(fixture, "board.sqlite", good, size);
    share_fixture_sql(fixture, "board.sqlite", sql);
    expect(fixture, "a table of 1500 columns", "corrupt");
    at = (size_t)snprintf(sql, 400000,
                          "CREATE TRIGGER deep AFTER INSERT ON note BEGIN SELECT ");
    for (int i = 0; i < 900; i++) {
        at += (size_t)snprintf(sql + at, 400000 - at, "-(1+");
    }
    at += (size_t)snprintf(sql + at, 400000 - at, "1");
    for (int i = 0; i < 900; i++) {
        at += (size_t)snprintf(sql + at, 400000 - at, ")");
    }
    snprintf(sql + at, 400000 - at, "; END");
    fixture_write(fixture, "board.sqlite", good, size);
    // SQLite itself refuses such depth, so the file is made with a shallow one of the same
    // length.
    share_fixture_sql(fixture, "board.sqlite",
                      "CREATE TRIGGER deep AFTER INSERT ON note BEGIN SELECT 1; END");
    sqlite3 *db;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open(fixture_path(fixture, 0, "board.sqlite"), &db),
                     SQLITE_OK);
    sqlite3_exec(db, "PRAGMA writable_schema=ON", NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "UPDATE sqlite_master SET sql=? WHERE name='deep'", -1,
                       &statement, NULL);
    sqlite3_bind_text(statement, 1, sql, -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    expect(fixture, "a deep expression", "corrupt");
    snprintf(sql, 400000, "CREATE VIEW slow AS %s SELECT * FROM n", ENDLESS);
    fixture_write(fixture, "board.sqlite", good, size);
    share_fixture_sql(fixture, "board.sqlite", sql);
    expect(fixture, "an endless view that nobody asks", "");
    free(sql);
    free(good);
}

// What may not enter any log is left out, and what stands beside it comes in.
static void leaves_bad_entries_out(void **state)
{
    static const char *const entries[] = {
        "-1,'x',zeroblob(8),'track','r','lead','bad','',NULL",
        "1<<62,'x',zeroblob(8),'track','r','lead','bad','',NULL",
        "9,'x',zeroblob(7),'track','r','lead','bad','',NULL",
        "9,'x','12345678','track','r','lead','bad','',NULL",
        "10,'',zeroblob(8),'track','r','lead','bad','',NULL",
        "11,'x',zeroblob(8),'track','','lead','bad','',NULL",
        "12,'x',zeroblob(8),'track',hex(zeroblob(100)),'lead','bad','',NULL",
        "13,'x',zeroblob(8),'track','r','lead',hex(zeroblob(40000)),'',NULL",
        "14,'x',zeroblob(8),'track','r','lead','bad',hex(zeroblob(100)),NULL",
        "15,'x',zeroblob(8),'track','r','lead','bad','',-5",
        "16,'x',zeroblob(8),'track','r'||char(0)||'s','lead','bad','',NULL",
    };
    struct fixture *fixture = *state;
    char sql[400];

    share_fixture_publish(fixture);
    struct gate *gate = gate_open(fixture);
    gate_import(gate, fixture, "board.sqlite");
    size_t before = gate->fold->count;
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        snprintf(sql, sizeof sql, "INSERT INTO chg VALUES(%s)", entries[i]);
        share_fixture_sql(fixture, "board.sqlite", sql);
    }
    share_fixture_sql(
        fixture, "board.sqlite",
        "INSERT INTO chg VALUES(20,'x',zeroblob(8),'track','r','lead','good','',NULL)");
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_NONE);
    uint32_t cell =
        fold_cell_find(gate->fold, fold_row_find(gate->fold, "track", "r"), "lead");
    assert_non_null(gate->fold->cells[cell].winner);
    assert_string_equal(gate->fold->cells[cell].winner->value, "good");
    // The good one, and the deletion that its lacking row stands for.
    assert_int_equal(gate->fold->count, before + 2);
    gate_close(gate);
}

// Side files --------------------------------------------------------------------------

// Leaves the files as a process does that dies in the middle of `sql`.
static void die_after(struct fixture *fixture, const char *sql)
{
    pid_t process = fork();

    if (process == 0) {
        sqlite3 *db;
        sqlite3_open(fixture_path(fixture, 0, "board.sqlite"), &db);
        sqlite3_exec(db, "PRAGMA cache_size=1; PRAGMA cache_spill=1", NULL, NULL, NULL);
        // All that it wrote so far is in the file, which is sound by itself.
        bool done = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK &&
                    (sqlite3_get_autocommit(db) || sqlite3_db_cacheflush(db) == SQLITE_OK);
        _exit(done ? 0 : 1);
    }
    int status;
    waitpid(process, &status, 0);
    assert_int_equal(status, 0);
}

static void age(struct fixture *fixture, const char *name)
{
    struct timespec times[2] = {{.tv_sec = 1700000000}, {.tv_sec = 1700000000}};

    assert_int_equal(utimensat(AT_FDCWD, fixture_path(fixture, 0, name), times, 0), 0);
}

static void rolls_back(struct fixture *fixture, const char *sql)
{
    share_fixture_publish(fixture);
    die_after(fixture, sql);
    struct env_stat stat;
    assert_int_equal(fixture_stat(fixture, "board.sqlite-journal", &stat), 0);
    assert_true(stat.size > 0);
    assert_int_equal(read_one(fixture, "board.sqlite", false).trouble, TROUBLE_BUSY);
    age(fixture, "board.sqlite-journal");
    assert_int_equal(read_one(fixture, "board.sqlite", true).trouble, TROUBLE_NONE);
    // Nothing was played back in the shared folder itself, and nothing is left in the
    // private one.
    assert_int_equal(fixture_stat(fixture, "board.sqlite-journal", &stat), 0);
    assert_int_equal(fixture_count(fixture), 2);
    int count = 0;
    fixture->env.list(fixture, fixture->state, fixture_add, &count);
    assert_int_equal(count, 0);
}

static void rolls_back_what_was_cut_short(void **state)
{
    rolls_back(*state,
               "BEGIN; UPDATE action SET title='half';"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000)"
               " INSERT INTO note(text) SELECT 'note '||i FROM n");
}

// Also when the file by itself is sound: nobody committed what it holds.
static void takes_nothing_that_was_not_committed(void **state)
{
    rolls_back(*state, "BEGIN; UPDATE action SET title='half'");
}

static void deletes_nothing_for_a_journal(void **state)
{
    static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    struct fixture *fixture = *state;
    unsigned char journal[1024] = {0};
    const char *victim = fixture_path(fixture, 1, "../victim");
    size_t length = strlen(victim);
    uint32_t sum = 0;

    share_fixture_publish(fixture);
    fclose(fopen(victim, "w"));
    memcpy(journal, magic, sizeof magic);
    memcpy(journal + 600, victim, length);
    for (size_t i = 0; i < length; i++) {
        sum += (unsigned char)victim[i];
    }
    unsigned char *at = journal + 600 + length;
    *at++ = 0, *at++ = 0, *at++ = 0, *at++ = (unsigned char)length;
    *at++ = (unsigned char)(sum >> 24), *at++ = (unsigned char)(sum >> 16);
    *at++ = (unsigned char)(sum >> 8), *at++ = (unsigned char)sum;
    memcpy(at, magic, sizeof magic);
    fixture_write(fixture, "board.sqlite-journal", journal, (size_t)(at + 8 - journal));
    age(fixture, "board.sqlite-journal");
    assert_int_equal(read_one(fixture, "board.sqlite", false).trouble, TROUBLE_UNSAFE);
    struct env_stat stat;
    assert_int_equal(fixture_stat(fixture, "../victim", &stat), 0);
}

static void reads_what_is_in_the_wal(void **state)
{
    struct fixture *fixture = *state;
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *plain = share_fixture_read(fixture, "board.sqlite", &size);
    die_after(fixture, "PRAGMA journal_mode=WAL; UPDATE action SET brief='in the wal'");
    struct gate *gate = gate_open(fixture);
    struct import_result result = gate_import(gate, fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_NONE);
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "brief"), "in the wal");
    assert_false(result.current);
    gate_close(gate);
    // The shared folder is as it was: nothing recovered, nothing made.
    struct env_stat stat;
    assert_int_equal(fixture_stat(fixture, "board.sqlite-wal", &stat), 0);
    // A WAL that belongs to another file does no harm.
    fixture_write(fixture, "board.sqlite", plain, size);
    assert_int_equal(read_one(fixture, "board.sqlite", true).trouble, TROUBLE_NONE);
    unsigned char *wal = share_fixture_read(fixture, "board.sqlite-wal", &size);
    for (int i = 0; i < 200; i++) {
        size_t at = fixture_next(fixture) % size;
        unsigned char was = wal[at];
        wal[at] = (unsigned char)fixture_next(fixture);
        fixture_write(fixture, "board.sqlite-wal", wal, size);
        assert_int_equal(read_one(fixture, "board.sqlite", true).trouble, TROUBLE_NONE);
        wal[at] = was;
    }
    free(wal);
    free(plain);
}

static void reads_other_encodings(void **state)
{
    struct fixture *fixture = *state;

    sqlite3 *db;

    assert_int_equal(sqlite3_open(fixture_path(fixture, 1, "board-16.sqlite"), &db),
                     SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "PRAGMA encoding='UTF-16le'; CREATE TABLE chg(hlc,dev,eid,tbl,"
                     "row,col,val,author,base); PRAGMA application_id=1380077394;"
                     "INSERT INTO chg VALUES(7,'x',x'0102030405060708','action',"
                     "'proef/1.1a','title','Zorgplicht uitleggen','',NULL)",
                     NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    struct import_result result = read_one(fixture, "board-16.sqlite", true);
    assert_int_equal(result.trouble, TROUBLE_NONE);
    assert_false(result.current);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(tells_what_is_not_a_file),
        fixture_test(tells_every_truncation),
        fixture_test(stands_any_damage),
        fixture_test(stands_malice),
        fixture_test(stands_schemas_without_measure),
        fixture_test(leaves_bad_entries_out),
        fixture_test(rolls_back_what_was_cut_short),
        fixture_test(takes_nothing_that_was_not_committed),
        fixture_test(deletes_nothing_for_a_journal),
        fixture_test(reads_what_is_in_the_wal),
        fixture_test(reads_other_encodings),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
