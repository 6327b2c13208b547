// What a stuck action holds up through references.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "board/domino.h"
#include "board/refs.h"
#include "board_fixture.h"

static void codes_are_taken_from_a_list(void **state)
{
    static const struct {
        const char *list, *codes;
    } cases[] = {
        {"", ""},
        {"2.1a", "2.1a|"},
        {"1.1, 1.1a; zie 2\n9.9", "1.1|1.1a|2|9.9|"},
        {" ,;zie ook, ", ""},
        {"zie 3.4.", "3.4.|"},
        {"1234567890123456789012345678901234567890123456789012345678901234567890",
         "123456789012345678901234567890123456789012345678901234567890123|"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char all[256] = "";
        char code[REF_BYTES];
        const char *list = cases[i].list;
        while (ref_next(&list, code)) {
            strcat(all, code);
            strcat(all, "|");
        }
        assert_string_equal(all, cases[i].codes);
    }
}

// The codes of what an action holds up, each with a space behind it.
static void held(const struct board *board, const char *code, char out[512])
{
    const struct action *actions[32];
    const struct action *action = board_action_find(board, code);
    struct domino domino;

    assert_true(domino_open(&domino, board));
    size_t count = domino_find(&domino, action, actions, 32);
    domino_finish(&domino);
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        strcat(out, actions[i]->code);
        strcat(out, " ");
    }
}

static void what_refers_is_held_up(void **state)
{
    static const struct {
        const char *text, *stuck, *held;
    } cases[] = {
        {"", "1.1a", ""},
        // It is the one that refers that waits.
        {"action b/2.1a refs=1.1a\n", "1.1a", "2.1a "},
        {"action b/2.1a refs=1.1a\n", "2.1a", ""},
        {"action b/2.1a refs=1.1a\n", "1.1b", ""},
        // A goal and an ambition mean all their actions.
        {"action b/2.1a refs=zie 1.1\n", "1.1a", "2.1a "},
        {"action b/2.1a refs=zie 1.1\n", "1.1b", "2.1a "},
        {"action b/2.1a refs=zie 1\n", "1.1b", "2.1a "},
        {"action b/2.1a refs=1.2\n", "1.1a", ""},
        // Its own goal or ambition, and itself, are no reason to wait.
        {"action b/1.1b refs=1.1, 1, 1.1b\n", "1.1a", ""},
        {"action b/1.1b refs=1.1, 1, 1.1b\n", "1.1b", ""},
        // On and on, the nearest first; once each.
        {"action b/2.1a refs=1.1b\naction b/1.1b refs=1.1a\n", "1.1a", "1.1b 2.1a "},
        {"action b/2.1a refs=1.1b, 1.1a\naction b/1.1b refs=1.1a\n", "1.1a", "1.1b 2.1a "},
        {"action b/2.1a refs=1.1b, 1.1b, 1.1\n", "1.1b", "2.1a "},
        // Through the goal of what is held up.
        {"action b/1.1b refs=2.1a\n"
         "action x board=b|goal=1.2|code=1.2a|refs=1.1|position=9\n",
         "2.1a", "1.1b 1.2a "},
        // Round and round.
        {"action b/1.1a refs=2.1a\naction b/2.1a refs=1.1b\naction b/1.1b refs=1.1a\n",
         "1.1a", "1.1b 2.1a "},
        {"action b/1.1a refs=1.1b\naction b/1.1b refs=1.1a\n", "1.1b", "1.1a "},
        // What is finished in every column waits for nothing, and passes nothing on.
        {"action b/1.1b refs=1.1a\n! track b/1.1b/g health=afgerond\n", "1.1a", ""},
        {"action b/1.1b refs=1.1a\n! track b/1.1b/g health=vervallen\n", "1.1a", ""},
        {"action b/2.1a refs=1.1a\n! track b/2.1a/g health=afgerond\n", "1.1a", "2.1a "},
        {"action b/1.1b refs=1.1a\naction b/2.1a refs=1.1b\n"
         "! track b/1.1b/g health=afgerond\n",
         "1.1a", ""},
        // One without a track may wait; an example from practice does not.
        {"action x board=b|goal=2.1|code=2.1b|refs=1.1a\n", "1.1a", "2.1b "},
        {"action x board=b|goal=2.1|code=2.1b|refs=1.1a|kind=vraag\n", "1.1a", "2.1b "},
        {"action x board=b|goal=2.1|code=2.1b|refs=1.1a|kind=praktijk\n", "1.1a", ""},
        // Codes that lead nowhere.
        {"action b/2.1a refs=9.9, 1.1c\n", "1.1a", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1024];
        char codes[512];
        snprintf(text, sizeof text, "@ 2025-01-01\n%s", cases[i].text);
        struct board_set *set = fixture_plan_with(text);
        held(&set->boards[0], cases[i].stuck, codes);
        if (strcmp(codes, cases[i].held) != 0) {
            fail_msg("case %zu: %s holds up %s", i, cases[i].stuck, codes);
        }
        board_set_free(set);
    }
}

static void one_reading_answers_many_questions(void **state)
{
    struct board_set *set = fixture_plan_with(
        "action b/2.1a refs=1.1b\naction b/1.1b refs=1.1a\naction b/1.1a refs=2.1\n");
    const struct board *board = &set->boards[0];
    struct domino domino = {0};
    const struct action *one[1] = {NULL};

    (void)state;
    domino_finish(&domino);
    assert_int_equal(domino_find(&domino, &board->actions[0], one, 1), 0);
    assert_true(domino_open(&domino, board));
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < board->action_count; i++) {
            assert_int_equal(domino_find(&domino, &board->actions[i], one, 1), 2);
            assert_ptr_not_equal(one[0], &board->actions[i]);
        }
    }
    // Without room only the number.
    assert_int_equal(domino_find(&domino, &board->actions[0], NULL, 0), 2);
    domino_finish(&domino);
    board_set_free(set);
}

// A goal that everybody refers to, each with everybody behind him: linear, or this test
// takes minutes.
static void a_wide_and_deep_board_is_quick(void **state)
{
    enum { COUNT = 6000 };
    struct fixture fixture = {0};

    (void)state;
    // Cells are given to the build by hand: the fixture looks each of them up.
    static struct cell cells[COUNT * 4 + 8];
    static char codes[COUNT][16], rows[COUNT][16], refs[COUNT][32];
    size_t count = 0;
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(codes[i], sizeof codes[i], "%d.1a%05zu", i < COUNT / 2 ? 1 : 2, i);
        snprintf(rows[i], sizeof rows[i], "b/%05zu", i);
        snprintf(refs[i], sizeof refs[i], "%d.1, %d.1a%05zu", i < COUNT / 2 ? 2 : 1,
                 i > 0 && i - 1 < COUNT / 2 ? 1 : 2, i > 0 ? i - 1 : (size_t)COUNT - 1);
        const char *values[4][2] = {{"board", "b"},
                                    {"code", codes[i]},
                                    {"goal", i < COUNT / 2 ? "1.1" : "2.1"},
                                    {"refs", refs[i]}};
        for (size_t k = 0; k < 4; k++) {
            cells[count++] = (struct cell){.table = "action",
                                           .row = rows[i],
                                           .column = values[k][0],
                                           .value = values[k][1]};
        }
    }
    fixture_add(&fixture, "ambition b/1 board=b|code=1\nambition b/2 board=b|code=2\n"
                          "board b title=Groot\n"
                          "goal b/1.1 board=b|ambition=1|code=1.1\n"
                          "goal b/2.1 board=b|ambition=2|code=2.1\n");
    struct cell *all = calloc(count + fixture.cell_count, sizeof *all);
    memcpy(all, cells, count * sizeof *all);
    memcpy(all + count, fixture.cells, fixture.cell_count * sizeof *all);
    qsort(all, count + fixture.cell_count, sizeof *all, fixture_order);
    struct board_set *set = board_set_build(all, count + fixture.cell_count, NULL, 0);
    assert_int_equal(set->boards[0].action_count, COUNT);
    const struct action *out[2];
    struct domino domino;
    assert_true(domino_open(&domino, &set->boards[0]));
    for (size_t i = 0; i < 50; i++) {
        assert_int_equal(domino_find(&domino, &set->boards[0].actions[i], out, 2),
                         COUNT - 1);
    }
    domino_finish(&domino);
    board_set_free(set);
    free(all);
    fixture_finish(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_taken_from_a_list),
        cmocka_unit_test(what_refers_is_held_up),
        cmocka_unit_test(one_reading_answers_many_questions),
        cmocka_unit_test(a_wide_and_deep_board_is_quick),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("domino", tests, NULL, NULL);
}
