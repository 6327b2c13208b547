// Two moments beside each other: a band per stage, as high in both, one brick per track;
// those that stood elsewhere at the other moment have a rim.
#include <stdio.h>

#include "view/trend_parts.h"

struct two {
    rect box;
    int names_px;   // the names of the stages, at the left
    int numbers_px; // and of how many, before each
    int side_px;    // width of one of both
    int per;        // tracks that a brick stands for
    int wide;       // bricks side by side in it
    int brick_w, brick_h, gap;
    const struct span *span; // how many tracks, and how many stood elsewhere
};

static int bricks_of(const struct two *two, int tracks)
{
    return (tracks + two->per - 1) / two->per;
}

static int band_rows(const struct two *two, int stage)
{
    int tracks = most(two->span->counts[TREND_A][stage], two->span->counts[TREND_B][stage]);

    return most(1, (bricks_of(two, tracks) + two->wide - 1) / two->wide);
}

static int rows_all(const struct scene *scene, const struct two *two)
{
    int rows = 0;

    for (int stage = 0; stage < (int)scene->board->stage_count; stage++) {
        rows += band_rows(two, stage);
    }
    return rows;
}

// As few bricks side by side as leave each high enough; where they would become too narrow,
// a brick stands for several tracks.
static void two_fit(const struct scene *scene, struct two *two, int between)
{
    int stages = (int)scene->board->stage_count;
    int unit = scene->m->unit_px;
    int room = most(1, two->box.h - (stages - 1) * between);
    int least_px = least(most(text_leading(scene, SIZE_HAND), 2 * unit), room / stages);
    int widest = most(1, two->side_px / (4 * unit));

    two->per = 1;
    two->wide = 1;
    while (rows_all(scene, two) * least_px > room || two->side_px / two->wide > 16 * unit) {
        if (two->wide < widest) {
            two->wide++;
        } else if (two->per < 1 << 20) {
            two->per += 1 + two->per / 8;
        } else {
            break; // not even a brick per stage fits
        }
    }
    two->brick_h = most(1, least(room / rows_all(scene, two), 10 * unit));
    two->brick_w = most(1, two->side_px / two->wide);
    two->gap = two->brick_h > 6 && two->brick_w > 6 ? most(1, unit / 4) : 0;
}

// The bricks of one band; those that stood elsewhere come last, in a rim.
static void band_draw(struct scene *scene, const struct two *two, int mark, int stage,
                      rect band)
{
    int bricks = bricks_of(two, two->span->counts[mark][stage]);
    int rimmed = bricks_of(two, two->span->moved[mark][stage]);

    for (int i = 0; i < bricks; i++) {
        rect brick = {band.x + i % two->wide * two->brick_w,
                      band.y + i / two->wide * two->brick_h,
                      most(1, two->brick_w - two->gap), most(1, two->brick_h - two->gap)};
        trend_brick(scene, stage, brick);
        if (i >= bricks - rimmed) {
            draw_frame(scene->list, brick, scene->t->ink, 0, scene->m->thin_px);
        }
    }
}

static void band_name(struct scene *scene, const struct two *two, int stage, int y,
                      int high)
{
    char number[2][24];
    struct type name = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    struct type bold = {WEIGHT_BOLD, SIZE_TAFEL, scene->t->ink};
    int baseline = text_middle(scene, SIZE_TAFEL,
                               y + least(high, text_leading(scene, SIZE_TAFEL)) / 2);
    int unit = scene->m->unit_px;

    text_put_fit(scene, two->box.x, baseline, two->names_px - 2 * unit, name,
                 scene->board->stages[stage]);
    for (int mark = 0; mark < TREND_MARKS; mark++) {
        int right = two->box.x + two->names_px + mark * (two->side_px + two->numbers_px) +
                    two->numbers_px - 2 * unit;
        snprintf(number[mark], sizeof number[mark], "%d", two->span->counts[mark][stage]);
        text_put_right(scene, right, baseline, bold, number[mark]);
    }
}

static void head_draw(struct scene *scene, const struct trend *trend, const struct two *two,
                      int baseline)
{
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    int64_t moments[TREND_MARKS] = {trend->span->from_ms, trend->span->to_ms};
    bool turned = trend->marks[TREND_A] > trend->marks[TREND_B];

    for (int mark = 0; mark < TREND_MARKS; mark++) {
        char words[FORMAT_SIZE];
        char moment[FORMAT_SIZE];
        bool a = (mark == TREND_A) != turned;
        trend_moment_words(scene, moments[mark], moment, sizeof moment);
        format_fill(words, sizeof words, "%s  %s", a ? "A" : "B", moment);
        text_put_fit(scene,
                     two->box.x + two->names_px + mark * (two->side_px + two->numbers_px) +
                         two->numbers_px,
                     baseline, two->side_px, type, words);
    }
}

// Room for the widest count, between what stands before and behind it.
static int numbers_px(const struct scene *scene, const struct two *two)
{
    struct type bold = {WEIGHT_BOLD, SIZE_TAFEL, 0};
    char number[24];
    int width = 0;

    for (int stage = 0; stage < STAGE_MAX; stage++) {
        for (int mark = 0; mark < TREND_MARKS; mark++) {
            snprintf(number, sizeof number, "%d", two->span->counts[mark][stage]);
            width = most(width, text_width(scene, bold, number));
        }
    }
    return width + 5 * scene->m->unit_px;
}

void trend_compare_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const struct metrics *m = scene->m;
    int stages = (int)scene->board->stage_count;
    int pad = trend->folds ? m->pad_px : 2 * m->pad_px;
    int between = m->unit_px;
    struct two two = {.box = rect_inset(box, pad), .span = trend->span};
    struct type name = {WEIGHT_REGULAR, SIZE_TAFEL, 0};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char note[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];

    for (int stage = 0; stage < stages; stage++) {
        two.names_px =
            most(two.names_px, text_width(scene, name, scene->board->stages[stage]));
    }
    two.names_px = least(two.names_px + 2 * m->unit_px, two.box.w / 3);
    two.numbers_px = numbers_px(scene, &two);
    two.side_px = most(1, (two.box.w - two.names_px - 2 * two.numbers_px) / 2);
    int head = text_leading(scene, SIZE_TAFEL);
    int foot = text_leading(scene, SIZE_HAND);
    int baseline = two.box.y + text_cap(scene, SIZE_TAFEL);
    two.box.y += head;
    two.box.h -= head + foot + m->unit_px;
    two_fit(scene, &two, between);

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    head_draw(scene, trend, &two, baseline);
    int y = two.box.y;
    for (int stage = 0; stage < stages; stage++) {
        int high = band_rows(&two, stage) * two.brick_h;
        band_name(scene, &two, stage, y, high);
        for (int mark = 0; mark < TREND_MARKS; mark++) {
            int x = two.box.x + two.names_px + mark * (two.side_px + two.numbers_px) +
                    two.numbers_px;
            band_draw(scene, &two, mark, stage, (rect){x, y, two.side_px, high});
        }
        y += high + between;
    }
    format_fill(note, sizeof note, scene_word(scene, WORD_TREND_MANY), two.per);
    format_fill(words, sizeof words, two.per > 1 ? "%s, %s" : "%s%s",
                two.per > 1 ? note : "", scene_word(scene, WORD_TREND_RIMMED));
    text_put_fit(scene, two.box.x, box.y + box.h - pad, box.w - 2 * pad, hand, words);
}
