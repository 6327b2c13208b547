// The steps of a build, in the order in which they are taken. Only board_*.c include this.
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
// board_around.c: stages, ladder, rhythms, organisations, abbreviations, meetings.
bool board_read_around(struct build *build);
// board_life.c: tracks and bottlenecks, and what other rows are about.
bool board_read_life(struct build *build);
// board_orphans.c: the rows of this board that lead nowhere; those that have no board.
bool board_read_orphans(struct build *build);
bool board_read_lost(struct build *build);
// board_history.c: changes, and what follows from them, of all boards at once.
bool board_read_history(struct build *build, const struct entry *entries, size_t count);

// A day as people write it (2025-11-27, 27-11-2025); DAY_NONE when it is not one.
int32_t board_day(const char *text);

#endif
