// What lies over a screen: the explanation of the wall, and what an abbreviation stands for.
#include <stdio.h>
#include <string.h>

#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"

static void legend_signs(struct scene *scene, rect box, int *y)
{
    static const enum sign signs[] = {SIGN_ON_COURSE, SIGN_ATTENTION, SIGN_BOTTLENECK, SIGN_ESCALATED, SIGN_DONE, SIGN_NONE, SIGN_DROPPED};
    struct type type = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    int side = scene->m->size_px[SIZE_TAFEL];
    int x = box.x;

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        const char *word = sign_word(scene, signs[i]);
        int width = side + scene->m->unit_px * 3 / 2 + text_width(scene, type, word) + 4 * scene->m->unit_px;
        if (x + width > box.x + box.w && x > box.x) {
            x = box.x;
            *y += text_leading(scene, SIZE_TAFEL) + scene->m->unit_px;
        }
        sign_draw(scene, signs[i], x, *y - text_cap(scene, SIZE_TAFEL) / 2 - side / 2, side);
        text_put(scene, x + side + scene->m->unit_px * 3 / 2, *y, type, word);
        x += width;
    }
    *y += text_leading(scene, SIZE_TAFEL) + 2 * scene->m->unit_px;
}

// The steps as a row of named slots with one brick walking through them.
static void legend_steps(struct scene *scene, rect box, int *y)
{
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int stages = (int)scene->board->stage_count;
    int across = scene->m->layout == LAYOUT_PORTRAIT ? 3 : stages;
    int brick = scene->m->unit_px * 5 / 2;

    for (int i = 0; i < stages; i++) {
        int w = box.w / across;
        int x = box.x + i % across * w;
        if (i > 0 && i % across == 0) {
            *y += brick + text_leading(scene, SIZE_HAND) + 2 * scene->m->unit_px;
        }
        draw_fill(scene->list, (rect){x, *y, w - scene->m->unit_px, brick}, i + 1 == stages ? scene->t->green : scene->t->blue, 0);
        text_put_fit(scene, x, *y + brick + scene->m->unit_px + text_cap(scene, SIZE_HAND), w - scene->m->unit_px, type, scene->board->stages[i]);
    }
    *y += brick + text_leading(scene, SIZE_HAND) + 4 * scene->m->unit_px;
}

static void paragraph(struct scene *scene, rect box, int *y, enum word word)
{
    int lines = text_put_wrapped(scene, box.x, *y, box.w, 3, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, scene_word(scene, word));

    *y += lines * text_leading(scene, SIZE_HAND) + scene->m->unit_px;
}

void legend_panel_draw(struct scene *scene)
{
    rect box = chrome_panel(scene, scene_word(scene, WORD_LEGEND_TITLE));
    int y = box.y + text_cap(scene, SIZE_HAND);

    rect before = draw_clip(scene->list, box);
    paragraph(scene, box, &y, WORD_LEGEND_BRICK);
    paragraph(scene, box, &y, WORD_LEGEND_PLACE);
    legend_steps(scene, box, &y);
    y += scene->m->unit_px;
    paragraph(scene, box, &y, WORD_LEGEND_STRIP);
    y += scene->m->unit_px * 2;
    legend_signs(scene, box, &y);
    paragraph(scene, box, &y, WORD_LEGEND_PACE);
    draw_clip(scene->list, before);
    const char *word = scene_word(scene, scene->ui->dark ? WORD_LIGHT : WORD_DARK);
    int high = chrome_button_px(scene);
    int width = chrome_button_width(scene, SHAPE_ICON_LIGHT, word);
    chrome_button(scene, (rect){box.x, box.y + box.h - high, width, high}, SHAPE_ICON_LIGHT, word, false, intent_of(INTENT_OPTION, UI_THEME));
}

void explain_panel_draw(struct scene *scene)
{
    const char *name = scene->ui->explain;
    const struct organisation *organisation = board_organisation_find(scene->board, name);
    const struct abbreviation *abbreviation = board_abbreviation_find(scene->board, name);
    rect box = chrome_panel(scene, name);
    const char *meaning = organisation != NULL && organisation->title[0] != '\0' ? organisation->title
                          : abbreviation != NULL                                 ? abbreviation->meaning
                                                                                 : "";
    struct type wand = {WEIGHT_REGULAR, SIZE_WAND, scene->t->ink};
    int y = box.y + text_cap(scene, SIZE_WAND);

    y += text_put_wrapped(scene, box.x, y, box.w, 5, wand, meaning) * text_leading(scene, SIZE_WAND);
    if (organisation != NULL && organisation->column != NULL) {
        text_put_fit(scene, box.x, y + scene->m->unit_px * 2, box.w, (struct type){WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2}, organisation->column->title);
    }
}
