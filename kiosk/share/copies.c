#include "share/copies.h"

#include <stdio.h>
#include <string.h>

#include "store/device.h"

#define LOG_MODULE "copies"
#include "base/log.h"

// What is left of a name after "board", or after the "board.dev-<id>" of an outbox.
static const char *after_board(const char *name)
{
    static const char board[] = "board";
    static const char outbox[] = ".dev-";

    if (strncmp(name, board, sizeof board - 1) != 0) {
        return "";
    }
    name += sizeof board - 1;
    if (strncmp(name, outbox, sizeof outbox - 1) != 0) {
        return name;
    }
    name += sizeof outbox - 1;
    return strspn(name, "0123456789abcdef") == DEVICE_DIGITS ? name + DEVICE_DIGITS : "";
}

bool copies_known(const char *name)
{
    static const struct {
        const char *head, *tail;
    } patterns[] = {
        {".sync-conflict-", ".sqlite"},
        {" (conflicted copy ", ").sqlite"},
        {"_conflict-", ".sqlite"},
    };
    const char *rest = after_board(name);
    size_t length = strlen(rest);

    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        size_t head = strlen(patterns[i].head);
        size_t tail = strlen(patterns[i].tail);
        if (length > head + tail && strncmp(rest, patterns[i].head, head) == 0 &&
            strcmp(rest + length - tail, patterns[i].tail) == 0) {
            return true;
        }
    }
    return false;
}

static bool alone(const struct identity *identity)
{
    return identity->main.regular && identity->wal.inode == 0 &&
           identity->journal.inode == 0;
}

static bool copy_remove(struct folder *folder, const struct source *source)
{
    const struct env *env = folder->import.reader.env;
    char path[SNAPSHOT_PATH_MAX];
    char part[SNAPSHOT_PATH_MAX];
    struct identity now;

    int a = snprintf(path, sizeof path, "%s/%s", folder->path, source->name);
    int b =
        snprintf(part, sizeof part, "%s/.board.%s.copy.part", folder->path, folder->tag);
    return a < (int)sizeof path && b < (int)sizeof part &&
           identity_take(path, env, &now) == TROUBLE_NONE && alone(&now) &&
           identity_same(&now, &source->result.identity) &&
           folder_retire(folder, path, part);
}

size_t copies_remove(struct folder *folder)
{
    size_t removed = 0;

    for (size_t i = 1; i < folder->count && !folder->broken; i++) {
        const struct source *source = &folder->sources[i];
        if (source->settled && source->result.trouble == TROUBLE_NONE &&
            source->result.whole && copies_known(source->name) &&
            copy_remove(folder, source)) {
            LOG_INFO("%s was merged, and is removed", source->name);
            removed++;
        }
    }
    return removed;
}
