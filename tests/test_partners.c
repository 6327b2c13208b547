// desk/partners: the partners fields of the source documents, and what else people write.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "desk/partners.h"

// Names separated by '|', each with the column of its organisation behind ':' (`?` when not
// known).
static const struct {
    const char *text, *expected;
} cases[] = {
    {"cb, ko, po en wijkteam",
     "cb:gemeente|ko:kinderopvang|po:onderwijs|wijkteam:gemeente"},
    {"ko, po, vo en mbo", "ko:kinderopvang|po:onderwijs|vo:onderwijs|mbo:onderwijs"},
    {"ko, po, swv po en ouders", "ko:kinderopvang|po:onderwijs|swv po:onderwijs|ouders:"},
    {"Po/vo/(v)so, vso, swv po, swv vo, gemeente en jeugdhulpaanbieders",
     "Po:onderwijs|vo:onderwijs|(v)so:onderwijs|vso:onderwijs|swv po:onderwijs|swv "
     "vo:onderwijs|"
     "gemeente:gemeente|jeugdhulpaanbieders:jeugdhulp"},
    {"(v)so scholen, swv po, swv vo, gemeente en jeugdhulpaanbieders",
     "(v)so scholen:onderwijs|swv po:onderwijs|swv vo:onderwijs|gemeente:gemeente|"
     "jeugdhulpaanbieders:jeugdhulp"},
    {"Wijkteam, swv po/vo", "Wijkteam:gemeente|swv po/vo:onderwijs"},
    {"Gemeenten en swv po en swv vo",
     "Gemeenten:gemeente|swv po:onderwijs|swv vo:onderwijs"},
    {"Gemeente, Swv po en swv vo", "Gemeente:gemeente|Swv po:onderwijs|swv vo:onderwijs"},
    {"swv po en vo", "swv po en vo:onderwijs"},
    {"Partners van arbeidsmarktregio BNO en Rivierenland",
     "Partners van arbeidsmarktregio BNO en Rivierenland:gemeente"},
    {"Partners arbeidsmarktregio, gemeente",
     "Partners arbeidsmarktregio:gemeente|gemeente:gemeente"},
    {"SWV - jeugdhulp - leerkrachten - ouders",
     "SWV:onderwijs|jeugdhulp:jeugdhulp|leerkrachten:onderwijs|ouders:"},
    {"SWV PO & VO - voorschool", "SWV PO & VO:onderwijs|voorschool:kinderopvang"},
    {"SWV - projectgroep PO & J", "SWV:onderwijs|projectgroep PO & J:onderwijs"},
    {"SWV - ouders - scholen (leerkrachten)",
     "SWV:onderwijs|ouders:|scholen (leerkrachten):onderwijs"},
    {"Consulenten en beleidsmedewerker kwaliteit",
     "Consulenten:onderwijs|beleidsmedewerker kwaliteit:onderwijs"},
    {"Netwerkgroep gelijke kansen alliantie",
     "Netwerkgroep gelijke kansen alliantie:onderwijs"},
    {"jeugd- en gezinscoaches, school",
     "jeugd- en gezinscoaches:jeugdhulp|school:onderwijs"},
    {"Bureau Zonneschijn en gemeente", "Bureau Zonneschijn:?|gemeente:gemeente"},
    {"Stichting Raad en Daad, po", "Stichting Raad en Daad:?|po:onderwijs"},
    {"gemeente; po;\npo\nGemeente.", "gemeente:gemeente|po:onderwijs"},
    {"GGD", "GGD:gemeente"},
    {"po en - vo en en ko", "po:onderwijs|vo:onderwijs|ko:kinderopvang"},
    {"Jeugdhulp werkgebieden", "Jeugdhulp werkgebieden:jeugdhulp"},
    {"Gemeente Zuid, Bureau jeugdhulp", "Gemeente Zuid:gemeente|Bureau jeugdhulp:?"},
    {"", ""},
    {" , ; / ", ""},
    {"vo, so, vso", "vo:onderwijs|so:onderwijs|vso:onderwijs"},
    {"Scholen (po, vo) en gemeente", "Scholen (po, vo):onderwijs|gemeente:gemeente"},
};

static void takes_every_field_apart(void **state)
{
    (void)state;
    struct programme programme;

    programme_init(&programme);
    const struct partners_book *book = partners_book_make(&programme);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct partner found[PARTNERS_MAX];
        char text[512] = "";
        size_t used = 0;
        size_t count = partners_split(&programme, book, cases[i].text, found);
        for (size_t j = 0; j < count; j++) {
            const struct item *known = found[j].organisation;
            used += (size_t)snprintf(
                text + used, sizeof text - used, "%s%s:%s", j > 0 ? "|" : "", found[j].name,
                known == NULL ? "?" : known->text[ORGANISATION_COLUMN]);
        }
        assert_string_equal(text, cases[i].expected);
    }
    programme_finish(&programme);
}

// A board's own list goes before the shared one.
static void own_organisations_come_first(void **state)
{
    (void)state;
    struct programme programme;
    struct partner found[PARTNERS_MAX];

    programme_init(&programme);
    struct item *own = programme_add(&programme, ITEM_ORGANISATION, "organisaties.csv", 2);
    item_set(own, ORGANISATION_NAME, "Raad en Daad");
    item_set(own, ORGANISATION_AKA, "po|welzijn");
    item_set(own, ORGANISATION_COLUMN, "welzijn");
    const struct partners_book *book = partners_book_make(&programme);
    assert_int_equal(partners_split(&programme, book, "raad en daad en po", found), 2);
    assert_ptr_equal(found[0].organisation, own);
    assert_ptr_equal(found[1].organisation, own);
    programme_finish(&programme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_every_field_apart),
        cmocka_unit_test(own_organisations_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
