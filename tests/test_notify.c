// Messages to the service manager, received by a socket of our own.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/notify.h"

// A socket that stands for the manager. `name` starts with '/' or with '@'.
static int manager_open(const char *name)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    int in = socket(AF_UNIX, SOCK_DGRAM, 0);

    memcpy(at.sun_path, name, strlen(name));
    if (name[0] == '@') {
        at.sun_path[0] = '\0';
    }
    assert_int_equal(
        bind(in, (struct sockaddr *)&at,
             (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(name))),
        0);
    return in;
}

static void receives(const char *name)
{
    char got[64] = "";
    int in = manager_open(name);

    setenv("NOTIFY_SOCKET", name, 1);
    assert_true(notify_send("READY=1\nSTATUS=bord"));
    assert_int_equal(recv(in, got, sizeof got - 1, MSG_DONTWAIT), 19);
    assert_string_equal(got, "READY=1\nSTATUS=bord");
    close(in);
}

static void by_file_and_by_name(void **state)
{
    char folder[] = "/tmp/regiebord-notify-XXXXXX";
    char name[64];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(name, sizeof name, "%s/notify", folder);
    receives(name);
    unlink(name);
    rmdir(folder);
    snprintf(name, sizeof name, "@regiebord-notify-%ld", (long)getpid());
    receives(name);
}

// Nobody asked, a name that is none, and a manager that went away.
static void nobody_there(void **state)
{
    char longest[200];

    (void)state;
    unsetenv("NOTIFY_SOCKET");
    assert_false(notify_send("READY=1"));
    setenv("NOTIFY_SOCKET", "", 1);
    assert_false(notify_send("READY=1"));
    setenv("NOTIFY_SOCKET", "vsock:2:1", 1);
    assert_false(notify_send("READY=1"));
    setenv("NOTIFY_SOCKET", "/nowhere/notify", 1);
    assert_false(notify_send("READY=1"));
    memset(longest, 'x', sizeof longest - 1);
    longest[0] = '/';
    longest[sizeof longest - 1] = '\0';
    setenv("NOTIFY_SOCKET", longest, 1);
    assert_false(notify_send("READY=1"));
}

static void watchdog(void **state)
{
    static const struct {
        const char *usec;
        int64_t ms;
    } cases[] = {{"30000000", 10000}, {"15000000", 5000}, {"2000", 1}, {"0", 0},
                 {"-5", 0},           {"soon", 0}};
    char pid[24];

    (void)state;
    unsetenv("WATCHDOG_PID");
    unsetenv("WATCHDOG_USEC");
    assert_int_equal(notify_watchdog_ms(), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        setenv("WATCHDOG_USEC", cases[i].usec, 1);
        assert_int_equal(notify_watchdog_ms(), cases[i].ms);
    }
    setenv("WATCHDOG_USEC", "30000000", 1);
    snprintf(pid, sizeof pid, "%ld", (long)getpid());
    setenv("WATCHDOG_PID", pid, 1);
    assert_int_equal(notify_watchdog_ms(), 10000);
    setenv("WATCHDOG_PID", "1", 1); // meant for another process
    assert_int_equal(notify_watchdog_ms(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_file_and_by_name),
        cmocka_unit_test(nobody_there),
        cmocka_unit_test(watchdog),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
