#include "view/band.h"

#include <stdio.h>
#include <string.h>

#include "view/chrome.h"
#include "view/screens.h"

#define NO_BREAK "\xc2\xa0"

struct band_text {
    enum word headline, brief, hint;
};

static struct band_text text_of(const struct vital *vital)
{
    if (vital->kind == VITALS_DATA_OLD) {
        return (struct band_text){WORD_BAND_OLD, WORD_BAND_OLD_SHORT, WORD_BAND_OLD_HINT};
    }
    if (vital->kind == VITALS_CLOCK) {
        return (struct band_text){WORD_BAND_CLOCK, WORD_BAND_CLOCK_SHORT,
                                  WORD_BAND_CLOCK_HINT};
    }
    if (vital->kind == VITALS_SILENT) {
        return (struct band_text){WORD_BAND_SILENT, WORD_BAND_SILENT_SHORT,
                                  WORD_BAND_SILENT_HINT};
    }
    return (struct band_text){WORD_BAND_KEEPS, WORD_BAND_KEEPS_SHORT, WORD_BAND_KEEPS_HINT};
}

bool band_stands(const struct scene *scene, struct vital *out)
{
    struct vital list[VITALS_KIND_COUNT];
    size_t count = scene->past ? 0 : vitals_judge(scene->sync, 0, scene->now_ms, list);

    if (vitals_worst(list, count) != VITALS_GRAVE) {
        return false;
    }
    *out = list[0];
    return true;
}

// "vandaag 10.42", "di 4 nov 10.42": all of it on one line, so with spaces that do not
// break.
static void moment_words(const struct scene *scene, int64_t at_ms, char out[FORMAT_SIZE])
{
    char day[FORMAT_SIZE];
    char clock[FORMAT_SIZE];
    int32_t on = 0;
    int minute = 0;

    day_local(at_ms, &on, &minute);
    format_clock(clock, sizeof clock, minute);
    if (on == scene->today) {
        snprintf(day, sizeof day, "%s", scene_word(scene, WORD_TODAY));
    } else if (day_date(on).year == day_date(scene->today).year) {
        format_day_week(day, sizeof day, scene->ui->lang, on);
    } else {
        format_day_year(day, sizeof day, scene->ui->lang, on);
    }
    size_t length = 0;
    strncat(day, " ", sizeof day - strlen(day) - 1);
    strncat(day, clock, sizeof day - strlen(day) - 1);
    for (const char *at = day; *at != '\0' && length + sizeof NO_BREAK < FORMAT_SIZE;
         at++) {
        length += (size_t)snprintf(out + length, FORMAT_SIZE - length, "%.*s",
                                   *at == ' ' ? 2 : 1, *at == ' ' ? NO_BREAK : at);
    }
}

static void fill(const struct scene *scene, const struct vital *vital, enum word word,
                 char *out, size_t size)
{
    char when[FORMAT_SIZE];

    if (vital->kind == VITALS_DATA_OLD) {
        moment_words(scene, vital->since_ms, when);
        format_fill(out, size, scene_word(scene, word), when);
    } else {
        format_fill(out, size, scene_word(scene, word), (int)vital->number);
    }
}

void band_words(const struct scene *scene, const struct vital *vital, bool brief, char *out,
                size_t size)
{
    struct band_text text = text_of(vital);

    fill(scene, vital, brief ? text.brief : text.headline, out, size);
}

// What to do about it, or what to mind.
static void hint_words(const struct scene *scene, const struct vital *vital, char *out,
                       size_t size)
{
    char why[FORMAT_SIZE];

    if (vital->kind != VITALS_DATA_OLD) {
        snprintf(out, size, "%s", scene_word(scene, text_of(vital).hint));
        return;
    }
    snprintf(why, sizeof why, "%s", strip_trouble_word(scene));
    why[0] -= why[0] >= 'a' && why[0] <= 'z' ? 'a' - 'A' : 0;
    format_fill(out, size, scene_word(scene, WORD_BAND_OLD_HINT), why);
}

// In a room larger than all other letters, where the sentence fits; never less than those
// of the wall.
struct setting {
    struct vital vital;
    char headline[2 * FORMAT_SIZE], hint[2 * FORMAT_SIZE];
    enum role_size size;
    int text_px; // width for the words
    int sign_px;
    int lines; // of the headline
    int hints; // lines of the hint; 0: there is no room for it
};

static void set(const struct scene *scene, struct setting *s)
{
    const struct metrics *m = scene->m;
    char brief[2 * FORMAT_SIZE];
    struct type type = {WEIGHT_BOLD, SIZE_KOP, 0};
    bool room = m->layout == LAYOUT_ROOM;

    band_words(scene, &s->vital, false, s->headline, sizeof s->headline);
    band_words(scene, &s->vital, true, brief, sizeof brief);
    hint_words(scene, &s->vital, s->hint, sizeof s->hint);
    s->sign_px = text_cap(scene, SIZE_WAND) * 2;
    s->text_px = scene->list->width_px - 2 * m->margin_px - 3 * m->pad_px - s->sign_px;
    if (!room || text_width(scene, type, s->headline) > s->text_px) {
        type.size = SIZE_WAND;
    }
    if (text_lines(scene, s->text_px, type, s->headline) > (m->tall || room ? 1 : 2) ||
        (m->layout == LAYOUT_PANEL && text_width(scene, type, s->headline) > s->text_px)) {
        snprintf(s->headline, sizeof s->headline, "%s", brief);
    }
    s->size = type.size;
    s->lines = least(2, text_lines(scene, s->text_px, type, s->headline));
    struct type hand = {WEIGHT_REGULAR, room ? SIZE_TAFEL : SIZE_HAND, 0};
    bool low = m->layout == LAYOUT_PANEL && !m->tall;
    s->hints = low ? 0 : least(2, text_lines(scene, s->text_px, hand, s->hint));
}

static int lines_px(const struct scene *scene, const struct setting *s)
{
    enum role_size hint = scene->m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_HAND;

    return s->lines * text_leading(scene, s->size) + s->hints * text_leading(scene, hint);
}

int band_px(const struct scene *scene)
{
    struct setting s;

    if (!band_stands(scene, &s.vital)) {
        return 0;
    }
    set(scene, &s);
    return most(lines_px(scene, &s) + 2 * scene->m->pad_px, scene->m->touch_min_px);
}

static void sign_draw_on(struct scene *scene, int x, int y, int side)
{
    rect box = {x, y, side, side};

    draw_shape(scene->list, SHAPE_TRIANGLE, box, scene->t->warn_mark);
    draw_shape(scene->list, SHAPE_TRIANGLE_MARK, box, scene->t->orange);
}

void band_draw(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    struct setting s;
    enum role_size hint = m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_HAND;

    if (!band_stands(scene, &s.vital)) {
        return;
    }
    set(scene, &s);
    char label[5 * FORMAT_SIZE];
    format_fill(label, sizeof label, "%s. %s", s.headline, s.hint);
    struct surface surface = {.role = ROLE_BUTTON,
                              .box = box,
                              .hit = box,
                              .fill = scene->t->orange,
                              .radius_px = m->radius_px,
                              .tap = intent_show(SCREEN_ADMIN, "")};
    bool pressed = chrome_surface(scene, &surface, label);
    color ink = pressed ? scene->t->ink : scene->t->warn_mark;
    int x = box.x + m->pad_px;
    sign_draw_on(scene, x, box.y + (box.h - s.sign_px) / 2, s.sign_px);
    x += s.sign_px + m->pad_px;
    int top = box.y + (box.h - lines_px(scene, &s)) / 2;
    int baseline = text_middle(scene, s.size, top + text_leading(scene, s.size) / 2);
    text_put_wrapped(scene, x, baseline, s.text_px, s.lines,
                     (struct type){WEIGHT_BOLD, s.size, ink}, s.headline);
    top += s.lines * text_leading(scene, s.size);
    baseline = text_middle(scene, hint, top + text_leading(scene, hint) / 2);
    if (s.hints > 0) {
        text_put_wrapped(scene, x, baseline, s.text_px, s.hints,
                         (struct type){WEIGHT_REGULAR, hint, ink}, s.hint);
    }
}
