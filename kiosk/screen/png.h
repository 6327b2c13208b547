// PNG files of frames: written for render and for people who look, read to compare.
#ifndef REGIEBORD_SCREEN_PNG_H
#define REGIEBORD_SCREEN_PNG_H

#include "screen/frame.h"

// Writes beside `path` and renames, so that nobody sees half a picture. False when it fails
// (logged).
bool png_save(const struct frame *frame, const char *path);

// Fills an empty frame, to be freed by frame_finish. False when it fails (logged); the
// frame is empty then.
bool png_load(struct frame *frame, const char *path);

#endif
