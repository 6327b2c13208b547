#include "board/lookup.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE_FIRST = 64 };

// FNV-1a.
static uint64_t hash_of(const struct lookup *lookup, const char *key)
{
    uint64_t hash = lookup->seed;

    for (const unsigned char *c = (const unsigned char *)key; *c != '\0'; c++) {
        hash = (hash ^ *c) * 1099511628211u;
    }
    return hash ^ hash >> 32;
}

static struct lookup_slot *slot_of(const struct lookup *lookup, const char *key,
                                   uint64_t hash)
{
    size_t at = (size_t)hash & (lookup->size - 1);
    struct lookup_slot *slot = &lookup->slots[at];

    while (slot->key != NULL && (slot->hash != hash || strcmp(slot->key, key) != 0)) {
        at = (at + 1) & (lookup->size - 1);
        slot = &lookup->slots[at];
    }
    return slot;
}

static bool lookup_grow(struct lookup *lookup)
{
    struct lookup larger = *lookup;

    larger.size = lookup->size == 0 ? SIZE_FIRST : lookup->size * 2;
    larger.slots = calloc(larger.size, sizeof *larger.slots);
    if (larger.slots == NULL) {
        return false;
    }
    // An address differs from run to run, so a file made to collide does so for nobody. No
    // result depends on the order of slots.
    if (lookup->size == 0) {
        larger.seed = 14695981039346656037u ^ (uintptr_t)larger.slots;
    }
    for (size_t i = 0; i < lookup->size; i++) {
        const struct lookup_slot *slot = &lookup->slots[i];
        if (slot->key != NULL) {
            *slot_of(&larger, slot->key, slot->hash) = *slot;
        }
    }
    free(lookup->slots);
    *lookup = larger;
    return true;
}

const void *lookup_get(const struct lookup *lookup, const char *key)
{
    return lookup->size == 0 ? NULL : slot_of(lookup, key, hash_of(lookup, key))->value;
}

const void **lookup_place(struct lookup *lookup, const char *key)
{
    if (lookup->count * 2 >= lookup->size && !lookup_grow(lookup)) {
        return NULL;
    }
    uint64_t hash = hash_of(lookup, key);
    struct lookup_slot *slot = slot_of(lookup, key, hash);
    if (slot->key == NULL) {
        slot->key = key;
        slot->hash = hash;
        lookup->count++;
    }
    return &slot->value;
}

void lookup_finish(struct lookup *lookup)
{
    free(lookup->slots);
    *lookup = (struct lookup){0};
}
