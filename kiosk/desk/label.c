#include "desk/label.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "desk/phrase.h"

enum { WORD_POINTS = 9, WORD_LEAST = 3, LINE_POINTS = 12, WORD_BYTES = 64 };

static const char between[] = " \t\r\n,.:;/()\"'";

// Words that name nothing by themselves.
static const char *const empty_words[] = {
    "aan",    "al",     "alle",      "alles",       "als",    "beter", "betere",
    "bij",    "binnen", "dat",       "de",          "deze",   "die",   "dit",
    "door",   "een",    "effectief", "effectiever", "elk",    "elke",  "en",
    "er",     "goed",   "goede",     "heeft",       "het",    "hun",   "ieder",
    "iedere", "in",     "intensief", "intensiever", "is",     "meer",  "met",
    "naar",   "niet",   "of",        "om",          "onder",  "ons",   "onze",
    "ook",    "op",     "over",      "per",         "samen",  "te",    "ten",
    "ter",    "tijdig", "tot",       "tussen",      "uit",    "van",   "veel",
    "via",    "voor",   "wij",       "wordt",       "worden", "zijn",  "zo",
    "zonder",
};

// What follows a verb at the start of a title: "Ontwikkelen van", "Inzetten op".
static const char *const after_verbs[] = {"aan", "in",  "met", "naar",
                                          "op",  "tot", "van", "voor"};

static bool among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

// The word at `text` in small letters; returns its length there, 0 at the end.
static size_t word_at(const char *text, char out[WORD_BYTES])
{
    size_t length = strcspn(text, between);
    char raw[WORD_BYTES];

    out[0] = '\0';
    if (length < sizeof raw) {
        memcpy(raw, text, length);
        raw[length] = '\0';
        utf8_fold(raw, out, WORD_BYTES);
    }
    return length;
}

static const char *next_word(const char *text, size_t length)
{
    return text + length + strspn(text + length, between);
}

// "Verbinden" in "Verbinden van mensen", not "Kinderen" in "Kinderen tijdig helpen".
static bool is_verb(const char *word, const char *rest)
{
    char next[WORD_BYTES];
    size_t length = strlen(word);

    word_at(rest, next);
    return length > 3 && strcmp(word + length - 2, "en") == 0 &&
           among(next, after_verbs, sizeof after_verbs / sizeof *after_verbs);
}

// The first word at or behind `at` that names something; the end of the text when there is
// none. A verb counts as such only where the title begins.
static const char *find_noun(const char *at, bool begins)
{
    char word[WORD_BYTES];

    at += strspn(at, between);
    for (size_t length = word_at(at, word); length > 0; length = word_at(at, word)) {
        const char *rest = next_word(at, length);
        bool empty = among(word, empty_words, sizeof empty_words / sizeof *empty_words);
        if (!empty && !(begins && is_verb(word, rest))) {
            return at;
        }
        begins = begins && empty;
        at = rest;
    }
    return at;
}

static char *capitalised(char *text)
{
    if (text != NULL) {
        text[0] = (char)toupper((unsigned char)text[0]);
    }
    return text;
}

const char *label_word(struct arena *arena, const char *title)
{
    bool begins = true;

    for (const char *at = find_noun(title, begins); *at != '\0';) {
        size_t length = strcspn(at, between);
        char *word = arena_text(arena, at, length);
        size_t points = word == NULL ? WORD_LEAST : utf8_count(word);
        if (points >= WORD_LEAST && points <= WORD_POINTS) {
            return capitalised(word);
        }
        begins = false;
        at = find_noun(next_word(at, length), begins);
    }
    return phrase_short(arena, title, WORD_POINTS);
}

// Bytes of the whole words that fit on a line; 0 when the first does not.
static size_t line_length(const char *text)
{
    size_t length = strlen(text);
    size_t words = 0;
    size_t at = 0;

    for (int points = 0; points < LINE_POINTS && at < length; points++) {
        utf8_next(text, length, &at);
        if (at == length || text[at] == ' ') {
            words = at;
        }
    }
    return words;
}

// Without parentheses, and with spaces for line feeds and slashes: a slash parts the lines.
static void flatten(char *text)
{
    char *out = text;

    for (const char *c = text; *c != '\0'; c++) {
        if (*c != '(' && *c != ')') {
            *out++ = (char)(strchr("\t\r\n/", *c) != NULL ? ' ' : *c);
        }
    }
    *out = '\0';
}

const char *label_wall(struct arena *arena, const char *title)
{
    const char *noun = find_noun(title, true);
    char *text = capitalised(arena_string(arena, *noun == '\0' ? title : noun));

    if (text == NULL) {
        return NULL;
    }
    flatten(text);
    size_t length = line_length(text);
    if (text[length] == '\0') {
        return text;
    }
    if (length == 0) {
        return phrase_short(arena, text, LINE_POINTS);
    }
    const char *second =
        phrase_short(arena, text + length + strspn(text + length, " "), LINE_POINTS);
    text[length] = '\0';
    return second == NULL ? NULL : arena_format(arena, "%s/%s", text, second);
}
