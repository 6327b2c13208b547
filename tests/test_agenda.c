// What a meeting goes through, and what it looks back on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "board/agenda.h"
#include "board/earlier.h"
#include "board_fixture.h"
#include "same_boards.h"

// Held meetings, one that is planned for today, and a body without any.
static const char MEETINGS[] =
    "meeting b/r1 board=b|body=regiegroep|starts=2025-06-12T14:00\n"
    "meeting b/r2 board=b|body=Regiegroep|starts=2025-09-25T14:00|state=gesloten\n"
    "meeting b/r3 board=b|body=regiegroep|starts=2025-11-27T10:00\n"
    "meeting b/r4 board=b|body=regiegroep|starts=2026-02-05T14:00\n"
    "meeting b/o1 board=b|body=OOGO|starts=2025-10-02\n"
    "meeting b/b1 board=b|body=beleidsgroep\n";

// 1.1a g: escalated to OOGO; 1.1a j: at the regiegroep; 1.1b g asks attention; 2.1a g is
// stuck at its lead. The due of 1.1a and 1.1b is past.
static const char LIFE[] =
    "@ 2025-09-01 09:00\nby Sam\n"
    "! track b/1.1a/g health=knelpunt|stage=beleggen|reported=2025-09-01\n"
    "! bottleneck b/k1 board=b|action=1.1a|column_id=g|since=2025-09-01|rung=OOGO\n"
    "! track b/1.1a/j health=knelpunt|stage=beleggen|reported=2025-09-01\n"
    "! bottleneck b/k2 board=b|action=1.1a|column_id=j|since=2025-09-01|rung=regiegroep\n"
    "! track b/1.1b/g health=aandacht|stage=vertalen|reported=2025-09-01\n"
    "! track b/2.1a/g health=knelpunt|stage=vertalen|reported=2025-09-01\n"
    "! bottleneck b/k3 board=b|action=2.1a|column_id=g|since=2025-09-01|rung=trekker\n";

static const char DECISIONS[] =
    "@ 2025-09-25 15:00\nby regiegroep\n"
    "! decision b/d1 board=b|meeting=b/r2|action=1.1a|column_id=j|text=Bel de "
    "wethouder|state=open\n"
    "@ 2025-09-25 15:05\n"
    "! decision b/d2 board=b|meeting=b/r2|action=2.1a|column_id=j|text=Volgende "
    "keer|state=open\n"
    "! decision b/d3 board=b|meeting=b/r2|text=Zaal zoeken|state=klaar\n"
    "! decision b/d4 board=b|meeting=b/o1|text=Brief schrijven|state=open\n";

struct seen {
    struct fixture fixture;
    struct board_set *set;
    const struct board *board;
};

static void seen_build(struct seen *seen)
{
    board_set_free(seen->set);
    seen->set = fixture_build(&seen->fixture);
    assert_non_null(seen->set);
    seen->board = &seen->set->boards[0];
}

static void seen_open(struct seen *seen)
{
    *seen = (struct seen){0};
    fixture_add(&seen->fixture, "@ 2025-01-01 09:00\n" FIXTURE_PLAN);
    fixture_add(&seen->fixture, MEETINGS);
    fixture_add(&seen->fixture, LIFE);
    fixture_add(&seen->fixture, DECISIONS);
    seen_build(seen);
}

static void seen_close(struct seen *seen)
{
    board_set_free(seen->set);
    fixture_finish(&seen->fixture);
}

static const struct meeting *meeting_of(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, row) == 0) {
            return &board->meetings[i];
        }
    }
    fail_msg("no meeting %s", row);
    return NULL;
}

// The points in words: "1.1a/j bottleneck d1", one per line.
static void points_write(const struct board *board, const char *row, char *out, size_t size)
{
    static const char *const kinds[] = {"escalated", "bottleneck", "health",
                                        "overdue",   "shifted",    "silent",
                                        "pace",      "gap",        "decision"};
    struct point points[AGENDA_MAX];
    size_t count = agenda_list(board, meeting_of(board, row), fixture_day("2025-11-27"),
                               points, AGENDA_MAX);
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        const struct attention *why = &points[i].why;
        // What it leads to is of this board, not of a copy.
        assert_true(why->track == NULL ||
                    why->track->action->tracks[why->track->column->index] == why->track);
        assert_true(why->action == NULL ||
                    board_action_find(board, why->action->code) == why->action);
        used += (size_t)snprintf(out + used, size - used, "%s%s%s %s%s%s\n",
                                 why->action == NULL ? "" : why->action->code,
                                 why->track == NULL ? "" : "/",
                                 why->track == NULL ? "" : why->track->column->id,
                                 kinds[why->kind], points[i].decision == NULL ? "" : " ",
                                 points[i].decision == NULL ? "" : points[i].decision->row);
    }
}

static void assert_points(const struct board *board, const char *row, const char *expected)
{
    char points[2000];

    points_write(board, row, points, sizeof points);
    assert_string_equal(points, expected);
}

// What stands at its own rung first, then what it decided itself, then the rest.
#define OF_R3                                                                              \
    "1.1a/j bottleneck b/d1\n"                                                             \
    "2.1a/j decision b/d2\n"                                                               \
    "1.1a/g escalated\n"                                                                   \
    "2.1a/g bottleneck\n"                                                                  \
    "1.1b/g health\n"                                                                      \
    "1.1a/o overdue\n"

static void a_body_begins_with_what_is_its_own(void **state)
{
    struct seen seen;

    (void)state;
    seen_open(&seen);
    assert_points(seen.board, "b/r3", OF_R3);
    assert_points(seen.board, "b/o1",
                  "1.1a/g escalated\n1.1a/j bottleneck\n2.1a/g bottleneck\n"
                  "1.1b/g health\n1.1a/o overdue\n");
    seen_close(&seen);
}

static void touch(struct seen *seen, struct update_wish wish, const char *row, bool known)
{
    wish.meeting = meeting_of(seen->board, row);
    seen->fixture.at_ms += 60000;
    struct update *update =
        update_make(seen->board, &wish, "regiegroep", fixture_day("2025-11-27"));
    assert_non_null(update);
    assert_true(update_apply(seen->set, update, seen->fixture.at_ms));
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->column, "_live") != 0) {
            fixture_set(&seen->fixture, cell->table, cell->row, cell->column, cell->value,
                        true);
        }
    }
    update_free(update);
    if (known) { // the keeper's next set has come
        seen_build(seen);
    }
}

static struct update_wish about(const struct seen *seen, enum decide kind, const char *code,
                                int column, const char *text, const char *extra)
{
    const struct action *action = board_action_find(seen->board, code);

    return (struct update_wish){.kind = UPDATE_DECIDE,
                                .action = action,
                                .track = column < 0 ? NULL : action->tracks[column],
                                .number = (int)kind,
                                .text = text,
                                .extra = extra};
}

// Also when what was touched is not in history yet, and after a restart.
static void a_point_keeps_its_number(void **state)
{
    struct seen seen;

    for (int known = 0; known < 2; known++) {
        seen_open(&seen);
        fixture_add(&seen.fixture, "@ 2025-11-27 10:05\n");
        seen_build(&seen);
        touch(&seen, (struct update_wish){.kind = UPDATE_MEETING_OPEN}, "b/r3", known);
        assert_points(seen.board, "b/r3", OF_R3);
        touch(&seen, about(&seen, DECIDE_STATE, "1.1a", 1, NULL, "op koers"), "b/r3",
              known);
        assert_points(seen.board, "b/r3", OF_R3);
        touch(&seen, about(&seen, DECIDE_DOWN, "1.1a", 0, NULL, "werkgroep"), "b/r3",
              known);
        touch(&seen, about(&seen, DECIDE_UP, "1.1b", 0, NULL, "OOGO"), "b/r3", known);
        touch(&seen, about(&seen, DECIDE_UP, "2.1a", 0, NULL, "regiegroep"), "b/r3", known);
        touch(&seen, about(&seen, DECIDE_DUE, "1.1a", -1, "2026", NULL), "b/r3", known);
        touch(&seen, about(&seen, DECIDE_DUE, "1.1a", -1, "2027", NULL), "b/r3", known);
        touch(&seen, about(&seen, DECIDE_LATER, "2.1a", 1, NULL, NULL), "b/r3", known);
        assert_points(seen.board, "b/r3", OF_R3);
        const struct decision *task = &seen.board->decisions[0];
        for (size_t i = 0; i < seen.board->decision_count; i++) {
            const struct decision *other = &seen.board->decisions[i];
            task = strcmp(other->row, "b/d2") == 0 ? other : task;
        }
        assert_int_equal(task->state, DECISION_DONE); // put off once more, it is dealt with
        touch(&seen, (struct update_wish){.kind = UPDATE_MEETING_CLOSE}, "b/r3", known);
        assert_points(seen.board, "b/r3", OF_R3);
        // Opened once more it goes on where it was.
        touch(&seen, (struct update_wish){.kind = UPDATE_MEETING_OPEN}, "b/r3", known);
        assert_points(seen.board, "b/r3", OF_R3);
        seen_build(&seen);
        assert_points(seen.board, "b/r3", OF_R3);
        // The next one begins with what was left for it, on the board as it is now.
        assert_points(seen.board, "b/r4",
                      "2.1a/g bottleneck\n"
                      "1.1a/j decision b/d1\n"
                      "2.1a/j decision b/besluit/2025-11-27/40acb311\n"
                      "1.1b/g escalated\n"
                      "1.1a/g bottleneck\n"
                      "1.1a/o shifted\n");
        seen_close(&seen);
    }
    (void)state;
}

static void a_meeting_looks_back_on_the_one_before(void **state)
{
    static const struct {
        const char *row, *before, *since; // since NULL: never
    } cases[] = {
        {"b/r1", NULL, NULL},
        {"b/r2", "b/r1", "2025-06-12 14:00"},
        {"b/r3", "b/r2", "2025-09-25 16:10"},
        {"b/r4", "b/r3", "2025-11-27 10:00"},
        {"b/o1", NULL, NULL},
        {"b/b1", NULL, NULL},
    };
    struct seen seen;

    (void)state;
    seen_open(&seen);
    fixture_add(&seen.fixture, "@ 2025-09-25 14:05\nby regiegroep\n"
                               "! meeting b/r2 state=bezig\n"
                               "@ 2025-09-25 16:10\n! meeting b/r2 state=gesloten\n");
    seen_build(&seen);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct meeting *meeting = meeting_of(seen.board, cases[i].row);
        const struct meeting *before = meeting_before(seen.board, meeting);
        int32_t day = 0;
        int minute = 0;
        assert_string_equal(before == NULL ? "" : before->row,
                            cases[i].before == NULL ? "" : cases[i].before);
        if (cases[i].since == NULL) {
            assert_int_equal(meeting_since_ms(seen.board, meeting), 0);
        } else {
            assert_true(day_read(cases[i].since, &day, &minute));
            assert_int_equal(meeting_since_ms(seen.board, meeting),
                             day_moment_ms(day, minute));
        }
    }
    assert_int_equal(meeting_of(seen.board, "b/r2")->opened_ms,
                     day_moment_ms(fixture_day("2025-09-25"), 845));
    seen_close(&seen);
}

static void bodies_come_by_their_next_meeting(void **state)
{
    static const struct {
        const char *now;
        const char *names; // with next and last
    } cases[] = {
        {"2025-11-27 09:00", "regiegroep r3 r2 2, OOGO - o1 1, beleidsgroep - - 0, "
                             "werkgroep - - 0, "},
        // Late is not missed.
        {"2025-11-27 14:00", "regiegroep r3 r2 2, OOGO - o1 1, beleidsgroep - - 0, "
                             "werkgroep - - 0, "},
        {"2025-11-27 14:01", "regiegroep r4 r3 2, OOGO - o1 1, beleidsgroep - - 0, "
                             "werkgroep - - 0, "},
        {"2025-10-02 09:00", "OOGO o1 - 1, regiegroep r3 r2 2, beleidsgroep - - 0, "
                             "werkgroep - - 0, "},
    };
    struct seen seen;

    (void)state;
    seen_open(&seen);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct body bodies[BODY_MAX];
        char names[400] = "";
        int32_t day = 0;
        int minute = 0;
        assert_true(day_read(cases[i].now, &day, &minute));
        size_t count = body_list(seen.board, day, minute, bodies, BODY_MAX);
        for (size_t k = 0; k < count; k++) {
            size_t used = strlen(names);
            snprintf(names + used, sizeof names - used, "%s %s %s %zu, ", bodies[k].name,
                     bodies[k].next == NULL ? "-" : bodies[k].next->row + 2,
                     bodies[k].last == NULL ? "-" : bodies[k].last->row + 2,
                     bodies[k].open_decisions);
            assert_null(bodies[k].running);
        }
        assert_string_equal(names, cases[i].names);
        assert_int_equal(body_list(seen.board, day, minute, bodies, 2), 2);
    }
    seen_close(&seen);
}

static void what_runs_comes_first(void **state)
{
    struct seen seen;
    struct body bodies[BODY_MAX];

    (void)state;
    seen_open(&seen);
    fixture_add(&seen.fixture, "@ 2025-11-27 10:00\n! meeting b/o1 state=bezig\n"
                               "@ 2025-11-27 10:05\n! meeting b/r3 state=Bezig\n");
    seen_build(&seen);
    assert_string_equal(meeting_running(seen.board)->row, "b/r3");
    assert_string_equal(body_running(seen.board, "oogo")->row, "b/o1");
    assert_null(body_running(seen.board, "werkgroep"));
    assert_int_equal(body_list(seen.board, fixture_day("2025-11-27"), 610, bodies, 2), 2);
    assert_string_equal(bodies[0].running->row, "b/r3"); // it has a next one too
    assert_string_equal(bodies[1].running->row, "b/o1");
    seen_close(&seen);
}

static void decisions_are_of_their_meeting(void **state)
{
    struct seen seen;
    const struct decision *list[8];

    (void)state;
    seen_open(&seen);
    assert_int_equal(decision_list(seen.board, meeting_of(seen.board, "b/r2"), list, 8), 3);
    assert_string_equal(list[0]->row, "b/d1");
    assert_string_equal(list[2]->row, "b/d3");
    assert_int_equal(decision_list(seen.board, meeting_of(seen.board, "b/r2"), list, 1), 3);
    assert_int_equal(
        decision_open_list(seen.board, meeting_of(seen.board, "b/r3"), list, 8), 2);
    assert_string_equal(list[1]->row, "b/d2");
    assert_int_equal(
        decision_open_list(seen.board, meeting_of(seen.board, "b/r2"), list, 8), 0);
    seen_close(&seen);
}

static void a_decision_tells_what_made_it(void **state)
{
    static const struct {
        const char *text, *extra;
        enum decide kind;
    } cases[] = {
        {NULL, NULL, DECIDE_AGREED},
        {"geld", NULL, DECIDE_AGREED},
        {"Noor", NULL, DECIDE_LEAD},
        {"2027", NULL, DECIDE_DUE},
        {NULL, "OOGO", DECIDE_UP},
        {NULL, "werkgroep", DECIDE_DOWN},
        {NULL, NULL, DECIDE_LATER},
        {"Nu bellen", NULL, DECIDE_TASK},
        {"Naar de gemeente", NULL, DECIDE_TASK},
        {"geld", "aandacht", DECIDE_STATE},
    };
    struct seen seen;

    (void)state;
    seen_open(&seen);
    fixture_add(&seen.fixture, "@ 2025-11-27 10:05\n! meeting b/r3 state=bezig\n");
    seen_build(&seen);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        touch(&seen, about(&seen, cases[i].kind, "1.1a", 1, cases[i].text, cases[i].extra),
              "b/r3", true);
        const struct decision *newest =
            &seen.board->decisions[seen.board->decision_count - 1];
        assert_int_equal(decision_kind(newest), cases[i].kind);
    }
    seen_close(&seen);
}

// What is to be seen of exceptions, so that two boards can be compared.
static size_t exceptions(const struct board *board, int32_t today, uint64_t *out)
{
    struct attention list[64];
    size_t count = attention_list(board, today, list, 64);

    for (size_t i = 0; i < count && i < 64; i++) {
        size_t track = list[i].track == NULL ? 99 : (size_t)(list[i].track - board->tracks);
        size_t action =
            list[i].action == NULL ? 99 : (size_t)(list[i].action - board->actions);
        out[i] = ((uint64_t)list[i].kind << 32) + track * 100 + action;
        out[i] = out[i] * 100003 + (uint64_t)(uint32_t)list[i].days;
    }
    return count;
}

// The board as it stood against one that was built then, after touches in no order.
static void the_board_as_it_stood_is_the_one_of_then(void **state)
{
    static const char *const texts[] = {"", "geld", "2027", "2024", "Noor", "eind 2026"};
    struct seen seen;
    struct seen then;
    uint64_t random = 7;

    (void)state;
    for (int walk = 0; walk < 60; walk++) {
        seen_open(&seen);
        seen_open(&then);
        fixture_add(&seen.fixture, "@ 2025-11-27 10:05\n! meeting b/r3 state=bezig\n");
        seen_build(&seen);
        for (int i = 0; i < 12; i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            unsigned roll = (unsigned)(random >> 33);
            const struct update_wish wish = {
                .kind = (enum update_kind)(UPDATE_HEALTH + roll % (UPDATE_DUE)),
                .action = &seen.board->actions[roll / 16 % 3],
                .track = &seen.board->tracks[roll / 64 % 6],
                .number = (int)(roll / 512 % 6),
                .text = texts[roll / 4096 % 6],
            };
            struct update *update =
                update_make(seen.board, &wish, "Sam", fixture_day("2025-11-27"));
            if (update != NULL) {
                update_free(update);
                touch(&seen, wish, "b/r3", walk % 2 == 0);
            }
        }
        uint64_t now[64];
        uint64_t was[64];
        struct earlier earlier;
        assert_true(
            earlier_open(&earlier, seen.board, meeting_of(seen.board, "b/r3")->opened_ms));
        size_t count = exceptions(earlier.board, fixture_day("2025-11-27"), now);
        assert_int_equal(count, exceptions(then.board, fixture_day("2025-11-27"), was));
        assert_memory_equal(now, was, count * sizeof *now);
        earlier_close(&earlier);
        seen_close(&seen);
        seen_close(&then);
    }
}

// What is touched in a meeting is taken back in the copy alone.
static void a_look_back_changes_nothing(void **state)
{
    struct seen seen;
    struct earlier earlier;

    (void)state;
    seen_open(&seen);
    fixture_add(&seen.fixture, "person b/p board=b|name=Noor|pin=old\n");
    fixture_add(&seen.fixture, "@ 2025-11-27 10:05\n! meeting b/r3 state=bezig\n");
    seen_build(&seen);
    touch(&seen, (struct update_wish){.kind = UPDATE_PIN, .text = "Noor", .extra = "new"},
          "b/r3", false);
    assert_true(
        earlier_open(&earlier, seen.board, meeting_of(seen.board, "b/r3")->opened_ms));
    assert_string_equal(earlier.board->persons[0].pin, "old");
    earlier_close(&earlier);
    assert_string_equal(seen.board->persons[0].pin, "new");
    seen_close(&seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_body_begins_with_what_is_its_own),
        cmocka_unit_test(a_point_keeps_its_number),
        cmocka_unit_test(a_look_back_changes_nothing),
        cmocka_unit_test(a_meeting_looks_back_on_the_one_before),
        cmocka_unit_test(bodies_come_by_their_next_meeting),
        cmocka_unit_test(what_runs_comes_first),
        cmocka_unit_test(decisions_are_of_their_meeting),
        cmocka_unit_test(a_decision_tells_what_made_it),
        cmocka_unit_test(the_board_as_it_stood_is_the_one_of_then),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
