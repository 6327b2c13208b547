// Wanneer: a period with precision, never a bare date. Read from the words of Dutch plans.
#ifndef REGIEBORD_BOARD_DUE_H
#define REGIEBORD_BOARD_DUE_H

#include <stdbool.h>
#include <stdint.h>

enum due_kind {
    DUE_NONE,       // nothing, p.m., xx: not filled in
    DUE_DAY,        // 12-05-2024
    DUE_MONTH,      // mei 2024
    DUE_QUARTER,    // Q3 2024
    DUE_SEASON,     // najaar 2017, eind 2024
    DUE_HALF,       // 1e helft 2017-2018, eerste helft 2024
    DUE_SCHOOLYEAR, // 2017-2018: 1 August to 31 July
    DUE_YEAR,       // 2023
    DUE_CONTINUOUS, // continu, continue, doorlopend
    DUE_RECURRING,  // ten minste 3x per jaar, elke vier maanden, twee keer per jaar
    DUE_RELATIVE,   // een jaar na de start
    DUE_UNREAD,     // words that are none of these: kept as they are
};

struct due {
    enum due_kind kind;
    int32_t from, to;   // first and last day for DUE_DAY .. DUE_YEAR, else DAY_NONE
    int16_t every_days; // DUE_RECURRING: days between two rounds; DUE_RELATIVE: days after
                        // the start
    bool starts;        // the words name a start ("start najaar 2017"), not an end
};

// Reads `text`; NULL is nothing. Case and accents do not matter, and words may stand round
// the period
// ("2e implementatiejaar 2017-2018", "2017-2018 (trimesterrapportages)", "uiterlijk mei
// 2024"): the period counts. Never fails and never guesses: what could mean two things, or
// names a date that does not exist, is DUE_UNREAD. The choices made:
// - voorjaar is March to May, zomer June to August, najaar and herfst September to
// November, winter
//   December to February (winter 2017 and winter 2017-2018 are the same one); DUE_SEASON;
// - begin, medio, eind of a year or school year are its first three, middle four and last
// three months
//   (DUE_SEASON), of a month days 1-10, 11-20 and the rest (DUE_MONTH), of anything else
//   the whole;
// - a half of a year begins in January or July, of a school year in August or February;
// - 2021-2025 (not consecutive) is DUE_YEAR from 2021 to 2025; 2017/18 is a school year;
// - `voor` and `vóór` a period: from and to are the day before it begins ("voor eind 2024"
// is eind 2024);
// - a month is a 12th of a year, so 3x a year and every four months are both 122 days; of
// "2 à 3 keer"
//   the least counts.
struct due due_read(const char *text);

// True when `due` ends in a period and `today` lies behind it. A start is not an end.
bool due_past(const struct due *due, int32_t today);

// True when `text`, a due or a funding, holds more than p.m., xx, n.t.b. or marks. `p.m.
// (JW, NPO)` is not filled in: the amount is still open.
bool due_filled(const char *text);

#endif
