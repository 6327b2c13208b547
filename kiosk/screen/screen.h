// The screen as the rest of the program knows it: show a draw list, wait for what people
// do. With a window, or without one for pictures and scripts.
#ifndef REGIEBORD_SCREEN_SCREEN_H
#define REGIEBORD_SCREEN_SCREEN_H

#include "screen/window.h"
#include "view/draw.h"

struct screen;

struct screen_options {
    bool headless;           // no window: width_px and height_px are needed
    bool windowed;           // else the whole panel
    bool locked;             // nobody but the service manager ends it, and it waits for a
                             // screen where there is none yet
    enum turn turn;          // of the picture on the panel
    int width_px, height_px; // of a window or a headless frame; 0: 1280 x 720
    int width_mm,
        height_mm; // of the frame, when the panel is known better than it tells; else 0
    const char *power_command; // see screen/power.h; NULL: none
    const char *font_dir;      // NULL: as screen/font.h says
    bool verify; // after every repaint of parts, repaint all and compare (slow): see
                 // screen_missed
};

// NULL when there is no font, no screen or no memory; why is logged.
struct screen *screen_create(const struct screen_options *options);
void screen_destroy(struct screen *screen);

// Whether there is a screen to show on now; a locked one may have none for a while.
bool screen_present(const struct screen *screen);

// Size of the frame now; it changes when screen_wait tells so.
void screen_size(const struct screen *screen, int *width_px, int *height_px);

// Physical size of the frame; false when neither the options nor the panel tell.
bool screen_size_mm(const struct screen *screen, int *width_mm, int *height_mm);

// Measures text as it will be drawn. Lives as long as the screen.
const struct text_measure *screen_measure(struct screen *screen);

// Paints what differs from the list shown before and presents it. Returns how many pixels
// were painted; 0 when nothing changed. The list is not kept.
int64_t screen_show(struct screen *screen, const struct draw_list *list);

// How many frames so far had pixels that a repaint of all would have had otherwise; only
// known when verifying. Where the first of them is was logged, and it was mended.
int screen_missed(const struct screen *screen);

// Puts the panel off or on, where there is one. What was shown last is on it then.
void screen_power(struct screen *screen, bool on);

// What is shown now, as a picture. False when it cannot be written (logged).
bool screen_save_png(struct screen *screen, const char *path);

// What is shown now; good until the next screen_wait.
struct frame screen_frame(struct screen *screen);

// Sleeps until something happens, screen_wake is called or timeout_ms passed (negative: as
// long as it takes). After `resized` everything must be laid out again; what was `lost` has
// been presented again.
void screen_wait(struct screen *screen, int timeout_ms, struct news *news);

// From any thread.
void screen_wake(struct screen *screen);

#endif
