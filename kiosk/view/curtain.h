// The curtain as it is seen: that it is closed, and the way to open it. What lies behind it
// is not in the board that the views get (board/veil.h).
#ifndef REGIEBORD_VIEW_CURTAIN_H
#define REGIEBORD_VIEW_CURTAIN_H

#include "view/scene.h"

// A name or a text that does not come from the board, as it may be shown now.
const char *scene_private(const struct scene *scene, const char *text);

// Closes it when it is open and the other way round.
struct intent curtain_intent(void);
enum word curtain_word(const struct scene *scene); // what that does
int curtain_icon(const struct scene *scene);

// Whether a screen is about names or notes alone: then this is drawn in its place.
bool curtain_covers(const struct scene *scene);
void curtain_draw(struct scene *scene);

#endif
