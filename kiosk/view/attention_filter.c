// Which points, and whose: chips with counts where there is room for them, else two buttons
// that open a chooser.
#include <stdio.h>
#include <string.h>

#include "view/attention_parts.h"

// Behind the curtain nobody is known by name.
static enum whose_kind whose_kind_now(const struct scene *scene)
{
    enum whose_kind kind = (enum whose_kind)scene->ui->whose;

    return kind == WHOSE_LEAD && scene->ui->curtain ? WHOSE_ALL : kind;
}

struct whose attention_whose(const struct scene *scene)
{
    return whose_named(scene->board, whose_kind_now(scene), scene->ui->whose_name);
}

size_t attention_gap_lines(const struct attention_part *part)
{
    size_t lines = 0;

    for (int kind = 0; kind < GAP_KIND_COUNT; kind++) {
        lines += part->gaps[kind] > 0 ? 1 : 0;
    }
    return lines;
}

static void capital(char *word)
{
    if (word[0] >= 'a' && word[0] <= 'z') {
        word[0] = (char)(word[0] - 'a' + 'A');
    }
}

static void kind_word(const struct scene *scene, int kind, char out[FORMAT_SIZE])
{
    static const enum word words[ATTENTION_KIND_COUNT] = {
        [ATTENTION_ESCALATED] = WORD_TO_BODY,
        [ATTENTION_BOTTLENECK] = WORD_HEALTH_BOTTLENECK,
        [ATTENTION_HEALTH] = WORD_HEALTH_ATTENTION,
        [ATTENTION_OVERDUE] = WORD_OVERDUE,
        [ATTENTION_SHIFTED] = WORD_SHIFTED,
        [ATTENTION_SILENT] = WORD_SILENT,
        [ATTENTION_PACE] = WORD_PACE_ISSUE,
        [ATTENTION_GAP] = WORD_GAPS,
    };

    format_fill(out, FORMAT_SIZE, scene_word(scene, words[kind]),
                scene->board->rungs[scene->board->rung_count - 1].name);
    capital(out);
}

size_t attention_kind_chips(const struct scene *scene, const struct attention_part *part,
                            struct chip chips[CHIP_MAX])
{
    size_t count = 1;

    chips[0] = (struct chip){.count = 0};
    format_fill(chips[0].word, sizeof chips[0].word, "%s", scene_word(scene, WORD_ALL));
    for (int kind = 0; kind < ATTENTION_KIND_COUNT; kind++) {
        size_t points = kind == ATTENTION_GAP ? attention_gap_lines(part)
                                              : part->first[kind + 1] - part->first[kind];
        chips[0].count += (int)points;
        if (points > 0 || scene->ui->filter == kind + 1) {
            chips[count] = (struct chip){.filter = kind + 1, .count = (int)points};
            kind_word(scene, kind, chips[count++].word);
        }
    }
    return count;
}

static struct intent chooser_open(int fold)
{
    struct intent tap = intent_of(INTENT_OPTION, UI_PANEL);

    tap.screen = fold;
    return tap;
}

void attention_whose_words(const struct scene *scene, char *out, size_t size)
{
    const char *name = scene->ui->whose_name;
    const struct column *column = board_column_find(scene->board, name);

    switch (whose_kind_now(scene)) {
    case WHOSE_COLUMN:
        format_fill(out, size, "%s", column != NULL ? column->title : name);
        break;
    case WHOSE_BODY:
    case WHOSE_LEAD: format_fill(out, size, "%s", name); break;
    case WHOSE_ALL:
    case WHOSE_KIND_COUNT: out[0] = '\0'; break;
    }
}

// One tap shows a column, another all of them again.
static struct chip column_chip(const struct scene *scene, const struct column *column,
                               bool wall)
{
    struct whose whose = whose_named(scene->board, WHOSE_COLUMN, column->id);
    struct chip chip = {.count = attention_points(scene, &whose),
                        .chosen = whose_kind_now(scene) == WHOSE_COLUMN &&
                                  strcmp(scene->ui->whose_name, column->id) == 0,
                        .tap = intent_of(INTENT_OPTION, UI_WHOSE)};
    bool brief = wall && column->wall[0] != '\0';

    format_fill(chip.word, sizeof chip.word, "%s", brief ? column->wall : column->title);
    chip.tap.number = chip.chosen ? WHOSE_ALL : WHOSE_COLUMN;
    snprintf(chip.tap.text, sizeof chip.tap.text, "%.95s", chip.chosen ? "" : column->id);
    return chip;
}

// The columns in the room beside the title; returns how many, 0 when they do not fit.
static size_t column_chips(const struct scene *scene, struct chip chips[COLUMN_MAX],
                           rect *box)
{
    const struct metrics *m = scene->m;
    const struct board *board = scene->board;
    struct type title = {WEIGHT_SEMIBOLD, SIZE_WAND, 0};
    int left = m->margin_px + text_width(scene, title, scene_word(scene, WORD_ATTENTION)) +
               4 * m->unit_px;
    int right = chrome_room_right(scene) - 2 * m->unit_px;

    for (int wall = 0; wall < 2 && m->layout == LAYOUT_ROOM && right > left; wall++) {
        for (size_t i = 0; i < board->column_count; i++) {
            chips[i] = column_chip(scene, &board->columns[i], wall == 1);
        }
        int width = chips_width(scene, chips, board->column_count);
        if (width <= right - left) {
            int high = chips_px(scene, chips, 1, width); // the line under the title is free
            *box = (rect){right - width, most(0, 6 * m->unit_px - high / 2), width, 0};
            return board->column_count;
        }
    }
    return 0;
}

void attention_columns_draw(struct scene *scene)
{
    struct chip chips[COLUMN_MAX];
    rect box = {0};
    size_t count = column_chips(scene, chips, &box);

    if (count > 0) {
        chips_draw(scene, chips, count, box);
    }
}

// The button that says whose points these are and opens the chooser; of a column its own
// chip says it.
static struct chip whose_chip(const struct scene *scene)
{
    struct chip columns[COLUMN_MAX];
    rect box = {0};
    bool chosen =
        whose_kind_now(scene) != WHOSE_ALL &&
        (whose_kind_now(scene) != WHOSE_COLUMN || column_chips(scene, columns, &box) == 0);
    struct chip chip = {.count = CHIP_NO_COUNT,
                        .icon = SHAPE_ICON_DOWN,
                        .chosen = chosen,
                        .tap = chooser_open(FOLD_WHOSE)};

    if (chosen) {
        attention_whose_words(scene, chip.word, sizeof chip.word);
        capital(chip.word);
    } else {
        format_fill(chip.word, sizeof chip.word, "%s", scene_word(scene, WORD_WHOSE));
    }
    return chip;
}

int attention_filters_draw(struct scene *scene, const struct attention_part *part,
                           rect body)
{
    struct chip chips[CHIP_MAX];
    size_t count = attention_kind_chips(scene, part, chips);
    struct chip whose = whose_chip(scene);

    chips[count] = whose;
    if (chips_px(scene, chips, count + 1, body.w) <= body.h / 5) {
        return chips_draw(scene, chips, count + 1, body);
    }
    for (size_t i = 0; i < count; i++) {
        if (chips[i].filter == scene->ui->filter) {
            chips[0] = chips[i];
        }
    }
    chips[0].icon = SHAPE_ICON_DOWN;
    chips[0].tap = chooser_open(FOLD_KIND);
    chips[0].chosen = scene->ui->filter != 0;
    chips[1] = whose;
    return chips_halves_draw(scene, chips, 2, body);
}
