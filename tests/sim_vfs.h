// SQLite on the simulated disks: what it writes without a sync can be lost, and the clock
// and the randomness of SQL are those of the world. Files in memory alone pass by.
#ifndef REGIEBORD_TESTS_SIM_VFS_H
#define REGIEBORD_TESTS_SIM_VFS_H

#include "sim_world.h"

// Makes it SQLite's own way to files, for one world at a time. Once in a process.
void vfs_install(void);
// From now on SQL runs in this world.
void vfs_enter(struct sim_world *world);
// `datetime('now')` is the time of this device.
void vfs_clock(int device);

#endif
