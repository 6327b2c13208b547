// A shared folder and a private one in a temporary place, for the tests of store and share.
#ifndef REGIEBORD_TESTS_FOLDER_FIXTURE_H
#define REGIEBORD_TESTS_FOLDER_FIXTURE_H

#include <cmocka.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/env.h"

struct fixture {
    char root[200];
    char share[240]; // the shared folder
    char state[240]; // the device's own
    struct env env;  // the machine, with randomness that is the same in every run
    uint64_t seed;
};

static inline uint64_t fixture_next(struct fixture *fixture)
{
    uint64_t x = fixture->seed += 0x9e3779b97f4a7c15u;

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static inline void fixture_random(void *context, void *out, size_t size)
{
    unsigned char *bytes = out;

    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)fixture_next(context);
    }
}

static inline int fixture_setup(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    const char *temporary = getenv("TMPDIR");

    setenv("TZ", "Europe/Amsterdam", 1);
    snprintf(fixture->root, sizeof fixture->root, "%s/regiebord-XXXXXX",
             temporary ? temporary : "/tmp");
    if (mkdtemp(fixture->root) == NULL) {
        return -1;
    }
    snprintf(fixture->share, sizeof fixture->share, "%s/share", fixture->root);
    snprintf(fixture->state, sizeof fixture->state, "%s/state", fixture->root);
    mkdir(fixture->share, 0700);
    mkdir(fixture->state, 0700);
    fixture->env = *env_system();
    fixture->env.context = fixture;
    fixture->env.random = fixture_random;
    fixture->env.fingerprint = NULL; // not of the machine that the test runs on
    fixture->seed = 20251127;
    *state = fixture;
    return 0;
}

static inline int fixture_unlink(const char *path, const struct stat *stat, int type,
                                 struct FTW *walk)
{
    (void)stat;
    (void)type;
    (void)walk;
    return remove(path);
}

static inline int fixture_teardown(void **state)
{
    struct fixture *fixture = *state;

    nftw(fixture->root, fixture_unlink, 16, FTW_DEPTH | FTW_PHYS);
    free(fixture);
    return 0;
}

#define fixture_test(name)                                                                 \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

// The path of a name in the shared folder; good until the next call with the same `slot`
// (0-3).
static inline const char *fixture_path(struct fixture *fixture, int slot, const char *name)
{
    static char paths[4][600];

    snprintf(paths[slot], sizeof paths[slot], "%s/%s", fixture->share, name);
    return paths[slot];
}

static inline int fixture_stat(struct fixture *fixture, const char *name,
                               struct env_stat *out)
{
    return fixture->env.stat(fixture, fixture_path(fixture, 0, name), out);
}

static inline void fixture_write(struct fixture *fixture, const char *name,
                                 const void *data, size_t size)
{
    FILE *file = fopen(fixture_path(fixture, 0, name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    fclose(file);
}

static inline void fixture_add(void *to, const char *name)
{
    (void)name;
    ++*(int *)to;
}

// How many names are in the shared folder.
static inline int fixture_count(struct fixture *fixture)
{
    int count = 0;

    assert_int_equal(fixture->env.list(fixture, fixture->share, fixture_add, &count), 0);
    return count;
}

#endif
