// One action while its cells are being collected from a document.
#ifndef REGIEBORD_DESK_DRAFT_H
#define REGIEBORD_DESK_DRAFT_H

#include "desk/header.h"
#include "desk/outline.h"
#include "desk/programme.h"

struct draft {
    const char *file;
    int line;
    const char *cell[HEADER_COUNT]; // by header; NULL: not given
    const char *extra;              // cells under headers that nobody knows, as text
};

void draft_init(struct draft *draft, const char *file, int line);

// Adds a cell under `header`; under HEADER_NONE it is kept as text behind its `label` and
// reported.
void draft_cell(struct programme *programme, struct draft *draft, enum header header,
                const char *label, const char *text, int line);

// Makes the action (and what is known of its tracks) in the goal in force. A draft without
// text is nothing; one without an action text but with other cells is reported.
void draft_take(struct programme *programme, const struct draft *draft,
                struct outline *outline);

#endif
