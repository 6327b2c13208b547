// The abbreviations that a board explains: its own, and those of data/ that occur in its
// texts.
#ifndef REGIEBORD_DESK_TERMS_H
#define REGIEBORD_DESK_TERMS_H

#include "desk/programme.h"

// Adds the shared abbreviations that the programme uses and does not explain itself.
void terms_find(struct programme *programme);

#endif
