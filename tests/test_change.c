// What a visitor changes, from the touch to the queue for the keeper, without a window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "change_fixture.h"

static void the_subject_is_an_action_or_its_track(void **state)
{
    static const struct {
        const char *select;
        bool action, track;
    } cases[] = {
        {"1.1a/g", true, true},  {"1.1a", true, false},  {"1.1a/x", true, false},
        {"1.1b/j", true, false}, {"9.9z", false, false}, {"", false, false},
        {"/g", false, false},
    };
    struct session session;

    (void)state;
    visit_begin(&session);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct action *action = NULL;
        const struct track *track = NULL;
        assert_int_equal(change_subject(&session, cases[i].select, &action, &track),
                         cases[i].action);
        assert_int_equal(action != NULL, cases[i].action);
        assert_int_equal(track != NULL, cases[i].track);
    }
    session_finish(&session);
}

// A touch by nobody changes nothing: Trekkers asks who it is, and with a name it happens,
// where it was asked for.
static void a_wish_waits_for_a_name(void **state)
{
    struct session session;
    struct intent card = {.kind = INTENT_SHOW, .screen = SCREEN_CARD, .select = "1.1a/g"};

    (void)state;
    visit_begin(&session);
    ui_apply(&session.ui, &card, 0);
    touch(&session, UPDATE_HEALTH, "1.1a/g", HEALTH_DONE, "");
    assert_int_equal(session.ui.here.screen, SCREEN_LEADS);
    assert_int_equal(session.ui.wish.kind, INTENT_CHANGE);
    assert_track(&session, "1.1a/g", HEALTH_BOTTLENECK, 1, "besluit");
    assert_int_equal(queued(&session), 0);
    assert_int_equal(session.ui.undo.serial, 0);

    greet(&session, "wijkteam");
    assert_int_equal(session.ui.here.screen, SCREEN_CARD);
    assert_string_equal(session.ui.who, "wijkteam");
    assert_int_equal(session.ui.wish.kind, INTENT_NONE);
    assert_int_equal(track_of(&session, "1.1a/g")->health, HEALTH_DONE);
    assert_int_equal(session.ui.undo.serial, 1);
    struct update *update = session_update(&session);
    assert_non_null(update);
    assert_string_equal(update->author, "wijkteam");
    update_free(update);
    session_finish(&session);
}

// Who walks away from the question leaves the board as it was.
static void a_wish_that_is_dropped_changes_nothing(void **state)
{
    struct session session;
    struct intent home = {.kind = INTENT_SHOW, .screen = SCREEN_BOARD};

    (void)state;
    visit_begin(&session);
    touch(&session, UPDATE_HEALTH, "1.1a/g", HEALTH_DONE, "");
    ui_apply(&session.ui, &home, 2000);
    greet(&session, "aanbieders");
    assert_track(&session, "1.1a/g", HEALTH_BOTTLENECK, 1, "besluit");
    assert_int_equal(queued(&session), 0);
    session_finish(&session);
}

// A state and the reason after it go together: one touch on the bar takes both back.
static void undo_restores_what_was(void **state)
{
    static const struct {
        const char *select;
        enum update_kind first, then;
        int number, then_number;
        const char *text, *then_text;
        enum health health; // after the undo
        int stage;
        const char *reason;
        int queued;
    } cases[] = {
        {"1.1a/j", UPDATE_HEALTH, UPDATE_NONE, HEALTH_DONE, 0, "", "", HEALTH_ON_COURSE, 2,
         "", 2},
        {"1.1a/j", UPDATE_HEALTH, UPDATE_REASON, HEALTH_BOTTLENECK, 0, "", "geld",
         HEALTH_ON_COURSE, 2, "", 3},
        {"1.1a/g", UPDATE_HEALTH, UPDATE_NONE, HEALTH_ON_COURSE, 0, "", "",
         HEALTH_BOTTLENECK, 1, "besluit", 2},
        {"1.1a/g", UPDATE_REASON, UPDATE_NONE, 0, 0, "geld", "", HEALTH_BOTTLENECK, 1,
         "besluit", 2},
        {"1.1a/g", UPDATE_STAGE, UPDATE_NONE, 4, 0, "", "", HEALTH_BOTTLENECK, 1, "besluit",
         2},
        // What was done before the last thing stays.
        {"1.1a/j", UPDATE_STAGE, UPDATE_HEALTH, 4, HEALTH_DONE, "", "", HEALTH_ON_COURSE, 4,
         "", 3},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct session session;
        visit_as(&session, "aanbieders");
        int32_t reported = track_of(&session, cases[i].select)->reported;
        touch(&session, cases[i].first, cases[i].select, cases[i].number, cases[i].text);
        if (cases[i].then != UPDATE_NONE) {
            touch(&session, cases[i].then, cases[i].select, cases[i].then_number,
                  cases[i].then_text);
        }
        assert_true(track_of(&session, cases[i].select)->reported > reported);
        undo(&session);
        assert_true(session.ui.undo.undone);
        assert_track(&session, cases[i].select, cases[i].health, cases[i].stage,
                     cases[i].reason);
        if (cases[i].then != UPDATE_HEALTH) {
            assert_int_equal(track_of(&session, cases[i].select)->reported, reported);
        }
        undo(&session); // a second touch on it finds nothing to do
        assert_int_equal(queued(&session), cases[i].queued);
        session_finish(&session);
    }
}

// Behind the curtain a touch is seen in the next frame too, not when the keeper has it.
static void a_touch_shows_behind_the_curtain(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    session.ui.curtain = true;
    session_draw(&session, 1000, session.clock_ms);
    touch(&session, UPDATE_STAGE, "1.1a/j", 4, "");
    session_draw(&session, 1020, session.clock_ms);
    const struct board *shown = &session_shown(&session)->boards[0];
    assert_ptr_not_equal(shown, &session.set->boards[0]);
    assert_int_equal(board_action_find(shown, "1.1a")->tracks[1]->stage, 4);
    session_finish(&session);
}

// Nobody has to say who he is again to take back what was done just now.
static void undo_asks_nobody(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    touch(&session, UPDATE_HEALTH, "1.1a/j", HEALTH_DONE, "");
    session.ui.who[0] = '\0';
    undo(&session);
    assert_int_equal(track_of(&session, "1.1a/j")->health, HEALTH_ON_COURSE);
    session_finish(&session);
}

static void what_means_nothing_is_no_change(void **state)
{
    static const struct {
        enum update_kind kind;
        const char *select;
        int number;
    } cases[] = {
        {UPDATE_HEALTH, "1.1a/j", HEALTH_COUNT},
        {UPDATE_STAGE, "1.1a/j", 99},
        {UPDATE_STAGE, "1.1a/j", -1},
        {UPDATE_HEALTH, "9.9z/j", HEALTH_DONE},
        {UPDATE_HEALTH, "1.1b/j", HEALTH_DONE},
        {UPDATE_RUNG, "1.1a/j", 1},
        {UPDATE_REASON, "1.1a/j", 0},
        {UPDATE_NONE, "1.1a/j", 0},
    };
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        touch(&session, cases[i].kind, cases[i].select, cases[i].number, "");
        if (session.ui.undo.serial != 0) {
            fail_msg("case %zu was taken for a change", i);
        }
    }
    assert_int_equal(queued(&session), 0);
    undo(&session);
    assert_int_equal(queued(&session), 0);
    session_finish(&session);
}

// The keeper's sets come later than the touch: until one holds it, it is shown in each.
static void a_set_without_the_update_shows_it_still(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    touch(&session, UPDATE_HEALTH, "1.1a/j", HEALTH_BOTTLENECK, "");
    touch(&session, UPDATE_STAGE, "1.1a/g", 4, "");
    session_take(&session, fixture_plan_with(LIFE), 2000);
    assert_int_equal(track_of(&session, "1.1a/j")->health, HEALTH_BOTTLENECK);
    assert_int_equal(track_of(&session, "1.1a/g")->stage, 4);

    // This one says that it holds the first of them: what it says itself counts.
    struct board_set *set = fixture_plan_with(LIFE);
    set->applied = 1;
    session_take(&session, set, 3000);
    assert_int_equal(track_of(&session, "1.1a/j")->health, HEALTH_ON_COURSE);
    assert_int_equal(track_of(&session, "1.1a/g")->stage, 4);

    set = fixture_plan_with(LIFE);
    set->applied = 2;
    session_take(&session, set, 4000);
    assert_int_equal(track_of(&session, "1.1a/g")->stage, 1);
    session_finish(&session);
}

static void updates_are_handed_over_once_and_in_order(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    for (int stage = 3; stage < 6; stage++) {
        touch(&session, UPDATE_STAGE, "1.1a/j", stage, "");
    }
    for (uint64_t serial = 1; serial <= 3; serial++) {
        struct update *update = session_update(&session);
        assert_non_null(update);
        assert_int_equal(update->serial, serial);
        update_free(update);
    }
    assert_null(session_update(&session));
    touch(&session, UPDATE_STAGE, "1.1a/j", 1, "");
    struct update *update = session_update(&session);
    assert_int_equal(update->serial, 4);
    update_free(update);
    session_finish(&session);
}

// Rows stay where they are while their lead is there, whatever he says about them.
static void a_report_moves_no_row(void **state)
{
    struct session session;

    (void)state;
    visit_begin(&session);
    greet(&session, "aanbieders");
    assert_int_equal(session.ui.here.screen, SCREEN_LEADS);
    assert_string_equal(session.ui.here.select, "aanbieders");
    const struct board *board = session_board(&session);
    assert_int_equal(session.ui.order_count, 2);
    assert_ptr_equal(&board->tracks[session.ui.order[0]], track_of(&session, "1.1a/g"));
    touch(&session, UPDATE_HEALTH, "1.1a/g", HEALTH_DONE, "");
    touch(&session, UPDATE_HEALTH, "1.1a/j", HEALTH_BOTTLENECK, "");
    assert_ptr_equal(&board->tracks[session.ui.order[0]], track_of(&session, "1.1a/g"));
    assert_string_equal(session.ui.track, "1.1a/j"); // its reasons lie open

    greet(&session, "");
    assert_string_equal(session.ui.who, "");
    assert_string_equal(session.ui.here.select, "");
    greet(&session, "aanbieders"); // comes again: the most urgent is first now
    assert_ptr_equal(&board->tracks[session.ui.order[0]], track_of(&session, "1.1a/j"));
    session_finish(&session);
}

static void a_begun_note_lies_open(void **state)
{
    struct session session;
    struct draft_text draft = {.writing = WRITING_NOTE,
                               .board = "b",
                               .select = "1.1a/j",
                               .author = "aanbieders",
                               .text = "Nog niet af"};

    (void)state;
    visit_begin(&session);
    drafts_put(&session.ui.drafts, &draft);
    greet(&session, "wijkteam");
    assert_string_equal(session.ui.track, "");
    greet(&session, "");
    greet(&session, "aanbieders");
    assert_string_equal(session.ui.track, "1.1a/j");
    session_finish(&session);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_subject_is_an_action_or_its_track),
        cmocka_unit_test(a_wish_waits_for_a_name),
        cmocka_unit_test(a_wish_that_is_dropped_changes_nothing),
        cmocka_unit_test(undo_restores_what_was),
        cmocka_unit_test(a_touch_shows_behind_the_curtain),
        cmocka_unit_test(undo_asks_nobody),
        cmocka_unit_test(what_means_nothing_is_no_change),
        cmocka_unit_test(a_set_without_the_update_shows_it_still),
        cmocka_unit_test(updates_are_handed_over_once_and_in_order),
        cmocka_unit_test(a_report_moves_no_row),
        cmocka_unit_test(a_begun_note_lies_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
