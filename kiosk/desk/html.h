// HTML for paper, and the one place where text of a board becomes HTML. No scripts, no
// links, nothing from a network.
#ifndef REGIEBORD_DESK_HTML_H
#define REGIEBORD_DESK_HTML_H

#include <stdio.h>

// Text as it may stand between tags and in a quoted attribute: what HTML reads as its own
// is escaped, control characters become spaces.
void html_text(FILE *out, const char *text);
void html_part(FILE *out, const char *text, size_t length);

// From the doctype to the opened page, and its end. A page is one A4.
void html_begin(FILE *out, const char *title);
void html_end(FILE *out);

#endif
