// A touch update: what one touch of somebody changes, as cells of the shared tables that
// get a value together. Pure: it is made from a board and a day, shown at once on the
// wall's own copy (update_apply), and becomes durable in the keeper.
#ifndef REGIEBORD_BOARD_UPDATE_H
#define REGIEBORD_BOARD_UPDATE_H

#include "board/board.h"

enum {
    UPDATE_TASK_CHARS = 80, // of what an action point asks, when it is written by hand
    UPDATE_NOTE_CHARS = 280,
    UPDATE_REASON_CHARS = 60,
    UPDATE_NAME_CHARS = 40,
    UPDATE_AUTHOR_BYTES = 129 // what the log takes, and its end
};

// What a touch can do. `track`, `number` and `text` of struct update_wish mean:
enum update_kind {
    UPDATE_NONE,
    UPDATE_HEALTH, // track; number: enum health; text: the reason, "" leaves it open
    UPDATE_REASON, // track; text: why it is in a bottleneck or asks attention
    UPDATE_STAGE,  // track; number: stage
    UPDATE_SAME,   // track; nothing changed, still as it was (a report of today)
    UPDATE_LEAD,   // track; text: who leads it from now on
    UPDATE_RUNG,   // track with an open bottleneck; number: rung it stands on from now on
    UPDATE_ASKED,  // track with an open bottleneck; text: what is asked
    UPDATE_END, // track with an open bottleneck: it is solved, the track is on course again
    UPDATE_NOTE,   // track; text: the note
    UPDATE_DUE,    // action; text: the new due period
    UPDATE_PERSON, // text: a name that is not on the board yet; `column` its column
    UPDATE_PIN,    // text: the name; extra: the hash of its PIN ("" takes it away)
    // Of a meeting:
    UPDATE_MEETING_OPEN,  // meeting, or text: a body that gets one today
    UPDATE_MEETING_CLOSE, // meeting
    UPDATE_DECIDE, // meeting, track or action (or neither); number: enum decide; text,
                   // extra
    UPDATE_DECISION_TEXT,  // decision; text: what
    UPDATE_DECISION_LEAD,  // decision; text: who does it
    UPDATE_DECISION_DUE,   // decision; text: by when
    UPDATE_DECISION_STATE, // decision; number: enum decision_state
    UPDATE_KIND_COUNT
};

// What a meeting decides with one touch: a decision is written down, and the board follows
// in the same update, so that one undo takes both back.
enum decide {
    DECIDE_AGREED, // "Akkoord"; text: what with, when somebody wrote that
    DECIDE_LEAD,   // text: the new lead of the track
    DECIDE_DUE,    // text: the new due of the action
    DECIDE_UP,     // a bottleneck goes up to rung `extra`; what is none yet becomes one
    DECIDE_DOWN,   // and down
    DECIDE_LATER,  // back the next time: an open decision
    DECIDE_TASK,   // action point, open; text: what; lead and due follow
    DECIDE_STATE,  // extra: a word of health_word, the track's course from now on
    DECIDE_COUNT
};

struct update_wish {
    enum update_kind kind;
    const struct action *action;
    const struct track *track;
    const struct column *column;
    const struct meeting *meeting;
    const struct decision *decision;
    int number;
    const char *text, *extra; // NULL is ""
};

// One cell that gets a value. NULL means nothing. Column "_live": "1" makes the row, "0"
// deletes it.
struct update_cell {
    const char *table, *row, *column;
    const char *value, *before;
};

struct update {
    struct arena arena; // owns the texts and the cells
    uint64_t serial;    // the wall's own number, from 1; 0: not given out yet
    char author[UPDATE_AUTHOR_BYTES];
    char board[64]; // slug
    struct update_cell *cells;
    size_t count, room;
    struct update *next; // for queues
};

// NULL when the wish means nothing on this board, changes nothing (also: the same state on
// a track that was reported today already), or memory runs out. Texts are cleaned and cut;
// those of `before` are the file's own, byte for byte. The caller frees it with
// update_free.
struct update *update_make(const struct board *board, const struct update_wish *wish,
                           const char *author, int32_t today);
struct update *update_copy(const struct update *update); // NULL when memory runs out
void update_free(struct update *update);                 // NULL is fine

// The update that takes another one back: every cell gets what it held before; a row that
// it made is deleted. Serial 0, same author.
struct update *update_inverse(const struct update *update);

// The same as far as its cells still say on `board` what the update wrote: what somebody
// else changed since stays his. NULL also when nothing is left. `board` NULL: all of it.
struct update *update_undo(const struct board *board, const struct update *update);

// Adds the cells of a later update to an earlier one, so that one inverse takes both back.
// False when memory runs out: then `first` takes back only itself.
bool update_join(struct update *first, const struct update *then);

// Shows an update in a set that nobody else uses: tracks, bottlenecks, leads, dues and
// persons and notes of its board change in place. Cells that the set does not show are
// passed over; so is a row that comes back from deletion with what it held before.
// Changes (history) stay as they are: they come with the keeper's next set. False when
// memory runs out.
bool update_apply(struct board_set *set, const struct update *update, int64_t now_ms);

// One thing that somebody did, as "Laatste wijzigingen" lists it: the changes of one author
// and device at one moment.
struct deed {
    const struct change *first; // `count` consecutive changes of board->changes
    size_t count;
    bool standing; // nobody changed any of its cells since
    bool undoes;   // it took back an earlier deed itself
    bool guarded;  // it is about a PIN: a touch does not take that back
};

// The newest deeds first; of one track when `track` is not NULL, of one author when
// `author` is not NULL. Returns how many were written. Walks all of history (2 ms for
// 100,000 changes, more with a filter that few pass): once per board, not per frame, see
// outlook_deeds. A deed points into the board.
enum { DEED_LIST_MAX = 100 }; // that Laatste wijzigingen lists
size_t deed_list(const struct board *board, const struct track *track, const char *author,
                 struct deed *out, size_t size);

// Takes a deed back as far as its cells were not changed since; NULL when nothing is left
// of it. A row that it made is deleted, unless somebody went on with it; one that it
// deleted comes back.
struct update *deed_undo(const struct board *board, const struct deed *deed,
                         const char *author);

// Ends a conflict: keeps what was overwritten (`other`) or confirms what stands. The cell
// may say its value already: it must be written all the same.
struct update *conflict_settle(const struct board *board, const struct conflict *conflict,
                               bool other, const char *author);

#endif
