#include <stdio.h>

#include "base/day.h"
#include "base/deadline.h"
#include "share/copies.h"
#include "share/outbox.h"
#include "share/quarantine.h"
#include "share/site_parts.h"

#define LOG_MODULE "site"
#include "base/log.h"

enum {
    LOOK_MS = 2000,          // without any event: network folders have none
    LOOK_WATCHED_MS = 60000, // where all that happens is an event
    // After one, for the commit whose index follows when a slow card has its pages.
    LOOK_CLOSELY_MS = 15000,
    LOOK_GONE_MS = 500,   // while there is no folder to watch
    GRACE_MS = 1500,      // before trouble is told
    RETRY_FIRST_MS = 100, // while a file is not settled, doubling
    RETRY_LAST_MS = 5000,
    MISSING_MS = 3000, // a sync engine takes the old file away before it puts the new one
    AILING_MS = 60000, // and not changing: nobody is at work in it any more
};

// The index of a WAL is mapped memory, which tells nobody: after an event, look again a few
// times.
static const int rechecks_ms[] = {2, 8, 40, 200};
enum { RECHECK_COUNT = sizeof rechecks_ms / sizeof *rechecks_ms };

static const struct import_result *main_result(const struct site *site)
{
    return folder_main(&site->folder);
}

static bool folder_there(const struct site *site)
{
    return site->folder.count > 0 && site->folder.trouble != TROUBLE_NO_FOLDER &&
           site->folder.trouble != TROUBLE_UNREADABLE;
}

// Trouble -----------------------------------------------------------------------------

enum trouble site_trouble(const struct site *site)
{
    enum trouble trouble = site->folder.trouble;
    bool refused = trouble == TROUBLE_CORRUPT || trouble == TROUBLE_UNSAFE;

    if (site->log == NULL || site->folder.broken) {
        return TROUBLE_UNREADABLE;
    }
    // What this program cannot read of a newer one is nobody's fault.
    return refused && main_result(site)->newer ? TROUBLE_NEWER : trouble;
}

static bool keep_copy(const struct site *site)
{
    char path[SNAPSHOT_PATH_MAX + 16];

    snprintf(path, sizeof path, "%s/board.sqlite", site->share);
    return quarantine_copy(site->quarantine, path, site->env);
}

static void keep_evidence(struct site *site, enum trouble trouble)
{
    if (trouble == TROUBLE_TRUNCATED || trouble == TROUBLE_CORRUPT ||
        trouble == TROUBLE_UNSAFE) {
        keep_copy(site);
    }
}

static void note_trouble(struct site *site)
{
    enum trouble trouble = site_trouble(site);

    if (trouble == TROUBLE_NONE) {
        site->in_trouble = false;
        site->read_ms = site_now(site);
    } else if (!site->in_trouble) {
        site->in_trouble = true;
        site->trouble_ms = site_now(site);
        site->trouble_mono = site_mono(site);
    }
    bool due = trouble == TROUBLE_NONE || !site->shown || site->told != TROUBLE_NONE ||
               site_mono(site) - site->trouble_mono >= GRACE_MS;
    if (!due || trouble == site->told) {
        return;
    }
    LOG_INFO("%s: %s", site->share,
             trouble == TROUBLE_NONE ? "well again" : trouble_key(trouble));
    if (site->folder.unmounted) {
        LOG_WARN("%s is empty and on another disk than before: nothing is mounted there. "
                 "To begin anew there: regiebord share-setup --share %s",
                 site->share, site->share);
    }
    site->told = trouble;
    site->news = true;
    keep_evidence(site, trouble);
}

// What is missing or unreadable is watched until it has not changed for a while.
static void watch_ailing(struct site *site)
{
    const struct identity *now = &main_result(site)->identity;

    if (site->folder.trouble != site->ailment || !identity_same(now, &site->ailing)) {
        site->ailment = site->folder.trouble;
        site->ailing = *now;
        site->ailing_mono = site_mono(site);
    }
}

// Publishing --------------------------------------------------------------------------

// How many entries board.sqlite lacks; when that cannot be told, how many were in no shared
// file yet.
static void count_unshared(struct site *site)
{
    enum trouble trouble = main_result(site)->trouble;
    bool told = trouble == TROUBLE_NONE || trouble == TROUBLE_NEWER;
    size_t unseen = 0;
    int64_t since_ms = 0;

    if (!log_unseen(site->log, &unseen, &since_ms)) {
        site->folder.broken = true;
        return;
    }
    site->unseen = unseen;
    site->unshared = told ? folder_lacks(&site->folder) : unseen;
    if (site->unshared == 0) {
        site->unshared_ms = 0;
    } else if (since_ms > 0 || site->unshared_ms == 0) {
        site->unshared_ms = since_ms > 0 ? since_ms : site_now(site);
    }
}

// A newer file is never written, so that it lacks only entries, or what they say.
static bool lacks(const struct site *site)
{
    bool newer = main_result(site)->trouble == TROUBLE_NEWER;
    bool less = site->unshared > 0 || main_result(site)->outdone;
    bool stale = newer ? less : folder_stale(&site->folder);

    return folder_there(site) && site->fold->count > 0 && stale;
}

static void note_lacking(struct site *site)
{
    bool lacking = lacks(site);
    uint32_t random = 0;

    if (lacking && !site->lacking) {
        site->lacking_mono = site_mono(site);
    }
    site->lacking = lacking;
    if (lacking && !site->cadence.own) {
        if (!site->cadence.back) {
            site->env->random(site->env->context, &random, sizeof random);
        }
        cadence_lack(&site->cadence, site_mono(site), random);
    } else if (!lacking && folder_there(site)) {
        cadence_settle(&site->cadence);
        site->shared = site->saved;
    }
}

static bool publishable(const struct site *site)
{
    int64_t now = site_mono(site);

    switch (main_result(site)->trouble) {
    case TROUBLE_NONE: return true;
    case TROUBLE_MISSING: return now - site->ailing_mono >= MISSING_MS;
    case TROUBLE_EMPTY:
    case TROUBLE_TRUNCATED:
    case TROUBLE_CORRUPT:
    case TROUBLE_UNSAFE:
        return folder_ailing(&site->folder) && now - site->ailing_mono >= AILING_MS;
    case TROUBLE_NEWER:
    case TROUBLE_BUSY:
    case TROUBLE_FOREIGN:
    case TROUBLE_NO_FOLDER:
    case TROUBLE_UNREADABLE: break;
    }
    return false;
}

// Tables that somebody added to the file are not in the log, and so not in the next file;
// nor is what the log refused of it.
static bool keep_additions(const struct site *site)
{
    const struct import_result *main = main_result(site);

    return main->trouble != TROUBLE_NONE || (main->ours && main->whole) || keep_copy(site);
}

static void publish(struct site *site)
{
    size_t before = site->fold->count;
    bool ok = publishable(site) && keep_additions(site) &&
              folder_publish(&site->folder, folder_ailing(&site->folder));

    if (ok) {
        LOG_INFO("%s/board.sqlite: %zu entries", site->share, site->fold->count);
        cadence_done(&site->cadence, site_mono(site));
        site->published_ms = site_now(site);
    } else {
        cadence_fail(&site->cadence, site_mono(site));
    }
    if (!site->folder.broken) {
        site->news = site->news || site->fold->count != before;
        count_unshared(site);
        note_lacking(site);
    }
}

// The round ---------------------------------------------------------------------------

// What an earlier life left may hold entries that nothing else does.
static void start(struct site *site)
{
    if (!site->started && folder_there(site)) {
        site->started = folder_take_leftovers(&site->folder);
        outbox_look(site);
    }
}

static void read_folder(struct site *site)
{
    size_t before = site->fold->count;

    site_present(site); // first: it may open the log anew, and forget what was read
    if (!site->folder.broken) {
        site_horizon(site); // so may this
    }
    if (site->folder.broken) {
        return;
    }
    folder_scan(&site->folder);
    start(site);
    site_home(site);
    if (!site->folder.broken) {
        site->news = site->news || site->fold->count != before;
        count_unshared(site);
    }
}

// Tried once a day: a disk without room for a copy is not asked again and again.
static void back_up(struct site *site)
{
    int32_t day = 0;

    day_local(site_now(site), &day, NULL);
    if (day != site->backup_day && site->log != NULL && site->fold->count > 0) {
        site->backup_day = day;
        log_backup(site->log);
    }
}

static void look(struct site *site, bool at_once)
{
    if (!site_load(site)) {
        note_trouble(site);
        return;
    }
    read_folder(site);
    note_trouble(site);
    if (site->folder.broken) {
        return;
    }
    watch_ailing(site);
    note_lacking(site);
    if (site->lacking && (at_once || cadence_due(&site->cadence) <= site_mono(site))) {
        publish(site);
    }
    if (!site->folder.broken && folder_there(site)) {
        outbox_tend(site);
        site->copies += site->lacking ? 0 : copies_remove(&site->folder);
    }
    note_trouble(site);
    back_up(site);
}

static void count_rechecks(struct site *site, bool event)
{
    int64_t since = site_mono(site) - site->event_mono;

    if (event) {
        site->event_mono = site_mono(site);
        site->rechecks = 0;
        site->retry_ms = 0;
    }
    while (!event && site->rechecks < RECHECK_COUNT &&
           rechecks_ms[site->rechecks] <= since) {
        site->rechecks++;
    }
}

// When the folder is looked at though nothing was seen to happen.
static int64_t look_wait(const struct site *site)
{
    int64_t since = site_mono(site) - site->event_mono;

    if (site->folder.trouble == TROUBLE_NO_FOLDER) {
        return LOOK_GONE_MS;
    }
    return site->watched && since >= LOOK_CLOSELY_MS && site_settled(site) ? LOOK_WATCHED_MS
                                                                           : LOOK_MS;
}

static int64_t next_wait(struct site *site)
{
    int64_t now = site_mono(site);
    int64_t wait = look_wait(site);

    if (site->rechecks < RECHECK_COUNT) {
        wait = deadline_sooner(wait, site->event_mono + rechecks_ms[site->rechecks] - now);
    }
    if (site->log == NULL || site->folder.restless || site->folder.broken) {
        site->retry_ms = site->retry_ms == 0
                             ? RETRY_FIRST_MS
                             : deadline_sooner(site->retry_ms * 2, RETRY_LAST_MS);
        wait = deadline_sooner(wait, site->retry_ms);
    } else {
        site->retry_ms = 0;
    }
    if (site->in_trouble && site->told == TROUBLE_NONE) {
        wait = deadline_sooner(wait, site->trouble_mono + GRACE_MS - now);
    }
    if (site->lacking) {
        wait = deadline_sooner(wait, cadence_due(&site->cadence) - now);
    }
    return wait < 0 ? 0 : wait;
}

void site_watched(struct site *site, bool all)
{
    site->watched = all;
}

int64_t site_step(struct site *site, bool event)
{
    count_rechecks(site, event);
    look(site, false);
    return next_wait(site);
}

bool site_flush(struct site *site)
{
    look(site, true);
    return site_settled(site);
}

bool site_settled(const struct site *site)
{
    enum trouble trouble = site->folder.trouble;
    bool fine = trouble == TROUBLE_NONE || trouble == TROUBLE_NEWER ||
                (trouble == TROUBLE_MISSING && site->fold->count == 0);

    return site->log != NULL && !site->folder.broken && site->started && fine &&
           !site->lacking && !site->folder.restless && !site->outbox;
}
