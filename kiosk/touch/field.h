// A line of text being typed, by the on-screen keyboard or a real one. Always well-formed
// UTF-8.
#ifndef REGIEBORD_TOUCH_FIELD_H
#define REGIEBORD_TOUCH_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "touch/sample.h"

enum { FIELD_BYTES = 1200 }; // a note of 280 characters, whatever they are

// Plain data. Change it with the functions only.
struct field {
    char text[FIELD_BYTES]; // ended by a NUL
    size_t length;          // bytes
    size_t cursor;          // bytes before it; always between code points
    size_t max_chars;
};

// Empty, for at most `max_chars` code points (at most FIELD_BYTES / 4 - 1 is used).
void field_init(struct field *field, size_t max_chars);

// Replaces all by `text`, cleaned and cut where it does not fit; the cursor goes to the
// end.
void field_set(struct field *field, const char *text);

// Types at the cursor: cleaned, all or nothing. False when it does not fit or nothing was
// left of it.
bool field_insert(struct field *field, const char *text);

// Takes away the code point before the cursor; false when there is none.
bool field_erase(struct field *field);

// Takes away `bytes` bytes before the cursor (which must end between code points).
void field_cut(struct field *field, size_t bytes);

// The cursor: one code point back or on (false at the end), or to the nearest place at or
// before a byte offset, as measured under a touch.
bool field_step(struct field *field, int direction);
void field_place(struct field *field, size_t byte);

// A sample of a real keyboard: text, erase, left, right, home. True when the field took it.
bool field_feed(struct field *field, const struct sample *sample);

size_t field_chars(const struct field *field);

#endif
