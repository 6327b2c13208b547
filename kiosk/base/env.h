// The outside world as function pointers: clock, randomness and the file operations of the sync path, so
// that the same code runs under tests and a simulator.
#ifndef REGIEBORD_BASE_ENV_H
#define REGIEBORD_BASE_ENV_H

#include <stddef.h>
#include <stdint.h>

struct env {
    void *context;
    int64_t (*now_ms)(void *context);  // wall clock, Unix milliseconds
    int64_t (*mono_ms)(void *context); // never goes back; only differences mean something
    void (*random)(void *context, void *out, size_t size);
};

// The real machine. Never fails; the caller does not free it.
const struct env *env_system(void);

#endif
