// How much text a line on paper holds, whatever font the reader's machine has: widths are
// those of a wide sans (DejaVu Sans), so that a usual one is never wider.
#ifndef REGIEBORD_DESK_FIT_H
#define REGIEBORD_DESK_FIT_H

#include <stddef.h>

// The width of `length` bytes of text in a size of letters, at most.
double fit_width_mm(const char *text, size_t length, double size_pt);

// The bytes of the first line of `text` within a width: up to the last space that fits,
// else inside a word; up to a line feed. At least one letter; 0 at the end of the text.
size_t fit_line(const char *text, double width_mm, double size_pt);

// `text` from behind the line that fit_line found: without the space between.
const char *fit_next(const char *text, size_t line);

// The lines that all of it takes, at most `most`; 0 for nothing but space.
int fit_lines(const char *text, double width_mm, double size_pt, int most);

#endif
