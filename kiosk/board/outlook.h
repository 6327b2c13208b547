// What screens ask about a board again and again, worked out once per board and day, so
// that a frame does not walk the board. Most of it comes when it is first asked for: ask
// from one thread only.
#ifndef REGIEBORD_BOARD_OUTLOOK_H
#define REGIEBORD_BOARD_OUTLOOK_H

#include "board/agenda.h"
#include "board/domino.h"
#include "board/search.h"
#include "board/signal.h"
#include "board/update.h"

// What Aandacht shows of somebody: the exceptions that are his, and the gaps.
struct attention_part {
    struct whose whose;
    char lead[UPDATE_AUTHOR_BYTES]; // what whose.lead points to
    bool made;
    const struct attention **items;  // by kind, without the gaps
    size_t first[ATTENTION_GAP + 1]; // where each kind begins in it; the last: their number
    size_t gaps[GAP_KIND_COUNT];
};

struct outlook_trend;
struct outlook_lists;
struct outlook_whose;

struct outlook {
    const struct board *board; // not owned
    int32_t today;
    struct arena arena; // owns what follows
    struct gaps gaps;
    const struct attention *attention; // all of attention_list, the gaps among them
    size_t attention_first[ATTENTION_KIND_COUNT + 1]; // where each kind begins in it
    struct search search;                             // ask by search_find
    // Ask by the functions below.
    struct pace *paces, *goal_paces;
    bool paced; // `since` of them is known
    struct attention_part part;
    struct domino domino;
    struct cell_state **cells;
    const struct track **tracks;
    size_t *tracks_first;
    uint32_t *newest, *older;
    struct movement movement;
    int64_t movement_ms;             // since when; INT64_MIN: not known yet
    const struct meeting *agenda_of; // whose points these are; NULL: none were asked for
    struct point *agenda;
    size_t agenda_count;
    struct body *bodies; // NULL: not asked for yet
    size_t body_count;
    int bodies_minute;           // of which minute they are
    struct outlook_trend *trend; // owned; NULL until outlook_trend.h is asked
    struct outlook_lists *lists; // likewise, outlook_lists.h
    struct outlook_whose *whose; // likewise, outlook_whose.h
};

// NULL when memory runs out. The board must live longer; the caller frees it with
// outlook_destroy.
struct outlook *outlook_create(const struct board *board, int32_t today);
void outlook_destroy(struct outlook *outlook); // NULL is fine

// As pace_of and pace_of_goal, without since when.
const struct pace *outlook_pace(const struct outlook *outlook,
                                const struct ambition *ambition);
const struct pace *outlook_pace_of_goal(const struct outlook *outlook,
                                        const struct goal *goal);
// Since when the columns of an ambition, or of a goal when it is not NULL, are out of step,
// as paces_since.
int32_t outlook_pace_since(struct outlook *outlook, const struct ambition *ambition,
                           const struct goal *goal);

// The part of the exceptions and gaps that is whose: good until the next question about
// somebody else. An exception of a column is one of a track in it, or of an action that is
// not finished there, or of a pace in which it is ahead or behind; of a lead one of a track
// or an unfinished action of his; of a body a bottleneck on its rung. NULL when memory runs
// out.
const struct attention_part *outlook_part(struct outlook *outlook,
                                          const struct whose *whose);
// The gaps by kind that are whose, each action of GAP_REF once. Of a body or a lead there
// are none: the plan is not theirs to fill.
void outlook_gaps(struct outlook *outlook, const struct whose *whose,
                  size_t gaps[GAP_KIND_COUNT]);
// Whether one exception is.
bool outlook_is_whose(struct outlook *outlook, const struct attention *item,
                      const struct whose *whose);

// As domino_find; 0 when memory runs out.
size_t outlook_domino(struct outlook *outlook, const struct action *action,
                      const struct action **out, size_t size);

// As agenda_list: at most AGENDA_MAX points, which stand until another meeting is asked
// for. Returns how many there are in `out`; 0 when memory runs out.
size_t outlook_agenda(struct outlook *outlook, const struct meeting *meeting,
                      const struct point **out);

// As body_list: at most BODY_MAX, which stand until another minute is asked for. 0 when
// memory runs out.
size_t outlook_bodies(struct outlook *outlook, int minute, const struct body **out);

// As cell_state_of. NULL when memory runs out.
const struct cell_state *outlook_cell(struct outlook *outlook,
                                      const struct ambition *ambition,
                                      const struct column *column);

// As movement_since.
const struct movement *outlook_movement(struct outlook *outlook, int64_t since_ms);

// The tracks of an ambition, a column (NULL: all of them) or where both meet, in the order
// of the plan.
const struct track *const *outlook_tracks(const struct outlook *outlook,
                                          const struct ambition *ambition,
                                          const struct column *column, size_t *count);

// The changes of an action and its tracks, newest first: NULL when there is none (any
// more), or no memory. The older one of what outlook_newest or this told of.
const struct change *outlook_newest(struct outlook *outlook, const struct action *action);
const struct change *outlook_older(const struct outlook *outlook,
                                   const struct change *change);

#endif
