// The parts of a card: each draws itself into a box.
#ifndef REGIEBORD_VIEW_CARD_PARTS_H
#define REGIEBORD_VIEW_CARD_PARTS_H

#include "view/scene.h"

// What a small panel folds into buttons; values of ui->fold.
enum { CARD_TEXT = 1, CARD_PARTNERS, CARD_DUE, CARD_HISTORY };

// Text, partners, funding, due and references under each other, scrolled where they do not
// fit.
void card_paper_draw(struct scene *scene, const struct action *action, rect box);
// One of them, over the screen.
void card_part_draw(struct scene *scene, const struct action *action, int part, rect box);
// The tracks side by side (portrait: under each other). Returns the height used.
int card_tracks_draw(struct scene *scene, const struct action *action,
                     const struct track *chosen, rect box);
// Why a track is stuck, for how long, on which rung. `ladder`: with the ladder drawn.
void card_bottleneck_draw(struct scene *scene, const struct track *track, rect box,
                          bool ladder);
// The latest changes that fit.
void card_history_draw(struct scene *scene, const struct action *action, rect box);

#endif
