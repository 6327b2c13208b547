// Which call to the system or for memory fails, and how.
#ifndef REGIEBORD_TESTS_FAULT_CALLS_H
#define REGIEBORD_TESTS_FAULT_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fault_kind {
    FAULT_ERROR,  // `error`
    FAULT_KILL,   // the process dies in the place of the call
    FAULT_SHORT,  // half of the bytes, of calls that move bytes
    FAULT_MEMORY, // no memory
};

struct fault_plan {
    enum fault_kind kind;
    int error;
    long at;    // the how manyeth call fails, from 1; 0: none
    long burst; // so many in a row do
    bool armed; // calls count
    long calls; // so far
    bool struck;
    // Where not NULL, the n-th call writes a number of the way by which the program came to
    // it.
    uint64_t *ways;
    long ways_room;
};

// Shared with the parent; NULL: nothing fails.
extern struct fault_plan *fault_plan;

// Once, before ways are written.
void fault_calls_begin(void);

#endif
