// Hours of the local day at which something is so every day, such as closed: read, and
// asked at a moment.
#ifndef REGIEBORD_BASE_HOURS_H
#define REGIEBORD_BASE_HOURS_H

#include <stdbool.h>
#include <stdint.h>

// In minutes of the local day; `to` before `from` is over midnight. On Saturday and Sunday
// all day, unless `daily`.
struct hours {
    bool on;
    bool daily;
    int from, to;
};

// What a wrong text is told to look like.
#define HOURS_EXPECTED                                                                     \
    "hours such as 18:00-07:30 (and all of the weekend), 18:00-07:30,daily, or off"

// Reads "18:00-07:30", "18:00-07:30,daily" or "off". False, and nothing written, when it is
// anything else.
bool hours_read(const char *text, struct hours *out);

// Whether a moment (Unix milliseconds) is within them, and the first one after it at which
// they end; INT64_MAX: never.
bool hours_due(const struct hours *hours, int64_t clock_ms);
int64_t hours_end_ms(const struct hours *hours, int64_t clock_ms);

#endif
