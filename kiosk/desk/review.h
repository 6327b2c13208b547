// Is what was read sound, and what of it could not be understood?
#ifndef REGIEBORD_DESK_REVIEW_H
#define REGIEBORD_DESK_REVIEW_H

#include "desk/programme.h"

enum { REVIEW_VALUE_BYTES = 60 * 1024, REVIEW_CODE_BYTES = 24 };

// Adds findings. Errors: the same key twice, a line that points to a row, goal, action or
// column that does not exist, too many stages or rungs, a text that the shared file cannot
// hold. Warnings: planning terms, scopes and references that do not read. To be called when
// columns are known.
void review_programme(struct programme *programme);

#endif
