// Domino: what a stuck action holds up.
//
// In the plans a reference points back: "volgens format voor integraal plan (zie 2.3)",
// "de uitwerking van de besluiten" of 1.1a. The action that refers builds on what it names,
// so it waits for it: when 2.1a is stuck, whatever says "zie 2.1a", "zie 2.1" (its goal) or
// "zie 2" (its ambition) is held up, and whatever refers to those in turn. A reference of
// an action to its own goal or ambition says where it belongs, not what it waits for. What
// is finished in every column waits for nothing, and an example from practice is nobody's
// promise: neither is held up, nor passes it on. References count in all columns alike,
// because they stand with the action.
#ifndef REGIEBORD_BOARD_DOMINO_H
#define REGIEBORD_BOARD_DOMINO_H

#include "board/board.h"

// Who refers to what, read once per board. Owned by whoever made it.
struct domino {
    const struct board *board; // not owned
    // Places in board->actions of those that refer to a node, by node: actions, then goals,
    // then ambitions; first[node] <= i < first[node + 1].
    uint32_t *first, *referrers;
    uint32_t *seen, round; // per node: the search that reached it last
    uint32_t *queue;       // of actions, as places
};

// False, and nothing to finish, when memory runs out. Its time and memory grow with the
// references of the board.
bool domino_open(struct domino *domino, const struct board *board);
void domino_finish(struct domino *domino); // one that was never opened (zeroes) is fine

// The actions that `action` would hold up when it is stuck, the nearest first and those
// equally near in the order of the plan; never itself, and each once, also where references
// go round. Writes at most `size`; returns how many there are in all.
size_t domino_find(struct domino *domino, const struct action *action,
                   const struct action **out, size_t size);

#endif
