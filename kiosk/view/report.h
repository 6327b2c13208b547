// Telling how a track goes from a list of cards: a panel over the screen with the states,
// the reasons, and that nothing changed.
#ifndef REGIEBORD_VIEW_REPORT_H
#define REGIEBORD_VIEW_REPORT_H

#include "view/scene.h"

// The track that "2.1a/jeugdhulp" names on the board of the scene; NULL: none.
const struct track *report_track(const struct scene *scene, const char *select);

// Opens panel `fold` of view/card_parts.h about this track.
struct intent report_open(const struct track *track, int fold);

// The panel about ui->about, when it is open.
void report_panel_draw(struct scene *scene);

#endif
