// The parts of Verloop.
#ifndef REGIEBORD_VIEW_TREND_PARTS_H
#define REGIEBORD_VIEW_TREND_PARTS_H

#include "board/outlook_trend.h"
#include "view/chrome.h"

// What lies open over the screen on small panels: ui.fold.
enum { TREND_FOLD_FILTER = 1, TREND_FOLD_MOVED };

enum { TREND_MEETINGS_MAX = 200 };

// What is looked at, and where its parts stand.
struct trend {
    struct trend_filter filter;
    const struct series *series;
    const struct span *span;
    int64_t first_ms;           // the left end of the slider; its right end is now
    int64_t marks[TREND_MARKS]; // the moments A and B; SPAN_NOW: now
    int64_t at_ms;              // the one that is being moved
    const struct meeting *meetings[TREND_MEETINGS_MAX]; // held since first_ms, in order
    size_t meeting_count;
    bool folds;                         // filters and what moved lie behind buttons
    bool brief;                         // no line of time: its buttons alone
    rect filters, chart, moved, slider; // empty: not there
};

// Fills `trend` with what is chosen. False when there is no history to show, or no memory.
bool trend_choose(const struct scene *scene, struct trend *trend);

// The tint of a stage (see theme.h), its brick, and the name of a moment: "25 sep", "nu".
void trend_brick(struct scene *scene, int stage, rect box);
void trend_moment_words(const struct scene *scene, int64_t at_ms, char *out, size_t size);
// "2 Op tijd"; "Alles" for NULL.
void trend_ambition_words(const struct scene *scene, const struct ambition *ambition,
                          char *out, size_t size);
struct intent trend_option(enum ui_option option, const char *select, int number,
                           const char *text);

// The bars.
void trend_chart_draw(struct scene *scene, const struct trend *trend, rect box);
// Stappen or koers, in two buttons with their right edge at the box's. Returns their width.
int trend_switch_draw(struct scene *scene, rect box);
int trend_switch_px(const struct scene *scene); // their height
int trend_switch_width(const struct scene *scene);

// Both moments beside each other, one brick per track.
void trend_compare_draw(struct scene *scene, const struct trend *trend, rect box);

void trend_filters_draw(struct scene *scene, const struct trend *trend, rect box);
void trend_filter_panel(struct scene *scene, const struct trend *trend);

void trend_slider_draw(struct scene *scene, const struct trend *trend, rect box);
int trend_slider_px(const struct scene *scene, const struct trend *trend, int width_px);

void trend_moved_draw(struct scene *scene, const struct trend *trend, rect box);

// The steps between both moments, one by one, and its buttons under it.
void trend_replay_draw(struct scene *scene, const struct trend *trend, rect box);
// So many steps the replay has.
int trend_replay_steps(const struct trend *trend);

// Buttons in rows from the left, with words as long as fit. Nothing is drawn when `scene`
// has no list; returns the height.
enum { TREND_FORMS = 4 };
struct trend_button {
    int icon;                       // -1: none
    const char *words[TREND_FORMS]; // longest first
    bool chosen;
    struct intent tap; // INTENT_NONE: not possible now
};
int trend_buttons_draw(struct scene *scene, rect box, const struct trend_button *buttons,
                       int count);
int trend_buttons_px(const struct scene *scene, int width_px,
                     const struct trend_button *buttons, int count);

// What the buttons do, and how many there are.
enum { TREND_BUTTONS_MAX = 6 };
int trend_buttons_of(const struct scene *scene, const struct trend *trend,
                     struct trend_button out[TREND_BUTTONS_MAX]);
// Where letters are too large for the line: from meeting to meeting, and what can be seen
// of that moment, which `moment` gets to name.
int trend_buttons_brief(const struct scene *scene, const struct trend *trend,
                        char moment[FORMAT_SIZE],
                        struct trend_button out[TREND_BUTTONS_MAX]);

#endif
