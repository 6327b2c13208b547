// Boards for tests of whole screens: one as people have it, and some as nobody should.
#ifndef REGIEBORD_TESTS_ODD_BOARDS_H
#define REGIEBORD_TESTS_ODD_BOARDS_H

#include <stdarg.h>

#include "board_fixture.h"

// A line of the fixture, made as printf does.
__attribute__((format(printf, 2, 3))) static inline void odd_add(struct fixture *fixture,
                                                                 const char *format, ...)
{
    char *line = NULL;
    va_list args;

    va_start(args, format);
    if (vasprintf(&line, format, args) < 0) {
        abort();
    }
    va_end(args);
    fixture_add(fixture, line);
    free(line);
}

// `times` copies of a text; the caller frees it.
static inline char *odd_repeat(const char *text, int times)
{
    size_t length = strlen(text);
    char *out = malloc(length * (size_t)times + 1);

    for (int i = 0; i < times; i++) {
        memcpy(out + (size_t)i * length, text, length);
    }
    out[length * (size_t)times] = '\0';
    return out;
}

static inline void odd_columns(struct fixture *fixture, int count)
{
    static const struct {
        const char *id, *title, *wall, *letter;
    } columns[] = {
        {"gemeente", "Gemeente", "Gemeente", "G"},
        {"jeugdhulp", "Jeugdhulp", "Jeugdhulp", "J"},
        {"kinderopvang", "Kinderopvang", "Opvang", "K"},
        {"onderwijs", "Onderwijs", "Onderwijs", "O"},
    };

    for (int i = 0; i < count; i++) {
        if (i < 4) {
            odd_add(fixture,
                    "board_column b/%s board=b|column_id=%s|title=%s|wall=%s|letter=%s|"
                    "position=%d",
                    columns[i].id, columns[i].id, columns[i].title, columns[i].wall,
                    columns[i].letter, i);
        } else {
            odd_add(
                fixture,
                "board_column b/c%d board=b|column_id=c%d|title=Deelnemer %d|wall=Deeln "
                "%d|letter=%c|position=%d",
                i, i, i, i, 'A' + i, i);
        }
    }
}

static inline void odd_action(struct fixture *fixture, const char *code, int goal,
                              int columns, int nth)
{
    static const char *const ids[] = {"gemeente", "jeugdhulp", "kinderopvang", "onderwijs"};
    static const char *const healths[] = {"op koers", "op koers", "",         "aandacht",
                                          "op koers", "knelpunt", "afgerond", "op koers"};
    static const char *const stages[] = {"niet gestart", "beleggen", "vertalen",
                                         "toepassen"};

    odd_add(
        fixture,
        "action b/%s board=b|goal=%d|code=%s|title=Samen zorgen voor een doorlopende lijn "
        "op school|text=Alle partners spreken af hoe zij samen zorgen voor een doorlopende "
        "lijn van opvang naar school.|partners=cb, ko, po, vo, ggd, gemeente|due=%d|"
        "funding=%s|refs=1.1, %s|scope=regionaal|position=%d",
        code, goal, code, 2022 + nth % 4, nth % 3 == 0 ? "p.m." : "gemeente en swv", code,
        nth);
    for (int c = 0; c < columns && c < 12; c++) {
        char id[16];
        snprintf(id, sizeof id, c < 4 ? "%s" : "c%s%d", c < 4 ? ids[c] : "", c);
        odd_add(fixture, "track b/%s/%s board=b|action=%s|column_id=%s|lead=%s", code, id,
                code, id, (nth + c) % 2 == 0 ? "integrale vroeghulp" : "");
        const char *health = healths[(nth * 3 + c) % 8];
        if (health[0] != '\0') {
            odd_add(fixture, "! track b/%s/%s stage=%s|health=%s|reason=%s", code, id,
                    stages[(nth + c) % 4], health,
                    strcmp(health, "knelpunt") == 0 ? "inkoop" : "");
        }
    }
}

// As the programmes of the region are: five ambitions in four columns, a year of reports,
// marked as an example.
static inline void odd_living(struct fixture *fixture)
{
    static const char *const walls[] = {"Preventie en/lichte zorg",
                                        "Op tijd/de juiste hulp", "Maatwerk/complex",
                                        "Minder/verzuim", "Samen/werken"};
    static const char *const words[] = {"Preventie", "Op tijd", "Maatwerk", "Verzuim",
                                        "Samen"};

    fixture_add(
        fixture,
        "board b title=Uitwerkingsprogramma Ontwikkelagenda Passend Onderwijs|wall=Passend "
        "onderwijs Meierij|word=Meierij|subtitle=Uitwerkingsprogramma 2021-2025|example=ja|"
        "row_kind=Ambitie|silent_days=180|rung_days=30\n"
        "abbreviation a1 board=b|name=GGD|meaning=gemeentelijke gezondheidsdienst\n"
        "abbreviation a2 board=b|name=CB|meaning=consultatiebureau\n"
        "organisation o1 board=b|name=po|title=primair onderwijs|column_id=onderwijs\n"
        "organisation o2 board=b|name=vo|title=voortgezet onderwijs|column_id=onderwijs\n"
        "meeting m1 board=b|body=regiegroep|starts=2025-09-25 14:00|place=Stadskantoor\n"
        "meeting m2 board=b|body=regiegroep|starts=2025-11-27 14:00|place=Stadskantoor\n"
        "@ 2025-03-04 10:00\nby Proef\n");
    odd_columns(fixture, 4);
    for (int a = 0; a < 5; a++) {
        odd_add(fixture,
                "ambition b/%d board=b|code=%d|title=Kinderen op tijd de hulp bieden die "
                "zij nodig "
                "hebben|wall=%s|word=%s|position=%d",
                a + 1, a + 1, walls[a], words[a], a);
        for (int g = 0; g < 3; g++) {
            odd_add(fixture,
                    "goal b/%d%d board=b|ambition=%d|code=%d.%d|title=Signaleren en "
                    "ondersteunen bij achterstanden|position=%d",
                    a + 1, g + 1, a + 1, a + 1, g + 1, a * 3 + g);
        }
    }
    for (int i = 0; i < 34; i++) {
        static const char *const days[] = {"2025-03-04", "2025-06-17", "2025-10-02",
                                           "2025-11-10"};
        char code[16];
        int goal = i % 14; // the last goal stays bare
        snprintf(code, sizeof code, "%d.%d%c", goal / 3 + 1, goal % 3 + 1, 'a' + i / 14);
        odd_add(fixture, "@ %s 10:42", days[i * 4 / 34]);
        odd_add(
            fixture,
            "action b/%s board=b|goal=%d.%d|code=%s|title=Doorlopende lijn van opvang naar "
            "school %d|brief=Doorlopende lijn|text=Alle partners spreken af hoe zij samen "
            "zorgen voor een doorlopende lijn van opvang naar school, ook in de vakanties.|"
            "partners=cb, ko, po, vo, ggd|due=%d|funding=%s|refs=1.1|scope=regionaal|"
            "position=%d",
            code, goal / 3 + 1, goal % 3 + 1, code, i, 2022 + i % 5,
            i % 3 == 0 ? "p.m." : "gemeente en swv", i);
        static const char *const ids[] = {"gemeente", "jeugdhulp", "kinderopvang",
                                          "onderwijs"};
        static const char *const healths[] = {"op koers", "op koers", "",
                                              "aandacht", "op koers", "knelpunt",
                                              "afgerond", "op koers"};
        static const char *const stages[] = {"niet gestart", "beleggen",  "vertalen",
                                             "toepassen",    "monitoren", "geborgd"};
        for (int c = 0; c < 4; c++) {
            if ((i * 7 + c * 3) % 4 == 3) {
                continue; // takes no part
            }
            odd_add(fixture, "track b/%s/%s board=b|action=%s|column_id=%s|lead=%s", code,
                    ids[c], code, ids[c], (i + c) % 2 == 0 ? "integrale vroeghulp" : "");
            const char *health = healths[(i * 3 + c) % 8];
            bool stuck = strcmp(health, "knelpunt") == 0;
            if (health[0] != '\0') {
                odd_add(fixture, "! track b/%s/%s stage=%s|health=%s|reason=%s", code,
                        ids[c], stages[(i + c) % 6], health, stuck ? "inkoop" : "");
            }
            if (stuck) {
                odd_add(fixture,
                        "! bottleneck k%d%d "
                        "board=b|action=%s|column_id=%s|reason=inkoop|rung=%s|"
                        "since=2025-09-01|rung_since=2025-10-01|asked=wie betaalt|"
                        "decide_by=2025-11-27",
                        i, c, code, ids[c], i % 3 == 0 ? "OOGO" : "regiegroep");
            }
        }
        if (i % 6 == 0) {
            odd_add(fixture, "! action b/%s due=%d\n! action b/%s due=%d", code,
                    2026 + i % 3, code, 2027 + i % 3);
        }
    }
}

// Nothing but its columns: ambitions, each with an action in every column.
static inline void odd_grid(struct fixture *fixture, int ambitions, int columns, int stages)
{
    fixture_add(fixture, "board b title=Proefbord|wall=Proefbord|word=Proef|example=ja\n"
                         "@ 2025-10-02 10:42\nby Proef\n");
    odd_columns(fixture, columns);
    for (int i = 0; i < stages; i++) {
        odd_add(fixture, "stage b/%d board=b|name=stap nummer %d|position=%d", i, i, i);
    }
    for (int a = 1; a <= ambitions; a++) {
        char code[16];
        odd_add(fixture,
                "ambition b/%d board=b|code=%d|title=Ambitie nummer %d|wall=Ambitie/nummer "
                "%d|word=Amb %d|position=%d",
                a, a, a, a, a, a);
        odd_add(fixture, "goal b/%d board=b|ambition=%d|code=%d|title=Doel %d|position=%d",
                a, a, a, a, a);
        snprintf(code, sizeof code, "%d.1a", a);
        odd_action(fixture, code, a, columns, a);
    }
}

static inline void odd_texts(struct fixture *fixture, const char *text)
{
    odd_add(fixture, "board b title=%s|wall=%s|word=%s|subtitle=%s|row_kind=%s|example=ja",
            text, text, text, text, text);
    fixture_add(fixture, "@ 2025-10-02 10:42\nby Proef");
    for (int c = 0; c < 3; c++) {
        odd_add(fixture,
                "board_column b/%d board=b|column_id=%d|title=%s|wall=%s|letter=%s", c, c,
                text, text, text);
    }
    for (int i = 0; i < 3; i++) {
        odd_add(fixture, "stage b/%d board=b|name=%d%s", i, i, text);
        odd_add(fixture, "rung b/%d board=b|name=%d%s|title=%s", i, i, text, text);
    }
    odd_add(fixture, "ambition b/1 board=b|code=1|title=%s|wall=%s|word=%s", text, text,
            text);
    odd_add(fixture, "goal b/1 board=b|ambition=1|code=1.1|title=%s", text);
    odd_add(
        fixture,
        "action b/a board=b|goal=1.1|code=a|title=%s|text=%s|partners=%s, po|funding=%s|"
        "due=%s|refs=%s",
        text, text, text, text, text, text);
    odd_add(fixture, "abbreviation a1 board=b|name=%s|meaning=%s", text, text);
    odd_add(fixture, "organisation o1 board=b|name=po|title=%s|column_id=1", text);
    odd_add(fixture, "meeting m1 board=b|body=%s|place=%s|starts=2025-11-27", text, text);
    for (int c = 0; c < 3; c++) {
        odd_add(fixture, "track b/a/%d board=b|action=a|column_id=%d|lead=%s", c, c, text);
        odd_add(fixture, "! track b/a/%d health=knelpunt|reason=%s", c, text);
        odd_add(
            fixture,
            "! bottleneck k%d board=b|action=a|column_id=%d|reason=%s|asked=%s|rung=%d%s|"
            "since=2025-01-01|rung_since=2025-01-01|decide_by=2025-12-01",
            c, c, text, text, c, text);
    }
    odd_add(fixture, "@ 2025-11-01\n! action b/a due=2028\n! action b/a due=%s", text);
}

enum odd_board {
    BOARD_LIVING,
    BOARD_PLAN,      // nothing reported, no example
    BOARD_NOTHING,   // not even a column
    BOARD_COLUMN,    // one column
    BOARD_COLUMNS,   // twelve
    BOARD_AMBITIONS, // forty
    BOARD_STAGES,    // eight
    BOARD_EMPTY,     // empty texts
    BOARD_LONG,      // texts of 4000 bytes
    BOARD_ENDLESS,   // the same without a space, in letters of four bytes
    BOARD_FULL,      // 500 actions in one cell
    BOARD_COUNT
};

static const char *const odd_names[BOARD_COUNT] = {
    "living",          "plan",         "nothing",     "one column", "twelve columns",
    "forty ambitions", "eight stages", "empty texts", "long texts", "endless texts",
    "full cell"};

static inline void odd_full(struct fixture *fixture)
{
    odd_grid(fixture, 1, 2, 0);
    for (int i = 0; i < 500; i++) {
        odd_add(fixture, "action b/x%d board=b|goal=1|code=1.1x%d|title=Actie nummer %d", i,
                i, i);
        odd_add(fixture,
                "track b/x%d/g board=b|action=1.1x%d|column_id=gemeente|health=knelpunt", i,
                i);
    }
}

static inline struct board_set *odd_build(enum odd_board which)
{
    struct fixture fixture = {0};
    char *words = odd_repeat("lange tekst ", 333);
    char *faces = odd_repeat("\xF0\x9F\x99\x82", 1000);

    switch (which) {
    case BOARD_LIVING:
        odd_living(&fixture);
        break;
    case BOARD_PLAN:
        fixture_add(&fixture, FIXTURE_PLAN);
        break;
    case BOARD_NOTHING:
        fixture_add(&fixture, "board b title=Leeg|example=ja");
        break;
    case BOARD_COLUMN:
        odd_grid(&fixture, 4, 1, 0);
        break;
    case BOARD_COLUMNS:
        odd_grid(&fixture, 4, 12, 0);
        break;
    case BOARD_AMBITIONS:
        odd_grid(&fixture, 40, 4, 0);
        break;
    case BOARD_STAGES:
        odd_grid(&fixture, 4, 4, 8);
        break;
    case BOARD_EMPTY:
        odd_texts(&fixture, "");
        break;
    case BOARD_LONG:
        odd_texts(&fixture, words);
        break;
    case BOARD_ENDLESS:
        odd_texts(&fixture, faces);
        break;
    case BOARD_FULL:
        odd_full(&fixture);
        break;
    case BOARD_COUNT:
        break;
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    free(words);
    free(faces);
    return set;
}

#endif
