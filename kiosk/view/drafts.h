// Texts that were begun on the keyboard and not sent yet. They survive going back, idle
// return and a power cut; a sent or emptied one goes.
#ifndef REGIEBORD_VIEW_DRAFTS_H
#define REGIEBORD_VIEW_DRAFTS_H

#include <stdbool.h>
#include <stddef.h>

#include "board/update.h"
#include "touch/field.h"

// What the keyboard of SCREEN_WRITE is open for.
enum writing {
    WRITING_NOTE,   // about a track
    WRITING_REASON, // of a track that is stuck or asks attention
    WRITING_ASKED,  // what is asked of whoever has the bottleneck
    WRITING_TASK,   // what an action point of a meeting asks
    WRITING_NAME,   // somebody who is not on the board yet
    WRITING_COUNT
};

enum { DRAFTS_MAX = 8, WRITING_ASKED_CHARS = 140 };

struct draft_text {
    enum writing writing;
    char board[36];                   // slug
    char select[72];                  // "2.1a/jeugdhulp"
    char author[UPDATE_AUTHOR_BYTES]; // "": begun by nobody that is known
    char text[FIELD_BYTES];           // clean
};

// Plain data, zeroed when empty.
struct drafts {
    struct draft_text list[DRAFTS_MAX]; // the one touched last comes last
    int count;
};

// Most characters of a kind of text.
size_t writing_chars(enum writing writing);

// The newest draft about a subject that `who` may go on with: his own or one of nobody
// known; anybody's while `who` is "". NULL when there is none.
const struct draft_text *drafts_find(const struct drafts *drafts, const char *board,
                                     enum writing writing, const char *select,
                                     const char *who);

// Keeps a draft in the place of the one that its author (or nobody known) had about the
// same; an empty text only takes that one away. The oldest goes when there are too many.
// Names are not kept: whoever comes next is somebody else. False when nothing changed.
bool drafts_put(struct drafts *drafts, const struct draft_text *draft);

// All of them as one text of lines, for whoever keeps it; the caller frees it. "" when
// there are none, NULL when memory runs out.
char *drafts_write(const struct drafts *drafts);

// Reads such a text, which anybody may have tampered with: lines that mean nothing are
// passed over, the rest is cleaned and cut.
void drafts_read(struct drafts *drafts, const char *text);

#endif
