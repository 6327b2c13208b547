#include "share/outbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/publish.h"
#include "share/site_parts.h"
#include "store/build.h"

#define LOG_MODULE "outbox"
#include "base/log.h"

enum {
    OUTBOX_AFTER_MS = 300000,
    OUTBOX_LEAST_MS = 5000,
    OUTBOX_FAILED_MS = 60000, // a folder that takes nothing: each try builds a whole file
};

struct paths {
    char box[SNAPSHOT_PATH_MAX];
    char part[SNAPSHOT_PATH_MAX]; // until it is written
};

static bool make_paths(const struct site *site, struct paths *paths)
{
    int a = snprintf(paths->box, sizeof paths->box, "%s/board.dev-%s.sqlite", site->share,
                     site->device);
    int b = snprintf(paths->part, sizeof paths->part, "%s/.board.%s.outbox.part",
                     site->share, site->device);

    return a < SNAPSHOT_PATH_MAX && b < SNAPSHOT_PATH_MAX;
}

void outbox_look(struct site *site)
{
    struct paths paths;
    struct env_stat stat;

    site->outbox = make_paths(site, &paths) &&
                   site->env->stat(site->env->context, paths.box, &stat) == 0;
    site->outbox_count = 0;
}

// Why own entries go by the outbox now; "" they do not.
static const char *reason(const struct site *site)
{
    enum trouble trouble = site_trouble(site);

    if (!site->lacking) {
        return "";
    }
    if (trouble == TROUBLE_NEWER) {
        return trouble_key(trouble);
    }
    if (site_mono(site) - site->lacking_mono < OUTBOX_AFTER_MS) {
        return "";
    }
    return trouble == TROUBLE_NONE ? trouble_key(TROUBLE_BUSY) : trouble_key(trouble);
}

static bool outbox_write(struct site *site)
{
    const struct env *env = site->env;
    struct paths paths;
    unsigned char *bytes = NULL;
    size_t size = 0;

    if (!make_paths(site, &paths) || !build_file(site->fold, site->schema, &bytes, &size)) {
        return false;
    }
    int64_t mtime_ns = publish_time(site->folder.newest_mtime_ns, env);
    int code = env->write(env->context, paths.part, bytes, size, mtime_ns);
    if (code == 0) {
        code = env->rename(env->context, paths.part, paths.box, ENV_RENAME_OVER);
    }
    if (code == 0) {
        code = env->sync_folder(env->context, site->share);
    } else {
        env->remove(env->context, paths.part);
    }
    free(bytes);
    if (code != 0) {
        LOG_ERR("%s: %s", paths.box, strerror(-code));
    }
    return code == 0;
}

static void outbox_remove(struct site *site)
{
    struct paths paths;

    if (make_paths(site, &paths)) {
        folder_retire(&site->folder, paths.box, paths.part);
    }
    outbox_look(site);
}

// A sync engine may bring back one that was removed.
static bool came_back(const struct site *site)
{
    char name[SYNC_NAME_BYTES + 32];
    size_t i = 0;

    snprintf(name, sizeof name, "board.dev-%s.sqlite", site->device);
    while (i < site->folder.count && strcmp(site->folder.sources[i].name, name) != 0) {
        i++;
    }
    return i < site->folder.count;
}

void outbox_tend(struct site *site)
{
    int64_t now = site_mono(site);
    int64_t pause = site->outbox_failed ? OUTBOX_FAILED_MS : OUTBOX_LEAST_MS;
    bool recent = site->outbox_mono > 0 && now - site->outbox_mono < pause;

    site->outbox_why = reason(site);
    bool stale = site->outbox_count != site->fold->count ||
                 site->outbox_replaced != site->fold->replaced;
    if (site->outbox_why[0] != '\0' && stale && !recent) {
        site->outbox_mono = now;
        site->outbox_failed = !outbox_write(site);
        if (!site->outbox_failed) {
            LOG_INFO("%zu entries go by the outbox: %s", site->unshared, site->outbox_why);
            site->outbox = true;
            site->outbox_count = site->fold->count;
            site->outbox_replaced = site->fold->replaced;
        }
    }
    site->outbox = site->outbox || came_back(site);
    enum trouble trouble = site->folder.trouble;
    bool all_there = site->unshared == 0 && (trouble == TROUBLE_NONE ||
                                             (trouble == TROUBLE_NEWER && !site->lacking));
    if (site->outbox && all_there) {
        outbox_remove(site);
    }
}
