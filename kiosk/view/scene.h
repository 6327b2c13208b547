// What every screen is made from and into, and text put into it.
#ifndef REGIEBORD_VIEW_SCENE_H
#define REGIEBORD_VIEW_SCENE_H

#include "board/leads.h"
#include "board/outlook.h"
#include "board/sync.h"
#include "board/wordlist.h"
#include "view/draw.h"
#include "view/metrics.h"
#include "view/theme.h"
#include "view/format.h"
#include "view/ui.h"

struct keyboard;

struct scene {
    struct draw_list *list; // what is being made
    const struct ui *ui;
    const struct board_set *set; // NULL while the first one is being read
    const struct board *board;   // NULL when there is none
    struct outlook *outlook;     // of that board, today; NULL as above
    const struct metrics *m;
    const struct theme *t;
    const struct text_measure *measure;
    const struct keyboard *keyboard; // of the screens where something is typed
    const struct wordlist *words;    // to suggest for it; NULL: nothing
    const struct sync_state *sync;   // never NULL
    int64_t now_ms;                  // wall clock
    int64_t mono_ms;
    int32_t today;
    int minute;
    bool past;                   // the board of another day: `today`; nothing changes there
    const struct board *present; // in the past: the board as it is now; else NULL
    bool covered;                // something lies over the screen: it does not show presses
    int pages;                   // out: pages of the wall
    int bar_px;                  // out: height of the bar at the foot; 0: there is none
    bool stays;                  // out: a meeting goes on, nobody is sent away from it
    int sentences;               // out: sentences of the strip
    struct intent before, after; // out: where a swipe to the right and to the left lead
    rect undo; // out: where the undo bar goes; empty: above the bar of five
};

static inline int most(int a, int b)
{
    return a > b ? a : b;
}

static inline int least(int a, int b)
{
    return a < b ? a : b;
}

// How a line of text is set.
struct type {
    enum weight weight;
    enum role_size size;
    color ink;
};

const char *scene_word(const struct scene *scene, enum word word);

int text_width(const struct scene *scene, struct type type, const char *text);
// Draws one line with its left edge at x_px and returns its width.
int text_put(struct scene *scene, int x_px, int baseline_px, struct type type,
             const char *text);
// The same with its right edge at x_px.
int text_put_right(struct scene *scene, int x_px, int baseline_px, struct type type,
                   const char *text);
// The same centred on x_px.
int text_put_centre(struct scene *scene, int x_px, int baseline_px, struct type type,
                    const char *text);
// At most width_px wide: what does not fit ends in an ellipsis. Returns its width.
int text_put_fit(struct scene *scene, int x_px, int baseline_px, int width_px,
                 struct type type, const char *text);
// The longest of `forms` (longest first, ended by NULL) that fits width_px; the last one
// when none does.
const char *text_choose(const struct scene *scene, int width_px, struct type type,
                        const char *const *forms);
// Wraps at spaces into at most `lines` lines of width_px, the last one with an ellipsis
// when it is cut. The first baseline is at baseline_px. Draws nothing when `list` of the
// scene is NULL. Returns the lines used.
int text_put_wrapped(struct scene *scene, int x_px, int baseline_px, int width_px,
                     int lines, struct type type, const char *text);
// The same for text that is being typed: the bytes of its first line, and how many further
// the next one begins, behind the spaces.
size_t text_line(const struct scene *scene, int width_px, struct type type,
                 const char *text, size_t *whole);
// A part of a text, `length` bytes of it.
int text_part_width(const struct scene *scene, struct type type, const char *text,
                    size_t length);
int text_put_part(struct scene *scene, int x_px, int baseline_px, struct type type,
                  const char *text, size_t length);
// How many lines it would take.
int text_lines(const struct scene *scene, int width_px, struct type type, const char *text);

// Distance between two baselines of running text, px.
int text_leading(const struct scene *scene, enum role_size size);
// Baseline that centres capitals on cy_px.
int text_middle(const struct scene *scene, enum role_size size, int cy_px);
int text_cap(const struct scene *scene, enum role_size size);

#endif
