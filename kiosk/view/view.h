// The wall as a value: what is to be seen for a place, a board and a moment.
#ifndef REGIEBORD_VIEW_VIEW_H
#define REGIEBORD_VIEW_VIEW_H

#include "view/scene.h"

// Makes the screen that scene->ui is on. scene->list is begun and filled here;
// scene->pages, sentences, before and after are set.
void view_draw(struct scene *scene);

// The elements in words, a line each: role, label, x, y, width, height, tab-separated.
// `file` is a FILE.
void view_describe(const struct draw_list *list, void *file);

#endif
