// The card of one track, as it stands in cel, ambitie and kolom.
#ifndef REGIEBORD_VIEW_TRACK_CARD_H
#define REGIEBORD_VIEW_TRACK_CARD_H

#include "view/scene.h"

// Height of a card, px. `brief`: the small form used per stage.
int track_card_px(const struct scene *scene, bool brief);
// `column`: also names the column.
void track_card_draw(struct scene *scene, const struct track *track, rect box, bool brief,
                     bool column);

#endif
