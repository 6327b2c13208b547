#include "meeting_change.h"

#include <stdio.h>
#include <string.h>

#include "board/agenda.h"
#include "board/handle.h"
#include "change.h"
#include "view/meeting.h"

bool meeting_change_is(const struct intent *intent)
{
    return intent->kind == INTENT_CHANGE && intent->amount >= UPDATE_MEETING_OPEN &&
           intent->amount <= UPDATE_DECISION_STATE;
}

// The meeting that the wish is made in; NULL where there is none.
static const struct meeting *meeting_of(const struct session *session,
                                        const struct board *board,
                                        const struct intent *intent)
{
    const struct place *here = &session->ui.here;

    if (intent->amount == UPDATE_MEETING_OPEN || intent->amount == UPDATE_MEETING_CLOSE) {
        return intent->select[0] == '\0' ? NULL : handle_meeting(board, intent->select);
    }
    if (here->screen == SCREEN_MEETING && here->select[0] != '\0') {
        return handle_meeting(board, here->select);
    }
    return meeting_running(board);
}

// Who says it. A decision that is gone on with elsewhere is its own meeting's.
static void author_fill(const struct session *session, const struct board *board,
                        const struct update_wish *wish, char out[UPDATE_AUTHOR_BYTES])
{
    const struct meeting *meeting = wish->meeting;
    const char *who = session->ui.who;

    if (meeting == NULL && wish->decision != NULL) {
        meeting = wish->decision->meeting;
    }
    const char *body = meeting != NULL                     ? meeting->body
                       : wish->kind == UPDATE_MEETING_OPEN ? wish->text
                                                           : "";
    if (body[0] == '\0') {
        body = who;
    }
    if (board->asks_pin && who[0] != '\0' && body != who) {
        format_fill(out, UPDATE_AUTHOR_BYTES, "%s (%s)", body, who);
    } else {
        format_fill(out, UPDATE_AUTHOR_BYTES, "%s", body);
    }
}

bool meeting_change_speaks(const struct session *session, char out[UPDATE_AUTHOR_BYTES])
{
    const struct board *board = session_board(session);
    const struct place *here = &session->ui.here;
    const struct meeting *meeting = board != NULL && here->screen == SCREEN_MEETING
                                        ? handle_meeting(board, here->select)
                                        : NULL;

    if (meeting == NULL || meeting->state != MEETING_OPEN || board->asks_pin) {
        return false;
    }
    format_fill(out, UPDATE_AUTHOR_BYTES, "%s", meeting->body);
    return true;
}

// The wish that a touch means; false when it is about something that is not there.
static bool wish_fill(const struct session *session, const struct board *board,
                      const struct intent *intent, struct update_wish *wish)
{
    *wish = (struct update_wish){.kind = (enum update_kind)intent->amount,
                                 .number = intent->number,
                                 .text = intent->text,
                                 .meeting = meeting_of(session, board, intent)};
    switch (intent->amount) {
    case UPDATE_MEETING_OPEN: return wish->meeting != NULL || intent->select[0] == '\0';
    case UPDATE_MEETING_CLOSE: return wish->meeting != NULL;
    case UPDATE_DECIDE: break;
    default:
        wish->decision = handle_decision(board, intent->select);
        return wish->decision != NULL;
    }
    if (intent->number == DECIDE_STATE) {
        wish->extra = health_word((enum health)intent->screen);
    } else if (intent->screen >= 0 && (size_t)intent->screen < board->rung_count) {
        wish->extra = board->rungs[intent->screen].name;
    }
    // Nothing is decided before a meeting, nor after it.
    return wish->meeting != NULL && wish->meeting->state == MEETING_OPEN &&
           (intent->select[0] == '\0' ||
            change_subject(session, intent->select, &wish->action, &wish->track));
}

// What was opened just now lies open.
static void opened_show(struct session *session, const struct intent *intent, int64_t at_ms)
{
    const struct board *board = session_board(session);
    const struct meeting *meeting = intent->select[0] != '\0'
                                        ? handle_meeting(board, intent->select)
                                        : body_running(board, intent->text);
    struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_MEETING};

    if (meeting == NULL || session->ui.here.screen != SCREEN_MEETING) {
        return;
    }
    snprintf(show.select, sizeof show.select, "%s", handle_of(meeting->row));
    if (strcmp(session->ui.here.select, show.select) != 0) {
        ui_apply(&session->ui, &show, at_ms);
    }
}

void meeting_change(struct session *session, const struct intent *intent, int64_t at_ms)
{
    const struct board *board = session_board(session);
    struct update_wish wish = {.kind = UPDATE_NONE};
    char author[UPDATE_AUTHOR_BYTES];

    if (board == NULL || !wish_fill(session, board, intent, &wish)) {
        return;
    }
    author_fill(session, board, &wish, author);
    struct update *update = update_make(board, &wish, author, change_today(session));
    session->ui.fold = 0;
    if (!change_commit(session, update, intent, at_ms)) {
        return;
    }
    session->ui.fold = meeting_fold_after(intent);
    if (wish.track != NULL) {
        ui_glow_track(&session->ui, board, wish.track, at_ms);
    }
    if (intent->amount == UPDATE_MEETING_OPEN) {
        opened_show(session, intent, at_ms);
    }
}

bool meeting_change_follows(const struct session *session, const struct intent *did)
{
    const struct undo *undo = &session->ui.undo;

    if (session->last == NULL || undo->serial == 0 || undo->undone ||
        did->kind != INTENT_CHANGE ||
        (did->amount != UPDATE_DECISION_TEXT && did->amount != UPDATE_DECISION_LEAD &&
         did->amount != UPDATE_DECISION_DUE)) {
        return false;
    }
    for (size_t i = 0; i < session->last->count; i++) {
        const struct update_cell *cell = &session->last->cells[i];
        if (strcmp(cell->table, "decision") == 0 && strcmp(cell->column, "_live") == 0 &&
            strcmp(handle_of(cell->row), did->select) == 0) {
            return true;
        }
    }
    return false;
}
