#include "view/track_card.h"

#include <stdio.h>

#include "view/card_parts.h"
#include "view/chrome.h"
#include "view/report.h"
#include "view/screens.h"
#include "view/sign.h"

static int card_pad(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM ? 5 * scene->m->unit_px / 2
                                           : 2 * scene->m->unit_px;
}

static int head_px(const struct scene *scene)
{
    return scene->m->size_px[SIZE_TAFEL] * 112 / 100;
}

static int lane_px(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM ? 3 * scene->m->unit_px : 4 * scene->m->unit_px;
}

static int title_lines(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_PANEL && !scene->m->tall ? 1 : 2;
}

static bool lead_shown(const struct scene *scene)
{
    return scene->m->layout != LAYOUT_PANEL || scene->m->tall;
}

static int foot_px(const struct scene *scene)
{
    return text_leading(scene, SIZE_HAND) + scene->m->unit_px * 3;
}

int track_card_px(const struct scene *scene, bool brief)
{
    int pad = card_pad(scene);
    int hand = text_leading(scene, SIZE_HAND);

    if (brief) {
        return 2 * pad + head_px(scene) + scene->m->unit_px + 3 * hand;
    }
    int lead = lead_shown(scene) ? hand : 0;
    return pad + head_px(scene) + scene->m->unit_px +
           title_lines(scene) * text_leading(scene, SIZE_TAFEL) + lane_px(scene) +
           2 * scene->m->unit_px + hand + lead + scene->m->unit_px + foot_px(scene);
}

// The button that tells how it goes without opening the card: three dots.
static int dots_px(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM
               ? most(6 * scene->m->unit_px, scene->m->touch_min_px)
               : scene->m->touch_min_px;
}

// In the corner of the card, level with its head.
static rect dots_box(const struct scene *scene, rect card)
{
    int side = dots_px(scene);
    int inset = most(scene->m->unit_px, card_pad(scene) + (head_px(scene) - side) / 2);

    return (rect){card.x + card.w - inset - side, card.y + inset, side, side};
}

static void dots_draw(struct scene *scene, const struct track *track, rect box)
{
    const struct metrics *m = scene->m;
    int side = box.w;
    int d = most(2, m->unit_px * 3 / 4);
    int step = 2 * d;
    char label[FORMAT_SIZE];
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .outline = scene->t->edge,
                        .outline_px = m->hair_px,
                        .radius_px = m->radius_px,
                        .tap = report_open(track, CARD_REPORT)};

    format_fill(label, sizeof label, "%s %s: %s", track->action->code, track->column->title,
                scene_word(scene, WORD_REPORT_HOW));
    chrome_surface(scene, &s, label);
    for (int i = -1; i <= 1; i++) {
        draw_fill(scene->list,
                  (rect){box.x + side / 2 + i * step - d / 2, box.y + (side - d) / 2, d, d},
                  scene->t->ink2, d / 2);
    }
}

// Sign, code and the last report.
static void head_draw(struct scene *scene, const struct track *track, rect box, bool brief,
                      bool column)
{
    const struct metrics *m = scene->m;
    int side = head_px(scene);
    int cy = box.y + side / 2;
    int x = box.x;
    char day[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    sign_draw(scene, track_sign(track, scene->board, scene->today), x, box.y, side);
    x += side + 2 * m->unit_px;
    x += text_put(scene, x, text_middle(scene, SIZE_TAFEL, cy),
                  (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                  track->action->code) +
         2 * m->unit_px;
    int right = box.x + box.w;
    if (!brief) {
        if (ui_glows(scene->ui, track->row)) {
            snprintf(words, sizeof words, "%s", scene_word(scene, WORD_JUST_CHANGED));
        } else if (track->reported == DAY_NONE) {
            snprintf(words, sizeof words, "%s", scene_word(scene, WORD_NOT_REPORTED));
        } else {
            format_when(day, sizeof day, scene->ui->lang, track->reported, scene->today);
            snprintf(words, sizeof words, "%s %s", scene_word(scene, WORD_REPORTED), day);
        }
        if (text_width(scene, hand, words) <= right - x) {
            right -= text_put_right(scene, right, text_middle(scene, SIZE_HAND, cy), hand,
                                    words) +
                     2 * m->unit_px;
        }
    }
    if (column) {
        const char *forms[] = {track->column->title, track->column->wall,
                               track->column->letter, NULL};
        text_put_fit(scene, x, text_middle(scene, SIZE_HAND, cy), right - x, hand,
                     text_choose(scene, right - x, hand, forms));
    }
}

static void foot_draw(struct scene *scene, const struct track *track, rect card,
                      enum sign sign)
{
    const struct metrics *m = scene->m;
    bool loud = sign == SIGN_BOTTLENECK || sign == SIGN_ESCALATED || sign == SIGN_ATTENTION;
    int high = foot_px(scene);
    rect foot = {card.x, card.y + card.h - high, card.w, high};
    char why[FORMAT_SIZE];
    char days[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE + 4];

    if (!loud) {
        return;
    }
    color tint = sign == SIGN_ATTENTION ? scene->t->orangetint : sign_tint(scene->t, sign);
    rect before = draw_clip(scene->list, rect_meet(scene->list->clip, foot));
    draw_fill(scene->list,
              (rect){foot.x, foot.y - m->radius_px * 2, foot.w, foot.h + m->radius_px * 2},
              tint, m->radius_px);
    draw_clip(scene->list, before);
    exception_words(scene, track, sign, why, sizeof why);
    exception_days(scene, track, sign, days, sizeof days);
    format_fill(words, sizeof words, "%s%s%s", why, days[0] != '\0' ? ", " : "", days);
    int side = m->size_px[SIZE_HAND] * 11 / 10;
    int x = foot.x + card_pad(scene);
    sign_draw(scene, sign, x, foot.y + (high - side) / 2, side);
    x += side + m->unit_px * 3 / 2;
    text_put_fit(scene, x, text_middle(scene, SIZE_HAND, foot.y + high / 2),
                 foot.x + foot.w - card_pad(scene) - x,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink}, words);
}

static void life_draw(struct scene *scene, const struct track *track, int x, int y,
                      int width)
{
    const struct metrics *m = scene->m;
    char words[2 * FORMAT_SIZE];
    int hand = text_leading(scene, SIZE_HAND);

    lane_draw(scene, track, (rect){x, y, width, lane_px(scene)});
    int baseline =
        y + lane_px(scene) + m->unit_px + text_cap(scene, SIZE_HAND) + m->unit_px / 2;
    const char *stage = scene->board->stages[track->stage];
    struct type strong = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int used = text_put_fit(scene, x, baseline, width, strong, stage);
    if (track->action->due.kind != DUE_NONE) {
        trail_put_right(scene, track->action, x + width, baseline,
                        width - used - 2 * m->unit_px);
    }
    if (lead_shown(scene)) {
        bool led = track->lead[0] != '\0';
        format_fill(words, sizeof words, "%s: %s", scene_word(scene, WORD_LEAD),
                    track->lead);
        text_put_fit(scene, x, baseline + hand, width,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                     led ? words : scene_word(scene, WORD_NO_LEAD));
    }
}

void track_card_draw(struct scene *scene, const struct track *track, rect box, bool brief,
                     bool column)
{
    const struct metrics *m = scene->m;
    char label[2 * FORMAT_SIZE];
    int pad = card_pad(scene);
    bool glow = ui_glows(scene->ui, track->row);
    enum sign sign = track_sign(track, scene->board, scene->today);
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .outline = glow ? scene->t->blue : scene->t->edge,
                        .outline_px = glow                  ? m->thick_px
                                      : sign == SIGN_SILENT ? m->thin_px
                                                            : 0,
                        .radius_px = m->radius_px,
                        .tap = intent_show(SCREEN_CARD, track->action->code)};

    format_fill(label, sizeof label, "%s %s, %s: %s", track->action->code,
                track->action->title, track->column->title, sign_word(scene, sign));
    snprintf(s.tap.select, sizeof s.tap.select, "%s/%s", track->action->code,
             track->column->id);
    chrome_surface(scene, &s, label);
    if (!scene->list->failed && !scene->past) {
        scene->list->elements[scene->list->element_count - 1].hold =
            report_open(track, CARD_REPORT);
    }
    rect inner = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    rect dots = dots_box(scene, box);
    rect head = inner;
    head.w = scene->past ? inner.w : dots.x - m->unit_px - inner.x;
    head_draw(scene, track, head, brief, column);
    if (!scene->past) { // nothing can be told of another day
        dots_draw(scene, track, dots);
    }
    int y = inner.y + head_px(scene) + m->unit_px;
    if (brief) {
        text_put_wrapped(scene, inner.x, y + text_leading(scene, SIZE_HAND) * 8 / 10,
                         y < dots.y + dots.h ? head.w : inner.w, 3,
                         (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink},
                         track->action->title);
        return;
    }
    int title_w =
        y + text_leading(scene, SIZE_TAFEL) / 8 < dots.y + dots.h ? head.w : inner.w;
    text_put_wrapped(scene, inner.x, y + text_leading(scene, SIZE_TAFEL) * 8 / 10, title_w,
                     title_lines(scene),
                     (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                     track->action->title);
    y += title_lines(scene) * text_leading(scene, SIZE_TAFEL) + m->unit_px;
    life_draw(scene, track, inner.x, y, inner.w);
    foot_draw(scene, track, box, sign);
    if (glow) { // the foot covered it
        draw_frame(scene->list, box, scene->t->blue, m->radius_px, m->thick_px);
    }
}
