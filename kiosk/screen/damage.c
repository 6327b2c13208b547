#include "screen/damage.h"

#include <stdlib.h>
#include <string.h>

#include "screen/hash.h"

// Small cells repaint less, large ones are faster to compare: about 60 to 120 along a side.
enum { CELL_PX = 32, LARGE_CELL_PX = 64, LARGE_FROM_PX = 2560 };

// Painting a rectangle costs about as much as this many pixels more: worth joining two that
// waste less.
enum { RECT_COST_PX = 2048 };

bool damage_init(struct damage *damage, int width_px, int height_px)
{
    int longest_px = width_px > height_px ? width_px : height_px;
    int cell_px = longest_px > LARGE_FROM_PX ? LARGE_CELL_PX : CELL_PX;

    *damage = (struct damage){.columns = (width_px + cell_px - 1) / cell_px,
                              .rows = (height_px + cell_px - 1) / cell_px,
                              .cell_px = cell_px,
                              .width_px = width_px,
                              .height_px = height_px};
    size_t cells = (size_t)damage->columns * (size_t)damage->rows;
    damage->shown = calloc(cells, sizeof *damage->shown);
    damage->next = calloc(cells, sizeof *damage->next);
    return damage->shown != NULL && damage->next != NULL;
}

void damage_finish(struct damage *damage)
{
    free(damage->shown);
    free(damage->next);
    *damage = (struct damage){0};
}

void damage_forget(struct damage *damage)
{
    memset(damage->shown, 0,
           (size_t)damage->columns * (size_t)damage->rows * sizeof *damage->shown);
}

static uint64_t pair(int high, int low)
{
    return (uint64_t)(uint32_t)high << 32 | (uint32_t)low;
}

static uint64_t hash_rect(uint64_t hash, rect r)
{
    return hash_word(hash_word(hash, pair(r.x, r.y)), pair(r.w, r.h));
}

// Field by field: the padding of a struct says nothing.
static uint64_t hash_draw(const struct draw *draw)
{
    uint64_t hash = hash_word((uint64_t)draw->kind + 1, draw->ink);

    hash = hash_rect(hash, draw->box);
    hash = hash_rect(hash, draw->clip);
    hash = hash_word(hash, pair(draw->radius_px, draw->stroke_px));
    hash = hash_word(hash, pair(draw->shape, draw->weight));
    hash = hash_word(hash, pair(draw->size_px, draw->baseline_px));
    if (draw->text != NULL) {
        hash = hash_bytes(hash, draw->text, strlen(draw->text));
    }
    return hash;
}

static void add_draw(struct damage *damage, const struct draw *draw)
{
    rect cover =
        rect_meet(draw_cover(draw), (rect){0, 0, damage->width_px, damage->height_px});
    if (rect_empty(cover)) {
        return;
    }
    uint64_t hash = hash_draw(draw);
    int right = (cover.x + cover.w - 1) / damage->cell_px;
    int bottom = (cover.y + cover.h - 1) / damage->cell_px;
    for (int row = cover.y / damage->cell_px; row <= bottom; row++) {
        uint64_t *cells = damage->next + (size_t)row * (size_t)damage->columns;
        for (int column = cover.x / damage->cell_px; column <= right; column++) {
            cells[column] = hash_word(cells[column], hash);
        }
    }
}

static void hash_list(struct damage *damage, const struct draw_list *list)
{
    size_t cells = (size_t)damage->columns * (size_t)damage->rows;

    for (size_t i = 0; i < cells; i++) {
        damage->next[i] = hash_word(1, list->paper);
    }
    for (size_t i = 0; i < list->draw_count; i++) {
        add_draw(damage, &list->draws[i]);
    }
    // The top bit keeps a cell that is known from being zero.
    for (size_t i = 0; i < cells; i++) {
        damage->next[i] |= UINT64_C(1) << 63;
    }
}

static int area_of(rect r)
{
    return r.w * r.h;
}

// How many pixels more are painted when two rectangles become one.
static int waste(rect a, rect b)
{
    return area_of(rect_join(a, b)) - area_of(a) - area_of(b);
}

// Joins the two that waste least until there is one rectangle fewer.
static int join_cheapest(rect *areas, int count)
{
    int best_a = 0;
    int best_b = 1;

    for (int a = 0; a < count; a++) {
        for (int b = a + 1; b < count; b++) {
            if (waste(areas[a], areas[b]) < waste(areas[best_a], areas[best_b])) {
                best_a = a;
                best_b = b;
            }
        }
    }
    areas[best_a] = rect_join(areas[best_a], areas[best_b]);
    areas[best_b] = areas[count - 1];
    return count - 1;
}

static int add_area(rect *areas, int count, rect area)
{
    for (int i = 0; i < count; i++) {
        if (waste(areas[i], area) <= RECT_COST_PX) {
            areas[i] = rect_join(areas[i], area);
            return count;
        }
    }
    if (count == DAMAGE_RECTS) {
        count = join_cheapest(areas, count);
    }
    areas[count] = area;
    return count + 1;
}

static bool changed(const struct damage *damage, int column, int row)
{
    size_t at = (size_t)row * (size_t)damage->columns + (size_t)column;

    return damage->shown[at] != damage->next[at];
}

static int add_row(const struct damage *damage, int row, rect *areas, int count)
{
    int cell_px = damage->cell_px;
    rect frame = {0, 0, damage->width_px, damage->height_px};

    for (int column = 0; column < damage->columns; column++) {
        int start = column;
        while (column < damage->columns && changed(damage, column, row)) {
            column++;
        }
        if (column > start) {
            rect run = {start * cell_px, row * cell_px, (column - start) * cell_px,
                        cell_px};
            count = add_area(areas, count, rect_meet(run, frame));
        }
    }
    return count;
}

int damage_find(struct damage *damage, const struct draw_list *list,
                rect areas[DAMAGE_RECTS])
{
    int count = 0;

    hash_list(damage, list);
    for (int row = 0; row < damage->rows; row++) {
        count = add_row(damage, row, areas, count);
    }
    uint64_t *shown = damage->shown;
    damage->shown = damage->next;
    damage->next = shown;
    return count;
}
