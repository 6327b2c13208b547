// A fast 64-bit hash for caches and damage; never stored, never sent.
#ifndef REGIEBORD_SCREEN_HASH_H
#define REGIEBORD_SCREEN_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Works a 64-bit word into a hash.
static inline uint64_t hash_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 32);
}

// Works `size` bytes and their number into a hash.
static inline uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    size_t left = size;

    for (; left >= 8; left -= 8, at += 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        hash = hash_word(hash, word);
    }
    uint64_t tail = 0;
    if (left > 0) {
        memcpy(&tail, at, left);
    }
    return hash_word(hash_word(hash, tail), size);
}

#endif
