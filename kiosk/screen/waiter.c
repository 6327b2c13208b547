#define LOG_MODULE "waiter"
#include "screen/waiter.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

enum { SLOT_WAKE, SLOT_WATCH, SLOT_DEVICES, SLOT_COUNT = 34 };

// A device that was just plugged in needs this long before its rights are set.
enum { SETTLE_MS = 100 };

struct waiter {
    struct pollfd slots[SLOT_COUNT]; // descriptors owned; devices from SLOT_DEVICES on
    int count;
    char *input_dir;      // owned; NULL: no devices
    int64_t rescan_at_ms; // 0: not needed
};

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void close_devices(struct waiter *waiter)
{
    for (int i = SLOT_DEVICES; i < waiter->count; i++) {
        if (waiter->slots[i].fd >= 0) {
            close(waiter->slots[i].fd);
        }
    }
    waiter->count = SLOT_DEVICES;
}

static void open_device(struct waiter *waiter, const char *name)
{
    char path[4096];

    if (strncmp(name, "event", 5) != 0 || waiter->count == SLOT_COUNT) {
        return;
    }
    snprintf(path, sizeof path, "%s/%s", waiter->input_dir, name);
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        LOG_WARN("%s: %s; may this user read input devices (group input)?", path,
                 strerror(errno));
        return;
    }
    waiter->slots[waiter->count] = (struct pollfd){.fd = fd, .events = POLLIN};
    waiter->count++;
}

static void scan(struct waiter *waiter)
{
    close_devices(waiter);
    waiter->rescan_at_ms = 0;
    DIR *dir = opendir(waiter->input_dir);
    if (dir == NULL) {
        LOG_WARN("%s: %s; touches may be noticed late", waiter->input_dir, strerror(errno));
        return;
    }
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        open_device(waiter, entry->d_name);
    }
    closedir(dir);
}

static bool watch(struct waiter *waiter)
{
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

    if (fd < 0) {
        return false;
    }
    waiter->slots[SLOT_WATCH] = (struct pollfd){.fd = fd, .events = POLLIN};
    // IN_ATTRIB: udev gives the rights after it made the device.
    if (inotify_add_watch(fd, waiter->input_dir, IN_CREATE | IN_DELETE | IN_ATTRIB) < 0) {
        LOG_WARN("%s: %s; new input devices go unnoticed", waiter->input_dir,
                 strerror(errno));
    }
    return true;
}

struct waiter *waiter_create(const char *input_dir)
{
    struct waiter *waiter = calloc(1, sizeof *waiter);
    bool made = false;

    if (waiter == NULL) {
        return NULL;
    }
    int fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    waiter->slots[SLOT_WAKE] = (struct pollfd){.fd = fd, .events = POLLIN};
    waiter->slots[SLOT_WATCH].fd = -1;
    waiter->count = SLOT_DEVICES;
    if (fd < 0) {
        goto out;
    }
    if (input_dir != NULL) {
        waiter->input_dir = strdup(input_dir);
        if (waiter->input_dir == NULL || !watch(waiter)) {
            goto out;
        }
        scan(waiter);
    }
    made = true;
out:
    if (!made) {
        LOG_ERR("cannot wait for events: %s", strerror(errno));
        waiter_destroy(waiter);
        return NULL;
    }
    return waiter;
}

void waiter_destroy(struct waiter *waiter)
{
    if (waiter == NULL) {
        return;
    }
    for (int i = 0; i < waiter->count; i++) {
        if (waiter->slots[i].fd >= 0) {
            close(waiter->slots[i].fd);
        }
    }
    free(waiter->input_dir);
    free(waiter);
}

// Reads and drops what is there. False when the descriptor is of no use any more.
static bool drain(int fd)
{
    char bytes[4096];
    ssize_t got;

    do {
        got = read(fd, bytes, sizeof bytes);
    } while (got > 0);
    return got < 0 && (errno == EAGAIN || errno == EINTR);
}

void waiter_wait(struct waiter *waiter, int timeout_ms)
{
    if (waiter->rescan_at_ms != 0) {
        int64_t left_ms = waiter->rescan_at_ms - now_ms();
        left_ms = left_ms < 0 ? 0 : left_ms;
        timeout_ms = timeout_ms < 0 || timeout_ms > left_ms ? (int)left_ms : timeout_ms;
    }
    int ready = poll(waiter->slots, (nfds_t)waiter->count, timeout_ms);
    for (int i = 0; i < waiter->count && ready > 0; i++) {
        if (waiter->slots[i].revents == 0) {
            continue;
        }
        // A device that fails was pulled out; do not spin on it until the next scan.
        bool useful = drain(waiter->slots[i].fd);
        if (i == SLOT_WATCH || !useful) {
            waiter->rescan_at_ms = now_ms() + SETTLE_MS;
        }
        if (i >= SLOT_DEVICES && !useful) {
            close(waiter->slots[i].fd);
            waiter->slots[i].fd = -1;
        }
    }
    if (waiter->rescan_at_ms != 0 && now_ms() >= waiter->rescan_at_ms) {
        scan(waiter);
    }
}

void waiter_wake(struct waiter *waiter)
{
    const uint64_t one = 1;
    ssize_t put = write(waiter->slots[SLOT_WAKE].fd, &one, sizeof one);

    (void)put; // full means it is awake already
}
