#include "board/due_atom.h"

#include <string.h>

#include "base/day.h"
#include "board/due_word.h"

enum { YEAR_FIRST = 1990, YEAR_LAST = 2099, COUNT_MAX = 60 };

static const struct token *token_at(const struct tokens *tokens, size_t at)
{
    static const struct token none = {.kind = TOKEN_MARK};

    return at < tokens->count ? &tokens->list[at] : &none;
}

static bool is_mark(const struct tokens *tokens, size_t at, const char *marks)
{
    const struct token *token = token_at(tokens, at);

    return token->kind == TOKEN_MARK && token->text[0] != '\0' &&
           strchr(marks, token->text[0]) != NULL;
}

static bool is_year(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->digits == 4 &&
           token->value >= YEAR_FIRST && token->value <= YEAR_LAST;
}

static bool is_small(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->digits <= 2;
}

// True for the 5 of `1,5`: not a number of its own.
static bool is_fraction(const struct tokens *tokens, size_t at)
{
    return at >= 2 && tokens->list[at].glued && tokens->list[at - 1].glued &&
           is_mark(tokens, at - 1, ",.") && tokens->list[at - 2].kind == TOKEN_NUMBER;
}

static struct atom day_atom(int year, int month, int day)
{
    if (!date_valid((struct date){year, month, day})) {
        return (struct atom){.kind = ATOM_UNSURE};
    }
    return (struct atom){.kind = ATOM_DAY, .a = year, .b = month, .c = day};
}

// Every match_ function below looks at token `at`, returns how many tokens it takes (0: it
// is something else) and fills the atom.

// 12-05-2024, 12/5/2024, 2024-05-12.
static size_t match_date(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *a = token_at(tokens, at);
    const struct token *b = token_at(tokens, at + 2);
    const struct token *c = token_at(tokens, at + 4);

    if (!is_mark(tokens, at + 1, "-/.") || !is_mark(tokens, at + 3, "-/.") ||
        !is_small(b) ||
        token_at(tokens, at + 1)->text[0] != token_at(tokens, at + 3)->text[0]) {
        return 0;
    }
    if (is_small(a) && is_year(c)) {
        *atom = day_atom(c->value, b->value, a->value);
        return 5;
    }
    if (is_year(a) && is_small(c)) {
        *atom = day_atom(a->value, b->value, c->value);
        return 5;
    }
    if (is_small(a) && is_small(c)) {
        // 12-05-24: day or year first?
        *atom = (struct atom){.kind = ATOM_UNSURE};
        return 5;
    }
    return 0;
}

// The words between two years of a span: a dash or slash, `t/m`, `tot en met`.
static size_t span_mark(const struct tokens *tokens, size_t at)
{
    if (token_is(tokens, at, "t") && is_mark(tokens, at + 1, "/") &&
        token_is(tokens, at + 2, "m")) {
        return 3;
    }
    if (token_is(tokens, at, "tm")) {
        return 1;
    }
    if (token_is(tokens, at, "tot") && token_is(tokens, at + 1, "en") &&
        token_is(tokens, at + 2, "met")) {
        return 3;
    }
    return is_mark(tokens, at, "-/") ? 1 : 0;
}

// 2017-2018, 2017/18, 2021 t/m 2025; 2024-05 is a month, and 2011-12 could be either.
static size_t match_span(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *first = token_at(tokens, at);
    size_t mark = is_year(first) ? span_mark(tokens, at + 1) : 0;
    const struct token *last = token_at(tokens, at + 1 + mark);

    if (mark == 0) {
        return 0;
    }
    *atom = (struct atom){.kind = ATOM_UNSURE};
    if (is_year(last)) {
        if (last->value > first->value) {
            *atom = (struct atom){.kind = ATOM_SPAN, .a = first->value, .b = last->value};
        }
        return mark + 2;
    }
    if (mark > 1 || last->kind != TOKEN_NUMBER || last->digits != 2 || !last->glued) {
        return 0;
    }
    bool next_year = last->value == (first->value + 1) % 100;
    bool month = last->value >= 1 && last->value <= 12;
    if (next_year && !month) {
        *atom = (struct atom){.kind = ATOM_SPAN, .a = first->value, .b = first->value + 1};
    } else if (month && !next_year) {
        *atom = (struct atom){.kind = ATOM_MONTH_YEAR, .a = last->value, .b = first->value};
    }
    return 3;
}

// 05-2024, 5/2024.
static size_t match_month_year(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *month = token_at(tokens, at);
    const struct token *year = token_at(tokens, at + 2);

    if (!is_small(month) || !is_mark(tokens, at + 1, "-/") || !is_year(year) ||
        !year->glued || !tokens->list[at + 1].glued) {
        return 0;
    }
    // `Fase 2-2024` is no February.
    if (month->value < 1 || month->value > 12 || (at > 0 && month->digits == 1)) {
        *atom = (struct atom){.kind = ATOM_UNSURE};
    } else {
        *atom = (struct atom){.kind = ATOM_MONTH_YEAR, .a = month->value, .b = year->value};
    }
    return 3;
}

static size_t read_count(const struct tokens *tokens, size_t at, int *count)
{
    const struct token *token = token_at(tokens, at);

    if (token->kind == TOKEN_NUMBER && token->value >= 1 && token->value <= COUNT_MAX &&
        !is_fraction(tokens, at)) {
        *count = token->value;
        return 1;
    }
    return token->kind == TOKEN_WORD && due_count(token->text, count) ? 1 : 0;
}

// `jaar`, `half jaar`, `maanden`, in 12ths of a day.
static size_t read_unit(const struct tokens *tokens, size_t at, int *length)
{
    if (token_is(tokens, at, "half") && token_is(tokens, at + 1, "jaar")) {
        *length = 2190;
        return 2;
    }
    const struct token *token = token_at(tokens, at);
    return token->kind == TOKEN_WORD && due_unit(token->text, length) ? 1 : 0;
}

// `jaar`, `twee maanden`: with or without a count.
static size_t read_length(const struct tokens *tokens, size_t at, int *length)
{
    int count = 1;
    size_t used = read_count(tokens, at, &count);
    size_t unit = read_unit(tokens, at + used, length);

    *length *= count;
    return unit == 0 ? 0 : used + unit;
}

static int whole_days(int length, int per)
{
    return (length + 6 * per) / (12 * per);
}

// elke vier maanden, ieder half jaar, per kwartaal, om de twee weken.
static size_t match_every(const struct tokens *tokens, size_t at, struct atom *atom)
{
    static const char *const openings[] = {"elke", "elk", "iedere", "ieder", "per"};
    size_t open = token_is(tokens, at, "om") && token_is(tokens, at + 1, "de") ? 2 : 0;
    int length = 0;

    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        open = token_is(tokens, at, openings[i]) ? 1 : open;
    }
    size_t used = open == 0 ? 0 : read_length(tokens, at + open, &length);
    if (used == 0) {
        return 0;
    }
    *atom = (struct atom){.kind = ATOM_EVERY, .a = whole_days(length, 1)};
    return open + used;
}

// `3x`, `3 keer`, `twee maal`, `tweemaal`; of `2 à 3 keer` the least.
static size_t read_times(const struct tokens *tokens, size_t at, int *count)
{
    size_t used = 0;
    int more = 0;

    if (token_at(tokens, at)->kind == TOKEN_WORD &&
        due_times(tokens->list[at].text, count)) {
        return 1;
    }
    used = read_count(tokens, at, count);
    if (used == 0) {
        return 0;
    }
    bool range = is_mark(tokens, at + 1, "-/") || token_is(tokens, at + 1, "a") ||
                 token_is(tokens, at + 1, "tot");
    if (range && read_count(tokens, at + 2, &more) == 1 && more > *count) {
        used += 2;
    }
    bool said = token_is(tokens, at + used, "x") || token_is(tokens, at + used, "keer") ||
                token_is(tokens, at + used, "maal");
    return said ? used + 1 : 0;
}

// ten minste 3x per jaar, twee keer per jaar, 1x per 2 jaar, 2x/jaar.
static size_t match_times(const struct tokens *tokens, size_t at, struct atom *atom)
{
    int count = 1;
    int length = 0;
    size_t used = read_times(tokens, at, &count);
    bool per = token_is(tokens, at + used, "per") || token_is(tokens, at + used, "in") ||
               token_is(tokens, at + used, "elk") || token_is(tokens, at + used, "ieder") ||
               is_mark(tokens, at + used, "/");

    if (used == 0 || !per) {
        return 0;
    }
    bool article =
        token_is(tokens, at + used + 1, "de") || token_is(tokens, at + used + 1, "het");
    used += article ? 2 : 1;
    size_t unit = read_length(tokens, at + used, &length);
    if (unit == 0) {
        return 0;
    }
    *atom = (struct atom){.kind = ATOM_EVERY, .a = whole_days(length, count)};
    return used + unit;
}

// een jaar na de start, zes maanden na vaststelling.
static size_t match_after(const struct tokens *tokens, size_t at, struct atom *atom)
{
    int count = 1;
    int length = 0;
    bool half = token_is(tokens, at, "half") || token_is(tokens, at, "halfjaar");
    size_t used = half ? 0 : read_count(tokens, at, &count);

    if (used == 0 && !half) {
        return 0;
    }
    size_t unit = read_unit(tokens, at + used, &length);
    if (unit == 0 || !token_is(tokens, at + used + unit, "na")) {
        return 0;
    }
    *atom = (struct atom){.kind = ATOM_AFTER, .a = whole_days(length * count, 1)};
    return used + unit + 1;
}

// 1e, 2de, Ie, eerste.
static size_t read_ordinal(const struct tokens *tokens, size_t at, int *value)
{
    const struct token *token = token_at(tokens, at);
    const struct token *tail = token_at(tokens, at + 1);

    if (token->kind == TOKEN_WORD) {
        return due_ordinal(token->text, value) ? 1 : 0;
    }
    bool said =
        tail->glued && (token_is(tokens, at + 1, "e") || token_is(tokens, at + 1, "de") ||
                        token_is(tokens, at + 1, "ste") || token_is(tokens, at + 1, "ie"));
    if (!is_small(token) || !said) {
        return 0;
    }
    *value = token->value;
    return 2;
}

static size_t numbered(struct atom *atom, enum atom_kind kind, int value, int most,
                       size_t used)
{
    bool fits = value >= 1 && value <= most;

    *atom = (struct atom){.kind = fits ? kind : ATOM_UNSURE, .a = value};
    return used;
}

// Q3, K3, kwartaal 3, 3e kwartaal.
static size_t match_quarter(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *next = token_at(tokens, at + 1);
    bool letter = (token_is(tokens, at, "q") || token_is(tokens, at, "k")) && next->glued;
    int value = 0;

    if ((letter || token_is(tokens, at, "kwartaal")) && is_small(next)) {
        return numbered(atom, ATOM_QUARTER, next->value, 4, 2);
    }
    size_t used = read_ordinal(tokens, at, &value);
    if (used == 0 || !token_is(tokens, at + used, "kwartaal")) {
        return 0;
    }
    return numbered(atom, ATOM_QUARTER, value, 4, used + 1);
}

// 1e helft, tweede halfjaar, H2.
static size_t match_half(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *next = token_at(tokens, at + 1);
    int value = 0;

    if (token_is(tokens, at, "h") && next->glued && is_small(next)) {
        return numbered(atom, ATOM_HALF, next->value, 2, 2);
    }
    size_t used = read_ordinal(tokens, at, &value);
    if (used == 0) {
        return 0;
    }
    if (token_is(tokens, at + used, "helft") || token_is(tokens, at + used, "halfjaar") ||
        token_is(tokens, at + used, "semester")) {
        return numbered(atom, ATOM_HALF, value, 2, used + 1);
    }
    bool apart =
        token_is(tokens, at + used, "half") && token_is(tokens, at + used + 1, "jaar");
    return apart ? numbered(atom, ATOM_HALF, value, 2, used + 2) : 0;
}

static size_t match_word(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *token = token_at(tokens, at);

    *atom = (struct atom){.kind = ATOM_WORD};
    if (token->kind == TOKEN_MARK) {
        atom->kind = ATOM_MARK;
        return 1;
    }
    if (token->kind == TOKEN_NUMBER) {
        if (is_year(token)) {
            *atom = (struct atom){.kind = ATOM_YEAR, .a = token->value};
        }
        return 1;
    }
    if (strcmp(token->text, "voor") == 0) {
        *atom = (struct atom){.kind = ATOM_BEFORE, .a = token->accented};
        return 1;
    }
    due_word(token->text, atom);
    return 1;
}

// 12 mei, 1e mei.
static size_t match_day_month(const struct tokens *tokens, size_t at, struct atom *atom)
{
    const struct token *day = token_at(tokens, at);
    size_t used = token_is(tokens, at + 1, "e") && token_at(tokens, at + 1)->glued ? 2 : 1;
    struct atom month = {0};

    if (day->kind != TOKEN_NUMBER || is_year(day) || is_fraction(tokens, at)) {
        return 0;
    }
    match_word(tokens, at + used, &month);
    if (month.kind != ATOM_MONTH) {
        return 0;
    }
    *atom = (struct atom){.kind = ATOM_DAY_MONTH, .a = day->value, .b = month.a};
    return used + 1;
}

// t/m 2025 without a first year: up to and including.
static size_t match_through(const struct tokens *tokens, size_t at, struct atom *atom)
{
    *atom = (struct atom){.kind = ATOM_FILLER};
    return is_mark(tokens, at, "-/") ? 0 : span_mark(tokens, at);
}

size_t atoms_read(const struct tokens *tokens, struct atom atoms[TOKEN_MAX])
{
    static size_t (*const matchers[])(const struct tokens *, size_t, struct atom *) = {
        match_date,      match_span,    match_month_year, match_times,
        match_every,     match_after,   match_quarter,    match_half,
        match_day_month, match_through, match_word,
    };
    size_t count = 0;

    for (size_t at = 0; at < tokens->count;) {
        size_t used = 0;
        for (size_t i = 0; used == 0; i++) {
            used = matchers[i](tokens, at, &atoms[count]);
        }
        at += used;
        count += 1;
    }
    return count;
}
