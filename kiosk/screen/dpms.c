#include "screen/dpms.h"

#include <dlfcn.h>
#include <string.h>

#define LIBRARY "libXext.so.6"

// A function pointer out of dlsym, whose result ISO C does not let one cast.
static bool call_find(void *library, const char *name, void *call, size_t size)
{
    void *found = dlsym(library, name);

    memcpy(call, &found, size);
    return found != NULL;
}

#define FIND(library, calls, name, call)                                                   \
    call_find(library, name, &(calls)->call, sizeof(calls)->call)

const struct dpms_x_calls *dpms_x_library(void)
{
    static struct dpms_x_calls calls;
    static bool looked, found;

    if (!looked) {
        void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
        looked = true;
        found = library != NULL && FIND(library, &calls, "DPMSCapable", capable) &&
                FIND(library, &calls, "DPMSInfo", info) &&
                FIND(library, &calls, "DPMSGetTimeouts", get_timeouts) &&
                FIND(library, &calls, "DPMSSetTimeouts", set_timeouts) &&
                FIND(library, &calls, "DPMSEnable", enable) &&
                FIND(library, &calls, "DPMSDisable", disable) &&
                FIND(library, &calls, "DPMSForceLevel", force);
    }
    return found ? &calls : NULL;
}

// Asking for the level also sends what was asked before: Xlib keeps it until then.
static uint16_t x_level(const struct dpms_x_calls *calls, void *display, bool *enabled)
{
    uint16_t level = DPMS_X_ON;
    unsigned char is = 0;

    calls->info(display, &level, &is);
    *enabled = is != 0;
    return level;
}

// To force a level where DPMS is not enabled is an error, and Xlib ends the program on one.
static void x_off(struct dpms_x *state, const struct dpms_x_calls *calls, void *display)
{
    bool enabled = false;
    uint16_t level = x_level(calls, display, &enabled);

    if (!state->held) {
        state->held = true;
        state->enabled = enabled;
        calls->get_timeouts(display, &state->times[0], &state->times[1], &state->times[2]);
        calls->set_timeouts(display, 0, 0, 0);
    }
    if (!enabled) {
        calls->enable(display);
    }
    if (level != DPMS_X_OFF || !enabled) {
        calls->force(display, DPMS_X_OFF);
        x_level(calls, display, &enabled);
    }
}

static void x_on(struct dpms_x *state, const struct dpms_x_calls *calls, void *display)
{
    bool enabled = false;

    if (x_level(calls, display, &enabled) != DPMS_X_ON && enabled) {
        calls->force(display, DPMS_X_ON);
    }
    if (state->held) {
        calls->set_timeouts(display, state->times[0], state->times[1], state->times[2]);
        if (!state->enabled) {
            calls->disable(display);
        }
        state->held = false;
    }
    x_level(calls, display, &enabled);
}

bool dpms_x_set(struct dpms_x *state, const struct dpms_x_calls *calls, void *display,
                bool on)
{
    if (calls == NULL || display == NULL || calls->capable(display) == 0) {
        return false;
    }
    if (on) {
        x_on(state, calls, display);
    } else {
        x_off(state, calls, display);
    }
    return true;
}
