// `regiebord import`: a board folder or a programme table into the shared file.
#ifndef REGIEBORD_DESK_IMPORT_H
#define REGIEBORD_DESK_IMPORT_H

#include "base/env.h"

// argv[0] is "import". Says on stdout what was read, what changed and what is missing in
// the plan, on stderr what could not be read (`file:line: text`). With --dry-run everything
// but the change. Returns the exit status: 0 done, 1 failed (nothing changed), 2 wrong
// usage, 3 a file or the shared file is unsound (nothing changed, also not for the other
// files).
int import_command(int argc, char **argv, const struct env *env);

#endif
