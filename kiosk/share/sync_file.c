#include "share/sync_file.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define LOG_MODULE "sync"
#include "base/log.h"

enum kind { KIND_U64, KIND_I64, KIND_SIZE, KIND_INT, KIND_BOOL, KIND_WORD, KIND_TEXT };

enum { DEVICE_FIELDS = 7, FILE_MAX = 64 * 1024 };

static const struct {
    const char *key;
    enum kind kind;
    size_t at;
} fields[] = {
    {"saved", KIND_U64, offsetof(struct sync_state, saved)},
    {"shared", KIND_U64, offsetof(struct sync_state, shared)},
    {"refused", KIND_BOOL, offsetof(struct sync_state, refused)},
    {"unshared", KIND_SIZE, offsetof(struct sync_state, unshared)},
    {"unshared_since_ms", KIND_I64, offsetof(struct sync_state, unshared_since_ms)},
    {"published_ms", KIND_I64, offsetof(struct sync_state, published_ms)},
    {"read_ms", KIND_I64, offsetof(struct sync_state, read_ms)},
    {"trouble", KIND_WORD, offsetof(struct sync_state, trouble)},
    {"outbox", KIND_WORD, offsetof(struct sync_state, outbox)},
    {"clock_unset", KIND_BOOL, offsetof(struct sync_state, clock_unset)},
    {"rejected", KIND_SIZE, offsetof(struct sync_state, rejected)},
    {"copies", KIND_SIZE, offsetof(struct sync_state, copies)},
    {"log_entries", KIND_SIZE, offsetof(struct sync_state, log_entries)},
    {"file_bytes", KIND_I64, offsetof(struct sync_state, file_bytes)},
    {"heard_ms", KIND_I64, offsetof(struct sync_state, heard_ms)},
    {"good_ms", KIND_I64, offsetof(struct sync_state, vitals.good_ms)},
    {"disk_bytes", KIND_I64, offsetof(struct sync_state, vitals.disk_bytes)},
    {"free_bytes", KIND_I64, offsetof(struct sync_state, vitals.free_bytes)},
    {"read_only", KIND_BOOL, offsetof(struct sync_state, vitals.read_only)},
    {"disk_errors", KIND_I64, offsetof(struct sync_state, vitals.disk_errors)},
    {"disk_error_ms", KIND_I64, offsetof(struct sync_state, vitals.disk_error_ms)},
    {"worn_percent", KIND_INT, offsetof(struct sync_state, vitals.worn_percent)},
    {"volt_told", KIND_BOOL, offsetof(struct sync_state, vitals.volt_told)},
    {"volt_low", KIND_BOOL, offsetof(struct sync_state, vitals.volt_low)},
    {"volt_low_ms", KIND_I64, offsetof(struct sync_state, vitals.volt_low_ms)},
    {"celsius", KIND_INT, offsetof(struct sync_state, vitals.celsius)},
    {"throttled", KIND_BOOL, offsetof(struct sync_state, vitals.throttled)},
    {"refused_long", KIND_BOOL, offsetof(struct sync_state, vitals.refused_long)},
    {"clock_unset_long", KIND_BOOL, offsetof(struct sync_state, vitals.clock_unset_long)},
    {"stops_week", KIND_SIZE, offsetof(struct sync_state, vitals.stops_week)},
    {"stops_month", KIND_SIZE, offsetof(struct sync_state, vitals.stops_month)},
    {"stop_ms", KIND_I64, offsetof(struct sync_state, vitals.stop_ms)},
    {"config_faults", KIND_SIZE, offsetof(struct sync_state, vitals.config_faults)},
    {"config_fault", KIND_TEXT, offsetof(struct sync_state, vitals.config_fault)},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool make_path(const char *state_dir, char path[SYNC_FILE_PATH])
{
    return snprintf(path, SYNC_FILE_PATH, "%s/sync.tsv", state_dir) < SYNC_FILE_PATH;
}

bool sync_file_init(struct sync_file *file, const char *state_dir)
{
    *file = (struct sync_file){.due = true};
    return make_path(state_dir, file->path);
}

int64_t sync_file_due(const struct sync_file *file, int64_t now_mono)
{
    if (!file->due) {
        return INT64_MAX;
    }
    return file->written ? file->written_mono + SYNC_FILE_STEP_MS - now_mono : 0;
}

// Writing -----------------------------------------------------------------------------

// Texts of others, and of files that people write: no tab or line of theirs may pass for
// ours.
static void one_line(char *text)
{
    for (char *at = text; *at != '\0'; at++) {
        *at = (unsigned char)*at < ' ' ? ' ' : *at;
    }
}

static char *field_text(struct arena *arena, const struct sync_state *state, size_t i)
{
    const char *at = (const char *)state + fields[i].at;
    const char *key = fields[i].key;

    switch (fields[i].kind) {
    case KIND_U64:
        return arena_format(arena, "%s\t%" PRIu64 "\n", key,
                            *(const uint64_t *)(const void *)at);
    case KIND_I64:
        return arena_format(arena, "%s\t%" PRId64 "\n", key,
                            *(const int64_t *)(const void *)at);
    case KIND_SIZE:
        return arena_format(arena, "%s\t%zu\n", key, *(const size_t *)(const void *)at);
    case KIND_INT:
        return arena_format(arena, "%s\t%d\n", key, *(const int *)(const void *)at);
    case KIND_BOOL: return arena_format(arena, "%s\t%d\n", key, *(const bool *)at);
    case KIND_TEXT: {
        char text[VITALS_TEXT_BYTES];
        snprintf(text, sizeof text, "%s", at);
        one_line(text);
        return arena_format(arena, "%s\t%s\n", key, text);
    }
    case KIND_WORD: break;
    }
    return arena_format(arena, "%s\t%s\n", key, at);
}

static char *device_text(struct arena *arena, const struct sync_device *device)
{
    char name[SYNC_NAME_BYTES];
    char id[SYNC_NAME_BYTES];

    snprintf(name, sizeof name, "%s", device->name);
    snprintf(id, sizeof id, "%s", device->id);
    one_line(name);
    one_line(id);
    return arena_format(arena, "device\t%s\t%s\t%" PRId64 "\t%zu\t%zu\t%d\n", id, name,
                        device->seen_ms, device->entries, device->unshared, device->self);
}

static bool append(char *text, size_t *length, const char *line)
{
    size_t size = line == NULL ? 0 : strlen(line);

    if (line == NULL || *length + size >= FILE_MAX) {
        return false;
    }
    memcpy(text + *length, line, size + 1);
    *length += size;
    return true;
}

void sync_file_write(struct sync_file *file, const struct sync_state *state,
                     const struct env *env)
{
    struct arena arena = {0};
    int64_t now = env->mono_ms(env->context);

    if (sync_file_due(file, now) > 0) {
        return;
    }
    file->due = false;
    file->written = true;
    file->written_mono = now;
    char *text = arena_alloc(&arena, FILE_MAX);
    size_t length = 0;
    bool ok = text != NULL && append(text, &length,
                                     arena_format(&arena, "written\t%" PRId64 "\n",
                                                  env->now_ms(env->context)));
    for (size_t i = 0; ok && i < FIELD_COUNT; i++) {
        ok = append(text, &length, field_text(&arena, state, i));
    }
    for (size_t i = 0; ok && i < state->device_count; i++) {
        ok = append(text, &length, device_text(&arena, &state->devices[i]));
    }
    // One write for a reader to meet, whole or not at all.
    char part[SYNC_FILE_PATH + 8];
    snprintf(part, sizeof part, "%s.part", file->path);
    if (!ok || env->write(env->context, part, text, length, 0) != 0 ||
        env->rename(env->context, part, file->path, ENV_RENAME_OVER) != 0) {
        LOG_WARN("%s cannot be written", file->path);
    }
    arena_finish(&arena);
}

// Reading -----------------------------------------------------------------------------

static void read_field(struct sync_state *out, const char *key, const char *value)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        char *at = (char *)out + fields[i].at;
        if (strcmp(fields[i].key, key) != 0) {
            continue;
        }
        switch (fields[i].kind) {
        case KIND_U64: *(uint64_t *)(void *)at = strtoull(value, NULL, 10); break;
        case KIND_I64: *(int64_t *)(void *)at = strtoll(value, NULL, 10); break;
        case KIND_SIZE: *(size_t *)(void *)at = (size_t)strtoull(value, NULL, 10); break;
        case KIND_INT: *(int *)(void *)at = (int)strtol(value, NULL, 10); break;
        case KIND_BOOL: *(bool *)at = strcmp(value, "1") == 0; break;
        case KIND_TEXT: snprintf(at, VITALS_TEXT_BYTES, "%s", value); break;
        case KIND_WORD: snprintf(at, SYNC_WORD_BYTES, "%s", value); break;
        }
    }
}

static void read_device(struct sync_state *out, char *const *parts)
{
    if (out->device_count == SYNC_DEVICES_MAX) {
        return;
    }
    struct sync_device *device = &out->devices[out->device_count++];
    snprintf(device->id, sizeof device->id, "%s", parts[1]);
    snprintf(device->name, sizeof device->name, "%s", parts[2]);
    device->seen_ms = strtoll(parts[3], NULL, 10);
    device->entries = (size_t)strtoull(parts[4], NULL, 10);
    device->unshared = (size_t)strtoull(parts[5], NULL, 10);
    device->self = strcmp(parts[6], "1") == 0;
}

static void read_line(struct sync_state *out, char *line, int64_t *written_ms)
{
    char *parts[DEVICE_FIELDS];
    int count = 0;
    char *rest = line;

    while (rest != NULL && count < DEVICE_FIELDS) {
        parts[count++] = strsep(&rest, "\t");
    }
    if (count < 2) {
        return;
    }
    if (strcmp(parts[0], "written") == 0) {
        *written_ms = strtoll(parts[1], NULL, 10);
    } else if (strcmp(parts[0], "device") != 0) {
        read_field(out, parts[0], parts[1]);
    } else if (count == DEVICE_FIELDS) {
        read_device(out, parts);
    }
}

bool sync_file_read(const char *state_dir, const struct env *env, struct sync_state *out,
                    int64_t *written_ms)
{
    struct env_bytes bytes = {0};
    char path[SYNC_FILE_PATH];

    memset(out, 0, sizeof *out);
    *written_ms = 0;
    if (!make_path(state_dir, path) ||
        env->read(env->context, path, FILE_MAX, &bytes) != 0) {
        return false;
    }
    char *text = realloc(bytes.data, bytes.size + 1);
    if (text == NULL) {
        free(bytes.data);
        return false;
    }
    text[bytes.size] = '\0';
    char *rest = text;
    while (rest != NULL) {
        read_line(out, strsep(&rest, "\n"), written_ms);
    }
    free(text);
    return *written_ms > 0;
}
