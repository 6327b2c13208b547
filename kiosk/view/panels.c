// What lies over a screen: the explanation of the wall, and what an abbreviation stands
// for.
#include <stdio.h>
#include <string.h>

#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"
#include "view/topic.h"

static void legend_signs(struct scene *scene, rect box, int *y)
{
    static const enum sign signs[] = {SIGN_ON_COURSE, SIGN_ATTENTION, SIGN_BOTTLENECK,
                                      SIGN_ESCALATED, SIGN_DONE,      SIGN_NONE,
                                      SIGN_DROPPED};
    struct type type = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    int side = scene->m->size_px[SIZE_TAFEL];
    int x = box.x;

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        const char *word = sign_word(scene, signs[i]);
        int width = side + scene->m->unit_px * 3 / 2 + text_width(scene, type, word) +
                    4 * scene->m->unit_px;
        if (x + width > box.x + box.w && x > box.x) {
            x = box.x;
            *y += text_leading(scene, SIZE_TAFEL) + scene->m->unit_px;
        }
        sign_draw(scene, signs[i], x, *y - text_cap(scene, SIZE_TAFEL) / 2 - side / 2,
                  side);
        text_put(scene, x + side + scene->m->unit_px * 3 / 2, *y, type, word);
        x += width;
    }
    *y += text_leading(scene, SIZE_TAFEL) + 2 * scene->m->unit_px;
}

// The role that the explanation is set in: it is read from where people stand.
static enum role_size legend_size(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_HAND;
}

// The steps as a row of named slots.
static void legend_steps(struct scene *scene, rect box, int *y)
{
    enum role_size size = legend_size(scene);
    struct type type = {WEIGHT_REGULAR, size, scene->t->ink2};
    int stages = (int)scene->board->stage_count;
    int across = scene->m->layout == LAYOUT_PORTRAIT ? 3 : stages;
    int brick = scene->m->unit_px * 5 / 2;
    int w = box.w / across;

    for (int i = 0; i < stages; i++) {
        int x = box.x + i % across * w;
        if (i > 0 && i % across == 0) {
            *y += brick + text_leading(scene, size) + 2 * scene->m->unit_px;
        }
        draw_fill(scene->list, (rect){x, *y, w - scene->m->unit_px, brick},
                  i + 1 == stages ? scene->t->green : scene->t->blue, 0);
        text_put_fit(scene, x, *y + brick + scene->m->unit_px + text_cap(scene, size),
                     w - scene->m->unit_px, type, scene->board->stages[i]);
    }
    *y += brick + text_leading(scene, size) + 3 * scene->m->unit_px;
}

// A sentence from its top; moves *y under it.
static void paragraph(struct scene *scene, rect box, int *y, enum word word)
{
    enum role_size size = legend_size(scene);
    int leading = text_leading(scene, size);
    struct type type = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    int lines = text_put_wrapped(scene, box.x, *y + leading * 8 / 10, box.w, 3, type,
                                 scene_word(scene, word));

    *y += lines * leading + scene->m->unit_px;
}

// Shapes, bricks, steps and pace: what the wall is made of.
static void legend_board(struct scene *scene, rect box)
{
    int y = box.y;
    int gap = scene->m->layout == LAYOUT_ROOM ? 4 * scene->m->unit_px : scene->m->unit_px;
    rect before = draw_clip(scene->list, box);

    paragraph(scene, box, &y, WORD_LEGEND_STRIP);
    y += text_leading(scene, SIZE_TAFEL) * 8 / 10;
    legend_signs(scene, box, &y);
    y += gap - text_leading(scene, SIZE_TAFEL);
    paragraph(scene, box, &y, WORD_LEGEND_BRICK);
    paragraph(scene, box, &y, WORD_LEGEND_PLACE);
    y += scene->m->unit_px;
    legend_steps(scene, box, &y);
    y += gap - scene->m->unit_px;
    paragraph(scene, box, &y, WORD_LEGEND_PACE);
    if (scene->m->layout != LAYOUT_PANEL || scene->m->tall) {
        y += gap;
        paragraph(scene, box, &y, WORD_LEGEND_TOUCH);
    }
    draw_clip(scene->list, before);
}

void legend_panel_draw(struct scene *scene)
{
    rect box = chrome_panel(scene, scene_word(scene, WORD_LEGEND_TITLE), 0);

    if (topic_open(scene) == TOPIC_BOARD) {
        legend_board(scene, box);
    } else {
        topic_draw(scene, topic_open(scene), box);
    }
    const char *word = scene_word(scene, scene->ui->dark ? WORD_LIGHT : WORD_DARK);
    int high = chrome_button_px(scene);
    int width = chrome_button_width(scene, SHAPE_ICON_LIGHT, word);
    chrome_button(scene, (rect){box.x, box.y + box.h - high, width, high}, SHAPE_ICON_LIGHT,
                  word, false, intent_of(INTENT_OPTION, UI_THEME));
    topic_switch_draw(scene, (rect){box.x, box.y + box.h - high, box.w, high});
}

void explain_panel_draw(struct scene *scene)
{
    const char *name = scene->ui->explain;
    const struct organisation *organisation = board_organisation_find(scene->board, name);
    const struct abbreviation *abbreviation = board_abbreviation_find(scene->board, name);
    const char *meaning = organisation != NULL && organisation->title[0] != '\0'
                              ? organisation->title
                          : abbreviation != NULL ? abbreviation->meaning
                                                 : "";
    struct type wand = {WEIGHT_REGULAR, SIZE_WAND, scene->t->ink};
    int lines =
        least(5, most(1, text_lines(scene, scene->list->width_px * 8 / 10, wand, meaning)));
    rect box = chrome_panel(scene, name,
                            lines * text_leading(scene, SIZE_WAND) +
                                2 * text_leading(scene, SIZE_TAFEL));
    int y = box.y + text_cap(scene, SIZE_WAND);

    y += text_put_wrapped(scene, box.x, y, box.w, 5, wand, meaning) *
         text_leading(scene, SIZE_WAND);
    if (organisation != NULL && organisation->column != NULL) {
        text_put_fit(scene, box.x, y + scene->m->unit_px * 2, box.w,
                     (struct type){WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2},
                     organisation->column->title);
    }
}
