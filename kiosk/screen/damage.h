// What changed between two draw lists, as rectangles to repaint. The screen is a grid of
// cells; a cell's hash is worked from all draws that touch it, in order, so that equal
// hashes mean equal pixels.
#ifndef REGIEBORD_SCREEN_DAMAGE_H
#define REGIEBORD_SCREEN_DAMAGE_H

#include "view/draw.h"

enum { DAMAGE_RECTS = 24 }; // at most; beyond it rectangles are joined

struct damage {
    uint64_t *shown; // owned; per cell, of the list before. Zero: unknown, repaint
    uint64_t *next;  // owned; per cell, of the list at hand
    int columns, rows;
    int cell_px;
    int width_px, height_px;
};

// For a frame of this size; everything counts as changed at first. False when memory ran
// out.
bool damage_init(struct damage *damage, int width_px, int height_px);
void damage_finish(struct damage *damage);

// The next list repaints everything.
void damage_forget(struct damage *damage);

// Compares with the list before and remembers this one. Fills `areas`, inside the frame and
// in no order; returns how many. None when nothing changed.
int damage_find(struct damage *damage, const struct draw_list *list,
                rect areas[DAMAGE_RECTS]);

#endif
