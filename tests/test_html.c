// desk/html, desk/json and desk/fit: what text of a board becomes in them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk/fit.h"
#include "desk/html.h"
#include "desk/json.h"

static char *written(void (*put)(FILE *, const char *), const char *text)
{
    char *out = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&out, &size);

    assert_non_null(file);
    put(file, text);
    fclose(file);
    return out;
}

static void html_escapes(void **state)
{
    static const struct {
        const char *text, *html;
    } cases[] = {
        {"", ""},
        {"één", "één"},
        {"<script>", "&lt;script&gt;"},
        {"a & b", "a &amp; b"},
        {"&amp;", "&amp;amp;"},
        {"\" onload='x'", "&quot; onload=&#39;x&#39;"},
        {"a\nb\tc\x01", "a b c "},
        {"</style><img src=x onerror=1>", "&lt;/style&gt;&lt;img src=x onerror=1&gt;"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *html = written(html_text, cases[i].text);
        assert_string_equal(html, cases[i].html);
        free(html);
    }
}

static void json_escapes(void **state)
{
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"", "\"\""},
        {"één €", "\"één €\""},
        {"\"\\", "\"\\\"\\\\\""},
        {"a\nb\t\x1f", "\"a\\u000ab\\u0009\\u001f\""},
        {"\xff\xc3", "\"\xef\xbf\xbd\xef\xbf\xbd\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *json = written(json_text, cases[i].text);
        assert_string_equal(json, cases[i].json);
        free(json);
    }
}

// Every line is within the width, nothing but space between lines is left out, and it ends.
static void lines_hold_all_text(void **state)
{
    static const char *const texts[] = {
        "",
        "   ",
        "een",
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg",
        "WWWWWWWWWWWWWWWWWWWWWWWWWW iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
        "twee\nregels\n\nen meer",
        "語語語語語語語語語語語語語語語語語語",
        "a                                                            b",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (double width = 1; width < 90; width *= 2) {
            const char *text = fit_next(texts[i], 0);
            int lines = 0;
            while (*text != '\0') {
                size_t line = fit_line(text, width, 9);
                assert_true(line > 0);
                assert_true(lines++ < 400);
                // One letter may be wider than the line is.
                assert_true(fit_width_mm(text, line, 9) <= (width > 6 ? width : 6));
                const char *next = fit_next(text, line);
                assert_int_equal(strspn(text + line, " \n"), next - text - line);
                text = next;
            }
            assert_int_equal(fit_lines(texts[i], width, 9, 1000), lines);
        }
    }
    assert_int_equal(fit_lines("een twee drie", 8, 9, 2), 2);
    assert_true(fit_width_mm("m", 1, 10) > fit_width_mm("i", 1, 10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html_escapes),
        cmocka_unit_test(json_escapes),
        cmocka_unit_test(lines_hold_all_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
