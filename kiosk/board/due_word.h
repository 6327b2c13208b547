// The vocabulary of due terms. Only due*.c include this.
#ifndef REGIEBORD_BOARD_DUE_WORD_H
#define REGIEBORD_BOARD_DUE_WORD_H

#include <stdbool.h>

#include "board/due_atom.h"

// What a folded word means by itself; false, and nothing written, when it is not known.
bool due_word(const char *text, struct atom *atom);

// Words as numbers; false, and nothing written, when they are none.
bool due_count(const char *text, int *value);   // een, twaalf
bool due_times(const char *text, int *value);   // eens, tweemaal
bool due_ordinal(const char *text, int *value); // eerste, ie (a typed Roman 1 with e)
// A unit of time as 12ths of a day, so that months come out whole: a month is 365 of them.
bool due_unit(const char *text, int *value);

#endif
