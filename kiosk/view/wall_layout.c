// Where everything on the wall stands: fewer rows and columns on a page before anything
// gets smaller.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "view/band.h"
#include "view/sign.h"
#include "view/wall_parts.h"

// A wall title line has at most 13 letters, a word 9; what is longer gets at most this
// share of the width.
enum { LINE_LETTERS = 13, WORD_LETTERS = 9, TITLE_PERCENT = 24 };

static struct type wand_type(const struct scene *scene)
{
    return (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
}

static int title_width(const struct scene *scene, const char *text, size_t letters)
{
    int width = text_width(scene, wand_type(scene), text);

    return utf8_count(text) <= letters
               ? width
               : least(width, scene->list->width_px * TITLE_PERCENT / 100);
}

void wall_word(const struct ambition *ambition, char out[FORMAT_SIZE])
{
    snprintf(out, FORMAT_SIZE, "%.*s", FORMAT_SIZE - 1, ambition->word);
    if (utf8_count(out) > WORD_LETTERS) {
        out[strcspn(out, " /,")] = '\0';
    }
}

// Widest wall title line, or widest word.
static int titles_width(const struct scene *scene, bool two_lines)
{
    int width = 0;

    for (size_t i = 0; i < scene->board->ambition_count; i++) {
        const struct ambition *ambition = &scene->board->ambitions[i];
        if (!two_lines) {
            char word[FORMAT_SIZE];
            wall_word(ambition, word);
            width = most(width, title_width(scene, word, WORD_LETTERS));
            continue;
        }
        size_t cut = strcspn(ambition->wall, "/");
        char line[FORMAT_SIZE];
        snprintf(line, sizeof line, "%.*s", (int)least((int)cut, FORMAT_SIZE - 1),
                 ambition->wall);
        width = most(width, title_width(scene, line, LINE_LETTERS));
        if (ambition->wall[cut] == '/') {
            width = most(width, title_width(scene, ambition->wall + cut + 1, LINE_LETTERS));
        }
    }
    return width;
}

static int number_width(const struct scene *scene)
{
    int width = 0;

    for (size_t i = 0; i < scene->board->ambition_count; i++) {
        width = most(width, text_width(scene, (struct type){WEIGHT_BOLD, SIZE_WAND, 0},
                                       scene->board->ambitions[i].code));
    }
    return width;
}

static int count_pages(int items, int fit)
{
    return fit < 1 ? items : (items + fit - 1) / fit;
}

// How many columns stand side by side, and how wide they are.
static void layout_columns(const struct scene *scene, struct wall *wall, int left,
                           int right, int least_px)
{
    int count = most(1, (int)scene->board->column_count);
    int gap = wall->gap_px;
    int fit = most(1, least(count, (right - left + gap) / (least_px + gap)));

    wall->column_pages = count_pages(count, fit);
    wall->columns = count_pages(count, wall->column_pages);
    wall->cells_x = left;
    wall->cells_w = right - left;
}

static void layout_rows(const struct scene *scene, struct wall *wall, int least_px,
                        int most_px)
{
    int count = most(1, (int)scene->board->ambition_count);
    int fit = most(1, (wall->grid.h + wall->gap_px) / (least_px + wall->gap_px));

    wall->row_pages = count_pages(count, fit);
    wall->rows = count_pages(count, wall->row_pages);
    wall->row_px =
        least((wall->grid.h + wall->gap_px) / wall->rows - wall->gap_px, most_px);
}

// Makes room for the band under the header, whose foot is at y_px; what stands there
// usually begins at `next_px`. Returns how much lower that begins now.
static int layout_band(const struct scene *scene, struct wall *wall, int y_px, int next_px)
{
    const struct metrics *m = scene->m;
    int high = band_px(scene);

    if (high == 0) {
        return 0;
    }
    int margin = m->layout == LAYOUT_PORTRAIT ? 2 * m->unit_px : m->margin_px;
    wall->band = (rect){margin, y_px, scene->list->width_px - 2 * margin, high};
    wall->band_px = y_px + high + m->gap_px - next_px;
    return wall->band_px;
}

static void layout_room(struct scene *scene, struct wall *wall, int foot)
{
    const struct metrics *m = scene->m;
    int right = scene->list->width_px - m->margin_px;
    struct type wand = wand_type(scene);

    wall->two_lines = true;
    wall->gap_px = m->unit_px;
    wall->title_x = m->margin_px + number_width(scene) + m->unit_px * 3;
    int key = 0;
    for (size_t i = 0; i < scene->board->stage_count; i++) {
        key +=
            (int)(i % 2) * (text_width(scene, (struct type){WEIGHT_REGULAR, SIZE_HAND, 0},
                                       scene->board->stages[i]) +
                            m->unit_px);
    }
    wall->title_w = most(titles_width(scene, true), key - (wall->title_x - m->margin_px));
    wall->pace_w =
        most(text_width(scene, wand, scene_word(scene, WORD_PACE)), 20 * m->unit_px);
    wall->pace_x = right - wall->pace_w;
    int names = 15 * m->unit_px + text_cap(scene, SIZE_WAND);
    int cap = text_cap(scene, SIZE_WAND);
    wall->names_px = most(names, 12 * m->unit_px + 3 * cap / 2);
    int header = 3 * m->unit_px + cap + text_leading(scene, SIZE_HAND) +
                 text_cap(scene, SIZE_HAND) / 2 + 3 * m->unit_px / 2;
    wall->names_px += layout_band(scene, wall, header, wall->names_px - 3 * cap / 2);
    int top = wall->names_px + m->unit_px * 10 / 8 + text_cap(scene, SIZE_WAND) / 3;
    int strip = most(19 * m->unit_px / 2, text_cap(scene, SIZE_WAND) * 2);
    wall->strip_px = strip + m->unit_px * 3 / 4;
    wall->grid = (rect){m->margin_px, top, right - m->margin_px,
                        foot - strip - m->unit_px * 2 - top};
    int cells_x =
        most(wall->title_x + wall->title_w + m->gap_px + m->unit_px / 2, 57 * m->unit_px);
    layout_columns(scene, wall, cells_x, wall->pace_x - m->gap_px, 30 * m->unit_px);
    int lines = 2 * text_leading(scene, SIZE_WAND) + 2 * m->unit_px;
    layout_rows(scene, wall, most(lines, 16 * m->unit_px), 30 * m->unit_px);
}

// Small panels have a strip where there is height to spare, and always when it has
// something to say that must be read.
static int small_strip_px(const struct scene *scene)
{
    int high = 2 * text_leading(scene, SIZE_TAFEL) + 2 * scene->m->unit_px;

    return scene->m->tall || strip_stands(scene) ? high : 0;
}

// Where the names of the columns stand on a small panel: `usual_px`, or as much lower as
// their answers need to end `above_px` over the rows and not reach the ways.
static int small_names_px(const struct scene *scene, int usual_px, int above_px,
                          int rows_px)
{
    int tall = most(text_cap(scene, SIZE_WAND) * 2, scene->m->touch_min_px);

    return most(usual_px, wall_small_ways_px(scene) + tall + above_px - rows_px);
}

static void layout_panel(struct scene *scene, struct wall *wall, int foot)
{
    const struct metrics *m = scene->m;
    int right = scene->list->width_px - m->margin_px;
    struct type wand = wand_type(scene);
    int cap = text_cap(scene, SIZE_WAND);
    int code = text_width(scene, wand, "5.5a");
    int cell = code + 9 * m->unit_px;

    wall->gap_px = m->gap_px;
    wall->title_x = m->margin_px + number_width(scene) + m->unit_px * 2;
    wall->pace_w = text_width(scene, wand, "0") + 4 * m->unit_px;
    wall->pace_x = right - wall->pace_w;
    int columns = (int)scene->board->column_count * (cell * 3 / 2 + m->gap_px);
    wall->two_lines = wall->title_x + titles_width(scene, true) + columns < wall->pace_x;
    wall->title_w = titles_width(scene, wall->two_lines);
    int under = m->unit_px + cap * 2 / 5;
    wall->names_px =
        small_names_px(scene, wall_small_baseline(scene) + cap + 11 * m->unit_px / 2,
                       wall->gap_px / 2, under);
    int hit = wall->names_px + under - wall->gap_px / 2 -
              most(cap * 2, m->touch_min_px);           // where the names begin to answer
    int letters = wall_small_baseline(scene) + cap / 2; // those that hang below the line
    wall->names_px += layout_band(scene, wall, most(letters, hit), hit);
    wall->strip_px = small_strip_px(scene);
    int top = wall->names_px + under;
    int strip = wall->strip_px > 0 ? wall->strip_px + m->unit_px : 0;
    wall->grid = (rect){m->margin_px, top, right - m->margin_px,
                        foot - m->unit_px * 3 - strip - top};
    layout_columns(scene, wall, wall->title_x + wall->title_w + m->unit_px * 3 / 2,
                   wall->pace_x - m->unit_px, cell);
    int lines = wall->two_lines ? 2 * text_leading(scene, SIZE_WAND) + m->unit_px : 0;
    layout_rows(scene, wall, most(most(lines, cap * 2 + 4 * m->unit_px), m->touch_min_px),
                28 * m->unit_px);
}

static void layout_portrait(struct scene *scene, struct wall *wall, int foot)
{
    const struct metrics *m = scene->m;
    int right = scene->list->width_px - 2 * m->unit_px - 2;

    wall->gap_px = m->unit_px;
    wall->title_x = m->margin_px + number_width(scene) + 3 * m->unit_px;
    wall->names_px = small_names_px(scene,
                                    wall_small_baseline(scene) +
                                        text_leading(scene, SIZE_HAND) * 12 / 10 +
                                        text_cap(scene, SIZE_TAFEL) + 4 * m->unit_px,
                                    m->unit_px, 2 * m->unit_px);
    int foot_px = wall->names_px - text_cap(scene, SIZE_TAFEL) - m->unit_px; // of the pager
    int hit =
        wall->names_px + m->unit_px - most(text_cap(scene, SIZE_WAND) * 2, m->touch_min_px);
    wall->names_px += layout_band(scene, wall, most(foot_px, hit), hit);
    int top = wall->names_px + 2 * m->unit_px;
    wall->strip_px = small_strip_px(scene);
    int strip = wall->strip_px > 0 ? wall->strip_px + m->unit_px : 0;
    wall->grid = (rect){2 * m->unit_px + 2, top, right - 2 * m->unit_px - 2,
                        foot - m->unit_px * 2 - strip - top};
    layout_columns(scene, wall, wall->grid.x, right,
                   text_width(scene, wand_type(scene), "5.5a") + m->size_px[SIZE_WAND] +
                       5 * m->unit_px);
    int title = text_leading(scene, SIZE_WAND) + m->unit_px;
    layout_rows(scene, wall, title + most(20 * m->unit_px, m->touch_min_px),
                title + 40 * m->unit_px);
}

// The most bricks in one slot among the cells of this page decides how many stand side by
// side.
static int fullest_slot(const struct scene *scene, const struct wall *wall)
{
    int fullest = 0;

    for (int r = 0; r < wall->rows; r++) {
        for (int c = 0; c < wall->columns; c++) {
            int row = wall->first_row + r;
            int column = wall->first_column + c;
            if (row >= (int)scene->board->ambition_count ||
                column >= (int)scene->board->column_count) {
                continue;
            }
            const struct cell_state *state =
                outlook_cell(scene->outlook, &scene->board->ambitions[row],
                             &scene->board->columns[column]);
            for (size_t s = 0; state != NULL && s < scene->board->stage_count; s++) {
                int total = 0;
                for (int i = 0; i < SIGN_COUNT; i++) {
                    total += state->bricks[s][i];
                }
                fullest = most(fullest, total);
            }
        }
    }
    return fullest;
}

int wall_cell_px(const struct scene *scene, const struct wall *wall)
{
    bool portrait = scene->m->layout == LAYOUT_PORTRAIT;

    return portrait ? wall->row_px - text_leading(scene, SIZE_WAND) - scene->m->unit_px
                    : wall->row_px;
}

// Bricks take the height that words leave; a third line of words only where four layers
// still fit.
static void layout_style(const struct scene *scene, struct wall *wall)
{
    const struct metrics *m = scene->m;
    int unit = m->unit_px;
    int full = fullest_slot(scene, wall);
    int layers = least(most(full, 1), 4);
    int high = wall_cell_px(scene, wall);
    int brick = m->layout == LAYOUT_ROOM ? unit * 3 / 2 : 2 * unit;
    int head = m->layout == LAYOUT_ROOM ? unit * 9 / 2 + unit * 11 / 4 : 0;
    int foot = unit * 11 / 8 + unit * 5 / 8;

    wall->style = (struct cell_style){.wide = pile_wide(full), .brick_px = brick};
    if (m->layout == LAYOUT_ROOM) {
        // Letters keep their millimetres: where they leave room, the short title of the
        // exception comes in.
        int line = text_leading(scene, SIZE_HAND);
        int small = most(4, unit * 9 / 8);
        int left = high - head - foot - line;
        if (m->size_px[SIZE_WAND] < 6 * unit && left >= 3 * (small + unit * 3 / 8)) {
            wall->style.brick_px = small;
            wall->style.title_layers = left / (small + unit * 3 / 8);
        }
    } else {
        wall->style.words =
            m->layout == LAYOUT_PORTRAIT || wall->row_px > 3 * m->size_px[SIZE_WAND];
        while (wall->style.brick_px > 3 &&
               layers * (wall->style.brick_px + unit * 3 / 8) + foot > high - unit) {
            wall->style.brick_px--;
        }
    }
}

void wall_layout(struct scene *scene, struct wall *wall, int foot)
{
    *wall = (struct wall){0};
    switch (scene->m->layout) {
    case LAYOUT_ROOM: layout_room(scene, wall, foot); break;
    case LAYOUT_PANEL: layout_panel(scene, wall, foot); break;
    case LAYOUT_PORTRAIT: layout_portrait(scene, wall, foot); break;
    }
    scene->pages = wall->row_pages * wall->column_pages;
    int page = ((scene->ui->here.page % scene->pages) + scene->pages) % scene->pages;
    wall->first_row = page / wall->column_pages * wall->rows;
    wall->first_column = page % wall->column_pages * wall->columns;
    layout_style(scene, wall);
}
