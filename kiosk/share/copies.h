// The copies that sync engines make when two sites wrote at once.
#ifndef REGIEBORD_SHARE_COPIES_H
#define REGIEBORD_SHARE_COPIES_H

#include <stdbool.h>
#include <stddef.h>

#include "share/folder.h"

// True for a name that only a sync engine gives: Syncthing's board.sync-conflict-*.sqlite,
// and the board (conflicted copy *).sqlite and board_conflict-*.sqlite of Nextcloud; the
// same for the outbox of a device, board.dev-<id>.
bool copies_known(const char *name);

// Removes the copies that say nothing which the log does not, once board.sqlite says all
// that the log does: the caller knows that it does. Returns how many.
size_t copies_remove(struct folder *folder);

#endif
