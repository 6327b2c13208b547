#include "view/buttons.h"

static const struct type SMALL = {WEIGHT_SEMIBOLD, SIZE_HAND, 0};

int button_small_px(const struct scene *scene)
{
    int drawn = scene->m->layout == LAYOUT_ROOM ? 13 * scene->m->unit_px / 2 : 0;

    return most(drawn, scene->m->touch_min_px);
}

int button_small_width(const struct scene *scene, const char *word)
{
    return text_width(scene, SMALL, word) + 4 * scene->m->unit_px;
}

// One line of hand text in the middle of a box.
static void word_draw(struct scene *scene, rect box, int pad, const char *word, color ink)
{
    struct type type = {SMALL.weight, SMALL.size, ink};
    int width = least(text_width(scene, type, word), box.w - 2 * pad);

    text_put_fit(scene, box.x + (box.w - width) / 2,
                 text_middle(scene, type.size, box.y + box.h / 2), box.w - 2 * pad, type,
                 word);
}

void button_small(struct scene *scene, rect box, const char *word, struct intent tap)
{
    struct surface s = chrome_button_surface(scene, box, false, tap);

    chrome_surface(scene, &s, word);
    word_draw(scene, box, scene->m->unit_px, word, scene->t->ink);
}

int button_big_px(const struct scene *scene)
{
    int drawn = scene->m->layout == LAYOUT_ROOM ? 12 * scene->m->unit_px : 0;

    return most(scene->m->touch_px, drawn);
}

void button_big(struct scene *scene, rect box, const char *word, bool chosen,
                struct intent tap)
{
    struct surface s = chrome_button_surface(scene, box, chosen, tap);
    bool pressed = chrome_surface(scene, &s, word);
    int pad = 3 * scene->m->unit_px;
    int room = box.w - 2 * pad;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL,
                        chosen && !pressed ? scene->t->on_blue : scene->t->ink};
    int lines = least(2, text_lines(scene, room, type, word));
    int leading = text_leading(scene, type.size);

    text_put_wrapped(scene, box.x + pad,
                     text_middle(scene, type.size, box.y + box.h / 2) -
                         (lines - 1) * leading / 2,
                     room, 2, type, word);
}
