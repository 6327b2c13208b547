// What a visitor changes: a touch that means a change becomes an update, which the wall
// shows at once and the keeper makes durable.
#ifndef REGIEBORD_CHANGE_H
#define REGIEBORD_CHANGE_H

#include "session.h"

// Carries out INTENT_WHO, CHANGE, UNDO, SETTLE, RESTORE. A change by nobody waits (ui.wish)
// while Trekkers asks who it is.
void change_apply(struct session *session, const struct intent *intent, int64_t at_ms);

// Somebody is who he says he is: what waited for that happens now, where it was asked for;
// else his tracks are shown. "": nobody any more.
void change_greet(struct session *session, const char *name, int64_t at_ms);

// Puts a new name on the open board, in a column ("": in none), by nobody but himself.
// `name` becomes what the board calls him when it knew him already.
void change_person(struct session *session, char name[72], const char *column,
                   int64_t at_ms);

// Keeps the hash of somebody's PIN on the open board; false when that cannot be.
bool change_pin(struct session *session, const char *name, const char *hash, int64_t at_ms);

// The action, and the track if there is one, that "2.1a/jeugdhulp" or "2.1a" names on the
// open board; false when there is no such action.
bool change_subject(const struct session *session, const char *select,
                    const struct action **action, const struct track **track);

// Shows an update (owned from now on; NULL is fine), queues it for the keeper, and offers
// to take it back as what `did` was (NULL: does not). False when nothing changed.
bool change_commit(struct session *session, struct update *update, const struct intent *did,
                   int64_t at_ms);

// The day of the wall's clock.
int32_t change_today(const struct session *session);

#endif
