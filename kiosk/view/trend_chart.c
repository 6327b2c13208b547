// The bars of Verloop: one per period, one brick per track (or per so many), with the names
// at the last one.
#include <stdio.h>

#include "view/sign.h"
#include "view/trend_parts.h"

enum { BAND_MAX = (int)STAGE_MAX > (int)SIGN_COUNT ? (int)STAGE_MAX : (int)SIGN_COUNT };

// From the foot: the last stage, or done.
static int band_count(const struct scene *scene)
{
    return scene->ui->trend.health ? SIGN_COUNT : (int)scene->board->stage_count;
}

static int band_of(const struct scene *scene, const struct trend_point *point, int band)
{
    return scene->ui->trend.health
               ? point->signs[pile_order[band]]
               : point->stages[(int)scene->board->stage_count - 1 - band];
}

static const char *band_word(const struct scene *scene, int band)
{
    return scene->ui->trend.health
               ? sign_word(scene, pile_order[band])
               : scene->board->stages[(int)scene->board->stage_count - 1 - band];
}

static int tracks_most(const struct series *series)
{
    int tracks = 1;

    for (size_t i = 0; i < series->count; i++) {
        tracks = most(tracks, series->points[i].tracks);
    }
    return tracks;
}

static int tint_part(color a, color b, int shift, int of, int whole)
{
    int from = (int)(a >> shift & 0xff);
    int to = (int)(b >> shift & 0xff);

    return from + (to - from) * of / whole;
}

// Six tints for six stages; boards with more or fewer take theirs in between.
static color tint(const struct scene *scene, int stage)
{
    const color *tints = scene->t->tints;
    int last = most(1, (int)scene->board->stage_count - 1);
    int place = stage * 5;
    int at = least(4, place / last);
    int of = place - at * last;
    color out = 0;

    for (int shift = 0; shift <= 16; shift += 8) {
        out |= (color)tint_part(tints[at], tints[at + 1], shift, of, last) << shift;
    }
    return out;
}

void trend_brick(struct scene *scene, int stage, rect box)
{
    int rim = most(1, scene->m->hair_px / 2);

    draw_fill(scene->list, box, tint(scene, stage), 0);
    if (stage * 5 < 2 * ((int)scene->board->stage_count - 1)) { // pale: it needs a rim
        draw_frame(scene->list, box, stage == 0 ? scene->t->edge : scene->t->trail, 0, rim);
    }
}

// --- the switch ---

int trend_switch_px(const struct scene *scene)
{
    return most(scene->m->touch_min_px, scene->m->size_px[SIZE_TAFEL] * 3 / 2);
}

static const enum word switch_words[2] = {WORD_TREND_HEALTH, WORD_TREND_STAGES};

// With both, letters that are large for the panel would leave no room for the title: then
// the one is on or off.
static int switch_count(const struct scene *scene)
{
    bool large = scene->list->width_px < 20 * scene->m->size_px[SIZE_WAND];

    return scene->m->layout == LAYOUT_PANEL && large ? 1 : 2;
}

int trend_switch_width(const struct scene *scene)
{
    int width = scene->m->unit_px;

    for (int i = 0; i < switch_count(scene); i++) {
        width += chrome_button_width(scene, -1, scene_word(scene, switch_words[i]));
    }
    return width;
}

int trend_switch_draw(struct scene *scene, rect box)
{
    int right = box.x + box.w;
    int gap = scene->m->unit_px;

    bool both = switch_count(scene) == 2;
    for (int i = 0; i < switch_count(scene); i++) { // from the right
        const char *word = scene_word(scene, switch_words[i]);
        int width = chrome_button_width(scene, -1, word);
        rect at = {right - width, box.y, width, box.h};
        bool health = i == 0;
        bool now = scene->ui->trend.health;
        chrome_button(scene, at, -1, word, now == health,
                      trend_option(UI_TREND_HEALTH, "", both ? health : !now, ""));
        right -= width + gap;
    }
    return box.x + box.w - right - gap;
}

// --- the plot ---

struct plot {
    rect box;     // of the bars
    size_t first; // the first point that is shown
    int pitch_px; // from one bar to the next
    int bar_px, row_px, brick_px, gap_px;
    int per, wide; // tracks that a brick stands for, bricks side by side
    int foot_px;   // y of the baseline
    int label_x_px;
    rect note; // where it says what a brick is; empty: a track, as always
};

static int labels_px(const struct scene *scene, const struct trend_point *point)
{
    struct type bold = {WEIGHT_BOLD, SIZE_TAFEL, 0};
    struct type type = {WEIGHT_REGULAR, SIZE_TAFEL, 0};
    int width = 0;

    for (int band = 0; band < band_count(scene); band++) {
        char number[24];
        if (band_of(scene, point, band) > 0) {
            snprintf(number, sizeof number, "%d", band_of(scene, point, band));
            width = most(width, text_width(scene, bold, number) +
                                    text_width(scene, type, band_word(scene, band)));
        }
    }
    int sign = scene->ui->trend.health
                   ? text_cap(scene, SIZE_TAFEL) * 5 / 4 + scene->m->unit_px
                   : 0;
    return width + sign + 2 * scene->m->unit_px;
}

// Bricks side by side when there are more tracks than rows; when they would become too
// narrow, a brick stands for several.
static void plot_bricks(const struct scene *scene, struct plot *plot, int tracks)
{
    const struct metrics *m = scene->m;
    int rows = most(1, plot->box.h / most(5 * m->unit_px / 2, 8));
    int widest = most(1, plot->bar_px / most(m->unit_px, 5));

    plot->per = (tracks + rows * widest - 1) / (rows * widest);
    int bricks = (tracks + plot->per - 1) / plot->per;
    plot->wide = (bricks + rows - 1) / rows;
    int used = (bricks + plot->wide - 1) / plot->wide;
    plot->row_px = most(1, least(plot->box.h / used, 6 * m->unit_px));
    plot->brick_px = plot->bar_px / plot->wide;
    plot->gap_px = most(1, plot->row_px / 7);
}

static struct plot plot_of(const struct scene *scene, const struct trend *trend, rect box)
{
    const struct metrics *m = scene->m;
    const struct series *series = trend->series;
    int pad = trend->folds ? m->pad_px : 2 * m->pad_px;
    int head = trend->folds ? 0 : trend_switch_px(scene) + m->gap_px;
    struct plot plot = {.box = rect_inset(box, pad)};
    int labels =
        least(labels_px(scene, &series->points[series->count - 1]), plot.box.w * 55 / 100);

    plot.note = (rect){plot.box.x, plot.box.y, plot.box.w, most(0, head - m->gap_px)};
    plot.box.y += head;
    plot.box.h -= head + text_leading(scene, SIZE_HAND) + m->unit_px;
    plot.box.w -= labels;
    int shown = least((int)series->count,
                      most(1, plot.box.w / ((trend->folds ? 7 : 4) * m->unit_px)));
    plot.first = series->count - (size_t)shown;
    plot.pitch_px = least(plot.box.w / shown, 14 * m->unit_px);
    plot.bar_px = most(2, plot.pitch_px - most(m->unit_px, 2));
    plot_bricks(scene, &plot, tracks_most(series));
    int note = text_leading(scene, SIZE_HAND);
    if (trend->folds && plot.per > 1 && plot.box.h > 3 * note) { // it has to be said
        plot.note.h = note;
        plot.box.y += plot.note.h;
        plot.box.h -= plot.note.h;
        plot_bricks(scene, &plot, tracks_most(series));
    }
    plot.foot_px = plot.box.y + plot.box.h;
    plot.label_x_px = plot.box.x + shown * plot.pitch_px + m->unit_px / 2;
    return plot;
}

static void one_draw(struct scene *scene, const struct plot *plot, int x, int place,
                     int band)
{
    int row = place / plot->wide;
    int at = place % plot->wide;
    int gap = plot->wide > 1 ? most(1, plot->gap_px / 2) : 0;
    rect brick = {x + at * plot->bar_px / plot->wide,
                  plot->foot_px - (row + 1) * plot->row_px, 0,
                  most(1, plot->row_px - plot->gap_px)};

    brick.w = most(1, x + (at + 1) * plot->bar_px / plot->wide - gap - brick.x);
    if (scene->ui->trend.health) {
        brick_draw(scene, pile_order[band], brick);
    } else {
        trend_brick(scene, (int)scene->board->stage_count - 1 - band, brick);
    }
}

// Returns its top. A brick that stands for several tracks is what the middle one is.
static int bar_draw(struct scene *scene, const struct plot *plot,
                    const struct trend_point *point, int x)
{
    int bricks = (point->tracks + plot->per - 1) / plot->per;
    int band = 0;
    int below = 0; // tracks under this band

    for (int place = 0; place < bricks; place++) {
        int track = least(place * plot->per + plot->per / 2, point->tracks - 1);
        while (band + 1 < band_count(scene) &&
               below + band_of(scene, point, band) <= track) {
            below += band_of(scene, point, band++);
        }
        one_draw(scene, plot, x, place, band);
    }
    return plot->foot_px - (bricks + plot->wide - 1) / plot->wide * plot->row_px;
}

// Names at the last bar, each at its band, moved apart where they would touch.
static void labels_draw(struct scene *scene, const struct plot *plot,
                        const struct trend_point *point)
{
    struct type number = {WEIGHT_BOLD, SIZE_TAFEL, scene->t->ink};
    struct type name = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    int cap = text_cap(scene, SIZE_TAFEL);
    int bands[BAND_MAX];
    int at[BAND_MAX];
    int count = 0;
    int below = 0;
    int named = 0;

    for (int band = 0; band < band_count(scene); band++) {
        named += band_of(scene, point, band) > 0;
    }
    int room = plot->foot_px + text_leading(scene, SIZE_HAND) - plot->box.y;
    int step = least(cap * 3 / 2, room / most(1, named));
    for (int band = 0; band < band_count(scene); band++) {
        int tracks = band_of(scene, point, band);
        if (tracks > 0) {
            int rows = (below + tracks / 2) / (plot->per * plot->wide);
            int middle = plot->foot_px - rows * plot->row_px - plot->row_px / 2 + cap / 2;
            bands[count] = band;
            at[count] = count > 0 ? least(middle, at[count - 1] - step)
                                  : least(middle, plot->foot_px);
            count++;
        }
        below += tracks;
    }
    // Too high up: down again, each as far as the one under it lets it.
    int top = plot->box.y + cap;
    for (int i = count; i > 0; i--) {
        at[i - 1] = most(at[i - 1], top);
        top = at[i - 1] + step;
    }
    int right = plot->label_x_px;
    for (int i = 0; i < count; i++) {
        char line[24];
        int x = right;
        int side = cap * 5 / 4;
        if (scene->ui->trend.health) {
            sign_draw(scene, pile_order[bands[i]], x, at[i] - cap / 2 - side / 2, side);
            x += side + scene->m->unit_px;
        }
        snprintf(line, sizeof line, "%d", band_of(scene, point, bands[i]));
        x += text_put(scene, x, at[i], number, line) + scene->m->unit_px;
        text_put_fit(scene, x, at[i], scene->list->width_px - x, name,
                     band_word(scene, bands[i]));
    }
}

// Where years begin under the bars; between them the months, where a bar is one.
static void years_draw(struct scene *scene, const struct plot *plot,
                       const struct series *series)
{
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int baseline = plot->foot_px + scene->m->unit_px + text_cap(scene, SIZE_HAND) +
                   scene->m->unit_px / 2;
    int free = plot->box.x; // up to where there are words already

    for (size_t i = plot->first; i < series->count; i++) {
        struct date date = day_date(series->points[i].day);
        int year_before = i > plot->first ? day_date(series->points[i - 1].day).year : 0;
        int x = plot->box.x + (int)(i - plot->first) * plot->pitch_px;
        char word[16];
        bool year = date.year != year_before;
        if (year) {
            snprintf(word, sizeof word, "%d", date.year);
            draw_fill(scene->list,
                      (rect){x - 1, plot->foot_px + scene->m->unit_px / 2,
                             most(1, scene->m->hair_px / 2),
                             baseline - plot->foot_px - scene->m->unit_px / 2},
                      scene->t->edge, 0);
        } else if (series->months) {
            snprintf(word, sizeof word, "%s", words_month(scene->ui->lang, date.month, 0));
        } else {
            continue;
        }
        int width = text_width(scene, type, word);
        x += scene->m->unit_px / 2;
        if (x >= free && (year || width + scene->m->unit_px < plot->pitch_px)) {
            text_put(scene, x, baseline, type, word);
            free = x + width + scene->m->unit_px;
        }
    }
}

// A frame round the bar of a chosen moment.
static void cursor_draw(struct scene *scene, const struct plot *plot,
                        const struct series *series, int64_t at_ms, int top)
{
    int32_t day = 0;
    size_t at = plot->first;
    int out = scene->m->unit_px / 2 + scene->m->thin_px;

    if (at_ms != SPAN_NOW) {
        day_local(at_ms, &day, NULL);
    }
    while (at + 1 < series->count && (at_ms == SPAN_NOW || series->points[at].day < day)) {
        at++;
    }
    rect bar = {plot->box.x + (int)(at - plot->first) * plot->pitch_px, top, plot->bar_px,
                plot->foot_px - plot->gap_px - top};
    draw_frame(scene->list, rect_inset(bar, -out), scene->t->ink, scene->m->unit_px / 2,
               scene->m->thin_px);
}

static void note_draw(struct scene *scene, int per, rect box)
{
    char words[FORMAT_SIZE];
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    snprintf(words, sizeof words, "%s", scene_word(scene, WORD_TREND_ONE));
    if (per > 1) {
        format_fill(words, sizeof words, scene_word(scene, WORD_TREND_MANY), per);
    }
    text_put_fit(scene, box.x, text_middle(scene, SIZE_HAND, box.y + box.h / 2), box.w,
                 type, words);
}

void trend_chart_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const struct metrics *m = scene->m;
    const struct series *series = trend->series;
    struct plot plot = plot_of(scene, trend, box);
    int top = plot.foot_px;

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    rect clip = draw_clip(scene->list, box);
    if (!trend->folds) {
        plot.note.w -= trend_switch_draw(scene, plot.note) + m->gap_px;
    }
    if (plot.note.h > 0) {
        note_draw(scene, plot.per, plot.note);
    }
    for (size_t i = plot.first; i < series->count; i++) {
        int x = plot.box.x + (int)(i - plot.first) * plot.pitch_px;
        top = least(top, bar_draw(scene, &plot, &series->points[i], x));
    }
    labels_draw(scene, &plot, &series->points[series->count - 1]);
    years_draw(scene, &plot, series);
    if (trend->at_ms != SPAN_NOW || scene->ui->trend.compares) {
        cursor_draw(scene, &plot, series, trend->marks[TREND_A], top);
    }
    if (scene->ui->trend.compares) {
        cursor_draw(scene, &plot, series, trend->marks[TREND_B], top);
    }
    draw_clip(scene->list, clip);
}
