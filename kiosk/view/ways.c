// The ways in every header to what has no tab: searching, and all the rest; the eye of the
// curtain, on the wall and as long as it is closed; and to take along what is open.
#include "view/chrome.h"
#include "view/curtain.h"
#include "view/take.h"

struct way {
    enum word word;
    int icon;
    struct intent tap;
    bool lit;
};

enum { WAYS_MAX = 5 };

// Where letters are large for the panel, or it stands upright, the eye has no place beside
// the rest: it is in Meer then.
static bool has_eye(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;
    const struct metrics *m = scene->m;
    bool closed = scene->ui->curtain;

    if (m->layout == LAYOUT_ROOM) {
        return screen == SCREEN_BOARD || closed;
    }
    bool wide = scene->list->width_px >= 24 * m->size_px[SIZE_WAND];
    return wide ? screen == SCREEN_BOARD || (closed && screen != SCREEN_CARD)
                : closed && m->layout == LAYOUT_PORTRAIT && screen != SCREEN_CARD;
}

// Small panels have no legend in the bar: where their header has room it has the way to it.
static bool has_help(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;

    return scene->m->layout == LAYOUT_PANEL && !scene->ui->curtain &&
           scene->list->width_px >= 24 * scene->m->size_px[SIZE_WAND] &&
           (screen == SCREEN_ATTENTION || screen == SCREEN_TREND ||
            (screen == SCREEN_MEETING && scene->ui->here.select[0] == '\0'));
}

static int ways_list(const struct scene *scene, struct way out[WAYS_MAX])
{
    enum screen_id here = scene->ui->here.screen;
    int count = 0;

    if (take_here(scene)) {
        out[count++] =
            (struct way){WORD_TAKE, SHAPE_ICON_TAKE, take_intent(TAKE_TEXT), false};
    }
    if (here == SCREEN_LEADS && scene->ui->here.select[0] != '\0' && !scene->ui->curtain &&
        scene->m->layout != LAYOUT_ROOM) {
        return count; // the header of somebody's actions is full
    }
    if (has_eye(scene)) {
        out[count++] = (struct way){curtain_word(scene), curtain_icon(scene),
                                    curtain_intent(), scene->ui->curtain};
    }
    if (has_help(scene)) {
        out[count++] = (struct way){WORD_LEGEND, SHAPE_ICON_HELP,
                                    intent_of(INTENT_OPTION, UI_LEGEND), false};
    }
    out[count++] = (struct way){WORD_SEARCH, SHAPE_ICON_SEARCH,
                                intent_show(SCREEN_SEARCH, ""), here == SCREEN_SEARCH};
    out[count++] = (struct way){WORD_MORE, SHAPE_ICON_ELSE, intent_show(SCREEN_BOARDS, ""),
                                here == SCREEN_BOARDS};
    return count;
}

// As large as the letters beside it, but on a panel that is seen from afar no larger than
// those of a button.
static int icon_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return m->layout == LAYOUT_ROOM
               ? m->size_px[SIZE_TAFEL]
               : least(m->size_px[SIZE_WAND],
                       most(m->size_px[SIZE_TAFEL], m->touch_min_px * 3 / 5));
}

static int way_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return m->layout == LAYOUT_ROOM
               ? most(8 * m->unit_px, m->touch_min_px)
               : most(m->touch_min_px, icon_px(scene) + 3 * m->unit_px / 2);
}

int chrome_ways_px(const struct scene *scene)
{
    struct way ways[WAYS_MAX];

    return ways_list(scene, ways) * way_px(scene);
}

void chrome_ways_draw(struct scene *scene, int right, int cy)
{
    const struct metrics *m = scene->m;
    struct way ways[WAYS_MAX];
    int count = ways_list(scene, ways);
    int width = chrome_ways_px(scene) / count;
    int high = m->layout == LAYOUT_ROOM ? most(10 * m->unit_px, m->touch_min_px)
                                        : most(m->touch_min_px, icon_px(scene));
    int side = icon_px(scene);
    int x = right - count * width;

    for (int i = 0; i < count; i++, x += width) {
        rect box = {x, most(0, cy - high / 2), width, high};
        struct surface s = {.role = ROLE_BUTTON,
                            .box = box,
                            .hit = box,
                            .fill = ways[i].lit ? scene->t->bluetint : scene->t->paper,
                            .radius_px = m->radius_px,
                            .tap = ways[i].tap};
        chrome_surface(scene, &s, scene_word(scene, ways[i].word));
        draw_shape(scene->list, ways[i].icon,
                   (rect){x + (width - side) / 2, box.y + (high - side) / 2, side, side},
                   ways[i].lit ? scene->t->blue : scene->t->ink2);
    }
}
