// The colours (look.md section 3), light and dark. No colour stands anywhere else.
#ifndef REGIEBORD_VIEW_THEME_H
#define REGIEBORD_VIEW_THEME_H

#include <stdbool.h>

#include "view/draw.h"

struct theme {
    color paper, card, bar, sunk, line, edge, ink, ink2;
    color blue, on_blue, bluetint, trail;
    color green, greentint;
    color orange, orangeedge, orangetext, orangetint;
    color red, redtext, redtint;
    color purple, purpletint;
    color grey, mark,
        warn_mark; // mark: bar inside red and purple signs; warn_mark: inside the triangle
    color inv, oninv, oninv2;
    color tints[6]; // Verloop: from the first step to the last
};

const struct theme *theme_light(void);
const struct theme *theme_dark(void);

// WCAG 2.1 contrast ratio of two colours, 1 to 21.
double theme_contrast(color a, color b);

#endif
