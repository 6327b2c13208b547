// The keyboard on the screen, and the field that it types into.
#ifndef REGIEBORD_VIEW_KEYS_H
#define REGIEBORD_VIEW_KEYS_H

#include "touch/keyboard.h"
#include "view/scene.h"

// Header of a small panel where keys have the place of the bar. Returns the box under it.
rect keys_frame(struct scene *scene, const char *code, const char *title);

// The keys of the scene's keyboard, filling the area, and the pop-up that is open over
// them.
void keys_draw(struct scene *scene, rect area);
// How far the outer keys keep from the edges of the area.
int keys_inset(const struct scene *scene, rect area);

// The field's box.
void keys_field_box(struct scene *scene, rect box, const char *label);

// The field's text in lines of a size within the box, its first line at the top; where
// there is more, the lines round the cursor. With the cursor.
void keys_field_text(struct scene *scene, rect box, enum role_size size,
                     const struct field *field);

#endif
