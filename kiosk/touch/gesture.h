// What fingers mean: press, tap, hold, drag, swipe, fling. Pure: time comes in with the
// samples, points and distances are px of the frame. It does not know what is on the
// screen; whether the finger slid off what it pressed is for the caller, with the point
// that every gesture carries.
#ifndef REGIEBORD_TOUCH_GESTURE_H
#define REGIEBORD_TOUCH_GESTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "touch/sample.h"

enum {
    GESTURE_HOLD_MS = 500,
    GESTURE_SLOP_MM = 3,     // what gesture_init wants, in px
    GESTURE_LOST_MS = 10000, // a finger silent for so long is gone when the next one comes
    GESTURE_VELOCITY_MS = 100, // speed at release is that of the last so many ms
    GESTURE_FINGERS = 10,
    GESTURE_TRAIL = 32,
};

enum gesture_kind {
    GESTURE_NONE,
    GESTURE_PRESS,      // a finger came down: show it on the next frame
    GESTURE_MOVE,       // it moved, but does not drag (within the slop, or after a hold)
    GESTURE_DRAG,       // it moved by dx_px, dy_px; the first time with the slop taken off
    GESTURE_TAP,        // lifted within the slop
    GESTURE_HOLD,       // long press; what the finger does next is MOVE and RELEASE
    GESTURE_SWIPE_LEFT, // lifted while going left, fast and mostly level
    GESTURE_SWIPE_RIGHT,
    GESTURE_FLING, // lifted while going up or down, at vy_px_s
    // Lifted otherwise. Where nothing scrolls and the finger is still on what it pressed,
    // the caller may take it for a tap unless `held`.
    GESTURE_RELEASE,
    GESTURE_CANCEL, // nothing counts: a third finger (a palm), or the system took it
};

struct gesture {
    enum gesture_kind kind;
    int64_t at_ms;
    int x_px, y_px;             // where the finger is
    int start_x_px, start_y_px; // where it came down
    int dx_px, dy_px;           // of a DRAG
    float vx_px_s, vy_px_s;     // of a SWIPE or FLING
    bool held;                  // a HOLD came before it
    bool ended;                 // the finger is up: nothing is pressed any more
    bool spent;                 // see gesture_spend
};

struct gesture_finger {
    int64_t id;
    int64_t heard_ms;
    bool down;
    bool swallowed;
};

struct gesture_point {
    int64_t at_ms;
    float x_px, y_px;
};

// Plain data, no ownership. Only gesture_ functions change it.
struct gesture_state {
    int slop_px;
    int64_t swallow_until_ms;
    struct gesture_finger fingers[GESTURE_FINGERS];
    int lead;     // the finger that acts: index in fingers, -1 when none
    bool palm;    // too many fingers: nothing acts until all are up
    bool dragged; // went beyond the slop
    bool held;
    bool spent;
    struct gesture_point start;
    int last_x_px, last_y_px;
    struct gesture_point trail[GESTURE_TRAIL]; // the latest points of the lead, a ring
    int trail_count;                           // ever added
};

// `slop_px`: how far a finger may tremble and still tap, 3 mm in px (at least 2 is used).
void gesture_init(struct gesture_state *state, int slop_px);

// Takes a finger sample; true when it made a gesture, written to *out. Wheel, keys and text
// make none. A second finger never acts and does not disturb the first; a third cancels.
bool gesture_feed(struct gesture_state *state, const struct sample *sample,
                  struct gesture *out);

// Lets time pass; true when that made a gesture (a HOLD). Feed the samples that wait first:
// a lift among them may have come before the hold was due.
bool gesture_tick(struct gesture_state *state, int64_t now_ms, struct gesture *out);

// When gesture_tick is needed next; INT64_MAX when it is not.
int64_t gesture_deadline_ms(const struct gesture_state *state);

// Touches that begin before this moment do nothing at all, to their end (the touch that
// wakes the screen).
void gesture_swallow(struct gesture_state *state, int64_t until_ms);

// The touch under way has done its work (it stopped a list that coasted): it can still
// drag, swipe or fling, but lifting it is no TAP, and resting no HOLD.
void gesture_spend(struct gesture_state *state);

// Forgets all fingers, as when the touch device or the window goes. True when that cancels
// a gesture.
bool gesture_reset(struct gesture_state *state, int64_t now_ms, struct gesture *out);

#endif
