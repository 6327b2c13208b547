// Boards from cells and entries: order, joins, limits, history.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "board_fixture.h"

static int amsterdam(void **state)
{
    (void)state;
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return 0;
}

static const struct track *track_of(const struct board *board, const char *code,
                                    const char *column)
{
    const struct action *action = board_action_find(board, code);

    assert_non_null(action);
    return action->tracks[board_column_find(board, column)->index];
}

static void nothing_makes_no_boards(void **state)
{
    struct board_set *set = board_set_build(NULL, 0, NULL, 0);

    (void)state;
    assert_non_null(set);
    assert_int_equal(set->count, 0);
    assert_string_equal(set->trouble, "");
    assert_null(board_set_find(set, "b"));
    board_set_free(set);
    board_set_free(NULL);
}

static void plan_is_joined(void **state)
{
    struct board_set *set = fixture_plan_with("");
    const struct board *board = board_set_find(set, "b");

    (void)state;
    assert_non_null(board);
    assert_string_equal(board->title, "Proefbord");
    assert_string_equal(board->row_kind, "Ambitie");
    assert_string_equal(board->region, "");
    assert_int_equal(board->column_count, 3);
    assert_int_equal(board->ambition_count, 2);
    assert_int_equal(board->goal_count, 3);
    assert_int_equal(board->action_count, 3);
    assert_int_equal(board->track_count, 6);
    assert_int_equal(board->stage_count, 6);
    assert_string_equal(board->stages[5], "geborgd");
    assert_int_equal(board->rung_count, 4);
    assert_string_equal(board->rungs[3].name, "OOGO");
    assert_int_equal(board->ambitions[0].goal_count, 2);
    assert_ptr_equal(board->ambitions[0].goals, &board->goals[0]);
    assert_int_equal(board->goals[0].action_count, 2);
    assert_int_equal(board->goals[1].action_count, 0);
    assert_ptr_equal(board->goals[2].actions, &board->actions[2]);
    assert_ptr_equal(board->actions[2].goal->ambition, &board->ambitions[1]);
    assert_ptr_equal(board_goal_find(board, "2.1"), &board->goals[2]);
    assert_null(board_goal_find(board, "9.9"));
    assert_null(board_action_find(board, "9.9z"));
    assert_null(board_column_find(board, "z"));
    const struct track *track = track_of(board, "1.1a", "j");
    assert_ptr_equal(track->action, &board->actions[0]);
    assert_string_equal(track->column->title, "Jeugdhulp");
    assert_string_equal(track->row, "b/1.1a/j");
    assert_int_equal(track->health, HEALTH_NONE);
    assert_int_equal(track->stage, 0);
    assert_int_equal(track->reported, DAY_NONE);
    assert_int_equal(track->health_since, DAY_NONE);
    assert_null(track->bottleneck);
    assert_null(track_of(board, "2.1a", "o"));
    assert_int_equal(board->actions[0].due.kind, DUE_YEAR);
    assert_true(board->actions[0].funded);
    assert_false(board->actions[1].funded);
    assert_int_equal(board->change_count, 0);
    board_set_free(set);
}

static void order_is_position_then_code(void **state)
{
    struct board_set *set = fixture_boards((const char *const[]){
        "board b title=B\nboard a title=A|position=2\nboard c title=C|position=1\n"
        "ambition 1 board=b|code=10\nambition 2 board=b|code=9\nambition 3 "
        "board=b|code=7|position=x\n"
        "ambition 4 board=b|code=8|position=3\nambition 5 board=b|code=11|position=-1.5\n"
        "ambition 6 board=b|code=12|position=-1.25\n"
        "goal g1 board=b|ambition=9|code=9.10\ngoal g2 board=b|ambition=9|code=9.2\n"
        "goal g3 board=b|ambition=10|code=10.1\ngoal g4 board=b|ambition=8|code=8.1\n"
        "goal g5 board=b|ambition=99|code=99.1\ngoal g6 board=z|ambition=9|code=9.3\n",
        NULL});
    static const char *const ambitions[] = {"11", "12", "8", "7", "9", "10"};
    static const char *const goals[] = {"8.1", "9.2", "9.10", "10.1"};
    const struct board *board = board_set_find(set, "b");

    (void)state;
    assert_int_equal(set->count, 3);
    assert_string_equal(set->boards[0].slug, "c");
    assert_string_equal(set->boards[1].slug, "a");
    assert_string_equal(set->boards[2].slug, "b");
    assert_int_equal(board->ambition_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(board->ambitions[i].code, ambitions[i]);
        assert_int_equal(board->ambitions[i].index, i);
    }
    assert_int_equal(board->goal_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(board->goals[i].code, goals[i]);
    }
    board_set_free(set);
}

static void words_of_the_file_are_read(void **state)
{
    struct board_set *set =
        fixture_plan_with("board b example=ja|silent_days=-4|rung_days=14|row_kind=Fase\n"
                          "action b/1.1a kind=vraag|scope=Lokaal/Regionaal\naction b/1.1b "
                          "kind=praktijk|scope=lokaal\n"
                          "action b/2.1a kind=iets|scope=Regionaal\n"
                          "track b/1.1a/g stage=Vertalen|health=Op Koers|lead=swv po\n"
                          "track b/1.1a/j stage=nergens|health=prima\n"
                          "track b/1.1b/g stage=geborgd|health=afgerond\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_true(board->example);
    assert_int_equal(board->silent_days, 180);
    assert_int_equal(board->rung_days, 14);
    assert_string_equal(board->row_kind, "Fase");
    assert_int_equal(board->actions[0].kind, ACTION_QUESTION);
    assert_int_equal(board->actions[1].kind, ACTION_PRACTICE);
    assert_int_equal(board->actions[2].kind, ACTION_PLAIN);
    assert_int_equal(board->actions[0].scope, SCOPE_BOTH);
    assert_int_equal(board->actions[1].scope, SCOPE_LOCAL);
    assert_int_equal(board->actions[2].scope, SCOPE_REGIONAL);
    assert_int_equal(track_of(board, "1.1a", "g")->stage, 2);
    assert_int_equal(track_of(board, "1.1a", "g")->health, HEALTH_ON_COURSE);
    assert_string_equal(track_of(board, "1.1a", "g")->lead, "swv po");
    assert_int_equal(track_of(board, "1.1a", "j")->stage, 0);
    assert_int_equal(track_of(board, "1.1a", "j")->health, HEALTH_NONE);
    assert_int_equal(track_of(board, "1.1b", "g")->stage, 5);
    for (size_t i = 0; i < HEALTH_COUNT; i++) {
        assert_int_equal(health_read(health_word((enum health)i)), i);
    }
    assert_int_equal(health_read("op  koers"), HEALTH_COUNT);
    board_set_free(set);
}

static void empty_names_take_the_next_longer(void **state)
{
    struct board_set *set = fixture_boards((const char *const[]){
        "board b silent_days=1\nboard_column c1 "
        "board=b|column_id=x|title=\xc3\x89\xc3\xa9n\n"
        "board_column c2 board=b|title=zonder sleutel\n"
        "ambition 1 board=b|code=1\ngoal 1 board=b|ambition=1|code=1.1|title=Doel\n"
        "action 1 board=b|goal=1.1|code=1.1a|text=De hele tekst.\naction 2 "
        "board=b|goal=1.1|code=1.1b\n",
        NULL});
    const struct board *board = &set->boards[0];

    (void)state;
    assert_string_equal(board->title, "b");
    assert_string_equal(board->word, "b");
    assert_int_equal(board->columns[0].title[0], '\xc3');
    assert_string_equal(board->columns[0].letter, "\xc3\x89");
    assert_string_equal(board->ambitions[0].wall, "1");
    assert_string_equal(board->goals[0].brief, "Doel");
    assert_string_equal(board->actions[0].title, "De hele tekst.");
    assert_string_equal(board->actions[1].brief, "1.1b");
    board_set_free(set);
}

static void limits_hold(void **state)
{
    struct fixture fixture = {0};
    char row[32];
    char value[32];

    (void)state;
    fixture_add(&fixture, FIXTURE_PLAN);
    for (int i = 0; i < 40; i++) {
        snprintf(row, sizeof row, "n%02d", i);
        snprintf(value, sizeof value, "naam %d", i);
        fixture_set(&fixture, "stage", row, "board", "b", false);
        fixture_set(&fixture, "stage", row, "name", value, false);
        fixture_set(&fixture, "rung", row, "board", "b", false);
        fixture_set(&fixture, "rung", row, "name", value, false);
        fixture_set(&fixture, "board_column", row, "board", "b", false);
        fixture_set(&fixture, "board_column", row, "column_id", value, false);
        fixture_set(&fixture, "track", row, "board", "b", false);
        fixture_set(&fixture, "track", row, "action", "1.1b", false);
        fixture_set(&fixture, "track", row, "column_id", value, false);
    }
    for (int i = 0; i < 100; i++) {
        snprintf(row, sizeof row, "bord %d", i);
        fixture_set(&fixture, "board", row, "title", row, false);
        fixture_set(&fixture, "board", row, "board", "b", false);
        snprintf(row, sizeof row, "tabel %d", i);
        fixture_set(&fixture, row, "r", "board", "b", false);
    }
    struct board_set *set = fixture_build(&fixture);
    const struct board *board = board_set_find(set, "b");
    assert_int_equal(set->count, 64);
    assert_string_equal(board->title, "Proefbord");
    assert_int_equal(board->stage_count, STAGE_MAX);
    assert_string_equal(board->stages[1], "naam 1");
    assert_int_equal(board->rung_count, RUNG_MAX);
    assert_int_equal(board->column_count, COLUMN_MAX);
    board_set_free(set);
    fixture_finish(&fixture);
}

static void text_is_made_clean(void **state)
{
    struct fixture fixture = {0};
    char *huge = malloc(1 << 20);

    (void)state;
    memset(huge, 'a', (1 << 20) - 1);
    huge[(1 << 20) - 1] = '\0';
    memcpy(huge + 199, "\xe2\x82\xac", 3); // a character over the limit of a title
    fixture_add(&fixture, FIXTURE_PLAN);
    fixture_set(&fixture, "action", "b/1.1a", "title", huge, false);
    fixture_set(&fixture, "action", "b/1.1a", "text", huge, false);
    fixture_set(&fixture, "action", "b/1.1b", "title",
                "a\x1b[31m\xe2\x80\xae"
                "b\xff\n",
                true);
    fixture_set(&fixture, "action", "b/1.1b", "text", "een\ntwee", false);
    fixture_set(&fixture, "track", "b/1.1a/g", "lead", huge, false);
    fixture_set(&fixture, "goal", "b/1.1", "title", NULL, false);
    struct board_set *set = fixture_build(&fixture);
    const struct board *board = &set->boards[0];
    assert_int_equal(strlen(board->actions[0].title), 199);
    assert_int_equal(strlen(board->actions[0].text), 4000);
    assert_true(utf8_valid(board->actions[0].text, 4000));
    assert_int_equal(strlen(track_of(board, "1.1a", "g")->lead), 400);
    assert_string_equal(board->actions[1].title, "a[31mb\xef\xbf\xbd ");
    assert_string_equal(board->actions[1].text, "een\ntwee");
    assert_string_equal(board->goals[0].title, "1.1");
    assert_string_equal(board->changes[0].after, "a[31mb\xef\xbf\xbd ");
    board_set_free(set);
    fixture_finish(&fixture);
    free(huge);
}

static void smaller_row_wins_a_place(void **state)
{
    struct board_set *set = fixture_plan_with(
        "track b/1.1a/a board=b|action=1.1a|column_id=g|lead=eerst\n"
        "track b/1.1a/z board=b|action=1.1a|column_id=j|lead=laatst\n"
        "track los1 board=b|action=9.9|column_id=g\ntrack los2 "
        "board=b|action=1.1a|column_id=q\n"
        "track los3 board=|action=1.1a|column_id=g\ntrack los4 action=1.1a|column_id=g\n"
        "action a1 board=b|goal=2.1|code=1.1b|title=Zelfde code\naction a2 "
        "board=b|goal=8.8|code=8\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_int_equal(board->track_count, 6);
    assert_int_equal(board->action_count, 4);
    assert_string_equal(track_of(board, "1.1a", "g")->lead, "eerst");
    assert_string_equal(track_of(board, "1.1a", "j")->row, "b/1.1a/j");
    // The track of 1.1b goes to the action with the smaller row id.
    assert_int_equal(board->actions[1].track_count, 0);
    assert_int_equal(board->actions[2].track_count + board->actions[3].track_count, 3);
    board_set_free(set);
}

// By name, each name once: the board's own row before a shared one, the smaller id of two.
static void names_its_persons(void **state)
{
    struct board_set *set = fixture_plan_with(
        "person r2 name=Sanne|column_id=g|pin=abc|board=b\n"
        "person r1 name=Sanne|board=\nperson r0 board=b|pin=zonder naam\n"
        "person r4 board=b|name=Joris|column_id=nergens\n"
        "person r3 board=b|name=Joris|column_id=o\nperson z board=z|name=Elders\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_int_equal(board->person_count, 2);
    assert_string_equal(board->persons[0].name, "Joris");
    assert_string_equal(board->persons[0].row, "r3");
    assert_string_equal(board->persons[0].column->id, "o");
    assert_string_equal(board->persons[0].pin, "");
    assert_string_equal(board->persons[1].row, "r2");
    assert_string_equal(board->persons[1].column->id, "g");
    assert_string_equal(board->persons[1].pin, "abc");
    board_set_free(set);
}

static void knows_whether_it_asks_for_a_pin(void **state)
{
    static const struct {
        const char *line;
        bool asks;
    } cases[] = {{"board b pin=ja\n", true}, {"board b pin=Yes\n", true},
                 {"board b pin=1\n", true},  {"board b pin=nee\n", false},
                 {"board b pin=\n", false},  {"", false}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set = fixture_plan_with(cases[i].line);
        assert_int_equal(set->boards[0].asks_pin, cases[i].asks);
        board_set_free(set);
    }
}

// Oldest first, each with what its cell says now; more in one cell and in other boards.
static void pairs_conflicts_with_what_stands(void **state)
{
    static const struct {
        size_t entry;
        const char *stands;
    } expected[] = {{0, "afgerond"}, {1, "bo"}, {2, "afgerond"}};
    struct fixture fixture = {0};

    (void)state;
    fixture_add(&fixture, FIXTURE_PLAN "@ 2025-11-20 14:00\n"
                                       "! track b/1.1a/g health=op koers\n"
                                       "! track b/1.1a/j lead=al\n"
                                       "! track b/1.1a/g health=aandacht\n"
                                       "! track b/1.1a/j lead=bo\n"
                                       "! track b/1.1a/g health=afgerond\n"
                                       "! track b/1.1a/o health=knelpunt\n");
    for (size_t i = 0; i < 3; i++) {
        fixture.entries[expected[i].entry].overlapped = true;
    }
    struct board_set *set = fixture_build(&fixture);
    const struct board *board = &set->boards[0];
    assert_int_equal(board->conflict_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_ptr_equal(board->conflicts[i].lost, &board->changes[expected[i].entry]);
        assert_string_equal(board->conflicts[i].stands->after, expected[i].stands);
    }
    board_set_free(set);
    fixture_finish(&fixture);
}

static void shared_names_join_the_own(void **state)
{
    struct board_set *set = fixture_plan_with(
        "organisation s1 name=po|title=primair "
        "onderwijs|column_id=o|aka=basisschool|board=\n"
        "organisation s2 name=vo|title=voortgezet "
        "onderwijs|column_id=o|aka=VO-scholen|middelbaar\n"
        "organisation b1 board=b|name=vo|title=VO van hier|column_id=q\n"
        "organisation z1 board=z|name=elders|title=Elders\n"
        "abbreviation s1 name=SO|meaning=Speciaal onderwijs\nabbreviation s2 name=\xc3\x89"
        "B|meaning=x\n"
        "abbreviation b1 board=b|name=GGD|meaning=gezondheidsdienst\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_int_equal(board->organisation_count, 2);
    assert_string_equal(board_organisation_find(board, "VO")->title, "VO van hier");
    assert_null(board_organisation_find(board, "vo")->column);
    assert_string_equal(board_organisation_find(board, "Basisschool")->name, "po");
    assert_string_equal(board_organisation_find(board, "po")->column->id, "o");
    assert_null(board_organisation_find(board, "basis"));
    assert_null(board_organisation_find(board, ""));
    assert_null(board_organisation_find(board, "elders"));
    assert_int_equal(board->abbreviation_count, 3);
    assert_string_equal(board->abbreviations[0].name, "\xc3\x89"
                                                      "B");
    assert_string_equal(board->abbreviations[1].name, "GGD");
    assert_string_equal(board_abbreviation_find(board, "so")->meaning,
                        "Speciaal onderwijs");
    assert_null(board_abbreviation_find(board, "zz"));
    board_set_free(set);
}

static void meetings_stand_by_moment(void **state)
{
    struct board_set *set = fixture_plan_with(
        "meeting m1 board=b|body=regiegroep|starts=2025-11-27 14:00|place=Alkmaar\n"
        "meeting m2 board=b|body=OOGO|starts=2025-11-27T09:30\nmeeting m3 "
        "board=b|body=beleidsgroep\n"
        "meeting m4 board=b|body=regiegroep|starts=12-03-2025\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_int_equal(board->meeting_count, 4);
    assert_int_equal(board->meetings[0].day, DAY_NONE);
    assert_int_equal(board->meetings[1].day, fixture_day("2025-03-12"));
    assert_int_equal(board->meetings[1].minute, -1);
    assert_string_equal(board->meetings[2].body, "OOGO");
    assert_int_equal(board->meetings[2].minute, 570);
    assert_string_equal(board->meetings[3].place, "Alkmaar");
    board_set_free(set);
}

static void reports_have_days(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-03-01\ntrack b/1.1a/o stage=vertalen|health=op koers\n"
        "@ 2025-03-02 23:30\n! track b/1.1a/g stage=beleggen\n"
        "@ 2025-05-01\n! track b/1.1a/g health=op koers\n"
        "@ 2025-08-01\n! track b/1.1a/g health=op koers|lead=x\n"
        "@ 2025-09-01\n! track b/1.1a/g lead=y\n"
        "@ 2025-06-01\n! track b/1.1a/j health=aandacht|reported=2025-07-15\n"
        "track b/1.1b/g reported=01-02-2025\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_int_equal(track_of(board, "1.1a", "g")->reported, fixture_day("2025-08-01"));
    assert_int_equal(track_of(board, "1.1a", "g")->health_since, fixture_day("2025-05-01"));
    assert_int_equal(track_of(board, "1.1a", "j")->reported, fixture_day("2025-07-15"));
    assert_int_equal(track_of(board, "1.1a", "j")->health_since, fixture_day("2025-06-01"));
    assert_int_equal(track_of(board, "1.1a", "o")->reported, DAY_NONE);
    assert_int_equal(track_of(board, "1.1a", "o")->health_since, DAY_NONE);
    assert_int_equal(track_of(board, "1.1b", "g")->reported, fixture_day("2025-02-01"));
    assert_int_equal(set->data_ms, day_moment_ms(fixture_day("2025-09-01"), 12 * 60));
    board_set_free(set);
}

static void bottlenecks_hang_on_tracks(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-06-01\n! track b/1.1a/g health=knelpunt|reason=geld\n"
        "! bottleneck k1 "
        "board=b|action=1.1a|column_id=g|reason=oud|since=2025-01-01|rung=werkgroep\n"
        "! bottleneck k2 "
        "board=b|action=1.1a|column_id=g|reason=geld|since=2025-06-01|rung=trekker\n"
        "! bottleneck k3 "
        "board=b|action=1.1a|column_id=g|reason=weg|since=2025-07-01|ended=2025-07-02\n"
        "@ 2025-06-20\n! bottleneck k2 rung=werkgroep\n"
        "@ 2025-07-20\n! bottleneck k2 rung=OOGO\n"
        "@ 2025-08-10\n! bottleneck k2 rung=Regiegroep|asked=geld "
        "vrijmaken|decide_by=2025-09-01\n"
        "! track b/1.1a/j health=aandacht\n"
        "bottleneck k4 board=b|action=1.1a|column_id=j|since=2025-01-01\n"
        "track b/1.1b/g health=knelpunt\n"
        "bottleneck k5 "
        "board=b|action=1.1b|column_id=g|since=2025-02-01|rung=OOGO|rung_since=2025-03-01\n"
        "track b/2.1a/g health=knelpunt\n");
    const struct board *board = &set->boards[0];
    const struct track *track = track_of(board, "1.1a", "g");

    (void)state;
    assert_non_null(track->bottleneck);
    assert_string_equal(track->bottleneck->reason, "geld");
    assert_string_equal(track->bottleneck->asked, "geld vrijmaken");
    assert_int_equal(track->bottleneck->rung, 2);
    assert_int_equal(track->bottleneck->by, fixture_day("2025-09-01"));
    assert_int_equal(track->bottleneck->ended, DAY_NONE);
    assert_int_equal(track->bottleneck->rung_days[0], fixture_day("2025-06-01"));
    assert_int_equal(track->bottleneck->rung_days[1], fixture_day("2025-06-20"));
    assert_int_equal(track->bottleneck->rung_days[2], fixture_day("2025-08-10"));
    assert_int_equal(track->bottleneck->rung_days[3], DAY_NONE);
    assert_int_equal(track->bottleneck->rung_since, fixture_day("2025-08-10"));
    assert_int_equal(track->health_since, fixture_day("2025-06-01"));
    assert_null(track_of(board, "1.1a", "j")->bottleneck);
    track = track_of(board, "1.1b", "g");
    assert_int_equal(track->bottleneck->rung, 3);
    assert_int_equal(track->bottleneck->rung_days[3], fixture_day("2025-03-01"));
    assert_int_equal(track->bottleneck->rung_days[0], fixture_day("2025-02-01"));
    assert_int_equal(track->health_since, fixture_day("2025-02-01"));
    assert_null(track_of(board, "2.1a", "g")->bottleneck);
    board_set_free(set);
}

static void shifts_keep_the_plan(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2023-12-01\n! action b/1.1b due=2024\n@ 2024-11-01\n! action b/1.1b "
        "due=2025|funding=NPO\n"
        "! action b/1.1b due=2025\n"
        "@ 2024-11-02\n! action b/1.1a due=2026\n! action b/1.1a due=2024\n"
        "! action b/2.1a due=p.m.\n! action b/2.1a due=2027\n");
    const struct board *board = &set->boards[0];
    const struct action *action = board_action_find(board, "1.1b");

    (void)state;
    assert_int_equal(action->shift_count, 2);
    assert_string_equal(action->shifts[0].from, "2023");
    assert_string_equal(action->shifts[0].to, "2024");
    assert_int_equal(action->shifts[0].day, fixture_day("2023-12-01"));
    assert_string_equal(action->shifts[1].from, "2024");
    assert_string_equal(action->shifts[1].to, "2025");
    assert_string_equal(action->due_text, "2025");
    assert_int_equal(board_action_find(board, "1.1a")->shift_count, 0);
    assert_int_equal(board_action_find(board, "2.1a")->shift_count, 0);
    board_set_free(set);
}

static void history_is_kept_per_board(void **state)
{
    struct board_set *set = fixture_plan_with(
        "board c title=Ander\nambition c/1 board=c|code=1|title=Een\n"
        "@ 2025-01-01\nby Anna\n! track b/1.1a/g health=op koers\n"
        "! ambition c/1 title=Twee\n! note n1 board=b|action=1.1a|column_id=g|text=hallo\n"
        "! note n2 board=b|action=1.1a|text=op de actie\n! note n3 board=zoek|text=weg\n"
        "@ 2025-01-02\nby Bert\n! track b/1.1a/g health=aandacht\n");
    const struct board *board = board_set_find(set, "b");
    const struct board *other = board_set_find(set, "c");

    (void)state;
    assert_int_equal(other->change_count, 1);
    assert_string_equal(other->changes[0].before, "Een");
    assert_string_equal(other->changes[0].after, "Twee");
    assert_null(other->changes[0].track);
    assert_int_equal(board->change_count, 9);
    const struct change *first = &board->changes[0];
    const struct change *last = &board->changes[8];
    assert_string_equal(first->author, "Anna");
    assert_null(first->before);
    assert_ptr_equal(first->track, track_of(board, "1.1a", "g"));
    assert_ptr_equal(first->action, board_action_find(board, "1.1a"));
    assert_string_equal(last->author, "Bert");
    assert_string_equal(last->before, "op koers");
    assert_true(last->at_ms > first->at_ms);
    assert_ptr_equal(board->changes[3].track, first->track);
    assert_null(board->changes[6].track);
    assert_ptr_equal(board->changes[6].action, first->action);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_makes_no_boards),
        cmocka_unit_test(plan_is_joined),
        cmocka_unit_test(order_is_position_then_code),
        cmocka_unit_test(words_of_the_file_are_read),
        cmocka_unit_test(empty_names_take_the_next_longer),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(text_is_made_clean),
        cmocka_unit_test(smaller_row_wins_a_place),
        cmocka_unit_test(shared_names_join_the_own),
        cmocka_unit_test(pairs_conflicts_with_what_stands),
        cmocka_unit_test(names_its_persons),
        cmocka_unit_test(knows_whether_it_asks_for_a_pin),
        cmocka_unit_test(meetings_stand_by_moment),
        cmocka_unit_test(reports_have_days),
        cmocka_unit_test(bottlenecks_hang_on_tracks),
        cmocka_unit_test(shifts_keep_the_plan),
        cmocka_unit_test(history_is_kept_per_board),
    };

    return cmocka_run_group_tests_name("board", tests, amsterdam, NULL);
}
