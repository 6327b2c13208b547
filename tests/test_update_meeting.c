// What a meeting makes of the board, kind by kind: the cells, what is refused, how it is
// taken back, and what two walls make of the same touch.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "board/agenda.h"
#include "board/handle.h"
#include "board_fixture.h"
#include "same_boards.h"

static const char LIFE[] =
    "meeting b/m board=b|body=regiegroep|starts=2025-11-20T14:00|state=bezig\n"
    "meeting b/n board=b|body=OOGO|starts=2025-11-20T16:00\n"
    "meeting b/o board=b|body=OOGO|starts=2025-12-20T16:00|state=gesloten\n"
    "decision b/d "
    "board=b|meeting=b/m|action=1.1b|text=Bellen|state=open|lead=Noor|due=2026\n"
    "@ 2025-11-01 09:00\nby Sam\n"
    "! track b/1.1a/g health=knelpunt|stage=beleggen|reason=geld|lead=Sam|"
    "reported=2025-11-01\n"
    "! bottleneck b/k board=b|action=1.1a|column_id=g|since=2025-11-01|rung=werkgroep|"
    "rung_since=2025-11-05\n"
    "! track b/1.1a/j health=op koers|stage=beleggen|lead=Noor|reported=2025-11-01\n";

static int32_t today(void)
{
    return fixture_day("2025-11-20");
}

static int64_t now_ms(void)
{
    return day_moment_ms(today(), 870);
}

// A touch by its words; `select` "1.1a/g", "1.1a" or NULL.
struct wish_case {
    enum update_kind kind;
    const char *meeting, *decision, *select;
    int number;
    const char *text, *extra;
    // "table column value" of what it writes besides keys, one per line; NULL: nothing.
    const char *cells;
};

static const struct wish_case cases[] = {
    {UPDATE_MEETING_OPEN, "b/n", NULL, NULL, 0, NULL, NULL, "meeting state bezig\n"},
    {UPDATE_MEETING_OPEN, "b/o", NULL, NULL, 0, NULL, NULL, "meeting state bezig\n"},
    {UPDATE_MEETING_OPEN, "b/m", NULL, NULL, 0, NULL, NULL, NULL},
    {UPDATE_MEETING_OPEN, NULL, NULL, NULL, 600, "REGIEGROEP", NULL, NULL},
    {UPDATE_MEETING_OPEN, NULL, NULL, NULL, 600, "oogo", NULL, "meeting state bezig\n"},
    {UPDATE_MEETING_OPEN, NULL, NULL, NULL, 605, "werkgroep", NULL,
     "meeting body werkgroep\nmeeting starts 2025-11-20T10:05\nmeeting state bezig\n"},
    {UPDATE_MEETING_OPEN, NULL, NULL, NULL, -1, " werk\tgroep ", NULL,
     "meeting body werk groep\nmeeting starts 2025-11-20\nmeeting state bezig\n"},
    {UPDATE_MEETING_OPEN, NULL, NULL, NULL, 600, "  ", NULL, NULL},
    {UPDATE_MEETING_CLOSE, "b/m", NULL, NULL, 0, NULL, NULL, "meeting state gesloten\n"},
    {UPDATE_MEETING_CLOSE, "b/n", NULL, NULL, 0, NULL, NULL, NULL},
    {UPDATE_MEETING_CLOSE, "b/o", NULL, NULL, 0, NULL, NULL, NULL},
    {UPDATE_MEETING_CLOSE, NULL, NULL, NULL, 0, NULL, NULL, NULL},
    // Decisions: never without a meeting.
    {UPDATE_DECIDE, NULL, NULL, "1.1a/g", DECIDE_AGREED, NULL, NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_AGREED, NULL, NULL,
     "decision text Akkoord\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, NULL, DECIDE_AGREED, "de begroting", NULL,
     "decision text Akkoord: de begroting\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_LEAD, "Noor", NULL,
     "track lead Noor\ndecision text Trekker wordt Noor\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_LEAD, "Sam", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_LEAD, "", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a", DECIDE_LEAD, "Noor", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_DUE, "2026", NULL,
     "action due 2026\ndecision text Nieuwe datum: 2026\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a", DECIDE_DUE, "2026", NULL,
     "action due 2026\ndecision text Nieuwe datum: 2026\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a", DECIDE_DUE, "2024", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a", DECIDE_DUE, "ooit", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, NULL, DECIDE_DUE, "2026", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_UP, NULL, "OOGO",
     "bottleneck rung OOGO\nbottleneck rung_since 2025-11-20\ntrack reported 2025-11-20\n"
     "decision text Naar OOGO\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_UP, NULL, "werkgroep", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_UP, NULL, "trekker", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_UP, NULL, "minister", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_UP, NULL, NULL, NULL},
    // What is no bottleneck becomes one, on that rung at once.
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/j", DECIDE_UP, "plekken", "regiegroep",
     "track health knelpunt\ntrack reason plekken\nbottleneck reason plekken\n"
     "bottleneck since 2025-11-20\nbottleneck rung regiegroep\n"
     "bottleneck rung_since 2025-11-20\ntrack reported 2025-11-20\n"
     "decision text Naar regiegroep\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_DOWN, NULL, "trekker",
     "bottleneck rung trekker\nbottleneck rung_since 2025-11-20\n"
     "track reported 2025-11-20\n"
     "decision text Terug naar trekker\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_DOWN, NULL, "OOGO", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/j", DECIDE_DOWN, NULL, "trekker", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_LATER, NULL, NULL,
     "decision text Volgende keer\ndecision state open\n"},
    {UPDATE_DECIDE, "b/m", NULL, NULL, DECIDE_LATER, NULL, NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, NULL, DECIDE_LATER, "tempo ambitie 1, Preventie", NULL,
     "decision text Volgende keer: tempo ambitie 1, Preventie\ndecision state open\n"},
    {UPDATE_DECIDE, "b/m", NULL, NULL, DECIDE_TASK, "Bel de wethouder", NULL,
     "decision text Bel de wethouder\ndecision state open\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_TASK, " ", NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1b", DECIDE_TASK, "Bellen", NULL, NULL}, // twice
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/g", DECIDE_STATE, NULL, "op koers",
     "track health op koers\ntrack reason \nbottleneck ended 2025-11-20\n"
     "track reported 2025-11-20\n"
     "decision text Nu op koers\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/j", DECIDE_STATE, "geld", "aandacht",
     "track health aandacht\ntrack reason geld\ntrack reported 2025-11-20\n"
     "decision text Nu aandacht: geld\ndecision state besloten\n"},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/j", DECIDE_STATE, NULL, "beter", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a", DECIDE_STATE, NULL, "aandacht", NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/j", DECIDE_COUNT, NULL, NULL, NULL},
    {UPDATE_DECIDE, "b/m", NULL, "1.1a/j", -1, NULL, NULL, NULL},
    // What was decided goes on.
    {UPDATE_DECISION_TEXT, NULL, "b/d", NULL, 0, "Mailen", NULL, "decision text Mailen\n"},
    {UPDATE_DECISION_TEXT, NULL, "b/d", NULL, 0, "Bellen", NULL, NULL},
    {UPDATE_DECISION_TEXT, NULL, "b/d", NULL, 0, " ", NULL, NULL},
    {UPDATE_DECISION_LEAD, NULL, "b/d", NULL, 0, "Sam", NULL, "decision lead Sam\n"},
    {UPDATE_DECISION_LEAD, NULL, "b/d", NULL, 0, "", NULL, "decision lead \n"},
    {UPDATE_DECISION_LEAD, NULL, "b/d", NULL, 0, "Noor", NULL, NULL},
    {UPDATE_DECISION_LEAD, NULL, NULL, NULL, 0, "Noor", NULL, NULL},
    {UPDATE_DECISION_DUE, NULL, "b/d", NULL, 0, "mei 2026", NULL,
     "decision due mei 2026\n"},
    {UPDATE_DECISION_DUE, NULL, "b/d", NULL, 0, "", NULL, "decision due \n"},
    {UPDATE_DECISION_DUE, NULL, "b/d", NULL, 0, "ooit", NULL, NULL},
    {UPDATE_DECISION_DUE, NULL, "b/d", NULL, 0, "2026", NULL, NULL},
    {UPDATE_DECISION_STATE, NULL, "b/d", NULL, DECISION_DONE, NULL, NULL,
     "decision state klaar\n"},
    {UPDATE_DECISION_STATE, NULL, "b/d", NULL, DECISION_DROPPED, NULL, NULL,
     "decision state vervallen\n"},
    {UPDATE_DECISION_STATE, NULL, "b/d", NULL, DECISION_OPEN, NULL, NULL, NULL},
    {UPDATE_DECISION_STATE, NULL, "b/d", NULL, DECISION_STATE_COUNT, NULL, NULL, NULL},
    {UPDATE_DECISION_STATE, NULL, "b/d", NULL, -1, NULL, NULL, NULL},
};

enum { CASES = sizeof cases / sizeof *cases };

static struct update *make(const struct board *board, const struct wish_case *one)
{
    char code[16] = "";
    const char *slash = one->select == NULL ? NULL : strchr(one->select, '/');
    struct update_wish wish = {
        .kind = one->kind, .number = one->number, .text = one->text, .extra = one->extra};

    if (one->select != NULL) {
        snprintf(code, sizeof code, "%.4s", one->select);
        wish.action = board_action_find(board, code);
    }
    if (slash != NULL) {
        wish.track = wish.action->tracks[board_column_find(board, slash + 1)->index];
    }
    wish.meeting = one->meeting == NULL ? NULL : handle_meeting(board, one->meeting);
    wish.decision = one->decision == NULL ? NULL : handle_decision(board, one->decision);
    return update_make(board, &wish, "regiegroep", today());
}

// The cells that say something, without the keys of new rows and what those leave empty.
static void cells_write(const struct update *update, char *out, size_t size)
{
    static const char *const keys[] = {"_live", "board", "action", "column_id", "meeting"};
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; update != NULL && i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        bool quiet = cell->value == NULL && cell->before == NULL;
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            quiet = quiet || strcmp(cell->column, keys[k]) == 0;
        }
        if (!quiet) {
            used += (size_t)snprintf(out + used, size - used, "%s %s %s\n", cell->table,
                                     cell->column, cell->value == NULL ? "" : cell->value);
        }
    }
}

static void each_kind_writes_its_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        struct board_set *set = fixture_plan_with(LIFE);
        struct update *update = make(&set->boards[0], &cases[i]);
        char words[1000];
        cells_write(update, words, sizeof words);
        if (strcmp(words, cases[i].cells == NULL ? "" : cases[i].cells) != 0) {
            fail_msg("case %zu: \"%s\", not \"%s\"", i, words,
                     cases[i].cells == NULL ? "" : cases[i].cells);
        }
        // Its rows are short enough for a touch to carry them whole.
        for (size_t k = 0; update != NULL && k < update->count; k++) {
            assert_true(strlen(update->cells[k].row) < HANDLE_BYTES);
        }
        update_free(update);
        board_set_free(set);
    }
}

// Shown and taken back on the same day, all is as it was; as far as nobody went on with it.
static void each_kind_is_taken_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        struct board_set *set = fixture_plan_with(LIFE);
        struct board_set *before = fixture_plan_with(LIFE);
        struct update *update = make(&set->boards[0], &cases[i]);
        char what[40];
        snprintf(what, sizeof what, "case %zu", i);
        if (update != NULL) {
            assert_true(update_apply(set, update, now_ms()));
            struct update *back = update_undo(&set->boards[0], update);
            assert_non_null(back);
            assert_true(update_apply(set, back, now_ms() + 5000));
            update_free(back);
        }
        assert_int_equal(same_boards(what, &set->boards[0], &before->boards[0]), 0);
        update_free(update);
        board_set_free(before);
        board_set_free(set);
    }
}

// Two walls that have not seen each other write one row for one touch, and the second
// changes nothing; other words, or another subject, have a row of their own.
static void two_walls_decide_the_same_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        struct board_set *set = fixture_plan_with(LIFE);
        struct board_set *there = fixture_plan_with(LIFE);
        struct update *here = make(&set->boards[0], &cases[i]);
        struct update *other = make(&there->boards[0], &cases[i]);
        char what[40];
        snprintf(what, sizeof what, "case %zu", i);
        if (here != NULL) {
            assert_true(update_apply(set, here, now_ms()));
            assert_true(update_apply(there, other, now_ms()));
            assert_true(update_apply(set, other, now_ms()));
            assert_int_equal(same_boards(what, &set->boards[0], &there->boards[0]), 0);
        }
        update_free(here);
        update_free(other);
        board_set_free(set);
        board_set_free(there);
    }
}

// Two walls that have not seen each other begin one meeting, whoever holds the pen and
// though it is a minute later there; what each decides stays.
static void two_walls_begin_one_meeting(void **state)
{
    static const char *const pens[] = {"werkgroep (Anna)", "werkgroep (Bo)"};
    struct board_set *sets[2];
    struct update *opened[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        sets[i] = fixture_plan_with(LIFE);
        struct update_wish wish = {.kind = UPDATE_MEETING_OPEN,
                                   .text = i == 0 ? "werkgroep" : "Werkgroep",
                                   .number = 600 + i};
        opened[i] = update_make(&sets[i]->boards[0], &wish, pens[i], today());
        assert_non_null(opened[i]);
        assert_true(update_apply(sets[i], opened[i], now_ms()));
    }
    const struct board *board = &sets[0]->boards[0];
    size_t meetings = board->meeting_count;
    size_t decisions = board->decision_count;
    assert_true(update_apply(sets[0], opened[1], now_ms() + 60000));
    assert_int_equal(board->meeting_count, meetings);
    for (int i = 0; i < 2; i++) {
        const struct board *at = &sets[i]->boards[0];
        struct update_wish wish = {.kind = UPDATE_DECIDE,
                                   .meeting = body_running(at, "werkgroep"),
                                   .action = board_action_find(at, "1.1a"),
                                   .number = i == 0 ? DECIDE_AGREED : DECIDE_LATER};
        struct update *update = update_make(at, &wish, pens[i], today());
        assert_non_null(update);
        assert_true(update_apply(sets[0], update, now_ms() + 61000 + i));
        update_free(update);
    }
    assert_int_equal(board->decision_count, decisions + 2);
    for (size_t i = decisions; i < board->decision_count; i++) {
        assert_ptr_equal(board->decisions[i].meeting, body_running(board, "werkgroep"));
    }
    for (int i = 0; i < 2; i++) {
        update_free(opened[i]);
        board_set_free(sets[i]);
    }
}

static const struct wish_case agreed = {UPDATE_DECIDE, "b/m", NULL, "1.1a/g",
                                        DECIDE_AGREED, NULL,  NULL, NULL};
static const struct wish_case agreed_other = {UPDATE_DECIDE, "b/m", NULL, "1.1a/j",
                                              DECIDE_AGREED, NULL,  NULL, NULL};
static const struct wish_case later = {UPDATE_DECIDE, "b/m", NULL, "1.1a/g",
                                       DECIDE_LATER,  NULL,  NULL, NULL};

static void take(struct board_set *set, const struct wish_case *one, int64_t at_ms)
{
    struct update *update = make(&set->boards[0], one);

    assert_non_null(update);
    assert_true(update_apply(set, update, at_ms));
    update_free(update);
}

// A finger that comes down twice decides once; after something else it may be said again.
static void the_same_is_not_decided_twice(void **state)
{
    struct board_set *set = fixture_plan_with(LIFE);
    const struct board *board = &set->boards[0];

    (void)state;
    take(set, &agreed, now_ms());
    assert_null(make(board, &agreed));
    take(set, &agreed_other, now_ms() + 1000);
    assert_null(make(board, &agreed));
    take(set, &later, now_ms() + 2000);
    take(set, &agreed, now_ms() + 3000);
    assert_int_equal(board->decision_count, 5);
    assert_string_equal(board->decisions[4].text, "Akkoord");
    // Three rows of one author, and none took another's.
    for (size_t i = 0; i < board->decision_count; i++) {
        for (size_t k = i + 1; k < board->decision_count; k++) {
            assert_string_not_equal(board->decisions[i].row, board->decisions[k].row);
        }
    }
    board_set_free(set);
}

// Somebody else gave the track another lead since: that stays, the decision goes.
static void what_others_changed_stays_theirs(void **state)
{
    static const struct wish_case lead = {UPDATE_DECIDE, "b/m",  NULL, "1.1a/g",
                                          DECIDE_LEAD,   "Noor", NULL, NULL};
    struct board_set *set = fixture_plan_with(LIFE);
    const struct board *board = &set->boards[0];
    const struct track *track = board_action_find(board, "1.1a")->tracks[0];
    const struct update_wish other = {.kind = UPDATE_LEAD, .track = track, .text = "Bo"};

    (void)state;
    struct update *update = make(board, &lead);
    assert_non_null(update);
    assert_true(update_apply(set, update, now_ms()));
    struct update *theirs = update_make(board, &other, "Bo", today());
    assert_true(update_apply(set, theirs, now_ms() + 1000));
    struct update *back = update_undo(board, update);
    assert_non_null(back);
    assert_true(update_apply(set, back, now_ms() + 2000));
    assert_string_equal(track->lead, "Bo");
    assert_int_equal(board->decision_count, 1);
    update_free(back);
    update_free(theirs);
    update_free(update);
    board_set_free(set);
}

// A row whose meeting or action went stays, and is still to be seen.
static void a_decision_outlives_its_meeting(void **state)
{
    struct board_set *set = fixture_plan_with(
        "decision b/d1 board=b|meeting=b/weg|action=9.9z|column_id=x|text=Bellen\n"
        "decision b/d2 board=b|text=|state=open\n"
        "decision b/d3 board=weg|text=Nergens\n"
        "meeting b/m1 board=weg|body=OOGO\n");
    const struct board *board = &set->boards[0];

    (void)state;
    assert_int_equal(board->decision_count, 1);
    assert_null(board->decisions[0].meeting);
    assert_null(board->decisions[0].action);
    assert_int_equal(board->decisions[0].state, DECISION_MADE);
    assert_int_equal(set->orphan_count, 2);
    board_set_free(set);
}

static void words_are_read_whatever_their_case(void **state)
{
    (void)state;
    assert_int_equal(meeting_state_read("Bezig"), MEETING_OPEN);
    assert_int_equal(meeting_state_read("GESLOTEN"), MEETING_CLOSED);
    assert_int_equal(meeting_state_read("afgelast"), MEETING_PLANNED);
    assert_int_equal(decision_state_read("Klaar"), DECISION_DONE);
    assert_int_equal(decision_state_read(""), DECISION_MADE);
    assert_int_equal(decision_state_read("nieuw"), DECISION_MADE);
    for (int i = 0; i < MEETING_STATE_COUNT; i++) {
        assert_int_equal(meeting_state_read(meeting_state_word((enum meeting_state)i)), i);
    }
    for (int i = 0; i < DECISION_STATE_COUNT; i++) {
        assert_int_equal(decision_state_read(decision_state_word((enum decision_state)i)),
                         i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_writes_its_cells),
        cmocka_unit_test(each_kind_is_taken_back),
        cmocka_unit_test(two_walls_decide_the_same_once),
        cmocka_unit_test(two_walls_begin_one_meeting),
        cmocka_unit_test(the_same_is_not_decided_twice),
        cmocka_unit_test(what_others_changed_stays_theirs),
        cmocka_unit_test(a_decision_outlives_its_meeting),
        cmocka_unit_test(words_are_read_whatever_their_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
