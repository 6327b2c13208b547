// How much a shared file may hold. What is beyond it no device publishes, and none reads.
#ifndef REGIEBORD_STORE_LIMITS_H
#define REGIEBORD_STORE_LIMITS_H

#include <stdbool.h>

#include "store/fold.h"

enum {
    LIMIT_ROWS = 200000, // that show, of all tables together
    LIMIT_RECORDS = 1000000,
    LIMIT_FILE_BYTES = 40 * 1024 * 1024, // half of it is told in the log
};

// Why the shared file of a fold that got this much more would be beyond the limits; NULL
// when it would not.
const char *limits_fault(const struct fold *fold, size_t more_records, size_t more_rows);

#endif
