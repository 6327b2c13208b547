// The course that things took: the reports of verloop.csv as edits at the moment when they
// were made.
#ifndef REGIEBORD_DESK_COURSE_H
#define REGIEBORD_DESK_COURSE_H

#include "desk/plan.h"

// Adds the edits of all reports, oldest first. The plan's own edits must be older.
void course_replay(struct plan *plan, struct programme *programme,
                   const struct plan_options *options);

// The moment of the oldest report; now when there is none.
int64_t course_start_ms(const struct programme *programme, int64_t now_ms);

// "{jaar}" and "{jaar+1}" in a due as years, counted from that of a day.
const char *course_due(struct programme *programme, const char *text, int32_t today);

// "10.30" or "10:30" as minute of the day; -1 when it is neither.
int course_minute(const char *text);

#endif
