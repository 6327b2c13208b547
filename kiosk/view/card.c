// Kaart: one action. The paper (text, partners, funding, due) and the life (tracks,
// bottleneck, history).
#include <stdio.h>
#include <string.h>

#include "board/outlook_lists.h"
#include "view/buttons.h"
#include "view/card_parts.h"
#include "view/choice.h"
#include "view/chrome.h"
#include "view/conflict.h"
#include "view/report.h"
#include "view/screens.h"
#include "view/sign.h"

// The action and the track that `select` ("2.1a" or "2.1a/jeugdhulp") names.
static const struct action *card_action(const struct scene *scene,
                                        const struct track **chosen)
{
    char code[72];
    const char *select = scene->ui->here.select;
    const char *slash = strchr(select, '/');

    snprintf(code, sizeof code, "%s", select);
    if (slash != NULL) {
        code[slash - select] = '\0';
    }
    const struct action *action = board_action_find(scene->board, code);
    *chosen = NULL;
    if (action == NULL) {
        return NULL;
    }
    const struct track *last = report_track(scene, scene->ui->track);
    const char *wanted = scene->ui->column[0] != '\0'             ? scene->ui->column
                         : slash != NULL                          ? slash + 1
                         : last != NULL && last->action == action ? last->column->id
                                                                  : "";
    const struct column *column = board_column_find(scene->board, wanted);
    if (column != NULL) {
        *chosen = action->tracks[column->index];
    }
    for (size_t c = 0; c < scene->board->column_count;
         c++) { // else the one that needs it most
        const struct track *track = action->tracks[c];
        if (column == NULL && track != NULL &&
            (*chosen == NULL || track_sign(track, scene->board, scene->today) >
                                    track_sign(*chosen, scene->board, scene->today))) {
            *chosen = track;
        }
    }
    return action;
}

static const char *scope_word(const struct scene *scene, enum scope scope)
{
    switch (scope) {
    case SCOPE_LOCAL: return scene_word(scene, WORD_LOCAL);
    case SCOPE_REGIONAL: return scene_word(scene, WORD_REGIONAL);
    case SCOPE_BOTH: return scene_word(scene, WORD_BOTH_SCOPES);
    case SCOPE_NONE: break;
    }
    return "";
}

static void card_line(const struct scene *scene, const struct action *action,
                      char out[2 * FORMAT_SIZE])
{
    const struct goal *goal = action->goal;
    char name[FORMAT_SIZE];
    const char *scope = scope_word(scene, action->scope);
    const char *kind = action->kind == ACTION_QUESTION   ? scene_word(scene, WORD_QUESTION)
                       : action->kind == ACTION_PRACTICE ? scene_word(scene, WORD_PRACTICE)
                                                         : "";

    format_fill(name, sizeof name, "%s", goal->ambition->wall);
    char *slash = strchr(name, '/');
    if (slash != NULL) {
        *slash = ' ';
    }
    format_fill(out, 2 * FORMAT_SIZE, "%s %s %s, %s %s%s%s%s%s", scene->board->row_kind,
                goal->ambition->code, name, scene_word(scene, WORD_GOAL), goal->code,
                scope[0] != '\0' ? ", " : "", scope, kind[0] != '\0' ? ", " : "", kind);
}

// --- room: paper left, life right ---

// The question that the buttons under it answer, or why it is so.
static void question_draw(struct scene *scene, const struct track *track, rect box)
{
    const struct metrics *m = scene->m;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int baseline = text_middle(scene, SIZE_HAND, box.y + box.h / 2);
    char words[FORMAT_SIZE];

    if (card_asks(scene, track)) {
        const char *why = scene_word(scene, WORD_WHY);
        int used = text_put(scene, box.x, baseline, type, why) + 2 * m->unit_px;
        choice_reasons_line(scene, track, (rect){box.x + used, box.y, box.w - used, box.h});
        return;
    }
    const char *more = scene_word(scene, WORD_CHANGE_MORE);
    int width = button_small_width(scene, more);
    int right = box.x + box.w - width;
    button_small(scene, (rect){right, box.y, width, box.h}, more,
                 report_open(track, CARD_MORE));
    right -= m->gap_px;
    if (track->reported != scene->today) { // it was said today already
        const char *same = scene_word(scene, WORD_SAME);
        width = button_small_width(scene, same);
        right -= width;
        button_small(scene, (rect){right, box.y, width, box.h}, same,
                     choice_change(track, UPDATE_SAME, 0, ""));
        right -= m->gap_px;
    }
    format_fill(words, sizeof words, scene_word(scene, WORD_HOW_GOES),
                track->column->title);
    text_put_fit(scene, box.x, baseline, right - box.x, type, words);
}

// The question and the states at the foot of the life; cuts them from it.
static void room_foot(struct scene *scene, const struct track *track, rect *life)
{
    const struct metrics *m = scene->m;
    int states = card_states_px(scene);
    int question = button_small_px(scene);
    int foot = life->y + life->h;

    if (scene->past) {
        return;
    }
    card_states_draw(scene, track, (rect){life->x, foot - states, life->w, states});
    foot -= states + m->gap_px;
    question_draw(scene, track, (rect){life->x, foot - question, life->w, question});
    foot -= question + m->gap_px;
    scene->undo = (rect){life->x, foot - undo_px(scene), life->w, undo_px(scene)};
    life->h = foot - life->y;
}

// Takes `high` and a gap from the top of a box.
static rect cut(const struct scene *scene, rect *box, int high)
{
    rect top = {box->x, box->y, box->w, high};

    box->y += high + scene->m->gap_px;
    box->h -= high + scene->m->gap_px;
    return top;
}

static void room_draw(struct scene *scene, const struct action *action,
                      const struct track *chosen, rect body)
{
    const struct metrics *m = scene->m;
    int paper_w = body.w * 32 / 100;
    rect paper = {body.x, body.y, paper_w, body.h};
    rect life = {body.x + paper_w + m->gap_px + m->unit_px / 4, body.y, 0, body.h};
    size_t conflict = outlook_conflict(scene->outlook, action, 0);

    life.w = body.x + body.w - life.x;
    card_paper_draw(scene, action, paper);
    if (chosen != NULL) {
        room_foot(scene, chosen, &life);
    }
    card_tracks_draw(scene, action, chosen, cut(scene, &life, card_tracks_px(scene)));
    if (chosen != NULL && chosen->health == HEALTH_BOTTLENECK) {
        int high = card_stuck_px(scene, chosen, life.w, true);
        bool ladder = high <= life.h;
        high = ladder ? high : card_stuck_px(scene, chosen, life.w, false);
        card_stuck_draw(scene, chosen, cut(scene, &life, high), ladder);
    }
    if (conflict < scene->board->conflict_count) {
        int high = conflict_px(scene, &scene->board->conflicts[conflict], life.w);
        conflict_draw(scene, conflict, cut(scene, &life, least(high, life.h)));
    }
    if (chosen != NULL && scene->ui->undo.serial != 0) { // the undo bar stands over its end
        life.h = least(life.h, scene->undo.y - scene->m->gap_px - life.y);
    }
    card_history_draw(scene, action, life);
}

// --- small panels: what does not fit folds into buttons ---

// Rows of fold buttons, and how high they are together.
static int fold_rows(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_PORTRAIT ? 2 : 1;
}

static int fold_px(const struct scene *scene)
{
    return fold_rows(scene) * (button_small_px(scene) + scene->m->gap_px) -
           scene->m->gap_px;
}

static void folds_draw(struct scene *scene, const struct track *chosen, rect box)
{
    static const enum word words[] = {WORD_TEXT, WORD_PARTNERS, WORD_DUE_BRIEF,
                                      WORD_HISTORY, WORD_CHANGE_BRIEF};
    static const int folds[] = {CARD_TEXT, CARD_PARTNERS, CARD_DUE, CARD_HISTORY,
                                CARD_MORE};
    int count = chosen != NULL ? 5 : 4;
    int down = fold_rows(scene);
    int across = (count + down - 1) / down;

    for (int i = 0; i < count; i++) {
        rect button = choice_place(scene, box, across, down, i);
        struct intent tap = intent_of(INTENT_OPTION, UI_PANEL);
        tap.screen = folds[i];
        if (folds[i] == CARD_MORE) {
            tap = report_open(chosen, CARD_MORE);
            button.w = box.x + box.w - button.x;
        }
        chrome_button(scene, button, -1, scene_word(scene, words[i]), false, tap);
    }
}

// States, and above them the reasons or the folds; cuts them from the body.
static void small_foot(struct scene *scene, const struct track *chosen, rect *body)
{
    const struct metrics *m = scene->m;
    bool upright = m->layout == LAYOUT_PORTRAIT;
    int states = (upright ? 2 : 1) * (card_states_px(scene) + m->gap_px) - m->gap_px;
    rect row = {body->x, body->y + body->h - fold_px(scene), body->w, fold_px(scene)};

    chosen = scene->past ? NULL : chosen; // nothing can be said of another day
    if (chosen != NULL) {
        row.y -= states + m->gap_px;
        card_states_draw(scene, chosen,
                         (rect){body->x, body->y + body->h - states, body->w, states});
        scene->undo =
            (rect){body->x, row.y - m->gap_px - undo_px(scene), body->w, undo_px(scene)};
    }
    if (chosen == NULL || !card_asks(scene, chosen)) {
        folds_draw(scene, chosen, row);
    } else if (upright) {
        choice_reasons_grid(scene, chosen, row, 3, fold_rows(scene), 0);
    } else {
        choice_reasons_line(scene, chosen, row);
    }
    body->h = row.y - m->gap_px - body->y;
}

// What was changed at the same time, as a button beside what is stuck.
static void conflict_button(struct scene *scene, const struct track *chosen, rect box)
{
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .outline = scene->t->ink,
                        .outline_px = scene->m->thin_px,
                        .radius_px = scene->m->radius_px,
                        .tap = report_open(chosen, CARD_CONFLICTS)};
    const char *word = scene_word(scene, WORD_CONFLICT);
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int pad = 2 * scene->m->unit_px;
    int lines = least(2, text_lines(scene, box.w - 2 * pad, type, word));

    chrome_surface(scene, &s, word);
    text_put_wrapped(scene, box.x + pad,
                     text_middle(scene, SIZE_HAND, box.y + box.h / 2) -
                         (lines - 1) * text_leading(scene, SIZE_HAND) / 2,
                     box.w - 2 * pad, 2, type, word);
}

// What is stuck and what was changed at the same time, side by side.
static void small_alarms(struct scene *scene, const struct action *action,
                         const struct track *chosen, rect box)
{
    bool asked = choice_reasons_asked(chosen);
    bool conflict =
        outlook_conflict(scene->outlook, action, 0) < scene->board->conflict_count;
    int part = conflict && asked ? box.w * 3 / 10 : box.w;

    if (conflict) {
        conflict_button(scene, chosen, (rect){box.x + box.w - part, box.y, part, box.h});
        box.w -= part + scene->m->gap_px;
    }
    if (asked) {
        card_stuck_draw(scene, chosen, box, false);
    }
}

static void small_draw(struct scene *scene, const struct action *action,
                       const struct track *chosen, rect body)
{
    bool alarm = chosen != NULL && (choice_reasons_asked(chosen) ||
                                    outlook_conflict(scene->outlook, action, 0) <
                                        scene->board->conflict_count);
    int gap = scene->m->gap_px;
    int high = chosen != NULL ? card_stuck_px(scene, chosen, body.w, false) : 0;

    small_foot(scene, chosen, &body);
    // The undo bar comes where the alarm stands: the tracks never lie under it.
    int room = chosen != NULL ? body.h - most(high, undo_px(scene)) - gap : body.h;
    int tracks =
        scene->m->layout == LAYOUT_PORTRAIT ? room : least(room, card_tracks_px(scene));
    tracks =
        card_tracks_draw(scene, action, chosen, (rect){body.x, body.y, body.w, tracks});
    cut(scene, &body, tracks);
    if (alarm) {
        small_alarms(scene, action, chosen, cut(scene, &body, high));
    }
    if (chosen != NULL && scene->ui->undo.serial != 0) {
        body.h = least(body.h, scene->undo.y - gap - body.y);
    }
    if (body.h >= 2 * text_leading(scene, SIZE_HAND)) {
        card_history_draw(scene, action, body);
    }
}

void card_draw(struct scene *scene)
{
    const struct track *chosen = NULL;
    const struct action *action = card_action(scene, &chosen);
    bool room = scene->m->layout == LAYOUT_ROOM;
    char line[2 * FORMAT_SIZE];

    if (action == NULL) {
        chrome_frame(scene, scene->ui->here.select, scene_word(scene, WORD_NO_ACTIONS), "",
                     0, TAB_BOARD);
        return;
    }
    card_line(scene, action, line);
    bool brief = scene->m->layout == LAYOUT_PANEL && !scene->m->tall &&
                 action->brief[0] != '\0'; // its header holds more than a title
    rect body = chrome_frame(scene, action->code, brief ? action->brief : action->title,
                             line, 0, room || chosen == NULL ? TAB_BOARD : TAB_NONE);
    if (action->index > 0) {
        scene->before =
            intent_show(SCREEN_CARD, scene->board->actions[action->index - 1].code);
        scene->before.amount = 1;
    }
    if ((size_t)action->index + 1 < scene->board->action_count) {
        scene->after =
            intent_show(SCREEN_CARD, scene->board->actions[action->index + 1].code);
        scene->after.amount = 1;
    }
    if (room) {
        room_draw(scene, action, chosen, body);
    } else {
        small_draw(scene, action, chosen, body);
    }
    card_panels_draw(scene, action, chosen);
}
