#include "desk/header.h"

#include <string.h>

#include "base/arena.h"
#include "desk/phrase.h"

enum { NAME_BYTES = 128 };

// Keys as phrase_key writes them, without parenthesised parts.
static const struct {
    const char *name;
    enum header header;
} names[] = {
    {"wat", HEADER_WHAT},
    {"actie", HEADER_WHAT},
    {"acties", HEADER_WHAT},
    {"actiepunt", HEADER_WHAT},
    {"activiteit", HEADER_WHAT},
    {"activiteiten", HEADER_WHAT},
    {"maatregel", HEADER_WHAT},
    {"maatregelen", HEADER_WHAT},
    {"omschrijving", HEADER_WHAT},
    {"omschrijving actie", HEADER_WHAT},
    {"wat doen we", HEADER_WHAT},
    {"wat gaan we doen", HEADER_WHAT},
    {"wat concreet", HEADER_WHAT},
    {"concrete actie", HEADER_WHAT},
    {"concrete acties", HEADER_WHAT},
    {"actie/activiteit", HEADER_WHAT},
    {"titel", HEADER_TITLE},
    {"naam", HEADER_TITLE},
    {"naam actie", HEADER_TITLE},
    {"titel actie", HEADER_TITLE},
    {"kort", HEADER_BRIEF},
    {"korte titel", HEADER_BRIEF},
    {"tekst", HEADER_TEXT},
    {"toelichting", HEADER_TEXT},
    {"toelichting/tekst", HEADER_TEXT},
    {"uitleg", HEADER_TEXT},
    {"beschrijving", HEADER_TEXT},
    {"betrokken partners", HEADER_PARTNERS},
    {"partners", HEADER_PARTNERS},
    {"partner", HEADER_PARTNERS},
    {"wie", HEADER_PARTNERS},
    {"door wie", HEADER_PARTNERS},
    {"met wie", HEADER_PARTNERS},
    {"betrokkenen", HEADER_PARTNERS},
    {"betrokken partijen", HEADER_PARTNERS},
    {"partijen", HEADER_PARTNERS},
    {"betrokken organisaties", HEADER_PARTNERS},
    {"organisaties", HEADER_PARTNERS},
    {"samenwerkingspartners", HEADER_PARTNERS},
    {"mogelijke dekking", HEADER_FUNDING},
    {"dekking", HEADER_FUNDING},
    {"budget", HEADER_FUNDING},
    {"kosten", HEADER_FUNDING},
    {"financiering", HEADER_FUNDING},
    {"middelen", HEADER_FUNDING},
    {"bekostiging", HEADER_FUNDING},
    {"begroting", HEADER_FUNDING},
    {"kosten/dekking", HEADER_FUNDING},
    {"wanneer afgerond", HEADER_DUE},
    {"wanneer", HEADER_DUE},
    {"planning", HEADER_DUE},
    {"gereed", HEADER_DUE},
    {"wanneer gereed", HEADER_DUE},
    {"datum gereed", HEADER_DUE},
    {"gereed op", HEADER_DUE},
    {"afgerond", HEADER_DUE},
    {"afgerond op", HEADER_DUE},
    {"deadline", HEADER_DUE},
    {"einddatum", HEADER_DUE},
    {"termijn", HEADER_DUE},
    {"tijdpad", HEADER_DUE},
    {"lokaal of regionaal", HEADER_SCOPE},
    {"lokaal/regionaal", HEADER_SCOPE},
    {"lokaal / regionaal", HEADER_SCOPE},
    {"regionaal of lokaal", HEADER_SCOPE},
    {"bereik", HEADER_SCOPE},
    {"schaal", HEADER_SCOPE},
    {"schaalniveau", HEADER_SCOPE},
    {"niveau", HEADER_SCOPE},
    {"trekker", HEADER_LEAD},
    {"trekkers", HEADER_LEAD},
    {"eigenaar", HEADER_LEAD},
    {"eigenaar/trekker", HEADER_LEAD},
    {"trekker/eigenaar", HEADER_LEAD},
    {"verantwoordelijke", HEADER_LEAD},
    {"verantwoordelijk", HEADER_LEAD},
    {"actiehouder", HEADER_LEAD},
    {"penvoerder", HEADER_LEAD},
    {"kolom", HEADER_COLUMN},
    {"kolommen", HEADER_COLUMN},
    {"stand", HEADER_HEALTH},
    {"status", HEADER_HEALTH},
    {"koers", HEADER_HEALTH},
    {"stand van zaken", HEADER_HEALTH},
    {"voortgang", HEADER_HEALTH},
    {"stap", HEADER_STAGE},
    {"stappen", HEADER_STAGE},
    {"implementatiestap", HEADER_STAGE},
    {"code", HEADER_CODE},
    {"nr", HEADER_CODE},
    {"nummer", HEADER_CODE},
    {"no", HEADER_CODE},
    {"actienummer", HEADER_CODE},
    {"actiecode", HEADER_CODE},
    {"#", HEADER_CODE},
    {"doel", HEADER_GOAL},
    {"doelen", HEADER_GOAL},
    {"subambitie", HEADER_GOAL},
    {"subdoel", HEADER_GOAL},
    {"doelstelling", HEADER_GOAL},
    {"perspectief", HEADER_GOAL},
    {"ambitie", HEADER_AMBITION},
    {"fase", HEADER_AMBITION},
    {"thema", HEADER_AMBITION},
    {"pijler", HEADER_AMBITION},
    {"programmalijn", HEADER_AMBITION},
    {"verwijst", HEADER_REFS},
    {"verwijst naar", HEADER_REFS},
    {"verwijzing", HEADER_REFS},
    {"zie", HEADER_REFS},
    {"soort", HEADER_KIND},
};

// Takes out `( ... )`, and what is open at the end.
static void drop_parentheses(char *text)
{
    int depth = 0;
    char *out = text;

    for (const char *c = text; *c != '\0'; c++) {
        depth += *c == '(' ? 1 : 0;
        if (depth == 0) {
            *out++ = *c;
        }
        depth -= *c == ')' && depth > 0 ? 1 : 0;
    }
    *out = '\0';
}

// The cell as the table of names has it; "" when it is too long to be a name.
static void header_key(const char *cell, char *key)
{
    struct arena arena = {0};
    char bare[NAME_BYTES];
    const char *plain = strlen(cell) < NAME_BYTES ? phrase_plain(&arena, cell) : NULL;

    memset(bare, 0, sizeof bare);
    if (plain != NULL) {
        memcpy(bare, plain, strlen(plain));
    }
    drop_parentheses(bare);
    size_t length = phrase_key(bare, key, NAME_BYTES);
    while (length > 0 && strchr("?! .:", key[length - 1]) != NULL) {
        key[--length] = '\0';
    }
    arena_finish(&arena);
}

enum header header_read(const char *cell)
{
    char key[NAME_BYTES];

    if (cell[0] == '\0') {
        return HEADER_NONE;
    }
    header_key(cell, key);
    const char *start = key + strspn(key, " *");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(start, names[i].name) == 0) {
            return names[i].header;
        }
    }
    return HEADER_NONE;
}

bool header_row(const struct table_row *row, enum header *map)
{
    bool seen[HEADER_COUNT] = {false};
    int known = 0;
    int unknown = 0;
    int different = 0;

    for (int i = 0; i < TABLE_MAX_COLUMNS; i++) {
        const char *cell = table_cell(row, i);
        map[i] = header_read(cell);
        if (map[i] != HEADER_NONE) {
            known++;
            different += seen[map[i]] ? 0 : 1;
            seen[map[i]] = true;
        } else if (cell[0] != '\0') {
            unknown++;
        }
    }
    bool names_action = seen[HEADER_WHAT] || seen[HEADER_TITLE] || seen[HEADER_TEXT];
    return different >= 2 && names_action && known >= unknown;
}
