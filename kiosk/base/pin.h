// A PIN as it is kept: a salted hash that is slow to make and needs much memory (yescrypt),
// so that whoever has the shared file still has to work for every guess.
#ifndef REGIEBORD_BASE_PIN_H
#define REGIEBORD_BASE_PIN_H

#include <stdbool.h>

#include "base/env.h"

enum {
    PIN_LEAST = 4, // digits
    PIN_MOST = 6,
    PIN_HASH_BYTES = 74, // with its NUL
};

enum pin_answer {
    PIN_RIGHT,
    PIN_WRONG,
    PIN_UNKNOWN, // the hash is not one that pin_hash makes, or memory ran out
};

// Whether these are digits, neither too few nor too many.
bool pin_sound(const char *digits);

// Hashes with a new salt from `env`. Takes about 50 ms on a desktop and 32 MB for that
// moment. False (logged) when that memory is not there.
bool pin_hash(const struct env *env, const char *digits, char out[PIN_HASH_BYTES]);

// As slow as pin_hash. A hash from a file may ask for any amount of work or memory: one
// that is not of our own making is not tried.
enum pin_answer pin_check(const char *digits, const char *hash);

#endif
