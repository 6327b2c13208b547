// Cel, ambitie and kolom: the cards of a cell, a row or a column of the wall, per goal or
// per stage.
#include <stdio.h>
#include <string.h>

#include "board/outlook_lists.h"
#include "view/chrome.h"
#include "view/report.h"
#include "view/screens.h"
#include "view/sign.h"
#include "view/track_card.h"

// What is on this screen.
struct hand {
    const struct ambition *ambition;   // NULL: all of them
    const struct column *column;       // NULL: all of them
    const struct track *const *tracks; // of the outlook
    size_t count;
    const struct goal *const *bare; // goals without a track here
    size_t bare_count;
    rect body;
    int across;
};

static const struct ambition *ambition_find(const struct board *board, const char *code,
                                            size_t length)
{
    for (size_t i = 0; i < board->ambition_count; i++) {
        if (strlen(board->ambitions[i].code) == length &&
            memcmp(board->ambitions[i].code, code, length) == 0) {
            return &board->ambitions[i];
        }
    }
    return NULL;
}

static void hand_find(const struct scene *scene, struct hand *hand)
{
    const char *select = scene->ui->here.select;
    const char *slash = strchr(select, '/');

    if (scene->ui->here.screen != SCREEN_COLUMN) {
        hand->ambition =
            ambition_find(scene->board, select,
                          slash != NULL ? (size_t)(slash - select) : strlen(select));
    }
    if (scene->ui->here.screen == SCREEN_COLUMN) {
        hand->column = board_column_find(scene->board, select);
    } else if (slash != NULL) {
        hand->column = board_column_find(scene->board, slash + 1);
    }
}

static void hand_collect(struct scene *scene, struct hand *hand)
{
    const struct ambition *ambition = hand->ambition;

    hand->tracks = outlook_tracks(scene->outlook, ambition, hand->column, &hand->count);
    if (ambition != NULL) {
        hand->bare =
            outlook_bare(scene->outlook, ambition, hand->column, &hand->bare_count);
    }
}

// --- header ---

static void lower_first(const char *text, char *out, size_t size)
{
    format_fill(out, size, "%s", text);
    if (out[0] >= 'A' && out[0] <= 'Z') {
        out[0] = (char)(out[0] - 'A' + 'a');
    }
}

static void wall_title(const struct ambition *ambition, char *out, size_t size)
{
    format_fill(out, size, "%s", ambition->wall);
    char *slash = strchr(out, '/');
    if (slash != NULL) {
        *slash = ' ';
    }
}

static void hand_titles(const struct scene *scene, const struct hand *hand,
                        char title[FORMAT_SIZE], char line[2 * FORMAT_SIZE])
{
    char kind[FORMAT_SIZE];
    char count[FORMAT_SIZE];
    char name[FORMAT_SIZE];

    lower_first(scene->board->row_kind, kind, sizeof kind);
    format_fill(count, sizeof count,
                scene_word(scene, hand->column == NULL ? WORD_TRACKS
                                  : hand->count == 1   ? WORD_ACTION
                                                       : WORD_ACTIONS),
                (int)hand->count);
    if (hand->ambition != NULL) {
        wall_title(hand->ambition, name, sizeof name);
    }
    if (hand->ambition != NULL && hand->column != NULL) {
        format_fill(title, FORMAT_SIZE, scene_word(scene, WORD_IN_AMBITION),
                    hand->column->title, kind, hand->ambition->code);
        format_fill(line, 2 * FORMAT_SIZE, "%s, %s", name, count);
    } else if (hand->ambition != NULL) {
        format_fill(title, FORMAT_SIZE, "%s %s", hand->ambition->code, name);
        format_fill(line, 2 * FORMAT_SIZE, "%s. %s", count, hand->ambition->title);
    } else {
        format_fill(title, FORMAT_SIZE, "%s", hand->column->title);
        format_fill(line, 2 * FORMAT_SIZE, "%s", count);
    }
}

// The neighbours of this cell, row or column.
static struct intent neighbour(const struct scene *scene, const struct hand *hand, int step,
                               const char **name)
{
    char select[72];
    const struct board *board = scene->board;
    struct intent none = {0};

    *name = NULL;
    if (hand->column != NULL) {
        int next = hand->column->index + step;
        if (next < 0 || next >= (int)board->column_count) {
            return none;
        }
        *name = board->columns[next].wall;
        snprintf(select, sizeof select, "%s%s%s",
                 hand->ambition != NULL ? hand->ambition->code : "",
                 hand->ambition != NULL ? "/" : "", board->columns[next].id);
    } else {
        int next = hand->ambition->index + step;
        if (next < 0 || next >= (int)board->ambition_count) {
            return none;
        }
        *name = board->ambitions[next].word;
        snprintf(select, sizeof select, "%s", board->ambitions[next].code);
    }
    struct intent intent = intent_show(scene->ui->here.screen, select);
    intent.amount = 1; // takes the place of this one
    return intent;
}

static int switch_draw(struct scene *scene, int right, int y, int high, bool draw)
{
    const char *goal = scene_word(scene, WORD_PER_GOAL);
    const char *stage = scene_word(scene, WORD_PER_STAGE);
    int a = chrome_button_width(scene, -1, goal);
    int b = chrome_button_width(scene, -1, stage);

    if (draw) {
        chrome_button(scene, (rect){right - a - b - scene->m->unit_px / 2, y, a, high}, -1,
                      goal, !scene->ui->by_stage, intent_of(INTENT_OPTION, UI_PER_GOAL));
        chrome_button(scene, (rect){right - b, y, b, high}, -1, stage, scene->ui->by_stage,
                      intent_of(INTENT_OPTION, UI_PER_STAGE));
    }
    return a + b + scene->m->unit_px / 2;
}

// Buttons to the neighbours and between the two groupings, right aligned; returns their
// width.
static int tools_draw(struct scene *scene, const struct hand *hand, int right, int y,
                      int high, bool draw)
{
    const char *names[2];
    struct intent to[2] = {neighbour(scene, hand, -1, &names[0]),
                           neighbour(scene, hand, 1, &names[1])};
    int x = right;

    scene->before = to[0];
    scene->after = to[1];
    for (int i = 1; i >= 0; i--) {
        if (names[i] == NULL) {
            continue;
        }
        int icon = i == 0 ? SHAPE_ICON_LEFT : SHAPE_ICON_RIGHT;
        bool narrow =
            scene->m->layout == LAYOUT_PORTRAIT ||
            chrome_button_width(scene, icon, names[i]) > scene->list->width_px / 6;
        const char *name = narrow ? "" : names[i];
        int width =
            most(chrome_button_width(scene, icon, name), scene->m->touch_min_px * 12 / 10);
        if (draw) {
            chrome_button(scene, (rect){x - width, y, width, high}, icon, name, false,
                          to[i]);
        }
        x -= width + scene->m->gap_px;
    }
    x -= switch_draw(scene, x, y, high, draw);
    return right - x;
}

static void frame_draw(struct scene *scene, struct hand *hand)
{
    const struct metrics *m = scene->m;
    char title[FORMAT_SIZE];
    char line[2 * FORMAT_SIZE];
    bool room = m->layout == LAYOUT_ROOM;
    int high = chrome_button_px(scene);
    int right = scene->list->width_px - m->margin_px;

    hand_titles(scene, hand, title, line);
    int tools = tools_draw(scene, hand, right, 0, high, false);
    hand->body = undo_clear(
        scene, chrome_frame(scene, NULL, title, line, room ? tools : 0, TAB_BOARD));
    if (room) {
        tools_draw(scene, hand, right, 2 * m->unit_px + (10 * m->unit_px - high) / 2, high,
                   true);
    } else {
        tools_draw(scene, hand, hand->body.x + hand->body.w, hand->body.y, high, true);
        hand->body.y += high + m->gap_px;
        hand->body.h -= high + m->gap_px;
    }
}

// --- cards per goal ---

static int heading_px(const struct scene *scene)
{
    return text_leading(scene, SIZE_HAND) + scene->m->unit_px * 3 / 2;
}

static rect slot_box(const struct scene *scene, const struct hand *hand, size_t index,
                     int card_px)
{
    int gap = scene->m->gap_px;
    int across = hand->across;
    int place = (int)(index % (size_t)across);
    int row = (int)(index / (size_t)across);
    int x = hand->body.x + place * (hand->body.w + gap) / across;
    int right = hand->body.x + (place + 1) * (hand->body.w + gap) / across - gap;
    int step = heading_px(scene) + card_px + gap;

    return (rect){x,
                  hand->body.y + row * step + heading_px(scene) - scene->ui->here.offset_px,
                  right - x, card_px};
}

static void heading_draw(struct scene *scene, rect card, int width, const char *code,
                         const char *text)
{
    int baseline = card.y - scene->m->unit_px * 3 / 2;
    int x = card.x;

    if (code != NULL) {
        x += text_put(scene, x, baseline,
                      (struct type){WEIGHT_BOLD, SIZE_HAND, scene->t->ink}, code) +
             scene->m->unit_px * 3 / 2;
    }
    text_put_fit(scene, x, baseline, card.x + width - x,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, text);
}

// The goal line stands over the first card of a goal in each row and runs on to the next
// goal.
static void goal_heading(struct scene *scene, const struct hand *hand, size_t index,
                         int card_px)
{
    const struct goal *goal = hand->tracks[index]->action->goal;
    bool same = index > 0 && hand->tracks[index - 1]->action->goal == goal;
    bool first = !same || (hand->across > 1 && index % (size_t)hand->across == 0);
    size_t last = index;

    if (!first) {
        return;
    }
    while (last + 1 < hand->count && (last + 1) % (size_t)hand->across != 0 &&
           hand->tracks[last + 1]->action->goal == goal) {
        last++;
    }
    rect box = slot_box(scene, hand, index, card_px);
    rect end = slot_box(scene, hand, last, card_px);
    const char *forms[] = {goal->title, goal->brief, NULL};
    struct type hand_type = {WEIGHT_REGULAR, SIZE_HAND, 0};
    int width = end.x + end.w - box.x;
    heading_draw(scene, box, width, goal->code,
                 text_choose(scene, width - 6 * scene->m->unit_px, hand_type, forms));
}

static void bare_draw(struct scene *scene, const struct hand *hand, rect box)
{
    const struct metrics *m = scene->m;
    char words[FORMAT_SIZE];
    int pad = 5 * m->unit_px / 2;
    int y = box.y + pad + text_cap(scene, SIZE_TAFEL);

    heading_draw(scene, box, box.w, NULL, scene_word(scene, WORD_MISSING));
    draw_frame(scene->list, box, scene->t->line, m->radius_px, m->hair_px);
    format_fill(
        words, sizeof words,
        scene_word(scene, hand->bare_count == 1 ? WORD_GOAL_WITHOUT : WORD_GOALS_WITHOUT),
        (int)hand->bare_count);
    text_put_fit(scene, box.x + pad, y, box.w - 2 * pad,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink}, words);
    draw_element(scene->list, ROLE_TEXT, box, words);
    for (size_t i = 0; i < hand->bare_count; i++) {
        y += text_leading(scene, SIZE_HAND) + m->unit_px;
        if (y > box.y + box.h - pad) {
            break;
        }
        int x = box.x + pad;
        x += text_put(scene, x, y, (struct type){WEIGHT_BOLD, SIZE_HAND, scene->t->ink},
                      hand->bare[i]->code) +
             m->unit_px;
        text_put_fit(scene, x, y, box.x + box.w - pad - x,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                     hand->bare[i]->brief);
    }
}

static void goals_draw(struct scene *scene, struct hand *hand)
{
    const struct metrics *m = scene->m;
    int card_px = track_card_px(scene, false);
    size_t slots = hand->count + (hand->bare_count > 0 ? 1 : 0);
    int rows = (int)((slots + (size_t)hand->across - 1) / (size_t)hand->across);
    int step = heading_px(scene) + card_px + m->gap_px;
    int spare = rows > 0 ? (hand->body.h - rows * step) / rows : 0;

    if (spare > 0 && m->layout == LAYOUT_ROOM) { // few rows share the room that is left
        card_px += spare < card_px / 4 ? spare : card_px / 4;
        step = heading_px(scene) + card_px + m->gap_px;
    }
    scene->list->scroller =
        (struct scroller){.box = hand->body,
                          .content_px = rows * step,
                          .offset_px = scene->ui->here.offset_px,
                          .page_px = most(1, (hand->body.h + m->gap_px) / step) * step};
    int passed =
        scene->ui->here.offset_px / most(1, step); // rows that scrolled out of sight
    for (size_t i = (size_t)passed * (size_t)hand->across; i < slots; i++) {
        rect box = slot_box(scene, hand, i, card_px);
        if (box.y > hand->body.y + hand->body.h) {
            break;
        }
        if (box.y + box.h < hand->body.y) { // only the gap under it is in sight
            continue;
        }
        if (i < hand->count) {
            goal_heading(scene, hand, i, card_px);
            track_card_draw(scene, hand->tracks[i], box, false, hand->column == NULL);
        } else {
            bare_draw(scene, hand, box);
        }
    }
}

// --- cards per stage ---

static void stages_draw(struct scene *scene, struct hand *hand)
{
    const struct metrics *m = scene->m;
    int stages = (int)scene->board->stage_count;
    int across = m->layout == LAYOUT_PORTRAIT ? 2 : m->layout == LAYOUT_PANEL ? 3 : stages;
    int card_px = track_card_px(scene, true);
    int step = card_px + m->gap_px;
    size_t first[STAGE_MAX + 1] = {0};
    int top[STAGE_MAX] = {0};
    const struct track *const *tracks =
        outlook_staged(scene->outlook, hand->ambition, hand->column, first);

    int y = 0; // rows of stages where not all fit side by side
    for (int s = 0; s < stages; s += across) {
        int tall = 0;
        for (int k = s; k < s + across && k < stages; k++) {
            top[k] = y;
            tall = most(tall, (int)(first[k + 1] - first[k]));
        }
        y += heading_px(scene) + tall * step + m->gap_px;
    }
    scene->list->scroller = (struct scroller){
        .box = hand->body, .content_px = y, .offset_px = scene->ui->here.offset_px};
    for (int s = 0; s < stages; s++) {
        int x = hand->body.x + s % across * (hand->body.w + m->gap_px) / across;
        int w = (hand->body.w + m->gap_px) / across - m->gap_px;
        rect under = {
            x, hand->body.y + top[s] + heading_px(scene) - scene->ui->here.offset_px, w, 0};
        heading_draw(scene, under, w, NULL, scene->board->stages[s]);
        int passed = most(0, (hand->body.y - under.y) / step); // scrolled out of sight
        for (size_t i = first[s] + (size_t)passed; i < first[s + 1]; i++) {
            rect box = {x, under.y + (int)(i - first[s]) * step, w, card_px};
            if (box.y > hand->body.y + hand->body.h) {
                break;
            }
            if (box.y + box.h >= hand->body.y) {
                track_card_draw(scene, tracks[i], box, true, hand->column == NULL);
            }
        }
    }
}

// Room for page buttons under what scrolls, where it does not all fit.
static void scroll_buttons(struct scene *scene, rect foot)
{
    const struct scroller *scroller = &scene->list->scroller;
    int view =
        scroller->page_px > 0 ? scroller->page_px : most(1, scroller->box.h * 9 / 10);
    int furthest = scroller->content_px - scroller->box.h;
    int pages = furthest <= 0 ? 1 : 1 + (furthest + view - 1) / view;
    int page = scroller->offset_px >= furthest ? pages - 1 : scroller->offset_px / view;

    chrome_pager(scene, foot, page, pages);
}

void cards_draw(struct scene *scene)
{
    struct hand hand = {0};
    const struct metrics *m = scene->m;

    hand_find(scene, &hand);
    if (hand.ambition == NULL && hand.column == NULL) {
        chrome_frame(scene, NULL, scene_word(scene, WORD_NO_ACTIONS), "", 0, TAB_BOARD);
        return;
    }
    hand_collect(scene, &hand);
    frame_draw(scene, &hand);
    hand.across = m->layout == LAYOUT_ROOM || m->tall ? 3
                  : m->layout == LAYOUT_PANEL         ? 2
                                                      : 1;
    int foot = m->layout == LAYOUT_ROOM ? 15 * m->unit_px / 2 : m->touch_min_px;
    rect all = hand.body;
    int step = heading_px(scene) + track_card_px(scene, scene->ui->by_stage) + m->gap_px;
    size_t slots = hand.count + (hand.bare_count > 0 ? 1 : 0);
    bool long_list = scene->ui->by_stage ||
                     (int)((slots + (size_t)hand.across - 1) / (size_t)hand.across) * step >
                         all.h + m->gap_px;
    if (long_list) {
        hand.body.h -= foot + m->gap_px;
        if (!scene->ui->by_stage &&
            hand.body.h > step) { // whole rows: no slivers above the page buttons
            hand.body.h = (hand.body.h + m->gap_px) / step * step - m->gap_px;
        }
    }
    rect before =
        draw_clip(scene->list, (rect){0, hand.body.y, scene->list->width_px, hand.body.h});
    if (scene->ui->by_stage) {
        stages_draw(scene, &hand);
    } else {
        goals_draw(scene, &hand);
    }
    draw_clip(scene->list, before);
    if (long_list) {
        scroll_buttons(scene, (rect){all.x, all.y + all.h - foot, all.w, foot});
    }
    report_panel_draw(scene);
}
