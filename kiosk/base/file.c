#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

// The bytes that SQLite locks: see "os.h" in its sources; frozen as part of the file
// format.
enum {
    PENDING_BYTE = 0x40000000,
    RESERVED_BYTE = PENDING_BYTE + 1,
    SHARED_FIRST = PENDING_BYTE + 2,
    SHARED_SIZE = 510,
    LOCK_SIZE = SHARED_FIRST + SHARED_SIZE - PENDING_BYTE,
};

enum { HOLD_TRIES = 50, HOLD_STEP_MS = 10, LARGE_PAGE = 2 * 1024 * 1024 };

static const int64_t SECOND_NS = 1000000000;

static struct env_stat stat_of(const struct stat *from)
{
    return (struct env_stat){
        .regular = S_ISREG(from->st_mode),
        .folder = S_ISDIR(from->st_mode),
        .device = (uint64_t)from->st_dev,
        .inode = (uint64_t)from->st_ino,
        .size = from->st_size,
        .mtime_ns = from->st_mtim.tv_sec * SECOND_NS + from->st_mtim.tv_nsec,
        .ctime_ns = from->st_ctim.tv_sec * SECOND_NS + from->st_ctim.tv_nsec,
    };
}

bool file_tells(void *context, const char *folder)
{
    // ext2 to ext4 share a number.
    static const uint32_t local[] = {
        EXT4_SUPER_MAGIC,      BTRFS_SUPER_MAGIC, XFS_SUPER_MAGIC,
        F2FS_SUPER_MAGIC,      TMPFS_MAGIC,       RAMFS_MAGIC,
        OVERLAYFS_SUPER_MAGIC, MSDOS_SUPER_MAGIC, EXFAT_SUPER_MAGIC};
    struct statfs stat;
    bool found = false;

    (void)context;
    if (statfs(folder, &stat) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof local / sizeof *local; i++) {
        found = found || (uint32_t)stat.f_type == local[i];
    }
    return found;
}

int file_stat(void *context, const char *path, struct env_stat *out)
{
    struct stat found;

    (void)context;
    if (lstat(path, &found) != 0) {
        return -errno;
    }
    *out = stat_of(&found);
    return 0;
}

int file_list(void *context, const char *folder, void (*each)(void *to, const char *name),
              void *to)
{
    DIR *open = opendir(folder);
    struct dirent *found;

    (void)context;
    if (open == NULL) {
        return -errno;
    }
    errno = 0;
    while ((found = readdir(open)) != NULL) {
        if (strcmp(found->d_name, ".") != 0 && strcmp(found->d_name, "..") != 0) {
            each(to, found->d_name);
        }
        errno = 0;
    }
    int failed = errno;
    closedir(open);
    return -failed;
}

// True when someone, this process included, holds a write lock on these bytes.
static bool locked(int fd, off_t start, off_t length)
{
    struct flock ask = {
        .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = length};

    return fcntl(fd, F_OFD_GETLK, &ask) == 0 && ask.l_type == F_WRLCK;
}

static enum env_lock lock_of(int fd)
{
    if (locked(fd, PENDING_BYTE, 1) || locked(fd, SHARED_FIRST, SHARED_SIZE)) {
        return ENV_LOCK_WRITING;
    }
    return locked(fd, RESERVED_BYTE, 1) ? ENV_LOCK_RESERVED : ENV_LOCK_NONE;
}

static int read_all(int fd, unsigned char *data, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t count = pread(fd, data + *got, size - *got, (off_t)*got);
        if (count < 0 && errno != EINTR) {
            return -errno;
        }
        if (count == 0) {
            break;
        }
        *got += count > 0 ? (size_t)count : 0;
    }
    return 0;
}

// Large files go to large pages where the machine has them: filling in thousands of small
// ones takes as long as reading.
static unsigned char *allocate(size_t size)
{
    void *data = NULL;

    if (size < 2 * LARGE_PAGE) {
        return malloc(size);
    }
    if (posix_memalign(&data, LARGE_PAGE, size) != 0) {
        return NULL;
    }
    madvise(data, size, MADV_HUGEPAGE); // where it is not to be had, nothing changes
    return data;
}

int file_read(void *context, const char *path, size_t limit, struct env_bytes *out)
{
    struct stat found;
    int result = 0;
    // Non-blocking, or a pipe of this name would hold the reader for ever.
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    (void)context;
    *out = (struct env_bytes){0};
    if (fd < 0) {
        return -errno;
    }
    if (fstat(fd, &found) != 0) {
        result = -errno;
        goto out;
    }
    if (!S_ISREG(found.st_mode)) {
        result = -EINVAL;
        goto out;
    }
    out->stat = stat_of(&found);
    size_t size = (uint64_t)found.st_size < limit ? (size_t)found.st_size : limit;
    out->data = allocate(size + 1);
    if (out->data == NULL) {
        result = -ENOMEM;
        goto out;
    }
    enum env_lock before = lock_of(fd);
    result = read_all(fd, out->data, size, &out->size);
    enum env_lock after = lock_of(fd);
    out->lock = before > after ? before : after;
out:
    close(fd);
    if (result != 0) {
        free(out->data);
        out->data = NULL;
    }
    return result;
}

static int write_all(int fd, const unsigned char *data, size_t size)
{
    while (size > 0) {
        ssize_t count = write(fd, data, size);
        if (count < 0 && errno != EINTR) {
            return -errno;
        }
        if (count > 0) {
            data += count;
            size -= (size_t)count;
        }
    }
    return 0;
}

int file_write(void *context, const char *path, const void *data, size_t size,
               int64_t mtime_ns)
{
    struct timespec times[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
                  0666);

    (void)context;
    if (fd < 0) {
        return -errno;
    }
    int result = write_all(fd, data, size);
    if (mtime_ns != 0) {
        times[1] = (struct timespec){.tv_sec = mtime_ns / SECOND_NS,
                                     .tv_nsec = mtime_ns % SECOND_NS};
    }
    // fsync is never tried twice: after a failure the kernel may have dropped the pages.
    if (result == 0 && (futimens(fd, times) != 0 || fsync(fd) != 0)) {
        result = -errno;
    }
    if (close(fd) != 0 && result == 0) {
        result = -errno;
    }
    return result;
}

int file_rename(void *context, const char *from, const char *to, enum env_rename how)
{
    static const unsigned flags[] = {
        [ENV_RENAME_FRESH] = RENAME_NOREPLACE,
        [ENV_RENAME_OVER] = 0,
        [ENV_RENAME_EXCHANGE] = RENAME_EXCHANGE,
    };

    (void)context;
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, flags[how]) == 0 ? 0 : -errno;
}

int file_remove(void *context, const char *path)
{
    (void)context;
    return remove(path) == 0 ? 0 : -errno;
}

int file_sync_folder(void *context, const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    (void)context;
    if (fd < 0) {
        return -errno;
    }
    int result = fsync(fd) == 0 ? 0 : -errno;
    close(fd);
    return result;
}

int file_make_folder(void *context, const char *folder)
{
    char path[PATH_MAX];
    struct stat found;

    (void)context;
    if (snprintf(path, sizeof path, "%s", folder) >= (int)sizeof path) {
        return -ENAMETOOLONG;
    }
    for (char *at = path + 1; *at != '\0'; at++) {
        if (*at == '/') {
            *at = '\0';
            mkdir(path, 0777); // an error shows at the last part
            *at = '/';
        }
    }
    if (mkdir(path, 0777) == 0) {
        return 0;
    }
    int failed = errno;
    bool there = failed == EEXIST && stat(path, &found) == 0 && S_ISDIR(found.st_mode);
    return there ? 0 : -failed;
}

// All the bytes that SQLite locks at once are what it calls EXCLUSIVE. A connection in WAL
// mode keeps one of them for as long as it lives, and is met here as well: it would go on
// writing into a file that nobody reads any more.
int file_hold(void *context, const char *path, void **out)
{
    const struct timespec step = {.tv_nsec = HOLD_STEP_MS * 1000000L};
    struct flock lock = {.l_type = F_WRLCK,
                         .l_whence = SEEK_SET,
                         .l_start = PENDING_BYTE,
                         .l_len = LOCK_SIZE};
    int *held = malloc(sizeof *held);
    int fd = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    int result = fd < 0 ? -errno : held == NULL ? -ENOMEM : -EBUSY;

    (void)context;
    for (int i = 0; result == -EBUSY && i < HOLD_TRIES; i++) {
        if (fcntl(fd, F_OFD_SETLK, &lock) == 0) {
            result = 0;
        } else if (errno != EAGAIN && errno != EACCES) {
            result = -errno;
        } else {
            nanosleep(&step, NULL);
        }
    }
    if (result != 0) {
        free(held);
        if (fd >= 0) {
            close(fd);
        }
        return result;
    }
    *held = fd;
    *out = held;
    return 0;
}

void file_release(void *context, void *held)
{
    (void)context;
    close(*(int *)held); // and with it goes the lock
    free(held);
}
