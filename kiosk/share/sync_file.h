// How the sharing goes and how the device is, as a file of the state folder (sync.tsv) that
// other commands read while the kiosk has the log. Lines of fields with a tab between them,
// UTF-8:
//
//   written<TAB>MS             when the file was written; all moments are Unix milliseconds
//   KEY<TAB>VALUE              a field of struct sync_state or of its vitals by its name:
//                              saved shared refused unshared unshared_since_ms
//                              published_ms read_ms trouble outbox clock_unset rejected
//                              copies log_entries file_bytes heard_ms, and good_ms
//                              disk_bytes free_bytes read_only disk_errors disk_error_ms
//                              worn_percent volt_told volt_low volt_low_ms celsius
//                              throttled refused_long clock_unset_long stops_week
//                              stops_month stop_ms config_faults config_fault; numbers are
//                              decimal, bools 0 or 1, texts may be empty
//   device<TAB>ID<TAB>NAME<TAB>SEEN_MS<TAB>ENTRIES<TAB>UNSHARED<TAB>SELF
//                              one for each device, the newest seen first
//
// A reader passes over keys and fields that it does not know.
#ifndef REGIEBORD_SHARE_SYNC_FILE_H
#define REGIEBORD_SHARE_SYNC_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/env.h"
#include "board/sync.h"

enum { SYNC_FILE_PATH = 4096, SYNC_FILE_STEP_MS = 5000 };

struct sync_file {
    char path[SYNC_FILE_PATH];
    bool due; // set by whoever changed the state
    bool written;
    int64_t written_mono;
};

// False when the path is too long.
bool sync_file_init(struct sync_file *file, const char *state_dir);

// Milliseconds until it is to be written; INT64_MAX when it is not.
int64_t sync_file_due(const struct sync_file *file, int64_t now_mono);

// Writes it when it is due, at most once in SYNC_FILE_STEP_MS.
void sync_file_write(struct sync_file *file, const struct sync_state *state,
                     const struct env *env);

// Reads a file of that kind. False when it is not there or not one of ours.
bool sync_file_read(const char *state_dir, const struct env *env, struct sync_state *out,
                    int64_t *written_ms);

#endif
