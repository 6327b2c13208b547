// What somebody did, in words: for Laatste wijzigingen, the history of a card, conflicts.
#ifndef REGIEBORD_VIEW_DEED_WORDS_H
#define REGIEBORD_VIEW_DEED_WORDS_H

#include "view/scene.h"

enum { DEED_SIZE = 4 * FORMAT_SIZE }; // room for the words of a deed

// Adds what one change says to `out`, after a comma where something stands there already.
// False when it says nothing of its own.
bool change_words_add(const struct scene *scene, const struct change *change, char *out,
                      size_t size);

// What it is about: "2.1b Jeugdhulp", "2.1b"; "" when it is not about an action.
void change_subject_words(const struct scene *scene, const struct change *change, char *out,
                          size_t size);

// "2.1b Jeugdhulp: knelpunt, reden geld". Never empty.
void deed_words(const struct scene *scene, const struct deed *deed, char *out, size_t size);

// "vandaag 10.42", "3 nov 10.12".
void moment_words(const struct scene *scene, int64_t at_ms, char *out, size_t size);

#endif
