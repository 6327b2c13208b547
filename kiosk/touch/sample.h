// What comes in from outside: fingers, keys, text. In pixels of the frame, whatever the
// panel reported.
#ifndef REGIEBORD_TOUCH_SAMPLE_H
#define REGIEBORD_TOUCH_SAMPLE_H

#include <stdint.h>

enum sample_kind {
    SAMPLE_DOWN,
    SAMPLE_MOVE,
    SAMPLE_UP,
    SAMPLE_CANCEL, // the system took the finger away
    SAMPLE_WHEEL,  // y_px: pixels to scroll, positive is down the page
    SAMPLE_KEY,    // enum sample_key in `key`
    SAMPLE_TEXT,   // typed on a real keyboard, in `text`
};

enum sample_key {
    KEY_NONE,
    KEY_BACK,
    KEY_ENTER,
    KEY_ERASE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME
};

struct sample {
    enum sample_kind kind;
    int64_t at_ms;  // monotonic
    int64_t finger; // which one
    float x_px, y_px;
    enum sample_key key;
    char text[32];
};

#endif
