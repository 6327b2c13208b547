#include "base/hours.h"

#include <stdio.h>
#include <string.h>

#include "base/day.h"

enum { SATURDAY = 5, WEEK_DAYS = 7 };

static bool clock_read(const char *text, int *minute, int *length)
{
    int hour = 0;
    int rest = 0;

    *length = 0;
    if (sscanf(text, "%2d:%2d%n", &hour, &rest, length) != 2 || *length != 5 || hour < 0 ||
        hour > 23 || rest < 0 || rest > 59) {
        return false;
    }
    *minute = hour * 60 + rest;
    return true;
}

bool hours_read(const char *text, struct hours *out)
{
    struct hours hours = {.on = true};
    int length = 0;

    if (strcmp(text, "off") == 0) {
        *out = (struct hours){0};
        return true;
    }
    if (!clock_read(text, &hours.from, &length) || text[length] != '-') {
        return false;
    }
    text += length + 1;
    if (!clock_read(text, &hours.to, &length) || hours.from == hours.to) {
        return false;
    }
    hours.daily = strcmp(text + length, ",daily") == 0;
    if (!hours.daily && text[length] != '\0') {
        return false;
    }
    *out = hours;
    return true;
}

static bool due_at(const struct hours *hours, int32_t day, int minute)
{
    bool over_night = hours->from > hours->to;
    bool after = minute >= hours->from;
    bool before = minute < hours->to;
    bool weekend = !hours->daily && day_week(day) >= SATURDAY;

    return hours->on && (weekend || (over_night ? after || before : after && before));
}

bool hours_due(const struct hours *hours, int64_t clock_ms)
{
    int32_t day = 0;
    int minute = 0;

    day_local(clock_ms, &day, &minute);
    return due_at(hours, day, minute);
}

int64_t hours_end_ms(const struct hours *hours, int64_t clock_ms)
{
    int32_t day = 0;

    if (!hours->on) {
        return INT64_MAX;
    }
    day_local(clock_ms, &day, NULL);
    for (int i = 0; i <= WEEK_DAYS; i++) {
        int64_t at_ms = day_moment_ms(day + i, hours->to);
        if (at_ms > clock_ms && !due_at(hours, day + i, hours->to)) {
            return at_ms;
        }
    }
    return INT64_MAX;
}
