#include "store/overlap.h"

#include <string.h>

// Cells that nobody fills in as such.
static bool follows(const char *column)
{
    static const char *const columns[] = {RECORD_LIVE, "reported", "since", "rung_since",
                                          "at",        "position", "pin"};
    size_t i = 0;

    while (i < sizeof columns / sizeof *columns && strcmp(columns[i], column) != 0) {
        i++;
    }
    return i < sizeof columns / sizeof *columns;
}

// A wall always knows what it saw: nothing, when there is no base.
static bool is_wall(const char *device)
{
    return strlen(device) == 16 && strspn(device, "0123456789abcdef") == 16;
}

static bool is_plan(const struct record *record)
{
    return strcmp(record->author, RECORD_PLAN) == 0;
}

static bool looked(const struct record *winner)
{
    return !is_plan(winner) && (winner->base != RECORD_NO_BASE || is_wall(winner->device));
}

// Names of one fold are kept once: equal texts have equal addresses.
static bool overlapped(const struct record *other, const struct record *winner)
{
    bool another = other->device != winner->device || other->author != winner->author;

    return looked(winner) && other->hlc > winner->base && another && !is_plan(other) &&
           !record_same_value(other->value, other->size, winner->value, winner->size);
}

void overlap_find(const struct past *past, const struct record **out)
{
    const struct fold *fold = past->fold;

    for (uint32_t i = 0; i < fold->cell_count; i++) {
        out[i] = NULL;
    }
    for (size_t i = 0; i < past->count; i++) { // in order: the last one is the greatest
        const struct record *record = fold->records[i];
        if (record != past_winner(past, record->cell)) {
            out[record->cell] = record;
        }
    }
    for (uint32_t i = 0; i < fold->cell_count; i++) {
        const struct fold_cell *cell = &fold->cells[i];
        if (out[i] != NULL && (follows(cell->column) || !past_shows(past, cell->row) ||
                               !overlapped(out[i], past_winner(past, i)))) {
            out[i] = NULL;
        }
    }
}
