// Actions as calendar entries (RFC 5545), for whoever takes them along. Pure.
#ifndef REGIEBORD_BOARD_ICAL_H
#define REGIEBORD_BOARD_ICAL_H

#include "board/board.h"

struct ical_item {
    const struct action *action;
    const struct column *column; // NULL: it is about the action as a whole
    const char *about;           // a line on how it goes; "" or NULL: none
};

// Writes a calendar with an entry per item, all day on the last day of its due (the first
// one of a start), or a task without a date where its due has no end. Lines end in CRLF and
// are folded; what would not fit in `size` is left out. Returns how many items it holds;
// "" and 0 when there is no room for one.
size_t ical_write(const struct board *board, const struct ical_item *items, size_t count,
                  int64_t now_ms, char *out, size_t size);

#endif
