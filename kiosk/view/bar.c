// The bar of five at the foot of every screen, with the legend where there is room.
#include "view/chrome.h"
#include "view/sign.h"

static const struct {
    enum word word, brief;
    enum shape icon;
    enum screen_id screen;
} tabs[TAB_COUNT] = {
    [TAB_BOARD] = {WORD_BOARD, WORD_BOARD, SHAPE_ICON_BOARD, SCREEN_BOARD},
    [TAB_ATTENTION] = {WORD_ATTENTION, WORD_ATTENTION, SHAPE_ICON_ATTENTION,
                       SCREEN_ATTENTION},
    [TAB_MEETING] = {WORD_MEETING, WORD_MEETING_BRIEF, SHAPE_ICON_MEETING, SCREEN_MEETING},
    [TAB_LEADS] = {WORD_LEADS, WORD_LEADS, SHAPE_ICON_LEAD, SCREEN_LEADS},
    [TAB_TREND] = {WORD_TREND, WORD_TREND, SHAPE_ICON_TREND, SCREEN_TREND},
};

int chrome_bar_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;
    int touch = m->touch_min_px * 12 / 10;

    if (m->layout == LAYOUT_ROOM) {
        return most(m->unit_px * 21 / 2, touch);
    }
    return most(touch, m->size_px[SIZE_HAND] * 29 / 10);
}

static void tab_draw(struct scene *scene, rect box, enum tab tab, bool open)
{
    const struct theme *t = scene->t;
    bool room = scene->m->layout == LAYOUT_ROOM;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = box,
                        .fill = open ? t->bluetint : t->bar,
                        .tap = intent_show(tabs[tab].screen, "")};
    const char *word = scene_word(scene, room ? tabs[tab].word : tabs[tab].brief);
    bool pressed = chrome_surface(scene, &s, word);
    color ink = open || pressed ? t->ink : t->ink2;
    color icon = open ? t->blue : t->ink2;
    int edge = most(2, scene->m->unit_px * 3 / 4);

    if (open) {
        draw_fill(scene->list, (rect){box.x, box.y, box.w, edge}, t->blue, 0);
    }
    if (room) {
        struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, ink};
        int side = scene->m->size_px[SIZE_TAFEL] * 9 / 10;
        const char *forms[] = {word, scene_word(scene, tabs[tab].brief), NULL};
        word = text_choose(scene, box.w - side - 3 * scene->m->unit_px, type, forms);
        int x =
            box.x +
            (box.w - side - scene->m->unit_px * 3 / 2 - text_width(scene, type, word)) / 2;
        draw_shape(scene->list, (int)tabs[tab].icon,
                   (rect){x, box.y + (box.h - side) / 2, side, side}, icon);
        text_put(scene, x + side + scene->m->unit_px * 3 / 2,
                 text_middle(scene, type.size, box.y + box.h / 2), type, word);
        return;
    }
    int side = box.h * 35 / 100;
    int cx = box.x + box.w / 2;
    int words = box.y + box.h - scene->m->size_px[SIZE_HAND] * 45 / 100;
    draw_shape(scene->list, (int)tabs[tab].icon,
               (rect){cx - side / 2,
                      box.y + edge +
                          (words - text_cap(scene, SIZE_HAND) - box.y - edge - side) / 2,
                      side, side},
               icon);
    text_put_centre(scene, cx, words, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, ink}, word);
}

static void legend_draw(struct scene *scene, rect box)
{
    static const enum sign signs[2][3] = {{SIGN_ON_COURSE, SIGN_ATTENTION, SIGN_BOTTLENECK},
                                          {SIGN_ESCALATED, SIGN_DONE, SIGN_NONE}};
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int side = scene->m->size_px[SIZE_HAND] * 11 / 10;
    int gap = scene->m->unit_px * 3 / 2;
    int width[3];
    int total = 0;

    for (int column = 0; column < 3; column++) {
        int top = text_width(scene, type, sign_word(scene, signs[0][column]));
        int foot = text_width(scene, type, sign_word(scene, signs[1][column]));
        width[column] = side + gap + most(top, foot);
        total += width[column];
    }
    int between = (box.w - total) / 3;
    if (between < gap) {
        return; // it is behind Uitleg then
    }
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = box,
                        .fill = scene->t->bar,
                        .tap = intent_of(INTENT_OPTION, UI_LEGEND)};
    chrome_surface(scene, &s, scene_word(scene, WORD_LEGEND));
    int x = box.x + between / 2;
    for (int column = 0; column < 3; column++) {
        for (int line = 0; line < 2; line++) {
            int cy = box.y + box.h * (line == 0 ? 29 : 73) / 100;
            sign_draw(scene, signs[line][column], x, cy - side / 2, side);
            text_put(scene, x + side + gap, text_middle(scene, SIZE_HAND, cy), type,
                     sign_word(scene, signs[line][column]));
        }
        x += width[column] + between;
    }
}

// On small panels a tab is as wide as its word needs, and what is left over is shared.
static int tab_width(const struct scene *scene, int bar_w, enum tab tab)
{
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, 0};
    int total = 0;
    int own = 0;

    for (int i = 0; i < TAB_COUNT; i++) {
        int width = text_width(scene, type, scene_word(scene, tabs[i].brief));
        total += width;
        own = i == (int)tab ? width : own;
    }
    return own + (bar_w - total) / TAB_COUNT;
}

rect chrome_bar(struct scene *scene, enum tab open)
{
    int high = chrome_bar_px(scene);
    rect bar = {0, scene->list->height_px - high, scene->list->width_px, high};
    bool room = scene->m->layout == LAYOUT_ROOM;
    int x = 0;

    scene->bar_px = high;
    draw_fill(scene->list, bar, scene->t->bar, 0);
    for (int tab = 0; tab < TAB_COUNT; tab++) {
        int width = room ? 33 * scene->m->unit_px : tab_width(scene, bar.w, (enum tab)tab);
        tab_draw(scene,
                 (rect){x, bar.y, tab + 1 == TAB_COUNT && !room ? bar.w - x : width, high},
                 (enum tab)tab, tab == (int)open);
        x += width;
    }
    if (room) {
        legend_draw(scene, (rect){x, bar.y, bar.w - x, high});
    }
    return bar;
}
