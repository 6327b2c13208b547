// How the device itself is, as plain data that the keeper reads and tells; and which of it
// matters, how badly. Nothing here is known of a machine that does not tell it: then all is
// zero, and nothing is said.
#ifndef REGIEBORD_BOARD_VITALS_H
#define REGIEBORD_BOARD_VITALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sync_state;

enum { VITALS_TEXT_BYTES = 160 };

struct vitals {
    int64_t good_ms; // last time that the shared file was read well, also in an earlier
                     // run; 0: never
    int64_t disk_bytes, free_bytes; // of the disk of the state folder; 0, 0: not known
    bool read_only;                 // that disk takes no writes
    int64_t disk_errors;            // that its file system counted since it was checked
    int64_t disk_error_ms;          // the newest of them; 0: not known
    int worn_percent;               // of the life of its flash memory; 0: not told
    bool volt_told;                 // the machine tells when its power is too weak
    bool volt_low;                  // it is now
    int64_t volt_low_ms;            // last time it was, also in an earlier run; 0: never
    int celsius;                    // of the processor; 0: not told
    bool throttled;                 // it works slower for heat
    bool refused_long;              // writes were refused for VITALS_LASTS_MS
    bool clock_unset_long;          // the clock was unset for as long
    size_t stops_week, stops_month; // times that it went off without being shut down
    int64_t stop_ms;                // the last time; 0: never in a month
    size_t config_faults;           // lines of the configuration that mean nothing
    char config_fault[VITALS_TEXT_BYTES]; // the first of them, in words
};

// In the order in which they count where the level is the same.
enum vitals_kind {
    VITALS_READ_ONLY,   // the disk cannot be written
    VITALS_REFUSES,     // what is touched cannot be kept
    VITALS_DATA_OLD,    // the shared file cannot be read. since: it was last
    VITALS_CLOCK,       // the clock is not set
    VITALS_SILENT,      // nothing came of other devices. since: it did last; number: days
    VITALS_MUTE,        // the wall itself tells nothing. since: it did last; 0: never
    VITALS_DISK_ERRORS, // number: how many; since: the last
    VITALS_DISK_FULL,   // number: bytes that are free
    VITALS_POWER,       // too weak. number 1: now; since: last seen
    VITALS_UNSHARED,    // number: changes that do not get out; since: the oldest of them
    VITALS_NEWER,       // the shared file is of a newer program: it is not written
    VITALS_HEAT,        // number: degrees Celsius, 0: not told
    VITALS_WORN,        // number: percent
    VITALS_STOPS,       // number: how often; since: the last
    VITALS_CONFIG,      // number: faults
    VITALS_KIND_COUNT
};

enum vitals_level {
    VITALS_FINE,
    VITALS_NOTE,    // good to know; Beheer and status tell
    VITALS_WARNING, // somebody should do something this week; monitoring tells
    VITALS_GRAVE,   // the wall cannot be believed: it says so over its whole width
};

struct vital {
    enum vitals_kind kind;
    enum vitals_level level;
    int64_t since_ms, number; // what they are the kind says; 0 where they mean nothing
};

// Which matter: the worst first, none of VITALS_FINE. `told_ms`: when the state was written
// down, for whoever reads it from a file: it is judged as of then; 0: it is of now.
size_t vitals_judge(const struct sync_state *sync, int64_t told_ms, int64_t now_ms,
                    struct vital out[VITALS_KIND_COUNT]);

// The worst of all; VITALS_FINE when nothing matters.
enum vitals_level vitals_worst(const struct vital *list, size_t count);

// "silent", "grave": how other programs know them.
const char *vitals_kind_key(enum vitals_kind kind);
const char *vitals_level_key(enum vitals_level level);

// True when two readings differ by nothing that anybody would notice.
bool vitals_same(const struct vitals *a, const struct vitals *b);

// How long something has to last before it is grave: a clock is set by the network some
// seconds after a start, and a disk may refuse for a moment.
enum { VITALS_LASTS_MS = 10 * 60 * 1000 };

#endif
