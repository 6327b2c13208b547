// The panel really off and on, by whatever can do it: the owner's command where one is
// given, else the graphics card or the X server. Where nothing can, the picture is black
// and that is all.
#ifndef REGIEBORD_SCREEN_POWER_H
#define REGIEBORD_SCREEN_POWER_H

#include <stdbool.h>
#include <stdint.h>

#include <SDL.h>

#include "screen/command.h"
#include "screen/dpms.h"
#include "screen/scanout.h"

struct power {
    struct command command;  // path NULL: none was given
    struct scanout *scanout; // not owned; NULL: SDL shows the picture
    struct dpms_x x;
    bool asked;  // at all: a program that was killed may have left it off
    bool off;    // as it was asked last
    bool warned; // that nothing can do it
};

// `command`: path of a program, not owned; NULL: none. `scanout`: NULL where SDL shows the
// picture.
void power_init(struct power *power, const char *command, struct scanout *scanout);

// Puts it off or on; the first time it is on already too. Asking again for what was asked
// before costs little, and is of use: X puts the panel on by itself.
void power_set(struct power *power, SDL_Window *window, bool on, int64_t mono_ms);

// The window is another one, on a panel that is on: what was asked before is done again.
void power_again(struct power *power, SDL_Window *window, int64_t mono_ms);

// Sees to the command; how long may be waited for something else (negative: as long as it
// takes).
int power_step(struct power *power, int timeout_ms, int64_t mono_ms);

// The panel is on when the program ends. Before the window goes; NULL when there is none.
void power_finish(struct power *power, SDL_Window *window, int64_t mono_ms);

#endif
