// The keyboard: a note, a reason, a name.
#include "view/chrome.h"
#include "view/screens.h"

void write_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_NOTE), "", 0, TAB_LEADS);
}
