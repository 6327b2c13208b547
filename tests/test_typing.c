// Typing at the wall without a window: what is written becomes a change, or stays a draft;
// names and PINs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pin.h"
#include "board_fixture.h"
#include "change.h"
#include "session.h"
#include "view_fixture.h"

enum { STEP_MS = 10, TAP_MS = 60 };

// The hash of 1234.
#define HASH_1234                                                                          \
    "$y$jAT$abcdefghijklmnopqrstu.$6TMsSwaZ/0X31kF0XtGZvw24DwM556XjrC1xgxAM7i8"

static const char PLAN[] =
    FIXTURE_PLAN "person b/p1 board=b|name=Anouk Blom|column_id=g|pin=" HASH_1234 "\n"
                 "person b/p2 board=b|name=Bram|column_id=j\n"
                 "@ 2025-10-01 10:00\n"
                 "! track b/1.1a/g health=knelpunt|reason=geld|reported=2025-10-01\n"
                 "! bottleneck b/k1 board=b|action=1.1a|column_id=g|reason=geld|"
                 "since=2025-10-01\n";
static const char WITH_PIN[] = "board b pin=ja\n"
                               "person b/p3 board=b|name=Beheer|pin=" HASH_1234 "\n";

struct hall {
    struct session session;
    int64_t mono_ms, start_ms;
};

static void hall_pass(struct hall *hall, int64_t ms)
{
    for (int64_t until = hall->mono_ms + ms; hall->mono_ms < until;) {
        hall->mono_ms += STEP_MS;
        session_tick(&hall->session, hall->mono_ms, hall->start_ms + hall->mono_ms);
        session_draw(&hall->session, hall->mono_ms, hall->start_ms + hall->mono_ms);
    }
}

static void hall_open(struct hall *hall, const char *more)
{
    *hall = (struct hall){.mono_ms = 1000,
                          .start_ms = day_moment_ms(fixture_day("2025-11-11"), 642)};
    session_init(&hall->session, panel_named("55\" HD"), &ruler, hall->mono_ms);
    session_take(&hall->session, fixture_boards((const char *const[]){PLAN, more, NULL}),
                 hall->mono_ms);
    hall_pass(hall, STEP_MS);
}

static void hall_close(struct hall *hall)
{
    session_finish(&hall->session);
}

static void sample_at(struct hall *hall, enum sample_kind kind, int x, int y)
{
    const struct sample sample = {.kind = kind,
                                  .at_ms = hall->mono_ms,
                                  .finger = 1,
                                  .x_px = (float)x,
                                  .y_px = (float)y};

    session_feed(&hall->session, &sample);
}

static const struct element *element(const struct hall *hall, const char *label)
{
    const struct draw_list *list = &hall->session.list;

    for (size_t i = 0; i < list->element_count; i++) {
        if (strcmp(list->elements[i].label, label) == 0 &&
            list->elements[i].tap.kind != INTENT_NONE) {
            return &list->elements[i];
        }
    }
    return NULL;
}

static void tap(struct hall *hall, const char *label)
{
    const struct element *e = element(hall, label);

    if (e == NULL) {
        fail_msg("there is no \"%s\" on %s", label,
                 screen_name(hall->session.ui.here.screen));
        return;
    }
    int x = e->hit.x + e->hit.w / 2;
    int y = e->hit.y + e->hit.h / 2;
    sample_at(hall, SAMPLE_DOWN, x, y);
    hall_pass(hall, TAP_MS);
    sample_at(hall, SAMPLE_UP, x, y);
    hall_pass(hall, STEP_MS);
}

// On a real keyboard: all of it, or what is left of room.
static void type(struct hall *hall, const char *text)
{
    struct sample sample = {.kind = SAMPLE_TEXT, .at_ms = hall->mono_ms};

    snprintf(sample.text, sizeof sample.text, "%s", text);
    session_feed(&hall->session, &sample);
    hall_pass(hall, STEP_MS);
}

static void key(struct hall *hall, enum sample_key which)
{
    const struct sample sample = {.kind = SAMPLE_KEY, .at_ms = hall->mono_ms, .key = which};

    session_feed(&hall->session, &sample);
    hall_pass(hall, STEP_MS);
}

static void go(struct hall *hall, struct intent intent)
{
    ui_touched(&hall->session.ui, hall->mono_ms);
    ui_apply(&hall->session.ui, &intent, hall->mono_ms);
    hall->session.dirty = true;
    hall_pass(hall, STEP_MS);
}

static void show(struct hall *hall, enum screen_id screen, const char *select)
{
    struct intent intent = {.kind = INTENT_SHOW, .screen = (int)screen};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    go(hall, intent);
}

static void write_about(struct hall *hall, enum writing writing, const char *select)
{
    struct intent intent = {.kind = INTENT_WRITE, .amount = (int)writing};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    go(hall, intent);
}

static void say_who(struct hall *hall, const char *name)
{
    struct intent intent = {.kind = INTENT_WHO};

    snprintf(intent.select, sizeof intent.select, "%s", name);
    change_apply(&hall->session, &intent, hall->mono_ms);
    hall->session.dirty = true;
    hall_pass(hall, STEP_MS);
}

static void at(const struct hall *hall, enum screen_id screen)
{
    assert_string_equal(screen_name(hall->session.ui.here.screen), screen_name(screen));
}

static const char *field(const struct hall *hall)
{
    return hall->session.keyboard.field.text;
}

// The author of the next update if one of its cells says `value` in that column; "" if not.
static const char *wrote(struct hall *hall, const char *table, const char *column,
                         const char *value)
{
    static char author[UPDATE_AUTHOR_BYTES];
    struct update *update = session_update(&hall->session);

    author[0] = '\0';
    for (size_t i = 0; update != NULL && i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        if (strcmp(cell->table, table) == 0 && strcmp(cell->column, column) == 0 &&
            cell->value != NULL && strcmp(cell->value, value) == 0) {
            snprintf(author, sizeof author, "%s", update->author);
        }
    }
    update_free(update);
    return author;
}

static void each_kind_is_sent(void **state)
{
    static const struct {
        enum writing writing;
        const char *table, *column;
    } cases[] = {{WRITING_NOTE, "note", "text"},
                 {WRITING_REASON, "track", "reason"},
                 {WRITING_ASKED, "bottleneck", "asked"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct hall hall;
        hall_open(&hall, "");
        snprintf(hall.session.ui.who, sizeof hall.session.ui.who, "Bram");
        show(&hall, SCREEN_CARD, "1.1a");
        write_about(&hall, cases[i].writing, "1.1a/g");
        at(&hall, SCREEN_WRITE);
        type(&hall, "  Wachten op een akkoord ");
        tap(&hall, "done");
        at(&hall, SCREEN_CARD);
        assert_string_equal(hall.session.ui.column, "g");
        assert_string_equal(
            wrote(&hall, cases[i].table, cases[i].column, "Wachten op een akkoord"),
            "Bram");
        assert_int_equal(hall.session.ui.drafts.count, 0);
        assert_int_equal(hall.session.ui.undo.did.select[0], '1');
        hall_close(&hall);
    }
}

static void who_wrote_it_is_asked_first(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    show(&hall, SCREEN_CARD, "1.1a");
    write_about(&hall, WRITING_NOTE, "1.1a/g");
    type(&hall, "Besproken");
    key(&hall, KEY_ENTER);
    at(&hall, SCREEN_LEADS);
    assert_null(session_update(&hall.session));
    assert_int_equal(hall.session.ui.drafts.count, 1); // whoever walks away loses nothing
    say_who(&hall, "Bram");
    at(&hall, SCREEN_CARD);
    assert_string_equal(wrote(&hall, "note", "text", "Besproken"), "Bram");
    assert_int_equal(hall.session.ui.drafts.count, 0);
    hall_close(&hall);
}

// More than an intent holds, in characters of any size, and never half of one.
static void limits_are_at_whole_characters(void **state)
{
    static const struct {
        enum writing writing;
        const char *letter;
        size_t chars;
    } cases[] = {
        {WRITING_NOTE, "\xF0\x9F\x8C\xB3", UPDATE_NOTE_CHARS},
        {WRITING_NOTE, "e\u0301", UPDATE_NOTE_CHARS},
        {WRITING_REASON, "\u00EB", UPDATE_REASON_CHARS},
        {WRITING_ASKED, "x", WRITING_ASKED_CHARS},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct hall hall;
        char sent[FIELD_BYTES];
        hall_open(&hall, "");
        snprintf(hall.session.ui.who, sizeof hall.session.ui.who, "Bram");
        write_about(&hall, cases[i].writing, "1.1a/g");
        for (size_t c = 0; c < cases[i].chars + 10; c++) {
            type(&hall, cases[i].letter);
        }
        assert_int_equal(field_chars(&hall.session.keyboard.field), cases[i].chars);
        strcpy(sent, field(&hall));
        tap(&hall, "done");
        struct update *update = session_update(&hall.session);
        bool found = false;
        for (size_t c = 0; c < update->count; c++) {
            const char *value = update->cells[c].value;
            found = found || (value != NULL && strcmp(value, sent) == 0);
        }
        assert_true(found);
        update_free(update);
        hall_close(&hall);
    }
}

static void a_draft_waits(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    write_about(&hall, WRITING_NOTE, "1.1a/g");
    type(&hall, "half");
    go(&hall, (struct intent){.kind = INTENT_BACK});
    at(&hall, SCREEN_BOARD);
    write_about(&hall, WRITING_NOTE, "1.1a/j");
    assert_string_equal(field(&hall), "");
    type(&hall, "anders");
    show(&hall, SCREEN_BOARD, "");
    write_about(&hall, WRITING_NOTE, "1.1a/g");
    assert_string_equal(field(&hall), "half");
    hall_pass(&hall, UI_IDLE_MS + UI_NOTICE_MS + 1000);
    at(&hall, SCREEN_BOARD);
    write_about(&hall, WRITING_NOTE, "1.1a/j");
    assert_string_equal(field(&hall), "anders");
    for (int i = 0; i < 6; i++) {
        key(&hall, KEY_ERASE);
    }
    tap(&hall, "done"); // emptied: it goes, and nobody is asked anything
    at(&hall, SCREEN_BOARD);
    assert_int_equal(hall.session.ui.drafts.count, 1);
    hall_close(&hall);
}

static void drafts_are_handed_on_when_typing_rests(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    assert_null(session_drafts(&hall.session));
    write_about(&hall, WRITING_NOTE, "1.1a/g");
    type(&hall, "half");
    assert_null(session_drafts(&hall.session));
    assert_true(session_deadline_ms(&hall.session, hall.mono_ms, 0) <=
                hall.mono_ms + TYPING_REST_MS);
    hall_pass(&hall, TYPING_REST_MS);
    char *text = session_drafts(&hall.session);
    assert_non_null(strstr(text, "half"));
    assert_null(session_drafts(&hall.session));

    struct hall other; // after a power cut
    hall_open(&other, "");
    session_recall(&other.session, text, NULL);
    free(text);
    write_about(&other, WRITING_NOTE, "1.1a/g");
    assert_string_equal(field(&other), "half");
    hall_close(&other);

    type(&hall, "e"); // nor does the end of the program
    session_rest(&hall.session);
    text = session_drafts(&hall.session);
    assert_non_null(strstr(text, "halfe"));
    free(text);
    type(&hall, "r");
    go(&hall, (struct intent){.kind = INTENT_BACK}); // leaving does not wait
    text = session_drafts(&hall.session);
    assert_non_null(strstr(text, "halfer"));
    free(text);
    hall_close(&hall);
}

static void words_and_sentences_are_taken(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    write_about(&hall, WRITING_REASON, "1.1a/g");
    tap(&hall, "Wacht op akkoord regiegroep");
    assert_string_equal(field(&hall), "Wacht op akkoord regiegroep");
    type(&hall, " signal");
    tap(&hall, "signaleren"); // a word of the action itself
    assert_string_equal(field(&hall), "Wacht op akkoord regiegroep signaleren ");
    write_about(&hall, WRITING_NAME, "");
    type(&hall, "bra");
    tap(&hall, "Bram");
    assert_string_equal(field(&hall), "Bram ");
    hall_close(&hall);
}

static void somebody_new_is_put_on_the_board(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    show(&hall, SCREEN_CARD, "1.1a");
    write_about(&hall, WRITING_NOTE, "1.1a/g");
    type(&hall, "Besproken");
    tap(&hall, "done");
    at(&hall, SCREEN_LEADS);
    write_about(&hall, WRITING_NAME, "");
    tap(&hall, "done"); // nobody has no name
    at(&hall, SCREEN_WRITE);
    type(&hall, "Noor ");
    tap(&hall, "Jeugdhulp");
    tap(&hall, "done");
    at(&hall, SCREEN_CARD);
    assert_string_equal(hall.session.ui.who, "Noor");
    assert_string_equal(wrote(&hall, "person", "name", "Noor"), "Noor");
    assert_string_equal(wrote(&hall, "note", "text", "Besproken"), "Noor");
    const struct board *board = session_board(&hall.session);
    bool there = false;
    for (size_t i = 0; i < board->person_count; i++) {
        there = there || (strcmp(board->persons[i].name, "Noor") == 0 &&
                          strcmp(board->persons[i].column->id, "j") == 0);
    }
    assert_true(there);
    hall_close(&hall);
}

static void a_known_name_is_not_put_twice(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    show(&hall, SCREEN_LEADS, "");
    write_about(&hall, WRITING_NAME, "g");
    type(&hall, "anouk BLOM");
    tap(&hall, "done");
    assert_string_equal(hall.session.ui.who, "Anouk Blom");
    assert_null(session_update(&hall.session));
    at(&hall, SCREEN_LEADS);
    hall_close(&hall);
}

// --- PINs ---

static void digits(struct hall *hall, const char *text)
{
    char label[2] = "";

    for (; *text != '\0'; text++) {
        label[0] = *text;
        tap(hall, label);
    }
    tap(hall, "done");
    hall_pass(hall, 3 * STEP_MS);
}

static void a_pin_opens(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    show(&hall, SCREEN_LEADS, "");
    say_who(&hall, "Anouk Blom");
    at(&hall, SCREEN_PIN);
    assert_string_equal(hall.session.ui.who, "");
    digits(&hall, "9999");
    at(&hall, SCREEN_PIN);
    assert_int_equal(hall.session.ui.pad.says, PAD_WRONG);
    assert_int_equal(hall.session.ui.pad.left, LOCK_TRIES - 1);
    digits(&hall, "1234");
    at(&hall, SCREEN_LEADS);
    assert_string_equal(hall.session.ui.who, "Anouk Blom");
    assert_int_equal(lock_tries(&hall.session.gate.lock, "b", "Anouk Blom"), LOCK_TRIES);
    hall_close(&hall);
}

static void checking_is_said_before_it_is_done(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    say_who(&hall, "Anouk Blom");
    for (const char *digit = "1234"; *digit != '\0'; digit++) {
        gate_press(&hall.session, (const char[]){*digit, '\0'});
    }
    gate_press(&hall.session, "done");
    session_tick(&hall.session, hall.mono_ms, hall.start_ms);
    assert_int_equal(hall.session.ui.pad.says, PAD_CHECKING); // not drawn yet: not begun
    session_draw(&hall.session, hall.mono_ms, hall.start_ms);
    assert_int_equal(session_deadline_ms(&hall.session, hall.mono_ms, hall.start_ms),
                     hall.mono_ms);
    session_tick(&hall.session, hall.mono_ms, hall.start_ms);
    assert_string_equal(hall.session.ui.who, "Anouk Blom");
    hall_close(&hall);
}

static void too_many_wrong_ones_wait(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    show(&hall, SCREEN_LEADS, "");
    say_who(&hall, "Anouk Blom");
    for (int i = 0; i < LOCK_TRIES; i++) {
        digits(&hall, "0000");
    }
    assert_int_equal(hall.session.ui.pad.says, PAD_WAIT);
    assert_null(element(&hall, "1"));
    char *waits = session_waits(&hall.session);
    assert_non_null(strstr(waits, "anouk blom"));
    go(&hall, (struct intent){.kind = INTENT_BACK});
    say_who(&hall, "Anouk Blom"); // coming back does not help
    assert_null(element(&hall, "1"));
    hall_pass(&hall, LOCK_WAIT_MS - 5000);
    assert_int_equal(hall.session.ui.pad.says, PAD_WAIT);
    hall.start_ms += 24 * 3600 * INT64_C(1000); // nor does another time of day
    hall_pass(&hall, 1000);
    assert_int_equal(hall.session.ui.pad.says, PAD_WAIT);
    hall_pass(&hall, 5000);
    digits(&hall, "1234");
    assert_string_equal(hall.session.ui.who, "Anouk Blom");

    struct hall other; // nor a restart
    hall_open(&other, WITH_PIN);
    session_recall(&other.session, NULL, waits);
    free(waits);
    say_who(&other, "Anouk Blom");
    assert_int_equal(other.session.ui.pad.says, PAD_WAIT);
    hall_close(&other);
    hall_close(&hall);
}

static void whoever_has_no_pin_chooses_one(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    show(&hall, SCREEN_LEADS, "");
    say_who(&hall, "Bram");
    assert_int_equal(hall.session.ui.pad.stage, PAD_CHOOSE);
    digits(&hall, "2468");
    assert_int_equal(hall.session.ui.pad.stage, PAD_AGAIN);
    digits(&hall, "2469");
    assert_int_equal(hall.session.ui.pad.stage, PAD_CHOOSE);
    assert_int_equal(hall.session.ui.pad.says, PAD_DIFFERENT);
    digits(&hall, "13579");
    digits(&hall, "13579");
    assert_string_equal(hall.session.ui.who, "Bram");
    assert_int_equal(hall.session.ui.undo.serial, 0); // not to be undone by who comes next
    struct update *update = session_update(&hall.session);
    const char *hash = NULL;
    for (size_t i = 0; i < update->count; i++) {
        hash = strcmp(update->cells[i].column, "pin") == 0 ? update->cells[i].value : hash;
    }
    assert_int_equal(pin_check("13579", hash), PIN_RIGHT);
    update_free(update);
    say_who(&hall, ""); // signing out asks again
    say_who(&hall, "Bram");
    assert_int_equal(hall.session.ui.pad.stage, PAD_ASK);
    digits(&hall, "13579");
    assert_string_equal(hall.session.ui.who, "Bram");
    hall_close(&hall);
}

// Another site let the same name choose one while the pad stood here: that one counts.
static void who_chose_first_keeps_it(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    say_who(&hall, "Bram");
    assert_int_equal(hall.session.ui.pad.stage, PAD_CHOOSE);
    session_take(&hall.session,
                 fixture_boards((const char *const[]){
                     PLAN, WITH_PIN, "person b/p2 pin=" HASH_1234 "\n", NULL}),
                 hall.mono_ms);
    digits(&hall, "13579");
    digits(&hall, "13579");
    assert_string_equal(hall.session.ui.who, "");
    assert_int_equal(hall.session.ui.pad.stage, PAD_ASK);
    assert_null(session_update(&hall.session));
    hall_close(&hall);
}

// What was written before the name and the PIN is sent after them.
static void a_pin_lets_what_waited_through(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    show(&hall, SCREEN_CARD, "1.1a");
    write_about(&hall, WRITING_NOTE, "1.1a/g");
    type(&hall, "Besproken");
    tap(&hall, "done");
    at(&hall, SCREEN_LEADS);
    say_who(&hall, "Anouk Blom");
    digits(&hall, "1234");
    at(&hall, SCREEN_CARD);
    assert_string_equal(wrote(&hall, "note", "text", "Besproken"), "Anouk Blom");
    hall_close(&hall);
}

// Who signed in where no PIN is asked is nobody yet where one is.
static void another_board_asks_again(void **state)
{
    struct hall hall;
    struct intent other = {.kind = INTENT_SHOW, .screen = SCREEN_BOARD, .board = "c"};

    (void)state;
    hall_open(&hall, "board c title=Ander|pin=ja\nboard_column c/g board=c|column_id=g|"
                     "title=Gemeente\n");
    say_who(&hall, "Anouk Blom");
    go(&hall, other);
    assert_string_equal(session_board(&hall.session)->slug, "c");
    assert_string_equal(hall.session.ui.who, "");
    hall_close(&hall);
}

static void a_pad_that_is_left_forgets(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, WITH_PIN);
    say_who(&hall, "Anouk Blom");
    tap(&hall, "1");
    tap(&hall, "2");
    go(&hall, (struct intent){.kind = INTENT_BACK});
    assert_string_equal(hall.session.gate.digits, "");
    say_who(&hall, "Anouk Blom");
    assert_int_equal(hall.session.ui.pad.digits, 0);
    tap(&hall, "1");
    tap(&hall, "erase");
    assert_int_equal(hall.session.ui.pad.digits, 0);
    hall_pass(&hall, UI_IDLE_MS + UI_NOTICE_MS + 1000);
    at(&hall, SCREEN_BOARD);
    hall_close(&hall);
}

static void a_board_without_pins_asks_none(void **state)
{
    struct hall hall;

    (void)state;
    hall_open(&hall, "");
    say_who(&hall, "Anouk Blom");
    at(&hall, SCREEN_LEADS);
    assert_string_equal(hall.session.ui.who, "Anouk Blom");
    hall_close(&hall);
}

static void control_has_the_pin_of_its_own(void **state)
{
    static const struct {
        const char *more;
        bool asks;
    } cases[] = {{WITH_PIN, true},
                 {"", false},
                 {"board b pin=ja\n", false},
                 {"person b/p3 board=b|name=beheer|pin=" HASH_1234 "\n", false}};
    const struct intent admin = {.kind = INTENT_SHOW, .screen = SCREEN_ADMIN};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct hall hall;
        hall_open(&hall, cases[i].more);
        assert_int_equal(gate_stops(&hall.session, &admin, hall.mono_ms), cases[i].asks);
        hall_pass(&hall, STEP_MS);
        if (cases[i].asks) {
            at(&hall, SCREEN_PIN);
            digits(&hall, "1111");
            at(&hall, SCREEN_PIN);
            digits(&hall, "1234");
            at(&hall, SCREEN_ADMIN);
            assert_string_equal(hall.session.ui.who, "");
        }
        hall_close(&hall);
    }
}

// The PIN of the device goes before that of a board, and is asked where no board has one.
static void the_device_may_have_a_pin(void **state)
{
    static const char *const boards[] = {WITH_PIN, ""};
    const struct intent admin = {.kind = INTENT_SHOW, .screen = SCREEN_ADMIN};

    (void)state;
    for (size_t i = 0; i < sizeof boards / sizeof boards[0]; i++) {
        struct hall hall;
        hall_open(&hall, boards[i]);
        hall.session.gate.room_pin = "86420";
        assert_true(gate_stops(&hall.session, &admin, hall.mono_ms));
        hall_pass(&hall, STEP_MS);
        digits(&hall, "1234"); // that of the board
        at(&hall, SCREEN_PIN);
        digits(&hall, "8642");
        at(&hall, SCREEN_PIN);
        digits(&hall, "86420");
        at(&hall, SCREEN_ADMIN);
        say_who(&hall, "Anouk Blom"); // a person's own is not the device's
        if (i == 0) {
            digits(&hall, "86420");
            at(&hall, SCREEN_PIN);
        }
        hall_close(&hall);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_is_sent),
        cmocka_unit_test(who_wrote_it_is_asked_first),
        cmocka_unit_test(limits_are_at_whole_characters),
        cmocka_unit_test(a_draft_waits),
        cmocka_unit_test(drafts_are_handed_on_when_typing_rests),
        cmocka_unit_test(words_and_sentences_are_taken),
        cmocka_unit_test(somebody_new_is_put_on_the_board),
        cmocka_unit_test(a_known_name_is_not_put_twice),
        cmocka_unit_test(a_pin_opens),
        cmocka_unit_test(checking_is_said_before_it_is_done),
        cmocka_unit_test(too_many_wrong_ones_wait),
        cmocka_unit_test(whoever_has_no_pin_chooses_one),
        cmocka_unit_test(who_chose_first_keeps_it),
        cmocka_unit_test(a_pin_lets_what_waited_through),
        cmocka_unit_test(another_board_asks_again),
        cmocka_unit_test(a_pad_that_is_left_forgets),
        cmocka_unit_test(a_board_without_pins_asks_none),
        cmocka_unit_test(control_has_the_pin_of_its_own),
        cmocka_unit_test(the_device_may_have_a_pin),
    };

    return cmocka_run_group_tests_name("typing", tests, NULL, NULL);
}
