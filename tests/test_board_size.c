// A board of 10,000 actions with their history is built in time, and random cells without
// harm.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/env.h"
#include "board/signal.h"
#include "board/trend.h"
#include "board_fixture.h"

enum { MANY_ACTIONS = 10000, MANY_COLUMNS = 4, MANY_ENTRIES = 100000 };

static void many_cells(struct fixture *fixture)
{
    static const char *const tracked[] = {"health", "lead", "reason", "stage"};
    static const char *const values[] = {"op koers", "swv po", "geld", "vertalen"};
    size_t room = MANY_ACTIONS * (10 + MANY_COLUMNS * 7) + 200;
    char row[64];
    char code[32];

    fixture_add(fixture, FIXTURE_PLAN "board_column b/z board=b|column_id=z|title=Zorg\n");
    fixture->cells = realloc(fixture->cells, room * sizeof *fixture->cells);
    fixture->cell_room = room;
    for (int i = 0; i < MANY_ACTIONS; i++) {
        snprintf(code, sizeof code, "2.1.%d", i);
        snprintf(row, sizeof row, "b/%s", code);
        const char *kept = arena_string(&fixture->arena, code);
        const char *action = arena_string(&fixture->arena, row);
        const char *fields[][2] = {
            {"board", "b"},
            {"code", kept},
            {"due", "2024"},
            {"funding", "NPO"},
            {"goal", "2.1"},
            {"partners", "po, vo, gemeente"},
            {"position", kept + 4},
            {"scope", "lokaal"},
            {"text", "Een hele zin over wat er gebeurt, in het kort."},
            {"title", "Een titel"}};
        for (size_t k = 0; k < 10; k++) {
            fixture->cells[fixture->cell_count++] = (struct cell){.table = "action",
                                                                  .row = action,
                                                                  .column = fields[k][0],
                                                                  .value = fields[k][1]};
        }
        for (int c = 0; c < MANY_COLUMNS; c++) {
            static const char *const columns[] = {"g", "j", "o", "z"};
            const char *track = arena_format(&fixture->arena, "b/%s/%s", code, columns[c]);
            const char *keys[][2] = {
                {"action", kept}, {"board", "b"}, {"column_id", columns[c]}};
            for (size_t k = 0; k < 3; k++) {
                fixture->cells[fixture->cell_count++] = (struct cell){.table = "track",
                                                                      .row = track,
                                                                      .column = keys[k][0],
                                                                      .value = keys[k][1]};
            }
            for (size_t k = 0; k < 4; k++) {
                fixture->cells[fixture->cell_count++] =
                    (struct cell){.table = "track",
                                  .row = track,
                                  .column = tracked[k],
                                  .value = values[k],
                                  .reported = true,
                                  .at_ms = 1700000000000 + i * 3600000ll + c};
            }
        }
    }
}

static void many_entries(struct fixture *fixture)
{
    fixture->entries = calloc(MANY_ENTRIES, sizeof *fixture->entries);
    for (int i = 0; i < MANY_ENTRIES; i++) {
        // Every text a copy of its own, as from a database.
        fixture->entries[fixture->entry_count++] = (struct entry){
            .at_ms = 1700000000000 + i * 60000ll,
            .author = arena_format(&fixture->arena, "naam %d", i % 40),
            .device = arena_format(&fixture->arena, "toestel %d", i % 5),
            .table = arena_string(&fixture->arena, "track"),
            .row = arena_format(&fixture->arena, "b/2.1.%d/g", i * 7919 % MANY_ACTIONS),
            .column = arena_string(&fixture->arena, i % 3 == 0 ? "health" : "stage"),
            .value = arena_string(&fixture->arena, i % 2 == 0 ? "op koers" : "vertalen"),
            .before = arena_string(&fixture->arena, "aandacht"),
        };
    }
}

static void many_are_built_in_time(void **state)
{
    const struct env *env = env_system();
    struct fixture fixture = {0};
    int64_t best = INT64_MAX;
    size_t bytes = 0;

    (void)state;
    many_cells(&fixture);
    many_entries(&fixture);
    qsort(fixture.cells, fixture.cell_count, sizeof *fixture.cells, fixture_order);
    for (int i = 0; i < 5; i++) {
        int64_t start = env->mono_ms(env->context);
        struct board_set *set = board_set_build(fixture.cells, fixture.cell_count,
                                                fixture.entries, fixture.entry_count);
        int64_t took = env->mono_ms(env->context) - start;
        best = took < best ? took : best;
        bytes = set->arena.bytes;
        assert_int_equal(set->boards[0].action_count, MANY_ACTIONS + 3);
        assert_int_equal(set->boards[0].track_count, MANY_ACTIONS * MANY_COLUMNS + 6);
        assert_int_equal(set->boards[0].change_count, MANY_ENTRIES);
        board_set_free(set);
    }
    print_message("%zu cells, %zu entries: %d ms, %zu KiB\n", fixture.cell_count,
                  fixture.entry_count, (int)best, bytes / 1024);
    // Generous: a slow machine under a sanitizer must pass, a quadratic join must not.
    assert_true(best < 3000);
    fixture_finish(&fixture);
}

// Cells and reports with every word in every place.
static void random_add(struct fixture *fixture, uint32_t *seed)
{
    static const char *const tables[] = {
        "action", "track",        "bottleneck", "goal",    "ambition",
        "board",  "board_column", "stage",      "rung",    "meeting",
        "note",   "organisation", "person",     "nergens", ""};
    static const char *const columns[] = {
        "board", "action", "column_id", "goal",  "ambition", "code",     "health",
        "stage", "rung",   "since",     "ended", "due",      "position", "title",
        "text",  "name",   "reported",  "refs",  "pin",      ""};
    static const char *const values[] = {
        "b",          "1",    "1.1",  "1.1a",         "g",    "knelpunt", "op koers", "",
        "2025-01-01", "2023", "OOGO", "\xff\xe2\x80", "-1e9", "geborgd"};
    char row[8];
    uint32_t number[4];

    for (size_t i = 0; i < 4; i++) {
        *seed = *seed * 1664525 + 1013904223;
        number[i] = *seed >> 12;
    }
    snprintf(row, sizeof row, "%u", number[0] % 6);
    fixture->at_ms = (int64_t)number[1] * 100000000 - 40000000000000;
    const char *value = values[number[3] % (sizeof values / sizeof *values)];
    fixture_set(fixture, tables[number[1] % (sizeof tables / sizeof *tables)],
                number[0] % 7 == 0 ? "b" : row,
                columns[number[2] % (sizeof columns / sizeof *columns)],
                number[3] % 29 == 0 ? NULL : value, number[0] % 3 == 0);
}

// History in no order, of moments that nobody lives in.
static void random_trend(const struct board *board)
{
    const struct trend_filter filter = {
        board->ambition_count > 0 ? &board->ambitions[0] : NULL, NULL};
    struct trend_point points[] = {{.day = -20000}, {.day = 20000}, {.day = 200000}};
    struct trend_step steps[4];
    struct trend_move move;
    struct forecast forecast;
    int32_t days[4];

    assert_true(trend_of(board, &filter, points, 3));
    for (size_t i = 0; i < 3; i++) {
        int sum = 0;
        for (size_t k = 0; k < STAGE_MAX; k++) {
            assert_true(points[i].stages[k] >= 0);
            sum += points[i].stages[k];
        }
        assert_int_equal(sum, points[i].tracks);
    }
    assert_true(trend_between(board, &filter, 0, INT64_MAX, &move));
    assert_true(trend_steps(board, &filter, INT64_MIN, INT64_MAX, steps, 4) <= 4);
    assert_true(trend_days(board, 20000, days, 4) <= 4);
    forecast_of(board, &filter, 20000, &forecast);
}

static void random_cells_are_harmless(void **state)
{
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 400; round++) {
        struct fixture fixture = {0};
        if (round % 2 == 0) {
            fixture_add(&fixture, FIXTURE_PLAN);
        }
        for (int i = 0; i < 300; i++) {
            random_add(&fixture, &seed);
        }
        struct board_set *set = fixture_build(&fixture);
        assert_non_null(set);
        for (size_t i = 0; i < set->count; i++) {
            const struct board *board = &set->boards[i];
            struct attention list[8];
            struct movement movement = {0};
            struct gaps gaps = {0};
            attention_list(board, 20000, list, 8);
            movement_since(board, 0, &movement);
            gaps_of(board, &gaps);
            random_trend(board);
            for (size_t k = 0; k < board->track_count; k++) {
                assert_true(board->tracks[k].stage < (int)board->stage_count);
                assert_ptr_equal(
                    board->tracks[k].action->tracks[board->tracks[k].column->index],
                    &board->tracks[k]);
            }
        }
        board_set_free(set);
        fixture_finish(&fixture);
    }
}

static void odd_cells_are_harmless(void **state)
{
    static const struct cell cells[] = {
        {.table = "", .row = "", .column = "", .value = ""},
        {.table = "action", .row = "", .column = "", .value = NULL},
        {.table = "action", .row = "x", .column = "board", .value = "b"},
        {.table = "board", .row = "", .column = "title", .value = NULL},
        {.table = "board", .row = "b", .column = "title", .value = "\xff"},
        {.table = "track", .row = "x", .column = "board", .value = "b"},
    };
    static const struct entry entries[] = {
        {.table = "nergens", .row = "x", .column = "y"},
        {.at_ms = INT64_MIN,
         .table = "track",
         .row = "x",
         .column = "health",
         .value = NULL},
        {.at_ms = INT64_MAX,
         .table = "action",
         .row = "x",
         .column = "due",
         .value = "1",
         .before = "2"},
    };
    struct board_set *set = board_set_build(cells, 6, entries, 3);

    (void)state;
    assert_int_equal(set->count, 1);
    assert_int_equal(board_set_find(set, "b")->change_count, 2);
    assert_string_equal(board_set_find(set, "b")->changes[0].author, "");
    assert_null(board_set_find(set, "b")->changes[0].after);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_are_built_in_time),
        cmocka_unit_test(odd_cells_are_harmless),
        cmocka_unit_test(random_cells_are_harmless),
    };

    return cmocka_run_group_tests_name("board_size", tests, NULL, NULL);
}
