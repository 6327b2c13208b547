// The real code of the sharing under a seeded simulation: five devices, four transports,
// wrong clocks, crashes, power cuts, plain SQL tools, old and new programs.
//
//   simulate --seeds N [--from K] [--jobs J]   runs N seeds
//   simulate --seed K                          runs one, with a trace
//   simulate --bugs N                          plants bugs; each must show within N seeds
//   --bug NAME                                 with one of the first two: with that bug
//   --steps N                                  with any of them; a seed repeats with its N
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sim_run.h"
#include "sim_vfs.h"
#include "store/schema.h"

struct wanted {
    uint64_t from, seeds, bug_seeds;
    int jobs, steps;
    bool trace;
    enum bug bug;
};

struct tally {
    uint64_t runs, failed, first_failed;
    uint64_t touches, tool_edits, crashes, copies, rounds;
    int most_rounds;
    uint64_t hash;
    char fault[512];
};

static void count(struct tally *tally, const struct sim_run *run)
{
    tally->runs++;
    tally->touches += (uint64_t)run->touches;
    tally->tool_edits += (uint64_t)run->tool_edits;
    tally->crashes += (uint64_t)run->crashes;
    tally->copies += (uint64_t)run->transport.copies;
    tally->rounds += (uint64_t)run->settled_in;
    tally->most_rounds =
        run->settled_in > tally->most_rounds ? run->settled_in : tally->most_rounds;
    tally->hash = (tally->hash ^ run->world.hash) * 0x100000001b3u;
    if (run->world.fault[0] != '\0') {
        if (tally->failed++ == 0) {
            tally->first_failed = run->world.seed;
            snprintf(tally->fault, sizeof tally->fault, "%s", run->world.fault);
        }
    }
}

// True when all was well.
static bool run_one(const struct sim_schemas *schemas, const struct wanted *wanted,
                    uint64_t seed, bool trace, struct tally *tally)
{
    struct sim_run *run = malloc(sizeof *run);

    run_seed(run, schemas, seed, wanted->steps, trace);
    bool well = run->world.fault[0] == '\0';
    count(tally, run);
    run_finish(run);
    free(run);
    return well;
}

// A failing seed is told at once. Every fiftieth is run twice: the same must happen.
static void run_share(const struct sim_schemas *schemas, const struct wanted *wanted,
                      int job, struct tally *tally)
{
    for (uint64_t i = (uint64_t)job; i < wanted->seeds; i += (uint64_t)wanted->jobs) {
        uint64_t seed = wanted->from + i;
        uint64_t failed = tally->failed;
        struct tally before = *tally;
        if (!run_one(schemas, wanted, seed, wanted->trace, tally) && tally->failed <= 10) {
            struct tally again = {.hash = before.hash};
            run_one(schemas, wanted, seed, false, &again);
            printf("not ok - seed %llu: %s\n", (unsigned long long)seed, again.fault);
            fflush(stdout);
        } else if (seed % 50 == 0) {
            struct tally again = {.hash = before.hash};
            run_one(schemas, wanted, seed, false, &again);
            if (again.hash != tally->hash) {
                tally->failed = failed + 1;
                printf("not ok - seed %llu does not repeat itself\n",
                       (unsigned long long)seed);
            }
        }
    }
}

static void add(struct tally *to, const struct tally *from)
{
    to->runs += from->runs;
    to->failed += from->failed;
    to->touches += from->touches;
    to->tool_edits += from->tool_edits;
    to->crashes += from->crashes;
    to->copies += from->copies;
    to->rounds += from->rounds;
    to->most_rounds =
        from->most_rounds > to->most_rounds ? from->most_rounds : to->most_rounds;
    to->hash ^= from->hash;
}

// One process per core.
static bool run_jobs(const struct sim_schemas *schemas, const struct wanted *wanted,
                     struct tally *all)
{
    int pipes[16][2];
    bool ok = true;

    fflush(stdout);
    for (int job = 0; job < wanted->jobs; job++) {
        struct tally tally = {.runs = 0};
        if (pipe(pipes[job]) != 0) {
            return false;
        }
        pid_t child = fork();
        if (child < 0) {
            return false;
        }
        if (child == 0) {
            run_share(schemas, wanted, job, &tally);
            fflush(stdout);
            _exit(write(pipes[job][1], &tally, sizeof tally) == sizeof tally ? 0 : 1);
        }
        close(pipes[job][1]);
    }
    for (int job = 0; job < wanted->jobs; job++) {
        struct tally tally;
        if (read(pipes[job][0], &tally, sizeof tally) == sizeof tally) {
            add(all, &tally);
        } else {
            printf("not ok - a process of the simulator died\n");
            ok = false;
        }
        close(pipes[job][0]);
        wait(NULL);
    }
    return ok;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool run_seeds(const struct sim_schemas *schemas, const struct wanted *wanted)
{
    struct tally all = {.runs = 0};
    double begun = seconds();

    bug_plant(wanted->bug);
    if (wanted->jobs == 1) {
        run_share(schemas, wanted, 0, &all);
    }
    bool ok = (wanted->jobs == 1 || run_jobs(schemas, wanted, &all)) && all.failed == 0;
    double took = seconds() - begun;
    printf("%llu seeds of %d steps, %d processes: %.0f s, %.1f runs/s\n",
           (unsigned long long)all.runs, wanted->steps, wanted->jobs, took,
           (double)all.runs / took);
    printf(
        "%llu touch edits acknowledged, %llu edits by tools, %llu crashes, %llu conflict "
        "copies; settled in %.1f rounds, at most %d\n",
        (unsigned long long)all.touches, (unsigned long long)all.tool_edits,
        (unsigned long long)all.crashes, (unsigned long long)all.copies,
        (double)all.rounds / (double)(all.runs == 0 ? 1 : all.runs), all.most_rounds);
    printf("%s - simulation: %llu of %llu seeds failed\n", ok ? "ok" : "not ok",
           (unsigned long long)all.failed, (unsigned long long)all.runs);
    return ok;
}

static bool run_bugs(const struct sim_schemas *schemas, const struct wanted *wanted)
{
    bool ok = true;

    for (enum bug bug = BUG_NONE + 1; bug < BUG_COUNT; bug++) {
        struct tally tally = {.runs = 0};
        bug_plant(bug);
        for (uint64_t i = 0; i < wanted->bug_seeds && tally.failed == 0; i++) {
            run_one(schemas, wanted, wanted->from + i, false, &tally);
        }
        ok = ok && tally.failed > 0;
        if (tally.failed > 0) {
            printf("ok - bug %-10s %-50s seed %4llu: %.90s\n", bug_name(bug), bug_text(bug),
                   (unsigned long long)tally.first_failed, tally.fault);
        } else {
            printf("not ok - bug %-10s %-50s not found in %llu seeds\n", bug_name(bug),
                   bug_text(bug), (unsigned long long)tally.runs);
        }
        fflush(stdout);
    }
    return ok;
}

static enum bug bug_of(const char *name)
{
    for (enum bug bug = BUG_NONE; bug < BUG_COUNT; bug++) {
        if (strcmp(bug_name(bug), name) == 0) {
            return bug;
        }
    }
    return BUG_COUNT;
}

static bool read_options(int argc, char **argv, struct wanted *wanted)
{
    for (int i = 1; i + 1 < argc; i += 2) {
        const char *value = argv[i + 1];
        uint64_t number = strtoull(value, NULL, 10);
        if (strcmp(argv[i], "--seeds") == 0) {
            wanted->seeds = number;
        } else if (strcmp(argv[i], "--seed") == 0) {
            wanted->seeds = 1;
            wanted->from = number;
            wanted->jobs = 1;
            wanted->trace = true;
        } else if (strcmp(argv[i], "--from") == 0) {
            wanted->from = number;
        } else if (strcmp(argv[i], "--jobs") == 0 && number > 0 && number <= 16) {
            wanted->jobs = (int)number;
        } else if (strcmp(argv[i], "--steps") == 0) {
            wanted->steps = (int)number;
        } else if (strcmp(argv[i], "--bugs") == 0) {
            wanted->bug_seeds = number;
        } else if (strcmp(argv[i], "--bug") == 0 && bug_of(value) != BUG_COUNT) {
            wanted->bug = bug_of(value);
        } else {
            return false;
        }
    }
    return argc % 2 == 1 && (wanted->seeds > 0 || wanted->bug_seeds > 0);
}

int main(int argc, char **argv)
{
    struct wanted wanted = {.from = 1, .jobs = 2, .steps = SIM_STEPS};
    struct sim_schemas schemas;
    bool ok = true;

    if (!read_options(argc, argv, &wanted)) {
        fprintf(stderr, "usage: simulate [--seeds N] [--seed K] [--from K] [--jobs J] "
                        "[--bugs N] [--bug NAME] [--steps N]\n");
        return 2;
    }
    setenv("TZ", "UTC", 1);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    vfs_install();
    if (!schemas_make(&schemas)) {
        return 1;
    }
    if (wanted.seeds > 0) {
        ok = run_seeds(&schemas, &wanted);
    }
    if (wanted.bug_seeds > 0) {
        ok = run_bugs(&schemas, &wanted) && ok;
    }
    schema_destroy(schemas.now);
    schema_destroy(schemas.newer);
    return ok ? 0 : 1;
}
