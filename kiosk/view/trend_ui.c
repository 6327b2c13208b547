#include "view/trend_ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/draw.h"
#include "view/ui.h"

// A moment between two, where a slider was touched.
static int64_t moment_between(int64_t from_ms, int64_t to_ms, int share)
{
    return from_ms + (int64_t)((double)(to_ms - from_ms) * share / SLIDE_END);
}

// "MS", or "MS/MS": how many moments the text names. Those before 1970 are none.
static int moments_read(const char *text, int64_t out[2])
{
    char *end = NULL;

    out[0] = strtoll(text, &end, 10);
    if (end == text || out[0] <= 0 || (*end != '\0' && *end != '/')) {
        return 0;
    }
    if (*end == '\0') {
        return 1;
    }
    text = end + 1;
    out[1] = strtoll(text, &end, 10);
    return end == text || *end != '\0' || out[1] <= 0 ? 0 : 2;
}

static void play_start(struct trend_ui *ui, int64_t now_ms)
{
    ui->play = TREND_RUNS;
    ui->step = 0;
    ui->step_ms = now_ms;
}

void trend_ui_open(struct trend_ui *ui, const char *select, bool plays, int64_t now_ms)
{
    int64_t moments[2] = {0, 0};

    *ui = (struct trend_ui){.mark = TREND_A};
    int count = moments_read(select, moments);
    if (count > 0) {
        ui->picks[TREND_A].ms = moments[0];
    }
    if (count > 1) {
        ui->picks[TREND_B].ms = moments[1];
        ui->compares = true;
    }
    if (plays) {
        play_start(ui, now_ms);
    }
}

static void pick(struct trend_ui *ui, const struct intent *intent)
{
    int64_t moments[2] = {0, 0};
    int count = moments_read(intent->text, moments);
    struct trend_pick *picked = &ui->picks[ui->mark];

    if (count == 1) {
        *picked = (struct trend_pick){.ms = moments[0]};
    } else if (count == 2) {
        *picked = (struct trend_pick){
            .ms = moment_between(moments[0], moments[1], intent->number), .loose = true};
    } else {
        *picked = (struct trend_pick){.ms = 0};
    }
}

static void play_touch(struct trend_ui *ui, int how, int64_t now_ms)
{
    if (how == TREND_PLAY_STOP) {
        ui->play = TREND_STOPPED;
    } else if (how == TREND_PLAY_START) {
        play_start(ui, now_ms);
    } else if (ui->play == TREND_RUNS) {
        ui->play = TREND_RESTS;
    } else if (ui->play == TREND_RESTS) {
        ui->play = TREND_RUNS;
        ui->step_ms = now_ms;
    }
}

void trend_ui_option(struct trend_ui *ui, const struct intent *intent, int64_t now_ms)
{
    switch (intent->amount) {
    case UI_TREND_AMBITION:
        snprintf(ui->ambition, sizeof ui->ambition, "%.35s", intent->select);
        ui->play = TREND_STOPPED;
        break;
    case UI_TREND_COLUMN:
        snprintf(ui->column, sizeof ui->column, "%.35s", intent->select);
        ui->play = TREND_STOPPED;
        break;
    case UI_TREND_HEALTH: ui->health = intent->number != 0; break;
    case UI_TREND_AT:
        pick(ui, intent);
        ui->play = TREND_STOPPED;
        break;
    case UI_TREND_COMPARE:
        ui->compares = !ui->compares;
        ui->mark = ui->compares ? TREND_B : TREND_A;
        ui->picks[TREND_B] = (struct trend_pick){.ms = 0};
        ui->play = TREND_STOPPED;
        break;
    case UI_TREND_MARK: ui->mark = intent->number == TREND_B ? TREND_B : TREND_A; break;
    case UI_TREND_PLAY: play_touch(ui, intent->number, now_ms); break;
    default: break;
    }
}

int64_t trend_step_ms(int steps)
{
    int64_t whole = steps > 0 ? TREND_WHOLE_MS / steps : TREND_STEP_MS;

    return whole < TREND_STEP_MS ? whole : TREND_STEP_MS;
}

bool trend_ui_tick(struct trend_ui *ui, int64_t now_ms, int steps)
{
    int64_t step_ms = trend_step_ms(steps);

    if (ui->play != TREND_RUNS) {
        return false;
    }
    bool slides = now_ms < ui->step_ms + TREND_SLIDE_MS + TREND_FRAME_MS;
    bool stepped = false;
    while (ui->step < steps && now_ms >= ui->step_ms + step_ms) {
        ui->step++;
        ui->step_ms += step_ms;
        stepped = true;
    }
    if (ui->step >= steps && now_ms >= ui->step_ms + TREND_SLIDE_MS) {
        ui->play = TREND_RESTS;
        return true;
    }
    return stepped || slides;
}

int64_t trend_ui_deadline_ms(const struct trend_ui *ui, int64_t now_ms, int steps)
{
    if (ui->play != TREND_RUNS) {
        return INT64_MAX;
    }
    if (now_ms < ui->step_ms + TREND_SLIDE_MS) {
        return now_ms + TREND_FRAME_MS;
    }
    return ui->step < steps ? ui->step_ms + trend_step_ms(steps) : now_ms;
}
