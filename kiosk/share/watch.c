#include "share/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOG_MODULE "watch"
#include "base/log.h"

// IN_CLOSE_WRITE and IN_MOVED_TO alone would miss a tool that stays open: it commits with
// MODIFY.
static const unsigned EVENTS = IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM |
                               IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF |
                               IN_MOVE_SELF;
static const unsigned LOST = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED;

struct watch {
    char *folder;  // owned
    int fd;        // of the folder's events
    int mounts;    // of the table of mounted file systems; -1: not to be had
    int both;      // readable when one of the two has something to tell
    int handle;    // of the folder; -1 when it is not watched
    bool straight; // no link leads there: one that is turned elsewhere tells nothing
    dev_t device;
    ino_t inode;
};

static bool add(const struct watch *watch, int fd, uint32_t events)
{
    struct epoll_event event = {.events = events};

    return epoll_ctl(watch->both, EPOLL_CTL_ADD, fd, &event) == 0;
}

struct watch *watch_create(const char *folder)
{
    struct watch *watch = calloc(1, sizeof *watch);

    if (watch == NULL) {
        return NULL;
    }
    watch->handle = -1;
    watch->folder = strdup(folder);
    watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    watch->both = epoll_create1(EPOLL_CLOEXEC);
    if (watch->folder == NULL || watch->fd < 0 || !add(watch, watch->fd, EPOLLIN)) {
        LOG_ERR("%s cannot be watched: %s", folder, strerror(errno));
        watch_destroy(watch);
        return NULL;
    }
    if (watch->mounts >= 0 && !add(watch, watch->mounts, EPOLLPRI)) {
        close(watch->mounts);
        watch->mounts = -1;
    }
    watch_renew(watch);
    return watch;
}

static void close_open(int fd)
{
    if (fd >= 0) {
        close(fd);
    }
}

void watch_destroy(struct watch *watch)
{
    if (watch != NULL) {
        close_open(watch->fd);
        close_open(watch->mounts);
        close_open(watch->both);
        free(watch->folder);
        free(watch);
    }
}

int watch_fd(const struct watch *watch)
{
    return watch->both;
}

bool watch_hears_all(const struct watch *watch, const struct env *env)
{
    return watch->handle >= 0 && watch->mounts >= 0 && watch->straight &&
           env->tells != NULL && env->tells(env->context, watch->folder);
}

static void forget(struct watch *watch)
{
    if (watch->handle >= 0) {
        inotify_rm_watch(watch->fd,
                         watch->handle); // fails when the folder is gone, which is fine
    }
    watch->handle = -1;
}

// True when the name is that of the folder itself, and no link's.
static bool leads_straight(const char *folder)
{
    char *there = realpath(folder, NULL);
    char *here = realpath(".", NULL);
    const char *tail = there;
    size_t length = strlen(folder);

    while (length > 1 && folder[length - 1] == '/') {
        length--;
    }
    if (there != NULL && here != NULL && folder[0] != '/') {
        size_t above = strlen(here);
        bool below = strncmp(there, here, above) == 0 && there[above] == '/';
        tail = below ? there + above + 1 : "";
    }
    bool straight =
        tail != NULL && strncmp(tail, folder, length) == 0 && tail[length] == '\0';
    free(there);
    free(here);
    return straight;
}

bool watch_renew(struct watch *watch)
{
    struct stat now;

    if (stat(watch->folder, &now) != 0) {
        forget(watch);
        return false;
    }
    if (watch->handle >= 0 && now.st_dev == watch->device && now.st_ino == watch->inode) {
        return false;
    }
    forget(watch);
    watch->handle = inotify_add_watch(watch->fd, watch->folder, EVENTS | IN_ONLYDIR);
    watch->straight = leads_straight(watch->folder);
    watch->device = now.st_dev;
    watch->inode = now.st_ino;
    return watch->handle >= 0;
}

// True when the event may be about a board file; our own temporary names begin with a dot.
static bool concerns(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW) {
        return true;
    }
    if (event->wd != watch->handle) {
        return false;
    }
    return event->len == 0 || strncmp(event->name, "board", 5) == 0;
}

bool watch_take(struct watch *watch)
{
    alignas(struct inotify_event) char buffer[4096];
    bool changed = false;
    ssize_t length;

    while ((length = read(watch->fd, buffer, sizeof buffer)) > 0) {
        for (char *at = buffer; at < buffer + length;) {
            const struct inotify_event *event =
                (const struct inotify_event *)(const void *)at;
            changed = concerns(watch, event) || changed;
            if (event->wd == watch->handle && (event->mask & LOST) != 0) {
                forget(watch);
            }
            at += sizeof *event + event->len;
        }
    }
    return changed;
}
