// Changing things on a card, over a list of cards, and in Laatste wijzigingen: how it is
// laid out on every panel, and that each touch changes the board.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "board/outlook_lists.h"
#include "board_fixture.h"
#include "session.h"
#include "view/card_parts.h"
#include "view/conflict.h"
#include "view/deed_words.h"
#include "view_fixture.h"

enum { STEP_MS = 10, TAP_MS = 60, HOLD_MS = 600, TOLD_MOST = 12 };

// The plan with a lead, a bottleneck on its second rung, and a note.
static const char LIFE[] =
    "@ 2025-10-03 10:12\n"
    "by Aanbieders\n"
    "! track b/2.1a/j health=knelpunt|reason=geld|lead=Aanbieders|stage=beleggen|"
    "reported=2025-10-03\n"
    "! bottleneck b/k1 board=b|action=2.1a|column_id=j|reason=geld|since=2025-10-03|"
    "rung=werkgroep|rung_since=2025-10-09|asked=wie draagt de startkosten?\n"
    "@ 2025-10-21 9:26\n"
    "by Inkoop\n"
    "! track b/2.1a/g health=op koers|stage=vertalen|lead=Inkoop|reported=2025-10-21\n"
    "@ 2025-11-03 10:12\n"
    "! track b/1.1a/g stage=vertalen\n"
    "@ 2025-11-03 10:15\n"
    "by Aanbieders\n"
    "! track b/1.1a/g stage=toepassen\n"
    "! action b/1.1a due=2026\n";

static struct board_set *living_set(void)
{
    struct fixture fixture = {0};

    fixture_add(&fixture, FIXTURE_PLAN);
    fixture_add(&fixture, LIFE);
    for (size_t i = 0; i < fixture.entry_count; i++) { // nobody had seen this one
        struct entry *entry = &fixture.entries[i];
        entry->overlapped = strcmp(entry->column, "stage") == 0 &&
                            strcmp(entry->value, "vertalen") == 0 &&
                            strcmp(entry->row, "b/1.1a/g") == 0;
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    assert_int_equal(set->boards[0].conflict_count, 1);
    return set;
}

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

static void visit_begin(struct visit *visit, const char *panel, enum screen_id screen,
                        const char *select, const char *who)
{
    *visit = (struct visit){.start_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&visit->session, panel_named(panel), &ruler, 0);
    session_take(&visit->session, living_set(), 0);
    struct ui *ui = &visit->session.ui;
    struct intent show = {.kind = INTENT_SHOW, .screen = (int)screen, .amount = 2};
    snprintf(show.select, sizeof show.select, "%s", select);
    ui_apply(ui, &show, 0);
    snprintf(ui->who, sizeof ui->who, "%s", who);
    visit->session.dirty = true;
    visit_pass(visit, STEP_MS);
}

static void visit_end(struct visit *visit)
{
    session_finish(&visit->session);
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

static const struct element *element(const struct visit *visit, const char *label)
{
    return view_element(&visit->session.list, label);
}

static void press(struct visit *visit, const char *label, int64_t ms)
{
    const struct element *e = element(visit, label);

    if (e == NULL) {
        fail_msg("there is no \"%s\" on %s", label,
                 screen_name(visit->session.ui.here.screen));
    }
    int x = e->hit.x + e->hit.w / 2;
    int y = e->hit.y + e->hit.h / 2;
    sample(visit, SAMPLE_DOWN, x, y);
    visit_pass(visit, ms);
    sample(visit, SAMPLE_UP, x, y);
    visit_pass(visit, STEP_MS);
}

static void tap(struct visit *visit, const char *label)
{
    press(visit, label, TAP_MS);
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

static const struct track *track_of(const struct visit *visit, const char *code, int column)
{
    const struct action *action = board_action_find(session_board(&visit->session), code);

    assert_non_null(action);
    return action->tracks[column];
}

enum { G, J, O };

// --- every touch changes the board ---

static const char *const served[] = {"55\" HD", "65\" 4K", "10\"", "7\"", "7\" portrait"};
enum { SERVED = sizeof served / sizeof served[0] };

static const char *more(const struct visit *visit)
{
    return visit->session.metrics.layout == LAYOUT_ROOM ? "Meer wijzigen" : "Wijzig";
}

static void a_state_and_a_reason(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/g", "Inkoop");
        assert_null(element(&visit, "besluit"));
        tap(&visit, "2.1a Aandacht");
        assert_int_equal(track_of(&visit, "2.1a", G)->health, HEALTH_ATTENTION);
        assert_string_equal(track_of(&visit, "2.1a", G)->reason, "");
        tap(&visit, "besluit");
        assert_string_equal(track_of(&visit, "2.1a", G)->reason, "besluit");
        assert_non_null(element(&visit, "anders"));
        tap(&visit, "Ongedaan maken"); // both at once
        assert_int_equal(track_of(&visit, "2.1a", G)->health, HEALTH_ON_COURSE);
        assert_string_equal(track_of(&visit, "2.1a", G)->reason, "");
        assert_null(element(&visit, "anders"));
        visit_end(&visit);
    }
}

static void the_states_stay_where_they_are(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/g", "Inkoop");
        rect before = element(&visit, "2.1a Afgerond")->box;
        tap(&visit, "2.1a Knelpunt");
        rect after = element(&visit, "2.1a Afgerond")->box;
        assert_memory_equal(&before, &after, sizeof before);
        visit_pass(&visit, 20000);
        after = element(&visit, "2.1a Afgerond")->box;
        assert_memory_equal(&before, &after, sizeof before);
        visit_end(&visit);
    }
}

// As long as the undo bar stands, and behind a button after that.
static void a_reason_can_be_another(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/j", "Aanbieders");
        assert_null(element(&visit, "anders"));
        tap(&visit, "2.1a Knelpunt"); // still so
        assert_int_equal(track_of(&visit, "2.1a", J)->reported, fixture_day("2025-11-11"));
        tap(&visit, "besluit");
        assert_string_equal(track_of(&visit, "2.1a", J)->reason, "besluit");
        visit_pass(&visit, 20000);
        assert_null(element(&visit, "anders"));
        tap(&visit, more(&visit));
        assert_null(element(&visit, "Niets veranderd")); // that was said today
        tap(&visit, "Andere reden");
        tap(&visit, "mandaat");
        assert_string_equal(track_of(&visit, "2.1a", J)->reason, "mandaat");
        assert_int_equal(visit.session.ui.fold, 0);
        visit_end(&visit);
    }
}

static void another_reason_is_typed(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD", SCREEN_CARD, "2.1a/g", "Inkoop");
    tap(&visit, "2.1a Aandacht");
    tap(&visit, "anders");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_WRITE);
    assert_int_equal(visit.session.ui.here.writing, WRITING_REASON);
    assert_string_equal(visit.session.ui.here.select, "2.1a/g");
    visit_end(&visit);
}

static void up_and_down_the_ladder(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/j", "Aanbieders");
        bool room = visit.session.metrics.layout == LAYOUT_ROOM;
        const struct track *track = track_of(&visit, "2.1a", J);
        assert_int_equal(track->bottleneck->rung, 1);
        static const struct {
            const char *word;
            int rung;
        } moves[] = {
            {"Naar regiegroep", 2}, {"Terug naar werkgroep", 1}, {"Terug naar trekker", 0}};
        for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
            if (!room) {
                tap(&visit, "Wacht op geld");
            }
            tap(&visit, moves[i].word);
            assert_int_equal(track_of(&visit, "2.1a", J)->bottleneck->rung, moves[i].rung);
            visit_pass(&visit, 20000);
        }
        if (!room) {
            tap(&visit, "Wacht op geld");
        }
        assert_null(element(&visit, "Terug naar")); // there is nothing lower
        tap(&visit, "Opgelost");
        assert_int_equal(track_of(&visit, "2.1a", J)->health, HEALTH_ON_COURSE);
        assert_null(track_of(&visit, "2.1a", J)->bottleneck);
        visit_end(&visit);
    }
}

static void what_is_needed_is_typed(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "55\" HD", SCREEN_CARD, "2.1a/j", "Aanbieders");
    assert_true(shows(&visit, "wie draagt de startkosten?"));
    tap(&visit, "Wat is er nodig?");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_WRITE);
    assert_int_equal(visit.session.ui.here.writing, WRITING_ASKED);
    visit_end(&visit);
}

static void steps_on_the_lane_or_behind_it(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/g", "Inkoop");
        bool narrow = strcmp(served[p], "7\"") == 0;
        if (narrow) {
            tap(&visit, "Gemeente: op koers, vertalen"); // the card itself
        }
        tap(&visit, narrow ? "monitoren" : "stap monitoren");
        assert_int_equal(track_of(&visit, "2.1a", G)->stage, 4);
        visit_pass(&visit, 20000);
        tap(&visit, more(&visit)); // the way that everybody sees
        tap(&visit, "Andere stap");
        tap(&visit, "toepassen");
        assert_int_equal(track_of(&visit, "2.1a", G)->stage, 3);
        assert_int_equal(visit.session.ui.fold, 0);
        visit_end(&visit);
    }
}

static void a_due_moves_and_leaves_a_trail(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "1.1b/g", "Inkoop");
        tap(&visit, more(&visit));
        tap(&visit, "Wanneer verschuiven");
        assert_true(shows(&visit, "Nu: 2023."));
        tap(&visit, "2026");
        const struct action *action =
            board_action_find(session_board(&visit.session), "1.1b");
        assert_string_equal(action->due_text, "2026");
        assert_int_equal(action->shift_count, 1);
        assert_string_equal(action->shifts[0].from, "2023");
        tap(&visit, "Ongedaan maken");
        action = board_action_find(session_board(&visit.session), "1.1b");
        assert_string_equal(action->due_text, "2023");
        visit_end(&visit);
    }
}

static void somebody_takes_over(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/j", "Inkoop");
        tap(&visit, more(&visit));
        tap(&visit, "Ik neem dit over");
        assert_string_equal(track_of(&visit, "2.1a", J)->lead, "Inkoop");
        visit_pass(&visit, 20000);
        tap(&visit, more(&visit)); // who leads it already is not asked
        assert_null(element(&visit, "Ik neem dit over"));
        visit_end(&visit);
    }
}

// Nobody said who he is: the change waits for it, and is done where it was asked for.
static void who_is_asked_first(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/g", "");
        tap(&visit, "Jeugdhulp: knelpunt"); // another column than the card was opened for
        tap(&visit, more(&visit));
        tap(&visit, "Ik neem dit over");
        assert_int_equal(visit.session.ui.here.screen, SCREEN_LEADS);
        assert_string_equal(track_of(&visit, "2.1a", J)->lead, "Aanbieders");
        tap(&visit, "Inkoop");
        assert_int_equal(visit.session.ui.here.screen, SCREEN_CARD);
        assert_string_equal(track_of(&visit, "2.1a", J)->lead, "Inkoop");
        assert_string_equal(visit.session.ui.column, "j");
        visit_end(&visit);
    }
}

static void nothing_changed_in_two_taps(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CARD, "2.1a/g", "Inkoop");
        if (visit.session.metrics.layout != LAYOUT_ROOM) {
            tap(&visit, "Wijzig");
        }
        tap(&visit, "Niets veranderd");
        const struct track *track = track_of(&visit, "2.1a", G);
        assert_int_equal(track->reported, fixture_day("2025-11-11"));
        assert_int_equal(track->health, HEALTH_ON_COURSE);
        assert_int_equal(track->stage, 2);
        visit_end(&visit);
    }
}

static void a_note_is_typed(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "7\"", SCREEN_CARD, "2.1a/g", "Inkoop");
    tap(&visit, "Wijzig");
    tap(&visit, "Notitie");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_WRITE);
    assert_int_equal(visit.session.ui.here.writing, WRITING_NOTE);
    assert_string_equal(visit.session.ui.here.select, "2.1a/g");
    visit_end(&visit);
}

// --- conflicts ---

static void a_conflict_is_told_and_settled(void **state)
{
    static const struct {
        const char *word;
        int stage;
    } sides[] = {{"Houd vertalen", 2}, {"Houd toepassen", 3}};

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (size_t i = 0; i < 2; i++) {
            struct visit visit;
            visit_begin(&visit, served[p], SCREEN_CARD, "1.1a/j", "Inkoop");
            if (visit.session.metrics.layout != LAYOUT_ROOM) {
                tap(&visit, "Gelijktijdig gewijzigd");
            }
            assert_true(shows(&visit, "Gelijktijdig gewijzigd"));
            assert_true(shows(&visit, "Twee mensen"));
            tap(&visit, sides[i].word);
            assert_int_equal(track_of(&visit, "1.1a", G)->stage, sides[i].stage);
            assert_non_null(element(&visit, "Ongedaan maken"));
            visit_end(&visit);
        }
    }
}

static void conflict_in_words(void **state)
{
    struct visit visit;
    char words[CONFLICT_SIZE];

    (void)state;
    visit_begin(&visit, "55\" HD", SCREEN_CARD, "1.1a/g", "Inkoop");
    struct scene scene = {.ui = &visit.session.ui,
                          .board = session_board(&visit.session),
                          .outlook = visit.session.outlook,
                          .today = fixture_day("2025-11-11")};
    conflict_words(&scene, &scene.board->conflicts[0], words, sizeof words);
    assert_string_equal(words, "Twee mensen wijzigden de stap. Inkoop koos vertalen (3 nov "
                               "10.12). Aanbieders koos toepassen (3 nov 10.15).");
    assert_int_equal(
        outlook_conflict(scene.outlook, board_action_find(scene.board, "1.1a"), 0), 0);
    assert_int_equal(
        outlook_conflict(scene.outlook, board_action_find(scene.board, "1.1a"), 1), 1);
    assert_int_equal(
        outlook_conflict(scene.outlook, board_action_find(scene.board, "2.1a"), 0), 1);
    visit_end(&visit);
}

// --- from a list of cards ---

static void a_report_from_the_list(void **state)
{
    static const char CARD[] = "2.1a Proef op school, Gemeente: op koers";

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (int held = 0; held < 2; held++) {
            struct visit visit;
            visit_begin(&visit, served[p], SCREEN_CELL, "2/g", "Inkoop");
            if (held) {
                press(&visit, CARD, HOLD_MS);
            } else {
                tap(&visit, "2.1a Gemeente: Meld hoe het gaat");
            }
            assert_int_equal(visit.session.ui.fold, CARD_REPORT);
            assert_int_equal(visit.session.ui.here.screen, SCREEN_CELL);
            tap(&visit, "2.1a Knelpunt");
            assert_int_equal(track_of(&visit, "2.1a", G)->health, HEALTH_BOTTLENECK);
            assert_int_equal(visit.session.ui.fold, CARD_REPORT); // and why?
            tap(&visit, "geld");
            assert_string_equal(track_of(&visit, "2.1a", G)->reason, "geld");
            assert_int_equal(visit.session.ui.fold, 0);
            visit_end(&visit);
        }
    }
}

static void a_state_without_why_closes_the_panel(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, "7\"", SCREEN_CELL, "2/j", "");
    tap(&visit, "2.1a Jeugdhulp: Meld hoe het gaat");
    tap(&visit, "2.1a Afgerond");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_LEADS);
    tap(&visit, "Aanbieders");
    assert_int_equal(visit.session.ui.here.screen, SCREEN_CELL);
    assert_int_equal(track_of(&visit, "2.1a", J)->health, HEALTH_DONE);
    assert_int_equal(visit.session.ui.fold, 0);
    visit_end(&visit);
}

// --- what was done lately ---

static void deeds_in_words(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"! track b/2.1a/g health=knelpunt|reason=geld|reported=2025-11-01\n",
         "2.1a Gemeente: knelpunt, reden geld"},
        {"! track b/2.1a/g reported=2025-11-01\n", "2.1a Gemeente: niets veranderd"},
        {"! track b/2.1a/g lead=Inkoop\n", "2.1a Gemeente: trekker is nu Inkoop"},
        {"! action b/1.1a due=2026\n", "1.1a: wanneer 2024 → 2026"},
        {"! person b/persoon/jan board=b|name=Jan\n", "nieuwe naam: Jan"},
        {"! note b/n1 board=b|action=2.1a|column_id=g|text=gebeld\n",
         "2.1a Gemeente: gebeld"},
        {"! bottleneck b/k board=b|action=2.1a|column_id=j|rung=regiegroep|asked=geld\n",
         "2.1a Jeugdhulp: naar regiegroep, gevraagd: geld"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[512];
        char words[DEED_SIZE];
        struct deed deed;
        struct ui ui;
        snprintf(text, sizeof text, "@ 2025-11-01 9:00\n%s", cases[i].text);
        struct board_set *set = fixture_plan_with(text);
        ui_init(&ui, 0);
        struct scene scene = {
            .ui = &ui, .board = &set->boards[0], .today = fixture_day("2025-11-11")};
        assert_int_equal(deed_list(scene.board, NULL, NULL, &deed, 1), 1);
        deed_words(&scene, &deed, words, sizeof words);
        assert_string_equal(words, cases[i].words);
        board_set_free(set);
    }
}

static void an_older_deed_is_taken_back(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct visit visit;
        visit_begin(&visit, served[p], SCREEN_CHANGES, "", "Inkoop");
        assert_true(shows(&visit, "3 nov 10.15"));
        tap(&visit, "Van mij");
        assert_false(shows(&visit, "3 nov 10.15")); // that was somebody else
        assert_true(shows(&visit, "al opnieuw"));
        tap(&visit, "Alles");
        tap(&visit, "Draai terug"); // the newest
        assert_int_equal(track_of(&visit, "1.1a", G)->stage, 2);
        assert_string_equal(
            board_action_find(session_board(&visit.session), "1.1a")->due_text, "2024");
        visit_end(&visit);
    }
}

// An edit with an SQL tool names nobody: the tool stands there, and no comma before it.
static void a_tool_is_called_what_it_is(void **state)
{
    struct visit visit;

    (void)state;
    visit_begin(&visit, served[0], SCREEN_CHANGES, "", "Inkoop");
    const struct board *board = session_board(&visit.session);
    for (size_t i = 0; i < board->change_count; i++) {
        struct change *change = (struct change *)&board->changes[i];
        change->author = "";
        change->device = "ext";
    }
    tap(&visit, "Alles");
    assert_true(shows(&visit, "SQL-programma op een pc, "));
    assert_false(shows(&visit, "op ext"));
    visit_end(&visit);
}

// --- how it is laid out ---

static bool within(rect outer, rect inner)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

static rect letters(const struct draw *draw)
{
    int cap = metrics_cap_px(draw->size_px);

    return (rect){draw->box.x, draw->baseline_px - cap, draw->box.w, cap};
}

struct moment {
    const char *name;
    enum screen_id screen;
    const char *select, *taps[3];
};

static const struct moment moments[] = {
    {"at rest", SCREEN_CARD, "2.1a/g", {NULL}},
    {"stuck", SCREEN_CARD, "2.1a/j", {NULL}},
    {"conflict", SCREEN_CARD, "1.1a/j", {NULL}},
    {"told", SCREEN_CARD, "2.1a/g", {"2.1a Aandacht", NULL}},
    {"stuck and why", SCREEN_CARD, "2.1a/g", {"2.1a Knelpunt", NULL}},
    {"more", SCREEN_CARD, "2.1a/j", {"MORE", NULL}},
    {"steps", SCREEN_CARD, "2.1a/j", {"MORE", "Andere stap", NULL}},
    {"why", SCREEN_CARD, "2.1a/j", {"MORE", "Andere reden", NULL}},
    {"due", SCREEN_CARD, "2.1a/j", {"MORE", "Wanneer verschuiven", NULL}},
    {"report", SCREEN_CELL, "2/g", {"2.1a Gemeente: Meld hoe het gaat", NULL}},
    {"reported", SCREEN_CELL, "2/g", {"2.1a Gemeente: Meld hoe het gaat", "2.1a Aandacht"}},
    {"changes", SCREEN_CHANGES, "", {NULL}},
};
enum { MOMENTS = sizeof moments / sizeof moments[0] };

// Whether something was drawn over this box, after `draw` and before `until`.
static bool buried(const struct draw_list *list, size_t draw, size_t until, rect box)
{
    for (size_t i = draw + 1; i < until; i++) {
        if (list->draws[i].kind == DRAW_FILL && within(list->draws[i].box, box)) {
            return true;
        }
    }
    return false;
}

static int check_text(const struct visit *visit, const char *what)
{
    const struct draw_list *list = &visit->session.list;
    rect all = {0, 0, list->width_px, list->height_px};
    int count = 0;

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        rect a = draw->kind == DRAW_TEXT ? rect_meet(letters(draw), draw->clip) : (rect){0};
        if (rect_empty(a)) {
            continue;
        }
        if (!within(all, letters(draw)) && within(draw->clip, all) && count++ < TOLD_MOST) {
            print_message("%s: \"%s\" leaves the panel\n", what, draw->text);
        }
        for (size_t k = i + 1; k < list->draw_count; k++) {
            const struct draw *other = &list->draws[k];
            rect both = other->kind == DRAW_TEXT
                            ? rect_meet(a, rect_meet(letters(other), other->clip))
                            : (rect){0};
            if (both.w > 1 && both.h > 1 && !buried(list, i, k, both) &&
                count++ < TOLD_MOST) {
                print_message("%s: \"%s\" over \"%s\"\n", what, other->text, draw->text);
            }
        }
    }
    return count;
}

static int check_targets(const struct visit *visit, const char *what)
{
    static const char *const acts[] = {"Op koers", "Aandacht", "Knelpunt", "Afgerond"};
    const struct draw_list *list = &visit->session.list;
    const struct metrics *m = &visit->session.metrics;
    rect all = {0, 0, list->width_px, list->height_px};
    int count = 0;

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        int needed = m->touch_min_px - 1;
        for (size_t k = 0; k < sizeof acts / sizeof acts[0]; k++) {
            bool acts_here = e->tap.kind == INTENT_CHANGE && strstr(e->label, acts[k]);
            needed = acts_here ? m->touch_px : needed;
        }
        if (e->tap.kind == INTENT_NONE || rect_empty(e->hit)) {
            continue;
        }
        rect hit = rect_meet(e->hit, e->clip);
        bool cut = hit.h < e->hit.h; // it scrolls
        if (!within(all, e->hit) || (!cut && (hit.w < needed || hit.h < needed))) {
            count++;
            print_message("%s: \"%s\" is %.1f x %.1f mm\n", what, e->label,
                          hit.w / m->px_per_mm, hit.h / m->px_per_mm);
        }
    }
    return count;
}

static void all_that_changes_things_fits(void **state)
{
    int count = 0;

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (size_t i = 0; i < MOMENTS; i++) {
            struct visit visit;
            char what[96];
            visit_begin(&visit, served[p], moments[i].screen, moments[i].select, "Inkoop");
            for (size_t k = 0; k < 3 && moments[i].taps[k] != NULL; k++) {
                const char *label = moments[i].taps[k];
                tap(&visit, strcmp(label, "MORE") == 0 ? more(&visit) : label);
            }
            snprintf(what, sizeof what, "%s, %s", served[p], moments[i].name);
            count += check_text(&visit, what) + check_targets(&visit, what);
            visit_end(&visit);
        }
    }
    assert_int_equal(count, 0);
}

// A track that nobody spoke of for long has an outline of its own; its colour stays.
static void what_is_stale_has_an_outline(void **state)
{
    struct board_set *set = fixture_plan_with(
        "@ 2025-01-07 9:00\n! track b/2.1a/g health=op koers|stage=vertalen\n");
    struct visit visit = {.start_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    int outlines = 0;

    (void)state;
    session_init(&visit.session, panel_named("55\" HD"), &ruler, 0);
    session_take(&visit.session, set, 0);
    struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_CELL, .select = "2/g"};
    ui_apply(&visit.session.ui, &show, 0);
    visit_pass(&visit, STEP_MS);
    const struct draw_list *list = &visit.session.list;
    rect card = element(&visit, "2.1a Proef op school")->box;
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        outlines += draw->kind == DRAW_FRAME && draw->ink == theme_light()->edge &&
                    memcmp(&draw->box, &card, sizeof card) == 0;
    }
    assert_int_equal(outlines, 1);
    visit_end(&visit);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_state_and_a_reason),
        cmocka_unit_test(the_states_stay_where_they_are),
        cmocka_unit_test(a_reason_can_be_another),
        cmocka_unit_test(another_reason_is_typed),
        cmocka_unit_test(up_and_down_the_ladder),
        cmocka_unit_test(what_is_needed_is_typed),
        cmocka_unit_test(steps_on_the_lane_or_behind_it),
        cmocka_unit_test(a_due_moves_and_leaves_a_trail),
        cmocka_unit_test(somebody_takes_over),
        cmocka_unit_test(who_is_asked_first),
        cmocka_unit_test(nothing_changed_in_two_taps),
        cmocka_unit_test(a_note_is_typed),
        cmocka_unit_test(a_conflict_is_told_and_settled),
        cmocka_unit_test(conflict_in_words),
        cmocka_unit_test(a_report_from_the_list),
        cmocka_unit_test(a_state_without_why_closes_the_panel),
        cmocka_unit_test(deeds_in_words),
        cmocka_unit_test(an_older_deed_is_taken_back),
        cmocka_unit_test(a_tool_is_called_what_it_is),
        cmocka_unit_test(all_that_changes_things_fits),
        cmocka_unit_test(what_is_stale_has_an_outline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
