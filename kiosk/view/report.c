#include "view/report.h"

#include <stdio.h>
#include <string.h>

#include "view/buttons.h"
#include "view/card_parts.h"
#include "view/choice.h"
#include "view/screens.h"

const struct track *report_track(const struct scene *scene, const char *select)
{
    const char *slash = strchr(select, '/');
    char code[72];

    if (slash == NULL) {
        return NULL;
    }
    snprintf(code, sizeof code, "%.*s", (int)(slash - select), select);
    const struct action *action = board_action_find(scene->board, code);
    const struct column *column = board_column_find(scene->board, slash + 1);
    return action == NULL || column == NULL ? NULL : action->tracks[column->index];
}

struct intent report_open(const struct track *track, int fold)
{
    struct intent intent = intent_of(INTENT_OPTION, UI_PANEL);

    intent.screen = fold;
    choice_select(track, intent.select);
    return intent;
}

// Why, for a course that asks for it.
static void reasons_draw(struct scene *scene, const struct track *track, rect box)
{
    int small = button_small_px(scene);
    int gap = scene->m->gap_px;

    if (!choice_reasons_asked(track)) {
        return;
    }
    if (scene->m->layout == LAYOUT_PORTRAIT) {
        int down = most(1, least(4, (box.h + gap) / (small + gap)));
        choice_reasons_grid(scene, track,
                            (rect){box.x, box.y, box.w, down * (small + gap) - gap}, 3,
                            down, 0);
    } else {
        choice_reasons_line(scene, track, (rect){box.x, box.y, box.w, small});
    }
}

// At the foot, where the undo bar comes when something was told.
static void foot_draw(struct scene *scene, const struct track *track, rect box)
{
    struct choice_act acts[CHOICE_ACTS];
    // An upright panel has no width for the words of all three.
    int step = scene->m->layout == LAYOUT_PORTRAIT ? 2 : 1;
    int across = (CHOICE_ACTS + step - 1) / step;

    if (scene->ui->undo.serial != 0) {
        return;
    }
    choice_acts(scene, track, acts);
    for (int i = 0; i < across; i++) {
        choice_act_draw(scene, &acts[i * step], choice_place(scene, box, across, 1, i),
                        SIZE_TAFEL);
    }
}

void report_panel_draw(struct scene *scene)
{
    const struct track *track = report_track(scene, scene->ui->about);
    const struct metrics *m = scene->m;
    bool upright = m->layout == LAYOUT_PORTRAIT;
    char title[FORMAT_SIZE];

    if (track == NULL || scene->ui->fold != CARD_REPORT) {
        return;
    }
    format_fill(title, sizeof title, "%s %s", track->action->code, track->column->title);
    scene->list->scroller.box = (rect){0}; // the list under it stays where it is
    int rows = upright ? 2 : 1;
    int small = button_small_px(scene);
    int head = text_leading(scene, SIZE_TAFEL) + m->unit_px;
    int states = rows * (card_states_px(scene) + m->gap_px) - m->gap_px;
    int chips = (upright ? 3 : 1) * (small + m->gap_px);
    int undo = undo_px(scene);
    rect box = chrome_panel(scene, title,
                            head + states + 2 * m->gap_px + chips + m->gap_px + undo);
    int y = box.y;

    text_put_fit(scene, box.x, y + text_cap(scene, SIZE_TAFEL), box.w,
                 (struct type){WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink},
                 track->action->title);
    y += head;
    card_states_draw(scene, track, (rect){box.x, y, box.w, states});
    y += states + 2 * m->gap_px;
    scene->undo = (rect){box.x, box.y + box.h - undo, box.w, undo};
    reasons_draw(scene, track, (rect){box.x, y, box.w, scene->undo.y - m->gap_px - y});
    foot_draw(scene, track, scene->undo);
}
