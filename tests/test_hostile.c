// T9: files made to do harm, each read by a process of its own, which may take half a
// second and 64 MB, and more only for what it takes into its log: entries that anybody
// could have made. Nothing in them is run, nothing in the folder changes, and the sound
// file that comes back is read. Time is of the processor and counted in yards: what SQLite
// alone needs for one entry on this machine, in this run. HOSTILE_TABLE=1 prints what each
// took, HOSTILE_WORK=1 what each thing done with a board took.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "base/log.h"
#include "board/outlook_trend.h"
#include "board/rhythm.h"
#include "board/veil.h"
#include "desk/a4_board.h"
#include "desk/a4_minutes.h"
#include "desk/board_json.h"
#include "hostile.h"
#include "share/folder.h"
#include "share/paper.h"
#include "store/present.h"

enum {
    READ_YARDS = 500000,   // for reading a folder, and
    READ_ENTRY_YARDS = 20, // for each entry of it (2025: up to 9)
    WORK_YARDS = 50000,    // for the slowest thing that is done with a board, and
    WORK_ENTRY_YARDS = 3,  // for each entry of it (2025: up to 1)
    YARDSTICK = 200000,    // entries to measure a yard by
    TRIES = 3,             // what is slow every time is slow, the rest is the machine
    WAIT_MAX_MS = 120000,  // that is hanging, not working
    MEMORY_MAX_KB = 64 * 1024,
    ENTRIES_KB = 2, // held in a kilobyte
    HARVEST = 1000, // from here on the entries are what costs
    COPIES = 3000
};

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

// The reader --------------------------------------------------------------------------

// What a process that read the folder tells of itself.
struct told {
    char trouble[16];
    size_t entries, boards;
    int64_t took_ms, waited_ms;
    int64_t worked_ms; // of the slowest thing that is done with a board
    char work[24];
    long peak_kb;
};

static int64_t processor_ms(void)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static long peak_kb(void)
{
    char line[200];
    long kb = -1;
    FILE *file = fopen("/proc/self/status", "r");

    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        sscanf(line, "VmHWM: %ld", &kb);
    }
    if (file != NULL) {
        fclose(file);
    }
    return kb;
}

// What is done with a board once it was read: each takes its own time, and no more than a
// person waits for.
struct bench {
    const struct board_set *set;
    const struct board *board;
    struct outlook *outlook;
    int64_t now_ms;
    int32_t today;
    FILE *out;
};

static void work_outlook(struct bench *bench)
{
    bench->outlook = outlook_create(bench->board, bench->today);
    assert_non_null(bench->outlook);
}

static void work_rhythms(struct bench *bench)
{
    struct rhythm_state state;

    for (size_t i = 0; i < bench->board->rhythm_count; i++) {
        rhythm_state_of(bench->board, &bench->board->rhythms[i], bench->today, &state);
    }
}

static void work_bodies(struct bench *bench)
{
    struct body bodies[BODY_MAX];
    const struct decision *decisions[10];
    const struct point *points;
    size_t count = body_list(bench->board, bench->today, 600, bodies, BODY_MAX);

    for (size_t i = 0; i < count && bodies[i].running == NULL; i++) {
        meeting_next(bench->board, bodies[i].name, bench->today, 600);
    }
    const struct meeting *meeting = meeting_running(bench->board);
    if (meeting != NULL) {
        outlook_agenda(bench->outlook, meeting, &points);
        decision_list(bench->board, meeting, decisions, 10);
        decision_open_list(bench->board, meeting, decisions, 10);
        meeting_since_ms(bench->board, meeting);
    }
}

static void work_trend(struct bench *bench)
{
    const struct trend_filter all = {NULL, NULL};

    assert_non_null(outlook_series(bench->outlook, &all));
    assert_non_null(outlook_span(bench->outlook, &all, INT64_MIN, SPAN_NOW));
    outlook_movement(bench->outlook, 0);
}

static void work_domino(struct bench *bench)
{
    const struct action *out[10];

    for (size_t i = 0; i < bench->board->action_count && i < 20; i++) {
        outlook_domino(bench->outlook, &bench->board->actions[i], out, 10);
    }
}

static void work_veil(struct bench *bench)
{
    struct board_set *set = veil_make(bench->set);

    assert_non_null(set);
    board_set_free(set);
}

static void work_a4(struct bench *bench)
{
    assert_true(a4_board(bench->out, bench->board, bench->now_ms));
}

static void work_paper(struct bench *bench)
{
    char name[A4_NAME_BYTES];
    size_t count = bench->board->meeting_count;

    for (size_t i = 0; i < 8 && i < count; i++) {
        const struct meeting *meeting = &bench->board->meetings[count - 1 - i];
        a4_minutes_name(bench->board, meeting, name);
        assert_true(paper_name_sound(name));
    }
    if (count > 0) {
        char *text = a4_minutes_text(bench->board, &bench->board->meetings[count - 1],
                                     bench->now_ms);
        assert_non_null(text);
        assert_true(strlen(text) <= PAPER_TEXT_BYTES);
        free(text);
    }
}

static void work_json(struct bench *bench)
{
    board_json(bench->out, bench->board, bench->now_ms);
}

// Returns the milliseconds of the slowest one.
static int64_t work_all(const struct board_set *set, char slowest[24])
{
    static const struct {
        const char *name;
        void (*work)(struct bench *bench);
    } works[] = {
        {"outlook", work_outlook}, {"rhythms", work_rhythms}, {"bodies", work_bodies},
        {"trend", work_trend},     {"domino", work_domino},   {"veil", work_veil},
        {"a4", work_a4},           {"paper", work_paper},     {"json", work_json},
    };
    struct bench bench = {.set = set, .out = fopen("/dev/null", "w")};
    int64_t most_ms = 0;

    setenv("TZ", "Europe/Amsterdam", 1);
    day_read_moment("2025-11-27T14:00", &bench.now_ms);
    day_local(bench.now_ms, &bench.today, NULL);
    for (size_t b = 0; b < set->count; b++) {
        bench.board = &set->boards[b];
        for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
            int64_t begun_ms = processor_ms();
            works[i].work(&bench);
            int64_t took_ms = processor_ms() - begun_ms;
            if (getenv("HOSTILE_WORK") != NULL) {
                fprintf(stderr, "%s %lld\n", works[i].name, (long long)took_ms);
            }
            if (took_ms >= most_ms) {
                most_ms = took_ms;
                snprintf(slowest, 24, "%s", works[i].name);
            }
        }
        outlook_destroy(bench.outlook);
    }
    fclose(bench.out);
    return most_ms;
}

// As the kiosk does: all files of the folder into a log on the disk, and boards of it.
static int read_folder(const char *share, const char *state)
{
    const struct env *env = env_system();
    struct told told = {.trouble = "none"};
    char path[400];
    int64_t begun = env->mono_ms(NULL);

    log_set_level(LOG_LEVEL_ERROR);
    snprintf(path, sizeof path, "%s/local.db", state);
    struct schema *schema = schema_create();
    struct fold *fold = fold_create();
    struct log *log = log_open(path, env);
    struct folder folder = {
        .path = share,
        .tag = "test",
        .import = {.reader = {.env = env, .schema = schema, .scratch = state},
                   .log = log,
                   .fold = fold},
    };
    folder_scan(&folder);
    struct board_set *set = folder.broken ? NULL : present_boards(fold, schema);
    told.took_ms = processor_ms();
    told.waited_ms = env->mono_ms(NULL) - begun;
    told.entries = fold->count;
    told.boards = set == NULL ? SIZE_MAX : set->count;
    snprintf(told.trouble, sizeof told.trouble, "%s",
             folder.broken ? "broken" : trouble_key(folder.trouble));
    told.peak_kb = peak_kb();
    if (set != NULL && getenv("HOSTILE_WORKS") != NULL) {
        told.worked_ms = work_all(set, told.work);
    }
    board_set_free(set);
    folder_finish(&folder);
    log_close(log);
    fold_destroy(fold);
    schema_destroy(schema);
    return write(1, &told, sizeof told) == (ssize_t)sizeof told ? 0 : 1;
}

static struct told read_apart(struct fixture *fixture)
{
    struct told told = {.trouble = "died"};
    int ends[2];
    int status = -1;
    char state[300];

    snprintf(state, sizeof state, "%s/log-XXXXXX", fixture->state);
    assert_non_null(mkdtemp(state));
    assert_int_equal(pipe(ends), 0);
    pid_t process = fork();
    if (process == 0) {
        dup2(ends[1], 1);
        execl("/proc/self/exe", "test_hostile", "--read", fixture->share, state,
              (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    bool heard = read(ends[0], &told, sizeof told) == (ssize_t)sizeof told;
    close(ends[0]);
    waitpid(process, &status, 0);
    if (!heard || status != 0) {
        snprintf(told.trouble, sizeof told.trouble, "died %x", (unsigned)status);
    }
    return told;
}

// A yard in nanoseconds: machines differ, and are slower on one day than on another.
static int64_t yard_measure(void)
{
    struct timespec from;
    struct timespec to;
    sqlite3 *db = NULL;
    char sql[400];

    snprintf(
        sql, sizeof sql,
        "CREATE TABLE t(a BLOB, b TEXT, c TEXT, PRIMARY KEY(a,b)) WITHOUT ROWID;"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<%d) "
        "INSERT INTO t SELECT i*7919 %% 1000003, 'row/' || i, 'a value of a cell' FROM n;"
        "SELECT sum(length(a)+length(b)+length(c)) FROM t",
        YARDSTICK);
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    sqlite3_close(db);
    return ((int64_t)(to.tv_sec - from.tv_sec) * 1000000000 + to.tv_nsec - from.tv_nsec) /
           YARDSTICK;
}

// Judging -----------------------------------------------------------------------------

struct report {
    int bad;
    int64_t yard_ns; // 0: not measured yet
    int64_t slowest_ms;
    long largest_kb;
};

static bool within(int64_t ms, int64_t yards, int64_t entry_yards, const struct told *told,
                   const struct report *report)
{
    return SANITIZED || // which makes everything larger and slower
           ms <= (yards + (int64_t)told->entries * entry_yards) * report->yard_ns / 1000000;
}

static bool quick(const struct told *told, const struct report *report)
{
    return within(told->took_ms, READ_YARDS, READ_ENTRY_YARDS, told, report) &&
           told->waited_ms <= WAIT_MAX_MS;
}

static bool brisk(const struct told *told, const struct report *report)
{
    return within(told->worked_ms, WORK_YARDS, WORK_ENTRY_YARDS, told, report);
}

static void judge(struct report *report, const char *what, const char *trouble,
                  const struct told *told)
{
    bool named = strcmp(trouble, "*") == 0 ? strncmp(told->trouble, "died", 4) != 0 &&
                                                 strcmp(told->trouble, "broken") != 0
                                           : strcmp(told->trouble, trouble) == 0;
    bool soon = quick(told, report) && brisk(told, report);
    bool small =
        SANITIZED || told->peak_kb <= MEMORY_MAX_KB + (long)told->entries / ENTRIES_KB;

    if (!named || !soon || !small || getenv("HOSTILE_TABLE") != NULL) {
        print_error("%-58s %-10s %5lld ms %7ld kB %7zu entries, %5lld ms %s%s%s%s%s%s\n",
                    what, told->trouble[0] == '\0' ? "(sound)" : told->trouble,
                    (long long)told->took_ms, told->peak_kb, told->entries,
                    (long long)told->worked_ms, told->work, named ? "" : "  EXPECTED ",
                    named ? "" : trouble, quick(told, report) ? "" : "  TOO SLOW",
                    brisk(told, report) ? "" : "  TOO MUCH WORK",
                    small ? "" : "  TOO LARGE");
    }
    report->bad += !named || !soon || !small;
    if (told->entries < HARVEST) {
        report->slowest_ms =
            told->took_ms > report->slowest_ms ? told->took_ms : report->slowest_ms;
        report->largest_kb =
            told->peak_kb > report->largest_kb ? told->peak_kb : report->largest_kb;
    }
}

// What the machine did meanwhile counts as little as it can: the best of a few times, each
// with a yard of its own.
static struct told read_best(struct fixture *fixture, struct report *report)
{
    struct told told = {0};

    for (int i = 0; i < TRIES; i++) {
        if (i > 0 || report->yard_ns == 0) {
            report->yard_ns = yard_measure();
            print_message("a yard is %lld ns\n", (long long)report->yard_ns);
        }
        told = read_apart(fixture);
        if (quick(&told, report) && brisk(&told, report)) {
            break;
        }
    }
    return told;
}

// Reads the folder as it is now, and looks whether anything in it changed.
static void try_folder(struct fixture *fixture, struct report *report, const char *what,
                       const char *trouble)
{
    struct env_stat before = {0};
    struct env_stat after = {0};
    int names = fixture_count(fixture);

    fixture_stat(fixture, "board.sqlite", &before);
    struct told told = read_best(fixture, report);
    fixture_stat(fixture, "board.sqlite", &after);
    judge(report, what, trouble, &told);
    assert_int_equal(fixture_count(fixture), names);
    assert_int_equal(before.inode, after.inode);
    assert_true(before.mtime_ns == after.mtime_ns && before.size == after.size);
}

static void conclude(struct fixture *fixture, struct report *report)
{
    struct told told = read_apart(fixture);

    assert_string_equal(told.trouble, "");
    assert_int_equal(told.boards, 1);
    print_message("at most %lld ms and %ld kB\n", (long long)report->slowest_ms,
                  report->largest_kb);
    assert_int_equal(report->bad, 0);
}

// What SQL and patches make -----------------------------------------------------------

static void stands_the_hostile_set(void **state)
{
    struct fixture *fixture = *state;
    struct report report = {0};
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        fixture_write(fixture, "board.sqlite", good, size);
        hostile_make(fixture, &hostile_set[i]);
        try_folder(fixture, &report, hostile_set[i].what, hostile_set[i].trouble);
    }
    for (size_t i = 0; i < HOSTILE_PATCHES; i++) {
        fixture_write(fixture, "board.sqlite", good, size);
        hostile_patch(fixture, &hostile_patches[i]);
        try_folder(fixture, &report, hostile_patches[i].what, hostile_patches[i].trouble);
    }
    fixture_write(fixture, "board.sqlite", good, size);
    free(good);
    conclude(fixture, &report);
}

static void stands_hostile_boards(void **state)
{
    struct fixture *fixture = *state;
    struct report report = {0};
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    setenv("HOSTILE_WORKS", "1", 1);
    for (size_t i = 0; i < HOSTILE_BOARDS; i++) {
        fixture_write(fixture, "board.sqlite", good, size);
        hostile_make(fixture, &hostile_boards[i]);
        try_folder(fixture, &report, hostile_boards[i].what, hostile_boards[i].trouble);
    }
    unsetenv("HOSTILE_WORKS");
    fixture_write(fixture, "board.sqlite", good, size);
    free(good);
    conclude(fixture, &report);
}

// Sizes -------------------------------------------------------------------------------

static void grow(struct fixture *fixture, const char *name, off_t size)
{
    assert_int_equal(truncate(fixture_path(fixture, 0, name), size), 0);
}

static void stands_giants(void **state)
{
    struct fixture *fixture = *state;
    struct report report = {0};
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    grow(fixture, "board.sqlite", (off_t)2 << 30);
    try_folder(fixture, &report, "two gigabytes of which none is there", "unsafe");
    fixture_write(fixture, "board.sqlite", good, size);
    grow(fixture, "board.sqlite", (off_t)39 << 20);
    try_folder(fixture, &report, "39 megabytes behind the end", "");
    fixture_write(fixture, "board.sqlite", good, size);
    share_fixture_sql(fixture, "board.sqlite",
                      "CREATE TABLE fill(x); " COUNT_TO(39) "INSERT INTO fill SELECT "
                                                            "zeroblob(999000) FROM n");
    try_folder(fixture, &report, "39 values of a megabyte in a table of its own", "");
    fixture_write(fixture, "board.sqlite", good, size);
    share_fixture_sql(fixture, "board.sqlite", "PRAGMA page_size=65536; VACUUM");
    try_folder(fixture, &report, "pages of 64 kB", "");
    fixture_write(fixture, "board.sqlite", good, size);
    share_fixture_sql(fixture, "board.sqlite",
                      "CREATE TABLE fill(x); " COUNT_TO(2000000) "INSERT INTO fill SELECT "
                                                                 "NULL FROM n");
    try_folder(fixture, &report, "two million rows in a table of its own", "");
    fixture_write(fixture, "board.sqlite", good, size);
    free(good);
    conclude(fixture, &report);
}

// Side files --------------------------------------------------------------------------

static void put_big(unsigned char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++) {
        at[i] = (unsigned char)(value >> (24 - 8 * i));
    }
}

static void old_journal(struct fixture *fixture)
{
    struct timespec times[2] = {{.tv_sec = 1700000000}, {.tv_sec = 1700000000}};

    assert_int_equal(
        utimensat(AT_FDCWD, fixture_path(fixture, 0, "board.sqlite-journal"), times, 0), 0);
}

// A journal whose header says what `words` say: records, salt, pages, sector, page.
static void write_journal(struct fixture *fixture, const uint32_t words[5], size_t size)
{
    static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    unsigned char *journal = calloc(1, size);

    assert_non_null(journal);
    memcpy(journal, magic, sizeof magic);
    for (int i = 0; i < 5; i++) {
        put_big(journal + 8 + 4 * i, words[i]);
    }
    fixture_write(fixture, "board.sqlite-journal", journal, size);
    old_journal(fixture);
    free(journal);
}

static void write_wal(struct fixture *fixture, uint32_t page, size_t size)
{
    unsigned char *wal = calloc(1, size);

    assert_non_null(wal);
    put_big(wal, 0x377f0682);
    put_big(wal + 4, 3007000);
    put_big(wal + 8, page);
    for (size_t at = 32; at + 24 <= size; at += 24 + 4096) {
        put_big(wal + at, 0x7fffffff);     // page
        put_big(wal + at + 4, 0xffffffff); // pages after it, by which it commits
    }
    fixture_write(fixture, "board.sqlite-wal", wal, size);
    free(wal);
}

static void stands_side_files(void **state)
{
    static const struct {
        const char *what;
        uint32_t words[5];
        size_t size;
        const char *trouble;
    } journals[] = {
        {"a journal of four billion pages",
         {0xffffffff, 0, 0xffffffff, 512, 4096},
         9000,
         "*"},
        {"a journal of sectors of two gigabytes", {1, 0, 1, 0x80000000, 4096}, 9000, "*"},
        {"a journal of pages of 64 kB", {1, 0, 1, 512, 65536}, 90000, "*"},
        {"a journal that leaves nothing", {0, 0, 0, 512, 4096}, 9000, "*"},
        {"a journal of 47 megabytes", {5000, 0, 40, 512, 4096}, 47 << 20, "*"},
        {"a journal that is too large", {5000, 0, 40, 512, 4096}, 60 << 20, "unsafe"},
    };
    struct fixture *fixture = *state;
    struct report report = {0};
    const char *journal = fixture_path(fixture, 2, "board.sqlite-journal");
    const char *wal = fixture_path(fixture, 3, "board.sqlite-wal");
    char wal_path[600];
    char journal_path[600];

    snprintf(wal_path, sizeof wal_path, "%s", wal);
    snprintf(journal_path, sizeof journal_path, "%s", journal);
    share_fixture_publish(fixture);
    for (size_t i = 0; i < sizeof journals / sizeof *journals; i++) {
        write_journal(fixture, journals[i].words, journals[i].size);
        try_folder(fixture, &report, journals[i].what, journals[i].trouble);
    }
    unlink(journal_path);
    write_wal(fixture, 4096, 200000);
    try_folder(fixture, &report, "a log that was written ahead of four billion pages", "");
    write_wal(fixture, 4096, 23 << 20);
    try_folder(fixture, &report, "the same, of 23 megabytes", "*");
    write_wal(fixture, 4096, 60 << 20);
    try_folder(fixture, &report, "the same, too large", "unsafe");
    unlink(wal_path);
    assert_int_equal(symlink("/dev/zero", wal_path), 0);
    try_folder(fixture, &report, "a link to /dev/zero beside it", "");
    unlink(wal_path);
    assert_int_equal(mkfifo(wal_path, 0600), 0);
    try_folder(fixture, &report, "a pipe beside it", "");
    unlink(wal_path);
    mkdir(wal_path, 0700);
    mkdir(journal_path, 0700);
    try_folder(fixture, &report, "folders beside it", "");
    rmdir(wal_path);
    rmdir(journal_path);
    conclude(fixture, &report);
}

// Names -------------------------------------------------------------------------------

static void stands_names(void **state)
{
    static const char *const odd[] = {
        "board\n.sqlite",
        "board\033[31m.sqlite",
        "board\xff\xfe.sqlite",
        "board';DROP TABLE chg;--.sqlite",
        "board%s%n.sqlite",
        "board ..\\..\\x.sqlite",
        "board?mode=memory&cache=shared.sqlite",
        ".board.0123456789abcdef.part",
    };
    struct fixture *fixture = *state;
    struct report report = {0};
    char name[256];
    size_t size;

    share_fixture_publish(fixture);
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        fixture_write(fixture, odd[i], good, size);
    }
    memset(name, 'x', sizeof name);
    memcpy(name, "board", 5);
    memcpy(name + 248, ".sqlite", 8);
    fixture_write(fixture, name, good, size);
    try_folder(fixture, &report, "names that are no names", "");
    for (int i = 0; i < COPIES; i++) {
        snprintf(name, sizeof name, "board.sync-conflict-20251127-%06d-ABCDEFG.sqlite", i);
        fixture_write(fixture, name, "SQLite format 3", 16);
    }
    try_folder(fixture, &report, "three thousand copies that are none", "");
    free(good);
    conclude(fixture, &report);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        fixture_test(stands_the_hostile_set), fixture_test(stands_hostile_boards),
        fixture_test(stands_giants),          fixture_test(stands_side_files),
        fixture_test(stands_names),
    };

    if (argc == 4 && strcmp(argv[1], "--read") == 0) {
        return read_folder(argv[2], argv[3]);
    }
    log_set_level(LOG_LEVEL_ERROR);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
