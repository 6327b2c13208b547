#include "session.h"

#include "base/deadline.h"
#include "board/veil.h"
#include "change.h"
#include "view/take.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { MINUTE_MS = 60000 };

void session_init(struct session *session, struct panel panel,
                  const struct text_measure *measure, int64_t mono_ms)
{
    *session =
        (struct session){.measure = measure, .pages = 1, .sentences = 1, .dirty = true};
    ui_init(&session->ui, mono_ms);
    pending_init(&session->pending);
    session->env = env_system();
    keyboard_init(&session->keyboard, 0);
    typing_init(&session->typing);
    session_resize(session, panel);
}

void session_finish(struct session *session)
{
    session_past_finish(session);
    outlook_destroy(session->outlook);
    board_set_free(session->veiled);
    pending_finish(&session->pending);
    typing_finish(&session->typing);
    update_free(session->last);
    board_set_free(session->set);
    draw_finish(&session->list);
    *session = (struct session){0};
}

void session_resize(struct session *session, struct panel panel)
{
    metrics_init(&session->metrics, panel);
    gesture_init(&session->gesture, (int)(GESTURE_SLOP_MM * session->metrics.px_per_mm));
    session->dirty = true;
}

// --- intents ---

// Another place may have come up: the list, the keyboard, the pad and the hint follow.
static void place_follow(struct session *session, int64_t mono_ms)
{
    hint_follow(&session->ui, mono_ms);
    typing_follow(session);
    gate_follow(session);
    scroll_limit(&session->scroll, INT_MAX,
                 0); // how long the next screen is, its drawing will tell
    scroll_to(&session->scroll, session->ui.here.offset_px);
}

// What hides a text is no text to give to the board.
static bool tells_veil(const struct session *session, const struct intent *intent)
{
    return session->ui.curtain && ui_changes(intent->kind) &&
           (strstr(intent->text, VEIL) != NULL || strstr(intent->select, VEIL) != NULL);
}

static void intent_apply(struct session *session, const struct intent *intent,
                         int64_t at_ms)
{
    const struct scroller *scroller = &session->list.scroller;
    int page = scroller->page_px > 0 ? scroller->page_px : scroller->box.h * 9 / 10;

    if (intent->kind == INTENT_NONE) {
        return;
    }
    session->dirty = true;
    if (ui_changes(intent->kind) && session_in_past(session)) {
        return; // the screen says that it shows what was
    }
    if (intent->kind == INTENT_SCROLL) {
        scroll_by(&session->scroll, intent->amount * page, at_ms);
        return;
    }
    if (intent->kind == INTENT_DIGIT) {
        gate_press(session, intent->select);
        return;
    }
    if (tells_veil(session, intent)) {
        return;
    }
    if (!typing_apply(session, intent, at_ms)) {
        session->ui.here.offset_px = session->scroll.offset_px;
        if (ui_changes(intent->kind) && intent->kind != INTENT_WRITE) {
            change_apply(session, intent, at_ms);
        } else if (curtain_apply(session, intent, at_ms) ||
                   night_apply(session, intent, at_ms)) {
            // open, closed or dark
        } else if (!gate_stops(session, intent, at_ms)) {
            ui_apply(&session->ui, intent, at_ms);
        }
    } else if (session->typing.screen != SCREEN_COUNT) {
        return; // typed on, in the same place
    }
    place_follow(session, at_ms);
}

static const struct element *element_at(const struct session *session, int x, int y)
{
    return draw_hit(&session->list, x, y);
}

// The key of our keyboard that an element is; "" when it is none.
static const char *key_of(const struct element *element)
{
    return element != NULL && element->tap.kind == INTENT_KEY ? element->tap.select : "";
}

static void press_at(struct session *session, int x, int y)
{
    session->ui.pressed_x = x - session->orbit.x_px; // views know nothing of that
    session->ui.pressed_y = y - session->orbit.y_px;
    session->dirty = true;
}

static void press_end(struct session *session)
{
    session->dirty = session->dirty || session->ui.pressed_x >= 0;
    session->ui.pressed_x = session->ui.pressed_y = -1;
}

static bool intents_same(const struct intent *a, const struct intent *b)
{
    return a->kind == b->kind && a->screen == b->screen && a->amount == b->amount &&
           a->number == b->number && strcmp(a->select, b->select) == 0 &&
           strcmp(a->board, b->board) == 0 && strcmp(a->text, b->text) == 0;
}

// Whether there is still there what the finger came down on: news may have put something
// else under it, or a bar may have gone.
static bool still_there(const struct session *session, const struct element *element)
{
    return element != NULL && intents_same(&element->tap, &session->pressed);
}

// Moves the slider that the finger came down on, if it is one.
static bool slide(struct session *session, const struct gesture *g)
{
    const struct element *slider = element_at(session, g->start_x_px, g->start_y_px);

    if (!still_there(session, slider) || !slider->slides) {
        return false;
    }
    struct intent intent = draw_slide(slider, g->x_px);
    intent_apply(session, &intent, g->at_ms);
    return true;
}

static void tap(struct session *session, const struct gesture *g)
{
    const struct element *element = element_at(session, g->start_x_px, g->start_y_px);

    if (!slide(session, g) && still_there(session, element) &&
        element == element_at(session, g->x_px, g->y_px)) {
        struct intent intent = element->tap;
        intent_apply(session, &intent, g->at_ms);
    }
}

static void hold(struct session *session, const struct gesture *g)
{
    const struct element *element = element_at(session, g->start_x_px, g->start_y_px);

    if (!still_there(session, element) || element->hold.kind == INTENT_NONE) {
        return;
    }
    struct intent intent = element->hold;
    press_end(session);
    if (intent.kind == INTENT_KEY) {
        typing_hold(session, intent.select, g->at_ms);
    } else {
        gesture_spend(&session->gesture); // its end is not for the screen that comes
        intent_apply(session, &intent, g->at_ms);
    }
}

// Something lies over the screen: what is under it neither moves nor turns.
static bool covered(const struct session *session)
{
    return session->ui.legend || session->ui.explain[0] != '\0' ||
           session->ui.fold == TAKE_TEXT || session->ui.fold == TAKE_AGENDA;
}

static void swipe(struct session *session, bool left, int64_t at_ms)
{
    struct intent intent = left ? session->after : session->before;

    if (covered(session) || session->ui.fold != 0) {
        return;
    }
    if (session->ui.here.screen == SCREEN_BOARD && session->pages > 1) {
        intent = (struct intent){.kind = INTENT_PAGE, .amount = left ? 1 : -1};
    }
    intent_apply(session, &intent, at_ms);
}

// The finger moved without dragging: a press that slid off its element is no press, a held
// key chooses in its pop-up.
static void move(struct session *session, const struct gesture *g)
{
    const struct element *start = element_at(session, g->start_x_px, g->start_y_px);
    const struct element *now = element_at(session, g->x_px, g->y_px);

    if (!typing_slide(session, key_of(now)) && !g->held) {
        if (start != NULL && start == now) {
            press_at(session, g->start_x_px, g->start_y_px);
        } else {
            press_end(session);
        }
    }
}

static void drag(struct session *session, const struct gesture *g)
{
    press_end(session);
    if (!slide(session, g) && !covered(session) &&
        rect_has(session->list.scroller.box, g->start_x_px, g->start_y_px)) {
        scroll_drag(&session->scroll, g->dy_px);
        session->dirty = true;
    }
}

// Whether what was pressed knows a long press.
static bool holds(const struct session *session, const struct gesture *g)
{
    const struct element *element = element_at(session, g->start_x_px, g->start_y_px);

    return element != NULL && element->hold.kind != INTENT_NONE;
}

static void release(struct session *session, const struct gesture *g)
{
    if (session->keyboard.popup[0] != '\0' && g->held) {
        typing_lift(session, key_of(element_at(session, g->x_px, g->y_px)), g->at_ms);
        return;
    }
    typing_lift(session, "", g->at_ms); // a held erase key stops
    if (g->spent) {
        return;
    }
    // A slow tap, where a long press means nothing; or one that trembled, where nothing
    // scrolls.
    bool slow = g->held && !holds(session, g);
    bool trembled =
        !g->held && !rect_has(session->list.scroller.box, g->start_x_px, g->start_y_px);
    if (slow || trembled) {
        tap(session, g);
    }
}

// The idle notice goes with the first touch; that touch must not open what lay under it.
static bool on_notice(const struct session *session, const struct gesture *g)
{
    const struct element *element = element_at(session, g->x_px, g->y_px);

    return element != NULL && element->tap.kind == INTENT_PAUSE &&
           session->ui.here.screen != SCREEN_BOARD;
}

static void gesture_apply(struct session *session, const struct gesture *g)
{
    const struct element *under = element_at(session, g->x_px, g->y_px);

    if (g->kind == GESTURE_PRESS) {
        session->pressed = under != NULL ? under->tap : (struct intent){0};
    }
    ui_touched(&session->ui, g->at_ms);
    switch (g->kind) {
    case GESTURE_PRESS:
        if (hint_touched(&session->ui)) {
            session->dirty = true;
        } else if (under == NULL && session->ui.here.screen == SCREEN_BOARD) {
            hint_ask(&session->ui, g->at_ms);
        }
        if (scroll_stop(&session->scroll, g->at_ms) || on_notice(session, g)) {
            // it stops the list, it does not open what came under it
            gesture_spend(&session->gesture);
            session->dirty = true;
        } else {
            press_at(session, g->x_px, g->y_px);
        }
        break;
    case GESTURE_MOVE: move(session, g); break;
    case GESTURE_DRAG: drag(session, g); break;
    case GESTURE_TAP: tap(session, g); break;
    case GESTURE_HOLD:
        hold(session, g);
        if (g->ended) {
            release(session, g); // a frame took so long that press and lift came at once
        }
        break;
    case GESTURE_SWIPE_LEFT:
    case GESTURE_SWIPE_RIGHT:
        swipe(session, g->kind == GESTURE_SWIPE_LEFT, g->at_ms);
        break;
    case GESTURE_FLING:
        if (!covered(session) &&
            rect_has(session->list.scroller.box, g->start_x_px, g->start_y_px)) {
            scroll_fling(&session->scroll, g->vy_px_s, g->at_ms);
            session->dirty = true;
        }
        break;
    case GESTURE_RELEASE: release(session, g); break;
    case GESTURE_CANCEL: typing_lift(session, "", g->at_ms); break;
    case GESTURE_NONE: break;
    }
    if (g->ended || g->kind == GESTURE_CANCEL) {
        press_end(session);
    }
}

// --- keys of a real keyboard ---

static void key_apply(struct session *session, const struct sample *sample)
{
    struct intent intent = {.kind = INTENT_NONE};

    ui_touched(&session->ui, sample->at_ms);
    session->dirty = true;
    if (typing_feed(session, sample)) {
        place_follow(session, sample->at_ms);
        return;
    }
    switch (sample->key) {
    case KEY_BACK: intent.kind = INTENT_BACK; break;
    case KEY_LEFT:
    case KEY_RIGHT: swipe(session, sample->key == KEY_RIGHT, sample->at_ms); return;
    case KEY_UP:
    case KEY_DOWN:
        intent = (struct intent){.kind = INTENT_SCROLL,
                                 .amount = sample->key == KEY_UP ? -1 : 1};
        break;
    case KEY_HOME:
        intent = (struct intent){.kind = INTENT_SHOW, .screen = SCREEN_BOARD};
        break;
    case KEY_NONE:
    case KEY_ENTER:
    case KEY_ERASE: break;
    }
    intent_apply(session, &intent, sample->at_ms);
}

void session_feed(struct session *session, const struct sample *sample)
{
    struct gesture g;

    if (night_takes(session, sample)) {
        return;
    }
    if (sample->kind == SAMPLE_KEY || sample->kind == SAMPLE_TEXT) {
        key_apply(session, sample);
    } else if (sample->kind == SAMPLE_WHEEL) {
        ui_touched(&session->ui, sample->at_ms);
        scroll_drag(&session->scroll, covered(session) ? 0 : -(int)sample->y_px);
        session->dirty = true;
    } else if (gesture_feed(&session->gesture, sample, &g)) {
        gesture_apply(session, &g);
    }
}

// --- time ---

void session_tick(struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    struct gesture g;

    if (gesture_tick(&session->gesture, mono_ms, &g)) {
        gesture_apply(session, &g);
    }
    if (scroll_tick(&session->scroll, mono_ms) ||
        session->scroll.offset_px != session->ui.here.offset_px) {
        session->dirty = true;
    }
    enum screen_id before = session->ui.here.screen;
    typing_tick(session, mono_ms);
    gate_tick(session, mono_ms);
    curtain_tick(session, mono_ms, clock_ms);
    if (ui_tick(&session->ui, mono_ms, session->pages, session->sentences)) {
        session->dirty = true;
    }
    night_tick(session, mono_ms, clock_ms);
    if (session->ui.here.screen != before) {
        place_follow(session, mono_ms);
    }
    if (hint_tick(&session->ui, mono_ms)) {
        session->dirty = true;
    }
    if (clock_ms / MINUTE_MS != session->clock_ms / MINUTE_MS) {
        session->dirty = true;
    }
}

bool session_moves(const struct session *session)
{
    return session->scroll.mode != SCROLL_STILL ||
           session->scroll.offset_px != session->ui.here.offset_px ||
           (session->gesture.lead >= 0 && session->gesture.dragged);
}

int64_t session_deadline_ms(const struct session *session, int64_t mono_ms,
                            int64_t clock_ms)
{
    if (session->night.asleep && !session_owes(session)) {
        return night_deadline_ms(session, mono_ms, clock_ms);
    }
    if (session->dirty || session->scroll.mode != SCROLL_STILL || session_owes(session)) {
        return mono_ms;
    }
    int64_t next = mono_ms + MINUTE_MS - clock_ms % MINUTE_MS;
    next = deadline_sooner(next, gesture_deadline_ms(&session->gesture));
    next = deadline_sooner(next, hint_deadline_ms(&session->ui));
    next = deadline_sooner(next, typing_deadline_ms(session));
    next = deadline_sooner(next, gate_deadline_ms(session, mono_ms));
    next = deadline_sooner(next, night_deadline_ms(session, mono_ms, clock_ms));
    return deadline_sooner(
        next, ui_deadline_ms(&session->ui, mono_ms, session->pages, session->sentences));
}
