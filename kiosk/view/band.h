// The band: when the wall cannot be believed it says so over its whole width, in letters
// of the wall. Short trouble has the strip.
#ifndef REGIEBORD_VIEW_BAND_H
#define REGIEBORD_VIEW_BAND_H

#include "view/scene.h"

// The gravest of what is the matter with this device. False when nothing is grave: then the
// wall is as always. The board of another day has no band.
bool band_stands(const struct scene *scene, struct vital *out);

// Its height, px.
int band_px(const struct scene *scene);
// Draws it; a tap leads to Beheer.
void band_draw(struct scene *scene, rect box);

// What it says, in one line: "Dit bord is oud: stand van di 4 nov 10.42", or shorter.
void band_words(const struct scene *scene, const struct vital *vital, bool brief, char *out,
                size_t size);

#endif
