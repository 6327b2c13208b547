// What can be done with the moment that the slider stands on, in rows of buttons whose
// words become shorter where there is less room.
#include <stdio.h>

#include "board/agenda.h"
#include "view/screens.h"
#include "view/trend_parts.h"

// --- what the buttons do ---

static struct intent go_to(int64_t at_ms)
{
    char text[32];

    snprintf(text, sizeof text, "%lld", (long long)at_ms);
    return trend_option(UI_TREND_AT, "", 0, text);
}

static struct intent go_before(const struct trend *trend)
{
    for (size_t i = trend->meeting_count; i > 0; i--) {
        int64_t at_ms = meeting_over_ms(trend->meetings[i - 1]);
        if (at_ms < trend->at_ms) {
            return go_to(at_ms);
        }
    }
    return (struct intent){0};
}

// After the last meeting comes now.
static struct intent go_after(const struct scene *scene, const struct trend *trend)
{
    for (size_t i = 0; i < trend->meeting_count; i++) {
        int64_t at_ms = meeting_over_ms(trend->meetings[i]);
        if (at_ms > trend->at_ms) {
            return go_to(at_ms);
        }
    }
    return trend->at_ms == SPAN_NOW ? (struct intent){0} : go_to(scene->now_ms);
}

static struct intent show_past(int64_t at_ms)
{
    char text[32] = "";

    if (at_ms == SPAN_NOW) {
        return intent_show(SCREEN_BOARD, "");
    }
    snprintf(text, sizeof text, "%lld", (long long)at_ms);
    return trend_option(UI_PAST, "", 0, text);
}

int trend_buttons_of(const struct scene *scene, const struct trend *trend,
                     struct trend_button out[TREND_BUTTONS_MAX])
{
    const char *past = scene_word(scene, WORD_TREND_PAST_SHORT);
    const char *play = scene_word(scene, WORD_TREND_PLAY);
    const char *compare = scene_word(scene, WORD_TREND_COMPARE);
    const char *moved = scene_word(scene, WORD_TREND_MOVED);
    struct intent fold = intent_of(INTENT_OPTION, UI_PANEL);
    bool steps = trend->span->step_count > 0;
    int count = 0;

    fold.screen = TREND_FOLD_MOVED;
    const char *before = scene_word(scene, WORD_TREND_BEFORE);
    const char *after = scene_word(scene, WORD_TREND_AFTER);
    out[count++] =
        (struct trend_button){SHAPE_ICON_LEFT,
                              {before, before, scene_word(scene, WORD_PREVIOUS), ""},
                              false,
                              go_before(trend)};
    out[count++] = (struct trend_button){SHAPE_ICON_RIGHT,
                                         {after, after, scene_word(scene, WORD_NEXT), ""},
                                         false,
                                         go_after(scene, trend)};
    out[count++] = (struct trend_button){SHAPE_ICON_BOARD,
                                         {scene_word(scene, WORD_TREND_PAST), past, past,
                                          scene_word(scene, WORD_TREND_THEN)},
                                         false,
                                         show_past(trend->at_ms)};
    out[count++] = (struct trend_button){
        SHAPE_ICON_PLAY,
        {play, play, play, play},
        false,
        steps ? trend_option(UI_TREND_PLAY, "", TREND_PLAY_START, "") : (struct intent){0}};
    out[count++] = (struct trend_button){-1,
                                         {compare, compare, compare, compare},
                                         scene->ui->trend.compares,
                                         trend_option(UI_TREND_COMPARE, "", 0, "")};
    if (rect_empty(trend->moved) && trend->folds) {
        out[count++] = (struct trend_button){-1, {moved, moved, moved, moved}, false, fold};
    }
    return count;
}

int trend_buttons_brief(const struct scene *scene, const struct trend *trend,
                        char moment[FORMAT_SIZE],
                        struct trend_button out[TREND_BUTTONS_MAX])
{
    char when[FORMAT_SIZE];
    struct trend_button all[TREND_BUTTONS_MAX];
    int count = trend_buttons_of(scene, trend, all);

    trend_moment_words(scene, trend->at_ms, when, sizeof when);
    format_fill(moment, FORMAT_SIZE, scene_word(scene, WORD_PAST_BOARD), when);
    for (int i = 0; i < least(count, 4); i++) {
        out[i] = all[i];
    }
    for (int form = 0; form < TREND_FORMS; form++) {
        out[2].words[form] = moment;
    }
    return least(count, 4);
}

// --- in rows ---

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
