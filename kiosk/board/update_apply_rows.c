// Notes and persons of an update: rows that come and go as a whole.
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board/board_parts.h"
#include "board/update_apply.h"

enum { FOLD_BYTES = 64 };

static bool is_live(const struct update_cell *cell)
{
    return !texts_differ(cell->column, "_live") && !texts_differ(cell->value, "1");
}

static bool is_dead(const struct update_cell *cell)
{
    return !texts_differ(cell->column, "_live") && !is_live(cell);
}

static const char *made(const struct applying *applying, const struct update_cell *cell,
                        const char *column, size_t bytes)
{
    return rows_text(applying->arena,
                     applying_value(applying, cell->table, cell->row, column), bytes);
}

static void note_fill(const struct applying *applying, const struct update_cell *cell,
                      struct note *note)
{
    const char *column = applying_value(applying, cell->table, cell->row, "column_id");

    note->row = arena_string(applying->arena, cell->row);
    note->author = made(applying, cell, "author", WORD_BYTES);
    note->text = made(applying, cell, "text", TEXT_BYTES);
    note->at = board_day(made(applying, cell, "at", WORD_BYTES));
    note->at_ms = applying->now_ms;
    note->action = board_action_find(
        applying->board, applying_value(applying, cell->table, cell->row, "action"));
    for (int i = 0; note->action != NULL && i < COLUMN_MAX; i++) {
        const struct track *track = note->action->tracks[i];
        if (track != NULL && strcmp(track->column->id, column) == 0) {
            note->track = track;
        }
    }
}

bool apply_note(struct applying *applying, const struct update_cell *cell)
{
    struct board *board = applying->board;
    size_t kept = 0;

    if (!is_live(cell) && !is_dead(cell)) {
        return true;
    }
    struct note *notes =
        arena_alloc(applying->arena, (board->note_count + 1) * sizeof *notes);
    if (notes == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->note_count; i++) {
        if (strcmp(board->notes[i].row, cell->row) != 0) {
            notes[kept++] = board->notes[i];
        }
    }
    if (is_live(cell)) {
        note_fill(applying, cell, &notes[kept]);
        kept += notes[kept].action != NULL && notes[kept].text[0] != '\0' ? 1 : 0;
    }
    qsort(notes, kept, sizeof *notes, notes_compare);
    board->notes = notes;
    board->note_count = kept;
    return true;
}

static int persons_compare(const void *left, const void *right)
{
    const struct person *a = left;
    const struct person *b = right;
    char folded[2][FOLD_BYTES];

    utf8_fold(a->name, folded[0], FOLD_BYTES);
    utf8_fold(b->name, folded[1], FOLD_BYTES);
    int order = strcmp(folded[0], folded[1]);
    return order != 0 ? order : strcmp(a->name, b->name);
}

static struct person *person_find(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->person_count; i++) {
        if (strcmp(board->persons[i].row, row) == 0) {
            return (struct person *)&board->persons[i];
        }
    }
    return NULL;
}

static void person_fill(const struct applying *applying, const struct update_cell *cell,
                        struct person *person)
{
    person->row = arena_string(applying->arena, cell->row);
    person->name = made(applying, cell, "name", WORD_BYTES);
    person->pin = made(applying, cell, "pin", WORD_BYTES);
    person->column = board_column_find(
        applying->board, applying_value(applying, cell->table, cell->row, "column_id"));
}

static bool person_live(struct applying *applying, const struct update_cell *cell)
{
    struct board *board = applying->board;
    struct person *persons =
        arena_alloc(applying->arena, (board->person_count + 1) * sizeof *persons);
    size_t kept = 0;

    if (persons == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->person_count; i++) {
        if (strcmp(board->persons[i].row, cell->row) != 0) {
            persons[kept++] = board->persons[i];
        }
    }
    if (is_live(cell)) {
        person_fill(applying, cell, &persons[kept]);
        kept += persons[kept].name[0] != '\0' ? 1 : 0;
    }
    qsort(persons, kept, sizeof *persons, persons_compare);
    board->persons = persons;
    board->person_count = kept;
    return true;
}

bool apply_person(struct applying *applying, const struct update_cell *cell)
{
    struct person *person = person_find(applying->board, cell->row);

    if (is_live(cell) || is_dead(cell)) {
        return person_live(applying, cell);
    }
    if (person != NULL && strcmp(cell->column, "pin") == 0) {
        person->pin = rows_text(applying->arena, cell->value, WORD_BYTES);
    }
    return true;
}
