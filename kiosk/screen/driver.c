#define LOG_MODULE "screen"
#include "screen/driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include <SDL.h>

#include "base/log.h"
#include "screen/panel.h"

static const char *const drm_dir = "/sys/class/drm";

// Before SDL starts. Fingers and mouse are told apart by us; the compositor stays on, or it
// would flash when the wall starts.
static const struct {
    const char *name, *value;
} hints[] = {
    {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
    {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
    {SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0"},
    {SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"}, // the first click counts
    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
    {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0"},
    {SDL_HINT_APP_NAME, "Regiebord"},
};

// SDL may take a card without a screen where there are more, as on a Pi.
static void choose_card(void)
{
    struct panel panel = panel_find(drm_dir);
    char index[16];

    if (panel.card >= 0) {
        snprintf(index, sizeof index, "%d", panel.card);
        SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX, index);
    }
}

static bool is_driver(const char *name)
{
    const char *driver = SDL_GetCurrentVideoDriver();

    return driver != NULL && strcasecmp(driver, name) == 0;
}

bool driver_sleeps(void)
{
    return is_driver("x11") || is_driver("wayland");
}

bool driver_is_console(void)
{
    return is_driver("KMSDRM") || driver_is_bare();
}

bool driver_is_bare(void)
{
    return is_driver("evdev");
}

static bool has_desktop(void)
{
    return getenv("DISPLAY") != NULL || getenv("WAYLAND_DISPLAY") != NULL;
}

// X11 takes our frame as it is, through shared memory; by way of OpenGL it would cost five
// times the memory. Wayland, and the console where it was asked for, have nothing but
// OpenGL ES in SDL, and on the console its own choice of renderer draws black.
static void choose_framebuffer(void)
{
    if (driver_is_console() || is_driver("wayland")) {
        SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "opengles2");
    } else {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
}

static void explain_failure(const char *error)
{
    if (has_desktop()) {
        LOG_ERR("no screen to show on: %s. Does this user own the desktop that DISPLAY or "
                "WAYLAND_DISPLAY names? Without a screen, use: regiebord render",
                error);
    } else {
        LOG_ERR("no screen to show on: %s. Is a screen plugged in, and is this user in the "
                "groups video and input? Without a screen, use: regiebord render",
                error);
    }
}

// Without a screen SDL settles for a picture that nobody sees, unless it was asked for one.
static bool shows_nothing(void)
{
    return getenv("SDL_VIDEODRIVER") == NULL &&
           (is_driver("offscreen") || is_driver("dummy"));
}

bool driver_start(bool locked)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        SDL_SetHint(hints[i].name, hints[i].value);
    }
    if (locked) { // a desktop that closes the window does not end the wall
        SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    }
    if (!has_desktop()) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "evdev");
    }
    choose_card();
    // Video alone: joysticks and sensors would make SDL look for events ten times a second.
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        explain_failure(SDL_GetError());
        return false;
    }
    if (shows_nothing()) {
        explain_failure("none was found");
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return false;
    }
    choose_framebuffer();
    SDL_DisableScreenSaver();
    SDL_EventState(SDL_MULTIGESTURE, SDL_IGNORE);
    SDL_EventState(SDL_KEYUP, SDL_IGNORE);
    SDL_StartTextInput();
    LOG_INFO("driver %s", SDL_GetCurrentVideoDriver());
    return true;
}

bool driver_may_find(bool patient)
{
    return patient || panel_find(drm_dir).connected > 0;
}

bool driver_asked_to_stop(void)
{
    if (SDL_WasInit(SDL_INIT_EVENTS) == 0) {
        SDL_InitSubSystem(SDL_INIT_EVENTS);
    }
    SDL_PumpEvents();
    return SDL_HasEvent(SDL_QUIT) == SDL_TRUE;
}

void driver_stop(void)
{
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}
