// Where the visitor is: which screen, what is open, how far scrolled. Changed by intents,
// read by the views.
#ifndef REGIEBORD_VIEW_UI_H
#define REGIEBORD_VIEW_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hours.h"
#include "board/update.h"
#include "touch/intent.h"
#include "view/drafts.h"
#include "view/hint.h"
#include "view/trend_ui.h"
#include "view/words.h"

enum screen_id {
    SCREEN_BOARD,
    SCREEN_ATTENTION,
    SCREEN_CELL,
    SCREEN_AMBITION,
    SCREEN_COLUMN,
    SCREEN_CARD,
    SCREEN_SEARCH,
    SCREEN_WORDS,
    SCREEN_BOARDS,
    SCREEN_LEADS,   // the names; with a name in `select` the tracks of that one
    SCREEN_WRITE,   // the keyboard, for what place.writing says
    SCREEN_CHANGES, // what was done lately
    SCREEN_PIN,
    SCREEN_ADMIN,
    SCREEN_MEETING, // the bodies; with a meeting in `select` that one
    SCREEN_TREND,
    SCREEN_COUNT
};

// The names of --screen and `expect screen`: bord, aandacht, cel ... NULL beyond the last.
const char *screen_name(enum screen_id screen);
// SCREEN_COUNT when there is no such screen.
enum screen_id screen_find(const char *name);

enum {
    UI_DEPTH = 16,                   // how far back leads
    UI_QUERY = 96,                   // bytes of a search
    UI_GLOW_MAX = 64,                // tracks that glow at the same time
    UI_ORDER_MAX = 64,               // tracks of one lead whose order is kept
    CHANGE_DEEDS_MAX = DEED_LIST_MAX // deeds that Laatste wijzigingen lists
};

enum {
    UI_IDLE_MS = 60000,   // without a touch until the notice
    UI_NOTICE_MS = 20000, // how long the notice stands before the board returns
    UI_STRIP_MS = 12000,  // a sentence in the strip
    UI_PAUSE_MS = 60000,  // a touch stops what moves by itself
    UI_PAGE_MS = 30000,   // a page of the wall
    UI_GLOW_MS = 10000,   // mark on what changed just now
    UI_UNDO_MS = 12000,   // the undo bar
    UI_UNDONE_MS = 4000,  // what it says after that
};

// Options of INTENT_OPTION.
enum ui_option {
    UI_PER_GOAL,
    UI_PER_STAGE,
    UI_LEGEND, // `number`: an enum topic
    UI_THEME,
    UI_FILTER,
    UI_PANEL,
    UI_TRACK,
    UI_KEYBOARD,
    UI_MIRROR,  // the keyboard goes to the other side
    UI_OPEN,    // `select`: the track that lies open on Trekkers, "" none
    UI_CURTAIN, // names, notes and amounts are hidden from now on, or not any more
    UI_PAST,    // go to the wall, which shows the moment `text` (ms); "" now, and stay
    UI_POINT,   // `number`: the point of the meeting that is open
    UI_WHOSE,   // Aandacht shows what is of `text`, an enum whose_kind in `number`
    UI_LETTER,  // `number` to `screen`: letters with which the names on Trekkers begin, 0
                // any
    // Verloop:
    UI_TREND_AMBITION, // only those of `select`; "" all
    UI_TREND_COLUMN,
    UI_TREND_HEALTH,  // `number` 1: health over time, 0: progress by stage
    UI_TREND_AT,      // the mark goes to `text` ("MS"), or to `number` of SLIDE_END
                      // between two moments ("FROM_MS/TO_MS"); "": as at first
    UI_TREND_COMPARE, // a second moment beside the first, or not any more
    UI_TREND_MARK,    // enum trend_mark `number` is moved from now on
    UI_TREND_PLAY,    // `number`: TREND_PLAY_START ...
    UI_SLEEP,         // the screen goes off
};

// A place to come back to.
struct place {
    enum screen_id screen;
    enum writing writing;
    char select[72]; // 2/jeugdhulp, 2, jeugdhulp, 2.1a
    int page;
    int offset_px;
    int letter, letter_end; // between which the names on Trekkers begin; 0: all of them
};

// A track that was changed just now, and the cell of the wall that it is in.
struct glow {
    char row[72];
    char board[36], ambition[36], column[36]; // slug, code, id
    int64_t until_ms;                         // monotonic
};

// What the undo bar offers to take back.
struct undo {
    uint64_t serial;              // of the update; 0: no bar
    struct intent did;            // what was touched
    char by[UPDATE_AUTHOR_BYTES]; // who did it; who stands there now may be somebody else
    bool undone;                  // it says that it was taken back
    int64_t until_ms;             // monotonic
};

// The pad of SCREEN_PIN, as it is seen: the digits themselves are not here.
enum pad_stage { PAD_ASK, PAD_CHOOSE, PAD_AGAIN };
enum pad_says {
    PAD_NOTHING,
    PAD_WRONG,     // `left` tries before a wait
    PAD_WAIT,      // for `wait_ms`
    PAD_DIFFERENT, // the second time was not as the first
    PAD_CHECKING,  // it takes a moment
    PAD_UNKNOWN    // what the board keeps is no PIN that we know
};
struct pad {
    enum pad_stage stage;
    enum pad_says says;
    int digits; // typed so far
    int left;
    int64_t wait_ms;
};

struct ui {
    char board[36];                // slug; empty: the first board of the set
    char who[UPDATE_AUTHOR_BYTES]; // who stands there; empty: nobody said so
    struct intent wish;            // a change that waits until somebody says who he is,
    int wish_fold;                 // and what lay open where it was asked for
    char wish_column[36];
    char track[72]; // "2.1a/jeugdhulp": the track that was changed last, its chips lie open
    struct undo undo;
    struct drafts drafts; // what was begun on the keyboard
    struct pad pad;       // of SCREEN_PIN
    // The tracks of `order_of` as places in board->tracks, in the order that they had when
    // this lead came: rows do not jump when a report makes them less urgent.
    char order_of[UPDATE_AUTHOR_BYTES];
    uint32_t order[UI_ORDER_MAX];
    int order_count;
    struct place here;
    struct place met; // the meeting that lay open last: it comes back at the same point
    bool stays;       // as drawn last: a meeting goes on, so nobody is sent away from it
    struct place back[UI_DEPTH];
    int depth;
    bool by_stage, dark, legend;
    bool mirrored; // the keyboard stands at the left
    enum lang lang;
    int topic;        // of the legend: an enum topic
    struct hint hint; // what a touch does here, said once
    int filter;       // of Aandacht: 0 all, else attention kind + 1
    int whose;        // of Aandacht: enum whose_kind, and its name
    char whose_name[96];
    bool curtain;       // names, notes and amounts are hidden
    struct hours night; // when the screen goes off by itself
    int night_s;        // how many seconds before that; 0: it is not to come
    int64_t past_ms;    // the wall shows the board of this moment; 0: as it is now
    int fold;           // which folded part of a card is open: 0 none
    char about[72];     // the track that it is about, where it is about one
    char column[36];    // chosen track of a card: column id
    char explain[72];   // abbreviation that lies open, or empty
    char query[UI_QUERY];
    bool typed;               // Klaar was pressed: the results have the keyboard's place
    int pressed_x, pressed_y; // where a finger is down; -1: nowhere
    int64_t touched_ms;       // last touch, monotonic
    int64_t paused_until_ms;  // what moves by itself stands still until then
    int64_t strip_ms;         // when the present sentence came up
    int64_t page_ms;          // when the present page of the wall came up
    int strip;                // which sentence
    struct trend_ui trend;
    struct glow glows[UI_GLOW_MAX];
    int glow_count;
};

// Whether a touch goes at the board itself, or opens the keyboard to do so, and not at the
// place where the visitor is.
bool ui_changes(enum intent_kind kind);

void ui_init(struct ui *ui, int64_t now_ms);

// Carries out what a touch means.
void ui_apply(struct ui *ui, const struct intent *intent, int64_t now_ms);

// Goes to the board as it is now, closing everything. Keeps board, theme, language, and who
// stands there.
void ui_home(struct ui *ui, int64_t now_ms);

// A touch of any kind: what moves by itself stands still.
void ui_touched(struct ui *ui, int64_t now_ms);

// What time alone changes. Returns true when the screen has to be drawn again.
// `pages`: of the wall, on Verloop steps of the replay; `sentences`: of the strip; as last
// drawn.
bool ui_tick(struct ui *ui, int64_t now_ms, int pages, int sentences);

// When ui_tick has something to do next, monotonic ms; INT64_MAX when never.
int64_t ui_deadline_ms(const struct ui *ui, int64_t now_ms, int pages, int sentences);

// Whole seconds until the idle return, 0 when no notice is due.
int ui_notice_seconds(const struct ui *ui, int64_t now_ms);

// Marks the tracks that differ between two sets of the same file.
void ui_glow(struct ui *ui, const struct board_set *before, const struct board_set *after,
             int64_t now_ms);
// Marks one track.
void ui_glow_track(struct ui *ui, const struct board *board, const struct track *track,
                   int64_t now_ms);
bool ui_glows(const struct ui *ui, const char *row);
// Whether a track in a cell of the wall does.
bool ui_glows_cell(const struct ui *ui, const struct board *board,
                   const struct ambition *ambition, const struct column *column);

#endif
