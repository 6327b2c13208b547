// The outlook says what the signals say, slice by slice; and actions are found by a few letters.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <time.h>

#include "board/outlook.h"
#include "board_fixture.h"

static const char life[] = "@ 2025-10-01 10:00\n"
                           "! track b/1.1a/g health=knelpunt|stage=vertalen|lead=Wethouder Één\n"
                           "! track b/1.1a/o health=aandacht|stage=beleggen\n"
                           "@ 2025-11-01 10:00\n"
                           "! track b/1.1a/g health=op koers\n"
                           "! track b/2.1a/j health=knelpunt|stage=geborgd\n"
                           "! track b/2.1a/g stage=beleggen|health=aandacht\n";

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
        cmocka_unit_test(an_empty_board_has_an_empty_outlook),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("outlook", tests, NULL, NULL);
}
