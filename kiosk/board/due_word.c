#include "board/due_word.h"

#include <string.h>

// Words that mean something by themselves.
static const struct {
    const char *text;
    enum atom_kind kind;
    int a;
} words[] = {
    {"januari", ATOM_MONTH, 1},
    {"jan", ATOM_MONTH, 1},
    {"februari", ATOM_MONTH, 2},
    {"febr", ATOM_MONTH, 2},
    {"feb", ATOM_MONTH, 2},
    {"maart", ATOM_MONTH, 3},
    {"mrt", ATOM_MONTH, 3},
    {"april", ATOM_MONTH, 4},
    {"apr", ATOM_MONTH, 4},
    {"mei", ATOM_MONTH, 5},
    {"juni", ATOM_MONTH, 6},
    {"jun", ATOM_MONTH, 6},
    {"juli", ATOM_MONTH, 7},
    {"jul", ATOM_MONTH, 7},
    {"augustus", ATOM_MONTH, 8},
    {"aug", ATOM_MONTH, 8},
    {"september", ATOM_MONTH, 9},
    {"sept", ATOM_MONTH, 9},
    {"sep", ATOM_MONTH, 9},
    {"oktober", ATOM_MONTH, 10},
    {"okt", ATOM_MONTH, 10},
    {"november", ATOM_MONTH, 11},
    {"nov", ATOM_MONTH, 11},
    {"december", ATOM_MONTH, 12},
    {"dec", ATOM_MONTH, 12},
    {"voorjaar", ATOM_SEASON, SEASON_SPRING},
    {"lente", ATOM_SEASON, SEASON_SPRING},
    {"zomer", ATOM_SEASON, SEASON_SUMMER},
    {"najaar", ATOM_SEASON, SEASON_AUTUMN},
    {"herfst", ATOM_SEASON, SEASON_AUTUMN},
    {"winter", ATOM_SEASON, SEASON_WINTER},
    {"begin", ATOM_PART, 1},
    {"primo", ATOM_PART, 1},
    {"medio", ATOM_PART, 2},
    {"midden", ATOM_PART, 2},
    {"halverwege", ATOM_PART, 2},
    {"eind", ATOM_PART, 3},
    {"einde", ATOM_PART, 3},
    {"ultimo", ATOM_PART, 3},
    {"schooljaar", ATOM_SCHOOL, 0},
    {"start", ATOM_START, 0},
    {"starten", ATOM_START, 0},
    {"begint", ATOM_START, 0},
    {"beginnend", ATOM_START, 0},
    {"vanaf", ATOM_START, 0},
    {"sinds", ATOM_START, 0},
    {"miv", ATOM_START, 0},
    {"ingang", ATOM_START, 0},
    {"verder", ATOM_START, 0},
    {"ev", ATOM_START, 0},
    {"continu", ATOM_CONTINUOUS, 0},
    {"continue", ATOM_CONTINUOUS, 0},
    {"continuerend", ATOM_CONTINUOUS, 0},
    {"doorlopend", ATOM_CONTINUOUS, 0},
    {"doorlopende", ATOM_CONTINUOUS, 0},
    {"permanent", ATOM_CONTINUOUS, 0},
    {"structureel", ATOM_CONTINUOUS, 0},
    {"voortdurend", ATOM_CONTINUOUS, 0},
    {"jaarlijks", ATOM_EVERY, 365},
    {"jaarlijkse", ATOM_EVERY, 365},
    {"halfjaarlijks", ATOM_EVERY, 183},
    {"tweejaarlijks", ATOM_EVERY, 730},
    {"driemaandelijks", ATOM_EVERY, 91},
    {"maandelijks", ATOM_EVERY, 30},
    {"maandelijkse", ATOM_EVERY, 30},
    {"tweewekelijks", ATOM_EVERY, 14},
    {"wekelijks", ATOM_EVERY, 7},
    {"dagelijks", ATOM_EVERY, 1},
    {"pm", ATOM_NEVER_FILLED, 0},
    {"xx", ATOM_NEVER_FILLED, 0},
    {"xxx", ATOM_NEVER_FILLED, 0},
    {"ntb", ATOM_NEVER_FILLED, 0},
    {"nntb", ATOM_NEVER_FILLED, 0},
    {"nvt", ATOM_NEVER_FILLED, 0},
    {"nnb", ATOM_NEVER_FILLED, 0},
    {"tbd", ATOM_NEVER_FILLED, 0},
    // Behind these a period is not the moment itself.
    {"na", ATOM_UNSURE, 0},
    {"niet", ATOM_UNSURE, 0},
    {"tot", ATOM_UNSURE, 0},
    {"week", ATOM_UNSURE, 0},
    {"wk", ATOM_UNSURE, 0},
    {"van", ATOM_FILLER, 0},
    {"in", ATOM_FILLER, 0},
    {"op", ATOM_FILLER, 0},
    {"per", ATOM_FILLER, 0},
    {"de", ATOM_FILLER, 0},
    {"het", ATOM_FILLER, 0},
    {"een", ATOM_FILLER, 0},
    {"en", ATOM_FILLER, 0},
    {"met", ATOM_FILLER, 0},
    {"aan", ATOM_FILLER, 0},
    {"jaar", ATOM_FILLER, 0},
    {"uiterlijk", ATOM_FILLER, 0},
    {"ten", ATOM_FILLER, 0},
    {"minste", ATOM_FILLER, 0},
    {"tenminste", ATOM_FILLER, 0},
    {"minimaal", ATOM_FILLER, 0},
    {"ongeveer", ATOM_FILLER, 0},
    {"circa", ATOM_FILLER, 0},
};

struct pair {
    const char *text;
    int value;
};

static const struct pair counts[] = {
    {"een", 1},  {"twee", 2},    {"drie", 3},      {"vier", 4},  {"vijf", 5},
    {"zes", 6},  {"zeven", 7},   {"acht", 8},      {"negen", 9}, {"tien", 10},
    {"elf", 11}, {"twaalf", 12}, {"achttien", 18}, {NULL, 0},
};

static const struct pair times[] = {
    {"eens", 1},     {"eenmaal", 1},  {"tweemaal", 2},
    {"driemaal", 3}, {"viermaal", 4}, {NULL, 0},
};

static const struct pair ordinals[] = {
    {"eerste", 1}, {"ie", 1},     {"tweede", 2}, {"iie", 2}, {"derde", 3},
    {"iiie", 3},   {"vierde", 4}, {"ive", 4},    {NULL, 0},
};

// Lengths in units of a 12th of a day, so that months come out whole: a month is 365 of
// them.
static const struct pair units[] = {
    {"dag", 12},         {"dagen", 12},        {"week", 84},         {"weken", 84},
    {"maand", 365},      {"maanden", 365},     {"kwartaal", 1095},   {"kwartalen", 1095},
    {"trimester", 1460}, {"trimesters", 1460}, {"halfjaar", 2190},   {"semester", 2190},
    {"jaar", 4380},      {"jaren", 4380},      {"schooljaar", 4380}, {NULL, 0},
};

static bool pair_find(const struct pair *pairs, const char *text, int *value)
{
    for (; pairs->text != NULL; pairs++) {
        if (strcmp(pairs->text, text) == 0) {
            *value = pairs->value;
            return true;
        }
    }
    return false;
}

bool due_word(const char *text, struct atom *atom)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].text, text) == 0) {
            *atom = (struct atom){.kind = words[i].kind, .a = words[i].a};
            return true;
        }
    }
    return false;
}

bool due_count(const char *text, int *value)
{
    return pair_find(counts, text, value);
}

bool due_times(const char *text, int *value)
{
    return pair_find(times, text, value);
}

bool due_ordinal(const char *text, int *value)
{
    return pair_find(ordinals, text, value);
}

bool due_unit(const char *text, int *value)
{
    return pair_find(units, text, value);
}
