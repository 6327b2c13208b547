// A table from text to pointers, for the joins of a build.
#ifndef REGIEBORD_BOARD_LOOKUP_H
#define REGIEBORD_BOARD_LOOKUP_H

#include <stddef.h>
#include <stdint.h>

struct lookup_slot {
    const char *key; // NULL: free
    const void *value;
    uint64_t hash;
};

struct lookup {
    struct lookup_slot *slots; // owned; `size` of them, a power of two
    size_t size, count;
    uint64_t seed;
};

// The value of `key`, NULL when it has none.
const void *lookup_get(const struct lookup *lookup, const char *key);

// Where the value of `key` is kept; a new key begins at NULL. The key is not copied. The
// place is good until the next call. NULL when memory runs out.
const void **lookup_place(struct lookup *lookup, const char *key);

// Frees what it holds; the lookup can be used again.
void lookup_finish(struct lookup *lookup);

#endif
