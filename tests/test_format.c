// Dates, durations and sentences as people write them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "board_fixture.h"
#include "view/format.h"

static void dates(void **state)
{
    static const struct {
        void (*write)(char *, size_t, enum lang, int32_t);
        enum lang lang;
        const char *day, *text;
    } cases[] = {
        {format_day, LANG_NL, "2025-11-27", "27 nov"},
        {format_day, LANG_NL, "2025-03-01", "1 mrt"},
        {format_day, LANG_EN, "2025-05-31", "31 May"},
        {format_day_year, LANG_NL, "2023-01-09", "9 jan 2023"},
        {format_day_year, LANG_EN, "2024-02-29", "29 Feb 2024"},
        {format_day_week, LANG_NL, "2025-11-27", "do 27 nov"},
        {format_day_week, LANG_EN, "2025-11-27", "Thu 27 Nov"},
        {format_day_whole, LANG_NL, "2025-11-11", "di 11 november"},
        {format_day_whole, LANG_NL, "1970-01-01", "do 1 januari"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[FORMAT_SIZE];
        cases[i].write(out, sizeof out, cases[i].lang, fixture_day(cases[i].day));
        assert_string_equal(out, cases[i].text);
    }
}

static void clocks(void **state)
{
    static const struct {
        int minute;
        const char *text;
    } cases[] = {{0, "0.00"}, {5, "0.05"}, {642, "10.42"}, {605, "10.05"}, {1439, "23.59"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[FORMAT_SIZE];
        format_clock(out, sizeof out, cases[i].minute);
        assert_string_equal(out, cases[i].text);
    }
}

static void durations(void **state)
{
    static const struct {
        int days;
        const char *dutch, *english;
    } cases[] = {
        {0, "vandaag", "today"},       {1, "1 dag", "1 day"},
        {2, "2 dagen", "2 days"},      {46, "46 dagen", "46 days"},
        {60, "60 dagen", "60 days"},   {61, "8 weken", "8 weeks"},
        {140, "20 weken", "20 weeks"}, {730, "104 weken", "104 weeks"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[FORMAT_SIZE];
        format_days(out, sizeof out, LANG_NL, cases[i].days);
        assert_string_equal(out, cases[i].dutch);
        format_days(out, sizeof out, LANG_EN, cases[i].days);
        assert_string_equal(out, cases[i].english);
    }
}

static void ahead(void **state)
{
    static const struct {
        int days;
        const char *dutch, *english;
    } cases[] = {{0, "vandaag", "today"},
                 {1, "morgen", "tomorrow"},
                 {2, "over 2 dagen", "in 2 days"},
                 {16, "over 16 dagen", "in 16 days"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[FORMAT_SIZE];
        format_ahead(out, sizeof out, LANG_NL, cases[i].days);
        assert_string_equal(out, cases[i].dutch);
        format_ahead(out, sizeof out, LANG_EN, cases[i].days);
        assert_string_equal(out, cases[i].english);
    }
}

static void the_year_is_told_when_it_is_another(void **state)
{
    static const struct {
        const char *day, *today, *text;
    } cases[] = {{"2025-11-27", "2025-11-11", "27 nov"},
                 {"2024-11-27", "2025-11-11", "27 nov 2024"},
                 {"2026-01-02", "2025-12-31", "2 jan 2026"},
                 {"2025-01-01", "2025-12-31", "1 jan"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[FORMAT_SIZE];
        format_when(out, sizeof out, LANG_NL, fixture_day(cases[i].day),
                    fixture_day(cases[i].today));
        assert_string_equal(out, cases[i].text);
    }
}

static void templates_are_filled(void **state)
{
    char out[FORMAT_SIZE];

    (void)state;
    format_fill(out, sizeof out, "%d van %d", 2, 5);
    assert_string_equal(out, "2 van 5");
    format_fill(out, sizeof out, "%s in %s %s", "Jeugdhulp", "ambitie", "2");
    assert_string_equal(out, "Jeugdhulp in ambitie 2");
    format_fill(out, sizeof out, "100%% %d", -3);
    assert_string_equal(out, "100%% -3");
    format_fill(out, sizeof out, "");
    assert_string_equal(out, "");
    format_fill(out, sizeof out, "%s", "%s %d %n"); // what comes from a file is no template
    assert_string_equal(out, "%s %d %n");
}

// However little room there is, what is written ends with a NUL, between code points.
static void what_does_not_fit_is_cut(void **state)
{
    (void)state;
    for (size_t size = 1; size < 40; size++) {
        char out[48];
        memset(out, 'x', sizeof out);
        format_fill(out, size, "a%s b%d", "één ‘drié’ 🙂 vier", 2025);
        assert_true(memchr(out, '\0', size) != NULL);
        assert_int_equal(out[size], 'x');
        if (!utf8_valid(out, strlen(out))) {
            fail_msg("half a letter is left of %zu bytes: \"%s\"", size, out);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
        cmocka_unit_test(clocks),
        cmocka_unit_test(durations),
        cmocka_unit_test(ahead),
        cmocka_unit_test(the_year_is_told_when_it_is_another),
        cmocka_unit_test(templates_are_filled),
        cmocka_unit_test(what_does_not_fit_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
