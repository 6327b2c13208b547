// How an X server puts a panel off and on: its own DPMS. Keeps no state but what X had
// before.
#ifndef REGIEBORD_SCREEN_DPMS_H
#define REGIEBORD_SCREEN_DPMS_H

#include <stdbool.h>
#include <stdint.h>

// What of libXext is used; the display is a Display *.
struct dpms_x_calls {
    int (*capable)(void *display);
    int (*info)(void *display, uint16_t *level, unsigned char *enabled);
    int (*get_timeouts)(void *display, uint16_t *standby, uint16_t *suspend, uint16_t *off);
    int (*set_timeouts)(void *display, uint16_t standby, uint16_t suspend, uint16_t off);
    int (*enable)(void *display);
    int (*disable)(void *display);
    int (*force)(void *display, uint16_t level);
};

enum { DPMS_X_ON = 0, DPMS_X_OFF = 3 }; // levels

struct dpms_x {
    bool held;         // it is off by us, and this is how it was before:
    bool enabled;      //
    uint16_t times[3]; // after how many seconds X puts it off by itself
};

// libXext, opened when it is first asked for; NULL when it is not there. Never closed.
const struct dpms_x_calls *dpms_x_library(void);

// False when that server cannot. While it is off X's own times do not count; they come
// back with `on`. Off again is fine, and needed: any input makes X put it on by itself.
bool dpms_x_set(struct dpms_x *state, const struct dpms_x_calls *calls, void *display,
                bool on);

#endif
