// Kaart: one action. The paper (text, partners, funding, due) and the life (tracks,
// bottleneck, history).
#include <stdio.h>
#include <string.h>

#include "view/card_parts.h"
#include "view/chrome.h"
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
    const char *wanted = scene->ui->column[0] != '\0' ? scene->ui->column
                         : slash != NULL              ? slash + 1
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

static void room_draw(struct scene *scene, const struct action *action,
                      const struct track *chosen, rect body)
{
    const struct metrics *m = scene->m;
    int paper_w = body.w * 32 / 100;
    rect paper = {body.x, body.y, paper_w, body.h};
    rect life = {body.x + paper_w + m->gap_px + m->unit_px / 4, body.y,
                 body.w - paper_w - m->gap_px, body.h};

    card_paper_draw(scene, action, paper);
    int tracks = most(33 * m->unit_px, 6 * text_leading(scene, SIZE_HAND) + 8 * m->unit_px);
    rect row = {life.x, life.y, life.w, tracks};
    card_tracks_draw(scene, action, chosen, row);
    int y = life.y + tracks + m->gap_px;
    if (chosen != NULL && chosen->health == HEALTH_BOTTLENECK) {
        int high = text_leading(scene, SIZE_TAFEL) + 2 * text_leading(scene, SIZE_HAND) +
                   text_leading(scene, SIZE_HAND) * 2 + 13 * m->unit_px;
        card_bottleneck_draw(scene, chosen, (rect){life.x, y, life.w, high}, true);
        y += high + m->gap_px;
    }
    card_history_draw(scene, action, (rect){life.x, y, life.w, life.y + life.h - y});
}

// --- small panels: what does not fit folds into buttons ---

static void fold_buttons(struct scene *scene, rect box, int count)
{
    static const enum word words[] = {WORD_TEXT, WORD_PARTNERS, WORD_DUE_BRIEF,
                                      WORD_HISTORY};
    static const int folds[] = {CARD_TEXT, CARD_PARTNERS, CARD_DUE, CARD_HISTORY};
    int gap = scene->m->gap_px;
    int across = scene->m->layout == LAYOUT_PORTRAIT ? 2 : count;

    for (int i = 0; i < count; i++) {
        int w = (box.w - (across - 1) * gap) / across;
        int high = (box.h - (count / across - 1) * gap) / (count / across);
        rect button = {box.x + i % across * (w + gap), box.y + i / across * (high + gap), w,
                       high};
        struct intent tap = intent_of(INTENT_OPTION, UI_PANEL);
        tap.screen = folds[i];
        const char *word = scene_word(scene, words[i]);
        chrome_button(scene, button, -1, word, false, tap);
    }
}

static void small_draw(struct scene *scene, const struct action *action,
                       const struct track *chosen, rect body)
{
    const struct metrics *m = scene->m;
    bool portrait = m->layout == LAYOUT_PORTRAIT;
    int buttons = portrait ? 2 * m->touch_min_px + m->gap_px : m->touch_min_px;
    rect foot = {body.x, body.y + body.h - buttons, body.w, buttons};
    bool stuck = chosen != NULL && chosen->health == HEALTH_BOTTLENECK;
    int lines =
        text_leading(scene, SIZE_TAFEL) + text_leading(scene, SIZE_HAND) + 5 * m->unit_px;
    int left = body.h - buttons - m->gap_px - (stuck ? lines + m->gap_px : 0);
    int natural = text_cap(scene, SIZE_TAFEL) * 14 / 10 + 14 * m->unit_px +
                  3 * text_leading(scene, SIZE_HAND);
    int tracks = portrait ? left : least(left, natural);
    int used =
        card_tracks_draw(scene, action, chosen, (rect){body.x, body.y, body.w, tracks});
    if (stuck) {
        card_bottleneck_draw(
            scene, chosen, (rect){body.x, body.y + used + m->gap_px, body.w, lines}, false);
        used += lines + m->gap_px;
    }
    rect rest = {body.x, body.y + used + m->gap_px, body.w,
                 foot.y - body.y - used - 2 * m->gap_px};
    if (rest.h > 3 * text_leading(scene, SIZE_HAND)) {
        card_history_draw(scene, action, rest);
    }
    fold_buttons(scene, foot, 4);
}

static void fold_draw(struct scene *scene, const struct action *action)
{
    static const enum word titles[] = {[CARD_TEXT] = WORD_TEXT,
                                       [CARD_PARTNERS] = WORD_PARTNERS,
                                       [CARD_DUE] = WORD_DUE,
                                       [CARD_HISTORY] = WORD_HISTORY};
    int fold = scene->ui->fold;

    if (fold < CARD_TEXT || fold > CARD_HISTORY) {
        return;
    }
    rect box = chrome_panel(scene, scene_word(scene, titles[fold]), 0);
    if (fold == CARD_HISTORY) {
        card_history_draw(scene, action, box);
    } else {
        card_part_draw(scene, action, fold, box);
    }
}

void card_draw(struct scene *scene)
{
    const struct track *chosen = NULL;
    const struct action *action = card_action(scene, &chosen);
    char line[2 * FORMAT_SIZE];

    if (action == NULL) {
        chrome_frame(scene, scene->ui->here.select, scene_word(scene, WORD_NO_ACTIONS), "",
                     0, TAB_BOARD);
        return;
    }
    card_line(scene, action, line);
    rect body = chrome_frame(scene, action->code, action->title, line, 0, TAB_BOARD);
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
    if (scene->m->layout == LAYOUT_ROOM) {
        room_draw(scene, action, chosen, body);
        return;
    }
    small_draw(scene, action, chosen, body);
    fold_draw(scene, action);
}
