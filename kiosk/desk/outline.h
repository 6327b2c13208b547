// Where an action of a document belongs: the rows and goals above it, found or made as they
// come.
#ifndef REGIEBORD_DESK_OUTLINE_H
#define REGIEBORD_DESK_OUTLINE_H

#include "desk/programme.h"
#include "desk/section.h"

struct outline {
    struct programme *programme;
    const char *file;
    struct item *ambition, *goal; // the ones in force; NULL: none yet
};

// A heading was read: its row or goal is in force from here.
void outline_heading(struct outline *outline, const struct section *section, int line);

// A paragraph stands above a table: it is a goal, numbered in order. Its name is what comes
// before the sentence that explains it.
void outline_paragraph(struct outline *outline, const char *text, int line);

// A cell of a column Ambitie or Doel, as number, name or both; empty means as in the row
// above.
void outline_ambition_cell(struct outline *outline, const char *text, int line);
void outline_goal_cell(struct outline *outline, const char *text, int line);

// The goal of a code such as 2.1 or 2.1a.
void outline_code(struct outline *outline, const char *code, int line);

// The goal in force; made when there is none, so that every action has a place. Never NULL.
struct item *outline_goal(struct outline *outline, int line);

// At the end of the file: what has no name gets its number, and rows get their names for
// the wall.
void outline_finish(struct outline *outline);

#endif
