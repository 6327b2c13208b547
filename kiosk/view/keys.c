#include "view/keys.h"

#include <stdio.h>
#include <string.h>

#include "view/chrome.h"

rect keys_frame(struct scene *scene, const char *code, const char *title)
{
    const struct metrics *m = scene->m;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char whole[2 * FORMAT_SIZE];
    int side = most(m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4);

    if (m->layout != LAYOUT_PORTRAIT) {
        return chrome_frame(scene, code, title, "", 0, TAB_NONE);
    }
    int tag =
        scene->board->example
            ? text_width(scene, hand, scene_word(scene, WORD_EXAMPLE)) + 4 * m->unit_px
            : 0;
    snprintf(whole, sizeof whole, "%s%s%s", code != NULL ? code : "",
             code != NULL ? " " : "", title);
    rect body = chrome_frame(scene, NULL, whole, "", tag, TAB_NONE);
    chrome_tag(scene, scene->list->width_px - tag,
               text_middle(scene, SIZE_HAND, 2 * m->unit_px + side / 2));
    return body;
}

static void key_draw(struct scene *scene, const struct keyboard_key *key)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    bool special = key->act != KEYBOARD_TYPE && key->act != KEYBOARD_SPACE;
    bool done = key->act == KEYBOARD_DONE;
    struct surface s = {.role = ROLE_KEY,
                        .box = key->box,
                        .hit = key->hit,
                        .fill = done       ? t->blue
                                : key->lit ? t->bluetint
                                : special  ? t->sunk
                                           : t->card,
                        .outline = key->lit ? t->blue : t->edge,
                        .outline_px = done       ? 0
                                      : key->lit ? m->thin_px
                                                 : m->hair_px,
                        .radius_px = m->radius_px * 7 / 10,
                        .tap = {.kind = INTENT_KEY}};
    const char *word = key->act == KEYBOARD_SPACE ? scene_word(scene, WORD_SPACE)
                       : key->act == KEYBOARD_SYMBOLS && key->text[0] == '\0' ? "123"
                       : done ? scene_word(scene, WORD_READY)
                              : key->text;

    snprintf(s.tap.select, sizeof s.tap.select, "%s", key->id);
    bool pressed = chrome_surface(scene, &s, key->id);
    if (key->more || key->act == KEYBOARD_ERASE) {
        scene->list->elements[scene->list->element_count - 1].hold = s.tap;
    }
    int cx = key->box.x + key->box.w / 2;
    int cy = key->box.y + key->box.h / 2;
    int icon = m->size_px[SIZE_TAFEL];
    if (key->act == KEYBOARD_SHIFT || key->act == KEYBOARD_ERASE) {
        draw_shape(scene->list,
                   key->act == KEYBOARD_SHIFT ? SHAPE_ICON_SHIFT : SHAPE_ICON_ERASE,
                   (rect){cx - icon / 2, cy - icon / 2, icon, icon}, t->ink);
        return;
    }
    enum role_size size = key->act == KEYBOARD_SPACE ? SIZE_HAND : SIZE_TAFEL;
    text_put_centre(scene, cx, text_middle(scene, size, cy),
                    (struct type){done ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, size,
                                  done && !pressed ? t->on_blue : t->ink},
                    word);
}

// The letters of an open pop-up: one dark card over the keys, the chosen one in blue.
static void popup_draw(struct scene *scene, const struct keyboard_key *keys, size_t count)
{
    const struct theme *t = scene->t;
    const struct keyboard_key *last = &keys[count - 1];
    int radius = scene->m->radius_px * 7 / 10;
    rect card = {keys[0].hit.x, keys[0].hit.y, last->hit.x + last->hit.w - keys[0].hit.x,
                 keys[0].hit.h};

    draw_fill(scene->list, card, t->inv, radius);
    for (size_t i = 0; i < count; i++) {
        const struct keyboard_key *key = &keys[i];
        if (key->lit) {
            draw_fill(scene->list, key->box, t->blue, radius);
        }
        text_put_centre(
            scene, key->hit.x + key->hit.w / 2,
            text_middle(scene, SIZE_TAFEL, key->hit.y + key->hit.h / 2),
            (struct type){WEIGHT_REGULAR, SIZE_TAFEL, key->lit ? t->on_blue : t->oninv},
            key->text);
        struct element *element = draw_element(scene->list, ROLE_KEY, key->box, key->text);
        if (element != NULL) {
            element->hit = key->hit;
            element->tap = (struct intent){.kind = INTENT_KEY};
            snprintf(element->tap.select, sizeof element->tap.select, "%s", key->id);
        }
    }
}

void keys_draw(struct scene *scene, rect area)
{
    struct keyboard_key keys[KEYBOARD_KEYS];
    float px_per_mm = (float)scene->m->px_per_mm;
    size_t count = keyboard_layout(scene->keyboard, area, px_per_mm, keys);

    for (size_t i = 0; i < count; i++) {
        key_draw(scene, &keys[i]);
    }
    count = keyboard_popup(scene->keyboard, area, px_per_mm, keys);
    if (count > 0) {
        popup_draw(scene, keys, count);
    }
}

int keys_inset(const struct scene *scene, rect area)
{
    struct keyboard_key keys[KEYBOARD_KEYS];
    size_t count = keyboard_layout(scene->keyboard, area, (float)scene->m->px_per_mm, keys);

    return count > 0 ? keys[0].box.y - area.y : 0;
}

void keys_field_box(struct scene *scene, rect box, const char *label)
{
    const struct metrics *m = scene->m;

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    draw_frame(scene->list, box, scene->t->blue, m->radius_px,
               m->layout == LAYOUT_ROOM ? m->thin_px : m->thick_px);
    draw_element(scene->list, ROLE_FIELD, box, label);
}

// --- the text of the field ---

// One line of it: from `text`, `length` bytes of which are drawn; the next one starts
// `whole` bytes further.
struct field_line {
    const char *text;
    size_t length, whole;
};

// Parts the text in lines and returns how many: of more than `room` those that end with the
// cursor's.
static int lines_part(struct scene *scene, struct type type, const struct field *field,
                      int width_px, struct field_line *lines, int room)
{
    const char *text = field->text;
    int count = 0;

    do {
        struct field_line line = {.text = text};
        line.length = text_line(scene, width_px, type, text, &line.whole);
        if (count == room) {
            memmove(lines, lines + 1, (size_t)(room - 1) * sizeof *lines);
            count--;
        }
        lines[count++] = line;
        text += line.whole;
        // the rest stays out of sight below once the cursor's line is the last that fits
        if (count == room && field->text + field->cursor < text) {
            break;
        }
    } while (*text != '\0');
    return count;
}

static void cursor_draw(struct scene *scene, int x_px, int baseline_px, enum role_size size)
{
    int high = text_cap(scene, size) * 14 / 10;
    int wide = most(2, scene->m->thin_px);

    draw_fill(scene->list,
              (rect){x_px, baseline_px - text_cap(scene, size) * 12 / 10, wide, high},
              scene->t->blue, 0);
}

void keys_field_text(struct scene *scene, rect box, enum role_size size,
                     const struct field *field)
{
    enum { LINES_MAX = 24 };
    struct field_line lines[LINES_MAX];
    struct type type = {WEIGHT_REGULAR, size, scene->t->ink};
    int leading = text_leading(scene, size);
    int room = most(1, least(LINES_MAX, box.h / leading));
    int width = box.w - 2 * scene->m->hair_px - 2; // the cursor stands behind the last one
    int count = lines_part(scene, type, field, width, lines, room);
    int baseline = box.y + leading / 2 + (text_cap(scene, size) + 1) / 2;

    for (int i = 0; i < count; i++, baseline += leading) {
        const struct field_line *line = &lines[i];
        size_t from = (size_t)(line->text - field->text);
        bool last = from + line->whole >= field->length;
        text_put_part(scene, box.x, baseline, type, line->text, line->length);
        if (field->cursor >= from && (field->cursor < from + line->whole || last)) {
            int x = text_part_width(scene, type, line->text, field->cursor - from);
            cursor_draw(scene, box.x + least(x, width) + scene->m->hair_px / 2, baseline,
                        size);
        }
    }
}
