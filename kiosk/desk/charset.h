// The bytes of an office file as UTF-8. Knows nothing of tables.
#ifndef REGIEBORD_DESK_CHARSET_H
#define REGIEBORD_DESK_CHARSET_H

#include <stddef.h>

#include "base/arena.h"

enum charset { CHARSET_UTF8, CHARSET_UTF16, CHARSET_WINDOWS_1252 };

// `size` bytes as UTF-8 ended by a NUL: with a byte order mark as that says (UTF-8, UTF-16
// of either order, as Excel's "Unicode text"), else as they are when they are valid UTF-8,
// else as Windows-1252. The mark is left out. The length comes in *length, what it was in
// *found (NULL is fine). NULL when memory runs out; the text belongs to the arena.
char *charset_text(struct arena *arena, const char *bytes, size_t size, size_t *length,
                   enum charset *found);

#endif
