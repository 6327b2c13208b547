// `regiebord export`: a board on paper, as a folder of tables, or for another program.
#ifndef REGIEBORD_DESK_EXPORT_H
#define REGIEBORD_DESK_EXPORT_H

#include "base/env.h"

// argv[0] is "export". --share DIR, --board SLUG (else the first), --format csv|html|json,
// -o PATH (a folder for csv; else standard output), --meeting BODY[/DATE] or its row.
// Returns the exit status: 0 done, 1 failed, 2 wrong usage, 3 the shared file is unsound.
int export_command(int argc, char **argv, const struct env *env);

#endif
