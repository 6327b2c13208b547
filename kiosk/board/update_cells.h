// How an update is filled, cell by cell. Only update*.c, deed.c and earlier.c include
// this.
#ifndef REGIEBORD_BOARD_UPDATE_CELLS_H
#define REGIEBORD_BOARD_UPDATE_CELLS_H

#include "board/update.h"

enum { ROW_BYTES = 160 }; // what the log takes

// An update without cells by `author`. NULL when memory runs out.
struct update *update_open(const char *slug, const char *author);

// Adds a cell; NULL and "" are nothing. The texts are copied.
void update_put(struct update *update, const char *table, const char *row,
                const char *column, const char *value, const char *before);

// The same, unless the cell says that already.
void update_set(struct update *update, const char *table, const char *row,
                const char *column, const char *value, const char *before);

// The update, or NULL (and freed) when it has no cells or memory ran out.
struct update *update_close(struct update *update);

// Clean text of at most `chars` characters without space around it, NULL when that is
// nothing. Lives in the arena.
const char *update_text(struct arena *arena, const char *raw, size_t chars);

#endif
