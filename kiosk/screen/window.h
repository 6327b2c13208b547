// The window on the panel: opens, presents, waits. Knows SDL's video drivers and what to
// ask of each.
#ifndef REGIEBORD_SCREEN_WINDOW_H
#define REGIEBORD_SCREEN_WINDOW_H

#include "screen/frame.h"
#include "screen/turn.h"
#include "touch/sample.h"

struct window;

struct window_options {
    bool windowed;             // else the whole panel
    bool locked;               // neither a key nor a desktop closes it
    enum turn turn;            // of the picture on the panel
    int width_px, height_px;   // of a window on a desk
    const char *power_command; // see screen/power.h; NULL: none
};

enum { NEWS_SAMPLES = 64 };

// What a wait brought.
struct news {
    struct sample samples[NEWS_SAMPLES];
    int count;
    bool replugged; // another screen was plugged in: the window must be made anew
    bool quit;      // the window was closed, or the process was asked to stop
    bool resized;   // the frame is another one
    bool lost;      // what was presented may be gone
    bool woken;     // window_wake was called
};

// NULL when there is nothing to show it on; why, and what to do, is logged.
struct window *window_create(const struct window_options *options);
void window_destroy(struct window *window);

// To paint in; good until the next window_wait. Empty (no pixels) when SDL cannot give it,
// which is logged.
struct frame window_frame(struct window *window);

// Shows these parts of the frame.
void window_present(struct window *window, const rect *areas, int count);

// Puts the panel off or on; see screen/power.h. It is on when the window is destroyed.
void window_power(struct window *window, bool on);

// Physical size of the frame; false when it is not known.
bool window_size_mm(const struct window *window, int *width_mm, int *height_mm);

// Sleeps until something happens or timeout_ms passed (negative: as long as it takes).
// *news is overwritten. More than NEWS_SAMPLES stay for the next call, which then does not
// sleep.
void window_wait(struct window *window, int timeout_ms, struct news *news);

// Ends a wait, this one or the next. From any thread.
void window_wake(struct window *window);

#endif
