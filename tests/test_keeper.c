// The keeper from outside: whatever writes the file, by whichever way, is handed over
// within a second, and a file that cannot be read costs nothing but a word.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "keeper_fixture.h"
#include "share/sync_file.h"

#ifdef __SANITIZE_ADDRESS__
enum { ROUNDS = 20, SANITIZED = 1 };
#else
enum { ROUNDS = 100, SANITIZED = 0 };
#endif
enum { PROMPT_ROUNDS = ROUNDS * 9 / 10 }; // the others may meet a machine that is busy

static int compare_times(const void *a, const void *b)
{
    return (*(const int64_t *)a > *(const int64_t *)b) -
           (*(const int64_t *)a < *(const int64_t *)b);
}

// Ways of writing ---------------------------------------------------------------------

struct way {
    const char *name;
    enum verb verb;
    const char *sql; // with %d for the round
    expectation expected;
    const char *what; // with %d
};

static void follow(struct house *house, const struct way *way)
{
    int64_t times[ROUNDS];
    char sql[300];
    char what[60];

    for (int i = 0; i < ROUNDS; i++) {
        // The formats stand in the table above each call.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(sql, sizeof sql, way->sql, i);
        snprintf(what, sizeof what, way->what, i);
#pragma GCC diagnostic pop
        tool_do(house, way->verb, sql);
        int64_t begun = now_ms(house);
        struct board_set *set = await(house, way->expected, what, PATIENCE_MS);
        times[i] = now_ms(house) - begun;
        if (set == NULL) {
            print_error("%s: round %d is never there\n", way->name, i);
        }
        assert_non_null(set);
        assert_string_equal(set->trouble, "");
        board_set_free(set);
    }
    qsort(times, ROUNDS, sizeof *times, compare_times);
    print_message("%-22s median %lld ms, longest %lld ms\n", way->name,
                  (long long)times[ROUNDS / 2], (long long)times[ROUNDS - 1]);
    assert_true(SANITIZED || times[PROMPT_ROUNDS - 1] <= SECOND_MS);
}

static void follows_every_way_of_writing(void **state)
{
    static const char update[] = "UPDATE action SET title='%d' WHERE code='1.1a'";
    static const struct way ways[] = {
        {"UPDATE", VERB_SQL, update, has_title, "%d"},
        {"INSERT", VERB_SQL,
         "INSERT INTO abbreviation(board,name,meaning) VALUES('proef','A%d','x')",
         has_abbreviation, "A%d"},
        {"DELETE", VERB_SQL, "DELETE FROM abbreviation WHERE name='A%d'",
         lacks_abbreviation, "A%d"},
        {"copied over", VERB_COPY_OVER, "UPDATE action SET title='c%d'", has_title, "c%d"},
        {"renamed over", VERB_RENAME_OVER, "UPDATE action SET title='r%d'", has_title,
         "r%d"},
    };
    struct house *house = *state;

    start_with_board(house);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        follow(house, &ways[i]);
    }
}

static void follows_tools_that_stay_open(void **state)
{
    static const struct {
        const char *mode;
        struct way way;
    } cases[] = {
        {"PRAGMA journal_mode=DELETE",
         {"open, DELETE", VERB_SQL, "UPDATE action SET title='d%d'", has_title, "d%d"}},
        {"PRAGMA journal_mode=TRUNCATE",
         {"open, TRUNCATE", VERB_SQL, "UPDATE action SET title='t%d'", has_title, "t%d"}},
        {"PRAGMA journal_mode=PERSIST",
         {"open, PERSIST", VERB_SQL, "UPDATE action SET title='p%d'", has_title, "p%d"}},
        {"PRAGMA journal_mode=MEMORY",
         {"open, MEMORY", VERB_SQL, "UPDATE action SET title='m%d'", has_title, "m%d"}},
        {"PRAGMA journal_mode=WAL",
         {"open, WAL", VERB_SQL, "UPDATE action SET title='w%d'", has_title, "w%d"}},
        {"PRAGMA wal_autocheckpoint=2",
         {"open, WAL, checkpoints", VERB_SQL, "UPDATE action SET title='k%d'", has_title,
          "k%d"}},
    };
    struct house *house = *state;

    start_with_board(house);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tool_do(house, VERB_OPEN, cases[i].mode);
        follow(house, &cases[i].way);
        tool_do(house, VERB_CLOSE, "");
    }
    // WAL with a connection per statement: the side files come and go.
    static const struct way way = {"WAL", VERB_SQL, "UPDATE action SET title='x%d'",
                                   has_title, "x%d"};
    follow(house, &way);
}

static void sees_edits_without_triggers(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    tool_do(house, VERB_SQL, "DROP TRIGGER action_au; UPDATE action SET title='stil'");
    struct board_set *set = await(house, has_title, "stil", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
    tool_do(house, VERB_SQL, "DROP TRIGGER action_ad; DELETE FROM action");
    set = await(house, lacks_abbreviation, "", PATIENCE_MS);
    assert_non_null(set);
    assert_int_equal(set->boards[0].action_count, 0);
    board_set_free(set);
}

// A tool in the middle of a transaction is neither disturbed nor waited for.
static void leaves_transactions_alone(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    tool_do(house, VERB_OPEN, "BEGIN IMMEDIATE; UPDATE action SET title='half'");
    assert_null(await(house, has_title, "half", 300));
    assert_null(await(house, has_trouble, "busy", 1800));
    tool_do(house, VERB_SQL, "UPDATE action SET title='heel'; COMMIT");
    struct board_set *set = await(house, has_title, "heel", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
    // Hundreds of commits in a row, none of which may meet a lock of ours.
    for (int i = 0; i < 300; i++) {
        tool_do(house, VERB_SQL, "UPDATE action SET title=title||'.'");
    }
    tool_do(house, VERB_SQL, "UPDATE action SET title='klaar'");
    set = await(house, has_title, "klaar", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
}

// Trouble -----------------------------------------------------------------------------

struct ruin {
    const char *trouble;
    void (*ruin)(struct house *house);
};

static void ruin_missing(struct house *house)
{
    unlink(fixture_path(house->fixture, 0, "board.sqlite"));
}

static void ruin_empty(struct house *house)
{
    fixture_write(house->fixture, "board.sqlite", "", 0);
}

static void ruin_truncated(struct house *house)
{
    assert_int_equal(truncate(fixture_path(house->fixture, 0, "board.sqlite"), 9000), 0);
}

static void ruin_corrupt(struct house *house)
{
    char rubbish[8192];
    int fd = open(fixture_path(house->fixture, 0, "board.sqlite"), O_WRONLY);

    memset(rubbish, 0x5a, sizeof rubbish);
    assert_int_equal(pwrite(fd, rubbish, sizeof rubbish, 4096), sizeof rubbish);
    close(fd);
}

static void ruin_foreign(struct house *house)
{
    tool_do(house, VERB_SQL, "PRAGMA application_id=7");
}

static void ruin_newer(struct house *house)
{
    tool_do(house, VERB_SQL, "PRAGMA user_version=7");
}

static void ruin_unsafe(struct house *house)
{
    unlink(fixture_path(house->fixture, 0, "board.sqlite"));
    assert_int_equal(mkfifo(fixture_path(house->fixture, 0, "board.sqlite"), 0600), 0);
}

static void ruin_no_folder(struct house *house)
{
    char elsewhere[300];

    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", house->fixture->root);
    assert_int_equal(rename(house->fixture->share, elsewhere), 0);
}

static void mend(struct house *house)
{
    const char *good = fixture_path(house->fixture, 0, "../good.sqlite");
    const char *board = fixture_path(house->fixture, 1, "board.sqlite");
    char elsewhere[300];

    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", house->fixture->root);
    rename(elsewhere, house->fixture->share);
    unlink(board);
    assert_int_equal(copy_file(good, board), 0);
}

static void survives_trouble(void **state)
{
    static const struct ruin ruins[] = {
        {"missing", ruin_missing},     {"empty", ruin_empty},
        {"truncated", ruin_truncated}, {"corrupt", ruin_corrupt},
        {"foreign", ruin_foreign},     {"newer", ruin_newer},
        {"unsafe", ruin_unsafe},       {"nofolder", ruin_no_folder},
    };
    struct house *house = *state;

    start_with_board(house);
    copy_file(fixture_path(house->fixture, 0, "board.sqlite"),
              fixture_path(house->fixture, 1, "../good.sqlite"));
    for (size_t i = 0; i < sizeof ruins / sizeof *ruins; i++) {
        int64_t begun = now_ms(house);
        ruins[i].ruin(house);
        struct board_set *set = await(house, has_trouble, ruins[i].trouble, PATIENCE_MS);
        if (set == NULL) {
            print_error("%s was not told\n", ruins[i].trouble);
        }
        assert_non_null(set);
        assert_true(has_title(set, "Zorgplicht uitleggen")); // the last good board stays
        assert_true(set->trouble_ms > 0);
        assert_true(now_ms(house) - begun >= SECOND_MS);
        board_set_free(set);
        mend(house);
        set = await(house, has_trouble, "", PATIENCE_MS);
        if (set == NULL) {
            print_error("%s did not pass\n", ruins[i].trouble);
        }
        assert_non_null(set);
        board_set_free(set);
    }
}

// A file that is gone for a moment is being replaced.
static void says_nothing_of_a_short_absence(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    copy_file(fixture_path(house->fixture, 0, "board.sqlite"),
              fixture_path(house->fixture, 1, "../good.sqlite"));
    unlink(fixture_path(house->fixture, 0, "board.sqlite"));
    usleep(800000);
    mend(house);
    assert_null(await(house, has_trouble, "missing", 2 * SECOND_MS));
}

static void shows_the_last_board_at_start(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    keeper_stop(house->keeper);
    ruin_missing(house);
    start_keeper(house);
    struct board_set *set = await(house, has_title, "Zorgplicht uitleggen", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
    set = await(house, has_trouble, "missing", PATIENCE_MS);
    assert_non_null(set);
    assert_true(has_title(set, "Zorgplicht uitleggen"));
    board_set_free(set);
}

static void starts_without_anything(void **state)
{
    struct house *house = *state;

    rmdir(house->fixture->share);
    start_keeper(house);
    struct board_set *set = await(house, has_trouble, "nofolder", PATIENCE_MS);
    assert_non_null(set);
    assert_int_equal(set->count, 0);
    board_set_free(set);
    assert_true(share_apply(house->fixture->share, share_fixture_plan, SHARE_FIXTURE_PLAN,
                            &house->fixture->env, NULL));
    set = await(house, has_title, "Zorgplicht uitleggen", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
}

// Touches -----------------------------------------------------------------------------

static struct update *title_update(uint64_t serial, const char *title)
{
    struct update *update = calloc(1, sizeof *update);

    update->serial = serial;
    strcpy(update->author, "Sam");
    strcpy(update->board, "proef");
    update->cells = arena_alloc(&update->arena, sizeof *update->cells);
    update->cells[0] = (struct update_cell){
        .table = "action",
        .row = "proef/1.1a",
        .column = "title",
        .value = arena_string(&update->arena, title),
    };
    update->count = update->room = 1;
    return update;
}

static bool has_applied(const struct board_set *set, const char *serial)
{
    return set->applied == strtoull(serial, NULL, 10);
}

// The last restore comes after the update, perhaps with a set in between.
static bool is_back(const struct board_set *set, const char *serial)
{
    return has_applied(set, serial) && has_title(set, "Zorgplicht uitleggen");
}

typedef bool (*sync_expectation)(const struct sync_state *sync);

static bool is_refused(const struct sync_state *sync)
{
    return sync->refused;
}

static bool is_shared(const struct sync_state *sync)
{
    return sync->saved > 0 && sync->saved == sync->shared && sync->unshared == 0;
}

static bool knows_its_disk(const struct sync_state *sync)
{
    return sync->vitals.disk_bytes > 0;
}

static bool knows_a_stop(const struct sync_state *sync)
{
    return sync->vitals.stops_month == 1;
}

static bool await_sync(struct house *house, sync_expectation expected, int64_t patience_ms)
{
    int64_t until = now_ms(house) + patience_ms;
    struct sync_state sync;

    while (now_ms(house) <= until) {
        keeper_sync(house->keeper, &sync);
        if (expected(&sync)) {
            return true;
        }
        usleep(5000);
    }
    return false;
}

static const char *file_title(struct house *house)
{
    static char title[100];
    struct gate *gate = gate_open(house->fixture);

    gate_import(gate, house->fixture, "board.sqlite");
    snprintf(title, sizeof title, "%s", gate_value(gate, "action", "proef/1.1a", "title"));
    gate_close(gate);
    return title;
}

static void writes_and_shares_touches(void **state)
{
    struct house *house = *state;
    struct board_set *set = NULL;
    char title[20];

    start_with_board(house);
    for (uint64_t i = 1; i <= 50; i++) {
        snprintf(title, sizeof title, "geraakt %d", (int)i);
        keeper_put(house->keeper, title_update(i, title));
    }
    set = await(house, has_applied, "50", PATIENCE_MS);
    assert_non_null(set);
    assert_true(has_title(set, "geraakt 50"));
    board_set_free(set);
    assert_true(await_sync(house, is_shared, PATIENCE_MS));
    assert_string_equal(file_title(house), "geraakt 50");
}

static void keeps_the_order_while_the_disk_refuses(void **state)
{
    struct house *house = *state;
    struct rlimit limit;

    signal(SIGXFSZ, SIG_IGN);
    start_with_board(house);
    getrlimit(RLIMIT_FSIZE, &limit);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 1;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    keeper_put(house->keeper, title_update(1, "een"));
    keeper_put(house->keeper, title_update(2, "twee"));
    assert_true(await_sync(house, is_refused, PATIENCE_MS));
    limit.rlim_cur = before;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    struct board_set *set = await(house, has_applied, "2", PATIENCE_MS);
    assert_non_null(set);
    assert_true(has_title(set, "twee"));
    board_set_free(set);
    assert_true(await_sync(house, is_shared, PATIENCE_MS));
}

enum { HANG_STEPS = 2 * PATIENCE_MS / 10 }; // of 10 ms, longer than anything waits

// A share that hangs: the first round that meets it puts a touch, the next one stays away.
static struct hang {
    struct house *house;
    _Atomic(int) rounds; // since it began; 0: the share is well
} hang;

static int hang_list(void *context, const char *folder,
                     void (*each)(void *to, const char *name), void *to)
{
    if (atomic_load(&hang.rounds) == 1) {
        keeper_put(hang.house->keeper, title_update(1, "een"));
        atomic_store(&hang.rounds, 2);
    } else {
        for (int i = 0; i < HANG_STEPS && atomic_load(&hang.rounds) == 2; i++) {
            usleep(10000);
        }
    }
    return env_system()->list(context, folder, each, to);
}

static bool is_saved(const struct sync_state *sync)
{
    return sync->saved == 1;
}

static void tells_of_a_touch_before_it_looks_at_the_share(void **state)
{
    struct house *house = *state;

    hang = (struct hang){.house = house};
    house->fixture->env.list = hang_list;
    start_with_board(house);
    atomic_store(&hang.rounds, 1);
    bool saved = await_sync(house, is_saved, PATIENCE_MS);
    bool hung = atomic_load(&hang.rounds) == 2;
    atomic_store(&hang.rounds, 0);
    assert_true(hung && saved);
}

static void brings_a_board_back(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    int64_t then = house->fixture->env.now_ms(NULL);
    usleep(5000);
    keeper_put(house->keeper, title_update(1, "vergissing"));
    keeper_restore(house->keeper, "proef", then, "Sam");
    keeper_put(house->keeper, title_update(2, "daarna"));
    keeper_restore(house->keeper, "proef", then, "Sam"); // in this order
    struct board_set *set = await(house, is_back, "2", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
}

static void keeps_texts_over_lives(void **state)
{
    struct house *house = *state;
    char *large = calloc(1, 70000);

    start_with_board(house);
    assert_null(keeper_kept(house->keeper, "half"));
    for (int i = 0; i < 200; i++) {
        char text[20];
        snprintf(text, sizeof text, "zin %d", i);
        keeper_keep(house->keeper, "half", text);
    }
    keeper_keep(house->keeper, "weg", "x");
    memset(large, 'x', 69999);
    keeper_keep(house->keeper, "groot", large);
    free(large);
    char *text = keeper_kept(house->keeper, "half");
    assert_string_equal(text, "zin 199");
    free(text);
    keeper_keep(house->keeper, "weg", NULL);
    keeper_stop(house->keeper); // at once
    start_keeper(house);
    text = keeper_kept(house->keeper, "half");
    assert_string_equal(text, "zin 199");
    free(text);
    assert_null(keeper_kept(house->keeper, "weg"));
    assert_null(keeper_kept(house->keeper, "groot"));
}

static bool await_marker(struct house *house, const char *marker)
{
    int64_t until = now_ms(house) + PATIENCE_MS;

    while (access(marker, F_OK) != 0 && now_ms(house) < until) {
        usleep(5000);
    }
    return access(marker, F_OK) == 0;
}

// A plug that is pulled leaves the marker of the run; shutting down takes it away.
static void tells_when_it_was_not_shut_down(void **state)
{
    struct house *house = *state;
    char marker[300];
    struct sync_state sync;

    snprintf(marker, sizeof marker, "%s/running", house->fixture->state);
    start_with_board(house);
    assert_true(await_marker(house, marker));
    keeper_stop(house->keeper);
    assert_int_not_equal(access(marker, F_OK), 0);
    start_keeper(house);
    assert_true(await_marker(house, marker));
    assert_true(await_sync(house, knows_its_disk, PATIENCE_MS));
    keeper_sync(house->keeper, &sync);
    assert_int_equal(sync.vitals.stops_month, 0);
    keeper_stop(house->keeper);
    fclose(fopen(marker, "w"));
    start_keeper(house);
    assert_true(await_sync(house, knows_a_stop, PATIENCE_MS));
}

// A note that was sent is a draft until it is in the log: a disk that has room for a word
// but not for the note must not take the one and refuse the other.
static void a_text_stays_until_what_was_sent_is_kept(void **state)
{
    struct house *house = *state;
    struct rlimit limit;
    struct stat log;
    char path[300];
    char *note = calloc(1, 60001);

    signal(SIGXFSZ, SIG_IGN);
    start_with_board(house);
    keeper_keep(house->keeper, "half", "de hele notitie");
    keeper_stop(house->keeper);
    start_keeper(house);
    snprintf(path, sizeof path, "%s/local.db", house->fixture->state);
    assert_int_equal(stat(path, &log), 0);
    getrlimit(RLIMIT_FSIZE, &limit);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = (rlim_t)log.st_size + 8192;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    memset(note, 'x', 60000);
    keeper_put(house->keeper, title_update(1, note));
    keeper_keep(house->keeper, "half", NULL);
    assert_true(await_sync(house, is_refused, PATIENCE_MS));
    usleep(1200000); // a text is written once a second
    keeper_stop(house->keeper);
    limit.rlim_cur = before;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    start_keeper(house);
    char *text = keeper_kept(house->keeper, "half");
    assert_non_null(text);
    assert_string_equal(text, "de hele notitie");
    free(text);
    free(note);
}

static bool paper_says(struct house *house, const char *name, const char *text)
{
    char path[400];
    char said[100] = "";

    snprintf(path, sizeof path, "%s/besluiten/%s", house->fixture->share, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return false;
    }
    size_t size = fread(said, 1, sizeof said - 1, file);
    fclose(file);
    said[size] = '\0';
    return strcmp(said, text) == 0;
}

static bool await_paper(struct house *house, const char *name, const char *text)
{
    int64_t until = now_ms(house) + PATIENCE_MS;

    while (!paper_says(house, name, text) && now_ms(house) < until) {
        usleep(20000);
    }
    return paper_says(house, name, text);
}

static void writes_papers(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    keeper_paper(house->keeper, "../uit.html", "weg");
    keeper_paper(house->keeper, ".verborgen", "weg");
    keeper_paper(house->keeper, "besluitenlijst-a.html", "een");
    assert_true(await_paper(house, "besluitenlijst-a.html", "een"));
    keeper_paper(house->keeper, "besluitenlijst-a.html", "twee"); // closed a second time
    keeper_paper(house->keeper, "besluitenlijst-b.html", "drie");
    keeper_stop(house->keeper); // at once
    house->keeper = NULL;
    assert_true(paper_says(house, "besluitenlijst-a.html", "twee"));
    assert_true(paper_says(house, "besluitenlijst-b.html", "drie"));
    assert_false(paper_says(house, ".verborgen", "weg"));
    assert_int_not_equal(access(fixture_path(house->fixture, 0, "uit.html"), F_OK), 0);
}

// A share that is gone is not made anew: what is written there would be under it.
static void a_paper_waits_for_the_share(void **state)
{
    struct house *house = *state;
    char elsewhere[300];

    start_with_board(house);
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", house->fixture->root);
    assert_int_equal(rename(house->fixture->share, elsewhere), 0);
    keeper_paper(house->keeper, "besluitenlijst-a.html", "een");
    usleep(300000);
    assert_int_not_equal(access(house->fixture->share, F_OK), 0);
    assert_int_equal(rename(elsewhere, house->fixture->share), 0);
    assert_true(await_paper(house, "besluitenlijst-a.html", "een"));
}

static void publishes_before_it_stops(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    keeper_put(house->keeper, title_update(1, "op de valreep"));
    keeper_stop(house->keeper);
    house->keeper = NULL;
    assert_string_equal(file_title(house), "op de valreep");
}

static void tells_other_programs_how_it_goes(void **state)
{
    struct house *house = *state;
    struct sync_state sync;
    int64_t written_ms = 0;

    start_with_board(house);
    keeper_put(house->keeper, title_update(7, "geraakt"));
    assert_true(await_sync(house, is_shared, PATIENCE_MS));
    int64_t until = now_ms(house) + PATIENCE_MS;
    bool told = false;
    while (!told && now_ms(house) < until) {
        told = sync_file_read(house->fixture->state, &house->fixture->env, &sync,
                              &written_ms) &&
               sync.shared == 7;
        usleep(20000);
    }
    assert_true(told);
    assert_true(written_ms > 0);
    assert_int_equal(sync.device_count, 2);
    assert_true(sync.devices[0].self);
}

// The clock of a keeper that time is skipped for.
static _Atomic int64_t skipped_ms;

static int64_t skipping_now_ms(void *context)
{
    return env_system()->now_ms(context) + skipped_ms;
}

static int64_t skipping_mono_ms(void *context)
{
    return env_system()->mono_ms(context) + skipped_ms;
}

// A minute later it looks at the folder again. True when it told when that was.
static bool looks_a_minute_later(struct house *house)
{
    struct sync_state sync;
    int64_t before_ms = skipping_now_ms(NULL);

    skipped_ms += 61 * SECOND_MS;
    keeper_keep(house->keeper, "iets", NULL); // only so that it has a round
    int64_t until = now_ms(house) + 3 * SECOND_MS;
    while (now_ms(house) < until) {
        if (keeper_sync(house->keeper, &sync) &&
            sync.read_ms > before_ms + 60 * SECOND_MS) {
            return true;
        }
        usleep(5000);
    }
    return false;
}

// Whether a minute passes without a word to the wall or to the file for other programs.
static bool rests_for_a_minute(struct house *house)
{
    const struct env *env = &house->fixture->env;
    struct sync_state sync;
    int64_t first_ms = 0;
    int64_t second_ms = 0;
    uint64_t count;

    assert_true(sync_file_read(house->fixture->state, env, &sync, &first_ms));
    while (read(house->awake, &count, sizeof count) > 0) {
    }
    assert_true(looks_a_minute_later(house));
    usleep(100000);
    assert_true(sync_file_read(house->fixture->state, env, &sync, &second_ms));
    return read(house->awake, &count, sizeof count) < 0 && second_ms == first_ms;
}

// That a file was read again is known when somebody asks, and no reason to wake the wall or
// to wear the card. What the start brings is, and a disk that others fill.
static void a_reading_is_no_news(void **state)
{
    struct house *house = *state;
    int minutes = 1;

    house->fixture->env.now_ms = skipping_now_ms;
    house->fixture->env.mono_ms = skipping_mono_ms;
    start_with_board(house);
    assert_true(looks_a_minute_later(house));
    while (minutes < 10 && !rests_for_a_minute(house)) {
        minutes++;
    }
    assert_in_range(minutes, 1, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        house_test(follows_every_way_of_writing),
        house_test(follows_tools_that_stay_open),
        house_test(sees_edits_without_triggers),
        house_test(leaves_transactions_alone),
        house_test(survives_trouble),
        house_test(says_nothing_of_a_short_absence),
        house_test(shows_the_last_board_at_start),
        house_test(starts_without_anything),
        house_test(writes_and_shares_touches),
        house_test(keeps_the_order_while_the_disk_refuses),
        house_test(tells_of_a_touch_before_it_looks_at_the_share),
        house_test(brings_a_board_back),
        house_test(keeps_texts_over_lives),
        house_test(tells_when_it_was_not_shut_down),
        house_test(a_text_stays_until_what_was_sent_is_kept),
        house_test(writes_papers),
        house_test(a_paper_waits_for_the_share),
        house_test(publishes_before_it_stops),
        house_test(tells_other_programs_how_it_goes),
        house_test(a_reading_is_no_news),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
