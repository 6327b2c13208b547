// Edits become entries of the log: only those that change something.
#ifndef REGIEBORD_SHARE_EDIT_H
#define REGIEBORD_SHARE_EDIT_H

#include "base/env.h"
#include "share/share.h"
#include "store/fold.h"
#include "store/schema.h"

// Adds the entries to the fold alone. False (logged, the fold is of no use any more) when
// an edit is impossible or memory runs out.
bool edit_mint(struct fold *fold, const struct schema *schema,
               const struct share_edit *edits, size_t count, const struct env *env,
               struct share_result *result);

#endif
