// The calendar: days since 1 January 1970 in local time, and the local clock.
#ifndef REGIEBORD_BASE_DAY_H
#define REGIEBORD_BASE_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DAY_NONE = INT32_MIN };

struct date {
    int year, month, day; // month 1-12, day 1-31
};

// Proleptic Gregorian calendar. day_of does not check: the caller passes a date that
// exists.
int32_t day_of(struct date date);
struct date day_date(int32_t day);

// 0 Monday ... 6 Sunday.
int day_week(int32_t day);

// True when the date exists; years 1 to 9999.
bool date_valid(struct date date);

// Reads `2025-11-27`, optionally followed by `T14:00` or ` 14:00`, with or without seconds
// (then *minute is the minute of the day, else -1; `minute` may be NULL). False, and
// nothing written, when it is anything else.
bool day_read(const char *text, int32_t *day, int *minute);

// The moment (Unix milliseconds) that such a text names; a day alone is its last
// millisecond. False, and nothing written, when it names none.
bool day_read_moment(const char *text, int64_t *at_ms);

// Writes `2025-11-27` into out.
void day_write(int32_t day, char out[16]);
// Writes `2025-11-27T14:00`; minute of the day.
void day_write_minute(int32_t day, int minute, char out[24]);

// Local day and minute of a moment (Unix milliseconds) in the machine's time zone; either
// may be NULL. A moment outside the years 1 to 9999 counts as the nearest one within.
void day_local(int64_t at_ms, int32_t *day, int *minute);

// The moment of a local day and minute. An hour that daylight saving skips counts as the
// one after it.
int64_t day_moment_ms(int32_t day, int minute);

#endif
