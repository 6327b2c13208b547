// Beheer: how the sharing goes, per device, and what did not fit together.
#include "view/chrome.h"
#include "view/screens.h"

void admin_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_ADMIN), "", 0, TAB_MORE);
}
