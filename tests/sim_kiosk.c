#include <stdio.h>
#include <string.h>

#include "board/update.h"
#include "share/site.h"
#include "sim_oracle.h"
#include "sim_run.h"
#include "sim_tool.h"
#include "sim_vfs.h"

enum { DOWN_STEPS = 12 };

void kiosk_start(struct sim_run *run, int device)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];
    char name[] = "kiosk 0";

    name[6] = (char)('0' + device);
    kiosk->site = site_open(&(struct site_options){.share_dir = world_share(device),
                                                   .state_dir = world_state(device),
                                                   .env = &kiosk->env.env,
                                                   .schema = kiosk->schema,
                                                   .name = name});
    kiosk->event = true;
    world_tell(&run->world, "device %d: starts%s", device,
               kiosk->site == NULL ? ", in vain" : "");
    if (kiosk->site != NULL && !run->world.disks[device].dead) {
        oracle_check_acknowledged(&run->world, &run->ledger, device);
    }
    kiosk_mourn(run, device);
}

void kiosk_stop(struct sim_run *run, int device)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];

    site_close(kiosk->site);
    kiosk->site = NULL;
    kiosk->env.held = false;
}

void kiosk_mourn(struct sim_run *run, int device)
{
    struct sim_world *world = &run->world;
    struct sim_disk *disk = &world->disks[device];

    if (!disk->dead) {
        return;
    }
    kiosk_stop(run, device);
    if (run->torn_power) {
        disk_cut_power(world, device);
    }
    disk->dead = false;
    disk->fuse = 0;
    run->kiosks[device].down = 1 + sim_below(world, DOWN_STEPS);
    run->crashes++;
}

struct touch {
    struct update update;
    struct update_cell cells[4];
    char value[16], row[24];
};

static void touch_cell(struct touch *touch, const char *table, const char *column,
                       const char *value)
{
    touch->cells[touch->update.count++] = (struct update_cell){
        .table = table, .row = touch->row, .column = column, .value = value};
}

// What somebody does: a cell or two, a new row, one that goes or comes back.
static void touch_make(struct sim_run *run, int device, struct touch *touch)
{
    struct sim_world *world = &run->world;
    bool newer = run->kiosks[device].env.version > 1;
    int kind = sim_below(world, 12);

    *touch = (struct touch){.update = {.serial = (uint64_t)++run->ledger.serial}};
    touch->update.cells = touch->cells;
    snprintf(touch->update.author, sizeof touch->update.author, "p%d", device);
    snprintf(touch->update.board, sizeof touch->update.board, "b");
    snprintf(touch->value, sizeof touch->value, "v%d", run->ledger.serial);
    snprintf(touch->row, sizeof touch->row, "b/%d", 1 + sim_below(world, SIM_ROWS));
    if (kind < 4) {
        touch_cell(touch, "abbreviation", "meaning", touch->value);
    } else if (kind < 7) {
        touch_cell(touch, "meeting", "place", touch->value);
        touch_cell(touch, "meeting", newer ? "origin" : "body", touch->value);
    } else if (kind == 7) {
        snprintf(touch->row, sizeof touch->row, "b/%s", touch->value);
        touch_cell(touch, "abbreviation", "_live", "1");
        touch_cell(touch, "abbreviation", "board", "b");
        touch_cell(touch, "abbreviation", "name", touch->value);
    } else if (kind == 8) {
        touch_cell(touch, "meeting", "_live", "0");
    } else if (kind == 9) {
        touch_cell(touch, "abbreviation", "_live", sim_chance(world, 50) ? "0" : "1");
    } else if (kind == 10 && newer) {
        snprintf(touch->row, sizeof touch->row, "b/%s", touch->value);
        touch_cell(touch, "note", "text", touch->value);
    } else {
        snprintf(touch->row, sizeof touch->row, "b");
        touch_cell(touch, "board", "title", touch->value);
    }
}

// What is touched beats what was seen, whatever the clock says.
static void check_winners(struct sim_run *run, int device, const struct touch *touch)
{
    struct oracle_log log = {0};
    char path[SIM_PATH];

    snprintf(path, sizeof path, "%s/local.db", world_state(device));
    if (!oracle_read_log(&log, path)) {
        world_fail(&run->world, "the log of device %d cannot be read", device);
    }
    for (size_t i = 0; i < touch->update.count; i++) {
        const struct update_cell *cell = &touch->cells[i];
        const struct oracle_entry *winner =
            oracle_winner(&log, cell->table, cell->row, cell->column);
        if (winner == NULL || winner->value == NULL ||
            strcmp(winner->value, cell->value) != 0) {
            world_fail(&run->world, "device %d does not show what was touched: %s %s %s=%s",
                       device, cell->table, cell->row, cell->column, cell->value);
        }
    }
    oracle_finish(&log);
}

void kiosk_touch(struct sim_run *run, int device)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];
    struct ledger *ledger = &run->ledger;
    struct touch touch;

    touch_make(run, device, &touch);
    bool taken = site_write(kiosk->site, &touch.update);
    bool acknowledged = taken && !run->world.disks[device].dead;
    world_mix(&run->world, acknowledged);
    for (size_t i = 0; i < touch.update.count; i++) {
        const struct update_cell *cell = &touch.cells[i];
        world_tell(&run->world, "device %d: touch %s %s %s=%s%s", device, cell->table,
                   cell->row, cell->column, cell->value, acknowledged ? "" : ", refused");
        ledger_add(ledger, INTENT_TOUCH, device, acknowledged, cell->table, cell->row,
                   cell->column, cell->value);
        ledger_add(ledger, INTENT_TOUCH, device, false, cell->table, cell->row, "_live",
                   "1"); // comes with it when the row was gone
    }
    run->touches += acknowledged;
    if (acknowledged) {
        check_winners(run, device, &touch);
    }
    kiosk_mourn(run, device);
}

int64_t kiosk_step(struct sim_run *run, int device)
{
    struct sim_kiosk *kiosk = &run->kiosks[device];
    bool event = kiosk->event || run->transport.dirty[device];

    kiosk->event = run->transport.dirty[device] = false;
    int64_t wait_ms = site_step(kiosk->site, event);
    world_mix(&run->world, (uint64_t)wait_ms);
    kiosk_mourn(run, device);
    return wait_ms;
}
