#include "board/due.h"

#include <string.h>

#include "base/day.h"
#include "base/utf8.h"
#include "board/due_atom.h"

enum { NOT_THERE = -1, SCHOOL_MONTH = 8 };

// The atoms of a term by kind, and what they add up to.
struct term {
    const struct atom *atoms;
    size_t count;
    int number[ATOM_KIND_COUNT]; // how many of each kind
    int first[ATOM_KIND_COUNT];  // index of the first of each kind, NOT_THERE without
};

static const struct due unread = {.kind = DUE_UNREAD, .from = DAY_NONE, .to = DAY_NONE};

static struct term term_of(const struct atom *atoms, size_t count)
{
    struct term term = {.atoms = atoms, .count = count};

    for (size_t kind = 0; kind < ATOM_KIND_COUNT; kind++) {
        term.first[kind] = NOT_THERE;
    }
    for (size_t i = 0; i < count; i++) {
        if (term.number[atoms[i].kind]++ == 0) {
            term.first[atoms[i].kind] = (int)i;
        }
    }
    return term;
}

static const struct atom *term_atom(const struct term *term, enum atom_kind kind)
{
    return term->first[kind] == NOT_THERE ? NULL : &term->atoms[term->first[kind]];
}

// From the first day of a month, `months` long; month may lie beyond December.
static struct due months_due(enum due_kind kind, int year, int month, int months)
{
    int end = month - 1 + months;
    struct date from = {year + (month - 1) / 12, (month - 1) % 12 + 1, 1};
    struct date behind = {year + end / 12, end % 12 + 1, 1};

    return (struct due){.kind = kind, .from = day_of(from), .to = day_of(behind) - 1};
}

static struct due day_due(int year, int month, int day)
{
    struct date date = {year, month, day};

    if (!date_valid(date)) {
        return unread;
    }
    return (struct due){.kind = DUE_DAY, .from = day_of(date), .to = day_of(date)};
}

// The year or years of a term: at most one of YEAR, SPAN and MONTH_YEAR.
struct years {
    int first, last; // equal for one year
};

static bool is_school(struct years years)
{
    return years.last == years.first + 1;
}

static struct due whole_due(struct years years)
{
    if (is_school(years)) {
        return months_due(DUE_SCHOOLYEAR, years.first, SCHOOL_MONTH, 12);
    }
    return months_due(DUE_YEAR, years.first, 1, 12 * (years.last - years.first + 1));
}

static struct due season_due(struct years years, int season)
{
    static const int months[] = {3, 6, 9, 12};

    if (years.first == years.last) {
        return months_due(DUE_SEASON, years.first, months[season], 3);
    }
    // A school year begins and ends in a summer: which one is not said.
    if (!is_school(years) || season == SEASON_SUMMER) {
        return unread;
    }
    return months_due(DUE_SEASON, season == SEASON_SPRING ? years.last : years.first,
                      months[season], 3);
}

static struct due part_due(struct years years, int part)
{
    static const int starts[] = {0, 4, 9};
    static const int lengths[] = {3, 4, 3};
    int month = is_school(years) ? SCHOOL_MONTH : 1;

    if (years.last > years.first + 1) {
        return unread;
    }
    return months_due(DUE_SEASON, years.first, month + starts[part - 1], lengths[part - 1]);
}

static struct due half_due(struct years years, int half)
{
    int month = is_school(years) ? SCHOOL_MONTH : 1;

    if (years.last > years.first + 1) {
        return unread;
    }
    return months_due(DUE_HALF, years.first, month + 6 * (half - 1), 6);
}

// A month, or a run of two ("mei/juni 2024"), or a part of one.
static struct due month_due(const struct term *term, struct years years)
{
    const struct atom *part = term_atom(term, ATOM_PART);
    const struct atom *half = term_atom(term, ATOM_HALF);
    const struct atom *month = term_atom(term, ATOM_MONTH);

    if (years.last > years.first + 1) {
        return unread;
    }
    if (term->number[ATOM_MONTH] == 2) {
        int last = 0;
        for (size_t i = 0; i < term->count; i++) {
            last = term->atoms[i].kind == ATOM_MONTH ? term->atoms[i].a : last;
        }
        bool run =
            last == month->a + 1 && part == NULL && half == NULL && !is_school(years);
        return run ? months_due(DUE_MONTH, years.first, month->a, 2) : unread;
    }
    int year = is_school(years) && month->a < SCHOOL_MONTH ? years.last : years.first;
    struct due due = months_due(DUE_MONTH, year, month->a, 1);
    if (part != NULL && half != NULL) {
        return unread;
    }
    if (part != NULL) {
        int32_t start = due.from;
        due.from = start + 10 * (part->a - 1);
        due.to = part->a == 3 ? due.to : due.from + 9;
    }
    if (half != NULL) {
        int32_t start = due.from;
        due.from = half->a == 1 ? start : start + 15;
        due.to = half->a == 1 ? start + 14 : due.to;
    }
    return due;
}

// One year with what narrows it.
static struct due dated_due(const struct term *term, struct years years)
{
    const struct atom *part = term_atom(term, ATOM_PART);
    const int *number = term->number;
    int narrowing = number[ATOM_DAY_MONTH] + number[ATOM_SEASON] + number[ATOM_QUARTER];

    if (number[ATOM_SCHOOL] > 0 && !is_school(years)) {
        return unread;
    }
    if (number[ATOM_MONTH] > 0) {
        bool two = number[ATOM_MONTH] > 2 || number[ATOM_HALF] > 1 || number[ATOM_PART] > 1;
        return two || narrowing > 0 ? unread : month_due(term, years);
    }
    if (narrowing + number[ATOM_HALF] > 1 || number[ATOM_PART] > 1) {
        return unread;
    }
    if (number[ATOM_DAY_MONTH] > 0) {
        const struct atom *day = term_atom(term, ATOM_DAY_MONTH);
        bool exact = years.first == years.last && part == NULL;
        return exact ? day_due(years.first, day->b, day->a) : unread;
    }
    if (number[ATOM_SEASON] > 0) {
        return season_due(years, term_atom(term, ATOM_SEASON)->a);
    }
    if (number[ATOM_QUARTER] > 0) {
        int month = 3 * term_atom(term, ATOM_QUARTER)->a - 2;
        bool one = years.first == years.last;
        return one ? months_due(DUE_QUARTER, years.first, month, 3) : unread;
    }
    if (number[ATOM_HALF] > 0) {
        return half_due(years, term_atom(term, ATOM_HALF)->a);
    }
    return part != NULL ? part_due(years, part->a) : whole_due(years);
}

// The period that the term names, before `voor` and `start` are weighed.
static struct due period_due(const struct term *term)
{
    const int *number = term->number;
    const struct atom *day = term_atom(term, ATOM_DAY);
    const struct atom *month = term_atom(term, ATOM_MONTH_YEAR);
    const struct atom *span = term_atom(term, ATOM_SPAN);
    const struct atom *year = term_atom(term, ATOM_YEAR);
    int narrowing = number[ATOM_MONTH] + number[ATOM_DAY_MONTH] + number[ATOM_SEASON] +
                    number[ATOM_QUARTER] + number[ATOM_HALF] + number[ATOM_PART];

    if (number[ATOM_DAY] + number[ATOM_MONTH_YEAR] + number[ATOM_SPAN] +
            number[ATOM_YEAR] !=
        1) {
        return unread;
    }
    if (day != NULL) {
        return narrowing > 0 ? unread : day_due(day->a, day->b, day->c);
    }
    if (month != NULL) {
        return narrowing > 0 ? unread : months_due(DUE_MONTH, month->b, month->a, 1);
    }
    if (span != NULL) {
        return dated_due(term, (struct years){span->a, span->b});
    }
    return dated_due(term, (struct years){year->a, year->a});
}

static bool is_period(enum atom_kind kind)
{
    return (kind >= ATOM_DAY && kind <= ATOM_SCHOOL) || kind == ATOM_START;
}

enum before { BEFORE_NOT, BEFORE_YES, BEFORE_UNSURE };

// `voor` is also "for": it means before when it opens the term or is written vóór.
static enum before term_before(const struct term *term)
{
    size_t at = 0;

    while (at < term->count && term->atoms[at].kind != ATOM_BEFORE) {
        at++;
    }
    size_t next = at + 1;
    while (next < term->count && term->atoms[next].kind == ATOM_FILLER) {
        next++;
    }
    if (next >= term->count || !is_period(term->atoms[next].kind)) {
        return BEFORE_NOT;
    }
    if (term->atoms[next].kind == ATOM_PART && term->atoms[next].a == 3) {
        return BEFORE_NOT;
    }
    return at == 0 || term->atoms[at].a == 1 ? BEFORE_YES : BEFORE_UNSURE;
}

static struct due repeated_due(const struct term *term, bool dated)
{
    const struct atom *every = term_atom(term, ATOM_EVERY);
    struct due due = {.kind = DUE_CONTINUOUS, .from = DAY_NONE, .to = DAY_NONE};

    // "2023, daarna doorlopend" and "maandelijks, later 2x per jaar" are two things at
    // once.
    if (dated && term->number[ATOM_WORD] > 0 && term->number[ATOM_START] == 0) {
        return unread;
    }
    for (size_t i = 0; every != NULL && i < term->count; i++) {
        if (term->atoms[i].kind == ATOM_EVERY && term->atoms[i].a != every->a) {
            return unread;
        }
    }
    if (every != NULL && every->a > INT16_MAX) {
        return unread;
    }
    if (every != NULL) {
        due.kind = DUE_RECURRING;
        due.every_days = (int16_t)every->a;
    }
    return due;
}

static struct due after_due(const struct term *term, bool dated)
{
    int days = term_atom(term, ATOM_AFTER)->a;
    bool alone = term->number[ATOM_AFTER] == 1 && term->number[ATOM_EVERY] == 0 &&
                 term->number[ATOM_CONTINUOUS] == 0;

    if (dated || !alone || days > INT16_MAX) {
        return unread;
    }
    return (struct due){.kind = DUE_RELATIVE,
                        .from = DAY_NONE,
                        .to = DAY_NONE,
                        .every_days = (int16_t)days};
}

static struct due term_due(const struct term *term)
{
    const int *number = term->number;
    bool dated =
        number[ATOM_DAY] + number[ATOM_MONTH_YEAR] + number[ATOM_SPAN] + number[ATOM_YEAR] >
        0;

    if (number[ATOM_UNSURE] > 0) {
        return unread;
    }
    if (number[ATOM_AFTER] > 0) {
        return after_due(term, dated);
    }
    if (number[ATOM_EVERY] + number[ATOM_CONTINUOUS] > 0) {
        return repeated_due(term, dated);
    }
    enum before before = term_before(term);
    struct due due = before == BEFORE_UNSURE ? unread : period_due(term);
    if (due.kind == DUE_UNREAD) {
        return due;
    }
    if (before == BEFORE_YES) {
        due.from -= 1;
        due.to = due.from;
    }
    due.starts = number[ATOM_START] > 0;
    return due;
}

// Whole sentences that fill in nothing.
static bool is_open(const char *text)
{
    static const char *const sentences[] = {"nog niet bekend", "niet bekend",
                                            "nog te bepalen", "niet van toepassing"};
    char folded[32];
    size_t length = utf8_fold(text, folded, sizeof folded);

    while (length > 0 && strchr(" .", folded[length - 1]) != NULL) {
        folded[--length] = '\0';
    }
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (strcmp(folded + strspn(folded, " "), sentences[i]) == 0) {
            return true;
        }
    }
    return false;
}

struct due due_read(const char *text)
{
    struct tokens tokens;
    struct atom atoms[TOKEN_MAX];

    if (text == NULL || is_open(text)) {
        return (struct due){.kind = DUE_NONE, .from = DAY_NONE, .to = DAY_NONE};
    }
    if (!tokens_read(text, &tokens)) {
        return unread;
    }
    struct term term = term_of(atoms, atoms_read(&tokens, atoms));
    int nothing = term.number[ATOM_MARK] + term.number[ATOM_NEVER_FILLED];
    if ((size_t)nothing == term.count) {
        return (struct due){.kind = DUE_NONE, .from = DAY_NONE, .to = DAY_NONE};
    }
    return term_due(&term);
}

bool due_past(const struct due *due, int32_t today)
{
    return due->to != DAY_NONE && !due->starts && today > due->to;
}

bool due_filled(const char *text)
{
    struct tokens tokens;
    struct atom atoms[TOKEN_MAX];

    if (text == NULL || is_open(text)) {
        return false;
    }
    if (!tokens_read(text, &tokens)) {
        return true;
    }
    size_t count = atoms_read(&tokens, atoms);
    for (size_t i = 0; i < count; i++) {
        if (atoms[i].kind != ATOM_MARK) {
            return atoms[i].kind != ATOM_NEVER_FILLED;
        }
    }
    return false;
}
