// Who takes part in an action: the words of a partners field taken apart into
// organisations.
#ifndef REGIEBORD_DESK_PARTNERS_H
#define REGIEBORD_DESK_PARTNERS_H

#include <stdbool.h>
#include <stddef.h>

#include "desk/programme.h"

// The organisations that are known: those of the programme itself before those of data/.
struct partners_book;

enum { PARTNERS_MAX = 64 };

struct partner {
    const char *name;                // as the source spells it
    const struct item *organisation; // ITEM_ORGANISATION; NULL: not known
};

// In the arena of the programme; organisations that are added later are not in it. Never
// NULL.
const struct partners_book *partners_book_make(struct programme *programme);

// Takes `text` apart at commas, semicolons, line ends, ` - `, `/`, `&` and "en", with the
// longest known name first, so that "swv po/vo" stays one and "swv po en swv vo" becomes
// two. What is not known is kept as it stands. Every name once. Returns how many, at most
// PARTNERS_MAX; the names belong to the programme.
size_t partners_split(struct programme *programme, const struct partners_book *book,
                      const char *text, struct partner out[PARTNERS_MAX]);

// The organisation of a name, NULL when it is not known.
const struct item *partners_find(const struct partners_book *book, const char *name);

#endif
