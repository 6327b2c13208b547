// What people may want to type about a board: its own words, whole sentences, and the
// words that everybody uses. Made once when the keyboard opens.
#ifndef REGIEBORD_BOARD_WORDLIST_H
#define REGIEBORD_BOARD_WORDLIST_H

#include "board/board.h"

enum { WORDLIST_SENTENCES = 12, WORDLIST_SENTENCE_BYTES = 96 };

// What is going to be typed.
enum wordlist_kind { WORDLIST_NOTE, WORDLIST_REASON, WORDLIST_ASKED, WORDLIST_NAME };

struct wordlist {
    struct arena arena; // owns what follows, but for what lives in the board or the binary
    const char **own;   // words of the open action and track, then names of the board
    size_t own_count, own_room;
    const char **common; // of the language, the most useful first
    size_t common_count, common_room;
    const char *sentences[WORDLIST_SENTENCES]; // to tap whole, the likeliest first
    size_t sentence_count;
};

// Fills a list for an action (NULL: none). It borrows from the board, so it must go before
// the board does. When memory runs out it holds what fitted: suggestions are a help, no
// more.
void wordlist_make(struct wordlist *list, const struct board *board,
                   const struct action *action, enum wordlist_kind kind);
void wordlist_finish(struct wordlist *list); // zeroed afterwards

#endif
