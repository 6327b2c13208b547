// Memory for SQLite by sizes, given back to lists of our own. SQLite itself is not
// sanitized, and its many small pieces under a sanitizer's malloc take nine tenths of the
// time.
#include <sqlite3.h>
#include <string.h>

#include "fuzz.h"

#ifdef __clang__
#pragma clang attribute push(                                                              \
    __attribute__((no_sanitize("address", "undefined", "coverage"))), apply_to = function)
#endif

enum { CLASSES = 24, SMALLEST = 32, BLOCK = 1 << 20 };

enum { HEAD = 16 }; // before each piece: the size of its class

static char *lists[CLASSES]; // free pieces; each begins with the next one
static char *block;
static size_t left;

static int class_of(uint64_t size)
{
    return size <= SMALLEST ? 0 : 59 - __builtin_clzll(size - 1);
}

static void *fresh(uint64_t size)
{
    if (size > BLOCK / 8) {
        return malloc(size);
    }
    if (left < size) {
        block = malloc(BLOCK);
        left = block == NULL ? 0 : BLOCK;
    }
    if (left < size) {
        return NULL;
    }
    left -= size;
    return block + left;
}

static void *take(int size)
{
    int class = class_of((uint64_t)size + HEAD);
    char *at = lists[class];

    if (at != NULL) {
        memcpy(&lists[class], at + HEAD, sizeof lists[class]);
        return at + HEAD;
    }
    uint64_t room = (uint64_t)SMALLEST << class;
    at = fresh(room);
    if (at == NULL) {
        return NULL;
    }
    memcpy(at, &room, sizeof room);
    return at + HEAD;
}

static int size_of(void *memory)
{
    uint64_t room = 0;

    memcpy(&room, (char *)memory - HEAD, sizeof room);
    return (int)(room - HEAD);
}

static void give(void *memory)
{
    int class = class_of((uint64_t)size_of(memory) + HEAD);
    char *at = (char *)memory - HEAD;

    memcpy(memory, &lists[class], sizeof lists[class]);
    memcpy(&lists[class], &at, sizeof at);
}

static void *resize(void *memory, int size)
{
    int old = size_of(memory);

    if (size <= old) {
        return memory;
    }
    void *more = take(size);
    if (more != NULL) {
        memcpy(more, memory, (size_t)old);
        give(memory);
    }
    return more;
}

static int round_up(int size)
{
    return (size + 15) & ~15;
}

static int begin(void *context)
{
    (void)context;
    return SQLITE_OK;
}

static void end(void *context)
{
    (void)context;
}

void shared_memory(void)
{
    static sqlite3_mem_methods methods = {
        .xMalloc = take,
        .xFree = give,
        .xRealloc = resize,
        .xSize = size_of,
        .xRoundup = round_up,
        .xInit = begin,
        .xShutdown = end,
    };

    FUZZ_HOLDS(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK);
    FUZZ_HOLDS(sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) == SQLITE_OK);
}

#ifdef __clang__
#pragma clang attribute pop
#endif
