// T5 and T6: every call to the system, and every call for memory, of a site that edits,
// imports, publishes and recovers is made to fail once and for good, each in a process of
// its own. What was acknowledged must be there afterwards, board.sqlite must be sound at
// every moment, and the next life must go on as if nothing had been.
//
//   fault calls [EVERY [FIRST]]
//   fault memory [EVERY [FIRST]]
//   fault upgrade [EVERY [FIRST]]
//
// The last one begins with what the first version of the program left
// (tests/data/schema-1). Every EVERYth point (1) from FIRST (0) on, and more of SIGKILL. A
// point is a call to the system; for memory the first call of each way through the program.
// FAULT_AT=46000-47000 tries those calls only, and FAULT_TALK=1 says what happens.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "base/file.h"
#include "fault_calls.h"
#include "share/site.h"
#include "upgrade_fixture.h"

enum {
    WRITES = 6,
    ROUNDS = 20,
    FOREVER = 1 << 30,
    PATIENCE_S = 20,
    POINTS = 1000000,
    KILLS_MORE = 8
};

struct shared {
    struct fault_plan plan;
    bool acknowledged[WRITES];
    char wrong[300]; // what a check found; "" when nothing
};

struct stage {
    struct fixture *fixture;
    struct shared *shared;
    char template[240]; // what every life begins with
    struct env env;
    int64_t now_ms, mono_ms;
    const char *const *before; // what must be there in the end; NULL ends it
};

// What others, and an earlier life, said, and where they said it.
static const char *const BEFORE[] = {
    "eerder",    // in the log of the device, and not published
    "copied",    // in a conflict copy
    "displaced", // in a file that an interrupted publishing left under our name
    NULL,
};
static const char *const UPGRADED[] = {
    "knelpunt",                         // in the log of the device, not in the shared file
    "Een vast gezicht",                 // that, and no trigger logged it
    "Twee regels:\n'en een aanhaling'", // of a note that is deleted
    NULL,
};

// The device --------------------------------------------------------------------------

static int64_t now_ms(void *context)
{
    return ((struct stage *)context)->now_ms;
}

static int64_t mono_ms(void *context)
{
    return ((struct stage *)context)->mono_ms;
}

static void random_of(void *context, void *out, size_t size)
{
    fixture_random(((struct stage *)context)->fixture, out, size);
}

static void pass(struct stage *stage, int64_t ms)
{
    stage->now_ms += ms;
    stage->mono_ms += ms;
}

static struct site *open_site(struct stage *stage)
{
    return site_open(&(struct site_options){.share_dir = stage->fixture->share,
                                            .state_dir = stage->fixture->state,
                                            .env = &stage->env});
}

static bool write_title(struct site *site, uint64_t serial, const char *title)
{
    struct update_cell cell = {
        .table = "action", .row = "proef/1.1a", .column = "title", .value = title};
    struct update update = {
        .serial = serial, .author = "Sam", .board = "proef", .cells = &cell, .count = 1};

    return site_write(site, &update);
}

static void touch(struct stage *stage, struct site *site, int i)
{
    char title[20];

    pass(stage, 100);
    snprintf(title, sizeof title, "touch %d", i);
    // As the keeper does: again after a round.
    for (int tries = 0; tries < 2 && !stage->shared->acknowledged[i]; tries++) {
        stage->shared->acknowledged[i] = write_title(site, (uint64_t)i + 1, title);
        if (!stage->shared->acknowledged[i]) {
            site_step(site, false);
        }
    }
}

static void rounds(struct stage *stage, struct site *site, int count)
{
    for (int i = 0; i < count; i++) {
        pass(stage, 7000);
        site_step(site, i == 0);
    }
}

// Two lives: the first one recovers, imports, edits and publishes, the second one goes on.
static void live(struct stage *stage)
{
    for (int life = 0; life < 2; life++) {
        struct site *site = open_site(stage);
        if (site == NULL) {
            continue;
        }
        touch(stage, site, life * 3);
        rounds(stage, site, 2);
        touch(stage, site, life * 3 + 1);
        site_keep(site, "draft", "half a note");
        struct board_set *set = site_boards(site);
        board_set_free(set);
        touch(stage, site, life * 3 + 2);
        site_flush(site);
        site_close(site);
        pass(stage, 1000);
    }
}

// Judging -----------------------------------------------------------------------------

static bool said(const struct fold *fold, const char *value)
{
    for (size_t i = 0; i < fold->count; i++) {
        const struct record *record = fold->records[i];
        if (record->value != NULL && strcmp(record->value, value) == 0) {
            return true;
        }
    }
    return false;
}

static void blame(struct stage *stage, const char *what, const char *detail)
{
    if (stage->shared->wrong[0] == '\0') {
        snprintf(stage->shared->wrong, sizeof stage->shared->wrong, "%s %s", what, detail);
    }
}

// The moment after: the file is sound, whatever happened.
static void check_file(struct stage *stage, const char *when)
{
    struct gate *gate = gate_open(stage->fixture);
    struct import_result result = gate_import(gate, stage->fixture, "board.sqlite");

    if (result.trouble != TROUBLE_NONE) {
        blame(stage, when, trouble_key(result.trouble));
    } else if (strcmp(gate_value(gate, "action", "proef/1.1a", "code"), "1.1a") != 0) {
        blame(stage, when, "the board is gone");
    }
    gate_close(gate);
}

static void check_published(struct stage *stage)
{
    char title[20];
    struct gate *gate = gate_open(stage->fixture);

    gate_import(gate, stage->fixture, "board.sqlite");
    for (size_t i = 0; stage->before[i] != NULL; i++) {
        if (!said(gate->fold, stage->before[i])) {
            blame(stage, "lost:", stage->before[i]);
        }
    }
    for (int i = 0; i < WRITES; i++) {
        snprintf(title, sizeof title, "touch %d", i);
        if (stage->shared->acknowledged[i] && !said(gate->fold, title)) {
            blame(stage, "acknowledged and lost:", title);
        }
    }
    gate_close(gate);
}

static void note_left(void *stage_of, const char *name)
{
    if (strcmp(name, "board.sqlite") != 0) {
        blame(stage_of, "left behind:", name);
    }
}

// The next life, in which nothing fails any more.
static void check(struct stage *stage)
{
    bool settled = false;

    check_file(stage, "right after:");
    pass(stage, 3600000);
    struct site *site = open_site(stage);
    if (site == NULL) {
        blame(stage, "the next life", "does not begin");
        return;
    }
    for (int i = 0; i < ROUNDS && !settled; i++) {
        pass(stage, 61000);
        settled = site_flush(site);
    }
    if (!settled) {
        blame(stage, "the next life", "does not settle");
    }
    site_close(site);
    check_file(stage, "in the end:");
    check_published(stage);
    env_system()->list(NULL, stage->fixture->share, note_left, stage);
}

// Lives -------------------------------------------------------------------------------

struct copying {
    const char *from, *to;
};

static void copy_one(void *copying_of, const char *name);

static void copy_folder(const char *from, const char *to)
{
    struct copying copying = {from, to};

    assert_int_equal(file_make_folder(NULL, to), 0);
    assert_int_equal(file_list(NULL, from, copy_one, &copying), 0);
}

static void copy_one(void *copying_of, const char *name)
{
    const struct copying *copying = copying_of;
    struct env_bytes bytes;
    char from[600];
    char to[600];

    snprintf(from, sizeof from, "%s/%s", copying->from, name);
    snprintf(to, sizeof to, "%s/%s", copying->to, name);
    if (file_read(NULL, from, SIZE_MAX >> 1, &bytes) != 0) {
        copy_folder(from, to);
        return;
    }
    assert_int_equal(file_write(NULL, to, bytes.data, bytes.size, bytes.stat.mtime_ns), 0);
    free(bytes.data);
}

// What every life begins with, anew.
static void lay_out(struct stage *stage)
{
    static const char *const parts[] = {"share", "state"};
    char from[300];
    char to[300];

    for (size_t i = 0; i < 2; i++) {
        snprintf(from, sizeof from, "%s/%s", stage->template, parts[i]);
        snprintf(to, sizeof to, "%s/%s", stage->fixture->root, parts[i]);
        nftw(to, fixture_unlink, 16, FTW_DEPTH | FTW_PHYS);
        copy_folder(from, to);
    }
}

static int run_apart(struct stage *stage, void (*what)(struct stage *stage), bool armed)
{
    int status = 0;
    pid_t process = fork();

    if (process == 0) {
        alarm(PATIENCE_S);
        stage->shared->plan.armed = armed;
        fault_plan = &stage->shared->plan;
        what(stage);
        stage->shared->plan.armed = false;
        _exit(0);
    }
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

// One point; true when nothing is wrong.
static bool try_point(struct stage *stage, const struct fault_plan *plan)
{
    struct shared *shared = stage->shared;

    memset(shared, 0, sizeof *shared);
    shared->plan = *plan;
    lay_out(stage);
    int status = run_apart(stage, live, true);
    bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (status != 0 && !(plan->kind == FAULT_KILL && killed)) {
        snprintf(shared->wrong, sizeof shared->wrong, "died: status %x", (unsigned)status);
    }
    if (plan->at == 0 && !(shared->acknowledged[0] && shared->acknowledged[WRITES - 1])) {
        blame(stage, "nothing fails, and yet", "not acknowledged");
    }
    status = run_apart(stage, check, false);
    if (status != 0) {
        blame(stage, "the check died", "");
    }
    return shared->wrong[0] == '\0';
}

// What every life begins with ---------------------------------------------------------

static void set_stage(struct stage *stage)
{
    struct fixture *fixture = stage->fixture;
    struct sync_state *sync = calloc(1, sizeof *sync);
    size_t size;
    char name[160];

    assert_non_null(sync);
    share_fixture_publish(fixture);
    unsigned char *bytes = share_fixture_read(fixture, "board.sqlite", &size);
    struct site *site = open_site(stage);
    assert_non_null(site);
    rounds(stage, site, 2);
    assert_true(write_title(site, 90, "eerder"));
    site_sync(site, sync);
    site_close(site);
    for (size_t i = 0; i < sync->device_count; i++) {
        if (sync->devices[i].self) {
            snprintf(name, sizeof name, ".board.%s.part", sync->devices[i].id);
            fixture_write(fixture, name, bytes, size);
            share_fixture_sql(fixture, name, "UPDATE action SET due='displaced'");
        }
    }
    static const char copy[] = "board.sync-conflict-20251127-101010-ABCDEFG.sqlite";
    fixture_write(fixture, copy, bytes, size);
    share_fixture_sql(fixture, copy, "UPDATE action SET funding='copied'");
    free(bytes);
    free(sync);
    stage->before = BEFORE;
    assert_int_equal(fixture_count(fixture), 3);
}

static void set_old_stage(struct stage *stage)
{
    upgrade_raise(1, "share.sql", fixture_path(stage->fixture, 0, "board.sqlite"));
    upgrade_raise(1, "local.sql", upgrade_path(stage->fixture, "state/local.db"));
    stage->before = UPGRADED;
}

static void keep_stage(struct stage *stage)
{
    struct fixture *fixture = stage->fixture;
    char name[160];

    snprintf(stage->template, sizeof stage->template, "%.200s/template", fixture->root);
    snprintf(name, sizeof name, "%.100s/share", stage->template);
    copy_folder(fixture->share, name);
    snprintf(name, sizeof name, "%.100s/state", stage->template);
    copy_folder(fixture->state, name);
}

// All points --------------------------------------------------------------------------

struct fault_way {
    const char *name;
    enum fault_kind kind;
    int error;
    long burst; // 0: once
};

static const struct fault_way calls_ways[] = {
    {"SIGKILL", FAULT_KILL, 0, 0},
    {"EIO once", FAULT_ERROR, EIO, 0},
    {"EIO for good", FAULT_ERROR, EIO, FOREVER},
    {"ENOSPC once", FAULT_ERROR, ENOSPC, 0},
    {"ENOSPC for good", FAULT_ERROR, ENOSPC, FOREVER},
    {"EROFS once", FAULT_ERROR, EROFS, 0},
    {"EROFS for good", FAULT_ERROR, EROFS, FOREVER},
    {"EINTR once", FAULT_ERROR, EINTR, 0},
    {"EINTR, 20 in a row", FAULT_ERROR, EINTR, 20},
    {"half once", FAULT_SHORT, 0, 0},
    {"half for good", FAULT_SHORT, 0, FOREVER},
};
static const struct fault_way memory_ways[] = {
    {"no memory once", FAULT_MEMORY, 0, 0},
    {"no memory for good", FAULT_MEMORY, 0, FOREVER},
};

static int compare_ways(const void *a, const void *b, void *ways_of)
{
    const uint64_t *ways = ways_of;
    long i = *(const long *)a;
    long j = *(const long *)b;

    return ways[i - 1] != ways[j - 1] ? (ways[i - 1] < ways[j - 1] ? -1 : 1)
                                      : (i > j) - (i < j);
}

static int compare_points(const void *a, const void *b)
{
    long i = *(const long *)a;
    long j = *(const long *)b;

    return (i > j) - (i < j);
}

// The points that are worth trying: of calls that the program comes to by the same way, the
// first one. Returns how many.
static long choose_points(const struct fault_plan *plan, uint64_t *ways, long *points)
{
    long calls = plan->calls < POINTS ? plan->calls : POINTS;
    long count = 0;

    for (long i = 0; i < calls; i++) {
        points[i] = i + 1;
    }
    if (plan->kind != FAULT_MEMORY) {
        return calls; // few enough to try them all
    }
    qsort_r(points, (size_t)calls, sizeof *points, compare_ways, ways);
    for (long i = 0; i < calls; i++) {
        if (i == 0 || ways[points[i] - 1] != ways[points[i - 1] - 1]) {
            ways[calls + count++] = (uint64_t)points[i];
        }
    }
    for (long i = 0; i < count; i++) {
        points[i] = (long)ways[calls + i];
    }
    qsort(points, (size_t)count, sizeof *points, compare_points);
    return count;
}

static void *share_memory(size_t size)
{
    void *memory =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    assert_true(memory != MAP_FAILED);
    return memory;
}

static bool try_way(struct stage *stage, const struct fault_way *way, long every,
                    long first)
{
    struct fault_plan plan = {.kind = way->kind, .error = way->error, .burst = way->burst};
    long *points = calloc(POINTS, sizeof *points);
    uint64_t *ways = share_memory(2 * POINTS * sizeof *ways);
    const char *range = getenv("FAULT_AT");
    long from = 0;
    long to = LONG_MAX;
    long tried = 0;
    long bad = 0;

    if (range != NULL && sscanf(range, "%ld-%ld", &from, &to) == 1) {
        to = from;
    }
    plan.ways = way->kind == FAULT_MEMORY ? ways : NULL;
    plan.ways_room = POINTS;
    if (!try_point(stage, &plan)) {
        printf("# %s: nothing fails: %s\n", way->name, stage->shared->wrong);
        bad++;
    }
    long calls = stage->shared->plan.calls;
    long count = choose_points(&stage->shared->plan, ways, points);
    plan.ways = NULL;
    for (long i = first; i < count; i += every) {
        if (points[i] < from || points[i] > to) {
            continue;
        }
        tried++;
        plan.at = points[i];
        if (!try_point(stage, &plan)) {
            bad++;
            printf("# %s at %ld: %s\n", way->name, plan.at, stage->shared->wrong);
        }
        fflush(stdout);
    }
    printf("%s - %s: %ld of %ld points (%ld calls), %ld bad\n", bad == 0 ? "ok" : "not ok",
           way->name, tried, count, calls, bad);
    munmap(ways, 2 * POINTS * sizeof *ways);
    free(points);
    return bad == 0;
}

int main(int argc, char **argv)
{
    bool memory = argc > 1 && strcmp(argv[1], "memory") == 0;
    bool upgrade = argc > 1 && strcmp(argv[1], "upgrade") == 0;
    long every = argc > 2 ? atol(argv[2]) : 1;
    long first = argc > 3 ? atol(argv[3]) : 0;
    const struct fault_way *ways = memory ? memory_ways : calls_ways;
    size_t count = memory ? sizeof memory_ways / sizeof *memory_ways
                          : sizeof calls_ways / sizeof *calls_ways;
    void *fixture = NULL;
    bool ok = true;

    if (fixture_setup(&fixture) != 0) {
        return 2;
    }
    struct stage stage = {.fixture = fixture, .env = *env_system(), .mono_ms = 1000};
    stage.shared = share_memory(sizeof *stage.shared);
    fault_calls_begin();
    stage.env.context = &stage;
    stage.env.now_ms = now_ms;
    stage.env.mono_ms = mono_ms;
    stage.env.random = random_of;
    stage.now_ms = env_system()->now_ms(NULL);
    (upgrade ? set_old_stage : set_stage)(&stage);
    keep_stage(&stage);
    if (getenv("FAULT_TALK") == NULL &&
        freopen("/dev/null", "w", stderr) == NULL) { // every fault is logged
        return 2;
    }
    for (size_t i = 0; i < count; i++) {
        // Where a life ends matters more than which error a call gives.
        long step = ways[i].kind == FAULT_KILL ? every / KILLS_MORE + 1 : every;
        ok = try_way(&stage, &ways[i], step, first + (long)i % step) && ok;
    }
    fixture_teardown(&fixture);
    return ok ? 0 : 1;
}
