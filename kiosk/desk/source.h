// A file that somebody hands over, read whole into memory as UTF-8.
#ifndef REGIEBORD_DESK_SOURCE_H
#define REGIEBORD_DESK_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "desk/charset.h"

enum { SOURCE_MAX_BYTES = 64 * 1024 * 1024 };

struct source {
    const char *text; // UTF-8, ended by a NUL; belongs to the arena
    size_t length;
    enum charset charset;
    const char *trouble; // why it could not be read, with what to do; NULL when it was
};

// Reads a file of at most SOURCE_MAX_BYTES. False, with `trouble` filled in, when it is no
// readable text: missing, a folder, too large, or a workbook, document, picture or
// database.
bool source_read(struct source *source, struct arena *arena, const char *path);

#endif
