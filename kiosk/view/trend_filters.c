// Which tracks Verloop shows: all of them or those of one ambition, and of one column.
#include <stdio.h>

#include "view/list.h"
#include "view/trend_parts.h"

// A choice: its word, whether it is the present one, and what a tap does.
struct choice_row {
    char word[FORMAT_SIZE];
    bool chosen;
    struct intent tap;
};

// Index 0: Alles.
static struct choice_row ambition_row(const struct scene *scene, const struct trend *trend,
                                      size_t index)
{
    const struct ambition *ambition =
        index > 0 ? &scene->board->ambitions[index - 1] : NULL;
    struct choice_row row = {.chosen = trend->filter.ambition == ambition};

    trend_ambition_words(scene, ambition, row.word, sizeof row.word);
    row.tap =
        trend_option(UI_TREND_AMBITION, ambition != NULL ? ambition->code : "", 0, "");
    return row;
}

// Index 0: Alle kolommen.
static struct choice_row column_row(const struct scene *scene, const struct trend *trend,
                                    size_t index)
{
    const struct column *column = index > 0 ? &scene->board->columns[index - 1] : NULL;
    struct choice_row row = {.chosen = trend->filter.column == column};

    snprintf(row.word, sizeof row.word, "%s",
             column == NULL            ? scene_word(scene, WORD_TREND_ALL_COLUMNS)
             : column->wall[0] != '\0' ? column->wall
                                       : column->title);
    row.tap = trend_option(UI_TREND_COLUMN, column != NULL ? column->id : "", 0, "");
    return row;
}

static void word_draw(struct scene *scene, rect box, struct type type, const char *word)
{
    int pad = 2 * scene->m->unit_px;

    if (text_width(scene, type, word) > box.w - 2 * pad) {
        type.size = SIZE_HAND;
    }
    text_put_fit(scene, box.x + pad, text_middle(scene, type.size, box.y + box.h / 2),
                 box.w - 2 * pad, type, word);
}

// An ambition is a card, blue when chosen.
static void card_row_draw(struct scene *scene, const struct choice_row *row, rect box,
                          color fill)
{
    const struct theme *t = scene->t;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = row->chosen ? t->blue : fill,
                        .radius_px = scene->m->radius_px,
                        .tap = row->tap};
    bool pressed = chrome_surface(scene, &s, row->word);

    word_draw(scene, box,
              (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL,
                            row->chosen && !pressed ? t->on_blue : t->ink},
              row->word);
}

// A column stands on the paper, with a blue outline when chosen.
static void bare_row_draw(struct scene *scene, const struct choice_row *row, rect box)
{
    const struct theme *t = scene->t;
    const struct metrics *m = scene->m;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = row->chosen ? t->card : t->paper,
                        .outline = t->blue,
                        .outline_px = row->chosen ? m->thin_px : 0,
                        .radius_px = m->radius_px,
                        .tap = row->tap};

    chrome_surface(scene, &s, row->word);
    word_draw(
        scene, box,
        (struct type){WEIGHT_SEMIBOLD,
                      10 * m->size_px[SIZE_TAFEL] < 8 * box.h ? SIZE_TAFEL : SIZE_HAND,
                      row->chosen ? t->ink : t->ink2},
        row->word);
}

// More than there is room for: a list with page buttons.
static void filters_list_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const struct board *board = scene->board;
    struct list list;
    size_t ambitions = board->ambition_count + 1;

    list_begin(scene, &list, box, (rect){0}, ambitions + board->column_count + 1,
               most(scene->m->touch_min_px, 6 * scene->m->unit_px), 1);
    for (size_t i = list.first; i < list.last; i++) {
        rect at = list_row(scene, &list, i);
        if (i < ambitions) {
            struct choice_row row = ambition_row(scene, trend, i);
            card_row_draw(scene, &row, at, scene->t->card);
        } else {
            struct choice_row row = column_row(scene, trend, i - ambitions);
            bare_row_draw(scene, &row, at);
        }
    }
    list_end(scene, &list);
}

void trend_filters_draw(struct scene *scene, const struct trend *trend, rect box)
{
    const struct metrics *m = scene->m;
    int ambitions = (int)scene->board->ambition_count + 1;
    int columns = (int)scene->board->column_count + 1;
    int card = most(m->touch_min_px, 17 * m->unit_px / 2);
    int bare = most(m->touch_min_px, 13 * m->unit_px / 2);
    int between = 3 * m->unit_px;
    int needed = ambitions * (card + m->gap_px) + between + columns * bare;

    if (needed > box.h) {
        int spared = (needed - box.h + ambitions + columns - 1) / (ambitions + columns);
        card -= spared;
        bare -= spared;
    }
    if (bare < most(m->touch_min_px, 4 * m->unit_px)) {
        filters_list_draw(scene, trend, box);
        return;
    }
    int y = box.y;
    for (int i = 0; i < ambitions; i++, y += card + m->gap_px) {
        struct choice_row row = ambition_row(scene, trend, (size_t)i);
        card_row_draw(scene, &row, (rect){box.x, y, box.w, card}, scene->t->card);
    }
    y += between;
    for (int i = 0; i < columns; i++, y += bare) {
        struct choice_row row = column_row(scene, trend, (size_t)i);
        bare_row_draw(scene, &row, (rect){box.x, y, box.w, bare});
    }
}

void trend_filter_panel(struct scene *scene, const struct trend *trend)
{
    const struct board *board = scene->board;
    size_t ambitions = board->ambition_count + 1;
    size_t columns = board->column_count + 1;
    size_t rows = ambitions > columns ? ambitions : columns;
    struct list list;

    rect box = chrome_panel(scene, scene_word(scene, WORD_TREND_CHOOSE), 0);
    list_begin(scene, &list, box, (rect){0}, 2 * rows, scene->m->touch_min_px, 2);
    for (size_t i = list.first; i < list.last; i++) {
        rect at = list_row(scene, &list, i);
        if (i % 2 == 0 && i / 2 < ambitions) {
            struct choice_row row = ambition_row(scene, trend, i / 2);
            card_row_draw(scene, &row, at, scene->t->paper);
        } else if (i % 2 == 1 && i / 2 < columns) {
            struct choice_row row = column_row(scene, trend, i / 2);
            bare_row_draw(scene, &row, at);
        }
    }
    list_end(scene, &list);
}
