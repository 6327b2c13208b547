// Vergadering on boards that nobody would make: thousands of meetings, hundreds of bodies,
// words and keys without an end, and clocks that jump. Nothing crashes or takes long, and
// what lies open stays what it was.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "board/agenda.h"
#include "board/handle.h"
#include "change.h"
#include "session.h"
#include "view/meeting_parts.h"
#include "view_fixture.h"

#include "board_fixture.h"

enum { MEETINGS = 10000, BODIES = 500, DECISIONS = 5000, FRAMES = 5, FRAME_MOST_MS = 15 };

static const char *const served[] = {"55\" HD", "65\" 4K", "10\"", "7\"", "7\" portrait"};
enum { SERVED = sizeof served / sizeof served[0] };

static const char LIFE[] =
    "@ 2025-10-03 10:12\nby Sam\n"
    "! track b/2.1a/j health=knelpunt|reason=geld|lead=Sam|stage=beleggen|"
    "reported=2025-10-03\n"
    "! bottleneck b/k1 board=b|action=2.1a|column_id=j|reason=geld|since=2025-10-03|"
    "rung=regiegroep|rung_since=2025-10-09\n";

// A cell of a row that nothing else writes: the fixture would look for it among all.
static void put(struct fixture *fixture, const char *table, const char *row,
                const char *column, const char *value)
{
    if (fixture->cell_count == fixture->cell_room) {
        fixture->cell_room = fixture->cell_room * 2 + 64;
        fixture->cells =
            realloc(fixture->cells, fixture->cell_room * sizeof *fixture->cells);
    }
    fixture->cells[fixture->cell_count++] =
        (struct cell){.table = arena_string(&fixture->arena, table),
                      .row = arena_string(&fixture->arena, row),
                      .column = arena_string(&fixture->arena, column),
                      .value = arena_string(&fixture->arena, value)};
}

static void put_meeting(struct fixture *fixture, int number)
{
    char row[128], body[512], starts[64];
    int length = number % 50 == 0 ? 400 : 12;

    snprintf(row, sizeof row, "b/overleg/%0*d", number % 7 == 0 ? 90 : 5, number);
    memset(body, 'x', sizeof body);
    snprintf(body + length, sizeof body - (size_t)length, " %d", number % BODIES);
    snprintf(starts, sizeof starts, "%d-%02d-%02dT%02d:00", 2020 + number % 10,
             number % 12 + 1, number % 28 + 1, number % 24);
    put(fixture, "meeting", row, "board", "b");
    put(fixture, "meeting", row, "body", body);
    put(fixture, "meeting", row, "starts", starts);
    put(fixture, "meeting", row, "state", number % 3 == 0 ? "gesloten" : "");
}

static void put_decision(struct fixture *fixture, int number, const char *meeting)
{
    char row[128];

    snprintf(row, sizeof row, "b/besluit/%0*d", number % 5 == 0 ? 90 : 5, number);
    put(fixture, "decision", row, "board", "b");
    put(fixture, "decision", row, "meeting", meeting);
    put(fixture, "decision", row, "text",
        number % 2 == 0 ? "Bel de school" : "Volgende keer: tempo ambitie 1, Preventie");
    put(fixture, "decision", row, "state", "open");
}

static struct board_set *many(void)
{
    struct fixture fixture = {0};

    fixture_add(&fixture, FIXTURE_PLAN);
    fixture_add(&fixture, LIFE);
    fixture_add(
        &fixture,
        "meeting b/last board=b|body=regiegroep|starts=2025-09-01T10:00|state=gesloten\n");
    for (int i = 0; i < MEETINGS; i++) {
        put_meeting(&fixture, i);
    }
    for (int i = 0; i < DECISIONS; i++) {
        put_decision(&fixture, i, "b/last");
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    return set;
}

// --- a visit ---

struct visit {
    struct session session;
    int64_t mono_ms, clock_ms;
};

static void visit_begin(struct visit *visit, const char *panel, struct board_set *set)
{
    *visit = (struct visit){.clock_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&visit->session, panel_named(panel), &ruler, 0);
    session_take(&visit->session, set, 0);
}

// Texts are whole, and nothing lies outside the panel that answers a finger.
static void frame(struct visit *visit)
{
    const struct draw_list *list = &visit->session.list;

    visit->session.dirty = true;
    visit->mono_ms += 10;
    session_tick(&visit->session, visit->mono_ms, visit->clock_ms + visit->mono_ms);
    session_draw(&visit->session, visit->mono_ms, visit->clock_ms + visit->mono_ms);
    assert_true(list->element_count > 0);
    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT) {
            assert_true(utf8_valid(list->draws[i].text, strlen(list->draws[i].text)));
        }
    }
}

static void show(struct visit *visit, enum screen_id screen, const char *select)
{
    struct intent intent = {.kind = INTENT_SHOW, .screen = (int)screen};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    ui_apply(&visit->session.ui, &intent, visit->mono_ms);
    frame(visit);
}

static void step_to(struct visit *visit, int step)
{
    struct intent intent = meeting_step(step);

    ui_apply(&visit->session.ui, &intent, visit->mono_ms);
    frame(visit);
}

static void meet_begin(struct visit *visit)
{
    struct intent open = {.kind = INTENT_CHANGE,
                          .amount = UPDATE_MEETING_OPEN,
                          .number = 642,
                          .text = "regiegroep"};

    show(visit, SCREEN_MEETING, "");
    change_apply(&visit->session, &open, visit->mono_ms);
    frame(visit);
    assert_string_not_equal(visit->session.ui.here.select, "");
}

static double frame_ms(struct visit *visit)
{
    double least = 1e9;

    for (int i = 0; i < FRAMES; i++) {
        struct timespec from, to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        frame(visit);
        clock_gettime(CLOCK_MONOTONIC, &to);
        double ms = (double)(to.tv_sec - from.tv_sec) * 1e3 +
                    (double)(to.tv_nsec - from.tv_nsec) / 1e6;
        least = ms < least ? ms : least;
    }
    return least;
}

static void a_frame_takes(struct visit *visit, const char *what)
{
    double ms = frame_ms(visit);

    print_message("%s: %.2f ms a frame\n", what, ms);
    if (ms > FRAME_MOST_MS) {
        fail_msg("%s takes %.0f ms a frame", what, ms);
    }
}

// --- what is tried ---

static void many_meetings_cost_little(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], many());
        show(&visit, SCREEN_BOARD, "");
        a_frame_takes(&visit, "the wall");
        show(&visit, SCREEN_MEETING, "");
        a_frame_takes(&visit, "the bodies");
        meet_begin(&visit);
        a_frame_takes(&visit, "since last time");
        step_to(&visit, 1);
        a_frame_takes(&visit, "a point");
        visit.session.ui.fold = MEETING_WHO;
        a_frame_takes(&visit, "the names");
        visit.session.ui.fold = MEETING_TASK_DATE;
        a_frame_takes(&visit, "the dates");
        step_to(&visit, 100000);
        a_frame_takes(&visit, "the list");
        show(&visit, SCREEN_BOARD, "");
        a_frame_takes(&visit, "the wall while it runs");
        session_finish(&visit.session);
    }
}

// Two are open, one of them in the future: each is gone on with as what it is.
static const char OPEN[] =
    "@ 2025-11-11 09:00\nby regiegroep\n"
    "! meeting b/m1 board=b|body=regiegroep|starts=2025-11-11T09:00|state=bezig\n"
    "@ 2031-01-01 09:00\n"
    "! meeting b/m2 board=b|body=OOGO|starts=2031-01-01T09:00|state=bezig\n";

static void two_are_open_at_once(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        static const char *const meetings[] = {"b/m1", "b/m2"};
        struct visit visit;
        struct fixture fixture = {0};
        fixture_add(&fixture, FIXTURE_PLAN);
        fixture_add(&fixture, LIFE);
        fixture_add(&fixture, OPEN);
        visit_begin(&visit, served[p], fixture_build(&fixture));
        fixture_finish(&fixture);
        show(&visit, SCREEN_BOARD, "");
        show(&visit, SCREEN_MEETING, "");
        for (int i = 0; i < 2; i++) {
            struct intent agree = {
                .kind = INTENT_CHANGE, .amount = UPDATE_DECIDE, .number = DECIDE_AGREED};
            snprintf(agree.select, sizeof agree.select, "2.1a/j");
            show(&visit, SCREEN_MEETING, meetings[i]);
            for (int step = 0; step < 8; step++) {
                step_to(&visit, step);
            }
            change_apply(&visit.session, &agree, visit.mono_ms);
            frame(&visit);
            const struct board *board = session_board(&visit.session);
            assert_int_equal(board->decision_count, i + 1);
            assert_string_equal(board->decisions[i].meeting->row, meetings[i]);
        }
        session_finish(&visit.session);
    }
}

// Taken away by somebody else while it lies open, also under a panel: the bodies show, a
// decision about it is nothing, and the next meeting can begin.
static void it_is_taken_away(void **state)
{
    (void)state;
    for (int fold = 0; fold <= MEETING_PROMISE; fold++) {
        struct visit visit;
        struct intent agree = {.kind = INTENT_CHANGE,
                               .amount = UPDATE_DECIDE,
                               .number = DECIDE_AGREED,
                               .select = "2.1a/j"};
        visit_begin(&visit, "55\" HD",
                    fixture_boards((const char *const[]){FIXTURE_PLAN, LIFE, OPEN, NULL}));
        show(&visit, SCREEN_MEETING, "b/m1");
        step_to(&visit, 1);
        visit.session.ui.fold = fold;
        frame(&visit);
        session_take(&visit.session, fixture_plan_with(LIFE), visit.mono_ms);
        frame(&visit);
        change_apply(&visit.session, &agree, visit.mono_ms);
        frame(&visit);
        assert_int_equal(session_board(&visit.session)->decision_count, 0);
        assert_null(meeting_running(session_board(&visit.session)));
        show(&visit, SCREEN_MEETING, "");
        meet_begin(&visit);
        session_finish(&visit.session);
    }
}

// The clock goes back by hours and by years during a meeting, and forward again.
static void the_clock_jumps(void **state)
{
    static const char *const days[] = {"2025-11-10", "1999-01-01", "2025-11-11",
                                       "2038-01-20", "2025-11-11"};
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD", fixture_plan_with(LIFE));
    meet_begin(&visit);
    char select[HANDLE_BYTES];
    snprintf(select, sizeof select, "%s", visit.session.ui.here.select);
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        visit.clock_ms = day_moment_ms(fixture_day(days[i]), 600);
        for (int step = 0; step < 6; step++) {
            step_to(&visit, step);
        }
        show(&visit, SCREEN_BOARD, "");
        show(&visit, SCREEN_MEETING, "");
        show(&visit, SCREEN_MEETING, select);
        assert_string_equal(visit.session.ui.here.select, select);
        assert_int_equal(handle_meeting(session_board(&visit.session), select)->state,
                         MEETING_OPEN);
    }
    session_finish(&visit.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_meetings_cost_little),
        cmocka_unit_test(two_are_open_at_once),
        cmocka_unit_test(it_is_taken_away),
        cmocka_unit_test(the_clock_jumps),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
