// The curtain: nothing private shows on any screen while it is closed, and it closes and
// opens when it should.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pin.h"
#include "board/update_cells.h"
#include "board/veil.h"
#include "board_fixture.h"
#include "session.h"
#include "view/take.h"
#include "view_fixture.h"

#define MARK "zzq"

// A mark in everything that is private, in what the board says and in its history.
static const char marked[] =
    "@ 2025-09-01 10:00\n"
    "by ZZQauteur\n"
    "action b/1.1a funding=ZZQbedrag 5.000|partners=po\n"
    "person b/p1 board=b|name=ZZQpersoon|column_id=g\n"
    "track b/1.1a/g lead=ZZQtrekker|stage=beleggen\n"
    "! track b/1.1a/g stage=vertalen|health=knelpunt|reason=ZZQreden|reported=2025-09-01\n"
    "! track b/1.1a/j "
    "health=aandacht|reason=ZZQredentwee|lead=ZZQander|reported=2025-09-01\n"
    "! bottleneck b/k1 board=b|action=1.1a|column_id=g|reason=ZZQreden|since=2025-08-01|"
    "rung=werkgroep|rung_since=2025-08-10|asked=ZZQvraag\n"
    "! bottleneck b/k2 board=b|action=2.1a|column_id=g|reason=ZZQoud|since=2025-07-01|"
    "ended=2025-08-01|outcome=ZZQuitkomst\n"
    "! note b/n1 board=b|action=1.1a|column_id=g|author=ZZQschrijver|at=2025-09-01|"
    "text=ZZQnotitie\n"
    "! note b/n2 board=b|action=1.1a|author=ZZQschrijver|at=2025-09-02|text=ZZQactienoot\n"
    "! meeting b/m1 board=b|body=regiegroep|starts=2025-10-01 14:00|place=Stadskantoor|"
    "agenda=ZZQagenda|state=gesloten\n"
    "! decision b/d1 board=b|meeting=b/m1|action=1.1a|column_id=g|text=ZZQbesluit|"
    "lead=ZZQbesluiter|state=open\n"
    "! track b/1.1a/g lead=ZZQnieuwe\n"
    "! person b/p1 name=ZZQpersoontwee\n";

// A meeting that runs.
static const char running[] =
    "! meeting b/m2 board=b|body=OOGO|starts=2025-11-11 09:00|agenda=ZZQbespreken|"
    "state=bezig\n"
    "! decision b/d2 board=b|meeting=b/m2|action=1.1a|column_id=g|text=ZZQafspraak|"
    "lead=ZZQdoener|due=2026|state=open\n";

static struct board_set *board_marked(const char *more)
{
    struct fixture fixture = {0};

    fixture_add(&fixture, FIXTURE_PLAN);
    fixture_add(&fixture, marked);
    fixture_add(&fixture, more);
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    assert_non_null(set);
    return set;
}

static bool is_marked(const char *text)
{
    return text != NULL && strcasestr(text, MARK) != NULL;
}

// How much of the list tells something; the first of it is told.
static int marks(const struct draw_list *list, const char *where, bool tell)
{
    int count = 0;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && is_marked(list->draws[i].text)) {
            count++;
            if (tell) {
                print_error("%s draws \"%s\"\n", where, list->draws[i].text);
            }
        }
    }
    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        if (is_marked(e->label) || is_marked(e->tap.text) || is_marked(e->hold.text) ||
            (e->tap.kind == INTENT_WHO && is_marked(e->tap.select))) {
            count++;
            if (tell) {
                print_error("%s has an element \"%s\"\n", where, e->label);
            }
        }
    }
    return count;
}

static const char *const selects[][6] = {
    [SCREEN_BOARD] = {"", NULL},
    [SCREEN_ATTENTION] = {"", NULL},
    [SCREEN_CELL] = {"1/g", "1/j", NULL},
    [SCREEN_AMBITION] = {"1", NULL},
    [SCREEN_COLUMN] = {"g", NULL},
    [SCREEN_CARD] = {"1.1a", "1.1a/g", "1.1a/j", "2.1a/g", NULL},
    [SCREEN_SEARCH] = {"", NULL},
    [SCREEN_WORDS] = {"", NULL},
    [SCREEN_BOARDS] = {"", NULL},
    [SCREEN_LEADS] = {"", "ZZQtrekker", "ZZQnieuwe", NULL},
    [SCREEN_WRITE] = {"1.1a/g", "1.1a", NULL},
    [SCREEN_CHANGES] = {"", NULL},
    [SCREEN_PIN] = {"gordijn", NULL},
    [SCREEN_ADMIN] = {"", NULL},
    [SCREEN_MEETING] = {"", "b/m1", "b/m2", "regiegroep", NULL},
    [SCREEN_TREND] = {"", NULL},
};

enum { FOLDS = 18 }; // the last two are those of Neem mee

static int screen_marks(struct session *session, const char *panel, enum screen_id screen,
                        const char *select, bool tell)
{
    int count = 0;
    char where[160];
    int64_t clock_ms = day_moment_ms(day_of((struct date){2025, 11, 11}), 642);

    for (int fold = 0; fold < FOLDS; fold++) {
        session->ui.here = (struct place){.screen = screen};
        snprintf(session->ui.here.select, sizeof session->ui.here.select, "%s", select);
        snprintf(session->ui.about, sizeof session->ui.about, "1.1a/g");
        session->ui.fold = fold < FOLDS - 2 ? fold : TAKE_TEXT + fold - (FOLDS - 2);
        session->ui.here.page = fold % 5;
        session->ui.depth = fold % 2;
        session->ui.by_stage = fold % 3 == 1;
        snprintf(session->ui.query, sizeof session->ui.query, "%s",
                 screen == SCREEN_SEARCH && fold == 1 ? MARK
                 : fold == 2                          ? "signaleren"
                                                      : "");
        session->ui.strip = fold;
        session->scroll.offset_px = fold == 3 ? 200 : 0;
        session->dirty = true;
        session_draw(session, 1000, clock_ms);
        snprintf(where, sizeof where, "%s, %s %s, %d", panel, screen_name(screen), select,
                 fold);
        // What stands in the field of a search was typed there just now.
        count += screen == SCREEN_SEARCH && fold == 1
                     ? most(0, marks(&session->list, where, false) - 2)
                     : marks(&session->list, where, tell);
    }
    return count;
}

static int all_marks(bool closed)
{
    static const char *const names[] = {"55\" HD", "10\"", "7\"", "7\" portrait"};
    int count = 0;

    for (size_t p = 0; p < 4; p++) {
        struct session session;
        session_init(&session, panel_named(names[p]), &ruler, 0);
        session_take(&session, board_marked(running), 0);
        session.ui.past_ms = p % 2 == 0 ? 0 : 1000;
        session_take_past(&session, board_marked(running), session.ui.past_ms);
        session.ui.curtain = closed;
        snprintf(session.ui.undo.by, sizeof session.ui.undo.by, "ZZQdader");
        session.ui.undo.serial = 1;
        session.ui.undo.until_ms = 11000;
        session.ui.undo.did = (struct intent){
            .kind = INTENT_CHANGE, .amount = UPDATE_STAGE, .number = 1, .select = "1.1a/g"};
        for (int screen = 0; screen < SCREEN_COUNT; screen++) {
            for (int i = 0; selects[screen][i] != NULL; i++) {
                count += screen_marks(&session, names[p], (enum screen_id)screen,
                                      selects[screen][i], closed);
            }
        }
        session_finish(&session);
    }
    return count;
}

static void nothing_shows_while_closed(void **state)
{
    (void)state;
    assert_int_equal(all_marks(true), 0);
}

// Else the test before this one would prove nothing.
static void it_all_shows_while_open(void **state)
{
    (void)state;
    assert_true(all_marks(false) > 200);
}

// Not what history tells of only with the keeper's next set either.
static void what_was_touched_just_now_is_hidden(void **state)
{
    struct board_set *set = board_marked("");
    const struct board *from = &set->boards[0];
    struct update *update = update_open(from->slug, "Sam");

    (void)state;
    update_put(update, "track", from->tracks[0].row, "lead", "Noor", from->tracks[0].lead);
    assert_true(update_apply(set, update, set->data_ms));
    update_free(update);
    assert_int_equal(from->fresh_count, 1);
    struct board_set *veiled = veil_make(set);
    assert_non_null(veiled);
    assert_string_equal(veiled->boards[0].fresh[0].before_file, VEIL);
    assert_string_equal(veiled->boards[0].fresh[0].after_file, VEIL);
    assert_string_equal(from->fresh[0].after_file, "Noor");
    board_set_free(veiled);
    board_set_free(set);
}

// Every text of a board that a view could reach.
static void progress_stays(void **state)
{
    struct board_set *set = board_marked("");
    struct board_set *veiled = veil_make(set);

    (void)state;
    assert_non_null(veiled);
    const struct board *from = &set->boards[0];
    const struct board *board = &veiled->boards[0];
    assert_int_equal(board->track_count, from->track_count);
    for (size_t i = 0; i < from->track_count; i++) {
        const struct track *track = &board->tracks[i];
        assert_string_equal(track->row, from->tracks[i].row);
        assert_int_equal(track->stage, from->tracks[i].stage);
        assert_int_equal(track->health, from->tracks[i].health);
        assert_int_equal(track->reported, from->tracks[i].reported);
        assert_ptr_equal(track->action->tracks[track->column->index], track);
        assert_true(track->action >= board->actions &&
                    track->action < board->actions + board->action_count);
        assert_true(track->bottleneck == NULL || track->bottleneck->track == track);
        assert_int_equal(track->lead[0] != '\0', from->tracks[i].lead[0] != '\0');
    }
    for (size_t i = 0; i < from->action_count; i++) {
        assert_ptr_equal(board_action_find(board, from->actions[i].code),
                         &board->actions[i]);
        assert_string_equal(board->actions[i].title, from->actions[i].title);
        assert_int_equal(board->actions[i].funded, from->actions[i].funded);
    }
    for (size_t i = 0; i < from->change_count; i++) {
        const struct change *change = &board->changes[i];
        assert_string_equal(change->author, VEIL);
        assert_false(is_marked(change->after) || is_marked(change->before) ||
                     is_marked(change->after_file) || is_marked(change->before_file));
        if (strcmp(change->column, "stage") == 0) {
            assert_string_equal(change->after, from->changes[i].after);
        }
    }
    board_set_free(veiled);
    board_set_free(set);
}

static int64_t moment(const char *text)
{
    int32_t day = 0;
    int minute = 0;

    assert_true(day_read(text, &day, &minute));
    return day_moment_ms(day, minute);
}

// --- by the clock ---

struct hall {
    struct session session;
    int64_t mono_ms, clock_ms;
};

static void hall_open(struct hall *hall, const char *at, const char *more)
{
    *hall = (struct hall){.clock_ms = moment(at)};
    session_init(&hall->session, panel_named("7\""), &ruler, 0);
    assert_true(hours_read(CURTAIN_USUAL, &hall->session.curtain.hours));
    session_take(&hall->session, board_marked(more), 0);
    session_tick(&hall->session, hall->mono_ms, hall->clock_ms);
    session_draw(&hall->session, hall->mono_ms, hall->clock_ms);
}

static void hall_pass(struct hall *hall, int64_t ms)
{
    for (int64_t left = ms; left > 0; left -= 1000) {
        hall->mono_ms += 1000;
        hall->clock_ms += 1000;
        session_tick(&hall->session, hall->mono_ms, hall->clock_ms);
        session_draw(&hall->session, hall->mono_ms, hall->clock_ms);
    }
}

static void hall_clock(struct hall *hall, const char *at)
{
    hall->clock_ms = moment(at);
    hall_pass(hall, 2000);
}

static void hall_touch(struct hall *hall, const char *label)
{
    const struct draw_list *list = &hall->session.list;

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        if (strcmp(e->label, label) == 0 && e->tap.kind != INTENT_NONE) {
            struct sample s = {.kind = SAMPLE_DOWN,
                               .at_ms = hall->mono_ms,
                               .finger = 1,
                               .x_px = (float)(e->hit.x + e->hit.w / 2),
                               .y_px = (float)(e->hit.y + e->hit.h / 2)};
            session_feed(&hall->session, &s);
            session_draw(&hall->session, hall->mono_ms, hall->clock_ms);
            s.kind = SAMPLE_UP;
            s.at_ms += 60;
            session_feed(&hall->session, &s);
            hall_pass(hall, 1000);
            return;
        }
    }
    fail_msg("there is no \"%s\"", label);
}

static bool closed(const struct hall *hall)
{
    return hall->session.ui.curtain;
}

static void it_closes_and_opens_by_the_clock(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "2025-11-10T17:58", "");
    assert_false(closed(&hall));
    hall_pass(&hall, 180000);
    assert_true(closed(&hall));
    hall_clock(&hall, "2025-11-10T17:40"); // put right: it is not the morning
    assert_true(closed(&hall));
    hall_clock(&hall, "2025-11-11T07:29");
    assert_true(closed(&hall));
    hall_clock(&hall, "2025-11-11T07:30");
    assert_false(closed(&hall));
    session_finish(&hall.session);
    hall_open(&hall, "2025-11-10T22:00", ""); // switched on at night
    assert_true(closed(&hall));
    hall_clock(&hall, "2025-11-05T10:00"); // the clock was days ahead: there was no night
    assert_false(closed(&hall));
    session_finish(&hall.session);
}

static void a_visitor_is_not_cut_off(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "2025-11-10T17:59", "");
    hall_touch(&hall, "Aandacht");
    hall_pass(&hall, 70000);
    assert_false(closed(&hall)); // 18.00 is past
    hall_touch(&hall, "Trekkers");
    hall_pass(&hall, 70000);
    assert_false(closed(&hall));
    hall_pass(&hall, 15000);
    assert_true(closed(&hall));
    session_finish(&hall.session);
    hall_open(&hall, "2025-11-10T17:59",
              "@ 2025-11-10 16:05\n"
              "! meeting b/m2 board=b|body=OOGO|starts=2025-11-10 16:00|state=bezig\n");
    hall_pass(&hall, 300000);
    assert_false(closed(&hall));
    session_finish(&hall.session);
    hall_open(&hall, "2025-11-11T20:00", // one that nobody closed does not keep it open
              "@ 2025-11-10 16:00\n"
              "! meeting b/m2 board=b|body=OOGO|starts=2025-11-10 16:00|state=bezig\n");
    assert_true(closed(&hall));
    session_finish(&hall.session);
    hall_open(&hall, "2025-11-11T20:00", // nor does one that a wrong clock opened
              "@ 2031-11-10 16:00\n"
              "! meeting b/m2 board=b|body=OOGO|starts=2025-11-10 16:00|state=bezig\n");
    assert_true(closed(&hall));
    session_finish(&hall.session);
}

static void one_tap_closes_and_opens(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "2025-11-10T10:00", "");
    hall_touch(&hall, "Gordijn dicht");
    assert_true(closed(&hall));
    hall_pass(&hall, 120000);
    assert_true(closed(&hall)); // not in the morning of the same day
    hall_touch(&hall, "Gordijn open");
    assert_false(closed(&hall));
    hall_touch(&hall, "Gordijn dicht");
    hall_touch(&hall, "Trekkers");
    assert_int_equal(marks(&hall.session.list, "Trekkers", true), 0);
    hall_touch(&hall, "Gordijn open");
    assert_false(closed(&hall));
    assert_true(marks(&hall.session.list, "Trekkers", false) > 0);
    hall_touch(&hall, "Bord");
    hall_touch(&hall, "Gordijn dicht");
    hall_clock(&hall, "2025-11-11T07:31");
    assert_false(closed(&hall));
    hall_clock(&hall, "2025-11-11T20:00");
    hall_pass(&hall, 90000);
    assert_true(closed(&hall));
    hall_touch(&hall, "Gordijn open"); // for this visit
    hall_pass(&hall, 60000);
    assert_false(closed(&hall));
    hall_pass(&hall, 30000);
    assert_true(closed(&hall));
    session_finish(&hall.session);
}

static void digits(struct hall *hall, const char *pin)
{
    for (; *pin != '\0'; pin++) {
        char key[2] = {*pin, '\0'};
        hall_touch(hall, key);
    }
    hall_touch(hall, "done");
    hall_pass(hall, 4000);
}

static void a_pin_of_the_board_opens(void **state)
{
    struct hall hall;
    char hash[PIN_HASH_BYTES];
    char more[512];

    (void)state;
    assert_true(pin_hash(env_system(), "2580", hash));
    snprintf(more, sizeof more, "board b pin=ja\nperson b/p2 board=b|name=Anouk|pin=%s\n",
             hash);
    hall_open(&hall, "2025-11-10T20:00", more);
    assert_true(closed(&hall));
    hall_touch(&hall, "Gordijn open");
    assert_int_equal(hall.session.ui.here.screen, SCREEN_PIN);
    digits(&hall, "1111");
    assert_true(closed(&hall));
    assert_int_equal(hall.session.ui.pad.says, PAD_WRONG);
    digits(&hall, "2580");
    assert_false(closed(&hall));
    assert_int_equal(hall.session.ui.here.screen, SCREEN_BOARD);
    session_finish(&hall.session);
}

// What hides a text never becomes one.
static void the_veil_is_not_written(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "2025-11-10T10:00", "");
    hall_touch(&hall, "Gordijn dicht");
    const char *reasons[64];
    const struct board_set *veiled = hall.session.veiled;
    assert_non_null(veiled);
    size_t count = reason_list(&veiled->boards[0], reasons, 64);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        assert_null(strstr(reasons[i], VEIL));
    }
    session_finish(&hall.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_shows_while_closed),
        cmocka_unit_test(it_all_shows_while_open),
        cmocka_unit_test(what_was_touched_just_now_is_hidden),
        cmocka_unit_test(progress_stays),
        cmocka_unit_test(it_closes_and_opens_by_the_clock),
        cmocka_unit_test(a_visitor_is_not_cut_off),
        cmocka_unit_test(one_tap_closes_and_opens),
        cmocka_unit_test(a_pin_of_the_board_opens),
        cmocka_unit_test(the_veil_is_not_written),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
