// What a session has for its keeper: updates, drafts, waits, a wish to go back.
#include "session.h"

#include <stdio.h>
#include <string.h>

// A meeting that an update closes.
static void paper_wish(struct session *session, const struct update *update)
{
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->table, "meeting") == 0 && strcmp(cell->column, "state") == 0 &&
            cell->value != NULL && meeting_state_read(cell->value) == MEETING_CLOSED) {
            snprintf(session->paper.board, sizeof session->paper.board, "%s",
                     update->board);
            snprintf(session->paper.meeting, sizeof session->paper.meeting, "%s",
                     cell->row);
        }
    }
}

struct update *session_update(struct session *session)
{
    struct update *update = pending_take(&session->pending);

    if (update != NULL) {
        paper_wish(session, update);
    }
    return update;
}

char *session_paper(struct session *session, char name[A4_NAME_BYTES])
{
    const struct paper wish = session->paper;
    const struct board *board = session->set == NULL || wish.meeting[0] == '\0'
                                    ? NULL
                                    : board_set_find(session->set, wish.board);

    session->paper = (struct paper){.meeting = ""};
    for (size_t i = 0; board != NULL && i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, wish.meeting) == 0) {
            a4_minutes_name(board, &board->meetings[i], name);
            return a4_minutes_text(board, &board->meetings[i], session->clock_ms);
        }
    }
    return NULL;
}

char *session_drafts(struct session *session)
{
    if (!session->typing.due) {
        return NULL;
    }
    session->typing.due = false;
    return drafts_write(&session->ui.drafts);
}

void session_rest(struct session *session)
{
    typing_rest(&session->typing);
}

char *session_waits(struct session *session)
{
    if (!session->gate.lock.due) {
        return NULL;
    }
    session->gate.lock.due = false;
    return lock_write(&session->gate.lock);
}

void session_recall(struct session *session, const char *drafts, const char *waits)
{
    drafts_read(&session->ui.drafts, drafts != NULL ? drafts : "");
    lock_read(&session->gate.lock, waits != NULL ? waits : "");
}

bool session_restore(struct session *session, struct restore *out)
{
    *out = session->restore;
    session->restore = (struct restore){.at_ms = 0};
    return out->at_ms != 0;
}

bool session_owes(const struct session *session)
{
    return session->pending.waiting != NULL || session->typing.due ||
           session->gate.lock.due || session->restore.at_ms != 0 ||
           session_past_due(session) || session->paper.meeting[0] != '\0';
}

bool session_asleep(const struct session *session)
{
    return session->night.asleep;
}
