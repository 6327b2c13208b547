#include "share/ranges.h"

#include <stdlib.h>

bool ranges_add(struct ranges *ranges, struct range range)
{
    if (ranges->count == ranges->room) {
        size_t room = ranges->room == 0 ? 16 : ranges->room * 2;
        struct range *items = realloc(ranges->items, room * sizeof *items);
        if (items == NULL) {
            return false;
        }
        ranges->items = items;
        ranges->room = room;
    }
    ranges->items[ranges->count++] = range;
    return true;
}

static int compare_ranges(const void *a, const void *b)
{
    const struct range *left = a;
    const struct range *right = b;

    return (left->from > right->from) - (left->from < right->from);
}

void ranges_settle(struct ranges *ranges)
{
    size_t kept = 0;

    if (ranges->count == 0) {
        return;
    }
    qsort(ranges->items, ranges->count, sizeof *ranges->items, compare_ranges);
    for (size_t i = 1; i < ranges->count; i++) {
        struct range *last = &ranges->items[kept];
        const struct range *next = &ranges->items[i];
        if (next->from <= last->to || next->from - 1 <= last->to) {
            last->to = next->to > last->to ? next->to : last->to;
        } else {
            ranges->items[++kept] = *next;
        }
    }
    ranges->count = kept + 1;
}

bool ranges_hold(const struct ranges *ranges, int64_t key)
{
    size_t low = 0;
    size_t high = ranges->count;

    while (low < high) { // the first one that does not end before the key
        size_t middle = low + (high - low) / 2;
        bool before = ranges->items[middle].to < key;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low < ranges->count && ranges->items[low].from <= key;
}
