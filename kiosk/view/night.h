// When the screen is off, in words.
#ifndef REGIEBORD_VIEW_NIGHT_H
#define REGIEBORD_VIEW_NIGHT_H

#include "view/scene.h"

// Its line in Beheer: what it is, and from when to when.
void night_fact(const struct scene *scene, char title[FORMAT_SIZE], char why[FORMAT_SIZE]);

// What the notice over the foot of the screen says before it goes off. False when that is
// not to come.
bool night_notice(const struct scene *scene, char words[FORMAT_SIZE], enum word *stay);

struct intent night_intent(void); // off, now

#endif
