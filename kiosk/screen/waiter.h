// Sleeps until something happens, on drivers where SDL would only pretend to and look a
// thousand times a second. Knows no SDL: it reads its own copies of the input devices, just
// to wake up.
#ifndef REGIEBORD_SCREEN_WAITER_H
#define REGIEBORD_SCREEN_WAITER_H

#include <stdbool.h>

struct waiter;

// `input_dir` holds the devices ("/dev/input"); NULL: waits for waiter_wake only. A folder
// that is missing, or may not be read, is logged and goes without. NULL when the kernel
// refuses what it always needs.
struct waiter *waiter_create(const char *input_dir);
void waiter_destroy(struct waiter *waiter);

// Returns when an input device moved, one was plugged in or out, waiter_wake was called, a
// signal came, or after timeout_ms (negative: never).
void waiter_wait(struct waiter *waiter, int timeout_ms);

// From any thread, and from signal handlers. A wake before the wait ends that wait.
void waiter_wake(struct waiter *waiter);

#endif
