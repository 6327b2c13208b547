// What a session has for its keeper: updates, drafts, waits, a wish to go back.
#include "session.h"

struct update *session_update(struct session *session)
{
    return pending_take(&session->pending);
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
           session_past_due(session);
}
