// The laws of merging: whatever the order, the grouping and the repetition, the same set of
// entries gives the same board; and the fold that grows entry by entry is the one that is
// computed at once.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_records.h"
#include "store/fold.h"

enum { SETS = 400, RECORDS = 120 };

// What can be seen of a fold, as text.
static void describe(struct fold *fold, char *out, size_t size)
{
    size_t at = 0;

    assert_true(fold_order(fold));
    for (size_t i = 0; i < fold->count && at < size; i++) {
        const struct record *r = fold->records[i];
        at += (size_t)snprintf(
            out + at, size - at, "%lld %s %llx %s %s %s %s %s %lld\n", (long long)r->hlc,
            r->device, (unsigned long long)r->eid, r->table, r->row, r->column,
            r->value == NULL ? "-" : r->value, r->author, (long long)r->base);
    }
    for (uint32_t i = 0; i < fold->ordered && at < size; i++) {
        const struct fold_row *row = &fold->rows[fold->order[i]];
        if (row->newest == NULL) {
            continue; // known once, under an entry that was replaced
        }
        at += (size_t)snprintf(out + at, size - at, "%s %s %d:", row->table, row->id,
                               fold_shows(fold, fold->order[i]));
        for (uint32_t c = row->first; c != FOLD_NONE && at < size;
             c = fold->cells[c].next) {
            const struct record *winner = fold->cells[c].winner;
            if (winner != NULL) {
                at += (size_t)snprintf(out + at, size - at, " %s=%s@%lld", winner->column,
                                       winner->value == NULL ? "-" : winner->value,
                                       (long long)winner->hlc);
            }
        }
        at += (size_t)snprintf(out + at, size - at, "\n");
    }
    assert_true(at < size);
}

static struct fold *fold_of(const struct record *records, size_t count, size_t step)
{
    struct fold *fold = fold_create();

    for (size_t i = 0; i < count; i += step) {
        assert_true(fold_add(fold, records + i, count - i < step ? count - i : step));
    }
    return fold;
}

static void shuffle(struct fixture *fixture, struct record *records, size_t count)
{
    for (size_t i = count - 1; i > 0; i--) {
        size_t j = fixture_next(fixture) % (i + 1);
        struct record swap = records[i];
        records[i] = records[j];
        records[j] = swap;
    }
}

static void merges_by_law(void **state)
{
    static char expected[64000];
    static char found[64000];
    struct fixture *fixture = *state;
    struct record records[2 * RECORDS];

    for (int set = 0; set < SETS; set++) {
        for (size_t i = 0; i < RECORDS; i++) {
            records[i] = random_record(fixture);
        }
        struct fold *fold = fold_of(records, RECORDS, RECORDS);
        describe(fold, expected, sizeof expected);
        fold_destroy(fold);
        // Commutative and associative: another order, in other pieces.
        shuffle(fixture, records, RECORDS);
        fold = fold_of(records, RECORDS, 1 + fixture_next(fixture) % 40);
        describe(fold, found, sizeof found);
        assert_string_equal(found, expected);
        // Idempotent: all of it once more.
        assert_true(fold_add(fold, records, RECORDS));
        describe(fold, found, sizeof found);
        assert_string_equal(found, expected);
        fold_destroy(fold);
    }
}

// Against the definition, straight: of every cell the greatest entry, of every row the
// newest.
static void agrees_with_the_definition(void **state)
{
    struct fixture *fixture = *state;
    struct record records[RECORDS];

    for (int set = 0; set < SETS; set++) {
        for (size_t i = 0; i < RECORDS; i++) {
            records[i] = random_record(fixture);
            records[i].eid = i; // no two of one key
        }
        struct fold *fold = fold_of(records, RECORDS, 7);
        assert_int_equal(fold->count, RECORDS);
        for (size_t i = 0; i < RECORDS; i++) {
            const struct record *winner = &records[i];
            const struct record *newest = &records[i];
            for (size_t j = 0; j < RECORDS; j++) {
                const struct record *other = &records[j];
                if (strcmp(other->table, winner->table) != 0 ||
                    strcmp(other->row, winner->row) != 0) {
                    continue;
                }
                newest = record_compare(other, newest) > 0 ? other : newest;
                bool cell = strcmp(other->column, winner->column) == 0;
                winner = cell && record_compare(other, winner) > 0 ? other : winner;
            }
            uint32_t row = fold_row_find(fold, records[i].table, records[i].row);
            uint32_t cell = fold_cell_find(fold, row, records[i].column);
            assert_int_equal(fold->cells[cell].winner->eid, winner->eid);
            assert_int_equal(fold_shows(fold, row), !record_deletes(newest));
        }
        fold_destroy(fold);
    }
}

static void finds_entries(void **state)
{
    struct fixture *fixture = *state;
    struct record records[RECORDS];
    size_t hint = 0;

    for (size_t i = 0; i < RECORDS; i++) {
        records[i] = random_record(fixture);
    }
    struct fold *fold = fold_of(records, RECORDS, RECORDS);
    for (size_t i = 0; i < fold->count; i++) {
        assert_ptr_equal(fold_find(fold, fold->records[i], &hint), fold->records[i]);
    }
    for (int i = 0; i < 5000; i++) { // hints that mislead
        const struct record *record = fold->records[fixture_next(fixture) % fold->count];
        hint = fixture_next(fixture) % (fold->count + 2);
        assert_ptr_equal(fold_find(fold, record, &hint), record);
        struct record missing = *record;
        missing.eid += 2;
        hint = fixture_next(fixture) % (fold->count + 2);
        assert_null(fold_find(fold, &missing, &hint));
    }
    assert_int_equal(fold_row_find(fold, "track", "nowhere"), FOLD_NONE);
    assert_int_equal(fold_cell_find(fold, FOLD_NONE, "title"), FOLD_NONE);
    assert_false(fold_shows(fold, FOLD_NONE));
    fold_destroy(fold);
    fold_destroy(NULL);
}

// A row of ours has a dozen cells. A file may give one as many as it likes, and each is
// found again.
static void finds_the_cells_of_wide_rows(void **state)
{
    enum { CELLS = 300, ROWS = 3 };
    struct fold *fold = fold_create();
    char names[CELLS][8];

    (void)state;
    for (int i = 0; i < CELLS; i++) {
        int k = i * 97 % CELLS; // in no order
        snprintf(names[k], sizeof names[k], "c%03d", k);
        for (int row = 0; row < ROWS; row++) {
            char id[8];
            snprintf(id, sizeof id, "r%d", row);
            // The rows become wide one after the other.
            if (i < CELLS / (row + 1)) {
                const struct record record = {.hlc = (i + 1) << 16,
                                              .device = "d",
                                              .eid = (uint64_t)row + 1,
                                              .table = "t",
                                              .row = id,
                                              .column = names[k],
                                              .value = names[k],
                                              .size = 4,
                                              .author = "",
                                              .base = RECORD_NO_BASE};
                assert_true(fold_add(fold, &record, 1));
            }
        }
    }
    for (int row = 0; row < ROWS; row++) {
        char id[8];
        snprintf(id, sizeof id, "r%d", row);
        uint32_t at = fold_row_find(fold, "t", id);
        int count = 0;
        for (uint32_t cell = fold->rows[at].first; cell != FOLD_NONE;
             cell = fold->cells[cell].next) {
            assert_int_equal(fold->cells[cell].row, at);
            assert_int_equal(fold_cell_find(fold, at, fold->cells[cell].column), cell);
            count++;
        }
        assert_int_equal(count, CELLS / (row + 1));
        assert_int_equal(fold_cell_find(fold, at, "none"), FOLD_NONE);
    }
    assert_int_equal(fold->cell_count, fold->count);
    fold_destroy(fold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_cells_of_wide_rows),
        fixture_test(merges_by_law),
        fixture_test(agrees_with_the_definition),
        fixture_test(finds_entries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
