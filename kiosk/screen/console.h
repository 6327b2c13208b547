// The virtual console that a kiosk without a desktop stands on: nothing is printed on it,
// no key types into what lies behind it, and nobody switches to another one.
#ifndef REGIEBORD_SCREEN_CONSOLE_H
#define REGIEBORD_SCREEN_CONSOLE_H

#include <stdbool.h>

// Takes the terminal of this process when it is a virtual console: brings it to the front,
// turns its text and cursor off, mutes its keyboard and refuses to switch away. False when
// there is none, as on a desktop (not logged), or when it refuses something (logged).
bool console_take(void);

// Gives it back as it was. Fine when it was never taken.
void console_leave(void);

// Keys that end or stop a program from its terminal mean nothing any more. SIGTERM does:
// the service manager ends the wall with it.
void console_ignore_signals(void);

#endif
