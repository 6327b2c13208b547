// The steps of a build, in the order in which they are taken. Only board_*.c,
// update_apply*.c and what reads history as they do (standing.c, trend.c,
// earlier.c) include this.
// Each returns false when memory runs out.
#ifndef REGIEBORD_BOARD_BOARD_PARTS_H
#define REGIEBORD_BOARD_BOARD_PARTS_H

#include "board/board_rows.h"

struct build {
    struct board_set *set;
    struct arena *arena; // of the set
    struct rows rows;
    struct board *boards; // the set's, still open for writing
    size_t board_count;
    // Of the board at hand:
    int number;
    struct board *board;
    struct lookup columns, ambitions, goals, actions; // records by the names that rows use
};

// board_plan.c: what the programme is.
bool board_read_plan(struct build *build);
// board_around.c: stages, ladder, rhythms, organisations, abbreviations, persons.
bool board_read_around(struct build *build);
// board_life.c: tracks, bottlenecks and notes.
bool board_read_life(struct build *build);
// The action and the track that a row names with `action` and `column_id`; the action alone
// when there is no such track.
void row_join(const struct build *build, struct row *row);
// board_meeting.c: meetings and their decisions, after that.
bool board_read_meetings(struct build *build);
// board_orphans.c: the rows of this board that lead nowhere; those that have no board.
bool board_read_orphans(struct build *build);
bool board_read_lost(struct build *build);
// board_gone.c: gives entries about deleted rows a row that tells their board; `about` is
// NULL where an entry leads nowhere.
bool board_read_gone(struct build *build, const struct entry *entries, size_t count,
                     struct row **about);
// board_history.c: changes, and what follows from them, of all boards at once.
bool board_read_history(struct build *build, const struct entry *entries, size_t count);
// board_conflict.c: which of the changes were overwritten unseen. After the history.
bool board_read_conflicts(struct build *build);

// What a build and an update of what was built do alike:
struct track_said {
    int32_t newest; // day of the newest report in stage, health or reason; DAY_NONE: none
    bool last;      // `reported` itself was written last
};

// The day of the last report. What the file names as such counts, unless something was said
// after it.
int32_t track_reported(const struct track_file *file, const struct track_said *said);
void track_stage_read(const struct board *board, struct track *track);
void track_health_read(struct track *track);
// Notes that the health changed on a day.
void track_health_note(struct track *track, const char *before, const char *after,
                       int32_t day);
// Gives a track in a bottleneck this one when it is open and newer than the one it has.
void track_bottleneck_offer(struct track *track, const struct bottleneck *bottleneck);
// After that: since when it stands as it does.
void track_since_close(struct track *track);
// A bottleneck without history; its history, a step from rung to rung at a time (-1: none);
// what follows from it.
void bottleneck_open(struct bottleneck *bottleneck);
void bottleneck_rung_note(struct bottleneck *bottleneck, int from, int to, int32_t day);
void bottleneck_close(struct bottleneck *bottleneck);
int notes_compare(const void *left, const void *right);     // newest first
int meetings_compare(const void *left, const void *right);  // by moment
int decisions_compare(const void *left, const void *right); // oldest first
// What "2025-11-27T14:00" says of a meeting.
void meeting_starts_read(struct meeting *meeting, const char *starts);
// Its state became another at a moment.
void meeting_state_note(struct meeting *meeting, enum meeting_state to, int64_t at_ms);
// What the changes of a row of the table say of its meeting, one after the other, and then
// what its cells say where they are silent.
void meeting_change_note(struct meeting *meeting, const struct change *change);
void meeting_moments_close(const struct row *row);
bool texts_differ(const char *a, const char *b); // NULL is ""

// A day as people write it (2025-11-27, 27-11-2025); DAY_NONE when it is not one.
int32_t board_day(const char *text);

#endif
