// The bar of five at the foot of every screen, with the legend where there is room.
#include "board/agenda.h"
#include "board/handle.h"
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

struct tab_size {
    int width;
    bool word; // or only its icon
};

// A meeting that goes on opens at once; from that meeting the tab leads to all of them.
static struct intent tab_tap(const struct scene *scene, enum tab tab, bool open)
{
    // What runs is of now, also on the board of another day.
    const struct board *board = scene->past ? scene->present : scene->board;
    const struct meeting *running =
        tab == TAB_MEETING && board != NULL ? meeting_running(board) : NULL;
    bool there = open && scene->ui->here.select[0] != '\0';

    return intent_show(tabs[tab].screen,
                       running != NULL && !there ? handle_of(running->row) : "");
}

static void tab_draw(struct scene *scene, rect box, enum tab tab, bool open, bool worded)
{
    const struct theme *t = scene->t;
    bool room = scene->m->layout == LAYOUT_ROOM;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = box,
                        .fill = open ? t->bluetint : t->bar,
                        .tap = tab_tap(scene, tab, open)};
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
        int x =
            box.x +
            (box.w - side - scene->m->unit_px * 3 / 2 - text_width(scene, type, word)) / 2;
        draw_shape(scene->list, (int)tabs[tab].icon,
                   (rect){x, box.y + (box.h - side) / 2, side, side}, icon);
        text_put(scene, x + side + scene->m->unit_px * 3 / 2,
                 text_middle(scene, type.size, box.y + box.h / 2), type, word);
        return;
    }
    int side = box.h * (worded ? 35 : 50) / 100;
    int cx = box.x + box.w / 2;
    int words = box.y + box.h - scene->m->size_px[SIZE_HAND] * 45 / 100;
    int foot = worded ? words - text_cap(scene, SIZE_HAND) : box.y + box.h;
    draw_shape(
        scene->list, (int)tabs[tab].icon,
        (rect){cx - side / 2, box.y + edge + (foot - box.y - edge - side) / 2, side, side},
        icon);
    if (worded) {
        text_put_centre(scene, cx, words, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, ink},
                        word);
    }
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

static int tab_word_px(const struct scene *scene, enum tab tab)
{
    bool room = scene->m->layout == LAYOUT_ROOM;
    struct type type = {WEIGHT_SEMIBOLD, room ? SIZE_TAFEL : SIZE_HAND, 0};

    return text_width(scene, type,
                      scene_word(scene, room ? tabs[tab].word : tabs[tab].brief));
}

// A tab is as wide as its word needs, and what is left over is shared. On a panel that is
// too narrow for all the words only the open tab has one.
static void tabs_measure(const struct scene *scene, int bar_w, enum tab open,
                         struct tab_size out[TAB_COUNT])
{
    int between = scene->m->layout == LAYOUT_ROOM ? 0 : TAB_COUNT * scene->m->unit_px;
    int total = 0;

    for (int i = 0; i < TAB_COUNT; i++) {
        out[i] = (struct tab_size){tab_word_px(scene, (enum tab)i), true};
        total += out[i].width;
    }
    if (total + between > bar_w) {
        total = open < TAB_COUNT ? out[open].width : 0;
        for (int i = 0; i < TAB_COUNT; i++) {
            out[i] = (struct tab_size){i == (int)open ? total : 0, i == (int)open};
        }
    }
    for (int i = 0; i < TAB_COUNT; i++) {
        out[i].width += (bar_w - total) / TAB_COUNT;
    }
}

rect chrome_bar(struct scene *scene, enum tab open)
{
    int high = chrome_bar_px(scene);
    rect bar = {0, scene->list->height_px - high, scene->list->width_px, high};
    bool room = scene->m->layout == LAYOUT_ROOM;
    int wide = room ? TAB_COUNT * 33 * scene->m->unit_px : bar.w;
    struct tab_size sizes[TAB_COUNT];
    int x = 0;

    scene->bar_px = high;
    draw_fill(scene->list, bar, scene->t->bar, 0);
    tabs_measure(scene, wide, open, sizes);
    for (int tab = 0; tab < TAB_COUNT; tab++) {
        int width = tab + 1 == TAB_COUNT ? wide - x : sizes[tab].width;
        tab_draw(scene, (rect){x, bar.y, width, high}, (enum tab)tab, tab == (int)open,
                 sizes[tab].word);
        x += width;
    }
    if (room) {
        legend_draw(scene, (rect){x, bar.y, bar.w - x, high});
    }
    return bar;
}
