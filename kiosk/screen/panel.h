// What the kernel tells about the screens that are plugged in.
#ifndef REGIEBORD_SCREEN_PANEL_H
#define REGIEBORD_SCREEN_PANEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct panel {
    int connected; // how many screens
    int card;      // number of the graphics card of the first one; -1 when there is none
    uint64_t identity;       // another one when other screens are plugged in; 0: none is
    int width_mm, height_mm; // when there is one screen and it tells; else 0
};

// Reads a folder like /sys/class/drm.
struct panel panel_find(const char *drm_dir);

// Physical size from an EDID block. False when it does not tell, or tells an aspect ratio
// or nonsense.
bool panel_edid_mm(const unsigned char *edid, size_t size, int *width_mm, int *height_mm);

#endif
