// The pad for a PIN: who it is for, what was typed as dots, and twelve large keys.
#include <stdio.h>
#include <string.h>

#include "base/pin.h"
#include "view/chrome.h"
#include "view/keys.h"
#include "view/mine.h"
#include "view/screens.h"

enum { PAD_ACROSS = 3, PAD_DOWN = 4, KEY_HIGH_MM = 95 };

// What the pad asks, and what it says of what was typed.
static const char *asks(const struct scene *scene)
{
    static const enum word words[] = {[PAD_ASK] = WORD_PIN_ASK,
                                      [PAD_CHOOSE] = WORD_PIN_CHOOSE,
                                      [PAD_AGAIN] = WORD_PIN_AGAIN};

    return scene_word(scene, words[scene->ui->pad.stage]);
}

static void says(const struct scene *scene, char *out, size_t size)
{
    const struct pad *pad = &scene->ui->pad;
    int seconds = (int)((pad->wait_ms + 999) / 1000);

    out[0] = '\0';
    switch (pad->says) {
    case PAD_NOTHING: break;
    case PAD_WRONG:
        format_fill(
            out, size,
            scene_word(scene, pad->left == 1 ? WORD_PIN_WRONG_LAST : WORD_PIN_WRONG),
            pad->left);
        break;
    case PAD_WAIT:
        if (seconds < 120) {
            format_fill(out, size, scene_word(scene, WORD_PIN_WAIT_SECONDS), seconds);
        } else {
            format_fill(out, size, scene_word(scene, WORD_PIN_WAIT_MINUTES),
                        (seconds + 59) / 60);
        }
        break;
    case PAD_DIFFERENT:
        snprintf(out, size, "%s", scene_word(scene, WORD_PIN_DIFFERENT));
        break;
    case PAD_CHECKING:
        snprintf(out, size, "%s", scene_word(scene, WORD_PIN_CHECKING));
        break;
    case PAD_UNKNOWN: snprintf(out, size, "%s", scene_word(scene, WORD_PIN_UNKNOWN)); break;
    }
}

// One dot per digit, rings for those that may still come. Returns the height used.
static int dots_draw(struct scene *scene, int x, int y)
{
    const struct metrics *m = scene->m;
    int side = text_cap(scene, SIZE_WAND);

    for (int i = 0; i < PIN_MOST; i++) {
        rect box = {x + i * side * 3 / 2, y, side, side};
        if (i < scene->ui->pad.digits) {
            draw_fill(scene->list, box, scene->t->ink, side / 2);
        } else { // the last two need not come
            draw_frame(scene->list, box, i < PIN_LEAST ? scene->t->edge : scene->t->line,
                       side / 2, m->thin_px);
        }
    }
    return side;
}

static void words_draw(struct scene *scene, rect box)
{
    char words[FORMAT_SIZE];
    char name[FORMAT_SIZE];
    bool room = scene->m->layout == LAYOUT_ROOM;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type tafel = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2};
    struct type said = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    int y = box.y + text_cap(scene, SIZE_WAND) + scene->m->unit_px;

    mine_name(scene->board, scene->ui->here.select, name, sizeof name);
    text_put_fit(scene, box.x, y, box.w, wand, name);
    y += text_leading(scene, SIZE_TAFEL) + (room ? 2 : 1) * scene->m->unit_px;
    int lines = text_put_wrapped(scene, box.x, y, box.w, 2, tafel, asks(scene));
    y += (lines - 1) * text_leading(scene, SIZE_TAFEL) + (room ? 6 : 4) * scene->m->unit_px;
    y += dots_draw(scene, box.x, y);
    y += (room ? 6 : 3) * scene->m->unit_px + text_leading(scene, SIZE_TAFEL);
    says(scene, words, sizeof words);
    int left = (box.y + box.h - y) / text_leading(scene, SIZE_TAFEL) + 1;
    text_put_wrapped(scene, box.x, y, box.w, most(1, least(4, left)), said, words);
}

static void key_draw(struct scene *scene, rect box, const char *key, bool answers)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    bool done = strcmp(key, "done") == 0;
    bool erase = strcmp(key, "erase") == 0;
    struct surface s = {.role = ROLE_KEY,
                        .box = box,
                        .hit = rect_inset(box, -m->gap_px / 2),
                        .fill = !answers ? t->paper
                                : done   ? t->blue
                                : erase  ? t->sunk
                                         : t->card,
                        .outline = answers ? t->edge : t->line,
                        .outline_px = done && answers ? 0 : m->hair_px,
                        .radius_px = m->radius_px,
                        .tap = {.kind = answers ? INTENT_DIGIT : INTENT_NONE}};
    color ink = !answers ? t->grey : done ? t->on_blue : t->ink;
    int cx = box.x + box.w / 2;
    int cy = box.y + box.h / 2;
    int icon = m->size_px[SIZE_WAND];

    snprintf(s.tap.select, sizeof s.tap.select, "%s", key);
    bool pressed = chrome_surface(scene, &s, key);
    if (erase) {
        draw_shape(scene->list, SHAPE_ICON_ERASE,
                   (rect){cx - icon / 2, cy - icon / 2, icon, icon}, ink);
        return;
    }
    enum role_size size = done ? SIZE_TAFEL : SIZE_WAND;
    text_put_centre(scene, cx, text_middle(scene, size, cy),
                    (struct type){WEIGHT_SEMIBOLD, size, pressed ? t->ink : ink},
                    done ? scene_word(scene, WORD_READY) : key);
}

static void keys_pad(struct scene *scene, rect area)
{
    static const char *const keys[PAD_DOWN][PAD_ACROSS] = {
        {"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"erase", "0", "done"}};
    const struct pad *pad = &scene->ui->pad;
    bool open = pad->says != PAD_WAIT && pad->says != PAD_CHECKING;
    int gap = scene->m->gap_px;

    for (int row = 0; row < PAD_DOWN; row++) {
        for (int column = 0; column < PAD_ACROSS; column++) {
            const char *key = keys[row][column];
            bool answers = open && (strcmp(key, "done") == 0    ? pad->digits >= PIN_LEAST
                                    : strcmp(key, "erase") == 0 ? pad->digits > 0
                                                                : pad->digits < PIN_MOST);
            int left = area.x + (area.w + gap) * column / PAD_ACROSS;
            int right = area.x + (area.w + gap) * (column + 1) / PAD_ACROSS - gap;
            int top = area.y + (area.h + gap) * row / PAD_DOWN;
            int bottom = area.y + (area.h + gap) * (row + 1) / PAD_DOWN - gap;
            key_draw(scene, (rect){left, top, right - left, bottom - top}, key, answers);
        }
    }
}

// The pad stands low, where a seated person reaches it: at the right, or on an upright
// panel under the words.
void pin_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    const char *title = scene_word(scene, WORD_PIN);
    rect body = room ? chrome_frame(scene, NULL, title, "", 0, TAB_LEADS)
                     : keys_frame(scene, NULL, title);
    int key = least(body.h / PAD_DOWN, (int)(KEY_HIGH_MM * m->px_per_mm));
    rect words = body;
    rect pad = {body.x, body.y + body.h - PAD_DOWN * key, body.w, PAD_DOWN * key};

    if (m->layout == LAYOUT_PORTRAIT) {
        pad.h = least(pad.h, body.h * 60 / 100);
        pad.y = body.y + body.h - pad.h;
        words.h = pad.y - body.y - m->gap_px;
    } else {
        pad.w = least(PAD_ACROSS * key * 13 / 10, body.w * 54 / 100);
        pad.x = body.x + body.w - pad.w - (room ? (body.w / 2 - pad.w) / 2 : 0);
        words.w = pad.x - body.x - 4 * m->unit_px;
        words.y = room ? pad.y : body.y;
        words.h = body.y + body.h - words.y;
    }
    words.x += 2 * m->unit_px;
    words.w -= 2 * m->unit_px;
    words_draw(scene, words);
    keys_pad(scene, pad);
}
