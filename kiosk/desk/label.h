// The short names of a row on the wall, made from its title in a raw document.
#ifndef REGIEBORD_DESK_LABEL_H
#define REGIEBORD_DESK_LABEL_H

#include "base/arena.h"

// The first word that names something, at most 9 code points, with a capital; the start of
// the title when there is none. In the arena; NULL without memory.
const char *label_word(struct arena *arena, const char *title);

// Two lines of at most 12 code points from that word on, `/` between them; one line when
// that holds it. As label_word.
const char *label_wall(struct arena *arena, const char *title);

#endif
