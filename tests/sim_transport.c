#include "sim_transport.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int64_t MS_NS = 1000000;

void transport_start(struct sim_transport *transport, struct sim_world *world,
                     enum sim_engine engine)
{
    memset(transport, 0, sizeof *transport);
    transport->world = world;
    transport->engine = engine;
}

static void path_of(int device, const char *name, char out[SIM_PATH])
{
    if (snprintf(out, SIM_PATH, "%s/%s", world_share(device), name) >= SIM_PATH) {
        fprintf(stderr, "simulate: a path is too long\n");
        abort();
    }
}

static struct sim_file *file_at(const struct sim_transport *transport, int device,
                                const char *name)
{
    char path[SIM_PATH];

    path_of(device, name, path);
    return disk_find(transport->world, path);
}

bool sim_name_is_copy(const char *name)
{
    return strstr(name, ".sync-conflict-") != NULL;
}

// The name of a file in the shared folder that engines carry; NULL for others.
static const char *carried(const char *path)
{
    const char *name = strrchr(path, '/') + 1;

    return world_shared(path) && name[0] != '.' && strstr(name, ".sqlite-") == NULL ? name
                                                                                    : NULL;
}

static void put(struct sim_transport *transport, int device, const char *name,
                const struct sim_file *from)
{
    struct sim_world *world = transport->world;
    char path[SIM_PATH];
    int64_t grain_ns = world->grain_ms == 1 ? 1 : world->grain_ms * MS_NS;

    path_of(device, name, path);
    disk_put(world, path, from->data, from->size,
             from->mtime_ns - from->mtime_ns % grain_ns);
    transport->dirty[device] = true;
    world_mix_text(world, path);
    world_tell(world, "engine: device %d gets %s, %zu bytes", device, name, from->size);
}

static void drop(struct sim_transport *transport, int device, const char *name)
{
    char path[SIM_PATH];

    path_of(device, name, path);
    if (disk_remove(transport->world, path)) {
        disk_sync(transport->world, device);
        transport->dirty[device] = true;
        world_tell(transport->world, "engine: device %d loses %s", device, name);
    }
}

static bool same_bytes(const struct sim_file *a, const struct sim_file *b)
{
    return a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

// Syncthing ---------------------------------------------------------------------------

static struct sim_entry *entry_of(struct sim_index *index, const char *name, bool make)
{
    for (int i = 0; i < index->count; i++) {
        if (strcmp(index->list[i].name, name) == 0) {
            return &index->list[i];
        }
    }
    if (!make) {
        return NULL;
    }
    if (index->count == SIM_ENTRIES) { // forget a file that everybody deleted long ago
        int at = 0;
        while (at < index->count - 1 && !index->list[at].deleted) {
            at++;
        }
        memmove(&index->list[at], &index->list[at + 1],
                (size_t)(index->count - at - 1) * sizeof *index->list);
        index->count--;
    }
    struct sim_entry *entry = &index->list[index->count++];
    memset(entry, 0, sizeof *entry);
    snprintf(entry->name, sizeof entry->name, "%s", name);
    entry->deleted = true;
    return entry;
}

static void entry_note(struct sim_entry *entry, const struct sim_file *file)
{
    entry->deleted = file == NULL;
    entry->mtime_ns = file == NULL ? 0 : file->mtime_ns;
    entry->size = file == NULL ? 0 : file->size;
}

// What changed on the device itself since it was looked at last.
static void scan(struct sim_transport *transport, int device)
{
    struct sim_index *index = &transport->index[device];
    const struct sim_names *names = &transport->world->disks[device].names;

    for (int i = 0; i < names->count; i++) {
        const char *name = carried(names->list[i].path);
        const struct sim_file *file = names->list[i].file;
        struct sim_entry *entry = name == NULL ? NULL : entry_of(index, name, true);
        if (entry != NULL && (entry->deleted || entry->mtime_ns != file->mtime_ns ||
                              entry->size != file->size)) {
            entry->versions[device]++;
            entry_note(entry, file);
        }
    }
    for (int i = 0; i < index->count; i++) {
        struct sim_entry *entry = &index->list[i];
        if (!entry->deleted && file_at(transport, device, entry->name) == NULL) {
            entry->versions[device]++;
            entry_note(entry, NULL);
        }
    }
}

enum order { OLDER, EQUAL, NEWER, BESIDE };

static enum order compare(const struct sim_entry *a, const struct sim_entry *b)
{
    bool more = false;
    bool less = false;

    for (int i = 0; i < SIM_DEVICES; i++) {
        more = more || a->versions[i] > b->versions[i];
        less = less || a->versions[i] < b->versions[i];
    }
    if (more && less) {
        return BESIDE;
    }
    return more ? NEWER : less ? OLDER : EQUAL;
}

static void merge_versions(struct sim_entry *to, const struct sim_entry *from)
{
    for (int i = 0; i < SIM_DEVICES; i++) {
        to->versions[i] =
            from->versions[i] > to->versions[i] ? from->versions[i] : to->versions[i];
    }
}

static void keep_copy(struct sim_transport *transport, int device, const char *name)
{
    struct sim_world *world = transport->world;
    time_t now = (time_t)(world_now_ms(world, device) / 1000) + transport->copies;
    char copy[SIM_PATH / 2];
    char from[SIM_PATH];
    char to[SIM_PATH];
    char stamp[32];
    struct tm day;

    gmtime_r(&now, &day);
    strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &day);
    snprintf(copy, sizeof copy, "%.*s.sync-conflict-%s-ABCDEF%d.sqlite",
             (int)(strlen(name) - strlen(".sqlite")), name, stamp, device);
    path_of(device, name, from);
    path_of(device, copy, to);
    disk_move(world, from, to);
    transport->copies++;
    transport->dirty[device] = true;
    world_tell(world, "engine: device %d keeps the loser as %s", device, copy);
}

// Takes what the other one has in the place of what is here.
static void replace(struct sim_transport *transport, int device, const char *name,
                    const struct sim_file *from)
{
    bool main = strcmp(name, "board.sqlite") == 0;

    if (main && transport->pending[device] == NULL && sim_chance(transport->world, 15)) {
        drop(transport, device, name); // and puts the new one there in a moment
        transport->pending[device] = (struct sim_file *)from;
        return;
    }
    put(transport, device, name, from);
}

static void pull_one(struct sim_transport *transport, int to, int from,
                     const struct sim_entry *theirs)
{
    struct sim_entry *ours = entry_of(&transport->index[to], theirs->name, true);
    struct sim_file *mine = file_at(transport, to, theirs->name);
    struct sim_file *other = file_at(transport, from, theirs->name);
    enum order order = compare(theirs, ours);

    if (order == OLDER || order == EQUAL || (!theirs->deleted && other == NULL)) {
        return;
    }
    if (order == BESIDE) {
        bool same = mine != NULL && other != NULL && same_bytes(mine, other);
        bool wins = ours->deleted || (!theirs->deleted &&
                                      (theirs->mtime_ns > ours->mtime_ns ||
                                       (theirs->mtime_ns == ours->mtime_ns && from < to)));
        if (!wins && !same && ours->deleted == theirs->deleted) {
            return; // they will come to the same end and give up their own
        }
        if (!wins && !ours->deleted && theirs->deleted) {
            return;
        }
        if (wins && !same && mine != NULL) {
            bool keep =
                transport->engine == ENGINE_COPIES && !sim_name_is_copy(theirs->name);
            if (keep) {
                keep_copy(transport, to, theirs->name);
            }
        }
        if (!wins) { // the same bytes: only what is known of them
            merge_versions(ours, theirs);
            return;
        }
    }
    struct sim_entry merged = *theirs;
    if (order == BESIDE) {
        merge_versions(&merged, ours);
    }
    if (theirs->deleted) {
        drop(transport, to, theirs->name);
    } else {
        replace(transport, to, theirs->name, other);
    }
    *ours = merged;
}

void transport_settle(struct sim_transport *transport, int device)
{
    struct sim_file *pending = transport->pending[device];

    if (pending != NULL) {
        put(transport, device, "board.sqlite", pending);
        struct sim_entry *entry = entry_of(&transport->index[device], "board.sqlite", true);
        entry_note(entry, file_at(transport, device, "board.sqlite"));
        transport->pending[device] = NULL;
    }
}

static void pull(struct sim_transport *transport, int to, int from)
{
    transport_settle(transport, to);
    transport_settle(transport, from);
    scan(transport, from);
    scan(transport, to);
    struct sim_index theirs = transport->index[from];
    for (int i = 0; i < theirs.count; i++) {
        pull_one(transport, to, from, &theirs.list[i]);
    }
}

// Newest wins -------------------------------------------------------------------------

static struct sim_agreed *agreed_of(struct sim_pair *pair, const char *name)
{
    for (int i = 0; i < pair->count; i++) {
        if (strcmp(pair->list[i].name, name) == 0) {
            return &pair->list[i];
        }
    }
    return NULL;
}

static void agree(struct sim_pair *pair, const char *name, const struct sim_file *file)
{
    struct sim_agreed *agreed = agreed_of(pair, name);

    if (agreed == NULL && pair->count < SIM_ENTRIES) {
        agreed = &pair->list[pair->count++];
        snprintf(agreed->name, sizeof agreed->name, "%s", name);
    }
    if (agreed != NULL && file == NULL) {
        *agreed = pair->list[--pair->count];
    } else if (agreed != NULL) {
        agreed->mtime_ns = file->mtime_ns;
        agreed->size = file->size;
    }
}

static void newest_one(struct sim_transport *transport, struct sim_pair *pair, int a, int b,
                       const char *name)
{
    const struct sim_file *here = file_at(transport, a, name);
    const struct sim_file *there = file_at(transport, b, name);
    const struct sim_agreed *agreed = agreed_of(pair, name);
    int to = here == NULL || (there != NULL && there->mtime_ns > here->mtime_ns) ? a : b;
    const struct sim_file *from = to == a ? there : here;
    const struct sim_file *old = to == a ? here : there;

    if (old == NULL) {
        bool deleted = agreed != NULL && agreed->mtime_ns == from->mtime_ns &&
                       agreed->size == from->size;
        if (deleted) {
            drop(transport, to == a ? b : a, name);
        } else {
            put(transport, to, name, from);
        }
    } else if (old->mtime_ns != from->mtime_ns || old->size != from->size) {
        put(transport, to, name, from);
    } else if (transport->world->grain_ms > 1 && !same_bytes(old, from)) {
        // Where times are coarse, only an engine that compares the bytes will do.
        bool more = memcmp(from->data, old->data, from->size) > 0;
        put(transport, more ? to : to == a ? b : a, name, more ? from : old);
    }
    agree(pair, name, file_at(transport, a, name));
}

static void newest(struct sim_transport *transport, int a, int b)
{
    struct sim_pair *pair = &transport->pairs[a < b ? a : b][a < b ? b : a];
    const int sides[] = {a, b};

    for (int side = 0; side < 2; side++) {
        struct sim_names names = transport->world->disks[sides[side]].names;
        for (int i = 0; i < names.count; i++) {
            const char *name = carried(names.list[i].path);
            if (name != NULL) {
                newest_one(transport, pair, a, b, name);
            }
        }
    }
    for (int i = pair->count - 1; i >= 0; i--) {
        const char *name = pair->list[i].name;
        if (file_at(transport, a, name) == NULL && file_at(transport, b, name) == NULL) {
            agree(pair, name, NULL);
        }
    }
}

void transport_meet(struct sim_transport *transport, int a, int b)
{
    world_tell(transport->world, "devices %d and %d meet", a, b);
    if (transport->engine == ENGINE_COPIES || transport->engine == ENGINE_NO_COPIES) {
        pull(transport, a, b);
        pull(transport, b, a);
    } else {
        newest(transport, a, b);
    }
}

// Clumsy ------------------------------------------------------------------------------

static void tear_file(struct sim_world *world, struct sim_file *file, int device)
{
    size_t at = (size_t)sim_below(world, (int)file->size + 1);

    if (sim_chance(world, 60)) {
        file_cut(file, at);
    } else {
        memset(file->data + at, 0, file->size - at);
    }
    file->mtime_ns = file->ctime_ns = world_now_ms(world, device) * MS_NS;
    file->mtime_ns -= file->mtime_ns % (world->grain_ms * MS_NS);
    world_tell(world, "engine: device %d has a torn file", device);
}

void transport_stumble(struct sim_transport *transport, int device)
{
    struct sim_world *world = transport->world;
    struct sim_file *file = file_at(transport, device, "board.sqlite");
    int what = sim_below(world, 4);

    if (file != NULL && what == 0) {
        drop(transport, device, "board.sqlite");
    } else if (file != NULL && what == 1 && file->size > 0) {
        struct sim_file copy = *file; // the bytes were somebody's: tear a new file
        put(transport, device, "board.sqlite", &copy);
        tear_file(world, file_at(transport, device, "board.sqlite"), device);
    } else if (what == 2 && transport->kept_count > 0) {
        struct sim_file old = *transport->kept[sim_below(world, transport->kept_count)];
        if (sim_chance(world, 50)) {
            old.mtime_ns = world_now_ms(world, device) * MS_NS;
        }
        put(transport, device, "board.sqlite", &old);
        world_tell(world, "engine: device %d gets an old file back", device);
    } else if (file != NULL) {
        int at = transport->kept_count < SIM_KEPT ? transport->kept_count++
                                                  : sim_below(world, SIM_KEPT);
        transport->kept[at] = file;
    }
}
