#include "view/chip.h"

#include <stdio.h>

static void number_of(const struct chip *chip, char out[24])
{
    out[0] = '\0';
    if (chip->count != CHIP_NO_COUNT) {
        snprintf(out, 24, "%d", chip->count);
    }
}

static int icon_side(const struct scene *scene)
{
    return text_cap(scene, SIZE_HAND) * 5 / 4;
}

// What stands behind the word.
static int tail_width(const struct scene *scene, const struct chip *chip)
{
    char number[24];
    int width = chip->icon != 0 ? icon_side(scene) + scene->m->unit_px : 0;

    number_of(chip, number);
    if (number[0] != '\0') {
        width += text_width(scene, (struct type){WEIGHT_REGULAR, SIZE_HAND, 0}, number) +
                 scene->m->unit_px;
    }
    return width;
}

static int chip_width(const struct scene *scene, const struct chip *chip)
{
    return text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0}, chip->word) +
           tail_width(scene, chip) + 4 * scene->m->unit_px;
}

static void chip_draw(struct scene *scene, const struct chip *chip, rect box)
{
    const struct metrics *m = scene->m;
    bool own = chip->tap.kind != INTENT_NONE;
    bool chosen = own ? chip->chosen : scene->ui->filter == chip->filter;
    char number[24];
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = chosen ? scene->t->blue : scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = own ? chip->tap : intent_of(INTENT_OPTION, UI_FILTER)};

    if (!own) {
        s.tap.screen = chip->filter;
    }
    bool pressed = chrome_surface(scene, &s, chip->word);
    bool inverse = chosen && !pressed;
    struct type strong = {WEIGHT_SEMIBOLD, SIZE_HAND,
                          inverse ? scene->t->on_blue : scene->t->ink};
    struct type light = {WEIGHT_REGULAR, SIZE_HAND,
                         inverse  ? scene->t->on_blue
                         : chosen ? scene->t->ink
                                  : scene->t->ink2};
    int baseline = text_middle(scene, SIZE_HAND, box.y + box.h / 2);
    int used =
        text_put_fit(scene, box.x + 2 * m->unit_px, baseline,
                     box.w - 4 * m->unit_px - tail_width(scene, chip), strong, chip->word);
    number_of(chip, number);
    text_put(scene, box.x + 3 * m->unit_px + used, baseline, light, number);
    if (chip->icon != 0) {
        int side = icon_side(scene);
        draw_shape(scene->list, (enum shape)chip->icon,
                   (rect){box.x + box.w - 2 * m->unit_px - side, box.y + (box.h - side) / 2,
                          side, side},
                   light.ink);
    }
}

static int chip_high(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return most(m->touch_min_px, m->layout == LAYOUT_ROOM ? 13 * m->unit_px / 2 : 0);
}

// Where a chip stands: behind the one before it, or on the next line. `at` is the corner
// where it would stand behind that one.
static rect chip_place(const struct scene *scene, const struct chip *chip, rect body,
                       rect *at)
{
    int gap = scene->m->gap_px;
    int width = chip_width(scene, chip);

    if (at->x + width > body.x + body.w && at->x > body.x) {
        at->x = body.x;
        at->y += chip_high(scene) + gap;
    }
    rect box = {at->x, at->y, width, chip_high(scene)};
    at->x += width + gap;
    return box;
}

int chips_draw(struct scene *scene, const struct chip *chips, size_t count, rect body)
{
    rect at = body;

    for (size_t i = 0; i < count; i++) {
        chip_draw(scene, &chips[i], chip_place(scene, &chips[i], body, &at));
    }
    return at.y + chip_high(scene) - body.y;
}

int chips_px(const struct scene *scene, const struct chip *chips, size_t count,
             int width_px)
{
    rect body = {0, 0, width_px, 0};
    rect at = body;

    for (size_t i = 0; i < count; i++) {
        chip_place(scene, &chips[i], body, &at);
    }
    return at.y + chip_high(scene);
}

int chips_width(const struct scene *scene, const struct chip *chips, size_t count)
{
    int width = 0;

    for (size_t i = 0; i < count; i++) {
        width += chip_width(scene, &chips[i]) + (i > 0 ? scene->m->gap_px : 0);
    }
    return width;
}

int chips_halves_draw(struct scene *scene, const struct chip *chips, size_t count,
                      rect body)
{
    int gap = scene->m->gap_px;
    int number = (int)count;

    for (int i = 0; i < number; i++) {
        int x = body.x + i * (body.w + gap) / number;
        int right = body.x + (i + 1) * (body.w + gap) / number - gap;
        chip_draw(scene, &chips[i], (rect){x, body.y, right - x, chip_high(scene)});
    }
    return chip_high(scene);
}
