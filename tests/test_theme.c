// Every pair of colours that meets on the screen can be told apart (WCAG 2.1).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "view/theme.h"

#define AT(field) offsetof(struct theme, field)

static color color_at(const struct theme *theme, size_t offset)
{
    return *(const color *)((const char *)theme + offset);
}

static void known_contrasts(void **state)
{
    static const struct {
        color a, b;
        double ratio;
    } cases[] = {
        {0x000000, 0xFFFFFF, 21.0},  {0xFFFFFF, 0xFFFFFF, 1.0}, {0x777777, 0xFFFFFF, 4.48},
        {0xFFFFFF, 0x0072B2, 5.19}, {0xFF0000, 0xFFFFFF, 4.00}, {0x13202A, 0xECEFED, 14.3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double ratio = theme_contrast(cases[i].a, cases[i].b);
        assert_true(ratio > cases[i].ratio - 0.06 && ratio < cases[i].ratio + 0.06);
        assert_true(ratio == theme_contrast(cases[i].b, cases[i].a));
    }
}

// Text asks 4.5, large text and graphics 3.
static void pairs(void **state)
{
    static const struct {
        const char *what;
        size_t over, under;
        double least;
    } cases[] = {
        {"ink on card", AT(ink), AT(card), 7},
        {"ink on paper", AT(ink), AT(paper), 7},
        {"ink on bar", AT(ink), AT(bar), 7},
        {"ink on sunk", AT(ink), AT(sunk), 7},
        {"ink on line (pressed)", AT(ink), AT(line), 4.5},
        {"ink on bluetint", AT(ink), AT(bluetint), 11},
        {"ink on greentint", AT(ink), AT(greentint), 7},
        {"ink on orangetint", AT(ink), AT(orangetint), 7},
        {"ink on redtint", AT(ink), AT(redtint), 7},
        {"ink on purpletint", AT(ink), AT(purpletint), 7},
        {"ink2 on card", AT(ink2), AT(card), 7},
        {"ink2 on paper", AT(ink2), AT(paper), 6},
        {"ink2 on bar", AT(ink2), AT(bar), 4.5},
        {"ink2 on sunk", AT(ink2), AT(sunk), 4.5},
        {"ink2 on line (pressed)", AT(ink2), AT(line), 4.5},
        {"ink2 on redtint", AT(ink2), AT(redtint), 4.5},
        {"ink2 on orangetint", AT(ink2), AT(orangetint), 4.5},
        {"ink2 on purpletint", AT(ink2), AT(purpletint), 4.5},
        {"on_blue on blue", AT(on_blue), AT(blue), 4.5},
        {"blue on card", AT(blue), AT(card), 4.5},
        {"blue on paper", AT(blue), AT(paper), 3},
        {"blue on redtint", AT(blue), AT(redtint), 3},
        {"blue on bar", AT(blue), AT(bar), 3},
        {"trail on card", AT(trail), AT(card), 3},
        {"trail on redtint", AT(trail), AT(redtint), 3},
        {"edge on paper", AT(edge), AT(paper), 3},
        {"edge on card", AT(edge), AT(card), 3},
        {"edge on redtint", AT(edge), AT(redtint), 3},
        {"green on card", AT(green), AT(card), 4.5},
        {"orangeedge on card", AT(orangeedge), AT(card), 4.5},
        {"orangeedge on paper", AT(orangeedge), AT(paper), 4.5},
        {"orangetext on orangetint", AT(orangetext), AT(orangetint), 4.5},
        {"orangetext on card", AT(orangetext), AT(card), 4.5},
        {"orangetext on paper", AT(orangetext), AT(paper), 4.5},
        {"warn_mark on orange", AT(warn_mark), AT(orange), 4.5},
        {"red on card", AT(red), AT(card), 3},
        {"red on paper", AT(red), AT(paper), 3},
        {"red on redtint", AT(red), AT(redtint), 3},
        {"redtext on redtint", AT(redtext), AT(redtint), 4.5},
        {"redtext on card", AT(redtext), AT(card), 4.5},
        {"redtext on paper", AT(redtext), AT(paper), 4.5},
        {"mark on red", AT(mark), AT(red), 3},
        {"mark on purple", AT(mark), AT(purple), 3},
        {"purple on card", AT(purple), AT(card), 4.5},
        {"purple on purpletint", AT(purple), AT(purpletint), 4.4},
        {"purple on paper", AT(purple), AT(paper), 3},
        {"grey on card", AT(grey), AT(card), 4.5},
        {"grey on paper", AT(grey), AT(paper), 3},
        {"oninv on inv", AT(oninv), AT(inv), 7},
        {"oninv2 on inv", AT(oninv2), AT(inv), 4.5},
    };
    const struct theme *themes[] = {theme_light(), theme_dark()};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int t = 0; t < 2; t++) {
            double ratio = theme_contrast(color_at(themes[t], cases[i].over),
                                          color_at(themes[t], cases[i].under));
            if (ratio < cases[i].least) {
                fail_msg("%s %s: %.2f, wanted %.1f", t == 0 ? "light" : "dark",
                         cases[i].what, ratio, cases[i].least);
            }
        }
    }
}

// The fill of aandacht is too pale for light paper: its rim carries it there.
static void orange_has_a_rim_in_the_light(void **state)
{
    (void)state;
    assert_int_not_equal(theme_light()->orange, theme_light()->orangeedge);
    assert_true(theme_contrast(theme_light()->orangeedge, theme_light()->orange) >= 2.4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_contrasts),
        cmocka_unit_test(pairs),
        cmocka_unit_test(orange_has_a_rim_in_the_light),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
