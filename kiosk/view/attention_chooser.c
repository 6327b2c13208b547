// The chooser of Aandacht: whose points, or which, as a grid of buttons over the screen.
#include <stdio.h>
#include <string.h>

#include "board/outlook_lists.h"
#include "board/outlook_whose.h"
#include "view/attention_parts.h"

enum { CHOICES_MAX = LEAD_POINTS_MAX + COLUMN_MAX + RUNG_MAX + 1 };

// One button.
struct choice {
    char title[FORMAT_SIZE];
    char under[FORMAT_SIZE], brief[FORMAT_SIZE]; // the same, where it does not fit
    bool chosen;
    struct intent tap;
};

struct choices {
    struct choice *list; // in the arena of the draw list
    size_t count, room;
};

static void choice_whose(const struct scene *scene, struct choices *choices,
                         enum whose_kind kind, const char *name, const char *title,
                         int points)
{
    static const enum word words[WHOSE_KIND_COUNT] = {
        [WHOSE_ALL] = WORD_COUNT,
        [WHOSE_COLUMN] = WORD_WHOSE_COLUMN,
        [WHOSE_BODY] = WORD_WHOSE_BODY,
        [WHOSE_LEAD] = WORD_WHOSE_LEAD,
    };
    char count[FORMAT_SIZE];

    if (choices->count == choices->room) {
        return;
    }
    struct choice *choice = &choices->list[choices->count++];
    *choice = (struct choice){.chosen = scene->ui->whose == (int)kind &&
                                        strcmp(scene->ui->whose_name, name) == 0,
                              .tap = intent_of(INTENT_OPTION, UI_WHOSE)};
    choice->tap.number = (int)kind;
    snprintf(choice->tap.text, sizeof choice->tap.text, "%.95s", name);
    format_fill(choice->title, sizeof choice->title, "%s", title);
    format_fill(count, sizeof count,
                scene_word(scene, points == 1 ? WORD_POINT : WORD_POINTS), points);
    if (kind == WHOSE_ALL) {
        format_fill(choice->under, sizeof choice->under, "%s", count);
    } else {
        format_fill(choice->brief, sizeof choice->brief, "%s %d",
                    scene_word(scene, words[kind]), points);
        format_fill(choice->under, sizeof choice->under, "%s, %s",
                    scene_word(scene, words[kind]), count);
    }
}

int attention_points(const struct scene *scene, const struct whose *whose)
{
    const struct whose_count *count = outlook_count(scene->outlook, whose);
    int filter = scene->ui->filter;
    int points = 0;

    for (int kind = 0; count != NULL && kind < ATTENTION_GAP; kind++) {
        bool told = filter == 0 || filter == kind + 1;
        points += told ? (int)count->kinds[kind] : 0;
    }
    for (int kind = 0; count != NULL && kind < GAP_KIND_COUNT; kind++) {
        bool told = filter == 0 || filter > ATTENTION_GAP;
        points += told && count->gaps[kind] > 0 ? 1 : 0;
    }
    return points;
}

static void choose_all(struct scene *scene, struct choices *choices)
{
    const struct board *board = scene->board;
    int filter = scene->ui->filter;
    const struct lead_points *leads = NULL;
    struct whose whose = whose_named(board, WHOSE_ALL, "");

    choice_whose(scene, choices, WHOSE_ALL, "", scene_word(scene, WORD_WHOSE_ALL),
                 attention_points(scene, &whose));
    for (size_t i = 0; i < board->column_count; i++) {
        const struct column *column = &board->columns[i];
        whose = whose_named(board, WHOSE_COLUMN, column->id);
        choice_whose(scene, choices, WHOSE_COLUMN, column->id, column->title,
                     attention_points(scene, &whose));
    }
    for (size_t i = 0; i < board->rung_count; i++) {
        const char *name = board->rungs[i].name;
        whose = whose_named(board, WHOSE_BODY, name);
        int points = attention_points(scene, &whose);
        if (points > 0) {
            choice_whose(scene, choices, WHOSE_BODY, name, name, points);
        }
    }
    bool named = filter <= ATTENTION_GAP && !scene->ui->curtain;
    enum attention_kind kind =
        filter == 0 ? ATTENTION_KIND_COUNT : (enum attention_kind)(filter - 1);
    size_t count = named ? outlook_lead_points(scene->outlook, kind, &leads) : 0;
    for (size_t i = 0; i < count; i++) {
        choice_whose(scene, choices, WHOSE_LEAD, leads[i].name, leads[i].name,
                     leads[i].points);
    }
}

static void choose_kinds(struct scene *scene, const struct attention_part *part,
                         struct choices *choices)
{
    struct chip chips[CHIP_MAX];
    size_t count = attention_kind_chips(scene, part, chips);

    for (size_t i = 0; i < count && i < choices->room; i++) {
        struct choice *choice = &choices->list[choices->count++];
        *choice = (struct choice){.chosen = scene->ui->filter == chips[i].filter,
                                  .tap = intent_of(INTENT_OPTION, UI_FILTER)};
        choice->tap.screen = chips[i].filter;
        format_fill(choice->title, sizeof choice->title, "%s", chips[i].word);
        format_fill(choice->under, sizeof choice->under,
                    scene_word(scene, chips[i].count == 1 ? WORD_POINT : WORD_POINTS),
                    chips[i].count);
    }
}

static void choice_draw(struct scene *scene, const struct choice *choice, rect box)
{
    const struct metrics *m = scene->m;
    char label[2 * FORMAT_SIZE + 4];
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = choice->chosen ? scene->t->bluetint : scene->t->paper,
                        .outline = scene->t->blue,
                        .outline_px = choice->chosen ? m->thick_px : 0,
                        .radius_px = m->radius_px,
                        .tap = choice->tap};
    int x = box.x + 2 * m->unit_px;
    int fit = box.w - 4 * m->unit_px;
    int leading = text_leading(scene, SIZE_HAND);
    int baseline = text_middle(scene, SIZE_HAND, box.y + (box.h - leading) / 2);

    format_fill(label, sizeof label, "%s, %s", choice->title, choice->under);
    chrome_surface(scene, &s, label);
    text_put_fit(scene, x, baseline, fit,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, choice->title);
    struct type light = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    const char *forms[] = {choice->under, choice->brief, NULL};
    text_put_fit(scene, x, baseline + leading, fit, light,
                 choice->brief[0] != '\0' ? text_choose(scene, fit, light, forms)
                                          : choice->under);
}

void attention_chooser_draw(struct scene *scene, const struct attention_part *part)
{
    const struct metrics *m = scene->m;
    bool kinds = scene->ui->fold == FOLD_KIND;
    struct choices choices = {.room = CHOICES_MAX};

    choices.list = arena_alloc(&scene->list->arena, choices.room * sizeof *choices.list);
    if (choices.list == NULL) {
        return;
    }
    if (kinds) {
        choose_kinds(scene, part, &choices);
    } else {
        choose_all(scene, &choices);
    }
    int across = m->layout == LAYOUT_ROOM ? 4 : m->layout == LAYOUT_PANEL ? 3 : 2;
    int row = most(m->touch_min_px, 2 * text_leading(scene, SIZE_HAND) + 2 * m->unit_px);
    int rows = ((int)choices.count + across - 1) / across;
    rect body = chrome_panel(scene, scene_word(scene, kinds ? WORD_WHICH_KIND : WORD_WHOSE),
                             rows * (row + m->gap_px) - m->gap_px);
    struct list list;
    list_begin(scene, &list, body, (rect){0}, choices.count, row, across);
    for (size_t i = list.first; i < list.last; i++) {
        choice_draw(scene, &choices.list[i], list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
