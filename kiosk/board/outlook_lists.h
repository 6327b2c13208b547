// What screens list of a board, worked out when it is first asked for and kept as long as
// the outlook is: a frame walks only what it shows. Ask from one thread only.
#ifndef REGIEBORD_BOARD_OUTLOOK_LISTS_H
#define REGIEBORD_BOARD_OUTLOOK_LISTS_H

#include "board/leads.h"
#include "board/outlook.h"
#include "board/rhythm.h"

enum {
    LEAD_TRACKS_MAX = 64,  // tracks of one lead that are kept
    LEAD_POINTS_MAX = 160, // leads with exceptions
    REASON_LIST_MAX = 16,
    STUCK_LIST_MAX = 64,
};

// As lead_list: all of them. 0 when memory runs out.
size_t outlook_leads(struct outlook *outlook, const struct lead **out);

// As lead_tracks: how many there are, the LEAD_TRACKS_MAX most urgent of them in `out`.
// They stand until another lead is asked for. 0 when memory runs out.
size_t outlook_lead_tracks(struct outlook *outlook, const char *name,
                           const struct track *const **out);

// As lead_points_list of the exceptions of a kind, or of all of them without the gaps
// (ATTENTION_KIND_COUNT): at most LEAD_POINTS_MAX are in `out`. They stand until another
// kind is asked for.
size_t outlook_lead_points(struct outlook *outlook, enum attention_kind kind,
                           const struct lead_points **out);

// As reason_list: at most REASON_LIST_MAX.
size_t outlook_reasons(struct outlook *outlook, const char *const **out);

// As deed_list of everybody: at most DEED_LIST_MAX.
size_t outlook_deeds(struct outlook *outlook, const struct deed **out);

// Tracks that are in a bottleneck since a day (DAY_NONE: since any that is known), or whose
// bottleneck is promised to be solved by today: how many, and the first STUCK_LIST_MAX of
// them, in the order of the plan. Those of a day stand until another one is asked for.
size_t outlook_stuck(struct outlook *outlook, int32_t day, const struct track *const **out);
size_t outlook_promised(struct outlook *outlook, const struct track *const **out);

// The first conflict about an action at or after `from`, as a place in board->conflicts;
// board->conflict_count: none (any more), or no memory.
size_t outlook_conflict(struct outlook *outlook, const struct action *action, size_t from);
// Where a screen keeps how high the rows of all conflicts are, for one way of setting them:
// 0 until it has found that. NULL when memory runs out.
struct conflict_set {
    int width_px, size_px, unit_px, lang;
};
int *outlook_conflict_px(struct outlook *outlook, const struct conflict_set *set);

// As rhythm_state_of. NULL when memory runs out.
const struct rhythm_state *outlook_rhythm(struct outlook *outlook,
                                          const struct rhythm *rhythm);

// The tracks of outlook_tracks in the order of their stages: those of stage s are
// [first[s], first[s + 1]). They stand until other ones are asked for. NULL when memory
// runs out.
const struct track *const *outlook_staged(struct outlook *outlook,
                                          const struct ambition *ambition,
                                          const struct column *column,
                                          size_t first[STAGE_MAX + 1]);

// The goals of an ambition without a track (in a column, unless it is NULL). They stand
// until other ones are asked for. NULL when memory runs out.
const struct goal *const *outlook_bare(struct outlook *outlook,
                                       const struct ambition *ambition,
                                       const struct column *column, size_t *count);

// For outlook_destroy.
struct outlook_lists;
void outlook_lists_destroy(struct outlook_lists *lists); // NULL is fine

#endif
