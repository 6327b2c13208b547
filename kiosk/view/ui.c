#include "view/ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/deadline.h"

static const char *const names[SCREEN_COUNT] = {
    [SCREEN_BOARD] = "bord",
    [SCREEN_ATTENTION] = "aandacht",
    [SCREEN_CELL] = "cel",
    [SCREEN_AMBITION] = "ambitie",
    [SCREEN_COLUMN] = "kolom",
    [SCREEN_CARD] = "kaart",
    [SCREEN_SEARCH] = "zoeken",
    [SCREEN_WORDS] = "afkortingen",
    [SCREEN_BOARDS] = "borden",
    [SCREEN_LEADS] = "trekkers",
    [SCREEN_WRITE] = "toetsenbord",
    [SCREEN_CHANGES] = "wijzigingen",
    [SCREEN_PIN] = "pincode",
    [SCREEN_ADMIN] = "beheer",
    [SCREEN_MEETING] = "vergadering",
    [SCREEN_TREND] = "verloop",
};

const char *screen_name(enum screen_id screen)
{
    return screen < SCREEN_COUNT ? names[screen] : NULL;
}

enum screen_id screen_find(const char *name)
{
    int screen = 0;

    while (screen < SCREEN_COUNT && strcmp(names[screen], name) != 0) {
        screen++;
    }
    return (enum screen_id)screen;
}

bool ui_changes(enum intent_kind kind)
{
    return kind == INTENT_WHO || kind == INTENT_CHANGE || kind == INTENT_UNDO ||
           kind == INTENT_SETTLE || kind == INTENT_RESTORE || kind == INTENT_WRITE;
}

void ui_init(struct ui *ui, int64_t now_ms)
{
    *ui = (struct ui){.pressed_x = -1,
                      .pressed_y = -1,
                      .touched_ms = now_ms,
                      .strip_ms = now_ms,
                      .page_ms = now_ms};
}

// A meeting is come back to where it was left.
static void met_keep(struct ui *ui)
{
    if (ui->here.screen == SCREEN_MEETING && ui->here.select[0] != '\0') {
        ui->met = ui->here;
    }
}

void ui_home(struct ui *ui, int64_t now_ms)
{
    met_keep(ui);
    ui->here = (struct place){.screen = SCREEN_BOARD};
    ui->depth = 0;
    ui->past_ms = 0;
    ui->legend = false;
    ui->by_stage = false;
    ui->filter = ui->whose = ui->fold = 0;
    ui->whose_name[0] = '\0';
    ui->column[0] = '\0';
    ui->explain[0] = '\0';
    ui->query[0] = '\0';
    ui->typed = false;
    ui->wish = (struct intent){0};
    ui->track[0] = '\0';
    ui->order_of[0] = '\0';
    ui->trend = (struct trend_ui){.mark = TREND_A};
    ui->strip_ms = now_ms;
    ui->page_ms = now_ms;
}

void ui_touched(struct ui *ui, int64_t now_ms)
{
    ui->touched_ms = now_ms;
    ui->paused_until_ms = now_ms + UI_PAUSE_MS;
}

static void place_push(struct ui *ui)
{
    if (ui->depth == UI_DEPTH) {
        memmove(ui->back, ui->back + 1, sizeof ui->back - sizeof ui->back[0]);
        ui->depth--;
    }
    ui->back[ui->depth++] = ui->here;
}

static bool screen_is_top(enum screen_id screen)
{
    return screen == SCREEN_BOARD || screen == SCREEN_ATTENTION ||
           screen == SCREEN_SEARCH || screen == SCREEN_BOARDS || screen == SCREEN_LEADS ||
           screen == SCREEN_MEETING || screen == SCREEN_TREND;
}

static void ui_show(struct ui *ui, const struct intent *intent, int64_t now_ms)
{
    enum screen_id screen = (enum screen_id)intent->screen;
    bool stays = screen == SCREEN_BOARD && ui->here.screen != SCREEN_TREND;
    int64_t past_ms = stays && intent->board[0] == '\0' ? ui->past_ms : 0;

    if (intent->board[0] != '\0') {
        if (strcmp(ui->board, intent->board) != 0) {
            ui->who[0] = '\0'; // another board knows other people, and may want their PIN
        }
        snprintf(ui->board, sizeof ui->board, "%s", intent->board);
        ui->strip = 0;
    }
    met_keep(ui);
    if (screen_is_top(screen) && intent->amount == 0) {
        ui_home(ui, now_ms);
        ui->past_ms = past_ms; // the wall of then, out of one of its cells
    } else if (intent->amount != 1) {
        place_push(ui);
    } // amount 1: a neighbour of the same kind takes the place of this one
    ui->here = (struct place){.screen = screen};
    snprintf(ui->here.select, sizeof ui->here.select, "%s", intent->select);
    if (screen == SCREEN_MEETING && strcmp(ui->met.select, intent->select) == 0) {
        ui->here.page = ui->met.page;
    }
    ui->fold = 0;
    ui->column[0] = '\0';
    if (screen == SCREEN_TREND) {
        trend_ui_open(&ui->trend, intent->select, intent->number == 1, now_ms);
    }
}

static void ui_back(struct ui *ui, int64_t now_ms)
{
    struct place left = ui->here;

    ui->fold = 0;
    ui->column[0] = '\0';
    if (ui->depth > 0) {
        ui->here = ui->back[--ui->depth];
        ui->past_ms = ui->here.screen == SCREEN_TREND ? 0 : ui->past_ms;
        const char *slash = left.screen == SCREEN_WRITE && ui->here.screen == SCREEN_CARD
                                ? strchr(left.select, '/')
                                : NULL; // the track that was written about stays chosen
        snprintf(ui->column, sizeof ui->column, "%.35s", slash != NULL ? slash + 1 : "");
    } else if (left.screen == SCREEN_MEETING && left.select[0] != '\0') {
        met_keep(ui); // from one meeting to all of them
        ui->here = (struct place){.screen = SCREEN_MEETING};
    } else {
        ui_home(ui, now_ms);
    }
}

static void ui_close(struct ui *ui)
{
    ui->explain[0] = '\0';
    ui->legend = false;
    ui->fold = 0;
}

static void ui_set_past(struct ui *ui, int64_t past_ms, int64_t now_ms)
{
    ui->past_ms = past_ms;
    if (past_ms != 0 && ui->here.screen != SCREEN_BOARD) {
        place_push(ui); // back leads to where the day was chosen
        ui->here = (struct place){.screen = SCREEN_BOARD};
        ui_close(ui);
    } else if (past_ms == 0 && ui->here.screen == SCREEN_BOARD) {
        ui_home(ui, now_ms);
    }
}

static void ui_set_option(struct ui *ui, const struct intent *intent, int64_t now_ms)
{
    switch ((enum ui_option)intent->amount) {
    case UI_PER_GOAL:
    case UI_PER_STAGE:
        ui->by_stage = intent->amount == UI_PER_STAGE;
        ui->here.page = 0;
        ui->here.offset_px = 0;
        break;
    case UI_LEGEND:
        ui->legend = true;
        ui->topic = intent->number;
        break;
    case UI_THEME: ui->dark = !ui->dark; break;
    case UI_FILTER:
        ui->filter = intent->screen;
        ui->fold = 0;
        ui->here.page = 0;
        ui->here.offset_px = 0;
        break;
    case UI_WHOSE:
        ui->whose = intent->number;
        snprintf(ui->whose_name, sizeof ui->whose_name, "%s", intent->text);
        ui->fold = 0;
        ui->here.offset_px = 0;
        break;
    case UI_PANEL:
        ui->fold = intent->screen;
        if (intent->select[0] == '\0') { // a text, read from its beginning
            ui->here.offset_px = 0;
        } else {
            snprintf(ui->about, sizeof ui->about, "%s", intent->select);
        }
        break;
    case UI_KEYBOARD: ui->typed = false; break;
    case UI_MIRROR: ui->mirrored = !ui->mirrored; break;
    case UI_OPEN: snprintf(ui->track, sizeof ui->track, "%s", intent->select); break;
    case UI_CURTAIN: ui->curtain = !ui->curtain; break;
    case UI_SLEEP: break; // the session's
    case UI_PAST: ui_set_past(ui, strtoll(intent->text, NULL, 10), now_ms); break;
    case UI_POINT:
        ui->here.page = intent->number;
        ui->here.offset_px = 0;
        ui->here.letter = 0;
        ui->fold = 0;
        break;
    case UI_LETTER:
        ui->here.letter = intent->number;
        ui->here.letter_end = intent->screen;
        ui->here.offset_px = 0;
        break;
    case UI_TREND_AMBITION:
    case UI_TREND_COLUMN:
    case UI_TREND_HEALTH:
    case UI_TREND_AT:
    case UI_TREND_COMPARE:
    case UI_TREND_MARK:
    case UI_TREND_PLAY:
        trend_ui_option(&ui->trend, intent, now_ms);
        ui->fold = 0;
        break;
    case UI_TRACK: snprintf(ui->column, sizeof ui->column, "%.35s", intent->select); break;
    }
}

void ui_apply(struct ui *ui, const struct intent *intent, int64_t now_ms)
{
    switch (intent->kind) {
    case INTENT_SHOW:
        ui_close(ui);
        ui_show(ui, intent, now_ms);
        break;
    case INTENT_BACK:
        if (ui->explain[0] != '\0' || ui->legend || ui->fold != 0) {
            ui_close(ui);
        } else {
            ui_back(ui, now_ms);
        }
        break;
    case INTENT_PAGE:
        ui->here.page += intent->amount;
        ui->page_ms = now_ms;
        break;
    case INTENT_OPTION: ui_set_option(ui, intent, now_ms); break;
    case INTENT_EXPLAIN:
        snprintf(ui->explain, sizeof ui->explain, "%s", intent->select);
        break;
    case INTENT_CLOSE: ui_close(ui); break;
    case INTENT_PAUSE:
        ui->paused_until_ms = ui->paused_until_ms > now_ms && intent->amount == 0
                                  ? now_ms
                                  : now_ms + UI_PAUSE_MS;
        ui->strip += intent->amount;
        ui->strip_ms = now_ms;
        break;
    case INTENT_WRITE:
        ui_close(ui);
        place_push(ui);
        ui->here =
            (struct place){.screen = SCREEN_WRITE, .writing = (enum writing)intent->amount};
        snprintf(ui->here.select, sizeof ui->here.select, "%s", intent->select);
        snprintf(ui->column, sizeof ui->column, "%.35s",
                 intent->amount == WRITING_NAME ? intent->select : "");
        break;
    case INTENT_SCROLL:   // the app owns inertia
    case INTENT_KEY:      // and the keyboard,
    case INTENT_WORD:     //
    case INTENT_SENTENCE: //
    case INTENT_DIGIT:    //
    case INTENT_WHO:      // and what changes the board: see change.h
    case INTENT_CHANGE:   //
    case INTENT_UNDO:     //
    case INTENT_SETTLE:   //
    case INTENT_RESTORE:  //
    case INTENT_NONE: break;
    }
}

static bool ui_meets(const struct ui *ui)
{
    return ui->stays &&
           (ui->here.screen == SCREEN_MEETING || ui->here.screen == SCREEN_TREND);
}

// The wall itself, with nothing over it: where idling leads back to. A meeting that goes
// on is at rest too: people talk, and the wall waits for them.
static bool ui_at_rest(const struct ui *ui)
{
    return ui_meets(ui) || (ui->here.screen == SCREEN_BOARD && !ui->legend &&
                            ui->explain[0] == '\0' && ui->past_ms == 0);
}

int ui_notice_seconds(const struct ui *ui, int64_t now_ms)
{
    int64_t idle = now_ms - ui->touched_ms - UI_IDLE_MS;

    if (ui_at_rest(ui) || idle < 0 || idle >= UI_NOTICE_MS) {
        return 0;
    }
    return (int)((UI_NOTICE_MS - idle + 999) / 1000);
}

static bool glows_tick(struct ui *ui, int64_t now_ms)
{
    int kept = 0;

    for (int i = 0; i < ui->glow_count; i++) {
        if (ui->glows[i].until_ms > now_ms) {
            ui->glows[kept++] = ui->glows[i];
        }
    }
    bool changed = kept != ui->glow_count;
    ui->glow_count = kept;
    return changed;
}

// What turns by itself on the wall: the strip and the pages.
static bool wall_tick(struct ui *ui, int64_t now_ms, int pages, int sentences)
{
    bool changed = false;

    if (now_ms < ui->paused_until_ms || ui->here.screen != SCREEN_BOARD) {
        return false;
    }
    if (sentences > 1 && now_ms >= ui->strip_ms + UI_STRIP_MS) {
        ui->strip = (ui->strip + 1) % sentences;
        ui->strip_ms = now_ms;
        changed = true;
    }
    if (pages > 1 && now_ms >= ui->page_ms + UI_PAGE_MS) {
        ui->here.page = (ui->here.page + 1) % pages;
        ui->page_ms = now_ms;
        changed = true;
    }
    return changed;
}

static bool undo_tick(struct ui *ui, int64_t now_ms)
{
    struct undo *undo = &ui->undo;

    if (undo->serial == 0) {
        return false;
    }
    if (now_ms >= undo->until_ms) {
        *undo = (struct undo){0};
    }
    return true; // it counts its seconds
}

bool ui_tick(struct ui *ui, int64_t now_ms, int pages, int sentences)
{
    bool changed = glows_tick(ui, now_ms);

    changed = undo_tick(ui, now_ms) || changed;
    bool away = !ui_at_rest(ui);
    bool left = now_ms >= ui->touched_ms + UI_IDLE_MS + UI_NOTICE_MS;

    if (left && !ui_meets(ui)) {
        ui->who[0] = '\0'; // whoever comes next is somebody else, also at the wall itself
    }
    if (away && left) {
        ui_home(ui, now_ms);
        changed = true;
    } else if (away && now_ms >= ui->touched_ms + UI_IDLE_MS) {
        changed = true; // the notice counts down
    }
    if (ui->here.screen == SCREEN_TREND) {
        return trend_ui_tick(&ui->trend, now_ms, pages) || changed;
    }
    return wall_tick(ui, now_ms, pages, sentences) || changed;
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

int64_t ui_deadline_ms(const struct ui *ui, int64_t now_ms, int pages, int sentences)
{
    int64_t next = INT64_MAX;

    for (int i = 0; i < ui->glow_count; i++) {
        next = deadline_sooner(next, ui->glows[i].until_ms);
    }
    if (ui->here.screen == SCREEN_BOARD) {
        if (sentences > 1) {
            next = deadline_sooner(next,
                                   later(ui->strip_ms + UI_STRIP_MS, ui->paused_until_ms));
        }
        if (pages > 1) {
            next =
                deadline_sooner(next, later(ui->page_ms + UI_PAGE_MS, ui->paused_until_ms));
        }
    }
    if (ui->here.screen == SCREEN_TREND) {
        next = deadline_sooner(next, trend_ui_deadline_ms(&ui->trend, now_ms, pages));
    }
    if (ui->undo.serial != 0) { // the second that it shows
        next = deadline_sooner(next, now_ms + 1 + (ui->undo.until_ms - now_ms - 1) % 1000);
    }
    if (ui->who[0] != '\0' && !ui_meets(ui)) {
        next = deadline_sooner(next, ui->touched_ms + UI_IDLE_MS + UI_NOTICE_MS);
    }
    if (!ui_at_rest(ui)) {
        int64_t idle = ui->touched_ms + UI_IDLE_MS;
        next = deadline_sooner(
            next, now_ms < idle ? idle : now_ms + 1000 - (now_ms - idle) % 1000);
    }
    return next;
}
