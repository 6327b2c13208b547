// One run: five devices, a transport, and a few hundred things that happen to them, all of
// it out of one seed. Then everything heals, and all must agree.
#ifndef REGIEBORD_TESTS_SIM_RUN_H
#define REGIEBORD_TESTS_SIM_RUN_H

#include "sim_bugs.h"
#include "sim_ledger.h"
#include "sim_transport.h"

struct site;
struct schema;

enum { SIM_KIOSKS = SIM_OFFICE, SIM_STEPS = 100, SIM_ROUNDS = 20 };

// What the small boards of the simulator are made of: of this program, and of a newer one.
struct sim_schemas {
    struct schema *now, *newer; // owned
};

struct sim_kiosk {
    struct sim_env env;
    const struct schema *schema; // not owned
    struct site *site;           // owned; NULL while it is down
    bool event;                  // something happened in its folder
    int down;                    // steps until it is started again
    int tool_steps;              // until a tool lets go of board.sqlite
};

struct sim_run {
    struct sim_world world;
    struct sim_transport transport;
    struct sim_kiosk kiosks[SIM_KIOSKS];
    struct ledger ledger;
    bool offline[SIM_DEVICES];
    bool edited[SIM_DEVICES + 64]; // see struct sim_tool
    bool mixed;                    // some kiosks run a newer program, or get it or lose it
    const struct sim_schemas *schemas; // not owned
    bool compact;                      // years pass, and the file is cut back
    bool torn_power;                   // crashes are power cuts
    int settled_in;                    // rounds
    int touches, tool_edits, crashes;
};

// Runs a seed. `world.fault` tells what was wrong, "" when all was well. The caller calls
// run_finish.
void run_seed(struct sim_run *run, const struct sim_schemas *schemas, uint64_t seed,
              int steps, bool trace);
void run_finish(struct sim_run *run);

bool schemas_make(struct sim_schemas *schemas);

// sim_kiosk.c -------------------------------------------------------------------------

// Starts a kiosk that is down, if it can be.
void kiosk_start(struct sim_run *run, int device);
void kiosk_stop(struct sim_run *run, int device);
// After each call of the product: when the device died in it, it is buried.
void kiosk_mourn(struct sim_run *run, int device);
// Somebody touches the wall.
void kiosk_touch(struct sim_run *run, int device);
// One round of the sharing. Returns the milliseconds until the next one.
int64_t kiosk_step(struct sim_run *run, int device);

// sim_heal.c --------------------------------------------------------------------------

// All is well again: everything must come together within SIM_ROUNDS, stay so, and be
// right.
void run_heal(struct sim_run *run);

#endif
