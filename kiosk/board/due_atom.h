// The parts of a due term that mean something, in the order of the text. Only due*.c
// include this.
#ifndef REGIEBORD_BOARD_DUE_ATOM_H
#define REGIEBORD_BOARD_DUE_ATOM_H

#include <stdbool.h>
#include <stddef.h>

#include "board/due_token.h"

enum atom_kind {
    ATOM_MARK,   // - ( , .
    ATOM_FILLER, // words without weight: in, het, uiterlijk
    ATOM_WORD,   // words that are none of these
    ATOM_UNSURE, // words or numbers that make a period uncertain: 31-02-2024, week 12, niet
    ATOM_DAY,    // a: year, b: month, c: day; exists
    ATOM_YEAR,   // a: year
    ATOM_SPAN,   // a, b: first and last year, a < b
    ATOM_MONTH,  // a: month
    ATOM_MONTH_YEAR, // a: month, b: year
    ATOM_DAY_MONTH,  // a: day, b: month
    ATOM_SEASON,     // a: SEASON_*
    ATOM_QUARTER,    // a: 1-4
    ATOM_HALF,       // a: 1-2
    ATOM_PART,       // a: 1 begin, 2 medio, 3 eind
    ATOM_SCHOOL,     // schooljaar
    ATOM_START,      // start, vanaf
    ATOM_BEFORE,     // voor; a: 1 when written vóór
    ATOM_CONTINUOUS,
    ATOM_EVERY,        // a: days between
    ATOM_AFTER,        // a: days after the start
    ATOM_NEVER_FILLED, // p.m., xx
    ATOM_KIND_COUNT
};

enum { SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER };

struct atom {
    enum atom_kind kind;
    int a, b, c;
};

// Writes at most TOKEN_MAX atoms and returns how many.
size_t atoms_read(const struct tokens *tokens, struct atom atoms[TOKEN_MAX]);

#endif
