// The rows of the on-screen keyboard as data.
#ifndef REGIEBORD_TOUCH_LAYOUT_H
#define REGIEBORD_TOUCH_LAYOUT_H

#include <stdbool.h>

#include "touch/keyboard.h"

enum { LAYOUT_ROWS = 5, LAYOUT_HALVES = 20 }; // a row is ten keys wide, counted in halves

// A key in a row's `keys`: a letter, one half pair wide, or one of these control
// characters.
struct layout_special {
    char mark;
    enum keyboard_act act;
    const char *id;
    int halves;
};

struct layout_row {
    int indent; // halves before the first key
    const char *keys;
};

// The row of a page, 0 ... count-1. With `tall` there are five rows, else four.
int layout_row_count(bool tall);
struct layout_row layout_row(enum keyboard_page page, bool tall, int row);

// What a control character of a row stands for; NULL for a letter.
const struct layout_special *layout_special(char mark);

// The accents of a lower case letter, the letter itself first; NULL when it has none.
const char *layout_accents(const char *letter);

#endif
