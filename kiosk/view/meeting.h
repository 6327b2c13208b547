// What the rest of the wall knows of Vergadering.
#ifndef REGIEBORD_VIEW_MEETING_H
#define REGIEBORD_VIEW_MEETING_H

#include "view/scene.h"

// True when a panel lies over a point.
bool meeting_covers(const struct scene *scene);

// What lies open after a change was made on this screen: an action point asks who, then
// when. 0: nothing.
int meeting_fold_after(const struct intent *did);

#endif
