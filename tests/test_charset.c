// desk/charset: every way in which an office saves text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk/charset.h"

static const struct {
    const char *name, *bytes;
    size_t size;
    const char *text;
    enum charset charset;
} cases[] = {
    {"plain", "abc", 3, "abc", CHARSET_UTF8},
    {"empty", "", 0, "", CHARSET_UTF8},
    {"utf-8", "ge\xc3\xafmp", 6, "geïmp", CHARSET_UTF8},
    {"utf-8 with mark",
     "\xef\xbb\xbf"
     "r\xc3\xa9",
     6, "ré", CHARSET_UTF8},
    {"windows", "Co\xf6r \x80 5 \x96 \x93x\x94", 14, "Coör € 5 – “x”",
     CHARSET_WINDOWS_1252},
    {"windows holes", "\x81\xe9", 2, "\xef\xbf\xbd\xc3\xa9", CHARSET_WINDOWS_1252},
    {"utf-16 le",
     "\xff\xfe"
     "e\0\xeb\0\t\0",
     8, "eë\t", CHARSET_UTF16},
    {"utf-16 be",
     "\xfe\xff"
     "\0e\0\xeb",
     6, "eë", CHARSET_UTF16},
    {"utf-16 pair", "\xff\xfe\x3d\xd8\x00\xde", 6, "\xf0\x9f\x98\x80", CHARSET_UTF16},
    {"utf-16 half a pair", "\xff\xfe\x3d\xd8", 4, "\xef\xbf\xbd", CHARSET_UTF16},
    {"only a mark", "\xef\xbb\xbf", 3, "", CHARSET_UTF8},
};

static void reads_every_charset(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        size_t length = 99;
        enum charset found = CHARSET_UTF8;
        const char *text =
            charset_text(&arena, cases[i].bytes, cases[i].size, &length, &found);
        assert_non_null(text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(length, strlen(cases[i].text));
        assert_int_equal(found, cases[i].charset);
        arena_finish(&arena);
    }
}

// Every byte of Windows-1252 becomes a code point of its own.
static void maps_all_of_windows_1252(void **state)
{
    (void)state;
    struct arena arena = {0};
    char bytes[256];
    size_t length = 0;

    for (int i = 0; i < 255; i++) {
        bytes[i] = (char)(i + 1);
    }
    enum charset found = CHARSET_UTF8;
    const char *text = charset_text(&arena, bytes, 255, &length, &found);
    assert_int_equal(found, CHARSET_WINDOWS_1252);
    assert_int_equal(length, strlen(text));
    assert_non_null(strstr(text, "žŸ"));
    assert_non_null(strstr(text, "ýþÿ"));
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_charset),
        cmocka_unit_test(maps_all_of_windows_1252),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
