#include "sim_world.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const int64_t MS_NS = 1000000;
static const size_t SECTOR = 512;

// Randomness --------------------------------------------------------------------------

uint64_t sim_next(struct sim_random *random)
{
    uint64_t x = random->state += 0x9e3779b97f4a7c15u;

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

int sim_below(struct sim_world *world, int below)
{
    return (int)(sim_next(&world->random) % (uint64_t)below);
}

bool sim_chance(struct sim_world *world, int percent)
{
    return sim_below(world, 100) < percent;
}

void sim_fill(struct sim_random *random, void *out, size_t size)
{
    unsigned char *bytes = out;

    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)sim_next(random);
    }
}

// The world ---------------------------------------------------------------------------

void world_start(struct sim_world *world, uint64_t seed)
{
    bool trace = world->trace;

    *world = (struct sim_world){.seed = seed, .trace = trace};
    world->random.state = seed * 0x632be59bd9b4e019u + 1;
    world->product.state = seed * 0xd6e8feb86659fd93u + 2;
    world->time_ms = INT64_C(1795000000000) + sim_below(world, 1000000);
    world->inodes = 10;
    world->hash = 0xcbf29ce484222325u;
    for (int i = 0; i < SIM_DEVICES; i++) {
        world->disks[i].past = calloc(SIM_PAST, sizeof *world->disks[i].past);
    }
}

void world_finish(struct sim_world *world)
{
    while (world->files != NULL) {
        struct sim_file *file = world->files;
        world->files = file->next;
        free(file->data);
        free(file->durable);
        free(file);
    }
    for (int i = 0; i < SIM_DEVICES; i++) {
        free(world->disks[i].past);
    }
}

int64_t world_now_ms(const struct sim_world *world, int device)
{
    return world->time_ms + world->skew_ms[device];
}

void world_mix(struct sim_world *world, uint64_t what)
{
    world->hash = (world->hash ^ what) * 0x100000001b3u;
    world->hash ^= world->hash >> 29;
}

void world_mix_text(struct sim_world *world, const char *text)
{
    uint64_t hash = 0xcbf29ce484222325u;

    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    }
    world_mix(world, hash);
}

void world_tell(struct sim_world *world, const char *format, ...)
{
    va_list args;

    if (world->trace) {
        printf("%13lld ", (long long)(world->time_ms % INT64_C(10000000000)));
        va_start(args, format);
        vprintf(format, args);
        va_end(args);
        printf("\n");
    }
}

void world_fail(struct sim_world *world, const char *format, ...)
{
    va_list args;

    if (world->fault[0] == '\0') {
        va_start(args, format);
        vsnprintf(world->fault, sizeof world->fault, format, args);
        va_end(args);
        world_tell(world, "FAULT %s", world->fault);
    }
}

// Paths -------------------------------------------------------------------------------

const char *world_share(int device)
{
    static const char *const paths[] = {"/sim/0/share", "/sim/1/share", "/sim/2/share",
                                        "/sim/3/share", "/sim/4/share"};
    return paths[device];
}

const char *world_state(int device)
{
    static const char *const paths[] = {"/sim/0/state", "/sim/1/state", "/sim/2/state",
                                        "/sim/3/state", "/sim/4/state"};
    return paths[device];
}

int world_owner(const char *path)
{
    bool ours = strncmp(path, "/sim/", 5) == 0 && path[5] >= '0' &&
                path[5] < '0' + SIM_DEVICES && path[6] == '/';

    return ours ? path[5] - '0' : -1;
}

bool world_shared(const char *path)
{
    return strncmp(path + 6, "/share", 6) == 0;
}

// Files -------------------------------------------------------------------------------

static struct sim_name *name_find(struct sim_names *names, const char *path)
{
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->list[i].path, path) == 0) {
            return &names->list[i];
        }
    }
    return NULL;
}

struct sim_file *disk_find(struct sim_world *world, const char *path)
{
    int device = world_owner(path);
    struct sim_name *name =
        device < 0 ? NULL : name_find(&world->disks[device].names, path);

    return name == NULL ? NULL : name->file;
}

static void stamp(struct sim_world *world, struct sim_file *file, int device)
{
    file->ctime_ns = world_now_ms(world, device) * MS_NS;
}

struct sim_file *disk_make(struct sim_world *world, const char *path)
{
    int device = world_owner(path);
    struct sim_names *names = &world->disks[device].names;
    struct sim_file *file = disk_find(world, path);

    if (file != NULL) {
        return file;
    }
    if (names->count == SIM_NAMES) {
        fprintf(stderr, "simulate: a disk has too many names\n");
        abort();
    }
    file = calloc(1, sizeof *file);
    file->inode = ++world->inodes;
    file->next = world->files;
    world->files = file;
    stamp(world, file, device);
    file->mtime_ns = file->ctime_ns;
    struct sim_name *name = &names->list[names->count++];
    snprintf(name->path, sizeof name->path, "%s", path);
    name->file = file;
    return file;
}

void file_unsettle(struct sim_file *file)
{
    if (!file->unsynced) {
        file->durable = realloc(file->durable, file->size + 1);
        memcpy(file->durable, file->data == NULL ? (unsigned char *)"" : file->data,
               file->size);
        file->durable_size = file->size;
        file->unsynced = true;
    }
}

void file_put(struct sim_file *file, size_t at, const void *data, size_t size)
{
    if (at + size > file->room) {
        file->room = (at + size) * 2;
        file->data = realloc(file->data, file->room);
    }
    if (at > file->size) {
        memset(file->data + file->size, 0, at - file->size);
    }
    memcpy(file->data + at, data, size);
    file->size = at + size > file->size ? at + size : file->size;
}

void file_cut(struct sim_file *file, size_t size)
{
    file->size = size < file->size ? size : file->size;
}

void file_sync(struct sim_file *file)
{
    file->unsynced = false;
}

void disk_remember(struct sim_world *world, int device)
{
    struct sim_disk *disk = &world->disks[device];

    if (disk->past_count == SIM_PAST) { // the oldest one is on the disk by now
        memmove(&disk->past[0], &disk->past[1], (SIM_PAST - 1) * sizeof *disk->past);
        disk->past_count--;
    }
    disk->past[disk->past_count++] = disk->names;
}

bool disk_remove(struct sim_world *world, const char *path)
{
    struct sim_names *names = &world->disks[world_owner(path)].names;
    struct sim_name *name = name_find(names, path);

    if (name == NULL) {
        return false;
    }
    *name = names->list[--names->count];
    return true;
}

void disk_move(struct sim_world *world, const char *from, const char *to)
{
    struct sim_names *names = &world->disks[world_owner(from)].names;

    disk_remove(world, to);
    struct sim_name *name = name_find(names, from);
    snprintf(name->path, sizeof name->path, "%s", to);
    stamp(world, name->file, world_owner(from));
}

void disk_exchange(struct sim_world *world, const char *a, const char *b)
{
    struct sim_names *names = &world->disks[world_owner(a)].names;
    struct sim_name *first = name_find(names, a);
    struct sim_name *second = name_find(names, b);
    struct sim_file *file = first->file;

    first->file = second->file;
    second->file = file;
    stamp(world, first->file, world_owner(a));
    stamp(world, second->file, world_owner(a));
}

void disk_sync(struct sim_world *world, int device)
{
    world->disks[device].past_count = 0;
}

// Sectors that were not synced are old or new, each by itself.
static void tear(struct sim_world *world, struct sim_file *file)
{
    size_t size = sim_chance(world, 50) ? file->size : file->durable_size;
    size_t longest = file->size > file->durable_size ? file->size : file->durable_size;
    int fresh = sim_below(world, 101);
    unsigned char *mixed = calloc(1, longest + 1);

    memcpy(mixed, file->durable, file->durable_size);
    for (size_t at = 0; at < file->size; at += SECTOR) {
        if (sim_chance(world, fresh)) {
            size_t part = file->size - at < SECTOR ? file->size - at : SECTOR;
            memcpy(mixed + at, file->data + at, part);
        }
    }
    free(file->data);
    file->data = mixed;
    file->room = longest + 1;
    file->size = size;
    file->unsynced = false;
}

void disk_cut_power(struct sim_world *world, int device)
{
    struct sim_disk *disk = &world->disks[device];
    int back = sim_below(world, disk->past_count + 1);

    if (back < disk->past_count) {
        // Names of the private folder are on the disk as soon as SQLite says so.
        struct sim_names now = disk->names;
        disk->names.count = 0;
        for (int i = 0; i < now.count; i++) {
            if (!world_shared(now.list[i].path)) {
                disk->names.list[disk->names.count++] = now.list[i];
            }
        }
        for (int i = 0; i < disk->past[back].count; i++) {
            if (world_shared(disk->past[back].list[i].path)) {
                disk->names.list[disk->names.count++] = disk->past[back].list[i];
            }
        }
    }
    disk->past_count = 0;
    for (int i = 0; i < disk->names.count; i++) {
        if (disk->names.list[i].file->unsynced) {
            tear(world, disk->names.list[i].file);
        }
    }
    world_tell(world, "device %d: power cut", device);
}

bool disk_alive(struct sim_world *world, int device)
{
    struct sim_disk *disk = &world->disks[device];

    if (!disk->dead && disk->fuse > 0 && --disk->fuse == 0) {
        disk->dead = true;
        world_tell(world, "device %d: crash", device);
    }
    return !disk->dead;
}

struct sim_file *disk_put(struct sim_world *world, const char *path, const void *data,
                          size_t size, int64_t mtime_ns)
{
    int device = world_owner(path);

    disk_remove(world, path);
    struct sim_file *file = disk_make(world, path);
    file_put(file, 0, data, size);
    file->mtime_ns = mtime_ns;
    disk_sync(world, device);
    return file;
}
