// Trekkers on small panels: one track at a time, on an upright one with others folded.
#include <stdio.h>
#include <string.h>

#include "view/choice.h"
#include "view/chrome.h"
#include "view/mine.h"
#include "view/screens.h"
#include "view/sign.h"

static int head_px(const struct scene *scene)
{
    return most(scene->m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4);
}

static int open_of(const struct mine *mine)
{
    return mine->open < 0 ? 0 : mine->open;
}

static void swipes_set(struct scene *scene, const struct mine *mine)
{
    if (mine->count > 1) {
        scene->before = mine_open(mine, open_of(mine) - 1);
        scene->after = mine_open(mine, open_of(mine) + 1);
    }
}

static void nothing_draw(struct scene *scene, rect body)
{
    struct type tafel = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int y = body.y + text_leading(scene, SIZE_TAFEL);

    y += text_put_wrapped(scene, body.x, y, body.w, 2, tafel,
                          scene_word(scene, WORD_NO_TRACKS_YET)) *
         text_leading(scene, SIZE_TAFEL);
    text_put_wrapped(scene, body.x, y, body.w, 2, hand,
                     scene_word(scene, WORD_NO_TRACKS_HINT));
}

// What else can be done, side by side: nothing changed gets the room of two.
static void acts_draw(struct scene *scene, const struct track *track, rect box)
{
    struct choice_act acts[CHOICE_ACTS];
    int gap = scene->m->gap_px;
    int parts = 0;

    choice_acts(scene, track, acts);
    for (int i = 0; i < CHOICE_ACTS; i++) {
        int wide = i == 0 || acts[i].begun ? 2 : 1;
        int all = acts[1].begun ? 5 : 4;
        int x = box.x + parts * (box.w + gap) / all;
        parts += wide;
        int right = box.x + parts * (box.w + gap) / all - gap;
        choice_act_draw(scene, &acts[i], (rect){x, box.y, right - x, box.h}, SIZE_TAFEL);
    }
}

static const char *title_of(const struct scene *scene, const struct track *track,
                            struct type type, int room)
{
    const struct action *action = track->action;
    const char *forms[] = {action->title, action->brief, NULL};

    return action->brief[0] != '\0' ? text_choose(scene, room, type, forms) : action->title;
}

// `title`: the part of it that opens the card; empty: nothing does.
static void card_surface(struct scene *scene, const struct track *track, rect box,
                         rect title, bool outline)
{
    char select[72];
    char label[3 * FORMAT_SIZE];
    struct surface s = {
        .role = ROLE_CARD,
        .box = box,
        .fill = scene->t->card,
        .outline = scene->t->blue,
        .outline_px = outline ? scene->m->thick_px : 0,
        .radius_px = scene->m->radius_px,
    };

    if (!rect_empty(title)) {
        choice_select(track, select);
        s.hit = title;
        s.tap = intent_show(SCREEN_CARD, select);
    }
    format_fill(label, sizeof label, "%s %s: %s, %s", track->action->code,
                track->action->title,
                sign_word(scene, track_sign(track, scene->board, scene->today)),
                scene->board->stages[track->stage]);
    chrome_surface(scene, &s, label);
}

// --- one at a time ---

static void single_pager(struct scene *scene, const struct mine *mine, int right, int high)
{
    const struct metrics *m = scene->m;
    int side = high * 12 / 10;
    int y = 2 * m->unit_px;
    int open = open_of(mine);
    struct intent none = {.kind = INTENT_NONE};
    char words[FORMAT_SIZE];

    format_fill(words, sizeof words, scene_word(scene, WORD_PAGE_OF), open + 1,
                (int)mine->count);
    chrome_head_button(scene, (rect){right - side, y, side, high}, SHAPE_ICON_DOWN, "",
                       scene_word(scene, WORD_NEXT),
                       open + 1 < (int)mine->count ? mine_open(mine, open + 1) : none);
    chrome_head_button(scene, (rect){right - 2 * side - m->gap_px, y, side, high},
                       SHAPE_ICON_UP, "", scene_word(scene, WORD_PREVIOUS),
                       open > 0 ? mine_open(mine, open - 1) : none);
    text_put_right(scene, right - 2 * side - m->gap_px - 2 * m->unit_px,
                   text_middle(scene, SIZE_HAND, y + high / 2),
                   (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, words);
}

static rect single_frame(struct scene *scene, const struct mine *mine)
{
    const struct metrics *m = scene->m;
    int high = head_px(scene);
    int right = scene->list->width_px - 2 * m->unit_px;
    int ready = mine_ready_draw(scene, (rect){0}, false);
    char words[FORMAT_SIZE];
    int kept = ready;

    if (mine->count > 1) {
        format_fill(words, sizeof words, scene_word(scene, WORD_PAGE_OF), (int)mine->count,
                    (int)mine->count);
        kept += 4 * m->unit_px + 2 * (high * 12 / 10) + m->gap_px + 3 * m->unit_px +
                text_width(scene, (struct type){WEIGHT_REGULAR, SIZE_HAND, 0}, words);
    }
    rect body = chrome_frame(scene, NULL, mine->name, "", kept, TAB_NONE);
    mine_ready_draw(scene, (rect){right - ready, 2 * m->unit_px, ready, high}, false);
    if (mine->count > 1) {
        single_pager(scene, mine, right - ready - 4 * m->unit_px, high);
    }
    return body;
}

// How high the steps answer in a card on a body of that height.
static int step_zone_px(const struct scene *scene, int body_px)
{
    return most(scene->m->touch_min_px, least(10 * scene->m->unit_px, body_px / 5));
}

// Code and title, then lane, step and when.
static void single_card(struct scene *scene, const struct track *track, rect box)
{
    const struct metrics *m = scene->m;
    struct type code = {WEIGHT_BOLD, SIZE_WAND, scene->t->ink2};
    struct type title = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type step = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char when[2 * FORMAT_SIZE];
    int x = box.x + 4 * m->unit_px;
    int right = box.x + box.w - 4 * m->unit_px;
    int zone_h = step_zone_px(scene, box.h * 5 / 2);
    int baseline =
        box.y + (box.h - zone_h + text_cap(scene, SIZE_WAND)) / 2 + m->unit_px / 2;

    card_surface(scene, track, box, (rect){box.x, box.y, box.w, box.h - zone_h}, false);
    int used = text_put(scene, x, baseline, code, track->action->code);
    int title_x = x + used + 3 * m->unit_px;
    text_put_fit(scene, title_x, baseline, right - title_x, title,
                 title_of(scene, track, title, right - title_x));
    int top = box.y + box.h - zone_h - m->unit_px / 2;
    int lane_w = most(box.w * 42 / 100, 0);
    int lane_h = least(13 * m->unit_px / 2, zone_h * 2 / 3);
    rect lane = {x, top + (zone_h - lane_h) / 2, lane_w, lane_h};
    choice_steps_draw(scene, track, lane, (rect){x, top, lane_w, zone_h});
    x += lane_w + 4 * m->unit_px;
    int line = text_middle(scene, SIZE_TAFEL, top + zone_h / 2) + m->unit_px;
    x += text_put_fit(scene, x, line, right - x, step, scene->board->stages[track->stage]) +
         3 * m->unit_px;
    if (choice_when(scene, track, right - x, when, sizeof when)) {
        hand.ink = scene->t->ink;
    }
    int width = least(text_width(scene, hand, when), right - x);
    text_put_fit(scene, right - width, line, width, hand, when);
}

void mine_single_draw(struct scene *scene, const struct mine *mine)
{
    const struct metrics *m = scene->m;
    rect body = single_frame(scene, mine);
    int gap = 2 * m->unit_px;

    body.h -= undo_px(scene) + 3 * m->unit_px;
    if (mine->count == 0) {
        nothing_draw(scene, body);
        return;
    }
    swipes_set(scene, mine);
    const struct track *track = mine->tracks[open_of(mine)];
    int line = most(m->touch_min_px, least(15 * m->unit_px, body.h / 4));
    int natural =
        text_leading(scene, SIZE_WAND) + step_zone_px(scene, body.h) + 8 * m->unit_px;
    int card = least(natural, body.h - line - m->touch_px - 5 * gap / 2);
    card = least(card, body.h * 2 / 5);
    int states = body.h - card - line - 5 * gap / 2;
    single_card(scene, track, (rect){body.x, body.y, body.w, card});
    choice_states_draw(scene, track, (rect){body.x, body.y + card + gap, body.w, states}, 4,
                       true, SIZE_WAND);
    rect foot = {body.x, body.y + body.h - line, body.w, line};
    if (choice_reasons_asked(track)) {
        struct choice_act acts[CHOICE_ACTS];
        choice_acts(scene, track, acts);
        int places = acts[1].begun ? 2 : 1;
        choice_reasons_grid(scene, track, foot, 6, 1, places);
        rect last = choice_place(scene, foot, 6, 1, 6 - places);
        last.w = foot.x + foot.w - last.x;
        choice_act_draw(scene, &acts[1], last, SIZE_TAFEL);
    } else {
        acts_draw(scene, track, foot);
    }
}

// --- upright ---

// One that is folded: sign, code, title, and a mark that it opens.
static void folded_draw(struct scene *scene, const struct mine *mine, int i, rect box)
{
    const struct metrics *m = scene->m;
    const struct track *track = mine->tracks[i];
    enum sign sign = track_sign(track, scene->board, scene->today);
    struct type code = {WEIGHT_BOLD, SIZE_WAND, scene->t->ink2};
    struct type title = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    char label[3 * FORMAT_SIZE];
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = mine_open(mine, i)};
    int side = m->size_px[SIZE_WAND] * 85 / 100;
    int cy = box.y + box.h / 2;
    int x = box.x + 4 * m->unit_px;
    int right = box.x + box.w - 4 * m->unit_px - side;

    format_fill(label, sizeof label, "%s %s: %s", track->action->code, track->action->title,
                sign_word(scene, sign));
    chrome_surface(scene, &s, label);
    sign_draw(scene, sign, x, cy - side / 2, side);
    x += side + 3 * m->unit_px;
    int baseline = text_middle(scene, SIZE_WAND, cy);
    x += text_put(scene, x, baseline, code, track->action->code) + 3 * m->unit_px;
    int room = right - x - 2 * m->unit_px;
    text_put_fit(scene, x, baseline, room, title, title_of(scene, track, title, room));
    draw_shape(scene->list, SHAPE_ICON_DOWN,
               (rect){right, cy - side / 2, side * 8 / 10, side * 8 / 10}, scene->t->ink2);
}

struct upright {
    int title_lines;
    int steps_px, state_px, pill_px, acts_px;
    int card_px;
};

static int upright_words_px(const struct scene *scene, int title_lines)
{
    return text_leading(scene, SIZE_WAND) + scene->m->unit_px +
           title_lines * text_leading(scene, SIZE_WAND);
}

// The card takes what it needs; the states grow to twenty millimetres where there is room.
static void upright_measure(const struct scene *scene, const struct mine *mine, rect body,
                            struct upright *up)
{
    const struct metrics *m = scene->m;
    const struct track *track = mine->tracks[open_of(mine)];
    int pad = 3 * m->unit_px;
    struct type title = {WEIGHT_SEMIBOLD, SIZE_WAND, 0};
    int lines = text_lines(scene, body.w - 2 * pad, title, track->action->title);
    int big = most(m->touch_px, 20 * m->unit_px);

    *up = (struct upright){.title_lines = least(2, lines),
                           .steps_px = most(m->touch_min_px, 6 * m->unit_px),
                           .pill_px = most(m->touch_min_px, 8 * m->unit_px),
                           .acts_px = most(m->touch_min_px, 8 * m->unit_px)};
    int reasons = choice_reasons_asked(track) ? 2 * up->pill_px + 2 * m->gap_px : 0;
    int fixed = 2 * pad + upright_words_px(scene, up->title_lines) + up->steps_px +
                m->gap_px + m->gap_px + reasons + m->gap_px + up->acts_px;
    int folded = most(m->touch_min_px, 8 * m->unit_px) + m->gap_px;
    int others = least(2, (int)mine->count - 1);
    do { // folded ones under it, as long as the states keep a good size
        up->state_px = (body.h - others * folded - fixed - m->gap_px) / 2;
    } while (up->state_px < big * 86 / 100 && others-- > 1);
    up->state_px = least(big, most(up->state_px, m->touch_min_px));
    up->card_px = fixed + 2 * up->state_px + m->gap_px;
}

static void upright_steps(struct scene *scene, const struct track *track, rect zone)
{
    const struct metrics *m = scene->m;
    struct type step = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    const char *stage = scene->board->stages[track->stage];
    int widest = 0;

    for (size_t i = 0; i < scene->board->stage_count; i++) {
        widest = most(widest, text_width(scene, step, scene->board->stages[i]));
    }
    widest = least(widest, zone.w * 35 / 100);
    int lane_h = 11 * m->unit_px / 2;
    rect steps = {zone.x, zone.y, zone.w - widest - 3 * m->unit_px, zone.h};
    choice_steps_draw(scene, track,
                      (rect){steps.x, steps.y + (steps.h - lane_h) / 2, steps.w, lane_h},
                      steps);
    text_put_fit(scene, zone.x + zone.w - widest,
                 text_middle(scene, SIZE_HAND, zone.y + zone.h / 2), widest, step, stage);
}

static void upright_words(struct scene *scene, const struct track *track,
                          const struct upright *up, rect box)
{
    const struct metrics *m = scene->m;
    struct type code = {WEIGHT_BOLD, SIZE_WAND, scene->t->ink2};
    struct type title = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char when[2 * FORMAT_SIZE];
    int leading = text_leading(scene, SIZE_WAND);
    int baseline = box.y + text_cap(scene, SIZE_WAND);
    int x = box.x + text_put(scene, box.x, baseline, code, track->action->code) +
            3 * m->unit_px;

    x += chrome_tag(scene, x, baseline);
    int room = box.x + box.w - x;
    choice_when(scene, track, room, when, sizeof when);
    int width = least(text_width(scene, hand, when), room);
    text_put_fit(scene, box.x + box.w - width, baseline, room, hand, when);
    text_put_wrapped(scene, box.x, baseline + leading + m->unit_px / 2, box.w,
                     up->title_lines, title, track->action->title);
}

static void upright_card(struct scene *scene, const struct track *track,
                         const struct upright *up, rect box)
{
    const struct metrics *m = scene->m;
    rect inner = rect_inset(box, 3 * m->unit_px);
    int y = inner.y + upright_words_px(scene, up->title_lines);

    card_surface(scene, track, box, (rect){0}, true);
    upright_words(scene, track, up, inner);
    upright_steps(scene, track, (rect){inner.x, y, inner.w, up->steps_px});
    y += up->steps_px + m->gap_px;
    choice_states_draw(scene, track,
                       (rect){inner.x, y, inner.w, 2 * up->state_px + m->gap_px}, 2, false,
                       SIZE_WAND);
    y += 2 * up->state_px + 2 * m->gap_px;
    if (choice_reasons_asked(track)) {
        rect grid = {inner.x, y + m->gap_px / 2, inner.w, 2 * up->pill_px + m->gap_px};
        choice_reasons_grid(scene, track, grid, 3, 2, 0);
        y += grid.h + m->gap_px;
    }
    acts_draw(scene, track,
              (rect){inner.x, inner.y + inner.h - up->acts_px, inner.w, up->acts_px});
}

void mine_upright_draw(struct scene *scene, const struct mine *mine)
{
    const struct metrics *m = scene->m;
    int high = head_px(scene);
    int ready = mine_ready_draw(scene, (rect){0}, false);
    int right = scene->list->width_px - 2 * m->unit_px;
    rect body = chrome_frame(scene, NULL, mine->name, "", ready, TAB_NONE);
    struct upright up;

    mine_ready_draw(scene, (rect){right - ready, 2 * m->unit_px, ready, high}, false);
    body.h -= undo_px(scene) + 2 * m->unit_px;
    if (mine->count == 0) {
        chrome_tag(scene, body.x, body.y + text_cap(scene, SIZE_HAND));
        body.y += 2 * text_leading(scene, SIZE_HAND);
        nothing_draw(scene, body);
        return;
    }
    swipes_set(scene, mine);
    upright_measure(scene, mine, body, &up);
    int open = open_of(mine);
    upright_card(scene, mine->tracks[open], &up,
                 (rect){body.x, body.y, body.w, up.card_px});
    int y = body.y + up.card_px + m->gap_px;
    int left = body.y + body.h - y;
    int row = most(m->touch_min_px, 8 * m->unit_px);
    int fit = least((int)mine->count - 1, (left + m->gap_px) / (row + m->gap_px));
    if (fit > 0) {
        row = least(19 * m->unit_px, (left + m->gap_px) / fit - m->gap_px);
    }
    for (int i = 1; i <= fit; i++) {
        folded_draw(scene, mine, (open + i) % (int)mine->count,
                    (rect){body.x, y, body.w, row});
        y += row + m->gap_px;
    }
}
