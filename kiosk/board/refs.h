// The codes that an action refers to, as its column `refs` lists them.
#ifndef REGIEBORD_BOARD_REFS_H
#define REGIEBORD_BOARD_REFS_H

#include <stdbool.h>

enum { REF_BYTES = 64 };

// Takes the next code from a list that is separated by commas, semicolons and space; words
// without a digit ("zie 3.4") are passed over. What is too long to be a code is cut, so
// that it leads nowhere. False at the end of the list.
bool ref_next(const char **list, char code[REF_BYTES]);

#endif
