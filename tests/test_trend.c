// board/trend and board/standing: earlier days worked out back through history, against
// boards that are built from no more than what had been said by then.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "board/trend.h"
#include "board_fixture.h"

static const struct trend_filter everything = {NULL, NULL};

// --- against boards of then ---

enum { LINES = 240, LINE_BYTES = 160 };

struct story {
    char lines[LINES][LINE_BYTES];
    int64_t at_ms[LINES];
    int count;
};

static uint32_t roll(uint32_t *seed, uint32_t sides)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 10) % sides;
}

static const char *const tracks[] = {"1.1a/g", "1.1a/j", "1.1a/o",
                                     "1.1b/g", "2.1a/g", "2.1a/j"};

// A report, a bottleneck that comes, climbs or ends, or a track that somebody makes.
static void story_line(char out[LINE_BYTES], uint32_t *seed)
{
    static const char *const stages[] = {"niet gestart", "beleggen",  "vertalen",
                                         "toepassen",    "Monitoren", "geborgd"};
    static const char *const healths[] = {"op koers", "aandacht", "knelpunt",
                                          "knelpunt", "afgerond", "vervallen"};
    static const char *const rungs[] = {"trekker", "werkgroep", "regiegroep", "OOGO", ""};
    const char *track = tracks[roll(seed, 6)];
    char action[8];

    snprintf(action, sizeof action, "%.4s", track);
    switch (roll(seed, 7)) {
    case 0:
    case 1:
        snprintf(out, LINE_BYTES, "! track b/%s stage=%s", track, stages[roll(seed, 6)]);
        break;
    case 2:
    case 3:
        snprintf(out, LINE_BYTES, "! track b/%s health=%s", track, healths[roll(seed, 6)]);
        break;
    case 4:
        snprintf(out, LINE_BYTES,
                 "! bottleneck b/%s/%u board=b|action=%s|column_id=%s|since=2024-0%u-01",
                 track, roll(seed, 2), action, track + 5, roll(seed, 8) + 1);
        break;
    case 5:
        snprintf(out, LINE_BYTES, "! bottleneck b/%s/%u rung=%s|ended=%s", track,
                 roll(seed, 2), rungs[roll(seed, 5)],
                 roll(seed, 3) == 0 ? "2024-09-01" : "");
        break;
    default:
        snprintf(out, LINE_BYTES,
                 "! track b/1.1b/j _live=1|board=b|action=1.1b|column_id=j|stage=beleggen");
        break;
    }
}

static void story_make(struct story *story, uint32_t seed)
{
    int64_t at_ms = day_moment_ms(fixture_day("2024-01-01"), 0);

    story->count = LINES;
    for (int i = 0; i < LINES; i++) {
        // Half of them close to midnight.
        at_ms += (int64_t)roll(&seed, 5) * 43200000 + roll(&seed, 3) * 60000;
        story->at_ms[i] = at_ms;
        story_line(story->lines[i], &seed);
    }
}

static struct board_set *story_board(const struct story *story, int64_t until_ms)
{
    struct fixture fixture = {0};

    fixture_add(&fixture, FIXTURE_PLAN);
    for (int i = 0; i < story->count && story->at_ms[i] < until_ms; i++) {
        fixture.at_ms = story->at_ms[i];
        fixture_add(&fixture, story->lines[i]);
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    return set;
}

static void count_now(const struct board *board, const struct trend_filter *filter,
                      struct trend_point *point)
{
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        bool in = filter->ambition == NULL ||
                  strcmp(track->action->goal->ambition->code, filter->ambition->code) == 0;
        if (in && (filter->column == NULL ||
                   strcmp(track->column->id, filter->column->id) == 0)) {
            point->tracks++;
            point->stages[track->stage]++;
            point->signs[track_brick(track, board)]++;
        }
    }
}

static void check_point(const struct trend_point *is, const struct board *then,
                        const struct trend_filter *filter, uint32_t seed)
{
    struct trend_point should = {.day = is->day};
    char day[16];

    count_now(then, filter, &should);
    day_write(is->day, day);
    if (is->tracks != should.tracks ||
        memcmp(is->stages, should.stages, sizeof is->stages) != 0 ||
        memcmp(is->signs, should.signs, sizeof is->signs) != 0) {
        fail_msg("story %u, %s: %d tracks for %d, or other stages or signs", seed, day,
                 is->tracks, should.tracks);
    }
}

static void earlier_days_are_the_boards_of_then(void **state)
{
    enum { POINTS = 60 };

    (void)state;
    for (uint32_t seed = 1; seed <= 12; seed++) {
        struct story story;
        struct trend_point points[POINTS] = {{0}};
        story_make(&story, seed);
        struct board_set *now = story_board(&story, INT64_MAX);
        const struct board *board = &now->boards[0];
        int32_t last;
        day_local(story.at_ms[LINES - 1], &last, NULL);
        const struct trend_filter filters[] = {{NULL, NULL},
                                               {&board->ambitions[0], NULL},
                                               {NULL, &board->columns[1]},
                                               {&board->ambitions[1], &board->columns[0]}};
        const struct trend_filter *filter = &filters[seed % 4];
        for (int i = 0; i < POINTS; i++) {
            points[i].day = last + 2 - (POINTS - 1 - i) * 7;
        }
        assert_true(trend_of(board, filter, points, POINTS));
        for (int i = 0; i < POINTS; i++) {
            struct board_set *then =
                story_board(&story, day_moment_ms(points[i].day + 1, 0));
            check_point(&points[i], &then->boards[0], filter, seed);
            board_set_free(then);
        }
        board_set_free(now);
    }
}

// Between two moments it is what the later board says has moved since the earlier one.
static void what_moved_is_what_the_later_board_says(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 12; seed++) {
        struct story story;
        story_make(&story, seed);
        struct board_set *now = story_board(&story, INT64_MAX);
        for (int i = 0; i + 40 < LINES; i += 20) {
            int64_t from_ms = story.at_ms[i];
            int64_t to_ms = story.at_ms[i + 40];
            struct trend_move move;
            struct movement should;
            struct pace pace;
            assert_true(trend_between(&now->boards[0], &everything, from_ms, to_ms, &move));
            struct board_set *then = story_board(&story, to_ms);
            movement_since(&then->boards[0], from_ms, &should);
            assert_memory_equal(&move.all, &should, sizeof should);
            const struct trend_filter first = {&now->boards[0].ambitions[0], NULL};
            assert_true(trend_between(&now->boards[0], &first, from_ms, to_ms, &move));
            pace_of(&then->boards[0], &then->boards[0].ambitions[0], &pace);
            assert_memory_equal(move.upper, pace.stages, sizeof pace.stages);
            board_set_free(then);
        }
        board_set_free(now);
    }
}

// --- by hand ---

static void edges_of_a_day(void **state)
{
    // 30 March 2025 has 23 hours, 26 October 25.
    struct board_set *set =
        fixture_plan_with("@ 2025-03-30 00:00\n! track b/1.1a/g stage=beleggen\n"
                          "@ 2025-03-30 23:59\n! track b/1.1a/j stage=beleggen\n"
                          "@ 2025-10-26 23:59\n! track b/1.1a/o stage=beleggen\n"
                          "@ 2025-10-27 00:00\n! track b/1.1b/g stage=beleggen\n"
                          "@ 2031-01-01 12:00\n! track b/2.1a/g stage=beleggen\n");
    static const struct {
        const char *day;
        int begun;
    } days[] = {{"2025-03-29", 0}, {"2025-03-30", 2}, {"2025-10-25", 2}, {"2025-10-26", 3},
                {"2025-10-27", 4}, {"2025-11-22", 4}, {"2031-01-01", 5}};
    struct trend_point points[sizeof days / sizeof *days] = {{0}};
    size_t count = sizeof days / sizeof *days;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        points[i].day = fixture_day(days[i].day);
    }
    assert_true(trend_of(&set->boards[0], &everything, points, count));
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(points[i].stages[1], days[i].begun);
        assert_int_equal(points[i].stages[0], 6 - days[i].begun);
        assert_int_equal(points[i].tracks, 6);
    }
    board_set_free(set);
}

static void a_track_that_was_deleted_for_a_while(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-01-01\n! track b/1.1a/g stage=beleggen\n"
        "@ 2025-02-01\n! track b/1.1a/g _live=0\n@ 2025-03-01\n! track b/1.1a/g _live=1\n");
    struct trend_point points[] = {{.day = fixture_day("2025-01-15")},
                                   {.day = fixture_day("2025-02-15")},
                                   {.day = fixture_day("2025-03-15")}};

    (void)state;
    assert_true(trend_of(&set->boards[0], &everything, points, 3));
    assert_int_equal(points[0].tracks, 6);
    assert_int_equal(points[1].tracks, 5);
    assert_int_equal(points[2].tracks, 6);
    board_set_free(set);
}

static void the_days_of_a_trend(void **state)
{
    static const struct {
        const char *name, *text, *today;
        size_t size;
        const char *expected;
    } cases[] = {
        {"nothing said", "", "2025-05-05", 9, "2025-05-05 "},
        {"months", "@ 2025-01-31 23:59\n! track b/1.1a/g health=op koers\n", "2025-05-05",
         9, "2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-05 "},
        {"the newest", "@ 2025-01-31\n! track b/1.1a/g health=op koers\n", "2025-05-05", 3,
         "2025-03-31 2025-04-30 2025-05-05 "},
        {"no room", "@ 2025-01-31\n! track b/1.1a/g health=op koers\n", "2025-05-05", 0,
         ""},
        {"today ends one", "@ 2024-02-01\n! track b/1.1a/g health=op koers\n", "2024-02-29",
         9, "2024-02-29 "},
        {"just under a year and a half", "@ 2024-01-01\n! track b/1.1a/g stage=beleggen\n",
         "2025-07-01", 2, "2025-06-30 2025-07-01 "},
        {"quarters", "@ 2024-01-01\n! track b/1.1a/g stage=beleggen\n", "2025-07-02", 9,
         "2024-03-31 2024-06-30 2024-09-30 2024-12-31 2025-03-31 2025-06-30 2025-07-02 "},
        {"the period begins later",
         "@ 2020-01-01\nboard b period=2025-2027\n! track b/1.1a/g stage=beleggen\n",
         "2025-02-10", 9, "2025-01-31 2025-02-10 "},
        {"a name is no report", "@ 2020-01-01\n! track b/1.1a/g lead=Sam\n", "2025-02-10",
         9, "2025-02-10 "},
        {"a first report from tomorrow", "@ 2026-01-01\n! track b/1.1a/g stage=beleggen\n",
         "2025-02-10", 9, "2025-02-10 "},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_plan_with(cases[i].text);
        int32_t days[9];
        char line[160] = "";
        size_t count =
            trend_days(&set->boards[0], fixture_day(cases[i].today), days, cases[i].size);
        for (size_t k = 0; k < count; k++) {
            char day[16];
            day_write(days[k], day);
            strcat(strcat(line, day), " ");
        }
        if (strcmp(line, cases[i].expected) != 0) {
            fail_msg("%s: %s, not %s", cases[i].name, line, cases[i].expected);
        }
        board_set_free(set);
    }
}

static void what_a_column_did_between_two_meetings(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-01-10\n! track b/1.1a/g stage=beleggen|health=op koers\n"
        "@ 2025-03-01 09:00\nby Sam\n! track b/1.1a/g stage=toepassen|health=aandacht\n"
        "by Bo\n! track b/1.1a/g reason=geld\n! track b/1.1a/j stage=vertalen\n"
        "@ 2025-03-05\n! track b/1.1a/g lead=Bo\n! track b/1.1b/g health=vervallen\n"
        "@ 2025-06-01\n! track b/1.1a/g stage=geborgd\n! track b/1.1a/o health=op koers\n");
    struct trend_move move;

    (void)state;
    assert_true(trend_between(&set->boards[0], &everything,
                              day_moment_ms(fixture_day("2025-02-01"), 0),
                              day_moment_ms(fixture_day("2025-06-01"), 0), &move));
    assert_int_equal(move.all.forward, 2);
    assert_int_equal(move.columns[0].forward, 2);
    assert_int_equal(move.columns[1].forward, 0);
    assert_int_equal(move.reports, 4);
    assert_int_equal(move.upper[0], 3); // dropped does not count
    assert_int_equal(move.upper[1], 2);
    assert_int_equal(move.upper[2], -1);
    assert_int_equal(move.silent[0], fixture_day("2025-03-05"));
    assert_int_equal(move.silent[1], fixture_day("2025-03-01"));
    assert_int_equal(move.silent[2], DAY_NONE);
    board_set_free(set);
}

static void the_steps_of_a_replay(void **state)
{
    struct board_set *set =
        fixture_plan_with("@ 2025-01-10 10:00\n! track b/1.1a/g stage=beleggen\n"
                          "@ 2025-02-01 10:00\n! track b/1.1a/g stage=vertalen\n"
                          "@ 2025-02-01 12:00\n! track b/1.1a/g stage=toepassen\n! track "
                          "b/1.1a/j stage=vertalen\n"
                          "@ 2025-02-02 10:00\n! track b/1.1a/g health=aandacht\n"
                          "@ 2025-02-03 10:00\n! track b/1.1a/g stage=geborgd\n"
                          "@ 2025-02-03 11:00\n! track b/1.1a/g stage=toepassen\n"
                          "@ 2025-03-01 10:00\n! track b/1.1a/g stage=geborgd\n");
    static const struct {
        const char *at, *row;
        int from, to;
    } expected[] = {{"2025-02-01", "b/1.1a/j", 2, 2},
                    {"2025-02-01", "b/1.1a/g", 1, 3},
                    {"2025-02-02", "b/1.1a/g", 3, 3}};
    struct trend_step steps[8];
    int64_t from_ms = day_moment_ms(fixture_day("2025-02-01"), 0);
    int64_t to_ms = day_moment_ms(fixture_day("2025-03-01"), 600);

    (void)state;
    size_t count = trend_steps(&set->boards[0], &everything, from_ms, to_ms, steps, 8);
    assert_int_equal(count, 3);
    bool swapped = strcmp(steps[0].track->row, "b/1.1a/g") == 0;
    for (size_t i = 0; i < 3; i++) {
        const struct trend_step *step = &steps[i < 2 && swapped ? 1 - i : i];
        assert_string_equal(step->track->row, expected[i].row);
        assert_int_equal(step->at_ms,
                         day_moment_ms(fixture_day(expected[i].at), i < 2 ? 720 : 600));
        assert_int_equal(step->from, expected[i].from);
        assert_int_equal(step->to, expected[i].to);
    }
    assert_int_equal(trend_steps(&set->boards[0], &everything, from_ms, to_ms, steps, 1),
                     1);
    assert_int_equal(steps[0].at_ms, day_moment_ms(fixture_day("2025-02-01"), 720));
    assert_int_equal(trend_steps(&set->boards[0], &everything, from_ms, to_ms, steps, 0),
                     0);
    board_set_free(set);
}

// --- size ---

// 10,000 actions in two columns, 100,000 changes.
static struct board_set *big_board(void)
{
    enum { ACTIONS = 10000, CHANGES = 100000 };
    static struct cell cells[ACTIONS * 7 + 8];
    static struct entry entries[CHANGES];
    static char rows[ACTIONS * 3][16];
    static char codes[ACTIONS][12];
    size_t count = 0;

    for (int i = 0; i < ACTIONS; i++) {
        snprintf(codes[i], sizeof codes[i], "%05d", i);
        snprintf(rows[i], sizeof rows[i], "b/%s", codes[i]);
        cells[count++] = (struct cell){
            .table = "action", .row = rows[i], .column = "board", .value = "b"};
        cells[count++] = (struct cell){
            .table = "action", .row = rows[i], .column = "code", .value = codes[i]};
        cells[count++] = (struct cell){
            .table = "action", .row = rows[i], .column = "goal", .value = "1.1"};
    }
    cells[count++] =
        (struct cell){.table = "ambition", .row = "b/1", .column = "board", .value = "b"};
    cells[count++] =
        (struct cell){.table = "ambition", .row = "b/1", .column = "code", .value = "1"};
    cells[count++] =
        (struct cell){.table = "board", .row = "b", .column = "title", .value = "B"};
    cells[count++] = (struct cell){
        .table = "board_column", .row = "b/g", .column = "board", .value = "b"};
    cells[count++] = (struct cell){
        .table = "board_column", .row = "b/g", .column = "column_id", .value = "g"};
    cells[count++] =
        (struct cell){.table = "goal", .row = "b/1.1", .column = "ambition", .value = "1"};
    cells[count++] =
        (struct cell){.table = "goal", .row = "b/1.1", .column = "board", .value = "b"};
    cells[count++] =
        (struct cell){.table = "goal", .row = "b/1.1", .column = "code", .value = "1.1"};
    for (int i = 0; i < ACTIONS; i++) {
        char *row = rows[ACTIONS + i];
        snprintf(row, sizeof rows[0], "b/%05d/g", i);
        cells[count++] = (struct cell){
            .table = "track", .row = row, .column = "action", .value = codes[i]};
        cells[count++] =
            (struct cell){.table = "track", .row = row, .column = "board", .value = "b"};
        cells[count++] = (struct cell){
            .table = "track", .row = row, .column = "column_id", .value = "g"};
        cells[count++] = (struct cell){
            .table = "track", .row = row, .column = "stage", .value = "toepassen"};
    }
    int64_t at_ms = day_moment_ms(fixture_day("2021-01-01"), 0);
    for (int i = 0; i < CHANGES; i++) {
        entries[i] = (struct entry){.at_ms = at_ms + (int64_t)i * 1000000,
                                    .author = "Sam",
                                    .device = "d",
                                    .table = "track",
                                    .row = rows[ACTIONS + i % ACTIONS],
                                    .column = i % 3 == 0 ? "health" : "stage",
                                    .value = i % 3 == 0 ? "op koers" : "toepassen",
                                    .before = i < ACTIONS  ? NULL
                                              : i % 3 == 0 ? "aandacht"
                                                           : "vertalen"};
    }
    return board_set_build(cells, count, entries, CHANGES);
}

static double milliseconds(const struct timespec *since)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - since->tv_sec) * 1e3 +
           (double)(now.tv_nsec - since->tv_nsec) / 1e6;
}

// The bound is wide: this machine may be busy, and a sanitizer slow. What it keeps out is
// a second walk per track.
static void a_long_history_takes_no_time(void **state)
{
    enum { ROUNDS = 5, SLOW_MS = 400 };
    static struct trend_step steps[100000];
    struct board_set *set = big_board();
    double best[4] = {1e9, 1e9, 1e9, 1e9};

    (void)state;
    assert_int_equal(set->boards[0].change_count, 100000);
    for (int round = 0; round < ROUNDS; round++) {
        struct trend_point points[40];
        struct trend_move move;
        struct forecast forecast;
        struct timespec since;
        double took[4];
        for (int i = 0; i < 40; i++) {
            points[i].day = fixture_day("2021-01-01") + i * 30;
        }
        clock_gettime(CLOCK_MONOTONIC, &since);
        assert_true(trend_of(&set->boards[0], &everything, points, 40));
        took[0] = milliseconds(&since);
        assert_int_equal(points[0].tracks, 10000);
        clock_gettime(CLOCK_MONOTONIC, &since);
        assert_true(trend_between(&set->boards[0], &everything, 0, INT64_MAX, &move));
        took[1] = milliseconds(&since);
        assert_int_equal(move.reports, 100000);
        clock_gettime(CLOCK_MONOTONIC, &since);
        assert_true(trend_steps(&set->boards[0], &everything, 0, INT64_MAX, steps, 100000) >
                    0);
        took[2] = milliseconds(&since);
        clock_gettime(CLOCK_MONOTONIC, &since);
        forecast_of(&set->boards[0], &everything, fixture_day("2024-04-01"), &forecast);
        took[3] = milliseconds(&since);
        for (int i = 0; i < 4; i++) {
            best[i] = took[i] < best[i] ? took[i] : best[i];
        }
    }
    print_message("trend_of %.1f ms, between %.1f, steps %.1f, forecast %.1f\n", best[0],
                  best[1], best[2], best[3]);
    for (int i = 0; i < 4; i++) {
        assert_true(best[i] < SLOW_MS);
    }
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(earlier_days_are_the_boards_of_then),
        cmocka_unit_test(what_moved_is_what_the_later_board_says),
        cmocka_unit_test(edges_of_a_day),
        cmocka_unit_test(a_track_that_was_deleted_for_a_while),
        cmocka_unit_test(the_days_of_a_trend),
        cmocka_unit_test(what_a_column_did_between_two_meetings),
        cmocka_unit_test(the_steps_of_a_replay),
        cmocka_unit_test(a_long_history_takes_no_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
