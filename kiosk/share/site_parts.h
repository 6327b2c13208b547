// The inside of a site, for the files that make it up: site.c (its life and its log),
// site_round.c (what it does in a round) and site_tell.c (what it tells about itself).
#ifndef REGIEBORD_SHARE_SITE_PARTS_H
#define REGIEBORD_SHARE_SITE_PARTS_H

#include "share/cadence.h"
#include "share/folder.h"
#include "share/site.h"

struct site {
    const struct env *env;       // not owned
    const struct schema *schema; // not owned, or `made`
    struct schema *made;         // owned; NULL when the caller has one
    char share[SNAPSHOT_PATH_MAX];
    char log_path[SNAPSHOT_PATH_MAX];
    char scratch[SNAPSHOT_PATH_MAX];
    char quarantine[SNAPSHOT_PATH_MAX];
    char name[SYNC_NAME_BYTES]; // "": it has none

    struct log *log;   // owned; NULL: it must be opened again
    struct fold *fold; // owned
    bool loaded;       // the fold holds what the log holds
    struct folder folder;
    char device[SYNC_NAME_BYTES];

    uint64_t generation;
    bool news;  // since the boards were last given
    bool shown; // the boards were ever given
    uint64_t saved, shared;
    bool refused;

    enum trouble told;
    bool in_trouble;
    int64_t trouble_ms;   // since when, wall clock
    int64_t trouble_mono; // the same on the clock that never goes back
    bool watched;         // all that happens comes as an event
    int64_t event_mono;
    int rechecks; // done since the last event
    int64_t retry_ms;
    int64_t read_ms; // wall clock

    struct cadence cadence;
    bool started;           // leftovers were taken in
    bool lacking;           // the shared file lacks something
    int64_t lacking_mono;   // since when
    size_t unshared;        // entries
    int64_t unshared_ms;    // since when the oldest of them waits, wall clock
    int64_t published_ms;   // wall clock
    enum trouble ailment;   // of the folder or board.sqlite
    struct identity ailing; // of a board.sqlite that cannot be read
    int64_t ailing_mono;    // since when both stay as they are
    size_t copies;          // removed since the start
    bool outbox;            // ours is in the folder
    size_t outbox_count;    // entries in it, and what of the fold was replaced then
    uint32_t outbox_replaced;
    int64_t outbox_mono;    // when it was last written or tried; 0: never
    bool outbox_failed;     // that last time
    const char *outbox_why; // "" while there is none
    size_t unseen;          // entries that were in no shared file yet
    // The devices as last counted: walking a long log on every round would keep a kiosk
    // awake that has nothing to do. Counted anew when one of the three is another.
    struct sync_state census;
    size_t census_count, census_unseen;
    uint64_t census_hash;
    int32_t backup_day; // when the log was last copied; 0: not in this life
};

static inline int64_t site_mono(const struct site *site)
{
    return site->env->mono_ms(site->env->context);
}

static inline int64_t site_now(const struct site *site)
{
    return site->env->now_ms(site->env->context);
}

// What this device says about itself in the log: its name, and once a day that it is there.
void site_present(struct site *site);

// Puts the horizon of the log in force, and writes one when the shared file grows large.
void site_horizon(struct site *site);

// Notes in the log on which disk the shared file is, when that is another than before.
void site_home(struct site *site);

// Trouble of the folder or of board.sqlite as it is now.
enum trouble site_trouble(const struct site *site);

#endif
