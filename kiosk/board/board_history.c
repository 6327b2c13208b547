#include <string.h>

#include "board/board_parts.h"

// The live row that an entry is about, NULL when there is none (any more).
static struct row *entry_row(const struct rows *rows, const struct entry *entry)
{
    const struct table *table = rows_table(rows, entry->table);

    return (struct row *)lookup_get(&table->ids, entry->row);
}

// Fills the index of the rows of every table that history speaks of.
static bool rows_index(struct rows *rows)
{
    for (size_t i = 0; i < rows->table_count; i++) {
        struct table *table = &rows->tables[i];
        for (size_t k = 0; k < table->row_count; k++) {
            const void **place = lookup_place(&table->ids, table->rows[k].id);
            if (place == NULL) {
                return false;
            }
            *place = &table->rows[k];
        }
    }
    return true;
}

static bool differs(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) != 0;
}

// Notes a shift on the action. One that is taken back on the same day was a slip of the
// finger.
static bool note_shift(struct build *build, struct row *row, const struct change *change)
{
    int32_t day = DAY_NONE;
    struct shift_note *last = row->shifts;

    if (!due_filled(change->before) || !due_filled(change->after)) {
        return true;
    }
    day_local(change->at_ms, &day, NULL);
    if (last != NULL && last->shift.day == day &&
        !differs(last->shift.from, change->after)) {
        row->shifts = last->older;
        return true;
    }
    struct shift_note *note = arena_alloc(&build->rows.scratch, sizeof *note);
    if (note == NULL) {
        return false;
    }
    note->shift = (struct shift){.day = day, .from = change->before, .to = change->after};
    note->older = last;
    row->shifts = note;
    return true;
}

static void note_rung(const struct build *build, struct row *row,
                      const struct change *change)
{
    const char *name = change->after == NULL ? "" : change->after;
    int rung = board_rung(&build->boards[row->board], name);

    if (rung >= 0) {
        day_local(change->at_ms, &row->bottleneck->rung_days[rung], NULL);
    }
}

// What a change means for the row that it is about.
static bool note_change(struct build *build, struct row *row, const struct change *change)
{
    if (!differs(change->before, change->after)) {
        return true;
    }
    if (strcmp(change->table, "action") == 0 && strcmp(change->column, "due") == 0) {
        return row->action == NULL || note_shift(build, row, change);
    }
    if (row->bottleneck != NULL && strcmp(change->column, "rung") == 0) {
        note_rung(build, row, change);
    } else if (row->track != NULL && strcmp(change->table, "track") == 0 &&
               strcmp(change->column, "health") == 0) {
        // Not the age of the cell: "still on course" writes the same word again.
        day_local(change->at_ms, &row->track->health_since, NULL);
    }
    return true;
}

static struct change change_of(struct build *build, const struct entry *entry,
                               const struct row *row)
{
    struct rows *rows = &build->rows;
    struct arena *arena = build->arena;

    return (struct change){
        .at_ms = entry->at_ms,
        .author = rows_word(rows, arena, entry->author),
        .device = rows_word(rows, arena, entry->device),
        .table = rows_word(rows, arena, entry->table),
        .row = rows_word(rows, arena, entry->row),
        .column = rows_word(rows, arena, entry->column),
        .before = entry->before == NULL ? NULL : rows_word(rows, arena, entry->before),
        .after = entry->value == NULL ? NULL : rows_word(rows, arena, entry->value),
        .track = row->track,
        .action = row->action,
    };
}

// Room for the changes of each board.
static bool changes_open(struct build *build, struct row *const *about, size_t count)
{
    size_t numbers[BOARD_MAX] = {0};

    for (size_t i = 0; i < count; i++) {
        if (about[i] != NULL) {
            numbers[about[i]->board]++;
        }
    }
    for (size_t i = 0; i < build->board_count; i++) {
        struct change *changes =
            arena_alloc(build->arena, numbers[i] * sizeof *changes + 1);
        if (changes == NULL) {
            return false;
        }
        build->boards[i].changes = changes;
    }
    return true;
}

static bool shifts_close(struct build *build, const struct row *row)
{
    size_t count = 0;

    for (const struct shift_note *note = row->shifts; note != NULL; note = note->older) {
        count++;
    }
    struct shift *shifts = arena_alloc(build->arena, count * sizeof *shifts);
    if (shifts == NULL) {
        return false;
    }
    row->action->shifts = shifts;
    row->action->shift_count = count;
    for (const struct shift_note *note = row->shifts; note != NULL; note = note->older) {
        shifts[--count] = note->shift;
    }
    return true;
}

// Rungs above the one it stands on were left; where the file names no day, history or the
// start does.
static void rungs_close(struct bottleneck *bottleneck)
{
    int32_t *days = bottleneck->rung_days;

    for (int i = bottleneck->rung + 1; i < RUNG_MAX; i++) {
        days[i] = DAY_NONE;
    }
    days[0] = days[0] == DAY_NONE ? bottleneck->since : days[0];
    if (bottleneck->rung_since == DAY_NONE) {
        bottleneck->rung_since = days[bottleneck->rung];
    }
    days[bottleneck->rung] = bottleneck->rung_since;
}

static bool history_close(struct build *build)
{
    const struct table *actions = rows_table(&build->rows, "action");
    const struct table *bottlenecks = rows_table(&build->rows, "bottleneck");

    for (size_t i = 0; i < actions->row_count; i++) {
        const struct row *row = &actions->rows[i];
        if (row->shifts != NULL && row->action != NULL && !shifts_close(build, row)) {
            return false;
        }
    }
    for (size_t i = 0; i < bottlenecks->row_count; i++) {
        struct row *row = &bottlenecks->rows[i];
        if (row->bottleneck == NULL) {
            continue;
        }
        rungs_close(row->bottleneck);
        bool open = row->track != NULL && row->track->bottleneck == row->bottleneck;
        if (open && row->bottleneck->since != DAY_NONE) {
            row->track->health_since = row->bottleneck->since;
        }
    }
    return true;
}

bool board_read_history(struct build *build, const struct entry *entries, size_t count)
{
    struct row **about = arena_alloc(&build->rows.scratch, count * sizeof *about + 1);

    if (about == NULL || !rows_index(&build->rows)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct row *row = entry_row(&build->rows, &entries[i]);
        about[i] = row != NULL && row->board >= 0 ? row : NULL;
    }
    if (!changes_open(build, about, count)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (about[i] == NULL) {
            continue;
        }
        struct board *board = &build->boards[about[i]->board];
        struct change *change = (struct change *)&board->changes[board->change_count++];
        *change = change_of(build, &entries[i], about[i]);
        if (!note_change(build, about[i], change)) {
            return false;
        }
    }
    return history_close(build);
}
