#include "base/notify.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

bool notify_send(const char *assignments)
{
    const char *path = getenv("NOTIFY_SOCKET");
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    bool sent = false;

    if (path == NULL || strlen(path) >= sizeof to.sun_path ||
        (path[0] != '/' && path[0] != '@')) {
        return false;
    }
    memcpy(to.sun_path, path, strlen(path));
    if (path[0] == '@') { // a name without a file
        to.sun_path[0] = '\0';
    }
    int out = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (out >= 0) {
        socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(path));
        ssize_t length = (ssize_t)strlen(assignments);
        // A manager that is busy must not hold up the wall.
        sent = sendto(out, assignments, (size_t)length, MSG_NOSIGNAL | MSG_DONTWAIT,
                      (struct sockaddr *)&to, size) == length;
        close(out);
    }
    return sent;
}

int64_t notify_watchdog_ms(void)
{
    const char *usec = getenv("WATCHDOG_USEC");
    const char *pid = getenv("WATCHDOG_PID");
    bool ours = pid == NULL || atoll(pid) == (long long)getpid();
    long long wait_us = usec == NULL || !ours ? 0 : atoll(usec);

    return wait_us <= 0 ? 0 : wait_us < 3000 ? 1 : wait_us / 3000;
}
