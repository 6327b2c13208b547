// board/wordlist: what the keyboard offers about a board.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "board/wordlist.h"
#include "odd_boards.h"

static const char REPORTS[] =
    "person b/p1 board=b|name=Anouk Blom|column_id=g\n"
    "organisation b/o1 board=b|name=ggd|title=GGD Hart|column_id=g\n"
    "abbreviation b/a1 board=b|name=OOGO|meaning=overleg\n"
    "@ 2025-10-01 10:00\n"
    "! note b/n1 action=1.1a|column_id=g|board=b|text=Wacht op de inspectie\n"
    "! note b/n2 action=2.1a|column_id=g|board=b|text=Alleen bij de ander gezegd\n"
    "@ 2025-10-02 10:00\n"
    "! track b/1.1a/g health=knelpunt|reason=geld voor de start|reported=2025-10-02\n"
    "! track b/1.1a/j health=knelpunt|reason=geld voor de start|reported=2025-10-02\n"
    "! track b/1.1a/o health=knelpunt|reason=geld|reported=2025-10-02\n"
    "! bottleneck b/k1 board=b|action=1.1a|column_id=g|asked=Wie betaalt de start?\n"
    "! bottleneck b/k2 board=b|action=2.1a|column_id=g|asked=Wie betaalt de start?\n";

static int place_of(const char *const *list, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], text) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static int own(const struct wordlist *list, const char *word)
{
    return place_of(list->own, list->own_count, word);
}

static int sentence(const struct wordlist *list, const char *text)
{
    return place_of(list->sentences, list->sentence_count, text);
}

static void the_actions_words_come_first(void **state)
{
    struct board_set *set = fixture_plan_with(REPORTS);
    struct wordlist list;

    (void)state;
    wordlist_make(&list, &set->boards[0], board_action_find(&set->boards[0], "1.1a"),
                  WORDLIST_NOTE);
    assert_int_equal(own(&list, "Leren"), 0);
    assert_true(own(&list, "Jeugdhulp") > own(&list, "signaleren"));
    assert_true(own(&list, "OOGO") > 0);
    assert_true(own(&list, "Anouk Blom") > own(&list, "OOGO"));
    assert_true(own(&list, "GGD Hart") > 0);
    assert_true(place_of(list.common, list.common_count, "afspraak") >= 0);
    assert_true(place_of(list.common, list.common_count, "woord") < 0); // the head line
    wordlist_finish(&list);
    wordlist_make(&list, &set->boards[0], NULL, WORDLIST_NAME);
    assert_int_equal(own(&list, "Anouk Blom"), 0);
    assert_int_equal(list.common_count, 0);
    assert_int_equal(list.sentence_count, 0);
    wordlist_finish(&list);
    board_set_free(set);
}

// What was said of this action, what came back on the board, then the usual.
static void sentences_are_learned(void **state)
{
    static const struct {
        enum wordlist_kind kind;
        const char *text;
        bool there;
    } cases[] = {
        {WORDLIST_NOTE, "Wacht op de inspectie", true},
        {WORDLIST_NOTE, "Alleen bij de ander gezegd", false},
        {WORDLIST_NOTE, "Besproken in de werkgroep", true},
        {WORDLIST_REASON, "geld voor de start", true},
        {WORDLIST_REASON, "geld", false}, // a word, not a sentence
        {WORDLIST_REASON, "Wacht op akkoord regiegroep", true},
        {WORDLIST_REASON, "Wie betaalt de start?", false},
        {WORDLIST_ASKED, "Wie betaalt de start?", true},
        {WORDLIST_ASKED, "Wacht op akkoord regiegroep", false},
    };
    struct board_set *set = fixture_plan_with(REPORTS);
    const struct board *board = &set->boards[0];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct wordlist list;
        wordlist_make(&list, board, board_action_find(board, "1.1a"), cases[i].kind);
        assert_int_equal(sentence(&list, cases[i].text) >= 0, cases[i].there);
        wordlist_finish(&list);
    }
    board_set_free(set);
}

static void sentences_fit_what_they_are_for(void **state)
{
    (void)state;
    for (enum odd_board which = BOARD_LIVING; which < BOARD_COUNT; which++) {
        struct board_set *set = odd_build(which);
        const struct board *board = &set->boards[0];
        for (enum wordlist_kind kind = WORDLIST_NOTE; kind <= WORDLIST_NAME; kind++) {
            struct wordlist list;
            wordlist_make(&list, board, board->action_count > 0 ? &board->actions[0] : NULL,
                          kind);
            for (size_t i = 0; i < list.sentence_count; i++) {
                assert_true(strlen(list.sentences[i]) < WORDLIST_SENTENCE_BYTES);
                assert_true(kind != WORDLIST_REASON || utf8_count(list.sentences[i]) <= 60);
                assert_int_equal(sentence(&list, list.sentences[i]), i); // no doubles
            }
            wordlist_finish(&list);
        }
        board_set_free(set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_actions_words_come_first),
        cmocka_unit_test(sentences_are_learned),
        cmocka_unit_test(sentences_fit_what_they_are_for),
    };

    return cmocka_run_group_tests_name("wordlist", tests, NULL, NULL);
}
