#include "view/words.h"

static const char *const table[WORD_COUNT][LANG_COUNT] = {
#define X(name, dutch, english) [WORD_##name] = {dutch, english},
#include "view/words_board.h"
#include "view/words_rooms.h"
#include "view/words_device.h"
#undef X
};

const char *words_get(enum lang lang, enum word word)
{
    return table[word][lang];
}

const char *words_weekday(enum lang lang, int day_of_week, int whole)
{
    static const char *const days[LANG_COUNT][2][7] = {
        {{"ma", "di", "wo", "do", "vr", "za", "zo"},
         {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}},
        {{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
         {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}},
    };

    return days[lang][whole != 0][day_of_week];
}

const char *words_month(enum lang lang, int month, int whole)
{
    static const char *const months[LANG_COUNT][2][12] = {
        {{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov",
          "dec"},
         {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
          "september", "oktober", "november", "december"}},
        {{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
          "Dec"},
         {"January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December"}},
    };

    return months[lang][whole != 0][month - 1];
}
