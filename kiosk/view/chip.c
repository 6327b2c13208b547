#include "view/chip.h"

#include <stdio.h>

static void number_of(const struct chip *chip, char out[24])
{
    out[0] = '\0';
    if (chip->count != CHIP_NO_COUNT) {
        snprintf(out, 24, "%d", chip->count);
    }
}

static int chip_width(const struct scene *scene, const struct chip *chip)
{
    char number[24];
    int width = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0}, chip->word);

    number_of(chip, number);
    if (number[0] != '\0') {
        width += text_width(scene, (struct type){WEIGHT_REGULAR, SIZE_HAND, 0}, number) +
                 scene->m->unit_px;
    }
    return width + 4 * scene->m->unit_px;
}

static void chip_draw(struct scene *scene, const struct chip *chip, rect box)
{
    const struct metrics *m = scene->m;
    bool chosen = scene->ui->filter == chip->filter;
    char number[24];
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = chosen ? scene->t->blue : scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = intent_of(INTENT_OPTION, UI_FILTER)};

    s.tap.screen = chip->filter;
    bool pressed = chrome_surface(scene, &s, chip->word);
    bool inverse = chosen && !pressed;
    struct type strong = {WEIGHT_SEMIBOLD, SIZE_HAND,
                          inverse ? scene->t->on_blue : scene->t->ink};
    struct type light = {WEIGHT_REGULAR, SIZE_HAND,
                         inverse  ? scene->t->on_blue
                         : chosen ? scene->t->ink
                                  : scene->t->ink2};
    int baseline = text_middle(scene, SIZE_HAND, box.y + box.h / 2);
    int used = text_put(scene, box.x + 2 * m->unit_px, baseline, strong, chip->word);
    number_of(chip, number);
    text_put(scene, box.x + 3 * m->unit_px + used, baseline, light, number);
}

int chips_draw(struct scene *scene, const struct chip *chips, size_t count, rect body)
{
    const struct metrics *m = scene->m;
    int high = most(m->touch_min_px, m->layout == LAYOUT_ROOM ? 13 * m->unit_px / 2 : 0);
    int x = body.x;
    int y = body.y;

    for (size_t i = 0; i < count; i++) {
        int width = chip_width(scene, &chips[i]);
        if (x + width > body.x + body.w && x > body.x) {
            x = body.x;
            y += high + m->gap_px;
        }
        chip_draw(scene, &chips[i], (rect){x, y, width, high});
        x += width + m->gap_px;
    }
    return y + high - body.y;
}
