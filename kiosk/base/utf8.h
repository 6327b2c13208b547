// UTF-8 (RFC 3629): read strictly, with damage and danger replaced by U+FFFD.
#ifndef REGIEBORD_BASE_UTF8_H
#define REGIEBORD_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Reads the code point at `text[*at]` (of `length` bytes) and moves *at behind it. A
// malformed byte gives U+FFFD and moves by one. At the end it gives 0 and does not move.
uint32_t utf8_next(const char *text, size_t length, size_t *at);

// Writes a code point (1 to 4 bytes, no NUL behind it) and returns how many bytes it took.
size_t utf8_put(uint32_t point, char out[4]);

// Number of code points.
size_t utf8_count(const char *text);

// The length without a code point that was cut off at the end; `text` is well-formed for
// the rest.
size_t utf8_whole(const char *text, size_t length);

// True when all of it is well-formed.
bool utf8_valid(const char *text, size_t length);

// Makes text from a foreign file fit for a screen, a log or a report: malformed bytes
// become U+FFFD; control characters (C0, DEL, C1; tab and line feed stay when `lines`, else
// become spaces), bidi controls (U+061C, U+200E/F, U+202A-E, U+2066-9) and noncharacters
// are dropped. Cut between code points where `size` bytes (with the NUL) do not hold it.
// Returns the length written.
size_t utf8_clean(const char *text, size_t length, bool lines, char *out, size_t size);

// Lower case without accents, for search and comparison: 'É' -> 'e'. Other letters stay.
// Returns the length written (with a NUL, at most `size` bytes).
size_t utf8_fold(const char *text, char *out, size_t size);

// Whether two texts differ in nothing but case and accents.
bool utf8_same(const char *a, const char *b);

#endif
