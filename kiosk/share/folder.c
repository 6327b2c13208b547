#include "share/folder.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/publish.h"
#include "share/quarantine.h"
#include "store/horizon.h"

#define LOG_MODULE "folder"
#include "base/log.h"

enum {
    SOURCES_MAX = 200,
    PUBLISH_TRIES = 5,
    LEFTOVERS_MAX = 32,        // taken at once
    LEFTOVER_OLD_MS = 3600000, // of a tool that is surely gone
};

static const int64_t MS_NS = 1000000;

static const char MAIN_NAME[] = "board.sqlite";

static bool is_board(const char *name)
{
    static const char head[] = "board";
    static const char tail[] = ".sqlite";
    size_t length = strlen(name);

    return length >= sizeof head + sizeof tail - 2 &&
           strncmp(name, head, sizeof head - 1) == 0 &&
           strcmp(name + length - (sizeof tail - 1), tail) == 0;
}

static int64_t mono(const struct folder *folder)
{
    const struct env *env = folder->import.reader.env;

    return env->mono_ms(env->context);
}

static struct source *source_keep(struct folder *folder, const char *name)
{
    for (size_t i = 0; i < folder->count; i++) {
        if (strcmp(folder->sources[i].name, name) == 0) {
            return &folder->sources[i];
        }
    }
    if (folder->count == SOURCES_MAX) {
        return NULL;
    }
    if (folder->count == folder->room) {
        size_t room = folder->room == 0 ? 4 : folder->room * 2;
        struct source *sources = realloc(folder->sources, room * sizeof *sources);
        if (sources == NULL) {
            return NULL;
        }
        folder->sources = sources;
        folder->room = room;
    }
    char *copy = strdup(name);
    if (copy == NULL) {
        return NULL;
    }
    struct source *source = &folder->sources[folder->count++];
    *source = (struct source){.name = copy,
                              .result = {.trouble = TROUBLE_UNREADABLE},
                              .since_mono = mono(folder)};
    return source;
}

static void note_name(void *to, const char *name)
{
    struct folder *folder = to;

    folder->prepared = folder->prepared || strcmp(name, ".stignore") == 0;
    if (is_board(name)) {
        struct source *source = source_keep(folder, name);
        if (source == NULL) {
            LOG_WARN("%s: too many board files; not read", name);
        } else {
            source->seen = true;
        }
    }
}

static void forget_gone(struct folder *folder)
{
    size_t kept = 1; // board.sqlite is remembered even when it is not there

    for (size_t i = 1; i < folder->count; i++) {
        if (folder->sources[i].seen) {
            folder->sources[kept++] = folder->sources[i];
        } else {
            free(folder->sources[i].name);
        }
    }
    folder->count = kept;
}

// Times of all files that went into the log count, or transports that keep the newest file
// would never settle.
static void note_time(struct folder *folder, const struct import_result *result)
{
    bool merged = result->trouble == TROUBLE_NONE || result->trouble == TROUBLE_NEWER;

    if (merged && result->identity.main.mtime_ns > folder->newest_mtime_ns) {
        folder->newest_mtime_ns = result->identity.main.mtime_ns;
    }
}

// Times of files are coarse: what was seen to change just now may change again without them
// telling. How old they say it is says nothing, as the clock may be another machine's.
static void settle(struct source *source, const struct identity *before, int64_t began_mono,
                   int64_t now_mono)
{
    const struct import_result *result = &source->result;

    if (!identity_same(&result->identity, before)) {
        source->since_mono = now_mono;
    }
    source->settled =
        result->trouble != TROUBLE_BUSY && result->trouble != TROUBLE_UNREADABLE &&
        began_mono - source->since_mono >= identity_grain_ms(&result->identity);
}

static void read_source(struct folder *folder, struct source *source)
{
    const struct env *env = folder->import.reader.env;
    struct identity before = source->result.identity;
    int64_t began_mono = mono(folder);
    char path[SNAPSHOT_PATH_MAX];
    struct identity now;

    if (snprintf(path, sizeof path, "%s/%s", folder->path, source->name) >=
        (int)sizeof path) {
        return;
    }
    enum trouble trouble = identity_take(path, env, &now);
    if (source->settled && identity_same(&now, &before)) {
        return;
    }
    uint32_t mark = source->result.mark;
    if (trouble == TROUBLE_NONE) {
        folder->import.recall = source == folder->sources ? &folder->recall : NULL;
        import_file(&folder->import, path, source->name, &source->result);
        folder->import.recall = NULL;
    } else {
        source->result = (struct import_result){.trouble = trouble, .identity = now};
    }
    folder->broken = folder->broken || source->result.broken;
    // When it could not be had, what was known of it stands.
    if (source == folder->sources && source->result.mark != mark &&
        source->result.mark != 0) {
        folder->replaced = folder->import.fold->replaced;
    }
    settle(source, &before, began_mono, mono(folder));
    note_time(folder, &source->result);
}

// An empty folder on another disk than before, with no disk of its own: whatever is put
// there vanishes behind the right one as soon as that is back. A disk in its place, or
// share-setup, says that somebody wants it so.
static enum trouble look_for_disk(struct folder *folder)
{
    const struct env *env = folder->import.reader.env;
    struct env_stat here;
    struct env_stat above;
    char path[SNAPSHOT_PATH_MAX + 8];
    bool empty = !folder->prepared;

    for (size_t i = 0; i < folder->count; i++) {
        empty = empty && !folder->sources[i].seen;
    }
    folder->unmounted = false;
    if (!empty || folder->home == 0) {
        return TROUBLE_NONE;
    }
    snprintf(path, sizeof path, "%s/.", folder->path); // also where the folder is a link
    if (env->stat(env->context, path, &here) != 0) {
        return TROUBLE_UNREADABLE;
    }
    if (here.device == folder->home) {
        return TROUBLE_NONE;
    }
    strcat(path, ".");
    if (env->stat(env->context, path, &above) != 0) {
        return TROUBLE_UNREADABLE;
    }
    folder->unmounted = here.device == above.device;
    return folder->unmounted ? TROUBLE_NO_FOLDER : TROUBLE_NONE;
}

static enum trouble list(struct folder *folder)
{
    const struct env *env = folder->import.reader.env;

    if (source_keep(folder, MAIN_NAME) == NULL) {
        return TROUBLE_UNREADABLE;
    }
    for (size_t i = 0; i < folder->count; i++) {
        folder->sources[i].seen = false;
    }
    folder->prepared = false;
    int code = env->list(env->context, folder->path, note_name, folder);
    if (code == -ENOENT || code == -ENOTDIR) {
        return TROUBLE_NO_FOLDER;
    }
    return code == 0 ? look_for_disk(folder) : TROUBLE_UNREADABLE;
}

// An entry got a greater payload since board.sqlite was read, from elsewhere: whether that
// has the same one is to be seen from it.
static bool outdated(const struct folder *folder)
{
    return folder->sources[0].result.mark != 0 &&
           folder->replaced != folder->import.fold->replaced;
}

size_t folder_scan(struct folder *folder)
{
    size_t before = folder->import.fold->count;

    folder->restless = false;
    folder->trouble = list(folder);
    if (folder->trouble != TROUBLE_NONE) {
        return 0;
    }
    forget_gone(folder);
    if (outdated(folder)) {
        folder->sources[0].settled = false;
        folder->sources[0].result.hash = 0;
    }
    for (size_t i = 0; i < folder->count && !folder->broken; i++) {
        read_source(folder, &folder->sources[i]);
        folder->restless = folder->restless || !folder->sources[i].settled;
    }
    folder->restless = folder->restless || outdated(folder);
    folder->trouble = folder->sources[0].result.trouble;
    return folder->import.fold->count - before;
}

const struct import_result *folder_main(const struct folder *folder)
{
    static const struct import_result unread = {.trouble = TROUBLE_UNREADABLE};

    return folder->count == 0 ? &unread : &folder->sources[0].result;
}

size_t folder_lacks(const struct folder *folder)
{
    const struct fold *fold = folder->import.fold;
    size_t count = 0;

    if (folder_main(folder)->records == fold->count) {
        return 0;
    }
    for (size_t i = 0; i < fold->count; i++) {
        const struct record *record = fold->records[i];
        count += !record->held && !horizon_drops(fold, record);
    }
    return count;
}

bool folder_stale(const struct folder *folder)
{
    const struct import_result *main = folder_main(folder);

    return main->trouble != TROUBLE_NONE || !main->current ||
           folder->replaced != folder->import.fold->replaced || folder_lacks(folder) > 0;
}

// Nothing but waiting helps.
static bool passing(enum trouble trouble)
{
    return trouble == TROUBLE_BUSY || trouble == TROUBLE_UNREADABLE ||
           trouble == TROUBLE_NO_FOLDER;
}

bool folder_take(struct folder *folder, const char *path)
{
    const struct env *env = folder->import.reader.env;
    struct import_result result = {0};

    import_file(&folder->import, path, strrchr(path, '/') + 1, &result);
    folder->broken = folder->broken || result.broken;
    if (result.broken || result.trouble == TROUBLE_MISSING) {
        return !result.broken;
    }
    bool kept = result.whole || result.trouble == TROUBLE_EMPTY;
    if (!kept && !passing(result.trouble)) {
        bool read = result.trouble == TROUBLE_NONE || result.trouble == TROUBLE_NEWER;
        kept = folder->quarantine == NULL ? read
                                          : quarantine_copy(folder->quarantine, path, env);
    }
    if (!kept) {
        LOG_WARN("%s cannot be read (%s) and is kept", path, trouble_key(result.trouble));
        return false;
    }
    note_time(folder, &result);
    return env->remove(env->context, path) == 0;
}

bool folder_retire(struct folder *folder, const char *path, const char *part)
{
    const struct env *env = folder->import.reader.env;
    struct env_stat stat;
    bool clear = env->stat(env->context, part, &stat) != 0 || folder_take(folder, part);

    return clear && env->rename(env->context, path, part, ENV_RENAME_OVER) == 0 &&
           folder_take(folder, part);
}

static bool publishable(const struct folder *folder, bool over)
{
    enum trouble trouble = folder_main(folder)->trouble;

    return trouble == TROUBLE_NONE || trouble == TROUBLE_MISSING ||
           (over && folder_ailing(folder));
}

bool folder_ailing(const struct folder *folder)
{
    const struct import_result *main = folder_main(folder);

    return main->identity.main.regular && !main->newer &&
           (main->trouble == TROUBLE_EMPTY || main->trouble == TROUBLE_TRUNCATED ||
            main->trouble == TROUBLE_CORRUPT || main->trouble == TROUBLE_UNSAFE);
}

bool folder_publish(struct folder *folder, bool over)
{
    char displaced[SNAPSHOT_PATH_MAX];
    enum publish_result result = PUBLISH_AGAIN;

    for (int i = 0; i < PUBLISH_TRIES && result == PUBLISH_AGAIN; i++) {
        if (!publishable(folder, over)) {
            return false;
        }
        struct publish publish = {
            .env = folder->import.reader.env,
            .schema = folder->import.reader.schema,
            .fold = folder->import.fold,
            .folder = folder->path,
            .tag = folder->tag,
            .newest_mtime_ns = folder->newest_mtime_ns,
            .known = folder_main(folder),
        };
        result = publish_file(&publish, displaced);
        if (displaced[0] != '\0' && !folder_take(folder, displaced)) {
            return false;
        }
        folder_scan(folder);
        if (folder->broken) {
            return false;
        }
        if (result == PUBLISH_AGAIN && !folder_stale(folder)) {
            return true; // what was put there says it all
        }
    }
    return result == PUBLISH_DONE;
}

// What earlier lives left --------------------------------------------------------------

struct leftovers {
    const struct folder *folder; // not owned
    char names[LEFTOVERS_MAX][NAME_MAX + 1];
    bool own[LEFTOVERS_MAX];
    size_t count;
};

static bool part_of(const char *name, const char *tag)
{
    static const char tail[] = ".part";
    char head[NAME_MAX + 1];
    size_t length = strlen(name);
    int size = snprintf(head, sizeof head, ".board.%s", tag);

    return length >= (size_t)size + sizeof tail - 1 &&
           strncmp(name, head, (size_t)size) == 0 &&
           strcmp(name + length - (sizeof tail - 1), tail) == 0;
}

static void note_leftover(void *to, const char *name)
{
    struct leftovers *leftovers = to;
    bool own = part_of(name, leftovers->folder->tag);

    if (leftovers->count < LEFTOVERS_MAX && strlen(name) <= NAME_MAX &&
        (own || part_of(name, ""))) {
        strcpy(leftovers->names[leftovers->count], name);
        leftovers->own[leftovers->count++] = own;
    }
}

// A tool or a device that is still at work takes back its own; one that is gone, or got
// another name, never does.
static bool abandoned(const struct env *env, const char *path)
{
    struct env_stat stat;

    return env->stat(env->context, path, &stat) == 0 &&
           env->now_ms(env->context) - stat.ctime_ns / MS_NS > LEFTOVER_OLD_MS;
}

bool folder_take_leftovers(struct folder *folder)
{
    const struct env *env = folder->import.reader.env;
    struct leftovers *leftovers = calloc(1, sizeof *leftovers);
    char path[SNAPSHOT_PATH_MAX];
    bool clear = leftovers != NULL;

    if (leftovers != NULL) {
        leftovers->folder = folder;
        clear = env->list(env->context, folder->path, note_leftover, leftovers) == 0 &&
                leftovers->count < LEFTOVERS_MAX;
    }
    for (size_t i = 0; leftovers != NULL && i < leftovers->count; i++) {
        bool own = leftovers->own[i];
        if (snprintf(path, sizeof path, "%s/%s", folder->path, leftovers->names[i]) <
                (int)sizeof path &&
            (own || abandoned(env, path))) {
            LOG_INFO("%s was left behind", path);
            clear = (folder_take(folder, path) || !own) && clear;
        }
    }
    free(leftovers);
    return clear;
}

void folder_finish(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++) {
        free(folder->sources[i].name);
    }
    free(folder->sources);
    recall_finish(&folder->recall);
    *folder = (struct folder){0};
}
