// When something is due, in milliseconds of any clock; INT64_MAX is never.
#ifndef REGIEBORD_BASE_DUE_H
#define REGIEBORD_BASE_DUE_H

#include <stdint.h>

static inline int64_t due_sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

#endif
