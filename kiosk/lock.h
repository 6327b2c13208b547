// Wrong PINs: who may try how often, and must wait how long. Waits are what is left of
// them, counted down by the monotonic clock only: neither setting the clock nor pulling the
// plug shortens one.
#ifndef REGIEBORD_LOCK_H
#define REGIEBORD_LOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "board/update.h"

enum {
    LOCK_TRIES = 5, // before the first wait; one more before each next one
    LOCK_WAIT_MS = 60000,
    LOCK_MOST_MS = 900000,
    LOCK_MAX = 32 // names with wrong tries
};

struct lock_entry {
    char board[36];
    char name[UPDATE_AUTHOR_BYTES]; // folded
    int wrong;                      // tries since the last right one
    int64_t left_ms;                // to wait; 0: none
};

// Plain data, zeroed when nobody was wrong.
struct lock {
    struct lock_entry list[LOCK_MAX];
    int count;
    int64_t mono_ms; // until when waits were counted down
    bool due;        // changed since its keeper last took it
};

// Lets the waits go by.
void lock_tick(struct lock *lock, int64_t mono_ms);

// How long a name must still wait, and how many tries it has before its next wait.
int64_t lock_wait_ms(const struct lock *lock, const char *board, const char *name);
int lock_tries(const struct lock *lock, const char *board, const char *name);

void lock_wrong(struct lock *lock, const char *board, const char *name);
void lock_right(struct lock *lock, const char *board, const char *name);

// All of it as a text for its keeper; the caller frees it. "" when nobody was wrong, NULL
// when memory runs out.
char *lock_write(const struct lock *lock);
// Reads such a text; what means nothing in it is passed over.
void lock_read(struct lock *lock, const char *text);

#endif
