// `regiebord share-setup`: makes a folder ready for a sync engine, and prints what the
// engine must be told.
#ifndef REGIEBORD_DESK_SETUP_H
#define REGIEBORD_DESK_SETUP_H

#include "base/env.h"

// argv[0] is "share-setup". --share DIR makes the folder and its .stignore (what is there
// is kept, what lacks is added); --engine syncthing|rsync prints the script that sets the
// engine up, to be read and run. Returns the exit status: 0 done, 1 failed, 2 wrong usage.
int setup_command(int argc, char **argv, const struct env *env);

#endif
