// An update shown at once in a set that was built before it: each cell changes the record
// that was read from it, as a new build would.
#include <stdlib.h>
#include <string.h>

#include "board/board_parts.h"
#include "board/update_apply.h"

static const char *word(struct arena *arena, const char *raw)
{
    return rows_text(arena, raw, WORD_BYTES);
}

// Byte for byte; NULL stays NULL.
static const char *file_text(struct arena *arena, const char *raw)
{
    return raw == NULL ? NULL : arena_string(arena, raw);
}

// The cells of a row mostly follow each other: it is sought once.
static struct track *track_find(struct applying *applying, const char *row)
{
    const struct board *board = applying->board;

    if (applying->track != NULL && strcmp(applying->track->row, row) == 0) {
        return applying->track;
    }
    applying->track = NULL;
    for (size_t i = 0; i < board->track_count && applying->track == NULL; i++) {
        if (strcmp(board->tracks[i].row, row) == 0) {
            applying->track = (struct track *)&board->tracks[i];
        }
    }
    return applying->track;
}

// The update says something of a track, or of a bottleneck of it. NULL is fine.
static void touch(const struct applying *applying, const struct track *track)
{
    if (track != NULL) {
        applying->touched[track - applying->board->tracks] = true;
    }
}

static struct action *action_find(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->action_count; i++) {
        if (strcmp(board->actions[i].row, row) == 0) {
            return (struct action *)&board->actions[i];
        }
    }
    return NULL;
}

static void apply_track(struct applying *applying, const struct update_cell *cell)
{
    struct track *track = track_find(applying, cell->row);
    struct arena *arena = applying->arena;
    const char *file = file_text(arena, cell->value);
    struct track_said said = {.newest = track == NULL ? DAY_NONE : track->reported};

    if (track == NULL) {
        return;
    }
    touch(applying, track);
    if (strcmp(cell->column, "lead") == 0) {
        track->file.lead = file;
        track->lead = word(arena, file);
        return;
    }
    if (strcmp(cell->column, "stage") == 0) {
        track->file.stage = file;
        track_stage_read(applying->board, track);
    } else if (strcmp(cell->column, "health") == 0) {
        track_health_note(track, track->file.health, file, applying->today);
        if (track->trail.since == DAY_NONE && file != NULL &&
            !texts_differ(track->file.health, file)) {
            track->trail.since = applying->today;
        }
        track->file.health = file;
        track_health_read(track);
    } else if (strcmp(cell->column, "reason") == 0) {
        track->file.reason = file;
        track->reason = word(arena, file);
    } else if (strcmp(cell->column, "reported") == 0) {
        track->file.reported = file;
        said.last = true;
    } else {
        return;
    }
    if (!said.last && file != NULL) {
        said.newest = applying->today;
    }
    track->reported = track_reported(&track->file, &said);
}

// The shifts of an action with one more, or without the last when it is taken back on the
// day on which it was made.
static bool shift_add(struct applying *applying, struct action *action, const char *to)
{
    const struct shift *last =
        action->shift_count == 0 ? NULL : &action->shifts[action->shift_count - 1];

    if (!due_filled(action->due_text) || !due_filled(to) ||
        !texts_differ(action->due_text, to)) {
        return true;
    }
    if (last != NULL && last->day == applying->today && !texts_differ(last->from, to)) {
        action->shift_count--;
        return true;
    }
    struct shift *shifts =
        arena_alloc(applying->arena, (action->shift_count + 1) * sizeof *shifts);
    if (shifts == NULL) {
        return false;
    }
    if (action->shift_count > 0) {
        memcpy(shifts, action->shifts, action->shift_count * sizeof *shifts);
    }
    shifts[action->shift_count++] =
        (struct shift){.day = applying->today, .from = action->due_text, .to = to};
    action->shifts = shifts;
    return true;
}

static bool apply_action(struct applying *applying, const struct update_cell *cell)
{
    struct action *action = action_find(applying->board, cell->row);

    if (action == NULL || strcmp(cell->column, "due") != 0) {
        return true;
    }
    const char *text = word(applying->arena, cell->value);
    bool done = shift_add(applying, action, text);
    action->due_file = file_text(applying->arena, cell->value);
    action->due_text = text;
    action->due = due_read(text);
    return done;
}

static struct bottleneck *bottleneck_find(struct applying *applying, const char *row)
{
    const struct board *board = applying->board;
    struct bottleneck *found = applying->bottleneck;

    if (found != NULL && strcmp(found->row, row) == 0) {
        return found;
    }
    found = NULL;
    for (size_t i = 0; i < board->bottleneck_count && found == NULL; i++) {
        if (strcmp(board->bottlenecks[i]->row, row) == 0) {
            found = (struct bottleneck *)board->bottlenecks[i];
        }
    }
    applying->bottleneck = found;
    return found;
}

// Adds or removes the bottleneck of a row.
static bool bottleneck_live(struct applying *applying, const char *row, bool live)
{
    struct board *board = applying->board;
    size_t count = board->bottleneck_count;
    const struct bottleneck **list =
        arena_alloc(applying->arena, (count + 1) * sizeof *list);
    struct bottleneck *fresh = arena_alloc(applying->arena, sizeof *fresh);
    size_t kept = 0;
    size_t at = 0;

    if (list == NULL || fresh == NULL) {
        return false;
    }
    fresh->row = live ? arena_string(applying->arena, row) : NULL;
    if (live && fresh->row == NULL) {
        return false;
    }
    if (live && bottleneck_find(applying, row) != NULL) {
        return true;
    }
    while (at < count && strcmp(board->bottlenecks[at]->row, row) < 0) {
        list[kept++] = board->bottlenecks[at++];
    }
    if (live) {
        fresh->reason = fresh->asked = fresh->outcome = "";
        fresh->since = fresh->by = fresh->ended = DAY_NONE;
        bottleneck_open(fresh);
        list[kept++] = fresh;
    } else if (at < count && strcmp(board->bottlenecks[at]->row, row) == 0) {
        touch(applying, board->bottlenecks[at++]->track);
    }
    while (at < count) {
        list[kept++] = board->bottlenecks[at++];
    }
    board->bottlenecks = list;
    board->bottleneck_count = kept;
    applying->bottleneck = NULL; // it may be gone
    return true;
}

const struct track *row_track(const struct applying *applying, const char *table,
                              const char *row, const struct action **action)
{
    const char *column = applying_value(applying, table, row, "column_id");

    *action =
        board_action_find(applying->board, applying_value(applying, table, row, "action"));
    for (int i = 0; *action != NULL && i < COLUMN_MAX; i++) {
        const struct track *track = (*action)->tracks[i];
        if (track != NULL && strcmp(track->column->id, column) == 0) {
            return track;
        }
    }
    return NULL;
}

static int rung_of(const struct board *board, const char *file)
{
    return board_rung_find(board, file == NULL ? "" : file);
}

static void apply_rung(struct applying *applying, struct bottleneck *bottleneck,
                       const char *file)
{
    int from = rung_of(applying->board, bottleneck->file.rung);
    int to = rung_of(applying->board, file);

    bottleneck->rung = to < 0 ? 0 : to;
    bottleneck_rung_note(bottleneck, from, to, applying->today);
    bottleneck->file.rung = file;
}

static bool apply_bottleneck(struct applying *applying, const struct update_cell *cell)
{
    struct arena *arena = applying->arena;
    struct bottleneck *bottleneck = NULL;

    if (strcmp(cell->column, "_live") == 0) {
        bool live = !texts_differ(cell->value, "1");
        // A row that comes back with what it held before comes with the keeper's next set.
        bool told = applying_value(applying, cell->table, cell->row, "action")[0] != '\0';
        return (live && !told) || bottleneck_live(applying, cell->row, live);
    }
    bottleneck = bottleneck_find(applying, cell->row);
    if (bottleneck == NULL) {
        return true;
    }
    const char *file = file_text(arena, cell->value);
    const char *text = word(arena, file);
    touch(applying, bottleneck->track); // also of what it is not about any more
    if (strcmp(cell->column, "action") == 0) {
        const struct action *action = NULL;
        bottleneck->track = row_track(applying, cell->table, cell->row, &action);
    } else if (strcmp(cell->column, "reason") == 0) {
        bottleneck->file.reason = file;
        bottleneck->reason = text;
    } else if (strcmp(cell->column, "asked") == 0) {
        bottleneck->file.asked = file;
        bottleneck->asked = text;
    } else if (strcmp(cell->column, "outcome") == 0) {
        bottleneck->outcome = text;
    } else if (strcmp(cell->column, "since") == 0) {
        bottleneck->since = board_day(text);
    } else if (strcmp(cell->column, "decide_by") == 0) {
        bottleneck->by = board_day(text);
    } else if (strcmp(cell->column, "ended") == 0) {
        bottleneck->file.ended = file;
        bottleneck->ended = board_day(text);
    } else if (strcmp(cell->column, "rung_since") == 0) {
        bottleneck->file.rung_since = file;
    } else if (strcmp(cell->column, "rung") == 0) {
        apply_rung(applying, bottleneck, file);
    }
    touch(applying, bottleneck->track);
    bottleneck_close(bottleneck);
    return true;
}

// What follows from the cells together: which bottleneck each track that was touched is in,
// since when.
static void tracks_close(const struct applying *applying)
{
    struct board *board = applying->board;
    struct track *tracks = (struct track *)board->tracks;

    for (size_t i = 0; i < board->track_count; i++) {
        if (applying->touched[i]) {
            tracks[i].bottleneck = NULL;
        }
    }
    for (size_t i = 0; i < board->bottleneck_count; i++) {
        const struct bottleneck *bottleneck = board->bottlenecks[i];
        struct track *track = (struct track *)bottleneck->track;
        if (track != NULL && applying->touched[track - tracks]) {
            track_bottleneck_offer(track, bottleneck);
        }
    }
    for (size_t i = 0; i < board->track_count; i++) {
        if (applying->touched[i]) {
            track_since_close(&tracks[i]);
        }
    }
}

const char *applying_value(const struct applying *applying, const char *table,
                           const char *row, const char *column)
{
    for (size_t i = 0; i < applying->update->count; i++) {
        const struct update_cell *cell = &applying->update->cells[i];
        if (strcmp(cell->table, table) == 0 && strcmp(cell->row, row) == 0 &&
            strcmp(cell->column, column) == 0) {
            return cell->value == NULL ? "" : cell->value;
        }
    }
    return "";
}

static bool apply_cell(struct applying *applying, const struct update_cell *cell)
{
    if (strcmp(cell->table, "track") == 0) {
        apply_track(applying, cell);
        return true;
    }
    if (strcmp(cell->table, "action") == 0) {
        return apply_action(applying, cell);
    }
    if (strcmp(cell->table, "bottleneck") == 0) {
        return apply_bottleneck(applying, cell);
    }
    if (strcmp(cell->table, "note") == 0) {
        return apply_note(applying, cell);
    }
    if (strcmp(cell->table, "meeting") == 0) {
        return apply_meeting(applying, cell);
    }
    if (strcmp(cell->table, "decision") == 0) {
        return apply_decision(applying, cell);
    }
    return strcmp(cell->table, "person") != 0 || apply_person(applying, cell);
}

// Keeps what the cell did as a change that history does not tell of yet.
static bool fresh_add(struct applying *applying, const struct update_cell *cell)
{
    struct board *board = applying->board;
    struct arena *arena = applying->arena;
    struct change *list = (struct change *)board->fresh;
    size_t count = board->fresh_count;

    // There is room up to the next power of two.
    if ((count & (count - 1)) == 0) {
        list = arena_alloc(arena, (count == 0 ? 1 : 2 * count) * sizeof *list);
        if (list == NULL) {
            return false;
        }
        if (count > 0) {
            memcpy(list, board->fresh, count * sizeof *list);
        }
        board->fresh = list;
    }
    list[board->fresh_count++] =
        (struct change){.at_ms = applying->fresh_ms,
                        .table = arena_string(arena, cell->table),
                        .row = arena_string(arena, cell->row),
                        .column = arena_string(arena, cell->column),
                        .before_file = file_text(arena, cell->before),
                        .after_file = file_text(arena, cell->value)};
    return true;
}

bool update_apply(struct board_set *set, const struct update *update, int64_t now_ms)
{
    struct board *board = (struct board *)board_set_find(set, update->board);
    struct applying applying = {
        .board = board, .arena = &set->arena, .update = update, .now_ms = now_ms};
    bool done = true;

    if (board == NULL) {
        return true;
    }
    applying.touched = calloc(board->track_count + 1, sizeof *applying.touched);
    if (applying.touched == NULL) {
        return false;
    }
    day_local(now_ms, &applying.today, NULL);
    applying.fresh_ms = now_ms > set->data_ms ? now_ms : set->data_ms + 1;
    for (size_t i = 0; done && i < update->count; i++) {
        done = apply_cell(&applying, &update->cells[i]) &&
               fresh_add(&applying, &update->cells[i]);
    }
    tracks_close(&applying);
    free(applying.touched);
    set->data_ms = now_ms > set->data_ms ? now_ms : set->data_ms;
    return done && !set->arena.failed;
}
