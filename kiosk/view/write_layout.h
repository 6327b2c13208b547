// Where everything of the keyboard's screen lies.
#ifndef REGIEBORD_VIEW_WRITE_LAYOUT_H
#define REGIEBORD_VIEW_WRITE_LAYOUT_H

#include "view/scene.h"

struct write_layout {
    rect field, chips, keys;
    rect free; // for whole sentences, or the columns of a name; empty: there is no room
    rect head; // of what stands in it
    bool hand; // the field has a line of hand text
};

// For the box between header and foot.
struct write_layout write_layout_of(const struct scene *scene, rect body);

// Space between the field's edge and its text, above and below.
int write_field_pad(const struct scene *scene);
// The line over the text: what to keep in mind, and how many characters there are.
int write_hand_px(const struct scene *scene);

#endif
