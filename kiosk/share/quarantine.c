#include "share/quarantine.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "share/snapshot.h"

#define LOG_MODULE "quarantine"
#include "base/log.h"

enum { NAME_BYTES = 64, NAMES_MAX = 256 };

// Names begin with the time, in digits of one width: the order of the names is the order of
// time.
struct shelf {
    char names[NAMES_MAX][NAME_BYTES];
    size_t count;
    char tail[40]; // looked for
    bool found;
};

static void note(void *to, const char *name)
{
    struct shelf *shelf = to;
    size_t length = strlen(name);
    size_t tail = strlen(shelf->tail);

    if (length >= NAME_BYTES || length < tail || strchr("0123456789", name[0]) == NULL) {
        return;
    }
    shelf->found = shelf->found || strcmp(name + length - tail, shelf->tail) == 0;
    if (shelf->count < NAMES_MAX) {
        memcpy(shelf->names[shelf->count++], name, length + 1);
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(a, b);
}

// Makes room for a new one of `size` bytes: anybody who may write the folder could fill the
// disk of the log with ever other rubbish.
static void remove_oldest(const char *folder, const struct env *env, struct shelf *shelf,
                          size_t size)
{
    char path[SNAPSHOT_PATH_MAX];
    struct env_stat stat;
    int64_t bytes = (int64_t)size;

    qsort(shelf->names, shelf->count, NAME_BYTES, compare_names);
    for (size_t kept = 1; shelf->count > 0; kept++) {
        const char *name = shelf->names[--shelf->count];
        if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path ||
            env->stat(env->context, path, &stat) != 0) {
            continue;
        }
        bytes += stat.size;
        if (kept >= QUARANTINE_KEEP || bytes > QUARANTINE_BYTES) {
            env->remove(env->context, path);
        }
    }
}

bool quarantine_copy(const char *folder, const char *path, const struct env *env)
{
    struct env_bytes bytes = {0};
    struct env_stat stat;

    if (env->stat(env->context, path, &stat) != 0 || !stat.regular) {
        return true; // nothing that a copy could tell
    }
    struct shelf *shelf = calloc(1, sizeof *shelf);
    char copy[SNAPSHOT_PATH_MAX];
    int code = -1;

    if (shelf == NULL || env->read(env->context, path, SNAPSHOT_MAX_BYTES, &bytes) != 0 ||
        env->make_folder(env->context, folder) != 0) {
        goto out;
    }
    snprintf(shelf->tail, sizeof shelf->tail, "-%016" PRIx64 ".sqlite",
             hash_bytes(1, bytes.data, bytes.size));
    env->list(env->context, folder, note, shelf);
    if (shelf->found) {
        code = 0;
        goto out;
    }
    remove_oldest(folder, env, shelf, bytes.size);
    if (snprintf(copy, sizeof copy, "%s/%015" PRId64 "%s", folder,
                 env->now_ms(env->context), shelf->tail) < (int)sizeof copy) {
        code = env->write(env->context, copy, bytes.data, bytes.size, 0);
    }
    LOG_WARN("%s is kept as %s", path, copy);
out:
    if (code != 0) {
        LOG_ERR("%s could not be kept in %s", path, folder);
    }
    free(bytes.data);
    free(shelf);
    return code == 0;
}
