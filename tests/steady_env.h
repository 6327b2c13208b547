// The machine with a clock that stands still and dice that always fall the same, for what
// must come out alike in every run. One at a time in a process.
#ifndef REGIEBORD_TESTS_STEADY_ENV_H
#define REGIEBORD_TESTS_STEADY_ENV_H

#include <stddef.h>
#include <stdint.h>

#include "base/env.h"

static struct {
    int64_t now_ms;
    uint32_t seed;
} steady = {.seed = 1};

static inline int64_t steady_now(void *context)
{
    (void)context;
    return steady.now_ms;
}

static inline void steady_random(void *context, void *out, size_t size)
{
    unsigned char *bytes = out;

    (void)context;
    for (size_t i = 0; i < size; i++) {
        steady.seed = steady.seed * 1664525 + 1013904223;
        bytes[i] = (unsigned char)(steady.seed >> 24);
    }
}

static inline struct env steady_env(int64_t now_ms)
{
    struct env env = *env_system();

    steady.now_ms = now_ms;
    env.now_ms = env.mono_ms = steady_now; // nothing takes too long
    env.random = steady_random;
    env.fingerprint = NULL;
    return env;
}

#endif
