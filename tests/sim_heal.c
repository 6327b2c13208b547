#include <stdio.h>
#include <string.h>

#include "share/site.h"
#include "sim_oracle.h"
#include "sim_run.h"

enum { STEPS_IN_ROUND = 8, STILL_ROUNDS = 2, STILL_ROUNDS_MAX = 16 };

static const int64_t STEP_MS = 10000;
static const int64_t MS_NS = 1000000;

static void mend(struct sim_run *run)
{
    world_tell(&run->world, "--- all is well again");
    for (int i = 0; i < SIM_DEVICES; i++) {
        run->offline[i] = false;
        run->world.disks[i].fuse = 0;
        run->world.disks[i].refuse = 0;
        transport_settle(&run->transport, i);
    }
    for (int i = 0; i < SIM_KIOSKS; i++) {
        struct sim_env *env = &run->kiosks[i].env;
        env->meddle_percent = 0;
        env->lock = ENV_LOCK_NONE;
        env->locked = NULL;
        run->kiosks[i].tool_steps = 0;
    }
}

static void meet_all(struct sim_run *run)
{
    int first = sim_below(&run->world, SIM_DEVICES);

    for (int i = 0; i < SIM_DEVICES; i++) {
        for (int j = i + 1; j < SIM_DEVICES; j++) {
            int a = (i + first) % SIM_DEVICES;
            int b = (j + first) % SIM_DEVICES;
            transport_meet(&run->transport, a, b);
            transport_settle(&run->transport, a);
            transport_settle(&run->transport, b);
        }
    }
}

static void round_of_all(struct sim_run *run)
{
    meet_all(run);
    for (int step = 0; step < STEPS_IN_ROUND; step++) {
        for (int i = 0; i < SIM_KIOSKS; i++) {
            if (run->kiosks[i].site == NULL) {
                kiosk_start(run, i);
            }
            if (run->kiosks[i].site != NULL) {
                kiosk_step(run, i);
            }
        }
        run->world.time_ms += STEP_MS / 2 + sim_below(&run->world, (int)STEP_MS);
    }
}

static struct sim_file *main_file(struct sim_run *run, int device)
{
    char path[SIM_PATH];

    snprintf(path, sizeof path, "%s/board.sqlite", world_share(device));
    return disk_find(&run->world, path);
}

// Why the devices do not agree yet; NULL when they do.
static const char *unsettled(struct sim_run *run)
{
    const struct sim_file *first = main_file(run, 0);

    for (int i = 0; i < SIM_KIOSKS; i++) {
        if (run->kiosks[i].site == NULL || !site_settled(run->kiosks[i].site)) {
            return "a kiosk is not settled";
        }
    }
    for (int i = 0; i < SIM_DEVICES; i++) {
        const struct sim_file *file = main_file(run, i);
        if (file == NULL || file->size != first->size ||
            memcmp(file->data, first->data, file->size) != 0) {
            return "the files differ";
        }
        const struct sim_names *names = &run->world.disks[i].names;
        for (int j = 0; j < names->count; j++) {
            if (world_shared(names->list[j].path) &&
                strcmp(strrchr(names->list[j].path, '/'), "/board.sqlite") != 0) {
                return "other files are left";
            }
        }
    }
    return NULL;
}

static void tell_folders(struct sim_run *run)
{
    for (int i = 0; i < SIM_DEVICES; i++) {
        const struct sim_names *names = &run->world.disks[i].names;
        for (int j = 0; j < names->count; j++) {
            const struct sim_file *file = names->list[j].file;
            world_tell(&run->world, "  %s %zu bytes, mtime %lld ms", names->list[j].path,
                       file->size, (long long)(file->mtime_ns / MS_NS % 10000000000));
        }
        if (i < SIM_KIOSKS && run->kiosks[i].site != NULL) {
            struct sync_state sync;
            site_sync(run->kiosks[i].site, &sync);
            world_tell(&run->world,
                       "  kiosk %d: %s, %zu unshared, trouble '%s' outbox '%s'", i,
                       site_settled(run->kiosks[i].site) ? "settled" : "not settled",
                       sync.unshared, sync.trouble, sync.outbox);
        }
    }
}

static uint64_t state_hash(struct sim_run *run)
{
    uint64_t hash = 0;

    for (int i = 0; i < SIM_DEVICES; i++) {
        const struct sim_file *file = main_file(run, i);
        hash = (hash ^ file->inode) * 0x100000001b3u;
        hash = (hash ^ (uint64_t)file->mtime_ns) * 0x100000001b3u;
        hash = (hash ^ file->size) * 0x100000001b3u;
    }
    return hash;
}

static void check_all(struct sim_run *run)
{
    struct oracle_log logs[SIM_KIOSKS] = {{.count = 0}};
    struct oracle_log all = {.count = 0};
    uint64_t shown[2] = {0, 0};
    char path[SIM_PATH];

    for (int i = 0; i < SIM_KIOSKS; i++) {
        snprintf(path, sizeof path, "%s/local.db", world_state(i));
        if (!oracle_read_log(&logs[i], path)) {
            world_fail(&run->world, "the log of device %d cannot be read", i);
        }
        oracle_check_acknowledged(&run->world, &run->ledger, i);
    }
    oracle_unite(logs, SIM_KIOSKS, &all);
    oracle_check_entries(&run->world, &all, &run->ledger);
    oracle_check_file(&run->world, &all, main_file(run, 0));
    for (int i = 0; i < SIM_KIOSKS; i++) {
        struct board_set *set = site_boards(run->kiosks[i].site);
        uint64_t hash = oracle_hash_boards(set, !run->compact);
        uint64_t *group = &shown[run->kiosks[i].env.version - 1];
        oracle_check_log(&run->world, &all, &logs[i], i);
        oracle_check_boards(&run->world, &all, set, i);
        if (*group != 0 && *group != hash) {
            world_fail(&run->world, "device %d shows another board than others", i);
        }
        *group = hash;
        board_set_free(set);
    }
    for (int i = 0; i < SIM_KIOSKS; i++) {
        oracle_finish(&logs[i]);
    }
    oracle_finish(&all);
}

void run_heal(struct sim_run *run)
{
    const char *why = "";

    mend(run);
    while (why != NULL && run->settled_in < SIM_ROUNDS) {
        round_of_all(run);
        run->settled_in++;
        why = unsettled(run);
        world_tell(&run->world, "--- round %d: %s", run->settled_in,
                   why == NULL ? "settled" : why);
    }
    if (why != NULL) {
        tell_folders(run);
        world_fail(&run->world, "after %d rounds %s", SIM_ROUNDS, why);
        return;
    }
    // Once a day a device says that it is there, which may be now, by an outbox and one
    // after the other: but then it ends.
    int still = 0;
    for (int i = 0; i < STILL_ROUNDS_MAX && still < STILL_ROUNDS; i++) {
        uint64_t before = state_hash(run);
        round_of_all(run);
        still = unsettled(run) == NULL && state_hash(run) == before ? still + 1 : 0;
    }
    if (still < STILL_ROUNDS) {
        world_fail(&run->world, "files go on changing when all agree");
        return;
    }
    check_all(run);
}
