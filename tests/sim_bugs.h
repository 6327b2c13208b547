// Bugs planted in the product, to see that the simulator finds what it is there to find.
// They are put around the product's functions when the simulator is linked, or into the
// world that a device sees; nothing of them is in the product.
#ifndef REGIEBORD_TESTS_SIM_BUGS_H
#define REGIEBORD_TESTS_SIM_BUGS_H

#include "sim_env.h"

enum bug {
    BUG_NONE,
    BUG_NO_MTIME_RULE,   // a file is published with the time of the clock
    BUG_NO_DISPLACED,    // what a swap displaced is thrown away
    BUG_ARRIVAL_WINS,    // INSERT OR REPLACE: of two payloads the last to come stays
    BUG_UNLINK_FIRST,    // board.sqlite is removed, then published
    BUG_RANDOM_DRIFT,    // unlogged edits get an entry id by chance
    BUG_WALL_CLOCK,      // entries get the time of the clock alone
    BUG_EARLY_ACK,       // an edit is acknowledged before it is in the log
    BUG_NO_SYNC,         // the log does not wait for the disk
    BUG_COPY_FIRST,      // conflict copies are removed before they are imported
    BUG_PART_FIRST,      // files of an earlier life are removed, not imported
    BUG_TORN_DELETES,    // a file that cannot be read is taken as an empty board
    BUG_IN_PLACE,        // board.sqlite is overwritten, not replaced
    BUG_NO_OUTBOX,       // the outbox is removed too early
    BUG_DOWNGRADE,       // files of a newer program are replaced
    BUG_UNKNOWN_DROPPED, // entries of columns that are not known are left out
    BUG_COARSE_IDENTITY, // a file of the same size and second is not read again
    BUG_COUNT
};

const char *bug_name(enum bug bug);
const char *bug_text(enum bug bug);

// From now on the product has this bug.
void bug_plant(enum bug bug);
enum bug bug_planted(void);
// In what a device sees, too.
void bug_infect(struct sim_env *env);
// The product cuts its shared files back as if they were large.
void bug_compact(bool wanted);
// The product writes its messages only when they are wanted.
void bug_log(bool wanted);

#endif
