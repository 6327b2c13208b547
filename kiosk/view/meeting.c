#include "view/chrome.h"
#include "view/screens.h"

void meeting_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_MEETING), "", 0, TAB_MEETING);
}
