// One visit at the wall without a window: samples come in, draw lists come out. The kiosk,
// the play scripts and the pictures all run this same code; only their clocks and surfaces
// differ.
#ifndef REGIEBORD_SESSION_H
#define REGIEBORD_SESSION_H

#include "base/env.h"
#include "board/ahead.h"
#include "curtain.h"
#include "desk/a4_minutes.h"
#include "gate.h"
#include "night.h"
#include "pending.h"
#include "orbit.h"
#include "touch/gesture.h"
#include "touch/keyboard.h"
#include "touch/scroll.h"
#include "typing.h"
#include "view/view.h"

// A board that has to go back to what it was.
struct restore {
    char board[36];
    int64_t at_ms; // 0: none is wanted
    char author[UPDATE_AUTHOR_BYTES];
};

// The boards as they were, while ui.past_ms asks for them.
struct past_view {
    struct board_set *set;     // owned; NULL: none came yet
    struct board_set *veiled;  // owned; the same behind the curtain; NULL: not made
    struct outlook *outlook;   // owned; of the open board, on that day
    int64_t at_ms;             // of that set
    int64_t asked_ms;          // the moment asked for last; 0: none
    uint64_t asked_generation; // of the set that was there then
};

// The decisions of a meeting that was closed, to be put on paper.
struct paper {
    char board[64];   // slug
    char meeting[72]; // its row; "": none is wanted
};

struct session {
    const struct env *env; // not owned; the real one, unless somebody sets another
    struct ui ui;
    struct metrics metrics;
    const struct text_measure *measure; // not owned
    struct board_set *set;              // owned; NULL while the first one is being read
    struct board_set *veiled; // owned; the same behind the curtain; NULL: not made
    struct outlook
        *outlook;          // owned; of the open board, today; NULL before its first drawing
    struct past_view past; // the boards of another moment
    struct pending pending; // what was touched and is not in the set yet
    struct update *last;    // owned; the last one, for the undo bar; NULL: none
    struct restore restore; // asked for, and not taken yet
    struct paper paper;     // the same
    struct sync_state sync; // as the keeper told last
    struct draw_list list;  // owned; what is to be seen
    struct gesture_state gesture;
    struct scroll scroll;
    struct keyboard keyboard;
    struct typing typing;        // what the keyboard is open for
    struct gate gate;            // who is to give a PIN
    struct curtain curtain;      // when names are hidden
    struct night night;          // when the screen is off
    struct orbit orbit;          // where the picture stands on the panel
    int pages, sentences;        // of the wall, as last drawn
    struct intent before, after; // where swipes lead, as last drawn
    int64_t clock_ms;            // wall clock of the last drawing
    struct intent pressed;       // what the finger came down on
    bool dirty;                  // has to be drawn again
};

void session_init(struct session *session, struct panel panel,
                  const struct text_measure *measure, int64_t mono_ms);
void session_finish(struct session *session);

// Another panel size: everything is laid out anew.
void session_resize(struct session *session, struct panel panel);

// Takes over the set (ownership) and marks what changed since the last one.
void session_take(struct session *session, struct board_set *set, int64_t mono_ms);
// What was worked out of the set taken last: it is the session's from now on.
void session_take_ahead(struct session *session, struct ahead *ahead);
// What should be worked out of the next one.
void session_wish(const struct session *session, struct ahead_wish *wish);

// The set says something else than before: what was worked out of it goes.
void session_renew(struct session *session);

// How the sharing goes, as the keeper tells it.
void session_sync(struct session *session, const struct sync_state *sync);

// The next update for the keeper, which owns it from now on; NULL when there is none.
struct update *session_update(struct session *session);

// A wish to go back, once. False when there is none.
bool session_restore(struct session *session, struct restore *out);

// A wish to see the boards of a moment (ui.past_ms), once per moment and per set that
// comes: what is said of then may come later. False when there is none.
bool session_past_wish(struct session *session, int64_t *at_ms);
bool session_past_due(const struct session *session); // whether there is one
// The answer: takes the set over (ownership; NULL is fine). When the open board was not
// there yet, the screens show now again.
void session_take_past(struct session *session, struct board_set *set, int64_t at_ms);
// The name and the text (malloc'ed) of the paper that a closed meeting asks for, once;
// made from the board as the wall shows it. NULL when there is none.
char *session_paper(struct session *session, char name[A4_NAME_BYTES]);

// Whether there is anything of that: its deadline is now, so that time alone, which
// finds a draft at rest or a PIN wrong, does not leave it until the next touch.
bool session_owes(const struct session *session);
// A finger drags something, a wheel turned, or it coasts on: frame follows frame (beat.h).
bool session_moves(const struct session *session);

// The board that is open; NULL when there is none.
const struct board *session_board(const struct session *session);

// What is drawn: the boards as they are, or behind the curtain. NULL when there are
// none, or no memory for that.
const struct board_set *session_shown(struct session *session);

// What must survive a power cut, as texts for a keeper: the drafts, and the waits after
// wrong PINs. malloc'ed when it changed since the last time (for drafts: and typing rests),
// "" when there is nothing to keep any more, else NULL.
char *session_drafts(struct session *session);
// Before the end: what is being typed is not waited for.
void session_rest(struct session *session);
char *session_waits(struct session *session);
// The keys that they are kept under.
#define SESSION_DRAFTS "drafts"
#define SESSION_WAITS "waits"
// Takes up what was kept, at the start. NULL is fine.
void session_recall(struct session *session, const char *drafts, const char *waits);

// Whether a screen shows the board of ui.past_ms when there is one.
bool session_shows_past(enum screen_id screen);
// Whether the screen that is open shows the board as it was. Nothing can be changed
// there.
bool session_in_past(const struct session *session);
// Puts that board, its outlook and its day into the scene.
void session_past_scene(struct session *session, struct scene *scene);
void session_past_finish(struct session *session);

void session_feed(struct session *session, const struct sample *sample);

// Lets time pass.
void session_tick(struct session *session, int64_t mono_ms, int64_t clock_ms);

// When session_tick is needed next, monotonic ms; INT64_MAX when only a touch or a file
// can change anything.
int64_t session_deadline_ms(const struct session *session, int64_t mono_ms,
                            int64_t clock_ms);

// Whether the screen is to be off. Its list is then black, and the first one after it is
// drawn before the panel is put on again.
bool session_asleep(const struct session *session);

// Makes the draw list anew when it is dirty. True when it did.
bool session_draw(struct session *session, int64_t mono_ms, int64_t clock_ms);

#endif
