// Time travel against an oracle: the same question put to the log in plain SQL, by another
// way than the fold takes. Every cell of every table must be equal, at every moment.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "board/trend.h"
#include "command_fixture.h"
#include "desk/import.h"
#include "random_records.h"
#include "same_boards.h"
#include "share/site_parts.h"
#include "share_fixture.h"
#include "store/log.h"
#include "store/past.h"
#include "store/present.h"
#include "store/schema.h"

static const struct trend_filter everything = {NULL, NULL};

// --- the oracle ---

// The entries of then, each with its place among those of its cell and of its row, the
// newest first, and what its cell held before it.
#define THEN                                                                               \
    "WITH past AS (SELECT *, row_number() OVER (PARTITION BY tbl, row, col ORDER BY hlc "  \
    "DESC, dev DESC, eid DESC) AS of_cell, row_number() OVER (PARTITION BY tbl, row "      \
    "ORDER BY hlc DESC, dev DESC, eid DESC) AS of_row, lag(val) OVER (PARTITION BY tbl, "  \
    "row, col ORDER BY hlc, dev, eid) AS was FROM chg WHERE hlc / 65536 <= ?1), "          \
    "gone AS (SELECT tbl, row FROM past WHERE of_row = 1 AND col = '_live' AND val IS "    \
    "'0') "

static const char cells_sql[] =
    THEN "SELECT tbl, row, col, val, hlc / 65536, author FROM past WHERE of_cell = 1 AND "
         "(tbl, row) NOT IN (SELECT tbl, row FROM gone) ORDER BY tbl, row, col";
static const char entries_sql[] =
    THEN "SELECT tbl, row, col, val, hlc / 65536, author, dev, was FROM past WHERE author "
         "<> 'plan' ORDER BY hlc, dev, eid";

struct oracle {
    struct arena arena; // owns the texts
    struct cell *cells; // owned; all that show, those of no table of ours among them
    size_t cell_count;
    struct entry *entries; // owned
    size_t entry_count;
};

static const char *column_text(struct oracle *oracle, sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);

    return text == NULL ? NULL : arena_string(&oracle->arena, text);
}

static sqlite3_stmt *oracle_ask(sqlite3 *db, const char *sql, int64_t at_ms)
{
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    sqlite3_bind_int64(statement, 1, at_ms);
    return statement;
}

static void oracle_open(struct oracle *oracle, sqlite3 *db, int64_t at_ms)
{
    enum { ROOM = 20000 };
    sqlite3_stmt *statement = oracle_ask(db, cells_sql, at_ms);

    *oracle = (struct oracle){.cells = calloc(ROOM, sizeof *oracle->cells),
                              .entries = calloc(ROOM, sizeof *oracle->entries)};
    while (sqlite3_step(statement) == SQLITE_ROW && oracle->cell_count < ROOM) {
        oracle->cells[oracle->cell_count++] = (struct cell){
            .table = column_text(oracle, statement, 0),
            .row = column_text(oracle, statement, 1),
            .column = column_text(oracle, statement, 2),
            .value = column_text(oracle, statement, 3),
            .at_ms = sqlite3_column_int64(statement, 4),
            .reported = strcmp(column_text(oracle, statement, 5), "plan") != 0,
        };
    }
    assert_true(oracle->cell_count < ROOM);
    sqlite3_finalize(statement);
    statement = oracle_ask(db, entries_sql, at_ms);
    while (sqlite3_step(statement) == SQLITE_ROW && oracle->entry_count < ROOM) {
        oracle->entries[oracle->entry_count++] = (struct entry){
            .table = column_text(oracle, statement, 0),
            .row = column_text(oracle, statement, 1),
            .column = column_text(oracle, statement, 2),
            .value = column_text(oracle, statement, 3),
            .at_ms = sqlite3_column_int64(statement, 4),
            .author = column_text(oracle, statement, 5),
            .device = column_text(oracle, statement, 6),
            .before = column_text(oracle, statement, 7),
        };
    }
    assert_true(oracle->entry_count < ROOM);
    sqlite3_finalize(statement);
}

static void oracle_close(struct oracle *oracle)
{
    arena_finish(&oracle->arena);
    free(oracle->cells);
    free(oracle->entries);
}

// Every cell that the oracle tells is in the past, and nothing else is.
static void check_cells(const struct oracle *oracle, const struct fold *fold, int64_t at_ms)
{
    struct past past;
    size_t shown = 0;

    assert_true(past_make(&past, fold, at_ms));
    for (size_t i = 0; i < oracle->cell_count; i++) {
        const struct cell *cell = &oracle->cells[i];
        uint32_t row = fold_row_find(fold, cell->table, cell->row);
        uint32_t at = fold_cell_find(fold, row, cell->column);
        const struct record *winner = at == FOLD_NONE ? NULL : past_winner(&past, at);
        if (winner == NULL || !past_shows(&past, row) ||
            !record_same_value(winner->value, winner->size, cell->value,
                               cell->value == NULL ? 0 : strlen(cell->value))) {
            fail_msg("at %lld: %s %s %s is not %s", (long long)at_ms, cell->table,
                     cell->row, cell->column,
                     cell->value == NULL ? "nothing" : cell->value);
        }
    }
    for (uint32_t i = 0; i < fold->cell_count; i++) {
        shown += past_winner(&past, i) != NULL && past_shows(&past, fold->cells[i].row);
    }
    assert_int_equal(shown, oracle->cell_count);
    past_finish(&past);
}

// The boards that follow from what the oracle tells.
static struct board_set *oracle_boards(const struct oracle *oracle,
                                       const struct schema *schema)
{
    struct cell *cells = calloc(oracle->cell_count + 1, sizeof *cells);
    struct entry *entries = calloc(oracle->entry_count + 1, sizeof *entries);
    size_t cell_count = 0;
    size_t entry_count = 0;

    for (size_t i = 0; i < oracle->cell_count; i++) {
        const struct schema_table *table =
            schema_table_find(schema, oracle->cells[i].table);
        if (table != NULL && schema_has(table, oracle->cells[i].column)) {
            cells[cell_count++] = oracle->cells[i];
        }
    }
    for (size_t i = 0; i < oracle->entry_count; i++) {
        if (schema_table_find(schema, oracle->entries[i].table) != NULL) {
            entries[entry_count++] = oracle->entries[i];
        }
    }
    struct board_set *set = board_set_build(cells, cell_count, entries, entry_count);
    free(cells);
    free(entries);
    return set;
}

// --- the example board ---

static int64_t example_now(void *context)
{
    (void)context;
    return day_moment_ms(day_of((struct date){2025, 11, 11}), 642);
}

// The example with all its reports, as a device reads it, and its file for the oracle.
struct example {
    struct fixture *fixture;
    struct gate *gate;
    sqlite3 *db;
    struct board_set *now;
};

static void example_open(struct example *example, struct fixture *fixture)
{
    fixture->env.now_ms = example_now;
    command_expect(import_command, fixture, "import --share SHARE boards/voorbeeld", 0,
                   "voorbeeld");
    *example = (struct example){.fixture = fixture, .gate = gate_open(fixture)};
    assert_int_equal(gate_import(example->gate, fixture, "board.sqlite").trouble,
                     TROUBLE_NONE);
    assert_int_equal(sqlite3_open(fixture_path(fixture, 2, "board.sqlite"), &example->db),
                     SQLITE_OK);
    example->now = present_boards(example->gate->fold, example->gate->schema);
    assert_int_equal(example->now->count, 1);
}

static void example_close(struct example *example)
{
    board_set_free(example->now);
    sqlite3_close(example->db);
    gate_close(example->gate);
}

static const struct board *example_board(const struct example *example)
{
    return &example->now->boards[0];
}

static struct board_set *example_past(struct example *example, int64_t at_ms)
{
    struct board_set *set = present_past(example->gate->fold, example->gate->schema, at_ms);

    assert_non_null(set);
    return set;
}

static void check_moment(struct example *example, int64_t at_ms)
{
    struct oracle oracle;
    struct board_set *past = example_past(example, at_ms);
    char what[32];

    snprintf(what, sizeof what, "%lld", (long long)at_ms);
    oracle_open(&oracle, example->db, at_ms);
    check_cells(&oracle, example->gate->fold, at_ms);
    struct board_set *should = oracle_boards(&oracle, example->gate->schema);
    assert_int_equal(past->count, should->count);
    for (size_t i = 0; i < past->count; i++) {
        assert_int_equal(same_boards(what, &past->boards[i], &should->boards[i]), 0);
        assert_int_equal(past->boards[i].change_count, should->boards[i].change_count);
    }
    assert_int_equal(past->data_ms, should->data_ms);
    board_set_free(should);
    board_set_free(past);
    oracle_close(&oracle);
}

static int64_t end_of(int32_t day)
{
    return day_moment_ms(day + 1, 0) - 1;
}

static void every_meeting_and_every_month_of_the_example(void **state)
{
    struct example example;
    int moments = 0;

    example_open(&example, *state);
    const struct board *board = example_board(&example);
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (meeting->day != DAY_NONE) {
            check_moment(
                &example,
                day_moment_ms(meeting->day, meeting->minute < 0 ? 0 : meeting->minute));
            check_moment(&example, end_of(meeting->day));
            moments += 2;
        }
    }
    for (int month = 0; month < 18; month++, moments++) {
        struct date date = {2024 + (month + 8) / 12, (month + 8) % 12 + 1, 1};
        check_moment(&example, end_of(day_of(date) - 1));
    }
    // On the millisecond of reports, and just before.
    for (size_t i = 0; i < board->change_count; i += board->change_count / 20 + 1) {
        check_moment(&example, board->changes[i].at_ms);
        check_moment(&example, board->changes[i].at_ms - 1);
        moments += 2;
    }
    check_moment(&example, INT64_MAX >> 16);
    check_moment(&example, 0);
    assert_true(moments > 60);
    example_close(&example);
}

// What the chart counts is what stands on the board of that day. The reports of the example
// were made after its plan, and nobody deletes anything on it.
static void a_trend_is_the_boards_of_its_days(void **state)
{
    enum { POINTS = 40 };
    struct example example;
    struct trend_point points[POINTS] = {{0}};

    example_open(&example, *state);
    const struct board *board = example_board(&example);
    int32_t day = trend_first(board, &everything);
    int32_t today = day_of((struct date){2025, 11, 11});
    for (int i = 0; i < POINTS; i++) {
        points[i].day = day + (today - day) * i / (POINTS - 1);
    }
    for (size_t f = 0; f <= board->ambition_count; f++) {
        const struct trend_filter filter = {
            f == 0 ? NULL : &board->ambitions[f - 1],
            f % 2 == 0 ? NULL : &board->columns[f % board->column_count]};
        assert_true(trend_of(board, &filter, points, POINTS));
        for (int i = 0; i < POINTS; i++) {
            struct board_set *past = example_past(&example, end_of(points[i].day));
            const struct board *then = board_set_find(past, board->slug);
            int stages[STAGE_MAX] = {0};
            int signs[SIGN_COUNT] = {0};
            int tracks = 0;
            for (size_t k = 0; k < then->track_count; k++) {
                const struct track *track = &then->tracks[k];
                const struct ambition *ambition = track->action->goal->ambition;
                if ((filter.ambition == NULL ||
                     strcmp(filter.ambition->code, ambition->code) == 0) &&
                    (filter.column == NULL ||
                     strcmp(filter.column->id, track->column->id) == 0)) {
                    tracks++;
                    stages[track->stage]++;
                    signs[track_brick(track, then)]++;
                }
            }
            assert_int_equal(points[i].tracks, tracks);
            assert_memory_equal(points[i].stages, stages, sizeof stages);
            assert_memory_equal(points[i].signs, signs, sizeof signs);
            board_set_free(past);
        }
    }
    example_close(&example);
}

// The signals of a past board are those of its day: nothing of later leaks into them.
static void a_past_board_knows_its_own_day(void **state)
{
    struct example example;
    struct attention list[4];

    example_open(&example, *state);
    int32_t day = day_of((struct date){2025, 9, 25});
    struct board_set *past = example_past(&example, end_of(day));
    const struct board *board = &past->boards[0];
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        assert_true(track->reported == DAY_NONE || track->reported <= day);
        assert_true(track->health_since == DAY_NONE || track->health_since <= day);
    }
    for (size_t i = 0; i < board->change_count; i++) {
        assert_true(board->changes[i].at_ms <= end_of(day));
    }
    int32_t first = trend_first(example_board(&example), &everything);
    size_t count = attention_list(board, day, list, 4);
    assert_true(count > 0);
    for (size_t i = 0; i < 4 && i < count; i++) {
        bool runs = list[i].kind <= ATTENTION_HEALTH || list[i].kind == ATTENTION_SILENT;
        assert_true(!runs || list[i].days == DAY_NONE || list[i].days <= day - first);
    }
    const struct meeting *next = meeting_next(board, NULL, day, 23 * 60 + 59);
    assert_non_null(next);
    assert_true(next->day > day);
    const struct meeting *now = meeting_next(example_board(&example), NULL,
                                             day_of((struct date){2025, 11, 11}), 642);
    assert_true(now == NULL || next->day <= now->day);
    board_set_free(past);
    example_close(&example);
}

// Going back for good leads to the cells that time travel shows.
static void restore_leads_to_the_past(void **state)
{
    static const struct date dates[] = {{2024, 12, 31}, {2025, 3, 30}, {2025, 9, 25}};
    struct example example;

    example_open(&example, *state);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        int64_t at_ms = end_of(day_of(dates[i]));
        char path[400];
        snprintf(path, sizeof path, "%s/device-%zu", example.fixture->root, i);
        struct site *site = site_open(&(struct site_options){
            .share_dir = example.fixture->share,
            .state_dir = path,
            .env = &example.fixture->env,
        });
        assert_non_null(site);
        site_step(site, true);
        struct past past;
        assert_true(past_make(&past, site->fold, at_ms));
        size_t cells = site->fold->cell_count;
        const struct record **then = calloc(cells, sizeof *then);
        memcpy(then, past.winners, cells * sizeof *then);
        assert_true(site_restore(site, "voorbeeld", at_ms, "Sam") + 1 > 1);
        for (uint32_t k = 0; k < cells; k++) {
            const struct fold_cell *cell = &site->fold->cells[k];
            const char *table = site->fold->rows[cell->row].table;
            if (table[0] == '_' || strcmp(cell->column, RECORD_LIVE) == 0) {
                continue;
            }
            bool shown = past_shows(&past, cell->row);
            assert_int_equal(shown, fold_shows(site->fold, cell->row));
            assert_true(!shown ||
                        record_same_value(then[k] == NULL ? NULL : then[k]->value,
                                          then[k] == NULL ? 0 : then[k]->size,
                                          cell->winner->value, cell->winner->size));
        }
        free(then);
        past_finish(&past);
        site_close(site);
    }
    example_close(&example);
}

// --- random logs ---

static void random_log(struct fixture *fixture, const char *path)
{
    enum { ENTRIES = 300 };
    struct record records[ENTRIES];
    struct log *log = log_open(path, &fixture->env);
    size_t count = 0;

    assert_non_null(log);
    while (count < ENTRIES) {
        struct record record = random_record(fixture);
        if (record_fault(&record) == NULL) {
            records[count++] = record;
        }
    }
    assert_true(log_append(log, records, count, false));
    log_close(log);
}

static void random_logs_at_every_moment(void **state)
{
    struct fixture *fixture = *state;

    for (int round = 0; round < 20; round++) {
        char path[400];
        snprintf(path, sizeof path, "%s/log-%d.db", fixture->root, round);
        random_log(fixture, path);
        struct fold *fold = fold_create();
        struct log *log = log_open(path, &fixture->env);
        assert_true(log_load(log, fold));
        log_close(log);
        sqlite3 *db = NULL;
        assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
        for (int64_t at_ms = -1; at_ms < 34; at_ms += 1 + round % 3) {
            struct oracle oracle;
            oracle_open(&oracle, db, at_ms);
            check_cells(&oracle, fold, at_ms);
            oracle_close(&oracle);
        }
        sqlite3_close(db);
        fold_destroy(fold);
    }
}

// --- clocks ---

static void touch(struct fold *fold, int64_t at_ms, const char *stage)
{
    struct record record = {
        .hlc = at_ms << 16,
        .device = "0123456789abcdef",
        .table = "track",
        .row = "proef/1.1a/gemeente",
        .column = "stage",
        .value = stage,
        .size = strlen(stage),
        .author = "Sam",
        .base = RECORD_NO_BASE,
    };

    assert_true(fold_add(fold, &record, 1));
}

static int64_t plan_now(void *context)
{
    (void)context;
    return day_moment_ms(day_of((struct date){2025, 1, 1}), 0);
}

// The hour that comes twice, the one that never was, and a clock that stood years ahead.
static void clocks_that_jump(void **state)
{
    struct fixture *fixture = *state;
    fixture->env.now_ms = plan_now;
    share_fixture_publish(fixture);
    struct gate *gate = gate_open(fixture);
    assert_int_equal(gate_import(gate, fixture, "board.sqlite").trouble, TROUBLE_NONE);
    int64_t spring = day_moment_ms(day_of((struct date){2025, 3, 30}), 119); // 1.59
    int64_t autumn = day_moment_ms(day_of((struct date){2025, 10, 26}), 119);
    int64_t ahead = day_moment_ms(day_of((struct date){2031, 1, 1}), 0);
    const struct {
        int64_t at_ms;
        const char *stage;
    } touches[] = {{spring, "beleggen"},
                   {spring + 60000, "vertalen"},            // 3.00
                   {autumn + 3600000, "toepassen"},         // 2.59 in summer
                   {autumn + 3600000 + 60000, "monitoren"}, // 2.00 in winter
                   {ahead, "geborgd"}};
    const struct {
        int64_t at_ms;
        int stage;
    } cases[] = {{spring - 1, 0},
                 {spring, 1},
                 {spring + 59999, 1},
                 {day_moment_ms(day_of((struct date){2025, 3, 30}), 180), 2},
                 {autumn + 3600000, 3},
                 {autumn + 3600000 + 60000, 4},
                 {end_of(day_of((struct date){2025, 10, 26})), 4},
                 {end_of(day_of((struct date){2030, 12, 31})), 4},
                 {ahead, 5},
                 {INT64_MAX, 5}};

    for (size_t i = 0; i < sizeof touches / sizeof *touches; i++) {
        touch(gate->fold, touches[i].at_ms, touches[i].stage);
    }
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *past = present_past(gate->fold, gate->schema, cases[i].at_ms);
        assert_int_equal(past->boards[0].track_count, 1);
        if (past->boards[0].tracks[0].stage != cases[i].stage) {
            fail_msg("moment %zu: stage %d", i, past->boards[0].tracks[0].stage);
        }
        board_set_free(past);
    }
    // Before there was anything, there are no boards.
    struct board_set *before = present_past(gate->fold, gate->schema, 0);
    assert_int_equal(before->count, 0);
    board_set_free(before);
    gate_close(gate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(every_meeting_and_every_month_of_the_example),
        fixture_test(a_trend_is_the_boards_of_its_days),
        fixture_test(a_past_board_knows_its_own_day),
        fixture_test(restore_leads_to_the_past),
        fixture_test(random_logs_at_every_moment),
        fixture_test(clocks_that_jump),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
