// What a meeting does to the board: it opens, decides and closes.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "board/agenda.h"
#include "board/update_making.h"

enum {
    DAY_MINUTES = 24 * 60,
    SLUG_BYTES = 30 // of a slug in a key: a touch carries keys of up to 71 bytes
};

// The words that a decision is kept in: they are data, and Dutch like all of it.
#define AGREED "Akkoord"
#define AGREED_WITH "Akkoord: %s"
#define LEAD_IS "Trekker wordt %s"
#define DUE_IS "Nieuwe datum: %s"
#define GOES_UP "Naar %s"
#define GOES_DOWN "Terug naar %s"
#define LATER "Volgende keer"
#define LATER_FOR "Volgende keer: %s"
#define TASK_FOR "%s (%s)"
#define NOW_IS "Nu %s"
#define NOW_IS_FOR "Nu %s: %s"

enum decide decision_kind(const struct decision *decision)
{
    static const struct {
        const char *words; // up to what is filled in
        enum decide kind;
    } kinds[] = {{AGREED, DECIDE_AGREED},        {"Trekker wordt ", DECIDE_LEAD},
                 {"Nieuwe datum: ", DECIDE_DUE}, {"Naar ", DECIDE_UP},
                 {"Terug naar ", DECIDE_DOWN},   {LATER, DECIDE_LATER},
                 {"Nu ", DECIDE_STATE}};
    bool made = decision->state == DECISION_MADE;
    const char *rest = decision->action == NULL ? ":" : ""; // what was put off is named

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t length = strlen(kinds[i].words);
        bool later = kinds[i].kind == DECIDE_LATER;
        // An action point may begin with any word; "Volgende keer" is said as a whole.
        if (strncmp(decision->text, kinds[i].words, length) == 0 &&
            (later ? decision->text[length] == '\0' || decision->text[length] == rest[0]
                   : made)) {
            return kinds[i].kind;
        }
    }
    return made ? DECIDE_AGREED : DECIDE_TASK;
}

static bool row_taken(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, row) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < board->decision_count; i++) {
        if (strcmp(board->decisions[i].row, row) == 0) {
            return true;
        }
    }
    return false;
}

// A key that the board does not have yet, short enough for a touch to carry.
static void row_make(const struct making *making, const char *kind, uint32_t number,
                     char out[ROW_BYTES + 1])
{
    const char *slug = making->board->slug;
    int kept = (int)strnlen(slug, SLUG_BYTES);
    char place[ROW_BYTES - 16];

    while (kept > 0 && ((unsigned char)slug[kept] & 0xc0) == 0x80) {
        kept--;
    }
    snprintf(place, sizeof place, "%.*s/%s/%s/%08x", kept, slug, kind, making->today,
             number);
    snprintf(out, ROW_BYTES + 1, "%s", place);
    for (int i = 2; row_taken(making->board, out) && i < 100000; i++) {
        snprintf(out, ROW_BYTES + 1, "%s-%d", place, i);
    }
}

// The meeting of a body that is planned for today and was not opened; NULL: none.
static const struct meeting *planned_today(const struct making *making, const char *body)
{
    for (size_t i = 0; i < making->board->meeting_count; i++) {
        const struct meeting *meeting = &making->board->meetings[i];
        if (meeting->day == making->day && meeting->state == MEETING_PLANNED &&
            body_same(meeting->body, body)) {
            return meeting;
        }
    }
    return NULL;
}

static void state_set(struct making *making, const struct meeting *meeting,
                      enum meeting_state state)
{
    update_set(making->update, "meeting", meeting->row, "state", meeting_state_word(state),
               meeting->state_file);
}

static void meeting_make(struct making *making, const char *body)
{
    static const char *const empty[] = {"place", "agenda"};
    int minute = making->wish->number;
    char starts[32];
    char same[128];
    char row[ROW_BYTES + 1];

    if (minute >= 0 && minute < DAY_MINUTES) {
        snprintf(starts, sizeof starts, "%sT%02d:%02d", making->today, minute / 60,
                 minute % 60);
    } else {
        snprintf(starts, sizeof starts, "%s", making->today);
    }
    // Two walls that begin it, each with its own pen and minute, begin the same one.
    utf8_fold(body, same, sizeof same);
    row_make(making, "overleg", making_number((const char *const[]){same, NULL}), row);
    update_put(making->update, "meeting", row, "_live", "1", NULL);
    update_put(making->update, "meeting", row, "board", making->board->slug, NULL);
    update_put(making->update, "meeting", row, "body", body, NULL);
    update_put(making->update, "meeting", row, "starts", starts, NULL);
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        update_put(making->update, "meeting", row, empty[i], NULL, NULL);
    }
    update_put(making->update, "meeting", row, "state", meeting_state_word(MEETING_OPEN),
               NULL);
}

void make_meeting_open(struct making *making)
{
    const struct meeting *meeting = making->wish->meeting;
    const char *body = meeting != NULL ? meeting->body : making->text;

    if (body == NULL || body_running(making->board, body) != NULL) {
        return;
    }
    if (meeting == NULL) {
        meeting = planned_today(making, body);
    }
    if (meeting != NULL) {
        state_set(making, meeting, MEETING_OPEN);
    } else {
        meeting_make(making, body);
    }
}

void make_meeting_close(struct making *making)
{
    const struct meeting *meeting = making->wish->meeting;

    if (meeting != NULL && meeting->state == MEETING_OPEN) {
        state_set(making, meeting, MEETING_CLOSED);
    }
}

// --- decisions ---

static const struct action *subject(const struct making *making)
{
    const struct update_wish *wish = making->wish;

    return wish->action == NULL && wish->track != NULL ? wish->track->action : wish->action;
}

// The last thing that this meeting decided about the subject; NULL: nothing.
static const struct decision *decided_last(const struct making *making)
{
    const struct board *board = making->board;

    for (size_t i = board->decision_count; i > 0; i--) {
        const struct decision *decision = &board->decisions[i - 1];
        if (decision->meeting == making->wish->meeting &&
            decision->track == making->wish->track && decision->action == subject(making)) {
            return decision;
        }
    }
    return NULL;
}

static void decision_make(struct making *making, const char *text,
                          enum decision_state state)
{
    static const char *const empty[] = {"lead", "due"};
    const struct action *action = subject(making);
    const struct track *track = making->wish->track;
    const char *meeting = making->wish->meeting->row;
    const char *code = action == NULL ? NULL : action->code;
    const char *column = track == NULL ? NULL : track->column->id;
    struct update *update = making->update;
    char row[ROW_BYTES + 1];

    row_make(making, "besluit",
             making_number((const char *const[]){update->author, meeting,
                                                 code == NULL ? "" : code,
                                                 column == NULL ? "" : column, text, NULL}),
             row);
    update_put(update, "decision", row, "_live", "1", NULL);
    update_put(update, "decision", row, "board", making->board->slug, NULL);
    update_put(update, "decision", row, "meeting", meeting, NULL);
    update_put(update, "decision", row, "action", code, NULL);
    update_put(update, "decision", row, "column_id", column, NULL);
    update_put(update, "decision", row, "text", text, NULL);
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        update_put(update, "decision", row, empty[i], NULL, NULL);
    }
    update_put(update, "decision", row, "state", decision_state_word(state), NULL);
}

static bool decide_lead(struct making *making, const char **text)
{
    const struct update_wish lead = {
        .kind = UPDATE_LEAD, .track = making->wish->track, .text = making->text};

    *text = arena_format(&making->update->arena, LEAD_IS,
                         making->text == NULL ? "" : making->text);
    return making->text != NULL && making_part(making, &lead);
}

static bool decide_due(struct making *making, const char **text)
{
    const struct update_wish due = {
        .kind = UPDATE_DUE, .action = subject(making), .text = making->text};

    *text = arena_format(&making->update->arena, DUE_IS,
                         making->text == NULL ? "" : making->text);
    return making->text != NULL && making_part(making, &due);
}

// Where the track of the wish stands on the ladder; -1: not on it.
static int rung_of(const struct track *track)
{
    if (track->health != HEALTH_BOTTLENECK) {
        return -1;
    }
    return track->bottleneck == NULL ? 0 : track->bottleneck->rung;
}

static bool decide_rung(struct making *making, const char **text)
{
    const struct track *track = making->wish->track;
    const char *extra = making->wish->extra;
    bool up = making->wish->number == DECIDE_UP;
    int to = board_rung_find(making->board, extra == NULL ? "" : extra);

    if (track == NULL || to < 0) {
        return false;
    }
    int from = rung_of(track);
    *text = arena_format(&making->update->arena, up ? GOES_UP : GOES_DOWN,
                         making->board->rungs[to].name);
    if (from < 0 && up) {
        making_stuck(making, to);
        return true;
    }
    const struct update_wish rung = {.kind = UPDATE_RUNG, .track = track, .number = to};
    return (up ? to > from : to < from) && making_part(making, &rung);
}

static bool decide_state(struct making *making, const char **text)
{
    const char *extra = making->wish->extra;
    enum health health = health_read(extra == NULL ? "" : extra);
    const struct update_wish wish = {.kind = UPDATE_HEALTH,
                                     .track = making->wish->track,
                                     .number = (int)health,
                                     .text = making->text};
    struct arena *arena = &making->update->arena;

    if (wish.track == NULL || health == HEALTH_NONE || health == HEALTH_COUNT) {
        return false;
    }
    *text = making->text == NULL
                ? arena_format(arena, NOW_IS, health_word(health))
                : arena_format(arena, NOW_IS_FOR, health_word(health), making->text);
    // Said of today already, it can still be what the meeting decides.
    making_part(making, &wish);
    return true;
}

// Does to the board what is decided. False: that means nothing.
static bool decide(struct making *making, const char **text)
{
    switch ((enum decide)making->wish->number) {
    case DECIDE_AGREED:
        *text = making->text == NULL
                    ? AGREED
                    : arena_format(&making->update->arena, AGREED_WITH, making->text);
        return true;
    case DECIDE_LEAD: return decide_lead(making, text);
    case DECIDE_DUE: return decide_due(making, text);
    case DECIDE_UP:
    case DECIDE_DOWN: return decide_rung(making, text);
    case DECIDE_LATER:
        *text = subject(making) != NULL
                    ? LATER
                    : arena_format(&making->update->arena, LATER_FOR,
                                   making->text == NULL ? "" : making->text);
        return subject(making) != NULL || making->text != NULL;
    case DECIDE_TASK: *text = making->text; return making->text != NULL;
    case DECIDE_STATE: return decide_state(making, text);
    case DECIDE_COUNT: break;
    }
    return false;
}

// What was put off until now is dealt with, also when it is put off again.
static void later_end(struct making *making)
{
    const struct board *board = making->board;
    const struct meeting *meeting = making->wish->meeting;
    struct attention about;
    bool named = subject(making) == NULL && making->text != NULL &&
                 point_find(board, making->text, &about);

    if (subject(making) == NULL && !named) {
        return;
    }
    for (size_t i = 0; i < board->decision_count; i++) {
        const struct decision *decision = &board->decisions[i];
        bool waits = decision->state == DECISION_OPEN && decision->meeting != NULL &&
                     decision->meeting != meeting &&
                     body_same(decision->meeting->body, meeting->body) &&
                     decision_kind(decision) == DECIDE_LATER;
        if (waits && decision->track == making->wish->track &&
            decision->action == subject(making) &&
            (!named || point_named(board, &about, decision->text))) {
            update_set(making->update, "decision", decision->row, "state",
                       decision_state_word(DECISION_DONE), decision->file.state);
        }
    }
}

void make_decide(struct making *making)
{
    int kind = making->wish->number;
    bool open = kind == DECIDE_LATER || kind == DECIDE_TASK;
    const char *text = NULL;

    if (making->wish->meeting == NULL || !decide(making, &text) || text == NULL) {
        making->update->count = 0; // nothing of it happens
        return;
    }
    const struct decision *last = decided_last(making);
    bool again = last != NULL && last->file.text != NULL &&
                 last->state != DECISION_DROPPED && strcmp(last->file.text, text) == 0;
    if (again) { // a finger that came down twice
        making->update->count = 0;
        return;
    }
    decision_make(making, text, open ? DECISION_OPEN : DECISION_MADE);
    later_end(making);
}

void make_decision_text(struct making *making)
{
    const struct decision *decision = making->wish->decision;
    const char *text = making->text;
    struct attention about;
    char name[128];

    if (decision == NULL || text == NULL) {
        return;
    }
    // What hangs on no action is known by what it names.
    if (decision->action == NULL && point_find(making->board, decision->text, &about) &&
        !point_named(making->board, &about, text)) {
        point_name(making->board, &about, name, sizeof name);
        name[strcspn(name, ",")] = '\0';
        text = arena_format(&making->update->arena, TASK_FOR, text, name);
    }
    if (text != NULL) {
        update_set(making->update, "decision", decision->row, "text", text,
                   decision->file.text);
    }
}

void make_decision_lead(struct making *making)
{
    const struct decision *decision = making->wish->decision;

    if (decision != NULL) {
        update_set(making->update, "decision", decision->row, "lead", making->text,
                   decision->file.lead);
    }
}

void make_decision_due(struct making *making)
{
    const struct decision *decision = making->wish->decision;
    const struct due due = due_read(making->text == NULL ? "" : making->text);

    if (decision != NULL && due.kind != DUE_UNREAD) {
        update_set(making->update, "decision", decision->row, "due", making->text,
                   decision->file.due);
    }
}

void make_decision_state(struct making *making)
{
    const struct decision *decision = making->wish->decision;
    int state = making->wish->number;

    if (decision != NULL && state >= 0 && state < DECISION_STATE_COUNT &&
        state != (int)decision->state) {
        update_set(making->update, "decision", decision->row, "state",
                   decision_state_word((enum decision_state)state), decision->file.state);
    }
}
