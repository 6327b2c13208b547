// desk/header: every way in which people head the columns of a programme table.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk/header.h"

static const struct {
    const char *cell;
    enum header header;
} cells[] = {
    {"Wat", HEADER_WHAT},
    {"WAT", HEADER_WHAT},
    {"wat ", HEADER_WHAT},
    {"Wat (concreet)", HEADER_WHAT},
    {"Wat?", HEADER_WHAT},
    {"Wat:", HEADER_WHAT},
    {"<b>Wat</b>", HEADER_WHAT},
    {"**Wat**", HEADER_WHAT},
    {"Actie", HEADER_WHAT},
    {"Acties", HEADER_WHAT},
    {"Actie / (concreet)", HEADER_NONE},
    {"Activiteit", HEADER_WHAT},
    {"Maatregel", HEADER_WHAT},
    {"Wat gaan we doen?", HEADER_WHAT},
    {"Titel", HEADER_TITLE},
    {"Naam", HEADER_TITLE},
    {"Kort", HEADER_BRIEF},
    {"Tekst", HEADER_TEXT},
    {"Toelichting", HEADER_TEXT},
    {"Toelichting/Tekst", HEADER_TEXT},
    {"Betrokken partners", HEADER_PARTNERS},
    {"Betrokken  partners", HEADER_PARTNERS},
    {"betrokken\npartners", HEADER_PARTNERS},
    {"Partners", HEADER_PARTNERS},
    {"Wie", HEADER_PARTNERS},
    {"Wie?", HEADER_PARTNERS},
    {"Door wie", HEADER_PARTNERS},
    {"Betrokken partijen", HEADER_PARTNERS},
    {"Mogelijke dekking", HEADER_FUNDING},
    {"Dekking", HEADER_FUNDING},
    {"Budget", HEADER_FUNDING},
    {"Budget (€)", HEADER_FUNDING},
    {"Kosten", HEADER_FUNDING},
    {"Financiering", HEADER_FUNDING},
    {"Wanneer afgerond", HEADER_DUE},
    {"Wanneer", HEADER_DUE},
    {"Planning", HEADER_DUE},
    {"Gereed", HEADER_DUE},
    {"Deadline", HEADER_DUE},
    {"Termijn", HEADER_DUE},
    {"Lokaal of Regionaal (Meerij)", HEADER_SCOPE},
    {"Lokaal of Regionaal (Meierij)", HEADER_SCOPE},
    {"Lokaal of Regionaal", HEADER_SCOPE},
    {"Lokaal/Regionaal", HEADER_SCOPE},
    {"lokaal / regionaal", HEADER_SCOPE},
    {"Bereik", HEADER_SCOPE},
    {"Trekker", HEADER_LEAD},
    {"Eigenaar", HEADER_LEAD},
    {"Eigenaar/trekker", HEADER_LEAD},
    {"Verantwoordelijke", HEADER_LEAD},
    {"Actiehouder", HEADER_LEAD},
    {"Kolom", HEADER_COLUMN},
    {"Kolommen", HEADER_COLUMN},
    {"Stand", HEADER_HEALTH},
    {"Status", HEADER_HEALTH},
    {"Koers", HEADER_HEALTH},
    {"Stand van zaken", HEADER_HEALTH},
    {"Voortgang", HEADER_HEALTH},
    {"Stap", HEADER_STAGE},
    {"Code", HEADER_CODE},
    {"Nr", HEADER_CODE},
    {"Nr.", HEADER_CODE},
    {"#", HEADER_CODE},
    {"Doel", HEADER_GOAL},
    {"Subambitie", HEADER_GOAL},
    {"Ambitie", HEADER_AMBITION},
    {"Fase", HEADER_AMBITION},
    {"Verwijst", HEADER_REFS},
    {"Soort", HEADER_KIND},
    {"", HEADER_NONE},
    {"Opmerking", HEADER_NONE},
    {"Wat als het misgaat", HEADER_NONE},
    {"()", HEADER_NONE},
    {"(Wat", HEADER_NONE},
    {"Réëel", HEADER_NONE},
    {"Coördinator", HEADER_NONE},
};

static void reads_every_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        if (header_read(cells[i].cell) != cells[i].header) {
            fail_msg("\"%s\" reads as %d", cells[i].cell, (int)header_read(cells[i].cell));
        }
    }
}

static const struct {
    const char *text;
    bool is_header;
} rows[] = {
    {"Wat (concreet)\tBetrokken partners\tMogelijke dekking\tWanneer afgerond\tLokaal of "
     "Regionaal (Meerij)",
     true},
    {"Planning;Actie", true},
    {"Actie;Opmerking;Wie", true},
    {"Titel;Trekker;Risico;Kleur", true},
    {"Wat", false},
    {"Wat;Wat", false},
    {"Wie;Wanneer", false},
    {"Wat;Een;Twee;Wie;Drie", false},
    {"Overleg voeren;po;2023", false},
    {"wat;TOPdossier invoeren;Scholing", false},
};

static void knows_a_row_of_headers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = {0};
        struct table table;
        enum header map[TABLE_MAX_COLUMNS];
        size_t length = strlen(rows[i].text);
        assert_true(table_read(&table, &arena, rows[i].text, length,
                               strchr(rows[i].text, '\t') ? '\t' : ';'));
        if (header_row(&table.rows[0], map) != rows[i].is_header) {
            fail_msg("\"%s\"", rows[i].text);
        }
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_name),
        cmocka_unit_test(knows_a_row_of_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
