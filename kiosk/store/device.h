// Which device this is. A log that was copied to another machine (a cloned card) makes that
// machine a device of its own.
#ifndef REGIEBORD_STORE_DEVICE_H
#define REGIEBORD_STORE_DEVICE_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/env.h"

enum { DEVICE_DIGITS = 16 };

// Reads the name of the device from the log, or gives it one; on a machine that the log
// does not know (env->fingerprint) a new one, on one that it knows the name that it had
// there. False when the log cannot be read or written: nothing is changed then.
bool device_settle(sqlite3 *db, const struct env *env, char device[DEVICE_DIGITS + 1]);

#endif
