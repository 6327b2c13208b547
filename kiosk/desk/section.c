#include "desk/section.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *word, *kind;
    enum section_level level;
} words[] = {
    {"ambitie", "Ambitie", SECTION_AMBITION},
    {"fase", "Fase", SECTION_AMBITION},
    {"thema", "Thema", SECTION_AMBITION},
    {"pijler", "Pijler", SECTION_AMBITION},
    {"programmalijn", "Lijn", SECTION_AMBITION},
    {"subambitie", "", SECTION_GOAL},
    {"subdoel", "", SECTION_GOAL},
    {"doel", "Doel", SECTION_EITHER},
    {"doelstelling", "Doel", SECTION_EITHER},
    {"perspectief", "Perspectief", SECTION_EITHER},
};

static const char *const romans[] = {"I",  "II",  "III",  "IV", "V",
                                     "VI", "VII", "VIII", "IX", "X"};

// The word that a heading begins with; its length, or 0.
static size_t read_word(const char *text, struct section *section)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i].word);
        if (strncasecmp(text, words[i].word, length) == 0 && text[length] == ' ') {
            section->kind = words[i].kind;
            section->level = words[i].level;
            return length + strspn(text + length, " ");
        }
    }
    return 0;
}

// Digits, optionally `.` and digits. Its length, or 0.
static size_t read_number(const char *text, struct section *section, bool *dotted)
{
    size_t whole = strspn(text, "0123456789");
    size_t part =
        whole > 0 && text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
    size_t length = part > 0 ? whole + 1 + part : whole;

    *dotted = part > 0;
    if (length == 0 || whole > 3 || part > 3) {
        return 0;
    }
    snprintf(section->code, sizeof section->code, "%.*s", (int)length, text);
    return length;
}

static size_t read_roman(const char *text, struct section *section)
{
    size_t length = strspn(text, "IVX");

    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++) {
        if (length == strlen(romans[i]) && strncmp(text, romans[i], length) == 0) {
            snprintf(section->code, sizeof section->code, "%zu", i + 1);
            return length;
        }
    }
    return 0;
}

// What may stand between the number and the title; false when the number goes on ("1.1a",
// "1.1.1").
static bool read_title(const char *text, bool needs_mark, struct section *section)
{
    size_t marks = strspn(text, ".:)");
    const char *title = text + marks;

    if (*title != '\0' && *title != ' ') {
        return false;
    }
    title += strspn(title, " ");
    if (strncmp(title, "- ", 2) == 0 || strncmp(title, "– ", 4) == 0) {
        title = strchr(title, ' ') + 1;
        marks++;
    }
    section->title = title;
    return !needs_mark || marks > 0;
}

bool section_read(const char *text, bool numbered, struct section *section)
{
    bool dotted = false;

    *section = (struct section){.kind = "", .level = SECTION_AMBITION, .title = ""};
    size_t word = read_word(text, section);
    size_t number = read_number(text + word, section, &dotted);
    if (number == 0 && word > 0) {
        number = read_roman(text + word, section);
    }
    if (number == 0 || (word == 0 && !numbered) ||
        !read_title(text + word + number, word == 0 && !dotted, section)) {
        return false;
    }
    if (dotted) {
        section->level = SECTION_GOAL;
    }
    return word > 0 ||
           (section->title[0] != '\0' && !isdigit((unsigned char)section->title[0]));
}
