// Which columns a board has and in which of them an action has a track: those that its
// partners belong to, unless the source names them.
#ifndef REGIEBORD_DESK_COLUMNS_H
#define REGIEBORD_DESK_COLUMNS_H

#include "desk/partners.h"
#include "desk/programme.h"

// Fills in the columns of every action (ACTION_COLUMNS, keys separated by commas) and its
// partners separated by commas, adds the columns that a document implies, and the shared
// organisations that take part. Reports partners that nobody knows and columns that the
// board does not have.
void columns_find(struct programme *programme, const struct partners_book *book);

// The column of a key or name, NULL when there is none.
struct item *columns_named(const struct programme *programme, const char *name);

#endif
