#include "board/lookup.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE_FIRST = 64 };

// FNV-1a. It starts from an address, which differs from run to run, so that a file made to
// collide does so for nobody; no result depends on the order of slots.
static size_t hash_of(const struct lookup *lookup, const char *key)
{
    uint64_t hash = 14695981039346656037u ^ (uintptr_t)lookup->slots;

    for (const unsigned char *c = (const unsigned char *)key; *c != '\0'; c++) {
        hash = (hash ^ *c) * 1099511628211u;
    }
    return (size_t)(hash ^ hash >> 32);
}

static struct lookup_slot *slot_of(const struct lookup *lookup, const char *key)
{
    size_t at = hash_of(lookup, key) & (lookup->size - 1);

    while (lookup->slots[at].key != NULL && strcmp(lookup->slots[at].key, key) != 0) {
        at = (at + 1) & (lookup->size - 1);
    }
    return &lookup->slots[at];
}

static int lookup_grow(struct lookup *lookup)
{
    struct lookup larger = {.size = lookup->size == 0 ? SIZE_FIRST : lookup->size * 2};

    larger.slots = calloc(larger.size, sizeof *larger.slots);
    if (larger.slots == NULL) {
        return 0;
    }
    for (size_t i = 0; i < lookup->size; i++) {
        if (lookup->slots[i].key != NULL) {
            *slot_of(&larger, lookup->slots[i].key) = lookup->slots[i];
        }
    }
    larger.count = lookup->count;
    free(lookup->slots);
    *lookup = larger;
    return 1;
}

const void *lookup_get(const struct lookup *lookup, const char *key)
{
    return lookup->size == 0 ? NULL : slot_of(lookup, key)->value;
}

const void **lookup_place(struct lookup *lookup, const char *key)
{
    if (lookup->count * 2 >= lookup->size && !lookup_grow(lookup)) {
        return NULL;
    }
    struct lookup_slot *slot = slot_of(lookup, key);
    if (slot->key == NULL) {
        slot->key = key;
        lookup->count++;
    }
    return &slot->value;
}

void lookup_finish(struct lookup *lookup)
{
    free(lookup->slots);
    *lookup = (struct lookup){0};
}
