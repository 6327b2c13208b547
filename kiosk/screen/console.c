#define LOG_MODULE "console"
#include "screen/console.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/log.h"

enum { TTY_MAJOR = 4, LAST_CONSOLE = 63 };

// Of the one terminal that a process has.
static struct {
    int fd; // owned while taken
    bool taken;
    int key_mode; // as it was
} console;

// The number of the virtual console that is standard input, as a service has it; 0: none.
static int console_number(void)
{
    struct stat stat;
    bool is_one = fstat(STDIN_FILENO, &stat) == 0 && S_ISCHR(stat.st_mode) &&
                  major(stat.st_rdev) == TTY_MAJOR && minor(stat.st_rdev) >= 1 &&
                  minor(stat.st_rdev) <= LAST_CONSOLE;

    return is_one ? (int)minor(stat.st_rdev) : 0;
}

static bool ask(int request, unsigned long value, const char *what)
{
    if (ioctl(console.fd, (unsigned long)request, value) == 0) {
        return true;
    }
    LOG_WARN("the console does not %s: %s", what, strerror(errno));
    return false;
}

// A switch waits for the answer to a signal that is ignored, so it never comes. When this
// process is gone the kernel switches without asking it.
static bool refuse_switch(void)
{
    struct vt_mode mode = {.mode = VT_PROCESS, .relsig = SIGUSR1, .acqsig = SIGUSR2};

    signal(SIGUSR1, SIG_IGN);
    signal(SIGUSR2, SIG_IGN);
    if (ioctl(console.fd, VT_SETMODE, &mode) == 0) {
        return true;
    }
    LOG_WARN("the console does not refuse to switch away: %s", strerror(errno));
    return false;
}

bool console_take(void)
{
    int number = console_number();

    if (number == 0 || console.taken) {
        return console.taken;
    }
    console.fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (console.fd < 0) {
        LOG_ERR("the console cannot be kept: %s", strerror(errno));
        return false;
    }
    console.taken = true;
    console.key_mode = K_UNICODE;
    ioctl(console.fd, KDGKBMODE, &console.key_mode);
    // Somebody may have switched away while no wall held it.
    bool fine = ask(VT_ACTIVATE, (unsigned long)number, "come to the front");
    fine = ask(KDSETMODE, KD_GRAPHICS, "hide its text") && fine;
    fine = ask(KDSKBMODE, K_OFF, "mute its keyboard") && fine;
    return refuse_switch() && fine;
}

void console_leave(void)
{
    struct vt_mode mode = {.mode = VT_AUTO};

    if (!console.taken) {
        return;
    }
    ioctl(console.fd, KDSKBMODE, console.key_mode == K_OFF ? K_UNICODE : console.key_mode);
    ioctl(console.fd, KDSETMODE, KD_TEXT);
    ioctl(console.fd, VT_SETMODE, &mode);
    close(console.fd);
    console.taken = false;
}

void console_ignore_signals(void)
{
    static const int signals[] = {SIGINT, SIGQUIT, SIGTSTP, SIGHUP, SIGTTIN, SIGTTOU};

    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        signal(signals[i], SIG_IGN);
    }
}
