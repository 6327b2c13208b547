#include "curtain.h"

#include <stdio.h>
#include <string.h>

#include "gate.h"
#include "session.h"

enum { DAY_MS = 86400000, MEETING_MOST_MS = DAY_MS / 2, SATURDAY = 5, WEEK_DAYS = 7 };

static bool clock_read(const char *text, int *minute, int *length)
{
    int hour = 0;
    int rest = 0;

    *length = 0;
    if (sscanf(text, "%2d:%2d%n", &hour, &rest, length) != 2 || *length != 5 || hour < 0 ||
        hour > 23 || rest < 0 || rest > 59) {
        return false;
    }
    *minute = hour * 60 + rest;
    return true;
}

bool curtain_hours_read(const char *text, struct curtain_hours *out)
{
    struct curtain_hours hours = {.on = true};
    int length = 0;

    if (strcmp(text, "off") == 0) {
        *out = (struct curtain_hours){0};
        return true;
    }
    if (!clock_read(text, &hours.from, &length) || text[length] != '-') {
        return false;
    }
    text += length + 1;
    if (!clock_read(text, &hours.to, &length) || text[length] != '\0' ||
        hours.from == hours.to) {
        return false;
    }
    *out = hours;
    return true;
}

static bool due_at(const struct curtain_hours *hours, int32_t day, int minute)
{
    bool over_night = hours->from > hours->to;
    bool after = minute >= hours->from;
    bool before = minute < hours->to;

    return hours->on &&
           (day_week(day) >= SATURDAY || (over_night ? after || before : after && before));
}

bool curtain_due(const struct curtain_hours *hours, int64_t clock_ms)
{
    int32_t day = 0;
    int minute = 0;

    day_local(clock_ms, &day, &minute);
    return due_at(hours, day, minute);
}

int64_t curtain_morning_ms(const struct curtain_hours *hours, int64_t clock_ms)
{
    int32_t day = 0;

    if (!hours->on) {
        return INT64_MAX;
    }
    day_local(clock_ms, &day, NULL);
    for (int i = 0; i <= WEEK_DAYS; i++) {
        int64_t at_ms = day_moment_ms(day + i, hours->to);
        if (at_ms > clock_ms && !due_at(hours, day + i, hours->to)) {
            return at_ms;
        }
    }
    return INT64_MAX;
}

// Whoever stood there and what he did are names too.
static void curtain_close(struct session *session, int64_t clock_ms)
{
    struct curtain *curtain = &session->curtain;
    struct ui *ui = &session->ui;

    ui->curtain = true;
    ui->who[0] = '\0';
    ui->wish = (struct intent){0};
    ui->undo = (struct undo){0};
    curtain->closed_ms = clock_ms;
    curtain->opens_ms = curtain_morning_ms(&curtain->hours, clock_ms);
    session->dirty = true;
}

void curtain_open(struct session *session)
{
    session->ui.curtain = false;
    session->dirty = true;
}

bool curtain_apply(struct session *session, const struct intent *intent, int64_t mono_ms)
{
    if (intent->kind != INTENT_OPTION || intent->amount != UI_CURTAIN) {
        return false;
    }
    if (!session->ui.curtain) {
        curtain_close(session, session->clock_ms);
    } else if (!gate_stops(session, intent, mono_ms)) {
        curtain_open(session);
    }
    return true;
}

// One that nobody closed runs no longer than people sit together, and one that a wrong
// clock opened far ahead does not run yet.
static bool meeting_runs(const struct board_set *set, int64_t clock_ms)
{
    for (size_t b = 0; set != NULL && b < set->count; b++) {
        const struct board *board = &set->boards[b];
        for (size_t i = 0; i < board->meeting_count; i++) {
            const struct meeting *meeting = &board->meetings[i];
            if (meeting->state == MEETING_OPEN &&
                meeting->opened_ms > clock_ms - MEETING_MOST_MS &&
                meeting->opened_ms < clock_ms + MEETING_MOST_MS) {
                return true;
            }
        }
    }
    return false;
}

// A clock that was put back within the night leaves it closed; one that was put back by
// more was wrong before, and the night that it told of never was.
static bool is_morning(const struct curtain *curtain, int64_t clock_ms)
{
    return !curtain_due(&curtain->hours, clock_ms) &&
           (clock_ms >= curtain->opens_ms || clock_ms < curtain->closed_ms - DAY_MS);
}

void curtain_tick(struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    struct curtain *curtain = &session->curtain;
    struct ui *ui = &session->ui;
    bool alone = !curtain->looked || mono_ms >= ui->touched_ms + UI_IDLE_MS + UI_NOTICE_MS;

    if (!curtain->hours.on) {
        return;
    }
    if (ui->curtain && is_morning(curtain, clock_ms)) {
        curtain_open(session);
    } else if (!ui->curtain && alone && curtain_due(&curtain->hours, clock_ms) &&
               !meeting_runs(session->set, clock_ms)) {
        curtain_close(session, clock_ms);
        if (curtain->looked) {
            ui_home(ui, mono_ms);
        }
    }
    curtain->looked = curtain->looked || session->set != NULL;
}
