// The meetings of a programme, as edits of the shared file.
#ifndef REGIEBORD_DESK_PLAN_MEETING_H
#define REGIEBORD_DESK_PLAN_MEETING_H

#include "desk/plan.h"

// `at_ms`: of the plan's edits, 0: now. Where it is an earlier moment, the state of a
// meeting that was held after it is left to meeting_hold, which gives it that state when it
// was over.
void meeting_put(struct plan *plan, struct programme *programme,
                 const struct plan_options *options, int64_t at_ms);
void meeting_hold(struct plan *plan, struct programme *programme,
                  const struct plan_options *options, int64_t at_ms);

// The meeting that "regiegroep/-47" names, as it stands in overleggen.csv; NULL when there
// is none.
const struct item *meeting_named(const struct programme *programme, const char *name);

// Decisions that a person wrote down name their meeting as overleggen.csv does
// ("regiegroep/-47"): gives them the key of its row, a moment in it where they have none,
// and years for "{jaar}". One that names none keeps its
// words. Does nothing to what an export wrote.
void meeting_decisions_find(struct programme *programme,
                            const struct plan_options *options);

#endif
