// Bytes that differ have another hash, wherever they differ; so have those of another seed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/hash.h"

enum { SIZE_MOST = 300 };

static int compare(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

static void tells_bytes_apart(void **state)
{
    static unsigned char bytes[SIZE_MOST];
    static uint64_t seen[SIZE_MOST * 9 + 2];

    (void)state;
    for (size_t size = 1; size <= SIZE_MOST; size += 7) {
        size_t count = 0;
        seen[count++] = hash_bytes(1, bytes, size);
        seen[count++] = hash_bytes(2, bytes, size);
        assert_true(hash_bytes(1, bytes, size) == seen[0]);
        for (size_t i = 0; i < size * 8; i++) { // each bit
            bytes[i / 8] ^= (unsigned char)(1u << i % 8);
            seen[count++] = hash_bytes(1, bytes, size);
            bytes[i / 8] ^= (unsigned char)(1u << i % 8);
        }
        for (size_t shorter = 0; shorter < size; shorter++) {
            seen[count++] = hash_bytes(1, bytes, shorter);
        }
        qsort(seen, count, sizeof *seen, compare);
        for (size_t i = 1; i < count; i++) {
            assert_true(seen[i] != seen[i - 1]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_bytes_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
