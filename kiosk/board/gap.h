// Gaps in the plan: what check reports, what the first day shows, and what Aandacht lists.
#ifndef REGIEBORD_BOARD_GAP_H
#define REGIEBORD_BOARD_GAP_H

#include "board/whose.h"

enum gap_kind {
    GAP_GOAL,    // a goal without an action
    GAP_LEAD,    // a track that is not finished and has no lead
    GAP_FUNDING, // an action whose funding is empty, p.m. or xx
    GAP_DUE,     // an action without a due period
    GAP_TRACK,   // an action in no column
    GAP_TWICE,   // the same text as an earlier action
    GAP_REF,     // a reference that leads nowhere
    GAP_COLUMN,  // one column carries everything
    GAP_KIND_COUNT
};

// Open questions and practices need no funding and no due; practices no lead and no track
// either.
struct gaps {
    size_t goals_without_action;
    size_t tracks_without_lead;
    size_t actions_without_funding;
    size_t actions_without_due;
    size_t actions_without_track;
    size_t actions_twice; // the same title and text as an earlier action
    size_t loose_references;
    // The column that carries everything: at least 80 % of the tracks of a board that has
    // two columns or more and at least five tracks. NULL: none.
    const struct column *carries;
    size_t carried; // its tracks
    size_t reported_tracks;
};

void gaps_of(const struct board *board, struct gaps *gaps);
// True when the action has one of these gaps.
bool action_gap(const struct action *action);

// One thing that is missing.
struct gap {
    const struct goal *goal;
    const struct action *action; // NULL for GAP_GOAL
    const struct track *track;   // of GAP_LEAD, else NULL
};

// The gaps of a kind among what is `whose`, in the order of the plan; an action once,
// however many of its references are loose. None of GAP_COLUMN: that is about a column.
// Writes at most `size`; returns how many there are in all.
size_t gap_list(const struct board *board, enum gap_kind kind, const struct whose *whose,
                struct gap *out, size_t size);
// How many there are of each kind: of all, and of what is of each column.
void gaps_count(const struct board *board, size_t all[GAP_KIND_COUNT],
                size_t columns[COLUMN_MAX][GAP_KIND_COUNT]);

#endif
