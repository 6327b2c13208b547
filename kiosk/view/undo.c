// The undo bar: what was done just now, how many seconds are left, one big button.
#include "view/chrome.h"
#include "view/screens.h"

int undo_px(const struct scene *scene)
{
    return scene->m->touch_min_px * 3 / 2;
}

void undo_draw(struct scene *scene)
{
    (void)scene;
}
