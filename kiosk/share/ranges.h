// Ranges of keys: moments of the log, or rowids of a table.
#ifndef REGIEBORD_SHARE_RANGES_H
#define REGIEBORD_SHARE_RANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct range {
    int64_t from, to; // both included
};

struct ranges {
    struct range *items; // owned; free
    size_t count, room;
};

bool ranges_add(struct ranges *ranges, struct range range); // false when memory runs out
// Puts them in order and joins those that overlap or touch.
void ranges_settle(struct ranges *ranges);
// True when the key is in one of settled ranges.
bool ranges_hold(const struct ranges *ranges, int64_t key);

#endif
