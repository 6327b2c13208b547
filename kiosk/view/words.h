// Every word on the screen, in Dutch and in English.
#ifndef REGIEBORD_VIEW_WORDS_H
#define REGIEBORD_VIEW_WORDS_H

enum lang { LANG_NL, LANG_EN, LANG_COUNT };

// WORD_BOARD ...: every word stands once, with both texts, in one of the lists.
enum word {
#define X(name, dutch, english) WORD_##name,
#include "view/words_board.h"
#include "view/words_rooms.h"
#include "view/words_device.h"
#undef X
    WORD_COUNT
};

const char *words_get(enum lang lang, enum word word);

// Week days and months: short ("di", "nov") or whole.
const char *words_weekday(enum lang lang, int day_of_week, int whole);
const char *words_month(enum lang lang, int month, int whole);

#endif
