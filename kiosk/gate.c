#include "gate.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "change.h"
#include "session.h"

static const char ADMIN[] = "beheer";
static const char CURTAIN[] = "gordijn";

// The hash of somebody's PIN; "" when he has none.
static const char *hash_of(const struct board *board, const char *name)
{
    for (size_t i = 0; i < board->person_count; i++) {
        const struct person *person = &board->persons[i];
        if (person->pin[0] != '\0' && utf8_same(person->name, name)) {
            return person->pin;
        }
    }
    return "";
}

// The device may have a PIN for Beheer, which goes before what boards say; else any board
// that asks for PINs may name one.
static const char *admin_hash(const struct session *session)
{
    const struct board_set *set = session->set;

    if (session->gate.room_pin != NULL) {
        return session->gate.room_pin;
    }
    for (size_t i = 0; set != NULL && i < set->count; i++) {
        const char *hash = set->boards[i].asks_pin ? hash_of(&set->boards[i], ADMIN) : "";
        if (hash[0] != '\0') {
            return hash;
        }
    }
    return "";
}

// The hashes that open the curtain: those of the open board's persons, then that of Beheer.
// NULL beyond the last; "" where a person has none.
static const char *curtain_hash(const struct session *session, size_t i)
{
    const struct board *board = session_board(session);
    size_t persons = board != NULL && board->asks_pin ? board->person_count : 0;

    return i < persons ? board->persons[i].pin : i == persons ? admin_hash(session) : NULL;
}

static bool curtain_guarded(const struct session *session)
{
    const char *hash = "";

    for (size_t i = 0; hash != NULL && hash[0] == '\0'; i++) {
        hash = curtain_hash(session, i);
    }
    return hash != NULL;
}

// What the pad guards: the board of the lock, and the hash.
static const char *guard(const struct session *session, const char **hash)
{
    const struct board *board = session_board(session);

    *hash = session->gate.curtain ? CURTAIN
            : session->gate.admin ? admin_hash(session)
            : board != NULL       ? hash_of(board, session->ui.here.select)
                                  : "";
    return session->gate.admin || board == NULL ? "" : board->slug;
}

// What stands on the pad before anything is typed.
static void pad_fresh(struct session *session)
{
    const char *hash = NULL;
    const char *slug = guard(session, &hash);
    struct pad *pad = &session->ui.pad;
    const char *name = session->ui.here.select;

    *pad = (struct pad){.stage = hash[0] != '\0' ? PAD_ASK : PAD_CHOOSE};
    pad->wait_ms = lock_wait_ms(&session->gate.lock, slug, name);
    pad->left = lock_tries(&session->gate.lock, slug, name);
    pad->says = pad->wait_ms > 0 ? PAD_WAIT : PAD_NOTHING;
    memset(session->gate.digits, 0, sizeof session->gate.digits);
    session->dirty = true;
}

bool gate_stops(struct session *session, const struct intent *intent, int64_t at_ms)
{
    const struct board *board = session_board(session);
    struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_PIN};
    bool admin = intent->kind == INTENT_SHOW && intent->screen == SCREEN_ADMIN;
    bool curtain = intent->kind == INTENT_OPTION && intent->amount == UI_CURTAIN;
    bool asked = admin     ? admin_hash(session)[0] != '\0'
                 : curtain ? session->ui.curtain && curtain_guarded(session)
                           : intent->kind == INTENT_WHO && intent->select[0] != '\0' &&
                                 board != NULL && board->asks_pin &&
                                 strcmp(intent->select, session->ui.who) != 0;

    if (!asked) {
        return false;
    }
    snprintf(show.select, sizeof show.select, "%s",
             admin     ? ADMIN
             : curtain ? CURTAIN
                       : intent->select);
    ui_apply(&session->ui, &show, at_ms);
    session->gate.admin = admin;
    session->gate.curtain = curtain;
    pad_fresh(session);
    return true;
}

static void digit_add(struct session *session, char digit)
{
    struct gate *gate = &session->gate;
    struct pad *pad = &session->ui.pad;

    if (pad->digits < PIN_MOST) {
        gate->digits[pad->digits++] = digit;
        pad->says = PAD_NOTHING;
    }
}

static void digit_erase(struct session *session)
{
    struct pad *pad = &session->ui.pad;

    if (pad->digits > 0) {
        session->gate.digits[--pad->digits] = '\0';
    }
}

// All digits are there: choosing one asks for it twice, the rest takes work.
static void digits_done(struct session *session)
{
    struct gate *gate = &session->gate;
    struct pad *pad = &session->ui.pad;

    if (!pin_sound(gate->digits)) {
        return;
    }
    if (pad->stage == PAD_CHOOSE) {
        memcpy(gate->first, gate->digits, sizeof gate->first);
        pad_fresh(session);
        pad->stage = PAD_AGAIN;
    } else if (pad->stage == PAD_AGAIN && strcmp(gate->first, gate->digits) != 0) {
        pad_fresh(session);
        pad->says = PAD_DIFFERENT;
    } else {
        pad->says = PAD_CHECKING;
        gate->check = GATE_ASKED;
        gate->next = 0;
    }
}

void gate_press(struct session *session, const char *key)
{
    const struct pad *pad = &session->ui.pad;

    session->dirty = true;
    if (session->ui.here.screen != SCREEN_PIN || session->gate.check != GATE_IDLE ||
        pad->says == PAD_WAIT) {
        return;
    }
    if (strcmp(key, "erase") == 0) {
        digit_erase(session);
    } else if (strcmp(key, "done") == 0) {
        digits_done(session);
    } else if (key[0] >= '0' && key[0] <= '9') {
        digit_add(session, key[0]);
    }
}

void gate_follow(struct session *session)
{
    if (session->ui.here.screen != SCREEN_PIN &&
        (session->gate.digits[0] != '\0' || session->gate.first[0] != '\0')) {
        memset(session->gate.digits, 0, sizeof session->gate.digits);
        memset(session->gate.first, 0, sizeof session->gate.first);
        session->gate.check = GATE_IDLE;
        session->ui.pad = (struct pad){0};
    }
}

// The way is free: on to what the pad stood before.
static void pass(struct session *session, int64_t mono_ms)
{
    struct ui *ui = &session->ui;
    char name[sizeof ui->here.select];

    memcpy(name, ui->here.select, sizeof name);
    if (session->gate.curtain) {
        struct intent back = {.kind = INTENT_BACK};
        ui_apply(ui, &back, mono_ms);
        curtain_open(session);
    } else if (session->gate.admin) {
        struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_ADMIN, .amount = 1};
        ui_apply(ui, &show, mono_ms);
    } else {
        struct intent back = {.kind = INTENT_BACK};
        ui_apply(ui, &back, mono_ms);
        change_greet(session, name, mono_ms);
    }
    gate_follow(session);
}

// The PIN of the device is kept as it is, in a file that only its service reads.
static enum pin_answer answer_of(const struct gate *gate, const char *hash)
{
    if (hash == gate->room_pin) {
        return strcmp(gate->digits, hash) == 0 ? PIN_RIGHT : PIN_WRONG;
    }
    return pin_check(gate->digits, hash);
}

static void check(struct session *session, int64_t mono_ms)
{
    struct gate *gate = &session->gate;
    char name[sizeof session->ui.here.select];
    const char *hash = NULL;
    const char *slug = guard(session, &hash);

    memcpy(name, session->ui.here.select, sizeof name);
    enum pin_answer answer = answer_of(gate, hash);
    if (answer == PIN_RIGHT) {
        lock_right(&gate->lock, slug, name);
        pass(session, mono_ms);
        return;
    }
    if (answer == PIN_WRONG) {
        lock_wrong(&gate->lock, slug, name);
    }
    pad_fresh(session);
    if (session->ui.pad.says != PAD_WAIT) {
        session->ui.pad.says = answer == PIN_WRONG ? PAD_WRONG : PAD_UNKNOWN;
    }
}

// Each PIN takes as long as a frame may: one at a time.
static void check_any(struct session *session, int64_t mono_ms)
{
    struct gate *gate = &session->gate;
    const char *hash = curtain_hash(session, gate->next);
    const struct board *board = session_board(session);
    const char *slug = board != NULL ? board->slug : "";

    if (hash == NULL) {
        lock_wrong(&gate->lock, slug, CURTAIN);
        pad_fresh(session);
        if (session->ui.pad.says != PAD_WAIT) {
            session->ui.pad.says = PAD_WRONG;
        }
        return;
    }
    if (hash[0] != '\0' && answer_of(gate, hash) == PIN_RIGHT) {
        lock_right(&gate->lock, slug, CURTAIN);
        pass(session, mono_ms);
        return;
    }
    gate->next++;
    gate->check = GATE_SHOWN;
}

// The PIN that somebody chose becomes his own.
static void choose(struct session *session, int64_t mono_ms)
{
    char hash[PIN_HASH_BYTES];
    const char *known = NULL;

    guard(session, &known);
    if (known[0] != '\0') { // another site was first: that one is asked for
        pad_fresh(session);
        return;
    }
    if (pin_hash(session->env, session->gate.digits, hash) &&
        change_pin(session, session->ui.here.select, hash, mono_ms)) {
        pass(session, mono_ms);
    } else {
        pad_fresh(session);
        session->ui.pad.says = PAD_UNKNOWN;
    }
}

void gate_drawn(struct session *session)
{
    if (session->gate.check == GATE_ASKED) {
        session->gate.check = GATE_SHOWN;
    }
}

static void wait_tick(struct session *session)
{
    const char *hash = NULL;
    const char *slug = guard(session, &hash);
    struct pad *pad = &session->ui.pad;

    pad->wait_ms = lock_wait_ms(&session->gate.lock, slug, session->ui.here.select);
    session->dirty = true;
    if (pad->wait_ms == 0) {
        pad_fresh(session);
    }
}

void gate_tick(struct session *session, int64_t mono_ms)
{
    struct gate *gate = &session->gate;
    bool here = session->ui.here.screen == SCREEN_PIN;

    lock_tick(&gate->lock, mono_ms);
    if (here && session->ui.pad.says == PAD_WAIT) {
        wait_tick(session);
    }
    if (!here || gate->check != GATE_SHOWN) {
        return;
    }
    gate->check = GATE_IDLE;
    if (gate->curtain) {
        check_any(session, mono_ms);
    } else if (session->ui.pad.stage == PAD_ASK) {
        check(session, mono_ms);
    } else {
        choose(session, mono_ms);
    }
}

int64_t gate_deadline_ms(const struct session *session, int64_t mono_ms)
{
    const struct pad *pad = &session->ui.pad;

    if (session->ui.here.screen != SCREEN_PIN) {
        return INT64_MAX;
    }
    if (session->gate.check == GATE_SHOWN) {
        return mono_ms;
    }
    return pad->says == PAD_WAIT ? mono_ms + 1 + (pad->wait_ms - 1) % 1000 : INT64_MAX;
}
