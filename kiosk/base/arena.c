#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Blocks grow with the arena: those of a large one are mappings of their own, which go back
// to the system whole when it ends.
enum { BLOCK_LEAST = 32 * 1024, BLOCK_MOST = 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    size_t written; // the most that was ever used: what lies behind it is still zero
    alignas(max_align_t) unsigned char data[];
};

static bool arena_grow(struct arena *arena, size_t size)
{
    size_t room = arena->bytes < BLOCK_LEAST  ? BLOCK_LEAST
                  : arena->bytes > BLOCK_MOST ? BLOCK_MOST
                                              : arena->bytes;

    room = size > room ? size : room;
    struct arena_block *block = calloc(1, sizeof *block + room);

    if (block == NULL) {
        return false;
    }
    block->next = arena->head;
    block->size = room;
    arena->head = block;
    return true;
}

static void *clear(struct arena_block *block, size_t at, size_t size)
{
    if (at < block->written) {
        size_t left = block->written - at;
        memset(block->data + at, 0, left < size ? left : size);
    }
    block->written = at + size > block->written ? at + size : block->written;
    return block->data + at;
}

static void *arena_take(struct arena *arena, size_t size, size_t align)
{
    void *result = NULL;

    if (size <= SIZE_MAX / 2) {
        struct arena_block *head = arena->head;
        size_t at = head == NULL ? 0 : (head->used + align - 1) / align * align;
        bool within = arena->limit_bytes == 0 || arena->bytes + size <= arena->limit_bytes;
        bool fits = head != NULL && at <= head->size && head->size - at >= size;
        if (within && (fits || arena_grow(arena, size))) {
            at = fits ? at : 0;
            result = clear(arena->head, at, size);
            arena->head->used = at + size;
            arena->bytes += size;
        }
    }
    if (result == NULL) {
        arena->failed = true;
    }
    return result;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return arena_take(arena, size, alignof(max_align_t));
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_take(arena, length + 1, 1);

    if (copy != NULL && text != NULL) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return arena_text(arena, text, text == NULL ? 0 : strlen(text));
}

char *arena_format_list(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    char *text = NULL;

    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    if (length >= 0) {
        text = arena_take(arena, (size_t)length + 1, 1);
    }
    if (text != NULL) {
        vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    char *text = arena_format_list(arena, format, args);
    va_end(args);
    return text;
}

void arena_reset(struct arena *arena)
{
    struct arena_block *keep = arena->head;

    if (keep != NULL) {
        struct arena rest = {.head = keep->next};
        arena_finish(&rest);
        keep->next = NULL;
        keep->used = 0;
    }
    arena->bytes = 0;
    arena->failed = false;
}

void arena_finish(struct arena *arena)
{
    struct arena_block *block = arena->head;

    while (block != NULL) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (struct arena){.limit_bytes = arena->limit_bytes};
}
