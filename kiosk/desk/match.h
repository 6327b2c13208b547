// Which action of a newer file is which action of the board, so that codes and progress
// stay where they belong when lines are inserted, moved or reworded.
#ifndef REGIEBORD_DESK_MATCH_H
#define REGIEBORD_DESK_MATCH_H

#include "board/board.h"
#include "desk/programme.h"

// Gives every action of the programme its code. By code where the file has one; else by the
// same text in the goal, the same text in another goal, similar text, or the same place in
// a goal of the same length; else the next free letter. Goals that the file does not number
// take the number of the goal with the same or a similar name. `board` is what is there
// now, NULL when nothing is. Notes what was taken for a new wording. Returns, by the place
// of the action in its list, what it is on the board (NULL: new); the array belongs to the
// programme.
const struct action **match_actions(struct programme *programme, const struct board *board);

#endif
