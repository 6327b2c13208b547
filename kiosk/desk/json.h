// Values of JSON. Text of a board is clean UTF-8; what is not becomes U+FFFD.
#ifndef REGIEBORD_DESK_JSON_H
#define REGIEBORD_DESK_JSON_H

#include <stdint.h>
#include <stdio.h>

void json_text(FILE *out, const char *text);
// `"key":"text"` behind `before`; NULL is null.
void json_field(FILE *out, const char *before, const char *key, const char *text);
// A day as "2025-11-27"; DAY_NONE is null.
void json_day(FILE *out, const char *before, const char *key, int32_t day);
// A moment as "2025-11-27T14:00" in local time; 0 is null.
void json_moment(FILE *out, const char *before, const char *key, int64_t at_ms);

#endif
