// Every screen of a board of any size (grown.h), and what lies over it: for what must not
// depend on that size.
#ifndef REGIEBORD_TESTS_GROWN_SCREENS_H
#define REGIEBORD_TESTS_GROWN_SCREENS_H

#include "board/handle.h"
#include "grown.h"
#include "session.h"
#include "view/attention_parts.h"
#include "view/card_parts.h"
#include "view/meeting_parts.h"
#include "view/take.h"
#include "view/trend_parts.h"
#include "view_fixture.h"

#define GROWN_NOW_MS 1763000000000ll // a day in November 2025
#define GROWN_MONO_MS (24ll * 3600 * 1000)

enum {
    FAR = 1, // scrolled down as far as it goes
    STAGES = 2,
    HEALTH = 4,
    COMPARES = 8,
    PLAYS = 16,
    GLOWS = 32,
    TYPED = 64,
    MINE = 128
};

struct grown_screen {
    const char *name;
    enum screen_id screen;
    const char *select;
    int fold, filter, how;
    int step; // of a meeting
    enum whose_kind whose;
    const char *whose_name;
    enum writing writing;
};

#define MEETING "*" // the one that is open

static const struct grown_screen grown_screens[] = {
    {"bord", .screen = SCREEN_BOARD},
    {"bord, iets nieuws", .screen = SCREEN_BOARD, .how = GLOWS},
    {"aandacht", .screen = SCREEN_ATTENTION},
    {"aandacht, onderaan", .screen = SCREEN_ATTENTION, .how = FAR},
    {"aandacht, knelpunten", .screen = SCREEN_ATTENTION,
     .filter = ATTENTION_BOTTLENECK + 1},
    {"aandacht, gaten", .screen = SCREEN_ATTENTION, .filter = ATTENTION_GAP + 1},
    {"aandacht, kolom", .screen = SCREEN_ATTENTION, .whose = WHOSE_COLUMN,
     .whose_name = "jeugdhulp"},
    {"aandacht, gremium", .screen = SCREEN_ATTENTION, .whose = WHOSE_BODY,
     .whose_name = "regiegroep"},
    {"aandacht, trekker", .screen = SCREEN_ATTENTION, .whose = WHOSE_LEAD,
     .whose_name = "naam 3"},
    {"aandacht, van wie", .screen = SCREEN_ATTENTION, .fold = FOLD_WHOSE},
    {"aandacht, wat", .screen = SCREEN_ATTENTION, .fold = FOLD_KIND},
    {"gaten, trekkers", .screen = SCREEN_ATTENTION, .select = "trekkers"},
    {"gaten, trekkers onderaan", .screen = SCREEN_ATTENTION, .select = "trekkers",
     .how = FAR},
    {"gaten, doelen", .screen = SCREEN_ATTENTION, .select = "doelen"},
    {"cel", .screen = SCREEN_CELL, .select = "1/gemeente"},
    {"cel, onderaan", .screen = SCREEN_CELL, .select = "1/gemeente", .how = FAR},
    {"cel, stappen", .screen = SCREEN_CELL, .select = "1/gemeente", .how = STAGES},
    {"ambitie", .screen = SCREEN_AMBITION, .select = "1"},
    {"ambitie, onderaan", .screen = SCREEN_AMBITION, .select = "1", .how = FAR},
    {"ambitie, stappen onderaan", .screen = SCREEN_AMBITION, .select = "1",
     .how = STAGES | FAR},
    {"kolom", .screen = SCREEN_COLUMN, .select = "gemeente"},
    {"kolom, onderaan", .screen = SCREEN_COLUMN, .select = "gemeente", .how = FAR},
    {"kolom, stappen", .screen = SCREEN_COLUMN, .select = "gemeente", .how = STAGES},
    {"kolom, stappen onderaan", .screen = SCREEN_COLUMN, .select = "gemeente",
     .how = STAGES | FAR},
    {"kaart", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp"},
    {"kaart, tekst", .screen = SCREEN_CARD, .select = "1.1c", .fold = CARD_TEXT},
    {"kaart, geschiedenis", .screen = SCREEN_CARD, .select = "1.1c", .fold = CARD_HISTORY},
    {"kaart, meer", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp", .fold = CARD_MORE},
    {"kaart, stappen", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp",
     .fold = CARD_STEPS},
    {"kaart, wanneer", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp",
     .fold = CARD_MOVE},
    {"kaart, redenen", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp",
     .fold = CARD_REASONS},
    {"kaart, knelpunt", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp",
     .fold = CARD_STUCK},
    {"kaart, koers", .screen = SCREEN_CARD, .select = "1.1c/jeugdhulp",
     .fold = CARD_REPORT},
    {"kaart, mee", .screen = SCREEN_CARD, .select = "1.1c", .fold = TAKE_TEXT},
    {"zoeken", .screen = SCREEN_SEARCH},
    {"zoeken, gevonden", .screen = SCREEN_SEARCH, .how = TYPED},
    {"zoeken, onderaan", .screen = SCREEN_SEARCH, .how = TYPED | FAR},
    {"afkortingen", .screen = SCREEN_WORDS},
    {"borden", .screen = SCREEN_BOARDS},
    {"trekkers", .screen = SCREEN_LEADS},
    {"trekkers, een", .screen = SCREEN_LEADS, .select = "naam 3"},
    {"trekkers, onderaan", .screen = SCREEN_LEADS, .select = "naam 3", .how = FAR},
    {"trekkers, mee", .screen = SCREEN_LEADS, .select = "naam 3", .fold = TAKE_AGENDA},
    {"toetsenbord, notitie", .screen = SCREEN_WRITE, .select = "1.1c/jeugdhulp",
     .writing = WRITING_NOTE},
    {"toetsenbord, reden", .screen = SCREEN_WRITE, .select = "1.1c/jeugdhulp",
     .writing = WRITING_REASON},
    {"toetsenbord, naam", .screen = SCREEN_WRITE, .select = "", .writing = WRITING_NAME},
    {"wijzigingen", .screen = SCREEN_CHANGES},
    {"wijzigingen, onderaan", .screen = SCREEN_CHANGES, .how = FAR},
    {"wijzigingen, van mij", .screen = SCREEN_CHANGES, .how = MINE},
    {"pincode", .screen = SCREEN_PIN, .select = "naam 3"},
    {"beheer", .screen = SCREEN_ADMIN},
    {"beheer, conflicten", .screen = SCREEN_ADMIN, .filter = 3},
    {"beheer, conflicten onderaan", .screen = SCREEN_ADMIN, .filter = 3, .how = FAR},
    {"beheer, twee", .screen = SCREEN_ADMIN, .filter = 1},
    {"beheer, drie", .screen = SCREEN_ADMIN, .filter = 2},
    {"beheer, vijf", .screen = SCREEN_ADMIN, .filter = 4},
    {"vergadering", .screen = SCREEN_MEETING},
    {"vergadering, sinds", .screen = SCREEN_MEETING, .select = MEETING},
    {"vergadering, punt", .screen = SCREEN_MEETING, .select = MEETING, .step = 1},
    {"vergadering, ander punt", .screen = SCREEN_MEETING, .select = MEETING, .step = 8},
    {"vergadering, wie", .screen = SCREEN_MEETING, .select = MEETING, .step = 1,
     .fold = MEETING_WHO},
    {"vergadering, wanneer", .screen = SCREEN_MEETING, .select = MEETING, .step = 1,
     .fold = MEETING_DATE},
    {"vergadering, besluiten", .screen = SCREEN_MEETING, .select = MEETING, .step = 1000},
    {"verloop", .screen = SCREEN_TREND},
    {"verloop, koers", .screen = SCREEN_TREND, .how = HEALTH},
    {"verloop, vergelijken", .screen = SCREEN_TREND, .how = COMPARES},
    {"verloop, afspelen", .screen = SCREEN_TREND, .how = PLAYS},
};
enum { GROWN_SCREENS = sizeof grown_screens / sizeof grown_screens[0] };

static inline void grown_session(struct session *session, struct board_set *set,
                                 const char *panel)
{
    session_init(session, panel_named(panel), &ruler, GROWN_MONO_MS);
    session_take(session, set, GROWN_MONO_MS);
}

static inline void grown_draw(struct session *session)
{
    session->dirty = true;
    session_draw(session, GROWN_MONO_MS, GROWN_NOW_MS);
}

// Opens it, drawn once.
static inline void grown_open(struct session *session, const struct grown_screen *screen)
{
    const struct board *board = session_board(session);
    struct ui *ui = &session->ui;
    struct trend_ui *trend = &ui->trend;

    ui_home(ui, GROWN_MONO_MS);
    ui->undo.serial = 0;
    ui->here.screen = screen->screen;
    snprintf(ui->here.select, sizeof ui->here.select, "%s",
             screen->select != NULL ? screen->select : "");
    ui->here.writing = screen->writing;
    ui->here.page = screen->step;
    ui->fold = screen->fold;
    ui->filter = screen->filter;
    ui->whose = (int)screen->whose;
    snprintf(ui->whose_name, sizeof ui->whose_name, "%s",
             screen->whose_name != NULL ? screen->whose_name : "");
    if (screen->fold >= CARD_MORE && screen->fold < CARD_FOLDS) {
        snprintf(ui->about, sizeof ui->about, "%s", ui->here.select);
    }
    ui->by_stage = (screen->how & STAGES) != 0;
    snprintf(ui->who, sizeof ui->who, "%s", screen->how & MINE ? "naam 3" : "");
    ui->filter = screen->how & MINE ? 1 : ui->filter;
    if (strcmp(ui->here.select, MEETING) == 0) {
        snprintf(ui->here.select, sizeof ui->here.select, "%s",
                 handle_of(meeting_running(board)->row));
    }
    ui->glow_count = 0;
    for (size_t i = 0; screen->how & GLOWS && i < UI_GLOW_MAX; i++) {
        ui_glow_track(ui, board, &board->tracks[board->track_count - 1 - i % 8],
                      GROWN_MONO_MS);
    }
    *trend = (struct trend_ui){.health = (screen->how & HEALTH) != 0,
                               .compares = (screen->how & COMPARES) != 0};
    if (screen->how & PLAYS) {
        trend->play = TREND_RUNS;
        trend->step = 20;
        trend->step_ms = GROWN_MONO_MS;
    }
    ui->touched_ms = ui->paused_until_ms = GROWN_MONO_MS;
    scroll_to(&session->scroll, 0);
    grown_draw(session);
    if (screen->how & TYPED) {
        snprintf(ui->query, sizeof ui->query, "school");
        field_set(&session->keyboard.field, ui->query);
        ui->typed = true;
        grown_draw(session);
    }
    if (screen->how & FAR) {
        scroll_to(&session->scroll, session->scroll.limit_px);
        grown_draw(session);
    }
}

#endif
