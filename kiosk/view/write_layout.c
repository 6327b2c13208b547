#include "view/write_layout.h"

#include "view/chrome.h"
#include "view/keys.h"

enum { FIELD_LINES = 6 }; // at most

int write_field_pad(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return m->layout == LAYOUT_ROOM ? 5 * m->unit_px / 2 : m->pad_px;
}

int write_hand_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return text_leading(scene, SIZE_HAND) +
           (m->layout == LAYOUT_ROOM ? m->unit_px : m->unit_px / 2);
}

// The height of the field for a number of lines.
static int field_px(const struct scene *scene, int lines, bool hand)
{
    return 2 * write_field_pad(scene) + lines * text_leading(scene, SIZE_WAND) +
           (hand ? write_hand_px(scene) : 0);
}

// Keys at the right (or the left), sentences on the free side, row by row beside the keys.
static struct write_layout layout_room(const struct scene *scene, rect body)
{
    const struct metrics *m = scene->m;
    bool mirrored = scene->ui->mirrored;
    int chips = chrome_button_px(scene);
    int under = chips + 2 * m->unit_px; // chips and the gap to the keys
    int apart = 3 * m->unit_px;
    int field = field_px(scene, 2, true);
    int wide = body.w * 57 / 100;
    rect room = {mirrored ? body.x : body.x + body.w - wide, body.y + field + apart + under,
                 wide, body.h - field - apart - under};
    rect keys = keyboard_fit(room, (float)m->px_per_mm, mirrored);
    int inset = keys_inset(scene, keys); // of the keys within their area
    rect free = {mirrored ? keys.x + keys.w + 3 * m->unit_px : body.x, keys.y + inset,
                 body.w - keys.w - 3 * m->unit_px, keys.h - 2 * inset};

    field = least(keys.y - under - apart - body.y, field_px(scene, FIELD_LINES, true));
    return (struct write_layout){
        .field = {body.x, body.y, body.w, field},
        .chips = {keys.x + inset, keys.y - under, keys.w - 2 * inset, chips},
        .keys = keys,
        .free = free,
        .head = {free.x, keys.y - under, free.w, chips},
        .hand = true,
    };
}

// Field, chips, keys: all as wide as the panel.
static struct write_layout layout_panel(const struct scene *scene, rect body)
{
    const struct metrics *m = scene->m;
    int chips = m->touch_min_px;
    int keys = least(body.h * (m->tall ? 70 : 66) / 100, (int)(90 * m->px_per_mm));
    int field = body.h - keys - chips - 2 * m->gap_px;
    bool hand = field >= field_px(scene, 1, true);

    return (struct write_layout){
        .field = {body.x, body.y, body.w, field},
        .chips = {body.x, body.y + field + m->gap_px, body.w, chips},
        .keys = {body.x, body.y + body.h - keys, body.w, keys},
        .hand = hand,
    };
}

// Upright there is room for sentences between field and chips.
static struct write_layout layout_portrait(const struct scene *scene, rect body)
{
    const struct metrics *m = scene->m;
    int chips = m->touch_min_px;
    int keys = body.h * 40 / 100;
    int rest = body.h - keys - chips - 2 * m->gap_px;
    int field = least(field_px(scene, 4, true), rest);
    int head = text_leading(scene, SIZE_HAND) + 2 * m->unit_px;
    int free = rest - field - 2 * m->gap_px - head;
    rect under = {body.x, body.y + field + m->gap_px, body.w, head};
    bool room = free >= m->touch_min_px;

    return (struct write_layout){
        .field = {body.x, body.y, body.w, room ? field : rest},
        .chips = {body.x, body.y + rest + m->gap_px, body.w, chips},
        .keys = {body.x, body.y + body.h - keys, body.w, keys},
        .free = room ? (rect){under.x, under.y + head, under.w, free} : (rect){0},
        .head = room ? under : (rect){0},
        .hand = true,
    };
}

struct write_layout write_layout_of(const struct scene *scene, rect body)
{
    switch (scene->m->layout) {
    case LAYOUT_ROOM: return layout_room(scene, body);
    case LAYOUT_PANEL: return layout_panel(scene, body);
    case LAYOUT_PORTRAIT: break;
    }
    return layout_portrait(scene, body);
}
