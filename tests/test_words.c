// Every word is there in both languages and takes the same things.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "view/words.h"

// The letters behind the % signs, in order.
static void placeholders(const char *text, char *out, size_t size)
{
    size_t used = 0;

    for (const char *c = strchr(text, '%'); c != NULL && used + 1 < size;
         c = strchr(c + 1, '%')) {
        out[used++] = c[1];
    }
    out[used] = '\0';
}

static void no_word_is_missing(void **state)
{
    (void)state;
    for (int word = 0; word < WORD_COUNT; word++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const char *text = words_get((enum lang)lang, (enum word)word);
            if (text == NULL || text[0] == '\0') {
                fail_msg("word %d has nothing in language %d", word, lang);
            }
            assert_true(utf8_valid(text, strlen(text)));
            assert_true(text[0] != ' ' && text[strlen(text) - 1] != ' ');
        }
    }
}

static void both_languages_take_the_same(void **state)
{
    (void)state;
    for (int word = 0; word < WORD_COUNT; word++) {
        char dutch[8];
        char english[8];
        placeholders(words_get(LANG_NL, (enum word)word), dutch, sizeof dutch);
        placeholders(words_get(LANG_EN, (enum word)word), english, sizeof english);
        if (strcmp(dutch, english) != 0 || strspn(dutch, "ds") != strlen(dutch)) {
            fail_msg("\"%s\" takes %%%s, \"%s\" %%%s", words_get(LANG_NL, (enum word)word),
                     dutch, words_get(LANG_EN, (enum word)word), english);
        }
    }
}

// Plain Dutch: no dashes in sentences, no capitals for emphasis but VOORBEELD.
static void plain_words(void **state)
{
    (void)state;
    for (int word = 0; word < WORD_COUNT; word++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const char *text = words_get((enum lang)lang, (enum word)word);
            if (strstr(text, " - ") != NULL || strstr(text, "–") != NULL ||
                strstr(text, "—") != NULL || strstr(text, "!") != NULL) {
                fail_msg("\"%s\" is not plain", text);
            }
        }
    }
}

static void days_and_months(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        for (int whole = 0; whole < 2; whole++) {
            for (int day = 0; day < 7; day++) {
                const char *name = words_weekday((enum lang)lang, day, whole);
                assert_true(strlen(name) >= 2);
                assert_int_equal(name[0] | 0x20,
                                 words_weekday((enum lang)lang, day, 0)[0] | 0x20);
            }
            for (int month = 1; month <= 12; month++) {
                const char *name = words_month((enum lang)lang, month, whole);
                assert_true(strlen(name) >= 3);
                assert_true(month == 1 || strcmp(name, words_month((enum lang)lang,
                                                                   month - 1, whole)) != 0);
            }
        }
    }
    assert_string_equal(words_weekday(LANG_NL, 0, 0), "ma");
    assert_string_equal(words_month(LANG_NL, 3, 0), "mrt");
    assert_string_equal(words_month(LANG_NL, 12, 1), "december");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_word_is_missing),
        cmocka_unit_test(both_languages_take_the_same),
        cmocka_unit_test(plain_words),
        cmocka_unit_test(days_and_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
