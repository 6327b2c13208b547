// T4: three devices on one shared folder, each a process of its own that writes, reads and
// publishes as fast as it can, and is killed at any moment. What was acknowledged, which
// each device notes on the disk for itself, must be with everybody in the end.
//   kills COUNT [SEED]
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/log.h"
#include "share/site.h"
#include "share_fixture.h"
#include "store/log.h"

enum { DEVICES = 3, FASTER = 20, ROUNDS = 40 };

struct run {
    struct fixture *fixture;
    struct env env;
    pid_t processes[DEVICES];
    int lives[DEVICES];
    char state[DEVICES][300];
    int unsound; // times that board.sqlite was not
    const char *unsound_why;
};

static void sleep_ms(int64_t ms)
{
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000},
              NULL);
}

// The waits between rounds pass sooner; what files say of their time stays true.
static int64_t fast_mono_ms(void *context)
{
    return env_system()->mono_ms(context) * FASTER;
}

static void random_of(void *context, void *out, size_t size)
{
    env_system()->random(context, out, size);
}

static struct site *open_site(struct run *run, int device)
{
    return site_open(&(struct site_options){.share_dir = run->fixture->share,
                                            .state_dir = run->state[device],
                                            .env = &run->env});
}

// A device ----------------------------------------------------------------------------

static bool write_cell(struct site *site, const char *table, const char *row,
                       const char *column, const char *value)
{
    struct update_cell cell = {
        .table = table, .row = row, .column = column, .value = value};
    struct update update = {.author = "Sam", .board = "proef", .cells = &cell, .count = 1};

    return site_write(site, &update);
}

// After site_write said so, and never before.
static void note_down(int fd, const char *value)
{
    char line[64];
    int length = snprintf(line, sizeof line, "%s\n", value);

    if (write(fd, line, (size_t)length) != length || fsync(fd) != 0) {
        _exit(3);
    }
}

static void be_device(struct run *run, int device)
{
    char path[400];
    char value[40];

    snprintf(path, sizeof path, "%s.noted", run->state[device]);
    int noted = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    struct site *site = open_site(run, device);
    for (int i = 0; site != NULL && noted >= 0; i++) {
        snprintf(value, sizeof value, "d%d-%d-%d", device, run->lives[device], i);
        bool shared_cell = i % 3 == 0; // that all of them write
        if (shared_cell ? write_cell(site, "action", "proef/1.1a", "title", value)
                        : write_cell(site, "note", value, "text", value)) {
            note_down(noted, value);
        }
        sleep_ms(site_step(site, i % 4 == 0) > 1000 ? 4 : 1);
    }
    _exit(site == NULL ? 2 : 0);
}

static void start(struct run *run, int device)
{
    run->lives[device]++;
    run->processes[device] = fork();
    if (run->processes[device] == 0) {
        be_device(run, device);
    }
}

static void kill_device(struct run *run, int device)
{
    kill(run->processes[device], SIGKILL);
    while (waitpid(run->processes[device], NULL, 0) < 0 && errno == EINTR) {
    }
}

// The end -----------------------------------------------------------------------------

// Twice in a row: what the last one publishes, the others have yet to read.
static bool settle(struct run *run)
{
    int settled = 0;

    for (int round = 0; round < ROUNDS && settled < 2; round++) {
        bool all = true;
        for (int device = 0; device < DEVICES; device++) {
            struct site *site = open_site(run, device);
            for (int look = 0; look < 2 && site != NULL; look++) {
                sleep_ms(60 * look); // so that times of files tell
                site_flush(site);
            }
            all = site != NULL && site_settled(site) && all;
            site_close(site);
        }
        settled = all ? settled + 1 : 0;
    }
    return settled == 2;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// How many of the noted values of one device a fold does not have.
static size_t missing(const char *noted, const struct fold *fold, size_t *total)
{
    const char **values = calloc(fold->count + 1, sizeof *values);
    size_t count = 0;
    size_t gone = 0;
    char line[64];
    FILE *file = fopen(noted, "r");

    assert_non_null(values);
    for (size_t i = 0; i < fold->count; i++) {
        if (fold->records[i]->value != NULL) {
            values[count++] = fold->records[i]->value;
        }
    }
    qsort(values, count, sizeof *values, compare_texts);
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        const char *key = line;
        size_t length = strcspn(line, "\n");
        if (line[length] != '\n') {
            break; // killed while it noted
        }
        line[length] = '\0';
        ++*total;
        bool found = bsearch(&key, values, count, sizeof *values, compare_texts) != NULL;
        if (!found) {
            printf("# lost: %s\n", line);
        }
        gone += !found;
    }
    if (file != NULL) {
        fclose(file);
    }
    free(values);
    return gone;
}

// Everybody's log and the shared file, against what everybody noted.
static size_t count_lost(struct run *run, size_t *noted)
{
    size_t lost = 0;
    char path[400];

    for (int from = 0; from <= DEVICES; from++) {
        struct gate *gate = gate_open(run->fixture);
        if (from == DEVICES) {
            gate_import(gate, run->fixture, "board.sqlite");
        } else {
            snprintf(path, sizeof path, "%s/local.db", run->state[from]);
            struct log *log = log_open(path, &run->env);
            assert_non_null(log);
            assert_true(log_load(log, gate->fold));
            log_close(log);
        }
        *noted = 0;
        for (int device = 0; device < DEVICES; device++) {
            snprintf(path, sizeof path, "%s.noted", run->state[device]);
            lost += missing(path, gate->fold, noted);
        }
        gate_close(gate);
    }
    return lost;
}

static void look(struct run *run)
{
    struct gate *gate = gate_open(run->fixture);
    struct import_result result = gate_import(gate, run->fixture, "board.sqlite");

    if (result.trouble != TROUBLE_NONE && result.trouble != TROUBLE_BUSY) {
        run->unsound++;
        run->unsound_why = trouble_key(result.trouble);
    }
    gate_close(gate);
}

static bool conclude(struct run *run, int kills)
{
    size_t noted = 0;
    bool settled = settle(run);
    size_t lost = count_lost(run, &noted);
    int names = fixture_count(run->fixture);

    printf("%s - %d kills: %zu acknowledged, %zu lost\n",
           lost == 0 && noted > 0 ? "ok" : "not ok", kills, noted, lost);
    printf("%s - all three settle on one file\n", settled ? "ok" : "not ok");
    printf("%s - the shared file is sound at every look%s%s\n",
           run->unsound == 0 ? "ok" : "not ok", run->unsound == 0 ? "" : ": ",
           run->unsound == 0 ? "" : run->unsound_why);
    printf("%s - nothing is left beside it (%d names)\n", names == 1 ? "ok" : "not ok",
           names);
    return lost == 0 && noted > 0 && settled && run->unsound == 0 && names == 1;
}

int main(int argc, char **argv)
{
    int kills = argc > 1 ? atoi(argv[1]) : 200;
    void *fixture = NULL;

    if (fixture_setup(&fixture) != 0) {
        return 2;
    }
    struct run run = {.fixture = fixture, .env = *env_system()};
    run.fixture->seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    run.env.mono_ms = fast_mono_ms;
    run.env.random = random_of;
    run.env.fingerprint = NULL; // several devices on one machine
    log_set_level(LOG_LEVEL_ERROR);
    share_fixture_publish(run.fixture);
    for (int device = 0; device < DEVICES; device++) {
        snprintf(run.state[device], sizeof run.state[device], "%s/device-%d",
                 run.fixture->root, device);
        start(&run, device);
    }
    for (int i = 0; i < kills; i++) {
        sleep_ms(20 + (int64_t)(fixture_next(run.fixture) % 200));
        int device = (int)(fixture_next(run.fixture) % DEVICES);
        kill_device(&run, device);
        look(&run);
        start(&run, device);
    }
    for (int device = 0; device < DEVICES; device++) {
        kill_device(&run, device);
    }
    bool ok = conclude(&run, kills);
    if (ok || getenv("KILLS_KEEP") == NULL) {
        fixture_teardown(&fixture);
    }
    return ok ? 0 : 1;
}
