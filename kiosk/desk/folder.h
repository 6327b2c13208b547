// A board folder: the files that boards/README.md describes.
#ifndef REGIEBORD_DESK_FOLDER_H
#define REGIEBORD_DESK_FOLDER_H

#include "desk/programme.h"

// Reads the folder at `path` into the programme and names the board after it. A `basis` in
// its bord.csv is a folder beside it whose files count where this one has none. Everything
// that is wrong becomes a finding; what makes a file unsound (no such folder, unknown
// layout, a line without its key) an error.
void folder_read(struct programme *programme, const char *path);

// Adds the stages of data/stappen.csv to a programme that names none.
void folder_usual_stages(struct programme *programme);

#endif
