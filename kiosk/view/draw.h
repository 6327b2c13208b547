// The draw list: what a screen looks like, as a value. Views fill it, the painter turns it
// into pixels, tests dump and compare it. It also holds the hit regions and the words,
// filled in the same pass.
#ifndef REGIEBORD_VIEW_DRAW_H
#define REGIEBORD_VIEW_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/geom.h"
#include "touch/intent.h"

typedef uint32_t color; // 0xRRGGBB

enum weight { WEIGHT_REGULAR, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_COUNT };

enum draw_kind {
    DRAW_FILL,  // box filled with `ink`, corners of `radius_px` (w/2 makes a disc)
    DRAW_FRAME, // the same, only its rim, `stroke_px` wide, inside the box
    DRAW_SHAPE, // shape `shape` (view/shape.h) scaled into box, in `ink`
    DRAW_TEXT,  // one line of text; box is what it covers, `baseline_px` its baseline
                // (absolute y)
};

struct draw {
    enum draw_kind kind;
    rect box;
    rect clip; // nothing is painted outside it
    color ink;
    int16_t radius_px, stroke_px;
    int16_t shape;
    int16_t weight; // enum weight
    int16_t size_px;
    int16_t baseline_px;
    const char *text; // in the list's arena
};

enum { SLIDE_END = 10000 };

enum role {
    ROLE_TEXT,
    ROLE_BUTTON,
    ROLE_LINK,
    ROLE_CARD,
    ROLE_CELL,
    ROLE_KEY,
    ROLE_FIELD,
    ROLE_SIGN
};

// Something that can be touched, or that is only described (intent INTENT_NONE).
struct element {
    enum role role;
    rect box;  // what is drawn
    rect hit;  // what answers to touch (may be larger); empty when it does not
    rect clip; // as of the list when it was added: nothing outside it is seen or answers
    const char *label; // in words, in the list's arena
    struct intent tap;
    struct intent hold; // long press; INTENT_NONE when there is none
    bool quiet;         // not in describe: its label repeats a text that is drawn
    bool slides; // a slider: `number` of its tap becomes where in its box it is touched,
                 // from 0 to SLIDE_END, and a finger that drags on it taps all the way
};

// A part of the screen that scrolls when dragged.
struct scroller {
    rect box;
    int content_px; // height of all of its content
    int offset_px;  // as drawn
    int page_px;    // how far a page button goes; 0: nearly the height of the box
};

struct draw_list {
    struct arena arena; // texts
    int width_px, height_px;
    color paper;        // what lies under everything
    struct draw *draws; // owned
    size_t draw_count, draw_room;
    struct element *elements; // owned
    size_t element_count, element_room;
    struct scroller scroller; // box empty: nothing scrolls
    rect clip;                // for the draws that follow
    bool failed;              // memory ran out: the list is not whole
};

// Text is measured by whoever owns the fonts (screen/, or a fake in tests).
struct text_measure {
    void *context;
    // Width in px of `length` bytes of text at a font size in px (em).
    int (*width)(void *context, enum weight weight, int size_px, const char *text,
                 size_t length);
};

// Starts an empty list; one that was used before (or zeroed) keeps its memory for this one.
void draw_begin(struct draw_list *list, int width_px, int height_px, color paper);
// Frees everything; zeroed afterwards, so that it can begin again.
void draw_finish(struct draw_list *list);

// Draws that fall outside the clip, or are empty, are not kept.
void draw_fill(struct draw_list *list, rect box, color ink, int radius_px);
void draw_frame(struct draw_list *list, rect box, color ink, int radius_px, int stroke_px);
void draw_shape(struct draw_list *list, int shape, rect box, color ink);
// `width_px` as measured. The text is copied.
void draw_text(struct draw_list *list, int x_px, int baseline_px, int width_px,
               enum weight weight, int size_px, color ink, const char *text, size_t length);
// Sets the clip for what follows and returns the one before.
rect draw_clip(struct draw_list *list, rect clip);

// Adds an element; its label is copied. Its hit box is its box where it shows through the
// clip, or empty for ROLE_TEXT and ROLE_SIGN. Returns it for changes until the next one is
// added; NULL on failure.
struct element *draw_element(struct draw_list *list, enum role role, rect box,
                             const char *label);

// What a draw may paint at most: its box, for text with room for letters that lean out of
// it, met with its clip.
rect draw_cover(const struct draw *draw);

// Moves all of the list, what answers with what is seen. What reaches an edge of the panel
// still does: it grows or shrinks at its other side.
void draw_move(struct draw_list *list, int dx_px, int dy_px);

// The topmost element that answers at this point, NULL when there is none.
const struct element *draw_hit(const struct draw_list *list, int x_px, int y_px);

// What a slider is tapped for when the finger is at x_px.
struct intent draw_slide(const struct element *slider, int x_px);

// A line per draw or element, for golden files: stable across machines. Appends to `out` (a
// FILE).
void draw_dump(const struct draw_list *list, void *file);

#endif
