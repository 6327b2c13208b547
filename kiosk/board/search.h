// Actions by a few letters: of their code, title, text, partners, goal or leads.
#ifndef REGIEBORD_BOARD_SEARCH_H
#define REGIEBORD_BOARD_SEARCH_H

#include "board/board.h"

enum { SEARCH_MAX = 200, SEARCH_QUERY = 96 };

// What was found last, and the folded texts of the board once something was looked for. {0}
// is one that never looked.
struct search {
    struct arena arena; // owns the texts
    const struct search_text *texts;
    char query[SEARCH_QUERY];
    const struct action *found[SEARCH_MAX];
    size_t count;
};

// The matches for these letters, whatever their case and accents: best first, in the order
// of the plan where they are equal, at most SEARCH_MAX. Always of the same board. None when
// memory runs out.
const struct action *const *search_find(struct search *search, const struct board *board,
                                        const char *query, size_t *count);
void search_finish(struct search *search);

#endif
