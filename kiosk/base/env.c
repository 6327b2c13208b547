#include "base/env.h"

#include "base/file.h"
#include "base/machine.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static int64_t clock_ms(clockid_t clock)
{
    struct timespec now = {0};

    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t system_now_ms(void *context)
{
    (void)context;
    return clock_ms(CLOCK_REALTIME);
}

static int64_t system_mono_ms(void *context)
{
    (void)context;
    return clock_ms(CLOCK_MONOTONIC);
}

static void system_random(void *context, void *out, size_t size)
{
    unsigned char *at = out;

    (void)context;
    while (size > 0) {
        ssize_t got = getrandom(at, size, 0);
        if (got < 0) {
            // Names of devices and entries hang on this: no made-up randomness instead.
            if (errno != EINTR) {
                abort();
            }
            continue;
        }
        at += got;
        size -= (size_t)got;
    }
}

static int system_fingerprint(void *context, char out[ENV_FINGERPRINT])
{
    (void)context;
    return machine_fingerprint("", out);
}

const struct env *env_system(void)
{
    static const struct env system = {
        .now_ms = system_now_ms,
        .mono_ms = system_mono_ms,
        .random = system_random,
        .fingerprint = system_fingerprint,
        .tells = file_tells,
        .stat = file_stat,
        .list = file_list,
        .read = file_read,
        .write = file_write,
        .rename = file_rename,
        .remove = file_remove,
        .sync_folder = file_sync_folder,
        .make_folder = file_make_folder,
        .hold = file_hold,
        .release = file_release,
    };

    return &system;
}
