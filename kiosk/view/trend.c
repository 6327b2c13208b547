#include "view/chrome.h"
#include "view/screens.h"

void trend_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_TREND), "", 0, TAB_TREND);
}
