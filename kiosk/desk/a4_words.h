// The words on paper: Dutch, plain, one sentence per point.
#ifndef REGIEBORD_DESK_A4_WORDS_H
#define REGIEBORD_DESK_A4_WORDS_H

#include "base/arena.h"
#include "board/signal.h"

// What is made lives in the arena; "" when memory runs out.

// The texts up to a NULL that are not empty, with `between` them.
const char *words_join(struct arena *arena, const char *between, ...);
const char *words_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

const char *words_day(struct arena *arena, int32_t day);       // 27 november 2025
const char *words_clock(struct arena *arena, int minute);      // 14.00 uur
const char *words_moment(struct arena *arena, int64_t now_ms); // 27 november 2025, 14.00
const char *words_count(struct arena *arena, size_t count, const char *one,
                        const char *many);
// "Regiegroep": with a capital.
const char *words_name(struct arena *arena, const char *name);

// "aandacht", and for a4_row its mark.
const char *words_kind(enum attention_kind kind);
int words_mark(enum attention_kind kind);
// One sentence that names the facts of an exception, without its code.
const char *words_exception(struct arena *arena, const struct board *board,
                            const struct attention *attention);
// "7 stappen vooruit, 1 terug, 2 nieuwe knelpunten"; "niets" when nothing moved.
const char *words_movement(struct arena *arena, const struct movement *movement);
// "In het plan ontbreekt: ..."; "" when nothing does.
const char *words_gaps(struct arena *arena, const struct gaps *gaps);

#endif
