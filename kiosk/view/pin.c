// The pad for a PIN.
#include "view/chrome.h"
#include "view/screens.h"

void pin_draw(struct scene *scene)
{
    chrome_frame(scene, NULL, scene_word(scene, WORD_PIN), "", 0, TAB_LEADS);
}
