// The header of the screens that are not the wall, and the body that it leaves.
#include "view/chrome.h"
#include "view/screens.h"

static int back_draw(struct scene *scene, int side)
{
    int x = scene->m->layout == LAYOUT_ROOM ? scene->m->margin_px : 2 * scene->m->unit_px;
    rect box = {x, 2 * scene->m->unit_px, side, side};
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = {0, 0, box.x + side + 2 * scene->m->unit_px,
                                box.y + side + scene->m->gap_px / 2},
                        .fill = scene->t->card,
                        .radius_px = scene->m->radius_px,
                        .tap = intent_of(INTENT_BACK, 0)};
    int icon = side * 45 / 100;

    chrome_surface(scene, &s, scene_word(scene, WORD_BACK));
    draw_shape(scene->list, SHAPE_ICON_BACK,
               (rect){box.x + (side - icon) / 2, box.y + (side - icon) / 2, icon, icon},
               scene->t->ink);
    return box.x + side;
}

void chrome_clock_words(const struct scene *scene, char out[FORMAT_SIZE])
{
    if (!scene->past) {
        format_clock(out, FORMAT_SIZE, scene->minute);
    } else if (scene->m->layout == LAYOUT_ROOM) {
        format_day_year(out, FORMAT_SIZE, scene->ui->lang, scene->today);
    } else {
        format_day(out, FORMAT_SIZE, scene->ui->lang, scene->today);
    }
}

static int clock_draw(struct scene *scene, int right, int baseline, bool date)
{
    char clock[FORMAT_SIZE];
    char day[FORMAT_SIZE];

    chrome_clock_words(scene, clock);
    int width =
        text_put_right(scene, right, baseline,
                       (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink}, clock);
    if (date && !scene->past) {
        format_day_whole(day, sizeof day, scene->ui->lang, scene->today);
        int under = text_put_right(
            scene, right, baseline + text_leading(scene, SIZE_HAND) + scene->m->unit_px / 2,
            (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, day);
        width = most(width, under);
    }
    return width;
}

int chrome_room_right(const struct scene *scene)
{
    const struct metrics *m = scene->m;
    char day[FORMAT_SIZE];

    format_day_whole(day, sizeof day, scene->ui->lang, scene->today);
    int clock =
        most(text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, 0}, "00.00"),
             text_width(scene, (struct type){WEIGHT_REGULAR, SIZE_HAND, 0}, day));
    return scene->list->width_px - m->margin_px - clock - 2 * m->unit_px -
           chrome_ways_px(scene);
}

static int title_draw(struct scene *scene, int x, int right, int baseline, const char *code,
                      const char *title, enum role_size size)
{
    if (code != NULL && code[0] != '\0') {
        x += text_put(scene, x, baseline,
                      (struct type){WEIGHT_SEMIBOLD, size, scene->t->ink2}, code) +
             2 * scene->m->unit_px;
    }
    return text_put_fit(scene, x, baseline, right - x,
                        (struct type){WEIGHT_SEMIBOLD, size, scene->t->ink}, title);
}

// Width of VOORBEELD with a rim on the boards that are an example, else 0.
static int tag_px(const struct scene *scene)
{
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, 0};

    return scene->board != NULL && scene->board->example
               ? text_width(scene, hand, scene_word(scene, WORD_EXAMPLE)) +
                     2 * scene->m->unit_px
               : 0;
}

// Who types is not led away: what is typed would be gone from his eyes.
static bool has_ways(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;

    return screen != SCREEN_WRITE && screen != SCREEN_PIN;
}

// Draws them in a header of that height and returns the room that they take.
static int ways_draw(struct scene *scene, int right, int side)
{
    if (!has_ways(scene)) {
        return 0;
    }
    chrome_ways_draw(scene, right, 2 * scene->m->unit_px + side / 2);
    return chrome_ways_px(scene) + 2 * scene->m->unit_px;
}

static rect frame_room(struct scene *scene, const char *code, const char *title,
                       const char *line, int right_px)
{
    const struct metrics *m = scene->m;
    int side = most(10 * m->unit_px, m->touch_min_px);
    bool top = scene->ui->depth == 0 && !scene->ui->here.select[0];
    int x = top ? m->margin_px : back_draw(scene, side) + 2 * m->unit_px;
    int baseline = 2 * m->unit_px + text_cap(scene, SIZE_WAND) + m->unit_px / 2;
    int right = scene->list->width_px - m->margin_px;
    int under = baseline + text_leading(scene, SIZE_HAND) + m->unit_px;

    int kept = right_px > 0 ? right_px : clock_draw(scene, right, baseline, true);
    kept += ways_draw(scene, right - kept - 2 * m->unit_px, side);
    int limit = right - kept - 3 * m->unit_px;
    title_draw(scene, x, limit, baseline, code, title, SIZE_WAND);
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int tag = tag_px(scene) > 0 ? tag_px(scene) + 3 * m->unit_px : 0;
    bool closed = scene->ui->curtain && scene->ui->here.screen != SCREEN_CARD;
    int width = text_put_fit(scene, x, under, limit - x - tag, hand,
                             closed ? scene_word(scene, WORD_CURTAIN_LINE) : line);
    chrome_tag(scene, x + width + (width > 0 ? 2 * m->unit_px : 0), under);
    int y = most(under + m->unit_px * 2 + text_cap(scene, SIZE_HAND) / 2,
                 2 * m->unit_px + side + m->gap_px);
    return (rect){m->margin_px, y, right - m->margin_px, 0};
}

// With buttons in the bar's place the ways have that of the clock.
static rect frame_panel(struct scene *scene, const char *code, const char *title,
                        int right_px, enum tab tab)
{
    const struct metrics *m = scene->m;
    int side = most(m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4);
    bool top = scene->ui->depth == 0 && !scene->ui->here.select[0];
    int x = (top ? m->margin_px : back_draw(scene, side)) + 3 * m->unit_px;
    int baseline = text_middle(scene, SIZE_WAND, 2 * m->unit_px + side / 2);
    int right = scene->list->width_px - 2 * m->unit_px;
    int kept = right_px;

    if (right_px == 0 && (tab != TAB_NONE || !has_ways(scene))) {
        kept = clock_draw(scene, right - m->unit_px, baseline, false) + 2 * m->unit_px;
    }
    kept += ways_draw(scene, right - kept, side);
    if (tag_px(scene) > 0) {
        int tag = tag_px(scene) + m->unit_px;
        chrome_tag(scene, right - kept - tag, baseline);
        kept += tag + m->unit_px;
    }
    title_draw(scene, x, right - kept - m->unit_px, baseline, code, title, SIZE_WAND);
    return (rect){2 * m->unit_px, 2 * m->unit_px + side + m->gap_px,
                  scene->list->width_px - 4 * m->unit_px, 0};
}

static rect frame_portrait(struct scene *scene, const char *code, const char *title,
                           const char *line, int right_px, enum tab tab)
{
    const struct metrics *m = scene->m;
    int side = most(m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4);
    bool top = scene->ui->depth == 0 && !scene->ui->here.select[0];
    int x = (top ? 0 : back_draw(scene, side)) + 3 * m->unit_px;
    int baseline = text_middle(scene, SIZE_WAND, 2 * m->unit_px + side / 2);
    int right = scene->list->width_px - 3 * m->unit_px;
    int kept = right_px;

    if (right_px == 0 && (tab != TAB_NONE || !has_ways(scene))) {
        kept = clock_draw(scene, right, baseline, false) + m->unit_px;
    }
    kept += ways_draw(scene, right - kept, side);
    if (code != NULL) {
        int room = right - kept - 3 * m->unit_px - x - tag_px(scene);
        text_put_fit(scene, x, baseline, room,
                     (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink2}, code);
    }
    if (code != NULL || !top) {
        chrome_tag(scene, right - kept - 2 * m->unit_px - tag_px(scene), baseline);
    }
    int y = top ? baseline
                : 2 * m->unit_px + side + m->unit_px * 2 + text_cap(scene, SIZE_WAND);
    int lines = 1;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    if (top) {
        text_put_fit(scene, x, y, right - kept - x, wand, title);
    } else {
        lines = text_put_wrapped(scene, 3 * m->unit_px, y, right - 3 * m->unit_px, 2, wand,
                                 title);
    }
    y += (lines - 1) * text_leading(scene, SIZE_WAND) + text_leading(scene, SIZE_HAND) +
         m->unit_px;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    bool tagged = top && code == NULL && tag_px(scene) > 0;
    int tag = tagged ? tag_px(scene) + 2 * m->unit_px : 0;
    int width =
        text_put_fit(scene, 3 * m->unit_px, y, right - 3 * m->unit_px - tag, hand, line);
    if (tagged) {
        chrome_tag(scene, 3 * m->unit_px + width + 2 * m->unit_px, y);
    }
    return (rect){2 * m->unit_px + 2, y + 3 * m->unit_px,
                  scene->list->width_px - 4 * m->unit_px - 4, 0};
}

// On an upright panel: only the way back and the title beside it.
static rect frame_short(struct scene *scene, const char *title, int right_px)
{
    const struct metrics *m = scene->m;
    int side = most(m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4);
    int x = back_draw(scene, side) + 3 * m->unit_px;
    int right = scene->list->width_px - 2 * m->unit_px - right_px - m->unit_px;

    right -= ways_draw(scene, right, side);
    text_put_fit(scene, x, text_middle(scene, SIZE_WAND, 2 * m->unit_px + side / 2),
                 right - x, (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink},
                 title);
    return (rect){2 * m->unit_px, 2 * m->unit_px + side + 2 * m->gap_px,
                  scene->list->width_px - 4 * m->unit_px, 0};
}

rect chrome_frame(struct scene *scene, const char *code, const char *title,
                  const char *line, int right_px, enum tab tab)
{
    rect body = {0};

    switch (scene->m->layout) {
    case LAYOUT_ROOM: body = frame_room(scene, code, title, line, right_px); break;
    case LAYOUT_PANEL: body = frame_panel(scene, code, title, right_px, tab); break;
    case LAYOUT_PORTRAIT:
        body = tab == TAB_NONE && code == NULL
                   ? frame_short(scene, title, right_px)
                   : frame_portrait(scene, code, title, line, right_px, tab);
        break;
    }
    int foot = tab == TAB_NONE ? scene->list->height_px : chrome_bar(scene, tab).y;
    body.h = foot - scene->m->gap_px - body.y;
    bool told =
        !scene->past && scene->set->trouble[0] == '\0' && scene->ui->undo.serial != 0;
    if (strip_stands(scene) && !told) { // the undo bar says that the disk refuses
        int high = strip_line_px(scene);
        strip_line_draw(scene, (rect){body.x, body.y + body.h - high, body.w, high});
        body.h -= high + scene->m->gap_px;
    }
    return body;
}
