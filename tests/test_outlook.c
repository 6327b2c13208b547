// The outlook says what the signals say, slice by slice; and actions are found by a few letters.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <time.h>

#include "board/outlook_lists.h"
#include "board/outlook_whose.h"
#include "board_fixture.h"

static const char life[] = "@ 2025-10-01 10:00\n"
                           "! track b/1.1a/g health=knelpunt|stage=vertalen|lead=Wethouder Één\n"
                           "! track b/1.1a/o health=aandacht|stage=beleggen\n"
                           "@ 2025-11-01 10:00\n"
                           "! track b/1.1a/g health=op koers\n"
                           "! track b/2.1a/j health=knelpunt|stage=geborgd|lead=Bo\n"
                           "! track b/2.1a/g stage=beleggen|health=aandacht\n"
                           "rhythm b/r board=b|title=Ronde langs de trekkers|due=vier keer per jaar|who=trekkers\n"
                           "rhythm b/s board=b|title=Stand|due=twee keer per jaar|who=regiegroep\n";

struct case_of {
    struct board_set *set;
    const struct board *board;
    struct outlook *outlook;
    int32_t today;
};

static int open_case(void **state)
{
    struct case_of *c = calloc(1, sizeof *c);

    c->set = fixture_plan_with(life);
    c->board = &c->set->boards[0];
    c->today = fixture_day("2025-11-11");
    c->outlook = outlook_create(c->board, c->today);
    *state = c;
    return c->outlook == NULL;
}

static int close_case(void **state)
{
    struct case_of *c = *state;

    outlook_destroy(c->outlook);
    board_set_free(c->set);
    free(c);
    return 0;
}

static void exceptions_lie_by_kind(void **state)
{
    const struct case_of *c = *state;
    struct attention list[64];
    size_t count = attention_list(c->board, c->today, list, 64);
    const size_t *first = c->outlook->attention_first;

    assert_int_equal(first[0], 0);
    assert_int_equal(first[ATTENTION_KIND_COUNT], count);
    assert_true(first[ATTENTION_BOTTLENECK + 1] > first[ATTENTION_BOTTLENECK]);
    for (size_t i = 0; i < count; i++) {
        const struct attention *item = &c->outlook->attention[i];
        assert_int_equal(item->kind, list[i].kind);
        assert_int_equal(item->days, list[i].days);
        assert_int_equal(item->lingers, list[i].lingers);
        assert_ptr_equal(item->track, list[i].track);
        assert_ptr_equal(item->action, list[i].action);
        assert_ptr_equal(item->goal, list[i].goal);
        assert_ptr_equal(item->ambition, list[i].ambition);
        assert_true(i >= first[item->kind] && i < first[item->kind + 1]);
    }
}

static void cells_paces_and_gaps_are_those_of_the_signals(void **state)
{
    const struct case_of *c = *state;
    struct gaps gaps;

    gaps_of(c->board, &gaps);
    assert_memory_equal(&c->outlook->gaps, &gaps, sizeof gaps);
    for (size_t i = 0; i < c->board->ambition_count; i++) {
        const struct ambition *ambition = &c->board->ambitions[i];
        struct pace pace = {0};
        pace_of(c->board, ambition, &pace);
        assert_int_equal(outlook_pace(c->outlook, ambition)->spread, pace.spread);
        for (size_t k = 0; k < c->board->column_count; k++) {
            struct cell_state cell;
            const struct column *column = &c->board->columns[k];
            cell_state_of(c->board, ambition, column, c->today, &cell);
            const struct cell_state *kept = outlook_cell(c->outlook, ambition, column);
            assert_memory_equal(kept->bricks, cell.bricks, sizeof cell.bricks);
            assert_int_equal(kept->sign, cell.sign);
            assert_ptr_equal(kept->exception, cell.exception);
            assert_ptr_equal(outlook_cell(c->outlook, ambition, column), kept);
        }
    }
}

static void tracks_come_in_slices(void **state)
{
    const struct case_of *c = *state;
    const struct ambition *first = &c->board->ambitions[0];
    const struct column *column = &c->board->columns[0];
    static const struct {
        bool ambition, column;
        const char *rows;
    } cases[] = {
        {false, false, "b/1.1a/g b/1.1a/j b/1.1a/o b/1.1b/g b/2.1a/g b/2.1a/j "},
        {true, false, "b/1.1a/g b/1.1a/j b/1.1a/o b/1.1b/g "},
        {false, true, "b/1.1a/g b/1.1b/g b/2.1a/g "},
        {true, true, "b/1.1a/g b/1.1b/g "},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rows[256] = "";
        size_t count = 0;
        const struct track *const *tracks = outlook_tracks(c->outlook, cases[i].ambition ? first : NULL,
                                                           cases[i].column ? column : NULL, &count);
        for (size_t k = 0; k < count; k++) {
            strcat(rows, tracks[k]->row);
            strcat(rows, " ");
        }
        assert_string_equal(rows, cases[i].rows);
    }
}

static void changes_of_an_action_are_chained(void **state)
{
    const struct case_of *c = *state;

    for (size_t a = 0; a < c->board->action_count; a++) {
        const struct action *action = &c->board->actions[a];
        const struct change *change = outlook_newest(c->outlook, action);
        for (size_t i = c->board->change_count; i-- > 0;) {
            if (c->board->changes[i].action == action) {
                assert_ptr_equal(change, &c->board->changes[i]);
                change = outlook_older(c->outlook, change);
            }
        }
        assert_null(change);
    }
}

static void movement_is_that_since_a_moment(void **state)
{
    const struct case_of *c = *state;
    static const char *const days[] = {"2025-09-01", "2025-10-15", "2025-11-10"};

    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int64_t since_ms = day_moment_ms(fixture_day(days[i]), 0);
        struct movement movement;
        movement_since(c->board, since_ms, &movement);
        for (int again = 0; again < 2; again++) {
            assert_memory_equal(outlook_movement(c->outlook, since_ms), &movement, sizeof movement);
        }
    }
}

static void actions_are_found_by_letters(void **state)
{
    const struct case_of *c = *state;
    static const struct {
        const char *query;
        const char *codes; // in the order of the answer
    } cases[] = {
        {"1.1", "1.1a 1.1b "},   {"signaleren", "1.1a 1.1b "}, // a goal's title counts less
        {"CONTACT", "1.1b "},    {"proef", "2.1a "},           {"een", "1.1a "}, // a lead, without accents
        {"", ""},                {"nergens", ""},              {"1.1", "1.1a 1.1b "},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char codes[256] = "";
        size_t count = 0;
        const struct action *const *found = search_find(&c->outlook->search, c->board, cases[i].query, &count);
        for (size_t k = 0; k < count; k++) {
            strcat(codes, found[k]->code);
            strcat(codes, " ");
        }
        assert_string_equal(codes, cases[i].codes);
    }
}

static void leads_are_those_of_the_board(void **state)
{
    const struct case_of *c = *state;
    struct lead leads[16];
    const struct lead *kept = NULL;
    size_t count = lead_list(c->board, c->today, leads, 16);

    assert_true(count >= 2);
    assert_int_equal(outlook_leads(c->outlook, &kept), count);
    for (size_t i = 0; i < count; i++) {
        const struct track *tracks[8];
        const struct track *const *its = NULL;
        assert_ptr_equal(kept[i].name, leads[i].name);
        assert_int_equal(kept[i].tracks, leads[i].tracks);
        assert_int_equal(kept[i].reported, leads[i].reported);
        size_t found = lead_tracks(c->board, leads[i].name, c->today, tracks, 8);
        for (int again = 0; again < 2; again++) {
            assert_int_equal(outlook_lead_tracks(c->outlook, leads[i].name, &its), found);
            assert_memory_equal(its, tracks, found * sizeof *tracks);
        }
    }
    for (int kind = 0; kind <= ATTENTION_KIND_COUNT; kind++) {
        struct lead_points points[16];
        const struct lead_points *its = NULL;
        bool all = kind >= ATTENTION_GAP;
        size_t from = all ? 0 : c->outlook->attention_first[kind];
        size_t to = c->outlook->attention_first[all ? ATTENTION_GAP : kind + 1];
        count = lead_points_list(&c->outlook->attention[from], to - from, points, 16);
        assert_int_equal(outlook_lead_points(c->outlook, (enum attention_kind)kind, &its), count);
        for (size_t i = 0; i < count; i++) {
            assert_string_equal(its[i].name, points[i].name);
            assert_int_equal(its[i].points, points[i].points);
        }
    }
}

static void reasons_and_deeds_are_those_of_the_board(void **state)
{
    const struct case_of *c = *state;
    const char *reasons[REASON_LIST_MAX];
    const char *const *kept = NULL;
    struct deed deeds[DEED_LIST_MAX];
    const struct deed *done = NULL;
    size_t count = reason_list(c->board, reasons, REASON_LIST_MAX);

    assert_int_equal(outlook_reasons(c->outlook, &kept), count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(kept[i], reasons[i]);
    }
    count = deed_list(c->board, NULL, NULL, deeds, DEED_LIST_MAX);
    assert_true(count >= 2);
    assert_int_equal(outlook_deeds(c->outlook, &done), count);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(done[i].first, deeds[i].first);
        assert_int_equal(done[i].standing, deeds[i].standing);
    }
}

// What is `whose`, counted at once, against the lists of it one by one.
static size_t whose_is_counted(const struct case_of *c, const struct whose *whose)
{
    const struct whose_count *count = outlook_count(c->outlook, whose);
    struct attention_part part = *outlook_part(c->outlook, whose);
    size_t points = 0;

    assert_non_null(count);
    for (int k = 0; k < ATTENTION_GAP; k++) {
        assert_int_equal(count->kinds[k], part.first[k + 1] - part.first[k]);
        points += count->kinds[k];
    }
    for (int k = 0; k < GAP_COLUMN; k++) {
        const struct gap *kept = NULL;
        struct gap gaps[32];
        size_t all = gap_list(c->board, (enum gap_kind)k, whose, gaps, 32);
        assert_int_equal(count->gaps[k], whose->kind == WHOSE_BODY ? 0 : all);
        assert_int_equal(outlook_gap_list(c->outlook, (enum gap_kind)k, whose, &kept), all);
        for (size_t n = 0; n < all; n++) {
            assert_ptr_equal(kept[n].goal, gaps[n].goal);
            assert_ptr_equal(kept[n].action, gaps[n].action);
            assert_ptr_equal(kept[n].track, gaps[n].track);
        }
    }
    return points;
}

static void points_are_counted_for_all_at_once(void **state)
{
    const struct case_of *c = *state;
    struct whose whose = {.kind = WHOSE_ALL, .lead = ""};

    assert_true(whose_is_counted(c, &whose) > 0);
    whose.kind = WHOSE_COLUMN; // one that is not there
    assert_int_equal(whose_is_counted(c, &whose), 0);
    for (size_t i = 0; i < c->board->column_count; i++) {
        whose.column = &c->board->columns[i];
        whose_is_counted(c, &whose);
    }
    whose = (struct whose){.kind = WHOSE_BODY, .lead = ""};
    for (whose.rung = -1; whose.rung < (int)c->board->rung_count; whose.rung++) {
        whose_is_counted(c, &whose);
    }
    assert_null(outlook_count(c->outlook, &(struct whose){.kind = WHOSE_LEAD, .lead = "g"}));
}

static void tracks_come_by_stage(void **state)
{
    const struct case_of *c = *state;

    for (size_t i = 0; i <= c->board->ambition_count; i++) {
        const struct ambition *ambition = i < c->board->ambition_count ? &c->board->ambitions[i] : NULL;
        for (size_t k = 0; k <= c->board->column_count; k++) {
            const struct column *column = k < c->board->column_count ? &c->board->columns[k] : NULL;
            size_t first[STAGE_MAX + 1];
            size_t count = 0;
            const struct track *const *staged = outlook_staged(c->outlook, ambition, column, first);
            const struct track *const *tracks = outlook_tracks(c->outlook, ambition, column, &count);
            assert_int_equal(first[STAGE_MAX], count);
            for (int stage = 0; stage < STAGE_MAX; stage++) {
                size_t at = first[stage];
                for (size_t t = 0; t < count; t++) {
                    if (tracks[t]->stage == stage) {
                        assert_ptr_equal(staged[at++], tracks[t]);
                    }
                }
                assert_int_equal(at, first[stage + 1]);
            }
        }
    }
}

static void goals_without_a_track_are_told(void **state)
{
    const struct case_of *c = *state;
    size_t count = 0;
    const struct goal *const *goals = outlook_bare(c->outlook, &c->board->ambitions[0], NULL, &count);

    assert_int_equal(count, 1);
    assert_string_equal(goals[0]->code, "1.2");
    goals = outlook_bare(c->outlook, &c->board->ambitions[1], &c->board->columns[2], &count);
    assert_int_equal(count, 1);
    assert_string_equal(goals[0]->code, "2.1");
    outlook_bare(c->outlook, &c->board->ambitions[1], NULL, &count);
    assert_int_equal(count, 0);
}

static void rhythms_are_those_of_the_board(void **state)
{
    const struct case_of *c = *state;

    assert_int_equal(c->board->rhythm_count, 2);
    for (size_t i = 0; i < c->board->rhythm_count; i++) {
        struct rhythm_state now;
        rhythm_state_of(c->board, &c->board->rhythms[i], c->today, &now);
        const struct rhythm_state *kept = outlook_rhythm(c->outlook, &c->board->rhythms[i]);
        assert_memory_equal(kept, &now, sizeof now);
        assert_ptr_equal(outlook_rhythm(c->outlook, &c->board->rhythms[i]), kept);
    }
}

static void what_is_stuck_is_told_since_a_day(void **state)
{
    const struct case_of *c = *state;
    static const struct {
        const char *day; // NULL: since ever
        size_t count;
    } cases[] = {{NULL, 1}, {"2025-11-01", 1}, {"2025-11-02", 0}};
    const struct track *const *tracks = NULL;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = cases[i].day == NULL ? DAY_NONE : fixture_day(cases[i].day);
        assert_int_equal(outlook_stuck(c->outlook, day, &tracks), cases[i].count);
        if (cases[i].count > 0) {
            assert_string_equal(tracks[0]->row, "b/2.1a/j");
        }
    }
    assert_int_equal(outlook_promised(c->outlook, &tracks), 0);
}

static void an_empty_board_has_an_empty_outlook(void **state)
{
    const char *const texts[] = {"board b title=Leeg\n", NULL};
    struct board_set *set = fixture_boards(texts);
    struct outlook *outlook = outlook_create(&set->boards[0], 20000);
    size_t count = 1;

    (void)state;
    assert_non_null(outlook);
    outlook_tracks(outlook, NULL, NULL, &count);
    assert_int_equal(count, 0);
    search_find(&outlook->search, &set->boards[0], "a", &count);
    assert_int_equal(count, 0);
    outlook_destroy(outlook);
    outlook_destroy(NULL);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(exceptions_lie_by_kind, open_case, close_case),
        cmocka_unit_test_setup_teardown(cells_paces_and_gaps_are_those_of_the_signals, open_case, close_case),
        cmocka_unit_test_setup_teardown(tracks_come_in_slices, open_case, close_case),
        cmocka_unit_test_setup_teardown(changes_of_an_action_are_chained, open_case, close_case),
        cmocka_unit_test_setup_teardown(movement_is_that_since_a_moment, open_case, close_case),
        cmocka_unit_test_setup_teardown(actions_are_found_by_letters, open_case, close_case),
        cmocka_unit_test_setup_teardown(leads_are_those_of_the_board, open_case, close_case),
        cmocka_unit_test_setup_teardown(reasons_and_deeds_are_those_of_the_board, open_case, close_case),
        cmocka_unit_test_setup_teardown(points_are_counted_for_all_at_once, open_case, close_case),
        cmocka_unit_test_setup_teardown(tracks_come_by_stage, open_case, close_case),
        cmocka_unit_test_setup_teardown(goals_without_a_track_are_told, open_case, close_case),
        cmocka_unit_test_setup_teardown(rhythms_are_those_of_the_board, open_case, close_case),
        cmocka_unit_test_setup_teardown(what_is_stuck_is_told_since_a_day, open_case, close_case),
        cmocka_unit_test(an_empty_board_has_an_empty_outlook),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("outlook", tests, NULL, NULL);
}
