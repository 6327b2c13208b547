#include "share/publish.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/build.h"

#define LOG_MODULE "publish"
#include "base/log.h"

static const int64_t STEP_NS = 2000000000; // FAT counts in two seconds
static const int64_t MS_NS = 1000000;

struct paths {
    char board[SNAPSHOT_PATH_MAX];
    char part[SNAPSHOT_PATH_MAX]; // the new file; after an exchange the old one
    char old[SNAPSHOT_PATH_MAX];  // where the old one goes when names cannot be exchanged
};

static bool make_paths(const struct publish *publish, struct paths *paths)
{
    int a = snprintf(paths->board, sizeof paths->board, "%s/board.sqlite", publish->folder);
    int b = snprintf(paths->part, sizeof paths->part, "%s/.board.%s.part", publish->folder,
                     publish->tag);
    int c = snprintf(paths->old, sizeof paths->old, "%s/.board.%s.prev.part",
                     publish->folder, publish->tag);

    return a < SNAPSHOT_PATH_MAX && b < SNAPSHOT_PATH_MAX && c < SNAPSHOT_PATH_MAX;
}

int64_t publish_time(int64_t newest_mtime_ns, const struct env *env)
{
    int64_t now_ns = env->now_ms(env->context) * MS_NS;
    uint32_t random = 0;

    // Two devices that answer the same file must not come to the same time, or transports
    // that keep the newest file see no difference and carry neither.
    env->random(env->context, &random, sizeof random);
    int64_t step_ns = STEP_NS + random % (STEP_NS / 2);
    int64_t past_ns =
        newest_mtime_ns > INT64_MAX - step_ns ? INT64_MAX : newest_mtime_ns + step_ns;

    return now_ns > past_ns ? now_ns : past_ns;
}

// Told once, when the file grows past it.
static void warn_of_half(const struct publish *publish, size_t size)
{
    const struct import_result *known = publish->known;
    bool bytes =
        size > LIMIT_FILE_BYTES / 2 && known->identity.main.size <= LIMIT_FILE_BYTES / 2;
    bool records =
        publish->fold->count > LIMIT_RECORDS / 2 && known->records <= LIMIT_RECORDS / 2;

    if (bytes || records) {
        LOG_WARN("%s/board.sqlite is over half of what a shared file may be: %zu MB, "
                 "%zu entries",
                 publish->folder, size >> 20, publish->fold->count);
    }
}

static bool write_part(const struct publish *publish, const struct paths *paths)
{
    const struct env *env = publish->env;
    // Of a file that nobody can read, too, which is put aside.
    int64_t newest_ns = publish->known->identity.main.mtime_ns;
    unsigned char *bytes = NULL;
    size_t size = 0;

    if (newest_ns < publish->newest_mtime_ns) {
        newest_ns = publish->newest_mtime_ns;
    }
    if (!build_file(publish->fold, publish->schema, &bytes, &size)) {
        return false;
    }
    if (size > SNAPSHOT_MAX_BYTES) {
        LOG_ERR("the shared file would be of %zu bytes: nobody would read it", size);
        free(bytes);
        return false;
    }
    warn_of_half(publish, size);
    int code =
        env->write(env->context, paths->part, bytes, size, publish_time(newest_ns, env));
    free(bytes);
    if (code != 0) {
        LOG_ERR("%s: %s", paths->part, strerror(-code));
        env->remove(env->context, paths->part);
    }
    return code == 0;
}

// What stands at board.sqlite now against what was imported.
static enum publish_result compare(const struct publish *publish, const struct paths *paths)
{
    struct identity now;
    enum trouble trouble = identity_take(paths->board, publish->env, &now);

    if (publish->known->trouble == TROUBLE_MISSING) {
        return trouble == TROUBLE_MISSING ? PUBLISH_DONE : PUBLISH_AGAIN;
    }
    if (!now.main.regular || !identity_same(&now, &publish->known->identity)) {
        return PUBLISH_AGAIN;
    }
    // A tool that has it open in WAL mode would go on writing beside the new file, and
    // never know: there, even an empty WAL is somebody at work.
    bool wal = now.wal.size > 0 || (publish->known->wal_mode && now.wal.inode != 0);

    return wal || now.journal.size > 0 ? PUBLISH_LATER : PUBLISH_DONE;
}

static bool unable(int code)
{
    return code == -EINVAL || code == -ENOSYS || code == -EOPNOTSUPP;
}

// Where nothing has the name. Some network file systems know no renaming but the plain one.
static int place(const struct env *env, const struct paths *paths)
{
    struct env_stat stat;
    int code = env->rename(env->context, paths->part, paths->board, ENV_RENAME_FRESH);

    if (!unable(code)) {
        return code;
    }
    return env->stat(env->context, paths->board, &stat) == 0
               ? -EEXIST
               : env->rename(env->context, paths->part, paths->board, ENV_RENAME_OVER);
}

// File systems that cannot exchange two names leave a moment without a file.
static int swap_in_two(const struct env *env, const struct paths *paths, char *displaced)
{
    int code = env->rename(env->context, paths->board, paths->old, ENV_RENAME_OVER);

    if (code != 0) {
        return code;
    }
    code = place(env, paths);
    // Where somebody else's new file stands there by now, the old one cannot go back.
    if (code == 0 ||
        env->rename(env->context, paths->old, paths->board, ENV_RENAME_FRESH) != 0) {
        strcpy(displaced, paths->old);
    }
    return code;
}

// `displaced` becomes the path where the old file is now.
static int swap(const struct env *env, const struct paths *paths, char *displaced)
{
    int code = env->rename(env->context, paths->part, paths->board, ENV_RENAME_EXCHANGE);

    displaced[0] = '\0';
    if (code == 0) {
        strcpy(displaced, paths->part);
    } else if (unable(code)) {
        code = swap_in_two(env, paths, displaced);
    }
    return code == -ENOENT ? place(env, paths) : code;
}

// The old file goes once it is certain that every byte of it was imported.
static enum publish_result settle(const struct publish *publish, char *displaced)
{
    struct snapshot snapshot;
    const struct env *env = publish->env;

    if (displaced[0] == '\0') {
        return PUBLISH_DONE;
    }
    enum trouble trouble = snapshot_take(displaced, env, &snapshot);
    if (trouble != TROUBLE_NONE && trouble != TROUBLE_NEWER) {
        return PUBLISH_AGAIN;
    }
    bool known = snapshot.hash == publish->known->hash;
    snapshot_finish(&snapshot);
    if (!known) {
        LOG_INFO("the swap displaced a file that was not imported yet");
        return PUBLISH_AGAIN;
    }
    env->remove(env->context, displaced);
    displaced[0] = '\0';
    return PUBLISH_DONE;
}

static enum publish_result replace(const struct publish *publish, const struct paths *paths,
                                   char *displaced)
{
    const struct env *env = publish->env;
    bool lockable = publish->known->trouble == TROUBLE_NONE;
    void *hold = NULL;
    int code = lockable ? env->hold(env->context, paths->board, &hold) : 0;
    bool held = lockable && code == 0;
    // Where the file system knows no locks, no tool has one either.
    enum publish_result result = code == 0 || code == -ENOLCK || unable(code)
                                     ? compare(publish, paths)
                                     : PUBLISH_LATER;

    if (result == PUBLISH_DONE) {
        code = swap(env, paths, displaced);
        if (code == 0) {
            code = env->sync_folder(env->context, publish->folder);
        }
        if (code != 0) {
            LOG_ERR("%s: %s", paths->board, strerror(-code));
            result = code == -EEXIST ? PUBLISH_AGAIN : PUBLISH_FAILED;
        }
    }
    // Whoever waited for the lock now finds the file moved, and says so instead of writing
    // into nothing.
    if (held) {
        env->release(env->context, hold);
    }
    return result;
}

// What an earlier try or life left under our names may hold what nothing else does.
static enum publish_result look_for_leftover(const struct publish *publish,
                                             const char *path, char *displaced)
{
    struct env_stat stat;
    int code = publish->env->stat(publish->env->context, path, &stat);

    if (code == 0) {
        strcpy(displaced, path);
        return PUBLISH_AGAIN;
    }
    if (code != -ENOENT) {
        LOG_ERR("%s: %s", path, strerror(-code));
        return PUBLISH_FAILED;
    }
    return PUBLISH_DONE;
}

enum publish_result publish_file(const struct publish *publish,
                                 char displaced[SNAPSHOT_PATH_MAX])
{
    struct paths paths;

    displaced[0] = '\0';
    if (!make_paths(publish, &paths)) {
        LOG_ERR("%s: the path is too long", publish->folder);
        return PUBLISH_FAILED;
    }
    enum publish_result result = look_for_leftover(publish, paths.part, displaced);
    if (result == PUBLISH_DONE) {
        result = look_for_leftover(publish, paths.old, displaced);
    }
    if (result == PUBLISH_DONE) {
        result = compare(publish, &paths);
    }
    if (result != PUBLISH_DONE) {
        return result;
    }
    if (!write_part(publish, &paths)) {
        return PUBLISH_FAILED;
    }
    result = replace(publish, &paths, displaced);
    if (result != PUBLISH_DONE && strcmp(displaced, paths.part) != 0) {
        publish->env->remove(publish->env->context,
                             paths.part); // still the new one: nobody misses it
        return result;
    }
    return result == PUBLISH_DONE ? settle(publish, displaced) : result;
}
