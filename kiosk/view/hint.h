// One line that says what a touch does here, for whoever comes to a screen for the first
// time in this visit. It goes with the next touch, or by itself.
#ifndef REGIEBORD_VIEW_HINT_H
#define REGIEBORD_VIEW_HINT_H

#include <stdbool.h>
#include <stdint.h>

struct scene;
struct ui;

enum { HINT_MS = 8000 };

// Zeroed at the start of a visit.
struct hint {
    uint32_t seen;    // the places where it was given, a bit each
    int place;        // where the visitor was last
    int64_t until_ms; // monotonic; 0: none stands
};

// The place may be another one: a hint comes up where it is new.
void hint_follow(struct ui *ui, int64_t mono_ms);
// A touch: the hint goes. True when there was one.
bool hint_touched(struct ui *ui);
// A touch on the wall that means nothing: how one does touch it.
void hint_ask(struct ui *ui, int64_t mono_ms);
// True when the screen has to be drawn again; the end of a visit forgets all.
bool hint_tick(struct ui *ui, int64_t mono_ms);
int64_t hint_deadline_ms(const struct ui *ui);

// Over the foot of the screen, or over its title where buttons have the foot.
void hint_draw(struct scene *scene);

#endif
