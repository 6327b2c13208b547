// Neem mee: an action, or the actions of a lead, as a QR code for whoever holds a telephone
// before it. Nothing goes over a network.
#ifndef REGIEBORD_VIEW_TAKE_H
#define REGIEBORD_VIEW_TAKE_H

#include "view/scene.h"

// Values of ui->fold, on Kaart and on the actions of a lead; clear of the screens' own.
enum { TAKE_TEXT = 90, TAKE_AGENDA };

// True when there is something to take along here: the header has a way to it then.
bool take_here(const struct scene *scene);
struct intent take_intent(int fold);

// True when the panel lies over the screen.
bool take_open(const struct scene *scene);
void take_draw(struct scene *scene);

#endif
