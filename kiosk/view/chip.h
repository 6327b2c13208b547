// Filters of a list, each with its count: chosen by UI_FILTER, wrapped over as many lines
// as they need.
#ifndef REGIEBORD_VIEW_CHIP_H
#define REGIEBORD_VIEW_CHIP_H

#include "view/chrome.h"

enum { CHIP_NO_COUNT = -1 };

struct chip {
    int filter; // value of ui.filter that it sets
    char word[FORMAT_SIZE];
    int count; // CHIP_NO_COUNT: none is shown
};

// Draws them at the head of `body`; returns the height used.
int chips_draw(struct scene *scene, const struct chip *chips, size_t count, rect body);

#endif
