// Laatste wijzigingen: what was done lately, by whom, and a way to take it back.
#include "view/chrome.h"
#include "view/screens.h"

void changes_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_CHANGES), "", 0, TAB_MORE);
}
