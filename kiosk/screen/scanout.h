// The panel without a desktop: two buffers of the graphics card that take turns, through
// the kernel's mode setting (KMS). No OpenGL: what is painted in memory is copied, turned
// if need be, where it changed, and shown at the next refresh.
#ifndef REGIEBORD_SCREEN_SCANOUT_H
#define REGIEBORD_SCREEN_SCANOUT_H

#include "screen/frame.h"
#include "screen/turn.h"

struct scanout;

// Takes the first screen that is plugged in to a card of `dev_dir` ("/dev/dri"): its size
// from the kernel's command line, else the one that it prefers. NULL when there is none, or
// when somebody else shows on it; why is logged.
struct scanout *scanout_open(const char *dev_dir, enum turn turn);
void scanout_close(struct scanout *scanout);

// Size of the picture, as it is seen.
void scanout_size(const struct scanout *scanout, int *width_px, int *height_px);

// Shows these areas of the picture, whose size must be scanout_size. Waits for the last
// picture to be on the panel first, a tenth of a second at most.
void scanout_present(struct scanout *scanout, const struct frame *frame, const rect *areas,
                     int count);

// Turns the panel off, or on again with the picture that was presented last. False when the
// card cannot (logged).
bool scanout_power(struct scanout *scanout, bool on);

#endif
