// Memory that is given back in one call: a board, a draw list, a file being read.
#ifndef REGIEBORD_BASE_ARENA_H
#define REGIEBORD_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena {
    struct arena_block *head; // owned; newest first
    size_t bytes;             // handed out in all
    size_t limit_bytes;       // 0: none; beyond it allocations fail
    bool failed;              // an allocation failed since the last reset
};

// Zeroed memory, aligned for any type. NULL when memory or the limit runs out (and `failed`
// is set).
void *arena_alloc(struct arena *arena, size_t size);

// A copy of `length` bytes of `text`, ended by a NUL. NULL as above. `text` may be NULL:
// the copy is "".
char *arena_text(struct arena *arena, const char *text, size_t length);
char *arena_string(struct arena *arena, const char *text);

// Formats as printf does. NULL as above.
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_format_list(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

// Forgets all that was handed out but keeps one block, for lists that are filled again and
// again.
void arena_reset(struct arena *arena);

// Frees everything; the arena can be used again.
void arena_finish(struct arena *arena);

#endif
