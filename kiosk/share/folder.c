#include "share/folder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/publish.h"

#define LOG_MODULE "folder"
#include "base/log.h"

enum { SOURCES_MAX = 200, PUBLISH_TRIES = 5 };

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
    *source = (struct source){.name = copy};
    return source;
}

static void note_name(void *to, const char *name)
{
    struct folder *folder = to;

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

static void read_source(struct folder *folder, struct source *source)
{
    const struct env *env = folder->import.reader.env;
    char path[SNAPSHOT_PATH_MAX];
    struct identity now;

    if (snprintf(path, sizeof path, "%s/%s", folder->path, source->name) >=
        (int)sizeof path) {
        return;
    }
    enum trouble trouble = identity_take(path, env, &now);
    if (source->settled && identity_same(&now, &source->result.identity)) {
        return;
    }
    if (trouble == TROUBLE_NONE) {
        import_file(&folder->import, path, source->name, &source->result);
    } else {
        source->result = (struct import_result){.trouble = trouble, .identity = now};
    }
    folder->broken = folder->broken || source->result.broken;
    // Times of files are coarse: what changed just now may change again without them
    // telling.
    source->settled = source->result.trouble != TROUBLE_BUSY &&
                      source->result.trouble != TROUBLE_UNREADABLE &&
                      !identity_fresh(&source->result.identity, env->now_ms(env->context));
    if (source->result.trouble == TROUBLE_NONE &&
        now.main.mtime_ns > folder->newest_mtime_ns) {
        folder->newest_mtime_ns = now.main.mtime_ns;
    }
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
    int code = env->list(env->context, folder->path, note_name, folder);
    if (code == -ENOENT || code == -ENOTDIR) {
        return TROUBLE_NO_FOLDER;
    }
    return code == 0 ? TROUBLE_NONE : TROUBLE_UNREADABLE;
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
    for (size_t i = 0; i < folder->count && !folder->broken; i++) {
        read_source(folder, &folder->sources[i]);
        folder->restless = folder->restless || !folder->sources[i].settled;
    }
    folder->trouble = folder->sources[0].result.trouble;
    return folder->import.fold->count - before;
}

bool folder_stale(const struct folder *folder)
{
    const struct import_result *main = &folder->sources[0].result;

    return main->trouble != TROUBLE_NONE || !main->current ||
           main->records != folder->import.fold->count;
}

// A file that the swap displaced goes into the log before it goes.
static bool take_displaced(struct folder *folder, const char *path)
{
    const struct env *env = folder->import.reader.env;
    struct import_result result = {0};

    if (path[0] == '\0') {
        return true;
    }
    import_file(&folder->import, path, "displaced file", &result);
    if (result.trouble != TROUBLE_NONE && result.trouble != TROUBLE_NEWER) {
        LOG_WARN("%s cannot be read (%s) and is kept", path, trouble_key(result.trouble));
        return false;
    }
    return !result.broken && env->remove(env->context, path) == 0;
}

bool folder_publish(struct folder *folder)
{
    char displaced[SNAPSHOT_PATH_MAX];
    enum publish_result result = PUBLISH_AGAIN;

    for (int i = 0; i < PUBLISH_TRIES && result == PUBLISH_AGAIN; i++) {
        const struct import_result *main = &folder->sources[0].result;
        if (main->trouble != TROUBLE_NONE && main->trouble != TROUBLE_MISSING) {
            return false;
        }
        struct publish publish = {
            .env = folder->import.reader.env,
            .schema = folder->import.reader.schema,
            .fold = folder->import.fold,
            .folder = folder->path,
            .tag = folder->tag,
            .newest_mtime_ns = folder->newest_mtime_ns,
            .known = main,
        };
        result = publish_file(&publish, displaced);
        if (!take_displaced(folder, displaced)) {
            return false;
        }
        folder_scan(folder);
        if (folder->broken) {
            return false;
        }
    }
    return result == PUBLISH_DONE;
}

void folder_finish(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++) {
        free(folder->sources[i].name);
    }
    free(folder->sources);
    *folder = (struct folder){0};
}
