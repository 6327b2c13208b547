// Changes to a shared file that go deeper than bytes: parts of pages, whole pages, entries
// and rows by SQL, and a header that still adds up afterwards.
#include <sqlite3.h>
#include <string.h>

#include "fuzz.h"

enum { HEADER = 100, TAIL = 8, SQL_BYTES = 600 };

static uint32_t pick(uint64_t *seed, size_t count)
{
    return count == 0 ? 0 : (uint32_t)(fuzz_next(seed) % count);
}

static void put(uint8_t *at, size_t bytes, uint64_t value)
{
    for (size_t i = 0; i < bytes; i++) {
        at[i] = (uint8_t)(value >> (8 * (bytes - 1 - i)));
    }
}

static size_t page_of(const uint8_t *data, size_t size)
{
    size_t page = size < HEADER ? 0 : (size_t)data[16] << 8 | data[17];

    page = page == 1 ? 65536 : page;
    return page < 512 || (page & (page - 1)) != 0 || page > size ? 0 : page;
}

// The side file and the eight bytes that tell of it.
static size_t tail_of(const uint8_t *data, size_t size)
{
    if (size < TAIL || memcmp(data + size - TAIL, "SIDE", 4) != 0) {
        return 0;
    }
    const uint8_t *at = data + size - 3;
    size_t side = (size_t)at[0] << 16 | (size_t)at[1] << 8 | at[2];
    return side + TAIL <= size ? side + TAIL : 0;
}

// Pages -------------------------------------------------------------------------------

static uint64_t odd_number(uint64_t *seed)
{
    static const uint64_t numbers[] = {0,      1,      2,      3,          5,
                                       10,     13,     0x7f,   0x80,       0xff,
                                       0x1000, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff};

    return pick(seed, 3) == 0 ? pick(seed, 300)
                              : numbers[pick(seed, sizeof numbers / sizeof *numbers)];
}

// The header of a b-tree page: its kind, free blocks, cells, where they begin, the page to
// the right, and the list of cells.
static void mutate_page(uint8_t *page, size_t size, size_t start, uint64_t *seed)
{
    static const uint8_t kinds[] = {2, 5, 10, 13, 0, 1};
    static const size_t fields[][2] = {{1, 2}, {3, 2}, {5, 2}, {7, 1}, {8, 4}};
    size_t which = pick(seed, 8);
    uint8_t *at = page + start;

    if (which == 0) {
        at[0] = kinds[pick(seed, sizeof kinds)];
    } else if (which < 6) {
        put(at + fields[which - 1][0], fields[which - 1][1], odd_number(seed));
    } else {
        size_t cells = (size_t)at[3] << 8 | at[4];
        size_t place = start + 8 + 2 * (size_t)pick(seed, cells + 1);
        if (place + 2 <= size) {
            put(page + place, 2, pick(seed, 2) == 0 ? odd_number(seed) : pick(seed, size));
        }
    }
}

// A cell begins with its length, its key and the types of its fields.
static void mutate_cell(uint8_t *page, size_t size, size_t start, uint64_t *seed)
{
    size_t cells = (size_t)page[start + 3] << 8 | page[start + 4];
    size_t place = start + 8 + 2 * (size_t)pick(seed, cells);

    if (cells == 0 || place + 2 > size) {
        return;
    }
    size_t at = ((size_t)page[place] << 8 | page[place + 1]) + pick(seed, 24);
    if (at < size) {
        page[at] =
            pick(seed, 2) == 0 ? (uint8_t)odd_number(seed) : (uint8_t)fuzz_next(seed);
    }
}

static void mutate_pages(uint8_t *data, size_t size, size_t page, uint64_t *seed)
{
    size_t count = size / page;
    size_t which = pick(seed, count);
    size_t other = pick(seed, count);
    uint8_t *at = data + which * page;
    size_t start = which == 0 ? HEADER : 0;

    switch (pick(seed, 6)) {
    case 0:
        if (which != 0) {
            memcpy(at, data + other * page, page); // one page twice
        }
        break;
    case 1:
    case 2: mutate_page(at, page, start, seed); break;
    case 3: // lists of free pages, of overflowing ones and of pointers lie at their start
        put(at + start + 4 * (size_t)pick(seed, 4), 4, odd_number(seed));
        break;
    default: mutate_cell(at, page, start, seed); break;
    }
}

// So that what lies behind the header is looked at at all.
static void mend_header(uint8_t *data, size_t size)
{
    size_t page = page_of(data, size);

    if (size < HEADER) {
        return;
    }
    memcpy(data, "SQLite format 3", 16);
    if (page == 0) {
        put(data + 16, 2, 512);
        page = 512;
    }
    data[18] = data[18] == 2 ? 2 : 1;
    data[19] = data[18];
    data[20] = 0;
    data[21] = 64, data[22] = 32, data[23] = 32;
    put(data + 28, 4, size / page);
    memcpy(data + 92, data + 24, 4);
    put(data + 44, 4, 4);
    put(data + 68, 4, 0x52424F52);
}

// Entries -----------------------------------------------------------------------------

static const char *const values[] = {
    "NULL",
    "''",
    "'0'",
    "'1'",
    "1",
    "0",
    "3.5",
    "x''",
    "x'00ff'",
    "'op koers'",
    "'knelpunt'",
    "'afgerond'",
    "'2025-11-27'",
    "'najaar 2026'",
    "'=1+1'",
    "char(8238)||'x'",
    "char(27)||'[31m'",
    "'a'||char(0)||'b'",
    "hex(zeroblob(40))",
    "zeroblob(70000)",
    "'proef'",
    "'1.1a'",
    "'gemeente'",
    "1e300",
    "-1",
    "9223372036854775807",
};
static const char *const tables[] = {"board",    "action",     "track",   "goal",
                                     "ambition", "bottleneck", "meeting", "note",
                                     "stage",    "later",      "_meta",   "board_column"};
static const char *const columns[] = {"_live", "title",  "health", "board",
                                      "due",   "action", "lead",   "column_id",
                                      "stage", "code",   "id",     "unknown"};
static const char *const rows[] = {"proef", "proef/1.1a", "proef/1.1a/gemeente", "proef/1",
                                   "x"};
static const char *const devices[] = {"0123456789abcdef", "ext",  "ext?",
                                      "import",           "plan", ""};

#define ANY(list, seed) (list)[pick(seed, sizeof(list) / sizeof *(list))]

static void make_entry(char *sql, uint64_t *seed)
{
    static const char *const times[] = {"0",
                                        "1",
                                        "115000000000000000",
                                        "(SELECT max(hlc) FROM chg)",
                                        "(SELECT max(hlc)+1 FROM chg)",
                                        "(SELECT min(hlc) FROM chg)",
                                        "4611686018427387903",
                                        "4611686018427387904",
                                        "-1",
                                        "'x'"};
    static const char *const eids[] = {"zeroblob(8)", "x'0102030405060708'",
                                       "(SELECT eid FROM chg LIMIT 1)", "x'01'", "5"};
    static const char *const bases[] = {"NULL", "(SELECT max(hlc) FROM chg)", "0", "-1",
                                        "'b'"};

    snprintf(sql, SQL_BYTES,
             "INSERT OR IGNORE INTO chg VALUES(%s,'%s',%s,'%s','%s','%s',%s,'%s',%s)",
             ANY(times, seed), ANY(devices, seed), ANY(eids, seed), ANY(tables, seed),
             ANY(rows, seed), ANY(columns, seed), ANY(values, seed),
             pick(seed, 2) ? "Sam" : "plan", ANY(bases, seed));
}

static void make_sql(char *sql, uint64_t *seed)
{
    static const char *const others[] = {
        "DELETE FROM track",
        "DROP TABLE note",
        "CREATE TABLE odd(a,b)",
        "CREATE VIEW v AS SELECT * FROM chg",
        "CREATE INDEX i ON chg(val)",
        "ALTER TABLE track ADD COLUMN extra",
        "ALTER TABLE track DROP COLUMN lead",
        "UPDATE sqlite_master SET sql=NULL WHERE name='track'",
        "UPDATE sqlite_master SET sql=replace(sql,'TEXT','INT') WHERE type='table'",
        "UPDATE sqlite_master SET rootpage=rootpage+1 WHERE name='chg'",
        "UPDATE sqlite_master SET type='view' WHERE name='goal'",
        "DELETE FROM sqlite_master WHERE type='trigger'",
        "DELETE FROM chg WHERE rowid%2",
        "PRAGMA user_version=9",
        "PRAGMA encoding='UTF-16le'",
    };
    const char *table = ANY(tables, seed);

    switch (pick(seed, 8)) {
    case 0: snprintf(sql, SQL_BYTES, "%s", ANY(others, seed)); break;
    case 1:
        snprintf(sql, SQL_BYTES, "UPDATE %s SET %s=%s", table, ANY(columns, seed),
                 ANY(values, seed));
        break;
    case 2:
        snprintf(sql, SQL_BYTES, "INSERT INTO %s(id,board) VALUES('%s',%s)", table,
                 ANY(rows, seed), ANY(values, seed));
        break;
    case 3: snprintf(sql, SQL_BYTES, "DELETE FROM %s", table); break;
    default: make_entry(sql, seed); break;
    }
}

enum { SQL_STEPS = 1000000, SQL_HEAP = 24 << 20 };

static int enough(void *unused)
{
    (void)unused;
    return 1;
}

// A hostile file has endless views and triggers: they are for the product to survive.
static void limit_sql(sqlite3 *db)
{
    sqlite3_int64 most = 4 << 20; // a file that claims to be huge would be made so

    sqlite3_file_control(db, "main", SQLITE_FCNTL_SIZE_LIMIT, &most);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 100000);
    sqlite3_limit(db, SQLITE_LIMIT_VDBE_OP, 25000);
    sqlite3_progress_handler(db, SQL_STEPS, enough, NULL);
    sqlite3_hard_heap_limit64(SQL_HEAP);
}

// What SQL makes of the file; the same size back when it makes nothing of it.
static size_t mutate_sql(uint8_t *data, size_t size, size_t room, uint64_t *seed)
{
    sqlite3 *db = NULL;
    sqlite3_int64 length = 0;
    char sql[SQL_BYTES];
    unsigned char *copy = sqlite3_malloc64(size + 1);
    unsigned char *after = NULL;

    if (copy == NULL || sqlite3_open(":memory:", &db) != SQLITE_OK) {
        sqlite3_free(copy);
        sqlite3_close(db);
        return size;
    }
    memcpy(copy, data, size);
    copy[18] = copy[19] = 1;
    // On failure, too, SQLite frees the copy.
    if (sqlite3_deserialize(db, "main", copy, (sqlite3_int64)size, (sqlite3_int64)size,
                            SQLITE_DESERIALIZE_FREEONCLOSE |
                                SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, (int)pick(seed, 2), NULL);
        limit_sql(db);
        sqlite3_exec(db, "PRAGMA writable_schema=ON", NULL, NULL, NULL);
        for (uint32_t count = 1 + pick(seed, 4); count > 0; count--) {
            make_sql(sql, seed);
            sqlite3_exec(db, sql, NULL, NULL, NULL);
        }
        sqlite3_hard_heap_limit64(0);
        after = sqlite3_serialize(db, "main", &length, 0);
    }
    if (after != NULL && length > 0 && (size_t)length <= room) {
        memcpy(data, after, (size_t)length);
        size = (size_t)length;
    }
    sqlite3_free(after);
    sqlite3_close(db);
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int random)
{
    uint64_t seed = random;
    size_t tail = tail_of(data, size);
    size_t main = size - tail;
    size_t page = page_of(data, main);
    uint32_t how = pick(&seed, 10);

    if (page == 0 || how == 0) {
        return LLVMFuzzerMutate(data, size, max_size);
    }
    if (tail > TAIL && how < 4) {
        LLVMFuzzerMutate(data + main, tail - TAIL, tail - TAIL);
        return size;
    }
    if (tail == 0 && how < 5) {
        main = mutate_sql(data, main, max_size, &seed);
    } else {
        for (uint32_t count = 1 + pick(&seed, 4); count > 0; count--) {
            mutate_pages(data, main, page, &seed);
        }
    }
    if (pick(&seed, 16) != 0) {
        mend_header(data, main);
    }
    return main + tail;
}
