#define LOG_MODULE "desk"
#include "desk/scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { BOARD_BYTES = 64 * 1024 * 1024, PATH_BYTES = 4096 };

struct copying {
    const struct env *env;
    const char *from, *to;
    bool failed;
};

static void copy_file(void *to, const char *name)
{
    struct copying *copying = to;
    const struct env *env = copying->env;
    struct env_bytes bytes = {0};
    char path[PATH_BYTES];

    if (strncmp(name, "board", 5) != 0 || strstr(name, ".sqlite") == NULL) {
        return;
    }
    snprintf(path, sizeof path, "%s/%s", copying->from, name);
    if (env->read(env->context, path, BOARD_BYTES, &bytes) != 0) {
        return; // a link or a pipe: no reader takes it either
    }
    snprintf(path, sizeof path, "%s/%s", copying->to, name);
    if (env->write(env->context, path, bytes.data, bytes.size, bytes.stat.mtime_ns) != 0) {
        copying->failed = true;
    }
    free(bytes.data);
}

static bool scratch_make(struct scratch *scratch)
{
    const char *temporary = getenv("TMPDIR");

    snprintf(scratch->path, sizeof scratch->path, "%.200s/regiebord-XXXXXX",
             temporary == NULL || temporary[0] == '\0' ? "/tmp" : temporary);
    if (mkdtemp(scratch->path) == NULL) {
        LOG_ERR("no temporary folder can be made at %s", scratch->path);
        scratch->path[0] = '\0';
        return false;
    }
    return true;
}

bool scratch_copy(struct scratch *scratch, const char *share, const struct env *env)
{
    struct env_stat about;

    if (!scratch_make(scratch)) {
        return false;
    }
    struct copying copying = {.env = env, .from = share, .to = scratch->path};
    if (env->stat(env->context, share, &about) == 0) {
        env->list(env->context, share, copy_file, &copying);
    }
    if (copying.failed) {
        LOG_ERR("the board files cannot be copied to %s", scratch->path);
    }
    return !copying.failed;
}

bool scratch_file(struct scratch *scratch, const char *path, const struct env *env)
{
    struct env_bytes bytes = {0};
    char copy[PATH_BYTES];

    if (!scratch_make(scratch)) {
        return false;
    }
    snprintf(copy, sizeof copy, "%s/board.sqlite", scratch->path);
    bool copied =
        env->read(env->context, path, BOARD_BYTES, &bytes) == 0 &&
        bytes.stat.size == (int64_t)bytes.size &&
        env->write(env->context, copy, bytes.data, bytes.size, bytes.stat.mtime_ns) == 0;
    if (!copied) {
        LOG_ERR("%s cannot be copied to %s", path, scratch->path);
    }
    free(bytes.data);
    return copied;
}

static void remove_file(void *to, const char *name)
{
    struct copying *copying = to;
    char path[PATH_BYTES];

    snprintf(path, sizeof path, "%s/%s", copying->to, name);
    copying->env->remove(copying->env->context, path);
}

void scratch_remove(struct scratch *scratch, const struct env *env)
{
    struct copying copying = {.env = env, .to = scratch->path};

    if (scratch->path[0] != '\0') {
        env->list(env->context, scratch->path, remove_file, &copying);
        env->remove(env->context, scratch->path);
    }
}
