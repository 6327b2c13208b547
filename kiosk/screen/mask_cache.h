// Masks that were made before, found by a key of bytes. The least recently used go when
// they take more than the limit.
#ifndef REGIEBORD_SCREEN_MASK_CACHE_H
#define REGIEBORD_SCREEN_MASK_CACHE_H

#include <stddef.h>
#include <stdint.h>

#include "screen/mask.h"

struct mask_cache;

struct mask_cache_stats {
    size_t count, bytes; // now
    uint64_t hits, misses, dropped;
};

// NULL when memory ran out.
struct mask_cache *mask_cache_create(size_t limit_bytes);
void mask_cache_destroy(struct mask_cache *cache);

// NULL when it is not there. The mask stays good until the next mask_cache_add.
const struct mask *mask_cache_find(struct mask_cache *cache, const void *key, size_t size);

// Takes ownership of the mask (NULL is passed on), which must not be in the cache yet, and
// returns it; good until the next call. The newest is always kept, even when it is over the
// limit by itself. When memory runs out the mask is freed and NULL returned.
const struct mask *mask_cache_add(struct mask_cache *cache, const void *key, size_t size,
                                  struct mask *mask);

struct mask_cache_stats mask_cache_stats(const struct mask_cache *cache);

#endif
