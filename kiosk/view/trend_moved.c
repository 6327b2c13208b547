// What moved between the two moments of Verloop, per column, and when all of it will be
// done at this pace.
#include <stdio.h>

#include "view/screens.h"
#include "view/trend_parts.h"

// "+1", "−2" with a real minus, "0".
static void steps_words(int steps, char *out, size_t size)
{
    snprintf(out, size, "%s%d",
             steps > 0   ? "+"
             : steps < 0 ? "\xe2\x88\x92"
                         : "",
             steps < 0 ? -steps : steps);
}

static void column_words(const struct scene *scene, const struct span *span,
                         const struct column *column, char *out, size_t size)
{
    char day[FORMAT_SIZE];
    int32_t silent = span->move.silent[column->index];
    int stage = span->reached[column->index];
    int32_t from = 0;

    day_local(span->from_ms, &from, NULL);
    if (stage >= 0) {
        format_fill(out, size, scene_word(scene, WORD_TO), scene->board->stages[stage]);
    } else if (silent == DAY_NONE) {
        snprintf(out, size, "%s", scene_word(scene, WORD_NOT_REPORTED));
    } else if (silent < from) {
        format_when(day, sizeof day, scene->ui->lang, silent, scene->today);
        format_fill(out, size, scene_word(scene, WORD_TREND_SILENT), day);
    } else {
        snprintf(out, size, "%s", scene_word(scene, WORD_TREND_SAME_STAGE));
    }
}

struct rows {
    int high;
    enum role_size name;
    bool two; // a second line says where to
};

// As large as there is room for.
static struct rows rows_of(const struct scene *scene, int count, int room_px)
{
    int tafel = text_leading(scene, SIZE_TAFEL);
    int hand = text_leading(scene, SIZE_HAND);
    int pad = scene->m->unit_px;
    const struct rows forms[] = {
        {tafel + hand + pad, SIZE_TAFEL, true},
        {hand * 2 + pad / 2, SIZE_HAND, true},
        {tafel + pad / 2, SIZE_TAFEL, false},
        {hand, SIZE_HAND, false},
    };
    size_t form = 0;

    while (form + 1 < sizeof forms / sizeof forms[0] &&
           forms[form].high * count > room_px) {
        form++;
    }
    return forms[form];
}

static void row_draw(struct scene *scene, const struct span *span,
                     const struct column *column, rect box, const struct rows *rows)
{
    char steps[FORMAT_SIZE];
    char words[FORMAT_SIZE];
    const struct movement *moved = &span->move.columns[column->index];
    struct type name = {WEIGHT_REGULAR, rows->name, scene->t->ink};
    struct type bold = {WEIGHT_BOLD, rows->name, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int rim = most(1, scene->m->hair_px / 2);
    int baseline = box.y + rim + text_cap(scene, rows->name) +
                   (text_leading(scene, rows->name) - text_cap(scene, rows->name)) / 2;

    draw_fill(scene->list, (rect){box.x, box.y, box.w, rim}, scene->t->line, 0);
    steps_words(moved->forward - moved->back, steps, sizeof steps);
    int width = text_put_right(scene, box.x + box.w, baseline, bold, steps);
    const char *forms[] = {column->title, column->wall, column->letter, NULL};
    int room = box.w - width - scene->m->unit_px;
    text_put_fit(scene, box.x, baseline, room, name, text_choose(scene, room, name, forms));
    if (rows->two) {
        column_words(scene, span, column, words, sizeof words);
        text_put_fit(scene, box.x, baseline + text_leading(scene, SIZE_HAND), box.w, hand,
                     words);
    }
}

// In plain words; *bold is the part that says when, "" when it cannot be said.
static void forecast_words(const struct scene *scene, const struct forecast *forecast,
                           char *out, char *bold, size_t size)
{
    static const enum word why[] = {[FORECAST_DONE] = WORD_TREND_ALL_DONE,
                                    [FORECAST_SHORT] = WORD_TREND_TOO_SHORT,
                                    [FORECAST_STILL] = WORD_TREND_STILL,
                                    [FORECAST_UNSTEADY] = WORD_TREND_UNSTEADY};
    const char *last = scene->board->stages[scene->board->stage_count - 1];

    bold[0] = '\0';
    if (forecast->why != FORECAST_KNOWN) {
        format_fill(out, size, scene_word(scene, why[forecast->why]), last);
        return;
    }
    int early = day_date(forecast->early).year;
    int late = day_date(forecast->late).year;
    format_fill(out, size, scene_word(scene, WORD_TREND_AT_PACE), last);
    if (early == late) {
        format_fill(bold, size, scene_word(scene, WORD_TREND_IN_YEAR), early);
    } else {
        format_fill(bold, size, scene_word(scene, WORD_TREND_IN_YEARS), early, late);
    }
}

// Returns its height; draws it when `at` is a box.
static int forecast_draw(struct scene *scene, const struct trend *trend, rect at)
{
    char words[FORMAT_SIZE];
    char bold[FORMAT_SIZE];
    int step = text_leading(scene, SIZE_HAND);
    struct type plain = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    struct type strong = {WEIGHT_BOLD, SIZE_HAND, scene->t->ink};

    forecast_words(scene, &trend->series->forecast, words, bold, sizeof words);
    int lines = text_lines(scene, at.w, plain, words);
    int more = bold[0] != '\0' ? text_lines(scene, at.w, strong, bold) : 0;
    if (at.h > 0) {
        int baseline = at.y + text_cap(scene, SIZE_HAND) + step / 6;
        text_put_wrapped(scene, at.x, baseline, at.w, lines, plain, words);
        text_put_wrapped(scene, at.x, baseline + lines * step, at.w, more, strong, bold);
    }
    return (lines + more) * step + step / 3;
}

static void about_words(const struct scene *scene, const struct trend *trend, char *out,
                        size_t size)
{
    char what[FORMAT_SIZE];
    char tracks[FORMAT_SIZE];
    const struct trend_filter *filter = &trend->filter;

    snprintf(tracks, sizeof tracks, "%s", scene_word(scene, WORD_TREND_TRACK));
    if (trend->series->tracks != 1) {
        format_fill(tracks, sizeof tracks, scene_word(scene, WORD_TRACKS),
                    trend->series->tracks);
    }
    if (filter->ambition != NULL) {
        char kind[FORMAT_SIZE];
        sentence_case(scene->board->row_kind, kind, sizeof kind);
        format_fill(what, sizeof what, "%s %s", kind, filter->ambition->code);
    } else {
        snprintf(what, sizeof what, "%s", scene_word(scene, WORD_TREND_WHOLE));
    }
    format_fill(out, size, "%s, %s", what, tracks);
}

void trend_moved_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const struct metrics *m = scene->m;
    const struct span *span = trend->span;
    bool panel = scene->ui->fold == TREND_FOLD_MOVED;
    int pad = panel ? 0 : trend->folds ? m->pad_px : 2 * m->pad_px;
    rect inside = rect_inset(box, pad);
    char from[FORMAT_SIZE];
    char to[FORMAT_SIZE];
    char words[3 * FORMAT_SIZE];
    struct type title = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    trend_moment_words(scene, span->from_ms, from, sizeof from);
    trend_moment_words(scene, span->to_ms, to, sizeof to);
    format_fill(words, sizeof words, scene_word(scene, WORD_TREND_FROM_TO), from, to);
    int y = inside.y + text_cap(scene, SIZE_TAFEL) + m->unit_px / 2;
    text_put_fit(scene, inside.x, y, inside.w, title, words);
    y += text_leading(scene, SIZE_HAND);
    about_words(scene, trend, words, sizeof words);
    text_put_fit(scene, inside.x, y, inside.w, hand, words);
    y += text_leading(scene, SIZE_HAND) / 2;

    int count = 0;
    for (size_t c = 0; c < scene->board->column_count; c++) {
        count += trend->filter.column == NULL ||
                 trend->filter.column == &scene->board->columns[c];
    }
    int told = forecast_draw(scene, trend, (rect){0, 0, inside.w, 0});
    int room = inside.y + inside.h - y;
    struct rows rows = rows_of(scene, count, room - told);
    bool forecast = rows.high * count + told <= room;
    for (size_t c = 0; c < scene->board->column_count; c++) {
        const struct column *column = &scene->board->columns[c];
        if ((trend->filter.column == NULL || trend->filter.column == column) &&
            y + rows.high <= inside.y + inside.h) {
            row_draw(scene, span, column, (rect){inside.x, y, inside.w, rows.high}, &rows);
            y += rows.high;
        }
    }
    draw_fill(scene->list, (rect){inside.x, y, inside.w, most(1, m->hair_px / 2)},
              scene->t->line, 0);
    if (forecast) {
        forecast_draw(scene, trend, (rect){inside.x, y + m->unit_px, inside.w, 1});
    }
}
