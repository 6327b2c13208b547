// What carries board files between the shared folders: four kinds of sync engine. None of
// them knows about SQLite, and none asks a kiosk.
#ifndef REGIEBORD_TESTS_SIM_TRANSPORT_H
#define REGIEBORD_TESTS_SIM_TRANSPORT_H

#include "sim_world.h"

enum sim_engine {
    ENGINE_COPIES,    // Syncthing: the loser of a conflict stays as a copy
    ENGINE_NO_COPIES, // the same with maxConflicts=0: the loser is deleted
    ENGINE_NEWEST,    // the newest modification time wins, without copies
    ENGINE_CLUMSY,    // the same, and now and then it restores, loses or tears a file
    ENGINE_COUNT
};

enum { SIM_ENTRIES = 64, SIM_KEPT = 16 };

// What an engine knows of one file on one device.
struct sim_entry {
    char name[SIM_PATH / 2];
    int versions[SIM_DEVICES]; // changes by each device that are in it
    bool deleted;
    int64_t mtime_ns;
    size_t size;
};

struct sim_index {
    struct sim_entry list[SIM_ENTRIES];
    int count;
};

// A file that two devices agreed on.
struct sim_agreed {
    char name[SIM_PATH / 2];
    int64_t mtime_ns;
    size_t size;
};

struct sim_pair {
    struct sim_agreed list[SIM_ENTRIES];
    int count;
};

struct sim_transport {
    struct sim_world *world;
    enum sim_engine engine;
    struct sim_index index[SIM_DEVICES];
    struct sim_pair pairs[SIM_DEVICES][SIM_DEVICES]; // of the lower and the higher number
    bool dirty[SIM_DEVICES];                         // something was put there
    // Syncthing removes the old file first: for a moment there is none.
    struct sim_file *pending[SIM_DEVICES];
    const struct sim_file *kept[SIM_KEPT]; // older files that a restore may bring back
    int kept_count;
    int copies; // conflict copies made
};

void transport_start(struct sim_transport *transport, struct sim_world *world,
                     enum sim_engine engine);

// What has been waiting to be put in place is.
void transport_settle(struct sim_transport *transport, int device);

// Two devices that see each other exchange what they have.
void transport_meet(struct sim_transport *transport, int a, int b);

// One of them does something stupid to a device (ENGINE_CLUMSY).
void transport_stumble(struct sim_transport *transport, int device);

bool sim_name_is_copy(const char *name);

#endif
