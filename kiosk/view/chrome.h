// What all screens share: header, bar, buttons, cards that answer to a finger, and what
// lies over a screen.
#ifndef REGIEBORD_VIEW_CHROME_H
#define REGIEBORD_VIEW_CHROME_H

#include "view/scene.h"
#include "view/shape.h"

// Which of the five tabs a screen belongs to. TAB_MORE is the header's: no tab is open.
// TAB_NONE: a screen whose buttons have the bar's place.
enum tab {
    TAB_BOARD,
    TAB_ATTENTION,
    TAB_MEETING,
    TAB_LEADS,
    TAB_TREND,
    TAB_COUNT,
    TAB_NONE = TAB_COUNT,
    TAB_MORE,
};

// The bar of five at the foot, with the legend where there is room. Returns its box.
rect chrome_bar(struct scene *scene, enum tab open);
int chrome_bar_px(const struct scene *scene); // its height

// Header of a screen that is not the wall: way back, title, hand line under it, VOORBEELD.
// `code` (or NULL) stands in ink2 before the title. `right_px`: room kept free at the right
// (0: the clock stands there); the ways stand before it. Returns the box left for the
// content, between header and bar. With TAB_NONE and no code the title of an upright panel
// stands beside the way back, and the screen itself says VOORBEELD there.
rect chrome_frame(struct scene *scene, const char *code, const char *title,
                  const char *line, int right_px, enum tab tab);

// The ways to searching and to all that has no tab, as icons with their right edge at
// right_px, centred on cy_px; the screens with a header have them beside the clock.
void chrome_ways_draw(struct scene *scene, int right_px, int cy_px);
int chrome_ways_px(const struct scene *scene); // their width

// In the room layout: where the header's ways begin, right of what stands beside the title.
int chrome_room_right(const struct scene *scene);

// What the header has at its right end: the clock, or the day that the board is of.
void chrome_clock_words(const struct scene *scene, char out[FORMAT_SIZE]);

// Height of a button in the header or under a list.
int chrome_button_px(const struct scene *scene);

// VOORBEELD in an outlined tag with its left edge at x; returns its width with a gap, 0
// when the board is no example.
int chrome_tag(struct scene *scene, int x_px, int baseline_px);

// A box that answers to a finger. `fill` and `outline` at rest (outline_px 0: none).
struct surface {
    enum role role;
    rect box;
    rect hit; // empty: box, grown to the smallest target
    color fill, outline;
    int outline_px, radius_px;
    struct intent tap;
};

// Draws it, pressed when a finger is on it, and makes it answer. Returns true when pressed.
bool chrome_surface(struct scene *scene, const struct surface *surface, const char *label);

// What a button is drawn on. `chosen`: filled blue.
struct surface chrome_button_surface(const struct scene *scene, rect box, bool chosen,
                                     struct intent tap);

// Icon and word in a button; icon -1: none. `chosen`: filled blue.
void chrome_button(struct scene *scene, rect box, int icon, const char *word, bool chosen,
                   struct intent tap);
// Not possible now.
void chrome_button_off(struct scene *scene, rect box, int icon, const char *word);
// A button in the header: no outline, and its icon (or -1) behind the word. With a tap of
// INTENT_NONE it is not possible now. `label`: in words, for a button without any.
void chrome_head_button(struct scene *scene, rect box, int icon, const char *word,
                        const char *label, struct intent tap);
// Width that a button needs for its word.
int chrome_button_width(const struct scene *scene, int icon, const char *word);

// Buttons that scroll by a page and `1 van 3`, with their right edge at the box's, centred
// in it. Nothing for one page.
void chrome_pager(struct scene *scene, rect box, int page, int pages);

// A panel over the screen with a title and a way to close it; what lies under it does not
// answer. `content_px`: the height that its content needs, 0 for all there is. Returns the
// box for its content.
rect chrome_panel(struct scene *scene, const char *title, int content_px);

// The notice over the foot of the screen before the wall comes back, or before it goes off.
void chrome_notice(struct scene *scene);

struct intent intent_show(enum screen_id screen, const char *select);
struct intent intent_of(enum intent_kind kind, int amount);

// An amount clamped to pages.
int page_clamp(int page, int pages);

#endif
