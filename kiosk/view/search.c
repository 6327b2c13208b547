// Zoeken: a field, our own keyboard, and the actions that match.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "view/keys.h"
#include "view/list.h"
#include "view/screens.h"
#include "view/sign.h"

static enum sign action_sign(const struct scene *scene, const struct action *action)
{
    enum sign worst = SIGN_NONE;

    for (size_t c = 0; c < scene->board->column_count; c++) {
        const struct track *track = action->tracks[c];
        if (track != NULL && track_sign(track, scene->board, scene->today) > worst) {
            worst = track_sign(track, scene->board, scene->today);
        }
    }
    return worst;
}

static void result_draw(struct scene *scene, const struct action *action, rect box)
{
    const struct metrics *m = scene->m;
    int side = text_cap(scene, SIZE_TAFEL) * 14 / 10;
    int cy = box.y + box.h / 2;
    int x = box.x + 2 * m->unit_px;
    char label[3 * FORMAT_SIZE];
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = intent_show(SCREEN_CARD, action->code)};

    format_fill(label, sizeof label, "%s %s", action->code, action->title);
    chrome_surface(scene, &s, label);
    sign_draw(scene, action_sign(scene, action), x, cy - side / 2, side);
    x += side + 2 * m->unit_px;
    int baseline = text_middle(scene, SIZE_TAFEL, cy);
    x +=
        text_put(scene, x, baseline,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink2}, action->code) +
        2 * m->unit_px;
    text_put_fit(scene, x, baseline, box.x + box.w - x - 2 * m->unit_px,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink}, action->title);
}

static void field_draw(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    const char *query = scene->ui->query;
    int pad = 2 * m->unit_px;
    int baseline = text_middle(scene, SIZE_WAND, box.y + box.h / 2);
    struct type type = {WEIGHT_REGULAR, SIZE_WAND, scene->t->ink};

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    draw_frame(scene->list, box, scene->t->blue, m->radius_px, m->thick_px);
    char label[UI_QUERY + 64];
    format_fill(label, sizeof label, "%s: %s", scene_word(scene, WORD_SEARCH), query);
    struct element *element = draw_element(scene->list, ROLE_FIELD, box, label);
    if (element != NULL) { // a touch brings the keyboard back
        element->tap = intent_of(INTENT_OPTION, UI_KEYBOARD);
    }
    int width = 0;
    if (query[0] != '\0') {
        const char *shown = query; // the end of it, where the cursor is
        while (text_width(scene, type, shown) > box.w - 3 * pad && *shown != '\0') {
            size_t at = 0;
            utf8_next(shown, strlen(shown), &at);
            shown += at;
        }
        width = text_put(scene, box.x + pad, baseline, type, shown);
    } else {
        text_put_fit(scene, box.x + pad + 2 * m->unit_px,
                     text_middle(scene, SIZE_HAND, box.y + box.h / 2), box.w - 3 * pad,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                     scene_word(scene, WORD_SEARCH_HINT));
    }
    int high = text_cap(scene, SIZE_WAND) * 14 / 10;
    draw_fill(scene->list,
              (rect){box.x + pad + width + m->hair_px, box.y + (box.h - high) / 2,
                     m->hair_px + 1, high},
              scene->t->blue, 0);
}

static void results_draw(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    size_t count = 0;
    char words[FORMAT_SIZE];
    const struct action *const *found =
        search_find(&scene->outlook->search, scene->board, scene->ui->query, &count);
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int line = text_leading(scene, SIZE_HAND);

    if (count == 0) {
        enum word word =
            scene->ui->query[0] == '\0' ? WORD_SEARCH_START : WORD_SEARCH_NOTHING;
        text_put_wrapped(scene, box.x, box.y + line, box.w, 2, hand,
                         scene_word(scene, word));
        return;
    }
    format_fill(words, sizeof words, scene_word(scene, WORD_SEARCH_RESULTS), (int)count);
    int head = m->layout == LAYOUT_ROOM ? line + m->unit_px : m->touch_min_px;
    text_put(scene, box.x, text_middle(scene, SIZE_HAND, box.y + head / 2), hand, words);
    rect foot = m->layout == LAYOUT_ROOM ? (rect){0} : (rect){box.x, box.y, box.w, head};
    box.y += head + m->unit_px / 2;
    box.h -= head + m->unit_px / 2;
    struct list list;
    list_begin(scene, &list, box, foot, count,
               most(text_leading(scene, SIZE_TAFEL) + 2 * m->unit_px, m->touch_min_px), 1);
    for (size_t i = list.first; i < list.last; i++) {
        result_draw(scene, found[i], list_row(scene, &list, i));
    }
    list_end(scene, &list);
}

// Where the keyboard lies: at the right in a room, at the foot of a small panel.
static rect search_keyboard_area(const struct scene *scene, rect body)
{
    const struct metrics *m = scene->m;

    if (m->layout == LAYOUT_ROOM) {
        rect keys = keyboard_fit(
            (rect){body.x + body.w * 43 / 100, body.y, body.w * 57 / 100, body.h},
            (float)m->px_per_mm, false);
        return keys;
    }
    int keys = 62 * m->touch_min_px /
               10; // four rows of 15.5 mm, or what half of a small panel gives
    int high = m->layout == LAYOUT_PANEL ? least(body.h * 62 / 100, keys)
                                         : most(body.h * 40 / 100, 4 * m->touch_min_px);
    return (rect){body.x, body.y + body.h - high, body.w, high};
}

void search_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    rect body =
        undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_SEARCH),
                                       scene_word(scene, WORD_SEARCH_HINT), 0, TAB_MORE));
    int field = most(text_cap(scene, SIZE_WAND) * 5 / 2, m->touch_min_px);

    field_draw(scene, (rect){body.x, body.y, body.w, field});
    body.y += field + m->gap_px;
    body.h -= field + m->gap_px;
    rect keys = search_keyboard_area(scene, body);
    if (scene->ui->typed) {
        results_draw(scene, body);
        return;
    }
    if (m->layout == LAYOUT_ROOM) {
        results_draw(scene,
                     (rect){body.x, body.y, keys.x - body.x - 3 * m->unit_px, body.h});
    } else {
        results_draw(scene, (rect){body.x, body.y, body.w, keys.y - body.y - m->gap_px});
    }
    keys_draw(scene, keys);
}
