// "Sinds vorige keer": what moved since the last meeting of this body, what got stuck, and
// what was promised for now. Beside a point the short of it.
#include <stdio.h>

#include "board/outlook_lists.h"
#include "view/meeting_parts.h"
#include "view/screens.h"
#include "view/sign.h"

enum { LINES_MAX = STUCK_LIST_MAX };

// --- the whole step ---

// A line of a list: what it says, and the card it leads to.
struct line {
    char code[FORMAT_SIZE], text[2 * FORMAT_SIZE];
    enum sign sign; // SIGN_COUNT: none
    struct intent tap;
};

struct lines {
    struct line list[LINES_MAX + 1]; // the last one takes what is only counted
    int count;
};

static struct line *line_add(struct lines *lines)
{
    return &lines->list[least(lines->count++, LINES_MAX)];
}

static void line_track(const struct scene *scene, const struct track *track,
                       struct line *line)
{
    line->sign = track_sign(track, scene->board, scene->today);
    format_fill(line->code, sizeof line->code, "%s", track->action->code);
    format_fill(line->text, sizeof line->text, "%s: %s", track->column->wall,
                track->action->brief[0] != '\0' ? track->action->brief
                                                : track->action->title);
    line->tap = intent_show(SCREEN_CARD, "");
    snprintf(line->tap.select, sizeof line->tap.select, "%.34s/%.35s", track->action->code,
             track->column->id);
}

// A line for each of the first tracks; the others are only counted.
static void lines_track(const struct scene *scene, const struct track *const *tracks,
                        size_t count, struct lines *lines)
{
    size_t told = count < LINES_MAX ? count : LINES_MAX;

    for (size_t i = 0; i < told; i++) {
        line_track(scene, tracks[i], line_add(lines));
    }
    lines->count += (int)(count - told);
}

static void stuck_collect(const struct scene *scene, const struct talk *talk,
                          struct lines *lines)
{
    const struct track *const *tracks = NULL;
    size_t count = outlook_stuck(scene->outlook, meeting_since_day(scene, talk), &tracks);

    lines_track(scene, tracks, count, lines);
}

static void line_decision(const struct decision *decision, struct line *line)
{
    const char *lead = decision->lead;
    bool who = lead[0] != '\0';

    line->sign = SIGN_COUNT;
    line->tap = (struct intent){.kind = INTENT_NONE};
    if (decision->action != NULL) {
        format_fill(line->code, sizeof line->code, "%s", decision->action->code);
        line->tap = intent_show(SCREEN_CARD, decision->action->code);
    } else {
        line->code[0] = '\0';
    }
    format_fill(line->text, sizeof line->text, "%s%s%s", who ? lead : "", who ? ": " : "",
                decision->text);
}

static void promised_collect(const struct scene *scene, const struct talk *talk,
                             struct lines *lines)
{
    for (int i = 0; i < talk->open_count; i++) {
        line_decision(talk->open[i], line_add(lines));
    }
    const struct track *const *tracks = NULL;
    size_t count = outlook_promised(scene->outlook, &tracks);
    lines_track(scene, tracks, count, lines);
}

static void line_draw(struct scene *scene, const struct line *line, rect box,
                      enum role_size size)
{
    const struct metrics *m = scene->m;
    char label[4 * FORMAT_SIZE];
    struct surface s = {.role = ROLE_LINK,
                        .box = box,
                        .hit = box,
                        .fill = scene->t->card,
                        .tap = line->tap};
    struct type code = {WEIGHT_SEMIBOLD, size, scene->t->ink2};
    struct type text = {WEIGHT_REGULAR, size, scene->t->ink};
    int side = m->size_px[size] * 8 / 10;
    int cy = box.y + box.h / 2;
    int x = box.x;
    int baseline = text_middle(scene, size, cy);

    format_fill(label, sizeof label, "%s%s%s", line->code, line->code[0] != '\0' ? " " : "",
                line->text);
    chrome_surface(scene, &s, label);
    if (line->sign != SIGN_COUNT) {
        sign_draw(scene, line->sign, x, cy - side / 2, side);
    } else {
        draw_shape(scene->list, SHAPE_ICON_PAPER, (rect){x, cy - side / 2, side, side},
                   scene->t->ink2);
    }
    x += side + 2 * m->unit_px;
    if (line->code[0] != '\0') {
        x += text_put(scene, x, baseline, code, line->code) + m->unit_px * 3 / 2;
    }
    text_put_fit(scene, x, baseline, box.x + box.w - x, text, line->text);
}

// Title and lines, as many as fit; the last place counts those that do not.
static void lines_draw(struct scene *scene, const struct lines *lines, enum word title,
                       enum word none, rect box, enum role_size size)
{
    const struct metrics *m = scene->m;
    int head = text_leading(scene, SIZE_TAFEL) + m->unit_px / 2;
    int step = most(m->touch_min_px, text_leading(scene, size) + m->unit_px / 2);
    int fit = most(0, (box.h - head) / step);
    int shown = least(lines->count, LINES_MAX);
    char more[FORMAT_SIZE];
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    text_put_fit(scene, box.x, box.y + text_cap(scene, SIZE_TAFEL), box.w,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                 scene_word(scene, title));
    int y = box.y + head;
    if (lines->count == 0) {
        text_put_fit(scene, box.x, text_middle(scene, SIZE_TAFEL, y + step / 2), box.w,
                     (struct type){WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2},
                     scene_word(scene, none));
        return;
    }
    if (lines->count > fit) {
        shown = most(0, least(shown, fit - 1));
    }
    for (int i = 0; i < shown; i++) {
        line_draw(scene, &lines->list[i], (rect){box.x, y, box.w, step}, size);
        y += step;
    }
    if (lines->count > shown) {
        format_fill(more, sizeof more, scene_word(scene, WORD_MEET_AND_MORE),
                    lines->count - shown);
        text_put_fit(scene, box.x, text_middle(scene, SIZE_HAND, y + step / 2), box.w, hand,
                     more);
    }
}

static void names_card(struct scene *scene, const struct lines *stuck,
                       const struct lines *promised, bool points, rect box)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    enum role_size size = room ? SIZE_WAND : SIZE_TAFEL;
    int pad = room ? 4 * m->unit_px : 2 * m->unit_px;
    rect in = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    int gap = m->gap_px;
    // The room goes where the lines are, but each part keeps some of it.
    int all = most(1, stuck->count + promised->count);
    int part = in.h * 3 / 10 + in.h * 4 / 10 * stuck->count / all;

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    lines_draw(scene, stuck, WORD_MEET_STUCK, WORD_MEET_NO_STUCK,
               (rect){in.x, in.y, in.w, part - gap}, size);
    lines_draw(scene, promised, WORD_MEET_PROMISED,
               points ? WORD_MEET_NO_PROMISED : WORD_MEET_NO_POINTS,
               (rect){in.x, in.y + part, in.w, in.h - part}, size);
}

void meeting_since_draw(struct scene *scene, const struct talk *talk, rect body)
{
    const struct metrics *m = scene->m;
    struct lines stuck = {.count = 0};
    struct lines promised = {.count = 0};
    bool room = m->layout == LAYOUT_ROOM;
    int nav = room ? most(16 * m->unit_px, m->touch_px) : meeting_nav_px(scene);
    int gap = m->gap_px + (room ? m->unit_px / 2 : 0);

    nav = least(nav, body.h / 4);
    stuck_collect(scene, talk, &stuck);
    promised_collect(scene, talk, &promised);
    rect foot = {body.x, body.y + body.h - nav, body.w, nav};
    body.h -= nav + gap;
    if (m->layout == LAYOUT_PORTRAIT) {
        int half = least(meeting_moved_px(scene), body.h * 7 / 10);
        meeting_moved_draw(scene, talk, (rect){body.x, body.y, body.w, half});
        names_card(scene, &stuck, &promised, talk->count > 0,
                   (rect){body.x, body.y + half + gap, body.w, body.h - half - gap});
    } else {
        int half = body.w * 45 / 100;
        meeting_moved_draw(scene, talk, (rect){body.x, body.y, half, body.h});
        names_card(scene, &stuck, &promised, talk->count > 0,
                   (rect){body.x + half + gap, body.y, body.w - half - gap, body.h});
    }
    scene->undo = (rect){body.x, foot.y - gap - undo_px(scene), body.w, undo_px(scene)};
    meeting_nav_draw(scene, talk, foot);
}
