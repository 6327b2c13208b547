// Meetings and what they decided.
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board/board_parts.h"

enum { NAME_BYTES = 64 };

static const char *const meeting_words[MEETING_STATE_COUNT] = {
    [MEETING_PLANNED] = "",
    [MEETING_OPEN] = "bezig",
    [MEETING_CLOSED] = "gesloten",
};

static const char *const decision_words[DECISION_STATE_COUNT] = {
    [DECISION_MADE] = "besloten",
    [DECISION_OPEN] = "open",
    [DECISION_DONE] = "klaar",
    [DECISION_DROPPED] = "vervallen",
};

// The place of a word in a list whatever its case, 0 when it is not there.
static size_t word_find(const char *word, const char *const *words, size_t count)
{
    char folded[NAME_BYTES];

    utf8_fold(word, folded, sizeof folded);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], folded) == 0) {
            return i;
        }
    }
    return 0;
}

const char *meeting_state_word(enum meeting_state state)
{
    return meeting_words[state < MEETING_STATE_COUNT ? state : MEETING_PLANNED];
}

enum meeting_state meeting_state_read(const char *word)
{
    return (enum meeting_state)word_find(word, meeting_words, MEETING_STATE_COUNT);
}

const char *decision_state_word(enum decision_state state)
{
    return decision_words[state < DECISION_STATE_COUNT ? state : DECISION_MADE];
}

enum decision_state decision_state_read(const char *word)
{
    return (enum decision_state)word_find(word, decision_words, DECISION_STATE_COUNT);
}

int meetings_compare(const void *left, const void *right)
{
    const struct meeting *a = left;
    const struct meeting *b = right;

    if (a->day != b->day) {
        return a->day < b->day ? -1 : 1;
    }
    if (a->minute != b->minute) {
        return a->minute < b->minute ? -1 : 1;
    }
    int order = strcmp(a->body, b->body);
    return order != 0 ? order : strcmp(a->row, b->row);
}

int decisions_compare(const void *left, const void *right)
{
    const struct decision *a = left;
    const struct decision *b = right;

    if (a->at_ms != b->at_ms) {
        return a->at_ms < b->at_ms ? -1 : 1;
    }
    return strcmp(a->row, b->row);
}

void meeting_starts_read(struct meeting *meeting, const char *starts)
{
    meeting->minute = -1;
    if (!day_read(starts, &meeting->day, &meeting->minute)) {
        meeting->day = board_day(starts);
    }
}

void meeting_state_note(struct meeting *meeting, enum meeting_state to, int64_t at_ms)
{
    if (to == MEETING_OPEN) {
        meeting->opened_ms = meeting->opened_ms == 0 ? at_ms : meeting->opened_ms;
        meeting->closed_ms = 0;
    } else if (to == MEETING_CLOSED) {
        meeting->closed_ms = meeting->closed_ms == 0 ? at_ms : meeting->closed_ms;
    } else {
        meeting->opened_ms = meeting->closed_ms = 0;
    }
}

void meeting_change_note(struct meeting *meeting, const struct change *change)
{
    if (strcmp(change->column, "state") == 0) {
        const char *after = change->after == NULL ? "" : change->after;
        meeting_state_note(meeting, meeting_state_read(after), change->at_ms);
    } else if (strcmp(change->column, "_live") == 0) {
        meeting_state_note(meeting, MEETING_PLANNED, change->at_ms);
    }
}

// History may begin after it, and a row may say its state before it says that it is there.
void meeting_moments_close(const struct row *row)
{
    const struct cell *state = row_cell(row, "state");
    struct meeting *meeting = row->meeting;

    if (meeting == NULL || state == NULL || !state->reported) {
        return;
    }
    if ((meeting->state == MEETING_OPEN && meeting->opened_ms == 0) ||
        (meeting->state == MEETING_CLOSED && meeting->closed_ms == 0)) {
        meeting_state_note(meeting, meeting->state, state->at_ms);
    }
}

// A meeting and the row that it came from, while they are put in order.
struct sitting {
    struct meeting meeting;
    struct row *row;
};

static int sittings_compare(const void *left, const void *right)
{
    const struct sitting *a = left;
    const struct sitting *b = right;

    return meetings_compare(&a->meeting, &b->meeting);
}

static struct meeting meeting_read(struct build *build, struct row *row)
{
    static const struct field fields[] = {
        {"body", offsetof(struct meeting, body), WORD_BYTES},
        {"place", offsetof(struct meeting, place), WORD_BYTES},
        {"agenda", offsetof(struct meeting, agenda), WORD_BYTES},
        {"state", offsetof(struct meeting, state_file), 0},
    };
    struct meeting meeting = {.row = row_key(build->arena, row)};

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             &meeting);
    meeting.state = meeting_state_read(row_value(row, "state"));
    meeting_starts_read(&meeting, row_value(row, "starts"));
    return meeting;
}

static bool read_meetings(struct build *build)
{
    const struct table *table = rows_table(&build->rows, "meeting");
    size_t from = table->starts[build->number];
    size_t count = table->starts[build->number + 1] - from;
    struct sitting *sittings =
        arena_alloc(&build->rows.scratch, count * sizeof *sittings + 1);
    struct meeting *meetings = arena_alloc(build->arena, count * sizeof *meetings + 1);

    if (sittings == NULL || meetings == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct row *row = table->by_board[from + i];
        sittings[i] = (struct sitting){meeting_read(build, row), row};
    }
    qsort(sittings, count, sizeof *sittings, sittings_compare);
    for (size_t i = 0; i < count; i++) {
        meetings[i] = sittings[i].meeting;
        sittings[i].row->meeting = &meetings[i];
    }
    build->board->meetings = meetings;
    build->board->meeting_count = count;
    return true;
}

static void decision_read(struct build *build, struct row *row, struct decision *decision)
{
    static const struct field fields[] = {
        {"text", offsetof(struct decision, text), WORD_BYTES},
        {"lead", offsetof(struct decision, lead), WORD_BYTES},
        {"due", offsetof(struct decision, due_text), WORD_BYTES},
    };
    static const struct field files[] = {
        {"meeting", offsetof(struct decision_file, meeting), 0},
        {"text", offsetof(struct decision_file, text), 0},
        {"lead", offsetof(struct decision_file, lead), 0},
        {"due", offsetof(struct decision_file, due), 0},
        {"state", offsetof(struct decision_file, state), 0},
    };
    const struct cell *text = row_cell(row, "text");

    row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
             decision);
    row_read(&build->rows, build->arena, row, files, sizeof files / sizeof *files,
             &decision->file);
    decision->row = row_key(build->arena, row);
    decision->due = due_read(decision->due_text);
    decision->state = decision_state_read(row_value(row, "state"));
    decision->action = row->action;
    decision->track = row->track;
    const struct meeting *meeting = decision->meeting;
    if (text != NULL && text->reported) {
        decision->at_ms = text->at_ms;
    } else if (meeting != NULL && meeting->day != DAY_NONE) {
        decision->at_ms =
            day_moment_ms(meeting->day, meeting->minute < 0 ? 0 : meeting->minute);
    }
}

static bool meetings_index(const struct board *board, struct lookup *index)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        const void **place = lookup_place(index, board->meetings[i].row);
        if (place == NULL) {
            return false;
        }
        *place = &board->meetings[i];
    }
    return true;
}

// A decision that says nothing is left out; one whose meeting or action is gone stays.
static bool read_decisions(struct build *build)
{
    const struct table *table = rows_table(&build->rows, "decision");
    size_t from = table->starts[build->number];
    size_t count = table->starts[build->number + 1] - from;
    struct decision *decisions = arena_alloc(build->arena, count * sizeof *decisions + 1);
    struct lookup meetings = {0};
    bool done = decisions != NULL && meetings_index(build->board, &meetings);
    size_t kept = 0;

    for (size_t i = 0; done && i < count; i++) {
        struct row *row = table->by_board[from + i];
        row_join(build, row);
        if (row_value(row, "text")[0] != '\0') {
            decisions[kept].meeting = lookup_get(&meetings, row_value(row, "meeting"));
            decision_read(build, row, &decisions[kept++]);
        }
    }
    if (done) {
        qsort(decisions, kept, sizeof *decisions, decisions_compare);
        build->board->decisions = decisions;
        build->board->decision_count = kept;
    }
    lookup_finish(&meetings);
    return done;
}

bool board_read_meetings(struct build *build)
{
    return read_meetings(build) && read_decisions(build);
}
