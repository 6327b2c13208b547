// The screen is off when it should be and on when somebody wants it: by the clock, by hand,
// and whatever wakes it does nothing else.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "board_fixture.h"
#include "session.h"
#include "view/take.h"
#include "view_fixture.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60000, HOUR_MS = 3600000 };

#define NIGHT "19:00-07:00"

struct hall {
    struct session session;
    int64_t mono_ms, clock_ms;
};

static int64_t moment(const char *text)
{
    int32_t day = 0;
    int minute = 0;

    assert_true(day_read(text, &day, &minute));
    return day_moment_ms(day, minute);
}

static struct board_set *boards(const char *more)
{
    struct fixture fixture = {0};

    fixture_add(&fixture, FIXTURE_PLAN);
    fixture_add(&fixture, more);
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    assert_non_null(set);
    return set;
}

// One turn of the loop, as in the app.
static void turn(struct hall *hall)
{
    session_tick(&hall->session, hall->mono_ms, hall->clock_ms);
    session_draw(&hall->session, hall->mono_ms, hall->clock_ms);
}

static void hall_open(struct hall *hall, const char *hours, const char *at,
                      const char *more)
{
    *hall = (struct hall){.clock_ms = moment(at)};
    session_init(&hall->session, panel_named("55\" HD"), &ruler, 0);
    assert_true(hours_read(hours, &hall->session.ui.night));
    session_take(&hall->session, boards(more), 0);
    turn(hall);
}

static void hall_close(struct hall *hall)
{
    session_finish(&hall->session);
}

// Sleeps as the loop does, to the next deadline; at most `ms`. How often it woke.
static int pass(struct hall *hall, int64_t ms)
{
    int64_t end_ms = hall->mono_ms + ms;
    int wakes = 0;

    while (hall->mono_ms < end_ms) {
        int64_t next_ms =
            session_deadline_ms(&hall->session, hall->mono_ms, hall->clock_ms);
        next_ms = next_ms < hall->mono_ms + 1 ? hall->mono_ms + 1 : next_ms;
        next_ms = next_ms < end_ms ? next_ms : end_ms;
        hall->clock_ms += next_ms - hall->mono_ms;
        hall->mono_ms = next_ms;
        turn(hall);
        wakes++;
    }
    return wakes;
}

// The clock is set, and nothing else happens until the loop wakes for it.
static void clock_jump(struct hall *hall, const char *at)
{
    int64_t wait_ms =
        session_deadline_ms(&hall->session, hall->mono_ms, hall->clock_ms) - hall->mono_ms;

    assert_true(wait_ms > 0 && wait_ms <= MINUTE_MS);
    hall->clock_ms = moment(at) + wait_ms;
    hall->mono_ms += wait_ms;
    turn(hall);
}

static bool asleep(const struct hall *hall)
{
    return session_asleep(&hall->session);
}

static bool shows(const struct hall *hall, const char *text)
{
    const struct draw_list *list = &hall->session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

static void feed(struct hall *hall, enum sample_kind kind, int64_t finger, int x, int y)
{
    struct sample s = {.kind = kind,
                       .at_ms = hall->mono_ms,
                       .finger = finger,
                       .x_px = (float)x,
                       .y_px = (float)y};

    session_feed(&hall->session, &s);
    turn(hall);
}

static void press(struct hall *hall, int x, int y, int64_t ms)
{
    feed(hall, SAMPLE_DOWN, 1, x, y);
    pass(hall, ms);
    feed(hall, SAMPLE_UP, 1, x, y);
}

static rect place(const struct hall *hall, const char *label)
{
    const struct element *e = view_element(&hall->session.list, label);

    if (e == NULL) {
        fail_msg("there is no \"%s\"", label);
    }
    return e->hit;
}

static void tap(struct hall *hall, const char *label)
{
    rect at = place(hall, label);

    press(hall, at.x + at.w / 2, at.y + at.h / 2, 60);
}

static void put_off(struct hall *hall)
{
    tap(hall, "Meer");
    tap(hall, "Scherm uit");
    assert_true(asleep(hall));
}

static bool is_wall(const struct hall *hall)
{
    const struct ui *ui = &hall->session.ui;

    return ui->here.screen == SCREEN_BOARD && ui->here.select[0] == '\0' &&
           ui->here.page == 0 && ui->depth == 0;
}

// --- by the clock ---

// At each moment: nobody has been there for hours. Is it off an hour later?
static void the_hours(void **state)
{
    static const struct {
        const char *hours, *at;
        bool off;
    } cases[] = {
        {NIGHT, "2025-11-10T12:00", false}, // a Monday
        {NIGHT, "2025-11-10T17:30", false},
        {NIGHT, "2025-11-10T18:30", true},
        {NIGHT, "2025-11-10T23:30", true},
        {NIGHT, "2025-11-11T00:10", true},
        {NIGHT, "2025-11-11T05:30", true},
        {NIGHT, "2025-11-11T06:10", false},
        {NIGHT, "2025-11-15T12:00", true}, // a Saturday
        {NIGHT ",daily", "2025-11-15T12:00", false},
        {NIGHT ",daily", "2025-11-15T18:30", true},
        {"12:00-13:00", "2025-11-10T11:30", true},
        {"12:00-13:00", "2025-11-10T12:10", false},
        {"off", "2025-11-10T23:30", false},
        {"off", "2025-11-15T12:00", false},
        {NIGHT, "2026-10-25T01:30", true}, // an hour twice
        {NIGHT, "2026-03-29T01:30", true}, // an hour that is not there
        {NIGHT ",daily", "2026-10-25T05:30", true},
        {"03:00-04:00,daily", "2026-03-29T01:50", true}, // 03.50 an hour later
        {NIGHT, "2024-03-05T23:30", false},              // no clock that is set says that
        {NIGHT, "1970-01-01T23:30", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hall hall;
        hall_open(&hall, cases[i].hours, cases[i].at, "");
        pass(&hall, HOUR_MS);
        bool off = asleep(&hall);
        if (off != cases[i].off) {
            fail_msg("%s, from %s: it is %s", cases[i].hours, cases[i].at,
                     off ? "off" : "on");
        }
        hall_close(&hall);
    }
}

static void the_evening_and_the_morning(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T18:00", "");
    pass(&hall, HOUR_MS - SECOND_MS);
    assert_false(asleep(&hall));
    assert_false(shows(&hall, "Het scherm gaat over"));
    pass(&hall, 2 * SECOND_MS); // nobody has been there for an hour, but it is said first
    assert_true(shows(&hall, "Het scherm gaat over"));
    assert_false(asleep(&hall));
    pass(&hall, NIGHT_NOTICE_MS - 3 * SECOND_MS);
    assert_true(shows(&hall, "Het scherm gaat over 2 s uit"));
    assert_false(asleep(&hall));
    pass(&hall, 2 * SECOND_MS);
    assert_true(asleep(&hall));
    assert_int_equal(hall.session.list.draw_count, 0);
    assert_int_equal(hall.session.list.paper, 0);
    int64_t left_ms = moment("2025-11-11T07:00") - hall.clock_ms;
    pass(&hall, left_ms - SECOND_MS);
    assert_true(asleep(&hall));
    pass(&hall, SECOND_MS);
    assert_false(asleep(&hall));
    assert_true(hall.session.list.draw_count > 0);
    pass(&hall, 11 * HOUR_MS);
    assert_false(asleep(&hall));
    hall_close(&hall);
}

static void a_touch_before_it_goes_off_keeps_it_on(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T22:00", "");
    pass(&hall, NIGHT_IDLE_MS - 10 * SECOND_MS); // switched on at night
    assert_true(shows(&hall, "Het scherm gaat over"));
    tap(&hall, "Aan laten");
    assert_true(is_wall(&hall));
    assert_false(shows(&hall, "Het scherm gaat over"));
    pass(&hall, NIGHT_IDLE_MS - NIGHT_NOTICE_MS - SECOND_MS);
    assert_false(shows(&hall, "Het scherm gaat over"));
    pass(&hall, NIGHT_NOTICE_MS);
    assert_false(asleep(&hall));
    pass(&hall, 2 * SECOND_MS);
    assert_true(asleep(&hall));
    hall_close(&hall);
}

#define RUNNING "! meeting b/m2 board=b|body=OOGO|starts=2025-11-10 18:30|state=bezig\n"

static void a_meeting_is_not_disturbed(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T18:50", "@ 2025-11-10 18:30\n" RUNNING);
    pass(&hall, 4 * HOUR_MS);
    assert_false(asleep(&hall));
    session_take(&hall.session, boards(""), hall.mono_ms); // it is closed
    pass(&hall, NIGHT_NOTICE_MS / 2);
    assert_false(asleep(&hall));
    pass(&hall, NIGHT_NOTICE_MS);
    assert_true(asleep(&hall));
    hall_close(&hall);
    // One that nobody closed yesterday does not count.
    hall_open(&hall, NIGHT, "2025-11-11T18:50", "@ 2025-11-10 18:30\n" RUNNING);
    pass(&hall, HOUR_MS);
    assert_true(asleep(&hall));
    hall_close(&hall);
}

static void a_draft_is_not_cut_off(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T20:00", "");
    hall.session.typing.screen = SCREEN_SEARCH;
    hall.session.ui.touched_ms = -NIGHT_IDLE_MS;
    night_tick(&hall.session, 0, hall.clock_ms);
    assert_int_equal(hall.session.night.falls_ms, 0);
    hall.session.typing.screen = SCREEN_COUNT;
    night_tick(&hall.session, 0, hall.clock_ms);
    assert_int_equal(hall.session.night.falls_ms, NIGHT_NOTICE_MS);
    hall_close(&hall);
}

// --- clocks ---

static void fall_asleep(struct hall *hall)
{
    hall_open(hall, NIGHT, "2025-11-10T22:00", "");
    pass(hall, NIGHT_IDLE_MS + SECOND_MS);
    assert_true(asleep(hall));
}

// No clock keeps the wall dark by day for longer than a minute after it is put right.
static void a_clock_that_jumps(void **state)
{
    static const struct {
        const char *to;
        bool off;
    } cases[] = {
        {"2025-11-10T23:00", true},  {"2025-11-10T21:00", true},
        {"2025-11-10T18:00", false}, {"2025-11-11T06:59", false}, // a minute on it is 7
        {"2025-11-11T06:50", true},  {"2025-11-11T12:00", false},
        {"2026-07-01T12:00", false}, {"2025-11-15T12:00", true},
        {"1970-01-01T01:00", false}, {"2025-11-03T12:00", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hall hall;
        fall_asleep(&hall);
        clock_jump(&hall, cases[i].to);
        if (asleep(&hall) != cases[i].off) {
            fail_msg("put to %s it is %s", cases[i].to, asleep(&hall) ? "off" : "on");
        }
        hall_close(&hall);
    }
}

static void a_clock_that_the_keeper_does_not_trust(void **state)
{
    struct hall hall;
    struct sync_state sync = {.clock_unset = true};

    (void)state;
    fall_asleep(&hall);
    session_sync(&hall.session, &sync);
    turn(&hall);
    assert_false(asleep(&hall));
    pass(&hall, HOUR_MS);
    assert_false(asleep(&hall));
    hall_close(&hall);
}

// --- the touch that wakes it ---

static void tap_once(struct hall *hall, int x, int y)
{
    press(hall, x, y, 60);
}

static void press_long(struct hall *hall, int x, int y)
{
    press(hall, x, y, 2500);
}

static void slide_left(struct hall *hall, int x, int y)
{
    feed(hall, SAMPLE_DOWN, 1, x, y);
    for (int i = 1; i <= 12; i++) {
        pass(hall, 10);
        feed(hall, SAMPLE_MOVE, 1, x - 60 * i, y);
    }
    feed(hall, SAMPLE_UP, 1, x - 720, y);
}

static void slide_up_long_after(struct hall *hall, int x, int y)
{
    feed(hall, SAMPLE_DOWN, 1, x, y);
    pass(hall, 3 * SECOND_MS); // beyond the second
    for (int i = 1; i <= 12; i++) {
        pass(hall, 10);
        feed(hall, SAMPLE_MOVE, 1, x, y - 30 * i);
    }
    feed(hall, SAMPLE_UP, 1, x, y - 360);
}

static void two_fingers(struct hall *hall, int x, int y)
{
    feed(hall, SAMPLE_DOWN, 1, 5, 5);
    pass(hall, 100);
    feed(hall, SAMPLE_DOWN, 2, x, y);
    pass(hall, 60);
    feed(hall, SAMPLE_UP, 2, x, y);
    feed(hall, SAMPLE_UP, 1, 5, 5);
}

static void taps_on_and_on(struct hall *hall, int x, int y)
{
    for (int i = 0; i < 5; i++) { // all begin within the second
        press(hall, x, y, 60);
        pass(hall, 120);
    }
}

static void key_enter(struct hall *hall, enum sample_key key)
{
    const struct sample s = {.kind = SAMPLE_KEY, .at_ms = hall->mono_ms, .key = key};

    session_feed(&hall->session, &s);
    turn(hall);
}

static void keys(struct hall *hall, int x, int y)
{
    (void)x;
    (void)y;
    key_enter(hall, KEY_RIGHT);
    pass(hall, 500);
    key_enter(hall, KEY_RIGHT);
}

static void it_wakes_and_does_nothing_else(void **state)
{
    static const struct {
        const char *name;
        void (*touch)(struct hall *hall, int x, int y);
    } cases[] = {
        {"a tap", tap_once},
        {"a long press", press_long},
        {"a swipe", slide_left},
        {"a drag that begins late", slide_up_long_after},
        {"two fingers", two_fingers},
        {"many taps", taps_on_and_on},
        {"keys", keys},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hall hall;
        hall_open(&hall, NIGHT, "2025-11-10T22:00", "");
        rect cell = place(&hall, "Jeugdhulp");
        pass(&hall, NIGHT_IDLE_MS + SECOND_MS);
        assert_true(asleep(&hall));
        cases[i].touch(&hall, cell.x + cell.w / 2, cell.y + cell.h / 2);
        if (asleep(&hall) || !is_wall(&hall) || hall.session.ui.legend ||
            hall.session.ui.pressed_x >= 0) {
            fail_msg("%s does more than wake it: screen %s", cases[i].name,
                     screen_name(hall.session.ui.here.screen));
        }
        assert_true(hall.session.list.draw_count > 0);
        pass(&hall, NIGHT_WAKE_MS); // and then it answers
        tap(&hall, "Jeugdhulp");
        assert_int_equal(hall.session.ui.here.screen, SCREEN_COLUMN);
        hall_close(&hall);
    }
}

// Taps of which the last one begins after the second: that one counts.
static void a_touch_after_the_second_counts(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T22:00", "");
    rect cell = place(&hall, "Jeugdhulp");
    pass(&hall, NIGHT_IDLE_MS + SECOND_MS);
    int64_t woken_ms = hall.mono_ms;
    press(&hall, cell.x + 5, cell.y + 5, 60);
    pass(&hall, woken_ms + 999 - hall.mono_ms);
    press(&hall, cell.x + 5, cell.y + 5, 1);
    assert_true(is_wall(&hall));
    press(&hall, cell.x + 5, cell.y + 5, 60);
    assert_int_equal(hall.session.ui.here.screen, SCREEN_COLUMN);
    hall_close(&hall);
}

// Where a key turns a page.
static void keys_within_the_second_do_nothing(void **state)
{
    struct hall hall;

    (void)state;
    fall_asleep(&hall);
    session_resize(&hall.session, panel_named("24\" at 4 m"));
    key_enter(&hall, KEY_RIGHT);
    assert_false(asleep(&hall));
    assert_true(hall.session.pages > 1);
    pass(&hall, 999);
    key_enter(&hall, KEY_RIGHT);
    assert_int_equal(hall.session.ui.here.page, 0);
    pass(&hall, 1);
    key_enter(&hall, KEY_RIGHT);
    assert_int_equal(abs(hall.session.ui.here.page), 1);
    hall_close(&hall);
}

static void woken_at_night_it_stays_on_for_five_minutes(void **state)
{
    struct hall hall;

    (void)state;
    fall_asleep(&hall);
    tap_once(&hall, 900, 500);
    pass(&hall, NIGHT_IDLE_MS - NIGHT_NOTICE_MS - SECOND_MS);
    assert_false(shows(&hall, "Het scherm gaat over"));
    pass(&hall, NIGHT_NOTICE_MS);
    assert_false(asleep(&hall));
    pass(&hall, 2 * SECOND_MS);
    assert_true(asleep(&hall));
    hall_close(&hall);
}

// A finger that lay there, or dirt on the panel, wakes nobody by moving or going away.
static void only_a_new_touch_wakes_it(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T22:00", "");
    feed(&hall, SAMPLE_DOWN, 7, 900, 500);
    pass(&hall, NIGHT_IDLE_MS + MINUTE_MS);
    assert_true(asleep(&hall));
    feed(&hall, SAMPLE_MOVE, 7, 910, 500);
    feed(&hall, SAMPLE_UP, 7, 910, 500);
    assert_true(asleep(&hall));
    feed(&hall, SAMPLE_DOWN, 7, 900, 500);
    assert_false(asleep(&hall));
    hall_close(&hall);
}

// --- by hand ---

static void by_hand_it_goes_off_at_once(void **state)
{
    static const struct {
        const char *hours, *at, *morning;
    } cases[] = {
        {NIGHT, "2025-11-10T14:00", "2025-11-11T07:00"},
        {NIGHT, "2025-11-11T03:00", "2025-11-11T07:00"},
        {NIGHT, "2025-11-14T17:00", "2025-11-17T07:00"}, // a Friday
        {NIGHT ",daily", "2025-11-14T17:00", "2025-11-15T07:00"},
        {"off", "2025-11-10T14:00", "2025-11-11T07:00"},
        {"off", "2025-11-14T17:00", "2025-11-17T07:00"},
        {"20:00-08:15", "2025-11-10T14:00", "2025-11-11T08:15"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hall hall;
        hall_open(&hall, cases[i].hours, cases[i].at, "");
        put_off(&hall);
        pass(&hall, moment(cases[i].morning) - hall.clock_ms - SECOND_MS);
        assert_true(asleep(&hall));
        pass(&hall, SECOND_MS);
        if (asleep(&hall)) {
            fail_msg("%s, put off at %s: still off in the morning", cases[i].hours,
                     cases[i].at);
        }
        assert_true(is_wall(&hall));
        hall_close(&hall);
    }
}

static void by_hand_a_second_tap_does_not_wake_it(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "off", "2025-11-10T14:00", "");
    snprintf(hall.session.ui.who, sizeof hall.session.ui.who, "Anouk");
    put_off(&hall);
    pass(&hall, 150);
    tap_once(&hall, 900, 500);
    assert_true(asleep(&hall));
    pass(&hall, NIGHT_WAKE_MS);
    tap_once(&hall, 900, 500);
    assert_false(asleep(&hall));
    assert_true(is_wall(&hall));
    assert_string_equal(hall.session.ui.who, ""); // who wakes it may be somebody else
    pass(&hall, 2 * HOUR_MS);                     // by day, and with no hours, it stays on
    assert_false(asleep(&hall));
    hall_close(&hall);
}

// Put right by hours it was no morning; by days, what was off was never night.
static void by_hand_and_a_clock_that_jumps(void **state)
{
    static const struct {
        const char *to;
        bool off;
    } cases[] = {
        {"2025-11-10T11:00", true},  {"2025-11-10T18:00", true},
        {"2025-11-10T23:00", true},  {"2025-11-11T09:00", false},
        {"2025-11-07T14:00", false}, {"2026-02-01T02:00", true},
        {"2026-02-03T14:00", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hall hall;
        hall_open(&hall, NIGHT, "2025-11-10T14:00", "");
        put_off(&hall);
        clock_jump(&hall, cases[i].to);
        if (asleep(&hall) != cases[i].off) {
            fail_msg("put to %s it is %s", cases[i].to, asleep(&hall) ? "off" : "on");
        }
        hall_close(&hall);
    }
}

// Somebody put it off at the end of the day; the cleaner who wakes it reads no names.
static void who_wakes_it_finds_the_curtain_closed(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, NIGHT, "2025-11-10T17:00", "");
    assert_true(hours_read(CURTAIN_USUAL, &hall.session.curtain.hours));
    snprintf(hall.session.ui.who, sizeof hall.session.ui.who, "Anouk");
    put_off(&hall);
    pass(&hall, 3 * HOUR_MS);
    assert_false(hall.session.ui.curtain && !asleep(&hall));
    tap_once(&hall, 900, 500);
    assert_false(asleep(&hall));
    assert_true(hall.session.ui.curtain);
    assert_string_equal(hall.session.ui.who, "");
    hall_close(&hall);
}

// --- what happens meanwhile ---

static void it_sleeps_all_night(void **state)
{
    struct hall hall;

    (void)state;
    fall_asleep(&hall);
    int wakes = pass(&hall, 8 * HOUR_MS);
    assert_true(wakes <= 8 * 60 + 1); // the clock may have been put right
    assert_false(session_draw(&hall.session, hall.mono_ms, hall.clock_ms));
    hall_close(&hall);
}

static void news_wait_until_it_is_on(void **state)
{
    struct hall hall;

    (void)state;
    fall_asleep(&hall);
    session_take(&hall.session,
                 boards("! track b/1.1a/g stage=vertalen|health=knelpunt|reason=Vers\n"),
                 hall.mono_ms);
    assert_true(session_deadline_ms(&hall.session, hall.mono_ms, hall.clock_ms) >
                hall.mono_ms);
    turn(&hall);
    assert_int_equal(hall.session.list.draw_count, 0);
    feed(&hall, SAMPLE_DOWN, 1, 900, 500);
    assert_true(shows(&hall, "Vers"));
    hall_close(&hall);
}

// What was half typed is with its keeper before the plug is pulled in the dark.
static void drafts_are_handed_over_at_once(void **state)
{
    struct hall hall;
    struct intent write = {.kind = INTENT_WRITE, .amount = WRITING_NOTE};
    struct sample text = {.kind = SAMPLE_TEXT, .text = "half"};

    (void)state;
    hall_open(&hall, "off", "2025-11-10T14:00", "");
    snprintf(write.select, sizeof write.select, "1.1a/g");
    ui_apply(&hall.session.ui, &write, hall.mono_ms);
    hall.session.dirty = true;
    turn(&hall);
    text.at_ms = hall.mono_ms;
    session_feed(&hall.session, &text);
    const struct intent off = {.kind = INTENT_OPTION, .amount = UI_SLEEP};
    assert_true(night_apply(&hall.session, &off, hall.mono_ms));
    turn(&hall);
    assert_true(asleep(&hall));
    assert_int_equal(session_deadline_ms(&hall.session, hall.mono_ms, hall.clock_ms),
                     hall.mono_ms);
    char *drafts = session_drafts(&hall.session);
    assert_non_null(drafts);
    assert_non_null(strstr(drafts, "half"));
    free(drafts);
    assert_true(session_deadline_ms(&hall.session, hall.mono_ms, hall.clock_ms) >
                hall.mono_ms);
    hall_close(&hall);
}

static void another_panel_is_black_too(void **state)
{
    struct hall hall;

    (void)state;
    fall_asleep(&hall);
    session_resize(&hall.session, panel_named("7\""));
    assert_true(session_draw(&hall.session, hall.mono_ms, hall.clock_ms));
    assert_int_equal(hall.session.list.width_px, 800);
    assert_int_equal(hall.session.list.draw_count, 0);
    assert_false(session_draw(&hall.session, hall.mono_ms, hall.clock_ms));
    hall_close(&hall);
}

// --- where it is said ---

static bool labels(const struct hall *hall, const char *text)
{
    const struct draw_list *list = &hall->session.list;

    for (size_t i = 0; i < list->element_count; i++) {
        if (strstr(list->elements[i].label, text) != NULL) {
            return true;
        }
    }
    return false;
}

static void beheer_and_meer_tell(void **state)
{
    static const struct {
        const char *hours, *says;
    } cases[] = {
        {NIGHT, "van 19.00 tot 7.00, en in het weekend"},
        {NIGHT ",daily", "elke dag van 19.00 tot 7.00"},
        {"off", "met de hand uit: Meer, Scherm uit"},
    };
    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct hall hall;
            hall_open(&hall, cases[i].hours, "2025-11-10T14:00", "");
            session_resize(&hall.session, panels[p].panel);
            turn(&hall);
            hall.session.ui.here.screen = SCREEN_ADMIN;
            hall.session.dirty = true;
            turn(&hall);
            bool told = labels(&hall, cases[i].says);
            scroll_to(&hall.session.scroll, 1 << 20); // it may stand at the end
            hall.session.dirty = true;
            turn(&hall);
            told = told || labels(&hall, cases[i].says);
            if (!told) {
                fail_msg("%s: Beheer does not say \"%s\"", panels[p].name, cases[i].says);
            }
            hall.session.ui.here.screen = SCREEN_BOARDS;
            hall.session.dirty = true;
            turn(&hall);
            place(&hall, "Scherm uit");
            hall_close(&hall);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hours),
        cmocka_unit_test(the_evening_and_the_morning),
        cmocka_unit_test(a_touch_before_it_goes_off_keeps_it_on),
        cmocka_unit_test(a_meeting_is_not_disturbed),
        cmocka_unit_test(a_draft_is_not_cut_off),
        cmocka_unit_test(a_clock_that_jumps),
        cmocka_unit_test(a_clock_that_the_keeper_does_not_trust),
        cmocka_unit_test(it_wakes_and_does_nothing_else),
        cmocka_unit_test(a_touch_after_the_second_counts),
        cmocka_unit_test(keys_within_the_second_do_nothing),
        cmocka_unit_test(woken_at_night_it_stays_on_for_five_minutes),
        cmocka_unit_test(only_a_new_touch_wakes_it),
        cmocka_unit_test(by_hand_it_goes_off_at_once),
        cmocka_unit_test(by_hand_a_second_tap_does_not_wake_it),
        cmocka_unit_test(by_hand_and_a_clock_that_jumps),
        cmocka_unit_test(who_wakes_it_finds_the_curtain_closed),
        cmocka_unit_test(it_sleeps_all_night),
        cmocka_unit_test(news_wait_until_it_is_on),
        cmocka_unit_test(drafts_are_handed_over_at_once),
        cmocka_unit_test(another_panel_is_black_too),
        cmocka_unit_test(beheer_and_meer_tell),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
