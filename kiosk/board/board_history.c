#include <string.h>

#include "board/board_parts.h"

// Fills the index of a table once history speaks of it.
static bool table_index(struct table *table)
{
    for (size_t i = 0; i < table->row_count && table->ids.count < table->row_count; i++) {
        const void **place = lookup_place(&table->ids, table->rows[i].id);
        if (place == NULL) {
            return false;
        }
        *place = &table->rows[i];
    }
    return true;
}

// The rows that the entries are about, NULL where there is none (any more).
static bool entries_match(struct rows *rows, const struct entry *entries, size_t count,
                          struct row **about)
{
    struct table *table = NULL;

    for (size_t i = 0; i < count; i++) {
        if (i == 0 || strcmp(entries[i].table, entries[i - 1].table) != 0) {
            table = rows_table(rows, entries[i].table);
            if (!table_index(table)) {
                return false;
            }
        }
        struct row *row = (struct row *)lookup_get(&table->ids, entries[i].row);
        about[i] = row;
    }
    return true;
}

// Notes a shift on the action. One that is taken back on the same day was a slip of the
// finger.
static bool note_shift(struct build *build, struct row *row, const struct change *change)
{
    struct shift_note *last = row->shifts;

    if (!due_filled(change->before) || !due_filled(change->after)) {
        return true;
    }
    int32_t day = rows_day(&build->rows, change->at_ms);
    if (last != NULL && last->shift.day == day &&
        !texts_differ(last->shift.from, change->after)) {
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

static void note_rung(struct build *build, struct row *row, const struct change *change)
{
    const struct board *board = &build->boards[row->board];
    int from = board_rung_find(board, change->before == NULL ? "" : change->before);
    int to = board_rung_find(board, change->after == NULL ? "" : change->after);

    bottleneck_rung_note(row->bottleneck, from, to, rows_day(&build->rows, change->at_ms));
}

// What a change means for the row that it is about.
static bool note_change(struct build *build, struct row *row, const struct change *change)
{
    if (row->meeting != NULL) {
        meeting_change_note(row->meeting, change);
        return true;
    }
    if (!texts_differ(change->before, change->after)) {
        return true;
    }
    if (strcmp(change->table, "action") == 0 && strcmp(change->column, "due") == 0) {
        return row->action == NULL || note_shift(build, row, change);
    }
    if (row->bottleneck != NULL && strcmp(change->column, "rung") == 0) {
        note_rung(build, row, change);
    } else if (row->track != NULL && strcmp(change->table, "track") == 0 &&
               strcmp(change->column, "health") == 0) {
        track_health_note(row->track, change->before, change->after,
                          rows_day(&build->rows, change->at_ms));
    }
    return true;
}

static struct change change_of(struct build *build, const struct entry *entry,
                               struct row *row)
{
    struct rows *rows = &build->rows;
    struct arena *arena = build->arena;

    struct change change = {
        .at_ms = entry->at_ms,
        .author = rows_word(rows, arena, entry->author),
        .device = rows_word(rows, arena, entry->device),
        .table = rows_word(rows, arena, entry->table),
        .row = row_key(arena, row),
        .column = rows_word(rows, arena, entry->column),
        .before = entry->before == NULL ? NULL : rows_word(rows, arena, entry->before),
        .after = entry->value == NULL ? NULL : rows_word(rows, arena, entry->value),
        .before_file = rows_file(rows, arena, entry->before),
        .after_file = rows_file(rows, arena, entry->value),
        .track = row->track,
        .action = row->action,
        .gone = row->gone,
        .overlapped = entry->overlapped,
    };
    change.about = (uint8_t)change_read(&change);
    return change;
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

static bool history_close(struct build *build)
{
    const struct table *actions = rows_table(&build->rows, "action");
    const struct table *bottlenecks = rows_table(&build->rows, "bottleneck");
    const struct table *meetings = rows_table(&build->rows, "meeting");

    for (size_t i = 0; i < actions->row_count; i++) {
        const struct row *row = &actions->rows[i];
        if (row->shifts != NULL && row->action != NULL && !shifts_close(build, row)) {
            return false;
        }
    }
    for (size_t i = 0; i < bottlenecks->row_count; i++) {
        struct row *row = &bottlenecks->rows[i];
        if (row->bottleneck != NULL) {
            bottleneck_close(row->bottleneck);
        }
    }
    for (size_t i = 0; i < meetings->row_count; i++) {
        meeting_moments_close(&meetings->rows[i]);
    }
    for (size_t i = 0; i < build->board_count; i++) {
        struct track *tracks = (struct track *)build->boards[i].tracks;
        for (size_t k = 0; k < build->boards[i].track_count; k++) {
            track_since_close(&tracks[k]);
        }
    }
    return true;
}

bool board_read_history(struct build *build, const struct entry *entries, size_t count)
{
    struct row **about = arena_alloc(&build->rows.scratch, count * sizeof *about + 1);

    if (about == NULL || !entries_match(&build->rows, entries, count, about) ||
        !board_read_gone(build, entries, count, about) ||
        !changes_open(build, about, count)) {
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
