// Texts that are the same but for case and accents.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/utf8.h"

static void same_but_for_case_and_accents(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {
        {"", "", true},           {"Regiegroep", "regiegroep", true},
        {"Renée", "RENEE", true}, {"Zoë", "Zoe", true},
        {"Zoe", "Zoek", false},   {"", "a", false},
        {"jan", "jan ", false},   {"straße", "strasse", false},
        {"\xff", "\xfe", true}, // both are malformed: one replacement character
        {"a\xff", "a", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (utf8_same(cases[i].a, cases[i].b) != cases[i].same ||
            utf8_same(cases[i].b, cases[i].a) != cases[i].same) {
            fail_msg("\"%s\" and \"%s\"", cases[i].a, cases[i].b);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_but_for_case_and_accents)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
