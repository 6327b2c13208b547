// The fonts: widths, sizes in px, letters that lean, letters that are missing, files that
// are.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/font.h"

static int width(struct font_set *fonts, enum weight weight, int size_px, const char *text)
{
    const struct text_measure *measure = font_measure(fonts);

    return measure->width(measure->context, weight, size_px, text, strlen(text));
}

static int open_fonts(void **state)
{
    *state = font_set_create(NULL);
    return *state == NULL ? -1 : 0;
}

static int close_fonts(void **state)
{
    font_set_destroy(*state);
    return 0;
}

// Cap height is 0.714 em (look.md, section 2): so a size in px is the em.
static void size_is_the_em_in_px(void **state)
{
    static const int sizes[] = {21, 25, 52, 100, 200};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct mask *mask = font_render(*state, WEIGHT_SEMIBOLD, sizes[i], "H", 1);
        double cap = .714 * sizes[i];
        assert_true(mask->height_px > cap - 1.5 && mask->height_px < cap + 1.5);
        assert_int_equal(mask->top_px, -mask->height_px); // stands on the baseline
        free(mask);
    }
}

static void digits_have_one_width(void **state)
{
    for (int weight = 0; weight < WEIGHT_COUNT; weight++) {
        int first = width(*state, (enum weight)weight, 52, "1111");
        for (char digit = '0'; digit <= '9'; digit++) {
            char text[] = {digit, digit, digit, digit, '\0'};
            assert_in_range(width(*state, (enum weight)weight, 52, text), first - 1,
                            first + 1);
        }
    }
}

static void widths_grow_and_are_remembered(void **state)
{
    const struct text_measure *measure = font_measure(*state);
    const char text[] = "Jeugdhulp: wacht op besluit";
    assert_int_equal(measure->width(measure->context, WEIGHT_REGULAR, 25, text, 0), 0);
    int before = 0;
    for (size_t length = 1; length < sizeof text; length++) {
        int now = measure->width(measure->context, WEIGHT_REGULAR, 25, text, length);
        assert_true(now >= before);
        assert_int_equal(
            now, measure->width(measure->context, WEIGHT_REGULAR, 25, text, length));
        before = now;
    }
    assert_true(width(*state, WEIGHT_BOLD, 25, text) > before);
    assert_true(width(*state, WEIGHT_REGULAR, 50, text) > before * 19 / 10);
}

// Whatever was measured before, in whatever weight and size.
static void widths_do_not_mix(void **state)
{
    for (int size = 18; size < 30; size++) {
        int regular = width(*state, WEIGHT_REGULAR, size, "startkosten eerst regelen");
        for (int other = 18; other < 30; other++) {
            int bold = width(*state, WEIGHT_SEMIBOLD, other, "startkosten eerst regelen");
            assert_true(other < size || bold > regular);
        }
    }
}

static void ink_stays_within_the_measured_width(void **state)
{
    static const char *const texts[] = {"jeugd", "2.1a",   "wijkteam", "AVATAR",
                                        "f",     "één ÉÄ", "Q,"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (int size_px = 20; size_px < 60; size_px += 7) {
            struct mask *mask =
                font_render(*state, WEIGHT_REGULAR, size_px, texts[i], strlen(texts[i]));
            int lean_px = size_px / 4 + 2; // as draw_cover allows
            assert_true(mask->left_px >= -lean_px);
            assert_true(mask->left_px + mask->width_px <=
                        width(*state, WEIGHT_REGULAR, size_px, texts[i]) + lean_px);
            assert_true(mask->top_px >= -size_px * 107 / 100 - lean_px);
            free(mask);
        }
    }
}

// A letter that leans out to the left of the pen keeps its place.
static void leaning_letters_are_not_moved(void **state)
{
    struct mask *alone = font_render(*state, WEIGHT_REGULAR, 100, "j", 1);
    assert_true(alone->left_px < 0);
    free(alone);
}

static void missing_letters_come_from_the_spare_font(void **state)
{
    int year = width(*state, WEIGHT_REGULAR, 40, "2023 ");
    int both = width(*state, WEIGHT_REGULAR, 40, "2023 \u2192 2025");
    struct mask *mask = font_render(*state, WEIGHT_REGULAR, 40, "2023 \u2192 2025", 13);
    struct mask *start = font_render(*state, WEIGHT_REGULAR, 40, "2023", 4);
    assert_true(both > 2 * year);
    assert_int_equal(mask->left_px, start->left_px);
    // The years are still Open Sans: the first one looks as it does alone.
    for (int y = 0; y < start->height_px; y++) {
        const uint8_t *row =
            mask->cover + (size_t)(y + start->top_px - mask->top_px) * mask->width_px;
        assert_memory_equal(row, start->cover + (size_t)y * start->width_px,
                            start->width_px);
    }
    free(mask);
    free(start);
    assert_true(width(*state, WEIGHT_REGULAR, 40, "\U0010FFFD") > 0); // tofu is seen
}

static void odd_texts_do_no_harm(void **state)
{
    static char many[20000];
    memset(many, 'w', sizeof many - 1);
    struct mask *mask = font_render(*state, WEIGHT_BOLD, 30, many, sizeof many - 1);
    assert_true(mask->width_px > 1000);
    free(mask);
    mask = font_render(*state, WEIGHT_BOLD, 30, "", 0);
    assert_int_equal(mask->width_px, 0);
    free(mask);
    mask = font_render(*state, WEIGHT_BOLD, 30, "   ", 3);
    assert_int_equal(mask->width_px, 0);
    free(mask);
    free(font_render(*state, WEIGHT_BOLD, 30, "\xC3\x28\xFF\xF0\x9F", 5));
    free(font_render(*state, WEIGHT_BOLD, 0, "a", 1));
    free(font_render(*state, WEIGHT_BOLD, -5, "a", 1));
    free(font_render(*state, WEIGHT_BOLD, 30000, "a", 1));
    assert_true(width(*state, WEIGHT_BOLD, 30, many) > 1000);
}

static void another_folder_is_tried_first(void **state)
{
    (void)state;
    struct font_set *fonts = font_set_create("/nonexistent/fonts");
    assert_non_null(fonts); // warns, and takes the installed ones
    font_set_destroy(fonts);
    font_set_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(size_is_the_em_in_px),
        cmocka_unit_test(digits_have_one_width),
        cmocka_unit_test(widths_grow_and_are_remembered),
        cmocka_unit_test(widths_do_not_mix),
        cmocka_unit_test(ink_stays_within_the_measured_width),
        cmocka_unit_test(leaning_letters_are_not_moved),
        cmocka_unit_test(missing_letters_come_from_the_spare_font),
        cmocka_unit_test(odd_texts_do_no_harm),
        cmocka_unit_test(another_folder_is_tried_first),
    };
    return cmocka_run_group_tests_name("font", tests, open_fonts, close_fonts);
}
