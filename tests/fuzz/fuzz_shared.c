// Any bytes as board.sqlite, with or without a side file: read, taken into a log, shown,
// exported and published again. Bytes: the main file; behind it, when the last eight are
// "SIDE" with `w` or `j` and a length of three bytes, a -wal or -journal of that length.
#include "exports.h"
#include "fuzz.h"
#include "same.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "board/board.h"
#include "share/import.h"
#include "store/build.h"
#include "store/present.h"

enum { SLOW_MS = 1000, TAIL = 8, THOROUGH = 16 };

// A folder that holds one file, in memory, and the real machine for the private folder.
struct disk {
    const uint8_t *main, *side;
    size_t main_size, side_size;
    const char *side_name;
    uint64_t seed;
};

static const char MAIN[] = "/shared/board.sqlite";
static const char WAL[] = "/shared/board.sqlite-wal";
static const char JOURNAL[] = "/shared/board.sqlite-journal";

static const uint8_t *find(const struct disk *disk, const char *path, size_t *size)
{
    if (strcmp(path, MAIN) == 0) {
        *size = disk->main_size;
        return disk->main;
    }
    *size = disk->side_size;
    return disk->side != NULL && strcmp(path, disk->side_name) == 0 ? disk->side : NULL;
}

static int64_t mono_ms(void *context)
{
    (void)context;
    return fuzz_ms();
}

static void random_bytes(void *context, void *out, size_t size)
{
    struct disk *disk = context;
    unsigned char *bytes = out;

    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)fuzz_next(&disk->seed);
    }
}

static int disk_stat(void *context, const char *path, struct env_stat *out)
{
    size_t size;
    const uint8_t *data = find(context, path, &size);

    *out = (struct env_stat){.regular = true,
                             .device = 1,
                             .inode = 2,
                             .size = (int64_t)size,
                             .mtime_ns = 1764000000000000000};
    return data == NULL ? -ENOENT : 0;
}

static int disk_read(void *context, const char *path, size_t limit, struct env_bytes *out)
{
    size_t size;
    const uint8_t *data = find(context, path, &size);

    *out = (struct env_bytes){.data = NULL};
    if (data == NULL) {
        return -ENOENT;
    }
    out->size = size < limit ? size : limit;
    out->data = malloc(out->size + 1);
    if (out->data == NULL) {
        return -ENOMEM;
    }
    memcpy(out->data, data, out->size);
    return 0;
}

static char scratch[200];
static struct schema *schema;
static struct env env;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *temporary = getenv("TMPDIR");

    (void)argc;
    (void)argv;
    // One folder for each process: libFuzzer starts several at once.
    snprintf(scratch, sizeof scratch, "%s/regiebord-fuzz-%ld",
             temporary == NULL ? "/tmp" : temporary, (long)getpid());
    shared_memory();
    same_sqlite();
    schema = schema_create();
    env = *env_system();
    env.now_ms = same_now_ms;
    env.mono_ms = mono_ms;
    env.random = random_bytes;
    env.stat = disk_stat;
    env.read = disk_read;
    return schema == NULL;
}

static void split(const uint8_t *data, size_t size, struct disk *disk)
{
    const uint8_t *tail = data + size - TAIL;

    *disk = (struct disk){.main = data, .main_size = size, .seed = 7};
    if (size < TAIL || memcmp(tail, "SIDE", 4) != 0 || (tail[4] != 'w' && tail[4] != 'j')) {
        return;
    }
    size_t side = (size_t)tail[5] << 16 | (size_t)tail[6] << 8 | tail[7];
    side = side < size - TAIL ? side : size - TAIL;
    disk->main_size = size - TAIL - side;
    disk->side = data + disk->main_size;
    disk->side_size = side;
    disk->side_name = tail[4] == 'w' ? WAL : JOURNAL;
}

static struct import_result read_in(struct fold *fold, struct disk *disk)
{
    struct import_result result = {0};
    struct env here = env;

    here.context = disk;
    struct import import = {
        .reader = {.env = &here, .schema = schema, .scratch = scratch},
        .fold = fold,
    };
    import_file(&import, MAIN, "fuzz", &result);
    FUZZ_HOLDS(!result.broken);
    return result;
}

static void check_text(const char *text)
{
    FUZZ_HOLDS(text == NULL || fuzz_text_safe(text, strlen(text), true));
}

static void check_boards(struct fold *fold)
{
    struct board_set *set = present_boards(fold, schema);

    FUZZ_HOLDS(set != NULL);
    for (size_t i = 0; i < set->count; i++) {
        const struct board *board = &set->boards[i];
        check_text(board->title);
        check_text(board->subtitle);
        for (size_t j = 0; j < board->action_count; j++) {
            check_text(board->actions[j].title);
            check_text(board->actions[j].text);
            check_text(board->actions[j].due_text);
        }
        for (size_t j = 0; j < board->change_count; j++) {
            check_text(board->changes[j].author);
            check_text(board->changes[j].before);
            check_text(board->changes[j].after);
        }
    }
    board_set_free(set);
}

// Each board on paper, for other programs and as tables.
static void check_exports(struct fold *fold)
{
    struct board_set *set = present_boards(fold, schema);
    struct share_cells cells = {.cells = calloc(fold->cell_count + 1, sizeof *cells.cells)};

    FUZZ_HOLDS(set != NULL && cells.cells != NULL);
    FUZZ_HOLDS(present_cells(fold, schema, cells.cells, &cells.count));
    for (size_t i = 0; i < set->count && i < 3; i++) {
        exports_check(&set->boards[i], &cells);
    }
    share_cells_finish(&cells);
    board_set_free(set);
}

// What was taken in is published, and that file says all of it and nothing else.
static void check_published(struct fold *fold)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    struct fold *other = fold_create();

    FUZZ_HOLDS(other != NULL && build_file(fold, schema, &bytes, &size));
    struct disk disk = {.main = bytes, .main_size = size, .seed = 9};
    struct import_result result = read_in(other, &disk);
    FUZZ_HOLDS(result.trouble == TROUBLE_NONE && result.current);
    FUZZ_HOLDS(other->count == fold->count && result.records == fold->count);
    fold_destroy(other);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct disk disk;
    struct fold *fold = fold_create();
    int64_t begun = fuzz_ms();

    FUZZ_HOLDS(fold != NULL);
    split(data, size, &disk);
    struct import_result first = read_in(fold, &disk);
    FUZZ_HOLDS(fuzz_ms() - begun <= SLOW_MS);
    FUZZ_HOLDS(first.added == fold->count);
    // The rest takes much longer than the reading, and is the same for most inputs.
    bool thorough = hash_bytes(3, data, size) % THOROUGH == 0;
    if (fold->count > 0 && (thorough || getenv("FUZZ_THOROUGH") != NULL)) {
        struct import_result second = read_in(fold, &disk);
        FUZZ_HOLDS(second.added == 0 && second.trouble == first.trouble);
        check_boards(fold);
        check_exports(fold);
        check_published(fold);
    }
    fold_destroy(fold);
    return 0;
}
