// The world that the simulated devices live in: one random stream, one clock, and a disk
// per device, of which a power cut takes what was not synced. Nothing here is real, and
// everything follows from the seed.
#ifndef REGIEBORD_TESTS_SIM_WORLD_H
#define REGIEBORD_TESTS_SIM_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SIM_DEVICES = 5,
    SIM_OFFICE = SIM_DEVICES - 1, // has no kiosk
    SIM_PATH = 160,
    SIM_NAMES = 96, // on one disk
    SIM_PAST = 24,  // states of the names that a power cut may bring back
};

struct sim_random {
    uint64_t state;
};

struct sim_file {
    uint64_t inode;
    unsigned char *data; // owned
    size_t size, room;
    unsigned char *durable; // owned; what a power cut cannot take; NULL: all of `data`
    size_t durable_size;
    bool unsynced; // `durable` counts
    int64_t mtime_ns, ctime_ns;
    struct sim_file *next; // of all files ever made
};

struct sim_name {
    char path[SIM_PATH];
    struct sim_file *file;
};

struct sim_names {
    struct sim_name list[SIM_NAMES];
    int count;
};

struct sim_disk {
    struct sim_names names;
    struct sim_names *past; // owned; states since the last sync of the shared folder
    int past_count;
    bool dead;  // the device crashed: nothing works until it is started again
    int fuse;   // operations until it crashes; 0: it does not
    int refuse; // operations that fail, from now on
    bool lies;  // does not write when it is told to (a planted bug)
};

struct sim_world {
    uint64_t seed;
    struct sim_random random;  // what happens
    struct sim_random product; // what the devices get when they ask for randomness
    int64_t time_ms;           // the true time
    uint64_t inodes;
    struct sim_file *files; // owned
    struct sim_disk disks[SIM_DEVICES];
    int64_t skew_ms[SIM_DEVICES];
    int64_t grain_ms;               // of times of files
    int64_t edited_ns[SIM_DEVICES]; // the time of the last edit by a tool
    uint64_t hash;                  // of all that happened
    bool trace;
    char fault[512]; // what is wrong, "" while all is well
};

uint64_t sim_next(struct sim_random *random);
// 0 <= x < below
int sim_below(struct sim_world *world, int below);
bool sim_chance(struct sim_world *world, int percent);
void sim_fill(struct sim_random *random, void *out, size_t size);

void world_start(struct sim_world *world, uint64_t seed);
void world_finish(struct sim_world *world);

int64_t world_now_ms(const struct sim_world *world, int device);
void world_mix(struct sim_world *world, uint64_t what);
void world_mix_text(struct sim_world *world, const char *text);
// A line of the trace, when one is wanted.
void world_tell(struct sim_world *world, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// The first fault stands.
void world_fail(struct sim_world *world, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// Paths -------------------------------------------------------------------------------

const char *world_share(int device); // the shared folder of a device
const char *world_state(int device);
// The device that a path belongs to, -1 for none.
int world_owner(const char *path);
bool world_shared(const char *path);

// Files -------------------------------------------------------------------------------

struct sim_file *disk_find(struct sim_world *world, const char *path); // NULL: none
struct sim_file *disk_make(struct sim_world *world, const char *path);
void file_put(struct sim_file *file, size_t at, const void *data, size_t size);
void file_cut(struct sim_file *file, size_t size);
void file_sync(struct sim_file *file);
// Before the first change after a sync.
void file_unsettle(struct sim_file *file);
bool disk_remove(struct sim_world *world, const char *path);
void disk_move(struct sim_world *world, const char *from, const char *to);
void disk_exchange(struct sim_world *world, const char *a, const char *b);
// The names of the shared folder are on the disk.
void disk_sync(struct sim_world *world, int device);
// Remembers the names as they are, before one of the shared folder changes.
void disk_remember(struct sim_world *world, int device);
// What was not synced is there or not, or in part.
void disk_cut_power(struct sim_world *world, int device);

// Counts one operation. False: it does not happen, because the device is dead or dies now.
bool disk_alive(struct sim_world *world, int device);

// Puts a file in place as others do: at once, and on the disk.
struct sim_file *disk_put(struct sim_world *world, const char *path, const void *data,
                          size_t size, int64_t mtime_ns);

#endif
