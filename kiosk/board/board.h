// A programme in memory. Boards are built once from cells and never change after that;
// everything they point to lives in the arena of their set. Text is clean UTF-8
// (utf8_clean) and never NULL.
#ifndef REGIEBORD_BOARD_BOARD_H
#define REGIEBORD_BOARD_BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "board/due.h"

enum {
    STAGE_MAX = 8,    // stages of a board; more are left out and reported by check
    COLUMN_MAX = 12,  // columns of a board
    RUNG_MAX = 8,     // rungs of a ladder
    RHYTHM_MAX = 100, // each is worked out from all that ever happened
};

// Koers. The words in the file are those of health_word().
enum health {
    HEALTH_NONE, // nog niets gemeld
    HEALTH_ON_COURSE,
    HEALTH_ATTENTION,
    HEALTH_BOTTLENECK,
    HEALTH_DONE,
    HEALTH_DROPPED,
    HEALTH_COUNT
};

enum action_kind { ACTION_PLAIN, ACTION_QUESTION, ACTION_PRACTICE };
enum scope { SCOPE_NONE, SCOPE_LOCAL, SCOPE_REGIONAL, SCOPE_BOTH };

struct column {
    const char *id, *title, *wall, *letter;
    int index; // place in board->columns
};

struct ambition {
    const char *code, *title, *wall, *word; // wall: two lines with a '/' between them
    int index;
    const struct goal *goals; // consecutive in board->goals
    size_t goal_count;
};

struct goal {
    const char *code, *title, *brief;
    const struct ambition *ambition;
    int index;
    const struct action *actions; // consecutive in board->actions
    size_t action_count;
};

struct organisation {
    const char *name, *title, *aka;
    const struct column *column; // NULL: none
};

struct abbreviation {
    const char *name, *meaning;
};

// Somebody who may lead tracks, named on the board.
struct person {
    const char *row, *name;
    const struct column *column; // NULL: none
    const char *pin;             // hash, "" when there is none
};

// What cells say byte for byte, for updates and what takes them back. NULL: nothing.
struct bottleneck_file {
    const char *reason, *rung, *rung_since, *asked, *ended;
};

struct track_file {
    const char *stage, *health, *reason, *lead, *reported;
};

struct bottleneck {
    const char *row;           // key in the shared file, byte for byte
    const struct track *track; // NULL: it leads nowhere
    struct bottleneck_file file;
    const char *reason, *asked, *outcome;
    int rung; // index in board->rungs; 0 when not put on the ladder yet
    int32_t since, rung_since, by, ended; // days; DAY_NONE where not known or not ended
    int32_t rung_days[RUNG_MAX];  // day on which each rung was reached; DAY_NONE: never
    int32_t rung_trail[RUNG_MAX]; // the same as history alone tells it
};

// How long the health of a track is what it is, by days: what was taken back on the same
// day never was.
struct health_trail {
    int32_t since; // DAY_NONE: never reported
    int32_t day;   // of the newest change; DAY_NONE: none
    // How it stood when that day began:
    const char *then;
    int32_t since_then;
};

// Spoor: one action in one column.
struct track {
    const char *row; // key in the shared file, byte for byte
    struct track_file file;
    struct health_trail trail;
    const struct action *action;
    const struct column *column;
    int stage; // index in board->stages
    enum health health;
    const char *reason, *lead;
    int32_t reported; // day of the last report; DAY_NONE: never
    int32_t
        health_since; // day since when the health is what it is; DAY_NONE: never reported
    const struct bottleneck *bottleneck; // the open one, or NULL
};

// One shift of a due period.
struct shift {
    int32_t day;      // when it was decided
    const char *from; // in the words of the file
    const char *to;
};

// A short note about a track, or about an action as a whole.
struct note {
    const char *row, *author, *text;
    const struct track *track; // NULL: about the action
    const struct action *action;
    int32_t at;    // the day that it names; DAY_NONE: none
    int64_t at_ms; // when its text was written
};

struct action {
    const char *row;      // key in the shared file, byte for byte
    const char *due_file; // what its due says byte for byte; NULL: nothing
    const char *code, *title, *brief, *text, *partners, *funding, *due_text, *refs;
    const struct goal *goal;
    enum action_kind kind;
    enum scope scope;
    struct due due;
    bool funded;                // funding filled in (not empty, p.m. or xx)
    const struct shift *shifts; // oldest first
    size_t shift_count;
    const struct track *tracks[COLUMN_MAX]; // by column index; NULL: no track there
    int track_count;
    int index;
    const struct action
        *twin;      // the first action with the same title and text, NULL when this is it
    int loose_refs; // references that lead to no ambition, goal or action
};

struct rung {
    const char *name, *title;
};

struct rhythm {
    const char *title, *due_text, *who;
    struct due due;
};

// The words in the file are those of meeting_state_word().
enum meeting_state { MEETING_PLANNED, MEETING_OPEN, MEETING_CLOSED, MEETING_STATE_COUNT };

struct meeting {
    const char *row;        // key in the shared file, byte for byte
    const char *state_file; // what its state says byte for byte; NULL: nothing
    const char *body, *place, *agenda;
    enum meeting_state state;
    int32_t day; // DAY_NONE: a body without a planned meeting
    int minute;  // of the day, -1 when not known
    // As history tells; 0: it does not, or it was not opened or closed (any more). Opened
    // again after it was closed, it is open since the first time.
    int64_t opened_ms, closed_ms;
};

// Besluit, or the action point that came of it. The words in the file are those of
// decision_state_word().
enum decision_state {
    DECISION_MADE,    // besloten: nothing follows from it
    DECISION_OPEN,    // open: somebody must still do it; it comes back until he has
    DECISION_DONE,    // klaar
    DECISION_DROPPED, // vervallen
    DECISION_STATE_COUNT
};

struct decision_file {
    const char *meeting, *text, *lead, *due, *state; // byte for byte; NULL: nothing
};

struct decision {
    const char *row; // key in the shared file, byte for byte
    struct decision_file file;
    const char *text, *lead, *due_text;
    struct due due;
    enum decision_state state;
    const struct meeting *meeting; // NULL: none, or one that is not there any more
    const struct action *action;   // NULL: about no action
    const struct track *track;     // NULL: about no track of it
    // When its text was written; where that came with the plan, when its meeting began; 0:
    // not known.
    int64_t at_ms;
};

// What a change is about, as far as history is worked out from it: these cells of a track.
enum about {
    ABOUT_UNKNOWN, // nobody looked yet
    ABOUT_STAGE,
    ABOUT_HEALTH,
    ABOUT_REASON,
    ABOUT_REPORTED, // up to here it is a report
    ABOUT_LEAD,
    ABOUT_OTHER
};

// One change of one cell, for history, "since last time" and trails.
struct change {
    int64_t at_ms;
    const char *author, *device;
    const char *table, *row, *column;     // keys: byte for byte
    const char *before, *after;           // NULL: there was nothing
    const char *before_file, *after_file; // the same byte for byte
    const struct track *track;            // when it is about a track or its bottleneck
    const struct action *action;          // when it is about an action or one of its tracks
    bool overlapped; // another value stands, by somebody who had not seen this one
    // Its row is not there any more; `track` and `action` are NULL.
    bool gone;
    uint8_t about; // enum about, of the changes of a built board: ask change_about
};

// Two who changed one cell without having seen each other.
struct conflict {
    const struct change *lost;   // the greatest that was overwritten unseen
    const struct change *stands; // what the cell says now
};

struct board {
    const char *slug, *title, *wall, *word, *subtitle, *region, *period, *source, *row_kind;
    bool example;
    bool asks_pin; // persons have a PIN before they may change anything
    int silent_days, rung_days;
    const struct column *columns;
    size_t column_count;
    const struct ambition *ambitions;
    size_t ambition_count;
    const struct goal *goals;
    const struct goal *const *goals_by_code;
    size_t goal_count;
    const struct action *actions; // in the order of the plan
    const struct action *const *actions_by_code;
    size_t action_count;
    const struct track *tracks;
    size_t track_count;
    const struct bottleneck *const *bottlenecks; // ended ones too; by row
    size_t bottleneck_count;
    const struct note *notes; // newest first
    size_t note_count;
    const char *const *stages;
    size_t stage_count;
    const struct rung *rungs;
    size_t rung_count;
    const struct rhythm *rhythms;
    size_t rhythm_count;
    const struct meeting *meetings; // by moment
    size_t meeting_count;
    const struct decision *decisions; // oldest first
    size_t decision_count;
    const struct organisation *organisations;
    size_t organisation_count;
    const struct abbreviation *abbreviations; // by name
    size_t abbreviation_count;
    const struct change
        *changes; // oldest first; imports of the plan itself are not among them
    size_t change_count;
    // What update_apply showed since the board was built, oldest first: changes that
    // history tells of with the keeper's next set. Only their moment, table, row, column
    // and texts of the file are filled in.
    const struct change *fresh;
    size_t fresh_count;
    const struct person *persons; // by name
    size_t person_count;
    const struct conflict *conflicts; // oldest first
    size_t conflict_count;
};

// A row that no board shows, because what it must belong to is not there.
struct orphan {
    const char *board, *table, *row;
    const char *column, *value; // the column that leads nowhere, and what it says
    const struct orphan *next;
};

// All boards of one shared file at one moment.
struct board_set {
    struct arena arena; // owns everything below
    const struct board *boards;
    size_t count;
    const struct orphan *orphans; // in no order
    size_t orphan_count;
    int64_t data_ms;     // moment of the newest change in it; 0 when there is none
    uint64_t generation; // grows with every set that the keeper builds
    const char *trouble; // why the shared file could not be read, "" when all is well: one
                         // of the trouble keys of share
    int64_t trouble_ms;  // since when
    uint64_t applied;    // serial of the last touch update of this device that is in it
};

// One cell of the fold: the newest value of (table, row, column).
struct cell {
    const char *table, *row, *column;
    const char *value; // NULL: nothing
    int64_t at_ms;     // when it got that value
    bool reported;     // by a person or a tool, not by the import of a plan
};

// A change as the log holds it: made by a person or a tool, not by the import of a plan.
struct entry {
    int64_t at_ms;
    const char *author, *device, *table, *row, *column, *value;
    // The value that the cell had just before, by whatever entry of the full log (so the
    // plan's own value before the first report); NULL: there was none.
    const char *before;
    // Its cell says something else now, by an entry whose author had not seen this one.
    bool overlapped;
};

// Builds all boards from the fold, sorted by (table, row, column), and from the reported
// entries, sorted by time. Copies what it keeps. Rows that point nowhere are left out and
// listed as orphans. NULL when memory runs out. The caller frees it with board_set_free.
struct board_set *board_set_build(const struct cell *cells, size_t cell_count,
                                  const struct entry *entries, size_t entry_count);
void board_set_free(struct board_set *set); // NULL is fine

// NULL when there is none.
const struct board *board_set_find(const struct board_set *set, const char *slug);
const struct column *board_column_find(const struct board *board, const char *id);
const struct action *board_action_find(const struct board *board, const char *code);
const struct goal *board_goal_find(const struct board *board, const char *code);
const struct organisation *board_organisation_find(const struct board *board,
                                                   const char *name);
const struct abbreviation *board_abbreviation_find(const struct board *board,
                                                   const char *name);
const struct person *board_person_find(const struct board *board, const char *name);

// What table and column of a change say.
enum about change_read(const struct change *change);
static inline enum about change_about(const struct change *change)
{
    return change->about != ABOUT_UNKNOWN ? (enum about)change->about : change_read(change);
}

// Whether it is a report on a track: its stage, course, reason, or day.
static inline bool change_reports(const struct change *change)
{
    return change->track != NULL && change_about(change) <= ABOUT_REPORTED;
}

// The place of a name among the stages or rungs, whatever its case; -1 when it is none of
// them.
int board_stage_find(const struct board *board, const char *name);
int board_rung_find(const struct board *board, const char *name);

// The words of the file: "", "op koers", "aandacht", "knelpunt", "afgerond", "vervallen".
const char *health_word(enum health health);
// HEALTH_COUNT when the word is none of them.
enum health health_read(const char *word);

// "", "bezig", "gesloten"; what is none of them is planned.
const char *meeting_state_word(enum meeting_state state);
enum meeting_state meeting_state_read(const char *word);
// "besloten", "open", "klaar", "vervallen"; what is none of them is made.
const char *decision_state_word(enum decision_state state);
enum decision_state decision_state_read(const char *word);

#endif
