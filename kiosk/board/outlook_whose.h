// How many exceptions and gaps are whose, and the gaps one by one; worked out when it is
// first asked for and kept as long as the outlook is. Ask from one thread only.
#ifndef REGIEBORD_BOARD_OUTLOOK_WHOSE_H
#define REGIEBORD_BOARD_OUTLOOK_WHOSE_H

#include "board/outlook.h"

// As outlook_part and outlook_gaps count them.
struct whose_count {
    size_t kinds[ATTENTION_GAP];
    size_t gaps[GAP_KIND_COUNT];
};

// Of everybody, a column or a body. NULL of a lead, whom outlook_part counts, and when
// memory runs out.
const struct whose_count *outlook_count(struct outlook *outlook, const struct whose *whose);

// As gap_list. They stand until those of somebody else are asked for. Returns how many
// there are; 0 when memory runs out.
size_t outlook_gap_list(struct outlook *outlook, enum gap_kind kind,
                        const struct whose *whose, const struct gap **out);

// For outlook_destroy.
struct outlook_whose;
void outlook_whose_destroy(struct outlook_whose *whose); // NULL is fine

#endif
