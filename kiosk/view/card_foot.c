// The question at the foot of a card: four states, and why.
#include <string.h>

#include "view/card_parts.h"
#include "view/choice.h"
#include "view/chrome.h"

int card_states_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;
    int drawn = m->layout == LAYOUT_ROOM ? 29 * m->unit_px / 2 : 3 * m->size_px[SIZE_TAFEL];

    return most(m->touch_px, drawn);
}

void card_states_draw(struct scene *scene, const struct track *track, rect box)
{
    bool upright = scene->m->layout == LAYOUT_PORTRAIT;
    int across = upright ? 2 : 4;
    int width = (box.w + scene->m->gap_px) / across - scene->m->gap_px;
    bool large = upright && choice_state_width(scene, SIZE_WAND) <= width;
    bool stacked = !upright && choice_state_width(scene, SIZE_TAFEL) > width;

    choice_states_draw(scene, track, box, across,
                       stacked || scene->m->layout == LAYOUT_PANEL,
                       large ? SIZE_WAND : SIZE_TAFEL);
}

// What was done last says how it goes, or why, and was not taken back.
static bool told_course(const struct ui *ui)
{
    const struct intent *did = &ui->undo.did;

    return ui->undo.serial != 0 && !ui->undo.undone && did->kind == INTENT_CHANGE &&
           (did->amount == UPDATE_HEALTH || did->amount == UPDATE_REASON ||
            did->amount == UPDATE_SAME);
}

bool card_asks(const struct scene *scene, const struct track *track)
{
    char name[72];

    choice_select(track, name);
    if (!choice_reasons_asked(track) || strcmp(name, scene->ui->track) != 0) {
        return false;
    }
    return track->reason[0] == '\0' || told_course(scene->ui);
}
