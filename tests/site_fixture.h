// Sites of several devices on one shared folder, with a clock that the test moves.
#ifndef REGIEBORD_TESTS_SITE_FIXTURE_H
#define REGIEBORD_TESTS_SITE_FIXTURE_H

#include <errno.h>

#include "share/site.h"
#include "share_fixture.h"

enum { DEVICES = 3 };

struct world {
    struct fixture *fixture;
    struct env env;
    struct env real;
    int64_t now_ms, mono_ms;
    bool held;     // somebody keeps board.sqlite
    int published; // files that were written to be put in its place
    struct site *sites[DEVICES];
};

static inline int64_t world_now(void *context)
{
    return ((struct world *)context)->now_ms;
}

static inline int64_t world_mono(void *context)
{
    return ((struct world *)context)->mono_ms;
}

static inline void world_random(void *context, void *out, size_t size)
{
    fixture_random(((struct world *)context)->fixture, out, size);
}

static inline int world_write(void *context, const char *path, const void *data,
                              size_t size, int64_t mtime_ns)
{
    struct world *world = context;
    const char *name = strrchr(path, '/') + 1;

    world->published += strncmp(name, ".board.", 7) == 0 && strstr(name, "outbox") == NULL;
    return world->real.write(context, path, data, size, mtime_ns);
}

static inline int world_hold(void *context, const char *path, void **out)
{
    (void)path;
    *out = context;
    return ((struct world *)context)->held ? -EBUSY : 0;
}

static inline void world_release(void *context, void *held)
{
    assert_ptr_equal(context, held);
}

static inline int world_setup(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    void *fixture = NULL;

    if (fixture_setup(&fixture) != 0) {
        return -1;
    }
    world->fixture = fixture;
    world->real = *env_system();
    world->env = world->fixture->env;
    world->env.context = world;
    world->env.now_ms = world_now;
    world->env.mono_ms = world_mono;
    world->env.random = world_random;
    world->env.write = world_write;
    world->env.hold = world_hold;
    world->env.release = world_release;
    world->env.fingerprint = NULL; // several devices on one machine
    world->now_ms = world->real.now_ms(NULL);
    world->mono_ms = 1000;
    *state = world;
    return 0;
}

static inline int world_teardown(void **state)
{
    struct world *world = *state;
    void *fixture = world->fixture;

    for (int i = 0; i < DEVICES; i++) {
        site_close(world->sites[i]);
    }
    free(world);
    return fixture_teardown(&fixture);
}

#define world_test(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

// Device `i` (0-2) begins a life; `name` may be NULL.
static inline struct site *world_open(struct world *world, int i, const char *name)
{
    char state[300];

    snprintf(state, sizeof state, "%s/device-%d", world->fixture->root, i);
    world->sites[i] = site_open(&(struct site_options){
        .share_dir = world->fixture->share,
        .state_dir = state,
        .env = &world->env,
        .name = name,
    });
    assert_non_null(world->sites[i]);
    return world->sites[i];
}

static inline void world_close(struct world *world, int i)
{
    site_close(world->sites[i]);
    world->sites[i] = NULL;
}

// Lets time pass: every site has its rounds when they are due.
static inline void world_pass(struct world *world, int64_t ms)
{
    int64_t until = world->mono_ms + ms;
    int64_t due[DEVICES] = {0};

    while (true) {
        int64_t next = INT64_MAX;
        for (int i = 0; i < DEVICES; i++) {
            if (world->sites[i] != NULL && due[i] <= world->mono_ms) {
                int64_t wait = site_step(world->sites[i], false);
                due[i] = world->mono_ms + (wait < 1 ? 1 : wait);
            }
            next = world->sites[i] != NULL && due[i] < next ? due[i] : next;
        }
        if (next > until) {
            break;
        }
        world->now_ms += next - world->mono_ms;
        world->mono_ms = next;
    }
    world->now_ms += until - world->mono_ms;
    world->mono_ms = until;
}

// An update of one cell.
static inline bool world_touch(struct site *site, uint64_t serial, const char *table,
                               const char *row, const char *column, const char *value)
{
    struct update_cell cell = {
        .table = table, .row = row, .column = column, .value = value};
    struct update update = {
        .serial = serial, .author = "Sam", .board = "proef", .cells = &cell, .count = 1};

    return site_write(site, &update);
}

static inline bool world_title(struct site *site, uint64_t serial, const char *title)
{
    return world_touch(site, serial, "action", "proef/1.1a", "title", title);
}

// The title of the one action of the one board, as a site shows it; "(none)" without one.
static inline const char *world_shows(struct site *site)
{
    static char title[100];
    struct board_set *set = site_boards(site);

    assert_non_null(set);
    snprintf(title, sizeof title, "%s",
             set->count == 1 && set->boards[0].action_count == 1
                 ? set->boards[0].actions[0].title
                 : "(none)");
    board_set_free(set);
    return title;
}

static inline struct sync_state *world_sync(struct site *site)
{
    static struct sync_state state;

    site_sync(site, &state);
    return &state;
}

// What is in board.sqlite of the shared folder (or another file of it).
static inline const char *world_file_title(struct world *world, const char *name)
{
    static char title[100];
    struct gate *gate = gate_open(world->fixture);
    struct import_result result = gate_import(gate, world->fixture, name);

    snprintf(title, sizeof title, "%s",
             result.trouble == TROUBLE_NONE
                 ? gate_value(gate, "action", "proef/1.1a", "title")
                 : trouble_key(result.trouble));
    gate_close(gate);
    return title;
}

static inline bool world_has(struct world *world, const char *name)
{
    struct env_stat stat;

    return fixture_stat(world->fixture, name, &stat) == 0;
}

static inline void world_copy(struct world *world, const char *from, const char *to)
{
    size_t size;
    unsigned char *bytes = share_fixture_read(world->fixture, from, &size);

    fixture_write(world->fixture, to, bytes, size);
    free(bytes);
}

#endif
