// A line of Aandacht: sign, code and title, its sentence, ladder and clock.
#include <stdio.h>

#include "view/attention_parts.h"
#include "view/sign.h"

enum { LINES_MAX = 3 };

static enum role_size title_size(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM ? SIZE_WAND : SIZE_TAFEL;
}

// What stands round the running text: the title and air.
static int round_px(const struct scene *scene)
{
    return text_leading(scene, title_size(scene)) + 2 * scene->m->unit_px;
}

int attention_row_px(const struct scene *scene)
{
    int lines = scene->m->layout == LAYOUT_PORTRAIT ? 2 : 1;

    return most(round_px(scene) + lines * text_leading(scene, SIZE_HAND),
                scene->m->touch_min_px);
}

// Lines of running text that fit a row: rows share out the height that is left over.
static int row_lines(const struct scene *scene, int row_px)
{
    int air = row_px - round_px(scene) + scene->m->unit_px;
    int lines = air / text_leading(scene, SIZE_HAND);

    return most(1, least(lines, LINES_MAX));
}

static void ladder_blocks(struct scene *scene, const struct bottleneck *b, rect box)
{
    const struct metrics *m = scene->m;
    int rungs = (int)scene->board->rung_count;
    int low = m->unit_px * 2;
    int tall = m->unit_px * 3;
    bool top = b->rung == rungs - 1;
    color ink = top ? scene->t->purple : scene->t->red;
    int gap = m->unit_px / 2 + 1;

    for (int i = 0; i < rungs; i++) {
        int x = box.x + i * (box.w + gap) / rungs;
        int w = (box.w + gap) / rungs - gap;
        int high = i == b->rung ? tall : low;
        rect block = {x, box.y + tall - high, w, high};
        if (i <= b->rung) {
            draw_fill(scene->list, block, ink, 0);
        } else {
            draw_frame(scene->list, block, scene->t->edge, 0, m->hair_px);
        }
    }
    text_put_fit(scene, box.x, box.y + tall + text_leading(scene, SIZE_HAND),
                 box.w + 4 * m->unit_px,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink},
                 scene->board->rungs[b->rung].name);
}

// Arrow, clock and ladder; returns the left edge of what stands at the right.
static int row_side(struct scene *scene, const struct line *line, rect box)
{
    const struct metrics *m = scene->m;
    int right = box.x + box.w - 2 * m->unit_px;
    int arrow = m->unit_px * 3;
    bool room = m->layout == LAYOUT_ROOM;
    struct type big = {WEIGHT_SEMIBOLD, title_size(scene), scene->t->ink};

    if (line->tap.kind != INTENT_NONE) {
        draw_shape(scene->list, SHAPE_ICON_RIGHT,
                   (rect){right - arrow, box.y + (box.h - arrow) / 2, arrow, arrow},
                   scene->t->ink2);
        right -= arrow + 2 * m->unit_px;
    }
    if (m->layout != LAYOUT_PORTRAIT && line->side[0] != '\0') {
        right -=
            text_put_right(scene, right, text_middle(scene, big.size, box.y + box.h / 2),
                           big, line->side) +
            2 * m->unit_px;
    }
    if (room && line->bottleneck != NULL) {
        int x = box.x + box.w * 69 / 100;
        int w = 22 * m->unit_px;
        if (x + w < right) {
            ladder_blocks(scene, line->bottleneck,
                          (rect){x, box.y + box.h / 2 - m->unit_px * 4, w, 0});
            right = x - 2 * m->unit_px;
        }
    }
    return right;
}

static void sign_put(struct scene *scene, const struct line *line, int x, int cy, int side)
{
    if (line->sign == SIGN_COUNT) {
        draw_shape(scene->list, (enum shape)line->icon,
                   (rect){x, cy - side / 2, side, side}, scene->t->ink2);
    } else {
        sign_draw(scene, line->sign, x, cy - side / 2, side);
    }
}

// Where it is and why, in as many facts as fit.
static void why_put(struct scene *scene, const struct line *line, int x, int baseline,
                    int right, int lines)
{
    struct type strong = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    struct type light = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char where[FORMAT_SIZE + 4];
    char words[CLAUSE_MAX * CLAUSE_BYTES];

    format_fill(where, sizeof where, line->why.count > 0 ? "%s: " : "%s", line->where);
    if (lines == 1) {
        x += text_put(scene, x, baseline, strong, where);
        clauses_join(scene, &line->why, "", right - x, 1, light, words, sizeof words);
        text_put_fit(scene, x, baseline, right - x, light, words);
    } else {
        clauses_join(scene, &line->why, where, right - x, lines, light, words,
                     sizeof words);
        text_put_wrapped(scene, x, baseline, right - x, lines, light, words);
    }
}

static void row_texts(struct scene *scene, const struct line *line, int x, int right,
                      rect box)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    struct type big = {WEIGHT_SEMIBOLD, title_size(scene), scene->t->ink};
    struct type code = {WEIGHT_SEMIBOLD, big.size, scene->t->ink2};
    int lines = row_lines(scene, box.h);
    int high = text_cap(scene, big.size) + lines * text_leading(scene, SIZE_HAND);
    int baseline = box.y + (box.h - high) / 2 + text_cap(scene, big.size);
    int wide = text_width(scene, code, line->code);
    int indent = wide + 2 * m->unit_px;
    if (room) { // titles on one edge, but for a code that is longer than most
        indent = most(indent, text_width(scene, code, "5.5a") + 6 * m->unit_px);
    }

    if (line->code[0] != '\0') {
        const char *forms[] = {line->title, line->brief, NULL};
        int fit = right - x - indent;
        text_put(scene, x, baseline, code, line->code);
        text_put_fit(scene, x + indent, baseline, fit, big,
                     line->brief[0] != '\0' ? text_choose(scene, fit, big, forms)
                                            : line->title);
    } else {
        indent = 0;
        text_put_fit(scene, x, baseline, right - x, big, line->title);
    }
    why_put(scene, line, room ? x + indent : x,
            baseline + text_leading(scene, SIZE_HAND) + m->unit_px / 4, right, lines);
}

void attention_row_draw(struct scene *scene, const struct line *line, rect box)
{
    const struct metrics *m = scene->m;
    char label[CLAUSE_MAX * CLAUSE_BYTES];
    char why[CLAUSE_MAX * CLAUSE_BYTES];
    int side =
        m->layout == LAYOUT_ROOM ? 5 * m->unit_px : text_cap(scene, SIZE_WAND) * 13 / 10;
    int x = box.x + 2 * m->unit_px;
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = line->fill,
                        .radius_px = m->radius_px,
                        .tap = line->tap};

    clauses_join(scene, &line->why, "", INT32_MAX / 2, 1,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, 0}, why, sizeof why);
    format_fill(label, sizeof label, "%s %s, %s: %s", line->code, line->title, line->where,
                why);
    chrome_surface(scene, &s, label);
    sign_put(scene, line, x, box.y + box.h / 2, side);
    x += side + 2 * m->unit_px;
    row_texts(scene, line, x, row_side(scene, line, box), box);
}
