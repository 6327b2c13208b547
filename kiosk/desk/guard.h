// Fields that a spreadsheet would take for a formula: an apostrophe in front keeps them
// text, and goes when they are read back.
#ifndef REGIEBORD_DESK_GUARD_H
#define REGIEBORD_DESK_GUARD_H

#include <stdbool.h>

#include "base/arena.h"

// `text` as it is written in a table: what begins with = + - @, an apostrophe or space, or
// ends in space (which a reader of tables takes off), has an apostrophe in front, and one
// behind where it ends in space or an apostrophe. Else `text` itself. NULL when memory runs
// out.
const char *guard_text(struct arena *arena, const char *text);

// The way back. `exact`: the table is an export, so that every apostrophe in front is a
// guard; else only one before = + - @ is, as people write 's ochtends. `text` itself when
// memory runs out.
const char *guard_undo(struct arena *arena, const char *text, bool exact);

#endif
