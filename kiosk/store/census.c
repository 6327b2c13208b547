#include "store/census.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/clock.h"

enum { HOUR_MS = 60 * 60000 };

const char CENSUS_TABLE[] = "_device";

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
    uint32_t row = fold_row_find(fold, CENSUS_TABLE, device->id);
    uint32_t cell = fold_cell_find(fold, row, "name");
    const struct record *name = cell == FOLD_NONE ? NULL : fold->cells[cell].winner;

    if (name != NULL && name->value != NULL) {
        utf8_clean(name->value, name->size, false, device->name, sizeof device->name);
    }
}

// What others call themselves is shown, so it is clean from here on.
static void clean_id(struct sync_device *device)
{
    char raw[SYNC_NAME_BYTES];

    memcpy(raw, device->id, sizeof raw);
    utf8_clean(raw, strlen(raw), false, device->id, sizeof device->id);
}

static int compare_devices(const void *a_of, const void *b_of)
{
    const struct sync_device *a = a_of;
    const struct sync_device *b = b_of;
    int by = (a->seen_ms < b->seen_ms) - (a->seen_ms > b->seen_ms);

    return by != 0 ? by : strcmp(a->id, b->id);
}

// Entries that were there before this device made its first do not count, nor what came
// within the hour: they are the history that it began with, or its own under another id
// (a copied card).
static int64_t heard_ms(const struct fold *fold, const char *self)
{
    int64_t first_own = INT64_MAX;
    int64_t newest_other = 0;
    const struct record *last = NULL;
    bool own = false;

    for (size_t i = 0; i < fold->count; i++) {
        const struct record *record = fold->records[i];
        own = last != NULL && record->device == last->device
                  ? own
                  : strcmp(record->device, self) == 0;
        last = record;
        if (own && record->rx_ms < first_own) {
            first_own = record->rx_ms;
        } else if (!own && record->rx_ms > newest_other) {
            newest_other = record->rx_ms;
        }
    }
    return first_own < newest_other - HOUR_MS ? newest_other : 0;
}

void census_take(const struct fold *fold, const char *self, struct sync_state *out)
{
    struct sync_device *device = self[0] == '\0' ? NULL : device_find(out, self);
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
    out->heard_ms = heard_ms(fold, self);
    for (size_t i = 0; i < out->device_count; i++) {
        out->devices[i].self = strcmp(out->devices[i].id, self) == 0;
        name_device(fold, &out->devices[i]);
        clean_id(&out->devices[i]);
    }
    qsort(out->devices, out->device_count, sizeof *out->devices, compare_devices);
}
