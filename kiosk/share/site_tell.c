#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/site_parts.h"
#include "store/clock.h"

#define LOG_MODULE "site"
#include "base/log.h"

static struct sync_device *device_find(struct sync_state *out, const char *id)
{
    for (size_t i = 0; i < out->device_count; i++) {
        if (strcmp(out->devices[i].id, id) == 0) {
            return &out->devices[i];
        }
    }
    if (out->device_count == SYNC_DEVICES_MAX) {
        return NULL;
    }
    struct sync_device *device = &out->devices[out->device_count++];
    *device = (struct sync_device){0};
    snprintf(device->id, sizeof device->id, "%s", id);
    return device;
}

static void name_device(const struct fold *fold, struct sync_device *device)
{
    uint32_t row = fold_row_find(fold, SITE_DEVICE_TABLE, device->id);
    uint32_t cell = fold_cell_find(fold, row, "name");
    const struct record *name = cell == FOLD_NONE ? NULL : fold->cells[cell].winner;

    if (name != NULL && name->value != NULL) {
        snprintf(device->name, sizeof device->name, "%s", name->value);
    }
}

static int compare_devices(const void *a_of, const void *b_of)
{
    const struct sync_device *a = a_of;
    const struct sync_device *b = b_of;
    int by = (a->seen_ms < b->seen_ms) - (a->seen_ms > b->seen_ms);

    return by != 0 ? by : strcmp(a->id, b->id);
}

static void tell_devices(const struct site *site, struct sync_state *out)
{
    const struct fold *fold = site->fold;
    struct sync_device *device = device_find(out, site->device); // also without entries
    const char *last = NULL;

    for (size_t i = 0; i < fold->count; i++) {
        const struct record *record = fold->records[i];
        if (record->device != last) { // one device often writes many in a row
            last = record->device;
            device = device_find(out, last);
        }
        if (device != NULL) {
            device->entries++;
            device->unshared += !record->seen;
            device->seen_ms = clock_ms(record->hlc);
        }
    }
    for (size_t i = 0; i < out->device_count; i++) {
        out->devices[i].self = strcmp(out->devices[i].id, site->device) == 0;
        name_device(fold, &out->devices[i]);
    }
    qsort(out->devices, out->device_count, sizeof *out->devices, compare_devices);
}

static void tell_file(const struct site *site, struct sync_state *out)
{
    if (site->folder.count > 0) {
        out->file_bytes = site->folder.sources[0].result.identity.main.size;
    }
    snprintf(out->trouble, sizeof out->trouble, "%s", trouble_key(site->told));
    snprintf(out->outbox, sizeof out->outbox, "%s", site->outbox_why);
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
