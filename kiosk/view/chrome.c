#include "view/chrome.h"

#include <stdio.h>
#include <string.h>

#include "view/night.h"
#include "view/screens.h"
#include "view/sign.h"

struct intent intent_show(enum screen_id screen, const char *select)
{
    struct intent intent = {.kind = INTENT_SHOW, .screen = (int)screen};

    snprintf(intent.select, sizeof intent.select, "%s", select == NULL ? "" : select);
    return intent;
}

struct intent intent_of(enum intent_kind kind, int amount)
{
    return (struct intent){.kind = kind, .amount = amount};
}

int page_clamp(int page, int pages)
{
    if (page >= pages) {
        page = pages - 1;
    }
    return most(page, 0);
}

// A hit area of at least the smallest target, grown evenly round the drawing but never off
// the panel.
static rect hit_of(const struct scene *scene, rect box)
{
    int grow_x = most(0, (scene->m->touch_min_px - box.w + 1) / 2);
    int grow_y = most(0, (scene->m->touch_min_px - box.h + 1) / 2);

    rect hit = {box.x - grow_x, box.y - grow_y, box.w + 2 * grow_x, box.h + 2 * grow_y};
    hit.x = most(0, least(hit.x, scene->list->width_px - hit.w));
    hit.y = most(0, least(hit.y, scene->list->height_px - hit.h));
    return hit;
}

bool chrome_surface(struct scene *scene, const struct surface *s, const char *label)
{
    rect hit = rect_empty(s->hit) ? hit_of(scene, s->box) : s->hit;
    // The board of another day is for reading.
    bool touchable =
        s->tap.kind != INTENT_NONE && !(scene->past && ui_changes(s->tap.kind));
    bool pressed = touchable && !scene->covered &&
                   rect_has(hit, scene->ui->pressed_x, scene->ui->pressed_y);
    color outline = pressed ? scene->t->ink : s->outline;
    int outline_px = pressed ? scene->m->thick_px : s->outline_px;

    draw_fill(scene->list, s->box, pressed ? scene->t->line : s->fill, s->radius_px);
    if (outline_px > 0) {
        draw_frame(scene->list, s->box, outline, s->radius_px, outline_px);
    }
    struct element *element = draw_element(scene->list, s->role, s->box, label);
    if (element != NULL && touchable) {
        element->hit = hit;
        element->tap = s->tap;
    }
    return pressed;
}

int chrome_button_px(const struct scene *scene)
{
    int drawn = scene->m->layout == LAYOUT_ROOM ? 9 * scene->m->unit_px : 0;

    return most(most(drawn, scene->m->touch_min_px),
                scene->m->size_px[SIZE_TAFEL] * 17 / 10);
}

static int icon_px(const struct scene *scene)
{
    return scene->m->size_px[SIZE_TAFEL] * 9 / 10;
}

int chrome_button_width(const struct scene *scene, int icon, const char *word)
{
    int width = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, 0}, word) +
                5 * scene->m->unit_px;

    if (icon >= 0) {
        width += icon_px(scene) + (word[0] != '\0' ? scene->m->unit_px * 3 / 2 : 0);
    }
    return width;
}

static void button_content(struct scene *scene, rect box, int icon, const char *word,
                           color ink)
{
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, ink};
    int s = icon >= 0 ? icon_px(scene) : 0;
    int gap = icon >= 0 && word[0] != '\0' ? scene->m->unit_px * 3 / 2 : 0;
    int width = text_width(scene, type, word) + s + gap;
    int x = box.x + (box.w - width) / 2;

    if (icon >= 0) {
        draw_shape(scene->list, icon, (rect){x, box.y + (box.h - s) / 2, s, s}, ink);
    }
    text_put(scene, x + s + gap, text_middle(scene, SIZE_TAFEL, box.y + box.h / 2), type,
             word);
}

struct surface chrome_button_surface(const struct scene *scene, rect box, bool chosen,
                                     struct intent tap)
{
    return (struct surface){.role = ROLE_BUTTON,
                            .box = box,
                            .fill = chosen ? scene->t->blue : scene->t->card,
                            .outline = scene->t->edge,
                            .outline_px = chosen ? 0 : scene->m->hair_px,
                            .radius_px = scene->m->radius_px,
                            .tap = tap};
}

void chrome_button(struct scene *scene, rect box, int icon, const char *word, bool chosen,
                   struct intent tap)
{
    const struct theme *t = scene->t;
    struct surface s = chrome_button_surface(scene, box, chosen, tap);
    bool back = icon == SHAPE_ICON_LEFT || icon == SHAPE_ICON_UP;
    const char *label =
        word[0] != '\0' ? word : scene_word(scene, back ? WORD_PREVIOUS : WORD_NEXT);
    bool pressed = chrome_surface(scene, &s, label);

    button_content(scene, box, icon, word, chosen && !pressed ? t->on_blue : t->ink);
}

void chrome_button_off(struct scene *scene, rect box, int icon, const char *word)
{
    draw_frame(scene->list, box, scene->t->line, scene->m->radius_px, scene->m->hair_px);
    button_content(scene, box, icon, word, scene->t->grey);
}

void chrome_head_button(struct scene *scene, rect box, int icon, const char *word,
                        const char *label, struct intent tap)
{
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .radius_px = scene->m->radius_px,
                        .tap = tap};
    color ink = tap.kind == INTENT_NONE ? scene->t->grey : scene->t->ink;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, ink};
    bool bare = word[0] == '\0';
    int side = icon >= 0 ? icon_px(scene) * (bare ? 10 : 8) / 10 : 0;
    int gap = icon >= 0 && !bare ? scene->m->unit_px * 3 / 2 : 0;
    int width = text_width(scene, type, word);
    int x = box.x + (box.w - width - gap - side) / 2;

    chrome_surface(scene, &s, label);
    text_put(scene, x, text_middle(scene, SIZE_TAFEL, box.y + box.h / 2), type, word);
    if (icon >= 0) {
        draw_shape(scene->list, icon,
                   (rect){x + width + gap, box.y + (box.h - side) / 2, side, side}, ink);
    }
}

int chrome_tag(struct scene *scene, int x_px, int baseline_px)
{
    if (scene->board == NULL || !scene->board->example) {
        return 0;
    }
    const char *word = scene_word(scene, WORD_EXAMPLE);
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int pad = scene->m->unit_px;
    int width = text_width(scene, type, word) + 2 * pad;
    int cap = text_cap(scene, SIZE_HAND);
    int high = cap + 2 * pad * 3 / 4;

    draw_frame(scene->list, (rect){x_px, baseline_px - cap - (high - cap) / 2, width, high},
               scene->t->edge, scene->m->unit_px / 2 + 1, most(1, scene->m->hair_px / 2));
    text_put(scene, x_px + pad, baseline_px, type, word);
    return width + 2 * pad;
}

void chrome_pager(struct scene *scene, rect box, int page, int pages)
{
    char words[FORMAT_SIZE];
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int side = most(scene->m->layout == LAYOUT_ROOM ? 12 * scene->m->unit_px : 0,
                    scene->m->touch_min_px * 12 / 10);
    int high = box.h < scene->m->touch_min_px
                   ? box.h
                   : most(scene->m->touch_min_px,
                          scene->m->layout == LAYOUT_ROOM ? 15 * scene->m->unit_px / 2 : 0);
    int y = box.y + (box.h - high) / 2;

    if (pages <= 1) {
        return;
    }
    format_fill(words, sizeof words, scene_word(scene, WORD_PAGE_OF), page + 1, pages);
    int middle = text_width(scene, type, words) + 3 * scene->m->unit_px;
    rect next = {box.x + box.w - side, y, side, high};
    rect previous = {next.x - middle - side, y, side, high};
    text_put_centre(scene, next.x - middle / 2, text_middle(scene, SIZE_HAND, y + high / 2),
                    type, words);
    if (page > 0) {
        chrome_button(scene, previous, SHAPE_ICON_UP, "", false,
                      intent_of(INTENT_SCROLL, -1));
    } else {
        chrome_button_off(scene, previous, SHAPE_ICON_UP, "");
    }
    if (page + 1 < pages) {
        chrome_button(scene, next, SHAPE_ICON_DOWN, "", false, intent_of(INTENT_SCROLL, 1));
    } else {
        chrome_button_off(scene, next, SHAPE_ICON_DOWN, "");
    }
}

rect chrome_panel(struct scene *scene, const char *title, int content_px)
{
    const struct metrics *m = scene->m;
    rect all = {0, 0, scene->list->width_px, scene->list->height_px};
    bool room = m->layout == LAYOUT_ROOM;
    rect box = rect_inset(all, room ? 10 * m->unit_px : 2 * m->unit_px);
    int high = chrome_button_px(scene);
    int pad = 2 * m->pad_px;
    int needed = content_px + high + 3 * pad;
    struct element *cover = draw_element(scene->list, ROLE_TEXT, all, title);

    if (content_px > 0 && needed < box.h) {
        box.y += (box.h - needed) / 2;
        box.h = needed;
    }
    if (cover != NULL) {
        cover->hit = all;
        cover->tap = intent_of(INTENT_CLOSE, 0);
        cover->quiet = true;
    }
    struct element *inside = draw_element(scene->list, ROLE_TEXT, box, title);
    if (inside != NULL) {
        inside->hit = box; // a touch inside closes nothing
        inside->quiet = true;
    }
    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    draw_frame(scene->list, box, scene->t->ink, m->radius_px, m->thick_px);
    scene->covered = false;
    const char *word = scene_word(scene, WORD_CLOSE);
    int width = chrome_button_width(scene, SHAPE_ICON_CLOSE, word);
    chrome_button(scene, (rect){box.x + box.w - pad - width, box.y + pad, width, high},
                  SHAPE_ICON_CLOSE, word, false, intent_of(INTENT_CLOSE, 0));
    text_put_fit(scene, box.x + pad, text_middle(scene, SIZE_WAND, box.y + pad + high / 2),
                 box.w - 3 * pad - width,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink}, title);
    return (rect){box.x + pad, box.y + pad + high + pad, box.w - 2 * pad,
                  box.h - 3 * pad - high};
}

void chrome_notice(struct scene *scene)
{
    char words[FORMAT_SIZE];
    int seconds = ui_notice_seconds(scene->ui, scene->mono_ms);
    const struct metrics *m = scene->m;
    enum word keep = WORD_STAY;

    if (seconds > 0) {
        format_fill(words, sizeof words, scene_word(scene, WORD_STILL_THERE), seconds);
    } else if (!night_notice(scene, words, &keep)) {
        return;
    }
    int high = most(m->touch_min_px + 4 * m->unit_px, 3 * m->size_px[SIZE_TAFEL]);
    rect box = {m->margin_px,
                scene->list->height_px - chrome_bar_px(scene) - high - m->gap_px,
                scene->list->width_px - 2 * m->margin_px, high};
    const char *stay = scene_word(scene, keep);
    int width = chrome_button_width(scene, -1, stay);
    draw_fill(scene->list, box, scene->t->inv, m->radius_px);
    struct element *whole = draw_element(scene->list, ROLE_TEXT, box, words);
    if (whole != NULL) { // all of it says the same
        whole->hit = box;
        whole->tap = intent_of(INTENT_PAUSE, 0);
        whole->quiet = true;
    }
    rect button = {box.x + box.w - width - 2 * m->unit_px, box.y + 2 * m->unit_px, width,
                   high - 4 * m->unit_px};
    chrome_button(scene, button, -1, stay, false, intent_of(INTENT_PAUSE, 0));
    struct type type = {WEIGHT_SEMIBOLD, m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_HAND,
                        scene->t->oninv};
    int room = button.x - box.x - 2 * m->pad_px;
    int lines = least(2, text_lines(scene, room, type, words));
    text_put_wrapped(scene, box.x + m->pad_px,
                     text_middle(scene, type.size, box.y + high / 2) -
                         (lines - 1) * text_leading(scene, type.size) / 2,
                     room, 2, type, words);
}
