// A board as a folder of tables that imports back to the same board.
#ifndef REGIEBORD_DESK_CSV_WRITE_H
#define REGIEBORD_DESK_CSV_WRITE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/env.h"
#include "board/board.h"
#include "desk/programme.h"
#include "share/share.h"

// Writes every file of the folder anew, makes the folder when it is not there. False
// (logged) when the disk fails, or when the folder holds something else than such files:
// that would be read with them.
bool csv_write_folder(const char *folder, const struct board *board,
                      const struct share_cells *cells, const struct env *env);

// One file of it: UTF-8 with a byte order mark, `;`, CRLF. False when memory runs out.
bool csv_write(FILE *out, enum item_kind kind, const struct board *board,
               const struct share_cells *cells);

#endif
