// What the fuzz targets have in common. A target is libFuzzer's: LLVMFuzzerTestOneInput
// reads the bytes and dies when something does not hold. With runner.c instead of libFuzzer
// it runs the files that it is given.
#ifndef REGIEBORD_TESTS_FUZZ_H
#define REGIEBORD_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size); // of libFuzzer

// Gives SQLite memory of our own; of the target `shared` only.
void shared_memory(void);

#define FUZZ_HOLDS(condition)                                                              \
    do {                                                                                   \
        if (!(condition)) {                                                                \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
            abort();                                                                       \
        }                                                                                  \
    } while (0)

static inline uint64_t fuzz_next(uint64_t *seed)
{
    uint64_t x = *seed += 0x9e3779b97f4a7c15u;

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

// The processor time of this process, so that other work on the machine does not count;
// with FUZZ_STEADY how often it was asked, which is about as long and the same in every
// run.
int64_t fuzz_ms(void);

// Nothing of U+0000-1F (but tab and line feed where `lines`), U+007F-9F, no bidi controls,
// no noncharacters, well-formed.
bool fuzz_text_safe(const char *text, size_t length, bool lines);

#endif
