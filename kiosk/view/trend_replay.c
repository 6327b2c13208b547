// The steps between two moments one by one: piles per column, in which a brick goes to
// another slot, and a sentence that says which.
#include <stdio.h>
#include <string.h>

#include "view/trend_parts.h"

int trend_replay_steps(const struct trend *trend)
{
    return trend->span->step_count > TREND_STEPS_MAX ? TREND_STEPS_MAX
                                                     : (int)trend->span->step_count;
}

// How many steps of the span are done when `step` steps of the replay are.
static size_t span_done(const struct trend *trend, int step)
{
    int steps = most(1, trend_replay_steps(trend));

    step = most(0, least(step, steps));
    return trend->span->step_count * (size_t)step / (size_t)steps;
}

static int step_now(const struct scene *scene, const struct trend *trend)
{
    return least(scene->ui->trend.step, trend_replay_steps(trend));
}

enum { ROW_PX = 5 }; // bricks that are no higher are not drawn one by one

// --- one column ---

struct pile_box {
    rect box; // of the piles
    int slot_px, gap_px;
    int wide, brick_w, brick_h;
};

// One size for all columns, so that a brick is a brick.
static struct pile_box cell_of(const struct scene *scene, rect box, int highest)
{
    int stages = (int)scene->board->stage_count;
    int gap = most(scene->m->unit_px / 2, 2);
    struct pile_box cell = {.box = box, .gap_px = most(1, scene->m->unit_px / 4)};

    cell.slot_px = most(1, (box.w + gap) / stages - gap);
    cell.brick_h = most(3 * scene->m->unit_px / 2, box.h / most(1, highest + 1));
    cell.brick_h = most(1, least(cell.brick_h, least(5 * scene->m->unit_px, box.h / 3)));
    cell.wide = 1;
    while ((highest + cell.wide - 1) / cell.wide * cell.brick_h > box.h) {
        if (cell.slot_px / (cell.wide + 1) > most(4, cell.brick_h * 2 / 3)) {
            cell.wide++;
        } else if (cell.brick_h > 3) {
            cell.brick_h--;
        } else if (cell.slot_px / (cell.wide + 1) > 3) {
            cell.wide++;
        } else {
            break; // the top of the highest pile is not seen
        }
    }
    cell.brick_w = most(1, cell.slot_px / cell.wide);
    cell.gap_px = cell.brick_h > 5 && cell.brick_w > 5 ? cell.gap_px : cell.brick_h > 3;
    return cell;
}

static rect brick_at(const struct scene *scene, const struct pile_box *cell, int stage,
                     int place)
{
    int stages = (int)scene->board->stage_count;
    int gap = most(scene->m->unit_px / 2, 2);
    int x = cell->box.x + stage * (cell->box.w + gap) / stages;
    int y = cell->box.y + cell->box.h - (place / cell->wide + 1) * cell->brick_h;

    return (rect){x + place % cell->wide * cell->brick_w, y,
                  most(1, cell->brick_w - cell->gap_px),
                  most(1, cell->brick_h - cell->gap_px)};
}

// A pile from the foot up. Bricks too small to be told apart are drawn as whole rows.
static void pile_one(struct scene *scene, const struct pile_box *pile, int stage, int count)
{
    rect foot = brick_at(scene, pile, stage, 0);
    int rows = count / pile->wide;

    if (pile->brick_h <= ROW_PX) {
        rect whole = {foot.x, foot.y - (rows - 1) * pile->brick_h,
                      pile->wide * pile->brick_w, rows * pile->brick_h};
        rect rest = {foot.x, foot.y - rows * pile->brick_h,
                     count % pile->wide * pile->brick_w, pile->brick_h};
        trend_brick(scene, stage, rect_meet(whole, pile->box));
        trend_brick(scene, stage, rect_meet(rest, pile->box));
        return;
    }
    for (int i = 0; i < count; i++) {
        rect brick = brick_at(scene, pile, stage, i);
        if (brick.y >= pile->box.y) {
            trend_brick(scene, stage, brick);
        }
    }
}

// The step that is to be seen in this column; NULL: none.
struct seen {
    const struct trend_step *step;
    int share; // thousandths of its way
};

static void piles_draw(struct scene *scene, const struct pile_box *cell, const int *counts,
                       const struct seen *seen)
{
    const struct trend_step *step = seen->step;
    int base = most(2, scene->m->unit_px / 2);

    for (int stage = 0; stage < (int)scene->board->stage_count; stage++) {
        rect slot = brick_at(scene, cell, stage, 0);
        int count = counts[stage] - (step != NULL && most(0, step->to) == stage);
        draw_fill(scene->list,
                  (rect){slot.x, cell->box.y + cell->box.h + base / 2, cell->slot_px, base},
                  scene->t->edge, 0);
        pile_one(scene, cell, stage, count);
    }
    if (step == NULL) {
        return;
    }
    int to = most(0, step->to);
    rect end = brick_at(scene, cell, to, counts[to] - 1);
    rect start = step->from == step->to ? end
                                        : brick_at(scene, cell, most(0, step->from),
                                                   counts[most(0, step->from)]);
    rect brick = end;
    brick.x = start.x + (end.x - start.x) * seen->share / 1000;
    brick.y = most(cell->box.y, start.y + (end.y - start.y) * seen->share / 1000);
    trend_brick(scene, to, brick);
    draw_frame(scene->list, rect_inset(brick, -scene->m->thin_px), scene->t->ink, 0,
               scene->m->thin_px);
}

static void column_draw(struct scene *scene, const struct column *column, rect box,
                        const int *counts, const struct seen *seen, int highest)
{
    const struct metrics *m = scene->m;
    int pad = m->pad_px;
    int name = text_leading(scene, SIZE_TAFEL);
    int foot = text_leading(scene, SIZE_HAND);
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    const char *forms[] = {column->title, column->wall, column->letter, NULL};
    rect inside = {box.x + pad, box.y + pad + name, box.w - 2 * pad,
                   box.h - 2 * pad - name - foot};

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    if (seen->step != NULL) {
        draw_frame(scene->list, box, scene->t->blue, m->radius_px, m->thick_px);
    }
    text_put_fit(scene, inside.x, box.y + pad + text_cap(scene, SIZE_TAFEL), inside.w, type,
                 text_choose(scene, inside.w, type, forms));
    inside.h = most(inside.h, 1);
    struct pile_box cell = cell_of(scene, inside, highest);
    piles_draw(scene, &cell, counts, seen);
    // The first and the last step by name; the sentence names those in between.
    const char *first = scene->board->stages[0];
    const char *last = scene->board->stages[scene->board->stage_count - 1];
    int baseline = box.y + box.h - pad - foot / 6;
    if (text_width(scene, hand, first) + text_width(scene, hand, last) + 2 * m->unit_px <
        inside.w) {
        text_put(scene, inside.x, baseline, hand, first);
        text_put_right(scene, inside.x + inside.w, baseline, hand, last);
    }
}

// --- all columns ---

static bool column_shown(const struct trend *trend, const struct column *column)
{
    return trend->filter.column == NULL || trend->filter.column == column;
}

static void columns_draw(struct scene *scene, const struct trend *trend, rect box,
                         const struct seen *seen)
{
    const struct board *board = scene->board;
    const struct span *span = trend->span;
    struct piles moments[3]; // now, and how high piles become: at both ends
    const struct piles *piles = &moments[0];
    int count = 0;
    int highest = 1;
    int gap = scene->m->gap_px;

    span_piles(span, span_done(trend, step_now(scene, trend)), &moments[0]);
    span_piles(span, 0, &moments[1]);
    span_piles(span, span->step_count, &moments[2]);
    for (size_t c = 0; c < board->column_count; c++) {
        count += column_shown(trend, &board->columns[c]);
        for (int at = 0; at < 3 * STAGE_MAX; at++) {
            highest = most(highest, moments[at / STAGE_MAX].counts[c][at % STAGE_MAX]);
        }
    }
    int across = count <= 4 ? 2 : count <= 6 ? 3 : 4;
    across = least(count, scene->m->layout == LAYOUT_PORTRAIT ? 2 : across);
    int down = (count + across - 1) / across;
    int place = 0;
    for (size_t c = 0; c < board->column_count; c++) {
        const struct column *column = &board->columns[c];
        if (!column_shown(trend, column)) {
            continue;
        }
        struct seen here = {0};
        if (seen->step != NULL && seen->step->track->column == column) {
            here = *seen;
        }
        int x = box.x + place % across * (box.w + gap) / across;
        int y = box.y + place / across * (box.h + gap) / down;
        rect at = {x, y, (box.w + gap) / across - gap, (box.h + gap) / down - gap};
        column_draw(scene, column, at, piles->counts[c], &here, highest);
        place++;
    }
}

// --- the sentence and the buttons ---

static void sentence_words(const struct scene *scene, const struct trend_step *step,
                           char *out, size_t size)
{
    char day_words[FORMAT_SIZE];
    int32_t day = 0;
    const char *const *stages = scene->board->stages;
    const char *code = step->track->action->code;
    const struct column *column = step->track->column;
    const char *name = column->wall[0] != '\0' ? column->wall : column->title;

    day_local(step->at_ms, &day, NULL);
    format_when(day_words, sizeof day_words, scene->ui->lang, day, scene->today);
    bool stuck = step->turned == HEALTH_BOTTLENECK;
    const char *turned = scene_word(scene, stuck ? WORD_TREND_STUCK : WORD_HEALTH_DONE);
    if (step->from == step->to) {
        format_fill(out, size, scene_word(scene, WORD_TREND_TURN), code, name, turned,
                    day_words);
        return;
    }
    if (step->from < 0) {
        format_fill(out, size, scene_word(scene, WORD_TREND_STEP_FIRST), code, name,
                    stages[most(0, step->to)], day_words);
    } else {
        format_fill(out, size, scene_word(scene, WORD_TREND_STEP), code, name,
                    stages[step->from], stages[most(0, step->to)], day_words);
    }
    if (step->turned != HEALTH_NONE) {
        size_t length = strlen(out);
        format_fill(out + length, size - length, ", %s", turned);
    }
}

static int sentence_draw(struct scene *scene, const struct trend *trend, rect box,
                         const struct trend_step *step)
{
    const struct metrics *m = scene->m;
    char words[3 * FORMAT_SIZE];
    char from[FORMAT_SIZE];
    char to[FORMAT_SIZE];
    enum role_size size = m->layout == LAYOUT_ROOM ? SIZE_WAND : SIZE_TAFEL;
    struct type type = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    int lines = m->layout == LAYOUT_PORTRAIT ? 2 : 1;
    int high = lines * text_leading(scene, size) + 2 * m->pad_px;

    if (step != NULL) {
        sentence_words(scene, step, words, sizeof words);
    } else {
        trend_moment_words(scene, trend->span->from_ms, from, sizeof from);
        trend_moment_words(scene, trend->span->to_ms, to, sizeof to);
        format_fill(words, sizeof words,
                    trend->span->step_count > 0 ? scene_word(scene, WORD_TREND_FROM_TO)
                                                : scene_word(scene, WORD_TREND_NO_STEPS),
                    from, to);
    }
    draw_fill(scene->list, (rect){box.x, box.y, box.w, high}, scene->t->card, m->radius_px);
    if (lines == 1 && text_width(scene, type, words) > box.w - 2 * m->pad_px) {
        // A long name: one that is read is better than half of it.
        type.size = size == SIZE_WAND ? SIZE_TAFEL : SIZE_HAND;
    }
    text_put_wrapped(scene, box.x + m->pad_px,
                     lines == 1
                         ? text_middle(scene, type.size, box.y + high / 2)
                         : box.y + m->pad_px + text_cap(scene, type.size) + m->unit_px,
                     box.w - 2 * m->pad_px, lines, type, words);
    return high;
}

static int buttons_of(const struct scene *scene, const struct trend *trend,
                      struct trend_button out[2])
{
    bool runs = scene->ui->trend.play == TREND_RUNS;
    bool ended = step_now(scene, trend) >= trend_replay_steps(trend);
    const char *word = scene_word(scene, runs    ? WORD_TREND_REST
                                         : ended ? WORD_TREND_AGAIN
                                                 : WORD_TREND_GO_ON);
    const char *stop = scene_word(scene, WORD_TREND_STOP);

    out[0] = (struct trend_button){
        runs ? SHAPE_ICON_PAUSE : SHAPE_ICON_PLAY,
        {word, word, word, word},
        false,
        trend_option(UI_TREND_PLAY, "", !runs && ended ? TREND_PLAY_START : TREND_PLAY_REST,
                     "")};
    out[1] = (struct trend_button){SHAPE_ICON_CLOSE,
                                   {stop, stop, stop, stop},
                                   false,
                                   trend_option(UI_TREND_PLAY, "", TREND_PLAY_STOP, "")};
    return 2;
}

// A touch anywhere on it holds it, or lets it go on.
static void touch_draw(struct scene *scene, const struct trend *trend, rect box)
{
    struct trend_button buttons[2];
    struct element *element = NULL;

    buttons_of(scene, trend, buttons);
    element = draw_element(scene->list, ROLE_TEXT, box, buttons[0].words[0]);
    if (element != NULL) {
        element->hit = box;
        element->tap = buttons[0].tap;
        element->quiet = true;
    }
}

static void foot_draw(struct scene *scene, const struct trend *trend, rect box)
{
    char words[FORMAT_SIZE];
    struct trend_button buttons[2];
    int count = buttons_of(scene, trend, buttons);
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    format_fill(words, sizeof words, scene_word(scene, WORD_TREND_STEP_OF),
                step_now(scene, trend), trend_replay_steps(trend));
    int width = text_width(scene, type, words) + 2 * scene->m->unit_px;
    trend_buttons_draw(scene, (rect){box.x, box.y, box.w - width, box.h}, buttons, count);
    text_put_right(scene, box.x + box.w, text_middle(scene, SIZE_HAND, box.y + box.h / 2),
                   type, words);
}

void trend_replay_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const struct metrics *m = scene->m;
    const struct trend_ui *ui = &scene->ui->trend;
    int steps = trend_replay_steps(trend);
    size_t done = span_done(trend, step_now(scene, trend));
    struct seen seen = {.step = done > 0 ? &trend->span->steps[done - 1] : NULL,
                        .share = 1000};
    struct trend_button buttons[2];

    int64_t gone_ms = scene->mono_ms - ui->step_ms;
    if (ui->play == TREND_RUNS && trend_step_ms(steps) >= TREND_SLIDE_MS &&
        gone_ms < TREND_SLIDE_MS) {
        seen.share = (int)(most(0, (int)gone_ms) * 1000 / TREND_SLIDE_MS);
    }
    int count = buttons_of(scene, trend, buttons);
    int high = trend_buttons_px(scene, box.w, buttons, count);
    rect foot = {box.x, box.y + box.h - high, box.w, high};
    touch_draw(scene, trend, (rect){box.x, box.y, box.w, foot.y - m->gap_px - box.y});
    int said = sentence_draw(scene, trend, box, seen.step);
    rect middle = {box.x, box.y + said + m->gap_px, box.w,
                   foot.y - 2 * m->gap_px - box.y - said};
    columns_draw(scene, trend, middle, &seen);
    foot_draw(scene, trend, foot);
}
