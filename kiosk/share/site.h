// One device's part in the sharing, a step at a time and without a thread: its log, what it
// knows of the shared folder, when it publishes. The keeper runs it in the kiosk, the merge
// command once, the simulator a thousand times. All time, randomness and files come through
// env.
#ifndef REGIEBORD_SHARE_SITE_H
#define REGIEBORD_SHARE_SITE_H

#include "base/env.h"
#include "board/board.h"
#include "board/sync.h"
#include "board/update.h"

struct schema;

struct site_options {
    const char *share_dir, *state_dir; // copied; the state folder is made
    const struct env *env;             // not owned
    const struct schema *schema;       // not owned; NULL: the program's own
    const char *name;                  // of the device, for Beheer; NULL: none
};

struct site;

// Opens the log (state_dir/local.db). It is loaded by the first call that needs it; the
// first round also takes in what an earlier life left in the folder (.board.<dev>*.part).
// NULL and logged when the log cannot be opened.
struct site *site_open(const struct site_options *options);
// The log and the fold are there and agree from here on: opens and loads them where they
// are not. False while the disk refuses.
bool site_load(struct site *site);
// Publishes nothing any more. NULL is fine.
void site_close(struct site *site);

// Writes an update to the log, durably: true is the acknowledgement. False: it is not
// there, and may be tried again. A cell that no log may take (its text is too long) is left
// out, and logged.
bool site_write(struct site *site, const struct update *update);

// Brings every cell of a board (NULL: of all boards) back to what it was at a moment, as
// new entries. A board that was not there then is left alone. Returns how many cells
// changed, SIZE_MAX when they could not be written.
size_t site_restore(struct site *site, const char *board, int64_t at_ms,
                    const char *author);

// One round: reads what changed in the folder, publishes when it is due. `event`: something
// was seen to happen there. Returns the milliseconds until the next round is due without an
// event.
int64_t site_step(struct site *site, bool event);

// Whether all that happens in the folder comes as an event from now on: then it is looked
// at without one once a minute only, when nothing waits and nothing happened just now.
void site_watched(struct site *site, bool all);

// A round that publishes at once what there is to publish. True when site_settled.
bool site_flush(struct site *site);

// True when site_boards would give something else than the last time.
bool site_news(const struct site *site);
// The boards as they are now; the caller owns them. NULL when memory runs out.
struct board_set *site_boards(struct site *site);

// The boards as they were at a moment (present_past), with the generation of those that
// site_boards gave last. As above.
struct board_set *site_past(struct site *site, int64_t at_ms);

void site_sync(struct site *site, struct sync_state *out);

// True when the shared file holds all that the log holds (or neither holds anything), and
// nothing waits.
bool site_settled(const struct site *site);

// Writes a paper for people into the shared folder (share/paper.h). False: it is not there,
// and may be tried again, unless its name is not sound.
bool site_paper(struct site *site, const char *name, const char *text);

// Small things the wall wants back after a power cut (a half-made note). At most 64 KiB of
// text; NULL forgets. site_kept returns a copy (free), NULL when there is none.
bool site_keep(struct site *site, const char *key, const char *text);
char *site_kept(struct site *site, const char *key);
bool site_kept_each(struct site *site,
                    void (*each)(void *to, const char *key, const char *text), void *to);

#endif
