// A shared folder in memory, and the machine of a device that reads it: clock and dice are
// the same in every run, and its private folder is on the real disk.
#ifndef REGIEBORD_TESTS_FUZZ_DISK_H
#define REGIEBORD_TESTS_FUZZ_DISK_H

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "same.h"
#include "share/import.h"
#include "store/schema.h"

#define DISK_MAIN "/shared/board.sqlite"

// The main file, and a side file where it has one.
struct disk {
    struct disk_file {
        const char *path; // NULL: there is none
        const uint8_t *bytes;
        size_t size;
    } files[2];
    uint64_t seed, version; // another version is another file
};

// Of this process.
static struct {
    char scratch[200];
    struct schema *schema;
    struct env env;
} disk_machine;

static inline const struct disk_file *disk_find(const struct disk *disk, const char *path)
{
    for (size_t i = 0; i < 2; i++) {
        const struct disk_file *file = &disk->files[i];
        if (file->path != NULL && strcmp(file->path, path) == 0) {
            return file;
        }
    }
    return NULL;
}

static inline int64_t disk_mono_ms(void *context)
{
    (void)context;
    return fuzz_ms();
}

static inline void disk_random(void *context, void *out, size_t size)
{
    struct disk *disk = context;
    unsigned char *bytes = out;

    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)fuzz_next(&disk->seed);
    }
}

static inline int disk_stat(void *context, const char *path, struct env_stat *out)
{
    const struct disk *disk = context;
    const struct disk_file *file = disk_find(disk, path);

    *out = (struct env_stat){.regular = true,
                             .device = 1,
                             .inode = 2 + disk->version,
                             .size = file == NULL ? 0 : (int64_t)file->size,
                             .mtime_ns = 1764000000000000000};
    return file == NULL ? -ENOENT : 0;
}

static inline int disk_read(void *context, const char *path, size_t limit,
                            struct env_bytes *out)
{
    const struct disk_file *file = disk_find(context, path);

    *out = (struct env_bytes){.data = NULL};
    if (file == NULL) {
        return -ENOENT;
    }
    out->size = file->size < limit ? file->size : limit;
    out->data = malloc(out->size + 1);
    if (out->data == NULL) {
        return -ENOMEM;
    }
    memcpy(out->data, file->bytes, out->size);
    return 0;
}

static inline void disk_open(void)
{
    const char *temporary = getenv("TMPDIR");

    // One folder for each process: libFuzzer starts several at once.
    snprintf(disk_machine.scratch, sizeof disk_machine.scratch, "%s/regiebord-fuzz-%ld",
             temporary == NULL ? "/tmp" : temporary, (long)getpid());
    same_sqlite();
    disk_machine.schema = schema_create();
    disk_machine.env = *env_system();
    disk_machine.env.now_ms = same_now_ms;
    disk_machine.env.mono_ms = disk_mono_ms;
    disk_machine.env.random = disk_random;
    disk_machine.env.stat = disk_stat;
    disk_machine.env.read = disk_read;
    FUZZ_HOLDS(disk_machine.schema != NULL);
}

// As the keeper does; `recall` is what it remembers of the file, or NULL.
static inline struct import_result disk_import(struct fold *fold, struct disk *disk,
                                               struct recall *recall)
{
    struct import_result result = {0};
    struct env env = disk_machine.env;

    env.context = disk;
    struct import import = {
        .reader = {.env = &env,
                   .schema = disk_machine.schema,
                   .scratch = disk_machine.scratch},
        .fold = fold,
        .recall = recall,
    };
    import_file(&import, DISK_MAIN, "fuzz", &result);
    return result;
}

#endif
