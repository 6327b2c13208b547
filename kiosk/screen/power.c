#define LOG_MODULE "screen"
#include "screen/power.h"

#include <SDL_syswm.h>

#include "base/log.h"

void power_init(struct power *power, const char *command, struct scanout *scanout)
{
    *power = (struct power){.command = {.path = command}, .scanout = scanout};
}

// False when neither the graphics card nor the X server can.
static bool server_set(struct power *power, SDL_Window *window, bool on)
{
    SDL_SysWMinfo info;

    if (power->scanout != NULL) {
        return scanout_power(power->scanout, on);
    }
    SDL_VERSION(&info.version);
    if (window == NULL || SDL_GetWindowWMInfo(window, &info) != SDL_TRUE) {
        return false;
    }
#ifdef SDL_VIDEO_DRIVER_X11
    if (info.subsystem == SDL_SYSWM_X11) {
        return dpms_x_set(&power->x, dpms_x_library(), info.info.x11.display, on);
    }
#endif
    return false;
}

static void power_do(struct power *power, SDL_Window *window, int64_t mono_ms)
{
    if (power->command.path != NULL) {
        command_tell(&power->command, !power->off, mono_ms);
    } else if (!server_set(power, window, !power->off) && power->off && !power->warned) {
        power->warned = true;
        LOG_WARN("nothing here can put the panel off: it is black at night, and on. See "
                 "--power-command");
    }
}

void power_set(struct power *power, SDL_Window *window, bool on, int64_t mono_ms)
{
    bool news = power->off == on || !power->asked;

    power->asked = true;
    power->off = !on;
    if (news) {
        power_do(power, window, mono_ms);
    } else if (power->off && power->x.held) {
        server_set(power, window, false);
    }
}

void power_again(struct power *power, SDL_Window *window, int64_t mono_ms)
{
    if (power->off) {
        power_do(power, window, mono_ms);
    }
}

int power_step(struct power *power, int timeout_ms, int64_t mono_ms)
{
    bool busy = power->command.path != NULL && command_step(&power->command, mono_ms);

    return busy && (timeout_ms < 0 || timeout_ms > COMMAND_LOOK_MS) ? COMMAND_LOOK_MS
                                                                    : timeout_ms;
}

void power_finish(struct power *power, SDL_Window *window, int64_t mono_ms)
{
    if (power->off) {
        power_set(power, window, true, mono_ms);
    }
    if (power->command.path != NULL) {
        command_finish(&power->command);
    }
}
