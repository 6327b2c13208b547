#include "sim_vfs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

struct vfs_file {
    sqlite3_file base; // first
    struct sim_file *file;
    int device;
    bool vanishes; // with its last user
    char path[SIM_PATH];
};

static struct sim_world *world_now;
static int clock_device;

static struct vfs_file *of(sqlite3_file *file)
{
    return (struct vfs_file *)(void *)file;
}

static int vfs_close(sqlite3_file *file)
{
    struct vfs_file *own = of(file);

    if (own->vanishes && disk_alive(world_now, own->device)) {
        disk_remove(world_now, own->path);
    }
    return SQLITE_OK;
}

static int vfs_read(sqlite3_file *file, void *out, int size, sqlite3_int64 at)
{
    const struct sim_file *from = of(file)->file;
    size_t have = (size_t)at < from->size ? from->size - (size_t)at : 0;

    have = have < (size_t)size ? have : (size_t)size;
    if (have > 0) {
        memcpy(out, from->data + at, have);
    }
    if (have < (size_t)size) {
        memset((char *)out + have, 0, (size_t)size - have);
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

static int vfs_write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    struct vfs_file *own = of(file);

    if (!disk_alive(world_now, own->device)) {
        return SQLITE_IOERR_WRITE;
    }
    file_unsettle(own->file);
    file_put(own->file, (size_t)at, data, (size_t)size);
    world_mix(world_now, (uint64_t)size << 20 | (uint64_t)(at & 0xfffff));
    return SQLITE_OK;
}

static int vfs_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    struct vfs_file *own = of(file);

    if (!disk_alive(world_now, own->device)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    file_unsettle(own->file);
    file_cut(own->file, (size_t)size);
    return SQLITE_OK;
}

static int vfs_sync(sqlite3_file *file, int flags)
{
    struct vfs_file *own = of(file);

    (void)flags;
    if (!disk_alive(world_now, own->device)) {
        return SQLITE_IOERR_FSYNC;
    }
    if (!world_now->disks[own->device].lies) {
        file_sync(own->file);
    }
    return SQLITE_OK;
}

static int vfs_size(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = (sqlite3_int64)of(file)->file->size;
    return SQLITE_OK;
}

static int vfs_lock(sqlite3_file *file, int lock)
{
    (void)file;
    (void)lock;
    return SQLITE_OK;
}

static int vfs_reserved(sqlite3_file *file, int *out)
{
    (void)file;
    *out = 0;
    return SQLITE_OK;
}

static int vfs_control(sqlite3_file *file, int op, void *argument)
{
    (void)file;
    (void)op;
    (void)argument;
    return SQLITE_NOTFOUND;
}

static int vfs_sector(sqlite3_file *file)
{
    (void)file;
    return 512;
}

static int vfs_traits(sqlite3_file *file)
{
    (void)file;
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = vfs_close,
    .xRead = vfs_read,
    .xWrite = vfs_write,
    .xTruncate = vfs_truncate,
    .xSync = vfs_sync,
    .xFileSize = vfs_size,
    .xLock = vfs_lock,
    .xUnlock = vfs_lock,
    .xCheckReservedLock = vfs_reserved,
    .xFileControl = vfs_control,
    .xSectorSize = vfs_sector,
    .xDeviceCharacteristics = vfs_traits,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                    int *out_flags)
{
    struct vfs_file *own = of(file);
    int device = path == NULL ? -1 : world_owner(path);

    (void)vfs;
    *own = (struct vfs_file){.device = device};
    if (device < 0) {
        fprintf(stderr, "simulate: SQLite opens %s\n", path == NULL ? "(none)" : path);
        return SQLITE_CANTOPEN;
    }
    struct sim_file *found = disk_find(world_now, path);
    if (found == NULL && (flags & SQLITE_OPEN_CREATE) != 0 &&
        disk_alive(world_now, device)) {
        found = disk_make(world_now, path);
    }
    if (found == NULL) {
        return SQLITE_CANTOPEN;
    }
    own->file = found;
    own->vanishes = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    snprintf(own->path, sizeof own->path, "%s", path);
    own->base.pMethods = &methods;
    if (out_flags != NULL) {
        *out_flags = flags;
    }
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    (void)vfs;
    (void)sync_folder;
    if (!disk_alive(world_now, world_owner(path))) {
        return SQLITE_IOERR_DELETE;
    }
    if (world_now->disks[world_owner(path)].lies) {
        // Not on the disk: a power cut would bring it back, which undoes the transaction.
        struct sim_file *file = disk_find(world_now, path);
        if (file != NULL) {
            file_cut(file, 0);
        }
        return SQLITE_OK;
    }
    return disk_remove(world_now, path) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
    const struct sim_file *file = disk_find(world_now, path);

    (void)vfs;
    (void)flags;
    *out = file != NULL && (flags != SQLITE_ACCESS_EXISTS || file->size > 0);
    return SQLITE_OK;
}

static int vfs_path(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    (void)vfs;
    snprintf(out, (size_t)size, "%s", name);
    return SQLITE_OK;
}

static int vfs_randomness(sqlite3_vfs *vfs, int size, char *out)
{
    (void)vfs;
    if (world_now == NULL) {
        memset(out, 1, (size_t)size);
    } else {
        sim_fill(&world_now->product, out, (size_t)size);
    }
    return size;
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds)
{
    (void)vfs;
    return microseconds;
}

static int vfs_time64(sqlite3_vfs *vfs, sqlite3_int64 *out)
{
    static const int64_t unix_ms = INT64_C(210866760000000); // from the Julian day 0

    (void)vfs;
    *out = unix_ms + (world_now == NULL ? 0 : world_now_ms(world_now, clock_device));
    return SQLITE_OK;
}

static int vfs_time(sqlite3_vfs *vfs, double *out)
{
    sqlite3_int64 now = 0;

    vfs_time64(vfs, &now);
    *out = (double)now / 86400000.0;
    return SQLITE_OK;
}

static int vfs_error(sqlite3_vfs *vfs, int size, char *out)
{
    (void)vfs;
    (void)size;
    (void)out;
    return 0;
}

void vfs_install(void)
{
    static sqlite3_vfs vfs = {
        .iVersion = 2,
        .szOsFile = sizeof(struct vfs_file),
        .mxPathname = SIM_PATH,
        .zName = "simulated",
        .xOpen = vfs_open,
        .xDelete = vfs_delete,
        .xAccess = vfs_access,
        .xFullPathname = vfs_path,
        .xRandomness = vfs_randomness,
        .xSleep = vfs_sleep,
        .xCurrentTime = vfs_time,
        .xGetLastError = vfs_error,
        .xCurrentTimeInt64 = vfs_time64,
    };

    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_initialize();
    sqlite3_vfs_register(&vfs, 1);
}

void vfs_enter(struct sim_world *world)
{
    world_now = world;
    clock_device = 0;
    sqlite3_randomness(0, NULL); // what is in the pool comes from another world
}

void vfs_clock(int device)
{
    clock_device = device;
}
