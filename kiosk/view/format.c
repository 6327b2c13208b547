#include "view/format.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/utf8.h"

enum { DAYS_BEFORE_WEEKS = 60 };

struct output {
    char *text;
    size_t size, used;
};

// Cut between code points where it does not fit, and nothing after that.
static void output_add(struct output *out, const char *text, size_t length)
{
    size_t room = out->size - out->used - 1;

    if (length > room) {
        length = utf8_whole(text, room);
        out->size = out->used + length + 1;
    }
    memcpy(out->text + out->used, text, length);
    out->used += length;
    out->text[out->used] = '\0';
}

void format_fill(char *text, size_t size, const char *template, ...)
{
    struct output out = {text, size, 0};
    va_list args;

    text[0] = '\0';
    va_start(args, template);
    for (const char *c = template; *c != '\0';) {
        size_t plain = strcspn(c, "%");
        output_add(&out, c, plain);
        c += plain;
        if (c[0] == '%' && c[1] == 'd') {
            char number[16];
            int length = snprintf(number, sizeof number, "%d", va_arg(args, int));
            output_add(&out, number, (size_t)length);
            c += 2;
        } else if (c[0] == '%' && c[1] == 's') {
            const char *string = va_arg(args, const char *);
            output_add(&out, string, strlen(string));
            c += 2;
        } else if (c[0] == '%') {
            output_add(&out, c, 1);
            c++;
        }
    }
    va_end(args);
}

static void day_words(char *out, size_t size, enum lang lang, int32_t day, int week,
                      int whole)
{
    struct date date = day_date(day);
    const char *name = week ? words_weekday(lang, day_week(day), 0) : "";

    snprintf(out, size, "%s%s%d %s", name, week ? " " : "", date.day,
             words_month(lang, date.month, whole));
}

void format_day(char *out, size_t size, enum lang lang, int32_t day)
{
    day_words(out, size, lang, day, 0, 0);
}

void format_day_year(char *out, size_t size, enum lang lang, int32_t day)
{
    struct date date = day_date(day);

    snprintf(out, size, "%d %s %d", date.day, words_month(lang, date.month, 0), date.year);
}

void format_day_week(char *out, size_t size, enum lang lang, int32_t day)
{
    day_words(out, size, lang, day, 1, 0);
}

void format_day_whole(char *out, size_t size, enum lang lang, int32_t day)
{
    day_words(out, size, lang, day, 1, 1);
}

void format_clock(char *out, size_t size, int minute)
{
    snprintf(out, size, "%d.%02d", minute / 60, minute % 60);
}

void format_days(char *out, size_t size, enum lang lang, int days)
{
    if (days <= 0) {
        snprintf(out, size, "%s", words_get(lang, WORD_TODAY));
    } else if (days == 1) {
        snprintf(out, size, "1 %s", words_get(lang, WORD_DAY));
    } else if (days <= DAYS_BEFORE_WEEKS) {
        snprintf(out, size, "%d %s", days, words_get(lang, WORD_DAYS));
    } else {
        snprintf(out, size, "%d %s", days / 7, words_get(lang, WORD_WEEKS));
    }
}

void format_ahead(char *out, size_t size, enum lang lang, int days)
{
    if (days <= 0) {
        snprintf(out, size, "%s", words_get(lang, WORD_TODAY));
    } else if (days == 1) {
        snprintf(out, size, "%s", words_get(lang, WORD_TOMORROW));
    } else {
        format_fill(out, size, words_get(lang, WORD_IN_DAYS), days);
    }
}

void format_when(char *out, size_t size, enum lang lang, int32_t day, int32_t today)
{
    if (day_date(day).year == day_date(today).year) {
        format_day(out, size, lang, day);
    } else {
        format_day_year(out, size, lang, day);
    }
}
