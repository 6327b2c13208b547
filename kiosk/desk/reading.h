// From a path to a programme that is ready to be planned or checked.
#ifndef REGIEBORD_DESK_READING_H
#define REGIEBORD_DESK_READING_H

#include "board/board.h"
#include "desk/programme.h"

// Reads a board folder or a programme table. `slug` names the board (NULL: after the folder
// or file). For a table, a board of that name in `boards` (NULL: none) lends its columns,
// stages and organisations. Findings say what is wrong; with errors the programme is not to
// be used. The caller calls programme_finish in every case.
void reading_load(struct programme *programme, const char *path, const char *slug,
                  const struct board_set *boards);

// Prints findings of at least this severity, a line each: `file:line: warning: text`.
void reading_print(const struct programme *programme, enum severity least);

#endif
