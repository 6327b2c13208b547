// A keeper at work on a fixture's shared folder, and another program that writes in it.
#ifndef REGIEBORD_TESTS_KEEPER_FIXTURE_H
#define REGIEBORD_TESTS_KEEPER_FIXTURE_H

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>

#include "board/board.h"
#include "share/keeper.h"
#include "share_fixture.h"

// What the wall promises comes within a second, and is measured by the rounds of
// test_keeper; what a test only waits for may take long on a machine that is busy.
enum { SECOND_MS = 1000, PATIENCE_MS = 30000 };

// Another program ---------------------------------------------------------------------

// Tools run in a process of their own: SQLite's locks do not hold between handles of one
// process.
enum verb { VERB_SQL, VERB_OPEN, VERB_CLOSE, VERB_COPY_OVER, VERB_RENAME_OVER };

struct order {
    enum verb verb;
    char sql[300];
};

struct tool {
    int to, from;
    pid_t process;
};

struct house {
    struct fixture *fixture;
    struct tool tool;
    struct keeper *keeper;
    int awake; // eventfd
};

static inline int run_sql(const char *path, sqlite3 *open, const char *sql)
{
    sqlite3 *db = open;
    int code = open != NULL ? SQLITE_OK : sqlite3_open(path, &db);

    code = code == SQLITE_OK ? sqlite3_exec(db, sql, NULL, NULL, NULL) : code;
    if (code != SQLITE_OK) {
        fprintf(stderr, "tool: %s: %s\n", sqlite3_errmsg(db), sql);
    }
    if (open == NULL) {
        sqlite3_close(db);
    }
    return code;
}

static inline int copy_file(const char *from, const char *to)
{
    char buffer[1000];
    ssize_t length;
    int in = open(from, O_RDONLY);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    while ((length = read(in, buffer, sizeof buffer)) > 0) {
        if (write(out, buffer, (size_t)length) != length) {
            break;
        }
    }
    close(in);
    close(out);
    return length == 0 ? 0 : -1;
}

static inline int obey(struct fixture *fixture, const struct order *order, sqlite3 **kept)
{
    const char *board = fixture_path(fixture, 0, "board.sqlite");
    const char *side = fixture_path(fixture, 1, "../copy.sqlite");
    const char *near = fixture_path(fixture, 2, ".incoming.tmp");

    switch (order->verb) {
    case VERB_SQL: return run_sql(board, *kept, order->sql);
    case VERB_OPEN:
        return sqlite3_open(board, kept) != SQLITE_OK ||
               run_sql(board, *kept, order->sql) != SQLITE_OK;
    case VERB_CLOSE:
        sqlite3_close(*kept);
        *kept = NULL;
        return 0;
    case VERB_COPY_OVER:
        return copy_file(board, side) || run_sql(side, NULL, order->sql) ||
               copy_file(side, board);
    case VERB_RENAME_OVER:
        return copy_file(board, near) || run_sql(near, NULL, order->sql) ||
               rename(near, board);
    }
    return -1;
}

static inline void tool_run(struct fixture *fixture, int in, int out)
{
    struct order order;
    sqlite3 *kept = NULL;

    while (read(in, &order, sizeof order) == (ssize_t)sizeof order) {
        int code = obey(fixture, &order, &kept);
        if (write(out, &code, sizeof code) != (ssize_t)sizeof code) {
            break;
        }
    }
    sqlite3_close(kept);
    _exit(0);
}

static inline void tool_start(struct tool *tool, struct fixture *fixture)
{
    int there[2];
    int back[2];

    assert_int_equal(pipe(there), 0);
    assert_int_equal(pipe(back), 0);
    tool->process = fork();
    if (tool->process == 0) {
        close(there[1]);
        close(back[0]);
        tool_run(fixture, there[0], back[1]);
    }
    close(there[0]);
    close(back[1]);
    tool->to = there[1];
    tool->from = back[0];
}

static inline void tool_do(struct house *house, enum verb verb, const char *sql)
{
    struct order order = {.verb = verb};
    int code = -1;

    snprintf(order.sql, sizeof order.sql, "%s", sql);
    assert_int_equal(write(house->tool.to, &order, sizeof order), sizeof order);
    assert_int_equal(read(house->tool.from, &code, sizeof code), sizeof code);
    assert_int_equal(code, 0);
}

// The house ---------------------------------------------------------------------------

static inline void awaken(void *to)
{
    const uint64_t one = 1;

    assert_int_equal(write(*(int *)to, &one, sizeof one), sizeof one);
}

static inline void start_keeper(struct house *house)
{
    struct keeper_options options = {
        .share_dir = house->fixture->share,
        .state_dir = house->fixture->state,
        .name = "", // with one it would publish that by itself
        .env = &house->fixture->env,
        .wake = awaken,
        .wake_context = &house->awake,
    };

    house->keeper = keeper_start(&options);
    assert_non_null(house->keeper);
}

static inline int setup(void **state)
{
    struct house *house = calloc(1, sizeof *house);
    void *fixture = NULL;

    if (fixture_setup(&fixture) != 0) {
        return -1;
    }
    house->fixture = fixture;
    tool_start(&house->tool, fixture);
    house->awake = eventfd(0, EFD_NONBLOCK);
    *state = house;
    return 0;
}

static inline int teardown(void **state)
{
    struct house *house = *state;
    void *fixture = house->fixture;

    keeper_stop(house->keeper);
    close(house->tool.to);
    close(house->tool.from);
    waitpid(house->tool.process, NULL, 0);
    close(house->awake);
    free(house);
    return fixture_teardown(&fixture);
}

static inline int64_t now_ms(struct house *house)
{
    return house->fixture->env.mono_ms(NULL);
}

typedef bool (*expectation)(const struct board_set *set, const char *what);

// Takes sets until one is as expected; NULL when that takes longer than `patience_ms`.
static inline struct board_set *await(struct house *house, expectation expected,
                                      const char *what, int64_t patience_ms)
{
    int64_t until = now_ms(house) + patience_ms;
    struct pollfd wait = {.fd = house->awake, .events = POLLIN};

    while (now_ms(house) <= until) {
        struct board_set *set = keeper_take(house->keeper, NULL);
        if (set != NULL && expected(set, what)) {
            return set;
        }
        board_set_free(set);
        if (set == NULL && poll(&wait, 1, (int)(until - now_ms(house)) + 1) > 0) {
            uint64_t count;
            assert_int_equal(read(house->awake, &count, sizeof count), sizeof count);
        }
    }
    return NULL;
}

static inline bool has_title(const struct board_set *set, const char *title)
{
    return set->count == 1 && set->boards[0].action_count == 1 &&
           strcmp(set->boards[0].actions[0].title, title) == 0;
}

static inline bool has_abbreviation(const struct board_set *set, const char *name)
{
    return set->count == 1 && board_abbreviation_find(&set->boards[0], name) != NULL;
}

static inline bool lacks_abbreviation(const struct board_set *set, const char *name)
{
    return set->count == 1 && board_abbreviation_find(&set->boards[0], name) == NULL;
}

static inline bool has_trouble(const struct board_set *set, const char *trouble)
{
    return strcmp(set->trouble, trouble) == 0;
}

static inline void start_with_board(struct house *house)
{
    assert_true(share_apply(house->fixture->share, share_fixture_plan, SHARE_FIXTURE_PLAN,
                            &house->fixture->env, NULL));
    start_keeper(house);
    struct board_set *set = await(house, has_title, "Zorgplicht uitleggen", PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
}

#define house_test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
