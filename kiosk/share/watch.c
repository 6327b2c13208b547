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
// Of the folder and of those above it: the name is that of another one now, or of none.
static const unsigned GONE = IN_DELETE_SELF | IN_MOVE_SELF;
static const unsigned LOST = GONE | IN_UNMOUNT | IN_IGNORED;

struct watch {
    char *folder; // owned
    int fd;       // of the folder's events; -1: nothing is watched
    int mounts;   // of the table of mounted file systems; -1: not to be had
    int both;     // readable when one of the two has something to tell
    int handle;   // of the folder; -1 when it is not watched
    // No link leads there, which is turned elsewhere without a word, and the folders above
    // it tell when they move.
    bool straight;
    dev_t device;
    ino_t inode;
};

static bool add(const struct watch *watch, int fd, uint32_t events)
{
    struct epoll_event event = {.events = events};

    return epoll_ctl(watch->both, EPOLL_CTL_ADD, fd, &event) == 0;
}

static void close_open(int fd)
{
    if (fd >= 0) {
        close(fd);
    }
}

// A fresh queue of events.
static bool listen_anew(struct watch *watch)
{
    close_open(watch->fd);
    watch->handle = -1;
    watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->fd >= 0 && !add(watch, watch->fd, EPOLLIN)) {
        close(watch->fd);
        watch->fd = -1;
    }
    return watch->fd >= 0;
}

struct watch *watch_create(const char *folder)
{
    struct watch *watch = calloc(1, sizeof *watch);

    if (watch == NULL) {
        return NULL;
    }
    watch->handle = watch->fd = -1;
    watch->folder = strdup(folder);
    watch->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    watch->both = epoll_create1(EPOLL_CLOEXEC);
    if (watch->folder == NULL || !listen_anew(watch)) {
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

// True when the name is that of the folder itself, whose place is `there`, and no link's.
static bool leads_straight(const char *folder, const char *there)
{
    char *here = realpath(".", NULL);
    const char *tail = there;
    size_t length = strlen(folder);

    while (length > 1 && folder[length - 1] == '/') {
        length--;
    }
    if (here != NULL && folder[0] != '/') {
        size_t above = strlen(here);
        bool below = strncmp(there, here, above) == 0 && there[above] == '/';
        tail = below ? there + above + 1 : "";
    }
    bool straight = strncmp(tail, folder, length) == 0 && tail[length] == '\0';
    free(here);
    return straight;
}

// Watches the folders above the place, too. Takes the place apart.
static bool watch_above(const struct watch *watch, char *there)
{
    bool all = true;
    char *slash;

    while (all && (slash = strrchr(there, '/')) != NULL && slash != there) {
        *slash = '\0';
        all = inotify_add_watch(watch->fd, there, GONE | IN_ONLYDIR) >= 0;
    }
    return all;
}

// The folder that has the name now is the one that was found before.
static bool same_folder(const struct watch *watch, const struct stat *now)
{
    return now->st_dev == watch->device && now->st_ino == watch->inode;
}

bool watch_renew(struct watch *watch)
{
    struct stat now;
    bool there = stat(watch->folder, &now) == 0;

    if (there && watch->handle >= 0 && same_folder(watch, &now)) {
        return false;
    }
    if (watch->handle >= 0 || watch->fd < 0) {
        listen_anew(watch);
    }
    if (!there) {
        return false;
    }
    watch->device = now.st_dev;
    watch->inode = now.st_ino;
    watch->handle = inotify_add_watch(watch->fd, watch->folder, EVENTS | IN_ONLYDIR);
    char *place = realpath(watch->folder, NULL);
    watch->straight = watch->handle >= 0 && place != NULL &&
                      leads_straight(watch->folder, place) && watch_above(watch, place) &&
                      stat(watch->folder, &now) == 0 && same_folder(watch, &now);
    free(place);
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
    bool lost = false;
    ssize_t length;

    while (!lost && (length = read(watch->fd, buffer, sizeof buffer)) > 0) {
        for (char *at = buffer; at < buffer + length;) {
            const struct inotify_event *event =
                (const struct inotify_event *)(const void *)at;
            lost = lost || (event->mask & LOST) != 0;
            changed = changed || lost || concerns(watch, event);
            at += sizeof *event + event->len;
        }
    }
    if (lost) {
        listen_anew(watch); // until watch_renew finds it again
    }
    return changed;
}
