// Filters of a list, each with its count, wrapped over as many lines as they need.
#ifndef REGIEBORD_VIEW_CHIP_H
#define REGIEBORD_VIEW_CHIP_H

#include "view/chrome.h"

enum { CHIP_NO_COUNT = -1 };

struct chip {
    int filter; // value of ui.filter that it sets, unless it has a tap of its own
    char word[FORMAT_SIZE];
    int count;         // CHIP_NO_COUNT: none is shown
    int icon;          // behind the word; 0: none
    bool chosen;       // where it has a tap of its own
    struct intent tap; // INTENT_NONE: sets the filter
};

// Draws them at the head of `body`; returns the height used.
int chips_draw(struct scene *scene, const struct chip *chips, size_t count, rect body);
// The height that they would use in a width.
int chips_px(const struct scene *scene, const struct chip *chips, size_t count,
             int width_px);
// The width that they take on one line.
int chips_width(const struct scene *scene, const struct chip *chips, size_t count);
// Draws them side by side, equally wide, over the whole width of `body`; words that do not
// fit end in an ellipsis. Returns the height used.
int chips_halves_draw(struct scene *scene, const struct chip *chips, size_t count,
                      rect body);

#endif
