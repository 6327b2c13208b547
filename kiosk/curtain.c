#include "curtain.h"

#include "board/agenda.h"
#include "gate.h"
#include "session.h"

enum { DAY_MS = 86400000 };

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
    curtain->opens_ms = hours_end_ms(&curtain->hours, clock_ms);
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

// A clock that was put back within the night leaves it closed; one that was put back by
// more was wrong before, and the night that it told of never was.
static bool is_morning(const struct curtain *curtain, int64_t clock_ms)
{
    return !hours_due(&curtain->hours, clock_ms) &&
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
    } else if (!ui->curtain && alone && hours_due(&curtain->hours, clock_ms) &&
               !boards_meet(session->set, clock_ms)) {
        curtain_close(session, clock_ms);
        if (curtain->looked) {
            ui_home(ui, mono_ms);
        }
    }
    curtain->looked = curtain->looked || session->set != NULL;
}
