// Rows of buttons whose words become shorter where there is less room.
#include "view/screens.h"
#include "view/trend_parts.h"

// A word that was shortened as far as it can has no icon any more.
static int icon_of(const struct trend_button *button, int form)
{
    const char *word = button->words[form];
    bool brief = form + 1 == TREND_FORMS && word[0] != '\0' && word != button->words[0];

    return brief ? -1 : button->icon;
}

static int button_width(const struct scene *scene, const struct trend_button *button,
                        int form)
{
    return most(scene->m->touch_min_px,
                chrome_button_width(scene, icon_of(button, form), button->words[form]));
}

// How many rows they take with this form of their words.
static int rows_taken(const struct scene *scene, int width_px,
                      const struct trend_button *buttons, int count, int form)
{
    int rows = 1;
    int x = 0;

    for (int i = 0; i < count; i++) {
        int width = button_width(scene, &buttons[i], form);
        if (x > 0 && x + width > width_px) {
            rows++;
            x = 0;
        }
        x += width + scene->m->gap_px;
    }
    return rows;
}

// The longest words that take one row, on an upright panel two.
static int form_of(const struct scene *scene, int width_px,
                   const struct trend_button *buttons, int count)
{
    int allowed = scene->m->layout == LAYOUT_PORTRAIT ? 2 : 1;

    int form = 0;
    while (form + 1 < TREND_FORMS &&
           rows_taken(scene, width_px, buttons, count, form) > allowed) {
        form++;
    }
    return form;
}

int trend_buttons_px(const struct scene *scene, int width_px,
                     const struct trend_button *buttons, int count)
{
    int form = form_of(scene, width_px, buttons, count);
    int rows = rows_taken(scene, width_px, buttons, count, form);

    return rows * (chrome_button_px(scene) + scene->m->gap_px) - scene->m->gap_px;
}

int trend_buttons_draw(struct scene *scene, rect box, const struct trend_button *buttons,
                       int count)
{
    int form = form_of(scene, box.w, buttons, count);
    int high = chrome_button_px(scene);
    int x = box.x;
    int y = box.y;

    for (int i = 0; i < count; i++) {
        const struct trend_button *button = &buttons[i];
        int width = button_width(scene, button, form);
        if (x > box.x && x + width > box.x + box.w) {
            x = box.x;
            y += high + scene->m->gap_px;
        }
        rect at = {x, y, width, high};
        if (button->tap.kind == INTENT_NONE) {
            chrome_button_off(scene, at, icon_of(button, form), button->words[form]);
        } else {
            chrome_button(scene, at, icon_of(button, form), button->words[form],
                          button->chosen, button->tap);
        }
        x += width + scene->m->gap_px;
    }
    return y + high - box.y;
}

int replay_button_draw(struct scene *scene, int64_t since_ms, const struct movement *moved,
                       rect box, int used_px)
{
    const char *word = scene_word(scene, WORD_TREND_PLAY);
    int width = chrome_button_width(scene, SHAPE_ICON_PLAY, word);

    if (since_ms <= 0 || moved->forward + moved->back == 0 ||
        used_px + width + scene->m->gap_px > box.w) {
        return box.w;
    }
    chrome_button(scene,
                  (rect){box.x + box.w - width, box.y, width, chrome_button_px(scene)},
                  SHAPE_ICON_PLAY, word, false, intent_replay(since_ms));
    return box.w - width - scene->m->gap_px;
}
