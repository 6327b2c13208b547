// The calls of a program to the system and for memory, in the place of libc's: each may be
// made to fail. Linked into tests/fault.c, whose libraries find these first.
#include "fault_calls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FRAMES = 32 };

struct fault_plan *fault_plan;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void fault_calls_begin(void)
{
    void *frame;

    backtrace(&frame, 1); // loads what it needs, which takes memory
}

static void note_way(struct fault_plan *plan)
{
    void *frames[FRAMES];
    uint64_t way = 0xcbf29ce484222325u;
    int count = backtrace(frames, FRAMES);

    for (int i = 0; i < count; i++) {
        way = (way ^ (uintptr_t)frames[i]) * 0x100000001b3u;
        way ^= way >> 29;
    }
    plan->ways[plan->calls - 1] = way;
}

// True when this call is the one.
static bool struck(void)
{
    struct fault_plan *plan = fault_plan;

    if (plan == NULL || !plan->armed) {
        return false;
    }
    plan->calls++;
    if (plan->ways != NULL && plan->calls <= plan->ways_room) {
        plan->armed = false;
        note_way(plan);
        plan->armed = true;
    }
    bool now = plan->calls == plan->at ||
               (plan->burst > 0 && plan->at > 0 && plan->calls > plan->at &&
                plan->calls < plan->at + plan->burst);
    if (now && !plan->struck && getenv("FAULT_TALK") != NULL) {
        void *frames[FRAMES];
        plan->armed = false;
        backtrace_symbols_fd(frames, backtrace(frames, FRAMES), 2);
        plan->armed = true;
    }
    plan->struck = plan->struck || now;
    return now;
}

// True when a call to the system is to fail; errno tells how.
static bool fails(void)
{
    if (fault_plan == NULL || fault_plan->kind == FAULT_MEMORY ||
        fault_plan->kind == FAULT_SHORT || !struck()) {
        return false;
    }
    if (fault_plan->kind == FAULT_KILL) {
        raise(SIGKILL);
    }
    errno = fault_plan->error;
    return true;
}

// How many bytes of a call that moves them are let through.
static size_t through(size_t size)
{
    bool cut =
        fault_plan != NULL && fault_plan->kind == FAULT_SHORT && size > 1 && struck();

    return cut ? size / 2 : size;
}

#define RESULT(call) return fails() ? -1 : (call)

static int open_at(const char *path, int flags, va_list args)
{
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;

    RESULT((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int open(const char *path, int flags, ...)
{
    va_list args;

    va_start(args, flags);
    int fd = open_at(path, flags, args);
    va_end(args);
    return fd;
}

int open64(const char *path, int flags, ...)
{
    va_list args;

    va_start(args, flags);
    int fd = open_at(path, flags, args);
    va_end(args);
    return fd;
}

int close(int fd)
{
    int result = (int)syscall(SYS_close, fd); // even when it fails, it is closed

    RESULT(result);
}

ssize_t read(int fd, void *to, size_t size)
{
    RESULT(syscall(SYS_read, fd, to, through(size)));
}

ssize_t pread(int fd, void *to, size_t size, off_t at)
{
    RESULT(syscall(SYS_pread64, fd, to, through(size), at));
}

ssize_t pread64(int fd, void *to, size_t size, off_t at)
{
    RESULT(syscall(SYS_pread64, fd, to, through(size), at));
}

ssize_t write(int fd, const void *from, size_t size)
{
    RESULT(syscall(SYS_write, fd, from, through(size)));
}

ssize_t pwrite64(int fd, const void *from, size_t size, off_t at)
{
    RESULT(syscall(SYS_pwrite64, fd, from, through(size), at));
}

int fsync(int fd)
{
    RESULT((int)syscall(SYS_fsync, fd));
}

int fdatasync(int fd)
{
    RESULT((int)syscall(SYS_fdatasync, fd));
}

int ftruncate64(int fd, off_t size)
{
    RESULT((int)syscall(SYS_ftruncate, fd, size));
}

int futimens(int fd, const struct timespec times[2])
{
    RESULT((int)syscall(SYS_utimensat, fd, NULL, times, 0));
}

static int stat_at(int folder, const char *path, struct stat *out, int flags)
{
    RESULT((int)syscall(SYS_newfstatat, folder, path, out, flags));
}

int stat(const char *path, struct stat *out)
{
    return stat_at(AT_FDCWD, path, out, 0);
}

int lstat(const char *path, struct stat *out)
{
    return stat_at(AT_FDCWD, path, out, AT_SYMLINK_NOFOLLOW);
}

int fstat(int fd, struct stat *out)
{
    return stat_at(fd, "", out, AT_EMPTY_PATH);
}

// On machines of 64 bits these are the same.
int stat64(const char *path, struct stat64 *out)
{
    return stat_at(AT_FDCWD, path, (struct stat *)out, 0);
}

int lstat64(const char *path, struct stat64 *out)
{
    return stat_at(AT_FDCWD, path, (struct stat *)out, AT_SYMLINK_NOFOLLOW);
}

int fstat64(int fd, struct stat64 *out)
{
    return stat_at(fd, "", (struct stat *)out, AT_EMPTY_PATH);
}

int access(const char *path, int mode)
{
    RESULT((int)syscall(SYS_faccessat, AT_FDCWD, path, mode));
}

static int control(int fd, int command, va_list args)
{
    void *argument = va_arg(args, void *);

    RESULT((int)syscall(SYS_fcntl, fd, command, argument));
}

int fcntl(int fd, int command, ...)
{
    va_list args;

    va_start(args, command);
    int result = control(fd, command, args);
    va_end(args);
    return result;
}

int fcntl64(int fd, int command, ...)
{
    va_list args;

    va_start(args, command);
    int result = control(fd, command, args);
    va_end(args);
    return result;
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to,
              unsigned flags)
{
    RESULT((int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int unlink(const char *path)
{
    RESULT((int)syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int rmdir(const char *path)
{
    RESULT((int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

static int remove_any(const char *path)
{
    int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);

    return result != 0 && errno == EISDIR
               ? (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR)
               : result;
}

int remove(const char *path)
{
    RESULT(remove_any(path));
}

int mkdir(const char *path, mode_t mode)
{
    RESULT((int)syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

DIR *opendir(const char *path)
{
    union {
        void *symbol;
        DIR *(*call)(const char *);
    } next = {.symbol = dlsym(RTLD_NEXT, "opendir")};

    return fails() ? NULL : next.call(path);
}

struct dirent *readdir(DIR *folder)
{
    union {
        void *symbol;
        struct dirent *(*call)(DIR *);
    } next = {.symbol = dlsym(RTLD_NEXT, "readdir")};

    return fails() ? NULL : next.call(folder);
}

// Memory ------------------------------------------------------------------------------

static bool starves(void)
{
    bool now = fault_plan != NULL && fault_plan->kind == FAULT_MEMORY && struck();

    if (now) {
        errno = ENOMEM;
    }
    return now;
}

void *malloc(size_t size)
{
    return starves() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return starves() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return starves() ? NULL : __libc_realloc(memory, size);
}
