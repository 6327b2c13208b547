// The shared folder for tools: one reading of it, or one set of edits brought into it.
#ifndef REGIEBORD_SHARE_SHARE_H
#define REGIEBORD_SHARE_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/env.h"
#include "board/board.h"
#include "board/sync.h"

// A cell gets a value. NULL and "" both mean nothing. Column "_live" with value "0" deletes
// the row, with "1" makes it; a row is also made by its first edit.
struct share_edit {
    const char *table, *row, *column, *value;
    int64_t at_ms; // 0: now; else when it happened, and applying it twice changes nothing
    // Who did it. "plan" marks an import of the plan: its edits now (at_ms 0) write a cell
    // only when the plan itself changed there since its last import, so that what people
    // reported stays.
    const char *author;
};

struct share_result {
    size_t changed;   // cells written in rows that were there
    size_t added;     // rows
    size_t removed;   // rows
    size_t unchanged; // edits that had nothing to do
    const char
        *trouble; // "" or why nothing was written: see trouble_key in share/trouble.h
};

// Reads all board*.sqlite of the folder. A set with `trouble` set when board.sqlite cannot
// be read; NULL only when memory runs out. The caller frees it with board_set_free.
struct board_set *share_load(const char *share_dir, const struct env *env);

// The boards that the shared files tell of a moment (present_past). What they left out
// because it is old and outdone (store/horizon.h) is not in it; a kiosk keeps all of that.
struct board_set *share_load_past(const char *share_dir, const struct env *env,
                                  int64_t at_ms);

// As share_load, and how the sharing goes: as the kiosk of `state_dir` wrote it last
// (share/sync_file.h), else (NULL, or nothing there) only what the shared files tell: the
// devices that wrote them. *written_ms: when the kiosk wrote it, 0 in the second case.
struct board_set *share_load_sync(const char *share_dir, const char *state_dir,
                                  const struct env *env, struct sync_state *sync,
                                  int64_t *written_ms);

// The cells of all rows that show, by table, row and column: what boards are built from,
// byte for byte.
struct share_cells {
    struct arena arena; // owns what the cells point to
    struct cell *cells; // owned
    size_t count;
};

// False (logged) when board.sqlite cannot be read or memory runs out. share_cells_finish
// all the same.
bool share_cells_load(const char *share_dir, const struct env *env,
                      struct share_cells *out);
void share_cells_finish(struct share_cells *cells);

// Reads all, and publishes a new board.sqlite when an edit changes something. Makes the
// folder and the file when they are missing. False, and nothing changed, when board.sqlite
// is unsound, an edit is impossible (an unknown table or column, a text that is too long)
// or the disk fails; `result` may be NULL.
bool share_apply(const char *share_dir, const struct share_edit *edits, size_t count,
                 const struct env *env, struct share_result *result);

#endif
