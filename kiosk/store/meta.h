// The small facts that the local log keeps beside its entries: texts by key.
#ifndef REGIEBORD_STORE_META_H
#define REGIEBORD_STORE_META_H

#include <sqlite3.h>
#include <stdbool.h>

enum meta { META_THERE, META_NONE, META_FAILED };

// *text belongs to the caller (free); NULL unless the result is META_THERE.
enum meta meta_read(sqlite3 *db, const char *key, char **text);

// Durable when it returns true. NULL forgets the key.
bool meta_write(sqlite3 *db, const char *key, const char *text);

#endif
