// One page of paper: rows of cells that are as high as they are said to be, and a count of
// the height that is left, so that what is written is never more than one A4.
#ifndef REGIEBORD_DESK_A4_H
#define REGIEBORD_DESK_A4_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "board/signal.h"

// What stands before a row: a sign of the wall, or one of those that it has beside them.
enum a4_mark {
    A4_MARK_OVERDUE = SIGN_COUNT, // a clock
    A4_MARK_SHIFTED,              // an arrow
    A4_MARK_PACE,                 // bars of unequal length
    A4_MARK_NONE
};

enum { A4_CELLS = 6 };

// How letters are set; line_mm is the height of a line.
struct a4_type {
    double size_pt, line_mm, gap_mm; // gap: under each row
    int lines;                       // a text takes at most so many; then it ends in ...
};

struct a4_row {
    int mark; // an enum sign or a4_mark
    struct {
        const char *text; // not owned
        double width_mm;
        bool bold;
    } cells[A4_CELLS]; // up to the first without a width
};

struct a4 {
    FILE *out;           // not owned
    struct arena *arena; // not owned: for texts that are made
    double room_mm;      // height that is left
};

// The head of the page: programme, region, period, what paper this is, and VOORBEELD.
// `room_mm` is what a page has left under it.
void a4_begin(struct a4 *page, FILE *out, struct arena *arena, const struct board *board,
              const char *what, const char *when);
// The foot, with the source of the programme and the moment of printing; then the end.
void a4_end(struct a4 *page, const struct board *board, int64_t now_ms);

enum { A4_HEADING_MM = 8 };
void a4_heading(struct a4 *page, const char *text);
// The same in a part of a page, without counting its height.
void a4_part_heading(FILE *out, const char *text, double width_mm);

double a4_row_mm(const struct a4_row *row, const struct a4_type *type);
void a4_row(struct a4 *page, const struct a4_row *row, const struct a4_type *type);
double a4_rows_mm(const struct a4_row *rows, size_t count, const struct a4_type *type);

// How many rows fit in `room_mm`, keeping place for the line of the rest when not all do.
size_t a4_fitting(const struct a4_row *rows, size_t count, const struct a4_type *type,
                  double room_mm);
// Writes as many as fit in `room_mm`, then "en nog 23 punten, zie het bord" with `unit` as
// the word for them.
void a4_rows(struct a4 *page, const struct a4_row *rows, size_t count,
             const struct a4_type *type, double room_mm, const char *one, const char *many);

void a4_mark(FILE *out, int mark);
// Lines of text in a width; `most` of them, the last one with ... when more would follow.
void a4_lines(FILE *out, const char *text, double width_mm, const struct a4_type *type,
              int most, bool bold);
void a4_space(struct a4 *page, double height_mm);

#endif
