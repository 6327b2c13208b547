// What the service manager is told: that the wall is up, that it still lives. The protocol
// of sd_notify(3), one datagram a message, without its library. Does nothing when nobody
// asked to be told.
#ifndef REGIEBORD_BASE_NOTIFY_H
#define REGIEBORD_BASE_NOTIFY_H

#include <stdbool.h>
#include <stdint.h>

// Sends assignments such as "READY=1" or "STATUS=text" to the socket that NOTIFY_SOCKET
// names. False when there is none, or it takes nothing.
bool notify_send(const char *assignments);

// How often WATCHDOG=1 must be sent, ms: a third of what the manager waits for, so that one
// that comes late is no end. 0: it does not wait for any.
int64_t notify_watchdog_ms(void);

#endif
