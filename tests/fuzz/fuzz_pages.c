// A sound file of many pages of which any few bytes differ, read by a device that remembers
// the file as it was (share/recall.h) and by one that does not: both take the same into
// their logs. Bytes: five for each byte that differs, its place and by what.
#include "disk.h"

#include "store/build.h"
#include "store/clock.h"

enum { ACTIONS = 60, PATCH = 5, PATCHES_MAX = 60 };

static unsigned char *base;
static size_t base_size;

// Cells of a small plan, an entry each.
static void add(struct fold *fold, int number, const char *table, const char *row,
                const char *column, const char *value)
{
    const struct record record = {.hlc = clock_at(1764000000000 + number),
                                  .device = "import",
                                  .eid = (uint64_t)number + 1,
                                  .table = table,
                                  .row = row,
                                  .column = column,
                                  .value = value,
                                  .size = (uint32_t)strlen(value),
                                  .author = "plan",
                                  .base = RECORD_NO_BASE};

    FUZZ_HOLDS(fold_add(fold, &record, 1));
}

static void make_base(void)
{
    struct fold *fold = fold_create();
    char row[40];
    char text[120];
    int number = 0;

    add(fold, number++, "board", "b", RECORD_LIVE, "1");
    add(fold, number++, "board", "b", "title", "Proef");
    for (int i = 0; i < ACTIONS; i++) {
        snprintf(row, sizeof row, "b/1.1z%d", i);
        snprintf(text, sizeof text, "Actie %d heeft een titel van een gewone lengte", i);
        add(fold, number++, "action", row, RECORD_LIVE, "1");
        add(fold, number++, "action", row, "board", "b");
        add(fold, number++, "action", row, "code", row + 2);
        add(fold, number++, "action", row, "title", text);
    }
    FUZZ_HOLDS(build_file(fold, disk_machine.schema, &base, &base_size));
    fold_destroy(fold);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    disk_open();
    make_base();
    return 0;
}

// The base, or another version of it.
static struct import_result read_in(struct fold *fold, const unsigned char *bytes,
                                    struct recall *recall)
{
    struct disk disk = {.files = {{DISK_MAIN, bytes, base_size}},
                        .seed = 7,
                        .version = bytes == base ? 0 : 1};
    struct import_result result = disk_import(fold, &disk, recall);

    // Whoever remembers the file notes that himself.
    for (size_t i = 0; i < fold->count && recall == NULL && result.mark != 0; i++) {
        fold->records[i]->held = fold->records[i]->mark == result.mark;
    }
    return result;
}

static unsigned char *patched(const uint8_t *data, size_t size)
{
    unsigned char *bytes = malloc(base_size);

    FUZZ_HOLDS(bytes != NULL);
    memcpy(bytes, base, base_size);
    for (size_t i = 0; i + PATCH <= size && i < PATCH * PATCHES_MAX; i += PATCH) {
        size_t at = (size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2];
        bytes[(at * 256 + data[i + 3]) % base_size] ^= data[i + 4];
    }
    return bytes;
}

static void same_folds(const struct fold *a, const struct fold *b)
{
    FUZZ_HOLDS(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        const struct record *x = a->records[i];
        const struct record *y = b->records[i];
        FUZZ_HOLDS(record_compare(x, y) == 0 && record_compare_payload(x, y) == 0 &&
                   x->held == y->held && x->seen == y->seen);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unsigned char *bytes = patched(data, size);
    struct import_result results[2] = {0};
    struct fold *folds[2] = {fold_create(), fold_create()};
    struct recall recall = {0};

    for (int i = 0; i < 2; i++) {
        results[i] = read_in(folds[i], base, i == 0 ? &recall : NULL);
        FUZZ_HOLDS(results[i].trouble == TROUBLE_NONE && results[i].current);
        results[i] = read_in(folds[i], bytes, i == 0 ? &recall : NULL);
    }
    FUZZ_HOLDS(results[0].trouble == results[1].trouble);
    FUZZ_HOLDS(results[0].current == results[1].current);
    FUZZ_HOLDS(results[0].whole == results[1].whole);
    FUZZ_HOLDS(results[0].records == results[1].records);
    same_folds(folds[0], folds[1]);
    recall_finish(&recall);
    fold_destroy(folds[0]);
    fold_destroy(folds[1]);
    free(bytes);
    return 0;
}
