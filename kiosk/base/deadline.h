// Moments at which something is due, or how long until then: ms of any clock, INT64_MAX
// is never.
#ifndef REGIEBORD_BASE_DEADLINE_H
#define REGIEBORD_BASE_DEADLINE_H

#include <stdint.h>

static inline int64_t deadline_sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

#endif
