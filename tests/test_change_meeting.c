// What a meeting changes, from the touch to the queue for the keeper, without a window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "board/agenda.h"
#include "board/handle.h"
#include "change_fixture.h"

static const char MEETINGS[] =
    "meeting b/m1 board=b|body=regiegroep|starts=2025-11-11T10:00\n"
    "meeting b/m2 board=b|body=OOGO|starts=2025-12-11T10:00\n";

static void meet_begin(struct session *session, const char *more)
{
    session_init(session, panel_named("55\" HD"), &ruler, 0);
    session->clock_ms = day_moment_ms(fixture_day("2025-11-11"), 642);
    session_take(
        session,
        fixture_boards((const char *const[]){FIXTURE_PLAN, MEETINGS, more, LIFE, NULL}), 0);
}

static const struct board *board_of(const struct session *session)
{
    return session_board(session);
}

static void look_at(struct session *session, const char *select)
{
    struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_MEETING};

    snprintf(show.select, sizeof show.select, "%s", select);
    ui_apply(&session->ui, &show, 0);
}

static void decide(struct session *session, const char *select, enum decide kind, int extra,
                   const char *text)
{
    struct intent intent = {.kind = INTENT_CHANGE,
                            .amount = UPDATE_DECIDE,
                            .number = (int)kind,
                            .screen = extra};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    snprintf(intent.text, sizeof intent.text, "%s", text);
    session->clock_ms += 1000;
    change_apply(session, &intent, 1000);
}

static const struct decision *newest(const struct session *session)
{
    const struct board *board = board_of(session);

    assert_in_range(board->decision_count, 1, 1000);
    return &board->decisions[board->decision_count - 1];
}

static void author_is(struct session *session, const char *author)
{
    struct update *update = session_update(session);

    assert_non_null(update);
    assert_string_equal(update->author, author);
    update_free(update);
}

// Nobody is asked who he is; what was opened lies open.
static void a_body_speaks_for_itself(void **state)
{
    struct session session;

    (void)state;
    meet_begin(&session, "");
    look_at(&session, "");
    touch(&session, UPDATE_MEETING_OPEN, "b/m1", 0, "");
    assert_int_equal(session.ui.here.screen, SCREEN_MEETING);
    assert_string_equal(session.ui.here.select, "b/m1");
    assert_string_equal(session.ui.who, "");
    assert_ptr_equal(meeting_running(board_of(&session)),
                     handle_meeting(board_of(&session), "b/m1"));
    author_is(&session, "regiegroep");

    decide(&session, "1.1a/g", DECIDE_AGREED, 0, "");
    assert_int_equal(session.ui.here.screen, SCREEN_MEETING);
    assert_string_equal(newest(&session)->text, "Akkoord");
    assert_ptr_equal(newest(&session)->track, track_of(&session, "1.1a/g"));
    author_is(&session, "regiegroep");
    session_finish(&session);
}

// A body without a meeting today gets one, which then lies open.
static void a_new_meeting_lies_open(void **state)
{
    struct session session;
    struct intent open = {.kind = INTENT_CHANGE,
                          .amount = UPDATE_MEETING_OPEN,
                          .number = 642,
                          .text = "werkgroep"};

    (void)state;
    meet_begin(&session, "");
    look_at(&session, "");
    change_apply(&session, &open, 1000);
    const struct meeting *meeting = meeting_running(board_of(&session));
    assert_non_null(meeting);
    assert_string_equal(meeting->body, "werkgroep");
    assert_int_equal(meeting->minute, 642);
    assert_string_equal(session.ui.here.select, handle_of(meeting->row));
    author_is(&session, "werkgroep");
    // Open it is; a second touch is nothing.
    change_apply(&session, &open, 1000);
    assert_int_equal(queued(&session), 0);
    undo(&session);
    assert_null(meeting_running(board_of(&session)));
    session_finish(&session);
}

// Where persons have a PIN, somebody holds the pen: he is asked once.
static void a_pin_board_asks_once(void **state)
{
    struct session session;

    (void)state;
    meet_begin(&session, "board b pin=ja\n");
    look_at(&session, "");
    touch(&session, UPDATE_MEETING_OPEN, "b/m1", 0, "");
    assert_int_equal(session.ui.here.screen, SCREEN_LEADS);
    assert_null(meeting_running(board_of(&session)));
    change_greet(&session, "wijkteam", 1000);
    assert_non_null(meeting_running(board_of(&session)));
    assert_string_equal(session.ui.here.select, "b/m1");
    author_is(&session, "regiegroep (wijkteam)");
    decide(&session, "1.1a/g", DECIDE_LATER, 0, "");
    assert_int_equal(session.ui.here.screen, SCREEN_MEETING);
    author_is(&session, "regiegroep (wijkteam)");
    session_finish(&session);
}

// Nothing is decided where no meeting runs, nor in one that is planned or over.
static void only_an_open_meeting_decides(void **state)
{
    struct session session;

    (void)state;
    meet_begin(&session, "");
    decide(&session, "1.1a/g", DECIDE_AGREED, 0, "");
    look_at(&session, "b/m2");
    decide(&session, "1.1a/g", DECIDE_AGREED, 0, "");
    assert_int_equal(queued(&session), 0);
    look_at(&session, "b/m1");
    touch(&session, UPDATE_MEETING_OPEN, "b/m1", 0, "");
    decide(&session, "9.9z", DECIDE_AGREED, 0, "");
    decide(&session, "", DECIDE_TASK, 0, "Bel de wethouder");
    touch(&session, UPDATE_MEETING_CLOSE, "b/m1", 0, "");
    decide(&session, "1.1a/g", DECIDE_AGREED, 0, "");
    assert_int_equal(queued(&session), 3);
    assert_int_equal(board_of(&session)->decision_count, 1);
    touch(&session, UPDATE_MEETING_OPEN, "b/m1", 0, "");
    decide(&session, "1.1a/g", DECIDE_AGREED, 0, "");
    assert_int_equal(queued(&session), 2);
    session_finish(&session);
}

// The rung and the course that a touch names are those of the board.
static void a_touch_names_rung_and_course(void **state)
{
    struct session session;

    (void)state;
    meet_begin(&session, "");
    look_at(&session, "b/m1");
    touch(&session, UPDATE_MEETING_OPEN, "b/m1", 0, "");
    decide(&session, "1.1a/g", DECIDE_UP, 3, "");
    assert_string_equal(newest(&session)->text, "Naar OOGO");
    assert_int_equal(track_of(&session, "1.1a/g")->bottleneck->rung, 3);
    decide(&session, "1.1a/g", DECIDE_DOWN, 1, "");
    assert_string_equal(newest(&session)->text, "Terug naar werkgroep");
    decide(&session, "1.1a/g", DECIDE_STATE, HEALTH_ON_COURSE, "");
    assert_string_equal(newest(&session)->text, "Nu op koers");
    assert_int_equal(track_of(&session, "1.1a/g")->health, HEALTH_ON_COURSE);
    decide(&session, "1.1a/g", DECIDE_LEAD, 0, "wijkteam");
    assert_string_equal(track_of(&session, "1.1a/g")->lead, "wijkteam");
    decide(&session, "1.1a", DECIDE_DUE, 0, "eind 2026");
    assert_string_equal(newest(&session)->text, "Nieuwe datum: eind 2026");
    // One touch is one thing to take back.
    undo(&session);
    assert_string_equal(board_action_find(board_of(&session), "1.1a")->due_text, "2024");
    assert_string_equal(newest(&session)->text, "Trekker wordt wijkteam");
    session_finish(&session);
}

// Who does it and by when belong to the action point that was made just before.
static void an_action_point_is_taken_back_whole(void **state)
{
    struct session session;
    char row[72];

    (void)state;
    meet_begin(&session, "");
    look_at(&session, "b/m1");
    touch(&session, UPDATE_MEETING_OPEN, "b/m1", 0, "");
    decide(&session, "1.1a/g", DECIDE_TASK, 0, "Bel de wethouder");
    snprintf(row, sizeof row, "%s", handle_of(newest(&session)->row));
    touch(&session, UPDATE_DECISION_LEAD, row, 0, "wijkteam");
    touch(&session, UPDATE_DECISION_DUE, row, 0, "2026");
    assert_string_equal(newest(&session)->lead, "wijkteam");
    assert_string_equal(newest(&session)->due_text, "2026");
    assert_int_equal(newest(&session)->state, DECISION_OPEN);
    undo(&session);
    assert_int_equal(board_of(&session)->decision_count, 0);
    // One that was there already keeps what it was.
    decide(&session, "1.1a/g", DECIDE_TASK, 0, "Bel de school");
    snprintf(row, sizeof row, "%s", handle_of(newest(&session)->row));
    decide(&session, "1.1a/j", DECIDE_AGREED, 0, "");
    touch(&session, UPDATE_DECISION_LEAD, row, 0, "wijkteam");
    undo(&session);
    assert_int_equal(board_of(&session)->decision_count, 2);
    assert_string_equal(handle_decision(board_of(&session), row)->lead, "");
    session_finish(&session);
}

// What came back from last time is done; its text is not the visitor's to lose.
static void a_decision_is_done_later(void **state)
{
    struct session session;

    (void)state;
    meet_begin(&session, "decision b/d board=b|meeting=b/m1|text=Bel|state=open\n");
    touch(&session, UPDATE_DECISION_STATE, "b/d", DECISION_DONE, "");
    assert_int_equal(newest(&session)->state, DECISION_DONE);
    author_is(&session, "regiegroep");
    touch(&session, UPDATE_DECISION_STATE, "b/niet", DECISION_DONE, "");
    touch(&session, UPDATE_DECISION_STATE, "b/d", DECISION_DONE, "");
    assert_int_equal(queued(&session), 0);
    session_finish(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_body_speaks_for_itself),
        cmocka_unit_test(a_new_meeting_lies_open),
        cmocka_unit_test(a_pin_board_asks_once),
        cmocka_unit_test(only_an_open_meeting_decides),
        cmocka_unit_test(a_touch_names_rung_and_course),
        cmocka_unit_test(an_action_point_is_taken_back_whole),
        cmocka_unit_test(a_decision_is_done_later),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
