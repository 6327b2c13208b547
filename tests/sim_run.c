#include "sim_run.h"

#include <stdio.h>
#include <string.h>

#include "share/site.h"
#include "sim_tool.h"
#include "sim_vfs.h"
#include "store/schema.h"

static const int64_t MINUTE_MS = 60000;
static const int64_t HOUR_MS = 3600000;
static const int64_t DAY_MS = 86400000;
static const int64_t YEARS_MS = INT64_C(550) * 86400000;

#define KEY "id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8))))"

bool schemas_make(struct sim_schemas *schemas)
{
    static const char now[] =
        "CREATE TABLE board(" KEY ", title TEXT);\n"
        "CREATE TABLE abbreviation(" KEY ", board TEXT, name TEXT, meaning TEXT);\n"
        "CREATE TABLE meeting(" KEY ", board TEXT, body TEXT, place TEXT);\n";
    static const char newer[] =
        "CREATE TABLE board(" KEY ", title TEXT);\n"
        "CREATE TABLE abbreviation(" KEY ", board TEXT, name TEXT, meaning TEXT);\n"
        "CREATE TABLE meeting(" KEY ", board TEXT, body TEXT, place TEXT, origin TEXT);\n"
        "CREATE TABLE note(" KEY ", board TEXT, text TEXT);\n";

    schemas->now = schema_create_from(now);
    schemas->newer = schema_create_from(newer);
    return schemas->now != NULL && schemas->newer != NULL;
}

// What happens ------------------------------------------------------------------------

static bool up(const struct sim_run *run, int device)
{
    return device == SIM_OFFICE || run->kiosks[device].site != NULL;
}

static void edit_with_tool(struct sim_run *run, int device)
{
    const struct sim_env *env = device == SIM_OFFICE ? NULL : &run->kiosks[device].env;
    struct sim_tool tool = {.world = &run->world,
                            .ledger = &run->ledger,
                            .device = device,
                            .must = run->transport.engine == ENGINE_COPIES,
                            .cells = run->edited};

    if (env != NULL && (env->held || env->lock != ENV_LOCK_NONE)) {
        return; // "database is locked"
    }
    transport_settle(&run->transport, device); // that takes no time
    if (tool_edit(&tool)) {
        run->tool_edits++;
        run->transport.dirty[device] = true;
    }
}

static void meet(struct sim_run *run, int a, int b)
{
    if (a != b && !run->offline[a] && !run->offline[b]) {
        transport_meet(&run->transport, a, b);
    }
}

// Between two file operations of a kiosk: its sync engine and its tools do not wait.
static void meddle(struct sim_env *env)
{
    struct sim_run *run =
        (struct sim_run *)(void *)((char *)env->world - offsetof(struct sim_run, world));

    if (run->transport.pending[env->device] != NULL) {
        transport_settle(&run->transport, env->device);
    } else if (env->swapping && sim_chance(env->world, 70)) {
        meet(run, env->device, SIM_OFFICE);
        if (sim_chance(env->world, 80)) { // and the power goes, too
            env->world->disks[env->device].fuse = 1 + sim_below(env->world, 8);
        }
    } else if (sim_chance(env->world, 75)) {
        meet(run, env->device, sim_below(env->world, SIM_DEVICES));
    } else {
        edit_with_tool(run, env->device);
    }
}

static void pass_time(struct sim_run *run)
{
    struct sim_world *world = &run->world;
    int kind = sim_below(world, 100);

    if (kind < 80) {
        world->time_ms += sim_below(world, 8000);
    } else if (kind < 98) {
        world->time_ms += sim_below(world, (int)(3 * MINUTE_MS));
    } else {
        world->time_ms += sim_below(world, (int)(30 * HOUR_MS));
    }
}

static void change_clock(struct sim_run *run, int device, int64_t most_ms)
{
    struct sim_world *world = &run->world;

    world->skew_ms[device] =
        (int64_t)(sim_next(&world->random) % (uint64_t)(2 * most_ms)) - most_ms;
    world_tell(world, "device %d: clock %+lld s", device,
               (long long)(world->skew_ms[device] / 1000));
}

static void tool_lets_go(struct sim_run *run, int device)
{
    struct sim_env *env = &run->kiosks[device].env;
    char path[SIM_PATH];

    snprintf(path, sizeof path, "%s/board.sqlite", world_share(device));
    bool there = env->locked != NULL && disk_find(&run->world, path) == env->locked;
    env->lock = ENV_LOCK_NONE;
    env->locked = NULL;
    if (there) { // else its commit fails, and it says so
        edit_with_tool(run, device);
    }
}

static void tool_begins(struct sim_run *run, int device)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];
    char path[SIM_PATH];

    snprintf(path, sizeof path, "%s/board.sqlite", world_share(device));
    kiosk->env.locked = disk_find(&run->world, path);
    kiosk->env.lock = sim_chance(&run->world, 50) ? ENV_LOCK_RESERVED : ENV_LOCK_WRITING;
    kiosk->tool_steps = 1 + sim_below(&run->world, 10);
    world_tell(&run->world, "device %d: a tool begins a transaction", device);
}

// Things go wrong on a kiosk.
static void go_wrong(struct sim_run *run, int device)
{
    struct sim_world *world = &run->world;
    struct sim_disk *disk = &world->disks[device];

    switch (sim_below(world, 4)) {
    case 0:
        disk->refuse = 1 + sim_below(world, 30);
        world_tell(world, "device %d: the disk refuses %d times", device, disk->refuse);
        break;
    case 1:
        if (run->kiosks[device].env.lock == ENV_LOCK_NONE) {
            tool_begins(run, device);
        }
        break;
    default: disk->fuse = 1 + sim_below(world, 80); break;
    }
}

static void act_kiosk(struct sim_run *run, int device, int kind)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];

    if (kind < 30) {
        kiosk_touch(run, device);
        if (kiosk->site != NULL && kind < 10) {
            kiosk_step(run, device);
        }
    } else if (kind < 58) {
        kiosk_step(run, device);
    } else if (kind < 64) {
        go_wrong(run, device);
    } else {
        kiosk_stop(run, device);
        kiosk->down = 1;
    }
}

static void act(struct sim_run *run)
{
    struct sim_world *world = &run->world;
    int device = sim_below(world, SIM_DEVICES);
    int kind = sim_below(world, 100);

    if (kind < 65 && device == SIM_OFFICE) {
        if (kind < 20) {
            edit_with_tool(run, device);
        } else {
            meet(run, device, sim_below(world, SIM_KIOSKS));
        }
    } else if (kind < 65 && up(run, device)) {
        act_kiosk(run, device, kind);
    } else if (kind < 88) {
        meet(run, device, sim_below(world, SIM_DEVICES));
    } else if (kind < 91) {
        run->offline[device] = !run->offline[device];
    } else if (kind < 93) {
        change_clock(run, device, sim_chance(world, 50) ? 50 * MINUTE_MS : 30 * DAY_MS);
    } else if (kind < 96) {
        transport_settle(&run->transport, device);
    } else if (run->transport.engine == ENGINE_CLUMSY) {
        transport_stumble(&run->transport, device);
    } else {
        edit_with_tool(run, device);
    }
}

// A kiosk that was down comes back with the newer program on the log and the folder of the
// older one, or the other way round. Kiosk 1 keeps the newer one: somebody must write the
// file in the end.
static void change_program(struct sim_run *run, int device)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];

    if (run->mixed && device != 1 && sim_chance(&run->world, 30)) {
        bool newer = kiosk->env.version == 1;
        kiosk->env.version = newer ? 2 : 1;
        kiosk->schema = newer ? run->schemas->newer : run->schemas->now;
        world_tell(&run->world, "device %d: %s", device, newer ? "upgraded" : "put back");
    }
}

static void tick(struct sim_run *run)
{
    for (int i = 0; i < SIM_KIOSKS; i++) {
        struct sim_kiosk *kiosk = &run->kiosks[i];
        if (kiosk->site == NULL && --kiosk->down <= 0) {
            change_program(run, i);
            kiosk_start(run, i);
        }
        if (kiosk->tool_steps > 0 && --kiosk->tool_steps == 0) {
            tool_lets_go(run, i);
        }
    }
}

// Beginning and end -------------------------------------------------------------------

// The first board, written on the first kiosk.
static void plan(struct sim_run *run)
{
    struct sim_kiosk *kiosk = &run->kiosks[0];
    struct update_cell cells[1 + 4 * SIM_ROWS];
    struct update update = {.serial = 1, .author = "plan", .board = "b", .cells = cells};
    static char rows[SIM_ROWS + 1][8];

    cells[update.count++] = (struct update_cell){"board", "b", "title", "0", NULL};
    for (int i = 1; i <= SIM_ROWS; i++) {
        snprintf(rows[i], sizeof rows[i], "b/%d", i);
        cells[update.count++] =
            (struct update_cell){"abbreviation", rows[i], "board", "b", NULL};
        cells[update.count++] =
            (struct update_cell){"abbreviation", rows[i], "name", rows[i], NULL};
        cells[update.count++] =
            (struct update_cell){"meeting", rows[i], "board", "b", NULL};
        cells[update.count++] =
            (struct update_cell){"meeting", rows[i], "body", rows[i], NULL};
    }
    if (!site_write(kiosk->site, &update)) {
        world_fail(&run->world, "the first board was not written");
    }
    for (size_t i = 0; i < update.count; i++) {
        const struct update_cell *cell = &cells[i];
        bool forged = strcmp(cell->column, "body") == 0; // maybe, by a tool
        ledger_add(&run->ledger, INTENT_TOUCH, 0, !forged, cell->table, cell->row,
                   cell->column, cell->value);
        ledger_add(&run->ledger, INTENT_TOUCH, 0, true, cell->table, cell->row, "_live",
                   "1");
    }
}

static void choose(struct sim_run *run, const struct sim_schemas *schemas)
{
    struct sim_world *world = &run->world;
    static const int meddling[] = {0, 1, 4, 8};
    int meddle_percent = meddling[sim_below(world, 4)];
    bool no_exchange = sim_chance(world, 20);

    world->grain_ms = sim_chance(world, 25) ? 2000 : 1;
    run->torn_power = sim_chance(world, 50);
    run->mixed = sim_chance(world, 25);
    run->compact = sim_chance(world, 15);
    bug_compact(run->compact);
    for (int i = 0; i < SIM_DEVICES; i++) {
        if (sim_chance(world, 60)) {
            change_clock(run, i, sim_chance(world, 50) ? 50 * MINUTE_MS : 30 * DAY_MS);
        }
    }
    for (int i = 0; i < SIM_KIOSKS; i++) {
        struct sim_kiosk *kiosk = &run->kiosks[i];
        sim_env_start(&kiosk->env, world, i);
        kiosk->env.meddle = meddle;
        kiosk->env.meddle_percent = meddle_percent;
        kiosk->env.no_exchange = no_exchange;
        bool newer = run->mixed && (i == 1 || sim_chance(world, 30));
        kiosk->env.version = newer ? 2 : 1;
        kiosk->schema = newer ? schemas->newer : schemas->now;
        bug_infect(&kiosk->env);
    }
    world_tell(world, "engine %d, %s, %d %% meddling%s%s", (int)run->transport.engine,
               run->mixed ? "mixed versions" : "one version", meddle_percent,
               no_exchange ? ", no exchange" : "", run->torn_power ? ", power cuts" : "");
}

void run_seed(struct sim_run *run, const struct sim_schemas *schemas, uint64_t seed,
              int steps, bool trace)
{
    memset(run, 0, sizeof *run);
    run->world.trace = trace;
    run->schemas = schemas;
    bug_log(trace);
    world_start(&run->world, seed);
    vfs_enter(&run->world);
    transport_start(&run->transport, &run->world, (enum sim_engine)(seed % ENGINE_COUNT));
    choose(run, schemas);
    for (int i = 0; i < SIM_KIOSKS; i++) {
        kiosk_start(run, i);
    }
    plan(run);
    for (int i = 0; i < steps && run->world.fault[0] == '\0'; i++) {
        pass_time(run);
        run->world.time_ms += run->compact && i == steps / 2 ? YEARS_MS : 0;
        tick(run);
        act(run);
    }
    if (run->world.fault[0] == '\0') {
        run_heal(run);
    }
}

void run_finish(struct sim_run *run)
{
    for (int i = 0; i < SIM_KIOSKS; i++) {
        kiosk_stop(run, i);
    }
    ledger_finish(&run->ledger);
    world_finish(&run->world);
}
