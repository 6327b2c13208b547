// Runs a fuzz target over files and folders of files, without libFuzzer: the corpus as a
// test of any compiler.
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

static bool run_file(const char *path, unsigned *count)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    size_t size = 0;
    size_t room = 0;
    size_t got = 0;

    if (file == NULL) {
        perror(path);
        return false;
    }
    do {
        size += got;
        if (size == room) {
            room = room == 0 ? 4096 : room * 2;
            data = realloc(data, room);
            FUZZ_HOLDS(data != NULL);
        }
        got = fread(data + size, 1, room - size, file);
    } while (got > 0);
    fclose(file);
    // Exactly as long as it is, so that a sanitizer sees a step beyond.
    uint8_t *exact = malloc(size == 0 ? 1 : size);
    FUZZ_HOLDS(exact != NULL);
    memcpy(exact, data, size);
    free(data);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    ++*count;
    return true;
}

static bool run_path(const char *path, unsigned *count)
{
    struct stat found;
    struct dirent *entry;
    char inner[4096];
    bool ok = true;

    if (stat(path, &found) != 0 || !S_ISDIR(found.st_mode)) {
        return run_file(path, count);
    }
    DIR *folder = opendir(path);
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] != '.') {
            snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
            ok = run_path(inner, count) && ok;
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
    return ok;
}

int main(int argc, char **argv)
{
    unsigned count = 0;
    bool ok = LLVMFuzzerInitialize(&argc, &argv) == 0;

    for (int i = 1; i < argc; i++) {
        ok = run_path(argv[i], &count) && ok;
    }
    printf("%u inputs\n", count);
    return ok ? 0 : 1;
}
