// A programme table as people have it: a document or sheet with text round it, headings
// inside, headers that repeat on every page, and tables turned on their side.
#ifndef REGIEBORD_DESK_DOCUMENT_H
#define REGIEBORD_DESK_DOCUMENT_H

#include "desk/programme.h"
#include "desk/table.h"

// Adds what the table says to the programme. Actions get no codes unless the file has them.
// What is no part of a table is reported, what could not be understood is kept as text and
// reported. Finds an error when there is no action in it.
void document_read(struct programme *programme, const struct table *table,
                   const char *file);

#endif
