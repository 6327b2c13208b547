// Whose things a list is about: those of everybody, of a column, of a body (a rung of the
// ladder) or of a lead.
#ifndef REGIEBORD_BOARD_WHOSE_H
#define REGIEBORD_BOARD_WHOSE_H

#include "board/board.h"

enum whose_kind { WHOSE_ALL, WHOSE_COLUMN, WHOSE_BODY, WHOSE_LEAD, WHOSE_KIND_COUNT };

struct whose {
    enum whose_kind kind;
    const struct column *column; // of WHOSE_COLUMN; NULL: one that is not there
    int rung;                    // of WHOSE_BODY: index in board->rungs, -1 likewise
    const char *lead;            // of WHOSE_LEAD, whatever the case; not owned
};

// By the id of a column, the name of a rung or of a lead (which must live as long).
struct whose whose_named(const struct board *board, enum whose_kind kind, const char *name);
bool whose_same(const struct whose *a, const struct whose *b);

// A track is of its column, of its lead, and of the body on whose rung its bottleneck
// stands.
bool whose_has_track(const struct whose *whose, const struct track *track);
// An action is of whom one of its tracks is; with `open` one that is not done or dropped.
bool whose_has_action(const struct whose *whose, const struct action *action, bool open);

#endif
