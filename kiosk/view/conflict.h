// Two who changed the same thing without having seen each other: told, with both values to
// keep. Shown on Kaart and on Beheer.
#ifndef REGIEBORD_VIEW_CONFLICT_H
#define REGIEBORD_VIEW_CONFLICT_H

#include "view/scene.h"

enum { CONFLICT_SIZE = 8 * FORMAT_SIZE };

// "Twee mensen wijzigden de stap: Inkoop jeugd koos vertalen (3 nov 10.12), ..."
void conflict_words(const struct scene *scene, const struct conflict *conflict, char *out,
                    size_t size);

// Height that conflict_draw needs in a box of this width.
int conflict_px(const struct scene *scene, const struct conflict *conflict, int width_px);
// And the most that any needs.
int conflict_most_px(const struct scene *scene, int width_px);

// Draws conflict `index` of the board as an outlined box with a button for either value
// (INTENT_SETTLE). Text that does not fit its height ends in an ellipsis.
void conflict_draw(struct scene *scene, size_t index, rect box);

#endif
