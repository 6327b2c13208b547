// Due periods to tap: that of an action moved on, in the words of its plan.
#include <stdio.h>
#include <string.h>

#include "board/leads.h"

enum { CHOICE_BYTES = 48, WORDS_MAX = 12 };

// Ways to write a period that go round in a year, at equal distances. %1 is the year in
// which it begins (a school year: that of August), %2 the one after it.
struct family {
    int count;
    const char *words[WORDS_MAX];
};

enum { FAMILY_YEAR, FAMILY_SCHOOL, FAMILY_PART, FAMILY_SCHOOL_HALF, FAMILY_MONTH = 7 };

static const struct family families[] = {
    [FAMILY_YEAR] = {1, {"%1"}},
    [FAMILY_SCHOOL] = {1, {"schooljaar %1-%2"}},
    [FAMILY_PART] = {3, {"begin %1", "medio %1", "eind %1"}},
    [FAMILY_SCHOOL_HALF] = {2, {"1e helft %1-%2", "2e helft %1-%2"}},
    {2, {"1e helft %1", "2e helft %1"}},
    {4, {"voorjaar %1", "zomer %1", "najaar %1", "winter %1-%2"}},
    {4, {"Q1 %1", "Q2 %1", "Q3 %1", "Q4 %1"}},
    [FAMILY_MONTH] = {12,
                      {"januari %1", "februari %1", "maart %1", "april %1", "mei %1",
                       "juni %1", "juli %1", "augustus %1", "september %1", "oktober %1",
                       "november %1", "december %1"}},
};

enum { FAMILIES = sizeof families / sizeof *families };

// A period as it is written: a day when `family` is -1.
struct period {
    int family, word, year;
    struct date day;
    bool starts;
};

struct choices {
    char (*out)[CHOICE_BYTES];
    size_t count, size;
    int32_t today;
};

static void period_write(const struct period *period, char out[CHOICE_BYTES])
{
    const char *start = period->starts ? "start " : "";
    size_t used = 0;

    if (period->family < 0) {
        snprintf(out, CHOICE_BYTES, "%s%02d-%02d-%d", start, period->day.day,
                 period->day.month, period->day.year);
        return;
    }
    used = (size_t)snprintf(out, CHOICE_BYTES, "%s", start);
    for (const char *at = families[period->family].words[period->word];
         *at != '\0' && used < CHOICE_BYTES - 8; at++) {
        if (*at == '%') {
            at++;
            used += (size_t)snprintf(out + used, CHOICE_BYTES - used, "%d",
                                     period->year + (*at == '2' ? 1 : 0));
        } else {
            out[used++] = *at;
        }
    }
    out[used] = '\0';
}

static struct due period_due(const struct period *period)
{
    char text[CHOICE_BYTES];

    period_write(period, text);
    return due_read(text);
}

// True when a family can write exactly this period.
static bool family_match(int family, const struct due *due, struct period *period)
{
    int year = day_date(due->from).year;

    for (int word = 0; word < families[family].count; word++) {
        for (int back = 0; back < 2; back++) {
            struct period tried = {.family = family, .word = word, .year = year - back};
            struct due read = period_due(&tried);
            if (read.from == due->from && read.to == due->to) {
                *period = tried;
                return true;
            }
        }
    }
    return false;
}

// The period of a due; for words that no family has, the month in which it ends. What is no
// period counts from this year.
static struct period period_of(const struct due *due, int32_t today)
{
    struct period period = {.family = FAMILY_YEAR, .year = day_date(today).year};

    if (due->to == DAY_NONE) {
        return period;
    }
    const struct date last = day_date(due->to);
    if (due->kind == DUE_DAY) {
        return (struct period){.family = -1, .day = last, .starts = due->starts};
    }
    if (due->kind == DUE_YEAR) {
        period.year = last.year;
        period.starts = due->starts;
        return period;
    }
    bool found = false;
    for (int family = 0; family < FAMILIES && !found; family++) {
        found = family_match(family, due, &period);
    }
    if (!found) {
        period = (struct period){
            .family = FAMILY_MONTH, .word = last.month - 1, .year = last.year};
    }
    period.starts = due->starts;
    return period;
}

static struct period moved_years(struct period period, int years)
{
    period.year += years;
    period.day.year += years;
    if (period.family < 0 && !date_valid(period.day)) {
        period.day.day = 28; // of 29 February
    }
    return period;
}

static struct period day_moved_half(struct period period)
{
    period.day.month += 6;
    if (period.day.month > 12) {
        period.day.month -= 12;
        period.day.year++;
    }
    while (!date_valid(period.day)) {
        period.day.day--;
    }
    return period;
}

static struct period moved_half(struct period period)
{
    if (period.family < 0) {
        return day_moved_half(period);
    }
    int count = families[period.family].count;
    if (period.family == FAMILY_YEAR || period.family == FAMILY_SCHOOL) {
        // A whole year has no half year later in its own words.
        bool school = period.family == FAMILY_SCHOOL;
        period.family = school ? FAMILY_SCHOOL_HALF : FAMILY_PART;
        period.word = school ? 0 : 1;
        period.year++;
    } else if (period.family == FAMILY_PART && period.word == 2) {
        period.word = 1;
        period.year++;
    } else {
        int word = period.word + count / 2;
        period.word = word % count;
        period.year += word / count;
    }
    return period;
}

static bool is_past(const struct period *period, int32_t today)
{
    struct period end = *period;

    end.starts = false;
    const struct due due = period_due(&end);
    return due_past(&due, today);
}

static void choice_add(struct choices *choices, const char *text)
{
    for (size_t i = 0; i < choices->count; i++) {
        if (strcmp(choices->out[i], text) == 0) {
            return;
        }
    }
    if (choices->count < choices->size) {
        snprintf(choices->out[choices->count++], CHOICE_BYTES, "%s", text);
    }
}

static void period_add(struct choices *choices, struct period period)
{
    char text[CHOICE_BYTES];
    const struct due due = period_due(&period);

    if (due.to != DAY_NONE && !is_past(&period, choices->today)) {
        period_write(&period, text);
        choice_add(choices, text);
    }
}

size_t due_choices(const struct action *action, int32_t today, char out[][48], size_t size)
{
    struct choices choices = {.out = out, .size = size, .today = today};
    struct period base = period_of(&action->due, today);

    // What lies behind us is moved on from its like of this year.
    int years = day_date(today).year - 1 - (base.family < 0 ? base.day.year : base.year);
    base = moved_years(base, years > 0 ? years : 0);
    for (int i = 0; i < 3 && is_past(&base, today); i++) {
        base = moved_years(base, 1);
    }
    period_add(&choices, moved_half(base));
    period_add(&choices, moved_years(base, 1));
    period_add(&choices, moved_years(base, 2));
    if (action->due.kind != DUE_CONTINUOUS) {
        choice_add(&choices, "doorlopend");
    }
    return choices.count;
}
