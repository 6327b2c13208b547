// Planning terms as people write them, and hostile ones.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "board/due.h"

struct period_case {
    const char *text;
    enum due_kind kind;
    const char *from, *to;
    bool starts;
};

static const struct period_case periods[] = {
    // The two source tables.
    {"2022", DUE_YEAR, "2022-01-01", "2022-12-31", false},
    {"2023", DUE_YEAR, "2023-01-01", "2023-12-31", false},
    {"2024", DUE_YEAR, "2024-01-01", "2024-12-31", false},
    {"2025", DUE_YEAR, "2025-01-01", "2025-12-31", false},
    {"2017-2018", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"1e helft 2017-2018", DUE_HALF, "2017-08-01", "2018-01-31", false},
    {"Ie helft 2017-2018", DUE_HALF, "2017-08-01", "2018-01-31", false},
    {"2e helft 2017-2018", DUE_HALF, "2018-02-01", "2018-07-31", false},
    {"Najaar 2017", DUE_SEASON, "2017-09-01", "2017-11-30", false},
    {"Start najaar 2017", DUE_SEASON, "2017-09-01", "2017-11-30", true},
    {"Start 2017-2018", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", true},
    {"2e implementatiejaar 2017-2018", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"2-jarig: 1e jaar 2017-2018", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"2017-2018 (trimesterrapportages)", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    // Years and school years.
    {" 2023 ", DUE_YEAR, "2023-01-01", "2023-12-31", false},
    {"in 2023", DUE_YEAR, "2023-01-01", "2023-12-31", false},
    {"'24", DUE_YEAR, "2024-01-01", "2024-12-31", false},
    {"2017 - 2018", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"2017\xe2\x80\x93"
     "2018",
     DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"schooljaar 2017/2018", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"2017/'18", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"2017-18", DUE_SCHOOLYEAR, "2017-08-01", "2018-07-31", false},
    {"2021-2025", DUE_YEAR, "2021-01-01", "2025-12-31", false},
    {"2021 t/m 2025", DUE_YEAR, "2021-01-01", "2025-12-31", false},
    {"2021 tot en met 2025", DUE_YEAR, "2021-01-01", "2025-12-31", false},
    {"t/m 2025", DUE_YEAR, "2025-01-01", "2025-12-31", false},
    // Halves, quarters, seasons, parts.
    {"eerste helft 2024", DUE_HALF, "2024-01-01", "2024-06-30", false},
    {"tweede helft van 2024", DUE_HALF, "2024-07-01", "2024-12-31", false},
    {"2e halfjaar 2024", DUE_HALF, "2024-07-01", "2024-12-31", false},
    {"1e half jaar 2024", DUE_HALF, "2024-01-01", "2024-06-30", false},
    {"H2 2024", DUE_HALF, "2024-07-01", "2024-12-31", false},
    {"Q3 2024", DUE_QUARTER, "2024-07-01", "2024-09-30", false},
    {"q1-2024", DUE_QUARTER, "2024-01-01", "2024-03-31", false},
    {"2024 Q4", DUE_QUARTER, "2024-10-01", "2024-12-31", false},
    {"2024-Q2", DUE_QUARTER, "2024-04-01", "2024-06-30", false},
    {"K2 2024", DUE_QUARTER, "2024-04-01", "2024-06-30", false},
    {"3e kwartaal 2024", DUE_QUARTER, "2024-07-01", "2024-09-30", false},
    {"vierde kwartaal van 2024", DUE_QUARTER, "2024-10-01", "2024-12-31", false},
    {"kwartaal 1 2024", DUE_QUARTER, "2024-01-01", "2024-03-31", false},
    {"voorjaar 2024", DUE_SEASON, "2024-03-01", "2024-05-31", false},
    {"lente 2024", DUE_SEASON, "2024-03-01", "2024-05-31", false},
    {"zomer 2024", DUE_SEASON, "2024-06-01", "2024-08-31", false},
    {"herfst van 2024", DUE_SEASON, "2024-09-01", "2024-11-30", false},
    {"winter 2023", DUE_SEASON, "2023-12-01", "2024-02-29", false},
    {"winter 2023-2024", DUE_SEASON, "2023-12-01", "2024-02-29", false},
    {"najaar 2017-2018", DUE_SEASON, "2017-09-01", "2017-11-30", false},
    {"voorjaar 2017-2018", DUE_SEASON, "2018-03-01", "2018-05-31", false},
    {"begin 2024", DUE_SEASON, "2024-01-01", "2024-03-31", false},
    {"medio 2024", DUE_SEASON, "2024-05-01", "2024-08-31", false},
    {"eind 2024", DUE_SEASON, "2024-10-01", "2024-12-31", false},
    {"Einde 2024", DUE_SEASON, "2024-10-01", "2024-12-31", false},
    {"eind schooljaar 2023-2024", DUE_SEASON, "2024-05-01", "2024-07-31", false},
    {"eind Q3 2024", DUE_QUARTER, "2024-07-01", "2024-09-30", false},
    // Months.
    {"mei 2024", DUE_MONTH, "2024-05-01", "2024-05-31", false},
    {"januari 2024", DUE_MONTH, "2024-01-01", "2024-01-31", false},
    {"jan. 2024", DUE_MONTH, "2024-01-01", "2024-01-31", false},
    {"FEBRUARI 2024", DUE_MONTH, "2024-02-01", "2024-02-29", false},
    {"febr. 2023", DUE_MONTH, "2023-02-01", "2023-02-28", false},
    {"feb 2023", DUE_MONTH, "2023-02-01", "2023-02-28", false},
    {"maart 2024", DUE_MONTH, "2024-03-01", "2024-03-31", false},
    {"mrt '24", DUE_MONTH, "2024-03-01", "2024-03-31", false},
    {"april 2024", DUE_MONTH, "2024-04-01", "2024-04-30", false},
    {"apr 2024", DUE_MONTH, "2024-04-01", "2024-04-30", false},
    {"juni 2024", DUE_MONTH, "2024-06-01", "2024-06-30", false},
    {"jun 2024", DUE_MONTH, "2024-06-01", "2024-06-30", false},
    {"juli 2024", DUE_MONTH, "2024-07-01", "2024-07-31", false},
    {"jul 2024", DUE_MONTH, "2024-07-01", "2024-07-31", false},
    {"augustus 2024", DUE_MONTH, "2024-08-01", "2024-08-31", false},
    {"aug 2024", DUE_MONTH, "2024-08-01", "2024-08-31", false},
    {"september 2024", DUE_MONTH, "2024-09-01", "2024-09-30", false},
    {"sept. 2024", DUE_MONTH, "2024-09-01", "2024-09-30", false},
    {"sep 2024", DUE_MONTH, "2024-09-01", "2024-09-30", false},
    {"oktober 2024", DUE_MONTH, "2024-10-01", "2024-10-31", false},
    {"okt 2024", DUE_MONTH, "2024-10-01", "2024-10-31", false},
    {"november 2024", DUE_MONTH, "2024-11-01", "2024-11-30", false},
    {"nov 2024", DUE_MONTH, "2024-11-01", "2024-11-30", false},
    {"december 2024", DUE_MONTH, "2024-12-01", "2024-12-31", false},
    {"dec 2024", DUE_MONTH, "2024-12-01", "2024-12-31", false},
    {"eind mei 2024", DUE_MONTH, "2024-05-21", "2024-05-31", false},
    {"begin mei 2024", DUE_MONTH, "2024-05-01", "2024-05-10", false},
    {"medio februari 2023", DUE_MONTH, "2023-02-11", "2023-02-20", false},
    {"tweede helft van november 2024", DUE_MONTH, "2024-11-16", "2024-11-30", false},
    {"mei/juni 2024", DUE_MONTH, "2024-05-01", "2024-06-30", false},
    {"mei 2017-2018", DUE_MONTH, "2018-05-01", "2018-05-31", false},
    {"september 2017-2018", DUE_MONTH, "2017-09-01", "2017-09-30", false},
    {"2024-05", DUE_MONTH, "2024-05-01", "2024-05-31", false},
    {"05-2024", DUE_MONTH, "2024-05-01", "2024-05-31", false},
    {"5/2024", DUE_MONTH, "2024-05-01", "2024-05-31", false},
    // Days.
    {"12-05-2024", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"12/5/2024", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"12.05.2024", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"2024-05-12", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"12 mei 2024", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"12 Mei 2024.", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"donderdag 12 sept. 2024", DUE_DAY, "2024-09-12", "2024-09-12", false},
    {"29 februari 2024", DUE_DAY, "2024-02-29", "2024-02-29", false},
    {"29-02-2024", DUE_DAY, "2024-02-29", "2024-02-29", false},
    {"per 1 januari 2024", DUE_DAY, "2024-01-01", "2024-01-01", false},
    // Before, at the latest, from.
    {"uiterlijk 2024", DUE_YEAR, "2024-01-01", "2024-12-31", false},
    {"uiterlijk 12-05-2024", DUE_DAY, "2024-05-12", "2024-05-12", false},
    {"v\xc3\xb3\xc3\xb3r 2024", DUE_YEAR, "2023-12-31", "2023-12-31", false},
    {"vo\xcc\x81o\xcc\x81r 2024", DUE_YEAR, "2023-12-31", "2023-12-31", false},
    {"voor 2024", DUE_YEAR, "2023-12-31", "2023-12-31", false},
    {"Voor 1 mei 2024", DUE_DAY, "2024-04-30", "2024-04-30", false},
    {"voor de zomer van 2024", DUE_SEASON, "2024-05-31", "2024-05-31", false},
    {"klaar v\xc3\xb3\xc3\xb3r mei 2024", DUE_MONTH, "2024-04-30", "2024-04-30", false},
    {"voor eind 2024", DUE_SEASON, "2024-10-01", "2024-12-31", false},
    {"2023 voor scholen", DUE_YEAR, "2023-01-01", "2023-12-31", false},
    {"start mei 2024", DUE_MONTH, "2024-05-01", "2024-05-31", true},
    {"vanaf 2024", DUE_YEAR, "2024-01-01", "2024-12-31", true},
    {"m.i.v. 1-8-2024", DUE_DAY, "2024-08-01", "2024-08-01", true},
    {"2024 e.v.", DUE_YEAR, "2024-01-01", "2024-12-31", true},
    {"2024 en verder", DUE_YEAR, "2024-01-01", "2024-12-31", true},
    {"n.t.b., uiterlijk 2024", DUE_YEAR, "2024-01-01", "2024-12-31", false},
};

static void periods_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        const struct period_case *c = &periods[i];
        struct due due = due_read(c->text);
        char from[16];
        char to[16];
        day_write(due.from, from);
        day_write(due.to, to);
        if (due.kind != c->kind || strcmp(from, c->from) != 0 || strcmp(to, c->to) != 0 ||
            due.starts != c->starts) {
            fail_msg("\"%s\": kind %d, %s to %s, starts %d", c->text, due.kind, from, to,
                     due.starts);
        }
    }
}

static void other_terms_are_read(void **state)
{
    static const struct {
        const char *text;
        enum due_kind kind;
        int every_days;
    } cases[] = {
        {NULL, DUE_NONE, 0},
        {"", DUE_NONE, 0},
        {" ", DUE_NONE, 0},
        {"-", DUE_NONE, 0},
        {"\xe2\x80\x93", DUE_NONE, 0},
        {"?", DUE_NONE, 0},
        {"...", DUE_NONE, 0},
        {"p.m.", DUE_NONE, 0},
        {"p.m", DUE_NONE, 0},
        {"P.M.", DUE_NONE, 0},
        {"pm", DUE_NONE, 0},
        {"PM", DUE_NONE, 0},
        {"(p.m.)", DUE_NONE, 0},
        {"xx", DUE_NONE, 0},
        {"XX", DUE_NONE, 0},
        {"n.t.b.", DUE_NONE, 0},
        {"ntb", DUE_NONE, 0},
        {"n.v.t.", DUE_NONE, 0},
        {"nvt", DUE_NONE, 0},
        {"nog niet bekend", DUE_NONE, 0},
        {"Nog niet bekend.", DUE_NONE, 0},
        {"Continu", DUE_CONTINUOUS, 0},
        {"Continue", DUE_CONTINUOUS, 0},
        {"doorlopend", DUE_CONTINUOUS, 0},
        {"Doorlopend", DUE_CONTINUOUS, 0},
        {"structureel", DUE_CONTINUOUS, 0},
        {"Continu, start 2023", DUE_CONTINUOUS, 0},
        {"Continu (2021-2025)", DUE_CONTINUOUS, 0},
        {"Ten minste 3x per jaar (trimesterrapportage)", DUE_RECURRING, 122},
        {"ten minste 3x per jaar", DUE_RECURRING, 122},
        {"3 x per jaar", DUE_RECURRING, 122},
        {"2x per jaar", DUE_RECURRING, 183},
        {"2x/jaar", DUE_RECURRING, 183},
        {"2 keer per jaar", DUE_RECURRING, 183},
        {"twee keer per jaar", DUE_RECURRING, 183},
        {"tweemaal per jaar", DUE_RECURRING, 183},
        {"twee maal per jaar", DUE_RECURRING, 183},
        {"2 \xc3\xa0 3 keer per jaar", DUE_RECURRING, 183},
        {"2-3x per jaar", DUE_RECURRING, 183},
        {"eens per jaar", DUE_RECURRING, 365},
        {"eenmaal per twee jaar", DUE_RECURRING, 730},
        {"1x per 2 jaar", DUE_RECURRING, 730},
        {"1x per maand", DUE_RECURRING, 30},
        {"1 keer in de twee jaar", DUE_RECURRING, 730},
        {"2 keer in het jaar", DUE_RECURRING, 183},
        {"elke vier maanden", DUE_RECURRING, 122},
        {"ten minste elke vier maanden", DUE_RECURRING, 122},
        {"ieder half jaar", DUE_RECURRING, 183},
        {"elk halfjaar", DUE_RECURRING, 183},
        {"om de twee weken", DUE_RECURRING, 14},
        {"iedere maand", DUE_RECURRING, 30},
        {"per kwartaal", DUE_RECURRING, 91},
        {"elk kwartaal", DUE_RECURRING, 91},
        {"jaarlijks", DUE_RECURRING, 365},
        {"maandelijks", DUE_RECURRING, 30},
        {"halfjaarlijks", DUE_RECURRING, 183},
        {"wekelijks", DUE_RECURRING, 7},
        {"jaarlijks in mei", DUE_RECURRING, 365},
        {"2x per jaar, start najaar 2017", DUE_RECURRING, 183},
        {"een jaar na de start", DUE_RELATIVE, 365},
        {"Een jaar na start", DUE_RELATIVE, 365},
        {"\xc3\xa9\xc3\xa9n jaar na de start", DUE_RELATIVE, 365},
        {"twee jaar na de start", DUE_RELATIVE, 730},
        {"zes maanden na de start", DUE_RELATIVE, 183},
        {"6 maanden na vaststelling", DUE_RELATIVE, 183},
        {"een half jaar na de start", DUE_RELATIVE, 183},
        {"half jaar na de start", DUE_RELATIVE, 183},
        {"binnen 3 weken na het overleg", DUE_RELATIVE, 21},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct due due = due_read(cases[i].text);
        if (due.kind != cases[i].kind || due.every_days != cases[i].every_days ||
            due.from != DAY_NONE || due.to != DAY_NONE || due.starts) {
            fail_msg("\"%s\": kind %d, every %d, from %d", cases[i].text, due.kind,
                     due.every_days, due.from);
        }
    }
}

static void nothing_is_guessed(void **state)
{
    static const char *const cases[] = {
        "N.a.v. ondersteuningsvraag vastgelegd in het TOPdossier",
        "Ouders - school - consulent maken gezamenlijk plan en evaluatie tijdens mdo in "
        "TOPdossier en "
        "voldoen aan wettelijke eis instemmingsrecht ouders inclusief wet en regelgeving.",
        "na juridische toetsing",
        "na vaststelling",
        "31-02-2024",
        "29-02-2023",
        "31 februari 2024",
        "45 mei 2024",
        "12-13-2024",
        "2024-13-01",
        "13-2024",
        "2024-99",
        "2011-12", // a school year or December
        "2025-2021",
        "2021-2021",
        "12-05-24",
        "2022 of 2023",
        "2022, 2023",
        "2017-2018-2019",
        "mei",
        "najaar",
        "Q3",
        "Q5 2024",
        "3e helft 2024",
        "5e kwartaal 2024",
        "1e helft",
        "eind",
        "week 12 2024",
        "schooljaar 2023",
        "zomer 2017-2018",
        "Q1 2017-2018",
        "na 2024",
        "na de zomer van 2024",
        "niet in 2024",
        "tot 2025",
        "plan voor 2024",
        "Fase 2-2024",
        "mei en oktober 2024",
        "najaar mei 2024",
        "2023, daarna doorlopend",
        "maandelijks, later 2x per jaar",
        "1,5 jaar na de start",
        "anderhalf jaar na de start",
        "elke 1,5 jaar",
        "1 jaar na 2023",
        "1850",
        "20245",
        "99999999999999999999",
        "3x",
        "start",
        "jaar",
        "in het jaar",
        "\xff\xfe\xff",
        "2024\xff\xff-\xff",
        "onbekend",
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct due due = due_read(cases[i]);
        bool year_stays = strcmp(cases[i], "2024\xff\xff-\xff") == 0;
        if (due.kind != (year_stays ? DUE_YEAR : DUE_UNREAD)) {
            fail_msg("\"%s\": kind %d", cases[i], due.kind);
        }
    }
}

static void past_is_behind_the_end(void **state)
{
    static const struct {
        const char *text;
        const char *last; // last day that is not past; NULL: never past
    } cases[] = {
        {"2023", "2023-12-31"},
        {"2017-2018", "2018-07-31"},
        {"12-05-2024", "2024-05-12"},
        {"februari 2024", "2024-02-29"},
        {"1e helft 2017-2018", "2018-01-31"},
        {"voor 2024", "2023-12-31"},
        {"start 2023", NULL},
        {"continu", NULL},
        {"2x per jaar", NULL},
        {"een jaar na de start", NULL},
        {"p.m.", NULL},
        {"ooit", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct due due = due_read(cases[i].text);
        if (cases[i].last == NULL) {
            assert_false(due_past(&due, INT32_MAX));
            assert_false(due_past(&due, INT32_MIN));
            continue;
        }
        int32_t last = 0;
        assert_true(day_read(cases[i].last, &last, NULL));
        assert_false(due_past(&due, last));
        assert_true(due_past(&due, last + 1));
    }
}

static void filled_means_words(void **state)
{
    static const struct {
        const char *text;
        bool filled;
    } cases[] = {
        {NULL, false},
        {"", false},
        {"p.m.", false},
        {"xx", false},
        {"-", false},
        {"pm", false},
        {"n.v.t.", false},
        {"nog niet bekend", false},
        {"NPO", true},
        {"Geen kosten, reguliere inzet gemeente", true},
        {"p.m. (JW, NPO, swv po en swv vo)", false},
        {"Begroting 3.3 monitoring", true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(due_filled(cases[i].text), cases[i].filled);
    }
}

// Any bytes, built from the pieces that the reader knows, are read without harm.
static void hostile_text_is_safe(void **state)
{
    static const char *const pieces[] = {
        "2017",        "-",        "/",   "1",    "e",    "helft", "\xff",
        " ",           ".",        "p",   "q",    "3",    "x",     "per",
        "jaar",        "'",        "tot", "en",   "met",  "na",    "voor",
        "99999999999", "\xe2\x80", "mei", "\x01", "half", "31",    ",",
    };
    uint32_t seed = 12345;
    char text[400];

    (void)state;
    for (int round = 0; round < 200000; round++) {
        size_t used = 0;
        int parts = (int)(seed >> 8) % 20;
        for (int i = 0; i < parts; i++) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + used, piece, strlen(piece));
            used += strlen(piece);
        }
        text[used] = '\0';
        struct due due = due_read(text);
        bool dated = due.kind >= DUE_DAY && due.kind <= DUE_YEAR;
        if (dated != (due.from != DAY_NONE) || due.from > due.to || due.kind > DUE_UNREAD) {
            fail_msg("\"%s\": kind %d", text, due.kind);
        }
        seed = seed * 1664525 + 1013904223;
    }
    size_t size = 3 << 20;
    char *huge = malloc(size + 1);
    for (size_t i = 0; i < size; i++) {
        huge[i] = "2017-"[i % 5];
    }
    huge[size] = '\0';
    assert_int_equal(due_read(huge).kind, DUE_UNREAD);
    memset(huge, '1', 500);
    huge[500] = '\0';
    assert_int_equal(due_read(huge).kind, DUE_UNREAD);
    memset(huge, 'a', 500);
    assert_int_equal(due_read(huge).kind, DUE_UNREAD);
    memset(huge, '.', 500);
    assert_int_equal(due_read(huge).kind, DUE_UNREAD);
    free(huge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods_are_read),   cmocka_unit_test(other_terms_are_read),
        cmocka_unit_test(nothing_is_guessed), cmocka_unit_test(past_is_behind_the_end),
        cmocka_unit_test(filled_means_words), cmocka_unit_test(hostile_text_is_safe),
    };

    return cmocka_run_group_tests_name("due", tests, NULL, NULL);
}
