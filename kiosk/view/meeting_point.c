// One point of a meeting: what it is about, the question, where the track stands. Under it
// the decisions.
#include <stdio.h>
#include <string.h>

#include "view/attention_parts.h"
#include "view/buttons.h"
#include "view/choice.h"
#include "view/meeting_parts.h"
#include "view/screens.h"
#include "view/sign.h"

enum { QUESTION_LINES = 3, QUESTION_BYTES = 6 * FORMAT_SIZE };

// The sizes of a point: a room has the words of the picture, a small panel what fits.
struct look {
    enum role_size code, title, question, lane;
    int pad, sign;
};

static struct look look_of(const struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    // Head, a question of two lines, the lane and the last line.
    int needed = text_leading(scene, SIZE_WAND) * 4 + text_leading(scene, SIZE_KOP) +
                 text_leading(scene, SIZE_HAND) + 10 * m->unit_px;

    if (needed <= box.h) {
        return (struct look){SIZE_WAND,
                             SIZE_KOP,
                             SIZE_WAND,
                             SIZE_TAFEL,
                             m->layout == LAYOUT_ROOM ? 9 * m->unit_px / 2 : 3 * m->unit_px,
                             text_leading(scene, SIZE_WAND) + text_cap(scene, SIZE_KOP)};
    }
    return (struct look){
        SIZE_TAFEL,     SIZE_WAND,
        SIZE_TAFEL,     SIZE_HAND,
        2 * m->unit_px, text_leading(scene, SIZE_TAFEL) + text_cap(scene, SIZE_WAND) / 2};
}

static enum sign point_sign(const struct scene *scene, const struct point *point)
{
    if (point->why.track == NULL || meeting_promise(point)) {
        return SIGN_COUNT;
    }
    return track_sign(point->why.track, scene->board, scene->today);
}

static void code_words(const struct scene *scene, const struct point *point, char *out,
                       size_t size)
{
    const struct attention *why = &point->why;
    const struct decision *decision = point->decision;
    char day[FORMAT_SIZE];
    const char *code = why->action != NULL     ? why->action->code
                       : why->goal != NULL     ? why->goal->code
                       : why->ambition != NULL ? why->ambition->code
                                               : "";

    if (meeting_promise(point)) {
        code = decision->action != NULL ? decision->action->code : "";
        day[0] = '\0';
        if (decision->meeting != NULL && decision->meeting->day != DAY_NONE) {
            char when[FORMAT_SIZE];
            format_when(when, sizeof when, scene->ui->lang, decision->meeting->day,
                        scene->today);
            format_fill(day, sizeof day, scene_word(scene, WORD_MEET_DECISION_OF), when);
        }
        format_fill(out, size, "%s%s%s", code,
                    code[0] != '\0' && day[0] != '\0' ? ", " : "", day);
        return;
    }
    format_fill(out, size, "%s%s%s", code, why->track != NULL ? " " : "",
                why->track != NULL ? why->track->column->title : "");
}

// The short title, or what was decided.
static const char *title_of(const struct point *point)
{
    const struct attention *why = &point->why;

    if (meeting_promise(point)) {
        return point->decision->text;
    }
    if (why->action != NULL) {
        return why->action->brief[0] != '\0' ? why->action->brief : why->action->title;
    }
    return why->goal != NULL ? why->goal->title : why->ambition->title;
}

// Whether somebody wrote down what is asked: that is the question then.
static bool point_asks(const struct scene *scene, const struct point *point)
{
    const struct attention *why = &point->why;
    const struct bottleneck *b = why->track != NULL ? why->track->bottleneck : NULL;
    bool stuck = why->kind == ATTENTION_ESCALATED || why->kind == ATTENTION_BOTTLENECK;

    return stuck && b != NULL && b->asked[0] != '\0' && !scene->ui->curtain;
}

// What is asked of the meeting, in one sentence.
static void question_words(const struct scene *scene, const struct point *point,
                           int width_px, struct type type, char *out, size_t size)
{
    const struct attention *why = &point->why;
    struct clauses clauses;
    char said[QUESTION_BYTES];

    out[0] = '\0';
    if (meeting_promise(point)) {
        snprintf(out, size, "%s", scene_word(scene, WORD_MEET_DECISION_ASK));
        return;
    }
    attention_clauses(scene, why, &clauses);
    if (point_asks(scene, point) && clauses.count >= 2) {
        format_fill(said, sizeof said, "%s, %s: %s", clauses.text[0], clauses.text[1],
                    why->track->bottleneck->asked);
    } else {
        clauses_join(scene, &clauses, "", width_px, QUESTION_LINES, type, said,
                     sizeof said);
    }
    meeting_body(said, out, size);
}

// --- the lane ---

// The least far of the other columns that are further: "anderen al bij vertalen".
static int others_stage(const struct track *track)
{
    int stage = -1;

    for (int c = 0; c < COLUMN_MAX; c++) {
        const struct track *other = track->action->tracks[c];
        bool further = other != NULL && other != track && track_told(other) &&
                       other->stage > track->stage;
        if (further && (stage < 0 || other->stage < stage)) {
            stage = other->stage;
        }
    }
    return stage;
}

static void point_lane(struct scene *scene, const struct track *track, rect box,
                       enum role_size size)
{
    const struct metrics *m = scene->m;
    int width = least(box.w * 36 / 100, 55 * m->unit_px);
    int x = box.x + width + 7 * m->unit_px / 2;
    int baseline = box.y + box.h - (box.h - text_cap(scene, size)) / 4;
    int others = others_stage(track);
    char words[FORMAT_SIZE];

    lane_draw(scene, track, (rect){box.x, box.y, width, box.h});
    x += text_put_fit(scene, x, baseline, box.x + box.w - x,
                      (struct type){WEIGHT_SEMIBOLD, size, scene->t->ink},
                      scene->board->stages[track->stage]);
    if (others >= 0 && others < (int)scene->board->stage_count) {
        format_fill(words, sizeof words, scene_word(scene, WORD_MEET_OTHERS),
                    scene->board->stages[others]);
        text_put_fit(scene, x, baseline, box.x + box.w - x,
                     (struct type){WEIGHT_REGULAR, size, scene->t->ink2}, words);
    }
}

// --- the last line: lead, due, what it holds up ---

static int foot_part(struct scene *scene, int x, int baseline, int right, const char *words)
{
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    if (words[0] == '\0' || x >= right) {
        return x;
    }
    return x + text_put_fit(scene, x, baseline, right - x, type, words) +
           4 * scene->m->unit_px;
}

static void decision_foot(struct scene *scene, const struct decision *decision, int x,
                          int baseline, int right)
{
    char words[2 * FORMAT_SIZE];

    format_fill(words, sizeof words, scene_word(scene, WORD_MEET_WHO_BY),
                decision->lead[0] != '\0' ? decision->lead
                                          : scene_word(scene, WORD_MEET_NOBODY));
    x = foot_part(scene, x, baseline, right, words);
    if (decision->due_text[0] != '\0') {
        format_fill(words, sizeof words, scene_word(scene, WORD_MEET_WHEN_BY),
                    decision->due_text);
        foot_part(scene, x, baseline, right, words);
    }
}

// "2.1c", or "2.1c en 2 andere".
static void holds_words(const struct scene *scene, const struct action *action, char *out,
                        size_t size)
{
    const struct action *held[8];
    char codes[FORMAT_SIZE] = "";
    size_t count = outlook_domino(scene->outlook, action, held, 8);
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < count && i < 3; i++) {
        format_fill(codes + used, sizeof codes - used, "%s%s", i > 0 ? ", " : "",
                    held[i]->code);
        used = strlen(codes);
    }
    if (count > 0) {
        format_fill(out, size, scene_word(scene, WORD_MEET_HOLDS), codes);
    }
}

static void point_foot(struct scene *scene, const struct point *point, int x, int baseline,
                       int right)
{
    const struct attention *why = &point->why;
    char words[2 * FORMAT_SIZE];

    if (meeting_promise(point)) {
        decision_foot(scene, point->decision, x, baseline, right);
        return;
    }
    if (why->track != NULL) {
        bool lead = why->track->lead[0] != '\0';
        format_fill(words, sizeof words,
                    scene_word(scene, lead ? WORD_MEET_LEAD : WORD_MEET_NO_LEAD),
                    why->track->lead);
        x = foot_part(scene, x, baseline, right, words);
    }
    if (why->action != NULL && why->action->due.kind != DUE_NONE) {
        int width = trail_width(scene, why->action);
        if (x + width <= right) {
            trail_put_right(scene, why->action, x + width, baseline, width);
            x += width + 4 * scene->m->unit_px;
        }
    }
    if (point_asks(scene, point)) { // else the sentence says it
        holds_words(scene, why->action, words, sizeof words);
        foot_part(scene, x, baseline, right, words);
    }
}

// --- the paper ---

// Sign, code and title; returns where the next thing may begin.
static int head_draw(struct scene *scene, const struct point *point,
                     const struct look *look, rect in)
{
    enum sign sign = point_sign(scene, point);
    struct type code = {WEIGHT_SEMIBOLD, look->code, scene->t->ink2};
    struct type title = {WEIGHT_BOLD, look->title, scene->t->ink};
    char words[2 * FORMAT_SIZE];
    int gap =
        scene->m->layout == LAYOUT_ROOM ? 4 * scene->m->unit_px : 2 * scene->m->unit_px;
    int x = in.x + look->sign + gap;
    int room = in.x + in.w - x;
    int y = in.y + text_cap(scene, look->code);
    int sign_y = in.y + scene->m->unit_px / 2;

    if (sign != SIGN_COUNT) {
        sign_draw(scene, sign, in.x, sign_y, look->sign);
    } else {
        draw_shape(scene->list, meeting_promise(point) ? SHAPE_ICON_PAPER : SHAPE_ICON_PACE,
                   (rect){in.x, sign_y, look->sign, look->sign}, scene->t->ink2);
    }
    code_words(scene, point, words, sizeof words);
    text_put_fit(scene, x, y, room, code, words);
    const char *name = title_of(point);
    // A long title takes two lines of the next size.
    if (text_width(scene, title, name) > room) {
        title.size = look->code;
    }
    y += text_leading(scene, title.size) * (title.size == look->title ? 108 : 100) / 100;
    int lines = text_put_wrapped(scene, x, y, room, 2, title, name);
    y += (lines - 1) * text_leading(scene, title.size);
    return most(y, sign_y + look->sign);
}

// The height that it wants, of at most QUESTION_LINES.
static int question_px(const struct scene *scene, const struct point *point,
                       const struct look *look, int width_px)
{
    struct type type = {WEIGHT_REGULAR, look->question, 0};
    char words[QUESTION_BYTES];

    question_words(scene, point, width_px, type, words, sizeof words);
    int lines = least(QUESTION_LINES, text_lines(scene, width_px, type, words));
    return text_cap(scene, type.size) * 5 / 4 +
           (lines - 1) * text_leading(scene, type.size);
}

static void question_draw(struct scene *scene, const struct point *point,
                          const struct look *look, rect box)
{
    struct type type = {WEIGHT_REGULAR, look->question, scene->t->ink};
    char words[QUESTION_BYTES];
    int leading = text_leading(scene, type.size);
    int cap = text_cap(scene, type.size);

    question_words(scene, point, box.w, type, words, sizeof words);
    int lines = text_lines(scene, box.w, type, words);
    if (cap + (lines - 1) * leading > box.h && type.size == SIZE_WAND) {
        type.size = SIZE_TAFEL; // all of it, read from the table
        leading = text_leading(scene, type.size);
        cap = text_cap(scene, type.size);
        lines = text_lines(scene, box.w, type, words);
    }
    int fit = most(1, (box.h - cap) / leading + 1);
    lines = least(lines, fit);
    int free = box.h - cap - (lines - 1) * leading;
    text_put_wrapped(scene, box.x,
                     box.y + cap + most(0, least(free / 2, 8 * scene->m->unit_px)), box.w,
                     lines, type, words);
}

static color paper_fill(const struct scene *scene, const struct point *point)
{
    enum sign sign = point_sign(scene, point);

    return sign == SIGN_BOTTLENECK || sign == SIGN_ESCALATED ? sign_tint(scene->t, sign)
                                                             : scene->t->card;
}

static struct intent paper_tap(const struct point *point)
{
    const struct track *track = point->why.track;
    const struct action *action =
        meeting_promise(point) ? point->decision->action : point->why.action;
    struct intent tap = {.kind = INTENT_NONE};

    if (action != NULL) {
        tap = intent_show(SCREEN_CARD, action->code);
    }
    if (action != NULL && track != NULL) {
        choice_select(track, tap.select);
    }
    return tap;
}

// An open decision about what is the matter still: a button in the corner opens it. Returns
// the width that it takes.
static int promise_button(struct scene *scene, const struct point *point, rect box)
{
    const struct metrics *m = scene->m;
    const char *word = scene_word(scene, WORD_MEET_PROMISE);
    struct intent tap = intent_of(INTENT_OPTION, UI_PANEL);
    int width = button_small_width(scene, word);

    if (point->decision == NULL || meeting_promise(point)) {
        return 0;
    }
    tap.screen = MEETING_PROMISE;
    button_small(scene,
                 (rect){box.x + box.w - width - 2 * m->unit_px, box.y + 2 * m->unit_px,
                        width, button_small_px(scene)},
                 word, tap);
    return width + 2 * m->unit_px;
}

static void paper_draw(struct scene *scene, const struct talk *talk, rect box)
{
    const struct metrics *m = scene->m;
    const struct point *point = meeting_point(talk);
    const struct track *track = meeting_promise(point) ? NULL : point->why.track;
    struct look look = look_of(scene, box);
    rect in = {box.x + look.pad, box.y + look.pad, box.w - 2 * look.pad,
               box.h - 2 * look.pad};
    char label[4 * FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = box,
                        .fill = paper_fill(scene, point),
                        .radius_px = m->radius_px,
                        .tap = paper_tap(point)};

    code_words(scene, point, words, sizeof words);
    format_fill(label, sizeof label, "%s %s", words, title_of(point));
    chrome_surface(scene, &s, label);
    rect head = in;
    head.w -= promise_button(scene, point, box);
    int top = head_draw(scene, point, &look, head) + 2 * m->unit_px;
    int foot = in.y + in.h;
    int lane =
        track != NULL ? most(text_leading(scene, look.lane) * 8 / 10, 2 * m->unit_px) : 0;
    int last = text_leading(scene, SIZE_HAND) + m->unit_px;
    int free = foot - top - question_px(scene, point, &look, in.w);
    // The question comes first, then where the track stands, then who and when.
    if (free >= lane + m->unit_px + last) {
        point_foot(scene, point, in.x, foot - m->unit_px / 2, in.x + in.w);
        foot -= last;
        free -= last;
    }
    if (track != NULL && free >= lane + m->unit_px) {
        int space = least(3 * m->unit_px, (free - lane - m->unit_px) / 3);
        foot -= lane + space;
        point_lane(scene, track, (rect){in.x, foot, in.w, lane}, look.lane);
        foot -= m->unit_px + space;
    }
    question_draw(scene, point, &look, (rect){in.x, top, in.w, foot - top});
}

// --- all of it ---

void meeting_point_draw(struct scene *scene, const struct talk *talk, rect body)
{
    const struct metrics *m = scene->m;
    const struct point *point = meeting_point(talk);
    bool room = m->layout == LAYOUT_ROOM;
    int aside = meeting_aside_px(scene, body);
    int gap = m->gap_px + (room ? m->unit_px * 5 / 8 : 0);
    int main_w = aside > 0 ? body.w - aside - gap : body.w;
    int across = meeting_buttons_across(scene, point, main_w);
    int down = (meeting_buttons_count(point) + across - 1) / across;
    int wanted = most(room ? 16 * m->unit_px : 0, m->touch_px);
    int nav = aside > 0 ? 0 : meeting_nav_px(scene) + gap;
    // The paper keeps more than half of what there is.
    int row = most(m->touch_min_px,
                   least(wanted, ((body.h - nav) * 52 / 100 - (down - 1) * gap) / down));
    int buttons = down * (row + gap) - gap;
    int paper = body.h - nav - buttons - gap;

    paper_draw(scene, talk, (rect){body.x, body.y, main_w, paper});
    rect grid = {body.x, body.y + paper + gap, main_w, buttons};
    meeting_buttons_draw(scene, talk, grid);
    scene->undo = (rect){body.x, grid.y - gap - undo_px(scene), main_w, undo_px(scene)};
    if (aside == 0) {
        meeting_nav_draw(scene, talk,
                         (rect){body.x, body.y + body.h - nav + gap, body.w, nav - gap});
        return;
    }
    rect side = {body.x + body.w - aside, body.y, aside, paper};
    int half = (buttons - gap) / 2;
    meeting_aside_draw(scene, talk, side);
    meeting_list_button(scene, talk, (rect){side.x, grid.y, aside, half});
    meeting_turn_draw(scene, talk,
                      (rect){side.x, grid.y + half + gap, aside, buttons - half - gap});
}
