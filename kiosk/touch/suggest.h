// Words to finish what is being typed: at a wall typing is slow.
#ifndef REGIEBORD_TOUCH_SUGGEST_H
#define REGIEBORD_TOUCH_SUGGEST_H

#include <stddef.h>

#include "touch/field.h"

enum { SUGGEST_MAX = 3 };

// Words or short phrases, in order of preference; borrowed. The board's own come first.
struct suggest_list {
    const char *const *own;
    size_t own_count;
    const char *const *common;
    size_t common_count;
};

// Bytes of the word that ends at the cursor; 0 when there is none.
size_t suggest_word(const struct field *field);

// The first words (at most SUGGEST_MAX) that begin with the word before the cursor,
// whatever its case and accents, without what is already typed in full and without doubles.
// Returns how many; they point into the list.
size_t suggest_find(const struct suggest_list *list, const struct field *field,
                    const char *out[SUGGEST_MAX]);

// Puts `word` and a space in the place of the word before the cursor, with a capital when
// that had one. Nothing changes, and false, when it does not fit.
bool suggest_take(struct field *field, const char *word);

#endif
