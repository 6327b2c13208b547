// Makes the bytes of a published file: the log, without what lies behind the horizon in
// force, and the plain tables that follow from it. The same set of entries always gives the
// same bytes.
#ifndef REGIEBORD_STORE_BUILD_H
#define REGIEBORD_STORE_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "store/fold.h"
#include "store/schema.h"

// *bytes belongs to the caller (free). False when memory runs out, a row cannot be written
// or the file would be beyond the limits (logged).
bool build_file(struct fold *fold, const struct schema *schema, unsigned char **bytes,
                size_t *size);

#endif
