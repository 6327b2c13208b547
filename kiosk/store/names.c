#include "store/names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM_FIRST = 256 };

const uint64_t NAMES_SEED = 0xcbf29ce484222325u;

uint64_t names_hash(uint64_t seed, const void *data, size_t size)
{
    const unsigned char *bytes = data;

    for (size_t i = 0; i < size; i++) {
        seed = (seed ^ bytes[i]) * 0x100000001b3u;
    }
    return seed;
}

// The slot of a text, or the free one where it would go. There is always a free one.
static size_t slot_of(const struct names *names, const char *text)
{
    size_t at = (size_t)names_hash(names->seed, text, strlen(text)) & (names->room - 1);

    while (names->slots[at] != NULL && strcmp(names->slots[at], text) != 0) {
        at = (at + 1) & (names->room - 1);
    }
    return at;
}

static bool grow(struct names *names)
{
    struct names wider = {.room = names->room == 0 ? ROOM_FIRST : names->room * 2};

    wider.slots = calloc(wider.room, sizeof *wider.slots);
    if (wider.slots == NULL) {
        return false;
    }
    // An address differs from run to run, so a file made to collide does so for nobody. No
    // result depends on the order of slots.
    wider.seed = names->room == 0 ? NAMES_SEED ^ (uintptr_t)wider.slots : names->seed;
    for (size_t i = 0; i < names->room; i++) {
        if (names->slots[i] != NULL) {
            wider.slots[slot_of(&wider, names->slots[i])] = names->slots[i];
        }
    }
    free(names->slots);
    names->slots = wider.slots;
    names->room = wider.room;
    names->seed = wider.seed;
    return true;
}

const char *names_find(const struct names *names, const char *text)
{
    return names->room == 0 ? NULL : names->slots[slot_of(names, text)];
}

const char *names_keep(struct names *names, const char *text)
{
    if (names->count * 2 >= names->room && !grow(names)) {
        return NULL;
    }
    size_t at = slot_of(names, text);
    if (names->slots[at] == NULL) {
        names->slots[at] = arena_string(&names->arena, text);
        names->count += names->slots[at] != NULL;
    }
    return names->slots[at];
}

void names_finish(struct names *names)
{
    arena_finish(&names->arena);
    free(names->slots);
    *names = (struct names){0};
}
