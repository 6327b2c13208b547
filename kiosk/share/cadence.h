// When to publish: soon after an edit, later when it only answers others, and ever later
// while they keep writing. Times are of the clock that never goes back, in milliseconds.
#ifndef REGIEBORD_SHARE_CADENCE_H
#define REGIEBORD_SHARE_CADENCE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CADENCE_COALESCE_MS = 500, // edits in a row are published together
    CADENCE_LEAST_MS = 5000,   // between two publishings
    CADENCE_BACK_FIRST_MS = 5000,
    CADENCE_BACK_LAST_MS = 60000,
    CADENCE_RETRY_FIRST_MS = 200,
    CADENCE_RETRY_LAST_MS = 5000,
};

struct cadence {
    bool own, back;     // edits wait; an answer to others waits
    int64_t own_ms;     // since when edits wait
    int64_t back_ms;    // when the answer is due
    int64_t delay_ms;   // at most, of the last answer
    int64_t lacked_ms;  // when the file was last found lacking
    bool published;     // ever
    int64_t last_ms;    // when
    int64_t retry_ms;   // pause after the last failure; 0: it did not fail
    int64_t retried_ms; // when it failed
};

// The device itself wrote something.
void cadence_edit(struct cadence *cadence, int64_t now_ms);
// The shared file lacks something. `random` spreads the devices.
void cadence_lack(struct cadence *cadence, int64_t now_ms, uint32_t random);
// It lacks nothing any more.
void cadence_settle(struct cadence *cadence);
void cadence_done(struct cadence *cadence, int64_t now_ms);
void cadence_fail(struct cadence *cadence, int64_t now_ms);

// When to publish; INT64_MAX when there is nothing to.
int64_t cadence_due(const struct cadence *cadence);

#endif
