// The slider over time with the meetings on it, and what can be done with the moment that
// it stands on.
#include <stdio.h>
#include <string.h>

#include "board/agenda.h"
#include "view/trend_parts.h"

// --- the line ---

enum body_shape { BODY_RING, BODY_SQUARE, BODY_OTHER, BODY_SHAPES };

// The highest rung of the ladder is a square (OOGO), the one before it a ring (regiegroep).
static enum body_shape body_shape_of(const struct board *board, const char *body)
{
    int rung = board_rung_find(board, body);
    int last = (int)board->rung_count - 1;

    if (rung == last && last >= 0) {
        return BODY_SQUARE;
    }
    return rung == last - 1 && rung >= 0 ? BODY_RING : BODY_OTHER;
}

static void body_draw(struct scene *scene, enum body_shape shape, int cx, int cy, int s)
{
    rect box = {cx - s / 2, cy - s / 2, s, s};
    int stroke = most(2, s / 7);

    switch (shape) {
    case BODY_RING:
        draw_fill(scene->list, box, scene->t->card, s / 2);
        draw_frame(scene->list, box, scene->t->blue, s / 2, stroke);
        break;
    case BODY_SQUARE:
        draw_fill(scene->list, box, scene->t->card, 0);
        draw_frame(scene->list, box, scene->t->blue, 0, stroke);
        break;
    case BODY_OTHER:
    case BODY_SHAPES: draw_shape(scene->list, SHAPE_TRIANGLE, box, scene->t->blue); break;
    }
}

struct line {
    rect box; // x and w of the line itself; y its middle
    int64_t from_ms, to_ms;
};

static int line_x(const struct line *line, int64_t at_ms)
{
    double share = (double)(at_ms - line->from_ms) / (double)(line->to_ms - line->from_ms);

    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return line->box.x + (int)(share * line->box.w);
}

// Year numbers where years begin, and the year it starts in, where there is room.
static void line_years(struct scene *scene, const struct line *line, int baseline,
                       int right)
{
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    struct date date = {0};
    int32_t day = 0;
    char word[16];

    day_local(line->from_ms, &day, NULL);
    date = day_date(day);
    int64_t next_ms = day_moment_ms(day_of((struct date){date.year + 1, 1, 1}), 0);
    snprintf(word, sizeof word, "%d", date.year);
    int width = text_width(scene, type, word);
    int step = width + 2 * scene->m->unit_px;
    int free = line->box.x;
    int x = line->box.x;
    if (line_x(line, next_ms) - x < step && next_ms < line->to_ms) {
        x = line_x(line, next_ms);
        snprintf(word, sizeof word, "%d", ++date.year);
    }
    while (x + width < right) {
        if (x >= free) {
            text_put(scene, x, baseline, type, word);
            free = x + step;
        }
        snprintf(word, sizeof word, "%d", ++date.year);
        int64_t at_ms = day_moment_ms(day_of((struct date){date.year, 1, 1}), 0);
        if (at_ms >= line->to_ms) {
            break;
        }
        x = line_x(line, at_ms);
    }
}

static void grip_draw(struct scene *scene, int cx, int cy, int s, const char *letter,
                      bool moves)
{
    const struct theme *t = scene->t;
    rect disc = {cx - s / 2, cy - s / 2, s, s};
    color ink = moves ? t->on_blue : t->blue;

    draw_fill(scene->list, disc, moves ? t->blue : t->card, s / 2);
    if (!moves) {
        draw_frame(scene->list, disc, t->blue, s / 2, most(2, s / 10));
    }
    if (letter[0] != '\0') {
        text_put_centre(scene, cx, text_middle(scene, SIZE_HAND, cy),
                        (struct type){WEIGHT_BOLD, SIZE_HAND, ink}, letter);
        return;
    }
    int bar = most(2, s / 10);
    draw_fill(scene->list, (rect){cx - 2 * bar, cy - s / 5, bar, 2 * s / 5}, ink, 0);
    draw_fill(scene->list, (rect){cx + bar, cy - s / 5, bar, 2 * s / 5}, ink, 0);
}

static int grip_px(const struct scene *scene)
{
    return most(11 * scene->m->unit_px / 2, scene->m->size_px[SIZE_HAND] * 3 / 2);
}

static int mark_x(const struct line *line, int64_t at_ms)
{
    return line_x(line, at_ms == SPAN_NOW ? line->to_ms : at_ms);
}

static void line_draw(struct scene *scene, const struct trend *trend,
                      const struct line *line)
{
    const struct metrics *m = scene->m;
    int thick = most(2, m->unit_px * 3 / 4);
    int s = most(3 * m->unit_px, 2 * m->px_per_mm > 8 ? 12 : 8);
    int y = line->box.y;
    int end = line->box.x + line->box.w;
    int at = mark_x(line, trend->at_ms);

    draw_fill(scene->list, (rect){line->box.x, y - thick / 2, at - line->box.x, thick},
              scene->t->blue, 0);
    draw_fill(scene->list, (rect){at, y - thick / 2, end - at, thick}, scene->t->edge, 0);
    for (size_t i = 0; i < trend->meeting_count; i++) {
        const struct meeting *meeting = trend->meetings[i];
        body_draw(scene, body_shape_of(scene->board, meeting->body),
                  line_x(line, meeting_over_ms(meeting)), y, s);
    }
    draw_fill(scene->list,
              (rect){end - thick / 2, y - 2 * m->unit_px, thick, 4 * m->unit_px},
              scene->t->ink, 0);
}

static void grips_draw(struct scene *scene, const struct trend *trend,
                       const struct line *line)
{
    const struct trend_ui *ui = &scene->ui->trend;
    int s = grip_px(scene);

    for (int i = 0; ui->compares && i < TREND_MARKS; i++) {
        if (i != (int)ui->mark) {
            grip_draw(scene, mark_x(line, trend->marks[i]), line->box.y, s,
                      i == TREND_A ? "A" : "B", false);
        }
    }
    const char *letter = ui->mark == TREND_A ? "A" : "B";
    grip_draw(scene, mark_x(line, trend->at_ms), line->box.y, s, ui->compares ? letter : "",
              true);
}

// All of the line answers: a tap or a drag sets the mark there.
static void line_touch(struct scene *scene, const struct line *line, rect hit)
{
    char text[64];
    rect box = {line->box.x, hit.y, line->box.w, hit.h};
    struct element *element =
        draw_element(scene->list, ROLE_FIELD, box, scene_word(scene, WORD_TREND_SLIDER));

    if (element != NULL) {
        snprintf(text, sizeof text, "%lld/%lld", (long long)line->from_ms,
                 (long long)line->to_ms);
        element->hit = hit;
        element->slides = true;
        element->tap = trend_option(UI_TREND_AT, "", 0, text);
    }
}

// --- the key, and the row over the line ---

// The bodies that are on the line; the first name of each shape, or that there are others.
static int key_words(const struct scene *scene, const struct trend *trend,
                     const char *out[BODY_SHAPES])
{
    int count = 0;

    memset(out, 0, BODY_SHAPES * sizeof *out);
    for (size_t i = 0; i < trend->meeting_count; i++) {
        const char *body = trend->meetings[i]->body;
        enum body_shape shape = body_shape_of(scene->board, body);
        count += out[shape] == NULL;
        if (out[shape] == NULL) {
            out[shape] = body;
        } else if (!body_same(out[shape], body)) {
            out[shape] = scene_word(scene, WORD_TREND_OTHER_BODY);
        }
    }
    return count;
}

// The key stands at the right of the line, or in a row over it where that is narrow.
static bool key_beside(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM || scene->m->tall;
}

static int key_sign_px(const struct scene *scene)
{
    return most(3 * scene->m->unit_px, text_cap(scene, SIZE_HAND));
}

static int key_px(const struct scene *scene, const struct trend *trend)
{
    const char *words[BODY_SHAPES];
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, 0};
    int width = 0;

    key_words(scene, trend, words);
    for (int i = 0; i < BODY_SHAPES; i++) {
        width = most(width, words[i] != NULL ? text_width(scene, type, words[i]) : 0);
    }
    if (width == 0 || !key_beside(scene)) {
        return 0;
    }
    return least(width, 42 * scene->m->unit_px) + key_sign_px(scene) +
           3 * scene->m->unit_px + scene->m->gap_px;
}

// The width of the key in a row.
static int key_row_px(const struct scene *scene, const struct trend *trend)
{
    const char *words[BODY_SHAPES];
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, 0};
    int width = 0;

    key_words(scene, trend, words);
    for (int i = 0; i < BODY_SHAPES; i++) {
        if (words[i] != NULL) {
            width += key_sign_px(scene) + 4 * scene->m->unit_px +
                     text_width(scene, type, words[i]);
        }
    }
    return width;
}

// The date takes a line of its own where the key leaves it no room.
static bool date_apart(const struct scene *scene, const struct trend *trend, int width_px)
{
    char words[FORMAT_SIZE];
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, 0};

    trend_moment_words(scene, trend->at_ms, words, sizeof words);
    return scene->m->layout == LAYOUT_PORTRAIT && !key_beside(scene) &&
           key_row_px(scene, trend) + text_width(scene, type, words) > width_px;
}

// One shape and its word; returns its width.
static int key_one_draw(struct scene *scene, enum body_shape shape, int x, int cy,
                        int right, const char *word)
{
    int s = key_sign_px(scene);
    int gap = scene->m->unit_px;

    body_draw(scene, shape, x + s / 2, cy, s);
    return s + gap +
           text_put_fit(scene, x + s + gap, text_middle(scene, SIZE_HAND, cy),
                        right - x - s - gap,
                        (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, word);
}

static void key_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const char *words[BODY_SHAPES];
    int count = key_words(scene, trend, words);
    int step = text_leading(scene, SIZE_HAND) + scene->m->unit_px / 2;
    bool beside = key_beside(scene);
    int cy = box.y + box.h / 2 - (beside ? (count - 1) * step / 2 : 0);
    int x = box.x;

    for (int i = 0; i < BODY_SHAPES; i++) {
        if (words[i] == NULL || x + 8 * scene->m->unit_px > box.x + box.w) {
            continue;
        }
        int width = key_one_draw(scene, (enum body_shape)i, x, cy, box.x + box.w, words[i]);
        cy += beside ? step : 0;
        x += beside ? 0 : width + 3 * scene->m->unit_px;
    }
}

// Comparing: which of both the line moves, in two buttons. Else the date over the cursor.
static void head_draw(struct scene *scene, const struct trend *trend,
                      const struct line *line, rect box)
{
    char words[FORMAT_SIZE];
    int x = box.x;

    if (!scene->ui->trend.compares) {
        struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
        trend_moment_words(scene, trend->at_ms, words, sizeof words);
        int width = text_width(scene, type, words);
        int at = mark_x(line, trend->at_ms) - width / 2;
        at = most(box.x, least(at, box.x + box.w - width));
        rect row = box;
        if (date_apart(scene, trend, box.w)) {
            row.h = box.h / 2;
            key_draw(scene, trend, row);
            row.y += row.h;
        } else if (!key_beside(scene)) {
            at = box.x + box.w - width;
            row.w -= width + 2 * scene->m->unit_px;
            key_draw(scene, trend, row);
        }
        text_put(scene, at, text_middle(scene, SIZE_TAFEL, row.y + row.h / 2), type, words);
        return;
    }
    for (int i = 0; i < TREND_MARKS; i++) {
        char moment[FORMAT_SIZE];
        trend_moment_words(scene, trend->marks[i], moment, sizeof moment);
        format_fill(words, sizeof words, "%s  %s", i == TREND_A ? "A" : "B", moment);
        int width = chrome_button_width(scene, -1, words);
        chrome_button(scene, (rect){x, box.y, width, box.h - scene->m->gap_px / 2}, -1,
                      words, (int)scene->ui->trend.mark == i,
                      trend_option(UI_TREND_MARK, "", i, ""));
        x += width + scene->m->gap_px;
    }
}

// --- all of it ---

static int head_px(const struct scene *scene, const struct trend *trend, int width_px)
{
    int line = text_leading(scene, SIZE_TAFEL);

    if (scene->ui->trend.compares) {
        return most(scene->m->touch_min_px, line + 2) + scene->m->gap_px / 2;
    }
    return date_apart(scene, trend, width_px) ? 2 * line : line;
}

// The line with the years under it.
static int line_px(const struct scene *scene)
{
    return most(scene->m->touch_min_px, grip_px(scene) + text_leading(scene, SIZE_HAND));
}

int trend_slider_px(const struct scene *scene, const struct trend *trend, int width_px)
{
    struct trend_button buttons[TREND_BUTTONS_MAX];
    int pad = trend->folds ? scene->m->pad_px : 2 * scene->m->pad_px;

    if (trend->brief) {
        return chrome_button_px(scene);
    }
    int count = trend_buttons_of(scene, trend, buttons);
    return 2 * pad + head_px(scene, trend, width_px - 2 * pad) + line_px(scene) +
           scene->m->gap_px + trend_buttons_px(scene, width_px - 2 * pad, buttons, count);
}

void trend_slider_draw(struct scene *scene, const struct trend *trend, rect box)
{
    if (trend->brief) {
        struct trend_button few[TREND_BUTTONS_MAX];
        char moment[FORMAT_SIZE];
        int count = trend_buttons_brief(scene, trend, moment, few);
        trend_buttons_draw(scene, box, few, count);
        return;
    }
    const struct metrics *m = scene->m;
    struct trend_button buttons[TREND_BUTTONS_MAX];
    int pad = trend->folds ? m->pad_px : 2 * m->pad_px;
    int key = key_px(scene, trend);
    int grip = grip_px(scene) / 2;
    rect head = {box.x + pad, box.y + pad, box.w - 2 * pad - key,
                 head_px(scene, trend, box.w - 2 * pad)};
    int y = head.y + head.h;
    int touch = line_px(scene) - text_leading(scene, SIZE_HAND);
    struct line line = {
        .box = {head.x + grip, y + touch / 2, head.w - 2 * grip - (key > 0 ? m->gap_px : 0),
                0},
        .from_ms = trend->first_ms,
        .to_ms =
            day_moment_ms(scene->today + 1, 0)}; // the same until midnight: a drag goes on

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    head_draw(scene, trend, &line, head);
    line_draw(scene, trend, &line);
    grips_draw(scene, trend, &line);
    int baseline = y + touch + text_cap(scene, SIZE_HAND);
    struct type now = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int right = line.box.x + line.box.w + grip;
    int width = text_put_right(scene, right, baseline, now, scene_word(scene, WORD_NOW));
    line_years(scene, &line, baseline, right - width - m->unit_px);
    line_touch(scene, &line,
               (rect){head.x, y, head.w - (key > 0 ? m->gap_px : 0), line_px(scene)});
    if (key > 0) {
        key_draw(scene, trend,
                 (rect){head.x + head.w + m->gap_px, box.y + pad, key - m->gap_px,
                        head.h + line_px(scene)});
    }
    int count = trend_buttons_of(scene, trend, buttons);
    int foot = y + line_px(scene) + m->gap_px;
    trend_buttons_draw(scene, (rect){head.x, foot, box.w - 2 * pad, 0}, buttons, count);
}
