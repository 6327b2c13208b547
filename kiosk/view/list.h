// A scrolled list of rows, shared by Aandacht, Zoeken, Afkortingen and Borden.
#ifndef REGIEBORD_VIEW_LIST_H
#define REGIEBORD_VIEW_LIST_H

#include "view/chrome.h"

struct list {
    rect body;   // where rows stand, without the page buttons
    rect foot;   // for what stands under it and the page buttons; empty when all fits
    int row_px;  // height of a row
    int step_px; // from one row to the next
    int across;  // rows side by side
    size_t count;
    size_t first, last; // rows to draw: first <= i < last
    rect clip;          // to give back to draw_clip
};

// Makes room for `count` rows of at least row_px; sets the scroller and the clip. Page
// buttons, when needed, go into `foot`; where that is empty, room for them is taken from
// the body.
void list_begin(struct scene *scene, struct list *list, rect body, rect foot, size_t count,
                int row_px, int across);
rect list_row(const struct scene *scene, const struct list *list, size_t index);
// Restores the clip and draws the page buttons.
void list_end(struct scene *scene, const struct list *list);

#endif
