#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/site_parts.h"
#include "store/census.h"
#include "store/clock.h"

#define LOG_MODULE "site"
#include "base/log.h"

static void tell_file(const struct site *site, struct sync_state *out)
{
    if (site->folder.count > 0) {
        out->file_bytes = site->folder.sources[0].result.identity.main.size;
    }
    snprintf(out->trouble, sizeof out->trouble, "%s", trouble_key(site->told));
    snprintf(out->outbox, sizeof out->outbox, "%s", site->outbox_why);
}

static void tell_devices(struct site *site, struct sync_state *out)
{
    uint64_t hash = folder_main(&site->folder)->hash;
    bool same = site->census.device_count > 0 && site->census_count == site->fold->count &&
                site->census_unseen == site->unseen &&
                (hash == 0 || site->census_hash == hash); // 0: it could not be had

    if (!same) {
        memset(&site->census, 0, sizeof site->census);
        census_take(site->fold, site->device, &site->census);
        site->census_count = site->fold->count;
        site->census_unseen = site->unseen;
        site->census_hash = hash;
    }
    memcpy(out->devices, site->census.devices, sizeof out->devices);
    out->device_count = site->census.device_count;
    out->heard_ms = site->census.heard_ms;
}

void site_sync(struct site *site, struct sync_state *out)
{
    int64_t own_last = site->log == NULL ? -1 : log_own_last(site->log);

    memset(out, 0, sizeof *out); // states are compared as bytes
    out->saved = site->saved;
    out->shared = site->shared;
    out->refused = site->refused;
    out->unshared = site->unshared;
    out->unshared_since_ms = site->unshared > 0 ? site->unshared_ms : 0;
    out->published_ms = site->published_ms;
    out->read_ms = site->read_ms;
    out->clock_unset = clock_unset(site_now(site), own_last);
    out->rejected = site->log == NULL ? 0 : log_reject_count(site->log);
    out->copies = site->copies;
    out->log_entries = site->fold->count;
    tell_file(site, out);
    tell_devices(site, out);
}
