// Papers for people in the shared folder: besluiten/NAME, one file each, which sync engines
// carry as they carry the board.
#ifndef REGIEBORD_SHARE_PAPER_H
#define REGIEBORD_SHARE_PAPER_H

#include <stdbool.h>

#include "base/env.h"

#define PAPER_FOLDER "besluiten"
enum { PAPER_NAME_BYTES = 128, PAPER_TEXT_BYTES = 1024 * 1024 };

// Letters a-z, digits, `-` and `.`, not beginning with a dot: no way out of the folder.
bool paper_name_sound(const char *name);

// Writes it whole or not at all, over one of that name. `tag` tells this writer's half-made
// file from others'. False (logged) when the name is not sound, the shared folder is not
// there or the disk refuses; it may be tried again.
bool paper_write(const char *share_dir, const char *tag, const char *name, const char *text,
                 const struct env *env);

#endif
