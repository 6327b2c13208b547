// The ladder of a bottleneck and the trail of a due period.
#include <stdio.h>
#include <string.h>

#include "view/shape.h"
#include "view/sign.h"

// What stands under a rung: since when, how long.
static void rung_words(const struct scene *scene, const struct bottleneck *b, int rung,
                       char out[FORMAT_SIZE])
{
    char since[FORMAT_SIZE] = "";
    char days[FORMAT_SIZE] = "";
    int32_t from = rung == b->rung ? b->rung_since : b->rung_days[rung];
    enum lang lang = scene->ui->lang;

    out[0] = '\0';
    if (from == DAY_NONE || rung > b->rung) {
        return;
    }
    format_day(since, sizeof since, lang, from);
    int32_t until = rung == b->rung ? scene->today : DAY_NONE;
    for (int next = rung + 1; until == DAY_NONE && next <= b->rung; next++) {
        until = next == b->rung ? b->rung_since : b->rung_days[next];
    }
    if (until != DAY_NONE && until > from) {
        format_days(days, sizeof days, lang, until - from);
    }
    format_fill(out, FORMAT_SIZE, "%s%s%s%s%s",
                rung == b->rung ? scene_word(scene, WORD_SINCE) : "",
                rung == b->rung ? " " : "", since, days[0] != '\0' ? ", " : "", days);
}

static void rung_draw(struct scene *scene, int cx, int cy, int d, bool reached,
                      bool present, color ink)
{
    rect circle = {cx - d / 2, cy - d / 2, d, d};

    if (!reached) {
        draw_fill(scene->list, circle, scene->t->card, d / 2);
        draw_frame(scene->list, circle, scene->t->edge, d / 2, d / 12 + 1);
        return;
    }
    draw_fill(scene->list, circle, ink, d / 2);
    if (present) {
        int w = d * 5 / 10;
        int h = d * 2 / 10;
        draw_fill(scene->list, (rect){cx - w / 2, cy - h / 2, w, h}, scene->t->mark, 0);
    }
}

static void rung_label(struct scene *scene, const struct bottleneck *b, int rung, int x,
                       int width, int y)
{
    char words[FORMAT_SIZE];
    bool present = rung == b->rung;
    enum weight weight = present ? WEIGHT_BOLD : WEIGHT_REGULAR;
    color ink = rung > b->rung ? scene->t->ink2 : scene->t->ink;

    text_put_fit(scene, x, y, width,
                 (struct type){rung < b->rung ? WEIGHT_SEMIBOLD : weight, SIZE_HAND, ink},
                 scene->board->rungs[rung].name);
    rung_words(scene, b, rung, words);
    text_put_fit(scene, x, y + text_leading(scene, SIZE_HAND), width,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, words);
}

void ladder_draw(struct scene *scene, const struct bottleneck *b, rect box)
{
    int rungs = (int)scene->board->rung_count;
    int d = 5 * scene->m->unit_px;
    int line = scene->m->unit_px * 3 / 4 + 1;
    int step = box.w / rungs;
    int cy = box.y + d / 2;
    bool top = b->rung == rungs - 1;
    color ink = top ? scene->t->purple : scene->t->red;

    for (int rung = 0; rung + 1 < rungs; rung++) {
        color between = rung < b->rung ? ink : scene->t->line;
        draw_fill(scene->list,
                  (rect){box.x + d / 2 + rung * step, cy - line / 2, step, line}, between,
                  0);
    }
    for (int rung = 0; rung < rungs; rung++) {
        int x = box.x + rung * step;
        rung_draw(scene, x + d / 2, cy, d, rung <= b->rung, rung == b->rung, ink);
        rung_label(scene, b, rung, x, step - scene->m->gap_px,
                   cy + d / 2 + text_leading(scene, SIZE_HAND));
    }
}

const char *due_words(const struct scene *scene, const struct action *action)
{
    if (action->due.kind == DUE_NONE) {
        return scene_word(scene, WORD_NO_DUE);
    }
    if (action->due.kind == DUE_CONTINUOUS) {
        return scene_word(scene, WORD_CONTINUOUS);
    }
    return action->due_text;
}

// The periods of the trail, oldest first: at most three, the last is the one that counts.
static size_t trail_words(const struct scene *scene, const struct action *action,
                          const char *words[3])
{
    size_t count = 0;
    size_t skip = action->shift_count > 2 ? action->shift_count - 2 : 0;

    for (size_t i = skip; i < action->shift_count; i++) {
        words[count++] = action->shifts[i].from;
    }
    words[count++] = due_words(scene, action);
    return count;
}

int trail_width(const struct scene *scene, const struct action *action)
{
    const char *words[3];
    size_t count = trail_words(scene, action, words);
    int width = 0;

    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count;
        enum weight weight = last ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
        width += text_width(scene, (struct type){weight, SIZE_HAND, 0}, words[i]) +
                 (last ? 0 : scene->m->size_px[SIZE_HAND] * 11 / 10);
    }
    return width;
}

int trail_put_right(struct scene *scene, const struct action *action, int x_px,
                    int baseline_px, int width_px)
{
    const char *words[3];
    size_t count = trail_words(scene, action, words);
    struct type last = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    struct type old = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int x = x_px - text_width(scene, last, words[count - 1]);

    if (x < x_px - width_px) {
        return text_put_fit(scene, x_px - width_px, baseline_px, width_px, last,
                            words[count - 1]);
    }
    text_put(scene, x, baseline_px, last, words[count - 1]);
    int arrow = scene->m->size_px[SIZE_HAND] * 11 / 10;
    for (size_t i = count - 1; i-- > 0;) {
        int w = text_width(scene, old, words[i]);
        if (x - arrow - w < x_px - width_px) {
            break;
        }
        int cap = text_cap(scene, SIZE_HAND);
        draw_shape(scene->list, SHAPE_ARROW_RIGHT,
                   (rect){x - arrow * 5 / 6, baseline_px - cap + (cap - arrow * 2 / 3) / 2,
                          arrow * 2 / 3, arrow * 2 / 3},
                   scene->t->ink2);
        x -= arrow + w;
        text_put(scene, x, baseline_px, old, words[i]);
        int strike = scene->m->hair_px / 2 + 1;
        draw_fill(scene->list, (rect){x, baseline_px - cap * 4 / 10, w, strike},
                  scene->t->ink2, 0);
    }
    return x_px - x;
}

// Where the present day lies between the periods of the trail, px; -1 when it cannot be
// said.
static int trail_now_px(const struct scene *scene, const struct action *action, int x,
                        int step, size_t count)
{
    int32_t ends[3];

    for (size_t i = 0; i < count; i++) {
        const struct due due =
            i + 1 == count
                ? action->due
                : due_read(action->shifts[action->shift_count - (count - 1) + i].from);
        if (due.to == DAY_NONE || due.kind == DUE_NONE) {
            return -1;
        }
        ends[i] = due.to;
    }
    for (size_t i = 0; i + 1 < count; i++) {
        if (scene->today <= ends[i + 1] && scene->today > ends[i] &&
            ends[i + 1] > ends[i]) {
            return x + (int)i * step +
                   (int)((int64_t)step * (scene->today - ends[i]) /
                         (ends[i + 1] - ends[i]));
        }
    }
    return scene->today > ends[count - 1] ? x + (int)(count - 1) * step + step / 3
                                          : x - step / 4;
}

void trail_draw(struct scene *scene, const struct action *action, rect box)
{
    const char *words[3];
    size_t count = trail_words(scene, action, words);
    int d = 3 * scene->m->unit_px;
    int line = scene->m->unit_px * 3 / 8 + 1;
    int step = box.w / 5 * 2;
    int x = box.x + d;
    int cy = box.y + d;
    int label = cy + d + text_leading(scene, SIZE_HAND) * 8 / 10;

    for (size_t i = 0; i < count; i++) {
        int cx = x + (int)i * step;
        rect circle = {cx - d / 2, cy - d / 2, d, d};
        if (i + 1 < count) {
            draw_fill(scene->list, (rect){cx + d / 2, cy - line / 2, step - d, line},
                      scene->t->ink2, 0);
            draw_shape(
                scene->list, SHAPE_ARROW_RIGHT,
                (rect){cx + step - d / 2 - d * 3 / 4, cy - d * 3 / 8, d * 3 / 4, d * 3 / 4},
                scene->t->ink2);
            draw_frame(scene->list, circle, scene->t->edge, d / 2, d / 7 + 1);
        } else {
            draw_fill(scene->list, circle, scene->t->blue, d / 2);
        }
        struct type type = {i + 1 == count ? WEIGHT_BOLD : WEIGHT_REGULAR, SIZE_HAND,
                            i + 1 == count ? scene->t->ink : scene->t->ink2};
        int w = text_width(scene, type, words[i]);
        text_put_fit(scene, cx - w / 2 < box.x ? box.x : cx - w / 2, label,
                     box.x + box.w - cx + w / 2, type, words[i]);
    }
    int now = count > 1 ? trail_now_px(scene, action, x, step, count) : -1;
    if (now >= box.x) {
        draw_fill(scene->list, (rect){now - line / 2, cy - d, line, 2 * d}, scene->t->ink,
                  0);
        text_put_centre(scene, now, cy - d - scene->m->unit_px / 2,
                        (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                        scene_word(scene, WORD_NOW));
    }
}
