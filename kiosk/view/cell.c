// A cell of the wall: sign, code or verdict, reason, bricks (look.md section 5).
#include <stdio.h>

#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"

// The two short lines at the right of an exception.
static void reason_lines(const struct scene *scene, const struct track *track,
                         enum sign sign, char first[FORMAT_SIZE], char second[FORMAT_SIZE])
{
    enum lang lang = scene->ui->lang;

    first[0] = second[0] = '\0';
    if (ui_glows(scene->ui, track->row)) {
        snprintf(first, FORMAT_SIZE, "%s", scene_word(scene, WORD_JUST));
        snprintf(second, FORMAT_SIZE, "%s", scene_word(scene, WORD_CHANGED));
    } else if (sign == SIGN_SILENT) {
        snprintf(first, FORMAT_SIZE, "%s", scene_word(scene, WORD_SINCE));
        format_day(second, FORMAT_SIZE, lang, track->reported);
    } else if (sign == SIGN_ESCALATED) {
        format_fill(first, FORMAT_SIZE, "%s",
                    scene->board->rungs[track->bottleneck->rung].name);
        if (track->bottleneck->by != DAY_NONE) {
            format_day(second, FORMAT_SIZE, lang, track->bottleneck->by);
        }
    } else {
        format_fill(first, FORMAT_SIZE, "%s", track->reason);
        size_t shifts = track->action->shift_count;
        if (sign == SIGN_ATTENTION && shifts > 1) {
            format_fill(second, FORMAT_SIZE, scene_word(scene, WORD_TIMES_LATER),
                        (int)shifts);
        } else {
            exception_days(scene, track, sign, second, FORMAT_SIZE);
        }
    }
}

static void cell_label(const struct scene *scene, const struct ambition *ambition,
                       const struct column *column, const struct cell_state *state,
                       char out[FORMAT_SIZE])
{
    const struct track *track = state->exception;

    format_fill(
        out, FORMAT_SIZE, "%s %s, %s: %s%s%s", ambition->code, ambition->word,
        column->title, track != NULL ? track->action->code : sign_word(scene, state->sign),
        track != NULL ? " " : "", track != NULL ? sign_word(scene, state->sign) : "");
}

// Room: sign and code or verdict in a line, reason at the right.
static void cell_words_room(struct scene *scene, const struct cell_state *state, rect box,
                            int cy)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    int side = m->unit_px * 11 / 2;
    int x = box.x + m->pad_px;
    const struct track *track = state->exception;

    int drawn = track == NULL ? side * 34 / 44 : side;
    sign_draw(scene, state->sign, x + (side - drawn) / 2, cy - drawn / 2, drawn);
    x += side + m->unit_px * 3 / 2;
    int right = box.x + box.w - m->pad_px;
    if (track == NULL) {
        text_put_fit(scene, x, text_middle(scene, SIZE_TAFEL, cy), right - x,
                     (struct type){WEIGHT_REGULAR, SIZE_TAFEL, t->ink2},
                     sign_word(scene, state->sign));
        return;
    }
    bool silent = state->sign == SIGN_SILENT;
    struct type wand = {silent ? WEIGHT_REGULAR : WEIGHT_SEMIBOLD, SIZE_WAND,
                        silent ? t->ink2 : t->ink};
    x += text_put(scene, x, text_middle(scene, SIZE_WAND, cy), wand,
                  silent ? scene_word(scene, WORD_SILENT) : track->action->code);
    char first[FORMAT_SIZE];
    char second[FORMAT_SIZE];
    reason_lines(scene, track, state->sign, first, second);
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, t->ink2};
    int width = most(text_width(scene, hand, first), text_width(scene, hand, second));
    if (x + m->unit_px > right - width) {
        return; // the card has the words
    }
    int leading = m->size_px[SIZE_HAND] * 113 / 100;
    int top = cy - leading / 2;
    text_put(scene, right - width, text_middle(scene, SIZE_HAND, top), hand, first);
    text_put(scene, right - width, text_middle(scene, SIZE_HAND, top + leading), hand,
             second);
}

// Small panels: sign over code at the left, or beside it where it is wide enough.
static void cell_words_small(struct scene *scene, const struct cell_state *state, rect box,
                             bool beside)
{
    const struct metrics *m = scene->m;
    int pad = m->pad_px;
    const struct track *track = state->exception;
    bool code = track != NULL && state->sign != SIGN_SILENT;
    int side = m->size_px[SIZE_WAND] * (code ? 80 : beside ? 75 : 90) / 100;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};

    if (beside) {
        int cy = box.y + 2 * pad + side / 2;
        sign_draw(scene, state->sign, box.x + pad, cy - side / 2, side);
        if (code) {
            text_put(scene, box.x + pad + side + m->unit_px * 3 / 2,
                     text_middle(scene, SIZE_WAND, cy), wand, track->action->code);
            return;
        }
        struct type quiet = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2};
        int x = box.x + pad + side + 2 * m->unit_px;
        if (x + text_width(scene, quiet, sign_word(scene, state->sign)) <=
            box.x + box.w - pad / 2) {
            text_put(scene, x, text_middle(scene, SIZE_TAFEL, cy), quiet,
                     sign_word(scene, state->sign));
        }
    } else if (code) {
        int foot = box.y + box.h - pad * 5 / 4;
        int top = foot - text_cap(scene, SIZE_WAND) - side - most(3, m->unit_px * 3 / 2);
        sign_draw(scene, state->sign, box.x + pad, most(top, box.y + 3), side);
        text_put(scene, box.x + pad, foot, wand, track->action->code);
    } else {
        sign_draw(scene, state->sign, box.x + pad + m->unit_px / 2,
                  box.y + (box.h - side) / 2, side);
    }
}

static void cell_empty(struct scene *scene, rect box)
{
    bool room = scene->m->layout == LAYOUT_ROOM;
    const char *word = room ? scene_word(scene, WORD_NO_ACTIONS) : "–";
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, room ? scene->t->ink2 : scene->t->ink};

    draw_frame(scene->list, box, scene->t->line, scene->m->radius_px, scene->m->hair_px);
    text_put_centre(scene, box.x + box.w / 2,
                    text_middle(scene, SIZE_HAND, box.y + box.h / 2), type, word);
    struct element *element =
        draw_element(scene->list, ROLE_CELL, box, scene_word(scene, WORD_NO_ACTIONS));
    if (element != NULL) {
        element->quiet = true;
    }
}

static void cell_pile(struct scene *scene, const struct cell_state *state, rect box,
                      const struct cell_style *style)
{
    const struct metrics *m = scene->m;
    int pad = m->pad_px;
    int foot =
        m->layout == LAYOUT_PANEL && !style->words ? pad * 8 / 10 : m->unit_px * 11 / 8;
    rect pile = {box.x + pad, box.y, box.w - 2 * pad, box.h - foot};

    if (m->layout == LAYOUT_PANEL && !style->words) { // right of the code
        int code = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, 0}, "5.5a") +
                   pad + m->unit_px;
        pile.x = box.x + code;
        pile.w = box.w - code - pad / 2;
    }
    pile_draw(scene, state, pile, style->wide, style->brick_px);
}

// Height of the highest pile, in bricks.
static int pile_layers(const struct scene *scene, const struct cell_state *state, int wide)
{
    int layers = 0;

    for (size_t stage = 0; stage < scene->board->stage_count; stage++) {
        int total = 0;
        for (int sign = 0; sign < SIGN_COUNT; sign++) {
            total += state->bricks[stage][sign];
        }
        layers = most(layers, (total + wide - 1) / wide);
    }
    return layers;
}

// Half of the gaps round it; upright panels leave its top to the title above it.
static rect cell_hit(const struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    int x = (m->layout == LAYOUT_PORTRAIT ? m->unit_px : m->gap_px) / 2;
    int y = (m->layout == LAYOUT_ROOM ? m->unit_px : m->gap_px) / 2;

    if (m->layout == LAYOUT_PORTRAIT) {
        int over =
            most(0, m->touch_min_px - 2 * m->unit_px - text_leading(scene, SIZE_WAND));
        return (rect){box.x - x, box.y + over, box.w + 2 * x, box.h - over};
    }
    return (rect){box.x - x, box.y - y, box.w + 2 * x, box.h + 2 * y};
}

void wall_cell_draw(struct scene *scene, const struct ambition *ambition,
                    const struct column *column, rect box, const struct cell_style *style)
{
    const struct cell_state *state = outlook_cell(scene->outlook, ambition, column);
    char label[FORMAT_SIZE];
    char select[FORMAT_SIZE];

    if (state == NULL || state->track_count == 0) {
        cell_empty(scene, box);
        return;
    }
    bool glow = ui_glows_cell(scene->ui, scene->board, ambition, column);
    bool loud = state->sign == SIGN_BOTTLENECK || state->sign == SIGN_ESCALATED;
    struct surface s = {.role = ROLE_CELL,
                        .box = box,
                        .hit = cell_hit(scene, box),
                        .fill = sign_tint(scene->t, state->sign),
                        .radius_px = scene->m->radius_px};
    s.outline = glow ? scene->t->blue : sign_color(scene->t, state->sign);
    s.outline_px = glow ? scene->m->thick_px : loud ? scene->m->thin_px : 0;
    snprintf(select, sizeof select, "%s/%s", ambition->code, column->id);
    s.tap = intent_show(SCREEN_CELL, select);
    cell_label(scene, ambition, column, state, label);
    chrome_surface(scene, &s, label);
    if (state->exception !=
        NULL) { // a long press opens the card itself; the cell leads there too
        scene->list->elements[scene->list->element_count - 1].hold =
            intent_show(SCREEN_CARD, state->exception->action->code);
    }
    cell_pile(scene, state, box, style);
    if (scene->m->layout == LAYOUT_ROOM) {
        int cy = box.y + scene->m->unit_px * 9 / 2;
        cell_words_room(scene, state, box, cy);
        if (state->exception != NULL &&
            pile_layers(scene, state, style->wide) <= style->title_layers) {
            text_put_fit(scene, box.x + scene->m->pad_px,
                         cy + scene->m->unit_px * 11 / 4 +
                             text_leading(scene, SIZE_HAND) * 9 / 10,
                         box.w - 2 * scene->m->pad_px,
                         (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink},
                         state->exception->action->brief);
        }
    } else {
        cell_words_small(scene, state, box, style->words);
    }
}
