// How the sharing goes and how the device itself is, as plain data that the keeper tells
// and Beheer shows.
#ifndef REGIEBORD_BOARD_SYNC_H
#define REGIEBORD_BOARD_SYNC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "board/vitals.h"

enum { SYNC_DEVICES_MAX = 64, SYNC_NAME_BYTES = 65, SYNC_WORD_BYTES = 16 };

struct sync_device {
    char id[SYNC_NAME_BYTES];   // dev of its entries
    char name[SYNC_NAME_BYTES]; // what it calls itself; "" when it never said
    int64_t seen_ms;            // moment of its newest entry that came here
    size_t entries;             // of it in the log
    size_t unshared;            // of those not in the shared file yet, as far as known here
    bool self;
};

struct sync_state {
    uint64_t saved;            // serial of the last update that is on this device's disk
    uint64_t shared;           // of the last one that is in the shared file
    bool refused;              // the disk does not take an update; it is tried again
    size_t unshared;           // entries that are not in the shared file yet
    int64_t unshared_since_ms; // since when the oldest of them waits; 0: none
    int64_t published_ms;      // last time this device wrote the shared file; 0: never
    int64_t read_ms; // last time the shared file was read without trouble; 0: never
    char trouble[SYNC_WORD_BYTES]; // of the shared file, as in board_set
    char outbox[SYNC_WORD_BYTES];  // why own entries go by the outbox; "" they do not
    bool clock_unset;              // the clock cannot be right
    size_t rejected;               // entries that were refused
    size_t copies;                 // conflict copies merged since the start
    size_t log_entries;
    int64_t file_bytes;
    int64_t heard_ms;     // when the newest entry of others came here; 0: never since this
                          // device began
    struct vitals vitals; // of the device
    struct sync_device devices[SYNC_DEVICES_MAX]; // the newest seen first
    size_t device_count;
};

#endif
