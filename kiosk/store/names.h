// Texts kept once: equal texts have equal addresses, so that they compare and hash as
// pointers.
#ifndef REGIEBORD_STORE_NAMES_H
#define REGIEBORD_STORE_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct names {
    struct arena arena; // owns the texts
    const char **slots; // owned; open addressing, NULL is free
    size_t room, count; // room is 0 or a power of two
    uint64_t seed;      // of the slots
};

// The kept copy of a text, made when it is new. NULL when memory runs out.
const char *names_keep(struct names *names, const char *text);

// The kept copy; NULL when there is none.
const char *names_find(const struct names *names, const char *text);

void names_finish(struct names *names);

// FNV-1a over bytes, for tables and for keys that must be the same on every machine.
uint64_t names_hash(uint64_t seed, const void *data, size_t size);
extern const uint64_t NAMES_SEED;

#endif
