#include "board/update_cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static bool texts_same(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

// Length without the space behind it.
static size_t length_trimmed(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    return length;
}

const char *update_text(struct arena *arena, const char *raw, size_t chars)
{
    // Cleaning only drops or, for damage, triples bytes: what lies far behind the limit is
    // not read.
    size_t read = raw == NULL ? 0 : strnlen(raw, chars * 16);
    char *clean = arena_alloc(arena, read * 3 + 1);

    if (clean == NULL || read == 0) {
        return NULL;
    }
    size_t length = utf8_clean(raw, read, false, clean, read * 3 + 1);
    size_t skip = strspn(clean, " ");
    const char *text = clean + skip;
    size_t end = 0;
    for (size_t i = 0; i < chars; i++) {
        utf8_next(text, length - skip, &end);
    }
    end = length_trimmed(text, end);
    return end == 0 ? NULL : arena_text(arena, text, end);
}

static void author_clean(const char *author, char out[UPDATE_AUTHOR_BYTES])
{
    const char *text = author == NULL ? "" : author;

    text += strspn(text, " ");
    size_t length = utf8_clean(text, strlen(text), false, out, UPDATE_AUTHOR_BYTES);
    out[length_trimmed(out, length)] = '\0';
}

struct update *update_open(const char *slug, const char *author)
{
    struct update *update = calloc(1, sizeof *update);

    if (update == NULL) {
        return NULL;
    }
    if (strlen(slug) >= sizeof update->board) {
        free(update);
        return NULL;
    }
    memcpy(update->board, slug, strlen(slug));
    author_clean(author, update->author);
    return update;
}

static const char *cell_text(struct arena *arena, const char *text)
{
    return text == NULL || text[0] == '\0' ? NULL : arena_string(arena, text);
}

static struct update_cell *cell_add(struct update *update)
{
    if (update->count == update->room) {
        size_t room = update->room * 2 + 16;
        struct update_cell *cells = arena_alloc(&update->arena, room * sizeof *cells);
        if (cells == NULL) {
            return NULL;
        }
        if (update->count > 0) {
            memcpy(cells, update->cells, update->count * sizeof *cells);
        }
        update->cells = cells;
        update->room = room;
    }
    return &update->cells[update->count++];
}

void update_put(struct update *update, const char *table, const char *row,
                const char *column, const char *value, const char *before)
{
    struct arena *arena = &update->arena;
    struct update_cell *cell = cell_add(update);

    if (cell != NULL) {
        *cell = (struct update_cell){
            .table = arena_string(arena, table),
            .row = arena_string(arena, row),
            .column = arena_string(arena, column),
            .value = cell_text(arena, value),
            .before = cell_text(arena, before),
        };
    }
}

void update_set(struct update *update, const char *table, const char *row,
                const char *column, const char *value, const char *before)
{
    if (!texts_same(value, before)) {
        update_put(update, table, row, column, value, before);
    }
}

struct update *update_close(struct update *update)
{
    if (update != NULL && (update->count == 0 || update->arena.failed)) {
        update_free(update);
        return NULL;
    }
    return update;
}

struct update *update_copy(const struct update *update)
{
    struct update *copy = update_open(update->board, update->author);

    if (copy == NULL) {
        return NULL;
    }
    copy->serial = update->serial;
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        update_put(copy, cell->table, cell->row, cell->column, cell->value, cell->before);
    }
    if (copy->arena.failed) {
        update_free(copy);
        return NULL;
    }
    return copy;
}

void update_free(struct update *update)
{
    if (update != NULL) {
        arena_finish(&update->arena);
        free(update);
    }
}

// True when an earlier cell of the update makes this row.
static bool row_made(const struct update *update, const char *table, const char *row)
{
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->column, "_live") == 0 && strcmp(cell->row, row) == 0 &&
            strcmp(cell->table, table) == 0) {
            return texts_same(cell->value, "1");
        }
    }
    return false;
}

struct update *update_inverse(const struct update *update)
{
    struct update *inverse = update_open(update->board, update->author);

    for (size_t i = 0; inverse != NULL && i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->column, "_live") == 0) {
            bool made = texts_same(cell->value, "1");
            update_put(inverse, cell->table, cell->row, "_live", made ? "0" : "1",
                       cell->value);
        } else if (!row_made(update, cell->table, cell->row)) {
            // A cell of a row that is deleted would bring the row back.
            update_put(inverse, cell->table, cell->row, cell->column, cell->before,
                       cell->value);
        }
    }
    return update_close(inverse);
}

static struct update_cell *cell_of(struct update *update, const struct update_cell *like)
{
    for (size_t i = 0; i < update->count; i++) {
        struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->column, like->column) == 0 && strcmp(cell->row, like->row) == 0 &&
            strcmp(cell->table, like->table) == 0) {
            return cell;
        }
    }
    return NULL;
}

bool update_join(struct update *first, const struct update *then)
{
    size_t count = first->count;

    for (size_t i = 0; i < then->count; i++) {
        const struct update_cell *cell = &then->cells[i];
        struct update_cell *known = cell_of(first, cell);
        if (known != NULL) {
            known->value = cell_text(&first->arena, cell->value);
        } else {
            update_put(first, cell->table, cell->row, cell->column, cell->value,
                       cell->before);
        }
    }
    if (first->arena.failed) {
        first->count = count;
    }
    return !first->arena.failed;
}
