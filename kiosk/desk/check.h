// `regiebord check`: is the shared file or a file to import sound, and what does the plan
// lack?
#ifndef REGIEBORD_DESK_CHECK_H
#define REGIEBORD_DESK_CHECK_H

#include "base/env.h"

// argv[0] is "check". With --share DIR: the shared file as the wall would read it, then per
// board what is missing, an action or goal per line. With a FILE or folder: what import
// would say of it, without any shared file. Returns the exit status: 0 sound (whatever the
// plan lacks), 1 failed, 2 wrong usage, 3 unsound.
int check_command(int argc, char **argv, const struct env *env);

#endif
