// Meetings and decisions of an update.
#include <stdlib.h>
#include <string.h>

#include "board/board_parts.h"
#include "board/update_apply.h"

static const char *file_text(struct arena *arena, const char *raw)
{
    return raw == NULL || raw[0] == '\0' ? NULL : arena_string(arena, raw);
}

static const char *told(const struct applying *applying, const struct update_cell *cell,
                        const char *column)
{
    return applying_value(applying, cell->table, cell->row, column);
}

static const char *word(const struct applying *applying, const char *raw)
{
    return rows_text(applying->arena, raw, WORD_BYTES);
}

static struct meeting *meeting_find(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, row) == 0) {
            return (struct meeting *)&board->meetings[i];
        }
    }
    return NULL;
}

static void meeting_state_set(struct applying *applying, struct meeting *meeting,
                              const char *value)
{
    meeting->state_file = file_text(applying->arena, value);
    meeting->state =
        meeting_state_read(meeting->state_file == NULL ? "" : meeting->state_file);
    meeting_state_note(meeting, meeting->state, applying->now_ms);
}

static struct meeting meeting_made(struct applying *applying,
                                   const struct update_cell *cell)
{
    struct meeting meeting = {
        .row = arena_string(applying->arena, cell->row),
        .body = word(applying, told(applying, cell, "body")),
        .place = word(applying, told(applying, cell, "place")),
        .agenda = word(applying, told(applying, cell, "agenda")),
    };

    meeting_starts_read(&meeting, told(applying, cell, "starts"));
    meeting_state_set(applying, &meeting, told(applying, cell, "state"));
    return meeting;
}

// The meetings lie elsewhere from now on.
static void decisions_lead(const struct board *board)
{
    struct decision *decisions = (struct decision *)board->decisions;

    for (size_t i = 0; i < board->decision_count; i++) {
        const char *row = decisions[i].file.meeting;
        decisions[i].meeting = row == NULL ? NULL : meeting_find(board, row);
    }
}

static bool meeting_live(struct applying *applying, const struct update_cell *cell,
                         bool live)
{
    struct board *board = applying->board;
    struct meeting *meetings =
        arena_alloc(applying->arena, (board->meeting_count + 1) * sizeof *meetings);
    size_t kept = 0;

    if (meetings == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, cell->row) != 0) {
            meetings[kept++] = board->meetings[i];
        }
    }
    if (live) {
        meetings[kept++] = meeting_made(applying, cell);
    }
    qsort(meetings, kept, sizeof *meetings, meetings_compare);
    board->meetings = meetings;
    board->meeting_count = kept;
    decisions_lead(board);
    return true;
}

bool apply_meeting(struct applying *applying, const struct update_cell *cell)
{
    if (strcmp(cell->column, "_live") == 0) {
        bool live = !texts_differ(cell->value, "1");
        // A row that comes back with what it held before comes with the keeper's next set.
        return (live && told(applying, cell, "body")[0] == '\0') ||
               meeting_live(applying, cell, live);
    }
    struct meeting *meeting = meeting_find(applying->board, cell->row);
    if (meeting != NULL && strcmp(cell->column, "state") == 0) {
        meeting_state_set(applying, meeting, cell->value);
    }
    return true;
}

static void decision_cell(struct applying *applying, struct decision *decision,
                          const char *column, const char *value)
{
    const char *file = file_text(applying->arena, value);

    if (strcmp(column, "text") == 0) {
        decision->file.text = file;
        decision->text = word(applying, file);
        decision->at_ms = applying->now_ms;
    } else if (strcmp(column, "lead") == 0) {
        decision->file.lead = file;
        decision->lead = word(applying, file);
    } else if (strcmp(column, "due") == 0) {
        decision->file.due = file;
        decision->due_text = word(applying, file);
        decision->due = due_read(decision->due_text);
    } else if (strcmp(column, "state") == 0) {
        decision->file.state = file;
        decision->state = decision_state_read(file == NULL ? "" : file);
    }
}

static struct decision decision_made(struct applying *applying,
                                     const struct update_cell *cell)
{
    static const char *const columns[] = {"text", "lead", "due", "state"};
    const char *meeting = told(applying, cell, "meeting");
    struct decision decision = {
        .row = arena_string(applying->arena, cell->row),
        .meeting = meeting_find(applying->board, meeting),
        .file.meeting = file_text(applying->arena, meeting),
    };

    decision.track = row_track(applying, cell->table, cell->row, &decision.action);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        decision_cell(applying, &decision, columns[i], told(applying, cell, columns[i]));
    }
    return decision;
}

static bool decision_live(struct applying *applying, const struct update_cell *cell,
                          bool live)
{
    struct board *board = applying->board;
    struct decision *decisions =
        arena_alloc(applying->arena, (board->decision_count + 1) * sizeof *decisions);
    size_t kept = 0;

    if (decisions == NULL) {
        return false;
    }
    for (size_t i = 0; i < board->decision_count; i++) {
        if (strcmp(board->decisions[i].row, cell->row) != 0) {
            decisions[kept++] = board->decisions[i];
        }
    }
    if (live) {
        decisions[kept++] = decision_made(applying, cell);
    }
    qsort(decisions, kept, sizeof *decisions, decisions_compare);
    board->decisions = decisions;
    board->decision_count = kept;
    return true;
}

bool apply_decision(struct applying *applying, const struct update_cell *cell)
{
    struct decision *decisions = (struct decision *)applying->board->decisions;
    size_t count = applying->board->decision_count;

    if (strcmp(cell->column, "_live") == 0) {
        bool live = !texts_differ(cell->value, "1");
        return (live && told(applying, cell, "text")[0] == '\0') ||
               decision_live(applying, cell, live);
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(decisions[i].row, cell->row) == 0) {
            decision_cell(applying, &decisions[i], cell->column, cell->value);
            break;
        }
    }
    // With another text it is as new.
    if (count > 1 && strcmp(cell->column, "text") == 0) {
        qsort(decisions, count, sizeof *decisions, decisions_compare);
    }
    return true;
}
