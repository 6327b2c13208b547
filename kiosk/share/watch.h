// Tells when something in the shared folder may have changed. It can miss what a network
// file system changes elsewhere, so its user looks for himself now and then as well.
#ifndef REGIEBORD_SHARE_WATCH_H
#define REGIEBORD_SHARE_WATCH_H

#include "base/env.h"

struct watch;

// The folder need not be there. NULL when the system gives no watch at all (logged).
struct watch *watch_create(const char *folder);
void watch_destroy(struct watch *watch); // NULL is fine

// Whether nothing can happen in the folder that it does not tell.
bool watch_hears_all(const struct watch *watch, const struct env *env);

// Becomes readable when there is something to take, or when something was mounted: the
// folder may be another one then.
int watch_fd(const struct watch *watch);

// Takes all that happened. True when a board file may have changed, or the folder itself.
bool watch_take(struct watch *watch);

// Watches the folder that has the name now, if it is another one than before. True when it
// is.
bool watch_renew(struct watch *watch);

#endif
