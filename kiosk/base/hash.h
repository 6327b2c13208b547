// A hash for telling versions of large things apart. Not the same in every version of the
// program, and no defence: whoever wants to can make two that are alike.
#ifndef REGIEBORD_BASE_HASH_H
#define REGIEBORD_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t hash_bytes(uint64_t seed, const void *data, size_t size);

#endif
