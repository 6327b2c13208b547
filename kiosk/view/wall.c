// Bord, the wall: ambitions down, columns across, pace at the edge (look.md section 5).
#include <stdio.h>
#include <string.h>

#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"

struct wall {
    rect grid;               // all rows
    int names_px;            // baseline of the column names
    int row_px, gap_px;      // height of a row, space between two
    int rows, columns;       // on one page
    int row_pages, column_pages;
    int first_row, first_column;
    int cells_x, cells_w;    // where the cells stand
    int title_x, title_w;    // titles of ambitions
    int pace_x, pace_w;
    bool two_lines;          // titles in two lines, else one word
    bool strip;
    struct cell_style style;
};

static int most(int a, int b)
{
    return a > b ? a : b;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static struct type wand_type(const struct scene *scene)
{
    return (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
}

// --- header ---

static void data_words(const struct scene *scene, char out[FORMAT_SIZE])
{
    int32_t day = 0;
    int minute = 0;
    char clock[FORMAT_SIZE];
    char when[FORMAT_SIZE];

    if (scene->set->data_ms == 0) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_DATA));
        return;
    }
    day_local(scene->set->data_ms, &day, &minute);
    format_clock(clock, sizeof clock, minute);
    if (day == scene->today) {
        format_fill(out, FORMAT_SIZE, "%s %s %s", scene_word(scene, WORD_DATA_OF), clock, scene_word(scene, WORD_HOUR));
    } else {
        format_day_week(when, sizeof when, scene->ui->lang, day);
        format_fill(out, FORMAT_SIZE, "%s %s, %s %s", scene_word(scene, WORD_DATA_OF), when, clock, scene_word(scene, WORD_HOUR));
    }
}

static void meeting_words(const struct scene *scene, const struct meeting *next, char first[FORMAT_SIZE], char second[FORMAT_SIZE])
{
    char day[FORMAT_SIZE];
    char clock[FORMAT_SIZE] = "";
    char ahead[FORMAT_SIZE];

    if (next == NULL) {
        snprintf(first, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_MEETING));
        snprintf(second, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_MEETING_HINT));
        return;
    }
    format_when(day, sizeof day, scene->ui->lang, next->day, scene->today);
    format_fill(first, FORMAT_SIZE, "%s %s", next->body, day);
    if (first[0] >= 'a' && first[0] <= 'z') {
        first[0] = (char)(first[0] - 'a' + 'A');
    }
    format_ahead(ahead, sizeof ahead, scene->ui->lang, next->day - scene->today);
    if (next->minute >= 0) {
        format_clock(clock, sizeof clock, next->minute);
    }
    format_fill(second, FORMAT_SIZE, "%s%s%s%s%s%s%s", ahead, clock[0] != '\0' ? ", " : "", clock, clock[0] != '\0' ? " " : "",
             clock[0] != '\0' ? scene_word(scene, WORD_HOUR) : "", next->place[0] != '\0' ? ", " : "", next->place);
}

static void header_room(struct scene *scene, const struct wall *wall)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    char first[FORMAT_SIZE];
    char second[FORMAT_SIZE];
    char clock[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    int baseline = 2 * m->unit_px + text_cap(scene, SIZE_WAND) + m->unit_px / 2;
    int under = baseline + text_leading(scene, SIZE_HAND) + m->unit_px / 2;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, t->ink2};
    int right = scene->list->width_px - m->margin_px;

    format_clock(clock, sizeof clock, scene->minute);
    format_day_week(first, sizeof first, scene->ui->lang, scene->today);
    format_fill(words, sizeof words, "%s  %s", first, clock);
    int clock_x = right - text_put_right(scene, right, baseline, wand_type(scene), words);
    data_words(scene, first);
    int data_x = right - text_put_right(scene, right, under, hand, first);

    const char *forms[] = {scene->board->wall, scene->board->word, NULL};
    int cells = wall->cells_x + wall->cells_w / wall->columns + m->gap_px + m->pad_px;
    int title = text_width(scene, wand_type(scene), scene->board->wall);
    int meeting_x = most(cells, m->margin_px + title + 4 * m->unit_px);
    meeting_words(scene, meeting_next(scene->board, NULL, scene->today, scene->minute), first, second);
    struct type light = {WEIGHT_REGULAR, SIZE_WAND, t->ink};
    bool room = meeting_x + text_width(scene, light, first) + 2 * m->unit_px <= clock_x;
    const char *name = text_choose(scene, (room ? meeting_x : clock_x) - m->margin_px - 2 * m->unit_px, wand_type(scene), forms);
    text_put_fit(scene, m->margin_px, baseline, clock_x - m->margin_px, wand_type(scene), name);
    if (room) {
        text_put(scene, meeting_x, baseline, light, first);
        text_put_fit(scene, meeting_x, under, data_x - meeting_x - 2 * m->unit_px, hand, second);
    }
    int limit = (room ? meeting_x : data_x) - m->margin_px - 24 * m->unit_px;
    int width = text_put_fit(scene, m->margin_px, under, limit, hand, scene->board->subtitle);
    chrome_tag(scene, m->margin_px + width + (width > 0 ? 2 * m->unit_px : 0), under);
}

// One line: short name, tag, meeting where it fits, clock.
static void header_small(struct scene *scene)
{
    const struct metrics *m = scene->m;
    bool portrait = m->layout == LAYOUT_PORTRAIT;
    int baseline = (portrait ? 9 : 17 * 10 / 20) * m->unit_px;
    int right = scene->list->width_px - m->margin_px;
    char clock[FORMAT_SIZE];
    char first[FORMAT_SIZE];
    char second[FORMAT_SIZE];
    struct type light = {WEIGHT_REGULAR, portrait ? SIZE_HAND : SIZE_WAND, portrait ? scene->t->ink2 : scene->t->ink};

    int side = m->size_px[SIZE_WAND];
    rect help = {right - side, baseline - (text_cap(scene, SIZE_WAND) + side) / 2, side, side};
    struct surface s = {.role = ROLE_BUTTON, .box = help, .fill = scene->t->paper, .radius_px = m->radius_px, .tap = intent_of(INTENT_OPTION, UI_LEGEND)};
    chrome_surface(scene, &s, scene_word(scene, WORD_LEGEND));
    draw_shape(scene->list, SHAPE_ICON_HELP, help, scene->t->ink2);
    right = help.x - 2 * m->unit_px;
    format_clock(clock, sizeof clock, scene->minute);
    right -= text_put_right(scene, right, baseline, wand_type(scene), clock) + 4 * m->unit_px;
    int x = m->margin_px + text_put_fit(scene, m->margin_px, baseline, right - m->margin_px, wand_type(scene), scene->board->word);
    x += 5 * m->unit_px / 2;
    x += chrome_tag(scene, x, baseline);
    const struct meeting *next = meeting_next(scene->board, NULL, scene->today, scene->minute);
    meeting_words(scene, next, first, second);
    if (portrait) {
        char whole[2 * FORMAT_SIZE];
        char ahead[2 * FORMAT_SIZE];
        format_fill(whole, sizeof whole, "%s, %s", first, second);
        second[strcspn(second, ",")] = '\0';
        format_fill(ahead, sizeof ahead, "%s, %s", first, second);
        const char *forms[] = {next != NULL ? whole : first, next != NULL ? ahead : first, first, NULL};
        int width = scene->list->width_px - 2 * m->margin_px - (scene->pages > 1 ? 5 * m->size_px[SIZE_HAND] : 0);
        text_put_fit(scene, m->margin_px, baseline + text_leading(scene, SIZE_HAND) * 12 / 10, width, light, text_choose(scene, width, light, forms));
    } else if (next != NULL && x + text_width(scene, light, first) + m->unit_px < right) {
        text_put_right(scene, right, baseline, light, first);
    }
}

// The key of the steps, above the ambitions: names alternately above and under their slots.
static void steps_key(struct scene *scene, const struct wall *wall, int y)
{
    const struct metrics *m = scene->m;
    int stages = (int)scene->board->stage_count;
    int room = wall->cells_x - m->margin_px - 2 * m->unit_px;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int last = text_width(scene, hand, scene->board->stages[stages - 1]);
    int slot = least((room + m->unit_px - last) / most(stages - 1, 1), room / stages);
    int thick = most(2, m->unit_px * 6 / 8);

    for (int i = 0; i < stages; i++) {
        int x = m->margin_px + i * slot;
        int fit = least(2 * slot - m->unit_px / 4, m->margin_px + room + 2 * m->unit_px - x);
        draw_fill(scene->list, (rect){x, y, slot - m->unit_px, thick}, i % 2 == 0 ? scene->t->ink2 : scene->t->grey, 0);
        int baseline = i % 2 == 0 ? y - m->unit_px : y + thick + m->unit_px + text_cap(scene, SIZE_HAND);
        text_put_fit(scene, x, baseline, fit, hand, scene->board->stages[i]);
    }
}

// --- layout ---

// Widest wall title line, or widest word.
static int titles_width(const struct scene *scene, bool two_lines)
{
    int width = 0;

    for (size_t i = 0; i < scene->board->ambition_count; i++) {
        const struct ambition *ambition = &scene->board->ambitions[i];
        if (!two_lines) {
            width = most(width, text_width(scene, wand_type(scene), ambition->word));
            continue;
        }
        size_t cut = strcspn(ambition->wall, "/");
        char line[FORMAT_SIZE];
        snprintf(line, sizeof line, "%.*s", (int)least((int)cut, FORMAT_SIZE - 1), ambition->wall);
        width = most(width, text_width(scene, wand_type(scene), line));
        if (ambition->wall[cut] == '/') {
            width = most(width, text_width(scene, wand_type(scene), ambition->wall + cut + 1));
        }
    }
    return width;
}

static int number_width(const struct scene *scene)
{
    int width = 0;

    for (size_t i = 0; i < scene->board->ambition_count; i++) {
        width = most(width, text_width(scene, (struct type){WEIGHT_BOLD, SIZE_WAND, 0}, scene->board->ambitions[i].code));
    }
    return width;
}

static int count_pages(int items, int fit)
{
    return fit < 1 ? items : (items + fit - 1) / fit;
}

// How many columns stand side by side, and how wide they are.
static void layout_columns(const struct scene *scene, struct wall *wall, int left, int right, int least_px)
{
    int count = most(1, (int)scene->board->column_count);
    int gap = wall->gap_px;
    int fit = most(1, least(count, (right - left + gap) / (least_px + gap)));

    wall->column_pages = count_pages(count, fit);
    wall->columns = count_pages(count, wall->column_pages);
    wall->cells_x = left;
    wall->cells_w = right - left;
}

static void layout_rows(const struct scene *scene, struct wall *wall, int least_px, int most_px)
{
    int count = most(1, (int)scene->board->ambition_count);
    int fit = most(1, (wall->grid.h + wall->gap_px) / (least_px + wall->gap_px));

    wall->row_pages = count_pages(count, fit);
    wall->rows = count_pages(count, wall->row_pages);
    wall->row_px = least((wall->grid.h + wall->gap_px) / wall->rows - wall->gap_px, most_px);
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
        key += (int)(i % 2) * (text_width(scene, (struct type){WEIGHT_REGULAR, SIZE_HAND, 0}, scene->board->stages[i]) + m->unit_px);
    }
    wall->title_w = most(titles_width(scene, true), key - (wall->title_x - m->margin_px));
    wall->pace_w = most(text_width(scene, wand, scene_word(scene, WORD_PACE)), 20 * m->unit_px);
    wall->pace_x = right - wall->pace_w;
    int names = 15 * m->unit_px + text_cap(scene, SIZE_WAND);
    wall->names_px = most(names, 12 * m->unit_px + 3 * text_cap(scene, SIZE_WAND) / 2);
    int top = wall->names_px + m->unit_px * 10 / 8 + text_cap(scene, SIZE_WAND) / 3;
    int strip = most(19 * m->unit_px / 2, text_cap(scene, SIZE_WAND) * 2);
    wall->grid = (rect){m->margin_px, top, right - m->margin_px, foot - strip - m->unit_px * 2 - top};
    wall->strip = true;
    int cells_x = most(wall->title_x + wall->title_w + m->gap_px + m->unit_px / 2, 57 * m->unit_px);
    layout_columns(scene, wall, cells_x, wall->pace_x - m->gap_px, 30 * m->unit_px);
    int lines = 2 * text_leading(scene, SIZE_WAND) + 2 * m->unit_px;
    layout_rows(scene, wall, most(lines, 16 * m->unit_px), 30 * m->unit_px);
}

static void layout_panel(struct scene *scene, struct wall *wall, int foot)
{
    const struct metrics *m = scene->m;
    int right = scene->list->width_px - m->margin_px;
    struct type wand = wand_type(scene);

    wall->gap_px = m->gap_px;
    wall->title_x = m->margin_px + number_width(scene) + m->unit_px * 2;
    wall->title_w = titles_width(scene, false);
    wall->pace_w = text_width(scene, wand, "00") + 4 * m->unit_px;
    wall->pace_x = right - wall->pace_w;
    int cap = text_cap(scene, SIZE_WAND);
    wall->names_px = 17 * m->unit_px / 2 + cap + 11 * m->unit_px / 2;
    int top = wall->names_px + m->unit_px + cap * 2 / 5;
    wall->grid = (rect){m->margin_px, top, right - m->margin_px, foot - m->unit_px * 3 - top};
    int code = text_width(scene, wand, "5.5a");
    layout_columns(scene, wall, wall->title_x + wall->title_w + m->unit_px * 3 / 2, wall->pace_x - m->unit_px, most(code * 2 + 4 * m->unit_px, code + 12 * m->unit_px));
    layout_rows(scene, wall, most(cap * 2 + 4 * m->unit_px, m->touch_min_px), 28 * m->unit_px);
}

static void layout_portrait(struct scene *scene, struct wall *wall, int foot)
{
    const struct metrics *m = scene->m;
    int right = scene->list->width_px - 2 * m->unit_px - 2;

    wall->gap_px = m->unit_px;
    wall->title_x = m->margin_px + number_width(scene) + 3 * m->unit_px;
    wall->names_px = 9 * m->unit_px + text_leading(scene, SIZE_HAND) * 12 / 10 + text_cap(scene, SIZE_TAFEL) + 4 * m->unit_px;
    int top = wall->names_px + 2 * m->unit_px;
    wall->grid = (rect){2 * m->unit_px + 2, top, right - 2 * m->unit_px - 2, foot - m->unit_px * 2 - top};
    layout_columns(scene, wall, wall->grid.x, right, text_width(scene, wand_type(scene), "5.5a") + m->size_px[SIZE_WAND] + 5 * m->unit_px);
    int title = text_leading(scene, SIZE_WAND) + m->unit_px;
    layout_rows(scene, wall, title + most(20 * m->unit_px, m->touch_min_px), title + 28 * m->unit_px);
}

// The most bricks in one slot among the cells of this page decides how many stand side by side.
static int fullest_slot(const struct scene *scene, const struct wall *wall)
{
    int fullest = 0;

    for (int r = 0; r < wall->rows; r++) {
        for (int c = 0; c < wall->columns; c++) {
            int row = wall->first_row + r;
            int column = wall->first_column + c;
            struct cell_state state;
            if (row >= (int)scene->board->ambition_count || column >= (int)scene->board->column_count) {
                continue;
            }
            cell_state_of(scene->board, &scene->board->ambitions[row], &scene->board->columns[column], scene->today, &state);
            for (size_t s = 0; s < scene->board->stage_count; s++) {
                int total = 0;
                for (int i = 0; i < SIGN_COUNT; i++) {
                    total += state.bricks[s][i];
                }
                fullest = most(fullest, total);
            }
        }
    }
    return fullest;
}

static int cell_px(const struct wall *wall, const struct scene *scene)
{
    bool portrait = scene->m->layout == LAYOUT_PORTRAIT;

    return portrait ? wall->row_px - text_leading(scene, SIZE_WAND) - scene->m->unit_px : wall->row_px;
}

// Bricks take the height that words leave; a third line of words only where four layers still fit.
static void layout_style(const struct scene *scene, struct wall *wall)
{
    const struct metrics *m = scene->m;
    int unit = m->unit_px;
    int full = fullest_slot(scene, wall);
    int layers = least(most(full, 1), 4);
    int high = cell_px(wall, scene);
    int brick = m->layout == LAYOUT_ROOM ? unit * 3 / 2 : 2 * unit;
    int head = m->layout == LAYOUT_ROOM ? unit * 9 / 2 + unit * 11 / 4 : 0;
    int foot = unit * 11 / 8 + unit * 5 / 8;

    wall->style = (struct cell_style){.wide = pile_wide(full), .brick_px = brick};
    if (m->layout == LAYOUT_ROOM) {
        // Letters keep their millimetres: where they leave room, the short title of the exception comes in.
        int line = text_leading(scene, SIZE_HAND);
        int small = most(4, unit * 9 / 8);
        int left = high - head - foot - line;
        if (m->size_px[SIZE_WAND] < 6 * unit && left >= 3 * (small + unit * 3 / 8)) {
            wall->style.brick_px = small;
            wall->style.title_layers = left / (small + unit * 3 / 8);
        }
    } else {
        wall->style.words = m->layout == LAYOUT_PORTRAIT;
        while (wall->style.brick_px > 3 && layers * (wall->style.brick_px + unit * 3 / 8) + foot > high - unit) {
            wall->style.brick_px--;
        }
    }
}

static void wall_layout(struct scene *scene, struct wall *wall, int foot)
{
    *wall = (struct wall){0};
    switch (scene->m->layout) {
    case LAYOUT_ROOM:
        layout_room(scene, wall, foot);
        break;
    case LAYOUT_PANEL:
        layout_panel(scene, wall, foot);
        break;
    case LAYOUT_PORTRAIT:
        layout_portrait(scene, wall, foot);
        break;
    }
    scene->pages = wall->row_pages * wall->column_pages;
    int page = ((scene->ui->here.page % scene->pages) + scene->pages) % scene->pages;
    wall->first_row = page / wall->column_pages * wall->rows;
    wall->first_column = page % wall->column_pages * wall->columns;
    layout_style(scene, wall);
}

// --- the grid ---

static rect cell_box(const struct wall *wall, const struct scene *scene, int row, int column)
{
    int gap = scene->m->layout == LAYOUT_ROOM ? scene->m->gap_px : wall->gap_px;
    int x = wall->cells_x + column * (wall->cells_w + gap) / wall->columns;
    int right = wall->cells_x + (column + 1) * (wall->cells_w + gap) / wall->columns - gap;
    int y = wall->grid.y + row * (wall->row_px + wall->gap_px);
    int high = cell_px(wall, scene);

    return (rect){x, y + wall->row_px - high, right - x, high};
}

static void column_name(struct scene *scene, const struct wall *wall, const struct column *column, int place)
{
    const struct metrics *m = scene->m;
    rect cell = cell_box(wall, scene, 0, place);
    bool portrait = m->layout == LAYOUT_PORTRAIT;
    struct type type = wand_type(scene);
    int inset = m->layout == LAYOUT_ROOM ? m->pad_px : m->unit_px;

    type.size = portrait ? SIZE_TAFEL : SIZE_WAND;
    for (size_t c = 0; c < scene->board->column_count && portrait; c++) { // one size for all of them
        if (text_width(scene, type, scene->board->columns[c].wall) > cell.w - inset) {
            type.size = SIZE_HAND;
        }
    }
    const char *forms[] = {column->title, column->wall, column->letter, NULL};
    const char *name = text_choose(scene, cell.w, type, m->layout == LAYOUT_ROOM ? forms : forms + 1);
    int high = text_cap(scene, type.size) * 2;
    struct element *element = draw_element(scene->list, ROLE_LINK, (rect){cell.x, wall->names_px - high * 3 / 4, cell.w, high}, column->title);
    if (element != NULL) {
        element->hit = element->box;
        element->tap = intent_show(SCREEN_COLUMN, column->id);
        element->quiet = strcmp(name, column->title) == 0;
    }
    text_put(scene, cell.x + inset, wall->names_px, type, name);
}

static void ambition_title(struct scene *scene, const struct wall *wall, const struct ambition *ambition, rect row)
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
    struct surface s = {.role = ROLE_LINK, .box = box, .hit = box, .fill = scene->t->paper, .radius_px = m->radius_px,
                        .tap = intent_show(SCREEN_AMBITION, ambition->code)};
    chrome_surface(scene, &s, ambition->title);
    int middle = text_middle(scene, SIZE_WAND, row.y + row.h / 2);
    int first = wall->two_lines ? row.y + (row.h - leading) / 2 + text_cap(scene, SIZE_WAND) / 2 : middle;
    if (m->layout == LAYOUT_PORTRAIT) {
        first = row.y + leading - m->unit_px;
        text_put(scene, m->margin_px, first, number, ambition->code);
        snprintf(line, sizeof line, "%.*s%s%s", (int)least((int)cut, 60), ambition->wall, ambition->wall[cut] == '/' ? " " : "",
                 ambition->wall[cut] == '/' ? ambition->wall + cut + 1 : "");
        const char *forms[] = {line, ambition->word, NULL};
        text_put(scene, wall->title_x, first, wand_type(scene), text_choose(scene, box.x + box.w - wall->title_x, wand_type(scene), forms));
        return;
    }
    bool single = wall->two_lines && ambition->wall[cut] != '/';
    text_put(scene, m->margin_px, single ? middle : first, number, ambition->code);
    if (!wall->two_lines) {
        text_put_fit(scene, wall->title_x, middle, box.x + box.w - wall->title_x, wand_type(scene), ambition->word);
        return;
    }
    snprintf(line, sizeof line, "%.*s", (int)least((int)cut, FORMAT_SIZE - 1), ambition->wall);
    text_put(scene, wall->title_x, single ? middle : first, wand_type(scene), line);
    if (!single) {
        text_put(scene, wall->title_x, first + leading, wand_type(scene), ambition->wall + cut + 1);
    }
}

static void pace_room(struct scene *scene, const struct wall *wall, const struct pace *pace, rect row)
{
    const struct metrics *m = scene->m;
    struct type quiet = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char number[16];
    int cy = row.y + m->unit_px * 9 / 2;

    if (!pace->known || pace->spread < 2) {
        text_put_fit(scene, wall->pace_x, text_middle(scene, SIZE_TAFEL, cy), wall->pace_w + m->margin_px - m->unit_px, quiet,
                     scene_word(scene, pace->known ? WORD_PACE_LEVEL : WORD_PACE_UNKNOWN));
    } else {
        snprintf(number, sizeof number, "%d", pace->spread);
        int x = wall->pace_x + m->unit_px * 5 + m->unit_px / 2;
        text_put(scene, wall->pace_x, text_middle(scene, SIZE_WAND, cy), (struct type){WEIGHT_BOLD, SIZE_WAND, scene->t->ink}, number);
        int leading = m->size_px[SIZE_HAND] * 113 / 100;
        text_put(scene, x, text_middle(scene, SIZE_HAND, cy - leading / 2), hand, scene_word(scene, WORD_PACE_STEPS));
        text_put(scene, x, text_middle(scene, SIZE_HAND, cy + leading / 2), hand, scene_word(scene, WORD_PACE_APART));
    }
    if (pace->known) {
        pace_draw(scene, pace, (rect){wall->pace_x, row.y, wall->pace_w, row.h - m->unit_px * 11 / 8});
    }
}

static void pace_small(struct scene *scene, const struct wall *wall, const struct pace *pace, rect row)
{
    const struct metrics *m = scene->m;
    char number[16];
    color ink = pace->spread >= 3 ? scene->t->redtext : scene->t->orangetext;

    snprintf(number, sizeof number, "%d", pace->spread);
    bool apart = pace->known && pace->spread >= 2;
    if (m->layout == LAYOUT_PANEL) {
        struct type type = {apart ? WEIGHT_BOLD : WEIGHT_REGULAR, SIZE_WAND, apart ? ink : scene->t->ink2};
        text_put_centre(scene, wall->pace_x + wall->pace_w / 2, text_middle(scene, SIZE_WAND, row.y + row.h / 2), type,
                        apart ? number : pace->known ? "=" : "?");
    } else if (apart) {
        int right = row.x + row.w - m->unit_px;
        int baseline = row.y + text_leading(scene, SIZE_WAND) - m->unit_px;
        int width = text_put_right(scene, right, baseline, (struct type){WEIGHT_BOLD, SIZE_WAND, ink}, number);
        int side = text_cap(scene, SIZE_WAND);
        draw_shape(scene->list, SHAPE_ICON_PACE, (rect){right - width - side - m->unit_px * 3 / 2, baseline - side, side, side}, scene->t->ink2);
    }
}

static void pace_cell(struct scene *scene, const struct wall *wall, const struct ambition *ambition, rect row)
{
    struct pace pace;
    char label[FORMAT_SIZE];

    pace_of(scene->board, ambition, &pace);
    snprintf(label, sizeof label, "%s %s: %d %s", scene_word(scene, WORD_PACE), ambition->code, pace.spread, scene_word(scene, WORD_PACE_STEPS));
    struct element *element = draw_element(scene->list, ROLE_SIGN, (rect){wall->pace_x, row.y, wall->pace_w, row.h}, label);
    if (element != NULL && scene->m->layout != LAYOUT_PORTRAIT) {
        element->hit = element->box;
        element->tap = intent_show(SCREEN_AMBITION, ambition->code);
    }
    if (scene->m->layout == LAYOUT_ROOM) {
        pace_room(scene, wall, &pace, row);
    } else {
        pace_small(scene, wall, &pace, row);
    }
}

static void grid_draw(struct scene *scene, const struct wall *wall)
{
    const struct board *board = scene->board;

    for (int c = 0; c < wall->columns && wall->first_column + c < (int)board->column_count; c++) {
        column_name(scene, wall, &board->columns[wall->first_column + c], c);
    }
    for (int r = 0; r < wall->rows && wall->first_row + r < (int)board->ambition_count; r++) {
        const struct ambition *ambition = &board->ambitions[wall->first_row + r];
        rect row = {wall->grid.x, wall->grid.y + r * (wall->row_px + wall->gap_px), wall->grid.w, wall->row_px};
        ambition_title(scene, wall, ambition, row);
        for (int c = 0; c < wall->columns && wall->first_column + c < (int)board->column_count; c++) {
            wall_cell_draw(scene, ambition, &board->columns[wall->first_column + c], cell_box(wall, scene, r, c), &wall->style);
        }
        pace_cell(scene, wall, ambition, row);
    }
}

// Where pages are needed, a line under the rows says which one this is and turns it.
static void pages_draw(struct scene *scene, const struct wall *wall)
{
    if (scene->pages <= 1) {
        return;
    }
    int page = ((scene->ui->here.page % scene->pages) + scene->pages) % scene->pages;
    char words[FORMAT_SIZE];
    format_fill(words, sizeof words, scene_word(scene, WORD_PAGE_OF), page + 1, scene->pages);
    struct type hand = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink2};
    int side = scene->m->size_px[SIZE_HAND];
    int width = text_width(scene, hand, words) + 3 * side;
    int drawn = text_cap(scene, SIZE_HAND) * 2 + scene->m->unit_px;
    rect box = {scene->m->margin_px, wall->names_px - drawn + scene->m->unit_px, width, drawn};
    if (scene->m->layout == LAYOUT_PORTRAIT) { // on the meeting's line, which gives way
        box.x = scene->list->width_px - scene->m->margin_px - width;
        box.y = wall->names_px - text_cap(scene, SIZE_TAFEL) - 2 * scene->m->unit_px - drawn;
    }
    struct surface s = {.role = ROLE_BUTTON, .box = box, .fill = scene->t->card, .outline = scene->t->edge, .outline_px = scene->m->hair_px,
                        .radius_px = scene->m->radius_px, .tap = intent_of(INTENT_PAGE, 1)};
    chrome_surface(scene, &s, words);
    text_put(scene, box.x + side / 2, text_middle(scene, SIZE_HAND, box.y + drawn / 2), hand, words);
    draw_shape(scene->list, SHAPE_ICON_DOWN, (rect){box.x + width - side * 5 / 4, box.y + (drawn - side * 3 / 4) / 2, side * 3 / 4, side * 3 / 4},
               scene->t->ink2);
}

void wall_draw(struct scene *scene)
{
    struct wall wall;
    rect bar = chrome_bar(scene, TAB_BOARD);
    const struct metrics *m = scene->m;

    wall_layout(scene, &wall, bar.y);
    grid_draw(scene, &wall);
    if (m->layout == LAYOUT_ROOM) {
        header_room(scene, &wall);
        if (scene->pages <= 1) {
            steps_key(scene, &wall, wall.names_px - text_cap(scene, SIZE_WAND) / 2);
        }
    } else {
        header_small(scene);
    }
    if (m->layout == LAYOUT_PANEL) {
        int side = text_cap(scene, SIZE_WAND) * 14 / 10;
        draw_shape(scene->list, SHAPE_ICON_PACE, (rect){wall.pace_x + (wall.pace_w - side) / 2, wall.names_px - side, side, side}, scene->t->ink2);
    } else if (m->layout == LAYOUT_ROOM) {
        text_put(scene, wall.pace_x, wall.names_px, wand_type(scene), scene_word(scene, WORD_PACE));
    }
    pages_draw(scene, &wall);
    rect strip = {0};
    if (wall.strip) {
        int y = wall.grid.y + wall.grid.h + m->unit_px;
        strip = (rect){m->margin_px, y, wall.grid.w, bar.y - m->unit_px / 4 - y};
    }
    strip_draw(scene, strip);
}
