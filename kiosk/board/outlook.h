// What screens ask about a board again and again, worked out once per board and day, so
// that a frame does not walk the board. Most of it comes when it is first asked for: ask
// from one thread only.
#ifndef REGIEBORD_BOARD_OUTLOOK_H
#define REGIEBORD_BOARD_OUTLOOK_H

#include "board/search.h"
#include "board/signal.h"

struct outlook {
    const struct board *board; // not owned
    int32_t today;
    struct arena arena; // owns what follows
    struct gaps gaps;
    const struct attention *attention; // all of attention_list, the gaps among them
    size_t attention_first[ATTENTION_KIND_COUNT + 1]; // where each kind begins in it
    struct search search;                             // ask by search_find
    // Ask by the functions below.
    struct pace *paces;
    struct cell_state **cells;
    const struct track **tracks;
    size_t *tracks_first;
    uint32_t *newest, *older;
    struct movement movement;
    int64_t movement_ms; // since when; INT64_MIN: not known yet
};

// NULL when memory runs out. The board must live longer; the caller frees it with
// outlook_destroy.
struct outlook *outlook_create(const struct board *board, int32_t today);
void outlook_destroy(struct outlook *outlook); // NULL is fine

const struct pace *outlook_pace(const struct outlook *outlook,
                                const struct ambition *ambition);

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
// more).
const struct change *outlook_newest(const struct outlook *outlook,
                                    const struct action *action);
const struct change *outlook_older(const struct outlook *outlook,
                                   const struct change *change);

#endif
