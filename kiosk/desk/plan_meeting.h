// The meetings of a programme, as edits of the shared file.
#ifndef REGIEBORD_DESK_PLAN_MEETING_H
#define REGIEBORD_DESK_PLAN_MEETING_H

#include "desk/plan.h"

void meeting_put(struct plan *plan, struct programme *programme,
                 const struct plan_options *options, int64_t at_ms);

#endif
