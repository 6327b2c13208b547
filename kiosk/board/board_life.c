#include <stdlib.h>

#include "board/board_parts.h"

// The newest report in the cells of a track, and whether the day that it names came last.
static struct track_said track_said(struct rows *rows, const struct row *row)
{
    static const char *const columns[] = {"stage", "health", "reason"};
    const struct cell *reported = row_cell(row, "reported");
    int64_t newest = INT64_MIN;

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const struct cell *cell = row_cell(row, columns[i]);
        if (cell != NULL && cell->reported && cell->value != NULL && cell->at_ms > newest) {
            newest = cell->at_ms;
        }
    }
    return (struct track_said){
        .newest = newest == INT64_MIN ? DAY_NONE : rows_day(rows, newest),
        .last = reported != NULL && reported->reported && reported->at_ms >= newest,
    };
}

static void track_read(struct build *build, struct row *row, struct track *track)
{
    static const struct field fields[] = {
        {"reason", offsetof(struct track, reason), WORD_BYTES},
        {"lead", offsetof(struct track, lead), WORD_BYTES},
    };
    static const struct field files[] = {
        {"stage", offsetof(struct track_file, stage), 0},
        {"health", offsetof(struct track_file, health), 0},
        {"reason", offsetof(struct track_file, reason), 0},
        {"lead", offsetof(struct track_file, lead), 0},
        {"reported", offsetof(struct track_file, reported), 0},
    };
    const struct cell *health = row_cell(row, "health");

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             track);
    row_read(&build->rows, build->arena, row, files, sizeof files / sizeof *files,
             &track->file);
    track->row = row_key(build->arena, row);
    track_stage_read(build->board, track);
    track_health_read(track);
    const struct track_said said = track_said(&build->rows, row);
    track->reported = track_reported(&track->file, &said);
    track->trail = (struct health_trail){DAY_NONE, DAY_NONE, NULL, DAY_NONE};
    if (health != NULL && health->reported && health->value != NULL) {
        track->trail.since = rows_day(&build->rows, health->at_ms);
    }
    row->track = track;
}

// The rows that give a track to each action in each column: of two the one with the smaller
// id.
static struct row **track_owners(struct build *build, size_t *count)
{
    const struct board *board = build->board;
    const struct table *table = rows_table(&build->rows, "track");
    size_t places = board->action_count * COLUMN_MAX;
    struct row **owners = arena_alloc(&build->rows.scratch, places * sizeof *owners + 1);

    *count = 0;
    for (size_t i = table->starts[build->number]; i < table->starts[build->number + 1];
         i++) {
        struct row *row = table->by_board[i];
        const struct action *action = lookup_get(&build->actions, row_value(row, "action"));
        const struct column *column =
            lookup_get(&build->columns, row_value(row, "column_id"));
        if (owners == NULL || action == NULL || column == NULL) {
            continue;
        }
        struct row **owner = &owners[action->index * COLUMN_MAX + column->index];
        row->action = (struct action *)action;
        if (*owner == NULL) {
            *owner = row;
            *count += 1;
        }
    }
    return owners;
}

static bool read_tracks(struct build *build)
{
    struct board *board = build->board;
    size_t count = 0;
    struct row **owners = track_owners(build, &count);
    struct track *tracks = arena_alloc(build->arena, count * sizeof *tracks + 1);

    if (owners == NULL || tracks == NULL) {
        return false;
    }
    board->tracks = tracks;
    board->track_count = count;
    for (size_t i = 0; i < board->action_count * COLUMN_MAX; i++) {
        if (owners[i] != NULL) {
            struct action *action = owners[i]->action;
            size_t column = i % COLUMN_MAX;
            tracks->action = action;
            tracks->column = &board->columns[column];
            track_read(build, owners[i], tracks);
            action->tracks[column] = tracks;
            action->track_count++;
            tracks++;
        }
    }
    return true;
}

void row_join(const struct build *build, struct row *row)
{
    const struct action *action = lookup_get(&build->actions, row_value(row, "action"));
    const struct column *column = lookup_get(&build->columns, row_value(row, "column_id"));

    row->action = (struct action *)action;
    if (action != NULL && column != NULL) {
        row->track = (struct track *)action->tracks[column->index];
    }
}

static void bottleneck_read(struct build *build, struct row *row,
                            struct bottleneck *bottleneck)
{
    static const struct field fields[] = {
        {"reason", offsetof(struct bottleneck, reason), WORD_BYTES},
        {"asked", offsetof(struct bottleneck, asked), WORD_BYTES},
        {"outcome", offsetof(struct bottleneck, outcome), WORD_BYTES},
    };
    static const struct field files[] = {
        {"reason", offsetof(struct bottleneck_file, reason), 0},
        {"rung", offsetof(struct bottleneck_file, rung), 0},
        {"rung_since", offsetof(struct bottleneck_file, rung_since), 0},
        {"asked", offsetof(struct bottleneck_file, asked), 0},
        {"ended", offsetof(struct bottleneck_file, ended), 0},
    };
    int rung = board_rung_find(build->board, row_value(row, "rung"));

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             bottleneck);
    row_read(&build->rows, build->arena, row, files, sizeof files / sizeof *files,
             &bottleneck->file);
    bottleneck->row = row_key(build->arena, row);
    bottleneck->track = row->track;
    bottleneck->rung = rung < 0 ? 0 : rung;
    bottleneck->since = board_day(row_value(row, "since"));
    bottleneck->by = board_day(row_value(row, "decide_by"));
    bottleneck->ended = board_day(row_value(row, "ended"));
    bottleneck_open(bottleneck);
}

// Gives each track in a bottleneck the newest one that has not ended.
static bool read_bottlenecks(struct build *build)
{
    const struct table *table = rows_table(&build->rows, "bottleneck");
    size_t from = table->starts[build->number];
    size_t count = table->starts[build->number + 1] - from;
    struct bottleneck *bottlenecks =
        arena_alloc(build->arena, count * sizeof *bottlenecks + 1);
    const struct bottleneck **list = arena_alloc(build->arena, count * sizeof *list + 1);

    if (bottlenecks == NULL || list == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct row *row = table->by_board[from + i];
        row_join(build, row);
        bottleneck_read(build, row, &bottlenecks[i]);
        row->bottleneck = &bottlenecks[i];
        list[i] = &bottlenecks[i];
        track_bottleneck_offer(row->track, &bottlenecks[i]);
    }
    build->board->bottlenecks = list;
    build->board->bottleneck_count = count;
    return true;
}

static void note_read(struct build *build, struct row *row, struct note *note)
{
    static const struct field fields[] = {
        {"author", offsetof(struct note, author), WORD_BYTES},
        {"text", offsetof(struct note, text), TEXT_BYTES},
    };
    const struct cell *text = row_cell(row, "text");

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields, note);
    note->row = row_key(build->arena, row);
    note->track = row->track;
    note->action = row->action;
    note->at = board_day(row_value(row, "at"));
    note->at_ms = text == NULL ? 0 : text->at_ms;
}

// Notes that lead nowhere or say nothing are left out.
static bool read_notes(struct build *build)
{
    const struct table *table = rows_table(&build->rows, "note");
    size_t from = table->starts[build->number];
    size_t count = table->starts[build->number + 1] - from;
    struct note *notes = arena_alloc(build->arena, count * sizeof *notes + 1);
    size_t kept = 0;

    if (notes == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct row *row = table->by_board[from + i];
        row_join(build, row);
        if (row->action != NULL && row_value(row, "text")[0] != '\0') {
            note_read(build, row, &notes[kept++]);
        }
    }
    qsort(notes, kept, sizeof *notes, notes_compare);
    build->board->notes = notes;
    build->board->note_count = kept;
    return true;
}

bool board_read_life(struct build *build)
{
    return read_tracks(build) && read_bottlenecks(build) && read_notes(build);
}
