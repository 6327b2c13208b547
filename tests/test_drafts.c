// view/drafts: what was begun on the keyboard, and the text that it is kept in.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "view/drafts.h"

static struct draft_text draft(enum writing writing, const char *select, const char *author,
                               const char *text)
{
    struct draft_text draft = {.writing = writing, .board = "b"};

    snprintf(draft.select, sizeof draft.select, "%s", select);
    snprintf(draft.author, sizeof draft.author, "%s", author);
    snprintf(draft.text, sizeof draft.text, "%s", text);
    return draft;
}

static bool put(struct drafts *drafts, enum writing writing, const char *select,
                const char *author, const char *text)
{
    const struct draft_text one = draft(writing, select, author, text);

    return drafts_put(drafts, &one);
}

static const char *found(const struct drafts *drafts, enum writing writing,
                         const char *select, const char *who)
{
    const struct draft_text *one = drafts_find(drafts, "b", writing, select, who);

    return one == NULL ? "" : one->text;
}

static void each_subject_has_its_own(void **state)
{
    struct drafts drafts = {0};

    (void)state;
    assert_true(put(&drafts, WRITING_NOTE, "1.1a/g", "", "een"));
    assert_true(put(&drafts, WRITING_NOTE, "1.1a/j", "", "twee"));
    assert_true(put(&drafts, WRITING_REASON, "1.1a/g", "", "drie"));
    assert_string_equal(found(&drafts, WRITING_NOTE, "1.1a/g", ""), "een");
    assert_string_equal(found(&drafts, WRITING_NOTE, "1.1a/j", ""), "twee");
    assert_string_equal(found(&drafts, WRITING_REASON, "1.1a/g", ""), "drie");
    assert_null(drafts_find(&drafts, "b", WRITING_ASKED, "1.1a/g", ""));
    assert_null(drafts_find(&drafts, "c", WRITING_NOTE, "1.1a/g", ""));
    assert_true(put(&drafts, WRITING_NOTE, "1.1a/g", "", "een en een half"));
    assert_int_equal(drafts.count, 3);
    assert_false(put(&drafts, WRITING_NOTE, "1.1a/g", "", "een en een half"));
}

// Mine and what nobody known began; everybody's while nobody says who he is.
static void another_does_not_go_on_with_mine(void **state)
{
    static const struct {
        const char *author, *who;
        bool sees;
    } cases[] = {{"Anouk", "Anouk", true},
                 {"Anouk", "Bram", false},
                 {"Anouk", "", true},
                 {"", "Bram", true}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct drafts drafts = {0};
        put(&drafts, WRITING_NOTE, "1.1a/g", cases[i].author, "tekst");
        assert_int_equal(found(&drafts, WRITING_NOTE, "1.1a/g", cases[i].who)[0] != '\0',
                         cases[i].sees);
    }
}

static void the_newest_is_found(void **state)
{
    struct drafts drafts = {0};

    (void)state;
    put(&drafts, WRITING_NOTE, "1.1a/g", "Anouk", "oud");
    put(&drafts, WRITING_NOTE, "1.1a/g", "", "nieuw");
    assert_string_equal(found(&drafts, WRITING_NOTE, "1.1a/g", "Anouk"), "nieuw");
    assert_true(put(&drafts, WRITING_NOTE, "1.1a/g", "Anouk", "nieuwer"));
    assert_int_equal(drafts.count, 1); // it took the loose one along
}

static void emptied_is_gone_and_names_are_not_kept(void **state)
{
    struct drafts drafts = {0};

    (void)state;
    assert_false(put(&drafts, WRITING_NOTE, "1.1a/g", "", ""));
    put(&drafts, WRITING_NOTE, "1.1a/g", "Anouk", "tekst");
    assert_false(put(&drafts, WRITING_NOTE, "1.1a/g", "Bram", ""));
    assert_true(put(&drafts, WRITING_NOTE, "1.1a/g", "Anouk", ""));
    assert_false(put(&drafts, WRITING_NAME, "g", "", "Anou"));
    assert_int_equal(drafts.count, 0);
}

static void the_oldest_makes_room(void **state)
{
    struct drafts drafts = {0};

    (void)state;
    for (int i = 0; i <= DRAFTS_MAX; i++) {
        char select[24];
        snprintf(select, sizeof select, "%d.1a/g", i);
        put(&drafts, WRITING_NOTE, select, "", "tekst");
    }
    assert_int_equal(drafts.count, DRAFTS_MAX);
    assert_string_equal(found(&drafts, WRITING_NOTE, "0.1a/g", ""), "");
    assert_string_equal(found(&drafts, WRITING_NOTE, "8.1a/g", ""), "tekst");
}

static void what_is_kept_comes_back(void **state)
{
    struct drafts drafts = {0};
    struct drafts again = {0};
    char whole[FIELD_BYTES] = "";

    (void)state;
    for (int i = 0; i < UPDATE_NOTE_CHARS; i++) {
        strcat(whole, "\xF0\x9F\x8C\xB3"); // four bytes each
    }
    put(&drafts, WRITING_NOTE, "1.1a/g", "", whole);
    put(&drafts, WRITING_REASON, "1.1a/g", "Anouk Blom", "caf\u00E9, \"dicht\"");
    put(&drafts, WRITING_ASKED, "1.1a/j", "", "e\u0301e\u0301n");
    char *text = drafts_write(&drafts);
    drafts_read(&again, text);
    assert_int_equal(again.count, 3);
    for (int i = 0; i < again.count; i++) {
        assert_memory_equal(&again.list[i], &drafts.list[i], sizeof again.list[i]);
    }
    free(text);
    again = (struct drafts){0};
    text = drafts_write(&again);
    assert_string_equal(text, "");
    free(text);
}

static void hostile_text_is_passed_over(void **state)
{
    static const struct {
        const char *text;
        int count;
    } cases[] = {
        {"", 0},
        {"note\tb\t1.1a/g\t\ttekst\n", 0}, // another file
        {"regiebord drafts 1\n", 0},
        {"regiebord drafts 1\nnote\tb\t1.1a/g\t\ttekst", 1},
        {"regiebord drafts 1\nnote\tb\t1.1a/g\t\ttekst\n\n\nnote\n\t\t\t\t\n", 1},
        {"regiebord drafts 1\nname\tb\tg\t\tAnouk\n", 0},
        {"regiebord drafts 1\nwhat\tb\t1.1a/g\t\ttekst\n", 0},
        {"regiebord drafts 1\nnote\t\t1.1a/g\t\ttekst\n", 0},
        {"regiebord drafts 1\nnote\tb\t\t\ttekst\n", 0},
        {"regiebord drafts 1\nnote\tb\t1.1a/g\t\ttekst\tmeer\n", 0},
        {"regiebord drafts 1\nnote\tb\t1.1a/g\t\t\n", 0},
        {"regiebord drafts 1\nnote\tb\t1.1a/g\t\te\x80\xff\x1b[2J\u202Etekst\n", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct drafts drafts = {0};
        drafts_read(&drafts, cases[i].text);
        assert_int_equal(drafts.count, cases[i].count);
        for (int d = 0; d < drafts.count; d++) {
            const char *text = drafts.list[d].text;
            assert_true(utf8_valid(text, strlen(text)));
            assert_null(strpbrk(text, "\x1b\n\t"));
            assert_null(strstr(text, "\u202E"));
        }
    }
}

static void too_much_is_cut_at_whole_characters(void **state)
{
    static char text[1 << 16];
    struct drafts drafts = {0};

    (void)state;
    strcpy(text, "regiebord drafts 1\n");
    for (int line = 0; line < 12; line++) {
        sprintf(text + strlen(text), "reason\tb\t%d.1a/g\t\t", line);
        for (int i = 0; i < 500; i++) {
            strcat(text, "\u00EB");
        }
        strcat(text, "\n");
    }
    drafts_read(&drafts, text);
    assert_int_equal(drafts.count, DRAFTS_MAX);
    for (int i = 0; i < drafts.count; i++) {
        assert_int_equal(utf8_count(drafts.list[i].text), UPDATE_REASON_CHARS);
        assert_true(utf8_valid(drafts.list[i].text, strlen(drafts.list[i].text)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_subject_has_its_own),
        cmocka_unit_test(another_does_not_go_on_with_mine),
        cmocka_unit_test(the_newest_is_found),
        cmocka_unit_test(emptied_is_gone_and_names_are_not_kept),
        cmocka_unit_test(the_oldest_makes_room),
        cmocka_unit_test(what_is_kept_comes_back),
        cmocka_unit_test(hostile_text_is_passed_over),
        cmocka_unit_test(too_much_is_cut_at_whole_characters),
    };

    return cmocka_run_group_tests_name("drafts", tests, NULL, NULL);
}
