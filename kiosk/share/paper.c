#include "share/paper.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define LOG_MODULE "paper"
#include "base/log.h"

enum { PATH_BYTES = 1200 };

bool paper_name_sound(const char *name)
{
    size_t length = strlen(name);

    return length > 0 && length < PAPER_NAME_BYTES && name[0] != '.' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-.") == length;
}

static int folder_look(const char *path, const struct env *env)
{
    struct env_stat about;
    int code = env->stat(env->context, path, &about);

    return code == 0 && !about.folder ? -ENOTDIR : code;
}

// A share that is not mounted is not made: what is written there would be under it. It may
// be a link itself, but whoever can write in it cannot lead us out of it by one.
static int folder_make(const char *share_dir, const char *folder, const struct env *env)
{
    char inside[PATH_BYTES + 2];

    snprintf(inside, sizeof inside, "%s/.", share_dir);
    int code = folder_look(inside, env);
    if (code == 0) {
        code = env->make_folder(env->context, folder);
    }
    return code == 0 ? folder_look(folder, env) : code;
}

// What is left of a paper that could not be written takes no room on a full disk.
static int put_whole(const char *part, const char *path, const char *text,
                     const struct env *env)
{
    int code = env->write(env->context, part, text, strlen(text), 0);

    if (code == 0) {
        code = env->rename(env->context, part, path, ENV_RENAME_OVER);
    }
    if (code != 0) {
        env->remove(env->context, part);
    }
    return code;
}

bool paper_write(const char *share_dir, const char *tag, const char *name, const char *text,
                 const struct env *env)
{
    char folder[PATH_BYTES];
    char part[PATH_BYTES];
    char path[PATH_BYTES];

    if (!paper_name_sound(name) || strlen(text) > PAPER_TEXT_BYTES ||
        snprintf(folder, sizeof folder, "%s/" PAPER_FOLDER, share_dir) >=
            (int)sizeof folder ||
        snprintf(part, sizeof part, "%s/.board.%s-paper.part", folder, tag) >=
            (int)sizeof part ||
        snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) {
        LOG_ERR("%.60s cannot be the name of a paper", name);
        return false;
    }
    int code = folder_make(share_dir, folder, env);
    if (code == 0) {
        code = put_whole(part, path, text, env);
    }
    if (code == 0) {
        env->sync_folder(env->context, folder); // some network folders know no such thing
    } else {
        LOG_WARN("%s cannot be written: %s", path, strerror(-code));
    }
    return code == 0;
}
