// The progress that an export wrote (sporen.csv and its neighbours), as edits of a board
// that is not there yet.
#ifndef REGIEBORD_DESK_PLAN_PROGRESS_H
#define REGIEBORD_DESK_PLAN_PROGRESS_H

#include "desk/plan.h"

// The key in the shared file of a row that an export names: its own under the same slug,
// one below the slug under another, so that a copy of a board takes no rows of it.
const char *progress_row(struct programme *programme, const struct plan_options *options,
                         const char *row);
// That of the track of an action in a column.
const char *progress_track_row(struct programme *programme,
                               const struct plan_options *options, const char *code,
                               const char *column);

bool progress_any(const struct programme *programme);

// The oldest moment that the progress names: the plan comes before it.
int64_t progress_start_ms(struct programme *programme, int64_t now_ms);

// A report counts from the day that it names, else from now. Who made it is not in an
// export: PROGRESS_AUTHOR.
#define PROGRESS_AUTHOR "uitvoer"
void progress_put(struct plan *plan, struct programme *programme,
                  const struct plan_options *options);

#endif
