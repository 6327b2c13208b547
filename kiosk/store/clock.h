// The hybrid clock of the log: Unix milliseconds << 16 | counter, in a signed 64-bit
// number. It follows the wall clock, never repeats itself, and always beats what the user
// saw in the row he touches. It is not dragged along by the times of others: an entry of
// 2099 spoils only its own row.
#ifndef REGIEBORD_STORE_CLOCK_H
#define REGIEBORD_STORE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

// The time for a new entry of this device. `own_last` is the newest entry that the device
// made itself, `row_newest` the newest of all entries of the row; -1 when there is none.
int64_t clock_next(int64_t now_ms, int64_t own_last, int64_t row_newest);

// What every device accepts from others: 0 <= hlc < 2^62.
bool clock_valid(int64_t hlc);

// When that was, in Unix milliseconds.
int64_t clock_ms(int64_t hlc);

// The first hlc of a moment. A moment before 1970 or beyond the range is brought within it.
int64_t clock_at(int64_t at_ms);

#endif
