// What a visitor changes while others do too: at other walls, before and after him.
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

static struct board_set *living_with(const char *more)
{
    char text[4096];

    snprintf(text, sizeof text, "%s%s", LIFE, more);
    return fixture_plan_with(text);
}

// Somebody at another wall changed the same track while the bar stood: that stays his. What
// nobody touched goes back.
static void undo_leaves_what_others_did(void **state)
{
    static const struct {
        const char *others;
        enum health health;
        int stage;
        const char *reported;
        bool undone;
    } cases[] = {
        // Nobody did anything.
        {"! track b/1.1a/j health=afgerond|stage=vertalen|reported=2025-11-11\n",
         HEALTH_ON_COURSE, 2, "2025-10-30", true},
        // Another state: nothing is left to take back, also not the day of report.
        {"! track b/1.1a/j health=aandacht|reported=2025-11-11\n", HEALTH_ATTENTION, 2,
         "2025-11-11", false},
        // Another step, which the undo has nothing to do with.
        {"! track b/1.1a/j health=afgerond|stage=geborgd|reported=2025-11-11\n",
         HEALTH_ON_COURSE, 5, "2025-10-30", true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct session session;
        char more[512];
        visit_as(&session, "aanbieders");
        touch(&session, UPDATE_HEALTH, "1.1a/j", HEALTH_DONE, "");
        snprintf(more, sizeof more, "@ 2025-11-11 10:43\nby wijkteam\n%s", cases[i].others);
        struct board_set *set = living_with(more);
        set->applied = 1;
        session_take(&session, set, 1500);
        undo(&session);
        assert_int_equal(session.ui.undo.undone, cases[i].undone);
        assert_track(&session, "1.1a/j", cases[i].health, cases[i].stage, "");
        assert_int_equal(track_of(&session, "1.1a/j")->reported,
                         fixture_day(cases[i].reported));
        session_finish(&session);
    }
}

// The bar names who did it, not who came after.
static void the_bar_names_who_did_it(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    touch(&session, UPDATE_HEALTH, "1.1a/j", HEALTH_DONE, "");
    greet(&session, "");
    greet(&session, "wijkteam");
    assert_string_equal(session.ui.undo.by, "aanbieders");
    undo(&session);
    assert_string_equal(session.ui.undo.by, "aanbieders");
    session_finish(&session);
}

// Whoever went back to the wall and left is nobody after a while, and what is touched then
// is not his.
static void who_left_the_wall_is_nobody(void **state)
{
    struct session session;
    struct intent home = {.kind = INTENT_SHOW, .screen = SCREEN_BOARD};

    (void)state;
    visit_as(&session, "aanbieders");
    ui_touched(&session.ui, 1000);
    ui_apply(&session.ui, &home, 1000);
    int64_t left_ms = 1000 + UI_IDLE_MS + UI_NOTICE_MS;
    ui_tick(&session.ui, left_ms - 1, 1, 1);
    assert_string_equal(session.ui.who, "aanbieders");
    assert_int_equal(ui_deadline_ms(&session.ui, left_ms - 1, 1, 1), left_ms);
    ui_tick(&session.ui, left_ms, 1, 1);
    assert_string_equal(session.ui.who, "");
    session_finish(&session);
}

// What time alone brings up for the keeper is not left until the next touch.
static void what_is_owed_is_due_now(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    session_draw(&session, 1000, session.clock_ms);
    assert_true(session_deadline_ms(&session, 1000, session.clock_ms) > 1000);
    for (int i = 0; i < 4; i++) {
        struct intent back = {.kind = INTENT_RESTORE, .text = "1000"};
        session.typing.due = i == 0;
        session.gate.lock.due = i == 1;
        if (i == 2) {
            touch(&session, UPDATE_STAGE, "1.1a/j", 4, "");
        } else if (i == 3) {
            change_apply(&session, &back, 1000);
        }
        session.dirty = false;
        assert_int_equal(session_deadline_ms(&session, 1000, session.clock_ms), 1000);
        session.typing.due = session.gate.lock.due = false;
        queued(&session);
    }
    struct restore restore;
    assert_true(session_restore(&session, &restore));
    session.dirty = false;
    assert_true(session_deadline_ms(&session, 1000, session.clock_ms) > 1000);
    session_finish(&session);
}

// Another programme comes before the open one, or the open one goes.
static void the_open_board_stays(void **state)
{
    struct session session;

    (void)state;
    visit_as(&session, "aanbieders");
    session_take(&session,
                 fixture_plan_with("board a title=Eerder|position=0\n"
                                   "board_column a/g board=a|column_id=g|title=G\n"
                                   "board b position=1\n"),
                 2000);
    assert_string_equal(session_board(&session)->slug, "b");
    assert_string_equal(session.ui.who, "aanbieders");
    session_take(&session,
                 fixture_boards((const char *const[]){"board a title=Eerder\n", NULL}),
                 3000);
    assert_string_equal(session_board(&session)->slug, "a");
    assert_string_equal(session.ui.who, "");
    assert_int_equal(session.ui.here.screen, SCREEN_BOARD);
    session_finish(&session);
}

// A name longer than most is not cut where it takes a track over: the rest would be
// another.
static void a_long_name_takes_over_whole(void **state)
{
    static const char NAME[] = "Samenwerkingsverband Passend Onderwijs Noord-Kennemerland";
    struct session session;

    (void)state;
    visit_as(&session, NAME);
    touch(&session, UPDATE_LEAD, "1.1b/g", 0, "");
    assert_string_equal(track_of(&session, "1.1b/g")->lead, NAME);
    assert_true(change_pin(&session, NAME, "hash", 1000));
    assert_string_equal(session_board(&session)->persons[0].name, NAME);
    session_finish(&session);
}

// One touch writes several cells at one moment: the one that was shown is settled.
static void the_conflict_that_was_touched_ends(void **state)
{
    static const char BOTH[] =
        "@ 2025-11-10 10:00\nby wijkteam\n"
        "! track b/1.1a/j health=aandacht|reason=geld|reported=2025-11-10\n"
        "@ 2025-11-10 11:00\nby aanbieders\n"
        "! track b/1.1a/j health=knelpunt|reason=wachttijd|reported=2025-11-10\n";

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct session session;
        struct fixture fixture = {0};
        visit_as(&session, "aanbieders");
        fixture_add(&fixture, FIXTURE_PLAN);
        fixture_add(&fixture, BOTH);
        for (size_t k = 0; k < fixture.entry_count; k++) {
            fixture.entries[k].overlapped =
                strcmp(fixture.entries[k].author, "wijkteam") == 0 &&
                strcmp(fixture.entries[k].column, "reported") != 0;
        }
        session_take(&session, fixture_build(&fixture), 2000);
        const struct board *board = session_board(&session);
        assert_int_equal(board->conflict_count, 2);
        // Its number is of before another one was settled elsewhere.
        struct intent keep = {.kind = INTENT_SETTLE, .amount = 1, .number = 5};
        const struct change *lost = board->conflicts[i].lost;
        snprintf(keep.text, sizeof keep.text, "%lld %s", (long long)lost->at_ms,
                 lost->column);
        snprintf(keep.select, sizeof keep.select, "%.71s", lost->row);
        change_apply(&session, &keep, 3000);
        struct update *update = session_update(&session);
        assert_non_null(update);
        assert_int_equal(update->count, 1);
        assert_string_equal(update->cells[0].column, lost->column);
        assert_string_equal(update->cells[0].value, lost->after);
        update_free(update);
        fixture_finish(&fixture);
        session_finish(&session);
    }
}

// Whoever could take back that somebody chose a PIN could sign in as him.
static void a_pin_is_not_taken_back_by_a_touch(void **state)
{
    static const struct {
        const char *deed;
        int queued;
    } cases[] = {
        {"! person b/p1 pin=hash\n", 0},
        {"! person b/p1 _live=1|name=Anouk|pin=hash\n", 0},
        {"! person b/p1 name=Anouk Blom\n", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct session session;
        char more[512];
        struct intent back = {.kind = INTENT_UNDO, .number = 0};
        visit_as(&session, "aanbieders");
        snprintf(more, sizeof more,
                 "person b/p1 board=b|name=Anouk\n@ 2025-11-11 10:43\nby Anouk\n%s",
                 cases[i].deed);
        session_take(&session, living_with(more), 2000);
        change_apply(&session, &back, 3000);
        assert_int_equal(queued(&session), cases[i].queued);
        session_finish(&session);
    }
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo_leaves_what_others_did),
        cmocka_unit_test(the_bar_names_who_did_it),
        cmocka_unit_test(who_left_the_wall_is_nobody),
        cmocka_unit_test(what_is_owed_is_due_now),
        cmocka_unit_test(the_open_board_stays),
        cmocka_unit_test(a_long_name_takes_over_whole),
        cmocka_unit_test(the_conflict_that_was_touched_ends),
        cmocka_unit_test(a_pin_is_not_taken_back_by_a_touch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
