// What a meeting changes: touches of SCREEN_MEETING that become updates. Nobody is asked
// who he is: the body speaks, and only a board that asks for PINs knows who held the pen.
#ifndef REGIEBORD_MEETING_CHANGE_H
#define REGIEBORD_MEETING_CHANGE_H

#include "session.h"

// Whether an intent is a change of a meeting or of one of its decisions.
bool meeting_change_is(const struct intent *intent);

// Whether a meeting that goes on speaks on this screen, so that nobody is asked who he is;
// then `out` is its body.
bool meeting_change_speaks(const struct session *session, char out[UPDATE_AUTHOR_BYTES]);

// Carries it out. A meeting that was opened from its screen lies open on it afterwards.
void meeting_change(struct session *session, const struct intent *intent, int64_t at_ms);

// Whether it goes on with the decision that was made just before, so that one undo takes
// both back.
bool meeting_change_follows(const struct session *session, const struct intent *did);

#endif
