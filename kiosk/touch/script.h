// Play scripts: what somebody does at the board and what must be seen, one command per
// line. This reads them; the app plays them.
//
//   tap "Jeugdhulp"             the element with this label     hold "2.1a"
//   tap 3 of "Jeugdhulp"        the third such element          tap 100,200   a place in px
//   swipe left [on "..."]       left, right, up or down         fling up [on "..."]
//   drag "..." by 0,-300        in px                           drag 100,500 by 0,-300
//   type "kosten"               on the on-screen keyboard       key back
//   wait 300ms                  or 2s
//   expect "op koers"           some element or text says so    expect no "Fout"
//   expect screen kaart                                         render kaart.png
//   expect asleep               the screen is off               expect awake
//   # a remark
//
// In quotes \" is a quote and \\ a backslash.
#ifndef REGIEBORD_TOUCH_SCRIPT_H
#define REGIEBORD_TOUCH_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "touch/sample.h"

enum script_verb {
    SCRIPT_TAP,
    SCRIPT_HOLD,
    SCRIPT_SWIPE,
    SCRIPT_FLING,
    SCRIPT_DRAG,
    SCRIPT_TYPE,
    SCRIPT_KEY,
    SCRIPT_WAIT,
    SCRIPT_EXPECT,
    SCRIPT_EXPECT_NO,
    SCRIPT_EXPECT_SCREEN,
    SCRIPT_EXPECT_ASLEEP,
    SCRIPT_EXPECT_AWAKE,
    SCRIPT_RENDER,
};

enum script_direction { SCRIPT_LEFT, SCRIPT_RIGHT, SCRIPT_UP, SCRIPT_DOWN };

struct script_target {
    const char
        *label; // NULL: the place x_px, y_px, or the middle of the screen when not `placed`
    int nth;    // the how manyeth element with this label, from 1
    bool placed;
    int x_px, y_px;
};

struct script_line {
    enum script_verb verb;
    int number; // in the file, from 1
    struct script_target target;
    enum script_direction direction; // of SWIPE and FLING
    int dx_px, dy_px;                // of DRAG
    int wait_ms;
    enum sample_key key;
    const char *text; // of TYPE, EXPECT..., RENDER
};

struct script {
    struct arena arena; // texts and lines
    struct script_line *lines;
    size_t count;
};

// Reads a whole script; `name` is what messages call it. On false `error` says `name:line:
// what is wrong, what to do`, and nothing is owned.
bool script_parse(struct script *script, const char *text, const char *name, char *error,
                  size_t size);

void script_finish(struct script *script);

#endif
