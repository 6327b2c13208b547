// What each of SDL's video drivers must be told, before and after it starts.
#ifndef REGIEBORD_SCREEN_DRIVER_H
#define REGIEBORD_SCREEN_DRIVER_H

#include <stdbool.h>

// Sets SDL's hints and starts video. What the environment says goes before our hints.
// `locked`: nobody but the service manager ends the program. False when it fails; why, and
// what to do, is logged. driver_stop undoes it.
bool driver_start(bool locked);
void driver_stop(void);

// Without video, and so without a window: whether the process was asked to stop. The first
// call only begins to listen.
bool driver_asked_to_stop(void);

// Whether there is any use in driver_start: a screen is plugged in, or, with `patient`, one
// may be there that the kernel does not tell of.
bool driver_may_find(bool patient);

// SDL_WaitEvent really sleeps on this driver.
bool driver_sleeps(void);

// The console itself, without a desktop: no window manager, no cursor wanted.
bool driver_is_console(void);

// SDL brings the input devices alone, and the picture is ours to show (screen/scanout.h):
// the console, unless SDL_VIDEODRIVER asks for another driver there.
bool driver_is_bare(void);

#endif
