#include "base/day.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    YEAR_FIRST = 1,
    YEAR_LAST = 9999,
    DAYS_ERA = 146097,     // days in 400 years
    DAYS_TO_1970 = 719468, // from 1 March of year 0
    SECONDS_DAY = 24 * 60 * 60,
};

// The year is taken to begin on 1 March, so that a leap day is its last day.
int32_t day_of(struct date date)
{
    int year = date.month > 2 ? date.year : date.year - 1;
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * DAYS_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           DAYS_TO_1970;
}

struct date day_date(int32_t day)
{
    int64_t days = (int64_t)day + DAYS_TO_1970;
    int64_t era = (days >= 0 ? days : days - (DAYS_ERA - 1)) / DAYS_ERA;
    int rest = (int)(days - era * DAYS_ERA);
    int of_era = (rest - rest / 1460 + rest / 36524 - rest / (DAYS_ERA - 1)) / 365;
    int of_year = rest - (365 * of_era + of_era / 4 - of_era / 100);
    int shifted = (5 * of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;

    return (struct date){
        .year = (int)(era * 400) + of_era + (month <= 2 ? 1 : 0),
        .month = month,
        .day = of_year - (153 * shifted + 2) / 5 + 1,
    };
}

int day_week(int32_t day)
{
    // 1 January 1970 was a Thursday.
    return (int)((((int64_t)day + 3) % 7 + 7) % 7);
}

bool date_valid(struct date date)
{
    static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (date.year < YEAR_FIRST || date.year > YEAR_LAST || date.month < 1 ||
        date.month > 12) {
        return false;
    }
    bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    return date.day >= 1 &&
           date.day <= length[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
}

// Exactly `count` digits at *at, which moves behind them.
static bool digits_read(const char **at, int count, int *value)
{
    int sum = 0;

    for (int i = 0; i < count; i++) {
        char c = (*at)[i];
        if (c < '0' || c > '9') {
            return false;
        }
        sum = sum * 10 + (c - '0');
    }
    *at += count;
    *value = sum;
    return true;
}

static bool mark_read(const char **at, const char *marks)
{
    if (**at == '\0' || strchr(marks, **at) == NULL) {
        return false;
    }
    *at += 1;
    return true;
}

// `14:00` or, as SQLite's datetime() writes it, `14:00:00`.
static bool time_read(const char **at, int *minute)
{
    int hours = 0;
    int minutes = 0;
    int seconds = 0;

    if (!digits_read(at, 2, &hours) || !mark_read(at, ":") ||
        !digits_read(at, 2, &minutes)) {
        return false;
    }
    if (mark_read(at, ":") && !digits_read(at, 2, &seconds)) {
        return false;
    }
    *minute = hours * 60 + minutes;
    return hours < 24 && minutes < 60 && seconds < 60;
}

bool day_read(const char *text, int32_t *day, int *minute)
{
    const char *at = text;
    struct date date = {0};
    int of_day = -1;

    if (!digits_read(&at, 4, &date.year) || !mark_read(&at, "-") ||
        !digits_read(&at, 2, &date.month) || !mark_read(&at, "-") ||
        !digits_read(&at, 2, &date.day) || !date_valid(date)) {
        return false;
    }
    if (mark_read(&at, "T ") && !time_read(&at, &of_day)) {
        return false;
    }
    if (*at != '\0') {
        return false;
    }
    *day = day_of(date);
    if (minute != NULL) {
        *minute = of_day;
    }
    return true;
}

void day_write(int32_t day, char out[16])
{
    struct date date = day_date(day);

    snprintf(out, 16, "%04d-%02u-%02u", date.year, (unsigned)date.month % 100,
             (unsigned)date.day % 100);
}

void day_write_minute(int32_t day, int minute, char out[24])
{
    char text[16];

    day_write(day, text);
    snprintf(out, 24, "%sT%02d:%02d", text, minute / 60 % 24, minute % 60);
}

// Seconds since 1970, rounded down and kept within the years that a date can name.
static time_t moment_seconds(int64_t at_ms)
{
    const int64_t first = (int64_t)day_of((struct date){YEAR_FIRST, 1, 2}) * SECONDS_DAY;
    const int64_t last = (int64_t)day_of((struct date){YEAR_LAST, 12, 30}) * SECONDS_DAY;
    int64_t seconds = at_ms / 1000 - (at_ms % 1000 < 0 ? 1 : 0);

    return (time_t)(seconds < first ? first : seconds > last ? last : seconds);
}

void day_local(int64_t at_ms, int32_t *day, int *minute)
{
    time_t seconds = moment_seconds(at_ms);
    struct tm local = {0};

    localtime_r(&seconds, &local);
    if (day != NULL) {
        *day = day_of((struct date){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
    }
    if (minute != NULL) {
        *minute = local.tm_hour * 60 + local.tm_min;
    }
}

int64_t day_moment_ms(int32_t day, int minute)
{
    struct date date = day_date(day);
    struct tm local = {
        .tm_year = date.year - 1900,
        .tm_mon = date.month - 1,
        .tm_mday = date.day,
        .tm_hour = minute / 60,
        .tm_min = minute % 60,
        .tm_isdst = -1,
    };

    return (int64_t)mktime(&local) * 1000;
}

bool day_read_moment(const char *text, int64_t *at_ms)
{
    int32_t day;
    int minute;

    if (!day_read(text, &day, &minute)) {
        return false;
    }
    *at_ms = minute < 0 ? day_moment_ms(day + 1, 0) - 1 : day_moment_ms(day, minute);
    return true;
}
