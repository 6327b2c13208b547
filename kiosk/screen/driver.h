// What each of SDL's video drivers must be told, before and after it starts.
#ifndef REGIEBORD_SCREEN_DRIVER_H
#define REGIEBORD_SCREEN_DRIVER_H

#include <stdbool.h>

// Sets SDL's hints and starts video. What the environment says goes before our hints. False
// when it fails; why, and what to do, is logged. driver_stop undoes it.
bool driver_start(void);
void driver_stop(void);

// SDL_WaitEvent really sleeps on this driver.
bool driver_sleeps(void);

// The console itself, without a desktop: no window manager, no cursor wanted.
bool driver_is_console(void);

#endif
