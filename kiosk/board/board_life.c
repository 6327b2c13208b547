#include "board/board_parts.h"

// The day of the newest report in the cells of a track; DAY_NONE when there is none.
static int32_t reported_day(struct rows *rows, const struct row *row)
{
    static const char *const columns[] = {"stage", "health", "reason"};
    int32_t said = board_day(row_value(row, "reported"));
    int64_t newest = INT64_MIN;

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const struct cell *cell = row_cell(row, columns[i]);
        if (cell != NULL && cell->reported && cell->at_ms > newest) {
            newest = cell->at_ms;
        }
    }
    int32_t day = newest == INT64_MIN ? DAY_NONE : rows_day(rows, newest);
    return said > day ? said : day;
}

static void track_read(struct build *build, struct row *row, struct track *track)
{
    static const struct field fields[] = {
        {"reason", offsetof(struct track, reason), WORD_BYTES},
        {"lead", offsetof(struct track, lead), WORD_BYTES},
    };
    const struct cell *health = row_cell(row, "health");

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             track);
    track->row = row_name(build->arena, row);
    int stage = board_stage_find(build->board, row_value(row, "stage"));
    track->stage = stage < 0 ? 0 : stage;
    track->health = health_read(row_value(row, "health"));
    if (track->health == HEALTH_COUNT) {
        track->health = HEALTH_NONE;
    }
    track->reported = reported_day(&build->rows, row);
    track->health_since = DAY_NONE;
    if (health != NULL && health->reported) {
        track->health_since = rows_day(&build->rows, health->at_ms);
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

// The track that a row names with `action` and `column_id`; its action alone when there is
// no such track.
static void row_join(const struct build *build, struct row *row)
{
    const struct action *action = lookup_get(&build->actions, row_value(row, "action"));
    const struct column *column = lookup_get(&build->columns, row_value(row, "column_id"));

    row->action = (struct action *)action;
    if (action != NULL && column != NULL) {
        row->track = (struct track *)action->tracks[column->index];
    }
}

static void bottleneck_read(struct build *build, const struct row *row,
                            struct bottleneck *bottleneck)
{
    static const struct field fields[] = {
        {"reason", offsetof(struct bottleneck, reason), WORD_BYTES},
        {"asked", offsetof(struct bottleneck, asked), WORD_BYTES},
        {"outcome", offsetof(struct bottleneck, outcome), WORD_BYTES},
    };
    int rung = board_rung_find(build->board, row_value(row, "rung"));

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             bottleneck);
    bottleneck->rung = rung < 0 ? 0 : rung;
    bottleneck->since = board_day(row_value(row, "since"));
    bottleneck->rung_since = board_day(row_value(row, "rung_since"));
    bottleneck->by = board_day(row_value(row, "decide_by"));
    bottleneck->ended = board_day(row_value(row, "ended"));
    for (size_t i = 0; i < RUNG_MAX; i++) {
        bottleneck->rung_days[i] = DAY_NONE;
    }
}

// Gives each track in a bottleneck the newest one that has not ended.
static bool read_bottlenecks(struct build *build)
{
    const struct table *table = rows_table(&build->rows, "bottleneck");
    size_t from = table->starts[build->number];
    size_t count = table->starts[build->number + 1] - from;
    struct bottleneck *bottlenecks =
        arena_alloc(build->arena, count * sizeof *bottlenecks + 1);

    if (bottlenecks == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct row *row = table->by_board[from + i];
        struct bottleneck *bottleneck = &bottlenecks[i];
        row_join(build, row);
        bottleneck_read(build, row, bottleneck);
        row->bottleneck = bottleneck;
        bool open = row_value(row, "ended")[0] == '\0';
        if (row->track == NULL || !open || row->track->health != HEALTH_BOTTLENECK) {
            continue;
        }
        const struct bottleneck *other = row->track->bottleneck;
        if (other == NULL || bottleneck->since > other->since) {
            row->track->bottleneck = bottleneck;
        }
    }
    return true;
}

bool board_read_life(struct build *build)
{
    static const char *const about[] = {"decision", "note"};

    if (!read_tracks(build) || !read_bottlenecks(build)) {
        return false;
    }
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        const struct table *table = rows_table(&build->rows, about[i]);
        for (size_t k = table->starts[build->number]; k < table->starts[build->number + 1];
             k++) {
            row_join(build, table->by_board[k]);
        }
    }
    return true;
}
