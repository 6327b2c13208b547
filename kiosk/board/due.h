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
    DUE_SEASON,     // najaar 2017
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
    int16_t every_days; // DUE_RECURRING: days between two rounds; DUE_RELATIVE: days after the start
    bool starts;        // the words name a start ("start najaar 2017"), not an end
};

// Reads `text`. `Wanneer` may carry words round the period ("2e implementatiejaar 2017-2018", "2-jarig:
// 1e jaar 2017-2018", "2017-2018 (trimesterrapportages)", "eind 2024"): the period counts. Never fails:
// what cannot be read is DUE_UNREAD.
struct due due_read(const char *text);

// True when `due` ends in a period and `today` lies behind it.
bool due_past(const struct due *due, int32_t today);

#endif
