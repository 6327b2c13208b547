// Initial letters to choose from, above a long list of names.
#ifndef REGIEBORD_VIEW_LETTERS_H
#define REGIEBORD_VIEW_LETTERS_H

#include "view/scene.h"

enum { LETTERS_MAX = 64 };

struct letters {
    uint32_t points[LETTERS_MAX]; // large, without accents; A first
    int count;
};

// Adds the letter under which a name stands: its first letter or digit.
void letters_add(struct letters *letters, const char *name);

// "Alles" and a button per letter, or per few that stand together where there is no room
// for each: INTENT_OPTION UI_LETTER.
void letters_draw(struct scene *scene, const struct letters *letters, rect box);

// True when a name stands under the chosen letter, or none is chosen.
bool letters_chosen(const struct scene *scene, const char *name);

#endif
