#include "night.h"

#include "base/deadline.h"
#include "board/agenda.h"
#include "session.h"
#include "store/clock.h"

enum { DAY_MS = 86400000, SECOND_MS = 1000, BLACK = 0x000000 };

// Where no hours are set, a screen that was put off by hand comes on again after these.
static const struct hours usual = {.on = true, .from = 19 * 60, .to = 7 * 60};

// A clock that cannot be right knows no night: better a lit wall at night than a dark one
// by day.
static bool is_night(const struct session *session, int64_t clock_ms)
{
    return clock_ms >= CLOCK_RELEASE_MS && !session->sync.clock_unset &&
           hours_due(&session->ui.night, clock_ms);
}

// By hand it stays off until the night that comes, or that it is, is over. One that was put
// back by more than a day was wrong, and told of a night that never was.
static bool is_morning(const struct session *session, int64_t clock_ms)
{
    const struct night *night = &session->night;

    if (is_night(session, clock_ms)) {
        return false;
    }
    return !night->by_hand || clock_ms >= night->opens_ms ||
           clock_ms < night->closed_ms - DAY_MS;
}

static void night_set_falls(struct session *session, int64_t falls_ms, int64_t mono_ms)
{
    int64_t left_ms = falls_ms - mono_ms;
    int seconds = falls_ms == 0 ? 0 : (int)((left_ms + SECOND_MS - 1) / SECOND_MS);

    session->night.falls_ms = falls_ms;
    session->dirty = session->dirty || seconds != session->ui.night_s;
    session->ui.night_s = seconds;
}

static void sleep_now(struct session *session, bool by_hand, int64_t mono_ms,
                      int64_t clock_ms)
{
    const struct hours *hours = session->ui.night.on ? &session->ui.night : &usual;
    struct gesture cancelled;

    session->night = (struct night){.asleep = true,
                                    .by_hand = by_hand,
                                    .slept_ms = mono_ms,
                                    .closed_ms = clock_ms,
                                    .opens_ms = hours_end_ms(hours, clock_ms)};
    typing_rest(&session->typing); // nothing else would hand the drafts over before morning
    session->ui.night_s = 0;
    session->ui.who[0] = '\0'; // whoever comes next is somebody else
    ui_home(&session->ui, mono_ms);
    session->ui.pressed_x = session->ui.pressed_y = -1;
    gesture_reset(&session->gesture, mono_ms, &cancelled);
    session->dirty = true;
}

static void wake_now(struct session *session, int64_t mono_ms)
{
    int64_t deaf_ms = session->night.deaf_ms;

    session->night = (struct night){.deaf_ms = deaf_ms};
    session->ui.strip_ms = session->ui.page_ms = mono_ms;
    session->dirty = true;
}

bool night_apply(struct session *session, const struct intent *intent, int64_t mono_ms)
{
    if (intent->kind != INTENT_OPTION || intent->amount != UI_SLEEP) {
        return false;
    }
    sleep_now(session, true, mono_ms, session->clock_ms);
    return true;
}

// A finger that lies there, or slides off, wakes nobody.
static bool wakes(const struct night *night, const struct sample *sample)
{
    bool meant = sample->kind == SAMPLE_DOWN || sample->kind == SAMPLE_KEY ||
                 sample->kind == SAMPLE_TEXT || sample->kind == SAMPLE_WHEEL;
    // The second tap of somebody who taps twice.
    bool again = night->by_hand && sample->at_ms < night->slept_ms + NIGHT_WAKE_MS;

    return night->asleep && meant && !again;
}

bool night_takes(struct session *session, const struct sample *sample)
{
    struct night *night = &session->night;

    if (wakes(night, sample) && !night->stirred) {
        night->stirred = true;
        night->stirred_ms = sample->at_ms;
        night->deaf_ms = sample->at_ms + NIGHT_WAKE_MS;
        gesture_swallow(&session->gesture, night->deaf_ms);
    } else if (night->asleep && !night->stirred) {
        gesture_swallow(&session->gesture, sample->at_ms + 1);
    }
    night_set_falls(session, 0, sample->at_ms);
    bool finger = sample->kind <= SAMPLE_CANCEL;
    return !finger && (night->asleep || sample->at_ms < night->deaf_ms);
}

// Whether nothing keeps the screen on but the notice.
static bool may_fall(const struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    return mono_ms >= session->ui.touched_ms + NIGHT_IDLE_MS - NIGHT_NOTICE_MS &&
           is_night(session, clock_ms) && !boards_meet(session->set, clock_ms) &&
           session->typing.screen == SCREEN_COUNT;
}

void night_tick(struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    struct night *night = &session->night;

    if (night->asleep && night->stirred) {
        int64_t stirred_ms = night->stirred_ms;
        wake_now(session, mono_ms);
        ui_touched(&session->ui, stirred_ms);
    } else if (night->asleep && is_morning(session, clock_ms)) {
        wake_now(session, mono_ms);
    } else if (!night->asleep && !may_fall(session, mono_ms, clock_ms)) {
        night_set_falls(session, 0, mono_ms);
    } else if (!night->asleep && night->falls_ms == 0) {
        night_set_falls(session, mono_ms + NIGHT_NOTICE_MS, mono_ms);
    } else if (!night->asleep && mono_ms >= night->falls_ms) {
        sleep_now(session, false, mono_ms, clock_ms);
    } else if (!night->asleep) {
        night_set_falls(session, night->falls_ms, mono_ms);
    }
}

int64_t night_deadline_ms(const struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    const struct night *night = &session->night;
    int64_t notice_ms = session->ui.touched_ms + NIGHT_IDLE_MS - NIGHT_NOTICE_MS;

    if (night->asleep) {
        const struct hours *hours = session->ui.night.on ? &session->ui.night : &usual;
        int64_t end_ms = hours_end_ms(hours, clock_ms) - clock_ms;
        return night->stirred ? mono_ms : mono_ms + deadline_sooner(end_ms, NIGHT_LOOK_MS);
    }
    if (night->falls_ms != 0) { // the second that it shows
        return mono_ms + 1 + (night->falls_ms - mono_ms - 1) % SECOND_MS;
    }
    return is_night(session, clock_ms) && notice_ms > mono_ms ? notice_ms : INT64_MAX;
}

bool night_draw(struct session *session)
{
    const struct panel *panel = &session->metrics.panel;
    struct draw_list *list = &session->list;
    bool drawn = session->night.black && list->width_px == panel->width_px &&
                 list->height_px == panel->height_px;

    if (!drawn) {
        draw_begin(list, panel->width_px, panel->height_px, BLACK);
        session->night.black = true;
    }
    return !drawn;
}
