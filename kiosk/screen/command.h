// A program of the owner's that puts the panel on and off, for panels that no display
// server does it for: run with `on` or `off`, without a shell, one at a time. Nothing waits
// for it.
#ifndef REGIEBORD_SCREEN_COMMAND_H
#define REGIEBORD_SCREEN_COMMAND_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    COMMAND_LOOK_MS = 100,   // how often it is looked whether it is done
    COMMAND_MOST_MS = 10000, // it is ended when it takes longer
    COMMAND_LAST_MS = 2000,  // at the end of the program that long
};

struct command {
    const char *path; // not owned
    pid_t running;    // 0: none
    int64_t since_ms; // monotonic, when that one began
    bool wanted, on;  // what is to be told next; the last wish counts
    bool warned;      // a failure was logged
};

// Has `path` told, soon: when one is still running, after that.
void command_tell(struct command *command, bool on, int64_t mono_ms);

// Sees to what was begun. True while there is something to look at again after
// COMMAND_LOOK_MS.
bool command_step(struct command *command, int64_t mono_ms);

// Waits, for COMMAND_LAST_MS at most, until all was told.
void command_finish(struct command *command);

#endif
