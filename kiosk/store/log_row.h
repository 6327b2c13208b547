// Entries as rows of the local log: hlc, dev, eid, tbl, row, col, val, author, base, rx,
// seen. Parameters go by name (":hlc"); what a statement does not have is passed over.
#ifndef REGIEBORD_STORE_LOG_ROW_H
#define REGIEBORD_STORE_LOG_ROW_H

#include <sqlite3.h>

#include "store/record.h"

void row_bind_text(sqlite3_stmt *statement, const char *name, const char *text);
void row_bind_number(sqlite3_stmt *statement, const char *name, int64_t number);
void row_bind_key(sqlite3_stmt *statement, const struct record *record);
void row_bind_payload(sqlite3_stmt *statement, const struct record *record);

// The entry in the row that the statement is at; it points into the statement until its
// next step. Names are NULL where the row has none.
struct record row_record(sqlite3_stmt *statement);

#endif
