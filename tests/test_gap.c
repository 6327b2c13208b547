// Gaps in the plan as lists, whose they are, and the column that carries everything.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "board/leads.h"
#include "board/outlook.h"
#include "board_fixture.h"

#define LACKS                                                                              \
    "action x1 board=b|goal=2.1|code=2.1b|title=Proef op school|text=Proef op school.|"    \
    "due=xx|refs=9.9, 8.8|position=8\n"                                                    \
    "track b/1.1a/g lead=Ank\ntrack b/1.1a/j health=afgerond\ntrack b/1.1b/g lead=ank \n"

// "1.1a/o 1.1b " : codes, with the column of a track.
static void listed(const struct board *board, enum gap_kind kind, const struct whose *whose,
                   char out[256])
{
    struct gap gaps[32];
    size_t count = gap_list(board, kind, whose, gaps, 32);

    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        const struct gap *gap = &gaps[i];
        strcat(out, gap->action != NULL ? gap->action->code : gap->goal->code);
        strcat(out, gap->track != NULL ? "/" : "");
        strcat(out, gap->track != NULL ? gap->track->column->id : "");
        strcat(out, " ");
    }
}

static void gaps_are_listed_for_whom_they_are(void **state)
{
    static const struct {
        enum gap_kind kind;
        enum whose_kind whose;
        const char *name, *items;
    } cases[] = {
        {GAP_GOAL, WHOSE_ALL, "", "1.2 "},
        {GAP_GOAL, WHOSE_COLUMN, "g", ""},
        {GAP_LEAD, WHOSE_ALL, "", "1.1a/o 2.1a/g 2.1a/j "},
        {GAP_LEAD, WHOSE_COLUMN, "o", "1.1a/o "},
        {GAP_LEAD, WHOSE_COLUMN, "nergens", ""},
        {GAP_FUNDING, WHOSE_ALL, "", "1.1b 2.1b "},
        {GAP_FUNDING, WHOSE_COLUMN, "g", "1.1b "},
        {GAP_FUNDING, WHOSE_COLUMN, "j", ""},
        {GAP_FUNDING, WHOSE_LEAD, "ANK", "1.1b "},
        {GAP_DUE, WHOSE_ALL, "", "2.1b "},
        {GAP_TRACK, WHOSE_ALL, "", "2.1b "},
        {GAP_TWICE, WHOSE_ALL, "", "2.1b "},
        {GAP_REF, WHOSE_ALL, "", "2.1b "},
        {GAP_COLUMN, WHOSE_ALL, "", ""},
    };
    struct board_set *set = fixture_plan_with(LACKS);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char items[256];
        struct whose whose = whose_named(&set->boards[0], cases[i].whose, cases[i].name);
        listed(&set->boards[0], cases[i].kind, &whose, items);
        if (strcmp(items, cases[i].items) != 0) {
            fail_msg("case %zu: %s", i, items);
        }
    }
    board_set_free(set);
}

// How many tracks stand in Gemeente, and in Jeugdhulp.
static void one_column_carries_everything(void **state)
{
    static const struct {
        int g, j, columns;
        bool carries;
    } cases[] = {
        {5, 0, 2, true},  {4, 0, 2, false},                   // too few to say
        {4, 1, 2, true},                                      // 80 %
        {7, 2, 2, false},                                     // 77.8 %
        {8, 2, 2, true},  {3, 2, 2, false}, {5, 0, 1, false}, // there is no other
        {0, 0, 2, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture = {0};
        struct gaps gaps;
        fixture_add(&fixture, "board b title=Scheef\n"
                              "board_column b/g board=b|column_id=g|title=Gemeente\n"
                              "ambition b/1 board=b|code=1\n"
                              "goal b/1.1 board=b|ambition=1|code=1.1\n");
        if (cases[i].columns > 1) {
            fixture_add(&fixture, "board_column b/j board=b|column_id=j|title=Jeugdhulp\n");
        }
        for (int k = 0; k < cases[i].g + cases[i].j; k++) {
            char text[256];
            snprintf(text, sizeof text,
                     "action a%d board=b|goal=1.1|code=1.1%c\n"
                     "track t%d board=b|action=1.1%c|column_id=%s\n",
                     k, 'a' + k, k, 'a' + k, k < cases[i].g ? "g" : "j");
            fixture_add(&fixture, text);
        }
        struct board_set *set = fixture_build(&fixture);
        gaps_of(&set->boards[0], &gaps);
        if ((gaps.carries != NULL) != cases[i].carries) {
            fail_msg("case %zu: %s", i, gaps.carries == NULL ? "none" : gaps.carries->id);
        }
        if (gaps.carries != NULL) {
            assert_string_equal(gaps.carries->id, "g");
            assert_int_equal(gaps.carried, cases[i].g);
        }
        board_set_free(set);
        fixture_finish(&fixture);
    }
}

#define TROUBLE                                                                            \
    "track b/1.1a/j lead=Bas\ntrack b/1.1a/o lead=bas\ntrack b/1.1a/g lead=Ank\n"          \
    "track b/1.1b/g lead=Ank\n@ 2025-01-01\n"                                              \
    "! track b/1.1a/j health=knelpunt\n! track b/1.1a/o health=aandacht\n"                 \
    "! track b/1.1a/g health=afgerond\n! track b/1.1b/g health=op koers\n"                 \
    "! bottleneck k board=b|action=1.1a|column_id=j|since=2025-01-01|rung=OOGO\n"          \
    "! track b/2.1a/g stage=geborgd|health=op koers\n"                                     \
    "! track b/2.1a/j stage=beleggen|health=op koers\n"

// 1.1a (2024) and 1.1b (2023) are over time; 2.1 is out of step.
static void a_part_holds_what_is_whose(void **state)
{
    static const struct {
        enum whose_kind whose;
        const char *name;
        int kinds[ATTENTION_GAP]; // escalated, stuck, attention, over, shifted, silent,
                                  // pace
    } cases[] = {
        {WHOSE_ALL, "", {1, 0, 1, 2, 0, 0, 2}},
        // Finished in Gemeente: 1.1a is not late there. Of ambition 1 Jeugdhulp is in the
        // middle.
        {WHOSE_COLUMN, "g", {0, 0, 0, 1, 0, 0, 2}},
        {WHOSE_COLUMN, "j", {1, 0, 0, 1, 0, 0, 1}},
        {WHOSE_COLUMN, "o", {0, 0, 1, 1, 0, 0, 1}},
        {WHOSE_COLUMN, "weg", {0, 0, 0, 0, 0, 0, 0}},
        {WHOSE_BODY, "oogo", {1, 0, 0, 0, 0, 0, 0}},
        {WHOSE_BODY, "werkgroep", {0, 0, 0, 0, 0, 0, 0}},
        {WHOSE_BODY, "weg", {0, 0, 0, 0, 0, 0, 0}},
        {WHOSE_LEAD, "BAS", {1, 0, 1, 1, 0, 0, 0}},
        {WHOSE_LEAD, "Ank", {0, 0, 0, 1, 0, 0, 0}},
        {WHOSE_LEAD, "", {0, 0, 0, 0, 0, 0, 0}},
    };
    struct board_set *set = fixture_boards((const char *const[]){
        FIXTURE_PLAN, TROUBLE,
        "! track b/1.1b/g stage=toepassen\n! track b/1.1a/j stage=beleggen\n", NULL});
    const struct board *board = &set->boards[0];
    struct outlook *outlook = outlook_create(board, fixture_day("2025-01-31"));

    (void)state;
    for (int round = 0; round < 2; round++) { // each part again, after the others
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct whose whose = whose_named(board, cases[i].whose, cases[i].name);
            const struct attention_part *part = outlook_part(outlook, &whose);
            for (int kind = 0; kind < ATTENTION_GAP; kind++) {
                int count = (int)(part->first[kind + 1] - part->first[kind]);
                if (count != cases[i].kinds[kind]) {
                    fail_msg("case %zu: %d of kind %d", i, count, kind);
                }
            }
            assert_ptr_equal(outlook_part(outlook, &whose), part);
            assert_int_equal(part->gaps[GAP_GOAL], cases[i].whose == WHOSE_ALL ? 1 : 0);
        }
    }
    outlook_destroy(outlook);
    board_set_free(set);
}

static void leads_are_counted_once_an_exception(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, TROUBLE, NULL});
    struct attention list[32];
    struct lead_points leads[4];
    size_t count = attention_list(&set->boards[0], fixture_day("2025-01-31"), list, 32);

    (void)state;
    // Bas: the bottleneck, the attention and, once, 1.1a over time.
    assert_int_equal(lead_points_list(list, count, leads, 4), 2);
    assert_string_equal(leads[0].name, "Bas");
    assert_int_equal(leads[0].points, 3);
    assert_string_equal(leads[1].name, "Ank");
    assert_int_equal(leads[1].points, 1);
    assert_int_equal(lead_points_list(list, count, leads, 1), 2);
    assert_int_equal(lead_points_list(list, 0, leads, 4), 0);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_are_listed_for_whom_they_are),
        cmocka_unit_test(one_column_carries_everything),
        cmocka_unit_test(a_part_holds_what_is_whose),
        cmocka_unit_test(leads_are_counted_once_an_exception),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("gap", tests, NULL, NULL);
}
