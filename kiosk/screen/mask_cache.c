#include "screen/mask_cache.h"

#include <stdlib.h>
#include <string.h>

#include "screen/hash.h"

enum { FIRST_BUCKETS = 256 }; // a power of two

struct entry {
    struct entry *chain;         // next in the bucket
    struct entry *newer, *older; // in order of use
    uint64_t hash;
    struct mask *mask; // owned
    size_t bytes;      // of all of it
    size_t key_size;
    unsigned char key[];
};

struct mask_cache {
    struct entry **buckets; // owned
    size_t bucket_count;
    struct entry *newest, *oldest;
    size_t limit_bytes;
    struct mask_cache_stats stats;
};

struct mask_cache *mask_cache_create(size_t limit_bytes)
{
    struct mask_cache *cache = calloc(1, sizeof *cache);

    if (cache == NULL) {
        return NULL;
    }
    cache->limit_bytes = limit_bytes;
    cache->bucket_count = FIRST_BUCKETS;
    cache->buckets = calloc(cache->bucket_count, sizeof(struct entry *));
    if (cache->buckets == NULL) {
        free(cache);
        return NULL;
    }
    return cache;
}

static struct entry **bucket_of(const struct mask_cache *cache, uint64_t hash)
{
    return &cache->buckets[hash & (cache->bucket_count - 1)];
}

static void unlink_use(struct mask_cache *cache, struct entry *entry)
{
    struct entry **from_older =
        entry->older != NULL ? &entry->older->newer : &cache->oldest;
    struct entry **from_newer =
        entry->newer != NULL ? &entry->newer->older : &cache->newest;

    *from_older = entry->newer;
    *from_newer = entry->older;
    entry->newer = NULL;
    entry->older = NULL;
}

static void link_newest(struct mask_cache *cache, struct entry *entry)
{
    entry->older = cache->newest;
    if (cache->newest != NULL) {
        cache->newest->newer = entry;
    } else {
        cache->oldest = entry;
    }
    cache->newest = entry;
}

static void drop(struct mask_cache *cache, struct entry *entry)
{
    struct entry **link = bucket_of(cache, entry->hash);

    while (*link != entry) {
        link = &(*link)->chain;
    }
    *link = entry->chain;
    unlink_use(cache, entry);
    cache->stats.count--;
    cache->stats.bytes -= entry->bytes;
    free(entry->mask);
    free(entry);
}

void mask_cache_destroy(struct mask_cache *cache)
{
    if (cache == NULL) {
        return;
    }
    while (cache->oldest != NULL) {
        drop(cache, cache->oldest);
    }
    free(cache->buckets);
    free(cache);
}

const struct mask *mask_cache_find(struct mask_cache *cache, const void *key, size_t size)
{
    uint64_t hash = hash_bytes(0, key, size);
    struct entry *entry = *bucket_of(cache, hash);

    while (entry != NULL && (entry->hash != hash || entry->key_size != size ||
                             memcmp(entry->key, key, size) != 0)) {
        entry = entry->chain;
    }
    if (entry == NULL) {
        cache->stats.misses++;
        return NULL;
    }
    cache->stats.hits++;
    if (entry != cache->newest) {
        unlink_use(cache, entry);
        link_newest(cache, entry);
    }
    return entry->mask;
}

// Keeps chains short. When memory runs out they just grow longer.
static void widen(struct mask_cache *cache)
{
    size_t wanted = cache->bucket_count * 2;
    struct entry **buckets = calloc(wanted, sizeof(struct entry *));

    if (buckets == NULL) {
        return;
    }
    free(cache->buckets);
    cache->buckets = buckets;
    cache->bucket_count = wanted;
    for (struct entry *entry = cache->oldest; entry != NULL; entry = entry->newer) {
        struct entry **bucket = bucket_of(cache, entry->hash);
        entry->chain = *bucket;
        *bucket = entry;
    }
}

const struct mask *mask_cache_add(struct mask_cache *cache, const void *key, size_t size,
                                  struct mask *mask)
{
    struct entry *entry = mask == NULL ? NULL : malloc(sizeof *entry + size);

    if (entry == NULL) {
        free(mask);
        return NULL;
    }
    *entry = (struct entry){.hash = hash_bytes(0, key, size),
                            .mask = mask,
                            .bytes = sizeof *entry + size + mask_bytes(mask),
                            .key_size = size};
    memcpy(entry->key, key, size);
    while (cache->oldest != NULL &&
           cache->stats.bytes + entry->bytes > cache->limit_bytes) {
        drop(cache, cache->oldest);
        cache->stats.dropped++;
    }
    if (cache->stats.count >= cache->bucket_count) {
        widen(cache);
    }
    struct entry **bucket = bucket_of(cache, entry->hash);
    entry->chain = *bucket;
    *bucket = entry;
    link_newest(cache, entry);
    cache->stats.count++;
    cache->stats.bytes += entry->bytes;
    return mask;
}

struct mask_cache_stats mask_cache_stats(const struct mask_cache *cache)
{
    return cache->stats;
}
