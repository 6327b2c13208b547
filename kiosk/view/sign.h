// Signs, bricks, lanes, the ladder and the due trail (look.md section 4), drawn from fills
// and shapes.
#ifndef REGIEBORD_VIEW_SIGN_H
#define REGIEBORD_VIEW_SIGN_H

#include "board/signal.h"
#include "view/scene.h"

// The sign of a track or cell, s px wide and high.
void sign_draw(struct scene *scene, enum sign sign, int x_px, int y_px, int s_px);
// Its word: "op koers", "stil" for SIGN_SILENT.
const char *sign_word(const struct scene *scene, enum sign sign);
// Its fill colour, and the tint behind an exception (card where it has none).
color sign_color(const struct theme *theme, enum sign sign);
color sign_tint(const struct theme *theme, enum sign sign);

// One brick. Where there is no room for marks (w < 1.4 h), attention is a triangle and
// escalated a house.
void brick_draw(struct scene *scene, enum sign sign, rect box);
// The signs from the foot of a pile to its top.
extern const enum sign pile_order[SIGN_COUNT];

// A pile per stage, on baselines that end at box's foot: `state` in a box. `wide`: bricks
// side by side in one slot, `most`: layers that fit (both the same for all cells of a page,
// see pile_wide).
void pile_draw(struct scene *scene, const struct cell_state *state, rect box, int wide,
               int brick_px);
// Bricks side by side that keep piles of `count` bricks at most 4 high.
int pile_wide(int count);

// One track as a lane of stages: passed, present, to come.
void lane_draw(struct scene *scene, const struct track *track, rect box);

// The bar of pace over the stages, with the letters of the columns at its ends.
void pace_draw(struct scene *scene, const struct pace *pace, rect box);

// The rungs of a bottleneck, in a box; what stands under them is set in hand.
void ladder_draw(struct scene *scene, const struct bottleneck *bottleneck, rect box);

// The trail of due periods, now marked.
void trail_draw(struct scene *scene, const struct action *action, rect box);
// The trail in text, right aligned at x: struck years, arrows, the last one semibold.
// Returns its width.
int trail_put_right(struct scene *scene, const struct action *action, int x_px,
                    int baseline_px, int width_px);
// The width that all of it needs.
int trail_width(const struct scene *scene, const struct action *action);
// The due of an action as it counts now, in few words.
const char *due_words(const struct scene *scene, const struct action *action);

#endif
