#include "sim_env.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/schema.h"

enum {
    VERSION_AT = 60, // user_version in the header, the highest byte first
    SWAP = 10,       // the kind of operation that exchanges names
};

static const int64_t MS_NS = 1000000;

static struct sim_env *of(void *context)
{
    return context;
}

static int64_t env_now_ms(void *context)
{
    return world_now_ms(of(context)->world, of(context)->device);
}

static int64_t env_mono_ms(void *context)
{
    return of(context)->world->time_ms;
}

static void env_random(void *context, void *out, size_t size)
{
    sim_fill(&of(context)->world->product, out, size);
}

// One operation begins. 0, or why it fails. Between any two, others may do something.
static int begin(struct sim_env *env, const char *path, int kind)
{
    struct sim_world *world = env->world;
    struct sim_disk *disk = &world->disks[env->device];

    if (world_owner(path) != env->device) {
        fprintf(stderr, "simulate: device %d asks for %s\n", env->device, path);
        abort();
    }
    world->time_ms += sim_below(world, 4) == 0;
    world_mix(world, (uint64_t)kind);
    world_mix_text(world, path);
    if (!disk_alive(world, env->device)) {
        return -EIO;
    }
    if (disk->refuse > 0) {
        disk->refuse--;
        return kind % 2 == 0 ? -EIO : -ENOSPC;
    }
    // Most of all between the last look at a file and its replacement.
    int percent = kind == SWAP ? 12 * env->meddle_percent : env->meddle_percent;
    if (percent > 0 && !env->meddling && world_shared(path) && sim_chance(world, percent)) {
        env->meddling = true;
        env->swapping = kind == SWAP;
        env->meddle(env);
        env->meddling = false;
    }
    return 0;
}

static bool is_folder(const char *path)
{
    const char *last = strrchr(path, '/');

    return strcmp(last, "/.") == 0 || strcmp(last, "/share") == 0 ||
           strcmp(last, "/state") == 0 || strcmp(last, "/scratch") == 0 ||
           strcmp(last, "/quarantine") == 0;
}

static struct env_stat stat_of(const struct sim_env *env, const struct sim_file *file)
{
    struct env_stat stat = {
        .regular = true,
        .device = 1,
        .inode = file->inode,
        .size = (int64_t)file->size,
        .mtime_ns = file->mtime_ns,
        .ctime_ns = file->ctime_ns,
    };

    if (env->identity_coarse) {
        stat.inode = 1;
        stat.ctime_ns = 1;
        stat.mtime_ns -= stat.mtime_ns % (2000 * MS_NS);
    }
    return stat;
}

static int env_stat(void *context, const char *path, struct env_stat *out)
{
    struct sim_env *env = of(context);
    int code = begin(env, path, 1);

    if (code != 0) {
        return code;
    }
    const struct sim_file *file = disk_find(env->world, path);
    if (file == NULL && is_folder(path)) {
        *out = (struct env_stat){.folder = true, .device = 1, .inode = 1};
        return 0;
    }
    if (file == NULL) {
        return -ENOENT;
    }
    *out = stat_of(env, file);
    return 0;
}

static bool starts(const char *name, const char *with)
{
    return strncmp(name, with, strlen(with)) == 0;
}

// What a broken device does with a name instead of telling it.
static bool passed_over(struct sim_env *env, const char *path, const char *name)
{
    bool drop = (env->copies_dropped && strstr(name, "sync-conflict") != NULL) ||
                (env->parts_dropped && starts(name, ".board.")) ||
                (env->outbox_dropped && starts(name, "board.dev-"));

    if (drop) {
        disk_remove(env->world, path);
    }
    return drop;
}

static int env_list(void *context, const char *folder,
                    void (*each)(void *to, const char *name), void *to)
{
    struct sim_env *env = of(context);
    int code = begin(env, folder, 2);
    size_t length = strlen(folder);

    if (code != 0) {
        return code;
    }
    struct sim_names names = env->world->disks[env->device].names;
    for (int i = 0; i < names.count; i++) {
        const char *path = names.list[i].path;
        const char *name = path + length + 1;
        if (starts(path, folder) && path[length] == '/' && strchr(name, '/') == NULL &&
            !passed_over(env, path, name)) {
            each(to, name);
        }
    }
    return 0;
}

static bool is_main(const char *path)
{
    return strcmp(strrchr(path, '/'), "/board.sqlite") == 0;
}

static int64_t version_read(const unsigned char *data)
{
    return (int64_t)data[VERSION_AT] << 24 | data[VERSION_AT + 1] << 16 |
           data[VERSION_AT + 2] << 8 | data[VERSION_AT + 3];
}

static void version_write(unsigned char *data, int64_t version)
{
    for (int i = 0; i < 4; i++) {
        data[VERSION_AT + i] = (unsigned char)(version >> (24 - 8 * i));
    }
}

// Programs of two ages: the number in the file moves against the one that is built in.
static void translate(const struct sim_env *env, unsigned char *data, size_t size)
{
    if (size >= VERSION_AT + 4) {
        int64_t version = version_read(data) - (env->version - 1);
        version =
            env->version_hidden && version > SCHEMA_VERSION ? SCHEMA_VERSION : version;
        version_write(data, version < 0 ? 0 : version);
    }
}

static int env_read(void *context, const char *path, size_t limit, struct env_bytes *out)
{
    struct sim_env *env = of(context);
    int code = begin(env, path, 3);

    *out = (struct env_bytes){0};
    if (code != 0) {
        return code;
    }
    const struct sim_file *file = disk_find(env->world, path);
    if (file == NULL) {
        return -ENOENT;
    }
    out->stat = stat_of(env, file);
    out->size = file->size < limit ? file->size : limit;
    out->data = malloc(out->size + 1);
    if (out->size > 0) {
        memcpy(out->data, file->data, out->size);
    }
    out->lock = file == env->locked ? env->lock : ENV_LOCK_NONE;
    if (world_shared(path)) {
        translate(env, out->data, out->size);
    }
    return 0;
}

// Fine times are kept to the nanosecond: two devices that publish at once tell different
// ones, which is what publish_time is for.
static int64_t grain(const struct sim_world *world, int64_t time_ns)
{
    return world->grain_ms == 1 ? time_ns : time_ns - time_ns % (world->grain_ms * MS_NS);
}

static int env_write(void *context, const char *path, const void *data, size_t size,
                     int64_t mtime_ns)
{
    struct sim_env *env = of(context);
    struct sim_world *world = env->world;
    int fuse = world->disks[env->device].fuse;
    int code = begin(env, path, 4);
    bool torn = code != 0 && fuse == 1; // it dies in the middle of this

    if (code != 0 && !torn) {
        return code;
    }
    if (world_shared(path) && disk_find(world, path) == NULL) {
        disk_remember(world, env->device);
    }
    struct sim_file *file = disk_make(world, path);
    file_cut(file, 0);
    file_put(file, 0, data, torn ? (size_t)sim_below(world, (int)size + 1) : size);
    file_sync(file);
    if (world_shared(path) && file->size >= VERSION_AT + 4) {
        version_write(file->data, version_read(file->data) + env->version - 1);
    }
    int64_t now_ns = world_now_ms(world, env->device) * MS_NS;
    file->ctime_ns = grain(world, now_ns);
    file->mtime_ns = grain(world, mtime_ns == 0 || env->time_forgotten ? now_ns : mtime_ns);
    world_tell(world, "device %d: writes %s, %zu bytes%s", env->device, path, size,
               torn ? " (torn)" : "");
    return code;
}

// A planted bug: the new bytes are written into the old file.
static int overwrite(struct sim_env *env, const char *from, const char *to)
{
    struct sim_file *source = disk_find(env->world, from);
    struct sim_file *target = disk_find(env->world, to);

    file_cut(target, 0);
    file_put(target, 0, source->data, source->size);
    target->mtime_ns = source->mtime_ns;
    target->ctime_ns = source->ctime_ns;
    return 0;
}

static int exchange(struct sim_env *env, const char *from, const char *to)
{
    if (env->in_place) {
        return overwrite(env, from, to);
    }
    if (env->removed_first) { // and nobody misses it
        disk_remove(env->world, to);
        disk_move(env->world, from, to);
        return 0;
    }
    disk_exchange(env->world, from, to);
    if (env->displaced_dropped) { // the old file is replaced by a copy of the new one
        disk_remove(env->world, from);
        struct sim_file *fresh = disk_find(env->world, to);
        struct sim_file *copy = disk_make(env->world, from);
        file_put(copy, 0, fresh->data, fresh->size);
        copy->mtime_ns = fresh->mtime_ns;
    }
    return 0;
}

static int env_rename(void *context, const char *from, const char *to, enum env_rename how)
{
    struct sim_env *env = of(context);
    struct sim_world *world = env->world;
    int code = begin(env, from, how == ENV_RENAME_EXCHANGE ? SWAP : 5);

    if (code != 0) {
        return code;
    }
    bool there = disk_find(world, to) != NULL;
    if (disk_find(world, from) == NULL || (!there && how == ENV_RENAME_EXCHANGE)) {
        return -ENOENT;
    }
    if (how == ENV_RENAME_EXCHANGE && env->no_exchange) {
        return -EINVAL;
    }
    if (how == ENV_RENAME_FRESH && there) {
        return -EEXIST;
    }
    if (world_shared(from)) {
        disk_remember(world, env->device);
    }
    world_tell(world, "device %d: renames %s to %s%s", env->device, from, to,
               how == ENV_RENAME_EXCHANGE ? ", which swap" : "");
    if (how == ENV_RENAME_EXCHANGE) {
        return exchange(env, from, to);
    }
    disk_move(world, from, to);
    return 0;
}

static int env_remove(void *context, const char *path)
{
    struct sim_env *env = of(context);
    int code = begin(env, path, 6);

    if (code != 0 || is_folder(path)) {
        return code;
    }
    if (disk_find(env->world, path) == NULL) {
        return -ENOENT;
    }
    if (world_shared(path)) {
        disk_remember(env->world, env->device);
        world_tell(env->world, "device %d: removes %s", env->device, path);
    }
    disk_remove(env->world, path);
    return 0;
}

static int env_sync_folder(void *context, const char *folder)
{
    struct sim_env *env = of(context);
    int code = begin(env, folder, 7);

    if (code == 0 && world_shared(folder)) {
        disk_sync(env->world, env->device);
    }
    return code;
}

static int env_make_folder(void *context, const char *folder)
{
    return begin(of(context), folder, 8);
}

static int env_hold(void *context, const char *path, void **out)
{
    struct sim_env *env = of(context);
    int code = begin(env, path, 9);

    if (code != 0) {
        return code;
    }
    const struct sim_file *file = disk_find(env->world, path);
    if (file == NULL || (file == env->locked && env->lock != ENV_LOCK_NONE)) {
        return file == NULL ? -ENOENT : -EBUSY;
    }
    env->held = is_main(path);
    *out = env;
    return 0;
}

static void env_release(void *context, void *held)
{
    (void)held;
    of(context)->held = false;
}

void sim_env_start(struct sim_env *env, struct sim_world *world, int device)
{
    *env = (struct sim_env){
        .env = {.context = env,
                .now_ms = env_now_ms,
                .mono_ms = env_mono_ms,
                .random = env_random,
                .stat = env_stat,
                .list = env_list,
                .read = env_read,
                .write = env_write,
                .rename = env_rename,
                .remove = env_remove,
                .sync_folder = env_sync_folder,
                .make_folder = env_make_folder,
                .hold = env_hold,
                .release = env_release},
        .world = world,
        .device = device,
        .version = 1,
    };
}
