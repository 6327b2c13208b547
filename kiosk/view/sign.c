#include "view/sign.h"

#include <stdio.h>
#include <string.h>

#include "view/shape.h"

const char *sign_word(const struct scene *scene, enum sign sign)
{
    static const enum word words[SIGN_COUNT] = {
        [SIGN_NONE] = WORD_HEALTH_NONE,
        [SIGN_DROPPED] = WORD_HEALTH_DROPPED,
        [SIGN_DONE] = WORD_HEALTH_DONE,
        [SIGN_ON_COURSE] = WORD_HEALTH_ON_COURSE,
        [SIGN_SILENT] = WORD_SILENT,
        [SIGN_ATTENTION] = WORD_HEALTH_ATTENTION,
        [SIGN_BOTTLENECK] = WORD_HEALTH_BOTTLENECK,
        [SIGN_ESCALATED] = WORD_HEALTH_ESCALATED,
    };

    return scene_word(scene, words[sign]);
}

color sign_color(const struct theme *t, enum sign sign)
{
    const color colors[SIGN_COUNT] = {
        [SIGN_NONE] = t->grey,      [SIGN_DROPPED] = t->grey,
        [SIGN_DONE] = t->green,     [SIGN_ON_COURSE] = t->blue,
        [SIGN_SILENT] = t->grey,    [SIGN_ATTENTION] = t->orange,
        [SIGN_BOTTLENECK] = t->red, [SIGN_ESCALATED] = t->purple,
    };

    return colors[sign];
}

color sign_tint(const struct theme *t, enum sign sign)
{
    if (sign == SIGN_BOTTLENECK) {
        return t->redtint;
    }
    return sign == SIGN_ESCALATED ? t->purpletint : t->card;
}

// A disc or ring of radius `share` of half the unit square.
static void disc(struct scene *scene, int x, int y, int s, int inner_percent, color ink)
{
    int d = s * 84 / 100;
    rect box = {x + (s - d) / 2, y + (s - d) / 2, d, d};

    if (inner_percent == 0) {
        draw_fill(scene->list, box, ink, d / 2);
    } else {
        int stroke = (d * (84 - inner_percent) / 84 + 1) / 2;
        draw_frame(scene->list, box, ink, d / 2, stroke < 1 ? 1 : stroke);
    }
}

void sign_draw(struct scene *scene, enum sign sign, int x, int y, int s)
{
    const struct theme *t = scene->t;
    rect box = {x, y, s, s};

    switch (sign) {
    case SIGN_NONE:
    case SIGN_SILENT: disc(scene, x, y, s, 60, t->grey); break;
    case SIGN_ON_COURSE: disc(scene, x, y, s, 0, t->blue); break;
    case SIGN_ATTENTION:
        draw_shape(scene->list, SHAPE_TRIANGLE, box, t->orangeedge);
        draw_shape(scene->list, SHAPE_TRIANGLE_INNER, box, t->orange);
        draw_shape(scene->list, SHAPE_TRIANGLE_MARK, box, t->warn_mark);
        break;
    case SIGN_BOTTLENECK:
        draw_shape(scene->list, SHAPE_SQUARE, box, t->red);
        draw_shape(scene->list, SHAPE_SQUARE_MARK, box, t->mark);
        break;
    case SIGN_ESCALATED:
        draw_shape(scene->list, SHAPE_HOUSE, box, t->purple);
        draw_shape(scene->list, SHAPE_HOUSE_MARK, box, t->mark);
        break;
    case SIGN_DONE: draw_shape(scene->list, SHAPE_TICK, box, t->green); break;
    case SIGN_DROPPED: draw_shape(scene->list, SHAPE_CROSS, box, t->grey); break;
    case SIGN_COUNT: break;
    }
}

// The dash in a red or purple brick.
static void brick_dash(struct scene *scene, rect b)
{
    int w = most(b.w * 44 / 100, 2);
    int h = most(b.h * 28 / 100, 1);

    draw_fill(scene->list, (rect){b.x + (b.w - w) / 2, b.y + (b.h - h) / 2, w, h},
              scene->t->mark, 0);
}

static void brick_attention(struct scene *scene, rect b, bool small)
{
    const struct theme *t = scene->t;

    if (small) {
        int s = most(b.h, 4);
        draw_shape(scene->list, SHAPE_PEAK,
                   (rect){b.x + (b.w - s) / 2, b.y + b.h - s, s, s}, t->orangeedge);
        return;
    }
    int peak = b.h * 7 / 10;
    draw_fill(scene->list, b, t->orange, 0);
    draw_frame(scene->list, b, t->orangeedge, 0, most(b.h / 7, 1));
    draw_shape(
        scene->list, SHAPE_PEAK,
        (rect){b.x + (b.w - peak * 7 / 5) / 2, b.y + (b.h - peak) / 2, peak * 7 / 5, peak},
        t->warn_mark);
}

void brick_draw(struct scene *scene, enum sign sign, rect b)
{
    const struct theme *t = scene->t;
    bool small = 10 * b.w < 14 * b.h;

    switch (sign) {
    case SIGN_NONE:
    case SIGN_SILENT:
        draw_fill(scene->list, b, t->card, 0);
        draw_frame(scene->list, b, t->grey, 0, most(b.h / 6, 1));
        break;
    case SIGN_ATTENTION: brick_attention(scene, b, small); break;
    case SIGN_BOTTLENECK:
        draw_fill(scene->list, b, t->red, 0);
        brick_dash(scene, b);
        break;
    case SIGN_ESCALATED:
        if (small) {
            draw_shape(scene->list, SHAPE_HOUSE, b, t->purple);
        } else {
            draw_fill(scene->list, b, t->purple, 0);
            brick_dash(scene, b);
        }
        break;
    case SIGN_DROPPED:
        draw_fill(scene->list, b, t->card, 0);
        draw_shape(scene->list, SHAPE_CROSS, (rect){b.x + (b.w - b.h) / 2, b.y, b.h, b.h},
                   t->grey);
        break;
    case SIGN_ON_COURSE:
    case SIGN_DONE: draw_fill(scene->list, b, sign_color(t, sign), 0); break;
    case SIGN_COUNT: break;
    }
}

int pile_wide(int count)
{
    return count <= 4 ? 1 : (count + 3) / 4;
}

struct pile {
    rect slot; // of this stage, down to the top of its baseline
    int wide;  // bricks side by side
    int w, h, gap;
};

// From the foot of a pile to its top.
const enum sign pile_order[SIGN_COUNT] = {SIGN_DONE,       SIGN_ON_COURSE, SIGN_DROPPED,
                                          SIGN_NONE,       SIGN_SILENT,    SIGN_ATTENTION,
                                          SIGN_BOTTLENECK, SIGN_ESCALATED};
enum { PILE_LAYERS = 4 };

// Too many for a brick each: a layer per sign, as high as its share of the fullest pile on
// the page.
static void pile_layers(struct scene *scene, const int bricks[SIGN_COUNT],
                        const struct pile *pile)
{
    int64_t high = PILE_LAYERS * (pile->h + pile->gap);
    int64_t most_bricks = (int64_t)PILE_LAYERS * pile->wide;
    int y = pile->slot.y + pile->slot.h;

    for (size_t i = 0; i < SIGN_COUNT; i++) {
        int count = bricks[pile_order[i]];
        int h = count > 0
                    ? most((int)(count * high / most_bricks), pile->gap + 1) - pile->gap
                    : 0;
        if (h > 0) {
            y -= h;
            brick_draw(scene, pile_order[i], (rect){pile->slot.x, y, pile->slot.w, h});
            y -= pile->gap;
        }
    }
}

static void pile_stage(struct scene *scene, const int bricks[SIGN_COUNT],
                       const struct pile *pile)
{
    int placed = 0;

    for (size_t i = 0; i < SIGN_COUNT; i++) {
        for (int n = 0; n < bricks[pile_order[i]]; n++, placed++) {
            int row = placed / pile->wide;
            int place = placed % pile->wide;
            brick_draw(
                scene, pile_order[i],
                (rect){pile->slot.x + place * (pile->w + pile->gap),
                       pile->slot.y + pile->slot.h - pile->h - row * (pile->h + pile->gap),
                       pile->w, pile->h});
        }
    }
}

static int stage_total(const int bricks[SIGN_COUNT])
{
    int total = 0;

    for (int i = 0; i < SIGN_COUNT; i++) {
        total += bricks[i];
    }
    return total;
}

void pile_draw(struct scene *scene, const struct cell_state *state, rect box, int wide,
               int brick_px)
{
    int stages = (int)scene->board->stage_count;
    int gap = most(scene->m->unit_px * 3 / 8, 1);
    int base = most(scene->m->unit_px * 5 / 8, 2);
    int thin = most(scene->m->unit_px * 3 / 8, 1);
    int slot_gap = most(scene->m->unit_px / 2, 2);

    for (int stage = 0; stage < stages; stage++) {
        int x = box.x + stage * (box.w + slot_gap) / stages;
        int right = box.x + (stage + 1) * (box.w + slot_gap) / stages - slot_gap;
        bool filled = stage_total(state->bricks[stage]) > 0;
        int thick = filled ? base : thin;
        draw_fill(scene->list,
                  (rect){x, box.y + box.h - base + (base - thick) / 2, right - x, thick},
                  scene->t->edge, 0);
        struct pile pile = {.slot = {x, box.y, right - x, box.h - base - gap},
                            .wide = wide,
                            .h = brick_px,
                            .gap = gap};
        pile.w = (right - x - (wide - 1) * gap) / wide;
        if (pile.w > gap) {
            pile_stage(scene, state->bricks[stage], &pile);
        } else {
            pile_layers(scene, state->bricks[stage], &pile);
        }
    }
}

void lane_draw(struct scene *scene, const struct track *track, rect box)
{
    int stages = (int)scene->board->stage_count;
    int gap = most(scene->m->unit_px * 5 / 8, 2);
    int thin = most(scene->m->unit_px * 3 / 8, 2);
    int low = box.h * 38 / 100;

    for (int stage = 0; stage < stages; stage++) {
        int x = box.x + stage * (box.w + gap) / stages;
        int w = box.x + (stage + 1) * (box.w + gap) / stages - gap - x;
        if (stage < track->stage) {
            draw_fill(scene->list, (rect){x, box.y + box.h - low, w, low}, scene->t->trail,
                      0);
        } else if (stage == track->stage) {
            rect brick = {x, box.y, w, box.h};
            brick_draw(scene, track_brick(track, scene->board), brick);
            if (track_sign(track, scene->board, scene->today) == SIGN_SILENT) {
                draw_frame(scene->list, brick, scene->t->edge, 0, thin);
            }
        } else {
            draw_fill(scene->list, (rect){x, box.y + box.h - thin, w, thin}, scene->t->edge,
                      0);
        }
    }
}

static color pace_color(const struct theme *t, int spread)
{
    if (spread >= 3) {
        return t->red;
    }
    return spread == 2 ? t->orangeedge : t->ink2;
}

// Letters of the columns that stand at a stage, set above it.
// The letters of the columns on a stage.
static void pace_letters(const struct scene *scene, const struct pace *pace, int stage,
                         char out[COLUMN_MAX * 4 + 1])
{
    out[0] = '\0';
    for (size_t c = 0; c < scene->board->column_count; c++) {
        if (pace->stages[c] == stage) {
            strncat(out, scene->board->columns[c].letter, 4);
        }
    }
}

// The letters of both ends over their slots, moved apart where they would touch.
static void pace_ends(struct scene *scene, const struct pace *pace, rect box, int cx_least,
                      int cx_furthest, int baseline)
{
    char slow[COLUMN_MAX * 4 + 1];
    char fast[COLUMN_MAX * 4 + 1];
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int gap = scene->m->unit_px;

    pace_letters(scene, pace, pace->least, slow);
    pace_letters(scene, pace, pace->furthest, fast);
    if (pace->least == pace->furthest) {
        text_put_centre(scene, cx_least, baseline, type, slow);
        return;
    }
    int slow_w = text_width(scene, type, slow);
    int fast_w = text_width(scene, type, fast);
    int x = cx_least - slow_w / 2;
    int far = cx_furthest - fast_w / 2;
    int over = x + slow_w + gap - far;
    if (over > 0) {
        int back = least(over, most(0, x - box.x));
        x -= back;
        far = most(far, least(far + over - back, box.x + box.w - fast_w));
    }
    text_put_fit(scene, x, baseline, far - gap / 2 - x, type, slow);
    text_put(scene, far, baseline, type, fast);
}

void pace_draw(struct scene *scene, const struct pace *pace, rect box)
{
    int stages = (int)scene->board->stage_count;
    int gap = most(scene->m->unit_px / 2, 2);
    int thin = most(scene->m->unit_px * 3 / 8, 2);
    int thick = most(scene->m->unit_px * 5 / 8, 3);
    int foot = box.y + box.h;
    int left[STAGE_MAX];
    int right[STAGE_MAX];

    for (int stage = 0; stage < stages; stage++) {
        left[stage] = box.x + stage * (box.w + gap) / stages;
        right[stage] = box.x + (stage + 1) * (box.w + gap) / stages - gap;
        draw_fill(scene->list,
                  (rect){left[stage], foot - thick, right[stage] - left[stage], thin},
                  scene->t->edge, 0);
    }
    if (!pace->known) {
        return;
    }
    draw_fill(scene->list,
              (rect){left[pace->least], foot - thick - thin / 2,
                     right[pace->furthest] - left[pace->least], thick},
              pace_color(scene->t, pace->spread), 0);
    int baseline = foot - thick - thin - scene->m->unit_px / 2;
    pace_ends(scene, pace, box, (left[pace->least] + right[pace->least]) / 2,
              (left[pace->furthest] + right[pace->furthest]) / 2, baseline);
}
