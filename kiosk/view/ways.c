// The ways in every header to what has no tab: searching, and all the rest.
#include "view/chrome.h"

static const struct {
    enum word word;
    enum shape icon;
    enum screen_id screen;
} ways[] = {{WORD_SEARCH, SHAPE_ICON_SEARCH, SCREEN_SEARCH},
            {WORD_MORE, SHAPE_ICON_ELSE, SCREEN_BOARDS}};

enum { WAYS = sizeof ways / sizeof *ways };

int chrome_ways_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return WAYS * (m->layout == LAYOUT_ROOM ? most(8 * m->unit_px, m->touch_min_px)
                                            : m->touch_min_px);
}

void chrome_ways_draw(struct scene *scene, int right, int cy)
{
    const struct metrics *m = scene->m;
    int width = chrome_ways_px(scene) / WAYS;
    int high =
        m->layout == LAYOUT_ROOM ? most(10 * m->unit_px, m->touch_min_px) : m->touch_min_px;
    int side = m->layout == LAYOUT_ROOM ? m->size_px[SIZE_TAFEL] : m->size_px[SIZE_WAND];
    int x = right - WAYS * width;

    for (int i = 0; i < WAYS; i++, x += width) {
        rect box = {x, most(0, cy - high / 2), width, high};
        bool here = scene->ui->here.screen == ways[i].screen;
        struct surface s = {.role = ROLE_BUTTON,
                            .box = box,
                            .hit = box,
                            .fill = here ? scene->t->bluetint : scene->t->paper,
                            .radius_px = m->radius_px,
                            .tap = intent_show(ways[i].screen, "")};
        chrome_surface(scene, &s, scene_word(scene, ways[i].word));
        draw_shape(scene->list, (int)ways[i].icon,
                   (rect){x + (width - side) / 2, box.y + (high - side) / 2, side, side},
                   here ? scene->t->blue : scene->t->ink2);
    }
}
