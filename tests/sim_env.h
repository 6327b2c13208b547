// The outside world of one device, as the product sees it: struct env on a simulated disk.
#ifndef REGIEBORD_TESTS_SIM_ENV_H
#define REGIEBORD_TESTS_SIM_ENV_H

#include "base/env.h"
#include "sim_world.h"

struct sim_env {
    struct env env; // first
    struct sim_world *world;
    int device;
    int version;        // of the program that it runs; of files it tells 1 for its own
    bool no_exchange;   // names cannot be exchanged here (network folders)
    enum env_lock lock; // that a tool has on board.sqlite
    const struct sim_file *locked; // what it has open
    bool held;                     // the product holds board.sqlite
    int meddle_percent;            // chance that others do something between two operations
    void (*meddle)(struct sim_env *env); // does it
    bool meddling, swapping;             // they are at it; right before a file is replaced
    // What is broken on purpose (see sim_bugs.h).
    bool time_forgotten, displaced_dropped, copies_dropped, parts_dropped, outbox_dropped,
        removed_first, in_place, version_hidden, identity_coarse;
};

void sim_env_start(struct sim_env *env, struct sim_world *world, int device);

#endif
