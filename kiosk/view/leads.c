// Trekkers: tap your name, see your tracks, say how they go.
#include "view/chrome.h"
#include "view/screens.h"

void leads_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_WHO), "", 0, TAB_LEADS);
}
