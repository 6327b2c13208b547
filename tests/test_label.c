// desk/label: short names from long titles.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desk/label.h"

static void titles_become_labels(void **state)
{
    static const struct {
        const char *title, *word, *wall;
    } cases[] = {
        {"Inzetten op preventie en op lichte zorg", "Preventie",
         "Preventie en/op lichte…"},
        {"Ontwikkelen van maatwerk voor kinderen", "Maatwerk", "Maatwerk/voor…"},
        {"Minimaliseren van (zorgwekkend) verzuim", "Verzuim", "Zorgwekkend/verzuim"},
        {"Effectiever samenwerken tussen gemeenten", "Gemeenten", "Samenwerken/tussen…"},
        {"Kinderen tijdig helpen", "Kinderen", "Kinderen/tijdig…"},
        {"Ieder kind telt", "Kind", "Kind telt"},
        {"Onderwijs/zorg", "Onderwijs", "Onderwijs/zorg"},
        {"van het", "van het", "Van het"},
        {"Verantwoordelijkheidsverdeling", "Verantwo…", "Verantwoord…"},
        {"", "", ""},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(label_word(&arena, cases[i].title), cases[i].word);
        assert_string_equal(label_wall(&arena, cases[i].title), cases[i].wall);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(titles_become_labels)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
