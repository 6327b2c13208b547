// Headings inside a programme table: `AMBITIE 1: ...`, `1.1 ...`, `Doel I ...`.
#ifndef REGIEBORD_DESK_SECTION_H
#define REGIEBORD_DESK_SECTION_H

#include <stdbool.h>

enum section_level {
    SECTION_AMBITION,
    SECTION_GOAL,
    SECTION_EITHER // "Doel 2": a row of the wall, or a goal where rows are called something
                   // else
};

struct section {
    enum section_level level;
    char code[16];     // "1", "1.1"
    const char *title; // in the text; may be empty
    const char
        *kind; // what the row is called: "Ambitie", "Doel", "Fase"; "" when only numbered
};

// Reads plain text as a heading. Without a word in front (`1.1 ...`, `2. ...`) it counts
// only when `numbered` says that bare numbers are headings here. False when it is none.
bool section_read(const char *text, bool numbered, struct section *section);

#endif
