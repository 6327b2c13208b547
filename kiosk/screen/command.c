#define LOG_MODULE "screen"
#include "screen/command.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "base/log.h"

extern char **environ;

// Once is enough: it would come back every night.
static void command_warn(struct command *command, const char *what, int number)
{
    if (!command->warned) {
        LOG_WARN("the power command %s %s %d: the panel may stay as it is", command->path,
                 what, number);
    }
    command->warned = true;
}

// The program's own signal mask and handlers are not for it.
static void command_begin(struct command *command, int64_t mono_ms)
{
    char *const words[] = {(char *)(intptr_t)command->path, command->on ? "on" : "off",
                           NULL};
    posix_spawnattr_t attributes;
    sigset_t none;
    pid_t pid = 0;

    command->wanted = false;
    sigemptyset(&none);
    if (posix_spawnattr_init(&attributes) != 0) {
        return;
    }
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int error = posix_spawn(&pid, command->path, NULL, &attributes, words, environ);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) {
        command_warn(command, "does not start: error", error);
        return;
    }
    command->running = pid;
    command->since_ms = mono_ms;
}

// Takes note of the end of the one that runs, or ends it when it takes too long.
static void command_reap(struct command *command, int64_t mono_ms)
{
    int status = 0;
    pid_t ended = waitpid(command->running, &status, WNOHANG);

    if (ended == 0 && mono_ms >= command->since_ms + COMMAND_MOST_MS) {
        command_warn(command, "was ended, as it took longer than, in ms,", COMMAND_MOST_MS);
        kill(command->running, SIGKILL);
        ended = waitpid(command->running, &status, 0);
        status = 0;
    }
    if (ended == 0 || (ended < 0 && errno == EINTR)) {
        return;
    }
    command->running = 0;
    if (ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) != 0) {
        command_warn(command, "fails with status", WEXITSTATUS(status));
    } else if (ended > 0 && WIFSIGNALED(status)) {
        command_warn(command, "ends by signal", WTERMSIG(status));
    }
}

void command_tell(struct command *command, bool on, int64_t mono_ms)
{
    command->wanted = true;
    command->on = on;
    command_step(command, mono_ms);
}

bool command_step(struct command *command, int64_t mono_ms)
{
    if (command->running != 0) {
        command_reap(command, mono_ms);
    }
    if (command->running == 0 && command->wanted) {
        command_begin(command, mono_ms);
    }
    return command->running != 0;
}

void command_finish(struct command *command)
{
    const struct timespec look = {.tv_nsec = COMMAND_LOOK_MS * 1000000L};

    for (int ms = 0; ms < COMMAND_LAST_MS; ms += COMMAND_LOOK_MS) {
        if (!command_step(command, command->since_ms)) {
            return;
        }
        nanosleep(&look, NULL);
    }
    if (command->running != 0) {
        command_warn(command, "still runs after, in ms,", COMMAND_LAST_MS);
    }
}
