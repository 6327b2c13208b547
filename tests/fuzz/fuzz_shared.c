// Any bytes as board.sqlite, with or without a side file: read, taken into a log, shown,
// exported and published again. Bytes: the main file; behind it, when the last eight are
// "SIDE" with `w` or `j` and a length of three bytes, a -wal or -journal of that length.
#include "disk.h"
#include "exports.h"

#include "base/hash.h"
#include "board/board.h"
#include "store/build.h"
#include "store/present.h"

enum { SLOW_MS = 1000, TAIL = 8, THOROUGH = 16 };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    shared_memory();
    disk_open();
    return 0;
}

static void split(const uint8_t *data, size_t size, struct disk *disk)
{
    const uint8_t *tail = data + size - TAIL;

    *disk = (struct disk){.files = {{DISK_MAIN, data, size}}, .seed = 7};
    if (size < TAIL || memcmp(tail, "SIDE", 4) != 0 || (tail[4] != 'w' && tail[4] != 'j')) {
        return;
    }
    size_t side = (size_t)tail[5] << 16 | (size_t)tail[6] << 8 | tail[7];
    side = side < size - TAIL ? side : size - TAIL;
    size_t main = size - TAIL - side;
    disk->files[0].size = main;
    disk->files[1] = (struct disk_file){
        tail[4] == 'w' ? DISK_MAIN "-wal" : DISK_MAIN "-journal", data + main, side};
}

static struct import_result read_in(struct fold *fold, struct disk *disk)
{
    struct import_result result = disk_import(fold, disk, NULL);

    FUZZ_HOLDS(!result.broken);
    return result;
}

static void check_text(const char *text)
{
    FUZZ_HOLDS(text == NULL || fuzz_text_safe(text, strlen(text), true));
}

static void check_boards(struct fold *fold)
{
    struct board_set *set = present_boards(fold, disk_machine.schema);

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
    struct board_set *set = present_boards(fold, disk_machine.schema);
    struct share_cells cells = {.cells = calloc(fold->cell_count + 1, sizeof *cells.cells)};

    FUZZ_HOLDS(set != NULL && cells.cells != NULL);
    FUZZ_HOLDS(present_cells(fold, disk_machine.schema, cells.cells, &cells.count));
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

    FUZZ_HOLDS(other != NULL && build_file(fold, disk_machine.schema, &bytes, &size));
    struct disk disk = {.files = {{DISK_MAIN, bytes, size}}, .seed = 9};
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
