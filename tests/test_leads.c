// Who leads what, which tracks come first, and which reasons there are to tap.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "board/leads.h"
#include "board_fixture.h"

#define LEADS                                                                              \
    "track b/1.1a/g lead=swv po en swv vo\n"                                               \
    "track b/1.1a/j lead=Jeugdteam\n"                                                      \
    "track b/1.1b/g lead=jeugdteam \n"                                                     \
    "track b/2.1a/g lead=JEUGDTEAM\n"

static int lead_index(const struct lead *leads, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(leads[i].name, name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static void one_name_is_one_lead(void **state)
{
    struct board_set *set =
        fixture_plan_with(LEADS "@ 2025-11-01\n! track b/1.1a/j health=aandacht\n"
                                "@ 2025-11-03\n! track b/1.1b/g health=op koers\n");
    struct lead leads[8];

    (void)state;
    assert_int_equal(lead_list(&set->boards[0], fixture_day("2025-11-10"), leads, 8), 2);
    // Both stand in Gemeente, where most of their tracks are: by name.
    assert_int_equal(lead_index(leads, 2, "Jeugdteam"), 0);
    assert_int_equal(lead_index(leads, 2, "swv po en swv vo"), 1);
    assert_int_equal(leads[0].tracks, 3);
    assert_string_equal(leads[0].column->id, "g");
    assert_int_equal(leads[0].signs[SIGN_ATTENTION], 1);
    assert_int_equal(leads[0].signs[SIGN_ON_COURSE], 1);
    assert_int_equal(leads[0].signs[SIGN_NONE], 1);
    assert_int_equal(leads[0].reported, fixture_day("2025-11-03"));
    assert_int_equal(leads[1].reported, DAY_NONE);
    assert_null(leads[1].person);
    // All are counted, also those that do not fit.
    assert_int_equal(lead_list(&set->boards[0], fixture_day("2025-11-10"), leads, 1), 2);
    board_set_free(set);
}

static void the_most_urgent_comes_first(void **state)
{
    struct board_set *set = fixture_plan_with(
        "track b/1.1a/g lead=Sam\ntrack b/1.1a/j lead=sam\ntrack b/1.1a/o lead=Sam\n"
        "track b/1.1b/g lead=Sam\ntrack b/2.1a/g lead=Sam\ntrack b/2.1a/j lead=Noor\n"
        "@ 2025-11-01\n! track b/1.1a/g health=op koers\n"
        "@ 2025-11-02\n! track b/1.1a/o health=aandacht\n"
        "@ 2025-11-01\n! track b/1.1b/g health=aandacht\n"
        "@ 2025-11-03\n! track b/2.1a/g health=knelpunt\n");
    static const char *const expected[] = {"b/2.1a/g", "b/1.1b/g", "b/1.1a/o", "b/1.1a/j",
                                           "b/1.1a/g"};
    const struct track *tracks[8];

    (void)state;
    for (size_t size = 1; size <= 5; size++) {
        assert_int_equal(
            lead_tracks(&set->boards[0], "SAM", fixture_day("2025-11-10"), tracks, size),
            5);
        for (size_t i = 0; i < size; i++) {
            assert_string_equal(tracks[i]->row, expected[i]);
        }
    }
    assert_int_equal(lead_tracks(&set->boards[0], "", 0, tracks, 8), 0);
    board_set_free(set);
}

static void reasons_are_learned(void **state)
{
    struct board_set *set = fixture_plan_with(
        "track b/1.1a/g reason=wachttijd\ntrack b/1.1a/j reason=Geld\n"
        "track b/1.1a/o reason=geld\ntrack b/1.1b/g reason= \n"
        "track b/2.1a/g reason=een reden die veel te lang is om nog op een knop te passen, "
        "hoe groot die ook is\n");
    const char *reasons[16];

    (void)state;
    assert_int_equal(reason_list(&set->boards[0], reasons, 16), 9);
    assert_string_equal(reasons[0], "Geld");
    assert_string_equal(reasons[1], "wachttijd");
    assert_string_equal(reasons[2], "besluit");
    assert_string_equal(reasons[8], "inkoop");
    assert_int_equal(reason_list(&set->boards[0], reasons, 3), 3);
    board_set_free(set);
}

// The due periods offered on 22 November 2026, separated by semicolons.
static void dues_are_moved_on(void **state)
{
    static const struct {
        const char *due, *expected;
    } cases[] = {
        {"2027", "medio 2028;2028;2029;doorlopend"},
        {"2023", "medio 2027;2027;2028;doorlopend"},
        {"2021-2025", "medio 2027;2027;2028;doorlopend"},
        {"eind 2026", "medio 2027;eind 2027;eind 2028;doorlopend"},
        {"eind 2024", "medio 2027;eind 2027;eind 2028;doorlopend"},
        {"begin 2027", "medio 2027;begin 2028;begin 2029;doorlopend"},
        {"2026-2027",
         "1e helft 2027-2028;schooljaar 2027-2028;schooljaar 2028-2029;doorlopend"},
        {"2017-2018",
         "1e helft 2027-2028;schooljaar 2027-2028;schooljaar 2028-2029;doorlopend"},
        {"Ie helft 2027-2028",
         "2e helft 2027-2028;1e helft 2028-2029;1e helft 2029-2030;doorlopend"},
        {"2e helft 2027", "1e helft 2028;2e helft 2028;2e helft 2029;doorlopend"},
        {"Najaar 2017", "voorjaar 2027;najaar 2027;najaar 2028;doorlopend"},
        {"Start najaar 2026",
         "start voorjaar 2027;start najaar 2027;start najaar 2028;doorlopend"},
        {"winter 2026-2027", "zomer 2027;winter 2027-2028;winter 2028-2029;doorlopend"},
        {"Q3 2027", "Q1 2028;Q3 2028;Q3 2029;doorlopend"},
        {"uiterlijk mei 2027", "november 2027;mei 2028;mei 2029;doorlopend"},
        {"31-08-2027", "29-02-2028;31-08-2028;31-08-2029;doorlopend"},
        {"29-02-2024", "28-08-2027;28-02-2028;28-02-2029;doorlopend"},
        {"Continu", "medio 2027;2027;2028"},
        {"", "medio 2027;2027;2028;doorlopend"},
        {"na vaststelling", "medio 2027;2027;2028;doorlopend"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct action action = {.due_text = cases[i].due,
                                      .due = due_read(cases[i].due)};
        char out[8][48];
        char all[400] = "";
        size_t count = due_choices(&action, fixture_day("2026-11-22"), out, 8);
        for (size_t k = 0; k < count; k++) {
            const struct due due = due_read(out[k]);
            snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", k == 0 ? "" : ";",
                     out[k]);
            assert_true(due.kind != DUE_UNREAD && due.kind != DUE_NONE);
            assert_false(due_past(&due, fixture_day("2026-11-22")));
            assert_int_equal(due.starts, action.due.starts && due.kind != DUE_CONTINUOUS);
        }
        if (strcmp(all, cases[i].expected) != 0) {
            fail_msg("%s: %s", cases[i].due, all);
        }
        assert_int_equal(due_choices(&action, fixture_day("2026-11-22"), out, 2), 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name_is_one_lead),
        cmocka_unit_test(the_most_urgent_comes_first),
        cmocka_unit_test(reasons_are_learned),
        cmocka_unit_test(dues_are_moved_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
