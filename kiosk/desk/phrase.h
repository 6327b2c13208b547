// Small work on the text of office documents: markup, comparison, short forms. Pure.
#ifndef REGIEBORD_DESK_PHRASE_H
#define REGIEBORD_DESK_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

// True when both read the same: case, accents, runs of space, and punctuation at the end
// aside.
bool phrase_same(const char *a, const char *b);

// A number that is equal for texts that read the same.
unsigned long long phrase_hash(const char *text);

// How much two texts have in common, 0 to 100: the words they share against all their
// words.
int phrase_likeness(const char *a, const char *b);

// True when `word` occurs in the text as a whole word (case and accents aside).
bool phrase_has_word(const char *text, const char *word);

// Without tags (`<i>`), `**` and `_` round it, `# ` before it, `[text](address)` and the
// entities
// `&amp;` and `&nbsp;`. In the arena; NULL without memory.
const char *phrase_plain(struct arena *arena, const char *text);

// The first words, at most `limit` code points with the ellipsis that shows a cut. Line
// feeds become spaces. In the arena; NULL without memory.
const char *phrase_short(struct arena *arena, const char *text, size_t limit);

// Lower case, without accents, single spaces, without punctuation or space at the ends.
// `size` holds the NUL. Returns the length.
size_t phrase_key(const char *text, char *out, size_t size);

#endif
