// Bord, the wall: ambitions down, columns across, pace at the edge.
#include <stdio.h>
#include <string.h>

#include "view/band.h"
#include "view/chrome.h"
#include "view/sign.h"
#include "view/wall_parts.h"

static struct type wand_type(const struct scene *scene)
{
    return (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
}

static rect cell_box(const struct wall *wall, const struct scene *scene, int row,
                     int column)
{
    int gap = scene->m->layout == LAYOUT_ROOM ? scene->m->gap_px : wall->gap_px;
    int x = wall->cells_x + column * (wall->cells_w + gap) / wall->columns;
    int right = wall->cells_x + (column + 1) * (wall->cells_w + gap) / wall->columns - gap;
    int y = wall->grid.y + row * (wall->row_px + wall->gap_px);
    int high = wall_cell_px(scene, wall);

    return (rect){x, y + wall->row_px - high, right - x, high};
}

static void column_name(struct scene *scene, const struct wall *wall,
                        const struct column *column, int place)
{
    const struct metrics *m = scene->m;
    rect cell = cell_box(wall, scene, 0, place);
    bool portrait = m->layout == LAYOUT_PORTRAIT;
    struct type type = wand_type(scene);
    int inset = m->layout == LAYOUT_ROOM    ? m->pad_px
                : m->layout == LAYOUT_PANEL ? 0
                                            : m->unit_px;

    type.size = portrait ? SIZE_TAFEL : SIZE_WAND;
    for (size_t c = 0; c < scene->board->column_count && portrait;
         c++) { // one size for all of them
        if (text_width(scene, type, scene->board->columns[c].wall) > cell.w - inset) {
            type.size = SIZE_HAND;
        }
    }
    const char *forms[] = {column->title, column->wall, column->letter, NULL};
    const char *name = text_choose(scene, cell.w + wall->gap_px - 1, type,
                                   m->layout == LAYOUT_ROOM ? forms : forms + 1);
    int high = text_cap(scene, type.size) * 2;
    struct element *element = draw_element(
        scene->list, ROLE_LINK, (rect){cell.x, wall->names_px - high * 3 / 4, cell.w, high},
        column->title);
    if (element != NULL) {
        if (m->layout != LAYOUT_ROOM) { // never lower than a finger, up from the first row
            int foot = wall->grid.y - (portrait ? m->unit_px : wall->gap_px / 2);
            int tall = most(high, m->touch_min_px);
            element->hit = (rect){cell.x, foot - tall, cell.w, tall};
        }
        element->tap = intent_show(SCREEN_COLUMN, column->id);
        element->quiet = strcmp(name, column->title) == 0;
    }
    text_put_fit(scene, cell.x + inset, wall->names_px, cell.w + wall->gap_px - 1, type,
                 name);
}

static void ambition_title(struct scene *scene, const struct wall *wall,
                           const struct ambition *ambition, rect row)
{
    const struct metrics *m = scene->m;
    struct type number = {WEIGHT_BOLD, SIZE_WAND, scene->t->ink2};
    char line[FORMAT_SIZE];
    size_t cut = strcspn(ambition->wall, "/");
    rect box = {m->margin_px, row.y, wall->cells_x - m->margin_px - m->unit_px, row.h};
    int leading = text_leading(scene, SIZE_WAND);

    if (m->layout == LAYOUT_PORTRAIT) {
        box = (rect){m->margin_px, row.y, row.w - 12 * m->unit_px, leading + m->unit_px};
    }
    rect hit = box;
    if (m->layout == LAYOUT_PORTRAIT) { // a finger high: the gap above and the top of the
                                        // cells, which give way
        hit = (rect){box.x, box.y - m->unit_px, box.w,
                     most(box.h + m->unit_px, m->touch_min_px)};
    }
    struct surface s = {.role = ROLE_LINK,
                        .box = box,
                        .hit = hit,
                        .fill = scene->t->paper,
                        .radius_px = m->radius_px,
                        .tap = intent_show(SCREEN_AMBITION, ambition->code)};
    chrome_surface(scene, &s, ambition->title);
    int middle = text_middle(scene, SIZE_WAND, row.y + row.h / 2);
    int first = wall->two_lines
                    ? row.y + (row.h - leading) / 2 + text_cap(scene, SIZE_WAND) / 2
                    : middle;
    if (m->layout == LAYOUT_PORTRAIT) {
        first = row.y + leading - m->unit_px;
        text_put(scene, m->margin_px, first, number, ambition->code);
        snprintf(line, sizeof line, "%.*s%s%s", (int)least((int)cut, 60), ambition->wall,
                 ambition->wall[cut] == '/' ? " " : "",
                 ambition->wall[cut] == '/' ? ambition->wall + cut + 1 : "");
        const char *forms[] = {line, ambition->word, NULL};
        int width = box.x + box.w - wall->title_x;
        text_put_fit(scene, wall->title_x, first, width, wand_type(scene),
                     text_choose(scene, width, wand_type(scene), forms));
        return;
    }
    struct type wand = wand_type(scene);
    int room = box.x + box.w - wall->title_x;
    bool parted = wall->two_lines && ambition->wall[cut] == '/';
    int lines = !wall->two_lines ? 1
                : parted         ? 2
                                 : least(2, text_lines(scene, room, wand, ambition->wall));
    int top = lines == 2 ? first : middle;
    text_put(scene, m->margin_px, top, number, ambition->code);
    if (!wall->two_lines) {
        wall_word(ambition, line);
        text_put_fit(scene, wall->title_x, middle, room, wand, line);
    } else if (!parted) {
        text_put_wrapped(scene, wall->title_x, top, room, lines, wand, ambition->wall);
    } else {
        snprintf(line, sizeof line, "%.*s", (int)least((int)cut, FORMAT_SIZE - 1),
                 ambition->wall);
        text_put_fit(scene, wall->title_x, first, room, wand, line);
        text_put_fit(scene, wall->title_x, first + leading, room, wand,
                     ambition->wall + cut + 1);
    }
}

static void pace_room(struct scene *scene, const struct wall *wall, const struct pace *pace,
                      rect row)
{
    const struct metrics *m = scene->m;
    struct type quiet = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char number[16];
    int cy = row.y + m->unit_px * 9 / 2;

    if (!pace->known || pace->spread < 2) {
        text_put_fit(scene, wall->pace_x, text_middle(scene, SIZE_TAFEL, cy),
                     wall->pace_w + m->margin_px - m->unit_px, quiet,
                     scene_word(scene, pace->known ? WORD_PACE_LEVEL : WORD_PACE_UNKNOWN));
    } else {
        snprintf(number, sizeof number, "%d", pace->spread);
        int x = wall->pace_x + m->unit_px * 5 + m->unit_px / 2;
        text_put(scene, wall->pace_x, text_middle(scene, SIZE_WAND, cy),
                 (struct type){WEIGHT_BOLD, SIZE_WAND, scene->t->ink}, number);
        int leading = m->size_px[SIZE_HAND] * 113 / 100;
        text_put(scene, x, text_middle(scene, SIZE_HAND, cy - leading / 2), hand,
                 scene_word(scene, WORD_PACE_STEPS));
        text_put(scene, x, text_middle(scene, SIZE_HAND, cy + leading / 2), hand,
                 scene_word(scene, WORD_PACE_APART));
    }
    if (pace->known) {
        pace_draw(scene, pace,
                  (rect){wall->pace_x, row.y, wall->pace_w, row.h - m->unit_px * 11 / 8});
    }
}

static void pace_small(struct scene *scene, const struct wall *wall,
                       const struct pace *pace, rect row)
{
    const struct metrics *m = scene->m;
    char number[16];
    color ink = pace->spread >= 3 ? scene->t->redtext : scene->t->orangetext;

    snprintf(number, sizeof number, "%d", pace->spread);
    bool apart = pace->known && pace->spread >= 2;
    if (m->layout == LAYOUT_PANEL) {
        struct type type = {apart ? WEIGHT_BOLD : WEIGHT_REGULAR, SIZE_WAND,
                            apart ? ink : scene->t->ink2};
        text_put_centre(scene, wall->pace_x + wall->pace_w / 2,
                        text_middle(scene, SIZE_WAND, row.y + row.h / 2), type,
                        apart         ? number
                        : pace->known ? "="
                                      : "?");
    } else if (apart) {
        int right = row.x + row.w - m->unit_px;
        int baseline = row.y + text_leading(scene, SIZE_WAND) - m->unit_px;
        int width = text_put_right(scene, right, baseline,
                                   (struct type){WEIGHT_BOLD, SIZE_WAND, ink}, number);
        int side = text_cap(scene, SIZE_WAND);
        draw_shape(
            scene->list, SHAPE_ICON_PACE,
            (rect){right - width - side - m->unit_px * 3 / 2, baseline - side, side, side},
            scene->t->ink2);
    }
}

static void pace_cell(struct scene *scene, const struct wall *wall,
                      const struct ambition *ambition, rect row)
{
    const struct pace *pace = outlook_pace(scene->outlook, ambition);
    char label[FORMAT_SIZE];

    char steps[FORMAT_SIZE];
    format_fill(steps, sizeof steps, "%d %s", pace->spread,
                scene_word(scene, WORD_PACE_STEPS));
    format_fill(label, sizeof label, "%s %s: %s", scene_word(scene, WORD_PACE),
                ambition->code,
                !pace->known       ? scene_word(scene, WORD_PACE_UNKNOWN)
                : pace->spread < 2 ? scene_word(scene, WORD_PACE_LEVEL)
                                   : steps);
    // On an upright panel it stands at the end of the title's line.
    bool beside = scene->m->layout != LAYOUT_PORTRAIT;
    int width = beside ? wall->pace_w : 12 * scene->m->unit_px;
    rect box = {beside ? wall->pace_x : row.x + row.w - width, row.y, width,
                beside ? row.h : text_leading(scene, SIZE_WAND)};
    struct element *element = draw_element(scene->list, ROLE_SIGN, box, label);
    if (element != NULL && beside &&
        wall->pace_w >= scene->m->touch_min_px) { // too narrow a one leaves it to the title
        element->hit = element->box;
        element->tap = intent_show(SCREEN_AMBITION, ambition->code);
    }
    if (scene->m->layout == LAYOUT_ROOM) {
        pace_room(scene, wall, pace, row);
    } else {
        pace_small(scene, wall, pace, row);
    }
}

static void grid_draw(struct scene *scene, const struct wall *wall)
{
    const struct board *board = scene->board;

    for (int c = 0; c < wall->columns && wall->first_column + c < (int)board->column_count;
         c++) {
        column_name(scene, wall, &board->columns[wall->first_column + c], c);
    }
    for (int r = 0; r < wall->rows && wall->first_row + r < (int)board->ambition_count;
         r++) {
        const struct ambition *ambition = &board->ambitions[wall->first_row + r];
        rect row = {wall->grid.x, wall->grid.y + r * (wall->row_px + wall->gap_px),
                    wall->grid.w, wall->row_px};
        ambition_title(scene, wall, ambition, row);
        for (int c = 0;
             c < wall->columns && wall->first_column + c < (int)board->column_count; c++) {
            wall_cell_draw(scene, ambition, &board->columns[wall->first_column + c],
                           cell_box(wall, scene, r, c), &wall->style);
        }
        pace_cell(scene, wall, ambition, row);
    }
}

// Which page this is, as the button tells it: "1 van 4", or "1/4" where that covers the
// name of the first column. Returns the width of the button.
static int pages_words(const struct scene *scene, int room_px, char words[FORMAT_SIZE])
{
    struct type hand = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink2};
    int side = scene->m->size_px[SIZE_HAND];
    int page = ((scene->ui->here.page % scene->pages) + scene->pages) % scene->pages;

    format_fill(words, FORMAT_SIZE, scene_word(scene, WORD_PAGE_OF), page + 1,
                scene->pages);
    int width = text_width(scene, hand, words) + 3 * side;
    if (width > room_px) {
        snprintf(words, FORMAT_SIZE, "%d/%d", page + 1, scene->pages);
        width = text_width(scene, hand, words) + 5 * side / 2;
    }
    return width;
}

// Upright it stands on the meeting's line, which gives way, else above the titles.
static int pages_room(const struct scene *scene, const struct wall *wall)
{
    return scene->m->layout == LAYOUT_PORTRAIT
               ? scene->list->width_px / 2
               : wall->cells_x - wall->gap_px - scene->m->margin_px;
}

int wall_pages_px(const struct scene *scene, const struct wall *wall)
{
    char words[FORMAT_SIZE];

    return scene->pages > 1 ? pages_words(scene, pages_room(scene, wall), words) : 0;
}

// Where pages are needed, a button says which one this is and turns it.
static void pages_draw(struct scene *scene, const struct wall *wall)
{
    char words[FORMAT_SIZE];

    if (scene->pages <= 1) {
        return;
    }
    struct type hand = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink2};
    int side = scene->m->size_px[SIZE_HAND];
    int width = pages_words(scene, pages_room(scene, wall), words);
    int drawn = text_cap(scene, SIZE_HAND) * 2 + scene->m->unit_px;
    rect box = {scene->m->margin_px, wall->names_px - drawn + scene->m->unit_px, width,
                drawn};
    if (scene->m->layout == LAYOUT_PORTRAIT) {
        box.x = scene->list->width_px - scene->m->margin_px - width;
        box.y = wall->names_px - wall->band_px - text_cap(scene, SIZE_TAFEL) -
                2 * scene->m->unit_px - drawn;
    }
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .outline = scene->t->edge,
                        .outline_px = scene->m->hair_px,
                        .radius_px = scene->m->radius_px,
                        .tap = intent_of(INTENT_PAGE, 1)};
    chrome_surface(scene, &s, words);
    text_put(scene, box.x + side / 2, text_middle(scene, SIZE_HAND, box.y + drawn / 2),
             hand, words);
    draw_shape(scene->list, SHAPE_ICON_DOWN,
               (rect){box.x + width - side * 5 / 4, box.y + (drawn - side * 3 / 4) / 2,
                      side * 3 / 4, side * 3 / 4},
               scene->t->ink2);
}

void wall_draw(struct scene *scene)
{
    struct wall wall;
    rect bar = chrome_bar(scene, TAB_BOARD);
    const struct metrics *m = scene->m;

    wall_layout(scene, &wall, bar.y);
    grid_draw(scene, &wall);
    wall_header_draw(scene, &wall);
    band_draw(scene, wall.band);
    if (m->layout == LAYOUT_PANEL) {
        int side = text_cap(scene, SIZE_WAND) * 14 / 10;
        draw_shape(scene->list, SHAPE_ICON_PACE,
                   (rect){wall.pace_x + (wall.pace_w - side) / 2, wall.names_px - side,
                          side, side},
                   scene->t->ink2);
    } else if (m->layout == LAYOUT_ROOM) {
        text_put(scene, wall.pace_x, wall.names_px, wand_type(scene),
                 scene_word(scene, WORD_PACE));
    }
    pages_draw(scene, &wall);
    rect strip = {0};
    if (wall.strip_px > 0) {
        strip = (rect){m->margin_px, wall.grid.y + wall.grid.h + m->unit_px,
                       scene->list->width_px - 2 * m->margin_px, wall.strip_px};
    }
    strip_draw(scene, strip);
}
