// Vergadering: how its steps are laid out on every panel and on odd boards, that a decision
// is one touch and can be taken back, and that nobody is sent away from a meeting.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "board/agenda.h"
#include "board/handle.h"
#include "change.h"
#include "odd_boards.h"
#include "session.h"
#include "view/meeting_parts.h"
#include "view_fixture.h"

enum { STEP_MS = 10, TAP_MS = 60, TOLD_MOST = 12 };

// The plan with a bottleneck at the regiegroep, one that asks attention, and a meeting that
// was held with an action point for each of them.
static const char LIFE[] =
    "person b/p1 board=b|name=Anna de Wit|column_id=g\n"
    "meeting b/m0 board=b|body=regiegroep|starts=2025-09-25T14:00|state=gesloten\n"
    "meeting b/m1 board=b|body=regiegroep|starts=2025-11-11T10:00|place=Stadskantoor\n"
    "meeting b/m2 board=b|body=OOGO|starts=2025-12-11T10:00\n"
    "decision b/d0 board=b|meeting=b/m0|text=Bel de school|"
    "lead=Inkoop|due=oktober 2025|state=open\n"
    "decision b/d1 board=b|meeting=b/m0|action=2.1a|column_id=j|text=Maak een "
    "begroting|state=open\n"
    "@ 2025-10-03 10:12\n"
    "by Aanbieders\n"
    "! track b/2.1a/j health=knelpunt|reason=geld|lead=Aanbieders|stage=beleggen|"
    "reported=2025-10-03\n"
    "! bottleneck b/k1 board=b|action=2.1a|column_id=j|reason=geld|since=2025-10-03|"
    "rung=regiegroep|rung_since=2025-10-09|asked=wie draagt de startkosten?\n"
    "@ 2025-10-21 9:26\n"
    "by Inkoop\n"
    "! track b/2.1a/g health=aandacht|stage=vertalen|lead=Inkoop|reported=2025-10-21\n";

static const char *const served[] = {"55\" HD", "65\" 4K", "10\"", "7\"", "7\" portrait"};
enum { SERVED = sizeof served / sizeof served[0] };

// --- a visit ---

struct visit {
    struct session session;
    int64_t mono_ms, start_ms;
};

static void visit_pass(struct visit *visit, int64_t ms)
{
    for (int64_t until = visit->mono_ms + ms; visit->mono_ms < until;) {
        visit->mono_ms += STEP_MS;
        session_tick(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
        session_draw(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
    }
}

static void show(struct visit *visit, enum screen_id screen, const char *select)
{
    struct intent intent = {.kind = INTENT_SHOW, .screen = (int)screen};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    ui_apply(&visit->session.ui, &intent, visit->mono_ms);
    visit->session.dirty = true;
    visit_pass(visit, STEP_MS);
}

static void visit_begin(struct visit *visit, const char *panel, struct board_set *set)
{
    *visit = (struct visit){.start_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&visit->session, panel_named(panel), &ruler, 0);
    session_take(&visit->session, set, 0);
    show(visit, SCREEN_MEETING, "");
}

static const struct board *board_of(const struct visit *visit)
{
    return session_board(&visit->session);
}

static void do_intent(struct visit *visit, struct intent intent)
{
    change_apply(&visit->session, &intent, visit->mono_ms);
    visit->session.dirty = true;
    visit_pass(visit, STEP_MS);
}

// A meeting of the regiegroep that goes on, and its first step.
static void meet_begin(struct visit *visit, const char *panel, struct board_set *set)
{
    visit_begin(visit, panel, set);
    do_intent(visit, (struct intent){.kind = INTENT_CHANGE,
                                     .amount = UPDATE_MEETING_OPEN,
                                     .number = 642,
                                     .text = "regiegroep"});
    assert_string_not_equal(visit->session.ui.here.select, "");
    visit->session.ui.undo = (struct undo){0};
}

static void step_to(struct visit *visit, int step)
{
    struct intent intent = meeting_step(step);

    ui_apply(&visit->session.ui, &intent, visit->mono_ms);
    visit->session.dirty = true;
    visit_pass(visit, STEP_MS);
}

static int point_count(const struct visit *visit)
{
    const struct board *board = board_of(visit);
    static struct point points[AGENDA_MAX];
    size_t count = agenda_list(board, meeting_running(board), fixture_day("2025-11-11"),
                               points, AGENDA_MAX);

    return count < AGENDA_MAX ? (int)count : AGENDA_MAX;
}

static const struct element *element(const struct visit *visit, const char *label)
{
    return view_element(&visit->session.list, label);
}

static void sample(struct visit *visit, enum sample_kind kind, int x, int y)
{
    const struct sample s = {.kind = kind,
                             .at_ms = visit->mono_ms,
                             .finger = 1,
                             .x_px = (float)x,
                             .y_px = (float)y};

    session_feed(&visit->session, &s);
    session_draw(&visit->session, visit->mono_ms, visit->start_ms + visit->mono_ms);
}

static void tap(struct visit *visit, const char *label)
{
    const struct element *e = element(visit, label);

    if (e == NULL) {
        fail_msg("there is no \"%s\" at step %d", label, visit->session.ui.here.page);
    }
    int x = e->hit.x + e->hit.w / 2;
    int y = e->hit.y + e->hit.h / 2;
    sample(visit, SAMPLE_DOWN, x, y);
    visit_pass(visit, TAP_MS);
    sample(visit, SAMPLE_UP, x, y);
    visit_pass(visit, STEP_MS);
}

static bool shows(const struct visit *visit, const char *text)
{
    const struct draw_list *list = &visit->session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

static const struct decision *newest(const struct visit *visit)
{
    const struct board *board = board_of(visit);

    assert_in_range(board->decision_count, 1, 1000);
    return &board->decisions[board->decision_count - 1];
}

// --- what is there ---

static const char *const decisions[] = {
    "Akkoord",   "Andere trekker",       "Nieuwe datum", "Actiepunt",
    "Naar OOGO", "Terug naar werkgroep", "Andere koers", "Volgende keer"};
enum { DECISIONS = sizeof decisions / sizeof decisions[0] };

static void every_step_has_its_parts(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        meet_begin(&visit, served[p], fixture_plan_with(LIFE));
        assert_true(shows(&visit, "Sinds 25 september"));
        assert_true(shows(&visit, "Beloofd voor nu"));
        assert_non_null(element(&visit, "Besluitenlijst"));
        tap(&visit, "Eerste punt");
        assert_true(shows(&visit, "2.1a Jeugdhulp"));
        assert_true(shows(&visit, "Wacht op geld"));
        for (size_t i = 0; i < DECISIONS; i++) {
            assert_non_null(element(&visit, decisions[i]));
        }
        assert_non_null(element(&visit, "Afspraak"));
        tap(&visit, "Volgende");
        assert_true(shows(&visit, "Bel de school"));
        assert_true(shows(&visit, "Is dit gedaan?"));
        assert_non_null(element(&visit, "Klaar"));
        assert_non_null(element(&visit, "Nog niet"));
        assert_non_null(element(&visit, "Vervalt"));
        assert_null(element(&visit, "Akkoord"));
        tap(&visit, "Besluitenlijst");
        assert_true(shows(&visit, "Nog niets besloten."));
        assert_true(shows(&visit, "Staat nog open van eerder"));
        assert_true(shows(&visit, "Bel de school"));
        assert_non_null(element(&visit, "Sluit het overleg"));
        session_finish(&visit.session);
    }
}

static bool blue(const struct visit *visit, const char *label)
{
    const struct element *e = element(visit, label);
    const struct draw_list *list = &visit->session.list;

    assert_non_null(e);
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *d = &list->draws[i];
        if (d->kind == DRAW_FILL && d->ink == theme_light()->blue &&
            memcmp(&d->box, &e->box, sizeof d->box) == 0) {
            return true;
        }
    }
    return false;
}

// Before a touch all are alike; after it one is blue, and a touch takes it back.
static void a_decision_is_one_touch(void **state)
{
    static const struct {
        const char *label, *text;
    } cases[] = {{"Akkoord", "Akkoord"},
                 {"Naar OOGO", "Naar OOGO"},
                 {"Terug naar werkgroep", "Terug naar werkgroep"},
                 {"Volgende keer", "Volgende keer"}};

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
            struct visit visit;
            meet_begin(&visit, served[p], fixture_plan_with(LIFE));
            step_to(&visit, 1);
            size_t before = board_of(&visit)->decision_count;
            for (size_t k = 0; k < DECISIONS; k++) {
                assert_false(blue(&visit, decisions[k]));
            }
            tap(&visit, cases[i].label);
            assert_int_equal(board_of(&visit)->decision_count, before + 1);
            assert_string_equal(newest(&visit)->text, cases[i].text);
            assert_true(blue(&visit, cases[i].label));
            tap(&visit, cases[i].label);
            assert_int_equal(board_of(&visit)->decision_count, before);
            assert_false(blue(&visit, cases[i].label));
            session_finish(&visit.session);
        }
    }
}

static void what_is_chosen_first(void **state)
{
    struct visit visit;

    (void)state;
    meet_begin(&visit, "55\" HD", fixture_plan_with(LIFE));
    step_to(&visit, 1);
    tap(&visit, "Andere trekker");
    tap(&visit, "Inkoop");
    assert_string_equal(newest(&visit)->text, "Trekker wordt Inkoop");
    assert_string_equal(newest(&visit)->track->lead, "Inkoop");
    tap(&visit, "Andere koers");
    assert_null(element(&visit, "Knelpunt")); // it is that already
    tap(&visit, "Op koers");
    assert_int_equal(newest(&visit)->track->health, HEALTH_ON_COURSE);
    tap(&visit, "Nieuwe datum");
    tap(&visit, "2026");
    assert_string_equal(newest(&visit)->action->due_text, "2026");
    session_finish(&visit.session);
}

// Who, then when; one undo takes all of it back.
static void an_action_point(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        meet_begin(&visit, served[p], fixture_plan_with(LIFE));
        step_to(&visit, 1);
        size_t before = board_of(&visit)->decision_count;
        tap(&visit, "Actiepunt");
        tap(&visit, "Anna de Wit");
        assert_true(shows(&visit, "Wanneer klaar?"));
        tap(&visit, "december 2025");
        assert_false(shows(&visit, "Wanneer klaar?"));
        assert_string_equal(newest(&visit)->text, "Actiepunt bij 2.1a");
        assert_string_equal(newest(&visit)->lead, "Anna de Wit");
        assert_string_equal(newest(&visit)->due_text, "december 2025");
        assert_int_equal(newest(&visit)->state, DECISION_OPEN);
        tap(&visit, "Ongedaan");
        assert_int_equal(board_of(&visit)->decision_count, before);
        session_finish(&visit.session);
    }
}

// Written by hand: the text goes into the action point that is there, then who.
static void an_action_point_is_written(void **state)
{
    struct visit visit;

    (void)state;
    meet_begin(&visit, "55\" HD", fixture_plan_with(LIFE));
    step_to(&visit, 1);
    tap(&visit, "Actiepunt");
    size_t count = board_of(&visit)->decision_count;
    tap(&visit, "Schrijf wat");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_WRITE);
    assert_int_equal(visit.session.ui.here.writing, WRITING_TASK);
    for (const char *c = "Bel"; *c != '\0'; c++) {
        struct sample s = {.kind = SAMPLE_TEXT, .at_ms = visit.mono_ms};
        snprintf(s.text, sizeof s.text, "%c", *c);
        session_feed(&visit.session, &s);
    }
    const struct sample enter = {
        .kind = SAMPLE_KEY, .key = KEY_ENTER, .at_ms = visit.mono_ms};
    session_feed(&visit.session, &enter);
    visit_pass(&visit, STEP_MS);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_MEETING);
    assert_int_equal(visit.session.ui.here.page, 1);
    assert_int_equal(board_of(&visit)->decision_count, count);
    assert_string_equal(newest(&visit)->text, "Bel");
    assert_true(shows(&visit, "Wie doet het?"));
    assert_int_equal(visit.session.ui.drafts.count, 0);
    session_finish(&visit.session);
}

static void an_agreement_is_kept(void **state)
{
    struct visit visit;

    (void)state;
    meet_begin(&visit, "55\" HD", fixture_plan_with(LIFE));
    step_to(&visit, 2);
    tap(&visit, "Klaar");
    assert_int_equal(handle_decision(board_of(&visit), "b/d0")->state, DECISION_DONE);
    assert_true(blue(&visit, "Klaar"));
    tap(&visit, "Klaar");
    assert_int_equal(handle_decision(board_of(&visit), "b/d0")->state, DECISION_OPEN);
    tap(&visit, "Nog niet");
    tap(&visit, "januari 2026");
    assert_string_equal(handle_decision(board_of(&visit), "b/d0")->due_text,
                        "januari 2026");
    tap(&visit, "Nog niet");
    tap(&visit, "Datum blijft");
    assert_int_equal(visit.session.ui.here.page, 3);
    step_to(&visit, 1);
    tap(&visit, "Afspraak");
    assert_true(shows(&visit, "Maak een begroting"));
    tap(&visit, "Vervalt");
    assert_int_equal(handle_decision(board_of(&visit), "b/d1")->state, DECISION_DROPPED);
    session_finish(&visit.session);
}

// What was put off comes back, and is dealt with by whatever is decided about it then.
static void what_was_put_off(void **state)
{
    struct visit visit;

    (void)state;
    meet_begin(&visit, "55\" HD",
               fixture_boards((const char *const[]){
                   FIXTURE_PLAN, LIFE,
                   "decision b/d2 board=b|meeting=b/m0|action=2.1a|column_id=g|"
                   "text=Volgende keer|state=open\n",
                   NULL}));
    const struct decision *off = handle_decision(board_of(&visit), "b/d2");
    assert_int_equal(off->state, DECISION_OPEN);
    step_to(&visit, 1); // about another track of the action
    tap(&visit, "Akkoord");
    assert_int_equal(handle_decision(board_of(&visit), "b/d2")->state, DECISION_OPEN);
    for (int step = 2; !shows(&visit, "2.1a Gemeente"); step++) {
        assert_true(step <= point_count(&visit));
        step_to(&visit, step);
    }
    tap(&visit, "Volgende keer");
    assert_int_equal(handle_decision(board_of(&visit), "b/d2")->state, DECISION_DONE);
    tap(&visit, "Volgende keer");
    assert_int_equal(handle_decision(board_of(&visit), "b/d2")->state, DECISION_OPEN);
    session_finish(&visit.session);
}

// Gemeente is far ahead in both ambitions, and nothing else is the matter there.
static const char APART[] = "@ 2025-11-10 10:00\nby Sam\n"
                            "! track b/1.1a/g health=op koers|stage=geborgd|"
                            "reported=2025-11-10\n"
                            "! track b/1.1a/j health=op koers|stage=beleggen|"
                            "reported=2025-11-10\n"
                            "! track b/2.1a/g health=op koers|stage=geborgd|"
                            "reported=2025-11-10\n"
                            "! track b/2.1a/j health=op koers|stage=beleggen|"
                            "reported=2025-11-10\n";

// The step at which the pace of the ambition of this title is the point.
static int pace_step(const struct visit *visit, const char *title)
{
    static struct point points[AGENDA_MAX];
    const struct board *board = board_of(visit);
    size_t count = agenda_list(board, meeting_running(board), fixture_day("2025-11-11"),
                               points, AGENDA_MAX);
    int step = 0;

    for (size_t i = 0; i < count; i++) {
        const struct attention *why = &points[i].why;
        if (why->kind == ATTENTION_PACE && strcmp(why->ambition->title, title) == 0) {
            assert_int_equal(step, 0); // once
            step = (int)i + 1;
        }
    }
    assert_true(step > 0);
    return step;
}

// It hangs on no action, and yet each button that stands there does what it says.
static void a_pace_is_decided_about(void **state)
{
    static const struct {
        const char *label, *text;
    } cases[] = {
        {"Akkoord", "Akkoord: tempo ambitie 1, Preventie en lichte zorg"},
        {"Volgende keer", "Volgende keer: tempo ambitie 1, Preventie en lichte zorg"}};

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        meet_begin(&visit, served[p],
                   fixture_boards((const char *const[]){FIXTURE_PLAN, LIFE, APART, NULL}));
        int one = pace_step(&visit, "Preventie");
        int two = pace_step(&visit, "Tijdig");
        for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
            size_t before = board_of(&visit)->decision_count;
            step_to(&visit, one);
            tap(&visit, cases[i].label);
            assert_int_equal(board_of(&visit)->decision_count, before + 1);
            assert_string_equal(newest(&visit)->text, cases[i].text);
            assert_true(blue(&visit, cases[i].label));
            step_to(&visit, two);
            assert_false(blue(&visit, cases[i].label));
            tap(&visit, cases[i].label);
            step_to(&visit, one); // takes back its own, not what was decided last
            tap(&visit, cases[i].label);
            step_to(&visit, two);
            assert_true(blue(&visit, cases[i].label));
        }
        session_finish(&visit.session);
    }
}

// What was put off about a pace comes back with it, once, and is dealt with there.
static void a_pace_was_put_off(void **state)
{
    struct visit visit;

    (void)state;
    meet_begin(&visit, "55\" HD",
               fixture_boards((const char *const[]){
                   FIXTURE_PLAN, LIFE, APART,
                   "decision b/d2 board=b|meeting=b/m0|"
                   "text=Volgende keer: tempo ambitie 1, Preventie|state=open\n",
                   NULL}));
    step_to(&visit, pace_step(&visit, "Tijdig"));
    tap(&visit, "Akkoord");
    assert_int_equal(handle_decision(board_of(&visit), "b/d2")->state, DECISION_OPEN);
    step_to(&visit, pace_step(&visit, "Preventie"));
    assert_non_null(element(&visit, "Afspraak"));
    tap(&visit, "Akkoord");
    assert_int_equal(handle_decision(board_of(&visit), "b/d2")->state, DECISION_DONE);
    session_finish(&visit.session);
}

// --- where it stands ---

// The wall tells of a meeting that runs, and a touch leads to it.
static void the_wall_tells_what_runs(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        meet_begin(&visit, served[p], fixture_plan_with(LIFE));
        char meeting[HANDLE_BYTES];
        snprintf(meeting, sizeof meeting, "%s", visit.session.ui.here.select);
        show(&visit, SCREEN_BOARD, "");
        assert_true(shows(&visit, "Regiegroep bezig"));
        if (element(&visit, "Regiegroep bezig") != NULL) {
            tap(&visit, "Regiegroep bezig");
            assert_int_equal(visit.session.ui.here.screen, SCREEN_MEETING);
            assert_string_equal(visit.session.ui.here.select, meeting);
        } else {
            assert_string_equal(served[p], "7\" portrait"); // no room for a finger
        }
        // Nobody closed it: the next day the wall tells of the next one.
        show(&visit, SCREEN_BOARD, "");
        visit.start_ms += 24 * 3600 * 1000;
        visit.session.dirty = true;
        visit_pass(&visit, 1000);
        assert_false(shows(&visit, "Regiegroep bezig"));
        session_finish(&visit.session);
    }
}

static void author_is(struct visit *visit, const char *author)
{
    struct update *update = NULL;

    for (struct update *next = session_update(&visit->session); next != NULL;
         next = session_update(&visit->session)) {
        update_free(update);
        update = next;
    }
    assert_non_null(update);
    assert_string_equal(update->author, author);
    update_free(update);
}

// Where PINs are asked, whoever began it is asked once for the whole meeting, however long
// people talk; its decisions, its end and a wall beside it know who held the pen.
static void a_pin_is_asked_once(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD",
                fixture_boards(
                    (const char *const[]){FIXTURE_PLAN, "board b pin=ja\n", LIFE, NULL}));
    tap(&visit, "Regiegroep, Start");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_LEADS);
    change_greet(&visit.session, "Anna de Wit", visit.mono_ms);
    visit_pass(&visit, STEP_MS);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_MEETING);
    author_is(&visit, "regiegroep (Anna de Wit)");
    step_to(&visit, 1);
    for (int minute = 0; minute < 15; minute++) {
        visit_pass(&visit, 60000);
    }
    tap(&visit, "Akkoord");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_MEETING);
    author_is(&visit, "regiegroep (Anna de Wit)");
    tap(&visit, "Andere trekker");
    tap(&visit, "Inkoop");
    author_is(&visit, "regiegroep (Anna de Wit)");
    tap(&visit, "Afsluiten");
    tap(&visit, "Sluit het overleg");
    author_is(&visit, "regiegroep (Anna de Wit)");
    assert_null(meeting_running(board_of(&visit)));
    session_finish(&visit.session);
}

// A second wall, at which nobody said who he is: what is touched there waits for a name.
static void a_second_wall_asks_too(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "7\"",
                fixture_boards((const char *const[]){
                    FIXTURE_PLAN, "board b pin=ja\n", LIFE,
                    "@ 2025-11-11 10:00\nby regiegroep (Anna de Wit)\n"
                    "! meeting b/m1 state=bezig\n",
                    NULL}));
    tap(&visit, "Regiegroep, Ga verder");
    step_to(&visit, 1);
    size_t before = board_of(&visit)->decision_count;
    tap(&visit, "Akkoord");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_LEADS);
    assert_int_equal(board_of(&visit)->decision_count, before);
    change_greet(&visit.session, "Inkoop", visit.mono_ms);
    visit_pass(&visit, STEP_MS);
    assert_int_equal(visit.session.ui.here.screen, SCREEN_MEETING);
    assert_int_equal(visit.session.ui.here.page, 1);
    assert_int_equal(board_of(&visit)->decision_count, before + 1);
    assert_string_equal(newest(&visit)->text, "Akkoord");
    author_is(&visit, "regiegroep (Inkoop)");
    session_finish(&visit.session);
}

static void nobody_is_sent_away(void **state)
{
    struct visit visit;
    const struct ui *ui = &visit.session.ui;

    (void)state;
    meet_begin(&visit, "55\" HD", fixture_plan_with(LIFE));
    step_to(&visit, 2);
    for (int minute = 0; minute < 10; minute++) {
        visit_pass(&visit, 60000);
        assert_int_equal(ui_notice_seconds(ui, visit.mono_ms), 0);
        assert_int_equal(ui->here.screen, SCREEN_MEETING);
        assert_int_equal(ui->here.page, 2);
    }
    assert_true(ui_deadline_ms(ui, visit.mono_ms, 1, 1) > visit.mono_ms + 60000);
    show(&visit, SCREEN_CARD, "2.1a"); // anywhere else it is as ever
    visit.session.ui.touched_ms = visit.mono_ms;
    visit_pass(&visit, UI_IDLE_MS + UI_NOTICE_MS + STEP_MS);
    assert_int_equal(ui->here.screen, SCREEN_BOARD);
    tap(&visit, "Vergadering"); // and the tab comes back to the point
    assert_int_equal(ui->here.page, 2);
    tap(&visit, "Vergadering"); // from there to all of them
    assert_string_equal(ui->here.select, "");
    tap(&visit, "Regiegroep, Ga verder");
    assert_int_equal(ui->here.page, 2);
    tap(&visit, "Afsluiten");
    tap(&visit, "Sluit het overleg");
    assert_true(shows(&visit, "Heropen"));
    visit_pass(&visit, UI_IDLE_MS + UI_NOTICE_MS + STEP_MS); // it is over
    assert_int_equal(ui->here.screen, SCREEN_BOARD);
    session_finish(&visit.session);
}

static void no_points_and_many(void **state)
{
    struct visit visit;
    struct fixture fixture = {0};

    (void)state;
    meet_begin(&visit, "7\"", fixture_plan_with(""));
    assert_int_equal(point_count(&visit), 0);
    assert_true(shows(&visit, "Er zijn geen punten"));
    tap(&visit, "Volgende");
    assert_non_null(element(&visit, "Sluit het overleg"));
    session_finish(&visit.session);

    fixture_add(&fixture, FIXTURE_PLAN);
    for (int i = 0; i < 240; i++) {
        odd_add(&fixture, "action b/1.2x%d board=b|goal=1.2|code=1.2x%d|title=Actie %d", i,
                i, i);
        odd_add(&fixture, "track b/1.2x%d/g board=b|action=1.2x%d|column_id=g", i, i);
    }
    odd_add(&fixture, "@ 2025-10-03 10:12");
    for (int i = 0; i < 240; i++) {
        odd_add(&fixture, "! track b/1.2x%d/g health=aandacht|stage=beleggen", i);
    }
    meet_begin(&visit, "55\" HD", fixture_build(&fixture));
    fixture_finish(&fixture);
    assert_true(point_count(&visit) == AGENDA_MAX);
    step_to(&visit, AGENDA_MAX);
    assert_true(shows(&visit, "punt 200 van 200"));
    tap(&visit, "Volgende");
    assert_non_null(element(&visit, "Sluit het overleg"));
    session_finish(&visit.session);
}

// --- sizes, on every panel and board ---

static bool within(rect all, rect part)
{
    return part.x >= all.x && part.y >= all.y && part.x + part.w <= all.x + all.w &&
           part.y + part.h <= all.y + all.h;
}

static void told(int *count, const char *what, const char *kind, const char *text)
{
    if ((*count)++ < TOLD_MOST) {
        print_message("%s: %s \"%.60s\"\n", what, kind, text);
    }
}

static void check(const struct visit *visit, const char *what, int *count)
{
    const struct draw_list *list = &visit->session.list;
    const struct metrics *m = &visit->session.metrics;
    rect all = {0, 0, list->width_px, list->height_px};
    bool room = m->layout == LAYOUT_ROOM || m->tall;

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *d = &list->draws[i];
        if (d->kind == DRAW_TEXT && !rect_empty(rect_meet(d->box, d->clip)) &&
            (d->box.x < 0 || d->box.x + d->box.w > all.w + 1)) {
            told(count, what, "outside", d->text);
        }
    }
    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        rect hit = rect_meet(e->hit, e->clip);
        bool decides = e->role == ROLE_BUTTON && e->tap.kind == INTENT_CHANGE &&
                       e->tap.amount == UPDATE_DECIDE;
        int needed = (decides && room ? m->touch_px : m->touch_min_px) - 1;
        bool cut = hit.h < e->hit.h; // it scrolls
        if (e->tap.kind == INTENT_NONE || rect_empty(e->hit)) {
            continue;
        }
        if (!within(all, e->hit)) {
            told(count, what, "answers outside", e->label);
        } else if (!cut && (hit.w < needed || hit.h < needed)) {
            told(count, what, "too small", e->label);
        }
    }
}

static void check_steps(struct visit *visit, const char *what, int *count)
{
    int points = point_count(visit);
    int steps[] = {0, 1, 2, points / 2, points, points + 1};
    char where[128];

    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        step_to(visit, steps[i]);
        snprintf(where, sizeof where, "%s, step %d", what, steps[i]);
        check(visit, where, count);
    }
    for (int fold = MEETING_WHO; fold <= MEETING_PROMISE && points > 0; fold++) {
        step_to(visit, 1);
        visit->session.ui.fold = fold;
        visit->session.dirty = true;
        visit_pass(visit, STEP_MS);
        snprintf(where, sizeof where, "%s, panel %d", what, fold);
        check(visit, where, count);
    }
}

static void all_of_it_fits(void **state)
{
    int count = 0;

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (int which = 0; which <= BOARD_COUNT; which++) {
            struct visit visit;
            char what[96];
            meet_begin(&visit, served[p],
                       which == BOARD_COUNT ? fixture_plan_with(LIFE)
                                            : odd_build((enum odd_board)which));
            snprintf(what, sizeof what, "%s, %s", served[p],
                     which == BOARD_COUNT ? "life" : odd_names[which]);
            check_steps(&visit, what, &count);
            show(&visit, SCREEN_MEETING, "");
            check(&visit, what, &count);
            session_finish(&visit.session);
        }
    }
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_has_its_parts),
        cmocka_unit_test(a_decision_is_one_touch),
        cmocka_unit_test(what_is_chosen_first),
        cmocka_unit_test(an_action_point),
        cmocka_unit_test(an_action_point_is_written),
        cmocka_unit_test(an_agreement_is_kept),
        cmocka_unit_test(what_was_put_off),
        cmocka_unit_test(a_pace_is_decided_about),
        cmocka_unit_test(a_pace_was_put_off),
        cmocka_unit_test(the_wall_tells_what_runs),
        cmocka_unit_test(a_pin_is_asked_once),
        cmocka_unit_test(a_second_wall_asks_too),
        cmocka_unit_test(nobody_is_sent_away),
        cmocka_unit_test(no_points_and_many),
        cmocka_unit_test(all_of_it_fits),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
