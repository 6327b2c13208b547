#include "base/hash.h"

#include <string.h>

enum { WORD = 8, LANES = 4 };

// Multiplies and shifts of MurmurHash3's finalizer (Appleby, public domain).
static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xff51afd7ed558ccdu;
    return hash ^ hash >> 29;
}

static uint64_t word_at(const unsigned char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return word;
}

uint64_t hash_bytes(uint64_t seed, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    uint64_t hash = seed ^ (size * 0x9e3779b97f4a7c15u);

    if (size >= 2 * LANES * WORD) { // side by side, as one multiplication waits for another
        uint64_t lanes[LANES] = {hash, hash + 1, hash + 2, hash + 3};
        for (; size >= LANES * WORD; size -= LANES * WORD, bytes += LANES * WORD) {
            for (int i = 0; i < LANES; i++) {
                lanes[i] = mix(lanes[i], word_at(bytes + (size_t)i * WORD));
            }
        }
        for (int i = 0; i < LANES; i++) {
            hash = mix(hash, lanes[i]);
        }
    }
    for (; size >= WORD; size -= WORD, bytes += WORD) {
        hash = mix(hash, word_at(bytes));
    }
    if (size > 0) {
        uint64_t word = 0;
        memcpy(&word, bytes, size);
        hash = mix(hash, word);
    }
    hash *= 0xc4ceb9fe1a85ec53u; // so that the last bytes reach all bits
    return hash ^ hash >> 32;
}
