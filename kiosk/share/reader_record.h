// Entries of a log as they come out of a foreign database, row by row: hlc, dev, eid, tbl,
// row, col, val, author, base.
#ifndef REGIEBORD_SHARE_READER_RECORD_H
#define REGIEBORD_SHARE_READER_RECORD_H

#include <sqlite3.h>
#include <stdbool.h>

#include "store/record.h"

// The entry in the row that the statement is at; good until its next step. Returns why it
// may not enter any log, NULL when it may.
const char *reader_record_read(sqlite3_stmt *statement, struct record *record);

// True when the row is this entry, which was sound when it came in. A file in UTF-16 has
// other bytes: false, and the entry is to be read.
bool reader_record_met(sqlite3_stmt *statement, const struct record *record);

// The text of a column, "" for none.
const char *reader_record_text(sqlite3_stmt *statement, int column);
// The text of a name; "" for what is none, which record_fault refuses where it matters.
const char *reader_record_name(sqlite3_stmt *statement, int column);

#endif
