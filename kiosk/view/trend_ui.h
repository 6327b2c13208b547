// What is chosen on Verloop: which tracks, which moments, and how far the replay is. Plain
// data; changed by intents and by time, read by the view.
#ifndef REGIEBORD_VIEW_TREND_UI_H
#define REGIEBORD_VIEW_TREND_UI_H

#include <stdbool.h>
#include <stdint.h>

struct intent;

enum trend_mark { TREND_A, TREND_B, TREND_MARKS };

enum trend_play { TREND_STOPPED, TREND_RUNS, TREND_RESTS };

enum {
    TREND_STEP_MS = 700,    // a step of the replay,
    TREND_WHOLE_MS = 60000, // and all of them at most
    TREND_STEPS_MAX = 600,  // so many are shown; more go several at once
    TREND_SLIDE_MS = 240,   // a brick on its way to another slot
    TREND_FRAME_MS = 33,    // and how often it is drawn meanwhile
};

// Values of `number` in UI_TREND_PLAY.
enum { TREND_PLAY_STOP, TREND_PLAY_START, TREND_PLAY_REST };

struct trend_pick {
    int64_t ms; // 0: not chosen: A the last meeting, B now
    bool loose; // from the slider: a meeting nearby takes it over
};

struct trend_ui {
    char ambition[36], column[36]; // code, id; "": all
    bool health;                   // koers instead of stappen
    bool compares;                 // B is chosen too, and stands beside A
    enum trend_mark mark;          // the one that the slider and the buttons move
    struct trend_pick picks[TREND_MARKS];
    enum trend_play play;
    int step;        // of the replay: so many are done,
    int64_t step_ms; // and since when the last one of them is, monotonic
};

// Opens with "FROM_MS", or "FROM_MS/TO_MS" to compare two moments; "" and anything else
// open as usual. `plays`: the replay starts at once.
void trend_ui_open(struct trend_ui *ui, const char *select, bool plays, int64_t now_ms);

// INTENT_OPTION of Verloop. Other options are ignored.
void trend_ui_option(struct trend_ui *ui, const struct intent *intent, int64_t now_ms);

// How long one of so many steps stands.
int64_t trend_step_ms(int steps);

// Lets the replay go on. True when the screen has to be drawn again.
bool trend_ui_tick(struct trend_ui *ui, int64_t now_ms, int steps);
// When it has something to do next, monotonic; INT64_MAX: never.
int64_t trend_ui_deadline_ms(const struct trend_ui *ui, int64_t now_ms, int steps);

#endif
