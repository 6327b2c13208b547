// The on-screen keyboard without its looks: which keys there are, where they lie, what a
// press does. The view draws the keys that keyboard_layout gives and makes each an
// INTENT_KEY with the key's id.
#ifndef REGIEBORD_TOUCH_KEYBOARD_H
#define REGIEBORD_TOUCH_KEYBOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/geom.h"
#include "touch/field.h"

enum {
    KEYBOARD_KEYS = 56, // most keys of a page
    KEYBOARD_POPUP = 6, // most letters of a pop-up
    KEYBOARD_CAPS_MS = 400,
    KEYBOARD_REPEAT_MS = 90,
};

enum keyboard_act {
    KEYBOARD_TYPE, // `text`
    KEYBOARD_SPACE,
    KEYBOARD_SHIFT,
    KEYBOARD_ERASE,
    KEYBOARD_SYMBOLS, // to the symbols, or back to the letters
    KEYBOARD_ACCENTS, // to the accents, or back to the letters
    KEYBOARD_DONE,
};

enum keyboard_page { KEYBOARD_LETTERS, KEYBOARD_DIGITS, KEYBOARD_ACCENTED };
enum keyboard_shift { KEYBOARD_LOW, KEYBOARD_ONCE, KEYBOARD_CAPS };

struct keyboard_key {
    enum keyboard_act act;
    char id[8];   // for the intent: the letter itself, or space, shift, erase, symbols,
                  // accents, done
    char text[8]; // what to draw on it, and what it types; "" where the view has a word or
                  // an icon
    rect box;     // what to draw
    rect hit;     // what answers: the gaps are split between neighbours
    bool lit;  // draw it as chosen: shift that is on, the open page, the key under a pop-up
    bool more; // holding it gives more letters
};

struct keyboard {
    struct field field;
    enum keyboard_page page;
    enum keyboard_shift shift;
    int64_t shift_ms;  // when shift was last pressed
    char popup[8];     // the letter whose accents are open; "" when none
    int popup_pick;    // which of them is chosen
    int64_t repeat_ms; // when the held erase key works next; INT64_MAX when it is not held
};

enum keyboard_result {
    KEYBOARD_IGNORED,
    KEYBOARD_LOOKS, // the keys look different, the text is the same
    KEYBOARD_TYPED, // the text or the cursor changed
    KEYBOARD_READY, // Klaar was pressed
};

void keyboard_init(struct keyboard *keyboard, size_t max_chars);

// The part of `area` that the keys take: all of its width up to 60 mm per key, against its
// right (or, when mirrored, its left) and its foot.
rect keyboard_fit(rect area, float px_per_mm, bool mirrored);

// The keys of the page that is open, filling `area`. A row of digits comes on top of the
// letters when the keys stay 15 mm high with it. Returns how many; `keys` has room for
// KEYBOARD_KEYS.
size_t keyboard_layout(const struct keyboard *keyboard, rect area, float px_per_mm,
                       struct keyboard_key *keys);

// The letters of the open pop-up, over their key but within `area`; 0 when none is open.
// `keys` has room for KEYBOARD_POPUP; the chosen one is lit.
size_t keyboard_popup(const struct keyboard *keyboard, rect area, float px_per_mm,
                      struct keyboard_key *keys);

// A key was tapped, or chosen in a pop-up, by its id. Any tap closes the pop-up.
enum keyboard_result keyboard_press(struct keyboard *keyboard, const char *id,
                                    int64_t now_ms);

// A key is held: opens its pop-up with the first accent chosen, or begins to repeat erase.
enum keyboard_result keyboard_hold(struct keyboard *keyboard, const char *id,
                                   int64_t now_ms);

// The finger slides after a hold: chooses in the pop-up by what of keyboard_popup is under
// it ("" when nothing is).
enum keyboard_result keyboard_slide(struct keyboard *keyboard, const char *id);

// The finger that held lifts over `id` ("" over nothing): types the letter of the pop-up
// under it. Over the key itself the pop-up stays open for a tap; anywhere else it closes.
// Ends the repeat.
enum keyboard_result keyboard_lift(struct keyboard *keyboard, const char *id,
                                   int64_t now_ms);

// Erases on while erase is held. keyboard_deadline_ms: when that is needed next, else
// INT64_MAX.
enum keyboard_result keyboard_tick(struct keyboard *keyboard, int64_t now_ms);
int64_t keyboard_deadline_ms(const struct keyboard *keyboard);

#endif
