// Dates, durations and sentences as people here write them. All write at most `size` bytes
// with a NUL.
#ifndef REGIEBORD_VIEW_FORMAT_H
#define REGIEBORD_VIEW_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#include "board/due.h"
#include "view/words.h"

enum { FORMAT_SIZE = 160 }; // room enough for one line

// Fills a template of words.h: %d takes an int, %s a const char *. Never overflows.
void format_fill(char *out, size_t size, const char *template, ...);

void format_day(char *out, size_t size, enum lang lang, int32_t day);      // 27 nov
void format_day_year(char *out, size_t size, enum lang lang, int32_t day); // 27 nov 2025
void format_day_week(char *out, size_t size, enum lang lang, int32_t day); // di 27 nov
void format_day_whole(char *out, size_t size, enum lang lang,
                      int32_t day);                    // di 27 november
void format_clock(char *out, size_t size, int minute); // 10.42

// vandaag, 1 dag, 46 dagen, 20 weken: days up to 60, then weeks.
void format_days(char *out, size_t size, enum lang lang, int days);
// vandaag, morgen, over 16 dagen.
void format_ahead(char *out, size_t size, enum lang lang, int days);
// The day, with the year when it is another year than today's.
void format_when(char *out, size_t size, enum lang lang, int32_t day, int32_t today);

#endif
