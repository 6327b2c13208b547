// The hybrid clock of the log: Unix milliseconds << 16 | counter, in a signed 64-bit
// number. It follows the wall clock, never repeats itself, and always beats what the user
// saw in the row he touches. It is not dragged along by the times of others: an entry of
// 2099 spoils only its own row.
#ifndef REGIEBORD_STORE_CLOCK_H
#define REGIEBORD_STORE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

// No version is older than this (2025-11-01), so no clock that is set says an earlier time.
#define CLOCK_RELEASE_MS INT64_C(1761955200000)

// The time for a new entry of this device. `own_last` is the newest entry that the device
// made itself, `row_newest` the newest of all entries of the row; -1 when there is none.
int64_t clock_next(int64_t now_ms, int64_t own_last, int64_t row_newest);

// What every device accepts from others: 0 <= hlc < 2^62.
bool clock_valid(int64_t hlc);

// True when the clock of the machine cannot be right: it stands before this program was
// made, or well before what the device did last.
bool clock_unset(int64_t now_ms, int64_t own_last);

// When that was, in Unix milliseconds.
int64_t clock_ms(int64_t hlc);

// The first hlc of a moment. A moment before 1970 or beyond the range is brought within it.
int64_t clock_at(int64_t at_ms);

#endif
