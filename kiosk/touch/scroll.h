// One axis that follows the finger and coasts after it. Positions are whole px from the top
// of the content; the same calls at the same times give the same positions, however often
// it is ticked.
#ifndef REGIEBORD_TOUCH_SCROLL_H
#define REGIEBORD_TOUCH_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

enum {
    SCROLL_FADE_MS = 325,   // a fling loses 63 % of its speed in this time
    SCROLL_STILL_PX_S = 20, // slower than this it stands
    SCROLL_PAGE_MS = 240,
};

enum scroll_mode { SCROLL_STILL, SCROLL_COAST, SCROLL_GLIDE };

// Plain data; {0} is an axis with nothing to scroll. Read offset_px, change it with the
// functions.
struct scroll {
    int offset_px; // 0 ... limit_px
    int limit_px;
    enum scroll_mode mode;
    int64_t from_ms; // when this movement began, and where
    int from_px;
    int to_px;    // of a glide
    double speed; // px/s at from_ms, of a coast
};

// How much there is and how much of it shows. Keeps the place, moved only as far as the new
// end asks.
void scroll_limit(struct scroll *scroll, int content_px, int view_px);

// The finger moved by dy_px (positive is down): the content goes with it, 1:1, up to its
// ends.
void scroll_drag(struct scroll *scroll, int dy_px);

// The finger left at vy_px_s (positive is down).
void scroll_fling(struct scroll *scroll, float vy_px_s, int64_t now_ms);

// A touch: stands still at once, wherever it is at `now_ms`. True when it was moving.
bool scroll_stop(struct scroll *scroll, int64_t now_ms);

// Glides px further (back when negative) in SCROLL_PAGE_MS, from where an earlier glide was
// going to.
void scroll_by(struct scroll *scroll, int px, int64_t now_ms);

// Stands at a place at once.
void scroll_to(struct scroll *scroll, int offset_px);

// Brings offset_px to where it is at `now_ms`. True while it still moves: draw the next
// frame, too.
bool scroll_tick(struct scroll *scroll, int64_t now_ms);

#endif
