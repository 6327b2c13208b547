// What somebody chooses from to say how a track goes: four states, the steps of its lane,
// reasons. Every choice is an INTENT_CHANGE of that track.
#ifndef REGIEBORD_VIEW_CHOICE_H
#define REGIEBORD_VIEW_CHOICE_H

#include "view/scene.h"

// A change of `track` (kind is an enum update_kind), and the keyboard opened for it.
struct intent choice_change(const struct track *track, int kind, int number,
                            const char *text);
struct intent choice_write(const struct track *track, enum writing writing);
// Its name in intents and in ui.track: "2.1a/jeugdhulp".
void choice_select(const struct track *track, char out[72]);

// The four states, `across` of them side by side, filling the box. `stacked`: the sign
// above its word. Words are of `size`, or the next smaller one that fits. The chosen one
// says that nothing changed, once a day.
void choice_states_draw(struct scene *scene, const struct track *track, rect box,
                        int across, bool stacked, enum role_size size);
// Width of one state button with sign and word side by side, all four alike.
int choice_state_width(const struct scene *scene, enum role_size size);

// What else can be done with a track: nothing changed (not possible when it was reported
// today already: a tap of INTENT_NONE), a note (or on with one that this visitor began),
// its card.
struct choice_act {
    enum word word;
    struct intent tap;
    bool begun;
};
enum { CHOICE_ACTS = 3 };
void choice_acts(const struct scene *scene, const struct track *track,
                 struct choice_act out[CHOICE_ACTS]);
// A button with its word in the largest of `size` and hand that fits.
void choice_act_draw(struct scene *scene, const struct choice_act *act, rect box,
                     enum role_size size);

// "op koers", "op knelpunt", "afgerond": as it stands in a sentence. "" for HEALTH_NONE.
const char *choice_health_words(const struct scene *scene, enum health health);

// True when it goes with a reason: in a bottleneck or asking attention.
bool choice_reasons_asked(const struct track *track);

// Reasons as pills in one line, as wide as their words need, as many as the box holds;
// "anders" last.
void choice_reasons_line(struct scene *scene, const struct track *track, rect box);
// Reasons as equal pills in a grid of `across` by `down`; those whose word does not fit
// stay away, "anders" is last. `spare`: places at the end that stay free.
void choice_reasons_grid(struct scene *scene, const struct track *track, rect box,
                         int across, int down, int spare);
// The box of place `i` of such a grid.
rect choice_place(const struct scene *scene, rect box, int across, int down, int i);

// The lane of a track, whose steps answer within `zone` (as high as a finger needs, around
// `lane`). Where slots are too narrow for a finger, buttons for a step back and a step on
// stand at the ends of the zone and the lane between them.
void choice_steps_draw(struct scene *scene, const struct track *track, rect lane,
                       rect zone);

// When it was reported, or why it is stuck and for how long, in words of hand size that fit
// width_px if there are any. Returns true when it was reported just now.
bool choice_when(const struct scene *scene, const struct track *track, int width_px,
                 char *out, size_t size);

#endif
