// When a track is silent, and when a bottleneck stands on its rung for too long, with days
// before, on and after the edge.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "board/signal.h"
#include "board_fixture.h"

static const struct track *first_track(const struct board *board)
{
    return board_action_find(board, "1.1a")->tracks[0];
}

static void the_shorter_rhythm_counts(void **state)
{
    static const struct {
        const char *silent_days, *due;
        int days;
    } cases[] = {
        {"180", "2024", 180},
        {"90", "2024", 90},
        {"180", "Continu", 180},
        {"90", "doorlopend", 90},
        {"180", "", 180},
        {"180", "wie weet", 180},
        {"180", "3x per jaar", 136}, // 122 and the most grace
        {"180", "elke vier maanden", 136},
        {"180", "elke maand", 37},          // 30 or 31 and a quarter
        {"180", "elke week", 9},            // 7 and the least grace
        {"180", "twee keer per jaar", 180}, // 183 and 14: the board asks more
        {"400", "twee keer per jaar", 197},
        {"30", "3x per jaar", 30},
        {"0", "2024", 180}, // the board's own default
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "board b silent_days=%s\naction b/1.1a due=%s\n",
                 cases[i].silent_days, cases[i].due);
        struct board_set *set = fixture_plan_with(text);
        const struct board *board = &set->boards[0];
        int days = track_rhythm_days(first_track(board), board);
        if (days != cases[i].days) {
            fail_msg("%s with %s: %d days", cases[i].due, cases[i].silent_days, days);
        }
        board_set_free(set);
    }
}

static void silence_begins_behind_the_edge(void **state)
{
    static const struct {
        const char *due, *reported, *today;
        bool silent;
    } cases[] = {
        // The board's 180 days, over a leap day and over both changes of the clock.
        {"Continu", "2024-01-01 12:00", "2024-06-29", false},
        {"Continu", "2024-01-01 12:00", "2024-06-30", true},
        {"Continu", "2025-01-01 12:00", "2025-06-30", false},
        {"Continu", "2025-01-01 12:00", "2025-07-01", true},
        {"2030", "2025-08-01 12:00", "2026-01-28", false},
        {"2030", "2025-08-01 12:00", "2026-01-29", true},
        // A report is of its local day, however late or early on it.
        {"2030", "2025-01-01 00:00", "2025-06-30", false},
        {"2030", "2025-01-01 23:59", "2025-07-01", true},
        {"2030", "2025-10-26 02:30", "2026-04-24", false},
        {"2030", "2025-10-26 02:30", "2026-04-25", true},
        // A round of 7 days and 2 of grace; the last report begins it.
        {"elke week", "2025-03-28 23:59", "2025-04-06", false},
        {"elke week", "2025-03-28 23:59", "2025-04-07", true},
        {"elke week", "2024-02-27 12:00", "2024-03-07", false},
        {"elke week", "2024-02-27 12:00", "2024-03-08", true},
        // 122 and 14.
        {"3x per jaar", "2025-01-01 12:00", "2025-05-17", false},
        {"3x per jaar", "2025-01-01 12:00", "2025-05-18", true},
        // A clock that jumped back: the report lies ahead.
        {"elke week", "2025-06-01 12:00", "2025-03-01", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "action b/1.1a due=%s\n@ %s\n! track b/1.1a/g health=op koers\n",
                 cases[i].due, cases[i].reported);
        struct board_set *set = fixture_plan_with(text);
        const struct board *board = &set->boards[0];
        bool silent = track_sign(first_track(board), board, fixture_day(cases[i].today)) ==
                      SIGN_SILENT;
        if (silent != cases[i].silent) {
            fail_msg("case %zu: %s of %s on %s", i, cases[i].due, cases[i].reported,
                     cases[i].today);
        }
        board_set_free(set);
    }
}

static void a_report_begins_the_next_round(void **state)
{
    struct board_set *set = fixture_plan_with(
        "action b/1.1a due=elke week\n@ 2025-03-01\n! track b/1.1a/g health=op koers\n"
        "@ 2025-03-10\n! track b/1.1a/g stage=vertalen\n"
        "@ 2025-03-12\n! track b/1.1a/g lead=iemand\n! note n board=b|action=1.1a\n"
        "! track b/1.1a/j health=afgerond\n! track b/1.1a/o health=aandacht\n");
    const struct board *board = &set->boards[0];
    const struct action *action = board_action_find(board, "1.1a");
    const struct track *never = board_action_find(board, "1.1b")->tracks[0];

    (void)state;
    // Nor a lead nor a note is a report.
    assert_int_equal(track_sign(action->tracks[0], board, fixture_day("2025-03-19")),
                     SIGN_ON_COURSE);
    assert_int_equal(track_sign(action->tracks[0], board, fixture_day("2025-03-20")),
                     SIGN_SILENT);
    assert_int_equal(track_days(action->tracks[0], board, fixture_day("2025-03-20")), 10);
    // What is finished may be quiet, what is wrong says so itself, and what was never
    // reported was never there to fall silent.
    assert_int_equal(track_sign(action->tracks[1], board, fixture_day("2026-03-20")),
                     SIGN_DONE);
    assert_int_equal(track_sign(action->tracks[2], board, fixture_day("2026-03-20")),
                     SIGN_ATTENTION);
    assert_int_equal(track_sign(never, board, fixture_day("2026-03-20")), SIGN_NONE);
    board_set_free(set);
}

// A bottleneck on a rung of the default ladder (trekker, werkgroep, regiegroep, OOGO).
static void what_lingers_proposes_the_next_rung(void **state)
{
    static const struct {
        const char *rung, *since, *today;
        int days;
        bool lingers;
        const char *next; // NULL: none is proposed
    } cases[] = {
        {"werkgroep", "2025-01-01", "2025-01-31", 30, false, NULL},
        {"werkgroep", "2025-01-01", "2025-02-01", 31, true, "regiegroep"},
        {"trekker", "2025-01-01", "2025-02-01", 31, true, "werkgroep"},
        {"regiegroep", "2025-01-01", "2025-02-01", 31, true, "OOGO"},
        {"OOGO", "2025-01-01", "2025-02-01", 31, true, NULL},
        // Over a leap day and a change of the clock.
        {"werkgroep", "2024-02-15", "2024-03-16", 30, false, NULL},
        {"werkgroep", "2025-02-15", "2025-03-17", 30, false, NULL},
        {"werkgroep", "2025-03-15", "2025-04-14", 30, false, NULL},
        {"werkgroep", "2025-03-15", "2025-04-15", 31, true, "regiegroep"},
        // A clock that jumped back.
        {"werkgroep", "2025-06-01", "2025-02-01", 0, false, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 "@ 2024-01-01\n! track b/1.1a/g health=knelpunt\n! bottleneck k "
                 "board=b|action=1.1a|column_id=g|since=2024-01-01|rung=%s|rung_since=%s\n",
                 cases[i].rung, cases[i].since);
        struct board_set *set = fixture_plan_with(text);
        const struct board *board = &set->boards[0];
        const struct bottleneck *stuck = first_track(board)->bottleneck;
        int32_t today = fixture_day(cases[i].today);
        const struct rung *next = rung_proposed(board, stuck, today);
        if (rung_days(stuck, today) != cases[i].days ||
            rung_lingers(board, stuck, today) != cases[i].lingers ||
            (next == NULL) != (cases[i].next == NULL)) {
            fail_msg("case %zu: %d days, next %s", i, rung_days(stuck, today),
                     next == NULL ? "none" : next->name);
        }
        if (next != NULL) {
            assert_string_equal(next->name, cases[i].next);
        }
        // It never climbs by itself.
        assert_string_equal(board->rungs[stuck->rung].name, cases[i].rung);
        board_set_free(set);
    }
}

// Three bottlenecks: the youngest lingers on its rung, the others were put on theirs today.
static void what_lingers_climbs_on_the_list(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-01-01\n! track b/1.1a/g health=knelpunt\n! track b/1.1a/j "
        "health=knelpunt\n! track b/1.1a/o health=knelpunt\n"
        "! bottleneck k1 "
        "board=b|action=1.1a|column_id=g|since=2025-01-01|rung=regiegroep|rung_since=2025-"
        "06-01\n"
        "! bottleneck k2 "
        "board=b|action=1.1a|column_id=j|since=2025-04-01|rung=werkgroep|rung_since=2025-"
        "04-01\n"
        "! bottleneck k3 "
        "board=b|action=1.1a|column_id=o|since=2025-01-05|rung=werkgroep|rung_since=2025-"
        "06-01\n");
    struct attention list[16];
    size_t count = attention_list(&set->boards[0], fixture_day("2025-06-01"), list, 16);
    static const char *const columns[] = {"j", "g", "o"};

    (void)state;
    assert_true(count >= 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(list[i].kind, ATTENTION_BOTTLENECK);
        assert_string_equal(list[i].track->column->id, columns[i]);
        assert_int_equal(list[i].lingers, i == 0);
    }
    // Within the limit the longest comes first.
    count = attention_list(&set->boards[0], fixture_day("2025-04-30"), list, 16);
    assert_string_equal(list[0].track->column->id, "g");
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shorter_rhythm_counts),
        cmocka_unit_test(silence_begins_behind_the_edge),
        cmocka_unit_test(a_report_begins_the_next_round),
        cmocka_unit_test(what_lingers_proposes_the_next_rung),
        cmocka_unit_test(what_lingers_climbs_on_the_list),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("silence", tests, NULL, NULL);
}
