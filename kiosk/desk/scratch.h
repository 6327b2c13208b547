// A copy of a shared folder that may be written: what a dry run works on.
#ifndef REGIEBORD_DESK_SCRATCH_H
#define REGIEBORD_DESK_SCRATCH_H

#include <stdbool.h>

#include "base/env.h"

struct scratch {
    char path[256]; // "" when there is none
};

// Copies the board files of `share` (none when the folder is not there) to a new private
// folder. False (logged) when that fails. The caller calls scratch_remove in every case.
bool scratch_copy(struct scratch *scratch, const char *share, const struct env *env);
// Copies the file at `path` alone, as board.sqlite of a new private folder. As
// scratch_copy.
bool scratch_file(struct scratch *scratch, const char *path, const struct env *env);
void scratch_remove(struct scratch *scratch, const struct env *env);

#endif
