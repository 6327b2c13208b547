// The besluitenlijst: what this meeting decided, then what is still open of earlier ones.
#include <stdio.h>
#include <string.h>

#include "board/handle.h"
#include "view/buttons.h"
#include "view/list.h"
#include "view/meeting_parts.h"
#include "view/screens.h"
#include "view/sign.h"

// A row: a decision, or the words above a part of the list.
struct row {
    const struct decision *decision; // NULL: only words
    enum word word;
};

// The rows in order: `made`, what heads the open ones, `open`.
static struct row row_of(const struct talk *talk, int index)
{
    int made = most(1, talk->made_count);

    if (index < made) {
        return (struct row){talk->made_count > 0 ? talk->made[index] : NULL,
                            WORD_MEET_NOTHING_YET};
    }
    if (index == made) {
        return (struct row){NULL, WORD_MEET_STILL_OPEN};
    }
    return (struct row){talk->open[index - made - 1], WORD_MEET_STILL_OPEN};
}

static int row_count(const struct talk *talk)
{
    return most(1, talk->made_count) + (talk->open_count > 0 ? 1 + talk->open_count : 0);
}

static struct intent row_tap(const struct decision *decision)
{
    struct intent tap = {.kind = INTENT_NONE};

    if (decision->action != NULL) {
        tap = intent_show(SCREEN_CARD, decision->action->code);
    }
    if (decision->track != NULL) {
        snprintf(tap.select, sizeof tap.select, "%.34s/%.35s", decision->action->code,
                 decision->track->column->id);
    }
    return tap;
}

// "Jeugdhulp: Pilot inkoop (v)so", whose card it leads to.
static void about_words(const struct decision *decision, char *out, size_t size)
{
    const struct action *action = decision->action;
    const struct track *track = decision->track;

    out[0] = '\0';
    if (action != NULL) {
        format_fill(out, size, "%s%s%s", track != NULL ? track->column->title : "",
                    track != NULL ? ": " : "",
                    action->brief[0] != '\0' ? action->brief : action->title);
    }
}

// "gemeente, december 2025".
static void who_words(const struct scene *scene, const struct decision *decision, char *out,
                      size_t size)
{
    bool asks = decision->state == DECISION_OPEN;
    const char *lead = decision->lead[0] != '\0' ? decision->lead
                       : asks                    ? scene_word(scene, WORD_MEET_NOBODY)
                                                 : "";

    format_fill(out, size, "%s%s%s", lead,
                lead[0] != '\0' && decision->due_text[0] != '\0' ? ", " : "",
                decision->due_text);
}

static int sign_of(enum decision_state state)
{
    switch (state) {
    case DECISION_OPEN: return SHAPE_ICON_CLOCK;
    case DECISION_DROPPED: return SHAPE_CROSS;
    case DECISION_DONE:
    case DECISION_MADE:
    case DECISION_STATE_COUNT: break;
    }
    return SHAPE_TICK;
}

static void decision_draw(struct scene *scene, const struct decision *decision, rect box)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    struct type big = {WEIGHT_SEMIBOLD, room ? SIZE_WAND : SIZE_TAFEL, scene->t->ink};
    struct type code = {WEIGHT_SEMIBOLD, big.size, scene->t->ink2};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char about[2 * FORMAT_SIZE];
    char who[2 * FORMAT_SIZE];
    char label[5 * FORMAT_SIZE];
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = row_tap(decision)};
    const char *name = decision->action != NULL ? decision->action->code : "";
    int side = room ? 5 * m->unit_px : text_cap(scene, SIZE_WAND) * 13 / 10;
    int pad = 2 * m->unit_px;
    int x = box.x + pad;
    int right = box.x + box.w - pad;
    int cy = box.y + box.h / 2;

    about_words(decision, about, sizeof about);
    who_words(scene, decision, who, sizeof who);
    format_fill(label, sizeof label, "%s%s%s", name, name[0] != '\0' ? " " : "",
                decision->text);
    chrome_surface(scene, &s, label);
    draw_shape(scene->list, sign_of(decision->state), (rect){x, cy - side / 2, side, side},
               decision->state == DECISION_OPEN ? scene->t->ink2 : scene->t->green);
    x += side + pad;
    if (s.tap.kind != INTENT_NONE) {
        int arrow = 3 * m->unit_px;
        right -= arrow;
        draw_shape(scene->list, SHAPE_ICON_RIGHT,
                   (rect){right, cy - arrow / 2, arrow, arrow}, scene->t->ink2);
        right -= pad;
    }
    int high = text_cap(scene, big.size) + text_leading(scene, SIZE_HAND);
    int baseline = cy - high / 2 + text_cap(scene, big.size);
    int indent = name[0] != '\0' ? text_put(scene, x, baseline, code, name) + pad : 0;
    text_put_fit(scene, x + indent, baseline, right - x - indent, big, decision->text);
    baseline += text_leading(scene, SIZE_HAND) + m->unit_px / 4;
    if (who[0] != '\0') { // who and when first: that is what the list is for
        x += text_put_fit(scene, x, baseline, right - x,
                          (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, who) +
             pad;
    }
    if (x < right) {
        text_put_fit(scene, x, baseline, right - x, hand, about);
    }
}

static void words_draw(struct scene *scene, enum word word, rect box)
{
    text_put_fit(scene, box.x + scene->m->unit_px,
                 box.y + box.h - text_leading(scene, SIZE_TAFEL) / 2, box.w,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                 scene_word(scene, word));
}

// Where the A4 is, for whoever wants it on paper.
static void paper_draw(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    const char *words = scene_word(scene, WORD_MEET_PAPER);
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};

    int lines = least(2, text_lines(scene, box.w, type, words));
    text_put_wrapped(scene, box.x + m->unit_px,
                     text_middle(scene, SIZE_HAND, box.y + box.h / 2) -
                         (lines - 1) * text_leading(scene, SIZE_HAND) / 2,
                     box.w - 2 * m->unit_px, 2, type, words);
}

static struct intent state_tap(const struct meeting *meeting, enum update_kind kind)
{
    struct intent tap = {.kind = INTENT_CHANGE, .amount = (int)kind};

    snprintf(tap.select, sizeof tap.select, "%s", handle_of(meeting->row));
    return tap;
}

// The way back to the points and the end of the meeting; or the way to open it again.
static void foot_draw(struct scene *scene, const struct talk *talk, rect box)
{
    bool closed = talk->meeting->state == MEETING_CLOSED;
    int gap = scene->m->gap_px;
    bool upright = scene->m->layout == LAYOUT_PORTRAIT;
    int part = closed && !upright ? (box.w - gap) * 3 / 10 : (box.w - gap) / 2;
    const char *word = scene_word(scene, closed ? WORD_MEET_REOPEN : WORD_MEET_CLOSE);
    rect end = {box.x + box.w - part, box.y, part, box.h};
    rect rest = {box.x, box.y, box.w - part - gap, box.h};

    button_big(
        scene, end, word, false,
        state_tap(talk->meeting, closed ? UPDATE_MEETING_OPEN : UPDATE_MEETING_CLOSE));
    if (closed) {
        paper_draw(scene, rest);
    } else {
        button_big(scene, rest, scene_word(scene, WORD_PREVIOUS), false,
                   meeting_step(talk->step - 1));
    }
}

void meeting_list_draw(struct scene *scene, const struct talk *talk, rect body)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    int high = least(most(room ? 12 * m->unit_px : 0, m->touch_px), body.h / 4);
    rect foot = {body.x, body.y + body.h - high, body.w, high};
    int row = text_leading(scene, room ? SIZE_WAND : SIZE_TAFEL) +
              text_leading(scene, SIZE_HAND) + 2 * m->unit_px;
    struct list list;

    body.h -= high + 2 * m->gap_px;
    scene->undo =
        (rect){body.x, foot.y - 2 * m->gap_px - undo_px(scene), body.w, undo_px(scene)};
    if (scene->ui->undo.serial != 0) {
        body.h -= undo_px(scene) + m->gap_px;
    }
    list_begin(scene, &list, body, (rect){0}, (size_t)row_count(talk),
               most(row, m->touch_min_px), 1);
    for (size_t i = list.first; i < list.last; i++) {
        struct row r = row_of(talk, (int)i);
        rect box = list_row(scene, &list, i);
        if (r.decision != NULL) {
            decision_draw(scene, r.decision, box);
        } else {
            words_draw(scene, r.word, box);
        }
    }
    list_end(scene, &list);
    foot_draw(scene, talk, foot);
}
