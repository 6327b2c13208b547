// Plain SQL tools at work in a board.sqlite: they know nothing of logs, and write in place.
#ifndef REGIEBORD_TESTS_SIM_TOOL_H
#define REGIEBORD_TESTS_SIM_TOOL_H

#include "sim_ledger.h"

// The rows that a run begins with: b/1 and so on, in abbreviation and in meeting.
enum { SIM_ROWS = 6 };

struct sim_tool {
    struct sim_world *world;
    struct ledger *ledger;
    int device;  // on which it runs
    bool must;   // its edits must reach every log
    bool *cells; // of abbreviation, by row: edited without the triggers already
};

// One edit of the board.sqlite of the device. False when there is no file to edit.
bool tool_edit(const struct sim_tool *tool);

#endif
